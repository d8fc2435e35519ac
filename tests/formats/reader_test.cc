#include "formats/reader.h"

#include <gtest/gtest.h>

#include <set>

#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Reader, TableIsConsistent) {
  std::set<std::string_view> names;
  std::set<std::string_view> extensions;
  for (const Reader& reader : Readers()) {
    EXPECT_TRUE(names.insert(reader.name).second) << reader.name;
    for (const std::string_view extension : reader.extensions) {
      EXPECT_TRUE(extensions.insert(extension).second) << extension;
      EXPECT_EQ(extension[0], '.') << extension;
    }
    EXPECT_EQ(FindReader(reader.name), &reader);
  }
  EXPECT_EQ(FindReader("nosuch"), nullptr);
}

TEST(Reader, ChoosesByContentThenName) {
  const auto chosen = [](const char* path, const char* raw) { return std::string(ChooseReader(path, raw).name); };
  EXPECT_EQ(chosen("-", "- prioritized backlog\n"), "plain");
  EXPECT_EQ(chosen("resume.MD", "- prioritized backlog\n"), "markdown");
  EXPECT_EQ(chosen("-", "# Kim Example\n\n## Experience\n\n- x\n"), "markdown");
  EXPECT_EQ(chosen("resume.txt", "# Kim Example\n\n## Experience\n\n- x\n"), "markdown");
  EXPECT_EQ(chosen("resume.txt", "Kim Example\n\nExperience\n* x\n"), "plain");
  // Pieces of another format within: the name tells, unless the file begins as that format does.
  const char* pieces = "* Experience\n- \\textbf{Cut} costs, \\href{https://example.com}{here}\n";
  EXPECT_EQ(chosen("resume.org", pieces), "org");
  EXPECT_EQ(chosen("resume.md", pieces), "markdown");
  EXPECT_EQ(chosen("resume.yaml", "name: Kim\n\\begin{document}\n\\item x\n"), "yaml");
  EXPECT_EQ(chosen("resume.txt", pieces), "latex");
  EXPECT_EQ(chosen("resume.md", "% Kim\n\\documentclass{article}\n\\begin{document}\nx"), "latex");
  EXPECT_EQ(chosen("resume.md", "# Kim\n\n```typst\n#import \"x\": y\n#set page()\n```\n"), "markdown");
}

TEST(Reader, SaysWhatToDo) {
  EXPECT_EQ(ReadDump("", " \n\t\n"), "error: the file is empty\n");
  EXPECT_EQ(ReadDump("", "\xEF\xBB\xBF \r\n"), "error: the file is empty\n");
  EXPECT_EQ(ReadDump("nosuch", "x"), "error: unknown input format \"nosuch\"\n");
  EXPECT_EQ(ReadDump("plain", "-----\n"), "error: no resume content found, read as plain\n");
  const auto failed = ReadDocument("r.txt", "-----\n", Terms());
  EXPECT_EQ(failed.error().path, "r.txt");
  EXPECT_NE(failed.error().hint.find("--input-format"), std::string::npos);
}

}  // namespace
}  // namespace resumelint
