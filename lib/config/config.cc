#include "config/config.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "base/glob.h"
#include "base/toml_reader.h"

namespace resumelint {

namespace {

ConfiguredName NameAt(const TomlValue& value) { return {value.string, value.line, value.column}; }

class ConfigReader {
 public:
  explicit ConfigReader(TomlFile file) : file_(std::move(file)) {}

  Result<Config> Read() {
    Config config;
    config.path = file_.path;
    config.text = file_.text;
    TomlReader top(file_.root, file_);
    ReadSettings(top, config.settings);
    config.rules = top.Strings("rules");
    config.confidential = top.Strings("confidential");
    config.unknown = top.Strings("unknown");
    config.accept.kept = top.Strings("kept");
    for (const std::string& name : config.accept.kept) {
      if (IsKeptName(name)) continue;
      top.Complain("kept", fmt::format("\"{}\" is no finding", name), "`resumelint coach` writes this list: a rule and a hash");
    }
    for (TomlReader& table : top.Tables("overrides")) {
      Override entry;
      entry.files = table.Strings("files");
      if (entry.files.empty()) {
        table.Complain("files", "an override needs the files it is for",
                       "write files = [\"*.tex\"]");
      }
      ReadSettings(table, entry.settings);
      table.Finish();
      config.overrides.push_back(std::move(entry));
    }
    ReadVocabulary(top, config);
    top.Finish();
    if (file_.fault) return Fail(*file_.fault);
    return config;
  }

 private:
  void ReadSettings(TomlReader& table, Settings& settings) {
    if (const TomlValue* profile = table.Value("profile")) {
      table.RequiredString("profile");  // complains about the wrong type
      settings.profile = NameAt(*profile);
    }
    if (table.Value("select") != nullptr) settings.select = Names(table, "select");
    settings.ignore = Names(table, "ignore");
    if (const TomlValue* level_name = table.Value("fail-on")) {
      Severity level = Severity::kWarning;
      table.String("fail-on");  // complains about the wrong type
      const std::string& name = level_name->string;
      if (!ParseFailOn(name, level)) {
        table.Complain("fail-on", fmt::format("\"{}\" is nothing to fail on", name),
                       "write error, warning, hint or never");
      }
      settings.fail_on = level;
    }
    auto severities = table.Table("severity");
    if (!severities) return;
    for (const auto& [rule, value] : severities->Entries()) {
      Severity severity = Severity::kWarning;
      if (value.kind != TomlValue::Kind::kString || !ParseSeverity(value.string, severity)) {
        severities->Complain(rule, fmt::format("the severity of \"{}\" must be a string", rule),
                             "write \"error\", \"warning\", \"hint\" or \"off\"");
        continue;
      }
      settings.severities.push_back({{rule, value.line, value.column}, severity});
    }
  }

  std::vector<ConfiguredName> Names(TomlReader& table, const char* key) {
    std::vector<ConfiguredName> names;
    const TomlValue* value = table.Value(key);
    if (value == nullptr) return names;
    table.Strings(key);  // complains about the wrong type
    if (value->kind == TomlValue::Kind::kString) names.push_back(NameAt(*value));
    for (const TomlValue& element : value->array) names.push_back(NameAt(element));
    return names;
  }

  void ReadVocabulary(TomlReader& top, Config& config) {
    auto table = top.Table("vocabulary");
    if (!table) return;
    config.accept.words = table->Strings("accept");
    for (const auto& [name, value] : table->Entries()) {
      if (name == "accept") continue;
      const bool shaped = name.size() > 2 && name[1] == '.' &&
                          (name[0] == 'V' || name[0] == 'N' || name[0] == 'W');
      if (!shaped) {
        table->Complain(name, fmt::format("unknown key \"{}\"", name),
                        "write accept = [\"…\"], or a word class in quotes: \"N.backlog\" = [\"…\"]");
        return;
      }
      config.classes.push_back({{name, value.line, value.column}, table->Strings(name)});
    }
  }

  TomlFile file_;
};

// A basic string of TOML.
std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

void AddClass(std::string& out, std::string_view name, const std::vector<std::string>& words) {
  const char* kind = name[0] == 'V' ? "verbs" : name[0] == 'N' ? "nouns" : "words";
  out += fmt::format("[{}.{}]\nwords = [", kind, Quoted(name.substr(2)));
  for (const std::string& word : words) out += Quoted(word) + ", ";
  out += "]\n";
}

class Checker {
 public:
  Checker(const Config& config, const RuleSet& rules) : config_(config), rules_(rules) {}

  std::optional<Error> Check() {
    CheckSettings(config_.settings);
    for (const Override& entry : config_.overrides) CheckSettings(entry.settings);
    for (const auto& [name, words] : config_.classes) CheckClass(name);
    return std::move(fault_);
  }

 private:
  void CheckSettings(const Settings& settings) {
    if (settings.profile && settings.profile->name != "auto" &&
        rules_.FindProfile(settings.profile->name) == nullptr) {
      std::vector<std::string_view> known = {"auto"};
      for (const Profile& profile : rules_.profiles) known.push_back(profile.name);
      Complain(*settings.profile, "no profile is called", known);
    }
    for (const ConfiguredName& name : settings.select.value_or(std::vector<ConfiguredName>())) {
      CheckRule(name);
    }
    for (const ConfiguredName& name : settings.ignore) CheckRule(name);
    for (const auto& [name, severity] : settings.severities) CheckRule(name);
  }

  void CheckRule(const ConfiguredName& name) {
    if (!rules_.HasRule(name.name)) Complain(name, "no rule is called", rules_.RuleNames());
  }

  // The loader makes a class of any name, but it knows which ones the packs have.
  void CheckClass(const ConfiguredName& name) {
    std::vector<std::string_view> known;
    for (const Lexicon::Class& cls : std::span(rules_.lexicon.classes()).first(rules_.pack_classes)) {
      if (cls.name == name.name) return;
      known.push_back(cls.name);
    }
    Complain(name, "no word class is called", known);
  }

  void Complain(const ConfiguredName& name, std::string_view what,
                const std::vector<std::string_view>& known) {
    if (fault_) return;
    TomlValue at;
    at.line = name.line;
    at.column = name.column;
    std::string hint = DidYouMean(name.name, known);
    if (hint.empty()) hint = "`resumelint rules list` shows what there is";
    fault_ = TomlError(at, config_.path, config_.text, fmt::format("{} \"{}\"", what, name.name),
                       std::move(hint));
  }

  const Config& config_;
  const RuleSet& rules_;
  std::optional<Error> fault_;
};

// As in a .gitignore: a glob without a slash is about the file's name alone.
bool Fits(std::string_view glob, std::string_view path) {
  if (glob.find('/') == std::string_view::npos) path = path.substr(path.rfind('/') + 1);
  if (glob.starts_with('/')) glob.remove_prefix(1);
  return MatchesGitPattern(glob, path);
}

void Apply(const Settings& settings, FileSettings& out) {
  if (settings.profile) out.lint.profile = settings.profile->name;
  if (settings.select) {
    out.lint.select.clear();
    for (const ConfiguredName& name : *settings.select) out.lint.select.push_back(name.name);
  }
  for (const ConfiguredName& name : settings.ignore) out.lint.ignore.push_back(name.name);
  for (const auto& [name, severity] : settings.severities) {
    out.lint.severities.emplace_back(name.name, severity);
  }
  if (settings.fail_on) out.fail_on = *settings.fail_on;
}

}  // namespace

Result<Config> ParseConfig(std::string path, std::string text) {
  Result<TomlFile> file = TomlFile::Parse(std::move(path), std::move(text));
  if (!file) return Fail(std::move(file.error()));
  return ConfigReader(std::move(*file)).Read();
}

std::optional<RuleFile> VocabularyOf(const Config& config) {
  std::string text;
  for (const auto& [name, words] : config.classes) AddClass(text, name.name, words);
  std::vector<std::string> without_figures = config.confidential;
  without_figures.insert(without_figures.end(), config.unknown.begin(), config.unknown.end());
  if (!without_figures.empty()) AddClass(text, kNoFigures, without_figures);
  if (text.empty()) return std::nullopt;
  return RuleFile{config.path, std::move(text), false, true};
}

std::optional<Error> CheckConfig(const Config& config, const RuleSet& rules) {
  return Checker(config, rules).Check();
}

FileSettings SettingsFor(const Config& config, std::string_view relative) {
  FileSettings out;
  Apply(config.settings, out);
  for (const Override& entry : config.overrides) {
    const bool fits = std::any_of(entry.files.begin(), entry.files.end(),
                                  [&](const std::string& glob) { return Fits(glob, relative); });
    if (fits) Apply(entry.settings, out);
  }
  return out;
}

bool ParseFailOn(std::string_view name, Severity& severity) {
  if (name == "never") {
    severity = Severity::kOff;
    return true;
  }
  return name != "off" && ParseSeverity(name, severity);
}

}  // namespace resumelint
