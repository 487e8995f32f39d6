# What nearly every file takes is parsed once for each target rather than once for each file: a third of the time to build.
# Not in what is released: there every file is shown to include what it uses, and half of them have other flags.
option(GONGKAI_PRECOMPILE "Precompile the headers that nearly every file includes" OFF)

# gongkai_precompile(TARGET [HEADER…]), or gongkai_precompile(TARGET REUSE_FROM OTHER) where both have the same flags.
function(gongkai_precompile target)
  if(NOT GONGKAI_PRECOMPILE)
    return()
  endif()
  if("REUSE_FROM" IN_LIST ARGN)
    target_precompile_headers(${target} ${ARGN})
  else()
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <charconv> <cmath> <functional> <map> <memory> <optional> <string>
                                                <unordered_map> <variant> <vector> <fmt/format.h> <gongkai/gongkai.hpp> ${ARGN})
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")  # a time in it would make it another for ccache each time
    target_compile_options(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
  elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ forgets there which warnings of libstdc++'s own functions are false; what is released is built without this, and has them.
    target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-stringop-overflow> $<$<COMPILE_LANGUAGE:CXX>:-Wno-array-bounds>)
  endif()
endfunction()
