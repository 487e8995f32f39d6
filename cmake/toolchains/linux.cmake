# For another machine with Linux, GONGKAI_MACHINE, with Debian's cross compiler: all that is linked comes from cmake/dependencies.sh.
set(GONGKAI_MACHINE "" CACHE STRING "aarch64, i686 or s390x")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES GONGKAI_MACHINE)
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR ${GONGKAI_MACHINE})
set(CMAKE_C_COMPILER ${GONGKAI_MACHINE}-linux-gnu-gcc)
set(CMAKE_CXX_COMPILER ${GONGKAI_MACHINE}-linux-gnu-g++)
include(${CMAKE_CURRENT_LIST_DIR}/from_dependencies.cmake)
