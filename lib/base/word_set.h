#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace resumelint {

/// Words of which only is asked whether they hold one.
class WordSet {
 public:
  void Add(std::string_view word) { Add(HashOf(word)); }
  void Add(WordHash hash) {
    const auto at = std::lower_bound(words_.begin(), words_.end(), hash);
    if (at == words_.end() || *at != hash) words_.insert(at, hash);
  }
  bool empty() const { return words_.empty(); }
  auto begin() const { return words_.begin(); }
  auto end() const { return words_.end(); }
  bool Contains(WordHash word) const { return std::binary_search(words_.begin(), words_.end(), word); }
  bool Contains(std::string_view word) const { return Contains(HashOf(word)); }

  template <class Archive>
  friend void Pack(Archive& archive, WordSet& set) {
    archive(set.words_);
  }

 private:
  std::vector<WordHash> words_;  // sorted
};

}  // namespace resumelint
