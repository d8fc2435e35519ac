#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/leaves.h"
#include "formats/readers.h"

namespace resumelint {

namespace {

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
}

/// Macros whose brackets hold no text.
bool IsUnshownMacro(std::string_view name) {
  for (const std::string_view known : {"image", "icon", "footnote", "video", "audio", "toc", "include", "anchor", "stem", "indexterm"}) {
    if (name == known) return true;
  }
  return false;
}

/// The line's text: links by their words, anchors and images left out, emphasis without its marks.
Text LineText(std::string_view line, uint32_t begin) {
  LineEdits edits;
  size_t word = 0;                          // where the word at hand begins
  size_t colon = std::string_view::npos;    // its first colon
  for (size_t at = 0; at < line.size(); ++at) {
    const std::string_view rest = line.substr(at, 2000);
    if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '(' || rest[0] == ']') {
      word = at + 1;
      colon = std::string_view::npos;
    } else if (rest[0] == ':' && colon == std::string_view::npos) {
      colon = at;
    } else if (rest.starts_with("[[")) {
      const size_t close = rest.find("]]");
      if (close == std::string_view::npos) continue;
      size_t end = at + close + 2;
      while (end < line.size() && line[end] == ']') ++end;
      edits.Add(at, end);
      at = end - 1;
    } else if (rest.starts_with("<<")) {
      const size_t close = rest.find(">>");
      const size_t comma = rest.find(',');
      if (close == std::string_view::npos || comma > close) continue;
      edits.Add(at, at + comma + 1);
      edits.Add(at + close, at + close + 2);
      at += close + 1;
    } else if (rest[0] == '\\' && rest.size() > 1 && !IsWordByte(rest[1]) && rest[1] != ' ') {
      edits.Add(at, at + 1);
      ++at;
    } else if (rest[0] == '[' && colon != std::string_view::npos && colon > word && at > colon) {
      // "https://example.com[words]", "link:x[words]", "image:x[]".
      const size_t close = rest.find(']');
      size_t target = colon;
      while (target > word && line[target - 1] >= 'a' && line[target - 1] <= 'z') --target;
      const std::string_view kind = line.substr(target, colon - target);
      if (close == std::string_view::npos || kind.empty()) continue;
      if (IsUnshownMacro(kind)) {
        edits.Add(target, at + close + 1);
      } else if (close == 1) {  // no words: the address is shown
        edits.Add(at, at + 2);
      } else {
        size_t words = close;
        const size_t comma = rest.substr(0, close).find(",");
        const bool attributes = comma != std::string_view::npos && rest.substr(comma, close - comma).find('=') != std::string_view::npos;
        if (attributes) words = comma;
        edits.Add(target, at + 1);
        edits.Add(at + words, at + close + 1);
      }
      at += close;
      word = at + 1;
      colon = std::string_view::npos;
    }
  }
  edits.Emphasis(line, "*_`#");
  return edits.Build(line, begin);
}

class AsciiDocReader {
 public:
  AsciiDocReader(Document& document, const OutlineTerms& terms)
      : document_(document), terms_(terms), bytes_(document.source.bytes), lines_(SourceLines(document.source)) {}

  void Read() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      const SourceLine& line = lines_[i];
      if (line.blank()) {
        builder_.Close();
        continue;
      }
      i = ReadLine(i, Bytes(line));
    }
    AddLeaves(document_, std::move(builder_.leaves), terms_);
    AddComments(document_, std::move(comments_));
  }

 private:
  std::string_view Bytes(const SourceLine& line) const { return bytes_.substr(line.begin, line.end - line.begin); }

  /// A line of one sign four times or more, as stands around blocks.
  static char Delimiter(std::string_view text) {
    if (text.size() < 4 || text.find_first_not_of(text[0]) != std::string_view::npos) return 0;
    return std::string_view("/-.+=*_~^").find(text[0]) == std::string_view::npos ? 0 : text[0];
  }

  /// Reads the line at `i`; returns the last line that was used.
  size_t ReadLine(size_t i, std::string_view text) {
    const SourceLine& line = lines_[i];
    const char delimiter = Delimiter(text);
    if (delimiter == '/' || delimiter == '-' || delimiter == '.' || delimiter == '+') return SkipBlock(i, text);
    if (delimiter != 0) {
      if (delimiter == '_') builder_.note = builder_.note.empty() ? "quote" : std::string_view();
      return SkipLine(line, "markup");
    }
    if (text.starts_with("//")) {
      comments_.push_back({line.begin, line.end});
      return i;
    }
    if (text.starts_with("|===") || text.starts_with("!===")) {
      in_table_ = !in_table_;
      builder_.Close();
      return SkipLine(line, "markup");
    }
    if (IsAttribute(text) || IsBlockAttributes(text) || IsBlockMacro(text) || text == "+" || text == "--" ||
        text == "'''" || text == "<<<" || text == "---" || text == "***") {
      if (text != "+") builder_.Close();
      return SkipLine(line, "markup");
    }
    if (const size_t marks = HeadingMarks(text); marks > 0) {
      const size_t begin = text.find_first_not_of(" \t", marks);
      Heading(text.substr(begin), line, line.begin + static_cast<uint32_t>(begin), static_cast<int>(marks) - 1);
      return i;
    }
    if (const int level = UnderlinedLevel(i, text); level >= 0) {
      Heading(text, line, line.begin, level);
      builder_.Skip({lines_[i + 1].begin, lines_[i + 1].end}, "markup");
      return i + 1;
    }
    if (in_table_) {
      TableLine(text, line);
      return i;
    }
    if (ListItem(text, line)) return i;
    Plain(text, line);
    return i;
  }

  size_t SkipLine(const SourceLine& line, const char* note) {
    builder_.Skip({line.begin, line.end}, note);
    return static_cast<size_t>(&line - lines_.data());
  }

  size_t SkipBlock(size_t i, std::string_view text) {
    size_t last = i + 1;
    while (last < lines_.size() && Bytes(lines_[last]) != text) ++last;
    if (last == lines_.size()) return SkipLine(lines_[i], "markup");  // a rule, or not closed
    builder_.Close();
    const Span span{lines_[i].begin, lines_[last].end};
    if (text[0] == '/') {
      comments_.push_back(span);
    } else {
      builder_.Skip(span, "code");
    }
    return last;
  }

  static bool IsAttribute(std::string_view text) {
    if (text.size() < 3 || text[0] != ':') return false;
    const size_t close = text.find(':', 1);
    if (close == std::string_view::npos || close == 1) return false;
    const std::string_view name = text.substr(1, close - 1);
    return name.find_first_of(" \t") == std::string_view::npos &&
           (close + 1 == text.size() || text[close + 1] == ' ');
  }

  static bool IsBlockAttributes(std::string_view text) {
    if (text[0] == '.' && text.size() > 1 && text[1] != '.' && text[1] != ' ') return false;
    return text.size() > 1 && text[0] == '[' && text.back() == ']' && !text.starts_with("[[[") &&
           text.find("] ") == std::string_view::npos;
  }

  static bool IsBlockMacro(std::string_view text) {
    const size_t colons = text.find("::");
    if (colons == std::string_view::npos || colons == 0 || text.back() != ']') return false;
    return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(colons),
                       [](char c) { return c >= 'a' && c <= 'z'; });
  }

  static size_t HeadingMarks(std::string_view text) {
    const char mark = text[0];
    if (mark != '=' && mark != '#') return 0;
    const size_t marks = text.find_first_not_of(mark);
    if (marks == std::string_view::npos || marks > 6 || (text[marks] != ' ' && text[marks] != '\t')) return 0;
    return text.substr(marks).find("resumelint:") == std::string_view::npos ? marks : 0;
  }

  /// Level of a title with a line of signs under it, about as long; -1 if it is none.
  int UnderlinedLevel(size_t i, std::string_view text) const {
    if (i + 1 >= lines_.size() || lines_[i + 1].blank() || builder_.InParagraph() || builder_.InItem()) return -1;
    const std::string_view under = Bytes(lines_[i + 1]);
    if (under.size() < 3 || under.find_first_not_of(under[0]) != std::string_view::npos) return -1;
    const size_t level = std::string_view("=-~^+").find(under[0]);
    if (level == std::string_view::npos) return -1;
    const auto width = static_cast<ptrdiff_t>(CountCodePoints(text.substr(0, 400)));
    const ptrdiff_t difference = width - static_cast<ptrdiff_t>(under.size());
    return difference >= -2 && difference <= 2 ? static_cast<int>(level) : -1;
  }

  void Heading(std::string_view text, const SourceLine& line, uint32_t begin, int depth) {
    builder_.Heading(MakeLine(LineText(text, begin), line), depth);
    marks_.clear();
  }

  bool ListItem(std::string_view text, const SourceLine& line) {
    const size_t marks = text[0] == '-' ? 1 : text.find_first_not_of(text[0]);
    size_t end = 0;
    std::string mark;
    if ((text[0] == '*' || text[0] == '.' || text[0] == '-') && marks != std::string_view::npos && marks <= 6) {
      end = marks;
      mark = text.substr(0, marks);
    } else if (text.starts_with("•")) {
      end = 3;
      mark = "•";
    } else {
      while (end < text.size() && end < 3 && text[end] >= '0' && text[end] <= '9') ++end;
      if (end == 0 || end >= text.size() || text[end] != '.') return false;
      ++end;
      mark = "1.";
    }
    if (end >= text.size() || (text[end] != ' ' && text[end] != '\t')) return false;
    size_t begin = text.find_first_not_of(" \t", end);
    for (const std::string_view box : {"[ ] ", "[x] ", "[*] "}) {
      if (text.substr(begin).starts_with(box)) begin += box.size();
    }
    // A mark seen before goes back to its level, a new one goes one deeper.
    const auto known = std::find(marks_.begin(), marks_.end(), mark);
    if (known != marks_.end()) {
      marks_.erase(known + 1, marks_.end());
    } else {
      marks_.push_back(mark);
    }
    builder_.Item(MakeLine(LineText(text.substr(begin), line.begin + static_cast<uint32_t>(begin)), line),
                  static_cast<int>(marks_.size()) - 1);
    return true;
  }

  void Plain(std::string_view text, const SourceLine& line) {
    const bool hard = text.ends_with(" +");
    if (hard) text.remove_suffix(2);
    // "term:: text" or "term::" with its text below.
    const size_t colons = text.find("::");
    const bool term = colons != std::string_view::npos && colons > 0 &&
                      (colons + 2 == text.size() || text[colons + 2] == ' ' || text[colons + 2] == ':');
    if (term) {
      builder_.Close();
      marks_.clear();
      size_t after = colons;
      while (after < text.size() && text[after] == ':') ++after;
      Text shown = LineText(text.substr(0, colons), line.begin);
      const size_t rest = text.find_first_not_of(' ', after);
      if (rest != std::string_view::npos) {
        shown.AppendReplaced(": ", {line.begin + static_cast<uint32_t>(colons), line.begin + static_cast<uint32_t>(rest)});
        shown.Append(LineText(text.substr(rest), line.begin + static_cast<uint32_t>(rest)));
      }
      builder_.Line(MakeLine(std::move(shown), line));
      if (rest == std::string_view::npos) builder_.Close();
      return;
    }
    ResumeLine made = MakeLine(LineText(text, line.begin), line);
    made.starts = hard_break_ && builder_.InParagraph();
    hard_break_ = hard;
    if (!builder_.InItem() && !builder_.InParagraph() && line.indent == 0) marks_.clear();
    builder_.Line(std::move(made));
  }

  /// Cells begin at a bar, which may carry a format: "3+|", "a|".
  void TableLine(std::string_view text, const SourceLine& line) {
    LineEdits edits;
    bool first = true;
    for (size_t bar = text.find('|'); bar != std::string_view::npos; bar = text.find('|', bar + 1)) {
      size_t format = bar;
      while (format > 0 && bar - format < 8 && text[format - 1] != ' ' && text[format - 1] != '|') --format;
      const std::string_view spec = text.substr(format, bar - format);
      if (spec.find_first_not_of("0123456789.+*<>^adehlmsv") != std::string_view::npos) format = bar;
      if (format == 0) {
        edits.Add(0, bar + 1);
      } else {
        edits.Add(format, bar + 1, "| ");
      }
      first = false;
    }
    if (!first) builder_.Close();
    const size_t content = text.find_first_not_of(" |");
    if (content == std::string_view::npos) return;
    if (first && ListItem(text, line)) return;
    edits.Emphasis(text, "*_`#");
    builder_.Line(MakeLine(edits.Build(text, line.begin), line));
  }

  Document& document_;
  const OutlineTerms& terms_;
  std::string_view bytes_;
  std::vector<SourceLine> lines_;
  LeafBuilder builder_;
  std::vector<Span> comments_;
  std::vector<std::string> marks_;  // of the open lists, outer first
  bool in_table_ = false;
  bool hard_break_ = false;
};

constexpr std::array<std::string_view, 3> kExtensions = {".adoc", ".asciidoc", ".asc"};

int Looks(std::string_view raw) {
  const std::string_view head = raw.substr(0, 4000);
  const bool title = head.starts_with("= ") || head.find("\n= ") != std::string_view::npos;
  const bool sections = head.find("\n== ") != std::string_view::npos;
  const bool bullets = raw.find("\n* ") != std::string_view::npos;
  if (title && sections && bullets) return 55;
  return sections && bullets ? 40 : 0;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  Result<Document> document = MakeDocument(std::move(path), std::move(raw));
  if (!document) return document;
  AsciiDocReader(*document, terms).Read();
  return document;
}

}  // namespace

constinit const Reader kAsciiDocReader = {"asciidoc", kExtensions, Looks, Read};

}  // namespace resumelint
