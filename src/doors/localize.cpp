// Localisation and adding up, compiled here once for all who link gongkai::gongkai.
#include "gongkai/inline/localize.hpp"

#include "gongkai/inline/aggregate.hpp"
