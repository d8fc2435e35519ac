#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/html_blocks.h"
#include "formats/readers.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

constexpr std::string_view kExtensions[] = {".html", ".htm", ".xhtml"};

int Looks(std::string_view raw) {
  const size_t first = raw.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
  if (first == std::string_view::npos || raw[first] != '<') return 0;
  const std::string head = Lower(raw.substr(first, 4096));
  if (head.starts_with("<!doctype html") || head.starts_with("<html")) return 95;
  if (head.find("<html") != std::string::npos) return 90;
  const bool body = head.find("<body") != std::string::npos || head.find("<section") != std::string::npos;
  return body ? 60 : 0;
}

/// A comment within a sentence belongs to the block around it; only its directive counts.
void AddComments(const std::vector<Span>& comments, Document& document) {
  const size_t blocks = document.blocks.size();
  size_t block = 0;
  for (const Span comment : comments) {
    while (block < blocks && document.blocks[block].span.end <= comment.begin) ++block;
    const bool inside = block < blocks && document.blocks[block].span.begin < comment.begin;
    AddComment(document, comment);
    if (inside) document.blocks.pop_back();
  }
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  auto source = MakeSource(path, std::move(raw));
  if (!source) return Fail(source.error());
  Document document;
  document.source = std::move(*source);
  Text page;
  page.AppendVerbatim(document.source.bytes, 0);
  auto fragments = HtmlBlocks(page, terms.hidden_classes);
  if (!fragments) {
    fragments.error().path = std::move(path);
    return Fail(fragments.error());
  }
  std::vector<Span> comments;
  for (Fragment& fragment : *fragments) {
    if (fragment.kind == BlockKind::kSkipped) {
      comments.push_back(fragment.span);
      continue;
    }
    Block block;
    block.kind = fragment.kind;
    block.depth = fragment.depth;
    block.span = fragment.span;
    block.text = std::move(fragment.text);
    // Many pages draw their headings with <div> and <strong>. In a table "Research" may be a label.
    const bool doubtful = fragment.note == "cell" && !ShapeOf(block.text.chars, terms).upper;
    if (block.kind == BlockKind::kParagraph && !doubtful && MatchSection(block.text.chars, terms).exact) {
      block.kind = BlockKind::kHeading;
    }
    document.blocks.push_back(std::move(block));
  }
  AddComments(comments, document);
  return document;
}

}  // namespace

const Reader kHtmlReader = {"html", kExtensions, Looks, Read};

}  // namespace resumelint
