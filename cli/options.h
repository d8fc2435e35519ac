#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "base/source.h"
#include "rules/rule.h"

namespace resumelint {

enum class Command : uint8_t { kCheck, kCoach, kCompare, kExplain, kRules, kText, kInit, kCompletion };

/// What was typed, checked for form and not yet resolved: no file was looked at.
struct Options {
  Command command = Command::kCheck;

  std::vector<std::string> files;         ///< check, text: files and folders; "-" = standard input
  // What check reads.
  std::string input_format;               ///< a reader's name; empty = told from the content
  std::string stdin_filename;             ///< the name that standard input goes by
  SizeLimits limits;
  std::vector<std::string> rules;         ///< packs of one's own: files or folders
  std::string config;                     ///< empty = looked for upward from each file
  bool no_config = false;
  // What it looks for. Empty = what the configuration says.
  std::string profile;
  std::vector<std::string> select;
  std::vector<std::string> ignore;
  std::vector<std::pair<std::string, Severity>> severities;
  std::string fail_on;                    ///< "error", "warning", "hint", "never" or ""
  bool draft = false;
  std::string baseline;
  std::string write_baseline;
  std::string diff;                       ///< a git revision
  bool staged = false;
  bool fix = false;
  bool dry_run = false;                   ///< with `fix`: show a diff, write nothing
  // How it is shown.
  std::string format = "text";
  std::string output;                     ///< a file; empty = standard output
  Severity min_severity = Severity::kWarning;
  std::string color = "auto";
  bool quiet = false;
  bool statistics = false;
  bool redact = false;
  uint32_t jobs = 0;                      ///< 0 = as many as there are processors

  std::string accept;                     ///< compare: a file of confirmed facts
  bool yes = false;                       ///< compare: confirm all that is new
  std::string transcript;                 ///< coach: a file that keeps the session
  std::string bullet;                     ///< explain: a bullet to take apart
  bool bullet_given = false;
  std::string title;                      ///< explain: the job it stands in
  std::string topic;                      ///< explain: a rule, a pack or a part of a name; or ""
  std::string action = "list";            ///< rules: list, test, dump or schema
  std::vector<std::string> packs;         ///< rules: packs of one's own
  bool all = false;                       ///< text: with what was skipped
  bool pre_commit = false;                ///< init
  bool schema = false;                    ///< init: print the schema of the configuration
  std::string shell;                      ///< completion: bash, zsh or fish
};

/// Reads the command line. Returns true if there is something to do; else the answer (help, version,
/// or what is wrong) has been printed and `status` is set.
bool ParseOptions(int argc, const char* const* argv, Options& options, int& status);

}  // namespace resumelint
