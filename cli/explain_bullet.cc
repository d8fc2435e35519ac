#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "config/discover.h"
#include "lint/reading.h"
#include "report/paragraph.h"
#include "report/view.h"
#include "rewrite/frame.h"
#include "rewrite/suggest.h"
#include "setup.h"
#include "terminal.h"

namespace resumelint {

namespace {

class BulletExplanation {
 public:
  BulletExplanation(const Setup& setup, const Options& options, const LintOptions& lint)
      : setup_(setup), rules_(setup.rules), options_(options), lint_(lint), terminal_(StandardOutput(options.color)),
        title_(options.title.empty() ? "Product Owner" : options.title),
        profile_(rules_.FindProfile(lint.profile) != nullptr ? *rules_.FindProfile(lint.profile) : rules_.ProfileOf(title_)),
        sentence_(ReadForRules(options.bullet, rules_)), detection_(sentence_, rules_),
        report_(LintText(options.bullet, title_, "experience", rules_, lint)) {}

  std::string Run() {
    Body(Paragraph().Add(options_.bullet, Ink::kStrong));
    Body(Paragraph().Add(fmt::format("under \"{}\", profile {}", title_, profile_.name), Ink::kFaint));
    Words();
    Frame();
    Detectors();
    Rules();
    Rewrites();
    return std::move(out_);
  }

 private:
  void Heading(std::string_view text) { out_ += "\n" + Paint(text, Ink::kLabel, terminal_.colour) + "\n"; }
  void Body(const Paragraph& text) { out_ += text.Layout("  ", "    ", terminal_.width, terminal_.colour); }

  // Words that belong to classes that rules look for, as they are read here.
  void Words() {
    Heading("Words");
    std::vector<std::pair<std::string, std::string>> told;  // words, their classes
    for (const Term& term : sentence_.terms) {
      const std::string cls(rules_.lexicon.classes()[term.cls].name);
      if (cls.find(".g-") != std::string::npos) continue;  // of the rewrites' grammar
      const std::string words(sentence_.TextOf(term.begin, term.end));
      if (told.empty() || told.back().first != words) told.emplace_back(words, "");
      std::string& classes = told.back().second;
      classes += (classes.empty() ? "" : ", ") + cls + (term.typo ? " (misspelt)" : "");
    }
    for (const auto& [words, classes] : told) Body(Paragraph().Add(words, Ink::kStrong).Add(": " + classes));
    if (told.empty()) Body(Paragraph().Add("none that a rule looks for"));
  }

  void Frame() {
    Heading("How it is taken apart");
    const Sentence bullet = rules_.lexicon.Read(options_.bullet);
    const resumelint::Frame frame = ParseFrame(setup_.rewrites, rules_.lexicon, bullet);
    const auto text = [&](Range range) { return std::string(bullet.TextOf(range.begin, range.end)); };
    for (const Clause& clause : frame.clauses) {
      Paragraph line;
      constexpr const char* kKinds[] = {"deed", "participle", "relative clause", "clause of its own"};
      std::vector<std::string> verbs;
      for (const VerbUse& verb : clause.verbs) verbs.push_back(verb.lemma);
      line.Add(clause.result ? "result" : kKinds[static_cast<size_t>(clause.kind)], Ink::kStrong)
          .Add(fmt::format(": {}", verbs.empty() ? std::string("no verb") : fmt::format("{}", fmt::join(verbs, ", "))));
      line.Add(fmt::format("; agency {}{}", Name(clause.agency), clause.opener == nullptr ? "" : fmt::format(" (\"{}\")", clause.opener->name)));
      if (!clause.object.empty()) line.Add("; object: " + text(clause.object));
      for (const Chunk& chunk : clause.chunks) line.Add(fmt::format("; {}: {}", Name(chunk.role), text({chunk.begin, chunk.end})));
      Body(line);
    }
    for (const std::string& doubt : frame.doubts) Body(Paragraph().Add("in doubt: " + doubt, Ink::kWarning));
  }

  void Detectors() {
    Heading("What it tells");
    std::vector<std::string> yes;
    for (uint16_t i = 0; i < rules_.detectors.size(); ++i) {
      if (!detection_.Says(i)) continue;
      std::string told(rules_.detectors[i].name);
      const std::vector<Span>& matches = detection_.Matches(i);
      if (!matches.empty()) {
        told += fmt::format(" (\"{}\")", std::string_view(sentence_.text).substr(matches.front().begin, matches.front().size()));
      }
      yes.push_back(std::move(told));
    }
    Body(Paragraph().Add(yes.empty() ? "none of the detectors says yes" : fmt::format("{}", fmt::join(yes, "; "))));
  }

  const Finding* Found(std::string_view rule) const {
    for (const Finding& finding : report_.findings) {
      if (finding.rule == rule) return &finding;
    }
    return nullptr;
  }

  // Whether the rule's own look is met, whatever guards say: the words that met it.
  bool Meets(const Rule& rule, std::string& words) const {
    if (!rule.check.empty()) {
      LintOptions only = lint_;
      only.select = {std::string(rule.id)};
      only.ignore.clear();
      only.severities = {{std::string(rule.id), Severity::kWarning}};
      only.rewrites = nullptr;
      return !LintText(options_.bullet, title_, "experience", rules_, only).findings.empty();
    }
    const Span span = detection_.FirstMatch(static_cast<size_t>(&rule - rules_.rules.data()));
    words = sentence_.text.substr(span.begin, span.size());
    return !span.empty();
  }

  std::string Names(const std::vector<uint16_t>& detectors, bool says) {
    std::vector<std::string> names;
    for (const uint16_t detector : detectors) {
      if (detection_.Says(detector) == says) names.emplace_back(rules_.detectors[detector].name);
    }
    return fmt::format("{}", fmt::join(names, ", "));
  }

  // Why a rule whose words are there is not in the report.
  std::string WhySilent(const Rule& rule) {
    Severity severity = rule.severity;
    std::vector<uint16_t> when;
    for (const Profile::Change& change : profile_.changes) {
      if (!MatchesRule(change.rules, rule.id)) continue;
      if (change.sets) severity = change.severity;
      when = change.when;
    }
    for (const auto& [pattern, set] : lint_.severities) {
      if (MatchesRule(pattern, rule.id)) severity = set;
    }
    const auto named = [&](const std::string& pattern) { return MatchesRule(pattern, rule.id); };
    if (std::any_of(lint_.ignore.begin(), lint_.ignore.end(), named)) return "it is ignored";
    if (!lint_.select.empty() && std::none_of(lint_.select.begin(), lint_.select.end(), named)) return "it isn't selected";
    if (severity == Severity::kOff) return fmt::format("off for the profile {}", profile_.name);
    if (const std::string names = Names(when, false); !names.empty()) {
      return fmt::format("for the profile {} it needs {}", profile_.name, names);
    }
    if (const std::string names = Names(rule.needs, false); !names.empty()) return "it needs " + names;
    if (const std::string names = Names(rule.unless, true); !names.empty()) return "silenced by " + names;
    for (const Finding& finding : report_.findings) {
      const Rule* other = rules_.FindRule(finding.rule);
      if (other == nullptr) continue;
      const auto beats = [&](std::string_view pattern) { return MatchesRule(pattern, rule.id); };
      if (std::any_of(other->beats.begin(), other->beats.end(), beats)) return std::string(other->id) + " says more";
    }
    const auto told = std::find_if(report_.findings.begin(), report_.findings.end(),
                                   [](const Finding& finding) { return finding.block >= 0 && finding.leads; });
    return told == report_.findings.end() ? "guarded" : std::string(told->rule) + " is told in its place";
  }

  void Rules() {
    Heading("Rules");
    std::vector<Paragraph> silent;
    size_t unmet = 0;
    for (const Finding& finding : report_.findings) {
      const Rule* rule = rules_.FindRule(finding.rule);
      if (finding.block < 0 || rule == nullptr) continue;
      std::string words;
      Meets(*rule, words);
      Paragraph line;
      line.Add(Name(finding.severity), InkOf(finding.severity)).Add(fmt::format(" {}: {}", finding.rule, finding.message));
      if (!words.empty()) line.Add(fmt::format(" It met \"{}\".", words), Ink::kFaint);
      std::vector<uint16_t> lowering;
      for (const Downgrade& downgrade : rule->downgrade) lowering.push_back(downgrade.detector);
      if (const std::string names = Names(lowering, true); !names.empty()) {
        line.Add(fmt::format(" Lowered by {}.", names), Ink::kFaint);
      }
      Body(line);
    }
    for (const Rule& rule : rules_.rules) {
      if (std::find(rule.scopes.begin(), rule.scopes.end(), Scope::kBullet) == rule.scopes.end()) continue;
      if (Found(rule.id) != nullptr) continue;
      std::string words;
      if (!Meets(rule, words)) {
        ++unmet;
        continue;
      }
      Paragraph line;
      line.Add("silent", Ink::kFaint).Add(fmt::format(" {}", rule.id)).Add(": " + WhySilent(rule) + ".");
      if (!words.empty()) line.Add(fmt::format(" It met \"{}\".", words), Ink::kFaint);
      silent.push_back(std::move(line));
    }
    for (const Paragraph& line : silent) Body(line);
    Body(Paragraph().Add(fmt::format("The other {} find nothing here that they look for.", Number(static_cast<uint32_t>(unmet), "rule")), Ink::kFaint));
  }

  void Rewrites() {
    for (const Finding& finding : report_.findings) {
      const Rule* rule = rules_.FindRule(finding.rule);
      if (rule == nullptr || rule->rewrite.empty()) continue;
      Heading(fmt::format("Rewrites of the class {}", rule->rewrite));
      std::vector<Refusal> refused;
      const Suggestion suggestion = Suggest(setup_.rewrites, rules_.lexicon, rules_.lexicon.Read(options_.bullet),
                                            rule->rewrite, RewriteContext(), &refused);
      for (const Rewrite& rewrite : suggestion.rewrites) {
        Paragraph line;
        line.Add(std::string(Name(rewrite.variant)) + ": ", Ink::kFaint).AddWithSlots(rewrite.text);
        if (!rewrite.dropped.empty()) line.Add(fmt::format(" (without {})", fmt::join(rewrite.dropped, ", ")), Ink::kFaint);
        Body(line);
      }
      for (const Refusal& refusal : refused) {
        Body(Paragraph().Add("refused: ", Ink::kWarning).AddWithSlots(refusal.text).Add(": " + refusal.why, Ink::kFaint));
      }
      if (suggestion.rewrites.empty() && refused.empty()) Body(Paragraph().Add("none: it wasn't understood well enough"));
      break;
    }
  }

  const Setup& setup_;
  const RuleSet& rules_;
  const Options& options_;
  const LintOptions& lint_;
  const TerminalState terminal_;
  const std::string title_;
  const Profile& profile_;
  const Sentence sentence_;
  Detection detection_;
  const Report report_;
  std::string out_;
};

}  // namespace

int RunExplainBullet(const Options& options) {
  if (options.bullet.find_first_not_of(" \t\r\n") == std::string::npos) {
    PrintError(Error{"", 0, 0, "there is nothing in the bullet", "write it in quotes: --bullet \"Wrote user stories for the app\"", ""});
    return 2;
  }
  Setups setups(options);
  Result<const Setup*> setup = setups.For(kConfigName);
  if (!setup) {
    PrintError(setup.error());
    return 2;
  }
  const FileSettings settings = setups.SettingsOf(**setup, kConfigName);
  Options folded = options;
  std::replace_if(folded.bullet.begin(), folded.bullet.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return PrintOutput(BulletExplanation(**setup, folded, settings.lint).Run()) ? 0 : 2;
}

}  // namespace resumelint
