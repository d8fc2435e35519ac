#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumelint {

/// Writes JSON in the order in which it is told to. Strings are escaped, bytes that are not UTF-8
/// become U+FFFD: the result is valid JSON whatever a resume holds.
class JsonWriter {
 public:
  /// Adds to `out`. `indent` blanks a level and a line each; 0 = all on one line. What is written stands
  /// within `open` brackets, outer first; true for one that holds something already.
  JsonWriter(size_t indent, std::string& out, std::vector<bool> open = {})
      : indent_(indent), out_(out), filled_(std::move(open)) {}

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view value);
  JsonWriter& Integer(int64_t value);
  JsonWriter& Boolean(bool value);
  JsonWriter& Null();
  JsonWriter& Strings(const std::vector<std::string>& values);

 private:
  void BeforeValue();
  void End(char bracket);
  void NewLine();
  void Escaped(std::string_view text);

  size_t indent_;
  std::string& out_;
  std::vector<bool> filled_;  // per open bracket: does it hold something yet
  bool after_key_ = false;
};

}  // namespace resumelint
