add_library(resumelint_warnings INTERFACE)
target_compile_options(resumelint_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
