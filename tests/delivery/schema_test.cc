// The schemas in schemas/ and what the program reads are the same. The readers of TOML say what they
// know of a table when they meet a key that they don't know: each table is asked so.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "config/config.h"
#include "delivery/run.h"
#include "rewrite/slots.h"
#include "rewrite/templates.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using Names = std::set<std::string>;

const fs::path kRoot = RESUMELINT_SOURCE_DIR;

Json Schema(const char* name) { return Json::parse(ReadWhole(kRoot / "schemas" / name)); }

Names KeysOf(const Json& table) {
  Names out;
  for (const auto& [key, value] : table.at("properties").items()) out.insert(key);
  return out;
}

// "known here: a, b"
Names Listed(const std::string& hint) {
  const std::string begin = "known here: ";
  EXPECT_TRUE(hint.starts_with(begin)) << hint;
  Names out;
  for (size_t at = begin.size(); at < hint.size();) {
    const size_t end = std::min(hint.find(", ", at), hint.size());
    out.insert(hint.substr(at, end - at));
    at = end + 2;
  }
  return out;
}

std::optional<Error> FaultOfPack(const std::string& text) {
  std::vector<RuleFile> files(BuiltinRules().begin(), BuiltinRules().end());
  files.push_back({"mine.toml", text, false});
  Result<RuleSet> rules = LoadRules(files);
  if (!rules) return rules.error();
  Result<RewriteRules> rewrites = LoadRewrites(files, rules->lexicon, rules->fragments);
  if (!rewrites) return rewrites.error();
  Result<SlotTypes> slots = LoadSlots(files, rules->lexicon, rules->fragments);
  if (!slots) return slots.error();
  return std::nullopt;
}

std::optional<Error> FaultOfConfig(const std::string& text) {
  Result<Config> config = ParseConfig("resumelint.toml", text);
  return config ? std::nullopt : std::optional<Error>(config.error());
}

constexpr const char* kStranger = "quux-quux-quux-quux-quux = 1\n";

struct Table {
  const char* name;  // in the schema's definitions; "" = the file as a whole
  std::string text;  // a file that ends within the table: with what must be there, and with the keys
                     // that are asked for only where they are
};

const std::vector<Table> kPackTables = {
    {"", ""},
    {"header", "[pack]\n"},
    {"words", "[nouns.quux]\n"},
    {"sense", "[[sense]]\n"},
    {"detector", "[[detector]]\nname = 'quux'\n"},
    {"rule",
     "[[rule]]\nid = 'a/b'\ntitle = 't'\nsee = 's'\nwhy = 'w'\nphrases = ['x']\nfires = ['x', 'x']\n"
     "silent = ['y']\n"},
    {"act",
     "[[rule]]\nid = 'a/b'\ntitle = 't'\nsee = 's'\nwhy = 'w'\n[[rule.act]]\nverb = 'V.order'\nobject = "
     "'N.backlog'\n"},
    {"citation",
     "[[rule]]\nid = 'a/b'\ntitle = 't'\nsee = 's'\nwhy = 'w'\n[[rule.source]]\ntext = 't'\n"},
    {"example", "[[rule]]\nid = 'a/b'\ntitle = 't'\nsee = 's'\nwhy = 'w'\n[[rule.fires]]\ntext = 't'\n"},
    {"profile", "[[profile]]\nname = 'quux'\n"},
    {"change", "[[profile]]\nname = 'quux'\n[[profile.change]]\nrules = []\nseverity = 'hint'\n"},
    {"slot", "[[slot]]\ntype = 'quux'\nquestion = 'q?'\n"},
    {"answer", "[[slot]]\ntype = 'quux'\nquestion = 'q?'\n[[slot.check]]\nneeds-number = true\nsay = 's'\n"},
    {"opener", "[[opener]]\nname = 'quux'\n"},
    {"segment", "[[segment]]\nafter = ['quux']\nrole = 'filler'\n"},
    {"kind", "[[kind]]\nname = 'quux'\neffects = ['[what changed]']\n"},
    {"rewrite",
     "[[kind]]\nname = 'quux'\neffects = ['[what changed]']\n[[rewrite]]\nclass = 'quux'\nquestion = 'q?'\n"
     "kind = 'quux'\neach = 'q {deed}'\nkeeps = false\ntopics = false\nstated = false\nfallback = false\n"},
    {"template",
     "[[rewrite]]\nclass = 'quux'\nquestion = 'q?'\n[[rewrite.template]]\nvariant = 'plain'\ntext = "
     "'[what changed]'\n"},
};

const std::vector<Table> kConfigTables = {
    {"", ""},
    {"override", "[[overrides]]\nfiles = ['*.md']\n"},
};

// A definition that is a table, or the last of its alternatives if that is one; else nullptr.
const Json* TableIn(const Json& definition) {
  if (definition.contains("properties")) return &definition;
  const auto any = definition.find("anyOf");
  return any != definition.end() && any->back().contains("properties") ? &any->back() : nullptr;
}

// Tables of a file that tells the words of outlines: a file of its own, with the same schema.
const Names kOutline = {"sections", "roles", "labels", "dates", "page", "keys", "html", "search"};

TEST(Schema, PacksHaveTheKeysThatAreRead) {
  const Json schema = Schema("rules.schema.json");
  for (const Table& table : kPackTables) {
    const std::optional<Error> fault = FaultOfPack(table.text + kStranger);
    ASSERT_TRUE(fault) << table.name;
    ASSERT_NE(fault->what.find("unknown key"), std::string::npos) << table.name << ": " << fault->what;
    Names known = Listed(fault->hint);
    if (*table.name == '\0') known.insert(kOutline.begin(), kOutline.end());
    const Json& definition = *table.name == '\0' ? schema : schema.at("definitions").at(table.name);
    EXPECT_EQ(KeysOf(*TableIn(definition)), known) << table.name;
  }
}

TEST(Schema, ConfigurationHasTheKeysThatAreRead) {
  const Json schema = Schema("config.schema.json");
  for (const Table& table : kConfigTables) {
    const std::optional<Error> fault = FaultOfConfig(table.text + kStranger);
    ASSERT_TRUE(fault) << table.name;
    const Json& definition = *table.name == '\0' ? schema : schema.at("definitions").at(table.name);
    EXPECT_EQ(KeysOf(definition), Listed(fault->hint)) << table.name;
  }
  EXPECT_EQ(KeysOf(schema.at("properties").at("vocabulary")), Names{"accept"});
  EXPECT_FALSE(FaultOfConfig("[vocabulary]\naccept = ['x']\n\"N.backlog\" = ['x']\n"));
  EXPECT_TRUE(FaultOfConfig("[vocabulary]\nquux = ['x']\n"));
}

// A table that is read anew, or a definition that is added, needs its place above.
TEST(Schema, NoTableIsLeftOut) {
  const auto finishes = [](const char* file) {
    const std::string text = ReadWhole(kRoot / file);
    size_t count = 0;
    for (size_t at = text.find("Finish();"); at != std::string::npos; at = text.find("Finish();", at + 1)) ++count;
    return count;
  };
  EXPECT_EQ(finishes("lib/rules/load.cc") + finishes("lib/rewrite/templates.cc") + finishes("lib/rewrite/slots.cc"),
            kPackTables.size());
  EXPECT_EQ(finishes("lib/config/config.cc"), kConfigTables.size());
  Names asked;
  for (const Table& table : kPackTables) asked.insert(table.name);
  const Json schema = Schema("rules.schema.json");
  for (const auto& [name, definition] : schema.at("definitions").items()) {
    if (TableIn(definition) != nullptr) EXPECT_EQ(asked.count(name), 1u) << name;
  }
}

// The tables of outline.toml, asked key by key: no list is told here. That the schema has them all
// is seen from the file itself, which uses them all.
TEST(Schema, OutlineHasTheKeysThatAreRead) {
  const Json schema = Schema("rules.schema.json");
  for (const std::string& table : kOutline) {
    for (const std::string& key : KeysOf(schema.at("properties").at(table))) {
      const std::string text = table == "sections" ? "[sections]\n" : "[sections]\n[" + table + "]\n";
      const auto reads = [&](const std::string& pack) {
        const RuleFile file{"mine.toml", pack, false};
        return LoadRules({&file, 1}).has_value();
      };
      EXPECT_TRUE(reads(text + key + " = []\n")) << table << "." << key;
      EXPECT_FALSE(reads(text + key + "-quux = []\n")) << table << "." << key;
    }
  }
}

void Validate(const std::string& schema, const std::vector<fs::path>& files) {
  std::string command = "/usr/bin/python3 '" + (kRoot / "tests/delivery/validate.py").string() + "' '" +
                        (kRoot / "schemas" / schema).string() + "'";
  for (const fs::path& file : files) command += " '" + file.string() + "'";
  const Ran ran = RunShell(kRoot, command);
  EXPECT_EQ(ran.status, 0) << ran.all();
}

bool HasValidator() {
  return RunShell(kRoot, "/usr/bin/python3 -c 'import jsonschema, tomllib'").status == 0;
}

#define NEEDS_VALIDATOR()                                                                     \
  if (!HasValidator()) {                                                                      \
    if (std::getenv("RESUMELINT_ALL_TESTS") != nullptr) FAIL() << "python3-jsonschema is missing";              \
    GTEST_SKIP() << "no validator: `tools/setup check` installs python3-jsonschema";          \
  }

TEST(Schema, BuiltinPacksAreValid) {
  NEEDS_VALIDATOR();
  std::vector<fs::path> packs;
  for (const char* folder : {"rules", "examples/packs"}) {
    for (const fs::directory_entry& entry : fs::directory_iterator(kRoot / folder)) {
      if (entry.path().extension() == ".toml") packs.push_back(entry.path());
    }
  }
  ASSERT_GE(packs.size(), BuiltinRules().size());
  Validate("rules.schema.json", packs);
}

TEST(Schema, FaultyPacksAreNot) {
  NEEDS_VALIDATOR();
  const Scratch scratch("schema");
  int number = 0;
  const auto refused = [&](const char* schema, const std::string& text) {
    const fs::path file = scratch.path() / ("faulty-" + std::to_string(++number) + ".toml");
    WriteWhole(file, text);
    return RunShell(kRoot, "/usr/bin/python3 tests/delivery/validate.py schemas/" + std::string(schema) + " '" +
                               file.string() + "'").status == 1;
  };
  EXPECT_TRUE(refused("rules.schema.json", "[[rule]]\nid = 'a/b'\n"));
  EXPECT_TRUE(refused("rules.schema.json", "[[rules]]\nid = 'a/b'\ntitle = 't'\nsee = 's'\nwhy = 'w'\n"));
  EXPECT_TRUE(refused("rules.schema.json", "[severity]\nprocess = 'loud'\n"));
  EXPECT_TRUE(refused("config.schema.json", "fail-on = 'info'\n"));
  EXPECT_TRUE(refused("config.schema.json", "[vocabulary]\nwords = ['x']\n"));
  EXPECT_FALSE(refused("config.schema.json", "fail-on = 'never'\n[vocabulary]\n'N.backlog' = ['pile']\n"));
}

// The file that `init` writes, with every line of its examples in force.
TEST(Schema, TheCommentedConfigurationIsValid) {
  const Scratch scratch("init");
  const Ran ran = RunShell(scratch.path(),
                           "resumelint init && sed -i -E 's/^# ?(\\[|[a-z\"][^ ]* = )/\\1/' resumelint.toml && "
                           "grep -c '^[a-z\"\\[]' resumelint.toml");
  ASSERT_EQ(ran.status, 0) << ran.all();
  EXPECT_GE(std::stoi(ran.out), 12);
  const std::optional<Error> fault = FaultOfConfig(ReadWhole(scratch.path() / "resumelint.toml"));
  EXPECT_FALSE(fault) << fault->what << " " << fault->excerpt;
  NEEDS_VALIDATOR();
  Validate("config.schema.json", {scratch.path() / "resumelint.toml"});
}

TEST(Schema, CommandsPrintThem) {
  EXPECT_EQ(RunShell(kRoot, "resumelint rules schema").out, ReadWhole(kRoot / "schemas/rules.schema.json"));
  EXPECT_EQ(RunShell(kRoot, "resumelint init --schema").out, ReadWhole(kRoot / "schemas/config.schema.json"));
}

}  // namespace
}  // namespace resumelint
