#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "base/result.h"

namespace resumelint {

/// Facts that the person whom a resume is about has confirmed.
///
/// A TOML file with a list for each kind of claim, sorted, one a line, so that it reads and merges well:
///
///     number = [
///       "40%",
///       "900 applications",
///     ]
class AcceptedFacts {
 public:
  /// Fails on what isn't such a file.
  static Result<AcceptedFacts> Parse(std::string path, std::string text);

  bool Has(std::string_view kind, std::string_view text) const;
  void Add(std::string_view kind, std::string_view text);
  /// The file to write.
  std::string Text() const;
  size_t size() const;

 private:
  std::map<std::string, std::set<std::string>, std::less<>> facts_;
};

}  // namespace resumelint
