# cmake -DSOURCE=dir -DOUT=commit.cc -P commit.cmake: the commit that is built, "" outside a checkout.
# Run at each build; the file is touched only when the commit is another.
cmake_minimum_required(VERSION 3.25)
set(commit "")
find_program(GIT git)
if(GIT AND EXISTS ${SOURCE}/.git)
  execute_process(COMMAND ${GIT} -C ${SOURCE} rev-parse --short=12 HEAD
                  OUTPUT_VARIABLE commit OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
endif()
file(CONFIGURE OUTPUT ${OUT} CONTENT
"#include \"version.h\"

namespace resumelint {

const char* const kCommit = \"@commit@\";

}  // namespace resumelint
" @ONLY)
