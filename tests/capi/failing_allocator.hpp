// An allocator that refuses on demand, in place of malloc() for the whole process.
#pragma once

namespace failing {

/// Counts from here on, and refuses the n-th allocation, or, with then_all, that one and all after it.
void arm(long n, bool then_all);
void disarm();

long asked();    ///< allocations since arm()
long refused();  ///< those that were refused
long live();     ///< blocks that were given, ever, and not taken back

}  // namespace failing
