#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace resumelint {

/// The .gitignore files that hold for a folder, outer ones first.
class GitIgnore {
 public:
  /// Adds a file's patterns. `folder`: where the file lies, relative to the work tree's root; ""
  /// for the root itself.
  void Add(std::string_view text, std::string_view folder);
  /// The last pattern that matches decides. `path` is relative to the root.
  bool Ignores(std::string_view path, bool is_folder) const;

 private:
  struct Pattern {
    std::string folder;  ///< its file's
    std::string glob;
    bool keep = false;         ///< `!`: takes back
    bool folders_only = false;  ///< ended in a slash
    bool anchored = false;     ///< holds for the folder itself, not for all below it
  };
  std::vector<Pattern> patterns_;
};

}  // namespace resumelint
