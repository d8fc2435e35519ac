#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/packed.h"
#include "language/phrase.h"
#include "language/regex.h"
#include "resume/document.h"

namespace resumelint {

enum class Severity : uint8_t { kOff, kHint, kWarning, kError };
const char* Name(Severity severity);  ///< "off", "hint", "warning", "error"
/// False if `name` is none of the four.
bool ParseSeverity(std::string_view name, Severity& severity);

// Texts are views into the memory of their RuleSet.

/// A sentence of the advice that a rule comes from.
struct Citation {
  std::string_view at;  ///< place in the source, as printed there: "01:17:52"; may be empty
  std::string_view text;
};

/// A text that a rule must fire on, or must leave alone. Every one is a test.
struct Example {
  std::string_view text;
  std::string_view title;    ///< title of the role it stands in; empty = "Product Owner"
  std::string_view section;  ///< "experience" if empty; a SectionKind's name
  std::string_view why;      ///< for a silent one: what protects it
  uint32_t line = 0;    ///< in the rule file
};

template <class Archive>
void Pack(Archive& archive, Citation& citation) {
  auto& [at, text] = citation;
  archive(at, text);
}
template <class Archive>
void Pack(Archive& archive, Example& example) {
  auto& [text, title, section, why, line] = example;
  archive(text, title, section, why, line);
}

/// What a rule looks at.
enum class Scope : uint8_t {
  kBullet,         ///< a bullet, or job prose, of experience, projects or volunteering
  kSummary,        ///< a sentence of the summary
  kHeadline,       ///< name and title lines above the first section
  kSkills,         ///< the skills section as a whole
  kRole,           ///< a job as a whole
  kDocument,       ///< the resume as a whole
};
const char* Name(Scope scope);

/// A yes/no question about a text, answered at most once per text: what guards refer to.
///
/// It answers yes if one of `phrases` or `regexes` matches or one of `any` says yes (or none of
/// those three is given), all of `all` say yes, none of `none` does, and the text has at most
/// `max_words` words. Matches that overlap a match of a detector in `outside` don't count.
struct Detector {
  std::string_view name;
  std::string_view about;
  std::vector<Phrase> phrases;
  std::vector<Regex> regexes;
  std::vector<uint16_t> any;
  std::vector<uint16_t> all;
  std::vector<uint16_t> none;
  std::vector<uint16_t> outside;
  uint32_t max_words = 0;  ///< 0 = no limit
};

/// A word used in another sense: where the phrase matches, its words leave the classes.
struct Sense {
  std::string_view about;
  std::vector<ClassId> classes;
  std::vector<Phrase> phrases;
};

struct Downgrade {
  uint16_t detector = 0;
  Severity to = Severity::kHint;
};

/// A number that a mechanism takes: `words = 32`.
struct Parameter {
  std::string_view name;
  double value = 0;
};

/// Words that may be put in a phrase's place without asking the person: nothing is said otherwise.
struct Replacement {
  Phrase phrase;
  std::string_view text;
};

/// One piece of advice: (verb class × noun class) less guards, or a named check with parameters.
struct Rule {
  std::string_view id;     ///< "process/backlog-admin"
  std::string_view title;  ///< "Backlog upkeep told as an achievement"
  Severity severity = Severity::kWarning;
  std::vector<Scope> scopes;
  std::vector<Phrase> phrases;
  std::vector<Regex> regexes;
  std::string_view check;  ///< name of a mechanism in lint/checks.h; empty for phrase rules
  std::vector<Parameter> parameters;
  std::vector<std::string_view> of;       ///< rule ids or globs a counting check counts
  std::vector<Phrase> words;    ///< what a check looks for
  std::vector<Phrase> against;  ///< what answers the check
  std::vector<uint16_t> needs;       ///< detectors that must say yes
  std::vector<uint16_t> unless;      ///< detectors that silence it
  std::vector<Downgrade> downgrade;  ///< detectors that lower its severity
  std::vector<std::string_view> beats;    ///< rules (ids or globs) not shown beside it on one bullet
  std::string_view rewrite;               ///< rewrite class; empty = no rewrite
  std::string_view see;              ///< what the reader sees
  std::string_view why;              ///< one clause
  Cold<std::string_view> ask;        ///< what a coach asks
  std::vector<Replacement> replace;  ///< what `--fix` may do by itself
  std::string_view fix;              ///< what to do, where no rewrite can be given
  Cold<Citation> sources;
  Cold<Example> fires;
  Cold<Example> silent;
  std::string_view file;  ///< where it was read: "rules/process.toml"
  uint32_t line = 0;

  std::string_view pack() const { return id.substr(0, id.find('/')); }
};

/// Who reads the resume: severities that fit a kind of job.
struct Profile {
  struct Change {
    std::string_view rules;     ///< id or glob
    bool sets = false;     ///< `severity` counts
    Severity severity = Severity::kWarning;
    std::vector<uint16_t> when;  ///< the rules fire only where all of these say yes
  };
  std::string_view name;   ///< "pm-tech"
  std::string_view about;
  std::vector<Phrase> titles;  ///< a job title that matches is of this profile
  std::vector<Change> changes;  ///< later ones win
};

bool MatchesRuleInFull(std::string_view pattern, std::string_view id);
/// True if `id` is `pattern`, is in the pack `pattern`, or fits it as a glob with `*`.
inline bool MatchesRule(std::string_view pattern, std::string_view id) {
  if (pattern.empty() || id.empty()) return pattern == id;
  if (pattern[0] != id[0] && pattern[0] != '*') return false;  // most
  return MatchesRuleInFull(pattern, id);
}

}  // namespace resumelint
