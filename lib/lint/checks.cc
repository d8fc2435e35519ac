#include "lint/checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

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

bool AnyOf(const std::vector<Phrase>& phrases, const Sentence& sentence) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](const Phrase& phrase) { return phrase.Find(sentence).has_value(); });
}

// ---------------------------------------------------------------- one text

bool StartsWithGerund(const Unit& unit, const Rule& rule, const RuleSet& rules) {
  const int first = FirstWord(unit.sentence, rules);
  if (first < 0) return false;
  const auto at = static_cast<size_t>(first);
  const Token& token = unit.sentence.tokens[at];
  if (!token.lower.ends_with("ing") || (FormsOf(token.lower) & kGerund) == 0) return false;
  // "Sprint-timing", "Mentoring: …" are names; a verb stands before something.
  if (at + 1 >= unit.sentence.tokens.size()) return false;
  const Token& next = unit.sentence.tokens[at + 1];
  if (next.hyphen_before || next.kind == TokenKind::kPunctuation) return false;
  // "loading bay lead": a noun of its own is a verb here only before an article or the like.
  const bool noun = std::any_of(rule.words.begin(), rule.words.end(), [&](const Phrase& word) {
    const auto match = word.Find(unit.sentence, static_cast<uint32_t>(at));
    return match && match->begin == at;
  });
  if (noun) {
    const auto after = static_cast<uint32_t>(at + 1);
    return next.kind == TokenKind::kNumber ||
           unit.sentence.Covers(after, rules.lexicon.Find("W.function")) ||
           unit.sentence.Covers(after, rules.lexicon.Find("W.many"));
  }
  return true;
}

CheckResult GerundStart(const Rule& rule, const Unit& unit, const CheckScope& role) {
  CheckResult result;
  if (!StartsWithGerund(unit, rule, role.rules)) return result;
  result.fires = true;
  const auto at = static_cast<uint32_t>(FirstWord(unit.sentence, role.rules));
  result.span = unit.sentence.SpanOf(at, at + 1);
  size_t alike = 0;
  for (const Unit& other : role.units) alike += StartsWithGerund(other, rule, role.rules) ? 1 : 0;
  const bool consistent = static_cast<double>(alike) >=
                          ParameterOf(rule, "share", 0.6) * static_cast<double>(role.units.size());
  if (role.role != nullptr && role.role->current && role.units.size() > 1 && consistent) {
    result.severity = Severity::kHint;
  }
  return result;
}

CheckResult Length(const Rule& rule, const Unit& unit, const CheckScope&) {
  const uint32_t words = WordCount(unit.sentence);
  CheckResult result;
  result.fires = words > static_cast<uint32_t>(ParameterOf(rule, "hint", 32));
  if (words <= static_cast<uint32_t>(ParameterOf(rule, "warning", 45))) {
    result.severity = Severity::kHint;
  }
  result.detail = fmt::format("{} words", words);
  return result;
}

CheckResult Acronyms(const Rule& rule, const Unit& unit, const CheckScope&) {
  std::vector<std::string> unknown;
  for (const Token& token : unit.sentence.tokens) {
    if (token.letter_case != LetterCase::kUpper) continue;
    std::string word = unit.sentence.text.substr(token.span.begin, token.span.size());
    const bool listed = std::any_of(rule.words.begin(), rule.words.end(),
                                    [&](const Phrase& known) { return known.text() == word; });
    if (!listed && !Contains(unknown, word)) unknown.push_back(std::move(word));
  }
  CheckResult result;
  const bool shouted = std::none_of(
      unit.sentence.tokens.begin(), unit.sentence.tokens.end(),
      [](const Token& token) { return token.letter_case == LetterCase::kLower && token.kind == TokenKind::kWord; });
  result.fires = !shouted && static_cast<double>(unknown.size()) >= ParameterOf(rule, "count", 4);
  if (result.fires) result.detail = fmt::format("{}", fmt::join(unknown, ", "));
  return result;
}

CheckResult Typo(const Rule&, const Unit& unit, const CheckScope& role) {
  CheckResult result;
  for (uint32_t at = 0; at < unit.sentence.tokens.size() && !result.fires; ++at) {
    const std::string meant = MeantWord(unit.sentence, at, role.rules.lexicon);
    if (meant.empty()) continue;
    result.fires = true;
    result.span = unit.sentence.tokens[at].span;
    result.detail = fmt::format("\"{}\" for \"{}\"", unit.sentence.tokens[at].lower, Lower(meant));
  }
  return result;
}

CheckResult DoubleBlank(const Rule&, const Unit& unit, const CheckScope& role) {
  CheckResult result;
  for (const Span blank : DoubleBlanks(role.document, role.document.blocks[static_cast<size_t>(unit.block)])) {
    if (blank.begin < unit.in_text.begin || blank.end > unit.in_text.end || result.fires) continue;
    result.fires = true;
    result.span = {blank.begin - unit.in_text.begin, blank.end - unit.in_text.begin};
  }
  return result;
}

CheckResult Capitals(const Rule& rule, const Unit& unit, const CheckScope&) {
  size_t words = 0;
  bool lower = false;
  for (const Token& token : unit.sentence.tokens) {
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

bool Flagged(const Unit& unit, const std::vector<std::string>& of) {
  return std::any_of(unit.findings.begin(), unit.findings.end(), [&](const Finding& finding) {
    return finding.severity >= Severity::kWarning &&
           std::any_of(of.begin(), of.end(), [&](const std::string& pattern) {
             return MatchesRule(pattern, finding.rule);
           });
  });
}

CheckResult Absent(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  if (static_cast<double>(scope.units.size()) < ParameterOf(rule, "min-bullets", 4)) return result;
  for (const Unit& unit : scope.units) {
    Detection detection(unit.sentence, scope.rules);
    for (const uint16_t detector : rule.needs) {
      if (detection.Says(detector)) return result;
    }
    if (AnyOf(rule.words, unit.sentence)) return result;
  }
  result.fires = true;
  result.detail = fmt::format("{} bullets", scope.units.size());
  return result;
}

CheckResult Title(const Rule& rule, const CheckScope& scope) {
  CheckResult result;
  if (scope.role == nullptr || !scope.latest) return result;
  const Sentence title = scope.rules.lexicon.Read(scope.role->title);
  result.fires = AnyOf(rule.words, title) && !AnyOf(rule.against, title);
  if (!result.fires) return result;
  // A headline that already lists both says enough.
  for (const Block& block : scope.document.blocks) {
    if (block.section != SectionKind::kTop || block.kind == BlockKind::kSkipped) continue;
    if (AnyOf(rule.against, scope.rules.lexicon.Read(block.text.chars))) result.fires = false;
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
  for (const std::string& item : items) {
    const Sentence sentence = scope.rules.lexicon.Read(item);
    if (AnyOf(rule.against, sentence)) return result;
    process += AnyOf(rule.words, sentence) ? 1 : 0;
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
    const int first = FirstWord(unit.sentence, scope.rules);
    if (first < 0) continue;
    const uint8_t forms = FormsOf(unit.sentence.tokens[static_cast<size_t>(first)].lower);
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
  std::map<std::string, int> openers;
  for (const Unit& unit : scope.units) {
    const int first = FirstWord(unit.sentence, scope.rules);
    if (first < 0) continue;
    const std::string& word = unit.sentence.tokens[static_cast<size_t>(first)].lower;
    const std::vector<VerbReading> readings = VerbReadings(word);
    if (!readings.empty()) ++openers[std::string(readings.front().lemma)];
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
  const auto look = [&](const std::string& text, Span span) {
    const Sentence sentence = scope.rules.lexicon.Read(text);
    for (const Phrase& phrase : rule.words) {
      const auto match = phrase.Find(sentence);
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
  CheckResult (*check)(const Rule&, const Unit&, const CheckScope&);
};
constexpr std::array<UnitCheck, 6> kUnitChecks = {{{"gerund-start", GerundStart},
                                                   {"double-blank", DoubleBlank},
                                                   {"length", Length},
                                                   {"acronyms", Acronyms},
                                                   {"typo", Typo},
                                                   {"capitals", Capitals}}};

struct WholeCheck {
  std::string_view name;
  CheckResult (*check)(const Rule&, const CheckScope&);
};
constexpr std::array<WholeCheck, 10> kWholeChecks = {{{"absent", Absent},
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

std::string MeantWord(const Sentence& sentence, uint32_t at, const Lexicon& lexicon) {
  const Token& token = sentence.tokens[at];
  if (token.kind != TokenKind::kWord || (at > 0 && token.letter_case == LetterCase::kCapitalised)) return {};
  std::string meant = lexicon.Correct(token.lower);
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

CheckResult CheckUnit(const Rule& rule, const Unit& unit, const CheckScope& role) {
  for (const UnitCheck& check : kUnitChecks) {
    if (check.name == rule.check) return check.check(rule, unit, role);
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
