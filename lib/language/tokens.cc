#include "language/tokens.h"

#include <array>

#include "base/utf8.h"

namespace resumelint {

namespace {

/// A code point as patterns see it: quotes, dashes and blanks folded to ASCII, 0 for what is
/// invisible (zero-width characters, soft hyphens, combining joiners).
char32_t Fold(char32_t point) {
  switch (point) {
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x02BC: case 0x2032: case 0x00B4: case '`':
      return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0x2033: case 0x00AB: case 0x00BB:
      return '"';
    case 0x2010: case 0x2011: case 0x2212:
      return '-';
    case 0x2012: case 0x2013: case 0x2014: case 0x2015:
      return 0x2013;  // dashes between clauses or numbers are told from hyphens
    case 0x00AD: case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF:
      return 0;
    case 0x2044:
      return '/';
    default:
      return IsSpace(point) ? ' ' : point;
  }
}

// The letters of most texts are ASCII: these are worth no call.
bool Letter(char32_t point) {
  const char32_t lower = point | 32;
  return point < 0x80 ? lower >= 'a' && lower <= 'z' : IsLetter(point);
}
char32_t SmallLetter(char32_t point) {
  if (point < 0x80) return point >= 'A' && point <= 'Z' ? point + 32 : point;
  return ToLower(point);
}

bool IsDigit(char32_t point) { return point >= '0' && point <= '9'; }

bool IsCurrency(char32_t point) {
  return point == '$' || (point >= 0x20A0 && point <= 0x20CF) || (point >= 0xA2 && point <= 0xA5);
}

struct Reader {
  std::string_view text;
  struct Char {
    char32_t point = 0;  // folded; 0 at the end
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  std::vector<Char> chars;  // without invisible ones

  explicit Reader(std::string_view source) : text(source) {
    chars.reserve(source.size() + 1);
    for (uint32_t at = 0; at < source.size();) {
      const auto byte = static_cast<unsigned char>(source[at]);
      if (byte > ' ' && byte < 0x80 && byte != '`') {
        chars.push_back({byte, at, at + 1});
        ++at;
        continue;
      }
      const CodePoint code = DecodeAt(source, at);
      const char32_t folded = Fold(code.value);
      if (folded != 0) chars.push_back({folded, at, at + code.length});
      at += code.length;
    }
    const auto size = static_cast<uint32_t>(source.size());
    chars.push_back({0, size, size});
  }

  char32_t At(size_t at) const { return at < chars.size() ? chars[at].point : 0; }
};

bool IsWordChar(char32_t point) { return Letter(point) || IsDigit(point) || point == '_'; }

/// Reads a number from `at`: `$1,234.5k`, `98%`, `2x`, `15:40`. 0 if there is none.
size_t ReadNumber(const Reader& in, size_t at, NumberKind& kind) {
  size_t i = at;
  bool money = false;
  if (in.At(i) == '~' || in.At(i) == '+' || in.At(i) == 0xB1) ++i;
  if (IsCurrency(in.At(i))) {
    money = true;
    ++i;
  }
  if (!IsDigit(in.At(i)) && !(in.At(i) == '.' && IsDigit(in.At(i + 1)))) return 0;
  const size_t digits = i;
  bool plain_digits = true;
  bool clock = false;
  while (IsDigit(in.At(i)) ||
         ((in.At(i) == ',' || in.At(i) == '.' || in.At(i) == ':') && IsDigit(in.At(i + 1)))) {
    if (!IsDigit(in.At(i))) {
      plain_digits = false;
      if (in.At(i) == ':') clock = true;
    }
    ++i;
  }
  const size_t length = i - digits;
  kind = clock ? NumberKind::kClock : NumberKind::kPlain;
  if (Letter(in.At(i))) {  // 40k, 2.3M, 3bn, 2x, 1st: at most two letters, then no letter
    size_t letters = i;
    while (Letter(in.At(letters)) && letters - i < 3) ++letters;
    if (letters - i > 2 || IsDigit(in.At(letters))) return money ? i - at : 0;
    const char32_t first = SmallLetter(in.At(i));
    if (letters - i == 1 && first == 'x') kind = NumberKind::kMultiple;
    if (letters - i == 1 && first == 'v') return 0;
    i = letters;
    plain_digits = false;
  }
  if (IsCurrency(in.At(i))) {
    money = true;
    ++i;
  }
  if (in.At(i) == '+') ++i;
  if (in.At(i) == '%') {
    kind = NumberKind::kPercent;
    ++i;
    plain_digits = false;
  }
  if (in.At(i) == '+') ++i;
  if (money) kind = NumberKind::kMoney;
  if (kind == NumberKind::kPlain && plain_digits && length == 4 && i == digits + 4) {
    const char32_t a = in.At(digits);
    const char32_t b = in.At(digits + 1);
    if ((a == '1' && b == '9') || (a == '2' && b == '0')) kind = NumberKind::kYear;
  }
  return i - at;
}

LetterCase CaseOf(std::string_view word) {
  size_t upper = 0;
  size_t lower = 0;
  bool first_upper = false;
  for (size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    const CodePoint code = byte < 0x80 ? CodePoint{byte, 1} : DecodeAt(word, at);
    if (Letter(code.value)) {
      const bool is_upper = byte < 0x80 ? byte <= 'Z' : IsUpper(code.value);
      if (upper + lower == 0) first_upper = is_upper;
      ++(is_upper ? upper : lower);
    }
    at += code.length;
  }
  if (upper == 0) return LetterCase::kLower;
  if (lower == 0) return upper > 1 ? LetterCase::kUpper : LetterCase::kCapitalised;
  return upper == 1 && first_upper ? LetterCase::kCapitalised : LetterCase::kMixed;
}

}  // namespace

std::vector<Token> Tokenize(std::string_view text) {
  const Reader in(text);
  std::vector<Token> tokens;
  const size_t size = in.chars.size() - 1;
  tokens.reserve(size / 5 + 2);
  const auto add = [&](size_t begin, size_t end, TokenKind kind) -> Token& {
    Token token;
    token.span = {in.chars[begin].begin, in.chars[end - 1].end};
    token.kind = kind;
    token.space_before = begin == 0 || in.At(begin - 1) == ' ';
    for (size_t i = begin; i < end; ++i) {
      const char32_t point = SmallLetter(in.chars[i].point);
      if (point < 0x80) {
        token.lower.push_back(static_cast<char>(point));
      } else {
        AppendUtf8(token.lower, point);
      }
    }
    token.hash = HashOf(token.lower);
    tokens.push_back(std::move(token));
    return tokens.back();
  };

  for (size_t at = 0; at < size;) {
    const char32_t point = in.At(at);
    if (point == ' ') {
      ++at;
      continue;
    }
    NumberKind number = NumberKind::kNone;
    if (const size_t length = ReadNumber(in, at, number); length > 0) {
      // "+" and "~" before digits belong to the number unless they join words.
      Token& token = add(at, at + length, TokenKind::kNumber);
      token.number = number;
      token.hyphen_before = at > 0 && in.At(at - 1) == '-' && at > 1 && IsWordChar(in.At(at - 2));
      at += length;
      if (in.At(at) == '-' && Letter(in.At(at + 1))) ++at;  // "6-week": the hyphen is a joint
      continue;
    }
    if (IsWordChar(point)) {
      size_t end = at;
      while (IsWordChar(in.At(end)) ||
             (in.At(end) == '\'' && Letter(in.At(end + 1)) && end > at) ||
             (in.At(end) == '.' && Letter(in.At(end + 1)) && end - at == 1 &&
              in.At(end + 2) == '.') ||  // U.S., e.g.
             (in.At(end) == '.' && end - at >= 3 && in.At(end - 2) == '.' && end > at + 2 &&
              !Letter(in.At(end + 1)) && Letter(in.At(end - 1)) && in.At(at + 1) == '.')) {
        ++end;
      }
      // C++, C#, F#
      while ((in.At(end) == '+' || in.At(end) == '#') && end - at <= 3 &&
             !IsWordChar(in.At(end + 1))) {
        ++end;
      }
      if (end - at == 1 && SmallLetter(point) == 'w' && in.At(end) == '/') {  // "w/ tech lead"
        Token& token = add(at, end + 1, TokenKind::kWord);
        token.SetLower("with");
        at = end + 1;
        continue;
      }
      const bool possessive =
          end - at > 2 && in.At(end - 2) == '\'' && SmallLetter(in.At(end - 1)) == 's';
      const size_t word_end = possessive ? end - 2 : end;
      Token& token = add(at, word_end, TokenKind::kWord);
      token.hyphen_before = at > 1 && in.At(at - 1) == '-' &&
                            (IsWordChar(in.At(at - 2)) || in.At(at - 2) == '%');
      token.letter_case =
          CaseOf(text.substr(token.span.begin, token.span.end - token.span.begin));
      if (possessive) {
        Token& tail = add(word_end, end, TokenKind::kWord);
        tail.space_before = false;
      }
      at = end;
      if (in.At(at) == '-' && IsWordChar(in.At(at + 1))) ++at;  // the hyphen of a compound
      continue;
    }
    size_t end = at + 1;
    if (point == '-' && in.At(end) == '>') ++end;
    if (point == '=' && in.At(end) == '>') ++end;
    while (point == '.' && in.At(end) == '.') ++end;
    while (point == '-' && in.At(end) == '-') ++end;
    Token& token = add(at, end, TokenKind::kPunctuation);
    if (token.lower == "&") {
      token.SetLower("and");
      token.kind = TokenKind::kWord;
    } else if (token.lower == "=>" || token.lower == "\xE2\x86\x92" || token.lower == "\xE2\x87\x92") {
      token.SetLower("->");
    } else if (token.lower == "--" || token.lower == "---" || token.lower == "\xE2\x80\x93" ||
               (token.lower == "-" && token.space_before)) {
      token.SetLower("--");  // a dash between clauses
    }
    at = end;
  }
  return tokens;
}

std::string Dump(const std::vector<Token>& tokens) {
  static constexpr std::array<const char*, 7> kNumbers = {"",          ":number", ":percent", ":money",
                                                          ":multiple", ":year",   ":clock"};
  std::string out;
  for (const Token& token : tokens) {
    out += token.hyphen_before ? "-[" : "[";
    out += token.lower;
    out += kNumbers[static_cast<size_t>(token.number)];
    out += ']';
  }
  return out;
}

}  // namespace resumelint
