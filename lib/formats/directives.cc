#include "formats/directives.h"

#include <algorithm>
#include <string>

namespace resumelint {

std::string_view DirectiveIn(std::string_view comment) {
  const size_t at = comment.find("resumelint:");
  if (at == std::string_view::npos) return {};
  std::string_view text = comment.substr(at);
  text = text.substr(0, text.find_first_of("\r\n"));
  for (const std::string_view close : {"-->", "*/", "#}"}) {
    if (const size_t end = text.find(close); end != std::string_view::npos) text = text.substr(0, end);
  }
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

void AddDirective(Document& document, Span comment) {
  const std::string_view text =
      std::string_view(document.source.bytes).substr(comment.begin, comment.size());
  const std::string_view directive = DirectiveIn(text);
  if (!directive.empty()) document.directives.push_back({comment, std::string(directive)});
}

void AddComment(Document& document, Span comment) {
  Block block;
  block.kind = BlockKind::kSkipped;
  block.span = comment;
  block.note = "comment";
  const size_t before = document.directives.size();
  AddDirective(document, comment);
  if (document.directives.size() > before) block.note = "directive";
  document.blocks.push_back(std::move(block));
}

void AddComments(Document& document, std::vector<Span> comments) {
  const auto earlier = [](Span a, Span b) { return a.begin < b.begin; };
  std::sort(comments.begin(), comments.end(), earlier);
  std::stable_sort(document.blocks.begin(), document.blocks.end(),
                   [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
  const size_t blocks = document.blocks.size();
  size_t next = 0;
  for (const Span comment : comments) {
    while (next < blocks && document.blocks[next].span.end <= comment.begin) ++next;
    if (next < blocks && document.blocks[next].span.Overlaps(comment)) {
      AddDirective(document, comment);
    } else {
      AddComment(document, comment);
    }
  }
  std::stable_sort(document.blocks.begin(), document.blocks.end(),
                   [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; });
}

}  // namespace resumelint
