#include "options.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <map>
#include <optional>

#include "base/toml.h"
#include "command_tree.h"
#include "config/config.h"
#include "formats/reader.h"
#include "report/reporter.h"
#include "rules/pack.h"
#include "terminal.h"
#include "version.h"

namespace resumelint {

namespace {

using Words = std::vector<std::string>;

Words FormatNames() {
  Words names;
  for (const Reporter& reporter : Reporters()) names.emplace_back(reporter.name);
  return names;
}

Words ReaderNames() {
  Words names;
  for (const Reader& reader : Readers()) names.emplace_back(reader.name);
  return names;
}

// Refuses a value that is none of `words`, with the nearest.
CLI::Validator OneOf(Words words) {
  return CLI::Validator(
      [words](std::string& value) {
        if (std::find(words.begin(), words.end(), value) != words.end()) return std::string();
        const std::vector<std::string_view> known(words.begin(), words.end());
        const std::string near = DidYouMean(value, known);
        return fmt::format("\"{}\" is none of {}{}", value, fmt::join(words, ", "),
                           near.empty() ? "" : "; " + near);
      },
      fmt::format("{}", fmt::join(words, "|")));
}

CLI::Validator RuleAndLevel() {
  return CLI::Validator(
      [](std::string& value) {
        const size_t equals = value.rfind('=');
        Severity severity;
        if (equals == std::string::npos || equals == 0 ||
            !ParseSeverity(value.substr(equals + 1), severity)) {
          return fmt::format("\"{}\" is not RULE=error, RULE=warning, RULE=hint or RULE=off", value);
        }
        return std::string();
      },
      "RULE=LEVEL");
}

// Bytes: "500K", "20M", "1048576". Nothing where it is none, or out of bounds.
std::optional<uint64_t> ParseSize(std::string_view text) {
  uint64_t size = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size);
  const std::string_view unit(end, static_cast<size_t>(text.data() + text.size() - end));
  const int shift = unit == "K" || unit == "k" ? 10 : unit == "M" || unit == "m" ? 20 : unit.empty() ? 0 : -1;
  if (error != std::errc() || shift < 0 || size > SizeLimits::kMost) return std::nullopt;
  size <<= shift;
  if (size < 1024 || size > SizeLimits::kMost) return std::nullopt;
  return size;
}

CLI::Validator Size() {
  return CLI::Validator(
      [](std::string& value) {
        return ParseSize(value) ? std::string() : fmt::format("\"{}\" is not a size from 1K to 64M", value);
      },
      "SIZE");
}

class Parser {
 public:
  /// Only the command `asked` gets its options: all of them take longer to make than a page to check.
  /// "" = all get them.
  Parser(Options& options, std::string_view asked) : options_(options), asked_(asked) {
    app_.name("resumelint");
    app_.require_subcommand(0, 1);
    app_.set_help_flag("-h,--help", "Show this help");
    app_.add_flag("-V,--version", version_, "The version of the program and of its rules");
    for (const Row& row : kRows) {
      CLI::App* sub = app_.add_subcommand(row.name, row.about);
      usages_[sub] = row.usage;
      sub->set_help_flag("-h,--help", "Show this help");
      commands_.emplace_back(sub, row.command);
      if (asked_.empty() || asked_ == row.name) (this->*row.options)(sub);
    }
  }

  static bool IsCommand(std::string_view word) {
    return std::any_of(std::begin(kRows), std::end(kRows), [&](const Row& row) { return row.name == word; });
  }

  CLI::App& app() { return app_; }
  bool version() const { return version_; }

  // What the parser left as text.
  bool Finish() {
    for (const std::string& text : severities_) {
      const size_t equals = text.rfind('=');
      Severity severity = Severity::kWarning;
      ParseSeverity(text.substr(equals + 1), severity);
      options_.severities.emplace_back(text.substr(0, equals), severity);
    }
    ParseSeverity(min_severity_, options_.min_severity);
    if (const auto size = ParseSize(max_size_)) options_.limits.text = *size;
    options_.bullet_given = bullet_ != nullptr && bullet_->count() > 0;
    for (const auto& [sub, command] : commands_) {
      if (sub->parsed()) {
        options_.command = command;
        return true;
      }
    }
    return false;
  }

  std::vector<CommandInfo> Tree() const {
    std::vector<CommandInfo> tree;
    for (const auto& [sub, command] : commands_) {
      CommandInfo info{sub->get_name(), sub->get_description(), usages_.at(sub), {}, {}};
      for (const CLI::Option* option : sub->get_options()) {
        const auto known = values_.find(option);
        const Words values = known == values_.end() ? Words() : known->second;
        if (option->get_positional()) {
          info.arguments.push_back({option->get_name(true), option->get_description(), values});
          continue;
        }
        OptionInfo entry;
        for (const std::string& name : option->get_snames()) entry.names.push_back("-" + name);
        for (const std::string& name : option->get_lnames()) entry.names.push_back("--" + name);
        entry.about = option->get_description();
        if (option->get_items_expected_max() > 0) {
          const std::string type = option->get_type_name();  // "NAME:text|json"
          entry.value = type.substr(0, type.find(':'));
        }
        entry.values = values;
        info.options.push_back(std::move(entry));
      }
      tree.push_back(std::move(info));
    }
    return tree;
  }

 private:
  struct Row {
    const char* name;
    const char* usage;
    const char* about;
    Command command;
    void (Parser::*options)(CLI::App*);
  };
  static const Row kRows[8];

  CLI::Option* Choice(CLI::Option* option, Words values, const char* type) {
    option->check(OneOf(values))->type_name(type);
    values_[option] = std::move(values);
    return option;
  }

  // An option that may be given again, and takes one argument each time.
  template <class T>
  CLI::Option* Repeated(CLI::App* sub, const char* names, T& to, const char* about, const char* type) {
    return sub->add_option(names, to, about)->allow_extra_args(false)->delimiter(',')->type_name(type);
  }

  void Configuration(CLI::App* sub) {
    Repeated(sub, "--rules", options_.rules, "A pack of your own, a file or a folder", "PATH");
    sub->add_option("--config", options_.config, "The configuration to use")->type_name("FILE");
    sub->add_flag("--no-config", options_.no_config, "Use no resumelint.toml");
  }

  void MaxSize(CLI::App* sub) {
    sub->add_option("--max-size", max_size_, "The most text that a resume may have, 1K to 64M; 256K if not given")
        ->type_name("SIZE")->check(Size());
  }

  void Colour(CLI::App* sub) {
    Choice(sub->add_option("--color,--colour", options_.color, "Colours: auto, always or never"),
           {"auto", "always", "never"}, "WHEN");
  }

  void Check(CLI::App* sub) {
    sub->add_option("FILE", options_.files, "Resumes, or folders of them; - is standard input");
    Choice(sub->add_option("--format", options_.format,
                           fmt::format("The report: {}", fmt::join(FormatNames(), ", "))),
           FormatNames(), "NAME");
    sub->add_option("-o,--output", options_.output, "Write the report to a file; html: or, a page a resume, to a folder/")->type_name("FILE");
    sub->add_option("--profile", options_.profile,
                    "Who reads it: auto (each job by its title), pm-tech, po-enterprise, delivery, "
                    "tech, general")->type_name("NAME");
    Repeated(sub, "--select", options_.select, "Only these rules: ids, packs or globs", "IDS");
    Repeated(sub, "--ignore", options_.ignore, "All but these rules", "IDS");
    Repeated(sub, "--severity", severities_, "Change a rule: error, warning, hint or off", "RULE=LEVEL")
        ->check(RuleAndLevel());
    Choice(sub->add_option("--fail-on", options_.fail_on,
                           "What makes the exit status 1: error, warning (the default), hint, never"),
           {"error", "warning", "hint", "never"}, "LEVEL");
    Choice(sub->add_option("--min-severity", min_severity_,
                           "What is shown: error, warning (the default) or hint"),
           {"error", "warning", "hint"}, "LEVEL");
    Configuration(sub);
    Choice(sub->add_option("--input-format", options_.input_format,
                           fmt::format("How to read: {}", fmt::join(ReaderNames(), ", "))),
           ReaderNames(), "NAME");
    sub->add_option("--stdin-filename", options_.stdin_filename,
                    "The name that standard input goes by")->type_name("NAME");
    MaxSize(sub);
    sub->add_option("--baseline", options_.baseline, "Leave out the findings listed in a file")
        ->type_name("FILE");
    sub->add_option("--write-baseline", options_.write_baseline,
                    "List the findings in a file; with --baseline, only those that are left of it")
        ->type_name("FILE");
    CLI::Option* diff = sub->add_option("--diff", options_.diff,
                                        "Only bullets changed since a git revision")->type_name("REV");
    CLI::Option* staged =
        sub->add_flag("--staged", options_.staged, "Only bullets changed in git's index")->excludes(diff);
    CLI::Option* fix = sub->add_flag("--fix", options_.fix,
                                     "Mend what needs no person: filler, misspellings, double blanks; the old "
                                     "file is kept as FILE~")->excludes(diff)->excludes(staged);
    sub->add_flag("--dry-run", options_.dry_run, "With --fix: show a diff instead, write nothing")->needs(fix);
    sub->add_flag("--draft", options_.draft, "Unfilled [slots] are hints");
    sub->add_flag("--redact", options_.redact, "No contact details in the report (html)");
    sub->add_option("-j,--jobs", options_.jobs, "Files to check at a time")
        ->type_name("N")->check(CLI::Range(1u, 256u));
    Colour(sub);
    sub->add_flag("-q,--quiet", options_.quiet, "Findings only: no summary, no notes");
    sub->add_flag("--statistics", options_.statistics, "Count the findings of each rule");
  }

  // What is looked for: the same options as check has.
  void Selection(CLI::App* sub) {
    sub->add_option("--profile", options_.profile, "Who reads it, as for check")->type_name("NAME");
    Repeated(sub, "--select", options_.select, "Only these rules: ids, packs or globs", "IDS");
    Repeated(sub, "--ignore", options_.ignore, "All but these rules", "IDS");
  }

  void Coach(CLI::App* sub) {
    sub->add_option("FILE", options_.files, "The resume; it is changed when you say so, the old one is kept as FILE~")
        ->required()->expected(1);
    Choice(sub->add_option("--min-severity", min_severity_, "Which bullets: error, warning (the default) or hint"),
           {"error", "warning", "hint"}, "LEVEL");
    sub->add_option("--transcript", options_.transcript, "Keep the session as Markdown")->type_name("FILE");
    Selection(sub);
    Configuration(sub);
    Choice(sub->add_option("--input-format", options_.input_format,
                           fmt::format("How to read: {}", fmt::join(ReaderNames(), ", "))),
           ReaderNames(), "NAME");
    MaxSize(sub);
    Colour(sub);
  }

  void Compare(CLI::App* sub) {
    sub->add_option("FILES", options_.files, "The old version and the new one; formats may differ")
        ->required()->expected(2)->type_name("OLD NEW");
    Choice(sub->add_option("--format", options_.format, "The report: text or json"), {"text", "json"}, "NAME");
    Choice(sub->add_option("--min-severity", min_severity_,
                           "Which findings: error, warning (the default) or hint"),
           {"error", "warning", "hint"}, "LEVEL");
    CLI::Option* accept = sub->add_option("--accept", options_.accept,
                                          "Facts that are confirmed, in a file; on a terminal, the others are "
                                          "asked for and kept there")->type_name("FILE");
    sub->add_flag("--yes", options_.yes, "With --accept: confirm all, without asking")->needs(accept);
    Selection(sub);
    Configuration(sub);
    MaxSize(sub);
    Colour(sub);
  }

  void Explain(CLI::App* sub) {
    sub->add_option("RULE", options_.topic, "A rule, a pack or a part of a name; without: all rules");
    bullet_ = sub->add_option("--bullet", options_.bullet,
                    "Take a bullet apart: how it is read, which rules speak up, which stay silent and why")
        ->type_name("TEXT");
    sub->add_option("--title", options_.title, "With --bullet: the job it stands in; Product Owner if not given")
        ->type_name("TITLE")->needs(bullet_);
    Configuration(sub);
    Colour(sub);
  }

  void Rules(CLI::App* sub) {
    Choice(sub->add_option("ACTION", options_.action,
                           "list: the rules in force; test: run the examples they carry; dump: print "
                           "the built-in packs; schema: print the JSON schema of packs, for editors"),
           {"list", "test", "dump", "schema"}, "ACTION");
    sub->add_option("PACK", options_.packs, "Packs of your own")->type_name("PACK.toml");
    Configuration(sub);
    Colour(sub);
  }

  void Text(CLI::App* sub) {
    sub->add_option("FILE", options_.files, "Resumes; - is standard input")->required();
    sub->add_flag("-a,--all", options_.all, "With what is skipped, and why");
    Choice(sub->add_option("--input-format", options_.input_format,
                           fmt::format("How to read: {}", fmt::join(ReaderNames(), ", "))),
           ReaderNames(), "NAME");
    sub->add_option("--stdin-filename", options_.stdin_filename,
                    "The name that standard input goes by")->type_name("NAME");
    MaxSize(sub);
    Configuration(sub);
  }

  void Init(CLI::App* sub) {
    sub->add_flag("--pre-commit", options_.pre_commit,
                  "Write .pre-commit-config.yaml too, or show the entry for the one there is");
    sub->add_flag("--schema", options_.schema,
                  "Write nothing: print the JSON schema of resumelint.toml, for editors");
  }

  void Completion(CLI::App* sub) {
    Choice(sub->add_option("SHELL", options_.shell, "bash, zsh or fish")->required(),
           {"bash", "zsh", "fish"}, "SHELL");
  }

  Options& options_;
  std::string_view asked_;
  CLI::App app_;
  std::vector<std::pair<CLI::App*, Command>> commands_;
  std::map<const CLI::App*, const char*> usages_;
  std::map<const CLI::Option*, Words> values_;
  Words severities_;
  std::string min_severity_ = "warning";
  std::string max_size_;
  CLI::Option* bullet_ = nullptr;
  bool version_ = false;
};

const Parser::Row Parser::kRows[8] = {
    {"check", "[check] [OPTIONS] FILE...", "Check resumes (the default command)", Command::kCheck, &Parser::Check},
    {"coach", "coach [OPTIONS] FILE", "Go through a resume bullet by bullet and change it", Command::kCoach, &Parser::Coach},
    {"compare", "compare [OPTIONS] OLD NEW", "What became better from one version to the next, and what it claims anew",
     Command::kCompare, &Parser::Compare},
    {"explain", "explain [OPTIONS] [RULE]", "What a rule is for, with examples and the advice behind it", Command::kExplain,
     &Parser::Explain},
    {"rules", "rules [list|test|dump|schema] [OPTIONS] [PACK.toml...]", "List, test or print rules", Command::kRules,
     &Parser::Rules},
    {"text", "text [OPTIONS] FILE...", "Show what is read of a resume", Command::kText, &Parser::Text},
    {"init", "init [--pre-commit|--schema]", "Write a commented resumelint.toml", Command::kInit, &Parser::Init},
    {"completion", "completion bash|zsh|fish", "Print completions for a shell", Command::kCompletion, &Parser::Completion},
};

// Unknown options, with the nearest that there is.
std::string NearOption(const std::vector<std::string>& typed, const std::vector<CommandInfo>& tree) {
  std::vector<std::string_view> known;
  for (const CommandInfo& command : tree) {
    for (const OptionInfo& option : command.options) {
      known.insert(known.end(), option.names.begin(), option.names.end());
    }
  }
  for (const std::string& word : typed) {
    const std::string name = word.substr(0, word.find('='));
    if (!name.starts_with("--") || std::find(known.begin(), known.end(), name) != known.end()) continue;
    return DidYouMean(name, known);
  }
  return {};
}

// The command may be left out: `resumelint FILE` checks.
std::vector<std::string> WithCommand(int argc, const char* const* argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.empty()) return words;
  const std::string& first = words.front();
  if (first == "help") words.front() = "--help";
  const bool general = words.front() == "--help" || first == "-h" || first == "--version" || first == "-V";
  if (!Parser::IsCommand(first) && !general) words.insert(words.begin(), "check");
  return words;
}

}  // namespace

std::vector<CommandInfo> CommandTree() {
  Options unused;
  return Parser(unused, "").Tree();
}

bool ParseOptions(int argc, const char* const* argv, Options& options, int& status) {
  std::vector<std::string> words = WithCommand(argc, argv);
  if (words.empty()) {
    PrintError(GeneralHelp(CommandTree()));
    status = 2;
    return false;
  }
  const std::string asked = words.front();
  Parser parser(options, asked);
  std::reverse(words.begin(), words.end());  // as CLI11 takes them
  try {
    parser.app().parse(words);
  } catch (const CLI::CallForHelp&) {
    const std::vector<CommandInfo> tree = CommandTree();
    const auto subs = parser.app().get_subcommands();
    const auto command = std::find_if(tree.begin(), tree.end(), [&](const CommandInfo& info) {
      return !subs.empty() && info.name == subs.front()->get_name();
    });
    const std::string help = command == tree.end() ? GeneralHelp(tree) : CommandHelp(*command);
    status = PrintOutput(help) ? 0 : 2;
    return false;
  } catch (const CLI::ParseError& error) {
    const std::string near = NearOption({argv + 1, argv + argc}, CommandTree());
    Error told;
    told.what = error.what();
    told.hint = near.empty() ? "`resumelint --help` shows the options" : near;
    PrintError(told);
    status = 2;
    return false;
  }
  if (parser.version()) {
    status = PrintOutput(fmt::format("resumelint {} (rules {}{}{})\n", RESUMELINT_VERSION, BuiltinRuleSet().version,
                                     *kCommit == '\0' ? "" : ", commit ", kCommit)) ? 0 : 2;
    return false;
  }
  if (!parser.Finish()) {
    PrintError(GeneralHelp(CommandTree()));
    status = 2;
    return false;
  }
  if (options.command == Command::kCheck && options.files.empty()) {
    PrintError(Error{"", 0, 0, "no file to check", "name a resume: resumelint my-resume.md", ""});
    status = 2;
    return false;
  }
  return true;
}

}  // namespace resumelint
