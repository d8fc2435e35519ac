#include "formats/entities.h"

#include <array>
#include <utility>

#include "base/utf8.h"

namespace resumelint {

namespace {

// U+00A0 to U+00FF, in order.
constexpr std::array<std::string_view, 96> kLatin1 = {
    "nbsp",   "iexcl",  "cent",   "pound",  "curren", "yen",    "brvbar", "sect",   "uml",    "copy",
    "ordf",   "laquo",  "not",    "shy",    "reg",    "macr",   "deg",    "plusmn", "sup2",   "sup3",
    "acute",  "micro",  "para",   "middot", "cedil",  "sup1",   "ordm",   "raquo",  "frac14", "frac12",
    "frac34", "iquest", "Agrave", "Aacute", "Acirc",  "Atilde", "Auml",   "Aring",  "AElig",  "Ccedil",
    "Egrave", "Eacute", "Ecirc",  "Euml",   "Igrave", "Iacute", "Icirc",  "Iuml",   "ETH",    "Ntilde",
    "Ograve", "Oacute", "Ocirc",  "Otilde", "Ouml",   "times",  "Oslash", "Ugrave", "Uacute", "Ucirc",
    "Uuml",   "Yacute", "THORN",  "szlig",  "agrave", "aacute", "acirc",  "atilde", "auml",   "aring",
    "aelig",  "ccedil", "egrave", "eacute", "ecirc",  "euml",   "igrave", "iacute", "icirc",  "iuml",
    "eth",    "ntilde", "ograve", "oacute", "ocirc",  "otilde", "ouml",   "divide", "oslash", "ugrave",
    "uacute", "ucirc",  "uuml",   "yacute", "thorn",  "yuml"};

constexpr std::pair<std::string_view, char32_t> kNamed[] = {
    {"amp", '&'},        {"lt", '<'},         {"gt", '>'},         {"quot", '"'},
    {"apos", '\''},      {"bull", 0x2022},    {"ndash", 0x2013},   {"mdash", 0x2014},
    {"hellip", 0x2026},  {"lsquo", 0x2018},   {"rsquo", 0x2019},   {"ldquo", 0x201C},
    {"rdquo", 0x201D},   {"sbquo", 0x201A},   {"bdquo", 0x201E},   {"euro", 0x20AC},
    {"trade", 0x2122},   {"rarr", 0x2192},    {"larr", 0x2190},    {"uarr", 0x2191},
    {"darr", 0x2193},    {"ensp", 0x2002},    {"emsp", 0x2003},    {"thinsp", 0x2009},
    {"zwnj", 0x200C},    {"zwj", 0x200D},     {"star", 0x2606},    {"starf", 0x2605},
    {"check", 0x2713},   {"vert", '|'},       {"lsaquo", 0x2039},  {"rsaquo", 0x203A},
    {"minus", 0x2212},   {"le", 0x2264},      {"ge", 0x2265},      {"asymp", 0x2248},
    {"tilde", 0x2DC},    {"circ", 0x2C6},     {"dagger", 0x2020},  {"permil", 0x2030},
    {"colon", ':'},      {"comma", ','},      {"period", '.'},     {"plus", '+'},
    {"lpar", '('},       {"rpar", ')'},       {"num", '#'},        {"dollar", '$'},
    {"percnt", '%'},     {"ast", '*'},        {"sol", '/'},        {"commat", '@'},
    {"excl", '!'},       {"Scaron", 0x160},   {"scaron", 0x161},   {"OElig", 0x152},
    {"oelig", 0x153},    {"squ", 0x25A1},     {"nbsp", 0xA0}};

}  // namespace

std::string DecodeEntity(std::string_view reference) {
  if (reference.size() < 3 || reference.size() > 12 || reference.front() != '&' || reference.back() != ';') {
    return {};
  }
  const std::string_view name = reference.substr(1, reference.size() - 2);
  char32_t value = 0;
  if (name[0] == '#') {
    const bool hex = name.size() > 1 && (name[1] == 'x' || name[1] == 'X');
    const std::string_view digits = name.substr(hex ? 2 : 1);
    if (digits.empty()) return {};
    for (const char c : digits) {
      char32_t digit = 0;
      if (c >= '0' && c <= '9') {
        digit = static_cast<char32_t>(c - '0');
      } else if (hex && ((c | 32) >= 'a' && (c | 32) <= 'f')) {
        digit = static_cast<char32_t>((c | 32) - 'a' + 10);
      } else {
        return {};
      }
      value = value * (hex ? 16 : 10) + digit;
      if (value > 0x10FFFF) return {};
    }
    if (value == 0 || (value >= 0xD800 && value < 0xE000)) return {};
  } else {
    for (size_t i = 0; i < kLatin1.size(); ++i) {
      if (kLatin1[i] == name) value = static_cast<char32_t>(0xA0 + i);
    }
    for (const auto& [known, point] : kNamed) {
      if (known == name) value = point;
    }
    if (value == 0) return {};
  }
  std::string out;
  AppendUtf8(out, value);
  return out;
}

size_t EntityLength(std::string_view text) {
  if (text.empty() || text[0] != '&') return 0;
  const size_t end = text.substr(0, 12).find(';');
  if (end == std::string_view::npos) return 0;
  return DecodeEntity(text.substr(0, end + 1)).empty() ? 0 : end + 1;
}

}  // namespace resumelint
