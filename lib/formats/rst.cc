#include <algorithm>
#include <array>
#include <string>

#include "base/source.h"
#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/leaves.h"
#include "formats/readers.h"

namespace resumelint {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsRuler(std::string_view text, size_t least) {
  if (text.size() < least || text.find_first_not_of(text[0]) != std::string_view::npos) return false;
  return std::string_view("=-`:'\"~^_*+#<>.!$%&,;?@|/\\").find(text[0]) != std::string_view::npos;
}

/// A ruler with gaps, over and under the rows of a simple table.
bool IsTableRuler(std::string_view text) {
  return text.size() >= 5 && text.find_first_not_of("= ") == std::string_view::npos &&
         text.find(' ') != std::string_view::npos && text.find("==") != std::string_view::npos;
}

size_t ListMark(std::string_view text) {
  size_t end = 0;
  if (text[0] == '*' || text[0] == '-' || text[0] == '+') {
    end = 1;
  } else if (text.starts_with("•") || text.starts_with("‣") || text.starts_with("⁃")) {
    end = 3;
  } else {
    const bool bracket = text[0] == '(';
    if (bracket) end = 1;
    if (text.substr(end).starts_with("#.")) {
      end += 1;
    } else {
      const size_t digits = end;
      while (end < text.size() && IsDigit(text[end])) ++end;
      if (end == digits || end > digits + 3) return 0;
    }
    if (end >= text.size() || (text[end] != ')' && (bracket || text[end] != '.'))) return 0;
    ++end;
  }
  if (end >= text.size() || (text[end] != ' ' && text[end] != '\t')) return 0;
  return text.find_first_not_of(" \t", end);
}

/// The line's text: links by their words, roles by theirs, emphasis without its marks.
Text LineText(std::string_view line, uint32_t begin) {
  LineEdits edits;
  for (size_t at = 0; at < line.size(); ++at) {
    const char c = line[at];
    if (c == '\\' && at + 1 < line.size()) {
      const bool blank = line[at + 1] == ' ';
      edits.Add(at, at + (blank ? 2 : 1));
      ++at;
    } else if (c == '`' && line.substr(at, 2) == "``") {
      const size_t close = line.substr(at + 2, 2000).find("``");
      if (close == std::string_view::npos) continue;
      edits.Add(at, at + 2);
      edits.Add(at + 2 + close, at + 4 + close);
      at += 3 + close;
    } else if (c == '`') {
      const size_t length = line.substr(at + 1, 2000).find('`');
      if (length == std::string_view::npos) continue;
      const size_t close = at + 1 + length;
      // A role stands before it, ":kbd:`x`".
      size_t open = at;
      if (at > 1 && line[at - 1] == ':') {
        const size_t role = line.substr(0, at - 1).rfind(':');
        if (role != std::string_view::npos && at - role < 30 && !edits.Covers(role)) open = role;
      }
      edits.Add(open, at + 1);
      size_t words = close;
      const size_t target = line.substr(at, close - at).rfind('<');
      if (target != std::string_view::npos && line[close - 1] == '>' && target > 1) {
        words = at + target;
        while (words > at + 1 && line[words - 1] == ' ') --words;
      }
      size_t end = close + 1;
      while (end < line.size() && end < close + 3 && line[end] == '_') ++end;
      edits.Add(words, end);
      at = end - 1;
    } else if (c == '|' && at + 1 < line.size() && line[at + 1] != ' ' && line[at + 1] != '|') {
      const size_t length = line.substr(at + 1, 60).find('|');  // a substitution
      if (length == std::string_view::npos || line.substr(at + 1, length).find(' ') != std::string_view::npos) continue;
      edits.Add(at, at + length + 2);
      at += length + 1;
    }
  }
  edits.Emphasis(line, "*");
  return edits.Build(line, begin);
}

class RstReader {
 public:
  RstReader(Document& document, const OutlineTerms& terms)
      : document_(document), terms_(terms), bytes_(document.source.bytes), lines_(SourceLines(document.source)) {}

  void Read() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].blank()) {
        after_blank_ = true;
        if (!builder_.InItem()) builder_.Close();
        continue;
      }
      i = ReadLine(i, Bytes(lines_[i]));
      after_blank_ = false;
    }
    AddLeaves(document_, std::move(builder_.leaves), terms_);
    AddComments(document_, std::move(comments_));
  }

 private:
  std::string_view Bytes(const SourceLine& line) const { return bytes_.substr(line.begin, line.end - line.begin); }
  bool Blank(size_t i) const { return i >= lines_.size() || lines_[i].blank(); }

  size_t ReadLine(size_t i, std::string_view text) {
    const SourceLine& line = lines_[i];
    if (text == ".." || text.starts_with(".. ")) return Explicit(i, text);
    if (IsTableRuler(text) || (text[0] == '+' && text.find_first_not_of("+-=") == std::string_view::npos && text.size() > 3)) {
      in_grid_ = text[0] == '+';
      builder_.Close();
      builder_.Skip({line.begin, line.end}, "markup");
      return i;
    }
    // Overline, title, underline.
    if (IsRuler(text, 3) && !Blank(i + 1) && !Blank(i + 2) && IsRuler(Bytes(lines_[i + 2]), 3) &&
        Bytes(lines_[i + 2])[0] == text[0] && ListMark(Bytes(lines_[i + 1])) == 0) {
      builder_.Skip({line.begin, line.end}, "markup");
      Heading(lines_[i + 1], text[0], true);
      builder_.Skip({lines_[i + 2].begin, lines_[i + 2].end}, "markup");
      return i + 2;
    }
    if (IsRuler(text, 4)) {
      builder_.Close();
      builder_.Skip({line.begin, line.end}, "markup");
      return i;
    }
    const bool titled = line.indent == 0 && !Blank(i + 1) && lines_[i + 1].indent == 0 && IsRuler(Bytes(lines_[i + 1]), 3);
    if (titled) {
      const size_t width = CountCodePoints(text.substr(0, 1000));
      if (Bytes(lines_[i + 1]).size() + 2 >= std::min<size_t>(width, 6) && (!builder_.InParagraph() || after_blank_)) {
        Heading(line, Bytes(lines_[i + 1])[0], false);
        builder_.Skip({lines_[i + 1].begin, lines_[i + 1].end}, "markup");
        return i + 1;
      }
    }
    Content(i, text, line);
    return i;
  }

  void Heading(const SourceLine& line, char sign, bool over) {
    const std::string style = {sign, over ? '2' : '1'};
    auto known = std::find(styles_.begin(), styles_.end(), style);
    if (known == styles_.end()) known = styles_.insert(styles_.end(), style);
    builder_.Heading(MakeLine(LineText(Bytes(line), line.begin), line), static_cast<int>(known - styles_.begin()));
    items_.clear();
  }

  /// Comments, targets and directives, which begin with two dots.
  size_t Explicit(size_t i, std::string_view text) {
    const SourceLine& line = lines_[i];
    const std::string_view rest = text.size() > 3 ? text.substr(text.find_first_not_of(' ', 2)) : std::string_view();
    const size_t colons = rest.substr(0, 80).find("::");
    const std::string_view name = colons == std::string_view::npos ? std::string_view() : rest.substr(0, colons);
    const bool directive = !name.empty() && name.find(' ') == std::string_view::npos;
    bool comment = !directive && !rest.starts_with('_') && !rest.starts_with('[') && !rest.starts_with('|');
    bool whole = comment || !directive;
    for (const std::string_view unshown : {"raw", "image", "figure", "include", "code", "code-block", "meta", "highlight", "math", "only"}) {
      whole = whole || name == unshown;
    }
    size_t last = i;
    const auto within = [&](size_t k) { return k < lines_.size() && (lines_[k].blank() || lines_[k].indent > line.indent); };
    if (whole && !(comment && rest.empty() && Blank(i + 1))) {
      for (size_t k = i + 1; within(k); ++k) {
        if (!lines_[k].blank()) last = k;
      }
    } else {  // the options of a directive whose content is text
      for (size_t k = i + 1; k < lines_.size() && !lines_[k].blank() && within(k) && Bytes(lines_[k])[0] == ':'; ++k) last = k;
    }
    builder_.Close();
    const Span span{line.begin, lines_[last].end};
    if (comment) {
      comments_.push_back(span);
    } else {
      builder_.Skip(span, "markup");
    }
    return last;
  }

  void Content(size_t i, std::string_view text, const SourceLine& given) {
    SourceLine line = given;
    // A row of a grid table: its outer bars are no text.
    if (in_grid_ && text[0] == '|') {
      text.remove_prefix(1);
      if (text.ends_with('|')) text.remove_suffix(1);
      const size_t begin = text.find_first_not_of(' ');
      if (begin == std::string_view::npos) return;
      text.remove_prefix(begin);
      line.begin += static_cast<uint32_t>(begin) + 1;
      line.indent += static_cast<uint32_t>(begin) + 1;
      while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    }
    if (const size_t mark = ListMark(text); mark > 0 && mark < text.size()) {
      while (!items_.empty() && items_.back() >= line.indent) items_.pop_back();
      items_.push_back(line.indent);
      builder_.Item(MakeLine(LineText(text.substr(mark), line.begin + static_cast<uint32_t>(mark)), line),
                    static_cast<int>(items_.size()) - 1);
      return;
    }
    if (builder_.InItem() && (line.indent <= items_.back() || after_blank_)) builder_.Close();
    if (!builder_.InItem() && line.indent == 0) items_.clear();
    uint32_t begin = line.begin;
    bool starts = false;
    if (text.starts_with("| ")) {  // a line block keeps its lines
      text.remove_prefix(2);
      begin += 2;
      starts = true;
    } else if (text[0] == ':' && text.find(": ", 1) != std::string_view::npos) {  // a field: ":Email: x"
      text.remove_prefix(1);
      begin += 1;
      starts = true;
    } else if (text.ends_with("::")) {
      text.remove_suffix(1);
    }
    // What is indented under a term defines it.
    const bool defines = i > 0 && !lines_[i - 1].blank() && line.indent > lines_[i - 1].indent;
    ResumeLine made = MakeLine(LineText(text, begin), line);
    made.starts = (starts || defines) && builder_.InParagraph();
    builder_.Line(std::move(made));
  }

  Document& document_;
  const OutlineTerms& terms_;
  std::string_view bytes_;
  std::vector<SourceLine> lines_;
  LeafBuilder builder_;
  std::vector<Span> comments_;
  std::vector<std::string> styles_;  // of titles, in the order in which they came
  std::vector<uint32_t> items_;      // indentation of the open items, outer first
  bool after_blank_ = false;
  bool in_grid_ = false;
};

constexpr std::array<std::string_view, 2> kExtensions = {".rst", ".rest"};

int Looks(std::string_view raw) {
  // Two titles with a ruler as long under them, and something only reStructuredText has.
  int titles = 0;
  std::string_view before;
  for (size_t at = 0; at < raw.size() && at < 20000;) {
    const size_t end = LineEnd(raw, at);
    const std::string_view line = raw.substr(at, end - at);
    const bool ruler = IsRuler(line, 3);
    if (ruler && line[0] != '*') {
      const size_t width = CountCodePoints(before.substr(0, 200));
      titles += width >= 3 && line.size() >= width && line.size() < width + 12;
    }
    before = ruler ? std::string_view() : line;
    at = end + 1;
  }
  const bool marks = raw.find("\n.. ") != std::string_view::npos || raw.find("`_") != std::string_view::npos;
  if (marks && titles >= 1) return 60;
  return titles >= 2 ? 25 : 0;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  Result<Document> document = MakeDocument(std::move(path), std::move(raw));
  if (!document) return document;
  RstReader(*document, terms).Read();
  return document;
}

}  // namespace

constinit const Reader kRstReader = {"rst", kExtensions, Looks, Read};

}  // namespace resumelint
