# Warnings and sanitizers for our own code; never exported to users.
add_library(gongkai_compile_options INTERFACE)
target_compile_options(
  gongkai_compile_options
  INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wundef $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast>
            $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor> $<$<COMPILE_LANGUAGE:CXX>:-Woverloaded-virtual>)
# g++ 12 sees an overlap in std::string's own insert and operator+ at -O2 and above (GCC bug 105329).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(gongkai_compile_options INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
# Where an index of a vector is signed and has 32 bits, every std::uint32_t in one would be told of.
if(EMSCRIPTEN)
  target_compile_options(gongkai_compile_options INTERFACE -Wno-sign-conversion)
endif()
if(GONGKAI_WERROR)
  target_compile_options(gongkai_compile_options INTERFACE -Werror)
endif()
if(GONGKAI_SANITIZE)
  target_compile_options(gongkai_compile_options INTERFACE -fsanitize=${GONGKAI_SANITIZE} -fno-omit-frame-pointer
                                                           -fno-sanitize-recover=all)
  target_link_options(gongkai_compile_options INTERFACE -fsanitize=${GONGKAI_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND GONGKAI_SANITIZE MATCHES "undefined")
    # The checks of vtables and of function types need a C++ runtime, which the tests in C have not.
    target_compile_options(gongkai_compile_options INTERFACE -fno-sanitize=vptr,function
                                                             -fsanitize-ignorelist=${PROJECT_SOURCE_DIR}/cmake/sanitizer_ignored.txt)
  endif()
endif()
