#include "base/utf8.h"

#include <utf8proc.h>

#include <cstdlib>
#include <array>

namespace resumelint {

namespace {

// Windows-1252, 0x80 to 0x9F; unassigned bytes read as U+FFFD. The rest is Latin-1.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

// Most bytes are, and are not worth a look at what may follow.
bool IsAscii(char byte) { return static_cast<unsigned char>(byte) < 0x80; }

}  // namespace

namespace beyond_ascii {

CodePoint DecodeAt(std::string_view text, size_t at) {
  utf8proc_int32_t value = -1;
  const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + at),
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (length <= 0) return {0xFFFD, 1};
  return {static_cast<char32_t>(value), static_cast<uint32_t>(length)};
}

void AppendUtf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t buffer[4];
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), buffer);
  out.append(reinterpret_cast<const char*>(buffer), static_cast<size_t>(length));
}

char32_t ToLower(char32_t code_point) {
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(code_point)));
}

bool IsLetter(char32_t code_point) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_ME;
}

bool IsUpper(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point)) == UTF8PROC_CATEGORY_LU;
}

bool IsSpace(char32_t code_point) {
  if (code_point == 0x85) return true;
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
  return category == UTF8PROC_CATEGORY_ZS || category == UTF8PROC_CATEGORY_ZL ||
         category == UTF8PROC_CATEGORY_ZP;
}

}  // namespace beyond_ascii

char32_t DecodeWindows1252(unsigned char byte) {
  return byte >= 0x80 && byte < 0xA0 ? kWindows1252[byte - 0x80] : byte;
}

size_t CountCodePoints(std::string_view text) {
  size_t count = 0;
  for (size_t at = 0; at < text.size(); at += IsAscii(text[at]) ? 1 : DecodeAt(text, at).length) ++count;
  return count;
}

bool IsValidUtf8(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (IsAscii(text[at])) {
      ++at;
      continue;
    }
    const CodePoint point = DecodeAt(text, at);
    if (point.value == 0xFFFD && point.length == 1) return false;
    at += point.length;
  }
  return true;
}

size_t DisplayWidth(std::string_view text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size();) {
    if (text[at] >= ' ' && text[at] <= '~') {
      ++width;
      ++at;
      continue;
    }
    const CodePoint point = DecodeAt(text, at);
    width += static_cast<size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(point.value)));
    at += point.length;
  }
  return width;
}

std::string Lower(std::string_view text) {
  std::string out(text);
  size_t at = 0;
  for (; at < out.size() && IsAscii(out[at]); ++at) {
    out[at] = static_cast<char>(ToLower(static_cast<unsigned char>(out[at])));
  }
  if (at == out.size()) return out;
  out.resize(at);
  while (at < text.size()) {
    const CodePoint point = DecodeAt(text, at);
    if (point.value == 0xFFFD && point.length == 1) {
      out.push_back(text[at]);
    } else {
      AppendUtf8(out, ToLower(point.value));
    }
    at += point.length;
  }
  return out;
}

std::string Compose(std::string_view text) {
  utf8proc_uint8_t* composed = nullptr;
  const auto length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &composed,
                                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) return std::string(text);
  std::string out(reinterpret_cast<const char*>(composed), static_cast<size_t>(length));
  std::free(composed);
  return out;
}

}  // namespace resumelint
