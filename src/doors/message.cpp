// Findings and localisations in words, compiled here once for all who link gongkai::gongkai.
#include "gongkai/inline/message.hpp"

#include "gongkai/inline/why.hpp"
