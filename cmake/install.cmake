# `cmake --install build/release --prefix DIR` installs the program with its manual page, completions
# and schemas (component "program"), and the library with its header (component "development").
# `tools/package` makes a .deb of the first.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(RESUMELINT_ZSH_DIR ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING
    "Where zsh looks for completions; Debian's own packages use share/zsh/vendor-completions")

install(TARGETS resumelint COMPONENT program)

set(made ${PROJECT_BINARY_DIR}/made)
file(MAKE_DIRECTORY ${made})
foreach(shell bash zsh fish)
  add_custom_command(OUTPUT ${made}/${shell}
    COMMAND resumelint completion ${shell} > ${made}/${shell} DEPENDS resumelint
    WORKING_DIRECTORY ${made} VERBATIM)
endforeach()
add_custom_target(resumelint_completions ALL DEPENDS ${made}/bash ${made}/zsh ${made}/fish)
install(FILES ${made}/bash RENAME resumelint COMPONENT program
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
install(FILES ${made}/zsh RENAME _resumelint COMPONENT program DESTINATION ${RESUMELINT_ZSH_DIR})
install(FILES ${made}/fish RENAME resumelint.fish COMPONENT program
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)

find_program(SCDOC scdoc)
find_program(GZIP gzip)
if(SCDOC AND GZIP)
  add_custom_command(OUTPUT ${made}/resumelint.1.gz
    COMMAND ${CMAKE_COMMAND} -DWRITER=$<TARGET_FILE:resumelint_manual> -DSCDOC=${SCDOC}
            -DIN=${PROJECT_SOURCE_DIR}/cli/resumelint.1.scd.in -DOUT=${made}/resumelint.1
            -P ${PROJECT_SOURCE_DIR}/cmake/manual.cmake
    COMMAND ${GZIP} -9nkf ${made}/resumelint.1
    DEPENDS resumelint_manual ${PROJECT_SOURCE_DIR}/cli/resumelint.1.scd.in
            ${PROJECT_SOURCE_DIR}/cmake/manual.cmake VERBATIM)
  add_custom_target(resumelint_page ALL DEPENDS ${made}/resumelint.1.gz)
  install(FILES ${made}/resumelint.1.gz COMPONENT program DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
else()
  message(STATUS "scdoc is missing: no manual page (`tools/setup package` installs it)")
endif()

install(FILES README.md CHANGELOG.md LICENSE NOTICE COMPONENT program DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES rules/README.md COMPONENT program DESTINATION ${CMAKE_INSTALL_DOCDIR}/rules)
install(DIRECTORY examples COMPONENT program DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES schemas/rules.schema.json schemas/config.schema.json COMPONENT program
        DESTINATION ${CMAKE_INSTALL_DATADIR}/resumelint)

# The static program is alone: its library would want md4c as source.
if(NOT RESUMELINT_STATIC)
  install(TARGETS resumelint_lib ARCHIVE COMPONENT development)
  install(FILES lib/embed/resumelint.h COMPONENT development DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/resumelint)
  configure_package_config_file(cmake/resumelintConfig.cmake.in ${made}/resumelintConfig.cmake
    INSTALL_DESTINATION ${package} PATH_VARS CMAKE_INSTALL_LIBDIR CMAKE_INSTALL_INCLUDEDIR)
  write_basic_package_version_file(${made}/resumelintConfigVersion.cmake COMPATIBILITY SameMinorVersion)
  install(FILES ${made}/resumelintConfig.cmake ${made}/resumelintConfigVersion.cmake
          COMPONENT development DESTINATION ${package})
endif()
