#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "lint/finding.h"

namespace resumelint {

/// Findings that a person knows of and lives with: rule and hash of the bullet's words, by file.
///
/// A text file, one finding a line, sorted, so that it merges and reads well:
///
///     process/backlog-admin 9f86d081884c7d65 resume.md
///
/// It holds no word of the resume. A finding is known by rule and hash, wherever the bullet stands
/// now; the file name only tells which entries a run can call stale.
class Baseline {
 public:
  /// Fails on a line that is no entry.
  static Result<Baseline> Parse(const std::string& path, std::string_view text);

  /// Removes from the report the findings that are known, each entry once. `path` is the report's
  /// file as the baseline names it. Remembers what was met.
  void Apply(Report& report, const std::string& path);
  /// Adds every finding of a report.
  void Add(const Report& report, const std::string& path);

  /// Entries of the files met by Apply that no finding fits any more.
  uint32_t Stale() const;

  /// The file to write: the entries without stale ones.
  std::string Text() const;
  size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string rule;
    std::string print;
    std::string file;
    bool met = false;
    auto Key() const { return std::tie(rule, print, file); }
  };
  void Append(Entry entry);
  bool IsStale(const Entry& entry) const;

  std::vector<Entry> entries_;
  std::unordered_multimap<std::string, size_t> by_finding_;  // "rule hash" -> index
  std::vector<std::string> files_;
};

}  // namespace resumelint
