#include <fmt/format.h>

#include "base/toml.h"
#include "embed/resumelint.h"
#include "formats/reader.h"
#include "lint/lint.h"
#include "lint/suppress.h"
#include "report/view.h"
#include "rewrite/templates.h"
#include "rules/rule_set.h"

namespace resumelint::v1 {

struct Linter::Loaded {
  RuleSet rules;
  RewriteRules rewrites;
  LintOptions options;  // `rewrites` points into this very object
};

namespace {

std::nullopt_t Tell(Fault* fault, const Error& error) {
  if (fault != nullptr) *fault = {error.path, error.line, error.column, error.what, error.hint};
  return std::nullopt;
}

resumelint::Severity Inner(Severity severity) {
  switch (severity) {
    case Severity::kHint: return resumelint::Severity::kHint;
    case Severity::kWarning: return resumelint::Severity::kWarning;
    case Severity::kError: break;
  }
  return resumelint::Severity::kError;
}

Severity Outer(resumelint::Severity severity) {
  switch (severity) {
    case resumelint::Severity::kOff:
    case resumelint::Severity::kHint: return Severity::kHint;
    case resumelint::Severity::kWarning: return Severity::kWarning;
    case resumelint::Severity::kError: break;
  }
  return Severity::kError;
}

std::optional<Error> UnknownName(const LintOptions& options, const RuleSet& rules) {
  const auto unknown = [](std::string_view what, const std::string& name, const std::vector<std::string_view>& known) {
    return Error{"", 0, 0, fmt::format("no {} is called \"{}\"", what, name), DidYouMean(name, known), ""};
  };
  std::vector<std::string> names = options.select;
  names.insert(names.end(), options.ignore.begin(), options.ignore.end());
  for (const auto& [name, severity] : options.severities) names.push_back(name);
  for (const std::string& name : names) {
    if (!rules.HasRule(name)) return unknown("rule", name, rules.RuleNames());
  }
  if (options.profile == "auto" || rules.FindProfile(options.profile) != nullptr) return std::nullopt;
  std::vector<std::string_view> profiles = {"auto"};
  for (const Profile& profile : rules.profiles) profiles.push_back(profile.name);
  return unknown("profile", options.profile, profiles);
}

Place Outer(const resumelint::Place& place) {
  return {place.begin.line,     place.begin.column, place.end.line, place.end.column,
          place.begin.offset,   place.end.offset,   static_cast<uint32_t>(place.page),
          static_cast<uint32_t>(place.paragraph)};
}

Finding Outer(const Report& report, resumelint::Finding& inner) {
  Finding out;
  out.place = Outer(PlaceOf(report, inner));
  if (const Block* block = BlockOf(report, inner)) {
    out.of_bullet = true;
    out.bullet = block->text.chars;
    out.section = SectionOf(*block);
    out.role = report.document.RoleTitle(*block);
  }
  out.rule = inner.rule;
  out.severity = Outer(inner.severity);
  out.message = inner.message;
  out.why = inner.why;
  out.questions = inner.questions.list();
  for (resumelint::Rewrite& rewrite : inner.rewrites) {
    std::vector<std::string> slots = SlotsOf(rewrite.text);
    out.rewrites.push_back({Name(rewrite.variant), std::move(rewrite.text), std::move(slots),
                            std::move(rewrite.dropped), std::string(rewrite.advice)});
  }
  return out;
}

}  // namespace

std::optional<Linter> Linter::Make(const Settings& settings, Fault* fault) {
  auto loaded = std::make_shared<Loaded>();
  const std::span<const RuleFile> builtin = BuiltinRules();
  std::vector<RuleFile> files(builtin.begin(), builtin.end());
  for (const Pack& pack : settings.packs) files.push_back({pack.name, pack.text, false});
  Result<RuleSet> rules = LoadRules(files);
  if (!rules) return Tell(fault, rules.error());
  loaded->rules = std::move(*rules);
  Result<RewriteRules> rewrites = LoadRewrites(files, loaded->rules.lexicon, loaded->rules.fragments);
  if (!rewrites) return Tell(fault, rewrites.error());
  loaded->rewrites = std::move(*rewrites);
  LintOptions& options = loaded->options;
  options.profile = settings.profile;
  options.select = settings.select;
  options.ignore = settings.ignore;
  for (const auto& [rule, severity] : settings.severities) options.severities.emplace_back(rule, Inner(severity));
  options.draft = settings.draft;
  options.rewrites = &loaded->rewrites;
  if (auto error = UnknownName(options, loaded->rules)) return Tell(fault, *error);
  return Linter(std::move(loaded));
}

std::optional<Resume> Linter::Check(std::string_view name, std::string bytes, Fault* fault) const {
  Result<Document> document = ReadDocument(std::string(name), std::move(bytes), loaded_->rules.outline);
  if (!document) return Tell(fault, document.error());
  Report report = Lint(std::move(*document), loaded_->rules, loaded_->options);
  ApplySuppressions(report, loaded_->rules, loaded_->options);
  Resume out;
  out.format = report.document.format;
  out.profile = report.profile;
  out.bullets = report.bullets;
  for (resumelint::Finding& finding : report.findings) out.findings.push_back(Outer(report, finding));
  for (const ReadNote& note : report.document.notes) out.notes.push_back(note.text);
  return out;
}

std::vector<Rule> Linter::Rules() const {
  std::vector<Rule> out;
  for (const resumelint::Rule& rule : loaded_->rules.rules) {
    out.push_back({std::string(rule.id), Outer(rule.severity), std::string(rule.title), std::string(rule.see),
                   std::string(rule.why), std::string(rule.fix)});
  }
  return out;
}

std::string Linter::RulesVersion() const { return std::string(loaded_->rules.version); }

}  // namespace resumelint::v1
