// resumelint_measure [-v] bullets.tsv… expected.tsv…: recall and specificity on labelled sets.
// resumelint_measure -e TITLE TEXT: what the detectors and rules say of one text.
// resumelint_measure -r rewrites.tsv: what is suggested, which facts survive, how near it is to the ideal.
// A table called expected.tsv labels lines of the resumes beside it; others label single bullets.

#include <fmt/format.h>

#include <string>
#include <vector>

#include "lint/reading.h"
#include "measure/labelled.h"
#include "measure/rewrites.h"

int main(int argc, char** argv) {
  using namespace resumelint;
  auto rules = LoadRules(BuiltinRules());
  if (!rules) {
    const Error& error = rules.error();
    fmt::print(stderr, "{}:{}:{}: error: {}\n  {}\n", error.path, error.line, error.column, error.what, error.hint);
    return 2;
  }
  if (argc == 4 && std::string(argv[1]) == "-e") {
    const Sentence sentence = ReadForRules(argv[3], *rules);
    fmt::print("{}\n", Dump(sentence, rules->lexicon));
    Detection detection(sentence, *rules);
    for (size_t i = 0; i < rules->detectors.size(); ++i) {
      if (!detection.Says(static_cast<uint16_t>(i))) continue;
      fmt::print("  {}:", rules->detectors[i].name);
      for (const Span span : detection.Matches(static_cast<uint16_t>(i))) {
        fmt::print(" \"{}\"", sentence.text.substr(span.begin, span.size()));
      }
      fmt::print("\n");
    }
    for (const Finding& finding : LintText(argv[3], argv[2], "", *rules, {}).findings) {
      fmt::print("  => {} {}\n", Name(finding.severity), finding.rule);
    }
    return 0;
  }
  if (argc == 3 && std::string(argv[1]) == "-r") {
    const auto rewrites = LoadRewrites(BuiltinRules(), rules->lexicon, rules->fragments);
    if (!rewrites) {
      fmt::print(stderr, "error: {}\n", rewrites.error().what);
      return 2;
    }
    std::vector<std::string> lines;
    const RewriteScores scores = MeasureRewrites(argv[2], *rules, *rewrites, &lines);
    for (const std::string& line : lines) fmt::print("{}\n", line);
    for (const std::string& line : scores.lost) fmt::print("lost {}\n", line);
    for (const std::string& line : scores.claimed) fmt::print("claimed {}\n", line);
    fmt::print("{} bullets: {} with a rewrite, {} more with a question; {} rewrites\n", scores.bullets,
               scores.with_rewrite, scores.with_question, scores.rewrites);
    fmt::print("words of facts said or listed: {} of {}; words of forbidden claims said: {}\n", scores.facts_kept,
               scores.facts, scores.claimed.size());
    fmt::print("likeness of the nearest rewrite to the ideal: {:.3f}\n", scores.likeness);
    return 0;
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
