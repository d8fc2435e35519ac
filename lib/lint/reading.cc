#include "lint/reading.h"

#include <algorithm>
#include <utility>

#include "language/phrase_code.h"

namespace resumelint {

namespace {

/// A quotation of at least this many words is a title or somebody else's words.
constexpr uint32_t kQuotedTitle = 3;

bool IsQuote(const Token& token) {
  return token.kind == TokenKind::kPunctuation && (token.lower == "\"" || token.lower == "'");
}

void MaskQuotations(Sentence& sentence) {
  const auto size = static_cast<uint32_t>(sentence.tokens.size());
  for (uint32_t open = 0; open < size; ++open) {
    if (!IsQuote(sentence.tokens[open])) continue;
    uint32_t close = open + 1;
    while (close < size && !IsQuote(sentence.tokens[close])) ++close;
    if (close >= size) break;
    if (close - open - 1 >= kQuotedTitle) {
      for (uint32_t at = open + 1; at < close; ++at) {
        sentence.tokens[at].SetLower("\"\"");
        sentence.tokens[at].kind = TokenKind::kPunctuation;
        sentence.tokens[at].number = NumberKind::kNone;
      }
      std::erase_if(sentence.terms, [&](const Term& term) {
        return term.begin < close && open < term.end;
      });
      sentence.IndexTerms();
    }
    open = close;
  }
}

}  // namespace

Sentence ReadForRules(std::string_view text, const RuleSet& rules) {
  Sentence sentence = rules.lexicon.Read(text);
  MaskQuotations(sentence);
  // Senses are matched on the words as they were, then stripped together: their order is no matter.
  std::vector<std::pair<const Sense*, Phrase::Match>> found;
  {
    const SentenceIndex index(sentence, rules.lexicon.classes().size());
    std::vector<Phrase::Match> matches;
    for (const Sense& sense : rules.senses) {
      for (const Phrase& phrase : sense.phrases) {
        if (!index.CanMatch(phrase.code())) continue;
        matches.clear();
        phrase.FindAll(index, matches);
        for (const Phrase::Match& match : matches) found.emplace_back(&sense, match);
      }
    }
  }
  for (const auto& [sense, match] : found) {
    for (const ClassId cls : sense->classes) sentence.Strip(cls, match.begin, match.end);
  }
  return sentence;
}

uint32_t WordCount(const Sentence& sentence) {
  return static_cast<uint32_t>(
      std::count_if(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
        return token.kind != TokenKind::kPunctuation && !token.hyphen_before && token.lower != "'s";
      }));
}

Detection::Detection(const Sentence& sentence, const RuleSet& rules)
    : sentence_(&sentence), rules_(&rules), answers_(rules.detectors.size()),
      index_(sentence, rules.lexicon.classes().size()), words_(WordCount(sentence)) {}

bool Detection::Says(uint16_t detector) {
  WorkOut(detector);
  return answers_[detector].says;
}

const std::vector<Span>& Detection::Matches(uint16_t detector) {
  WorkOut(detector);
  return answers_[detector].matches;
}

// Detectors refer to earlier ones only, so the recursion is as deep as the longest chain in the
// rule files, not as anything in the text.
void Detection::WorkOut(uint16_t index) {
  if (answers_[index].known) return;
  answers_[index].known = true;
  const Detector& detector = rules_->detectors[index];
  std::vector<Span> voided;
  for (const uint16_t other : detector.outside) {
    for (const Span span : Matches(other)) voided.push_back(span);
  }
  Answer answer;
  answer.known = true;
  const auto keep = [&](Span span) {
    for (const Span other : voided) {
      if (span.Overlaps(other)) return;
    }
    answer.matches.push_back(span);
  };
  std::vector<Phrase::Match> matches;
  for (const Phrase& phrase : detector.phrases) {
    if (index_.CanMatch(phrase.code())) phrase.FindAll(index_, matches);
  }
  for (const Phrase::Match& match : matches) keep(sentence_->SpanOf(match.begin, match.end));
  for (const Regex& regex : detector.regexes) {
    if (const auto span = regex.Find(sentence_->text)) keep(*span);
  }
  const bool unconditional =
      detector.phrases.empty() && detector.regexes.empty() && detector.any.empty();
  answer.says = unconditional || !answer.matches.empty();
  for (const uint16_t other : detector.any) answer.says = answer.says || Says(other);
  for (const uint16_t other : detector.all) answer.says = answer.says && Says(other);
  for (const uint16_t other : detector.none) answer.says = answer.says && !Says(other);
  if (detector.max_words > 0 && words_ > detector.max_words) answer.says = false;
  answers_[index] = std::move(answer);
}

Span Detection::FirstMatch(const std::vector<Phrase>& phrases,
                           const std::vector<Regex>& regexes) const {
  Span best;
  const auto take = [&](Span span) {
    if (!span.empty() && (best.empty() || span.begin < best.begin)) best = span;
  };
  for (const Phrase& phrase : phrases) {
    if (!index_.CanMatch(phrase.code())) continue;
    if (const auto match = phrase.Find(index_)) take(sentence_->SpanOf(match->begin, match->end));
  }
  for (const Regex& regex : regexes) {
    if (const auto span = regex.Find(sentence_->text)) take(*span);
  }
  return best;
}

}  // namespace resumelint
