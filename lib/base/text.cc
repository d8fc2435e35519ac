#include "base/text.h"

#include <algorithm>

#include "base/utf8.h"

namespace resumelint {

namespace {

uint32_t PieceEnd(const Text& text, size_t index) {
  return index + 1 < text.pieces.size() ? text.pieces[index + 1].text_begin
                                        : static_cast<uint32_t>(text.chars.size());
}

/// Index of the piece that holds `at`; the last one for the end of the text.
size_t PieceAt(const Text& text, uint32_t at) {
  const auto after = std::upper_bound(
      text.pieces.begin(), text.pieces.end(), at,
      [](uint32_t value, const Piece& piece) { return value < piece.text_begin; });
  return after == text.pieces.begin() ? 0 : static_cast<size_t>(after - text.pieces.begin()) - 1;
}

}  // namespace

Span Text::ToSource(Span in_text) const {
  if (pieces.empty()) return {};
  const auto size = static_cast<uint32_t>(chars.size());
  const uint32_t begin = std::min(in_text.begin, size);
  const uint32_t end = std::clamp(in_text.end, begin, size);
  const Piece& first = pieces[PieceAt(*this, begin)];
  Span out;
  out.begin = first.verbatim ? first.source.begin + (begin - first.text_begin) : first.source.begin;
  if (begin == end) {
    out.end = out.begin;
    return out;
  }
  const Piece& last = pieces[PieceAt(*this, end - 1)];
  out.end = last.verbatim ? last.source.begin + (end - last.text_begin) : last.source.end;
  return out;
}

void Text::AppendVerbatim(std::string_view bytes, uint32_t source_begin) {
  if (bytes.empty()) return;
  const auto at = static_cast<uint32_t>(chars.size());
  const auto size = static_cast<uint32_t>(bytes.size());
  if (!pieces.empty() && pieces.back().verbatim && pieces.back().source.end == source_begin) {
    pieces.back().source.end += size;
  } else {
    pieces.push_back({at, {source_begin, source_begin + size}, true});
  }
  chars.append(bytes);
}

void Text::AppendReplaced(std::string_view shown, Span source) {
  if (shown.empty()) return;
  pieces.push_back({static_cast<uint32_t>(chars.size()), source, false});
  chars.append(shown);
}

void Text::Append(const Text& other) {
  for (size_t i = 0; i < other.pieces.size(); ++i) {
    const Piece& piece = other.pieces[i];
    const std::string_view bytes = std::string_view(other.chars)
        .substr(piece.text_begin, PieceEnd(other, i) - piece.text_begin);
    if (piece.verbatim) {
      AppendVerbatim(bytes, piece.source.begin);
    } else {
      AppendReplaced(bytes, piece.source);
    }
  }
}

Text Text::Slice(Span in_text) const {
  Text out;
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const uint32_t begin = std::max(piece.text_begin, in_text.begin);
    const uint32_t end = std::min(PieceEnd(*this, i), in_text.end);
    if (begin >= end) continue;
    const std::string_view bytes = std::string_view(chars).substr(begin, end - begin);
    if (piece.verbatim) {
      out.AppendVerbatim(bytes, piece.source.begin + (begin - piece.text_begin));
    } else {
      out.AppendReplaced(bytes, piece.source);
    }
  }
  return out;
}

void Text::FoldBlanks() {
  struct Run {
    Span text;
    bool blank;
  };
  std::vector<Run> runs;
  for (uint32_t at = 0; at < chars.size();) {
    const CodePoint point = DecodeAt(chars, at);
    const bool blank = IsSpace(point.value);
    if (!runs.empty() && runs.back().blank == blank) {
      runs.back().text.end = at + point.length;
    } else {
      runs.push_back({{at, at + point.length}, blank});
    }
    at += point.length;
  }
  if (!runs.empty() && runs.back().blank) runs.pop_back();
  Text out;
  for (size_t i = 0; i < runs.size(); ++i) {
    const Span span = runs[i].text;
    if (!runs[i].blank) {
      out.Append(Slice(span));
    } else if (i > 0) {
      const bool one_space = span.size() == 1 && chars[span.begin] == ' ';
      const Span source = ToSource(span);
      if (one_space && source.size() == 1) {
        out.Append(Slice(span));
      } else {
        out.AppendReplaced(" ", source);
      }
    }
  }
  *this = std::move(out);
}

}  // namespace resumelint
