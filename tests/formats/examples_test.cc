#include <gtest/gtest.h>

#include <filesystem>

#include "formats/read.h"
#include "lint/lint.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

/// What was read, without the places.
std::string Content(const std::string& dump) {
  std::string out;
  for (size_t at = 0; at < dump.size();) {
    const size_t end = dump.find('\n', at);
    const std::string line = dump.substr(at, end - at);
    out += line.substr(line.find(' ') + 1) + "\n";
    at = end + 1;
  }
  return out;
}

/// Kind, section and text of blocks that are checked; formats write dates and headings differently.
/// `outlined`: only the summary and the jobs, as JSON and YAML have fields for studies and skills.
std::string Checked(const Document& document, bool outlined) {
  std::string out;
  for (const Block& block : document.blocks) {
    const bool jobs = block.section == SectionKind::kExperience || block.section == SectionKind::kSummary ||
                      block.section == SectionKind::kTop;
    if (outlined && !jobs) continue;
    if (block.kind != BlockKind::kBullet && block.kind != BlockKind::kParagraph && block.kind != BlockKind::kHeadline) continue;
    out += std::string(Name(block.kind)) + " " + Name(block.section) + " \"" + document.RoleTitle(block) + "\" " + block.text.chars + "\n";
  }
  return out;
}

/// What is found in the blocks that are checked.
std::string Found(const Document& document, bool outlined) {
  const Report report = Lint(document, Builtin(), {});
  std::string out;
  for (const Finding& finding : report.findings) {
    if (finding.block < 0) continue;
    const Block& block = report.document.blocks[static_cast<size_t>(finding.block)];
    const bool jobs = block.section == SectionKind::kExperience || block.section == SectionKind::kSummary ||
                      block.section == SectionKind::kTop;
    if (outlined && !jobs) continue;
    out += std::string(finding.rule) + " " + std::to_string(static_cast<int>(finding.severity)) + " " + block.text.chars + "\n";
  }
  return out;
}

TEST(Examples, OtherProgramsMakeTheSameOfThem) {
  const Document model = ReadText("markdown", ProjectFile("examples/resume.md"));
  for (const char* path : {"tests/formats/made/libreoffice.docx", "tests/formats/made/libreoffice.pdf", "tests/formats/made/pdflatex.pdf"}) {
    const Document document = ReadText("", ProjectFile(path), path);
    EXPECT_EQ(Checked(document, false), Checked(model, false)) << path;
    EXPECT_EQ(Found(document, false), Found(model, false)) << path;
  }
}

TEST(Examples, TellTheSameInEveryFormat) {
  const Document model = ReadText("markdown", ProjectFile("examples/resume.md"));
  ASSERT_EQ(model.roles.size(), 3u);
  size_t formats = 0;
  for (const Reader& reader : Readers()) {
    for (const std::string_view extension : reader.extensions) {
      const std::string path = "examples/resume" + std::string(extension);
      if (!std::filesystem::exists(std::string(RESUMELINT_SOURCE_DIR) + "/" + path)) continue;
      const Document document = ReadText("", ProjectFile(path), path);
      EXPECT_EQ(document.format, reader.name) << path;
      EXPECT_EQ(Checked(document, reader.outlined), Checked(model, reader.outlined)) << path;
      EXPECT_EQ(Found(document, reader.outlined), Found(model, reader.outlined)) << path;
      ++formats;
    }
  }
  EXPECT_GE(formats, 12u);
}

TEST(Examples, LightMarkupReadsTheSameBlockByBlock) {
  const std::string model = Content(ReadDump("markdown", ProjectFile("examples/resume.md")));
  for (const char* path : {"examples/resume.org", "examples/resume.adoc", "examples/resume.rst", "examples/resume.typ"}) {
    EXPECT_EQ(Content(Dump(ReadText("", ProjectFile(path), path))), model) << path;
  }
}

}  // namespace
}  // namespace resumelint
