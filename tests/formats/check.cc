#include "formats/check.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace resumelint {

namespace {

/// A text is one line of UTF-8; its pieces cover it, rise in the source within their block, and what
/// is verbatim is what the source holds, whichever part of it is asked for.
std::string TextFaults(const Block& block, const std::string& bytes) {
  const Text& text = block.text;
  std::string out;
  if (text.chars.find_first_of("\n\r") != std::string::npos) out += "has lines\n";
  if (!IsValidUtf8(text.chars)) out += "isn't UTF-8\n";
  if (text.pieces.empty() != text.chars.empty()) out += "has no pieces\n";
  uint32_t read = block.span.begin;
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    const Piece& piece = text.pieces[i];
    const uint32_t begin = piece.text_begin;
    const uint32_t end = i + 1 < text.pieces.size() ? text.pieces[i + 1].text_begin
                                                    : static_cast<uint32_t>(text.chars.size());
    if (begin >= end || (i == 0 && begin != 0)) return out + fmt::format("piece {} leaves a gap\n", i);
    if (piece.source.begin < read || piece.source.begin > piece.source.end || piece.source.end > block.span.end) {
      return out + fmt::format("piece {} isn't where it stands in the source\n", i);
    }
    read = piece.source.end;
    if (text.ToSource({begin, end}) != piece.source) out += fmt::format("piece {} isn't found again\n", i);
    if (!piece.verbatim) continue;
    if (bytes.substr(piece.source.begin, piece.source.size()) != text.chars.substr(begin, end - begin)) {
      out += fmt::format("piece {} isn't what the source holds\n", i);
    }
    const Span half{begin + (end - begin) / 2, end};
    const Span found = text.ToSource(half);
    if (bytes.substr(found.begin, found.size()) != text.chars.substr(half.begin, half.size())) {
      out += fmt::format("half of piece {} isn't found again\n", i);
    }
  }
  return out;
}

}  // namespace

std::string Faults(const Document& document) {
  const std::string& bytes = document.source.bytes;
  std::string out;
  uint32_t covered = 0;
  for (size_t i = 0; i <= document.blocks.size(); ++i) {
    const uint32_t begin = i < document.blocks.size() ? document.blocks[i].span.begin
                                                      : static_cast<uint32_t>(bytes.size());
    if (begin < covered) {
      const auto show = [&](size_t at) {
        const Block& block = document.blocks[at];
        return fmt::format("{} ({}) at {} to {}", Name(block.kind), block.note, block.span.begin, block.span.end);
      };
      out += fmt::format("block {}, {}, overlaps {}\n", i, i < document.blocks.size() ? show(i) : "the end", show(i - 1));
    }
    for (uint32_t at = covered; at < begin; at += DecodeAt(bytes, at).length) {
      if (!IsSpace(DecodeAt(bytes, at).value)) {
        out += fmt::format("byte {} is in no block\n", at);
        break;
      }
    }
    if (i == document.blocks.size()) break;
    const Block& block = document.blocks[i];
    covered = std::max(covered, block.span.end);
    if (block.span.begin > block.span.end || block.span.end > bytes.size()) out += fmt::format("block {} is beyond the source\n", i);
    if (block.kind != BlockKind::kSkipped && block.text.empty()) out += fmt::format("block {} is empty\n", i);
    if (block.role >= 0 && static_cast<size_t>(block.role) >= document.roles.size()) out += fmt::format("block {} has an unknown role\n", i);
    const std::string wrong = TextFaults(block, bytes);
    if (!wrong.empty()) out += fmt::format("block {}: {}", i, wrong);
  }
  for (size_t i = 0; i < document.roles.size(); ++i) {
    const uint32_t block = document.roles[i].block;
    const bool own = block < document.blocks.size() && document.blocks[block].role == static_cast<int>(i);
    if (!own) out += fmt::format("role {} isn't that of its block\n", i);
  }
  return out;
}

std::string ShowPieces(const Text& text, std::string_view bytes) {
  std::string out;
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    const Piece& piece = text.pieces[i];
    const size_t end = i + 1 < text.pieces.size() ? text.pieces[i + 1].text_begin : text.chars.size();
    const std::string shown = text.chars.substr(piece.text_begin, end - piece.text_begin);
    const auto source = bytes.substr(piece.source.begin, piece.source.size());
    out += piece.verbatim ? shown : fmt::format("{{{}={}}}", shown, source);
    if (piece.verbatim && shown != source) out += fmt::format("<WRONG: {}>", source);
  }
  return out;
}

}  // namespace resumelint
