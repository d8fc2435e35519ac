#include "lint/reading.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "language/phrase_code.h"

namespace resumelint {

namespace {

/// A quotation of at least this many words is a title or somebody else's words.
constexpr uint32_t kQuotedTitle = 3;

bool IsQuote(const Token& token) {
  return token.kind == TokenKind::kPunctuation && (token.Is("\"") || token.Is("'"));
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

/// Looks at those of `count` phrases, numbered from `first`, that are in question, until one look
/// says that it is enough. True if one did.
template <class Look>
bool UntilCandidate(const std::vector<uint64_t>& bits, uint32_t first, size_t count, Look look) {
  if (bits.empty()) {
    for (size_t i = 0; i < count; ++i) {
      if (look(i)) return true;
    }
    return false;
  }
  const size_t end = first + count;
  for (size_t at = first; at < end;) {
    const uint64_t rest = bits[at / 64] >> (at % 64);
    if (rest == 0) {
      at = (at / 64 + 1) * 64;
      continue;
    }
    at += static_cast<size_t>(std::countr_zero(rest));
    if (at >= end) break;
    if (look(at - first)) return true;
    ++at;
  }
  return false;
}

template <class Look>
void ForCandidates(const std::vector<uint64_t>& bits, uint32_t first, size_t count, Look look) {
  UntilCandidate(bits, first, count, [&](size_t i) {
    look(i);
    return false;
  });
}

/// Takes words in another sense out of their classes. False if there were none.
bool StripSenses(const RuleSet& rules, const SentenceIndex& index, const std::vector<uint64_t>& candidates, Sentence& sentence) {
  struct Found {
    const Sense* sense = nullptr;
    Phrase::Match match;
  };
  std::vector<Found> found;
  std::vector<Phrase::Match> matches;
  // Senses are matched on the words as they were, then stripped together: their order is no matter.
  for (size_t i = 0; i < rules.senses.size(); ++i) {
    const Sense& sense = rules.senses[i];
    ForCandidates(candidates, rules.phrases.OfSense(i), sense.phrases.size(), [&](size_t phrase) {
      matches.clear();
      sense.phrases[phrase].FindAll(index, matches);
      for (const Phrase::Match& match : matches) found.push_back({&sense, match});
    });
  }
  if (found.empty()) return false;
  std::erase_if(sentence.terms, [&](const Term& term) {
    return std::any_of(found.begin(), found.end(), [&](const Found& one) {
      const std::vector<ClassId>& classes = one.sense->classes;
      return term.begin < one.match.end && one.match.begin < term.end &&
             std::find(classes.begin(), classes.end(), term.cls) != classes.end();
    });
  });
  sentence.IndexTerms();
  return true;
}

}  // namespace

Sentence ReadForRules(std::string_view text, const RuleSet& rules) { return Detection(rules).Read(text); }

uint32_t WordCount(const Sentence& sentence) {
  return static_cast<uint32_t>(
      std::count_if(sentence.tokens.begin(), sentence.tokens.end(), [](const Token& token) {
        return token.kind != TokenKind::kPunctuation && !token.hyphen_before && !token.Is("'s");
      }));
}

const Sentence& Detection::Read(Sentence as_written) {
  read_ = std::move(as_written);
  MaskQuotations(read_);
  Index(read_);
  if (StripSenses(*rules_, index_, candidates_, read_)) Index(read_);
  Forget();
  return read_;
}

void Detection::Reset(const Sentence& sentence) {
  Index(sentence);
  Forget();
}

void Detection::Index(const Sentence& sentence) {
  index_.Reset(sentence, rules_->lexicon.classes().size());
  rules_->phrases.Candidates(index_, candidates_);
}

void Detection::Forget() {
  for (Answer& answer : answers_) answer.known = answer.listed = false;
  words_ = WordCount(sentence());
  bytes_ = BytesOf(sentence().text);
}

// Detectors refer to earlier ones only, so the recursion is as deep as the longest chain in the
// rule files, not as anything in the text.
bool Detection::Says(uint16_t index) {
  Answer& answer = answers_[index];
  if (answer.known) return answer.says;
  answer.known = true;
  const Detector& detector = rules_->detectors[index];
  if (detector.max_words > 0 && words_ > detector.max_words) return answer.says = false;
  const bool unconditional =
      detector.phrases.empty() && detector.regexes.empty() && detector.any.empty();
  const auto one_says = [&](uint16_t other) { return Says(other); };
  return answer.says = (unconditional || AnyMatch(index) || std::any_of(detector.any.begin(), detector.any.end(), one_says)) &&
                       std::all_of(detector.all.begin(), detector.all.end(), one_says) &&
                       std::none_of(detector.none.begin(), detector.none.end(), one_says);
}

/// False where a match of a detector that this one must stand outside of overlaps.
bool Detection::Counts(const Detector& detector, Span match) {
  return std::none_of(detector.outside.begin(), detector.outside.end(), [&](uint16_t other) {
    const std::vector<Span>& voided = Matches(other);
    return std::any_of(voided.begin(), voided.end(), [&](Span span) { return match.Overlaps(span); });
  });
}

/// One match is enough.
bool Detection::AnyMatch(uint16_t index) {
  const Detector& detector = rules_->detectors[index];
  if (answers_[index].listed) return !answers_[index].matches.empty();
  std::vector<Phrase::Match> matches;
  const auto counts = [&](const Phrase& phrase) {
    if (detector.outside.empty()) return phrase.Find(index_).has_value();
    matches.clear();
    phrase.FindAll(index_, matches);
    return std::any_of(matches.begin(), matches.end(), [&](const Phrase::Match& match) {
      return Counts(detector, sentence().SpanOf(match.begin, match.end));
    });
  };
  return UntilCandidate(candidates_, rules_->phrases.OfDetector(index), detector.phrases.size(),
                        [&](size_t i) { return counts(detector.phrases[i]); }) ||
         std::any_of(detector.regexes.begin(), detector.regexes.end(), [&](const Regex& regex) {
           const auto match = regex.Find(sentence().text, bytes_);
           return match && Counts(detector, *match);
         });
}

const std::vector<Span>& Detection::Matches(uint16_t index) {
  Answer& answer = answers_[index];
  if (answer.listed) return answer.matches;
  answer.listed = true;
  answer.matches.clear();
  const Detector& detector = rules_->detectors[index];
  const auto keep = [&](Span span) {
    if (Counts(detector, span)) answer.matches.push_back(span);
  };
  const Sentence& text = sentence();
  std::vector<Phrase::Match> matches;
  ForCandidates(candidates_, rules_->phrases.OfDetector(index), detector.phrases.size(), [&](size_t phrase) {
    matches.clear();
    detector.phrases[phrase].FindAll(index_, matches);
    for (const Phrase::Match& match : matches) keep(text.SpanOf(match.begin, match.end));
  });
  for (const Regex& regex : detector.regexes) {
    if (const auto span = regex.Find(text.text, bytes_)) keep(*span);
  }
  return answer.matches;
}

Span Detection::FirstMatch(size_t rule) const {
  const Rule& one = rules_->rules[rule];
  Span best;
  const auto take = [&](Span span) {
    if (!span.empty() && (best.empty() || span.begin < best.begin)) best = span;
  };
  ForCandidates(candidates_, rules_->phrases.OfRule(rule), one.phrases.size(), [&](size_t phrase) {
    if (const auto match = one.phrases[phrase].Find(index_)) take(sentence().SpanOf(match->begin, match->end));
  });
  for (const Regex& regex : one.regexes) {
    if (const auto span = regex.Find(sentence().text, bytes_)) take(*span);
  }
  return best;
}

bool Detection::HasWords(size_t rule) const {
  const std::vector<Phrase>& words = rules_->rules[rule].words;
  return UntilCandidate(candidates_, rules_->phrases.OfWords(rule), words.size(),
                        [&](size_t phrase) { return words[phrase].Find(index_).has_value(); });
}

}  // namespace resumelint
