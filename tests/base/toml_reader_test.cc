#include "base/toml_reader.h"

#include <gtest/gtest.h>

namespace resumelint {
namespace {

// What reading a small, fixed shape of table makes of `text`: values, or the complaint.
std::string Read(const std::string& text) {
  Result<TomlFile> parsed = TomlFile::Parse("a.toml", text);
  if (!parsed) return "not TOML";
  TomlFile file = std::move(*parsed);
  TomlReader root(file.root, file);
  std::string out = root.String("name", "none");
  for (const std::string& item : root.Strings("items")) out += "," + item;
  if (root.Boolean("on")) out += " on";
  out += " " + std::to_string(root.Integer("count", 1, 0, 9));
  if (root.Number("share", 1) < 1) out += " half";
  if (std::optional<TomlReader> sub = root.Table("sub")) {
    out += " sub=" + sub->RequiredString("must");
    sub->Finish();
  }
  for (TomlReader& part : root.Tables("part")) {
    out += " part=" + part.String("id");
    part.Finish();
  }
  if (std::optional<TomlReader> free = root.Table("free")) {
    for (const auto& [key, value] : free->Entries()) out += " " + key + ":" + value.string;
    free->Finish();
  }
  root.Finish();
  if (!file.fault) return out;
  const Error& error = *file.fault;
  std::string told = error.path + ":" + std::to_string(error.line) + ":" +
                     std::to_string(error.column) + ": " + error.what;
  return error.hint.empty() ? told : told + " (" + error.hint + ")";
}

TEST(Toml, KeysOfTooManyPartsAreRefused) {
  const auto repeated = [](std::string_view text, int times) {
    std::string out;
    for (int i = 0; i < times; ++i) out += text;
    return out;
  };
  const struct {
    std::string text;
    uint32_t line;  // of the refusal; 0 = none
  } cases[] = {
      {"x = 1\na" + repeated(".a", 50000) + " = 1\n", 2},
      {"\n\n[a" + repeated(". 'a'", 50000) + "]\n", 3},
      {"x = 'a'\ny = {a = {b" + repeated(".\"a\\\"\"", 50000) + " = 1}}\n", 2},
      {"x = '''\n" + repeated(".", 200) + "'''\ny = \"" + repeated("a.", 200) + "\"\n# " + repeated(".", 200) + "\n", 0},
      {"x = \"\"\"" + repeated(".\n", 200) + "\"\"\"\n", 0},
      {"a.b.c = [1.5, 2.5]\n", 0},
  };
  for (const auto& c : cases) {
    const auto parsed = ParseToml(c.text, "a.toml");
    ASSERT_EQ(parsed.has_value(), c.line == 0) << c.text.substr(0, 20);
    if (parsed) continue;
    EXPECT_EQ(parsed.error().what, "a key of too many parts") << c.text.substr(0, 20);
    EXPECT_EQ(parsed.error().line, c.line);
  }
}

TEST(Toml, ALongWordIsNoSlip) {
  EXPECT_EQ(DidYouMean("profil", {"select", "profile"}), "did you mean \"profile\"?");
  EXPECT_EQ(DidYouMean("backlog", {"backlog-admin"}), "did you mean \"backlog-admin\"?");
  // Would be compared letter by letter with each of many names.
  EXPECT_EQ(DidYouMean(std::string(3'000'000, 'a'), std::vector<std::string_view>(2000, "profile")), "");
}

struct Case {
  const char* text;
  const char* expected;
};

TEST(TomlReader, ReadsOrComplainsAtThePlace) {
  const Case cases[] = {
      {"", "none 1"},
      {"name = 'x'\nitems = ['a', 'b']\non = true\ncount = 4", "x,a,b on 4"},
      {"items = 'a'", "none,a 1"},
      {"[sub]\nmust = 'm'\n[[part]]\nid = '1'\n[[part]]\nid = '2'", "none 1 sub=m part=1 part=2"},
      {"[free]\nany = 'thing'\n\"a b\" = 'c'", "none 1 any:thing a b:c"},
      {"name = 3", "a.toml:1:1: \"name\" must be a string, not a whole number"},
      {"name = 1.5", "a.toml:1:1: \"name\" must be a string, not a number"},
      {"name = true", "a.toml:1:1: \"name\" must be a string, not true or false"},
      {"name = ['a']", "a.toml:1:1: \"name\" must be a string, not a list"},
      {"name = {a = 1}", "a.toml:1:1: \"name\" must be a string, not a table"},
      {"name = 1979-05-27", "a.toml:1:1: \"name\" must be a string, not a date or time"},
      {"items = 3", "a.toml:1:1: \"items\" must be a list of strings, not a whole number"},
      {"count = 'x'", "a.toml:1:1: \"count\" must be a whole number, not a string"},
      {"share = 0.5", "none 1 half"},
      {"share = 2", "none 1"},
      {"share = 'x'", "a.toml:1:1: \"share\" must be a number, not a string"},
      {"part = 'x'", "a.toml:1:1: \"part\" must be a list of tables, not a string"},
      {"part = {id = '1'}", "none 1 part=1"},
      {"[sub]\nmust = 1", "a.toml:2:1: \"must\" must be a string, not a whole number"},
      {"on = 'yes'", "a.toml:1:1: \"on\" must be true or false, not a string"},
      {"count = 10", "a.toml:1:1: \"count\" must be from 0 to 9"},
      {"items = ['a', 2]", "a.toml:1:15: \"items\" must hold strings, but this is a whole number"},
      {"\n  nane = 'x'", "a.toml:2:3: unknown key \"nane\" (did you mean \"name\"?)"},
      {"[sub]\nmust = 'm'\nquite_other = 1",
       "a.toml:3:1: unknown key \"quite_other\" (known here: must)"},
      {"[sub]\n", "a.toml:1:1: \"must\" is missing"},
      {"[sub]\nmust = ' '", "a.toml:2:1: \"must\" is empty"},
      {"sub = 1", "a.toml:1:1: \"sub\" must be a table, not a whole number"},
      {"part = [1]", "a.toml:1:9: \"part\" must hold tables, but this is a whole number"},
      {"name = 1\non = 1", "a.toml:1:1: \"name\" must be a string, not a whole number"},
      {"[[part]]\nid = '1'\nit = 2", "a.toml:3:1: unknown key \"it\" (did you mean \"id\"?)"},
      {"name =", "not TOML"},
  };
  for (const Case& test : cases) EXPECT_EQ(Read(test.text), test.expected) << test.text;
}

TEST(TomlReader, FaultShowsTheLine) {
  TomlFile file = TomlFile::Parse("a.toml", "x = 1\r\ny = 2\n").value();
  TomlReader root(file.root, file);
  root.Value("x");
  root.Finish();
  ASSERT_TRUE(file.fault);
  EXPECT_EQ(file.fault->excerpt, "y = 2");
}

}  // namespace
}  // namespace resumelint
