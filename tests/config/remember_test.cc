#include "config/remember.h"

#include <gtest/gtest.h>

namespace resumelint {
namespace {

std::string Added(const std::string& text, const char* table, const char* key, const char* value, const char* comment = "") {
  const auto out = AddToList("resumelint.toml", text, {table, key, value, comment});
  return out ? *out : "error: " + out.error().what;
}

TEST(Remember, KeepsCommentsAndOrder) {
  const struct {
    const char* text;
    const char* table;
    const char* expected;
  } cases[] = {
      {"", "", "confidential = [\n  \"Heron\",\n]\n"},
      {"# mine\nprofile = \"tech\"  # yes\n", "", "# mine\nprofile = \"tech\"  # yes\nconfidential = [\n  \"Heron\",\n]\n"},
      {"profile = \"tech\"\n\n# why\n[severity]\n\"writing\" = \"off\"\n", "",
       "profile = \"tech\"\n\n# why\nconfidential = [\n  \"Heron\",\n]\n\n[severity]\n\"writing\" = \"off\"\n"},
      {"confidential = [\"a\", \"b\"]  # two\n", "", "confidential = [\"a\", \"b\", \"Heron\"]  # two\n"},
      {"confidential = []\n", "", "confidential = [\"Heron\"]\n"},
      {"confidential = [\"a\",]\n", "", "confidential = [\"a\", \"Heron\"]\n"},
      {"confidential = \"a # b\"  # one\n", "", "confidential = [\"a # b\", \"Heron\"]  # one\n"},
      {"confidential = [\n    \"a\", # x ]\n    \"b\"  # last\n]\nprofile = \"tech\"\n", "",
       "confidential = [\n    \"a\", # x ]\n    \"b\",  # last\n    \"Heron\",\n]\nprofile = \"tech\"\n"},
      {"confidential = [\r\n  \"a\",\r\n]\r\n", "", "confidential = [\r\n  \"a\",\r\n  \"Heron\",\r\n]\r\n"},
      {"confidential = [\"Heron\"]\n", "", "confidential = [\"Heron\"]\n"},
  };
  for (const auto& c : cases) EXPECT_EQ(Added(c.text, c.table, "confidential", "Heron"), c.expected) << c.text;
}

TEST(Remember, ListsInTables) {
  EXPECT_EQ(Added("profile = \"tech\"\n", "vocabulary", "accept", "two \"words\"", "asked\nfor"),
            "profile = \"tech\"\n\n[vocabulary]\naccept = [\n  \"two \\\"words\\\"\",  # asked for\n]\n");
  EXPECT_EQ(Added("[vocabulary]  # mine\n\"N.backlog\" = [\"demand list\"]\n", "vocabulary", "accept", "x"),
            "[vocabulary]  # mine\naccept = [\n  \"x\",\n]\n\"N.backlog\" = [\"demand list\"]\n");
  EXPECT_EQ(Added("[vocabulary]\naccept = [\"y\"]\n", "vocabulary", "accept", "x"), "[vocabulary]\naccept = [\"y\", \"x\"]\n");
  EXPECT_EQ(Added("vocabulary.accept = [\"y\"]\n", "vocabulary", "accept", "x"), "vocabulary.accept = [\"y\", \"x\"]\n");
}

TEST(Remember, RefusesWhatItCannotKeep) {
  EXPECT_EQ(Added("confidental = []\n", "", "confidential", "x").substr(0, 6), "error:");
  EXPECT_EQ(Added("a = [\n", "", "confidential", "x").substr(0, 6), "error:");
}

}  // namespace
}  // namespace resumelint
