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

/// No blank is at an end, beside another or anything but a space. Tells it of ASCII only.
bool HasSingleBlanksOnly(std::string_view text) {
  bool blank = true;
  for (const char c : text) {
    if (c < ' ' || c == 0x7F || (blank && c == ' ')) return false;
    blank = c == ' ';
  }
  return !blank;
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
  if (pieces.empty()) return out;
  for (size_t i = PieceAt(*this, in_text.begin); i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    if (piece.text_begin >= in_text.end) break;
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
  if (pieces.size() == 1 && pieces[0].verbatim && HasSingleBlanksOnly(chars)) return;
  Text out;
  Span blank;  // source bytes of the blanks since the last word
  int blanks = 0;
  bool plain = false;  // they are one space, as it stands in the source
  const auto close_blanks = [&] {
    if (blanks > 0 && !out.empty()) {
      if (blanks == 1 && plain) {
        out.AppendVerbatim(" ", blank.begin);
      } else {
        out.AppendReplaced(" ", blank);
      }
    }
    blanks = 0;
  };
  const auto add_blank = [&](Span source, bool space) {
    if (blanks == 0) blank.begin = source.begin;
    blank.end = source.end;
    plain = space;
    ++blanks;
  };
  for (size_t i = 0; i < pieces.size(); ++i) {
    const Piece& piece = pieces[i];
    const uint32_t end = PieceEnd(*this, i);
    if (!piece.verbatim) {
      bool all_blank = true;
      for (uint32_t at = piece.text_begin; at < end && all_blank;) {
        const CodePoint point = DecodeAt(chars, at);
        all_blank = IsSpace(point.value);
        at += point.length;
      }
      if (all_blank) {
        add_blank(piece.source, false);
        continue;
      }
      close_blanks();
      out.AppendReplaced(std::string_view(chars).substr(piece.text_begin, end - piece.text_begin),
                         piece.source);
      continue;
    }
    uint32_t word = piece.text_begin;
    const auto source_at = [&](uint32_t at) { return piece.source.begin + (at - piece.text_begin); };
    const auto close_word = [&](uint32_t at) {
      if (word == at) return;
      close_blanks();
      out.AppendVerbatim(std::string_view(chars).substr(word, at - word), source_at(word));
    };
    for (uint32_t at = piece.text_begin; at < end;) {
      const CodePoint point = DecodeAt(chars, at);
      const uint32_t next = at + point.length;
      if (IsSpace(point.value)) {
        close_word(at);
        add_blank({source_at(at), source_at(next)}, point.value == ' ');
        word = next;
      }
      at = next;
    }
    close_word(end);
  }
  *this = std::move(out);
}

}  // namespace resumelint
