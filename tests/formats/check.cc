#include "formats/check.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace resumelint {

std::string Faults(const Document& document) {
  const std::string& bytes = document.source.bytes;
  std::string out;
  uint32_t covered = 0;
  for (size_t i = 0; i <= document.blocks.size(); ++i) {
    const uint32_t begin = i < document.blocks.size() ? document.blocks[i].span.begin
                                                      : static_cast<uint32_t>(bytes.size());
    if (begin < covered) out += fmt::format("block {} overlaps the one before\n", i);
    for (uint32_t at = covered; at < begin; at += DecodeAt(bytes, at).length) {
      if (!IsSpace(DecodeAt(bytes, at).value)) {
        out += fmt::format("byte {} is in no block\n", at);
        break;
      }
    }
    if (i == document.blocks.size()) break;
    const Block& block = document.blocks[i];
    covered = std::max(covered, block.span.end);
    if (block.kind != BlockKind::kSkipped && block.text.empty()) out += fmt::format("block {} is empty\n", i);
    if (block.text.chars.find('\n') != std::string::npos) out += fmt::format("block {} has lines\n", i);
    for (size_t piece = 0; piece < block.text.pieces.size(); ++piece) {
      const Piece& at = block.text.pieces[piece];
      const size_t end = piece + 1 < block.text.pieces.size() ? block.text.pieces[piece + 1].text_begin
                                                              : block.text.chars.size();
      if (at.verbatim && bytes.substr(at.source.begin, at.source.size()) !=
                             block.text.chars.substr(at.text_begin, end - at.text_begin)) {
        out += fmt::format("block {}: piece {} isn't what the source holds\n", i, piece);
      }
    }
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
