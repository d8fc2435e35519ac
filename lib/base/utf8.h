#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace resumelint {

/// One code point read from UTF-8. `length` is the bytes it took, at least 1; an invalid byte reads
/// as U+FFFD of length 1.
struct CodePoint {
  char32_t value = 0;
  uint32_t length = 1;
};

// Most signs are ASCII, and worth no call: what takes one is here.
namespace beyond_ascii {
CodePoint DecodeAt(std::string_view text, size_t at);
void AppendUtf8(std::string& out, char32_t code_point);
char32_t ToLower(char32_t code_point);
bool IsLetter(char32_t code_point);
bool IsUpper(char32_t code_point);
bool IsSpace(char32_t code_point);
}  // namespace beyond_ascii

/// Reads the code point at `at`, which must be less than `text.size()`.
inline CodePoint DecodeAt(std::string_view text, size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? CodePoint{byte, 1} : beyond_ascii::DecodeAt(text, at);
}

inline void AppendUtf8(std::string& out, char32_t code_point) {
  if (code_point < 0x80) {
    out.push_back(static_cast<char>(code_point));
  } else {
    beyond_ascii::AppendUtf8(out, code_point);
  }
}

/// Code point of a Windows-1252 byte; U+FFFD for the five that mean nothing.
char32_t DecodeWindows1252(unsigned char byte);

/// Number of code points; invalid bytes count one each.
size_t CountCodePoints(std::string_view text);

bool IsValidUtf8(std::string_view text);

/// Terminal cells that `text` takes: wide East Asian and emoji count 2, combining marks 0.
size_t DisplayWidth(std::string_view text);

/// Lower case of one code point (Latin, Greek, Cyrillic and the rest of Unicode's simple mapping).
inline char32_t ToLower(char32_t code_point) {
  if (code_point >= 0x80) return beyond_ascii::ToLower(code_point);
  return code_point >= 'A' && code_point <= 'Z' ? code_point + 32 : code_point;
}
inline bool IsLetter(char32_t code_point) {
  const char32_t lower = code_point | 32;
  return code_point < 0x80 ? lower >= 'a' && lower <= 'z' : beyond_ascii::IsLetter(code_point);
}
inline bool IsUpper(char32_t code_point) {
  return code_point < 0x80 ? code_point >= 'A' && code_point <= 'Z' : beyond_ascii::IsUpper(code_point);
}
/// Includes NBSP and the other Unicode blanks.
inline bool IsSpace(char32_t code_point) {
  return code_point < 0x80 ? code_point == ' ' || (code_point >= 9 && code_point <= 13) : beyond_ascii::IsSpace(code_point);
}

std::string Lower(std::string_view text);

/// Canonical composition (NFC): a letter and the accents after it become one code point. Returns
/// invalid UTF-8 as it is.
std::string Compose(std::string_view text);

}  // namespace resumelint
