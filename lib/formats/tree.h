#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"
#include "base/source.h"
#include "base/text.h"
#include "formats/fragments.h"

namespace resumelint {

/// A key, a value, or both, of a JSON or YAML file.
struct TreeNode {
  enum class Kind { kScalar, kSequence, kMapping };
  Kind kind = Kind::kScalar;
  Text key;        ///< empty in a sequence
  Text value;      ///< kScalar: decoded, may hold line feeds
  Span span;       ///< source bytes of the key and the value
  Breaks breaks = Breaks::kMeant;  ///< kScalar: what its line feeds are
  bool text = true;   ///< kScalar: a string, not a number or `true`
  uint32_t end = 0;   ///< index after its last descendant
  int depth = 0;      ///< 0 for the root
};

/// A JSON or YAML file as a flat list in the order of the file (a node's children follow it). What
/// the parsers make and one walk reads, whatever the file's syntax.
struct Tree {
  std::vector<TreeNode> nodes;

  /// Index of the first child, or the node's end.
  uint32_t First(uint32_t node) const { return node + 1; }
  /// Index of the sibling after `node`, or the parent's end.
  uint32_t Next(uint32_t node) const { return nodes[node].end; }
};

/// Makes a Tree from a parser's events. Refuses what is too deep or too large to be a resume.
class TreeBuilder {
 public:
  static constexpr size_t kMaxDepth = 100;
  static constexpr size_t kMaxNodes = 200'000;

  /// Each returns false once a limit is passed; `Problem` then says which.
  bool Begin(TreeNode::Kind kind, uint32_t at);
  bool End(uint32_t end);
  /// A value, or a key where a mapping expects one.
  bool Scalar(TreeNode node);

  const char* Problem() const { return problem_; }
  /// The tree so far; what is still open is closed at `end`.
  Tree Take(uint32_t end);

 private:
  struct Frame {
    uint32_t node = 0;
    bool mapping = false;
    bool expects_key = false;
  };
  TreeNode& Add(TreeNode node);

  Tree tree_;
  std::vector<Frame> open_;
  Text key_;
  Span key_span_;
  const char* problem_ = nullptr;
};

}  // namespace resumelint
