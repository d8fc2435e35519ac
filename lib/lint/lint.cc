#include "lint/lint.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <unordered_set>

#include "language/verbs.h"
#include "lint/checks.h"
#include "lint/reading.h"
#include "lint/voice.h"
#include "rewrite/suggest.h"

namespace resumelint {

namespace {

/// How a rule weighs for one profile, after the person's own settings.
struct Weight {
  Severity severity = Severity::kOff;
  const std::vector<uint16_t>* when = nullptr;  ///< detectors that must say yes
};

/// The rules that have a say under one profile.
struct Weights {
  bool known = false;
  std::vector<Weight> of_rule;
  std::array<std::vector<size_t>, 6> of_scope;  ///< rules that are on, by what they look at
};

/// A finding before it is known whether it will be told.
struct Hit {
  std::string_view detail;
  Span span;  ///< of the source
  uint32_t rule = 0;
  Severity severity = Severity::kOff;
};

/// A text that has findings.
struct Flagged {
  int block = 0;
  Span in_text;
  uint32_t findings = 0;
};

constexpr size_t kMostFindings = 3;  // that are told of a text

/// Gives the memory back, which `= {}` would keep.
template <class T>
void Free(std::vector<T>& list) {
  std::vector<T>().swap(list);
}

class Linter {
 public:
  Linter(Document document, const RuleSet& rules, const LintOptions& options)
      : rules_(rules), options_(options), detection_(rules) {
    report_.document = std::move(document);
  }

  Report Run() {
    weights_.resize(rules_.profiles.size());
    FindFacts();
    ChooseProfiles();
    MakeUnits();
    FindRanges();
    SettleAll();
    LintRoles();
    LintDocument();
    Gather();
    if (voices_) Rewrite();
    return std::move(report_);
  }

 private:
  // ---- what applies

  static bool Listed(const auto& patterns, std::string_view id) {
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](std::string_view pattern) { return MatchesRule(pattern, id); });
  }

  /// Worked out for the profiles that some text has.
  const Weights& WeightsOf(size_t profile) {
    Weights& weights = weights_[profile];
    if (weights.known) return weights;
    weights.known = true;
    for (size_t i = 0; i < rules_.rules.size(); ++i) {
      const Rule& rule = rules_.rules[i];
      Weight weight;
      weight.severity = rule.severity;
      for (const Profile::Change& change : rules_.profiles[profile].changes) {
        if (!MatchesRule(change.rules, rule.id)) continue;
        if (change.sets) weight.severity = change.severity;
        weight.when = &change.when;
      }
      for (const auto& [pattern, severity] : options_.severities) {
        if (MatchesRule(pattern, rule.id)) weight.severity = severity;
      }
      if (!options_.select.empty() && !Listed(options_.select, rule.id)) weight.severity = Severity::kOff;
      if (Listed(options_.ignore, rule.id)) weight.severity = Severity::kOff;
      if (options_.draft && weight.severity == Severity::kError) weight.severity = Severity::kHint;
      weights.of_rule.push_back(weight);
      if (weight.severity == Severity::kOff) continue;
      for (const Scope scope : rule.scopes) {
        std::vector<size_t>& list = weights.of_scope[static_cast<size_t>(scope)];
        if (list.empty() || list.back() != i) list.push_back(i);
      }
    }
    return weights;
  }

  void FindFacts() {
    fact_of_.resize(rules_.rules.size());
    for (size_t i = 0; i < rules_.rules.size(); ++i) {
      if (!RestsOnFact(rules_.rules[i])) continue;
      fact_of_[i] = fact_rules_.size();
      fact_rules_.push_back(i);
    }
  }

  size_t IndexOf(const Profile& profile) const {
    return static_cast<size_t>(&profile - rules_.profiles.data());
  }

  void ChooseProfiles() {
    const Document& document = report_.document;
    if (const Profile* fixed = rules_.FindProfile(options_.profile)) {
      role_profiles_.assign(document.roles.size(), IndexOf(*fixed));
      document_profile_ = IndexOf(*fixed);
    } else {
      // Who the person is: the title line at the top, else the first job.
      size_t headline = IndexOf(rules_.ProfileOf(""));
      bool named = false;
      for (const Block& block : document.blocks) {
        if (block.kind != BlockKind::kHeadline || !HoldsTitle(block.text.chars)) continue;
        headline = IndexOf(rules_.ProfileOf(block.text.chars));
        named = true;
        break;
      }
      for (const Role& role : document.roles) {
        const bool job = role.section == SectionKind::kExperience || role.section == SectionKind::kVolunteering;
        role_profiles_.push_back(role.title.empty() || !job ? headline : IndexOf(rules_.ProfileOf(role.title)));
        if (!named && job && !role.title.empty()) {
          headline = role_profiles_.back();
          named = true;
        }
      }
      document_profile_ = headline;
    }
    for (const size_t profile : role_profiles_) {
      report_.role_profiles.emplace_back(rules_.profiles[profile].name);
    }
    report_.profile = rules_.profiles[document_profile_].name;
  }

  bool HoldsTitle(std::string_view text) const {
    const std::vector<Token> tokens = Tokenize(text);
    return std::any_of(tokens.begin(), tokens.end(),
                       [&](const Token& token) { return rules_.outline.title_words.Contains(token.hash); });
  }

  // ---- what is looked at

  void MakeUnits() {
    const Document& document = report_.document;
    units_.reserve(document.blocks.size());
    if (options_.rewrites != nullptr) voices_.emplace(document.roles);
    for (size_t i = 0; i < document.blocks.size(); ++i) {
      const Block& block = document.blocks[i];
      heard_ = false;
      AddUnits(i);
      const bool speaks = block.kind == BlockKind::kBullet || block.kind == BlockKind::kParagraph;
      if (voices_ && speaks && !heard_) voices_->Add(block, Tokenize(block.text.chars));
    }
  }

  void AddUnits(size_t i) {
    const Block& block = report_.document.blocks[i];
    if (block.kind == BlockKind::kSkipped || block.kind == BlockKind::kHeading ||
        block.kind == BlockKind::kRole || block.kind == BlockKind::kContact || block.text.empty()) {
      return;
    }
    const Span whole{0, static_cast<uint32_t>(block.text.chars.size())};
    if (block.section == SectionKind::kTop) AddUnit(i, whole, Scope::kHeadline);
    if (block.section == SectionKind::kSummary) {
      for (const Span sentence : Sentences(block.text.chars)) AddUnit(i, sentence, Scope::kSummary);
    }
    if (!TellsOfWork(block.section)) return;
    if (block.kind == BlockKind::kBullet) {
      ++report_.bullets;
      if (TellsWork(block)) AddUnit(i, whole, Scope::kBullet);
    } else if (block.kind == BlockKind::kParagraph && block.role >= 0) {
      for (const Span sentence : Sentences(block.text.chars)) {
        if (StartsLikeBullet(std::string_view(block.text.chars).substr(sentence.begin, sentence.size()))) {
          AddUnit(i, sentence, Scope::kBullet);
        }
      }
    }
  }

  /// "Skills: SQL, Looker" is a section of its own; a list under an unknown heading must look like
  /// work to be taken for it.
  bool TellsWork(const Block& block) const {
    const std::string_view text = block.text.chars;
    if (const size_t colon = text.find(':'); colon != std::string_view::npos && colon < 40) {
      const SectionMatch match = MatchSection(text.substr(0, colon), rules_.outline);
      if (match.known && match.kind != SectionKind::kExperience && match.kind != SectionKind::kProjects &&
          match.kind != SectionKind::kSummary && match.kind != SectionKind::kOther) {
        return false;
      }
    }
    if (block.section == SectionKind::kOther && block.role < 0) return StartsLikeBullet(text);
    return true;
  }

  static bool StartsLikeBullet(std::string_view text) {
    const std::vector<Token> tokens = Tokenize(text.substr(0, 200));
    if (tokens.size() < 4 || tokens[0].kind != TokenKind::kWord) return false;
    for (const VerbReading& reading : VerbReadings(tokens[0].hash)) {
      if ((reading.forms & (kPast | kParticiple | kGerund | kThird)) != 0) return true;
    }
    return tokens[0].lower == "i" || tokens[0].lower == "responsible";
  }

  static std::vector<Span> Sentences(std::string_view text) {
    std::vector<Span> out;
    uint32_t begin = 0;
    const std::vector<Token> tokens = Tokenize(text);
    for (size_t i = 0; i + 1 < tokens.size(); ++i) {
      const Token& token = tokens[i];
      const bool stop = token.kind == TokenKind::kPunctuation && (token.lower == "." || token.lower == "!" || token.lower == "?");
      if (!stop || !tokens[i + 1].space_before) continue;
      if (tokens[i + 1].letter_case == LetterCase::kLower && tokens[i + 1].kind == TokenKind::kWord) continue;
      out.push_back({begin, token.span.end});
      begin = tokens[i + 1].span.begin;
    }
    const auto size = static_cast<uint32_t>(text.size());
    if (begin < size) out.push_back({begin, size});
    return out;
  }

  void AddUnit(size_t block_index, Span in_text, Scope scope) {
    const Block& block = report_.document.blocks[block_index];
    Unit unit;
    unit.block = static_cast<int>(block_index);
    unit.in_text = in_text;
    unit.scope = scope;
    unit.role = block.role;
    unit.profile = static_cast<uint32_t>(block.role >= 0 && static_cast<size_t>(block.role) < role_profiles_.size()
                                             ? role_profiles_[static_cast<size_t>(block.role)]
                                             : document_profile_);
    Sentence read = rules_.lexicon.Read(std::string_view(block.text.chars).substr(in_text.begin, in_text.size()));
    if (voices_ && !heard_ && in_text.size() == block.text.chars.size()) {  // before what rules make of it
      voices_->Add(block, read.tokens);
      heard_ = true;
    }
    const Sentence& sentence = detection_.Read(std::move(read));
    unit.opening = OpeningOf(sentence, rules_);
    unit.facts = static_cast<uint32_t>(facts_.size());
    const bool alike = !units_.empty() && units_.back().role == unit.role && units_.back().scope == scope;
    for (const size_t rule : fact_rules_) {
      const bool asked = WeightsOf(unit.profile).of_rule[rule].severity != Severity::kOff ||
                         WeightsOf(document_profile_).of_rule[rule].severity != Severity::kOff;
      // What is asked of several texts is answered by the first yes among neighbours.
      const bool answered = alike && AnyWillDo(rules_.rules[rule]) && facts_[facts_.size() - fact_rules_.size()];
      facts_.push_back(answered || (asked && FactOf(rules_.rules[rule], detection_, rules_)));
    }
    hits_from_.push_back(static_cast<uint32_t>(hits_.size()));
    LintUnit(unit, sentence);
    units_.push_back(std::move(unit));
  }

  // ---- one text

  void LintUnit(const Unit& unit, const Sentence& sentence) {
    const Weights& weights = WeightsOf(unit.profile);
    const Block& block = report_.document.blocks[static_cast<size_t>(unit.block)];
    const UnitText text{report_.document, block, unit.in_text, sentence, rules_};
    for (const size_t i : weights.of_scope[static_cast<size_t>(unit.scope)]) {
      const Rule& rule = rules_.rules[i];
      const Weight& weight = weights.of_rule[i];
      Severity severity = weight.severity;
      Span span;
      std::string detail;
      if (!rule.check.empty()) {
        CheckResult result = CheckUnit(rule, text);
        if (!result.fires) continue;
        span = result.span.empty() ? Span{0, static_cast<uint32_t>(sentence.text.size())} : result.span;
        severity = std::min(severity, result.severity);
        detail = std::move(result.detail);
      } else {
        span = detection_.FirstMatch(i);
        if (span.empty()) continue;
      }
      const auto says = [&](uint16_t detector) { return detection_.Says(detector); };
      if (weight.when != nullptr && !std::all_of(weight.when->begin(), weight.when->end(), says)) continue;
      if (!std::all_of(rule.needs.begin(), rule.needs.end(), says)) continue;
      if (std::any_of(rule.unless.begin(), rule.unless.end(), says)) continue;
      for (const Downgrade& downgrade : rule.downgrade) {
        if (says(downgrade.detector)) severity = std::min(severity, downgrade.to);
      }
      if (severity == Severity::kOff) continue;
      hits_.push_back({Kept(std::move(detail)), block.text.ToSource({unit.in_text.begin + span.begin, unit.in_text.begin + span.end}),
                       static_cast<uint32_t>(i), severity});
    }
  }

  /// The same text for the same words: many findings say the same.
  std::string_view Kept(std::string text) {
    if (text.empty()) return {};
    const auto found = kept_.find(text);
    return found != kept_.end() ? *found : *kept_.insert(report_.texts.Keep(std::move(text))).first;
  }

  const SharedList& Kept(std::vector<std::string> questions) {
    return kept_questions_.try_emplace(questions, questions).first->second;
  }

  Finding Make(const Rule& rule, Severity severity, std::string_view detail) {
    Finding finding;
    finding.rule = rule.id;
    finding.severity = severity;
    finding.message = rule.see;
    if (!detail.empty()) finding.message = Kept(WithDetail(rule.see, detail));
    finding.why = rule.why;
    const auto questions = rule.ask.Read();
    if (!questions.empty()) finding.questions = Kept(std::vector<std::string>(questions.begin(), questions.end()));
    return finding;
  }

  void SettleAll() {
    hits_from_.push_back(static_cast<uint32_t>(hits_.size()));
    const auto hits = [&](size_t unit) { return std::span(hits_).subspan(hits_from_[unit], hits_from_[unit + 1] - hits_from_[unit]); };
    // All at once: units point at them, and what grows is held twice.
    size_t most = report_.document.roles.size();
    for (size_t i = 0; i < units_.size(); ++i) most += std::min(hits(i).size(), kMostFindings);
    report_.findings.reserve(most);
    for (size_t i = 0; i < units_.size(); ++i) {
      const size_t before = report_.findings.size();
      Settle(units_[i], hits(i));
      units_[i].findings = std::span<const Finding>(report_.findings).subspan(before);
    }
    Free(hits_);
    Free(hits_from_);
  }

  /// Keeps of a bullet's findings those that a person can act on: the most telling one about
  /// process, one about value, and writing, three in all.
  void Settle(const Unit& unit, std::span<Hit> hits) {
    if (hits.empty()) return;
    for (Hit& hit : hits) {
      if (!RestsOnFact(rules_.rules[hit.rule])) continue;
      CheckScope role = ScopeOf(unit.role);
      role.fact = fact_of_[hit.rule];
      hit.severity = std::min(hit.severity, SeverityAmong(rules_.rules[hit.rule], role));
    }
    std::vector<Hit*> kept;
    for (Hit& hit : hits) {
      const Rule& rule = rules_.rules[hit.rule];
      const bool beaten = std::any_of(hits.begin(), hits.end(), [&](const Hit& other) {
        const Rule& stronger = rules_.rules[other.rule];
        return other.rule != hit.rule && other.severity >= hit.severity && Listed(stronger.beats, rule.id) &&
               !(hit.severity == other.severity && Listed(rule.beats, stronger.id));
      });
      if (!beaten) kept.push_back(&hit);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const Hit* a, const Hit* b) { return a->severity > b->severity; });
    size_t told = 0;
    size_t process = 0;
    size_t value = 0;
    for (const Hit* hit : kept) {
      const Rule& rule = rules_.rules[hit->rule];
      const std::string_view pack = rule.pack();
      const bool about_process = pack == "process" || pack == "relay" || pack == "vanity";
      if (about_process && process++ > 0) continue;
      if (pack == "value" && value++ > 0) continue;
      if (told == kMostFindings) break;
      Finding finding = Make(rule, hit->severity, hit->detail);
      finding.block = unit.block;
      finding.span = hit->span;
      finding.leads = told++ == 0;
      report_.findings.push_back(std::move(finding));
    }
  }

  /// Rewrites for the most telling finding of each text that has a kind of rewrite.
  void Rewrite() {
    constexpr uint32_t kLongest = 2000;  // bytes: what is longer is no bullet, and takes long
    int role = -2;
    RewriteContext voice;
    const ClassId no_figures = options_.slots == nullptr ? kNoClass : rules_.lexicon.Find(kNoFigures);
    auto next = report_.findings.begin();
    for (const Flagged& text : flagged_) {
      const Block& block = report_.document.blocks[static_cast<size_t>(text.block)];
      bool done = text.in_text.size() > kLongest;
      if (!done && block.role != role) {
        role = block.role;
        voice = voices_->Of(role);
      }
      std::optional<Sentence> bullet;
      for (uint32_t left = text.findings; left > 0; ++next) {
        if (next->block < 0) continue;  // of a role or the whole
        --left;
        const Rule& rule = *rules_.FindRule(next->rule);
        if (done || rule.rewrite.empty()) continue;
        if (!bullet) {
          // As the person wrote it: senses and quotations matter to rules only.
          bullet = rules_.lexicon.Read(std::string_view(block.text.chars).substr(text.in_text.begin, text.in_text.size()));
          const bool withheld = no_figures != kNoClass && std::any_of(bullet->terms.begin(), bullet->terms.end(),
                                                                      [&](const Term& term) { return term.cls == no_figures; });
          voice.withheld = withheld ? options_.slots : nullptr;
        }
        done = Rewrite(*next, rule, *bullet, voice);
      }
    }
  }

  /// What a lesser finding suggests is of use where this one has nothing: then false.
  bool Rewrite(Finding& finding, const Rule& rule, const Sentence& bullet, RewriteContext& voice) {
    Suggestion suggestion = Suggest(*options_.rewrites, rules_.lexicon, bullet, rule.rewrite, voice);
    finding.rewrites = std::move(suggestion.rewrites);
    if (finding.questions.empty()) finding.questions = Kept(std::move(suggestion.questions));
    if (finding.rewrites.empty()) return false;
    const std::string& best = finding.rewrites.front().text;
    const std::vector<Token> words = Tokenize(std::string_view(best).substr(0, best.find(' ')));
    if (!words.empty()) voice.used_openers.push_back(words.front().hash);
    return true;
  }

  // ---- roles and the whole

  /// Of each role, -1 for none, the first row of bullets.
  void FindRanges() {
    ranges_.assign(report_.document.roles.size() + 1, {});
    latest_.assign(report_.document.roles.size(), false);
    for (size_t begin = 0; begin < units_.size();) {
      size_t end = begin + 1;
      if (units_[begin].scope == Scope::kBullet) {
        while (end < units_.size() && units_[end].role == units_[begin].role && units_[end].scope == Scope::kBullet) ++end;
        const auto role = static_cast<size_t>(units_[begin].role + 1);
        if (role < ranges_.size() && ranges_[role].second == 0) ranges_[role] = {begin, end};
      }
      begin = end;
    }
    std::vector<SectionKind> seen;
    for (size_t role = 0; role < latest_.size(); ++role) {
      const SectionKind section = report_.document.roles[role].section;
      latest_[role] = std::find(seen.begin(), seen.end(), section) == seen.end();
      if (latest_[role]) seen.push_back(section);
    }
  }

  std::span<const Unit> UnitsOf(int role) const {
    const auto index = static_cast<size_t>(role + 1);
    if (index >= ranges_.size()) return {};
    const auto [begin, end] = ranges_[index];
    return std::span<const Unit>(units_).subspan(begin, end - begin);
  }

  CheckScope ScopeOf(int role) const {
    const Document& document = report_.document;
    const bool known = role >= 0 && static_cast<size_t>(role) < document.roles.size();
    const size_t profile = known ? role_profiles_[static_cast<size_t>(role)] : document_profile_;
    const bool latest = known && latest_[static_cast<size_t>(role)];
    return {document, rules_, UnitsOf(role), known ? &document.roles[static_cast<size_t>(role)] : nullptr,
            latest, rules_.profiles[profile].name, facts_};
  }

  void LintRoles() {
    for (size_t r = 0; r < report_.document.roles.size(); ++r) {
      const Role& role = report_.document.roles[r];
      if (role.section != SectionKind::kExperience) continue;
      CheckScope scope = ScopeOf(static_cast<int>(r));
      const Weights& weights = WeightsOf(role_profiles_[r]);
      for (const size_t i : weights.of_scope[static_cast<size_t>(Scope::kRole)]) {
        const Rule& rule = rules_.rules[i];
        if (rule.scopes.front() != Scope::kRole) continue;
        const Severity severity = weights.of_rule[i].severity;
        scope.fact = fact_of_[i];
        const CheckResult result = CheckWhole(rule, scope);
        if (!result.fires) continue;
        Finding finding = Make(rule, std::min(severity, result.severity), result.detail);
        finding.role = static_cast<int>(r);
        if (role.block < report_.document.blocks.size()) finding.span = report_.document.blocks[role.block].span;
        whole_.push_back(std::move(finding));
      }
    }
  }

  void LintDocument() {
    CheckScope scope = ScopeOf(-1);
    scope.units = units_;
    const Weights& weights = WeightsOf(document_profile_);
    for (size_t i = 0; i < rules_.rules.size(); ++i) {
      const Rule& rule = rules_.rules[i];
      if (rule.scopes.front() != Scope::kDocument && rule.scopes.front() != Scope::kSkills) continue;
      const Severity severity = weights.of_rule[i].severity;
      if (severity == Severity::kOff) continue;
      scope.fact = fact_of_[i];
      const CheckResult result = CheckWhole(rule, scope);
      if (!result.fires) continue;
      Finding finding = Make(rule, std::min(severity, result.severity), result.detail);
      finding.span = result.span;
      if (rule.scopes.front() == Scope::kSkills) {
        for (const Block& block : report_.document.blocks) {
          if (block.section == SectionKind::kSkills && block.kind != BlockKind::kSkipped) {
            finding.span = block.span;
            break;
          }
        }
      }
      whole_.push_back(std::move(finding));
    }
  }

  /// Findings of texts are in the order of the file already.
  void Gather() {
    flagged_.reserve(static_cast<size_t>(std::ranges::count_if(units_, [](const Unit& unit) { return !unit.findings.empty(); })));
    for (const Unit& unit : units_) {
      if (!unit.findings.empty()) flagged_.push_back({unit.block, unit.in_text, static_cast<uint32_t>(unit.findings.size())});
    }
    Free(units_);
    Free(facts_);
    const auto before = [](const Finding& a, const Finding& b) {
      const bool a_whole = a.block < 0 && a.role < 0;
      const bool b_whole = b.block < 0 && b.role < 0;
      if (a_whole != b_whole) return b_whole;  // about the whole resume: last
      if (a.block == b.block && a.block >= 0) return false;  // as settled
      return a.span.begin < b.span.begin;
    };
    std::stable_sort(whole_.begin(), whole_.end(), before);
    const auto of_texts = static_cast<std::ptrdiff_t>(report_.findings.size());
    std::move(whole_.begin(), whole_.end(), std::back_inserter(report_.findings));
    Free(whole_);
    std::inplace_merge(report_.findings.begin(), report_.findings.begin() + of_texts, report_.findings.end(), before);
  }

  const RuleSet& rules_;
  const LintOptions& options_;
  Report report_;
  Detection detection_;  // of the text being read
  std::optional<Voices> voices_;  // for rewrites
  bool heard_ = false;            // of the block being read: it is in the voices
  std::vector<Weights> weights_;  // by profile
  std::vector<size_t> fact_rules_;  // rules that rest on a fact
  std::vector<size_t> fact_of_;     // the other way round
  std::vector<bool> facts_;         // of all units, one behind the other
  std::vector<size_t> role_profiles_;
  size_t document_profile_ = 0;
  std::vector<Unit> units_;
  std::vector<Hit> hits_;          // of all units
  std::vector<uint32_t> hits_from_;  // by unit: where its own begin
  std::vector<Flagged> flagged_;
  std::vector<std::pair<size_t, size_t>> ranges_;  // by role + 1
  std::vector<bool> latest_;                         // by role
  std::vector<Finding> whole_;
  std::unordered_set<std::string_view> kept_;
  std::map<std::vector<std::string>, SharedList> kept_questions_;
};

SectionKind SectionNamed(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(SectionKind::kOther); ++i) {
    if (name == Name(static_cast<SectionKind>(i))) return static_cast<SectionKind>(i);
  }
  return SectionKind::kExperience;
}

}  // namespace

Report Lint(Document document, const RuleSet& rules, const LintOptions& options) {
  return Linter(std::move(document), rules, options).Run();
}

Report LintText(std::string_view text, std::string_view title, std::string_view section,
                const RuleSet& rules, const LintOptions& options) {
  Document document;
  document.format = "plain";
  document.source = MakeExtractedSource("-", std::string(text));
  Block block;
  block.kind = BlockKind::kBullet;
  block.section = section == "headline" ? SectionKind::kTop : SectionNamed(section);
  block.text.AppendVerbatim(text, 0);
  block.span = {0, static_cast<uint32_t>(text.size())};
  if (block.section == SectionKind::kExperience) {
    block.role = 0;
    Role role;
    role.title = title;
    document.roles.push_back(std::move(role));
  } else if (!title.empty()) {
    Role role;
    role.title = title;
    document.roles.push_back(std::move(role));
  }
  document.blocks.push_back(std::move(block));
  return Lint(std::move(document), rules, options);
}

}  // namespace resumelint
