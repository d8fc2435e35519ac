#include <algorithm>
#include <cstdint>
#include <utility>

#include "base/utf8.h"
#include "edit/edit.h"

namespace resumelint {

namespace {

/// Words, the blanks between them, and signs at a word's end, as bytes of the text.
std::vector<Span> WordsAndBlanks(std::string_view text) {
  std::vector<Span> out;
  bool blank_before = false;
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    const bool blank = IsSpace(point.value);
    const uint32_t next = at + point.length;
    const bool sign = std::string_view(",;:.").find(text[at]) != std::string_view::npos &&
                      (next == text.size() || IsSpace(DecodeAt(text, next).value));
    if (out.empty() || blank != blank_before || sign) out.push_back({at, at});
    at = next;
    out.back().end = at;
    blank_before = blank;
  }
  return out;
}

class WordDifference {
 public:
  WordDifference(std::string_view before, std::string_view after)
      : before_(before), after_(after), old_(WordsAndBlanks(before)), new_(WordsAndBlanks(after)) {}

  /// Pairs of words that stay, in order. `inside`: also between the first and the last change.
  std::vector<std::pair<size_t, size_t>> Kept(bool inside) const {
    std::vector<std::pair<size_t, size_t>> kept;
    const size_t most = std::min(old_.size(), new_.size());
    size_t head = 0;
    while (head < most && Same(head, head)) kept.emplace_back(head, head), ++head;
    size_t tail = 0;
    while (tail < most - head && Same(old_.size() - 1 - tail, new_.size() - 1 - tail)) ++tail;
    if (inside) Longest(head, old_.size() - tail, new_.size() - tail, kept);
    for (size_t i = tail; i > 0; --i) kept.emplace_back(old_.size() - i, new_.size() - i);
    return kept;
  }

  std::vector<std::pair<Span, std::string>> Changes(const std::vector<std::pair<size_t, size_t>>& kept) const {
    std::vector<std::pair<Span, std::string>> out;
    size_t at_old = 0;
    size_t at_new = 0;
    const auto change = [&](size_t to_old, size_t to_new) {
      if (at_old == to_old && at_new == to_new) return;
      const uint32_t begin = at_old < old_.size() ? old_[at_old].begin : static_cast<uint32_t>(before_.size());
      const uint32_t end = to_old > at_old ? old_[to_old - 1].end : begin;
      std::string text;
      for (size_t i = at_new; i < to_new; ++i) text += after_.substr(new_[i].begin, new_[i].size());
      out.emplace_back(Span{begin, end}, std::move(text));
    };
    for (const auto& [o, n] : kept) {
      change(o, n);
      at_old = o + 1;
      at_new = n + 1;
    }
    change(old_.size(), new_.size());
    return out;
  }

 private:
  bool Same(size_t o, size_t n) const {
    return before_.substr(old_[o].begin, old_[o].size()) == after_.substr(new_[n].begin, new_[n].size());
  }
  bool IsBlank(size_t o) const { return before_[old_[o].begin] == ' '; }

  /// The longest common subsequence of what lies between the common ends; blanks count only beside a
  /// word that stays.
  void Longest(size_t begin, size_t old_end, size_t new_end, std::vector<std::pair<size_t, size_t>>& kept) const {
    const size_t rows = old_end - begin;
    const size_t columns = new_end - begin;
    if (rows == 0 || columns == 0 || rows * columns > 1'000'000) return;
    std::vector<std::vector<uint32_t>> best(rows + 1, std::vector<uint32_t>(columns + 1, 0));
    for (size_t i = rows; i-- > 0;) {
      for (size_t k = columns; k-- > 0;) {
        const bool same = Same(begin + i, begin + k);
        best[i][k] = std::max({best[i + 1][k], best[i][k + 1], same ? best[i + 1][k + 1] + (IsBlank(begin + i) ? 1 : 3) : 0u});
      }
    }
    std::vector<std::pair<size_t, size_t>> found;
    for (size_t i = 0, k = 0; i < rows && k < columns;) {
      const bool same = Same(begin + i, begin + k);
      if (same && best[i][k] == best[i + 1][k + 1] + (IsBlank(begin + i) ? 1 : 3)) {
        found.emplace_back(begin + i++, begin + k++);
      } else if (best[i + 1][k] >= best[i][k + 1]) {
        ++i;
      } else {
        ++k;
      }
    }
    for (size_t i = 0; i < found.size(); ++i) {
      const auto beside = [&](size_t other) {
        return other < found.size() && !IsBlank(found[other].first) &&
               (found[other].first + 1 == found[i].first || found[i].first + 1 == found[other].first) &&
               (found[other].second + 1 == found[i].second || found[i].second + 1 == found[other].second);
      };
      if (!IsBlank(found[i].first) || beside(i - 1) || beside(i + 1)) kept.push_back(found[i]);
    }
  }

  std::string_view before_;
  std::string_view after_;
  std::vector<Span> old_;
  std::vector<Span> new_;
};

/// True if something other than blanks stands in the source between the words of a text.
bool HasMarkup(const Document& document, const Block& block) {
  const std::string_view bytes = document.source.bytes;
  const PieceList& pieces = block.text.pieces;
  for (size_t i = 0; i + 1 < pieces.size(); ++i) {
    const Span gap{pieces[i].source.end, pieces[i + 1].source.begin};
    if (gap.empty()) continue;
    if (bytes.substr(gap.begin, gap.size()).find_first_not_of(" \t\r\n") != std::string_view::npos) return true;
  }
  return false;
}

}  // namespace

std::string FoldedBlanks(std::string_view text) {
  Text folded;
  folded.AppendVerbatim(text, 0);
  folded.FoldBlanks();
  return std::move(folded.chars);
}

std::vector<Edit> EditsBetween(const Document& document, int block_index, std::string_view wanted) {
  const Block& block = document.blocks[static_cast<size_t>(block_index)];
  const std::string after = FoldedBlanks(wanted);
  const WordDifference difference(block.text.chars, after);
  const bool inside = document.source.extracted || HasMarkup(document, block);
  std::vector<Edit> edits;
  for (auto& [span, text] : difference.Changes(difference.Kept(inside))) {
    edits.push_back({block_index, span, std::move(text), false});
  }
  return edits;
}

}  // namespace resumelint
