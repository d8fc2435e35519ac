#include "lint/fixes.h"

#include <algorithm>

#include "lint/checks.h"
#include "lint/reading.h"
#include "lint/suppress.h"

namespace resumelint {

namespace {

bool CanFix(const Rule& rule) { return !rule.replace.empty() || rule.check == "typo" || rule.check == "double-blank"; }

/// The replacement begins as the phrase did: "In order to cut" is "To cut".
std::string InCaseOf(std::string_view was, std::string text) {
  const bool upper = !was.empty() && was[0] >= 'A' && was[0] <= 'Z';
  if (upper && !text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

class FixFinder {
 public:
  FixFinder(const Document& document, const RuleSet& rules) : document_(document), rules_(rules) {}

  void Find(const Finding& finding) {
    const Rule* rule = rules_.FindRule(finding.rule);
    if (rule == nullptr || finding.block < 0) return;
    const Block& block = document_.blocks[static_cast<size_t>(finding.block)];
    const Sentence sentence = ReadForRules(block.text.chars, rules_);
    const auto add = [&](Span span, std::string_view replacement) {
      const std::string was = block.text.chars.substr(span.begin, span.size());
      fixes.push_back({std::string(rule->id), finding.block, span, was, InCaseOf(was, std::string(replacement))});
    };
    for (const Replacement& replacement : rule->replace) {
      for (const Phrase::Match& match : replacement.phrase.FindAll(sentence)) {
        if (match.end > match.begin) add(sentence.SpanOf(match.begin, match.end), replacement.text);
      }
    }
    if (rule->check == "typo") {
      for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
        const std::string meant = MeantWord(sentence, at, rules_.lexicon);
        if (!meant.empty()) add(sentence.tokens[at].span, meant);
      }
    }
    if (rule->check == "double-blank") {
      for (const Span blank : DoubleBlanks(document_, block)) add(blank, " ");
    }
  }

  std::vector<Fix> fixes;

 private:
  const Document& document_;
  const RuleSet& rules_;
};

}  // namespace

std::vector<Fix> FindFixes(const Document& document, const RuleSet& rules, const LintOptions& options,
                           const Accepted& accepted) {
  // Each rule on its own: none hides another, however many a bullet has.
  FixFinder finder(document, rules);
  for (const Rule& rule : rules.rules) {
    if (!CanFix(rule)) continue;
    const auto named = [&](const std::string& pattern) { return MatchesRule(pattern, rule.id); };
    if (!options.select.empty() && std::none_of(options.select.begin(), options.select.end(), named)) continue;
    LintOptions only = options;
    only.select = {std::string(rule.id)};
    only.rewrites = nullptr;
    Report report = Lint(document, rules, only);
    ApplySuppressions(report, rules, only);
    ApplyAccepted(report, accepted);
    for (const Finding& finding : report.findings) finder.Find(finding);
  }
  std::vector<Fix> fixes = std::move(finder.fixes);
  std::stable_sort(fixes.begin(), fixes.end(), [](const Fix& a, const Fix& b) {
    return a.block != b.block ? a.block < b.block : a.in_text.begin < b.in_text.begin;
  });
  std::vector<Fix> apart;
  for (Fix& fix : fixes) {
    const bool overlaps = !apart.empty() && apart.back().block == fix.block && apart.back().in_text.end > fix.in_text.begin;
    if (!overlaps) apart.push_back(std::move(fix));
  }
  return apart;
}

}  // namespace resumelint
