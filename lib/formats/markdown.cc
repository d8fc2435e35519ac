#include <md4c.h>

#include <algorithm>
#include <array>
#include <deque>
#include <string>
#include <utility>

#include "base/source.h"
#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/entities.h"
#include "formats/leaves.h"
#include "formats/readers.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

/// Collects leaves from md4c's callbacks. Every text run that md4c hands out points into the buffer
/// that it parses, but for line breaks and indentation: that gives true offsets.
class LeafCollector {
 public:
  LeafCollector(const Source& source, uint32_t begin, const OutlineTerms& terms)
      : source_(source), terms_(terms), buffer_(std::string_view(source.bytes).substr(begin)), base_(begin) {}

  bool Parse() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS |
                   MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<LeafCollector*>(self)->Enter(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<LeafCollector*>(self)->Leave(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<LeafCollector*>(self)->Style(type, 1);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<LeafCollector*>(self)->Style(type, -1);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      static_cast<LeafCollector*>(self)->AddText(type, {text, size});
      return 0;
    };
    const int failed = md_parse(buffer_.data(), static_cast<MD_SIZE>(buffer_.size()), &parser, this);
    Flush();
    return failed == 0;
  }

  std::deque<Leaf> leaves;
  std::vector<Span> inline_comments;

 private:
  struct Line {
    Text text;
    uint32_t strong = 0;  // bytes in bold or italics
    bool hard = false;    // a hard break stands before it
    uint32_t limit = 0;   // where the next line's text begins
  };

  void Enter(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        Flush();
        ++lists_;
        break;
      case MD_BLOCK_LI:
        Flush();
        items_.push_back(true);
        break;
      case MD_BLOCK_QUOTE:
        Flush();
        ++quotes_;
        break;
      case MD_BLOCK_H:
        Flush();
        kind_ = Leaf::Kind::kHeading;
        level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level) - 1;
        break;
      case MD_BLOCK_P:
        Flush();
        break;
      case MD_BLOCK_HTML:
      case MD_BLOCK_CODE:
        Flush();
        kind_ = type == MD_BLOCK_HTML ? Leaf::Kind::kHtml : Leaf::Kind::kSkipped;
        raw_ = Span{};
        break;
      case MD_BLOCK_TR:
        Flush();
        row_.clear();
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        lines_.clear();
        head_ = type == MD_BLOCK_TH;
        break;
      default:
        break;
    }
  }

  void Leave(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_UL:
      case MD_BLOCK_OL:
        Flush();
        --lists_;
        break;
      case MD_BLOCK_LI:
        Flush();
        if (!items_.empty()) items_.pop_back();
        break;
      case MD_BLOCK_QUOTE:
        Flush();
        --quotes_;
        break;
      case MD_BLOCK_H:
      case MD_BLOCK_P:
        Flush();
        break;
      case MD_BLOCK_HTML:
      case MD_BLOCK_CODE: {
        Leaf leaf;
        leaf.kind = kind_;
        leaf.span = raw_;
        if (kind_ == Leaf::Kind::kSkipped) leaf.note = "code";
        if (!raw_.empty()) leaves.push_back(std::move(leaf));
        kind_ = Leaf::Kind::kParagraph;
        break;
      }
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        row_.push_back(std::move(lines_));
        lines_.clear();
        break;
      case MD_BLOCK_TR:
        AddRow();
        break;
      default:
        break;
    }
  }

  void Style(MD_SPANTYPE type, int change) {
    if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) styled_ += change;
    if (type == MD_SPAN_IMG) images_ += change;
  }

  bool InBuffer(const char* at) const { return at >= buffer_.data() && at < buffer_.data() + buffer_.size(); }

  uint32_t Offset(const char* at) const { return base_ + static_cast<uint32_t>(at - buffer_.data()); }

  void AddText(MD_TEXTTYPE type, std::string_view run) {
    if (kind_ == Leaf::Kind::kHtml || kind_ == Leaf::Kind::kSkipped) {
      if (run.empty() || !InBuffer(run.data())) return;
      const uint32_t at = Offset(run.data());
      if (raw_.empty()) raw_.begin = at;
      raw_.end = at + static_cast<uint32_t>(run.size());
      return;
    }
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR) {
      lines_.push_back({});
      lines_.back().hard = type == MD_TEXT_BR;
      return;
    }
    if (images_ > 0 || run.empty()) return;
    if (lines_.empty()) lines_.push_back({});
    Line& line = lines_.back();
    if (!InBuffer(run.data())) {  // a line break within a code span
      if (line.text.empty()) return;
      const uint32_t end = line.text.pieces.back().source.end;
      line.text.AppendReplaced(" ", {end, end + 1});
      return;
    }
    const uint32_t at = Offset(run.data());
    const Span source{at, at + static_cast<uint32_t>(run.size())};
    if (type == MD_TEXT_HTML) {
      if (run.starts_with("<!--")) {
        inline_comments.push_back(source);
      } else if (IsBreakTag(run)) {
        lines_.push_back({});
        lines_.back().hard = true;
      }
      return;
    }
    if (type == MD_TEXT_ENTITY) {
      const std::string shown = DecodeEntity(run);
      if (!shown.empty()) {
        line.text.AppendReplaced(shown, source);
        return;
      }
    }
    line.text.AppendVerbatim(run, at);
    if (styled_ > 0) line.strong += source.size();
  }

  static bool IsBreakTag(std::string_view tag) {
    return tag.size() >= 4 && tag[0] == '<' && (tag[1] | 32) == 'b' && (tag[2] | 32) == 'r' &&
           (tag[3] == '>' || tag[3] == ' ' || tag[3] == '/');
  }

  /// The source line around a text: from its first byte that is not blank to its last, no further
  /// than `limit`, where the next text begins.
  Span LineSpan(const Text& text, uint32_t limit) const {
    const std::string& bytes = source_.bytes;
    uint32_t begin = text.ToSource({}).begin;
    uint32_t end = text.pieces.back().source.end;
    while (begin > covered_ && bytes[begin - 1] != '\n' && bytes[begin - 1] != '\r') --begin;
    while (begin < end && (bytes[begin] == ' ' || bytes[begin] == '\t')) ++begin;
    while (end < limit && bytes[end] != '\n' && bytes[end] != '\r') ++end;
    while (end > begin && (bytes[end - 1] == ' ' || bytes[end - 1] == '\t')) --end;
    return {begin, end};
  }

  ResumeLine Finish(Line line, uint32_t limit) {
    ResumeLine out;
    const auto letters = static_cast<uint32_t>(line.text.chars.size());
    out.strong = letters > 0 && line.strong * 10 >= letters * 9;
    out.starts = line.hard;
    out.text = std::move(line.text);
    out.span = LineSpan(out.text, limit);
    covered_ = std::max(covered_, out.span.end);
    uint32_t at = out.span.begin;
    while (at > 0 && (source_.bytes[at - 1] == ' ' || source_.bytes[at - 1] == '\t')) {
      --at;
      ++out.indent;
    }
    return out;
  }

  uint32_t End() const { return static_cast<uint32_t>(source_.bytes.size()); }

  void Flush() {
    std::vector<Line> lines = std::move(lines_);
    lines_.clear();
    Leaf leaf;
    leaf.kind = kind_;
    if (quotes_ > 0) leaf.note = "quote";
    if (kind_ == Leaf::Kind::kHeading) {
      leaf.depth = level_;
      kind_ = Leaf::Kind::kParagraph;
    }
    uint32_t limit = End();
    for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
      line->limit = limit;
      if (!line->text.empty()) limit = line->text.ToSource({}).begin;
    }
    for (Line& line : lines) {
      if (!line.text.empty()) leaf.lines.push_back(Finish(std::move(line), line.limit));
    }
    if (leaf.lines.empty()) return;
    if (leaf.kind == Leaf::Kind::kHeading) ReadSetext(leaf);
    if (leaf.kind == Leaf::Kind::kParagraph && !items_.empty() && items_.back()) {
      leaf.kind = Leaf::Kind::kItem;
      leaf.depth = std::max(0, lists_ - 1);
      items_.back() = false;  // a second paragraph of the item is none
    }
    leaves.push_back(std::move(leaf));
  }

  /// A row of short cells is one line, cells apart by a bar; long cells stand alone.
  void AddRow() {
    bool small = true;
    for (const auto& cell : row_) {
      for (const Line& line : cell) small = small && line.text.chars.size() <= 60;
      small = small && cell.size() <= 1;
    }
    Leaf leaf;
    if (small) {
      Line joined;
      for (auto& cell : row_) {
        if (cell.empty() || cell[0].text.empty()) continue;
        if (!joined.text.empty()) {
          joined.text.AppendReplaced(
              " | ", {joined.text.pieces.back().source.end, cell[0].text.ToSource({}).begin});
        }
        joined.text.Append(cell[0].text);
        joined.strong += cell[0].strong;
      }
      if (!joined.text.empty()) leaf.lines.push_back(Finish(std::move(joined), End()));
    } else {
      for (auto& cell : row_) {
        for (Line& line : cell) {
          if (line.text.empty()) continue;
          line.hard = true;
          ResumeLine made = Finish(std::move(line), 0);
          made.span = {made.text.ToSource({}).begin, made.text.pieces.back().source.end};
          leaf.lines.push_back(std::move(made));
        }
      }
    }
    row_.clear();
    if (leaf.lines.empty()) return;
    if (head_ && small && NamesColumns(leaf.lines[0].text.chars)) {
      leaf.kind = Leaf::Kind::kSkipped;
      leaf.span = leaf.lines[0].span;
      leaf.note = "table head";
    }
    leaves.push_back(std::move(leaf));
  }

  /// A rule under several lines, or under a long one, makes no heading of them.
  void ReadSetext(Leaf& leaf) const {
    if (source_.bytes[leaf.lines.front().span.begin] == '#') return;
    if (leaf.lines.size() > 1 || leaf.lines[0].text.chars.size() > 100) leaf.kind = Leaf::Kind::kParagraph;
  }

  /// "Role | Company | Years" over a table: at least half of the cells are labels.
  bool NamesColumns(std::string_view text) const {
    int cells = 0;
    int labels = 0;
    for (size_t at = 0; at < text.size();) {
      const size_t bar = std::min(text.find(" | ", at), text.size());
      ++cells;
      labels += FindLabel(std::string(text.substr(at, bar - at)) + ":", terms_).has_value();
      at = bar + 3;
    }
    return labels * 2 >= cells;
  }

  const Source& source_;
  const OutlineTerms& terms_;
  std::string_view buffer_;  // md4c 0.4.8 looks a byte past its end: it is the end of a std::string
  uint32_t base_ = 0;
  uint32_t covered_ = 0;  // end of the last leaf
  Leaf::Kind kind_ = Leaf::Kind::kParagraph;
  int level_ = 0;
  int lists_ = 0;
  int quotes_ = 0;
  int styled_ = 0;
  int images_ = 0;
  bool head_ = false;  // the cell is in a table's head
  std::vector<bool> items_;  // per open item: its text has not come yet
  std::vector<Line> lines_;
  std::vector<std::vector<Line>> row_;
  Span raw_;
};

// ---- what Pandoc and Jekyll add -----------------------------------------------------------------

/// Removes `{.class}`, `{#id}` after a bracketed text or at the end of a heading, and its brackets.
void StripAttributes(Text& text) {
  for (int round = 0; round < 8; ++round) {
    const std::string& chars = text.chars;
    const auto size = static_cast<uint32_t>(chars.size());
    size_t open = std::string::npos;
    for (size_t at = chars.find('{'); at != std::string::npos; at = chars.find('{', at + 1)) {
      const bool mark = at + 1 < chars.size() && (chars[at + 1] == '.' || chars[at + 1] == '#' || chars[at + 1] == ':');
      if (mark && chars.find('}', at) != std::string::npos) {
        open = at;
        break;
      }
    }
    if (open == std::string::npos) return;
    const size_t close = chars.find('}', open);
    size_t bracket = std::string::npos;
    if (open > 0 && chars[open - 1] == ']') bracket = chars.rfind('[', open);
    Text out;
    const auto add = [&](size_t begin, size_t end) {
      out.Append(text.Slice({static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}));
    };
    if (bracket != std::string::npos) {
      add(0, bracket);
      add(bracket + 1, open - 1);
    } else {
      add(0, open);
    }
    add(close + 1, size);
    text = std::move(out);
  }
}

/// Lines of a page generator, not of a resume.
bool IsMarkupLine(std::string_view text) {
  if (text.starts_with(":::") || text.starts_with("{%") || text.starts_with("{:")) return true;
  if (!text.starts_with('\\') || text.size() < 3) return false;
  return text.find_first_of(" .,") == std::string_view::npos;
}

/// End of the front matter that the file begins with, 0 if there is none.
uint32_t FrontMatterEnd(const Source& source) {
  const std::string_view first = source.Line(1);
  if (first != "---" && first != "+++" ) return 0;
  const std::string_view second = source.Line(2);
  const bool keys = second.find(':') != std::string_view::npos ||
                    second.find('=') != std::string_view::npos || second.starts_with('#') || second == first;
  if (!keys) return 0;
  for (uint32_t line = 2; line <= source.line_starts.size() && line <= 400; ++line) {
    const std::string_view text = source.Line(line);
    if (text != first && !(text == "..." && first == "---")) continue;
    return line < source.line_starts.size() ? source.line_starts[line]
                                            : static_cast<uint32_t>(source.bytes.size());
  }
  return 0;
}

void AddSkipped(Document& document, Span span, const char* note) {
  Block block;
  block.kind = BlockKind::kSkipped;
  block.span = span;
  block.note = note;
  document.blocks.push_back(std::move(block));
}

/// Directives of a front matter stand in its comments.
void AddFrontMatter(Document& document, uint32_t end) {
  AddSkipped(document, {0, end}, "front matter");
  for (uint32_t line = 1; line <= document.source.line_starts.size(); ++line) {
    const uint32_t begin = document.source.line_starts[line - 1];
    if (begin >= end) break;
    const std::string_view text = document.source.Line(line);
    if (text.starts_with('#')) AddDirective(document, {begin, begin + static_cast<uint32_t>(text.size())});
  }
}

/// Leaves out what other tools than Markdown's read.
void Clean(Leaf leaf, std::deque<Leaf>& out) {
  std::vector<ResumeLine> lines;
  bool after_markup = false;
  for (ResumeLine& line : leaf.lines) {
    if (leaf.kind == Leaf::Kind::kParagraph) {
      // What stands before such a line doesn't go on behind it.
      line.starts = line.starts || std::exchange(after_markup, IsMarkupLine(line.text.chars));
      if (after_markup) {
        Leaf skipped;
        skipped.kind = Leaf::Kind::kSkipped;
        skipped.span = line.span;
        skipped.note = "markup";
        out.push_back(std::move(skipped));
        continue;
      }
      // A definition of a definition list stands after a colon; a row of no proper table after a bar.
      const std::string& chars = line.text.chars;
      const auto size = static_cast<uint32_t>(chars.size());
      if (size > 2 && (chars[0] == ':' || chars[0] == '~') && (chars[1] == ' ' || chars[1] == '\t')) {
        line.text = line.text.Slice({2, size});
        line.starts = true;
      } else if (chars[0] == '|') {
        line.text = line.text.Slice({1, size});
      }
    }
    StripAttributes(line.text);
    if (!line.text.empty()) lines.push_back(std::move(line));
  }
  leaf.lines = std::move(lines);
  const bool lined = leaf.kind != Leaf::Kind::kHtml && leaf.kind != Leaf::Kind::kSkipped;
  if (!lined || !leaf.lines.empty()) out.push_back(std::move(leaf));
}

// ---- the reader ---------------------------------------------------------------------------------

void ReadLeaves(Document& document, LeafCollector& collector, const OutlineTerms& terms) {
  std::deque<Leaf> leaves;
  uint32_t fenced = 0;
  bool other = false;
  for (; !collector.leaves.empty(); collector.leaves.pop_front()) {
    Leaf& leaf = collector.leaves.front();
    if (leaf.note == "code") fenced += leaf.span.size();
    other = other || leaf.kind == Leaf::Kind::kItem || leaf.kind == Leaf::Kind::kHtml;
    Clean(std::move(leaf), leaves);
  }
  // A fence that holds the whole resume is the resume.
  if (!other && fenced * 2 > document.source.bytes.size()) {
    for (const Leaf& leaf : leaves) {
      if (leaf.note == "code") ReadPlainText(document, leaf.span, terms);
    }
    std::erase_if(leaves, [](const Leaf& leaf) { return leaf.note == "code"; });
  }
  AddLeaves(document, std::move(leaves), terms);
  for (const Span comment : collector.inline_comments) AddDirective(document, comment);
  std::stable_sort(document.directives.begin(), document.directives.end(),
                   [](const Directive& a, const Directive& b) { return a.span.begin < b.span.begin; });
}

constexpr std::array<std::string_view, 5> kExtensions = {".md", ".markdown", ".mdown", ".mkd", ".rmd"};

int Looks(std::string_view raw) {
  int headings = 0;
  int bold = 0;
  int links = 0;
  size_t lines = 0;
  for (size_t at = 0; at < raw.size() && lines < 2000; ++lines) {
    const size_t end = LineEnd(raw, at);
    const std::string_view line = raw.substr(at, std::min<size_t>(end - at, 2000));
    const size_t marks = line.find_first_not_of('#');
    if (marks != std::string_view::npos && marks >= 1 && marks <= 6 && line[marks] == ' ' &&
        line.find("resumelint:") == std::string_view::npos) {
      ++headings;
    }
    const size_t open = line.find("**");
    bold += open != std::string_view::npos && line.find("**", open + 2) != std::string_view::npos;
    links += line.find("](") != std::string_view::npos;
    at = end + 1;
  }
  if (headings >= 2) return 60;
  if (headings >= 1 && bold + links >= 1) return 60;
  if (headings >= 1) return 40;
  return bold + links >= 2 ? 30 : 0;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  Result<Document> document = MakeDocument(std::move(path), std::move(raw));
  if (!document) return document;
  const uint32_t begin = FrontMatterEnd(document->source);
  if (begin > 0) AddFrontMatter(*document, begin);
  LeafCollector collector(document->source, begin, terms);
  if (!collector.Parse()) {
    return Fail(document->source.path, "cannot be read as Markdown", "try --input-format plain");
  }
  ReadLeaves(*document, collector, terms);
  return document;
}

}  // namespace

constinit const Reader kMarkdownReader = {"markdown", kExtensions, Looks, Read};

}  // namespace resumelint
