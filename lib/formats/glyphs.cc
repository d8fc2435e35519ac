#include "formats/glyphs.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/utf8.h"

namespace resumelint {

namespace {

/// A sign of the Symbol and Wingdings fonts, or one that a font has for itself. Icon fonts use the same range: their telephone, letter,
/// house and the like stand before a contact.
bool IsSymbolFontBullet(char32_t c) {
  switch (c) {
    case 0xF041: case 0xF073: case 0xF082: case 0xF08C: case 0xF092: case 0xF095: case 0xF098:
    case 0xF099: case 0xF09A: case 0xF09B: case 0xF0AC: case 0xF0B1: case 0xF0C1: case 0xF0E1:
      return false;
    default:
      return (c >= 0xF020 && c <= 0xF0FF) || (c >= 0xF0000 && c <= 0xFFFFD);
  }
}

/// Characters that are bullets wherever they begin a line.
bool IsBulletPoint(char32_t c) {
  switch (c) {
    case 0x95:  // the bullet of Windows-1252, read as Latin-1
    case 0xB7: case 0x2022: case 0x2023: case 0x2043: case 0x204C: case 0x204D: case 0x2219:
    case 0x2027: case 0x22C5: case 0x2B25: case 0x2B27: case 0x29BF: case 0x29BE: case 0x30FB:
    case 0x2192: case 0x21D2: case 0x21E8: case 0x279C: case 0x2794: case 0x2799: case 0x279D:
    case 0x279E: case 0x27A2: case 0x27A3: case 0x27A4: case 0x27A1: case 0x27A5: case 0x27A6:
    case 0x27A8: case 0x27B2: case 0x27BD: case 0x27A9: case 0x203A: case 0xBB: case 0x2726:
    case 0x2605: case 0x2606: case 0x2713: case 0x2714: case 0x2705: case 0x2611: case 0x2610:
    case 0x2717: case 0x2718: case 0x2756: case 0x274F: case 0x2751: case 0x2752: case 0x2B29:
    case 0x2B1B: case 0x2B1C: case 0x204E: case 0x2217: case 0x273D: case 0x2734: case 0x2736:
    case 0x2765: case 0x261E: case 0x27AA: case 0x2B9E: case 0x1F539: case 0x1F538: case 0xFFED:
      return true;
    default:
      return (c >= 0x25A0 && c <= 0x25FF) || IsSymbolFontBullet(c);
  }
}

bool IsDash(char32_t c) {
  return c == '-' || c == '*' || c == '+' || c == 0x2013 || c == 0x2014 || c == 0x2212 ||
         c == 0x2010 || c == 0x2011 || c == '~' || c == 0x2015 || c == '>';
}

bool IsBlank(std::string_view text, size_t at) {
  return at < text.size() && IsSpace(DecodeAt(text, at).value);
}

uint32_t SkipBlanks(std::string_view text, uint32_t at) {
  while (at < text.size()) {
    const CodePoint point = DecodeAt(text, at);
    const bool hidden = point.value == 0x200B || point.value == 0xFEFF || point.value == 0xFE0F;
    if (!IsSpace(point.value) && !hidden) break;
    at += point.length;
  }
  return at;
}

/// The byte that Windows-1252 or Latin-1 writes for a character, -1 if none.
int OldByte(char32_t c) {
  if (c < 0x100) return static_cast<int>(c);
  // What Windows-1252 has at 0x80 and after; five of these bytes are no character.
  constexpr char32_t kHigh[] = {0x20AC, 0,      0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
                                0x2039, 0x152,  0,      0x17D,  0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                0x2013, 0x2014, 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0,      0x17E, 0x178};
  const auto* found = std::find(std::begin(kHigh), std::end(kHigh), c);
  return found == std::end(kHigh) ? -1 : static_cast<int>(0x80 + (found - kHigh));
}

/// Length of a bullet whose UTF-8 bytes were read as Windows-1252 ("â€¢", "ï‚·", "Â·"), 0 if none.
uint32_t TwiceDecoded(std::string_view text) {
  std::string bytes;
  for (uint32_t at = 0; at < text.size() && bytes.size() < 4;) {
    const CodePoint point = DecodeAt(text, at);
    const int byte = OldByte(point.value);
    if (byte < 0x80) break;
    bytes.push_back(static_cast<char>(byte));
    at += point.length;
    if (bytes.size() < 2) continue;
    const CodePoint meant = DecodeAt(bytes, 0);
    if (meant.length == bytes.size() && meant.value != 0xFFFD && IsBulletPoint(meant.value)) return at;
    // The middle byte of a bullet is a control character, which tools drop.
    if (bytes == "\xE2\xA2") return at;
  }
  return 0;
}

}  // namespace

Glyph FindGlyph(std::string_view text) {
  if (text.empty()) return {};
  const CodePoint point = DecodeAt(text, 0);
  const char32_t c = point.value;
  if (IsBulletPoint(c)) {
    const uint32_t end = SkipBlanks(text, point.length);
    return {end, true, false};
  }
  if (const uint32_t twice = TwiceDecoded(text); twice > 0) {
    return {SkipBlanks(text, twice), true, false};
  }
  if (IsDash(c)) {
    uint32_t end = point.length;
    if (c == '-' && text.size() > 1 && text[1] == '-') ++end;
    if (IsBlank(text, end)) return {SkipBlanks(text, end), true, false};
    const bool letter = end < text.size() && IsLetter(DecodeAt(text, end).value);
    if (letter && end == point.length && c != '+' && c != '~' && c != '>') {
      // "*Title*" is emphasis.
      const bool emphasis = c == '*' && text.find('*', end) != std::string_view::npos;
      if (!emphasis) return {end, false, false};
    }
    return {};
  }
  if (c == 'o' && IsBlank(text, 1)) return {SkipBlanks(text, 1), true, false};
  if ((c == '?' || c == 'v' || c == 'q' || c == 0xA7 || c == 0xD8 || c == 0xFC || c == 'l' || c == 'n' ||
       c == 0xFFFD) &&
      IsBlank(text, point.length)) {
    const uint32_t end = SkipBlanks(text, point.length);
    if (end < text.size()) return {end, false, false};
    return {};
  }
  if (c >= '0' && c <= '9') {
    uint32_t end = 1;
    if (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    if (end + 1 < text.size() && (text[end] == '.' || text[end] == ')') && IsBlank(text, end + 1)) {
      const uint32_t after = SkipBlanks(text, end + 1);
      if (after < text.size() && !(text[after] >= '0' && text[after] <= '9')) return {after, true, true};
    }
  }
  return {};
}

Glyph FindInlineGlyph(std::string_view text, uint32_t at) {
  const CodePoint point = DecodeAt(text, at);
  const bool blank_before = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\t';
  if (!blank_before) return {};
  const bool star = point.value == '*' || point.value == '?' || point.value == 0x2013;
  if (star) {
    // "? Prioritized", never "or 5 * 3".
    if (!IsBlank(text, at + point.length)) return {};
    const uint32_t end = SkipBlanks(text, at + point.length);
    if (end >= text.size() || !IsUpper(DecodeAt(text, end).value)) return {};
    return {end - at, false, false};
  }
  if (point.value < 0x80) return {};
  const bool arrow = point.value == 0xB7 || point.value == 0xBB || point.value == 0x2192;
  if (IsBulletPoint(point.value) && !arrow) {
    return {SkipBlanks(text, at + point.length) - at, true, false};
  }
  const uint32_t twice = TwiceDecoded(text.substr(at, 16));
  if (twice > 0) return {SkipBlanks(text, at + twice) - at, true, false};
  return {};
}

}  // namespace resumelint
