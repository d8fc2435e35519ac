#include "lint/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "language/phrase_code.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr std::string_view kAbsent = "absent";
constexpr std::string_view kGerundStart = "gerund-start";

double ParameterOf(const Rule& rule, std::string_view name, double fallback) {
  for (const Parameter& parameter : rule.parameters) {
    if (parameter.name == name) return parameter.value;
  }
  return fallback;
}

bool Contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

uint8_t FormsOf(std::string_view word) {
  uint8_t forms = 0;
  for (const VerbReading& reading : VerbReadings(word)) {
    forms = static_cast<uint8_t>(forms | reading.forms);
  }
  return forms;
}

/// Index of the first word that is no leading adverb; -1 if there is none.
int FirstWord(const Sentence& sentence, const RuleSet& rules) {
  const ClassId adverb = rules.lexicon.Find("W.adverb");
  for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
    if (sentence.tokens[at].kind != TokenKind::kWord) return -1;
    if (!sentence.Covers(at, adverb)) return static_cast<int>(at);
  }
  return -1;
}

bool AnyOf(const std::vector<Phrase>& phrases, const SentenceIndex& index) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) {
    return phrase.Find(index).has_value();
  });
}

// ---------------------------------------------------------------- one text

bool StartsWithGerund(const Sentence& sentence, const Rule& rule, const RuleSet& rules) {
  const int first = FirstWord(sentence, rules);
  if (first < 0) return false;
  const auto at = static_cast<size_t>(first);
  const Token& token = sentence.tokens[at];
  if (!token.lower.ends_with("ing") || (FormsOf(token.lower) & kGerund) == 0) return false;
  // "Sprint-timing", "Mentoring: …" are names; a verb stands before something.
  if (at + 1 >= sentence.tokens.size()) return false;
  const Token& next = sentence.tokens[at + 1];
  if (next.hyphen_before || next.kind == TokenKind::kPunctuation) return false;
  // "loading bay lead": a noun of its own is a verb here only before an article or the like.
  const bool noun = std::any_of(rule.words.begin(), rule.words.end(), [&](const Phrase& word) {
    const auto match = word.Find(sentence, static_cast<uint32_t>(at));
    return match && match->begin == at;
  });
  if (noun) {
    const auto after = static_cast<uint32_t>(at + 1);
    return next.kind == TokenKind::kNumber ||
           sentence.Covers(after, rules.lexicon.Find("W.function")) ||
           sentence.Covers(after, rules.lexicon.Find("W.many"));
  }
  return true;
}

CheckResult GerundStart(const Rule& rule, const UnitText& text) {
  const Sentence& sentence = text.sentence;
  const RuleSet& rules = text.rules;
  CheckResult result;
  if (!StartsWithGerund(sentence, rule, rules)) return result;
  result.fires = true;
  const auto at = static_cast<uint32_t>(FirstWord(sentence, rules));
  result.span = sentence.SpanOf(at, at + 1);
  return result;
}

CheckResult Length(const Rule& rule, const UnitText& text) {
  const Sentence& sentence = text.sentence;
  const uint32_t words = WordCount(sentence);
  CheckResult result;
  result.fires = words > static_cast<uint32_t>(ParameterOf(rule, "hint", 32));
  if (words <= static_cast<uint32_t>(ParameterOf(rule, "warning", 45))) {
    result.severity = Severity::kHint;
  }
  result.detail = fmt::format("{} words", words);
  return result;
}

CheckResult Acronyms(const Rule& rule, const UnitText& text) {
  const Sentence& sentence = text.sentence;
  std::vector<std::string> unknown;
  for (const Token& token : sentence.tokens) {
    if (token.letter_case != LetterCase::kUpper) continue;
    std::string word = sentence.text.substr(token.span.begin, token.span.size());
    const bool listed = std::any_of(rule.words.begin(), rule.words.end(),
                                    [&](const Phrase& known) { return known.text() == word; });
    if (!listed && !Contains(unknown, word)) unknown.push_back(std::move(word));
  }
  CheckResult result;
  const bool shouted = std::none_of(
      sentence.tokens.begin(), sentence.tokens.end(),
      [](const Token& token) { return token.letter_case == LetterCase::kLower && token.kind == TokenKind::kWord; });
  result.fires = !shouted && static_cast<double>(unknown.size()) >= ParameterOf(rule, "count", 4);
  if (result.fires) result.detail = fmt::format("{}", fmt::join(unknown, ", "));
  return result;
}

CheckResult Typo(const Rule&, const UnitText& text) {
  const Sentence& sentence = text.sentence;
  CheckResult result;
  for (const Correction& correction : sentence.corrections) {
    const Token& token = sentence.tokens[correction.token];
    if (token.kind != TokenKind::kWord) continue;  // it stands in a quotation
    result.fires = true;
    result.span = token.span;
    const std::string meant = MeantWord(sentence, correction.token, text.rules.lexicon);
    result.detail = fmt::format("\"{}\" for \"{}\"", token.lower, Lower(meant));
    break;
  }
  return result;
}

CheckResult DoubleBlank(const Rule&, const UnitText& text) {
  CheckResult result;
  for (const Span blank : DoubleBlanks(text.document, text.block)) {
    if (blank.begin < text.in_text.begin || blank.end > text.in_text.end || result.fires) continue;
    result.fires = true;
    result.span = {blank.begin - text.in_text.begin, blank.end - text.in_text.begin};
  }
  return result;
}

CheckResult Capitals(const Rule& rule, const UnitText& text) {
  const Sentence& sentence = text.sentence;
  size_t words = 0;
  bool lower = false;
  for (const Token& token : sentence.tokens) {
    if (token.kind != TokenKind::kWord) continue;
    ++words;
    lower = lower || token.letter_case == LetterCase::kLower || token.letter_case == LetterCase::kMixed ||
            (token.letter_case == LetterCase::kCapitalised && token.span.size() > 1);
  }
  CheckResult result;
  result.fires = !lower && static_cast<double>(words) >= ParameterOf(rule, "words", 4);
  return result;
}

// ---------------------------------------------------------------- a role or the whole resume

bool Flagged(const Unit& unit, const std::vector<std::string_view>& of) {
  return std::any_of(unit.findings.begin(), unit.findings.end(), [&](const Finding& finding) {
    return finding.severity >= Severity::kWarning &&
           std::any_of(of.begin(), of.end(), [&](std::string_view pattern) {
             return MatchesRule(pattern, finding.rule);
           });
  });
}

CheckResult Absent(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  if (static_cast<double>(scope.units.size()) < ParameterOf(rule, "min-bullets", 4)) return result;
  for (const Unit& unit : scope.units) {
    if (scope.Fact(unit)) return result;
  }
  result.fires = true;
  result.detail = fmt::format("{} bullets", scope.units.size());
  return result;
}

CheckResult Title(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  if (scope.role == nullptr || !scope.latest) return result;
  const Sentence title = scope.rules.lexicon.Read(scope.role->title);
  SentenceIndex index(title, scope.rules.lexicon.classes().size());
  result.fires = AnyOf(rule.words, index) && !AnyOf(rule.against, index);
  if (!result.fires) return result;
  // A headline that already lists both says enough.
  for (const Block& block : scope.document.blocks) {
    if (block.section != SectionKind::kTop || block.kind == BlockKind::kSkipped) continue;
    const Sentence line = scope.rules.lexicon.Read(block.text.chars);
    index.Reset(line, scope.rules.lexicon.classes().size());
    if (AnyOf(rule.against, index)) result.fires = false;
  }
  return result;
}

CheckResult Share(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  size_t bullets = 0;
  size_t flagged = 0;
  for (const Unit& unit : scope.units) {
    if (unit.scope != Scope::kBullet) continue;
    // Only roles in which process words are warned of can have too many of them.
    const Profile& profile = scope.rules.profiles[unit.profile];
    if (profile.name != scope.profile) continue;
    ++bullets;
    flagged += Flagged(unit, rule.of) ? 1 : 0;
  }
  if (static_cast<double>(bullets) < ParameterOf(rule, "min-bullets", 5)) return result;
  result.fires =
      static_cast<double>(flagged) > ParameterOf(rule, "share", 0.4) * static_cast<double>(bullets);
  result.detail = fmt::format("{} of {} bullets", flagged, bullets);
  return result;
}

CheckResult FirstBullet(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  for (const Unit& unit : scope.units) {
    if (unit.scope != Scope::kBullet || unit.role < 0) continue;
    result.fires = Flagged(unit, rule.of);
    break;
  }
  return result;
}

/// Items of the skills section: split at commas, pipes and the like, labels cut off.
std::vector<std::string> SkillItems(const Document& document) {
  std::vector<std::string> items;
  for (const Block& block : document.blocks) {
    if (block.section != SectionKind::kSkills || block.kind == BlockKind::kSkipped ||
        block.kind == BlockKind::kHeading) {
      continue;
    }
    std::string_view rest = block.text.chars;
    if (const size_t colon = rest.find(':'); colon != std::string_view::npos && colon < 30) {
      rest.remove_prefix(colon + 1);
    }
    while (!rest.empty()) {
      const size_t end = rest.find_first_of(",|;/");
      std::string_view item = rest.substr(0, end);
      while (!item.empty() && item.front() == ' ') item.remove_prefix(1);
      while (!item.empty() && (item.back() == ' ' || item.back() == '.')) item.remove_suffix(1);
      if (!item.empty()) items.emplace_back(item);
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  return items;
}

CheckResult SkillsShare(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  const std::vector<std::string> items = SkillItems(scope.document);
  if (static_cast<double>(items.size()) < ParameterOf(rule, "min-items", 4)) return result;
  size_t process = 0;
  SentenceIndex index;
  for (const std::string& item : items) {
    const Sentence sentence = scope.rules.lexicon.Read(item);
    index.Reset(sentence, scope.rules.lexicon.classes().size());
    if (AnyOf(rule.against, index)) return result;
    process += AnyOf(rule.words, index) ? 1 : 0;
  }
  result.fires =
      static_cast<double>(process) >= ParameterOf(rule, "share", 0.6) * static_cast<double>(items.size());
  result.detail = fmt::format("{} of {} skills", process, items.size());
  return result;
}

CheckResult TenseMix(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  if (static_cast<double>(scope.units.size()) < ParameterOf(rule, "min-bullets", 3)) return result;
  size_t past = 0;
  size_t present = 0;
  for (const Unit& unit : scope.units) {
    if (!unit.opening.known) continue;
    const uint8_t forms = unit.opening.forms;
    if ((forms & (kPast | kBase)) == (kPast | kBase)) continue;  // "cut", "put"
    if ((forms & kPast) != 0) ++past;
    if ((forms & (kBase | kThird)) != 0) ++present;
  }
  const bool current = scope.role != nullptr && scope.role->current;
  result.fires = current ? past >= 2 && present >= 2 : present >= 1 && past >= 1;
  if (!current && present > past && past == 0) result.fires = present >= 2;
  result.detail = fmt::format("{} in the past, {} in the present", past, present);
  return result;
}

CheckResult RepeatedVerb(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  std::map<std::string_view, int> openers;
  for (const Unit& unit : scope.units) {
    if (!unit.opening.lemma.empty()) ++openers[unit.opening.lemma];
  }
  for (const auto& [lemma, count] : openers) {
    if (count >= static_cast<int>(ParameterOf(rule, "times", 3))) {
      result.fires = true;
      if (!result.detail.empty()) result.detail += ", ";
      result.detail += fmt::format("\"{}\" {} times", lemma, count);
    }
  }
  return result;
}

/// Text that people don't see: the first of it, and how often.
CheckResult Hidden(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  size_t places = 0;
  for (const Concealed& concealed : scope.document.concealed) {
    const Sentence sentence = scope.rules.lexicon.Read(concealed.text);
    if (static_cast<double>(WordCount(sentence)) < ParameterOf(rule, "words", 3)) continue;
    if (++places > 1) continue;
    constexpr size_t kShown = 60;
    std::string shown = concealed.text.substr(0, kShown);
    while (shown.size() < concealed.text.size() && !shown.empty() && static_cast<signed char>(shown.back()) < 0) shown.pop_back();
    result.span = concealed.span;
    result.detail = fmt::format("{}: \"{}{}\"", concealed.how, shown, shown.size() < concealed.text.size() ? "…" : "");
  }
  result.fires = places > 0;
  if (places > 1) result.detail += fmt::format(", {} places", places);
  return result;
}

/// Phrases looked for in every block, comments and concealed text included.
CheckResult Anywhere(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  WordSet anchors;
  bool by_words = true;  // most texts hold none of the words that the phrases can't do without
  for (const Phrase& phrase : rule.words) {
    by_words = by_words && phrase.anchor().classes.empty() && !phrase.anchor().words.empty();
    for (const WordHash word : phrase.anchor().words) anchors.Add(word);
  }
  SentenceIndex index;
  const auto look = [&](const std::string& text, Span span) {
    if (by_words) {
      const std::vector<Token> tokens = Tokenize(text);
      if (std::none_of(tokens.begin(), tokens.end(), [&](const Token& token) { return anchors.Contains(token.hash); })) return false;
    }
    const Sentence sentence = scope.rules.lexicon.Read(text);
    index.Reset(sentence, scope.rules.lexicon.classes().size());
    for (const Phrase& phrase : rule.words) {
      const auto match = phrase.Find(index);
      if (!match) continue;
      result.fires = true;
      result.span = span;
      result.detail = fmt::format("\"{}\"", sentence.TextOf(match->begin, match->end));
      return true;
    }
    return false;
  };
  for (const Concealed& concealed : scope.document.concealed) {
    if (look(concealed.text, concealed.span)) return result;
  }
  for (const Block& block : scope.document.blocks) {
    if (look(block.text.chars, block.span)) return result;
    const std::string_view bytes = scope.document.source.bytes;
    const bool comment = block.kind == BlockKind::kSkipped && block.text.empty() && block.span.end <= bytes.size();
    if (comment && look(std::string(bytes.substr(block.span.begin, block.span.size())), block.span)) return result;
  }
  return result;
}

// Suppressions are looked at once all findings are known, by ApplySuppressions.
CheckResult Suppression(const Rule&, const CheckScope&) { return {}; }

// ---------------------------------------------------------------- the tables

struct UnitCheck {
  std::string_view name;
  CheckResult (*check)(const Rule&, const UnitText&);
};
constexpr std::array<UnitCheck, 6> kUnitChecks = {{{kGerundStart, GerundStart},
                                                   {"double-blank", DoubleBlank},
                                                   {"length", Length},
                                                   {"acronyms", Acronyms},
                                                   {"typo", Typo},
                                                   {"capitals", Capitals}}};

struct WholeCheck {
  std::string_view name;
  CheckResult (*check)(const Rule&, const CheckScope&);
};
constexpr std::array<WholeCheck, 10> kWholeChecks = {{{kAbsent, Absent},
                                                     {"hidden", Hidden},
                                                     {"anywhere", Anywhere},
                                                     {"title", Title},
                                                     {"share", Share},
                                                     {"first-bullet", FirstBullet},
                                                     {"skills-share", SkillsShare},
                                                     {"suppression", Suppression},
                                                     {"tense-mix", TenseMix},
                                                     {"repeated-verb", RepeatedVerb}}};

}  // namespace

Opening OpeningOf(const Sentence& sentence, const RuleSet& rules) {
  Opening opening;
  const int first = FirstWord(sentence, rules);
  if (first < 0) return opening;
  opening.known = true;
  const VerbReadingList readings = VerbReadings(sentence.tokens[static_cast<size_t>(first)].hash);
  for (const VerbReading& reading : readings) opening.forms = static_cast<uint8_t>(opening.forms | reading.forms);
  if (!readings.empty()) opening.lemma = readings.front().lemma;
  return opening;
}

bool RestsOnFact(const Rule& rule) { return rule.check == kAbsent || rule.check == kGerundStart; }

bool AnyWillDo(const Rule& rule) { return rule.check == kAbsent; }

bool FactOf(const Rule& rule, Detection& detection, const RuleSet& rules) {
  if (rule.check == kGerundStart) return StartsWithGerund(detection.sentence(), rule, rules);
  return std::any_of(rule.needs.begin(), rule.needs.end(), [&](uint16_t one) { return detection.Says(one); }) ||
         detection.HasWords(static_cast<size_t>(&rule - rules.rules.data()));
}

Severity SeverityAmong(const Rule& rule, const CheckScope& role) {
  if (rule.check != kGerundStart || role.role == nullptr || !role.role->current || role.units.size() <= 1) {
    return Severity::kError;
  }
  const auto alike = std::count_if(role.units.begin(), role.units.end(),
                                   [&](const Unit& unit) { return role.Fact(unit); });
  const bool consistent = static_cast<double>(alike) >=
                          ParameterOf(rule, "share", 0.6) * static_cast<double>(role.units.size());
  return consistent ? Severity::kHint : Severity::kError;
}

std::string MeantWord(const Sentence& sentence, uint32_t at, const Lexicon& lexicon) {
  const Token& token = sentence.tokens[at];
  if (token.kind != TokenKind::kWord || (at > 0 && token.letter_case == LetterCase::kCapitalised)) return {};
  std::string meant = lexicon.Correct(token);
  if (meant.empty() || token.letter_case == LetterCase::kLower) return meant;
  for (size_t i = 0; i < meant.size() && (i == 0 || token.letter_case == LetterCase::kUpper); ++i) {
    if (meant[i] >= 'a' && meant[i] <= 'z') meant[i] = static_cast<char>(meant[i] - 'a' + 'A');
  }
  return meant;
}

std::vector<Span> DoubleBlanks(const Document& document, const Block& block) {
  constexpr std::array<std::string_view, 4> kShowBlanks = {"plain", "docx", "json", "yaml"};
  std::vector<Span> out;
  if (std::find(kShowBlanks.begin(), kShowBlanks.end(), document.format) == kShowBlanks.end()) return out;
  const std::string& text = block.text.chars;
  for (uint32_t at = 1; at < text.size(); ++at) {
    if (text[at] != ' ') continue;
    uint32_t end = at;
    while (end < text.size() && text[end] == ' ') ++end;
    const Span source = block.text.ToSource({at, end});
    const std::string_view bytes = std::string_view(document.source.bytes).substr(source.begin, source.size());
    // More of them, or one at a sentence's or a column's end, were meant.
    const bool some = bytes == "  " || bytes == "   ";
    const auto letter = [&](char c) { return (c & 0x80) != 0 || IsLetter(static_cast<unsigned char>(c)); };
    const bool inside = end < text.size() && letter(text[at - 1]) && letter(text[end]);
    if (some && inside && !IsUpper(DecodeAt(text, end).value)) out.push_back({at, end});
    at = end;
  }
  return out;
}

bool HasCheck(std::string_view name, Scope scope) {
  const bool whole = scope == Scope::kRole || scope == Scope::kDocument || scope == Scope::kSkills;
  return whole ? std::any_of(kWholeChecks.begin(), kWholeChecks.end(), [&](const WholeCheck& check) { return check.name == name; })
               : std::any_of(kUnitChecks.begin(), kUnitChecks.end(), [&](const UnitCheck& check) { return check.name == name; });
}

CheckResult CheckUnit(const Rule& rule, const UnitText& text) {
  for (const UnitCheck& check : kUnitChecks) {
    if (check.name == rule.check) return check.check(rule, text);
  }
  return {};
}

CheckResult CheckWhole(const Rule& rule, const CheckScope& scope) {
  for (const WholeCheck& check : kWholeChecks) {
    if (check.name == rule.check) return check.check(rule, scope);
  }
  return {};
}

}  // namespace resumelint
