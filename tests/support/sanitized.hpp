// Whether this build has the address sanitizer, under which a test of very many cases takes some of them.
#pragma once

namespace gongkai::testing {

#if defined(__has_feature)
inline constexpr bool is_address_sanitized = __has_feature(address_sanitizer);
#else
inline constexpr bool is_address_sanitized = false;
#endif

}  // namespace gongkai::testing
