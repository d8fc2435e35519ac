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

/// An option, or nothing where a command line doesn't speak of it.
class Made {
 public:
  Made(CLI::Option* option = nullptr) : option_(option) {}
  CLI::Option* get() const { return option_; }
  Made Type(const char* name) { return With([&] { option_->type_name(name); }); }
  Made Check(CLI::Validator validator) { return With([&] { option_->check(std::move(validator)); }); }
  Made Excludes(Made other) { return With([&] { if (other.option_ != nullptr) option_->excludes(other.option_); }); }
  Made Needs(Made other) { return With([&] { if (other.option_ != nullptr) option_->needs(other.option_); }); }
  template <class Change>
  Made With(Change change) {
    if (option_ != nullptr) change();
    return *this;
  }

 private:
  CLI::Option* option_;
};

class Parser {
 public:
  /// Makes only the commands and options that `said` speaks of: all of them take longer to make than a
  /// page to check. Null = all.
  Parser(Options& options, const Words* said) : options_(options), said_(said) {
    app_.name("resumelint");
    app_.require_subcommand(0, 1);
    app_.set_help_flag("-h,--help", "Show this help");
    app_.add_flag("-V,--version", version_, "The version of the program and of its rules");
    for (const Row& row : kRows) {
      if (said_ != nullptr && std::find(said_->begin(), said_->end(), row.name) == said_->end()) continue;
      CLI::App* sub = app_.add_subcommand(row.name, row.about);
      usages_[sub] = row.usage;
      sub->set_help_flag("-h,--help", "Show this help");
      commands_.emplace_back(sub, row.command);
      (this->*row.options)(sub);
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
    options_.bullet_given = bullet_.get() != nullptr && bullet_.get()->count() > 0;
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

  /// `names` as "-o,--output".
  bool SpokenOf(std::string_view names) const {
    if (said_ == nullptr) return true;
    for (size_t at = 0; at < names.size();) {
      const std::string_view name = names.substr(at, names.find(',', at) - at);
      const bool has_two = name.starts_with("--");
      for (const std::string& word : *said_) {
        // Short ones may stand together: "-qj2".
        if (has_two ? word.starts_with(name) : word.size() > 1 && word[0] == '-' && word[1] != '-') return true;
      }
      at += name.size() + 1;
    }
    return false;
  }

  template <class T>
  Made Option(CLI::App* sub, const char* names, T& to, const std::string& about, const char* by = "") {
    return SpokenOf(names) || (*by != '\0' && SpokenOf(by)) ? sub->add_option(names, to, about) : nullptr;
  }

  /// `by` is another one that needs it.
  Made Flag(CLI::App* sub, const char* names, bool& to, const char* about, const char* by = "") {
    return SpokenOf(names) || (*by != '\0' && SpokenOf(by)) ? sub->add_flag(names, to, about) : nullptr;
  }

  Made Choice(Made made, Words values, const char* type) {
    return made.With([&] {
      made.get()->check(OneOf(values))->type_name(type);
      values_[made.get()] = std::move(values);
    });
  }

  // An option that may be given again, and takes one argument each time.
  template <class T>
  Made Repeated(CLI::App* sub, const char* names, T& to, const char* about, const char* type) {
    Made made = Option(sub, names, to, about);
    return made.With([&] { made.get()->allow_extra_args(false)->delimiter(',')->type_name(type); });
  }

  void Configuration(CLI::App* sub) {
    Repeated(sub, "--rules", options_.rules, "A pack of your own, a file or a folder", "PATH");
    Option(sub, "--config", options_.config, "The configuration to use").Type("FILE");
    Flag(sub, "--no-config", options_.no_config, "Use no resumelint.toml");
  }

  void MaxSize(CLI::App* sub) {
    Option(sub, "--max-size", max_size_, "The most text that a resume may have, 1K to 64M; 256K if not given")
        .Type("SIZE").Check(Size());
  }

  void Colour(CLI::App* sub) {
    Choice(Option(sub, "--color,--colour", options_.color, "Colours: auto, always or never"),
           {"auto", "always", "never"}, "WHEN");
  }

  void Check(CLI::App* sub) {
    sub->add_option("FILE", options_.files, "Resumes, or folders of them; - is standard input");
    Choice(Option(sub, "--format", options_.format,
                           fmt::format("The report: {}", fmt::join(FormatNames(), ", "))),
           FormatNames(), "NAME");
    Option(sub, "-o,--output", options_.output, "Write the report to a file; html: or, a page a resume, to a folder/").Type("FILE");
    Option(sub, "--profile", options_.profile,
                    "Who reads it: auto (each job by its title), pm-tech, po-enterprise, delivery, "
                    "tech, general").Type("NAME");
    Repeated(sub, "--select", options_.select, "Only these rules: ids, packs or globs", "IDS");
    Repeated(sub, "--ignore", options_.ignore, "All but these rules", "IDS");
    Repeated(sub, "--severity", severities_, "Change a rule: error, warning, hint or off", "RULE=LEVEL")
        .Check(RuleAndLevel());
    Choice(Option(sub, "--fail-on", options_.fail_on,
                           "What makes the exit status 1: error, warning (the default), hint, never"),
           {"error", "warning", "hint", "never"}, "LEVEL");
    Choice(Option(sub, "--min-severity", min_severity_,
                           "What is shown: error, warning (the default) or hint"),
           {"error", "warning", "hint"}, "LEVEL");
    Configuration(sub);
    Choice(Option(sub, "--input-format", options_.input_format,
                           fmt::format("How to read: {}", fmt::join(ReaderNames(), ", "))),
           ReaderNames(), "NAME");
    Option(sub, "--stdin-filename", options_.stdin_filename,
                    "The name that standard input goes by").Type("NAME");
    MaxSize(sub);
    Option(sub, "--baseline", options_.baseline, "Leave out the findings listed in a file")
        .Type("FILE");
    Option(sub, "--write-baseline", options_.write_baseline,
                    "List the findings in a file; with --baseline, only those that are left of it")
        .Type("FILE");
    const Made diff = Option(sub, "--diff", options_.diff,
                                        "Only bullets changed since a git revision").Type("REV");
    const Made staged =
        Flag(sub, "--staged", options_.staged, "Only bullets changed in git's index").Excludes(diff);
    const Made fix = Flag(sub, "--fix", options_.fix,
                                     "Mend what needs no person: filler, misspellings, double blanks; the old "
                                     "file is kept as FILE~", "--dry-run").Excludes(diff).Excludes(staged);
    Flag(sub, "--dry-run", options_.dry_run, "With --fix: show a diff instead, write nothing").Needs(fix);
    Flag(sub, "--draft", options_.draft, "Unfilled [slots] are hints");
    Flag(sub, "--redact", options_.redact, "No contact details in the report (html)");
    Option(sub, "-j,--jobs", options_.jobs, "Files to check at a time")
        .Type("N").Check(CLI::Range(1u, 256u));
    Colour(sub);
    Flag(sub, "-q,--quiet", options_.quiet, "Findings only: no summary, no notes");
    Flag(sub, "--statistics", options_.statistics, "Count the findings of each rule");
  }

  // What is looked for: the same options as check has.
  void Selection(CLI::App* sub) {
    Option(sub, "--profile", options_.profile, "Who reads it, as for check").Type("NAME");
    Repeated(sub, "--select", options_.select, "Only these rules: ids, packs or globs", "IDS");
    Repeated(sub, "--ignore", options_.ignore, "All but these rules", "IDS");
  }

  void Coach(CLI::App* sub) {
    sub->add_option("FILE", options_.files, "The resume; it is changed when you say so, the old one is kept as FILE~")
        ->required()->expected(1);
    Choice(Option(sub, "--min-severity", min_severity_, "Which bullets: error, warning (the default) or hint"),
           {"error", "warning", "hint"}, "LEVEL");
    Option(sub, "--transcript", options_.transcript, "Keep the session as Markdown").Type("FILE");
    Selection(sub);
    Configuration(sub);
    Choice(Option(sub, "--input-format", options_.input_format,
                           fmt::format("How to read: {}", fmt::join(ReaderNames(), ", "))),
           ReaderNames(), "NAME");
    MaxSize(sub);
    Colour(sub);
  }

  void Compare(CLI::App* sub) {
    sub->add_option("FILES", options_.files, "The old version and the new one; formats may differ")
        ->required()->expected(2)->type_name("OLD NEW");
    Choice(Option(sub, "--format", options_.format, "The report: text or json"), {"text", "json"}, "NAME");
    Choice(Option(sub, "--min-severity", min_severity_,
                           "Which findings: error, warning (the default) or hint"),
           {"error", "warning", "hint"}, "LEVEL");
    const Made accept = Option(sub, "--accept", options_.accept,
                                          "Facts that are confirmed, in a file; on a terminal, the others are "
                                          "asked for and kept there", "--yes").Type("FILE");
    Flag(sub, "--yes", options_.yes, "With --accept: confirm all, without asking").Needs(accept);
    Selection(sub);
    Configuration(sub);
    MaxSize(sub);
    Colour(sub);
  }

  void Explain(CLI::App* sub) {
    sub->add_option("RULE", options_.topic, "A rule, a pack or a part of a name; without: all rules");
    bullet_ = Option(sub, "--bullet", options_.bullet,
                    "Take a bullet apart: how it is read, which rules speak up, which stay silent and why", "--title")
        .Type("TEXT");
    Option(sub, "--title", options_.title, "With --bullet: the job it stands in; Product Owner if not given")
        .Type("TITLE").Needs(bullet_);
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
    Flag(sub, "-a,--all", options_.all, "With what is skipped, and why");
    Choice(Option(sub, "--input-format", options_.input_format,
                           fmt::format("How to read: {}", fmt::join(ReaderNames(), ", "))),
           ReaderNames(), "NAME");
    Option(sub, "--stdin-filename", options_.stdin_filename,
                    "The name that standard input goes by").Type("NAME");
    MaxSize(sub);
    Configuration(sub);
  }

  void Init(CLI::App* sub) {
    Flag(sub, "--pre-commit", options_.pre_commit,
                  "Write .pre-commit-config.yaml too, or show the entry for the one there is");
    Flag(sub, "--schema", options_.schema,
                  "Write nothing: print the JSON schema of resumelint.toml, for editors");
  }

  void Completion(CLI::App* sub) {
    Choice(sub->add_option("SHELL", options_.shell, "bash, zsh or fish")->required(),
           {"bash", "zsh", "fish"}, "SHELL");
  }

  Options& options_;
  const Words* said_;
  CLI::App app_;
  std::vector<std::pair<CLI::App*, Command>> commands_;
  std::map<const CLI::App*, const char*> usages_;
  std::map<const CLI::Option*, Words> values_;
  Words severities_;
  std::string min_severity_ = "warning";
  std::string max_size_;
  Made bullet_;
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
  return Parser(unused, nullptr).Tree();
}

bool ParseOptions(int argc, const char* const* argv, Options& options, int& status) {
  std::vector<std::string> words = WithCommand(argc, argv);
  if (words.empty()) {
    PrintError(GeneralHelp(CommandTree()));
    status = 2;
    return false;
  }
  const std::vector<std::string> said = words;
  Parser parser(options, &said);
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
    status = PrintOutput(fmt::format("resumelint {} (rules {}{}{})\n", RESUMELINT_VERSION, BuiltinRulesVersion(),
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
