#include <fmt/format.h>
#include <yaml.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/escapes.h"
#include "formats/readers.h"
#include "formats/tree.h"
#include "formats/tree_resume.h"
#include "formats/yaml_lines.h"

namespace resumelint {

namespace {

/// Byte offsets of the parser's character counts.
class ByteOffsets {
 public:
  explicit ByteOffsets(std::string_view bytes) : size_(static_cast<uint32_t>(bytes.size())) {
    if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<signed char>(c) >= 0; })) {
      return;
    }
    for (uint32_t at = 0; at < bytes.size(); at += DecodeAt(bytes, at).length) offsets_.push_back(at);
  }

  uint32_t At(size_t characters) const {
    if (offsets_.empty()) return std::min(static_cast<uint32_t>(characters), size_);
    return characters < offsets_.size() ? offsets_[characters] : size_;
  }

 private:
  uint32_t size_;
  std::vector<uint32_t> offsets_;  ///< empty for ASCII
};

/// YAML 1.2 knows two line ends; the parser, which follows 1.1, knows five. The other three become
/// blanks of the same length, as which they are shown anyway.
std::string WithoutOldBreaks(std::string bytes) {
  for (size_t at = 0; at + 1 < bytes.size(); ++at) {
    if (bytes.compare(at, 2, "\xC2\x85") == 0) bytes[at + 1] = '\xA0';
    if (bytes.compare(at, 3, "\xE2\x80\xA8") == 0 || bytes.compare(at, 3, "\xE2\x80\xA9") == 0) bytes[at + 2] = '\x83';
  }
  return bytes;
}

class Parser {
 public:
  explicit Parser(std::string_view bytes) : bytes_(bytes), offsets_(bytes) {
    ok_ = yaml_parser_initialize(&parser_) != 0;
    if (!ok_) return;
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size());
  }
  ~Parser() { yaml_parser_delete(&parser_); }
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Reads all documents of the stream; false if it isn't YAML or passes a limit.
  bool Run() {
    while (ok_) {
      yaml_event_t event;
      if (yaml_parser_parse(&parser_, &event) == 0) return false;
      const yaml_event_type_t type = event.type;
      ok_ = Handle(event);
      yaml_event_delete(&event);
      if (type == YAML_STREAM_END_EVENT) break;
    }
    return ok_;
  }

  TreeBuilder builder;

  uint32_t ErrorLine() const { return static_cast<uint32_t>(parser_.problem_mark.line) + 1; }

 private:
  bool Handle(const yaml_event_t& event) {
    const uint32_t begin = offsets_.At(event.start_mark.index);
    const uint32_t end = offsets_.At(event.end_mark.index);
    switch (event.type) {
      case YAML_MAPPING_START_EVENT:
        return builder.Begin(TreeNode::Kind::kMapping, begin);
      case YAML_SEQUENCE_START_EVENT:
        return builder.Begin(TreeNode::Kind::kSequence, begin);
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        return builder.End(begin);
      case YAML_ALIAS_EVENT: {
        // What it stands for is read where it is written.
        TreeNode node;
        node.span = {begin, end};
        return builder.Scalar(std::move(node));
      }
      case YAML_SCALAR_EVENT:
        return builder.Scalar(Scalar(event, {begin, end}));
      default:
        return true;
    }
  }

  TreeNode Scalar(const yaml_event_t& event, Span span) const {
    const auto& scalar = event.data.scalar;
    if (scalar.anchor != nullptr || scalar.tag != nullptr) span = WithoutProperties(span);
    const std::string_view value(reinterpret_cast<const char*>(scalar.value), scalar.length);
    TreeNode node;
    ScalarStyle style = ScalarStyle::kPlain;
    switch (scalar.style) {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: style = ScalarStyle::kSingleQuoted; break;
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: style = ScalarStyle::kDoubleQuoted; break;
      case YAML_LITERAL_SCALAR_STYLE:
        style = ScalarStyle::kLiteral;
        node.breaks = Breaks::kWrapped;
        break;
      case YAML_FOLDED_SCALAR_STYLE: style = ScalarStyle::kFolded; break;
      default: break;
    }
    node.value = DecodeYamlScalar(bytes_, span, style, value);
    node.span = span;
    if (style == ScalarStyle::kLiteral || style == ScalarStyle::kFolded) {
      // The parser's end is where the next token begins; comments lie between.
      const size_t last = node.value.chars.find_last_not_of(" \t\r\n");
      const auto content = last == std::string::npos ? 0 : static_cast<uint32_t>(last) + 1;
      node.span.end = content == 0 ? span.begin + 1 : node.value.ToSource({0, content}).end;
    }
    if (style == ScalarStyle::kPlain) {
      node.value = BreakAtMarks(std::move(node.value));
      node.text = std::any_of(value.begin(), value.end(), [](char c) {
        return static_cast<signed char>(c) < 0 || IsLetter(static_cast<unsigned char>(c));
      });
      const std::string lower = Lower(value);
      if (lower == "true" || lower == "false" || lower == "null" || lower == "~") {
        node.text = false;
        node.value = {};
      }
    }
    return node;
  }

  /// A text whose wrapped lines begin with marks is meant as a list of lines:
  ///     - Cut costs by
  ///       - closing two sites
  Text BreakAtMarks(Text text) const {
    Text out;
    uint32_t done = 0;
    for (size_t at = text.chars.find(" - "); at != std::string::npos; at = text.chars.find(" - ", at + 1)) {
      const auto blank = static_cast<uint32_t>(at);
      const Span source = text.ToSource({blank, blank + 1});
      if (bytes_.substr(source.begin, source.size()).find_first_of("\r\n") == std::string_view::npos) continue;
      out.Append(text.Slice({done, blank}));
      out.AppendReplaced("\n", source);
      done = blank + 1;
    }
    if (done == 0) return text;
    out.Append(text.Slice({done, static_cast<uint32_t>(text.chars.size())}));
    return out;
  }

  /// The scalar's own bytes, past `&anchor` and `!tag`.
  Span WithoutProperties(Span span) const {
    while (span.begin < span.end && (bytes_[span.begin] == '&' || bytes_[span.begin] == '!')) {
      while (span.begin < span.end && std::string_view(" \t\r\n").find(bytes_[span.begin]) == std::string_view::npos) {
        ++span.begin;
      }
      while (span.begin < span.end && std::string_view(" \t\r\n").find(bytes_[span.begin]) != std::string_view::npos) {
        ++span.begin;
      }
    }
    return span;
  }

  std::string_view bytes_;
  ByteOffsets offsets_;
  yaml_parser_t parser_{};
  bool ok_ = false;
};

/// Comments are what follows a `#` at a line's start or after a blank, outside of all scalars.
void AddComments(const Tree& tree, Document& document) {
  const std::string_view bytes = document.source.bytes;
  uint32_t at = 0;
  const auto scan = [&](uint32_t end) {
    while (at < end) {
      const size_t found = bytes.substr(0, end).find('#', at);
      if (found == std::string_view::npos) break;
      const auto begin = static_cast<uint32_t>(found);
      const bool comment = begin == 0 || std::string_view(" \t\r\n").find(bytes[begin - 1]) != std::string_view::npos;
      if (!comment) {
        at = begin + 1;
        continue;
      }
      at = static_cast<uint32_t>(std::min(bytes.find_first_of("\r\n", begin), bytes.size()));
      AddComment(document, {begin, at});
    }
    at = std::max(at, end);
  };
  for (const TreeNode& node : tree.nodes) {
    if (!node.key.empty()) {
      const Span key = node.key.ToSource({0, static_cast<uint32_t>(node.key.chars.size())});
      scan(key.begin);
      at = std::max(at, key.end);
    }
    if (node.kind != TreeNode::Kind::kScalar || node.value.empty()) continue;
    const Span value = node.value.ToSource({0, static_cast<uint32_t>(node.value.chars.size())});
    scan(value.begin);
    at = std::max(at, node.span.end);
  }
  scan(static_cast<uint32_t>(bytes.size()));
}

constexpr std::string_view kExtensions[] = {".yaml", ".yml"};

/// A line's key: a word of letters, digits, `_` and `-` before a colon.
bool IsKeyLine(std::string_view line) {
  size_t at = 0;
  while (at < line.size() && (IsLetter(static_cast<unsigned char>(line[at])) || line[at] == '_' || line[at] == '-' ||
                              (line[at] >= '0' && line[at] <= '9'))) {
    ++at;
  }
  return at > 0 && at < line.size() && line[at] == ':' && (at + 1 == line.size() || line[at + 1] == ' ');
}

int Looks(std::string_view raw) {
  int keys = 0, nested = 0, others = 0, lines = 0;
  bool fence = false;
  for (size_t begin = 0; begin < raw.size() && lines < 400;) {
    const size_t end = std::min(raw.find('\n', begin), raw.size());
    std::string_view line = raw.substr(begin, end - begin);
    begin = end + 1;
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ')) line.remove_suffix(1);
    const size_t indent = line.find_first_not_of(' ');
    if (indent == std::string_view::npos || line[indent] == '#') continue;
    ++lines;
    if (line == "---") {
      // A second fence ends front matter: the file is something else.
      if (fence && keys > 0) return 0;
      fence = true;
      continue;
    }
    std::string_view rest = line.substr(indent);
    if (rest.starts_with("- ")) rest.remove_prefix(2);
    if (IsKeyLine(rest)) {
      (indent == 0 ? keys : nested)++;
    } else if (indent == 0 && !line.starts_with("- ")) {
      ++others;
    }
  }
  if (keys + nested < 3 || nested == 0 || others > 0) return 0;
  return (keys + nested) * 4 >= lines ? 70 : 40;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  auto source = MakeSource(path, std::move(raw));
  if (!source) return Fail(source.error());
  Document document;
  document.source = std::move(*source);
  Tree tree;
  {
    const std::string bytes = WithoutOldBreaks(document.source.bytes);
    Parser parser(bytes);
    const bool whole = parser.Run();
    if (parser.builder.Problem() != nullptr) {
      return Fail(std::move(path), parser.builder.Problem(), "check that this is a resume");
    }
    if (whole) {
      tree = parser.builder.Take(static_cast<uint32_t>(document.source.bytes.size()));
    } else {
      document.notes.push_back({parser.ErrorLine(), "not valid YAML here: the file is read line by line"});
      tree = ReadYamlLines(document.source);
    }
  }
  AddComments(tree, document);
  ReadTree(tree, terms, document);
  return document;
}

}  // namespace

const Reader kYamlReader = {"yaml", kExtensions, Looks, Read, true, true};

}  // namespace resumelint
