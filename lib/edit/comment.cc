#include "edit/comment.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "edit/file_bytes.h"
#include "formats/reader.h"

namespace resumelint {

namespace {

/// Ways to write a comment in a format; one may suit where another doesn't. A blank line around it is
/// part of it where the format needs one.
std::vector<std::string> Comments(std::string_view format, std::string_view text, const std::string& end) {
  if (format == "markdown" || format == "html") return {fmt::format("<!-- {} -->", text)};
  if (format == "latex") return {fmt::format("% {}", text)};
  if (format == "typst" || format == "asciidoc") return {fmt::format("// {}", text)};
  if (format == "rst") return {fmt::format("{}.. {}{}", end, text, end)};
  if (format == "yaml" || format == "org" || format == "plain") return {fmt::format("# {}", text)};
  return {};
}

bool SameBlocks(const Document& a, const Document& b) {
  const auto shown = [](const Document& document) {
    std::vector<const Block*> out;
    for (const Block& block : document.blocks) {
      if (block.kind != BlockKind::kSkipped) out.push_back(&block);
    }
    return out;
  };
  const std::vector<const Block*> x = shown(a);
  const std::vector<const Block*> y = shown(b);
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](const Block* p, const Block* q) {
    return p->kind == q->kind && p->text.chars == q->text.chars && p->depth == q->depth && p->section == q->section &&
           p->section_title == q->section_title && p->role == q->role && p->note == q->note;
  });
}

}  // namespace

Result<Edited> InsertDirective(const Document& document, const std::string& raw, int index, std::string_view directive,
                               const OutlineTerms& terms) {
  const Source& source = document.source;
  const Block& block = document.blocks[static_cast<size_t>(index)];
  const uint32_t line = source.At(block.span.begin).line;
  const std::string_view whole = source.Line(line);
  const std::string indent(whole.substr(0, std::min(whole.find_first_not_of(" \t"), whole.size())));
  const std::string end = source.bytes.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  std::string text(directive);
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  for (size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at + 1)) {
    // Only the dashes before the reason may stand in an HTML comment.
    if (at != directive.find(" -- ") + 1) text.replace(at, 2, "- ");
  }
  for (const std::string& comment : Comments(document.format, text, end)) {
    const uint32_t at = source.line_starts[line - 1];
    const std::string lead = document.format == "rst" ? std::string() : indent;
    const Result<FileBytes> file = FileBytes::Open(source, raw);
    if (!file) return Fail(file.error());
    std::vector<std::string> lost;
    const Result<std::vector<FileEdit>> edits = file->Translate({{{at, at}, lead + comment + end}}, lost);
    if (!edits) return Fail(edits.error());
    const Result<std::string> bytes = file->With({&edits->front()});
    if (!bytes) return Fail(bytes.error());
    Result<Document> read = ReadDocument(source.path, *bytes, terms, document.format, document.limits);
    if (!read || !SameBlocks(document, *read) || read->directives.size() != document.directives.size() + 1) continue;
    return Edited{*bytes, std::move(*read), {}, {}, 1};
  }
  return Fail(source.path, fmt::format("no comment can stand there in {}", document.format));
}

}  // namespace resumelint
