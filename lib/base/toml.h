#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace resumelint {

/// A value of a TOML file with its place. A plain tree: what rule files and configuration are read
/// through, so that every complaint can name line and column.
struct TomlValue {
  enum class Kind { kString, kInteger, kFloat, kBoolean, kArray, kTable, kOther };
  Kind kind = Kind::kOther;
  uint32_t line = 0;
  uint32_t column = 0;
  std::string string;
  int64_t integer = 0;
  double number = 0;  ///< kFloat; also set for kInteger
  bool boolean = false;
  std::vector<TomlValue> array;
  struct Entry;
  std::vector<Entry> table;  ///< in the order of the file

  const TomlValue* Find(std::string_view key) const;
};

struct TomlValue::Entry {
  std::string key;
  TomlValue value;
};

/// Parses TOML 1.0. Errors carry line, column and the line itself.
Result<TomlValue> ParseToml(std::string_view text, const std::string& path);

/// An error at a value's place in the file. `text` is the file's, for the excerpt.
Error TomlError(const TomlValue& value, const std::string& path, std::string_view text,
                std::string what, std::string hint = {});

/// The nearest of `known` to `word` within a third of its length, as `did you mean "x"?`; or "".
std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& known);

}  // namespace resumelint
