# gongkai.wasm: the C interface as one WebAssembly module, for the JavaScript beside this file.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS gongkai.map)
file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/gongkai.map names REGEX "^    gk_")
list(TRANSFORM names REPLACE "[ ;]+" "")
list(TRANSFORM names PREPEND "_")
list(APPEND names _malloc _free __initialize)
list(JOIN names "," exported)
foreach(target IN ITEMS gongkai gongkai_capi_objects)
  target_compile_options(${target} PRIVATE -fwasm-exceptions)
  set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
endforeach()

add_executable(gongkai_wasm $<TARGET_OBJECTS:gongkai_capi_objects> $<TARGET_OBJECTS:gongkai>)
set_target_properties(gongkai_wasm PROPERTIES OUTPUT_NAME gongkai SUFFIX .wasm LINKER_LANGUAGE CXX
                                              LINK_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/gongkai.map)
target_link_libraries(gongkai_wasm PRIVATE ${gongkai_archives} LibXml2::LibXml2)
# Without JavaScript of Emscripten's: instance.js gives the few functions that the module imports.
target_link_options(gongkai_wasm PRIVATE -O2 -fwasm-exceptions --no-entry -sSTANDALONE_WASM -sFILESYSTEM=0 -sALLOW_MEMORY_GROWTH=1
                    -sWASM_BIGINT=1 -sTOTAL_STACK=1MB -sEXPORTED_FUNCTIONS=${exported} -Wl,--gc-sections)
