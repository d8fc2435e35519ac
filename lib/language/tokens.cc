#include "language/tokens.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>

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

bool IsDigit(char32_t point) { return point >= '0' && point <= '9'; }

bool IsWordChar(char32_t point) { return IsLetter(point) || IsDigit(point) || point == '_'; }

bool IsCurrency(char32_t point) {
  return point == '$' || (point >= 0x20A0 && point <= 0x20CF) || (point >= 0xA2 && point <= 0xA5);
}

/// What a byte is, where all a text's signs are what they look like, one byte each.
struct Byte {
  bool simple = false;
  bool word = false;  ///< a letter, a digit or the low line
  char small = 0;     ///< in lower case
};
constexpr std::array<Byte, 256> kBytes = [] {
  std::array<Byte, 256> all{};
  for (int c = ' '; c < 0x7F; ++c) {
    const bool capital = c >= 'A' && c <= 'Z';
    const bool letter = capital || (c >= 'a' && c <= 'z');
    all[static_cast<size_t>(c)] = {c != '`', letter || (c >= '0' && c <= '9') || c == '_', static_cast<char>(capital ? c + 32 : c)};
  }
  return all;
}();
const Byte& ByteOf(char c) { return kBytes[static_cast<unsigned char>(c)]; }

bool AllSimple(std::string_view text) {
  // Eight at a time: none above 0x7E, below a blank, or a backtick.
  constexpr uint64_t kOnes = 0x0101010101010101;
  constexpr uint64_t kHighs = 0x8080808080808080;
  size_t at = 0;
  for (; at + 8 <= text.size(); at += 8) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + at, 8);
    const uint64_t ticks = bytes ^ kOnes * '`';
    const uint64_t odd = bytes | (bytes + kOnes) | (bytes - kOnes * ' ') | (ticks - kOnes);
    if ((odd & kHighs) != 0) break;
  }
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(), [](char c) { return ByteOf(c).simple; });
}

LetterCase CaseOf(std::string_view word);

/// A text of simple signs, as it lies.
class SimpleText {
 public:
  explicit SimpleText(std::string_view text) : text_(text) {}

  size_t size() const { return text_.size(); }
  /// Sign number `at`; 0 past the end.
  char32_t At(size_t at) const { return at < text_.size() ? static_cast<unsigned char>(text_[at]) : 0; }
  /// Bytes of signs [begin, end).
  Span SpanOf(size_t begin, size_t end) const { return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}; }

  size_t PastWordChars(size_t at) const {
    while (at < text_.size() && ByteOf(text_[at]).word) ++at;
    return at;
  }

  /// The token's word and its case.
  void Read(size_t begin, size_t end, Token& token) const {
    const std::string_view word = text_.substr(begin, end - begin);
    token.lower = word;
    bool capitals = false;
    token.hash = HashOf(word, [&](char c) {
      capitals |= c >= 'A' && c <= 'Z';
      return ByteOf(c).small;
    });
    if (!capitals) return;
    for (char& c : token.lower) c = ByteOf(c).small;
    token.letter_case = CaseOf(word);
  }

 private:
  std::string_view text_;
};

/// Any text: its signs folded, without invisible ones.
class FoldedText {
 public:
  explicit FoldedText(std::string_view text) : text_(text) {
    signs_.reserve(text.size());
    for (uint32_t at = 0; at < text.size();) {
      if (ByteOf(text[at]).simple) {
        signs_.push_back({static_cast<unsigned char>(text[at]), at, at + 1});
        ++at;
        continue;
      }
      const CodePoint code = DecodeAt(text, at);
      const char32_t folded = Fold(code.value);
      if (folded != 0) signs_.push_back({folded, at, at + code.length});
      at += code.length;
    }
  }

  size_t size() const { return signs_.size(); }
  char32_t At(size_t at) const { return at < signs_.size() ? signs_[at].point : 0; }
  Span SpanOf(size_t begin, size_t end) const { return {signs_[begin].begin, signs_[end - 1].end}; }

  size_t PastWordChars(size_t at) const {
    while (IsWordChar(At(at))) ++at;
    return at;
  }

  void Read(size_t begin, size_t end, Token& token) const {
    for (size_t i = begin; i < end; ++i) AppendUtf8(token.lower, ToLower(signs_[i].point));
    token.hash = HashOf(token.lower);
    const Span bytes = SpanOf(begin, end);
    token.letter_case = CaseOf(text_.substr(bytes.begin, bytes.size()));
  }

 private:
  struct Sign {
    char32_t point = 0;
    uint32_t begin = 0;
    uint32_t end = 0;
  };
  std::string_view text_;
  std::vector<Sign> signs_;
};

/// Reads a number from `at`, where no letter stands: `$1,234.5k`, `98%`, `2x`, `15:40`. 0 if there is none.
template <class Text>
size_t ReadNumber(const Text& in, size_t at, NumberKind& kind) {
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
  if (IsLetter(in.At(i))) {  // 40k, 2.3M, 3bn, 2x, 1st: at most two letters, then no letter
    size_t letters = i;
    while (IsLetter(in.At(letters)) && letters - i < 3) ++letters;
    if (letters - i > 2 || IsDigit(in.At(letters))) return money ? i - at : 0;
    const char32_t first = ToLower(in.At(i));
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
  if (std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; })) return LetterCase::kLower;
  size_t upper = 0;
  size_t lower = 0;
  bool first_upper = false;
  for (size_t at = 0; at < word.size();) {
    const auto byte = static_cast<unsigned char>(word[at]);
    const CodePoint code = byte < 0x80 ? CodePoint{byte, 1} : DecodeAt(word, at);
    if (IsLetter(code.value)) {
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

/// Where a word that begins at `at` ends.
template <class Text>
size_t WordEnd(const Text& in, size_t at) {
  size_t end = at;
  for (;;) {
    end = in.PastWordChars(end);
    const char32_t point = in.At(end);
    if (point == '\'' && IsLetter(in.At(end + 1)) && end > at) {
      ++end;
    } else if (point == '.' && IsLetter(in.At(end + 1)) && end - at == 1 && in.At(end + 2) == '.') {
      ++end;  // U.S., e.g.
    } else if (point == '.' && end - at >= 3 && in.At(end - 2) == '.' && !IsLetter(in.At(end + 1)) &&
               IsLetter(in.At(end - 1)) && in.At(at + 1) == '.') {
      ++end;
    } else {
      break;
    }
  }
  // C++, C#, F#
  while ((in.At(end) == '+' || in.At(end) == '#') && end - at <= 3 && !IsWordChar(in.At(end + 1))) ++end;
  return end;
}

/// Whether a figure begins at `at`, with its currency sign or not.
template <class Text>
bool BeginsAmount(const Text& in, size_t at) {
  return IsDigit(in.At(at)) || (IsCurrency(in.At(at)) && IsDigit(in.At(at + 1)));
}

template <class Text>
std::vector<Token> Split(const Text& in) {
  std::vector<Token> tokens;
  const size_t size = in.size();
  tokens.reserve(size / 3 + 4);
  const auto add = [&](size_t begin, size_t end, TokenKind kind) -> Token& {
    Token& token = tokens.emplace_back();
    token.span = in.SpanOf(begin, end);
    token.kind = kind;
    token.space_before = begin == 0 || in.At(begin - 1) == ' ';
    in.Read(begin, end, token);
    return token;
  };

  for (size_t at = 0; at < size;) {
    const char32_t point = in.At(at);
    if (point == ' ') {
      ++at;
      continue;
    }
    NumberKind number = NumberKind::kNone;
    if (const size_t length = IsLetter(point) ? 0 : ReadNumber(in, at, number); length > 0) {
      // "+" and "~" before digits belong to the number unless they join words.
      Token& token = add(at, at + length, TokenKind::kNumber);
      token.number = number;
      token.letter_case = LetterCase::kLower;
      token.hyphen_before = at > 0 && in.At(at - 1) == '-' && at > 1 && IsWordChar(in.At(at - 2));
      at += length;
      if (in.At(at) == '-' && IsLetter(in.At(at + 1))) ++at;  // "6-week": the hyphen is a joint
      continue;
    }
    if (IsWordChar(point)) {
      const size_t end = WordEnd(in, at);
      if (end - at == 1 && ToLower(point) == 'w' && in.At(end) == '/') {  // "w/ tech lead"
        Token& token = add(at, end + 1, TokenKind::kWord);
        token.SetLower("with");
        token.letter_case = LetterCase::kLower;
        at = end + 1;
        continue;
      }
      const bool possessive =
          end - at > 2 && in.At(end - 2) == '\'' && ToLower(in.At(end - 1)) == 's';
      const size_t word_end = possessive ? end - 2 : end;
      Token& token = add(at, word_end, TokenKind::kWord);
      token.hyphen_before = at > 1 && in.At(at - 1) == '-' &&
                            (IsWordChar(in.At(at - 2)) || in.At(at - 2) == '%');
      if (possessive) {
        Token& tail = add(word_end, end, TokenKind::kWord);
        tail.space_before = false;
        tail.letter_case = LetterCase::kLower;
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
    if (token.Is("&")) {
      token.SetLower("and");
      token.kind = TokenKind::kWord;
    } else if (token.Is("=>") || token.Is("\xE2\x86\x92") || token.Is("\xE2\x87\x92")) {
      token.SetLower("->");
    } else if (token.Is("\xE2\x80\x93") && tokens.size() > 1 && !token.space_before &&
               tokens[tokens.size() - 2].kind == TokenKind::kNumber && BeginsAmount(in, end)) {
      token.SetLower("-");  // from one number to another: "40–60 calls"
    } else if (token.Is("--") || token.Is("---") || token.Is("\xE2\x80\x93") ||
               (token.Is("-") && token.space_before)) {
      token.SetLower("--");  // a dash between clauses
    }
    at = end;
  }
  return tokens;
}

}  // namespace

std::vector<Token> Tokenize(std::string_view text) {
  return AllSimple(text) ? Split(SimpleText(text)) : Split(FoldedText(text));
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
