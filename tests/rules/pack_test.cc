// The packs in the binary are what the loader makes of their files, and a person's pack on top of them
// is what loading all files together makes.

#include "rules/pack.h"

#include <gtest/gtest.h>

#include <cstring>

#include "language/lexicon_code.h"
#include "language/verb_forms.h"
#include "lint/lint.h"
#include "measure/labelled.h"
#include "rewrite/pack.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

const RuleSet& Parsed() {
  static const RuleSet rules = LoadRules(BuiltinRules()).value();
  return rules;
}

/// Packed bytes from where they lie; they say how long they are.
std::string_view BytesAt(const char* memory) {
  uint64_t sizes[2];
  std::memcpy(sizes, memory, sizeof sizes);
  return {memory, (sizeof sizes + sizes[0] + sizes[1] + 7) / 8 * 8};
}

TEST(Packed, RulesAreWhatTheLoaderMakes) {
  EXPECT_TRUE(PackRules(Parsed()) == BytesAt(FindBuiltinImage().rules));
}

TEST(Packed, TheVersionIsReadAlone) { EXPECT_EQ(BuiltinRulesVersion(), Parsed().version); }

TEST(Packed, RewritesAreWhatTheLoaderMakes) {
  const RewriteRules parsed = LoadRewrites(BuiltinRules(), Parsed().lexicon, Parsed().fragments).value();
  EXPECT_TRUE(PackRewrites(parsed) == BytesAt(FindBuiltinImage().rewrites));
}

TEST(Packed, SlotsAreWhatTheLoaderMakes) {
  const SlotTypes parsed = LoadSlots(BuiltinRules(), Parsed().lexicon, Parsed().fragments).value();
  EXPECT_TRUE(PackSlots(parsed) == BytesAt(FindBuiltinImage().slots));
}

TEST(Packed, WhatIsUnpackedPacksAlike) {
  EXPECT_TRUE(PackRules(UnpackRules(FindBuiltinImage().rules)) == BytesAt(FindBuiltinImage().rules));
}

constexpr const char* kMine = R"(
[nouns.backlog]
words = ["kartei", "work box"]
[nouns.mine]
words = ["gadget"]
includes = ["N.backlog", "N.metric"]
[verbs.order]
words = ["sequentialize"]
nominal = ["boxing"]
[words.adverb]
includes = ["W.number"]
[typos]
kanbanflow = ["kanbanflaw"]
[[detector]]
name = "metric"
phrases = ["N.mine *2 #num"]
[[detector]]
name = "boxed"
any = ["metric"]
phrases = ["boxing"]
[[sense]]
classes = ["N.backlog"]
phrases = ["N.backlog of N.mine"]
[severity]
"process/backlog-admin" = "hint"
[[rule]]
id = "mine/boxes"
title = "t"
see = "s."
why = "w"
source = [{ text = "x" }]
fires = ["kept the work box", "keeps the work box"]
silent = ["ran"]
unless = ["boxed"]
phrases = ["<keep> *2 N.backlog"]
)";

std::vector<RuleFile> WithMine() {
  std::vector<RuleFile> files(BuiltinRules().begin(), BuiltinRules().end());
  files.push_back({"mine.toml", kMine, false});
  return files;
}

TEST(Packed, APackOnTopReadsLikeAllTogether) {
  const std::vector<RuleFile> files = WithMine();
  const Result<RuleSet> together = LoadRules(files);
  const Result<RuleSet> on_top = LoadRules(std::span(files).last(1), &Builtin());
  ASSERT_TRUE(together);
  ASSERT_TRUE(on_top);
  ASSERT_EQ(together->lexicon.classes().size(), on_top->lexicon.classes().size());
  std::vector<std::string> texts = {"Kept the work box of gadgets, a kartei and 3 gadgets", "work-box boxing kanbanflwo",
                                    "sequentialised the workbox", "seven adverbs quickly", "kanbanflaw"};
  for (const LabelledBullet& row : ReadLabelled(RESUMELINT_SOURCE_DIR "/tests/corpus/bullets.tsv")) texts.push_back(row.text);
  ASSERT_GT(texts.size(), 500u);
  for (const std::string& text : texts) {
    EXPECT_EQ(Dump(together->lexicon.Read(text), together->lexicon), Dump(on_top->lexicon.Read(text), on_top->lexicon));
    const auto findings = [&](const RuleSet& rules) {
      std::string out;
      for (const Finding& finding : LintText(text, "Product Owner", "", rules, {}).findings) {
        out += std::string(finding.rule) + Name(finding.severity) + std::string(finding.message) + ";";
      }
      return out;
    };
    EXPECT_EQ(findings(*together), findings(*on_top)) << text;
  }
}

TEST(Packed, TwoPacksOneOnTopOfTheOther) {
  const RuleFile second{"second.toml", "[nouns.backlog]\nwords = [\"zettel\"]\n[nouns.mine]\nwords = [\"gizmo\"]\n", false};
  std::vector<RuleFile> files = WithMine();
  const RuleSet first = LoadRules(std::span(files).last(1), &Builtin()).value();
  const RuleSet both = LoadRules({&second, 1}, &first).value();
  files.push_back(second);
  const RuleSet together = LoadRules(files).value();
  for (const char* text : {"kartei zettel gizmo gadget", "a work box, a gizmo", "boxing the zettel", "seven kanbanflwo"}) {
    EXPECT_EQ(Dump(both.lexicon.Read(text), both.lexicon), Dump(together.lexicon.Read(text), together.lexicon));
  }
}

TEST(Packed, VerbReadingsAreWhatTheirEndingsSay) {
  const auto show = [](const VerbReadingList& readings) {
    std::string out;
    for (const VerbReading& reading : readings) out += std::string(reading.lemma) + std::to_string(reading.forms) + " ";
    return out;
  };
  const std::vector<std::string> words = AllVerbForms();
  ASSERT_GT(words.size(), 20000u);
  for (const std::string& word : words) {
    EXPECT_EQ(show(VerbReadings(word)), show(DeriveVerbReadings(word))) << word;
    EXPECT_EQ(SpellingEvidence(word), DeriveSpellingEvidence(word)) << word;
    for (const std::string& near : {word + "s", word + "ed", word + "ing", "re" + word, word.substr(1), word.substr(0, word.size() - 1)}) {
      EXPECT_EQ(show(VerbReadings(near)), show(DeriveVerbReadings(near))) << near;
    }
  }
  EXPECT_TRUE(VerbReadings("").empty());
}

}  // namespace
}  // namespace resumelint
