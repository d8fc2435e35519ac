#include "formats/directives.h"

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

}  // namespace resumelint
