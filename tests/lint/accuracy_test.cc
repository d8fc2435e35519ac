// Recall and specificity on the project's labelled sets. Floors only rise.

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "formats/reader.h"
#include "measure/labelled.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

const std::string kCorpus = RESUMELINT_SOURCE_DIR "/tests/corpus/";

std::string Told(const std::vector<std::string>& wrong) { return fmt::format("{}", fmt::join(wrong, "\n")); }

TEST(Accuracy, Bullets) {
  std::vector<std::string> wrong;
  const Scores scores = MeasureBullets(ReadLabelled(kCorpus + "bullets.tsv"), Builtin(), &wrong);
  fmt::print("bullets: recall {:.3f}, specificity {:.3f}; tricky rows {:.3f}, {:.3f}\n", scores.all.recall(),
             scores.all.specificity(), scores.tricky.recall(), scores.tricky.specificity());
  EXPECT_GT(scores.all.yes + scores.all.no, 600);
  EXPECT_GE(scores.all.recall(), 0.94) << Told(wrong);
  EXPECT_GE(scores.all.specificity(), 0.99) << Told(wrong);
  EXPECT_GE(scores.tricky.specificity(), 0.99) << Told(wrong);
}

TEST(Accuracy, WeakResumes) {
  std::vector<std::string> wrong;
  const Scores scores = MeasureResumes(kCorpus + "weak/expected.tsv", Builtin(), &wrong);
  fmt::print("weak resumes: recall {:.3f}, specificity {:.3f}\n", scores.all.recall(), scores.all.specificity());
  EXPECT_GE(scores.all.recall(), 0.92) << Told(wrong);
  EXPECT_GE(scores.all.specificity(), 0.98) << Told(wrong);
}

TEST(Accuracy, GoodResumesStaySilent) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(kCorpus + "good")) {
    const std::string path = entry.path().string();
    auto raw = ReadBytes(path);
    ASSERT_TRUE(raw) << path;
    auto document = ReadDocument(path, std::move(*raw), Builtin().outline);
    ASSERT_TRUE(document) << path << ": " << document.error().what;
    const Report report = Lint(std::move(*document), Builtin(), {});
    EXPECT_GE(report.bullets, 5u) << path;
    for (const Finding& finding : report.findings) {
      if (finding.severity < Severity::kWarning) continue;
      const uint32_t line = report.document.source.At(finding.span.begin).line;
      ADD_FAILURE() << path << ":" << line << ": " << finding.rule << ": " << report.document.source.Line(line);
    }
    ++files;
  }
  EXPECT_GE(files, 10);
}

}  // namespace
}  // namespace resumelint
