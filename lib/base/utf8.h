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

/// Reads the code point at `at`, which must be less than `text.size()`.
CodePoint DecodeAt(std::string_view text, size_t at);

void AppendUtf8(std::string& out, char32_t code_point);

/// Code point of a Windows-1252 byte; U+FFFD for the five that mean nothing.
char32_t DecodeWindows1252(unsigned char byte);

/// Number of code points; invalid bytes count one each.
size_t CountCodePoints(std::string_view text);

bool IsValidUtf8(std::string_view text);

/// Terminal cells that `text` takes: wide East Asian and emoji count 2, combining marks 0.
size_t DisplayWidth(std::string_view text);

/// Lower case of one code point (Latin, Greek, Cyrillic and the rest of Unicode's simple mapping).
char32_t ToLower(char32_t code_point);
bool IsLetter(char32_t code_point);
bool IsUpper(char32_t code_point);
bool IsSpace(char32_t code_point);  ///< includes NBSP and the other Unicode blanks

std::string Lower(std::string_view text);

/// Canonical composition (NFC): a letter and the accents after it become one code point. Returns
/// invalid UTF-8 as it is.
std::string Compose(std::string_view text);

}  // namespace resumelint
