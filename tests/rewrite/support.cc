#include "rewrite/support.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "base/toml.h"

namespace resumelint {

namespace {

void AddClasses(const TomlValue& root, std::string_view table, ClassKind kind, const char* prefix,
                std::vector<ClassEntry>& classes) {
  const TomlValue* entries = root.Find(table);
  if (entries == nullptr) return;
  for (const auto& [name, value] : entries->table) {
    ClassEntry entry;
    entry.name = prefix + name;
    entry.kind = kind;
    const auto read = [&](const char* key, std::vector<std::string>& out) {
      if (const TomlValue* list = value.Find(key)) {
        for (const TomlValue& item : list->array) out.push_back(item.string);
      }
    };
    read("words", entry.words);
    read("nominal", entry.nominal);
    read("exact", entry.exact);
    read("includes", entry.includes);
    classes.push_back(std::move(entry));
  }
}

}  // namespace

std::string ReadTestFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

const Lexicon& TestLexicon() {
  static const Lexicon* const lexicon = [] {
    std::vector<ClassEntry> classes;
    std::vector<TypoEntry> typos;
    for (const char* name : {"lexicon.toml", "grammar.toml"}) {
      const std::string path = std::string(RESUMELINT_SOURCE_DIR "/rules/") + name;
      const Result<TomlValue> root = ParseToml(ReadTestFile(path), path);
      EXPECT_TRUE(root) << root.error().what;
      AddClasses(*root, "verbs", ClassKind::kVerbs, "V.", classes);
      AddClasses(*root, "nouns", ClassKind::kNouns, "N.", classes);
      AddClasses(*root, "words", ClassKind::kWords, "W.", classes);
      if (const TomlValue* entries = root->Find("typos")) {
        for (const auto& [word, list] : entries->table) {
          TypoEntry typo;
          typo.word = word;
          for (const TomlValue& item : list.array) typo.not_when.push_back(item.string);
          typos.push_back(std::move(typo));
        }
      }
    }
    return new Lexicon(Lexicon::Build(std::move(classes), std::move(typos)));
  }();
  return *lexicon;
}

const RewriteRules& TestRewrites() {
  static const RewriteRules* const rules = [] {
    const std::string path = RESUMELINT_SOURCE_DIR "/rules/rewrites.toml";
    const RuleFile file{path, ReadTestFile(path), true};
    Result<RewriteRules> loaded = LoadRewrites(std::span(&file, 1), TestLexicon());
    if (!loaded) {
      const Error& e = loaded.error();
      ADD_FAILURE() << e.path << ":" << e.line << ":" << e.column << ": " << e.what << "\n"
                    << e.excerpt << "\n"
                    << e.hint;
      return new RewriteRules();
    }
    return new RewriteRules(std::move(*loaded));
  }();
  return *rules;
}

}  // namespace resumelint
