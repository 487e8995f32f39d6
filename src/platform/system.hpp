// What the machine is and what time it is.
#pragma once

#include <cstddef>

#include "gongkai/report.hpp"

namespace gongkai::platform {

/// How many processors this program may run on; at least one.
std::size_t processors();

/// Today by the machine's clock and time zone.
Date today();

}  // namespace gongkai::platform
