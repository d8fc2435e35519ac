// Every example of every rule is a test of its own: Fires/… and Silent/….

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "lint/checks.h"
#include "lint/lint.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

/// Findings of the rule alone: other rules neither hide nor help it.
std::string Fired(const Rule& rule, const Example& example) {
  LintOptions options;
  options.select = {std::string(rule.id)};
  const std::string_view title = example.title.empty() ? "Product Owner" : example.title;
  const Report report = LintText(example.text, title, example.section, Builtin(), options);
  for (const Finding& finding : report.findings) {
    if (finding.rule == rule.id && finding.block >= 0) return Name(finding.severity);
  }
  return "silent";
}

class ExampleTest : public testing::Test {
 public:
  ExampleTest(const Rule& rule, const Example& example, bool fires)
      : rule_(rule), example_(example), fires_(fires) {}

  void TestBody() override {
    const std::string fired = Fired(rule_, example_);
    if (fires_) {
      EXPECT_EQ(fired, Name(rule_.severity)) << rule_.file << ":" << example_.line << ": " << example_.text;
    } else {
      // A guard may lower a finding to a hint: what must not happen is a warning.
      const bool quiet = fired == "silent" || (fired == "hint" && rule_.severity > Severity::kHint);
      EXPECT_TRUE(quiet) << rule_.file << ":" << example_.line << ": " << example_.text << " -> " << fired;
    }
  }

 private:
  const Rule& rule_;
  Example example_;
  bool fires_;
};

const int registered = [] {
  for (const Rule& rule : Builtin().rules) {
    const auto add = [&](const Example& example, bool fires) {
      testing::RegisterTest(fires ? "Fires" : "Silent", fmt::format("{} {}:{}", rule.id, rule.file, example.line).c_str(),
                            nullptr, nullptr, std::string(rule.file).c_str(), static_cast<int>(example.line),
                            [&rule, example, fires]() -> testing::Test* { return new ExampleTest(rule, example, fires); });
    };
    for (const Example& example : rule.fires.Read()) add(example, true);
    for (const Example& example : rule.silent.Read()) add(example, false);
  }
  return 0;
}();

TEST(Rules, EveryRuleIsComplete) {
  EXPECT_EQ(registered, 0);
  for (const Rule& rule : Builtin().rules) {
    // What is said of suppressions is not advice on resumes.
    EXPECT_TRUE(!rule.sources.empty() || rule.check == "suppression") << rule.id << " cites no sentence of the advice";
    EXPECT_TRUE(!rule.ask.empty() || !rule.fix.empty()) << rule.id << " neither asks nor says what to do";
    EXPECT_TRUE(rule.see.ends_with('.') || rule.see.ends_with('?')) << rule.id;
    if (!rule.check.empty()) {
      for (const Scope scope : rule.scopes) EXPECT_TRUE(HasCheck(rule.check, scope)) << rule.id << ": " << rule.check;
    }
    if (!rule.rewrite.empty()) {
      EXPECT_NE(BuiltinRewrites().Find(rule.rewrite), nullptr) << rule.id << " names the rewrite class " << rule.rewrite;
    }
    for (const Regex& regex : rule.regexes) EXPECT_EQ(regex.Fault(), "") << rule.id << ": " << regex.pattern();
  }
  for (const Detector& detector : Builtin().detectors) {
    for (const Regex& regex : detector.regexes) EXPECT_EQ(regex.Fault(), "") << detector.name << ": " << regex.pattern();
  }
}

}  // namespace
}  // namespace resumelint
