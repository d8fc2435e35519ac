#include "formats/leaves.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "formats/glyphs.h"
#include "formats/html_fragment.h"

namespace resumelint {

namespace {

void AddItem(Document& document, const Leaf& leaf) {
  Block block;
  block.kind = BlockKind::kBullet;
  block.depth = leaf.depth;
  block.text = JoinLines(leaf.lines);
  // "- `-` text" and "- • text": the glyph was typed once more.
  const Glyph glyph = FindGlyph(block.text.chars);
  if (glyph.sure && !glyph.number && glyph.length < block.text.chars.size() && block.text.chars[0] != 'o') {
    block.text = block.text.Slice({glyph.length, static_cast<uint32_t>(block.text.chars.size())});
  }
  block.text.FoldBlanks();
  if (block.text.empty()) return;
  block.note = leaf.note;
  block.span = {leaf.lines.front().span.begin, leaf.lines.back().span.end};
  document.blocks.push_back(std::move(block));
}

void AddHeading(Document& document, const Leaf& leaf, LineReader& reader) {
  Block block;
  block.kind = BlockKind::kHeading;
  block.depth = leaf.depth;
  block.text = JoinLines(leaf.lines);
  block.text.FoldBlanks();
  if (block.text.empty()) return;
  block.span = {leaf.lines.front().span.begin, leaf.lines.back().span.end};
  reader.EnterSection(block.text.chars);
  document.blocks.push_back(std::move(block));
}

void AddParagraph(Document& document, Leaf& leaf, LineReader& reader) {
  std::vector<ResumeLine> lines;
  for (ResumeLine& line : leaf.lines) {
    line.text.FoldBlanks();
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
  if (lines.empty()) return;
  lines.front().blank_before = true;
  const size_t before = document.blocks.size();
  reader.Add(lines);
  if (leaf.note.empty()) return;
  for (size_t i = before; i < document.blocks.size(); ++i) document.blocks[i].note = leaf.note;
}

void AddSkipped(Document& document, const Leaf& leaf) {
  Block block;
  block.kind = BlockKind::kSkipped;
  block.span = leaf.span;
  block.note = leaf.note;
  document.blocks.push_back(std::move(block));
}

}  // namespace

Text JoinLines(const std::vector<ResumeLine>& lines) {
  Text text;
  for (const ResumeLine& line : lines) {
    if (line.text.empty()) continue;
    if (!text.empty()) {
      text.AppendReplaced(" ", {text.pieces.back().source.end, line.text.ToSource({}).begin});
    }
    text.Append(line.text);
  }
  return text;
}

void AddLeaves(Document& document, std::deque<Leaf> leaves, const OutlineTerms& terms) {
  LineReader::Habits habits;
  for (const Leaf& leaf : leaves) {
    if (leaf.kind == Leaf::Kind::kItem) habits.glyphs = true;
    if (leaf.kind == Leaf::Kind::kHeading) {
      habits.headings = habits.headings || MatchSection(JoinLines(leaf.lines).chars, terms).known;
    }
    if (leaf.kind == Leaf::Kind::kParagraph) LineReader::Learn(leaf.lines, terms, habits);
  }
  LineReader reader(document, terms, habits);
  document.blocks.reserve(document.blocks.size() + leaves.size());
  // Each is freed when it has become blocks.
  for (; !leaves.empty(); leaves.pop_front()) {
    Leaf& leaf = leaves.front();
    switch (leaf.kind) {
      case Leaf::Kind::kItem: AddItem(document, leaf); break;
      case Leaf::Kind::kHeading: AddHeading(document, leaf, reader); break;
      case Leaf::Kind::kParagraph: AddParagraph(document, leaf, reader); break;
      case Leaf::Kind::kHtml: AddHtmlFragment(document, leaf.span, reader); break;
      case Leaf::Kind::kSkipped: AddSkipped(document, leaf); break;
    }
  }
}

// ---- building -----------------------------------------------------------------------------------

void LeafBuilder::Heading(ResumeLine line, int depth) {
  Leaf leaf;
  leaf.kind = Leaf::Kind::kHeading;
  leaf.depth = depth;
  leaf.lines.push_back(std::move(line));
  leaves.push_back(std::move(leaf));
  open_ = false;
}

void LeafBuilder::Item(ResumeLine line, int depth) {
  Leaf leaf;
  leaf.kind = Leaf::Kind::kItem;
  leaf.depth = depth;
  leaf.note = note;
  leaf.lines.push_back(std::move(line));
  leaves.push_back(std::move(leaf));
  open_ = true;
}

void LeafBuilder::Line(ResumeLine line) {
  if (line.text.empty()) return;
  if (!open_) {
    Leaf leaf;
    leaf.note = note;
    leaves.push_back(std::move(leaf));
    open_ = true;
  }
  leaves.back().lines.push_back(std::move(line));
}

void LeafBuilder::Skip(Span span, const char* why) {
  Leaf leaf;
  leaf.kind = Leaf::Kind::kSkipped;
  leaf.span = span;
  leaf.note = why;
  // A mark within an open item does not end it.
  if (open_) {
    leaves.insert(leaves.end() - 1, std::move(leaf));
  } else {
    leaves.push_back(std::move(leaf));
  }
}

// ---- lines --------------------------------------------------------------------------------------

void LineEdits::Add(size_t begin, size_t end, std::string_view shown) {
  edits_.push_back({begin, end, std::string(shown)});
}

bool LineEdits::Covers(size_t at) const {
  const auto after = std::upper_bound(edits_.begin(), edits_.end(), at,
                                      [](size_t value, const Edit& edit) { return value < edit.begin; });
  return after != edits_.begin() && std::prev(after)->end > at;
}

void LineEdits::Emphasis(std::string_view line, std::string_view marks) {
  const std::string_view opening = " \t([{'\"-/|,:;<>";
  const std::string_view closing = " \t)]}'\"-/|,:;<>.!?…";
  struct Mark {
    size_t begin;
    size_t end;
    char sign;
  };
  std::vector<Mark> open;      // at most one of each sign
  std::vector<Edit> found;
  for (size_t at = 0; at < line.size();) {
    const char c = line[at];
    if (marks.find(c) == std::string_view::npos || Covers(at)) {
      ++at;
      continue;
    }
    size_t end = at + 1;
    while (end < line.size() && line[end] == c) ++end;
    const size_t next = end;
    const bool marker = end - at <= 2;
    const auto is_mark = [&](size_t i) { return marks.find(line[i]) != std::string_view::npos; };
    const bool blank_after = end >= line.size() || line[end] == ' ' || line[end] == '\t';
    const bool blank_before = at == 0 || line[at - 1] == ' ' || line[at - 1] == '\t';
    const bool can_open = !blank_after && (at == 0 || opening.find(line[at - 1]) != std::string_view::npos || is_mark(at - 1));
    const bool can_close = !blank_before && (end >= line.size() || closing.find(line[end]) != std::string_view::npos || is_mark(end));
    const auto same = std::find_if(open.begin(), open.end(), [&](const Mark& mark) { return mark.sign == c; });
    if (marker && can_close && same != open.end() && same->end - same->begin == end - at) {
      found.push_back({same->begin, same->end, {}});
      found.push_back({at, end, {}});
      open.erase(same, open.end());
    } else if (marker && can_open) {
      if (same != open.end()) open.erase(same);
      open.push_back({at, end, c});
    }
    at = next;
  }
  edits_.insert(edits_.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
  std::stable_sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
}

Text LineEdits::Build(std::string_view line, uint32_t begin) const {
  Text text;
  size_t at = 0;
  const auto place = [&](size_t offset) { return begin + static_cast<uint32_t>(offset); };
  for (const Edit& edit : edits_) {
    if (edit.begin < at) continue;
    text.AppendVerbatim(line.substr(at, edit.begin - at), place(at));
    text.AppendReplaced(edit.shown, {place(edit.begin), place(edit.end)});
    at = edit.end;
  }
  if (at < line.size()) text.AppendVerbatim(line.substr(at), place(at));
  return text;
}

std::vector<SourceLine> SourceLines(const Source& source) {
  std::vector<SourceLine> lines;
  const std::string& bytes = source.bytes;
  lines.reserve(source.line_starts.size());
  for (size_t i = 0; i < source.line_starts.size(); ++i) {
    SourceLine line;
    line.begin = source.line_starts[i];
    line.end = i + 1 < source.line_starts.size() ? source.line_starts[i + 1]
                                                 : static_cast<uint32_t>(bytes.size());
    const auto blank = [&](uint32_t at) {
      return bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\f';
    };
    while (line.end > line.begin && blank(line.end - 1)) --line.end;
    while (line.begin < line.end && blank(line.begin)) {
      line.indent = bytes[line.begin] == '\t' ? (line.indent / 4 + 1) * 4 : line.indent + 1;
      ++line.begin;
    }
    lines.push_back(line);
  }
  return lines;
}

ResumeLine MakeLine(Text text, const SourceLine& line) {
  ResumeLine out;
  out.text = std::move(text);
  out.span = {line.begin, line.end};
  out.indent = line.indent;
  return out;
}

}  // namespace resumelint
