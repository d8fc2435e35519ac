#include "rewrite/support.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

#include "rules/rule_set.h"

namespace resumelint {

std::string ReadTestFile(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

const Lexicon& TestLexicon() {
  static const RuleSet* const rules = [] {
    std::vector<RuleFile> files;
    for (const char* name : {"lexicon", "dictionary", "grammar", "outline"}) {
      const std::string path = std::string(RESUMELINT_SOURCE_DIR "/rules/") + name + ".toml";
      files.push_back({path, ReadTestFile(path), true});
    }
    Result<RuleSet> loaded = LoadRules(files);
    if (!loaded) {
      ADD_FAILURE() << loaded.error().path << ":" << loaded.error().line << ": " << loaded.error().what;
      return new RuleSet();
    }
    return new RuleSet(std::move(*loaded));
  }();
  return rules->lexicon;
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
