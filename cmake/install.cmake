# What `cmake --install` puts where: the core's headers, the library, the program, and the CMake package.
include(CMakePackageConfigHelpers)

install(TARGETS gongkai_core EXPORT gongkai_core_targets FILE_SET HEADERS COMPONENT dev)
install(TARGETS gongkai EXPORT gongkai_targets ARCHIVE COMPONENT dev)
install(FILES ${PROJECT_SOURCE_DIR}/include/gongkai/report.schema.json ${PROJECT_SOURCE_DIR}/include/gongkai/check.schema.json DESTINATION ${CMAKE_INSTALL_DATADIR}/gongkai COMPONENT dev)
if(GONGKAI_BUILD_CLI)
  install(TARGETS gongkai_cli RUNTIME COMPONENT program)
  if(NOT CMAKE_CROSSCOMPILING)  # the program itself makes its manual and what shells know of it
    set(gongkai_words ${CMAKE_CURRENT_BINARY_DIR}/words)
    file(MAKE_DIRECTORY ${gongkai_words})
    set(gongkai_says $<TARGET_FILE:gongkai_cli>)
    add_custom_command(TARGET gongkai_cli POST_BUILD VERBATIM
      COMMAND ${gongkai_says} help --man > ${gongkai_words}/gongkai.1
      COMMAND ${gongkai_says} completion bash > ${gongkai_words}/gongkai
      COMMAND ${gongkai_says} completion zsh > ${gongkai_words}/_gongkai
      COMMAND ${gongkai_says} completion fish > ${gongkai_words}/gongkai.fish)
    install(FILES ${gongkai_words}/gongkai.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT program)
    install(FILES ${gongkai_words}/gongkai DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
    install(FILES ${gongkai_words}/_gongkai DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions COMPONENT program)
    install(FILES ${gongkai_words}/gongkai.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d COMPONENT program)
  endif()
endif()
set(gongkai_package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/gongkai)
# Two files of targets, so that who wants the headers alone needs nothing of the readers.
install(EXPORT gongkai_core_targets NAMESPACE gongkai:: FILE gongkaiCoreTargets.cmake DESTINATION ${gongkai_package_dir} COMPONENT dev)
install(EXPORT gongkai_targets NAMESPACE gongkai:: FILE gongkaiTargets.cmake DESTINATION ${gongkai_package_dir} COMPONENT dev)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/gongkaiConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/gongkaiConfig.cmake
                              INSTALL_DESTINATION ${gongkai_package_dir})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/gongkaiConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/gongkaiConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/gongkaiConfigVersion.cmake
        DESTINATION ${gongkai_package_dir} COMPONENT dev)
if(TARGET gongkai_capi)
  include(${CMAKE_CURRENT_LIST_DIR}/packaging.cmake)
endif()
