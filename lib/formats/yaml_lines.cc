#include "formats/yaml_lines.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "formats/escapes.h"

namespace resumelint {

namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t'; }

class IndentReader {
 public:
  explicit IndentReader(const Source& source) : source_(source), bytes_(source.bytes) {}

  Tree Run() {
    for (line_ = 0; line_ < source_.line_starts.size(); ++line_) {
      if (!ReadLine()) break;
    }
    return builder_.Take(static_cast<uint32_t>(bytes_.size()));
  }

 private:
  struct Level {
    uint32_t indent = 0;
    bool mapping = false;
  };

  /// Bytes of line `line_`, without the line end.
  Span LineSpan(uint32_t line) const {
    const uint32_t begin = source_.line_starts[line];
    return {begin, begin + static_cast<uint32_t>(source_.Line(line + 1).size())};
  }

  /// Columns of the blanks at the beginning, and the offset after them.
  std::pair<uint32_t, uint32_t> Indent(Span line) const {
    uint32_t columns = 0;
    uint32_t at = line.begin;
    for (; at < line.end && IsBlank(bytes_[at]); ++at) columns += bytes_[at] == '\t' ? 4 : 1;
    return {columns, at};
  }

  /// The colon that ends a key at `at`, or the line's end: "key:" and "Some key: value", never
  /// "https://…".
  uint32_t KeyEnd(uint32_t at, uint32_t end) const {
    constexpr uint32_t kLongestKey = 60;
    if (at < end && (bytes_[at] == '"' || bytes_[at] == '\'')) {
      const size_t quote = bytes_.substr(0, end).find(bytes_[at], at + 1);
      if (quote == std::string_view::npos || quote + 1 >= end || bytes_[quote + 1] != ':') return end;
      const auto colon = static_cast<uint32_t>(quote + 1);
      return colon + 1 == end || IsBlank(bytes_[colon + 1]) ? colon : end;
    }
    for (uint32_t colon = at; colon < end && colon < at + kLongestKey; ++colon) {
      if (bytes_[colon] == ':' && (colon + 1 == end || IsBlank(bytes_[colon + 1]))) {
        return colon == at ? end : colon;
      }
    }
    return end;
  }

  void CloseTo(uint32_t indent, uint32_t at, bool keep_equal) {
    while (!levels_.empty() &&
           (levels_.back().indent > indent || (levels_.back().indent == indent && !keep_equal))) {
      builder_.End(at);
      levels_.pop_back();
    }
  }

  /// Closes what a key at `indent` ends and returns the indent of the mapping it belongs to: keys
  /// that stand a little off are keys of the mapping that is open.
  uint32_t Settle(uint32_t indent, uint32_t at) {
    while (!levels_.empty() && levels_.back().indent > indent) {
      const bool off = levels_.back().mapping &&
                       (levels_.size() == 1 || levels_[levels_.size() - 2].indent < indent);
      if (off) return levels_.back().indent = indent;
      builder_.End(at);
      levels_.pop_back();
    }
    const bool deeper = !levels_.empty() && levels_.back().mapping && levels_.back().indent < indent;
    return deeper && !awaits_value_ ? levels_.back().indent : indent;
  }

  /// A value or key with its quotes taken off.
  TreeNode Scalar(Span span) const {
    TreeNode node;
    node.span = span;
    const char quote = span.size() >= 2 ? bytes_[span.begin] : '\0';
    if ((quote == '"' || quote == '\'') && bytes_[span.end - 1] == quote) {
      ++span.begin;
      --span.end;
    }
    for (uint32_t at = span.begin; at < span.end;) {
      const auto found = static_cast<uint32_t>(std::min<size_t>(bytes_.find_first_of("\r\n", at), span.end));
      node.value.AppendVerbatim(bytes_.substr(at, found - at), at);
      at = found;
      while (at < span.end && (bytes_[at] == '\r' || bytes_[at] == '\n')) ++at;
      if (at > found) node.value.AppendReplaced("\n", {found, at});
    }
    return node;
  }

  bool ReadLine() {
    const Span line = LineSpan(line_);
    auto [indent, at] = Indent(line);
    uint32_t end = line.end;
    while (end > at && IsBlank(bytes_[end - 1])) --end;
    if (at == end || bytes_[at] == '#' || bytes_.substr(at, end - at) == "---") return true;
    while (at < end && bytes_[at] == '-' && (at + 1 == end || IsBlank(bytes_[at + 1]))) {
      // A list may stand at the same indent as its key.
      CloseTo(indent, at, true);
      const bool own_list = !levels_.empty() && levels_.back().indent == indent && !levels_.back().mapping;
      if (!own_list) {
        if (!levels_.empty() && levels_.back().mapping && !awaits_value_) CloseTo(indent, at, false);
        const bool reuse = !levels_.empty() && levels_.back().indent == indent && !levels_.back().mapping;
        if (!reuse && !Open(TreeNode::Kind::kSequence, indent, at)) return false;
      }
      awaits_value_ = false;
      const uint32_t dash = at++;
      while (at < end && IsBlank(bytes_[at])) ++at;
      indent += at - dash;
      if (at == end) return true;
    }
    const uint32_t colon = KeyEnd(at, end);
    if (colon == end) return Text(indent, at, end);
    indent = Settle(indent, at);
    // A list at the same indent has ended.
    while (!levels_.empty() && levels_.back().indent == indent && !levels_.back().mapping) {
      builder_.End(at);
      levels_.pop_back();
    }
    if (levels_.empty() || levels_.back().indent < indent) {
      if (!Open(TreeNode::Kind::kMapping, indent, at)) return false;
    } else if (awaits_value_) {
      Empty(at);  // the key before has no value
    }
    builder_.Scalar(Scalar({at, colon}));
    uint32_t value = colon + 1;
    while (value < end && IsBlank(bytes_[value])) ++value;
    end = std::max(value, WithoutComment({value, end}));
    awaits_value_ = value == end;
    if (value == end) return true;
    if (bytes_[value] == '|' || bytes_[value] == '>') return BlockText(indent, value);
    const Span span = WithContinuation({value, end}, indent);
    TreeNode node = Scalar(span);
    node.breaks = Breaks::kWrapped;
    const std::string lower = node.value.chars.size() > 5 ? "" : Lower(node.value.chars);
    if (lower == "true" || lower == "false" || lower == "null" || lower == "~") {
      node.text = false;
      node.value = {};
    }
    return builder_.Scalar(std::move(node));
  }

  /// End of a value before the comment behind it.
  uint32_t WithoutComment(Span value) const {
    if (value.empty() || bytes_[value.begin] == '"' || bytes_[value.begin] == '\'') return value.end;
    for (uint32_t at = value.begin; at < value.end; ++at) {
      if (bytes_[at] != '#' || !IsBlank(bytes_[at - 1])) continue;
      while (at > value.begin && IsBlank(bytes_[at - 1])) --at;
      return at;
    }
    return value.end;
  }

  bool Open(TreeNode::Kind kind, uint32_t indent, uint32_t at) {
    // A container that stands where a key is expected would upset the mapping around it.
    if (!levels_.empty() && levels_.back().mapping && !awaits_value_) Empty(at);
    levels_.push_back({indent, kind == TreeNode::Kind::kMapping});
    awaits_value_ = false;
    return builder_.Begin(kind, at);
  }

  void Empty(uint32_t at) {
    TreeNode node;
    node.span = {at, at};
    builder_.Scalar(std::move(node));
  }

  /// A line of text: a list item, or a text under a key.
  bool Text(uint32_t indent, uint32_t at, uint32_t end) {
    if (!levels_.empty() && levels_.back().mapping && !awaits_value_) {
      CloseTo(indent, at, false);
      if (!levels_.empty() && levels_.back().mapping) Empty(at);
    }
    awaits_value_ = false;
    TreeNode node = Scalar(WithContinuation({at, end}, indent > 0 ? indent - 1 : 0));
    node.breaks = Breaks::kWrapped;
    return builder_.Scalar(std::move(node));
  }

  /// Takes in the lines that go on deeper than `indent` and begin neither an item nor a key.
  Span WithContinuation(Span span, uint32_t indent) {
    while (line_ + 1 < source_.line_starts.size()) {
      const Span next = LineSpan(line_ + 1);
      const auto [columns, at] = Indent(next);
      uint32_t end = next.end;
      while (end > at && IsBlank(bytes_[end - 1])) --end;
      if (at == end || columns <= indent || bytes_[at] == '#' || bytes_[at] == '-') break;
      if (KeyEnd(at, end) != end) break;
      span.end = end;
      ++line_;
    }
    return span;
  }

  /// `|` or `>`: all deeper lines below.
  bool BlockText(uint32_t indent, uint32_t at) {
    awaits_value_ = false;
    TreeNode node;
    node.breaks = Breaks::kWrapped;
    node.span = {at, at + 1};
    while (line_ + 1 < source_.line_starts.size()) {
      const Span next = LineSpan(line_ + 1);
      const auto [columns, begin] = Indent(next);
      if (begin < next.end && columns <= indent) break;
      if (begin < next.end) {
        node.value.AppendVerbatim(bytes_.substr(next.begin, next.end - next.begin), next.begin);
        node.span.end = next.end;
      }
      node.value.AppendReplaced("\n", {next.end, next.end + 1});
      ++line_;
    }
    return builder_.Scalar(std::move(node));
  }

  const Source& source_;
  std::string_view bytes_;
  TreeBuilder builder_;
  std::vector<Level> levels_;
  uint32_t line_ = 0;
  bool awaits_value_ = false;  ///< the last key has no value yet
};

}  // namespace

Tree ReadYamlLines(const Source& source) { return IndentReader(source).Run(); }

}  // namespace resumelint
