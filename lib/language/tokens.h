#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "base/span.h"

namespace resumelint {

enum class TokenKind : uint8_t { kWord, kNumber, kPunctuation };

/// What a number counts. A bare 4-digit 1900–2099 is a year.
enum class NumberKind : uint8_t { kNone, kPlain, kPercent, kMoney, kMultiple, kYear, kClock };

enum class LetterCase : uint8_t { kLower, kCapitalised, kUpper, kMixed };

/// A word that the program itself names: its hash is worked out when it is compiled.
struct KnownWord {
  WordHash hash;
  consteval KnownWord(const char* word) : hash(HashOf(word)) {}
};

/// A word, a number or a sign of a text.
///
/// Words are split at hyphens ("stand-up" is two tokens, the second with `hyphen_before`), and a
/// possessive 's is a token of its own ("'s"). `&` and "w/" read as the words "and" and "with".
struct Token {
  Span span;          ///< bytes of the text
  std::string lower;  ///< lower case, quotes and dashes folded to ASCII: what patterns compare
  WordHash hash = 0;  ///< of `lower`
  TokenKind kind = TokenKind::kWord;
  NumberKind number = NumberKind::kNone;
  LetterCase letter_case = LetterCase::kLower;
  bool space_before = false;   ///< a blank stands before it (true for the first token)
  bool hyphen_before = false;  ///< joined to the token before by a hyphen

  bool Is(KnownWord word) const { return hash == word.hash; }
  /// Makes it stand for another word.
  void SetLower(std::string word) {
    lower = std::move(word);
    hash = HashOf(lower);
  }
};

/// Splits a text. Total: any valid UTF-8 gives tokens whose spans are in order and don't overlap.
/// Curly quotes, dashes, NBSP, zero-width characters and soft hyphens are folded in `lower`.
std::vector<Token> Tokenize(std::string_view text);

/// For tests: `[prioritized][backlog][12%:percent][;]`.
std::string Dump(const std::vector<Token>& tokens);

}  // namespace resumelint
