// What may include what. The sources are read as text: nothing here is a matter of linking.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

namespace resumelint {
namespace {

namespace fs = std::filesystem;
using Strings = std::vector<std::string>;

struct Part {
  std::string name;
  Strings below;  // what it may include of; each stands above it in the table
};

const std::vector<Part> kParts = {
    {"base", {}},
    {"resume", {"base"}},
    {"formats", {"base", "resume"}},
    {"edit", {"base", "resume", "formats"}},
    {"language", {"base"}},
    {"rules", {"base", "resume", "language"}},
    {"rewrite", {"base", "language", "rules"}},
    {"lint", {"base", "resume", "language", "rules", "rewrite"}},
    {"report", {"base", "language", "rules", "lint"}},
    {"compare", {"base", "resume", "language", "rules", "rewrite", "lint"}},
    {"config", {"base", "formats", "rules", "lint"}},
    {"embed", {"base", "formats", "rules", "rewrite", "lint", "report"}},
    {"coach", {"base", "resume", "formats", "edit", "language", "rules", "rewrite", "lint", "report", "config"}},
    {"cli", {"base", "resume", "formats", "edit", "language", "rules", "rewrite", "lint", "report", "compare", "config", "coach"}},
};

struct Library {
  std::string header;  // how the name in <…> begins
  Strings files;       // the only ones that may include it
};

const std::vector<Library> kLibraries = {
    {"toml++/", {"lib/base/toml.cc"}},
    {"utf8proc.h", {"lib/base/utf8.cc"}},
    {"tl/", {"lib/base/result.h"}},
    {"re2/", {"lib/language/regex.cc"}},
    {"md4c.h", {"lib/formats/markdown.cc"}},
    {"yaml.h", {"lib/formats/yaml.cc"}},
    {"nlohmann/", {"lib/formats/json_resume.cc"}},
    {"pugixml.hpp", {"lib/formats/xml.cc"}},
    {"minizip/", {"lib/formats/zip.cc"}},
    {"CLI/", {"cli/options.cc"}},
    {"histedit.h", {"cli/line_editor.cc"}},
    // Other programs are run for two things: to read PDF files, and to ask git.
    {"spawn.h", {"lib/formats/child.cc"}},
    // A report goes where cli/ sends it.
    {"iostream", {}},
    {"cstdio", {"lib/base/source.cc", "cli/line_editor.cc", "cli/write_file.cc"}},
};

struct Include {
  std::string file;  // "lib/lint/lint.cc"
  std::string part;  // "lint"
  std::string name;  // "rules/rule.h" or "re2/re2.h"
  bool own = false;  // written in quotes
};

std::vector<Include> Includes() {
  const std::string directive = "#include ";
  const fs::path root = RESUMELINT_SOURCE_DIR;
  std::vector<Include> out;
  for (const char* folder : {"lib", "cli"}) {
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(root / folder)) {
      const std::string extension = entry.path().extension().string();
      if (extension != ".h" && extension != ".cc" && extension != ".inc") continue;
      const fs::path file = fs::relative(entry.path(), root);
      const std::string part = (std::string(folder) == "cli" ? file : fs::relative(file, "lib")).begin()->string();
      std::ifstream in(entry.path());
      for (std::string line; std::getline(in, line);) {
        if (!line.starts_with(directive)) continue;
        const size_t begin = directive.size() + 1;
        const std::string name = line.substr(begin, line.find_first_of("\">", begin) - begin);
        out.push_back({file.generic_string(), part, name, line[begin - 1] == '"'});
      }
    }
  }
  return out;
}

bool Has(const Strings& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

TEST(Layering, TheTableHasNoCircle) {
  Strings above;
  for (const Part& part : kParts) {
    for (const std::string& below : part.below) EXPECT_TRUE(Has(above, below)) << part.name << " → " << below;
    above.push_back(part.name);
  }
}

TEST(Layering, PartsIncludeOnlyWhatIsBelowThem) {
  const std::vector<Include> includes = Includes();
  ASSERT_GT(includes.size(), 100u);
  for (const Include& include : includes) {
    const auto part = std::find_if(kParts.begin(), kParts.end(),
                                   [&](const Part& known) { return known.name == include.part; });
    ASSERT_NE(part, kParts.end()) << include.file << " is in no part that the table knows";
    if (!include.own) continue;
    const size_t slash = include.name.find('/');
    const std::string of = include.name.substr(0, slash);
    // A name without a folder is one of the same folder: only in cli/, which isn't on the search path.
    const bool same = slash == std::string::npos ? part->name == "cli" : of == part->name;
    EXPECT_TRUE(same || Has(part->below, of)) << include.file << " includes \"" << include.name << '"';
  }
}

TEST(Layering, EachLibraryHasItsOnePlace) {
  for (const Include& include : Includes()) {
    if (include.own) continue;
    for (const Library& library : kLibraries) {
      if (!include.name.starts_with(library.header)) continue;
      EXPECT_TRUE(Has(library.files, include.file)) << include.file << " includes <" << include.name << '>';
    }
  }
}

}  // namespace
}  // namespace resumelint
