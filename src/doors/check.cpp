// The catalogue of rules, the check, and what is made of it: compiled here once for all who link gongkai::gongkai.
#include "gongkai/inline/check.hpp"

#include "gongkai/inline/diff.hpp"
#include "gongkai/inline/rules.hpp"
