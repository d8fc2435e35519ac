// Reads a file of bullets named in RESUMELINT_REWRITES and prints what is suggested for them.
// Columns by tab: id, class, bullet, facts that must survive, ideal. Does nothing where it isn't
// set.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "rewrite/contract.h"
#include "rewrite/frame.h"
#include "rewrite/support.h"

namespace resumelint {
namespace {

TEST(Rewrites, Measure) {
  const char* path = std::getenv("RESUMELINT_REWRITES");
  if (path == nullptr) GTEST_SKIP() << "RESUMELINT_REWRITES isn't set";
  ASSERT_FALSE(TestRewrites().classes.empty());
  std::istringstream lines(ReadTestFile(path));
  std::string line;
  size_t bullets = 0;
  size_t with_rewrite = 0;
  size_t with_plain = 0;
  size_t with_slots = 0;
  while (std::getline(lines, line)) {
    std::vector<std::string> cells;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) cells.push_back(cell);
    if (cells.size() < 3) continue;
    ++bullets;
    const Sentence sentence = TestLexicon().Read(cells[2]);
    const Frame frame = ParseFrame(TestRewrites(), TestLexicon(), sentence);
    RewriteContext context;
    context.present_tense = frame.tense == kBase;
    std::vector<Refusal> refused;
    const Suggestion s =
        Suggest(TestRewrites(), TestLexicon(), sentence, cells[1], context, &refused);
    fmt::print("{} {} IN: {}\n    {}\n", cells[0], cells[1], cells[2], Dump(frame, sentence));
    bool plain = false;
    bool slots = false;
    for (const Rewrite& r : s.rewrites) {
      fmt::print("  {}: {}", "OXDP"[static_cast<size_t>(r.variant)], r.text);
      if (!r.dropped.empty()) fmt::print("   — {}", fmt::join(r.dropped, " | "));
      if (!r.advice.empty()) fmt::print("   ({})", r.advice);
      fmt::print("\n");
      plain |= r.variant == Variant::kPlain;
      slots |= r.variant != Variant::kPlain;
    }
    if (s.rewrites.empty()) fmt::print("  none\n");
    if (std::getenv("RESUMELINT_REFUSED") != nullptr) {
      for (const Refusal& r : refused) fmt::print("  refused: {} ({})\n", r.text, r.why);
    }
    if (cells.size() > 4) fmt::print("  ideal: {}\n", cells[4]);
    with_rewrite += s.rewrites.empty() ? 0 : 1;
    with_plain += plain ? 1 : 0;
    with_slots += slots ? 1 : 0;
  }
  fmt::print("{} bullets: {} with a rewrite, {} plain, {} with slots\n", bullets, with_rewrite,
             with_plain, with_slots);
}

}  // namespace
}  // namespace resumelint
