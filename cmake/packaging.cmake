# Installs the C interface with its CMake targets and gongkai.pc, and describes the .deb packages that CPack makes.
# Components: runtime (libgongkai.so.0), program (gongkai), dev (headers, static libraries, CMake package, gongkai.pc).
include(GNUInstallDirs)
get_target_property(gongkai_soversion gongkai_capi SOVERSION)

install(TARGETS gongkai_capi EXPORT gongkai_capi_targets
        LIBRARY COMPONENT runtime NAMELINK_COMPONENT dev
        FILE_SET HEADERS COMPONENT dev)
install(TARGETS gongkai_capi_static EXPORT gongkai_capi_targets
        ARCHIVE COMPONENT dev
        FILE_SET HEADERS COMPONENT dev)
# A file of targets of their own: a host that links the C interface needs none of what the C++ targets need.
install(EXPORT gongkai_capi_targets NAMESPACE gongkai:: FILE gongkaiCapiTargets.cmake DESTINATION ${gongkai_package_dir}
        COMPONENT dev)

# From gongkai.pc back to the prefix, so that an installed tree may be moved.
file(RELATIVE_PATH gongkai_pc_to_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
# What libgongkai_c.a needs. Not Requires.private: pkg-config would want those packages of who links the shared library, too.
pkg_check_modules(gongkai_private REQUIRED QUIET minizip pugixml libxml-2.0 zlib)
list(FILTER gongkai_private_STATIC_LDFLAGS EXCLUDE REGEX "^-L.*/dependencies/")  # which no user has
list(JOIN gongkai_private_STATIC_LDFLAGS " " gongkai_libs_private)
configure_file(${CMAKE_CURRENT_LIST_DIR}/gongkai.pc.in ${CMAKE_CURRENT_BINARY_DIR}/gongkai.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/gongkai.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)

if(NOT PROJECT_IS_TOP_LEVEL)
  return()
endif()
if(GONGKAI_DEPENDENCIES)  # what is inside has licences of its own
  install(FILES ${GONGKAI_DEPENDENCIES}/third-party.txt DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/libgongkai${gongkai_soversion}
          COMPONENT runtime)
  install(FILES ${GONGKAI_DEPENDENCIES}/third-party.txt DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/gongkai COMPONENT program)
endif()
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME gongkai)
set(CPACK_PACKAGE_VENDOR "gongkai")
set(CPACK_PACKAGE_CONTACT "gongkai maintainers <gongkai@example.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${PROJECT_DESCRIPTION}")
set(CPACK_PACKAGE_DESCRIPTION
    "gongkai reads the annual reports that Chinese administrative organs publish on government information
disclosure, holds their figures in a typed model, and checks every relation that the form and the law put on them.")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime dev)
if(GONGKAI_BUILD_CLI)
  list(APPEND CPACK_COMPONENTS_ALL program)
endif()
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME libgongkai${gongkai_soversion})
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION libs)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_DEV_PACKAGE_NAME libgongkai-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
    "libgongkai${gongkai_soversion} (= ${PROJECT_VERSION}), libboost1.81-dev | libboost-dev (>= 1.81), libfmt-dev, libxml2-dev, libminizip-dev, zlib1g-dev, libpugixml-dev")
set(CPACK_DEBIAN_PROGRAM_PACKAGE_NAME gongkai)
set(CPACK_DEBIAN_PROGRAM_PACKAGE_SECTION utils)
include(CPack)
