#include "rewrite/words.h"

#include <algorithm>

namespace resumelint {

namespace {

constexpr uint32_t kUnasked = ~uint32_t{0};
constexpr uint32_t kAmountReach = 6;  // tokens between "from" and its "to"

/// Length of `words` if they stand at `at`, before `end`; 0 if they don't.
uint32_t Match(const Sentence& s, uint32_t at, uint32_t end, const std::vector<WordHash>& words) {
  if (at + words.size() > end) return 0;
  for (size_t i = 0; i < words.size(); ++i) {
    if (s.tokens[at + i].hash != words[i]) return 0;
  }
  return static_cast<uint32_t>(words.size());
}

}  // namespace

bool InsideCompound(const Sentence& sentence, const Term& term) {
  return sentence.tokens[term.begin].hyphen_before ||
         (term.end < sentence.tokens.size() && sentence.tokens[term.end].hyphen_before);
}

bool HoldsTerm(const Sentence& sentence, Range range, std::span<const ClassId> classes) {
  if (range.empty() || range.begin >= sentence.tokens.size()) return false;
  const size_t end = sentence.first_term[std::min<size_t>(range.end, sentence.tokens.size())];
  for (size_t i = sentence.first_term[range.begin]; i < end; ++i) {
    const Term& term = sentence.terms[i];
    if (std::find(classes.begin(), classes.end(), term.cls) != classes.end() && term.end <= range.end &&
        !InsideCompound(sentence, term)) {
      return true;
    }
  }
  return false;
}

bool EndsInTerm(const Sentence& sentence, Range range, const std::vector<ClassId>& classes) {
  return std::ranges::any_of(sentence.terms, [&](const Term& term) {
    return range.begin <= term.begin && term.end == range.end && std::ranges::find(classes, term.cls) != classes.end();
  });
}

bool InNounTerm(const Lexicon& lexicon, const Sentence& sentence, uint32_t at, uint32_t words) {
  return std::ranges::any_of(sentence.terms, [&](const Term& term) {
    return term.begin <= at && at < term.end && term.end - term.begin >= words && lexicon.classes()[term.cls].kind == ClassKind::kNouns;
  });
}

void AddLemmas(const RewriteRules& rules, std::string_view word, WordHash hash, WordSet& lemmas) {
  for (const VerbReading& reading : VerbReadings(hash)) lemmas.Add(reading.lemma);
  if (const std::string_view verb = rules.VerbOfNominal(word, hash); !verb.empty()) lemmas.Add(verb);
}

BulletWords::BulletWords(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence)
    : rules_(rules), g_(rules.grammar), lexicon_(lexicon), s_(sentence) {
  end_ = static_cast<uint32_t>(s_.tokens.size());
  verbs_.resize(end_);
  for (uint32_t at = 0; at < end_; ++at) {
    if (T(at).kind != TokenKind::kWord) continue;
    verbs_[at] = VerbReadings(T(at).hash);
    if (!verbs_[at].empty()) continue;
    if (at + 1 < end_ && T(at + 1).hyphen_before) verbs_[at] = VerbReadings(T(at).lower + T(at + 1).lower);  // "co-ordinated"
    if (!verbs_[at].empty()) {
      hyphenated_.push_back(at);
      continue;
    }
    if (const std::string meant = lexicon.Correct(T(at)); !meant.empty()) {
      verbs_[at] = VerbReadings(meant);
    }
  }
  while (end_ > 0 && (T(end_ - 1).Is(".") || T(end_ - 1).Is(";") || T(end_ - 1).Is(","))) {
    --end_;
  }
  while (begin_ < end_ && T(begin_).kind == TokenKind::kPunctuation && !T(begin_).Is("(") &&
         !T(begin_).Is("[")) {
    ++begin_;
  }
  shouting_ = Shouting();
}

bool BulletWords::Shouting() const {
  uint32_t words = 0;
  for (uint32_t at = begin_; at < end_; ++at) {
    if (T(at).kind != TokenKind::kWord || T(at).span.size() < 2) continue;
    if (T(at).letter_case != LetterCase::kUpper && !T(at).Is("'s")) return false;
    ++words;
  }
  return words >= 3;
}

uint32_t BulletWords::EndOf(uint32_t at, ClassId cls) const {
  if (at >= end_) return at;
  const Term* term = s_.TermAt(at, cls);
  return term == nullptr ? at : std::min(term->end, end_);
}

const VerbReading* BulletWords::Reading(uint32_t at, uint8_t forms) const {
  if (at >= end_) return nullptr;
  for (const VerbReading& reading : verbs_[at]) {
    if ((reading.forms & forms) != 0) return &reading;
  }
  return nullptr;
}

bool BulletWords::BeginsVerbTerm(uint32_t at) const {
  return std::ranges::any_of(s_.terms, [&](const Term& term) {
    return term.begin == at && lexicon_.classes()[term.cls].kind == ClassKind::kVerbs;
  });
}

uint32_t BulletWords::SkipAdverbs(uint32_t at) const {
  while (at < end_) {
    const uint32_t next = EndOf(at, g_.adverb);
    if (next == at) return at;
    if (In(at, g_.cadence) && !IsVerb(next)) return at;  // "weekly dashboards"
    at = next;
  }
  return at;
}

bool BulletWords::BeginsWithNumber(uint32_t at) const {
  if (Is(at, "the")) ++at;
  at = EndOf(at, g_.hedge);
  return at < end_ && (T(at).kind == TokenKind::kNumber || In(at, g_.number));
}

uint32_t BulletWords::AmountFollows(uint32_t from) const {
  if (!BeginsWithNumber(from + 1) && !(from > begin_ && In(from - 1, g_.passage))) return 0;
  for (uint32_t i = from + 2; i < end_ && i < from + kAmountReach; ++i) {
    if (Is(i, "to") || Is(i, "->")) return i;
  }
  return 0;
}

bool BulletWords::LeadsToOtherEnd(uint32_t at) const {
  const auto name = [&](uint32_t i) { return i < end_ && T(i).letter_case != LetterCase::kLower; };
  if (!Is(at, "with") || at <= begin_ || !name(at + 1) || !HeadIs(at - 1, {g_.linked}) || HoldsPeople({at + 1, at + 2})) return false;
  return !In(at + 1, g_.ritual) || (IsConnector(at + 2) && name(at + 3));  // "with Epic and Cerner"
}

bool BulletWords::InSetPhrase(uint32_t at) const {
  return std::ranges::any_of(s_.terms, [&](const Term& term) {
    return term.cls == g_.modifier && term.begin < at && at + 1 < term.end;  // "end to end"
  });
}

uint32_t BulletWords::PrepositionAt(uint32_t at) const {
  if (at >= end_) return 0;
  if (at + 1 < end_ && T(at + 1).hyphen_before) return 0;  // "in-flight", "as-is"
  if (prepositions_.size() != s_.tokens.size()) prepositions_.assign(s_.tokens.size(), kUnasked);
  uint32_t& best = prepositions_[at];
  if (best != kUnasked) return best;
  best = 0;
  if (T(at).letter_case == LetterCase::kUpper && T(at).span.size() > 1 && !shouting_) return 0;  // "the AS/400 system"
  const auto number = [&](uint32_t i) { return i < end_ && T(i).kind == TokenKind::kNumber; };
  if (Is(at, "to") && at > begin_ && number(at - 1) && number(at + 1)) return 0;  // "40 to 60 tickets"
  if (!rules_.segment_starts.Contains(T(at).hash) || LeadsToOtherEnd(at) || InSetPhrase(at)) return 0;
  for (const SegmentRule& rule : rules_.segments) {
    for (const std::vector<WordHash>& words : rule.after) {
      best = std::max(best, Match(s_, at, end_, words));
    }
  }
  if (IsClauseEnd(SkipAdverbs(at + best))) best = 0;  // "what to work on next"
  return best;
}

uint8_t BulletWords::VerbAfter(uint32_t at) const {
  const uint32_t verb = SkipAdverbs(at + PrepositionAt(at));
  if (verb == 0 || verb >= end_) return 0;
  if ((Is(at, "to") || Is(at, "in") || Is(at, "so")) && Reading(verb, kBase) != nullptr &&
      (Is(verb - 1, "to") || s_.Covers(verb - 1, g_.adverb)) && !InCompoundNoun(verb) &&
      (!HoldsPeople({verb, verb + 1}) || In(verb + 1, g_.determiner) ||
       (verb + 1 < end_ && T(verb + 1).kind == TokenKind::kWord && !IsConnector(verb + 1) && PrepositionAt(verb + 1) == 0 &&
        !HoldsPeople({verb + 1, verb + 2})))) {  // "to support the launch", "to design software"
    return kBase;
  }
  if ((Is(at, "by") || Is(at, "through") || Is(at, "for") || Is(at, "via")) &&
      Reading(verb, kGerund) != nullptr && !InCompoundNoun(verb) && !IsConnector(verb + 1) &&
      (!In(verb, g_.noun_gerund) || In(verb + 1, g_.determiner) || BeginsWithNumber(verb + 1) ||
       (Is(at, "by") && !HoldsPeople({verb, verb + 2}))) &&
      !Is(verb + 1, ",") && verb + 1 < end_ && (PrepositionAt(verb + 1) == 0 || Is(verb + 1, "with"))) {
    return kGerund;
  }
  return 0;
}

bool BulletWords::PeopleDo(uint32_t at) const {
  if (at == 0 || Reading(at, kGerund) == nullptr || T(at).hyphen_before || PrepositionAt(at) > 0 || !HoldsPeople({at - 1, at})) return false;
  if (at + 1 >= end_ || T(at + 1).kind == TokenKind::kPunctuation || IsConnector(at + 1)) return false;  // "customer onboarding"
  return T(at - 1).lower.ends_with('s') || In(at + 1, g_.determiner) || !HeadIs(at + 1, {g_.thing});
}

uint32_t BulletWords::HeadNoun(Range range) const {
  if (In(range.begin, g_.hedge)) range.begin = std::min(EndOf(range.begin, g_.hedge), range.end - 1);  // "up to 60 people"
  uint32_t head = range.begin;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin && (Is(i, "(") || In(i, g_.relative) || (PrepositionAt(i) > 0 && !InCompoundNoun(i)))) break;
    if (i > range.begin && PeopleDo(i)) break;
    // "a program serving 3M customers"
    if (i > range.begin && Reading(i, kGerund) != nullptr && (In(i + 1, g_.determiner) || BeginsWithNumber(i + 1))) break;
    if (T(i).kind == TokenKind::kWord && !IsConnector(i)) head = i;
  }
  return head;
}

bool BulletWords::HeadIs(uint32_t head, const std::vector<ClassId>& classes) const {
  return EndsInTerm(s_, {0, head + 1}, classes);
}

bool BulletWords::HoldsBeside(Range range, const std::vector<ClassId>& classes, const std::vector<ClassId>& names) const {
  const auto of = [](const std::vector<ClassId>& list, ClassId cls) { return std::ranges::find(list, cls) != list.end(); };
  return std::ranges::any_of(s_.terms, [&](const Term& term) {
    if (term.begin < range.begin || term.end > range.end || !of(classes, term.cls) || InsideCompound(s_, term)) return false;
    return std::ranges::none_of(s_.terms, [&](const Term& longer) { return of(names, longer.cls) && term.Within(longer); });
  });
}

bool BulletWords::Fits(const SegmentRule& rule, uint32_t begin, Range inner, uint32_t head) const {
  const uint8_t verb = VerbAfter(begin);
  if (rule.verb != 0 && (rule.verb & verb) == 0) return false;
  // "to reduce errors in the app" is no app, whatever it ends in.
  if (rule.verb == 0 && verb != 0 && rule.role != Part::kOther) return false;
  if (rule.number && !BeginsWithNumber(inner.begin)) return false;
  if (rule.year && T(inner.begin).number != NumberKind::kYear) return false;
  const uint32_t named = Is(inner.begin, "the") ? inner.begin + 1 : inner.begin;  // "with the FCA"
  if (rule.name && (named >= inner.end || T(named).letter_case == LetterCase::kLower)) return false;
  if (!rule.holds.empty() && !Holds(inner, rule.holds)) return false;
  if (!rule.lacks.empty() && HoldsBeside(inner, rule.lacks, rule.holds)) return false;
  if (!rule.head.empty() && !HeadIs(head, rule.head)) return false;
  return rule.not_head.empty() || !HeadIs(head, rule.not_head);
}

Chunk BulletWords::Classify(uint32_t begin, uint32_t end, bool comma) const {
  Chunk chunk;
  chunk.begin = begin;
  chunk.end = end;
  chunk.comma = comma;
  chunk.inner = begin + PrepositionAt(begin);
  if (!rules_.segment_starts.Contains(T(begin).hash)) return chunk;
  for (const SegmentRule& rule : rules_.segments) {
    uint32_t length = 0;
    for (const std::vector<WordHash>& words : rule.after) {
      length = std::max(length, Match(s_, begin, end, words));
    }
    const Range inner{begin + length, end};
    if (length == 0 || inner.empty() || !Fits(rule, begin, inner, HeadNoun(inner))) continue;
    chunk.role = rule.role;
    chunk.inner = inner.begin;
    return chunk;
  }
  return chunk;
}

}  // namespace resumelint
