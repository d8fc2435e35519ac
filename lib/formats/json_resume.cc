#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "formats/directives.h"
#include "formats/escapes.h"
#include "formats/readers.h"
#include "formats/tree.h"
#include "formats/tree_resume.h"

namespace resumelint {

namespace {

using Json = nlohmann::json;

/// Builds the tree from the parser's events. The parser says what comes and that it is well formed;
/// where a token stands is found by going over the same bytes.
class TreeHandler : public nlohmann::json_sax<Json> {
 public:
  explicit TreeHandler(std::string_view bytes) : bytes_(bytes) {}

  bool null() override { return Other(); }
  bool boolean(bool) override { return Other(); }
  bool number_integer(number_integer_t) override { return Other(); }
  bool number_unsigned(number_unsigned_t) override { return Other(); }
  bool number_float(number_float_t, const string_t&) override { return Other(); }
  bool binary(binary_t&) override { return false; }
  bool string(string_t&) override { return String(); }
  bool key(string_t&) override { return String(); }
  bool start_object(size_t) override { return Begin(TreeNode::Kind::kMapping); }
  bool start_array(size_t) override { return Begin(TreeNode::Kind::kSequence); }
  bool end_object() override { return End(); }
  bool end_array() override { return End(); }

  bool parse_error(size_t position, const std::string&, const Json::exception& error) override {
    error_at = static_cast<uint32_t>(position > 0 ? position - 1 : 0);
    // "[json.exception.parse_error.101] parse error at line 3, column 4: syntax error while …"
    const std::string_view what = error.what();
    const size_t colon = what.find(": ");
    error_what = colon == std::string_view::npos ? what : what.substr(colon + 2);
    return false;
  }

  /// The end of the last token, past comments behind it.
  uint32_t Finish() {
    Skip();
    return at_;
  }

  TreeBuilder builder;
  std::vector<Span> comments;  ///< JSON has none, but some tools allow them
  uint32_t error_at = 0;
  std::string error_what;  ///< empty while all is well

 private:
  /// Moves to the next token.
  void Skip() {
    while (at_ < bytes_.size()) {
      const char c = bytes_[at_];
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':') {
        ++at_;
      } else if (c == '/') {
        const bool line = bytes_.substr(at_, 2) == "//";
        const size_t end = line ? bytes_.find_first_of("\r\n", at_) : bytes_.find("*/", at_ + 2);
        const uint32_t begin = at_;
        at_ = static_cast<uint32_t>(std::min(end, bytes_.size() - 2)) + (line ? 0 : 2);
        comments.push_back({begin, at_});
      } else {
        break;
      }
    }
  }

  bool Begin(TreeNode::Kind kind) {
    Skip();
    return builder.Begin(kind, at_++);
  }

  bool End() {
    Skip();
    return builder.End(++at_);
  }

  bool String() {
    Skip();
    const uint32_t begin = at_++;
    while (at_ < bytes_.size() && bytes_[at_] != '"') at_ += bytes_[at_] == '\\' ? 2 : 1;
    ++at_;
    TreeNode node;
    node.span = {begin, at_};
    node.value = DecodeJsonString(bytes_, {begin + 1, at_ - 1});
    return builder.Scalar(std::move(node));
  }

  bool Other() {
    Skip();
    const uint32_t begin = at_;
    at_ = static_cast<uint32_t>(std::min(bytes_.find_first_of(" \t\r\n,:]}/", at_), bytes_.size()));
    TreeNode node;
    node.span = {begin, at_};
    node.text = false;
    const std::string_view token = bytes_.substr(begin, at_ - begin);
    if (token != "null" && token != "true" && token != "false") {
      node.value.AppendVerbatim(token, begin);
    }
    return builder.Scalar(std::move(node));
  }

  std::string_view bytes_;
  uint32_t at_ = 0;
};

constexpr std::string_view kExtensions[] = {".json"};

int Looks(std::string_view raw) {
  const size_t first = raw.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos) return 0;
  if (raw[first] == '[') {
    const size_t next = raw.find_first_not_of(" \t\r\n", first + 1);
    return next != std::string_view::npos && (raw[next] == '{' || raw[next] == '"') ? 60 : 0;
  }
  if (raw[first] != '{') return 0;
  const size_t next = raw.find_first_not_of(" \t\r\n", first + 1);
  return next != std::string_view::npos && raw[next] == '"' ? 95 : 0;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  auto source = MakeSource(path, std::move(raw));
  if (!source) return Fail(source.error());
  Document document;
  document.source = std::move(*source);
  const std::string& bytes = document.source.bytes;
  TreeHandler handler(bytes);
  const bool whole =
      Json::sax_parse(bytes.begin(), bytes.end(), &handler, nlohmann::detail::input_format_t::json, true, true);
  if (handler.builder.Problem() != nullptr) {
    return Fail(std::move(path), handler.builder.Problem(), "check that this is a resume");
  }
  if (!whole) {
    const Position position = document.source.At(handler.error_at);
    return Fail(Error{std::move(path), position.line, position.column, "not valid JSON: " + handler.error_what,
                      "correct the file; an editor with JSON support shows the place",
                      std::string(document.source.Line(position.line))});
  }
  const uint32_t end = handler.Finish();
  for (const Span comment : handler.comments) AddComment(document, comment);
  ReadTree(handler.builder.Take(end), terms, document);
  return document;
}

}  // namespace

const Reader kJsonReader = {"json", kExtensions, Looks, Read, true, true};

}  // namespace resumelint
