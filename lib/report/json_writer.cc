#include "report/json_writer.h"

#include <fmt/format.h>

#include <array>

#include "base/utf8.h"
#include "report/printable.h"

namespace resumelint {

namespace {

/// Signs that stand in a string as they are.
constexpr std::array<bool, 256> kPlain = [] {
  std::array<bool, 256> all{};
  for (size_t c = ' '; c < 0x7F; ++c) all[c] = c != '"' && c != '\\';
  return all;
}();

}  // namespace

JsonWriter& JsonWriter::BeginObject() {
  BeforeValue();
  out_ += '{';
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::EndObject() {
  End('}');
  return *this;
}

JsonWriter& JsonWriter::BeginArray() {
  BeforeValue();
  out_ += '[';
  filled_.push_back(false);
  return *this;
}

JsonWriter& JsonWriter::EndArray() {
  End(']');
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  BeforeValue();
  Escaped(key);
  out_ += indent_ > 0 ? ": " : ":";
  after_key_ = true;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view value) {
  BeforeValue();
  Escaped(value);
  return *this;
}

JsonWriter& JsonWriter::Integer(int64_t value) {
  BeforeValue();
  out_ += std::to_string(value);
  return *this;
}

JsonWriter& JsonWriter::Boolean(bool value) {
  BeforeValue();
  out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::Null() {
  BeforeValue();
  out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::Strings(const std::vector<std::string>& values) {
  BeginArray();
  for (const std::string& value : values) String(value);
  return EndArray();
}

void JsonWriter::BeforeValue() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (filled_.empty()) return;
  if (filled_.back()) out_ += ',';
  filled_.back() = true;
  NewLine();
}

void JsonWriter::End(char bracket) {
  const bool filled = filled_.back();
  filled_.pop_back();
  if (filled) NewLine();
  out_ += bracket;
}

void JsonWriter::NewLine() {
  if (indent_ == 0) return;
  out_ += '\n';
  out_.append(indent_ * filled_.size(), ' ');
}

void JsonWriter::Escaped(std::string_view text) {
  out_ += '"';
  for (size_t at = 0; at < text.size();) {
    const size_t plain = at;
    while (at < text.size() && kPlain[static_cast<unsigned char>(text[at])]) ++at;
    out_ += text.substr(plain, at - plain);
    if (at == text.size()) break;
    const CodePoint point = DecodeAt(text, at);
    switch (point.value) {
      case '"': out_ += "\\\""; break;
      case '\\': out_ += "\\\\"; break;
      case '\n': out_ += "\\n"; break;
      case '\r': out_ += "\\r"; break;
      case '\t': out_ += "\\t"; break;
      default:
        // Controls of terminals and directions too: JSON is looked at in a terminal as often as it is parsed.
        if (point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0) || (point.value < 0x10000 && Rearranges(point.value))) {
          out_ += fmt::format("\\u{:04x}", static_cast<uint32_t>(point.value));
        } else {
          AppendUtf8(out_, point.value);
        }
    }
    at += point.length;
  }
  out_ += '"';
}

}  // namespace resumelint
