#pragma once

#include <cstdint>
#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace resumelint {

/// What went wrong, where, and what a person can do about it. Printed as
/// `path:line:column: error: what` and, on the next line, the hint.
struct Error {
  std::string path;     ///< file at fault; empty where there is none (a usage error)
  uint32_t line = 0;    ///< from 1; 0 = the file as a whole
  uint32_t column = 0;  ///< from 1, in code points; 0 = the line as a whole
  std::string what;     ///< one clause, lower case, no final stop
  std::string hint;     ///< what to do; may be empty
  std::string excerpt;  ///< the source line at fault; may be empty
};

/// A value, or the Error that stood in its way. Nothing thrown leaves the .cc that calls a library
/// that throws, so a Result is the only way in which a function fails.
template <class T>
class [[nodiscard]] Result : public tl::expected<T, Error> {
 public:
  using tl::expected<T, Error>::expected;
};

inline tl::unexpected<Error> Fail(Error error) { return tl::unexpected<Error>(std::move(error)); }

inline tl::unexpected<Error> Fail(std::string path, std::string what, std::string hint = {}) {
  return Fail(Error{std::move(path), 0, 0, std::move(what), std::move(hint), {}});
}

}  // namespace resumelint
