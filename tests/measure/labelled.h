#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "lint/lint.h"

namespace resumelint {

/// A row of a labelled set: id, role, bullet, label, must_flag, reason, note.
struct LabelledBullet {
  std::string id;
  std::string role;
  std::string text;
  std::string must_flag;  ///< yes, no, either
  std::string reason;
  std::string note;
};

/// The rows of a table: tabs between columns, no quoting, without the header line.
std::vector<std::vector<std::string>> ReadTable(const std::string& path);

/// Reads a labelled set; tabs between columns, no quoting, a header line.
std::vector<LabelledBullet> ReadLabelled(const std::string& path);

/// An item of a labelled resume: its first line and whether a warning must stand there.
struct LabelledItem {
  std::string path;  ///< as in the table
  uint32_t line = 0;
  std::string must_flag;
  std::string reason;
};
std::vector<LabelledItem> ReadExpected(const std::string& path);

struct Score {
  int yes = 0;
  int flagged_yes = 0;
  int no = 0;
  int silent_no = 0;

  double recall() const { return yes == 0 ? 1 : static_cast<double>(flagged_yes) / yes; }
  double specificity() const { return no == 0 ? 1 : static_cast<double>(silent_no) / no; }
  void Count(bool must, bool flagged);
};

/// Scores of a set: all rows, and those whose note calls them tricky. Rows that came out wrong are
/// added to `wrong`, a line each.
struct Scores {
  Score all;
  Score tricky;
};
Scores MeasureBullets(const std::vector<LabelledBullet>& rows, const RuleSet& rules,
                      std::vector<std::string>* wrong = nullptr);
/// The resumes beside an expected.tsv, each read from its file.
Scores MeasureResumes(const std::string& expected_path, const RuleSet& rules,
                      std::vector<std::string>* wrong = nullptr);

}  // namespace resumelint
