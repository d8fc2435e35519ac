#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/toml_reader.h"
#include "resume/load_outline.h"
#include "rules/rule_set.h"

namespace resumelint {

namespace {

/// Loads files in passes: a later pass may refer to what an earlier one defined in any file.
class Loader {
 public:
  Loader(std::vector<TomlFile> files, const RuleSet* base) : files_(std::move(files)) {
    if (base != nullptr) {
      rules_ = *base;
      rules_.texts = base->texts.Child();
    }
  }

  Result<RuleSet> Load(std::span<const RuleFile> given) {
    for (size_t i = 0; i < files_.size(); ++i) {
      builtin_ = given[i].builtin;
      CheckTopLevel(files_[i]);
    }
    builtin_ = std::all_of(given.begin(), given.end(), [](const RuleFile& file) { return file.builtin; });
    for (size_t i = 0; i < files_.size(); ++i) {
      if (!given[i].vocabulary) Vocabulary(files_[i]);
    }
    rules_.pack_classes = std::max(rules_.pack_classes, KnownClasses().size());
    for (size_t i = 0; i < files_.size(); ++i) {
      if (given[i].vocabulary) Vocabulary(files_[i]);
    }
    if (auto error = Fault()) return Fail(*error);
    CheckIncludes();
    rules_.lexicon = rules_.lexicon.With(classes_, typos_);
    for (TomlFile& file : files_) Fragments(file);
    for (TomlFile& file : files_) DetectorNames(file);
    if (auto error = Fault()) return Fail(*error);
    for (TomlFile& file : files_) {
      Senses(file);
      Detectors(file);
    }
    if (auto error = Fault()) return Fail(*error);
    for (TomlFile& file : files_) Rules(file);
    if (auto error = Fault()) return Fail(*error);
    for (TomlFile& file : files_) CheckReferences(file);
    for (TomlFile& file : files_) Profiles(file);
    for (TomlFile& file : files_) Severities(file);
    if (auto error = Fault()) return Fail(*error);
    if (auto error = Outline()) return Fail(*error);
    rules_.phrases = PhraseIndex::Build(rules_.senses, rules_.detectors, rules_.rules, rules_.lexicon.classes().size());
    return std::move(rules_);
  }

 private:
  std::optional<Error> Fault() const {
    for (const TomlFile& file : files_) {
      if (file.fault) return file.fault;
    }
    return std::nullopt;
  }

  std::string_view Keep(std::string text) { return rules_.texts.Keep(std::move(text)); }
  std::vector<std::string_view> KeepAll(std::vector<std::string> texts) { return rules_.texts.KeepAll(std::move(texts)); }

  static bool IsOutline(const TomlFile& file) { return file.root.Find("sections") != nullptr; }

  void CheckTopLevel(TomlFile& file) {
    if (IsOutline(file)) return;
    TomlReader top(file.root, file);
    for (const char* key : {"verbs", "nouns", "words", "typos", "fragments", "sense", "detector",
                            "rule", "profile", "severity",
                            // read by LoadRewrites
                            "opener", "nominals", "numerals", "segment", "kind", "rewrite",
                            // read by LoadSlots
                            "slot"}) {
      top.Value(key);
    }
    if (auto pack = top.Table("pack")) {
      pack->String("name");
      pack->String("about");
      const std::string version = pack->String("version");
      if (!version.empty() && builtin_) rules_.version = Keep(version);
      const std::string default_profile = pack->String("default-profile");
      if (!default_profile.empty()) rules_.default_profile = Keep(default_profile);
      const std::string other_profile = pack->String("other-profile");
      if (!other_profile.empty()) rules_.other_profile = Keep(other_profile);
      pack->Finish();
    }
    top.Finish();
  }

  // ---- vocabulary

  void Vocabulary(TomlFile& file) {
    TomlReader top(file.root, file);
    struct Kind {
      const char* key;
      ClassKind kind;
      const char* prefix;
    };
    constexpr std::array<Kind, 3> kKinds = {{{"verbs", ClassKind::kVerbs, "V."},
                                            {"nouns", ClassKind::kNouns, "N."},
                                            {"words", ClassKind::kWords, "W."}}};
    for (const Kind& kind : kKinds) {
      auto tables = top.Table(kind.key);
      if (!tables) continue;
      for (const auto& [name, value] : tables->Entries()) {
        if (value.kind != TomlValue::Kind::kTable) {
          file.Complain(value, fmt::format("\"{}\" must be a table of words", name),
                        fmt::format("write [{}.{}] and, below it, words = [\"…\"]", kind.key, name));
          continue;
        }
        TomlReader table(value, file);
        ClassEntry& entry = ClassNamed(kind.prefix + name, kind.kind);
        table.String("about");
        Add(entry.words, table.Strings("words"));
        Add(entry.nominal, table.Strings("nominal"));
        Add(entry.exact, table.Strings("exact"));
        for (const std::string& included : table.Strings("includes")) {
          entry.includes.push_back(included);
          includes_.push_back({&file, &value, included});
        }
        table.Finish();
      }
    }
    if (auto typos = top.Table("typos")) {
      for (const auto& [word, value] : typos->Entries()) {
        TypoEntry entry;
        entry.word = word;
        for (const TomlValue& near : value.array) entry.not_when.push_back(near.string);
        typos_.push_back(std::move(entry));
      }
    }
  }

  ClassEntry& ClassNamed(const std::string& name, ClassKind kind) {
    for (ClassEntry& entry : classes_) {
      if (entry.name == name) return entry;
    }
    classes_.push_back({});
    classes_.back().name = name;
    classes_.back().kind = kind;
    return classes_.back();
  }

  static void Add(std::vector<std::string>& to, std::vector<std::string> from) {
    for (std::string& word : from) {
      if (std::find(to.begin(), to.end(), word) == to.end()) to.push_back(std::move(word));
    }
  }

  /// Names of classes, in the order of their ids.
  std::vector<std::string_view> KnownClasses() const {
    std::vector<std::string_view> known;
    for (const Lexicon::Class& cls : rules_.lexicon.classes()) known.push_back(cls.name);
    for (const ClassEntry& entry : classes_) {
      if (rules_.lexicon.Find(entry.name) == kNoClass) known.push_back(entry.name);
    }
    return known;
  }

  void CheckIncludes() {
    const std::vector<std::string_view> known = KnownClasses();
    for (const Include& include : includes_) {
      if (std::find(known.begin(), known.end(), include.name) == known.end()) {
        include.file->Complain(*include.at, fmt::format("no class of words is called \"{}\"", include.name),
                               DidYouMean(include.name, known));
      }
    }
  }

  void Fragments(TomlFile& file) {
    TomlReader top(file.root, file);
    auto table = top.Table("fragments");
    if (!table) return;
    for (const auto& [name, value] : table->Entries()) {
      if (value.kind != TomlValue::Kind::kString) {
        file.Complain(value, fmt::format("fragment \"{}\" must be a phrase", name));
        continue;
      }
      rules_.fragments.emplace_back(name, value.string);
    }
  }

  // ---- phrases

  void AddPhrase(const std::string& text, const TomlValue& at, TomlFile& file, std::vector<Phrase>& out) {
    auto phrase = Phrase::Compile(text, rules_.lexicon, rules_.fragments);
    if (!phrase) {
      TomlValue place = at;
      if (phrase.error().column > 0) place.column += phrase.error().column;
      file.Complain(place, fmt::format("in phrase \"{}\": {}", text, phrase.error().what),
                    phrase.error().hint);
      return;
    }
    out.push_back(std::move(*phrase));
  }

  void AddPhrases(TomlReader& table, TomlFile& file, const char* key, std::vector<Phrase>& out) {
    const TomlValue* value = table.Value(key);
    if (value == nullptr) return;
    table.Strings(key);  // complains about the wrong type
    if (value->kind == TomlValue::Kind::kString) AddPhrase(value->string, *value, file, out);
    for (const TomlValue& element : value->array) AddPhrase(element.string, element, file, out);
  }

  /// Patterns of a person's own pack are compiled here, to complain; built-in ones when first used
  /// (a test compiles them all).
  void AddRegexes(TomlReader& table, std::vector<Regex>& out) {
    for (std::string& pattern : table.Strings("regex")) {
      out.emplace_back(std::move(pattern));
      if (builtin_) continue;
      if (const std::string fault = out.back().Fault(); !fault.empty()) {
        table.Complain("regex", fmt::format("in pattern \"{}\": {}", out.back().pattern(), fault));
      }
    }
  }

  void Senses(TomlFile& file) {
    TomlReader top(file.root, file);
    for (TomlReader& table : top.Tables("sense")) {
      Sense sense;
      sense.about = Keep(table.String("about"));
      for (const std::string& name : table.Strings("classes")) {
        const ClassId id = rules_.lexicon.Find(name);
        if (id == kNoClass) {
          table.Complain("classes", fmt::format("no class of words is called \"{}\"", name), DidYouMean(name, ClassNames()));
        } else {
          sense.classes.push_back(id);
        }
      }
      AddPhrases(table, file, "phrases", sense.phrases);
      table.Finish();
      rules_.senses.push_back(std::move(sense));
    }
  }

  std::vector<std::string_view> ClassNames() const {
    std::vector<std::string_view> names;
    for (const Lexicon::Class& cls : rules_.lexicon.classes()) names.push_back(cls.name);
    return names;
  }

  // ---- detectors

  void DetectorNames(TomlFile& file) {
    TomlReader top(file.root, file);
    for (TomlReader& table : top.Tables("detector")) {
      Detector detector;
      detector.name = Keep(table.RequiredString("name"));
      if (rules_.FindDetector(detector.name) < 0) rules_.detectors.push_back(std::move(detector));
    }
  }

  std::vector<uint16_t> DetectorList(TomlReader& table, const char* key) {
    std::vector<uint16_t> out;
    for (const std::string& name : table.Strings(key)) {
      if (const int index = DetectorIndex(table, key, name); index >= 0) {
        out.push_back(static_cast<uint16_t>(index));
      }
    }
    return out;
  }

  int DetectorIndex(TomlReader& table, const char* key, const std::string& name) {
    const int index = rules_.FindDetector(name);
    if (index < 0) {
      std::vector<std::string_view> known;
      for (const Detector& detector : rules_.detectors) known.push_back(detector.name);
      table.Complain(key, fmt::format("no detector is called \"{}\"", name), DidYouMean(name, known));
    }
    return index;
  }

  void Detectors(TomlFile& file) {
    TomlReader top(file.root, file);
    for (TomlReader& table : top.Tables("detector")) {
      const std::string name = table.String("name");
      const int index = rules_.FindDetector(name);
      if (index < 0) continue;
      // A detector that is repeated gains phrases: a pack of one's own adds its field's results.
      Detector& detector = rules_.detectors[static_cast<size_t>(index)];
      std::string about = table.String("about");
      if (!about.empty()) detector.about = Keep(std::move(about));
      AddPhrases(table, file, "phrases", detector.phrases);
      AddRegexes(table, detector.regexes);
      const auto extend = [](std::vector<uint16_t>& to, const std::vector<uint16_t>& from) {
        to.insert(to.end(), from.begin(), from.end());
      };
      // A detector refers to those before it only: so none can refer to itself.
      const auto earlier = [&](const char* key) {
        std::vector<uint16_t> list = DetectorList(table, key);
        for (const uint16_t other : list) {
          if (other >= index) {
            table.Complain(key, fmt::format("detector \"{}\" is not defined before \"{}\"",
                                            rules_.detectors[other].name, name));
          }
        }
        return list;
      };
      extend(detector.any, earlier("any"));
      extend(detector.all, earlier("all"));
      extend(detector.none, earlier("none"));
      extend(detector.outside, earlier("outside"));
      detector.max_words = static_cast<uint32_t>(table.Integer("max-words", detector.max_words, 0, 1000));
      table.Finish();
    }
  }

  // ---- rules

  void Rules(TomlFile& file) {
    TomlReader top(file.root, file);
    for (TomlReader& table : top.Tables("rule")) {
      Rule rule;
      rule.file = Keep(file.path);
      rule.line = table.line();
      rule.id = Keep(table.RequiredString("id"));
      CheckId(rule.id, table);
      rule.title = Keep(table.RequiredString("title"));
      const std::string severity = table.String("severity", "warning");
      if (!ParseSeverity(severity, rule.severity)) {
        table.Complain("severity", fmt::format("\"{}\" is no severity", severity), "write error, warning, hint or off");
      }
      Scopes(table, rule);
      AddPhrases(table, file, "phrases", rule.phrases);
      Acts(table, file, rule);
      AddRegexes(table, rule.regexes);
      rule.check = Keep(table.String("check"));
      if (auto parameters = table.Table("parameters")) {
        for (const auto& [name, value] : parameters->Entries()) {
          if (value.kind != TomlValue::Kind::kInteger && value.kind != TomlValue::Kind::kFloat) {
            file.Complain(value, fmt::format("parameter \"{}\" must be a number", name));
          }
          rule.parameters.push_back({Keep(name), value.number});
        }
      }
      rule.of = KeepAll(table.Strings("of"));
      AddPhrases(table, file, "words", rule.words);
      AddPhrases(table, file, "against", rule.against);
      rule.needs = DetectorList(table, "needs");
      rule.unless = DetectorList(table, "unless");
      if (auto downgrade = table.Table("downgrade")) {
        for (const auto& [name, value] : downgrade->Entries()) {
          Downgrade entry;
          const int index = DetectorIndex(table, "downgrade", name);
          if (index >= 0) entry.detector = static_cast<uint16_t>(index);
          if (!ParseSeverity(value.string, entry.to)) {
            file.Complain(value, fmt::format("\"{}\" is no severity", value.string), "write error, warning, hint or off");
          }
          rule.downgrade.push_back(entry);
        }
      }
      rule.beats = KeepAll(table.Strings("beats"));
      rule.rewrite = Keep(table.String("rewrite"));
      rule.see = Keep(table.RequiredString("see"));
      rule.why = Keep(table.RequiredString("why"));
      rule.ask = KeepAll(table.Strings("ask"));
      rule.fix = Keep(table.String("fix"));
      Replacements(table, file, rule);
      std::vector<Citation> sources;
      for (TomlReader& source : table.Tables("source")) {
        Citation citation;
        citation.at = Keep(source.String("at"));
        citation.text = Keep(source.RequiredString("text"));
        source.Finish();
        sources.push_back(citation);
      }
      rule.sources = std::move(sources);
      rule.fires = Examples(table, file, "fires");
      rule.silent = Examples(table, file, "silent");
      table.Finish();
      if (rule.phrases.empty() && rule.regexes.empty() && rule.check.empty()) {
        table.Complain("id", fmt::format("rule \"{}\" has nothing to look for", rule.id),
                       "give it phrases, an act (verb and object), a regex or a check");
      }
      const bool whole = !rule.scopes.empty() &&
                         (rule.scopes.front() == Scope::kRole || rule.scopes.front() == Scope::kDocument ||
                          rule.scopes.front() == Scope::kSkills);
      if (!whole && (rule.fires.size() < 2 || rule.silent.empty())) {
        table.Complain("id", fmt::format("rule \"{}\" needs at least two examples that fire and one that stays silent", rule.id),
                       "add fires = [\"…\", \"…\"] and silent = [\"…\"]: each becomes a test");
      }
      rules_.rules.push_back(std::move(rule));
    }
  }

  /// `replace = { "in order to" = "to" }`: phrases and what may stand in their place.
  void Replacements(TomlReader& table, TomlFile& file, Rule& rule) {
    auto replace = table.Table("replace");
    if (!replace) return;
    for (const auto& [phrase, value] : replace->Entries()) {
      Result<Phrase> compiled = Phrase::Compile(phrase, rules_.lexicon, rules_.fragments);
      if (!compiled) {
        file.Complain(value, compiled.error().what, compiled.error().hint);
        continue;
      }
      if (value.kind != TomlValue::Kind::kString || value.string.empty()) {
        file.Complain(value, fmt::format("what replaces \"{}\" must be a string", phrase), "write \"in order to\" = \"to\"");
        continue;
      }
      rule.replace.push_back({std::move(*compiled), Keep(value.string)});
    }
  }

  void CheckId(std::string_view id, TomlReader& table) {
    const size_t slash = id.find('/');
    const bool shaped =
        slash != std::string::npos && slash > 0 && slash + 1 < id.size() &&
        id.find('/', slash + 1) == std::string::npos &&
        id.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/") == std::string::npos;
    if (!id.empty() && !shaped) {
      table.Complain("id", fmt::format("\"{}\" is not of the form pack/name", id),
                     "use lower-case letters, digits and hyphens, as in \"process/backlog-admin\"");
    }
    if (const Rule* known = rules_.FindRule(id)) {
      table.Complain("id", fmt::format("rule \"{}\" is already defined at {}:{}", id, known->file, known->line),
                     "to change its severity, write it under [severity]");
    }
  }

  void Scopes(TomlReader& table, Rule& rule) {
    std::vector<std::string> names = table.Strings("scope");
    if (names.empty()) names = {"bullet"};
    constexpr std::array<Scope, 6> kAll = {Scope::kBullet, Scope::kSummary, Scope::kHeadline,
                                           Scope::kSkills, Scope::kRole,    Scope::kDocument};
    for (const std::string& name : names) {
      const auto found = std::find_if(kAll.begin(), kAll.end(),
                                      [&](Scope scope) { return name == Name(scope); });
      if (found == kAll.end()) {
        std::vector<std::string_view> known;
        for (const Scope scope : kAll) known.push_back(Name(scope));
        table.Complain("scope", fmt::format("no scope is called \"{}\"", name), DidYouMean(name, known));
      } else {
        rule.scopes.push_back(*found);
      }
    }
  }

  /// `act = [{ verb = "V.order", object = "N.backlog" }]`: a verb on an object, in all the ways in
  /// which a resume says it.
  void Acts(TomlReader& table, TomlFile& file, Rule& rule) {
    for (TomlReader& act : table.Tables("act")) {
      const std::string verb = act.RequiredString("verb");
      const std::string object = act.RequiredString("object");
      const int64_t gap = act.Integer("gap", 5, 1, 12);
      const std::string to = act.String("to");
      const std::string without = act.String("without");
      std::string between;
      for (const std::string& word : act.Strings("not-between")) between += "!" + word;
      const bool nominal = act.Boolean("nominal", true);
      const bool passive = act.Boolean("passive", true);
      act.Finish();
      if (file.fault) return;
      const std::string tail = (to.empty() ? "" : " " + to) + (without.empty() ? "" : " !(" + without + ")");
      std::vector<std::string> texts = {
          fmt::format("{}:base+third+past+participle+gerund *{}{} {}{}", verb, gap, between, object, tail)};
      if (nominal) {
        texts.push_back(fmt::format("{} *1 {}:nominal+gerund{}", object, verb, tail));
        texts.push_back(fmt::format("{}:nominal+gerund (and *2)? of *3{} {}{}", verb, between, object, tail));
      }
      if (passive) texts.push_back(fmt::format("{} *3{} {}:participle{}", object, between, verb, tail));
      for (const std::string& text : texts) AddPhrase(text, act.value(), file, rule.phrases);
    }
  }

  std::vector<Example> Examples(TomlReader& table, TomlFile& file, const char* key) {
    std::vector<Example> out;
    const TomlValue* value = table.Value(key);
    if (value == nullptr) return out;
    if (value->kind != TomlValue::Kind::kArray) {
      table.Complain(key, "must be a list of examples");
      return out;
    }
    for (const TomlValue& element : value->array) {
      Example example;
      example.line = element.line;
      if (element.kind == TomlValue::Kind::kString) {
        example.text = Keep(element.string);
      } else if (element.kind == TomlValue::Kind::kTable) {
        TomlReader reader(element, file);
        example.text = Keep(reader.RequiredString("text"));
        example.title = Keep(reader.String("title"));
        example.section = Keep(reader.String("section"));
        example.why = Keep(reader.String("why"));
        reader.Finish();
      } else {
        table.Complain(key, "an example is a string or { text = \"…\", title = \"…\" }");
      }
      out.push_back(example);
    }
    return out;
  }

  /// `of` and `beats` name rules of any file.
  void CheckReferences(TomlFile& file) {
    TomlReader top(file.root, file);
    for (TomlReader& table : top.Tables("rule")) {
      for (const char* key : {"beats", "of"}) {
        for (const std::string& name : table.Strings(key)) CheckRuleName(table, key, name);
      }
    }
  }

  void CheckRuleName(TomlReader& table, const char* key, const std::string& name) {
    if (std::any_of(rules_.rules.begin(), rules_.rules.end(),
                    [&](const Rule& rule) { return MatchesRule(name, rule.id); })) {
      return;
    }
    std::vector<std::string_view> known;
    for (const Rule& rule : rules_.rules) known.push_back(rule.id);
    table.Complain(key, fmt::format("no rule is called \"{}\"", name), DidYouMean(name, known));
  }

  // ---- profiles and severities

  void Profiles(TomlFile& file) {
    TomlReader top(file.root, file);
    for (TomlReader& table : top.Tables("profile")) {
      Profile profile;
      profile.name = Keep(table.RequiredString("name"));
      profile.about = Keep(table.String("about"));
      AddPhrases(table, file, "titles", profile.titles);
      for (TomlReader& change : table.Tables("change")) {
        Profile::Change entry;
        const std::vector<std::string> rules = change.Strings("rules");
        if (change.Has("severity")) {
          entry.sets = true;
          const std::string severity = change.String("severity");
          if (!ParseSeverity(severity, entry.severity)) {
            change.Complain("severity", fmt::format("\"{}\" is no severity", severity), "write error, warning, hint or off");
          }
        }
        entry.when = DetectorList(change, "when");
        for (const std::string& name : rules) {
          CheckRuleName(change, "rules", name);
          entry.rules = Keep(name);
          profile.changes.push_back(entry);
        }
        change.Finish();
      }
      table.Finish();
      rules_.profiles.push_back(std::move(profile));
    }
  }

  void Severities(TomlFile& file) {
    TomlReader top(file.root, file);
    auto table = top.Table("severity");
    if (!table) return;
    for (const auto& [name, value] : table->Entries()) {
      Severity severity = Severity::kWarning;
      if (value.kind != TomlValue::Kind::kString || !ParseSeverity(value.string, severity)) {
        file.Complain(value, fmt::format("\"{}\" is no severity", value.string), "write error, warning, hint or off");
        continue;
      }
      CheckRuleName(*table, name.c_str(), name);
      for (Rule& rule : rules_.rules) {
        if (MatchesRule(name, rule.id)) rule.severity = severity;
      }
    }
  }

  std::optional<Error> Outline() {
    for (TomlFile& file : files_) {
      if (!IsOutline(file)) continue;
      auto terms = LoadOutline(file.root, file.path, file.text);
      if (!terms) return terms.error();
      rules_.outline = std::move(*terms);
    }
    return std::nullopt;
  }

  struct Include {
    TomlFile* file;
    const TomlValue* at;
    std::string name;
  };

  std::vector<TomlFile> files_;
  bool builtin_ = false;
  RuleSet rules_;
  std::vector<ClassEntry> classes_;
  std::vector<TypoEntry> typos_;
  std::vector<Include> includes_;
};

}  // namespace

Result<RuleSet> LoadRules(std::span<const RuleFile> files, const RuleSet* base) {
  std::vector<TomlFile> parsed;
  for (const RuleFile& file : files) {
    auto one = TomlFile::Parse(file.path, file.text);
    if (!one) return Fail(std::move(one.error()));
    parsed.push_back(std::move(*one));
  }
  return Loader(std::move(parsed), base).Load(files);
}

}  // namespace resumelint
