#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formats/tree.h"
#include "resume/outline.h"

namespace resumelint {

/// The words of a key: `startDate`, `start_date` and "Start date" are "start date".
std::string KeyWords(std::string_view key);

/// The nodes that tell what a job, study or project is; each is a scalar with a value.
struct EntryFields {
  std::optional<uint32_t> title, organisation, name, start, end, dates;
};

/// What the keys of a tree mean.
class TreeKeys {
 public:
  TreeKeys(const Tree& tree, const OutlineTerms& terms);

  OutlineTerms::KeyMeaning Of(uint32_t node) const { return keys_[node].meaning; }
  bool IsContainer(uint32_t node) const { return tree_.nodes[node].kind != TreeNode::Kind::kScalar; }

  EntryFields FieldsOf(uint32_t mapping) const;
  /// It says who employed or taught, or when.
  bool HasFieldsOfARole(uint32_t mapping) const;
  /// It holds a text or list about what was done.
  bool HasCarrier(uint32_t mapping) const;
  /// It names employer and job and tells when or what: theme data files hold nothing else.
  bool LooksLikeAJob(uint32_t mapping) const;
  /// It is a mapping of a few short texts: `{name: Nationality, value: …}`.
  bool HoldsWordsOnly(uint32_t mapping) const;
  /// It names somebody and a way to reach them.
  bool IsPerson(uint32_t mapping) const;
  /// The child that names a mapping: a text under `title`, `name`, `heading`.
  std::optional<uint32_t> TitleChild(uint32_t mapping) const;

 private:
  struct Key {
    OutlineTerms::KeyMeaning meaning = OutlineTerms::KeyMeaning::kUnknown;
    int rank = 0;
  };
  std::optional<uint32_t> ScalarIn(uint32_t node) const;
  void ReadDatePair(uint32_t mapping, EntryFields& fields) const;

  const Tree& tree_;
  std::vector<Key> keys_;  ///< one a node
};

}  // namespace resumelint
