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
