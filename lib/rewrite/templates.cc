#include "rewrite/templates.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/toml_reader.h"
#include "language/tokens.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr std::array<const char*, 3> kAgencies = {"help", "do", "own"};
constexpr std::array<const char*, 22> kRoles = {
    "other",     "initiative", "team",    "people",   "audience", "source", "ends", "tools",
    "framework", "means",      "purpose", "evidence", "basis",    "scale",  "time", "cadence",
    "count",     "direction",  "target",  "gloss",    "amount",   "filler"};
constexpr std::array<const char*, 4> kVariants = {"outcome-first", "problem-first", "discovery-led",
                                                  "plain"};

// Fields of templates; suggest.cc renders them.
constexpr std::array<std::string_view, 53> kFields = {
    "served",      "often", "extra",  "must",   "relayed", "s",     "needed", "doing",     "lift",
    "anchor",   "initiative", "team",  "people", "audience", "source", "ends", "sides",      "purpose",
    "evidence", "basis",      "count", "teams",  "method",   "rule",   "object",    "trainees",
    "verb",     "self",       "gain",  "title",  "years",    "could",  "tail",      "others",
    "result",   "effect",     "with",  "means",  "scale",    "time",   "direction", "tools", "work", "built", "got", "many", "would", "by", "dropped", "posted", "gloss", "several", "ranked"};

template <size_t N>
int IndexOf(const std::array<const char*, N>& names, std::string_view name) {
  for (size_t i = 0; i < N; ++i) {
    if (name == names[i]) return static_cast<int>(i);
  }
  return -1;
}

template <class Names>
std::string Nearest(std::string_view word, const Names& names) {
  return DidYouMean(word, std::vector<std::string_view>(names.begin(), names.end()));
}

class Loader {
 public:
  Loader(TomlFile& file, const Lexicon& lexicon, const Phrase::Fragments& fragments,
         RewriteRules& rules)
      : file_(file), lexicon_(lexicon), fragments_(fragments), rules_(rules) {}

  void Load() {
    TomlReader root(file_.root, file_);
    for (TomlReader& table : root.Tables("opener")) LoadOpener(table);
    LoadPairs(root, "nominals", "a nominal names its verb, as a string", rules_.nominals);
    for (const auto& [word, verb] : rules_.nominals) rules_.nominal_words.Add(word);
    LoadPairs(root, "numerals", "a numeral names its digits, as a string", rules_.numerals);
    for (TomlReader& table : root.Tables("segment")) LoadSegment(table);
    for (TomlReader& table : root.Tables("kind")) LoadKind(table);
    for (TomlReader& table : root.Tables("rewrite")) LoadClass(table);
  }

 private:
  std::string_view Keep(std::string text) { return rules_.texts.Keep(std::move(text)); }
  std::vector<std::string_view> KeepAll(std::vector<std::string> texts) { return rules_.texts.KeepAll(std::move(texts)); }

  void LoadPairs(TomlReader& root, const char* key, const char* complaint,
                 std::vector<std::pair<std::string_view, std::string_view>>& out) {
    auto table = root.Table(key);
    if (!table) return;
    for (const auto& [word, value] : table->Entries()) {
      if (value.kind != TomlValue::Kind::kString) {
        file_.Complain(value, complaint);
      } else {
        out.emplace_back(Keep(word), Keep(value.string));
      }
    }
  }

  ClassId Class(TomlReader& table, std::string_view key, std::string_view name) {
    const ClassId id = lexicon_.Find(name);
    if (id == kNoClass) {
      std::vector<std::string_view> known;
      for (const Lexicon::Class& cls : lexicon_.classes()) known.push_back(cls.name);
      table.Complain(key, fmt::format("there is no class \"{}\"", name), DidYouMean(name, known));
    }
    return id;
  }

  std::vector<ClassId> Classes(TomlReader& table, std::string_view key) {
    std::vector<ClassId> out;
    for (const std::string& name : table.Strings(key)) out.push_back(Class(table, key, name));
    return out;
  }

  Agency AgencyOf(TomlReader& table, std::string_view key, Agency fallback) {
    const std::string name = table.String(key);
    if (name.empty()) return fallback;
    const int index = IndexOf(kAgencies, name);
    if (index < 0) table.Complain(key, fmt::format("\"{}\" is no agency: help, do or own", name));
    return index < 0 ? fallback : static_cast<Agency>(index);
  }

  Part PartOf(TomlReader& table, std::string_view key, std::string_view name) {
    const int index = IndexOf(kRoles, name);
    if (index < 0)
      table.Complain(key, fmt::format("there is no role \"{}\"", name), Nearest(name, kRoles));
    return index < 0 ? Part::kOther : static_cast<Part>(index);
  }

  std::string_view Lemma(TomlReader& table, std::string_view key, const std::string& lemma) {
    if (!lemma.empty() && VerbReadings(lemma.substr(0, lemma.find(' '))).empty()) {
      table.Complain(key, fmt::format("\"{}\" is no verb of the verb table", lemma));
    }
    return Keep(lemma);
  }

  std::vector<std::string_view> Lemmas(TomlReader& table, std::string_view key) {
    std::vector<std::string_view> out;
    for (const std::string& lemma : table.Strings(key)) out.push_back(Lemma(table, key, lemma));
    return out;
  }

  void LoadOpener(TomlReader& table) {
    Opener opener;
    opener.name = Keep(table.RequiredString("name"));
    opener.agency = AgencyOf(table, "agency", Agency::kDo);
    for (const std::string& text : table.Strings("phrases")) {
      Result<Phrase> phrase = Phrase::Compile(text, lexicon_, fragments_);
      if (!phrase) {
        table.Complain("phrases", fmt::format("in \"{}\": {}", text, phrase.error().what),
                       phrase.error().hint);
        continue;
      }
      opener.phrases.push_back(std::move(*phrase));
    }
    opener.verb = Lemma(table, "verb", table.String("verb"));
    opener.noun = Lemma(table, "noun", table.String("noun"));
    opener.outcome = Keep(table.String("outcome"));
    opener.preamble = table.Boolean("preamble");
    opener.person = table.Boolean("person");
    opener.finite = table.Boolean("finite");
    table.Finish();
    rules_.openers.push_back(std::move(opener));
  }

  void LoadSegment(TomlReader& table) {
    SegmentRule rule;
    for (const std::string& words : table.Strings("after")) {
      std::vector<WordHash> sequence;
      for (const Token& token : Tokenize(words)) sequence.push_back(token.hash);
      if (sequence.empty()) continue;
      rules_.segment_starts.Add(sequence.front());
      rule.after.push_back(std::move(sequence));
    }
    if (rule.after.empty()) table.Complain("after", "a segment needs the words it begins with");
    rule.head = Classes(table, "head");
    rule.not_head = Classes(table, "not_head");
    rule.holds = Classes(table, "holds");
    rule.lacks = Classes(table, "lacks");
    rule.verb = static_cast<uint8_t>(table.Integer("verb", 0, 0, 31));
    rule.number = table.Boolean("number");
    rule.name = table.Boolean("name");
    rule.year = table.Boolean("year");
    rule.role = PartOf(table, "role", table.RequiredString("role"));
    table.Finish();
    rules_.segments.push_back(std::move(rule));
  }

  void LoadKind(TomlReader& table) {
    WorkKind kind;
    kind.name = Keep(table.RequiredString("name"));
    kind.holds = Classes(table, "holds");
    for (const std::string& text : table.Strings("effects")) {
      kind.effects.Add(Parts(table, "effects", text, nullptr));
    }
    if (kind.effects.list().empty()) table.Complain("effects", "a kind of work needs an effect");
    table.Finish();
    rules_.kinds.push_back(std::move(kind));
  }

  static void AddNew(std::vector<ClassId>& to, const std::vector<ClassId>& classes) {
    for (const ClassId cls : classes) {
      if (std::find(to.begin(), to.end(), cls) == to.end()) to.push_back(cls);
    }
  }

  void LoadClass(TomlReader& table) {
    const std::string name = table.RequiredString("class");
    const auto known = std::find_if(rules_.classes.begin(), rules_.classes.end(),
                                    [&](const RewriteClass& c) { return c.name == name; });
    RewriteClass& c = known != rules_.classes.end() ? *known : rules_.classes.emplace_back();
    if (c.name.empty()) c.name = Keep(name);
    const auto append = [](auto& to, auto from) { to.insert(to.end(), from.begin(), from.end()); };
    const std::vector<ClassId> objects = Classes(table, "objects");
    append(c.objects, objects);
    AddNew(rules_.rituals, objects);
    append(c.deeds, Classes(table, "deeds"));
    const std::vector<ClassId> by = Classes(table, "by");
    append(c.by, by);
    AddNew(rules_.retold, by);
    append(c.verbs, Lemmas(table, "verbs"));
    append(c.own, Lemmas(table, "own"));
    append(c.once, Lemmas(table, "once"));
    append(c.people_verbs, Lemmas(table, "people_verbs"));
    append(c.with, KeepAll(table.Strings("with")));
    for (const std::string& role : table.Strings("drop"))
      c.drop.push_back(PartOf(table, "drop", role));
    if (table.Has("kind")) c.kind = Keep(table.String("kind"));
    if (table.Has("question")) c.question = Keep(table.RequiredString("question"));
    if (table.Has("each")) c.each = Keep(table.RequiredString("each"));
    if (table.Has("keeps")) c.keeps = table.Boolean("keeps");
    if (table.Has("topics")) c.topics = table.Boolean("topics");
    if (table.Has("stated")) c.stated = table.Boolean("stated");
    if (table.Has("fallback")) c.fallback = table.Boolean("fallback");
    if (!c.kind.empty() && rules_.FindKind(c.kind) == nullptr) {
      table.Complain("kind", fmt::format("there is no kind of work \"{}\"", c.kind));
    }
    if (c.question.empty()) table.Complain("question", "a rewrite class needs its question");
    for (TomlReader& row : table.Tables("template")) LoadTemplate(row, c);
    table.Finish();
  }

  void LoadTemplate(TomlReader& table, RewriteClass& c) {
    Template t;
    const std::string variant = table.RequiredString("variant");
    const int index = IndexOf(kVariants, variant);
    if (index < 0) {
      table.Complain("variant", fmt::format("there is no variant \"{}\"", variant),
                     Nearest(variant, kVariants));
    } else {
      t.variant = static_cast<Variant>(index);
    }
    t.least = AgencyOf(table, "least", Agency::kHelp);
    t.most = AgencyOf(table, "most", Agency::kOwn);
    t.when = Conditions(table, "when");
    t.unless = Conditions(table, "unless");
    t.advice = Keep(table.String("advice"));
    t.parts = Parts(table, "text", table.RequiredString("text"), &c);
    table.Finish();
    c.templates.Add(std::move(t));
  }

  std::vector<std::string_view> Conditions(TomlReader& table, std::string_view key) {
    std::vector<std::string_view> out = KeepAll(table.Strings(key));
    for (const std::string_view name : out) {
      if (name.find('.') != std::string::npos) {
        Class(table, key, name);
      } else {
        CheckField(table, key, name);
      }
    }
    return out;
  }

  void CheckField(TomlReader& table, std::string_view key, std::string_view name) {
    if (std::find(kFields.begin(), kFields.end(), name) == kFields.end()) {
      table.Complain(key, fmt::format("there is no field \"{}\"", name), Nearest(name, kFields));
    }
  }

  /// Reads the text of a template; `c` licenses its verbs.
  std::vector<TemplatePart> Parts(TomlReader& table, std::string_view key, std::string_view text,
                                  const RewriteClass* c) {
    std::vector<TemplatePart> parts;
    std::string words;
    const auto flush = [&] {
      if (!words.empty()) {
        CheckWords(table, key, words, c, parts.empty());
        parts.push_back({TemplatePart::Kind::kText, rules_.texts.Keep(words)});
      }
      words.clear();
    };
    for (size_t at = 0; at < text.size();) {
      const char sign = text[at];
      if (sign == '{' || sign == '[') {
        const size_t end = text.find(sign == '{' ? '}' : ']', at);
        if (end == std::string_view::npos) {
          table.Complain(key, fmt::format("\"{}\" opens and is never closed", sign));
          return parts;
        }
        flush();
        if (sign == '{') {
          const std::string_view name = rules_.texts.Keep(std::string(text.substr(at + 1, end - at - 1)));
          CheckField(table, key, name);
          parts.push_back({TemplatePart::Kind::kField, name});
        } else {
          parts.push_back({TemplatePart::Kind::kSlot, rules_.texts.Keep(std::string(text.substr(at, end + 1 - at)))});
          CheckSlot(table, key, parts.back().text);
        }
        at = end + 1;
      } else if (sign == '^') {
        flush();
        size_t end = at + 1;
        while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
        const std::string lemma(text.substr(at + 1, end - at - 1));
        if (!Licensed(lemma, c)) {
          table.Complain(
              key, fmt::format("the verb \"{}\" is not among those the class licenses", lemma),
              "list it under `verbs` or, where only owners may say it, `own`");
        }
        parts.push_back({TemplatePart::Kind::kVerb, rules_.texts.Keep(lemma)});
        at = end;
      } else {
        words += sign;
        ++at;
      }
    }
    flush();
    return parts;
  }

  static bool Licensed(const std::string& lemma, const RewriteClass* c) {
    if (c == nullptr) return false;
    const auto begins = [&](const std::vector<std::string_view>& verbs) {
      return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) {
        return verb == lemma || verb.substr(0, verb.find(' ')) == lemma;
      });
    };
    return begins(c->verbs) || begins(c->own);
  }

  void CheckSlot(TomlReader& table, std::string_view key, std::string_view slot) {
    for (const Token& token : Tokenize(slot)) {
      if (token.kind == TokenKind::kNumber)
        table.Complain(key, "a digit in a slot would be a made-up fact");
    }
  }

  void CheckWords(TomlReader& table, std::string_view key, const std::string& words,
                  const RewriteClass* c, bool first) {
    const Sentence sentence = lexicon_.Read(words);
    for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
      const Token& token = sentence.tokens[at];
      if (token.kind == TokenKind::kNumber) {
        table.Complain(
            key, fmt::format("the number {} in a template would be a made-up fact", token.lower),
            "leave it to a [slot] or a {field}");
      }
      if (token.kind != TokenKind::kWord) continue;
      if (token.letter_case != LetterCase::kLower && !(first && at == 0)) {
        table.Complain(key,
                       fmt::format("\"{}\" in a template would be a made-up name",
                                   sentence.TextOf(at, at + 1)),
                       "leave it to a [slot] or a {field}");
      }
      if (token.lower == "'s" || sentence.Covers(at, rules_.grammar.glue)) continue;
      bool licensed = false;
      for (const VerbReading& reading : VerbReadings(token.lower)) {
        licensed |= Licensed(std::string(reading.lemma), c);
      }
      if (!licensed) {
        table.Complain(key,
                       fmt::format("the word \"{}\" is neither glue nor a verb the class licenses",
                                   token.lower),
                       "put it into a [slot], or add it to [words.g-glue] if it claims nothing");
      }
    }
  }

  TomlFile& file_;
  const Lexicon& lexicon_;
  const Phrase::Fragments& fragments_;
  RewriteRules& rules_;
};

/// Finds the classes of the grammar; a fault if one is missing.
Result<Grammar> FindGrammar(const Lexicon& lexicon) {
  Grammar g;
  const std::pair<ClassId*, const char*> kNames[] = {{&g.adverb, "W.g-adverb"},
                                                     {&g.subject, "W.g-subject"},
                                                     {&g.determiner, "W.g-determiner"},
                                                     {&g.first_person, "W.g-first-person"},
                                                     {&g.team, "N.g-team"},
                                                     {&g.people, "N.g-people"},
                                                     {&g.thing, "N.g-thing"},
                                                     {&g.tool, "N.g-tool"},
                                                     {&g.ritual, "N.ritual"},
                                                     {&g.modifier, "W.g-modifier"},
                                                     {&g.particle, "W.g-particle"},
                                                     {&g.relative, "W.g-relative"},
                                                     {&g.subordinate, "W.g-subordinate"},
                                                     {&g.result, "V.g-result"},
                                                     {&g.help, "W.g-help"},
                                                     {&g.own, "W.g-own"},
                                                     {&g.boast, "W.boast"},
                                                     {&g.lead, "W.g-lead"},
                                                     {&g.lead_to, "V.g-lead-to"},
                                                     {&g.together, "V.g-together"},
                                                     {&g.cause_verb, "V.cause"},
                                                     {&g.move, "V.move"},
                                                     {&g.metric, "N.metric"},
                                                     {&g.velocity, "N.velocity"},
                                                     {&g.hedge, "W.g-hedge"},
                                                     {&g.negation, "W.g-negation"},
                                                     {&g.scope, "W.g-scope"},
                                                     {&g.plan, "W.g-plan"},
                                                     {&g.portion, "W.g-portion"}, {&g.generic, "N.g-generic"}, {&g.light, "V.g-light"}, {&g.serve, "V.g-serve"}, {&g.evidence, "N.g-evidence"}, {&g.meeting, "N.meeting"}, {&g.order, "V.order"}, {&g.empty, "N.empty"}, {&g.change, "V.change"},
                                                     {&g.cause, "W.g-cause"},
                                                     {&g.effect, "W.g-effect"},
                                                     {&g.glue, "W.g-glue"},
                                                     {&g.number, "W.number"},
                                                     {&g.acronym, "W.g-acronym"},
                                                     {&g.proper, "W.g-proper"},
                                                     {&g.counted, "W.g-count-noun"},
                                                     {&g.be, "W.g-be"},
                                                     {&g.cadence, "W.g-cadence"},
                                                     {&g.ensure, "V.g-ensure"},
                                                     {&g.month, "W.g-month"},
                                                     {&g.paper, "N.g-paper"},
                                                     {&g.told, "N.g-told"},
                                                     {&g.requirement, "N.requirement"},
                                                     {&g.take_in, "V.g-take-in"},
                                                     {&g.renamed, "W.g-renamed"},
                                                     {&g.noun_verb, "W.g-noun-verb"},
                                                     {&g.modal, "W.g-modal"}, {&g.bringing_out, "N.g-bringing-out"}, {&g.passage, "N.g-passage"}, {&g.posted, "W.g-posted"}, {&g.blocker, "N.g-blocker"}, {&g.skill, "W.g-skill"}, {&g.attend, "V.attend"},
                                                     {&g.abbreviation, "W.g-abbreviation"},
                                                     {&g.free, "W.g-free"},
                                                     {&g.slot_joint, "W.g-slot-joint"},
                                                     {&g.speaker, "W.g-speaker"},
                                                     {&g.noun_gerund, "W.noun-gerund"},
                                                     {&g.asking, "W.g-asking"},
                                                     {&g.pronoun, "W.g-pronoun"},
                                                     {&g.place, "W.g-place"},
                                                     {&g.aside, "W.g-aside"},
                                                     {&g.many, "W.many"},
                                                     {&g.share, "V.g-share"},
                                                     {&g.no_fact, "W.g-no-fact"},
                                                     {&g.hollow, "N.g-hollow"},
                                                     {&g.fact, "N.g-fact"},
                                                     {&g.apart, "N.g-apart"},
                                                     {&g.linked, "N.g-linked"},
                                                     {&g.bare, "W.g-bare"},
                                                     {&g.manner, "W.g-manner"}, {&g.make, "V.g-make"},
                                                     {&g.clause_word, "W.g-clause-word"}};
  for (const auto& [id, name] : kNames) {
    *id = lexicon.Find(name);
    if (*id == kNoClass) {
      return Fail("", fmt::format("the vocabulary lacks the class {}", name),
                  "rewrites need rules/grammar.toml");
    }
  }
  return g;
}

}  // namespace

const char* Name(Variant variant) { return kVariants[static_cast<size_t>(variant)]; }

const char* Name(Agency agency) { return kAgencies[static_cast<size_t>(agency)]; }

const char* Name(Part role) { return kRoles[static_cast<size_t>(role)]; }

std::string_view RewriteRules::VerbOfNominal(std::string_view word, WordHash hash) const {
  if (!nominal_words.Contains(hash)) return {};
  const auto found = std::ranges::find(nominals, word, [](const auto& nominal) { return nominal.first; });
  return found == nominals.end() ? std::string_view() : found->second;
}

const RewriteClass* RewriteRules::Find(std::string_view name) const {
  for (const RewriteClass& c : classes) {
    if (c.name == name) return &c;
  }
  return nullptr;
}

const WorkKind* RewriteRules::FindKind(std::string_view name) const {
  for (const WorkKind& kind : kinds) {
    if (kind.name == name) return &kind;
  }
  return nullptr;
}

Result<RewriteRules> LoadRewrites(std::span<const RuleFile> files, const Lexicon& lexicon,
                                  const Phrase::Fragments& fragments, const RewriteRules* base) {
  RewriteRules rules;
  if (base != nullptr) {
    rules = *base;
    rules.texts = base->texts.Child();
  }
  Result<Grammar> grammar = FindGrammar(lexicon);
  if (!grammar) return Fail(grammar.error());
  rules.grammar = *grammar;
  for (const RuleFile& source : files) {
    Result<TomlFile> file = TomlFile::Parse(source.path, source.text);
    if (!file) return Fail(file.error());
    Loader(*file, lexicon, fragments, rules).Load();
    if (file->fault) return Fail(*file->fault);
  }
  return rules;
}

}  // namespace resumelint
