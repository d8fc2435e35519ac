#include "formats/escapes.h"

#include <gtest/gtest.h>

#include "formats/check.h"
#include "formats/fragments.h"

namespace resumelint {
namespace {

struct Case {
  std::string_view raw;
  std::string_view shown;
};

TEST(Escapes, Json) {
  const Case cases[] = {
      {R"(plain)", "plain"},
      {R"(a\u00e9b)", "a{é=\\u00e9}b"},
      {R"(caf\u00e9 \u2014 \ud83d\ude80!)", "caf{é=\\u00e9} {—=\\u2014} {🚀=\\ud83d\\ude80}!"},
      {R"(say \"x\" \\ \/)", R"(say {"=\"}x{"=\"} {\=\\} {/=\/})"},
      {R"(\n\t)", "{\n=\\n}{\t=\\t}"},
      {R"(\u0000 \ud83d x)", R"({�=\u0000} {�=\ud83d} x)"},
      {"", ""},
  };
  for (const Case& c : cases) {
    const std::string bytes = '"' + std::string(c.raw) + '"';
    const Text text = DecodeJsonString(bytes, {1, static_cast<uint32_t>(bytes.size()) - 1});
    EXPECT_EQ(ShowPieces(text, bytes), c.shown);
  }
}

TEST(Escapes, Entities) {
  const Case cases[] = {
      {"R&amp;D", "R{&=&amp;}D"},
      {"&Eacute;t&eacute; &#8226; &#x2022;", "{É=&Eacute;}t{é=&eacute;} {•=&#8226;} {•=&#x2022;}"},
      {"&#149; Windows-1252", "{•=&#149;} Windows-1252"},
      {"R&D; a & b &nosuch; &#; &#xZ; &", "R&D; a & b &nosuch; &#; &#xZ; &"},
      {"&amp;amp;", "{&=&amp;}amp;"},
  };
  for (const Case& c : cases) {
    Text text;
    text.AppendVerbatim(c.raw, 0);
    EXPECT_EQ(ShowPieces(DecodeEntities(text), c.raw), c.shown);
  }
}

TEST(Escapes, EntitiesWithinEscapes) {
  const std::string_view bytes = R"(A\u0026amp; B)";
  EXPECT_EQ(ShowPieces(DecodeEntities(DecodeJsonString(bytes, {0, 13})), bytes), R"(A{&=\u0026amp;} B)");
}

struct YamlCase {
  ScalarStyle style;
  std::string_view raw;
  std::string_view value;
  std::string_view shown;
};

TEST(Escapes, YamlScalars) {
  const YamlCase cases[] = {
      {ScalarStyle::kPlain, "Cut costs", "Cut costs", "Cut costs"},
      {ScalarStyle::kPlain, "over\n    two lines\n\n  and more", "over two lines\nand more",
       "over{ =\n    }two lines{\n=\n\n  }and more"},
      {ScalarStyle::kSingleQuoted, "'Owner''s  view\r\n on'", "Owner's  view on", "Owner{'=''}s  view{ =\r\n }on"},
      {ScalarStyle::kDoubleQuoted, R"("a \"b\" \u00e9 \x41\e\N\_\L\0")",
       std::string_view("a \"b\" \xC3\xA9 A\x1B\xC2\x85\xC2\xA0\xE2\x80\xA8\0", 19),
       "a {\"=\\\"}b{\"=\\\"} {é=\\u00e9} {A=\\x41}{\x1B=\\e}{\xC2\x85=\\N}{\xC2\xA0=\\_}{\xE2\x80\xA8=\\L}{�=\\0}"},
      {ScalarStyle::kDoubleQuoted, "\"join \\\n   ed \\U0001F680\"", "join ed 🚀", "join ed {🚀=\\U0001F680}"},
      {ScalarStyle::kLiteral, "|  # note\n    - a\n      b\n\n    c\n", "- a\n  b\n\nc\n",
       "- a{\n  =\n      }b{\n\n=\n\n    }c\n"},
      {ScalarStyle::kFolded, ">-\n  one\n  two\n\n  three\n  # not the end", "one two\nthree",
       "one{ =\n  }two{\n=\n\n  }three"},
      // What can't be aligned is one piece with the right characters.
      {ScalarStyle::kPlain, "something", "else", "{else=something}"},
  };
  for (const YamlCase& c : cases) {
    const Text text = DecodeYamlScalar(c.raw, {0, static_cast<uint32_t>(c.raw.size())}, c.style, c.value);
    EXPECT_EQ(ShowPieces(text, c.raw), c.shown) << c.raw;
  }
}

struct ValueCase {
  std::string_view value;
  bool list;
  Breaks breaks;
  std::string_view fragments;
};

std::string Split(std::string_view value, bool list, Breaks breaks) {
  Text text;
  text.AppendVerbatim(value, 0);
  std::string out;
  for (const Fragment& fragment : SplitValue(text, list, breaks)) {
    out += fragment.kind == BlockKind::kBullet ? std::string(static_cast<size_t>(fragment.depth) + 1, '*') : "p";
    out += ' ' + fragment.text.chars + '\n';
    EXPECT_LE(fragment.span.begin, fragment.span.end);
  }
  return out;
}

TEST(Fragments, SplitsValues) {
  const ValueCase cases[] = {
      {"One sentence.", false, Breaks::kMeant, "p One sentence.\n"},
      {"One achievement", true, Breaks::kMeant, "* One achievement\n"},
      {"Owned it.\n- Cut costs\n\xC2\xB7Led a team\nShipped it", false, Breaks::kMeant,
       "p Owned it.\n* Cut costs\n* Led a team\n* Shipped it\n"},
      {"\n\n- a\n  - b\n- c\n", false, Breaks::kMeant, "* a\n** b\n* c\n"},
      {"Prose first that is\nwrapped by hand.\n\n  - item one\n    goes on\n  - item two\n\nLast.", false,
       Breaks::kWrapped, "p Prose first that is wrapped by hand.\n* item one goes on\n* item two\np Last.\n"},
      {"A line that is long enough to have been wrapped where it ends\nJira came next", false, Breaks::kWrapped,
       "p A line that is long enough to have been wrapped where it ends Jira came next\n"},
      {"Two statements of some length that nobody ended with a stop\nLed a team", false, Breaks::kMeant,
       "p Two statements of some length that nobody ended with a stop\np Led a team\n"},
      {"Cut costs\nLed a team", true, Breaks::kMeant, "* Cut costs\n* Led a team\n"},
      {"1. First\n2) Second", false, Breaks::kMeant, "* First\n* Second\n"},
      {"- `-` Cut **costs** by `40%`", false, Breaks::kMeant, "* Cut costs by 40%\n"},
      {"<ul><li>Cut &amp; saved</li><li>Led <b>two</b> teams</li></ul>", false, Breaks::kMeant,
       "* Cut & saved\n* Led two teams\n"},
      {"<p>Prose here.</p><p>More.</p>", false, Breaks::kMeant, "p Prose here.\np More.\n"},
      {"a < b and b > c, <3", false, Breaks::kMeant, "p a < b and b > c, <3\n"},
      {"Used [Jira](https://example.com) and __bold__ _words_, snake_case_name, 2*3*4, 5 * 3, \\$5", false,
       Breaks::kMeant, "p Used Jira and bold words, snake_case_name, 2*3*4, 5 * 3, $5\n"},
      {"***Both*** and **open", false, Breaks::kMeant, "p Both and **open\n"},
      {"-\n\n", true, Breaks::kMeant, ""},
      {"", true, Breaks::kMeant, ""},
  };
  for (const ValueCase& c : cases) EXPECT_EQ(Split(c.value, c.list, c.breaks), c.fragments) << c.value;
}

TEST(Fragments, SpansKeepMarkAndMarkup) {
  const std::string_view value = "x\n- Cut **costs** now\n";
  Text text;
  text.AppendVerbatim(value, 0);
  const auto fragments = SplitValue(text, false, Breaks::kMeant);
  ASSERT_EQ(fragments.size(), 2u);
  EXPECT_EQ(value.substr(fragments[1].span.begin, fragments[1].span.size()), "- Cut **costs** now");
  EXPECT_EQ(ShowPieces(fragments[1].text, value), "Cut costs now");
}

}  // namespace
}  // namespace resumelint
