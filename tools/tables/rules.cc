// tables OUT PACK.toml…: loads packs as a person's are loaded and writes what came of it as the
// bytes that the program starts from. Run by the build.

#include <cstdint>
#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "rewrite/pack.h"
#include "rules/pack.h"

namespace {

int Told(const resumelint::Error& error) {
  std::fprintf(stderr, "%s:%u:%u: error: %s\n%s\n%s\n", error.path.c_str(), error.line, error.column,
               error.what.c_str(), error.excerpt.c_str(), error.hint.c_str());
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  using namespace resumelint;
  std::vector<RuleFile> files;
  for (int i = 2; i < argc; ++i) {
    const std::string path = argv[i];
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in) return Told({path, 0, 0, "cannot be read", "", ""});
    files.push_back({"rules/" + path.substr(path.rfind('/') + 1), text.str(), true});
  }
  const Result<RuleSet> rules = LoadRules(files);
  if (!rules) return Told(rules.error());
  const Result<RewriteRules> rewrites = LoadRewrites(files, rules->lexicon, rules->fragments);
  if (!rewrites) return Told(rewrites.error());
  const Result<SlotTypes> slots = LoadSlots(files, rules->lexicon, rules->fragments);
  if (!slots) return Told(slots.error());
  std::ofstream out(argv[1], std::ios::binary);
  for (const std::string& packed : {PackRules(*rules), PackRewrites(*rewrites), PackSlots(*slots)}) {
    const uint64_t size = packed.size();
    out.write(reinterpret_cast<const char*>(&size), sizeof size);
    out << packed;
  }
  out.close();
  return out ? 0 : 1;
}
