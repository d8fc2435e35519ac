#include "formats/tree.h"

#include <algorithm>

namespace resumelint {

TreeNode& TreeBuilder::Add(TreeNode node) {
  node.depth = static_cast<int>(open_.size());
  node.end = static_cast<uint32_t>(tree_.nodes.size()) + 1;
  if (!key_span_.empty()) {
    node.key = std::move(key_);
    node.span.begin = std::min(node.span.begin, key_span_.begin);
    node.span.end = std::max(node.span.end, key_span_.end);
  }
  key_ = {};
  key_span_ = {};
  tree_.nodes.push_back(std::move(node));
  return tree_.nodes.back();
}

bool TreeBuilder::Begin(TreeNode::Kind kind, uint32_t at) {
  if (open_.size() >= kMaxDepth) problem_ = "nested deeper than 100 levels";
  if (tree_.nodes.size() >= kMaxNodes) problem_ = "more than 200,000 values";
  if (problem_ != nullptr) return false;
  // A container as a key (YAML allows it) is kept as a value without a key.
  if (!open_.empty()) open_.back().expects_key = !open_.back().expects_key;
  TreeNode node;
  node.kind = kind;
  node.span = {at, at};
  Frame frame;
  frame.node = static_cast<uint32_t>(tree_.nodes.size());
  frame.mapping = frame.expects_key = kind == TreeNode::Kind::kMapping;
  Add(std::move(node));
  open_.push_back(frame);
  return true;
}

bool TreeBuilder::End(uint32_t end) {
  if (problem_ != nullptr) return false;
  if (open_.empty()) return true;
  key_ = {};
  key_span_ = {};
  TreeNode& node = tree_.nodes[open_.back().node];
  node.end = static_cast<uint32_t>(tree_.nodes.size());
  node.span.end = std::max(node.span.end, end);
  open_.pop_back();
  return true;
}

bool TreeBuilder::Scalar(TreeNode node) {
  if (tree_.nodes.size() >= kMaxNodes) problem_ = "more than 200,000 values";
  if (problem_ != nullptr) return false;
  if (!open_.empty() && open_.back().mapping) {
    const bool is_key = open_.back().expects_key;
    open_.back().expects_key = !is_key;
    if (is_key) {
      key_ = std::move(node.value);
      key_span_ = node.span;
      return true;
    }
  }
  Add(std::move(node));
  return true;
}

Tree TreeBuilder::Take(uint32_t end) {
  while (!open_.empty()) End(end);
  return std::move(tree_);
}

}  // namespace resumelint
