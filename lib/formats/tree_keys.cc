#include "formats/tree_keys.h"

#include <unordered_map>
#include <utility>

#include "resume/line_shape.h"

namespace resumelint {

namespace {

using Meaning = OutlineTerms::KeyMeaning;
using Kind = TreeNode::Kind;

}  // namespace

std::string KeyWords(std::string_view key) {
  std::string spaced;
  for (size_t i = 0; i < key.size(); ++i) {
    const bool upper = key[i] >= 'A' && key[i] <= 'Z';
    const bool after_lower = i > 0 && key[i - 1] >= 'a' && key[i - 1] <= 'z';
    if (upper && after_lower) spaced.push_back(' ');
    spaced.push_back(key[i]);
  }
  return NormalWords(spaced);
}

TreeKeys::TreeKeys(const Tree& tree, const OutlineTerms& terms) : tree_(tree) {
  std::unordered_map<std::string_view, Key> known;
  for (size_t i = 0; i < terms.keys.size(); ++i) {
    known.emplace(terms.keys[i].words, Key{terms.keys[i].meaning, static_cast<int>(i)});
  }
  keys_.reserve(tree.nodes.size());
  for (const TreeNode& node : tree.nodes) {
    const auto found = node.key.empty() ? known.end() : known.find(KeyWords(node.key.chars));
    keys_.push_back(found == known.end() ? Key{} : found->second);
  }
}

/// The child that names a mapping: a text under `title` or `name`.
std::optional<uint32_t> TreeKeys::TitleChild(uint32_t i) const {
  if (tree_.nodes[i].kind != Kind::kMapping) return std::nullopt;
  for (uint32_t child = tree_.First(i); child < tree_.nodes[i].end; child = tree_.Next(child)) {
    const std::string words = KeyWords(tree_.nodes[child].key.chars);
    const bool names = Of(child) == Meaning::kTitle || Of(child) == Meaning::kName ||
                       words == "heading" || words == "section";
    if (names && !IsContainer(child) && !tree_.nodes[child].value.empty()) return child;
  }
  return std::nullopt;
}

bool TreeKeys::HasFieldsOfARole(uint32_t i) const {
  for (uint32_t child = tree_.First(i); child < tree_.nodes[i].end; child = tree_.Next(child)) {
    switch (Of(child)) {
      case Meaning::kOrganisation:
      case Meaning::kStart:
      case Meaning::kDates:
        return true;
      default:
        break;
    }
  }
  return false;
}

/// A field's scalar: the child itself, or the first text within (`company: {name: …}`).
std::optional<uint32_t> TreeKeys::ScalarIn(uint32_t i) const {
  for (uint32_t at = i; at < tree_.nodes[i].end; ++at) {
    if (!IsContainer(at)) {
      if (tree_.nodes[at].value.empty()) return std::nullopt;
      return at;
    }
    if (tree_.nodes[at].depth > tree_.nodes[i].depth + 1) break;
  }
  return std::nullopt;
}

EntryFields TreeKeys::FieldsOf(uint32_t i) const {
  EntryFields fields;
  int title_rank = 1 << 20;
  int organisation_rank = 1 << 20;
  std::optional<uint32_t> other;  // a second title
  const auto better = [&](uint32_t child, int& rank, std::optional<uint32_t>& field) {
    auto scalar = ScalarIn(child);
    if (!scalar) return;
    if (keys_[child].rank < rank) {
      rank = keys_[child].rank;
      std::swap(field, scalar);
    }
    if (Of(child) == Meaning::kTitle && scalar) other = scalar;
  };
  for (uint32_t child = tree_.First(i); child < tree_.nodes[i].end; child = tree_.Next(child)) {
    const bool sequence = tree_.nodes[child].kind == Kind::kSequence;
    switch (Of(child)) {
      case Meaning::kTitle:
        if (!IsContainer(child)) better(child, title_rank, fields.title);
        break;
      case Meaning::kOrganisation:
        if (!sequence) better(child, organisation_rank, fields.organisation);
        break;
      case Meaning::kName:
        if (!IsContainer(child)) fields.name = ScalarIn(child);
        break;
      case Meaning::kStart:
        fields.start = ScalarIn(child);
        break;
      case Meaning::kEnd:
        fields.end = ScalarIn(child);
        break;
      case Meaning::kDates:
        if (!IsContainer(child)) {
          fields.dates = ScalarIn(child);
        } else {
          ReadDatePair(child, fields);
        }
        break;
      default:
        break;
    }
  }
  // `title: Example Bank`, `sub_title: Product Owner`
  if (!fields.organisation && !fields.name) fields.organisation = other;
  return fields;
}

/// `dates: {start: …, end: …}`
void TreeKeys::ReadDatePair(uint32_t i, EntryFields& fields) const {
  for (uint32_t child = tree_.First(i); child < tree_.nodes[i].end; child = tree_.Next(child)) {
    if (IsContainer(child) || tree_.nodes[child].value.empty()) continue;
    if (Of(child) == Meaning::kStart) fields.start = child;
    if (Of(child) == Meaning::kEnd) fields.end = child;
  }
}

bool TreeKeys::HasCarrier(uint32_t i) const {
  for (uint32_t child = tree_.First(i); child < tree_.nodes[i].end; child = tree_.Next(child)) {
    if (Of(child) == Meaning::kBullets || Of(child) == Meaning::kProse) return true;
  }
  return false;
}

bool TreeKeys::HoldsWordsOnly(uint32_t i) const {
  if (tree_.nodes[i].kind != Kind::kMapping) return false;
  size_t bytes = 0;
  int children = 0;
  for (uint32_t child = tree_.First(i); child < tree_.nodes[i].end; child = tree_.Next(child)) {
    if (IsContainer(child)) return false;
    bytes += tree_.nodes[child].value.chars.size();
    ++children;
  }
  return children >= 1 && children <= 4 && bytes <= 80;
}

/// A mapping that holds a way to reach somebody is about a person.
bool TreeKeys::IsPerson(uint32_t i) const {
  if (tree_.nodes[i].kind != Kind::kMapping) return false;
  bool name = false;
  bool contact = false;
  for (uint32_t child = tree_.First(i); child < tree_.nodes[i].end; child = tree_.Next(child)) {
    if (IsContainer(child)) continue;
    name = name || Of(child) == Meaning::kName;
    contact = contact || Of(child) == Meaning::kContact;
  }
  return name && contact;
}

/// A file of entries alone, as theme data files are: it names employers and tells what was done.
bool TreeKeys::LooksLikeAJob(uint32_t i) const {
  const EntryFields fields = FieldsOf(i);
  const bool dated = fields.dates || fields.start;
  const bool employer = fields.organisation || fields.name;
  return fields.title && (employer ? dated || HasCarrier(i) : dated && HasCarrier(i));
}

}  // namespace resumelint
