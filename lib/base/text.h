#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
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

/// The pieces of a text. Mostly there is one, which takes no memory of its own: a file has many texts.
class PieceList {
 public:
  PieceList() = default;
  PieceList(const PieceList& other) : one_(other.one_), many_(other.many_ ? std::make_unique<std::vector<Piece>>(*other.many_) : nullptr) {}
  PieceList(PieceList&& other) noexcept : one_(std::exchange(other.one_, kNone)), many_(std::move(other.many_)) {}
  PieceList& operator=(PieceList other) noexcept {
    one_ = other.one_;
    many_ = std::move(other.many_);
    return *this;
  }

  size_t size() const { return many_ ? many_->size() : one_ == kNone ? 0 : 1; }
  bool empty() const { return size() == 0; }
  const Piece* begin() const { return many_ ? many_->data() : &one_; }
  const Piece* end() const { return begin() + size(); }
  const Piece& operator[](size_t i) const { return begin()[i]; }
  const Piece& front() const { return *begin(); }
  const Piece& back() const { return *(end() - 1); }
  Piece& back() { return many_ ? many_->back() : one_; }
  void push_back(const Piece& piece) {
    if (empty()) {
      one_ = piece;
      return;
    }
    if (!many_) many_ = std::make_unique<std::vector<Piece>>(1, one_);
    many_->push_back(piece);
  }

 private:
  static constexpr Piece kNone{~uint32_t{0}, {}, false};
  Piece one_ = kNone;  // if not `many_`
  std::unique_ptr<std::vector<Piece>> many_;
};

/// What a reader of the document sees, valid UTF-8 on one line, and where each byte of it came from.
///
/// Pieces cover `chars` without gaps, in order of `text_begin`; a piece that is not verbatim is
/// indivisible. `decode(source[ToSource(s)]) == chars[s]` holds for every span that ends on pieces
/// or inside verbatim ones: this is what lets a tool edit the file in place.
struct Text {
  std::string chars;
  PieceList pieces;

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
