#include "language/phrase.h"

#include <gtest/gtest.h>

#include <random>

#include "language/sentence_index.h"

namespace resumelint {
namespace {

Lexicon SmallLexicon() {
  return Lexicon::Build({{"V.order", ClassKind::kVerbs, {"order", "rank"}, {}, {}, {}},
                         {"N.list", ClassKind::kNouns, {"backlog", "list", "product backlog"}, {}, {}, {}},
                         {"N.who", ClassKind::kNouns, {"product owner", "product", "owner"}, {}, {"PO"}, {}}},
                        {});
}

Phrase Compiled(const std::string& text, const Lexicon& lexicon) {
  Result<Phrase> phrase = Phrase::Compile(text, lexicon);
  EXPECT_TRUE(phrase.has_value()) << text << ": " << (phrase ? "" : phrase.error().what);
  return *phrase;
}

std::string Spans(const std::vector<Phrase::Match>& matches) {
  std::string out;
  for (const Phrase::Match& match : matches) {
    out += (out.empty() ? "" : " ") + std::to_string(match.begin) + "-" + std::to_string(match.end);
  }
  return out;
}

std::string WithIndex(const Phrase& phrase, const SentenceIndex& index) {
  std::vector<Phrase::Match> matches;
  phrase.FindAll(index, matches);
  return Spans(matches);
}

// Each must be found where it is, and not where what it needs is missing or stands before its begin.
TEST(Phrase, NeedsAllItsParts) {
  const Lexicon lexicon = SmallLexicon();
  struct Row {
    const char* phrase;
    const char* text;
    const char* matches;
  };
  const Row rows[] = {
      {"V.order *3 N.list", "ordered the big backlog", "0-4"},
      {"V.order *3 N.list", "the backlog was ordered", ""},
      {"V.order *3 N.list", "backlog ordered, list ranked", "1-4"},
      {"V.order *3 N.list", "ordered the people", ""},
      {"V.order (N.list|N.who)", "ordered owners and ranked backlogs", "0-2 3-5"},
      {"(V.order N.list|of N.who)", "of owner", "0-2"},
      {"V.order N.list?", "ranked", "0-1"},
      {"V.order !N.list", "ranked backlog and ranked owners", "3-4"},
      {"^ the? N.list", "the backlog of the backlog", "0-2"},
      {"follow-up of N.list", "follow-up of list", "0-4"},
      {"=PO *2 N.list", "po list, PO of list", "3-6"},
      {"<keep> N.list", "kept lists and keeps backlogs", "0-2 3-5"},
  };
  for (const Row& row : rows) {
    const Phrase phrase = Compiled(row.phrase, lexicon);
    const Sentence sentence = lexicon.Read(row.text);
    const SentenceIndex index(sentence, lexicon.classes().size());
    EXPECT_EQ(WithIndex(phrase, index), row.matches) << row.phrase << " in " << row.text;
    EXPECT_EQ(Spans(phrase.FindAll(sentence)), row.matches) << row.phrase << " in " << row.text;
  }
}

// An index makes a search quicker and finds the same, in texts of more tokens than it has bits too.
TEST(Phrase, IndexChangesNothing) {
  const Lexicon lexicon = SmallLexicon();
  const std::vector<std::string> atoms = {"V.order", "V.order:past", "N.list", "N.who",   "of",       "the?", "(of|N.who)",
                                          "*2",      "*2!of",        "!list",  "#num",    "(V.order N.list|the owner)",
                                          "<rank>",  "=PO",          "**2",    "(list|of the)?"};
  const std::vector<std::string> words = {"ordered", "rank", "product", "backlog", "list", "owner", "PO", "of", "the", "7", ";", "team"};
  std::mt19937 random(1);
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  for (int round = 0; round < 3000; ++round) {
    std::string text = pick({"V.order", "N.list", "of", "(of|N.who)"});
    for (size_t i = random() % 4; i > 0; --i) text += " " + pick(atoms);
    std::string line;
    for (size_t i = 1 + random() % (round % 4 == 0 ? 120 : 14); i > 0; --i) line += pick(words) + " ";
    const Phrase phrase = Compiled(text, lexicon);
    const Sentence sentence = lexicon.Read(line);
    const SentenceIndex index(sentence, lexicon.classes().size());
    ASSERT_EQ(WithIndex(phrase, index), Spans(phrase.FindAll(sentence))) << text << " in " << line;
  }
}

// Terms with one first word: the longer ones first, those of one length by their class.
TEST(Lexicon, TermsOfOneFirstWord) {
  const Lexicon lexicon = SmallLexicon();
  EXPECT_EQ(Dump(lexicon.Read("product backlog of the product owner, PO"), lexicon),
            "[product N.list+2 N.who][backlog N.list][of][the][product N.who+2 N.who][owner N.who][,][po N.who]");
  EXPECT_EQ(Dump(lexicon.Read("product"), lexicon), "[product N.who]");
  EXPECT_EQ(Dump(lexicon.Read("po"), lexicon), "[po]");
  const Lexicon more = lexicon.With({{"N.own", ClassKind::kNouns, {"product backlog owner", "product backlog"}, {}, {}, {}}}, {});
  EXPECT_EQ(Dump(more.Read("product backlog owner"), more),
            "[product N.own+3 N.list+2 N.own+2 N.who][backlog N.list][owner N.who]");
}

}  // namespace
}  // namespace resumelint
