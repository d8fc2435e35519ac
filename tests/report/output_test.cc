#include <gtest/gtest.h>

#include "report/output.h"
#include "report/reporter.h"
#include "report/sample_report.h"
#include "report/view.h"

namespace resumelint {
namespace {

/// Bytes that an output hands on.
struct Bytes {
  size_t largest = 0;
  size_t all = 0;
  Output out{[this](const std::vector<Passage>& passages) {
    size_t size = 0;
    for (const Passage& passage : passages) size += passage.text.size();
    largest = std::max(largest, size);
    all += size;
  }};
};

TEST(Output, IsHandedOnPieceByPiece) {
  Bytes bytes;
  Output& out = bytes.out;
  for (int i = 0; i < 100000; ++i) {
    i % 3 == 0 ? out.Between("0123456789") : void(out.text() += "0123456789");
    out.Pass();
  }
  out.Flush();
  EXPECT_EQ(bytes.all, size_t{1000000});
  EXPECT_LE(bytes.largest, size_t{70000});
}

TEST(PassageJoiner, KnowsWhatCameBefore) {
  using When = Passage::When;
  PassageJoiner joiner;
  EXPECT_EQ(joiner.Join({{When::kBetween, "", ","}, {When::kAlways, "", "a"}, {When::kOnce, "x", "!"}}), "a!");
  EXPECT_EQ(joiner.Join({{When::kOnce, "x", "!"}, {When::kBetween, "", ","}, {When::kOnce, "y", "?"}}), ",?");
  PassageJoiner nothing_yet;
  EXPECT_EQ(nothing_yet.Join({{When::kAlways, "", ""}, {When::kBetween, "", ","}}), "");
}

// A large report is never held as one text.
TEST(Reporters, HandOnWhatIsLarge) {
  std::string text = "# Experience\n";
  for (int i = 0; i < 2000; ++i) text += "- Various things number " + std::to_string(i) + "\n";
  Report report = SampleReport("cv.md", std::move(text));
  for (int i = 0; i < 2000; ++i) {
    AddFinding(report, "a/b", Severity::kWarning, "", std::string(100, 'm'));
    report.findings.back().block = i + 1;
    report.findings.back().span = report.document.blocks[static_cast<size_t>(i + 1)].span;
  }
  for (const Reporter& reporter : Reporters()) {
    Bytes bytes;
    Output& out = bytes.out;
    reporter.file != nullptr ? reporter.file(report, {}, out) : reporter.together({&report, 1}, {}, out);
    out.Flush();
    EXPECT_GT(bytes.all, size_t{200000}) << reporter.name;
    EXPECT_LE(bytes.largest, size_t{80000}) << reporter.name;
  }
}

}  // namespace
}  // namespace resumelint
