#include "formats/fragments.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "formats/escapes.h"
#include "formats/glyphs.h"
#include "formats/html_blocks.h"

namespace resumelint {

namespace {

bool IsWordChar(char32_t c) { return IsLetter(c) || (c >= '0' && c <= '9') || c == '_'; }

size_t SkipBlanks(std::string_view line, size_t at) {
  while (at < line.size()) {
    const CodePoint point = DecodeAt(line, at);
    if (!IsSpace(point.value) && point.value != 0x200B && point.value != 0xFEFF) break;
    at += point.length;
  }
  return at;
}

bool HasWord(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (IsWordChar(point.value)) return true;
    at += point.length;
  }
  return false;
}

/// Bytes of "## " and the like at the beginning of a line, or 0.
uint32_t HeadingMark(std::string_view line) {
  const size_t end = std::min(line.find_first_not_of('#'), line.size());
  return end > 0 && end <= 6 && end < line.size() && line[end] == ' ' ? static_cast<uint32_t>(SkipBlanks(line, end)) : 0;
}

struct Line {
  Span chars;  ///< of the value, without the line end
  uint32_t indent = 0;
  uint32_t mark = 0;  ///< bytes of the mark after the indent
  uint32_t content = 0;  ///< offset of the text proper
  bool heading = false;  ///< begins with "#"
};

std::vector<Line> LinesOf(std::string_view chars) {
  std::vector<Line> lines;
  int last_number = 0;
  for (size_t begin = 0; begin < chars.size();) {
    size_t end = chars.find_first_of("\n\r", begin);
    if (end == std::string_view::npos) end = chars.size();
    Line line;
    line.chars = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
    const std::string_view text = chars.substr(begin, end - begin);
    const size_t blank = SkipBlanks(text, 0);
    for (size_t at = 0; at < blank; ++at) line.indent += text[at] == '\t' ? 4 : 1;
    line.mark = ListMark(text.substr(blank));
    line.content = static_cast<uint32_t>(begin + blank) + line.mark;
    const uint32_t heading = line.mark > 0 ? 0 : HeadingMark(text.substr(blank));
    line.heading = heading > 0;
    line.content += heading;
    // "… between 10 and" / "17. The others …": a number that counts nothing is a part of the text.
    const char first = blank < text.size() ? text[blank] : '\0';
    if (line.mark > 0 && first >= '0' && first <= '9') {
      const int number = std::atoi(std::string(text.substr(blank, 3)).c_str());
      const bool after_text = !lines.empty() && lines.back().content < lines.back().chars.end;
      if (after_text && number > 1 && number != last_number + 1) {
        line.content -= line.mark;
        line.mark = 0;
      } else {
        last_number = number;
      }
    }
    lines.push_back(line);
    begin = end + 1;
  }
  return lines;
}

bool EndsSentence(std::string_view text) {
  return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
}

bool BeginsLower(std::string_view text) {
  if (text.empty()) return false;
  const char32_t first = DecodeAt(text, 0).value;
  return IsLetter(first) && ToLower(first) == first && !IsUpper(first);
}

/// True where a line without a mark goes on with the sentence of the line before.
bool RunsOn(std::string_view before, std::string_view next, Breaks breaks) {
  if (EndsSentence(before)) return false;
  if (BeginsLower(next) || before.ends_with(',')) return true;
  constexpr size_t kLongLine = 60;
  return breaks == Breaks::kWrapped && CountCodePoints(before) >= kLongLine;
}

std::string_view TrimRight(std::string_view text) {
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Offset of the closing `mark` of an emphasis opened before `from`, or npos.
size_t FindCloser(std::string_view chars, std::string_view mark, size_t from) {
  for (size_t at = chars.find(mark, from); at != std::string_view::npos;
       at = chars.find(mark, at + 1)) {
    if (at == from || IsSpace(static_cast<unsigned char>(chars[at - 1]))) continue;
    const size_t after = at + mark.size();
    const bool word_follows = after < chars.size() && IsWordChar(DecodeAt(chars, after).value);
    if (mark[0] == '_' && word_follows) continue;
    if (mark.size() == 1 && after < chars.size() && chars[after] == mark[0]) {
      ++at;
      continue;
    }
    return at;
  }
  return std::string_view::npos;
}

bool HasTag(std::string_view chars) {
  for (size_t at = chars.find('<'); at != std::string_view::npos; at = chars.find('<', at + 1)) {
    size_t begin = at + 1;
    if (begin < chars.size() && chars[begin] == '/') ++begin;
    size_t end = begin;
    while (end < chars.size() && IsWordChar(static_cast<unsigned char>(chars[end]))) ++end;
    if (end < chars.size() && std::string_view(" />\t\n").find(chars[end]) != std::string_view::npos &&
        IsHtmlElement(chars.substr(begin, end - begin))) {
      return true;
    }
  }
  return false;
}

/// True for a list whose lines begin with marks and whose tags only format: "- <b>Led</b> …".
bool MarksLines(std::string_view chars) {
  for (const std::string_view tag : {"<li", "<p", "<br", "<ul", "<ol", "<div", "<table", "<h"}) {
    if (chars.find(tag) != std::string_view::npos) return false;
  }
  const std::vector<Line> lines = LinesOf(chars);
  return std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.mark > 0; });
}

Text WithoutTags(const Text& text) {
  const auto blocks = HtmlBlocks(text, {});
  Text out;
  if (!blocks) return out;
  for (const Fragment& block : *blocks) {
    if (block.kind == BlockKind::kSkipped) continue;
    if (!out.empty()) out.AppendReplaced(" ", {block.span.begin, block.span.begin});
    out.Append(block.text);
  }
  return out;
}

/// Lines and their marks only.
std::vector<Fragment> SplitLines(const Text& value, bool list, Breaks breaks) {
  const std::string_view chars = value.chars;
  std::vector<Fragment> out;
  std::vector<uint32_t> indents;  // of the open bullets, outermost first
  Span open;                      // chars of the fragment being gathered
  Text text;
  bool marked = false;
  bool blank_before = false;
  std::string_view previous;
  const auto flush = [&] {
    if (!text.empty()) {
      Fragment fragment;
      fragment.kind = marked ? BlockKind::kBullet : BlockKind::kParagraph;
      fragment.depth = marked ? static_cast<int>(indents.size()) - 1 : 0;
      fragment.span = value.ToSource(open);
      text.FoldBlanks();
      fragment.text = std::move(text);
      if (!fragment.text.empty()) out.push_back(std::move(fragment));
    }
    text = {};
  };
  const std::vector<Line> lines = LinesOf(chars);
  const bool any_mark =
      std::any_of(lines.begin(), lines.end(), [](const Line& line) { return line.mark > 0; });
  bool seen_mark = false;
  for (const Line& line : lines) {
    const std::string_view content =
        TrimRight(chars.substr(line.content, line.chars.end - line.content));
    if (!HasWord(content)) {
      blank_before = true;
      continue;
    }
    const auto content_end = line.content + static_cast<uint32_t>(content.size());
    const uint32_t begin = line.content - line.mark;
    const bool deeper = marked && !indents.empty() && line.indent > indents.back();
    if (line.mark == 0 && !line.heading && !text.empty() && !blank_before &&
        (deeper || (marked && seen_mark && breaks == Breaks::kWrapped) || RunsOn(previous, content, breaks))) {
      text.AppendReplaced(" ", value.ToSource({open.end, line.content}));
      text.Append(value.Slice({line.content, content_end}));
      open.end = content_end;
    } else {
      flush();
      // Lines without a mark are items in a list that has no marks, or between items that have one.
      const bool item = line.mark > 0 || (list && !any_mark) || (seen_mark && !blank_before && !line.heading);
      if (line.mark > 0) {
        while (!indents.empty() && indents.back() >= line.indent) indents.pop_back();
        indents.push_back(line.indent);
        seen_mark = true;
      } else if (item && indents.empty()) {
        indents.push_back(line.indent);
      } else if (!item) {
        indents.clear();
      }
      marked = item;
      open = {begin, content_end};
      text = value.Slice({line.content, content_end});
    }
    previous = content;
    blank_before = false;
  }
  flush();
  return out;
}

}  // namespace

uint32_t ListMark(std::string_view line) {
  uint32_t at = 0;
  // A list item may imitate a mark of its own: "- • Led …", "- `-` Led …".
  for (int i = 0; i < 2; ++i) {
    uint32_t next = at;
    if (i > 0 && line.substr(at).starts_with("`-`")) {
      next = static_cast<uint32_t>(SkipBlanks(line, at + 3));
    } else {
      const Glyph glyph = FindGlyph(line.substr(at));
      if (glyph.sure && !(i > 0 && glyph.number)) next = at + glyph.length;
    }
    if (next >= line.size()) break;  // a mark with nothing behind it marks nothing
    at = next;
  }
  return at;
}

Text DropInlineMarkdown(const Text& text) {
  const std::string_view chars = text.chars;
  if (chars.find_first_of("*_`[\\") == std::string_view::npos) return text;
  constexpr std::array<std::string_view, 5> kMarks = {"**", "__", "*", "_", "`"};
  std::array<bool, kMarks.size()> hopeless{};  // no closer any more: spares the search
  std::vector<Span> dropped;
  std::vector<size_t> closers;  // starts of marks already paired
  size_t bracket = chars.find("](");
  for (size_t at = 0; at < chars.size();) {
    const char c = chars[at];
    if (c == '\\' && at + 1 < chars.size() &&
        std::string_view("\\`*_{}[]()#+-.!$&%~@<>|").find(chars[at + 1]) != std::string_view::npos) {
      dropped.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)});
      at += 2;
      continue;
    }
    if (const auto pair = std::find(closers.begin(), closers.end(), at); pair != closers.end()) {
      const size_t length = chars.substr(at, 2) == std::string(2, c) ? 2 : 1;
      dropped.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + length)});
      closers.erase(pair);
      at += length;
      continue;
    }
    if (c == '[') {
      if (bracket < at) bracket = chars.find("](", at);
      const size_t inner = chars.find('[', at + 1);
      const size_t paren =
          bracket == std::string_view::npos || inner < bracket ? bracket : chars.find(')', bracket);
      if (bracket != std::string_view::npos && inner >= bracket && paren != std::string_view::npos) {
        dropped.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)});
        dropped.push_back({static_cast<uint32_t>(bracket), static_cast<uint32_t>(paren + 1)});
      }
      ++at;
      continue;
    }
    bool paired = false;
    for (size_t i = 0; i < kMarks.size() && !paired; ++i) {
      const std::string_view mark = kMarks[i];
      if (chars.substr(at, mark.size()) != mark) continue;
      const size_t inside = at + mark.size();
      const bool opens = inside < chars.size() &&
                         !IsSpace(static_cast<unsigned char>(chars[inside])) &&
                         (mark.size() == 2 || mark == "`" || at == 0 || !IsWordChar(static_cast<unsigned char>(chars[at - 1])));
      if (!opens || hopeless[i]) continue;
      const size_t closer = FindCloser(chars, mark, inside);
      if (closer == std::string_view::npos) {
        hopeless[i] = true;
        continue;
      }
      dropped.push_back({static_cast<uint32_t>(at), static_cast<uint32_t>(inside)});
      closers.push_back(closer);
      at = inside;
      paired = true;
    }
    if (!paired) ++at;
  }
  std::sort(dropped.begin(), dropped.end(), [](Span a, Span b) { return a.begin < b.begin; });
  Text out;
  uint32_t done = 0;
  for (const Span span : dropped) {
    if (span.begin < done) continue;
    out.Append(text.Slice({done, span.begin}));
    done = span.end;
  }
  out.Append(text.Slice({done, static_cast<uint32_t>(chars.size())}));
  return out;
}

std::vector<Fragment> SplitValue(const Text& value, bool list, Breaks breaks) {
  std::vector<Fragment> out;
  if (HasTag(value.chars) && MarksLines(value.chars)) {
    out = SplitLines(value, list, breaks);
    for (Fragment& fragment : out) {
      if (HasTag(fragment.text.chars)) fragment.text = WithoutTags(fragment.text);
      else fragment.text = DecodeEntities(fragment.text);
    }
  } else if (HasTag(value.chars)) {
    auto blocks = HtmlBlocks(value, {});
    if (blocks) out = std::move(*blocks);
    if (list && std::none_of(out.begin(), out.end(), [](const Fragment& fragment) {
          return fragment.kind == BlockKind::kBullet;
        })) {
      for (Fragment& fragment : out) {
        if (fragment.kind == BlockKind::kParagraph) fragment.kind = BlockKind::kBullet;
      }
    }
  }
  if (out.empty()) out = SplitLines(DecodeEntities(value), list, breaks);
  for (Fragment& fragment : out) {
    if (fragment.kind != BlockKind::kSkipped) fragment.text = DropInlineMarkdown(fragment.text);
  }
  std::erase_if(out, [](const Fragment& fragment) { return fragment.text.empty(); });
  return out;
}

}  // namespace resumelint
