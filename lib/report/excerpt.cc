#include "report/excerpt.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "report/printable.h"

namespace resumelint {

namespace {

constexpr uint32_t kMostLines = 3;
constexpr size_t kDefaultWidth = 160;
constexpr size_t kContext = 24;  // cells shown before and after a span, if there is room
constexpr const char* kCut = "…";

struct Cell {
  uint32_t begin;  // bytes of CellLine::shown
  uint32_t end;
  uint32_t width;
  bool marked;
};

struct CellLine {
  std::string shown;
  std::vector<Cell> cells;
};

// A line as characters to show, those of the span marked; without leading blanks. Of a very long
// line (a whole resume may be one) only the surroundings of the span are read.
CellLine CellsOf(std::string_view line, uint32_t line_begin, Span span) {
  constexpr size_t kFar = 1024;
  const size_t mark = span.begin > line_begin ? span.begin - line_begin : 0;
  size_t at = mark > kFar ? mark - kFar : 0;
  while (at > 0 && (static_cast<unsigned char>(line[at]) & 0xC0) == 0x80) --at;
  if (line.size() > mark + 2 * kFar) line = line.substr(0, mark + 2 * kFar);
  CellLine out;
  out.cells.reserve(line.size() - at);
  const auto add = [&](std::string_view shown, size_t width) {
    if (out.cells.empty() && shown == " ") return;
    const auto begin = static_cast<uint32_t>(out.shown.size());
    out.shown += shown;
    out.cells.push_back({begin, static_cast<uint32_t>(out.shown.size()), static_cast<uint32_t>(width),
                         span.Contains(line_begin + static_cast<uint32_t>(at))});
  };
  while (at < line.size()) {
    if (line[at] >= ' ' && line[at] <= '~') {
      add(line.substr(at, 1), 1);
      ++at;
      continue;
    }
    const uint32_t length = DecodeAt(line, at).length;
    const std::string shown = Printable(line.substr(at, length));
    add(shown, DisplayWidth(shown));
    at += length;
  }
  while (!out.shown.empty() && out.shown.back() == ' ') {
    out.shown.pop_back();
    out.cells.pop_back();
  }
  return out;
}

// The cells that fit, the beginning of the mark among them. What doesn't fit is cut away and a sign put
// in its place.
std::pair<size_t, size_t> Window(const std::vector<Cell>& cells, size_t width) {
  size_t total = 0;
  for (const Cell& cell : cells) total += cell.width;
  if (total <= width) return {0, cells.size()};
  const size_t mark = static_cast<size_t>(
      std::find_if(cells.begin(), cells.end(), [](const Cell& cell) { return cell.marked; }) -
      cells.begin());
  size_t first = 0;
  if (mark < cells.size()) {
    size_t before = 0;
    for (size_t at = 0; at < mark; ++at) before += cells[at].width;
    size_t marked = 0;
    for (size_t at = mark; at < cells.size() && cells[at].marked; ++at) marked += cells[at].width;
    const size_t context = std::min(kContext, width / 3);
    if (before + marked + context > width) {
      while (first < mark && before > context) before -= cells[first++].width;
    }
  }
  size_t used = first > 0 ? 1 : 0;
  size_t at = first;
  for (; at < cells.size() && used + cells[at].width + 1 <= width; ++at) used += cells[at].width;
  return {first, at};
}

}  // namespace

std::string Excerpt(const Source& source, Span span, std::string_view label, size_t width, Ink ink,
                    bool colour) {
  if (span.empty()) return {};
  const uint32_t first = source.At(span.begin).line;
  const uint32_t last = source.At(span.end - 1).line;
  const size_t room =
      std::max<size_t>((width == 0 ? kDefaultWidth : width), kMargin + 24) - kMargin - 2;
  std::string out;
  for (uint32_t line = first; line <= last && line < first + kMostLines; ++line) {
    const CellLine text = CellsOf(source.Line(line), source.line_starts[line - 1], span);
    if (text.cells.empty()) continue;
    const auto [from, to] = Window(text.cells, room);
    std::string shown;
    std::string underline;
    if (from > 0) {
      shown += kCut;
      underline += ' ';
    }
    for (size_t at = from; at < to; ++at) {
      const Cell& cell = text.cells[at];
      shown.append(text.shown, cell.begin, cell.end - cell.begin);
      underline.append(cell.width, cell.marked ? '^' : ' ');
    }
    if (to < text.cells.size()) shown += kCut;
    underline.erase(underline.find_last_not_of(' ') + 1);
    const std::string margin = label.empty() ? std::to_string(line) : std::string(label);
    out += Paint(fmt::format("{:>{}} |", margin, kMargin - 1), Ink::kFaint, colour) + ' ' + shown + '\n';
    if (!underline.empty()) {
      const size_t indent = underline.find('^');
      out += Paint(fmt::format("{:>{}} |", "", kMargin - 1), Ink::kFaint, colour) + ' ' +
             std::string(indent, ' ') + Paint(underline.substr(indent), ink, colour) + '\n';
    }
  }
  return out;
}

}  // namespace resumelint
