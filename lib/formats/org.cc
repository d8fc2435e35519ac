#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/leaves.h"
#include "formats/readers.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

/// Bytes of a list mark with the blanks after it, 0 if there is none. A star at column 1 is a heading.
size_t ListMark(std::string_view text, bool indented) {
  size_t end = 0;
  if (text[0] == '-' || text[0] == '+' || (text[0] == '*' && indented)) {
    end = 1;
  } else {
    while (end < text.size() && IsDigit(text[end])) ++end;
    if (end == 0 || end > 3 || end >= text.size() || (text[end] != '.' && text[end] != ')')) return 0;
    ++end;
  }
  if (end >= text.size() || (text[end] != ' ' && text[end] != '\t')) return 0;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  if (text.substr(end, 2) == "[@") {  // where the counting starts
    const size_t close = text.find(']', end);
    if (close != std::string_view::npos) end = close + 1;
  }
  if (text.size() >= end + 3 && text[end] == '[' && text[end + 2] == ']' &&
      std::string_view(" xX-").find(text[end + 1]) != std::string_view::npos) {
    end += 3;
  }
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  return end;
}

/// The line's text: links by their words, macros and footnotes left out, emphasis without its marks.
Text LineText(std::string_view line, uint32_t begin) {
  LineEdits edits;
  size_t link_end = line.find("]]");  // the next one from here on
  for (size_t at = 0; at < line.size(); ++at) {
    if (link_end < at) link_end = line.find("]]", at);
    const std::string_view rest = line.substr(at, 2000);
    const auto drop_to = [&](std::string_view close) {
      const size_t end = rest.find(close);
      if (end == std::string_view::npos) return false;
      edits.Add(at, at + end + close.size());
      at += end + close.size() - 1;
      return true;
    };
    if (rest.starts_with("[[")) {
      const size_t close = link_end - at;
      if (link_end == std::string_view::npos || close >= rest.size()) continue;
      const size_t words = rest.substr(0, close).find("][");
      edits.Add(at, at + (words == std::string_view::npos ? 2 : words + 2));
      edits.Add(at + close, at + close + 2);
      at += close + 1;
    } else if (rest.starts_with("{{{")) {
      drop_to("}}}");
    } else if (rest.starts_with("@@")) {
      const size_t close = line.substr(at + 2, 2000).find("@@");
      if (close == std::string_view::npos) continue;
      edits.Add(at, at + close + 4);
      at += close + 3;
    } else if (rest.starts_with("[fn:")) {
      drop_to("]");
    } else if (rest.starts_with("\\\\")) {
      edits.Add(at, at + 2);
      ++at;
    } else if (rest.starts_with(" :: ")) {
      edits.Add(at, at + 4, ": ");
      at += 3;
    }
  }
  edits.Emphasis(line, "*/_=~+");
  return edits.Build(line, begin);
}

class OrgReader {
 public:
  OrgReader(Document& document, const OutlineTerms& terms)
      : document_(document), terms_(terms), bytes_(document.source.bytes) {}

  void Read() {
    const std::vector<SourceLine> lines = SourceLines(document_.source);
    for (size_t i = 0; i < lines.size(); ++i) {
      const SourceLine& line = lines[i];
      if (line.blank()) {
        if (!builder_.InItem()) builder_.Close();
        after_blank_ = true;
        continue;
      }
      const std::string_view text = Bytes(line);
      if (line.indent == 0 && IsHeading(text)) {
        Heading(text, line);
      } else if (unexported_ > 0) {
        builder_.Skip({line.begin, line.end}, "not exported");
      } else if (text.starts_with("#+")) {
        i = Keyword(lines, i);
      } else if (text == "#" || text.starts_with("# ")) {
        comments_.push_back({line.begin, line.end});
      } else if (IsDrawer(text)) {
        i = Drawer(lines, i);
      } else {
        Content(text, line);
      }
      after_blank_ = false;
    }
    AddLeaves(document_, std::move(builder_.leaves), terms_);
    AddComments(document_, std::move(comments_));
  }

 private:
  std::string_view Bytes(const SourceLine& line) const { return bytes_.substr(line.begin, line.end - line.begin); }

  static bool IsHeading(std::string_view text) {
    const size_t stars = text.find_first_not_of('*');
    return stars != std::string_view::npos && stars > 0 && text[stars] == ' ';
  }

  void Heading(std::string_view text, const SourceLine& line) {
    const size_t stars = text.find_first_not_of('*');
    const auto level = static_cast<int>(std::min<size_t>(stars, 20));
    if (unexported_ > 0 && level > unexported_) {
      builder_.Skip({line.begin, line.end}, "not exported");
      return;
    }
    unexported_ = 0;
    size_t begin = text.find_first_not_of(' ', stars);
    if (begin == std::string_view::npos) begin = text.size();
    size_t end = text.size();
    // Tags: ":work:noexport:" at the end.
    if (text.ends_with(':')) {
      const size_t tags = text.rfind(" :");
      if (tags != std::string_view::npos && text.find(' ', tags + 1) == std::string_view::npos) {
        if (text.substr(tags).find(":noexport:") != std::string_view::npos) unexported_ = level;
        end = tags;
      }
    }
    for (const std::string_view keyword : {"TODO ", "DONE "}) {
      if (text.substr(begin).starts_with(keyword)) begin += keyword.size();
    }
    if (text.substr(begin, 2) == "[#" && text.size() > begin + 4 && text[begin + 3] == ']') begin += 4;
    if (unexported_ > 0 || begin >= end) {
      builder_.Skip({line.begin, line.end}, unexported_ > 0 ? "not exported" : "markup");
      return;
    }
    const Text shown = LineText(text.substr(begin, end - begin), line.begin + static_cast<uint32_t>(begin));
    builder_.Heading(MakeLine(shown, line), level - 1);
    items_.clear();
  }

  /// `#+TITLE:` and the like are no text; blocks of code and exports are skipped whole.
  size_t Keyword(const std::vector<SourceLine>& lines, size_t i) {
    const std::string lower = Lower(Bytes(lines[i]).substr(0, 60));
    for (const char* kind : {"src", "example", "comment", "export"}) {
      if (!lower.starts_with(std::string("#+begin_") + kind)) continue;
      const std::string close = std::string("#+end_") + kind;
      size_t last = i + 1;
      while (last < lines.size() && !Lower(Bytes(lines[last]).substr(0, 60)).starts_with(close)) ++last;
      last = std::min(last, lines.size() - 1);
      builder_.Close();
      builder_.Skip({lines[i].begin, lines[last].end}, "code");
      return last;
    }
    if (lower.starts_with("#+begin_quote")) builder_.note = "quote";
    if (lower.starts_with("#+end_quote")) builder_.note = {};
    builder_.Close();
    builder_.Skip({lines[i].begin, lines[i].end}, "markup");
    return i;
  }

  static bool IsDrawer(std::string_view text) {
    return text.size() > 2 && text[0] == ':' && text.back() == ':' &&
           text.find_first_of(" \t") == std::string_view::npos;
  }

  /// Properties of a heading; those that name employer, title or dates belong to the job.
  size_t Drawer(const std::vector<SourceLine>& lines, size_t i) {
    constexpr size_t kLongest = 200;  // lines; what isn't closed by then isn't closed
    const size_t most = std::min(lines.size(), i + kLongest);
    size_t last = i + 1;
    while (last < most && Lower(Bytes(lines[last]).substr(0, 10)) != ":end:") {
      if (lines[last].indent == 0 && !lines[last].blank() && IsHeading(Bytes(lines[last]))) break;
      ++last;
    }
    const bool closed = last < most && !IsHeading(Bytes(lines[last]));
    if (!closed) {
      builder_.Skip({lines[i].begin, lines[i].end}, "markup");
      return i;
    }
    for (size_t k = i; k <= last; ++k) {
      const std::string_view text = Bytes(lines[k]);
      const bool property = text.size() > 1 && text[0] == ':';
      const auto label = property ? FindLabel(text.substr(1), terms_) : std::nullopt;
      using Field = OutlineTerms::Field;
      if (label && (label->field == Field::kOrganisation || label->field == Field::kTitle || label->field == Field::kDates)) {
        ResumeLine line = MakeLine(LineText(text.substr(1), lines[k].begin + 1), lines[k]);
        line.starts = true;
        builder_.Line(std::move(line));
      } else if (!lines[k].blank()) {
        builder_.Skip({lines[k].begin, lines[k].end}, "markup");
      }
    }
    return last;
  }

  void Content(std::string_view text, const SourceLine& line) {
    if (text[0] == '|') {
      TableRow(text, line);
      return;
    }
    if (const size_t mark = ListMark(text, line.indent > 0); mark > 0 && mark < text.size()) {
      while (!items_.empty() && items_.back() >= line.indent) items_.pop_back();
      items_.push_back(line.indent);
      builder_.Item(MakeLine(LineText(text.substr(mark), line.begin + static_cast<uint32_t>(mark)), line),
                    static_cast<int>(items_.size()) - 1);
      return;
    }
    if (builder_.InItem() && (line.indent <= items_.back() || after_blank_)) builder_.Close();
    if (!builder_.InItem() && line.indent == 0) items_.clear();
    ResumeLine made = MakeLine(LineText(text, line.begin), line);
    made.starts = hard_break_ && builder_.InParagraph();
    hard_break_ = text.ends_with("\\\\");
    builder_.Line(std::move(made));
  }

  void TableRow(std::string_view text, const SourceLine& line) {
    builder_.Close();
    if (text.find_first_not_of("|-+ ") == std::string_view::npos) {
      builder_.Skip({line.begin, line.end}, "markup");
      return;
    }
    size_t begin = 1;
    size_t end = text.size();
    if (text.back() == '|' && end > 1) --end;
    while (begin < end && text[begin] == ' ') ++begin;
    builder_.Line(MakeLine(LineText(text.substr(begin, end - begin), line.begin + static_cast<uint32_t>(begin)), line));
    builder_.Close();
  }

  Document& document_;
  const OutlineTerms& terms_;
  std::string_view bytes_;
  LeafBuilder builder_;
  std::vector<Span> comments_;
  std::vector<uint32_t> items_;  // indentation of the open items, outer first
  bool after_blank_ = false;
  bool hard_break_ = false;
  int unexported_ = 0;  // level of the heading under which nothing is exported
};

constexpr std::array<std::string_view, 1> kExtensions = {".org"};

int Looks(std::string_view raw) {
  const std::string_view head = raw.substr(0, 4000);
  const auto holds = [](std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; };
  if (holds(head, "#+")) {
    const std::string lower = Lower(head);
    if (lower.starts_with("#+title:") || holds(lower, "\n#+title:") || holds(lower, "#+options:") || holds(lower, "#+latex_")) {
      return 92;
    }
  }
  const bool heading = head.starts_with("* ") || holds(head, "\n* ");
  return heading && holds(head, "\n** ") ? 45 : 0;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  Result<Document> document = MakeDocument(std::move(path), std::move(raw));
  if (!document) return document;
  OrgReader(*document, terms).Read();
  return document;
}

}  // namespace

constinit const Reader kOrgReader = {"org", kExtensions, Looks, Read};

}  // namespace resumelint
