#include "compare/claims.h"

#include <algorithm>

#include "base/utf8.h"

namespace resumelint {

namespace {

constexpr uint32_t kUnitReach = 3;  // words after a number among which what it counts is looked for

std::vector<bool> SlotTokens(const Sentence& sentence) {
  std::vector<bool> slot(sentence.tokens.size(), false);
  bool inside = false;
  for (size_t i = 0; i < slot.size(); ++i) {
    if (sentence.tokens[i].lower == "[") inside = true;
    slot[i] = inside;
    if (sentence.tokens[i].lower == "]") inside = false;
  }
  return slot;
}

/// In a line of capitals, or a heading in title case, capitals say nothing.
bool CapitalsTell(const Sentence& sentence) {
  uint32_t words = 0;
  uint32_t lower = 0;
  for (const Token& token : sentence.tokens) {
    if (token.kind != TokenKind::kWord) continue;
    ++words;
    lower += token.letter_case == LetterCase::kLower ? 1 : 0;
  }
  return lower * 3 >= words;
}

std::vector<std::string> WordsAfter(const Sentence& sentence, uint32_t at, const Grammar& grammar) {
  std::vector<std::string> out;
  for (uint32_t k = at + 1; k < sentence.tokens.size() && out.size() < kUnitReach; ++k) {
    const Token& token = sentence.tokens[k];
    if (token.kind != TokenKind::kWord || sentence.TermAt(k, grammar.number) != nullptr) break;
    const bool glue = sentence.Covers(k, grammar.glue);
    if (glue && !out.empty()) break;  // "12 ferries on time with …" counts ferries
    if (!glue) out.push_back(token.lower);
  }
  return out;
}

std::string Singular(std::string word) {
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

/// Digits of a number without the commas in it: "1,200" and "1200" are one, as "nine" and "9" are.
std::string NumberKey(const std::string& lower, const RewriteRules& rewrites) {
  for (const auto& [word, digits] : rewrites.numerals) {
    if (word == lower) return std::string(digits);
  }
  std::string out;
  for (const char c : lower) {
    if (c != ',' && c != ' ' && c != '+' && c != '~') out += c;
  }
  return out;
}

}  // namespace

const char* Name(FactKind kind) {
  constexpr const char* kNames[] = {"number", "name", "tool"};
  return kNames[static_cast<size_t>(kind)];
}

std::vector<Fact> FactsOf(const Block& block, int index, const Lexicon& lexicon, const RewriteRules& rewrites) {
  const Grammar& grammar = rewrites.grammar;
  std::vector<Fact> out;
  const Sentence sentence = lexicon.Read(block.text.chars);
  const std::vector<bool> slot = SlotTokens(sentence);
  const bool capitals = CapitalsTell(sentence);
  bool begins = true;  // a sentence begins: its capital says nothing
  for (uint32_t i = 0; i < sentence.tokens.size(); ++i) {
    const Token& token = sentence.tokens[i];
    const bool first = begins;
    begins = token.kind == TokenKind::kPunctuation && (token.lower == "." || token.lower == ":" || token.lower == "!");
    if (slot[i] || token.kind == TokenKind::kPunctuation) continue;
    Fact fact;
    fact.block = index;
    fact.in_text = token.span;
    if (token.kind == TokenKind::kNumber || sentence.TermAt(i, grammar.number) != nullptr) {
      if (token.lower == "one") continue;
      fact.kind = FactKind::kNumber;
      fact.key = NumberKey(token.lower, rewrites);
      const std::vector<std::string> after = WordsAfter(sentence, i, grammar);
      if (!after.empty() && token.number != NumberKind::kYear) fact.unit = after.front();
      const bool beside = i + 1 < sentence.tokens.size() && sentence.tokens[i + 1].lower == fact.unit;
      if (beside) {
        fact.in_text.end = sentence.tokens[i + 1].span.end;
      } else {
        // A bare number says nothing: "refunds from 40".
        uint32_t from = i;
        while (from > 0 && i - from < 2 && sentence.tokens[from - 1].kind != TokenKind::kPunctuation && !slot[from - 1]) --from;
        fact.in_text.begin = sentence.tokens[from].span.begin;
      }
    } else if (sentence.TermAt(i, grammar.tool) != nullptr) {
      const Term& term = *sentence.TermAt(i, grammar.tool);
      fact.kind = FactKind::kTool;
      fact.in_text = sentence.SpanOf(term.begin, term.end);
      fact.key = Lower(sentence.TextOf(term.begin, term.end));
      i = term.end - 1;
    } else if (capitals && token.letter_case != LetterCase::kLower && token.lower != "i" && token.lower != "'s" &&
               (!first || token.letter_case == LetterCase::kUpper || token.letter_case == LetterCase::kMixed) &&
               !sentence.Covers(i, grammar.ritual) && !sentence.Covers(i, grammar.glue)) {
      fact.kind = FactKind::kName;
      fact.key = token.lower;
      // "Example Pay Ltd" is one name.
      while (i + 1 < sentence.tokens.size() && !slot[i + 1] && sentence.tokens[i + 1].kind == TokenKind::kWord &&
             sentence.tokens[i + 1].letter_case != LetterCase::kLower && sentence.tokens[i + 1].lower != "'s") {
        ++i;
        fact.key += " " + sentence.tokens[i].lower;
        fact.in_text.end = sentence.tokens[i].span.end;
      }
    } else {
      continue;
    }
    fact.text = block.text.chars.substr(fact.in_text.begin, fact.in_text.size());
    out.push_back(std::move(fact));
  }
  return out;
}

KnownFacts::KnownFacts(const Document& document, const Lexicon& lexicon, const RewriteRules& rewrites) {
  const Grammar& grammar = rewrites.grammar;
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kSkipped) continue;
    const Sentence sentence = lexicon.Read(block.text.chars);
    const std::vector<bool> slot = SlotTokens(sentence);
    for (uint32_t k = 0; k < sentence.tokens.size(); ++k) {
      if (slot[k]) continue;
      words_.insert(sentence.tokens[k].lower);
      const bool number = sentence.tokens[k].kind == TokenKind::kNumber || sentence.TermAt(k, grammar.number) != nullptr;
      if (!number) continue;
      Number& told = numbers_[NumberKey(sentence.tokens[k].lower, rewrites)];
      const bool year = sentence.tokens[k].number == NumberKind::kYear;
      const std::vector<std::string> after = year ? std::vector<std::string>() : WordsAfter(sentence, k, grammar);
      told.bare = told.bare || after.empty();
      for (const std::string& word : after) told.units.insert(Singular(word));
    }
    if (block.kind == BlockKind::kContact) continue;
    for (Fact& fact : FactsOf(block, static_cast<int>(i), lexicon, rewrites)) facts_.push_back(std::move(fact));
  }
}

bool KnownFacts::Tells(const Fact& fact) const {
  if (fact.kind != FactKind::kNumber) {
    // Every word of the name stands somewhere.
    for (size_t at = 0; at < fact.key.size();) {
      const size_t end = std::min(fact.key.find(' ', at), fact.key.size());
      if (!words_.contains(fact.key.substr(at, end - at))) return false;
      at = end + 1;
    }
    return true;
  }
  const auto found = numbers_.find(fact.key);
  if (found == numbers_.end()) return false;
  const Number& number = found->second;
  return fact.unit.empty() || number.bare || number.units.contains(Singular(fact.unit));
}

}  // namespace resumelint
