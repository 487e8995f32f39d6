# For WebAssembly with Debian's Emscripten: all that is linked comes from cmake/dependencies.sh wasm.
# Emscripten's own toolchain file is left out, for it would look for libraries in its folders too.
set(CMAKE_SYSTEM_NAME Generic)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(UNIX 1)
set(EMSCRIPTEN 1)
set(CMAKE_C_COMPILER emcc)
set(CMAKE_CXX_COMPILER em++)
set(CMAKE_AR emar CACHE FILEPATH "")
set(CMAKE_RANLIB emranlib CACHE FILEPATH "")
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
include(${CMAKE_CURRENT_LIST_DIR}/from_dependencies.cmake)
