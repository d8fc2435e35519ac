#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace resumelint {

/// A stretch of a Text and the source bytes it came from.
struct Piece {
  uint32_t text_begin = 0;  ///< offset in Text::chars; it ends where the next piece begins
  Span source;              ///< bytes of Source::bytes that it stands for
  bool verbatim = true;     ///< byte for byte the same (`\%` for `%` and a folded line break are not)

  friend bool operator==(const Piece&, const Piece&) = default;
};

/// What a reader of the document sees, valid UTF-8 on one line, and where each byte of it came from.
///
/// Pieces cover `chars` without gaps, in order of `text_begin`; a piece that is not verbatim is
/// indivisible. `decode(source[ToSource(s)]) == chars[s]` holds for every span that ends on pieces
/// or inside verbatim ones: this is what lets a tool edit the file in place.
struct Text {
  std::string chars;
  std::vector<Piece> pieces;

  /// Source bytes behind [begin, end) of `chars`. An empty span gives the position alone.
  Span ToSource(Span in_text) const;

  /// Adds bytes that stand in the source as they are.
  void AppendVerbatim(std::string_view bytes, uint32_t source_begin);
  /// Adds `shown`, which stands for the source bytes `source` (an escape, an entity, a line break).
  void AppendReplaced(std::string_view shown, Span source);
  void Append(const Text& other);
  /// Removes blanks at both ends and folds each run of blanks and line breaks to one space.
  void FoldBlanks();
  /// The part [in_text) of this text, with its pieces.
  Text Slice(Span in_text) const;

  bool empty() const { return chars.empty(); }
};

}  // namespace resumelint
