# A .deb of the program, made by `tools/package` (or `cpack` in the build folder).
if(NOT GZIP)
  return()
endif()
set(CPACK_PACKAGE_CONTACT "resumelint authors <resumelint@example.com>")

# As Debian wants them: the licence by reference, the changes compressed and without a time stamp.
file(READ ${PROJECT_SOURCE_DIR}/NOTICE notice)
string(REGEX REPLACE "\n\n" "\n.\n" notice "${notice}")
string(REGEX REPLACE "\n" "\n " notice "${notice}")
file(CONFIGURE OUTPUT ${made}/copyright @ONLY CONTENT
"Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: resumelint

Files: *
Copyright: the resumelint authors
License: Apache-2.0
 On Debian systems the text of the licence is in /usr/share/common-licenses/Apache-2.0.
Comment:
 @notice@
")
# The day of the commit, so that the same sources give the same file.
set(day "Thu, 01 Jan 1970 00:00:00 +0000")
find_program(GIT git)
if(GIT AND EXISTS ${PROJECT_SOURCE_DIR}/.git)
  execute_process(COMMAND ${GIT} -C ${PROJECT_SOURCE_DIR} log -1 --format=%cD
                  OUTPUT_VARIABLE day OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT ${made}/changelog @ONLY CONTENT
"resumelint (@PROJECT_VERSION@) unstable; urgency=medium

  * What is new is told in CHANGELOG.md, beside this file.

 -- @CPACK_PACKAGE_CONTACT@  @day@
")
execute_process(COMMAND ${GZIP} -9nc ${made}/changelog OUTPUT_FILE ${made}/changelog.gz)
install(FILES ${made}/copyright ${made}/changelog.gz COMPONENT debian EXCLUDE_FROM_ALL
        DESTINATION ${CMAKE_INSTALL_DOCDIR})

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL program debian)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING ALL_COMPONENTS_IN_ONE)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "linter for resumes: process language, questions, rewrites")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
"Marks bullets that tell of process instead of value, says what a reader
sees in them, asks what a coach would ask, and offers rewrites that hold
no fact that is not in the bullet. Reads text, Markdown, LaTeX, DOCX, PDF
and more. Rules are TOML files. Works offline.")
set(CPACK_DEBIAN_PACKAGE_SECTION text)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "git, poppler-utils")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
include(CPack)
