// resumelint_measure [-v] bullets.tsv… expected.tsv…: recall and specificity on labelled sets.
// A table called expected.tsv labels lines of the resumes beside it; others label single bullets.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "measure/labelled.h"

int main(int argc, char** argv) {
  using namespace resumelint;
  auto rules = LoadRules(BuiltinRules());
  if (!rules) {
    const Error& error = rules.error();
    fmt::print(stderr, "{}:{}:{}: error: {}\n  {}\n", error.path, error.line, error.column, error.what, error.hint);
    return 2;
  }
  bool verbose = false;
  for (int i = 1; i < argc; ++i) {
    const std::string path = argv[i];
    if (path == "-v") {
      verbose = true;
      continue;
    }
    std::vector<std::string> wrong;
    const bool resumes = path.ends_with("expected.tsv");
    const Scores scores = resumes ? MeasureResumes(path, *rules, &wrong)
                                  : MeasureBullets(ReadLabelled(path), *rules, &wrong);
    fmt::print("{}: recall {:.3f} ({}/{}), specificity {:.3f} ({}/{})\n", path, scores.all.recall(),
               scores.all.flagged_yes, scores.all.yes, scores.all.specificity(), scores.all.silent_no, scores.all.no);
    if (!resumes) {
      fmt::print("  tricky rows: recall {:.3f} ({}/{}), specificity {:.3f} ({}/{})\n", scores.tricky.recall(),
                 scores.tricky.flagged_yes, scores.tricky.yes, scores.tricky.specificity(), scores.tricky.silent_no, scores.tricky.no);
    }
    if (verbose) {
      for (const std::string& line : wrong) fmt::print("{}\n", line);
    }
  }
  return 0;
}
