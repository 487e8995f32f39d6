// Where the bodies behind the doors are compiled: in each file that includes a door (gongkai::core, headers only), or once,
// in the library gongkai::gongkai, whose users get GONGKAI_COMPILED and see declarations alone.
#pragma once

#ifdef GONGKAI_COMPILED
#define GONGKAI_INLINE
#else
#define GONGKAI_INLINE inline
#endif
