#include <fmt/format.h>

#include <algorithm>

#include "commands.h"
#include "config/discover.h"
#include "lint/lint.h"
#include "report/printable.h"
#include "report/view.h"
#include "schemas.h"
#include "setup.h"
#include "terminal.h"

namespace resumelint {

namespace {

int Dump() {
  std::string out;
  for (const RuleFile& file : BuiltinRules()) {
    out += fmt::format("# ==== {}\n{}\n", file.path, file.text);
  }
  return PrintOutput(out) ? 0 : 2;
}

int List(const RuleSet& rules) {
  size_t widest = 0;
  size_t titles = 0;
  for (const Rule& rule : rules.rules) {
    widest = std::max(widest, rule.id.size());
    titles = std::max(titles, rule.title.size());
  }
  std::string out;
  for (const Rule& rule : rules.rules) {
    out += fmt::format("{:<{}}  {:<7}  {:<{}}  {}:{}\n", rule.id, widest, Name(rule.severity),
                       Printable(rule.title), titles, Printable(rule.file), rule.line);
  }
  return PrintOutput(out) ? 0 : 2;
}

// Runs the examples that rules carry, of the packs named or of all.
class ExampleRun {
 public:
  ExampleRun(const RuleSet& rules, const std::vector<std::string>& packs)
      : rules_(rules), packs_(packs) {
    // An example is about its rule alone: whatever the profile thinks of it, it must speak up.
  }

  int Run() {
    for (const Rule& rule : rules_.rules) {
      const bool meant = packs_.empty() ||
                         std::find(packs_.begin(), packs_.end(), rule.file) != packs_.end();
      if (!meant) continue;
      ++tested_;
      for (const Example& example : rule.fires.Read()) Try(rule, example, true);
      for (const Example& example : rule.silent.Read()) Try(rule, example, false);
    }
    if (!PrintOutput(out_)) return 2;
    PrintNote("", 0, fmt::format("{} in {}: {}", Number(examples_, "example"), Number(tested_, "rule"),
                                 failed_ == 0 ? "all as they should be"
                                              : fmt::format("{} failed", failed_)));
    return failed_ == 0 ? 0 : 1;
  }

 private:
  // By the rule alone: others neither hide nor help it. One that should stay silent may give a hint,
  // which a guard makes of a warning.
  void Try(const Rule& rule, const Example& example, bool fires) {
    ++examples_;
    const std::string_view title = example.title.empty() ? "Product Owner" : example.title;
    LintOptions options;
    options.select = {std::string(rule.id)};
    const Report report = LintText(example.text, title, example.section, rules_, options);
    Severity severity = Severity::kOff;
    for (const Finding& finding : report.findings) {
      if (finding.rule == rule.id && finding.block >= 0) severity = finding.severity;
    }
    const bool quiet = severity == Severity::kOff ||
                       (severity == Severity::kHint && rule.severity > Severity::kHint);
    if (fires ? severity == rule.severity : quiet) return;
    ++failed_;
    const std::string got = severity == Severity::kOff ? "nothing" : fmt::format("a {}", Name(severity));
    out_ += fmt::format("{}:{}: {} should {} \"{}\", and gives {}\n", Printable(rule.file), example.line,
                        rule.id, fires ? fmt::format("give a {} for", Name(rule.severity)) : "leave alone",
                        Printable(example.text), got);
  }

  const RuleSet& rules_;
  const std::vector<std::string>& packs_;
  uint32_t tested_ = 0;
  uint32_t examples_ = 0;
  uint32_t failed_ = 0;
  std::string out_;
};

}  // namespace

int RunRules(const Options& options) {
  if (options.action == "dump") return Dump();
  if (options.action == "schema") return PrintOutput(kRulesSchema) ? 0 : 2;
  // Packs named here are loaded like those given with --rules.
  Options with_packs = options;
  with_packs.rules.insert(with_packs.rules.end(), options.packs.begin(), options.packs.end());
  Setups setups(with_packs);
  Result<const Setup*> setup = setups.For(kConfigName);
  if (!setup) {
    PrintError(setup.error());
    return 2;
  }
  const RuleSet& rules = (*setup)->rules;
  if (options.action == "list") return List(rules);
  std::vector<RuleFile> named;
  for (const std::string& pack : options.packs) {
    if (auto error = ReadPacks(pack, named)) {
      PrintError(*error);
      return 2;
    }
  }
  std::vector<std::string> packs;
  for (const RuleFile& file : named) packs.push_back(file.path);
  return ExampleRun(rules, packs).Run();
}

}  // namespace resumelint
