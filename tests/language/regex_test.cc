#include "language/regex.h"

#include <gtest/gtest.h>
#include <re2/re2.h>

#include <random>

#include "language/regex_needs.h"
#include "measure/labelled.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

/// What a text needs for a match, each set as its printable bytes: "[+-] [0-9]" is "+-|0123456789".
std::string Needs(std::string_view pattern) {
  std::string out;
  for (const ByteSet& set : RegexNeeds(pattern)) {
    if (!out.empty()) out += '|';
    for (size_t byte = 0; byte < set.size(); ++byte) {
      if (set[byte]) out += byte >= 0x80 ? '~' : static_cast<char>(byte);
    }
  }
  return out;
}

TEST(RegexNeeds, AreWhatAMatchCannotDoWithout) {
  struct Row { const char* pattern; const char* needs; };
  for (const Row& row : {
           Row{"abc", "a|b|c"}, Row{"a?b*c+", "c"}, Row{"a{2}b{0,3}", "a"}, Row{"a+?b??", "a"},
           Row{"(?:ab|cX)d", "Xa|d"}, Row{"(?:a|b?)c", "c"}, Row{"[XYZ]\\s?%", "XYZ|%"},
           Row{"[a-c]", "abc"}, Row{"[]x]", "]x"}, Row{"[^]x]y", ""}, Row{"[^x]y", "y"}, Row{"[[:alpha:]]y", ""},
           Row{"(?i)ab", "Aa|Bb"}, Row{"(?i:a)b", "Aa|b"}, Row{"(?i)k", ""}, Row{"\\$\\d", "$|0123456789"},
           Row{"a{b|c}d", ""}, Row{"a{,2}", ""}, Row{"\\pL+z", ""}, Row{"(?P<n>a)", ""}, Row{"^a$|\\bb", "ab"},
           Row{"\\x{2192}", "~"}, Row{"(", ""}, Row{"a)", ""}, Row{"\\n.x", "\n|x"}, Row{"", ""}}) {
    EXPECT_EQ(Needs(row.pattern), row.needs) << row.pattern;
  }
}

bool FindsAll(const std::string& text, const std::vector<ByteSet>& needs) {
  const ByteSet bytes = BytesOf(text);
  return std::all_of(needs.begin(), needs.end(), [&](const ByteSet& need) { return (need & bytes).any(); });
}

TEST(RegexNeeds, NeverHideAMatchOfTheRules) {
  std::vector<std::string> texts = {"[X]%", "by XX% of N users", "+5 and -3", "3 -> 5", "up 3 pp up", "TBD", "\xE2\x88\x92" "12", "$XY", "XXX"};
  for (const LabelledBullet& row : ReadLabelled(RESUMELINT_SOURCE_DIR "/tests/corpus/bullets.tsv")) texts.push_back(row.text);
  size_t patterns = 0;
  const auto check = [&](const Regex& regex) {
    ++patterns;
    const RE2 direct(regex.pattern());
    const std::vector<ByteSet> needs = RegexNeeds(regex.pattern());
    EXPECT_FALSE(needs.empty()) << regex.pattern();
    for (const std::string& text : texts) {
      if (RE2::PartialMatch(text, direct)) EXPECT_TRUE(FindsAll(text, needs)) << regex.pattern() << " in " << text;
    }
  };
  for (const Detector& detector : Builtin().detectors) for (const Regex& regex : detector.regexes) check(regex);
  for (const Rule& rule : Builtin().rules) for (const Regex& regex : rule.regexes) check(regex);
  EXPECT_GT(patterns, 5u);
}

TEST(RegexNeeds, NeverHideAMatchOfAnyPattern) {
  // Patterns and texts made of few signs meet often.
  std::mt19937 random(7);
  const auto pick = [&](std::string_view signs) { return signs[random() % signs.size()]; };
  size_t matches = 0;
  for (int i = 0; i < 20000; ++i) {
    std::string pattern;
    std::string text;
    for (size_t n = 1 + random() % 9; n > 0; --n) pattern += pick("aabB|()[]^?*+{}1,\\d.-");
    for (size_t n = random() % 6; n > 0; --n) text += pick("abB1]-{},");
    RE2::Options quiet;
    quiet.set_log_errors(false);
    const RE2 direct(pattern, quiet);
    if (!direct.ok() || !RE2::PartialMatch(text, direct)) continue;
    ++matches;
    EXPECT_TRUE(FindsAll(text, RegexNeeds(pattern))) << pattern << " in " << text;
  }
  EXPECT_GT(matches, 500u);
}

}  // namespace
}  // namespace resumelint
