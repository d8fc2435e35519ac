#include "formats/read.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>

#include "base/source.h"
#include "base/toml.h"
#include "formats/check.h"
#include "resume/load_outline.h"

namespace resumelint {

std::string ProjectFile(const std::string& path) {
  const auto bytes = ReadBytes(std::string(RESUMELINT_SOURCE_DIR) + "/" + path);
  if (!bytes) {
    std::fprintf(stderr, "%s: %s\n", path.c_str(), bytes.error().what.c_str());
    std::abort();
  }
  return *bytes;
}

const OutlineTerms& Terms() {
  static const OutlineTerms terms = [] {
    const std::string path = "rules/outline.toml";
    const std::string text = ProjectFile(path);
    const auto root = ParseToml(text, path);
    const auto loaded = root ? LoadOutline(*root, path, text) : Result<OutlineTerms>(Fail(root.error()));
    if (!loaded) {
      std::fprintf(stderr, "%s:%u: %s\n", path.c_str(), loaded.error().line, loaded.error().what.c_str());
      std::abort();
    }
    return *loaded;
  }();
  return terms;
}

Document ReadText(std::string_view format, std::string_view text, std::string path) {
  auto document = ReadDocument(std::move(path), std::string(text), Terms(), format);
  if (!document) {
    std::fprintf(stderr, "cannot read: %s\n", document.error().what.c_str());
    std::abort();
  }
  return std::move(*document);
}

std::string ReadDump(std::string_view format, std::string_view text, bool with_skipped) {
  const auto document = ReadDocument("resume", std::string(text), Terms(), format);
  if (!document) return "error: " + document.error().what + "\n";
  std::string out = Dump(*document, with_skipped);
  for (const Directive& directive : document->directives) out += "directive " + directive.text + "\n";
  return out;
}

void ExpectReads(std::string_view format, std::span<const ReadCase> cases) {
  for (const ReadCase& c : cases) {
    EXPECT_EQ(ReadDump(format, c.input), c.dump) << c.what;
    EXPECT_EQ(Faults(ReadText(format, c.input)), "") << c.what;
  }
}

}  // namespace resumelint
