#include "lint/suppress.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/toml.h"
#include "base/utf8.h"
#include "lint/fingerprint.h"

namespace resumelint {

namespace {

std::string_view Trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// Takes the first word off `text`.
std::string_view TakeWord(std::string_view& text) {
  text = Trimmed(text);
  const std::string_view word = text.substr(0, text.find_first_of(" \t\r\n"));
  text.remove_prefix(word.size());
  return word;
}

tl::unexpected<Error> Bad(std::string what, std::string question = {}) {
  return Fail(std::string(), std::move(what), std::move(question));
}

bool IsBlank(std::string_view text) { return Trimmed(text).empty(); }

// Where a directive holds: bytes of the source.
struct Stretch {
  std::string rule;
  Span span;
  Span directive;
  bool used = false;
};

class Suppressor {
 public:
  Suppressor(Report& report, const RuleSet& rules, const LintOptions& options)
      : report_(report), rules_(rules), options_(options) {}

  void Apply() {
    for (const Directive& directive : report_.document.directives) Read(directive);
    std::erase_if(report_.findings, [&](const Finding& finding) { return Hides(finding); });
    for (const Stretch& stretch : stretches_) {
      if (!stretch.used && IsOn(stretch.rule)) {
        Tell(kUnusedSuppression, stretch.directive, stretch.rule);
      }
    }
    ChooseLeads(report_);
    AddTold();
  }

 private:
  // Among the findings by their place; those of the whole resume stay behind.
  void AddTold() {
    const auto earlier = [](const Finding& a, const Finding& b) { return a.span.begin < b.span.begin; };
    std::stable_sort(told_.begin(), told_.end(), earlier);
    std::vector<Finding> all;
    all.reserve(report_.findings.size() + told_.size());
    auto next = told_.begin();
    for (Finding& finding : report_.findings) {
      const bool whole = finding.block < 0 && finding.role < 0;
      while (next != told_.end() && (whole || earlier(*next, finding))) all.push_back(std::move(*next++));
      all.push_back(std::move(finding));
    }
    all.insert(all.end(), std::move_iterator(next), std::move_iterator(told_.end()));
    report_.findings = std::move(all);
  }

  void Read(const Directive& directive) {
    Result<Suppression> suppression = ParseSuppression(directive.text);
    if (!suppression) {
      Tell(kBadSuppression, directive.span, suppression.error().what, suppression.error().hint);
      return;
    }
    const bool ignore = suppression->kind == Suppression::Kind::kIgnore;
    const Span next = ignore ? Next(directive.span) : Span{};
    for (const std::string& rule : suppression->rules) {
      if (!Known(rule, directive.span)) continue;
      switch (suppression->kind) {
        case Suppression::Kind::kIgnore:
          stretches_.push_back({rule, next, directive.span, false});
          break;
        case Suppression::Kind::kOff: {
          const auto end = static_cast<uint32_t>(report_.document.source.bytes.size());
          open_[rule] = stretches_.size();
          stretches_.push_back({rule, {directive.span.end, end}, directive.span, false});
          break;
        }
        case Suppression::Kind::kOn: {
          const auto open = open_.find(rule);
          if (open == open_.end()) {
            Tell(kBadSuppression, directive.span,
                 fmt::format("{} is turned on, but was not turned off above", rule));
            break;
          }
          stretches_[open->second].span.end = directive.span.begin;
          open_.erase(open);
          break;
        }
      }
    }
  }

  bool Known(const std::string& name, Span at) {
    if (rules_.HasRule(name)) return true;
    Tell(kBadSuppression, at, fmt::format("no rule is called \"{}\"", name),
         DidYouMean(name, rules_.RuleNames()));
    return false;
  }

  // What `ignore` is for: the blocks on its own line if there are any, else all down to the end of
  // the next bullet or paragraph, headings and role lines on the way included.
  Span Next(Span directive) const {
    const Document& document = report_.document;
    const Source& source = document.source;
    const auto shown = [](const Block& block) { return block.kind != BlockKind::kSkipped; };
    const uint32_t line = source.At(directive.begin).line;
    const uint32_t line_begin = source.line_starts[line - 1];
    const auto line_end = line < source.line_starts.size() ? source.line_starts[line] : static_cast<uint32_t>(source.bytes.size());
    Span beside;
    for (const Block& block : document.blocks) {
      if (!shown(block) || block.span.empty()) continue;
      if (block.span.Overlaps({line_begin, line_end})) {
        beside = {beside.empty() ? block.span.begin : beside.begin, block.span.end};
      }
    }
    if (!beside.empty()) return beside;
    for (const Block& block : document.blocks) {
      const bool ends = block.kind == BlockKind::kBullet || block.kind == BlockKind::kParagraph;
      if (ends && block.span.begin >= directive.end) return {directive.end, block.span.end};
    }
    return {directive.end, static_cast<uint32_t>(source.bytes.size())};
  }

  bool Hides(const Finding& finding) {
    const bool whole = finding.block < 0 && finding.role < 0;
    bool hidden = false;
    for (Stretch& stretch : stretches_) {
      const bool here = whole || stretch.span.Contains(finding.span.begin) ||
                        stretch.span.Overlaps(finding.span);
      if (!here || !MatchesRule(stretch.rule, finding.rule)) continue;
      stretch.used = true;
      hidden = true;
    }
    return hidden;
  }

  // False if every rule of that name is off: then it can't hide anything, and that is no fault.
  bool IsOn(std::string_view name) const {
    const auto listed = [](const std::vector<std::string>& list, std::string_view id) {
      return std::any_of(list.begin(), list.end(),
                         [&](const std::string& pattern) { return MatchesRule(pattern, id); });
    };
    return std::any_of(rules_.rules.begin(), rules_.rules.end(), [&](const Rule& rule) {
      if (!MatchesRule(name, rule.id) || listed(options_.ignore, rule.id)) return false;
      return options_.select.empty() || listed(options_.select, rule.id);
    });
  }

  // Says what the rule of that id says, with `detail`, and asks "did you mean".
  void Tell(std::string_view id, Span span, const std::string& detail, std::string question = {}) {
    const Rule* rule = rules_.FindRule(id);
    if (rule == nullptr || !IsOn(rule->id)) return;
    Severity severity = rule->severity;
    for (const auto& [pattern, changed] : options_.severities) {
      if (MatchesRule(pattern, id)) severity = changed;
    }
    if (severity == Severity::kOff) return;
    Finding finding;
    finding.rule = rule->id;
    finding.severity = severity;
    finding.span = span;
    finding.message = report_.texts.Keep(WithDetail(rule->see, detail));
    finding.why = rule->why;
    if (!question.empty()) finding.questions = {std::move(question)};
    // It stands in a comment, which is a block of its own or none: never beside a bullet's findings.
    finding.block = BlockAt(span);
    told_.push_back(std::move(finding));
  }

  int BlockAt(Span span) const {
    const std::vector<Block>& blocks = report_.document.blocks;
    for (size_t i = 0; i < blocks.size(); ++i) {
      if (blocks[i].kind == BlockKind::kSkipped && blocks[i].span.Contains(span.begin)) {
        return static_cast<int>(i);
      }
    }
    return -1;
  }

  Report& report_;
  const RuleSet& rules_;
  const LintOptions& options_;
  std::vector<Stretch> stretches_;
  std::map<std::string, size_t> open_;
  std::vector<Finding> told_;
};

// Words joined by one blank, in lower case, without what surrounds them.
std::string Folded(std::string_view text) {
  std::string out;
  std::string_view rest = text;
  while (true) {
    const std::string_view word = TakeWord(rest);
    if (word.empty()) return Lower(out);
    if (!out.empty()) out += ' ';
    out += word;
  }
}

}  // namespace

Result<Suppression> ParseSuppression(std::string_view text) {
  constexpr std::string_view kBegin = "resumelint:";
  text = Trimmed(text);
  if (text.starts_with(kBegin)) text.remove_prefix(kBegin.size());
  Suppression out;
  // The reason comes after "--", or after a dash that an editor made of it.
  size_t cut = text.size();
  for (const std::string_view dash : {" --", " –", " —"}) {
    const size_t at = text.find(dash);
    if (at >= cut) continue;
    cut = at;
    out.reason = std::string(Trimmed(text.substr(at + dash.size())));
  }
  text = text.substr(0, cut);
  const std::string_view verb = TakeWord(text);
  if (verb == "ignore") {
    out.kind = Suppression::Kind::kIgnore;
  } else if (verb == "off") {
    out.kind = Suppression::Kind::kOff;
  } else if (verb == "on") {
    out.kind = Suppression::Kind::kOn;
  } else if (verb.empty()) {
    return Bad("nothing is said after \"resumelint:\"");
  } else {
    return Bad(fmt::format("\"{}\" is no directive", verb), DidYouMean(verb, {"ignore", "off", "on"}));
  }
  std::string names(text);
  std::replace(names.begin(), names.end(), ',', ' ');
  std::string_view rest = names;
  while (!IsBlank(rest)) out.rules.emplace_back(TakeWord(rest));
  if (out.rules.empty()) {
    return Bad(fmt::format("\"{}\" doesn't say which rule", verb));
  }
  return out;
}

void ApplySuppressions(Report& report, const RuleSet& rules, const LintOptions& options) {
  if (!report.document.directives.empty()) Suppressor(report, rules, options).Apply();
}

std::string KeptName(const Report& report, const Finding& finding) {
  return std::string(finding.rule) + ' ' + Fingerprint(report, finding);
}

bool IsKeptName(std::string_view text) {
  const size_t blank = text.find(' ');
  if (blank == std::string_view::npos || blank == 0) return false;
  const std::string_view print = text.substr(blank + 1);
  return print.size() == 16 && print.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

void ApplyAccepted(Report& report, const Accepted& accepted) {
  if (accepted.words.empty() && accepted.kept.empty()) return;
  std::vector<std::string> folded;
  for (const std::string& words : accepted.words) folded.push_back(Folded(words));
  const std::string_view bytes = report.document.source.bytes;
  const auto is_kept = [&](const Finding& finding) {
    return !accepted.kept.empty() &&
           std::find(accepted.kept.begin(), accepted.kept.end(), KeptName(report, finding)) != accepted.kept.end();
  };
  std::erase_if(report.findings, [&](const Finding& finding) {
    if (is_kept(finding)) return true;
    if (finding.span.empty() || finding.span.end > bytes.size()) return false;
    const std::string words = Folded(bytes.substr(finding.span.begin, finding.span.size()));
    return std::find(folded.begin(), folded.end(), words) != folded.end();
  });
  ChooseLeads(report);
}

void ChooseLeads(Report& report) {
  std::map<int, Finding*> best;
  for (Finding& finding : report.findings) {
    if (finding.block < 0) continue;
    Finding*& chosen = best[finding.block];
    const bool better = chosen == nullptr || (finding.leads && !chosen->leads) ||
                        (finding.leads == chosen->leads && finding.severity > chosen->severity);
    if (better) chosen = &finding;
  }
  for (const auto& [block, finding] : best) finding->leads = true;
}

}  // namespace resumelint
