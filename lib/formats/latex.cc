#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/glyphs.h"
#include "formats/latex_names.h"
#include "formats/latex_text.h"
#include "formats/lines.h"
#include "formats/readers.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

constexpr uint32_t kLongHeader = 200;  // bytes; a longer argument is a job's description

bool Holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

class LatexReader {
 public:
  LatexReader(Document& document, const OutlineTerms& terms)
      : document_(document), terms_(terms), scan_(document.source), bytes_(scan_.bytes()),
        lines_reader_(document, terms, HabitsOf(scan_, bytes_)) {}

  void Read() {
    const auto size = static_cast<uint32_t>(bytes_.size());
    const uint32_t begin = FindEnvironment("\\begin{document}");
    if (begin < size) {
      ReadPreamble(begin);
      Body(begin + 16, size);
    } else {
      Body(0, size);
    }
    CloseAll();
    std::vector<Span> comments = scan_.comments();
    comments.insert(comments.end(), comment_environments_.begin(), comment_environments_.end());
    AddComments(document_, std::move(comments));
  }

 private:
  struct Definition {
    LatexKind kind = LatexKind::kOther;
    size_t arguments = 0;
  };
  struct Environment {
    std::string_view name;
    bool items = false;  // an item was seen directly in it
  };

  static LineReader::Habits HabitsOf(const LatexScanner& scan, std::string_view bytes) {
    LineReader::Habits habits;
    habits.glyphs = scan.HoldsItems({0, static_cast<uint32_t>(bytes.size())});
    habits.headings = Holds(bytes, "ection{");
    habits.lines = 2;
    return habits;
  }

  /// Offset of a line outside comments; the file's size if there is none.
  uint32_t FindEnvironment(std::string_view begin) const {
    const std::vector<Span>& comments = scan_.comments();
    for (size_t at = bytes_.find(begin); at != std::string_view::npos; at = bytes_.find(begin, at + 1)) {
      const auto after = std::upper_bound(comments.begin(), comments.end(), at,
                                          [](size_t value, Span span) { return value < span.begin; });
      if (after == comments.begin() || std::prev(after)->end <= at) return static_cast<uint32_t>(at);
    }
    return static_cast<uint32_t>(bytes_.size());
  }

  std::string_view Bytes(Span span) const { return bytes_.substr(span.begin, span.size()); }

  // ---- before \begin{document}: definitions and the person's data ----

  void ReadPreamble(uint32_t end) {
    for (uint32_t at = 0; at < end;) {
      if (bytes_[at] == '%') {
        at = std::max(at + 1, scan_.SkipComment(at));
        continue;
      }
      if (bytes_[at] != '\\') {
        ++at;
        continue;
      }
      if (const uint32_t next = Define(at); next > at) {
        at = next;
      } else if (const uint32_t after = PersonalData(at); after > at) {
        at = after;
      } else {
        at += std::max<uint32_t>(2, 1 + static_cast<uint32_t>(scan_.NameAt(at).size()));
      }
    }
  }

  /// Reads a definition; its body is no text, but tells what the macro does.
  uint32_t Define(uint32_t at) {
    const std::string_view kind = scan_.NameAt(at);
    if (!IsDefinition(kind)) return at;
    uint32_t next = at + 1 + static_cast<uint32_t>(kind.size());
    if (next < bytes_.size() && bytes_[next] == '*') ++next;
    next = scan_.SkipBlanks(next);
    if (next >= bytes_.size()) return next;
    std::string name;
    if (const auto close = scan_.GroupEnd(next)) {
      const Span group{next + 1, *close};
      const size_t slash = Bytes(group).find('\\');
      name = slash == std::string_view::npos ? std::string(Bytes(group).substr(0, 40))
                                             : std::string(scan_.NameAt(group.begin + static_cast<uint32_t>(slash)));
      next = *close + 1;
    } else if (bytes_[next] == '\\') {
      name = scan_.NameAt(next);
      next += 1 + static_cast<uint32_t>(name.size());
    } else {
      return next;
    }
    Definition definition;
    if (kind == "def") {
      while (next < bytes_.size() && bytes_[next] == '#') {
        ++definition.arguments;
        next += 2;
      }
    } else if (next < bytes_.size() && bytes_[next] == '[') {
      const char count = next + 1 < bytes_.size() ? bytes_[next + 1] : '0';
      if (count >= '0' && count <= '9') definition.arguments = static_cast<size_t>(count - '0');
    }
    while (next < bytes_.size() && bytes_[next] == '[') {
      const size_t close = bytes_.substr(next, 200).find(']');
      if (close == std::string_view::npos) break;
      next += static_cast<uint32_t>(close) + 1;
    }
    if (Holds(kind, "DocumentCommand")) {
      next = scan_.SkipBlanks(next);
      if (const auto close = scan_.GroupEnd(next)) {
        const std::string_view spec = Bytes({next + 1, *close});
        definition.arguments = static_cast<size_t>(std::count(spec.begin(), spec.end(), 'm'));
        next = *close + 1;
      }
    }
    const size_t bodies = Holds(kind, "environment") ? 2 : 1;
    for (size_t i = 0; i < bodies; ++i) {
      next = scan_.SkipBlanks(next);
      const auto close = scan_.GroupEnd(next);
      if (!close) break;
      const std::string_view body = Bytes({next + 1, *close});
      if (i == 0 && bodies == 1) definition.kind = KindOfDefinition(name, body, definition.arguments);
      if (bodies == 1 && definition.arguments == 0 && HoldsContent({next + 1, *close})) {
        CloseAll();
        in_definition_ = true;
        Body(next + 1, *close);
        in_definition_ = false;
        CloseAll();
      }
      next = std::min(*close + 1, static_cast<uint32_t>(bytes_.size()));
    }
    if (bodies == 1) definitions_[name] = definition;
    return next;
  }

  /// True for a definition's body that is a part of the resume: `\newcommand{\education}{\section{…} …}`.
  bool HoldsContent(Span body) const {
    if (in_definition_) return false;
    const std::string_view bytes = Bytes(body);
    return (Holds(bytes, "\\section{") || Holds(bytes, "\\section*{") || Holds(bytes, "\\item ")) && !Holds(bytes, "#");
  }

  /// `\name{Kim}{Example}`, `\title{…}`, `\email{…}`, before the first section.
  uint32_t PersonalData(uint32_t at) {
    if (section_seen_) return at;
    const std::string_view name = scan_.NameAt(at);
    const BlockKind kind = PersonalKind(name);
    if (kind == BlockKind::kSkipped) return at;
    const LatexMacro macro = scan_.ReadMacro(at, kind == BlockKind::kHeadline ? 1 : 3);
    if (macro.arguments.empty() || macro.end - at > 600) return at;
    Text text;
    for (const Span argument : macro.arguments) Join(text, scan_.Inline(argument), " ");
    if (text.empty()) return macro.end;
    CloseAll();
    AddBlock(kind, std::move(text), {at, macro.end}, 0);
    return macro.end;
  }

  // ---- the document ----

  void Body(uint32_t at, uint32_t end) {
    while (at < end) {
      const char c = bytes_[at];
      uint32_t next = at;
      if (c == '\n' || c == '\r') {
        next = EmptyLine(at);
        if (next > at) {
          EndParagraph();
          at = next;
          continue;
        }
      }
      if (c == '{') ++braces_;
      if (c == '}') {
        --braces_;
        if (item_open_ && braces_ < item_braces_) CloseItem();
      }
      if (c == '\\') next = Macro(at, end);
      if (next == at) next = scan_.Step(at, end, item_open_ ? item_.text : line_.text);
      if (stop_) return;
      at = next;
    }
  }

  /// After an empty line at a line end, `at` if the next line isn't empty.
  uint32_t EmptyLine(uint32_t at) const {
    uint32_t next = at;
    int ends = 0;
    uint32_t last = at;
    while (next < bytes_.size() && (bytes_[next] == '\n' || bytes_[next] == '\r' || bytes_[next] == ' ' ||
                                    bytes_[next] == '\t')) {
      if (bytes_[next] == '\n' || bytes_[next] == '\r') {
        if (bytes_[next] == '\r' && next + 1 < bytes_.size() && bytes_[next + 1] == '\n') ++next;
        ++ends;
        last = next + 1;
      }
      ++next;
    }
    return ends >= 2 ? last : at;
  }

  /// Handles a macro that shapes the document; returns `at` for those that are part of a text.
  uint32_t Macro(uint32_t at, uint32_t end) {
    const std::string_view name = scan_.NameAt(at);
    if (name.empty()) return at;
    if (name == "begin") return Begin(at);
    if (name == "end") return End(at);
    if (name == "item") return Item(at);
    if (name == "iffalse") return Disabled(at);
    if (name == "par") {
      EndParagraph();
      return at + 4;
    }
    if ((name == "\\" || name == "newline" || name == "tabularnewline") && !item_open_) {
      Text unused;
      const uint32_t next = scan_.Step(at, end, unused);
      EndLine();
      return next;
    }
    if (const uint32_t next = Define(at); next > at) return next;
    if (const uint32_t next = PersonalData(at); next > at) return next;
    const auto defined = definitions_.find(std::string(name));
    const Definition definition = defined == definitions_.end() ? Definition{} : defined->second;
    const std::string lower = Lower(name);
    if (definition.kind == LatexKind::kSection || IsSectionName(lower)) return Section(at, lower);
    if (definition.kind == LatexKind::kEntry || IsEntryName(lower)) return Entry(at, 8, true);
    if (definition.kind == LatexKind::kItem || IsItemName(name)) {
      return ItemMacro(at, lower, definition.arguments);
    }
    return Entry(at, 6, false);
  }

  /// What stands between `\iffalse` and its `\fi`.
  uint32_t Disabled(uint32_t at) {
    uint32_t end = at;
    int depth = 0;
    do {
      const size_t next = bytes_.find('\\', end);
      if (next == std::string_view::npos) {
        end = static_cast<uint32_t>(bytes_.size());
        break;
      }
      const std::string_view name = scan_.NameAt(static_cast<uint32_t>(next));
      end = static_cast<uint32_t>(std::min(next + 1 + std::max<size_t>(name.size(), 1), bytes_.size()));
      if (name.starts_with("if")) ++depth;
      if (name == "fi") --depth;
    } while (depth > 0);
    comment_environments_.push_back({at, end});
    return end;
  }

  uint32_t Begin(uint32_t at) {
    LatexMacro macro = scan_.ReadMacro(at, 1);
    if (macro.arguments.empty()) return at;
    const std::string_view name = Bytes(macro.arguments[0]).substr(0, 60);
    const std::string lower = Lower(name);
    if (name == "comment") {
      const size_t close = bytes_.find("\\end{comment}", macro.end);
      const uint32_t end = close == std::string_view::npos ? static_cast<uint32_t>(bytes_.size())
                                                           : static_cast<uint32_t>(close) + 13;
      comment_environments_.push_back({at, end});
      return end;
    }
    environments_.push_back({name, false});
    FlushLines();
    const bool list = Holds(lower, "item") || Holds(lower, "enum") || Holds(lower, "list") || Holds(lower, "desc");
    if (list) CloseItem();
    uint32_t end = macro.end;
    if (end < bytes_.size() && bytes_[end] == '[') {
      const size_t close = bytes_.substr(end, 400).find(']');
      if (close != std::string_view::npos) end += static_cast<uint32_t>(close) + 1;
    }
    if (list || bytes_[std::min<size_t>(end, bytes_.size() - 1)] != '{') return end;
    const bool entry = Holds(lower, "sub") || IsEntryName(lower);
    macro = scan_.ReadMacro(at, Holds(lower, "section") && !entry ? 2 : 8, !entry);
    macro.arguments.erase(macro.arguments.begin());
    if (lower.starts_with("tab") || lower.starts_with("longtab") || lower.starts_with("array") ||
        lower.starts_with("xltab") || macro.arguments.empty()) {
      return std::max(end, macro.end);
    }
    const bool section = Holds(lower, "section") && !Holds(lower, "sub");
    const Text first = scan_.Inline(Short(macro.arguments[0]));
    if (section || MatchSection(first.chars, terms_).exact) {
      Heading(first, {at, macro.end}, 0);
      return macro.end;
    }
    if (macro.arguments.size() >= 2) return Entry(at, 8, true, 1);
    return macro.end;
  }

  uint32_t End(uint32_t at) {
    const LatexMacro macro = scan_.ReadMacro(at, 1);
    if (macro.arguments.empty()) return at;
    const std::string_view name = Bytes(macro.arguments[0]);
    if (name == "document") {
      stop_ = true;
      return macro.end;
    }
    if (!environments_.empty() && environments_.back().name == name) {
      if (environments_.back().items) {
        CloseItem();
        --lists_;
      }
      environments_.pop_back();
    }
    FlushLines();
    return macro.end;
  }

  int Depth() const { return std::max(0, lists_ - 1); }

  void MarkItems() {
    if (environments_.empty() || environments_.back().items) return;
    environments_.back().items = true;
    ++lists_;
  }

  uint32_t Item(uint32_t at) {
    CloseItem();
    FlushLines();
    MarkItems();
    uint32_t next = at + 1 + static_cast<uint32_t>(scan_.NameAt(at).size());
    item_ = Block{};
    item_.kind = BlockKind::kBullet;
    item_.span = {at, next};
    item_.depth = Depth();
    item_open_ = true;
    item_braces_ = braces_;
    const uint32_t option = scan_.SkipBlanks(next);
    if (option < bytes_.size() && bytes_[option] == '[') {
      const size_t close = bytes_.substr(option, 200).find(']');
      if (close != std::string_view::npos) {
        const Text label = scan_.Inline({option + 1, option + static_cast<uint32_t>(close)});
        next = option + static_cast<uint32_t>(close) + 1;
        // A sign is the item's glyph; words are what a list of descriptions explains.
        if (ShapeOf(label.chars, terms_).words > 0) {
          item_.text.Append(label);
          item_.text.AppendReplaced(label.chars.ends_with(':') ? " " : ": ", {next - 1, next});
        }
      }
    }
    return next;
  }

  /// `\resumeItem{text}`, `\resumeItem{title}{text}`, `\cvitem{label}{text}`.
  uint32_t ItemMacro(uint32_t at, std::string_view lower, size_t defined) {
    const bool doubled = Holds(lower, "double");
    size_t most = defined;
    if (most == 0) most = doubled ? 4 : Holds(lower, "achievement") || Holds(lower, "comment") ? 3 : 2;
    const LatexMacro macro = scan_.ReadMacro(at, most);
    if (macro.arguments.empty()) return lower.ends_with("item") ? Item(at) : at;
    CloseAll();
    if (macro.arguments.size() == 2 && Labelled(macro, at)) return macro.end;
    MarkItems();
    Text text;
    const auto add = [&](uint32_t begin, uint32_t end) {
      text.FoldBlanks();
      if (!text.empty()) AddBlock(BlockKind::kBullet, StripGlyph(std::move(text)), {begin, end}, Depth());
      text = Text{};
    };
    uint32_t begin = at;
    for (size_t i = 0; i < macro.arguments.size(); ++i) {
      const Span argument = macro.arguments[i];
      if (scan_.HoldsItems(argument)) {
        // A list within: what came before is its head.
        if (!text.empty()) line_.text.Append(text);
        FlushLines();
        ++braces_;
        return argument.begin;
      }
      const Text part = scan_.Inline(argument);
      const auto dates = FindDates(part.chars, terms_);
      const bool only_dates = dates && dates->span.size() == part.chars.size();
      if (!(only_dates && i == 0 && macro.arguments.size() > 1)) {
        Join(text, part, text.chars.ends_with(':') ? " " : ": ");
      }
      const bool pair = macro.arguments.size() == 2 || i % 2 == 1;
      if (doubled && pair) {
        add(begin, argument.end);
        begin = argument.end;
      }
    }
    add(begin, macro.end);
    return macro.end;
  }

  /// `\ecvitem{Dates}{2019 -- 2021}`, `\cvitem{2016 -- 2018}{Analyst, Sample Inc}`: rows that name a job, or
  /// its duties, with a label. False for others.
  bool Labelled(const LatexMacro& macro, uint32_t at) {
    if (scan_.HoldsItems(macro.arguments[1])) return false;
    Text label = scan_.Inline(Short(macro.arguments[0]));
    Text value = scan_.Inline(macro.arguments[1]);
    if (label.empty() || value.empty()) return false;
    const Span span{at, macro.end};
    const auto dates = FindDates(label.chars, terms_);
    if (dates && dates->span.size() == label.chars.size()) {
      const LineShape shape = ShapeOf(value.chars, terms_);
      if (!IsRoleLine(shape, true) || !dates->range) return false;
      Join(label, value, " | ");
      AddBlock(BlockKind::kRole, std::move(label), span, 0);
      return true;
    }
    if (IsSubHeading(label.chars, terms_)) {
      MarkItems();
      AddBlock(BlockKind::kBullet, std::move(value), span, Depth());
      return true;
    }
    Join(label, value, label.chars.ends_with(':') ? " " : ": ");
    const auto known = FindLabel(label.chars, terms_);
    if (!known || known->field == OutlineTerms::Field::kSkills) return false;
    AddBlock(BlockKind::kParagraph, std::move(label), span, 0);
    return true;
  }

  uint32_t Section(uint32_t at, std::string_view lower) {
    const LatexMacro macro = scan_.ReadMacro(at, 1);
    if (macro.arguments.empty()) return at;
    int depth = 0;
    for (size_t sub = lower.find("sub"); sub != std::string_view::npos; sub = lower.find("sub", sub + 3)) ++depth;
    Heading(scan_.Inline(macro.arguments[0]), {at, macro.end}, depth);
    return macro.end;
  }

  void Heading(Text text, Span span, int depth) {
    CloseAll();
    section_seen_ = true;
    if (text.empty()) return;
    lines_reader_.EnterSection(text.chars);
    AddBlock(BlockKind::kHeading, std::move(text), span, depth);
  }

  /// A macro with several arguments: if it is known to, or holds dates, it opens a job; its long last
  /// arguments are read on as the job's description. Else it is part of a text.
  uint32_t Entry(uint32_t at, size_t most, bool known, size_t skip = 0) {
    const LatexMacro macro = scan_.ReadMacro(at, most);
    if (macro.arguments.size() < skip + 2) return at;
    Text text;
    bool dates = false;
    bool body = false;
    uint32_t end = macro.end;
    for (size_t i = skip; i < macro.arguments.size(); ++i) {
      const Span argument = macro.arguments[i];
      const bool description = i - skip == 5 || (i - skip == 4 && macro.arguments.size() - skip == 5);
      if (argument.size() > kLongHeader || scan_.HoldsItems(argument) || (known && description)) {
        body = true;
        end = argument.begin;
        break;
      }
      const Text part = scan_.Inline(argument);
      dates = dates || FindDates(part.chars, terms_).has_value();
      Join(text, part, " | ");
    }
    if (!known && (!dates || item_open_ || !line_.text.empty())) return at;
    CloseAll();
    section_seen_ = true;
    const uint32_t last = body ? end - 1 : end;
    if (!text.empty()) AddBlock(BlockKind::kRole, std::move(text), {at, last}, 0);
    if (body) ++braces_;
    return end;
  }

  /// At most as many bytes as a heading has.
  static Span Short(Span span) { return {span.begin, std::min(span.end, span.begin + 300)}; }

  // ---- blocks ----

  static void Join(Text& text, const Text& more, std::string_view joint) {
    if (more.empty()) return;
    if (!text.empty()) {
      text.AppendReplaced(joint, {text.pieces.back().source.end, more.pieces.front().source.begin});
    }
    text.Append(more);
  }

  static Text StripGlyph(Text text) {
    const Glyph glyph = FindGlyph(text.chars);
    if (!glyph.sure || glyph.number || glyph.length >= text.chars.size() || text.chars[0] == 'o') return text;
    return text.Slice({glyph.length, static_cast<uint32_t>(text.chars.size())});
  }

  void AddBlock(BlockKind kind, Text text, Span span, int depth) {
    Block block;
    block.kind = kind;
    block.text = std::move(text);
    block.span = span;
    block.depth = depth;
    document_.blocks.push_back(std::move(block));
  }

  void CloseItem() {
    if (!item_open_) return;
    item_open_ = false;
    item_.text.FoldBlanks();
    item_.text = StripGlyph(std::move(item_.text));
    if (item_.text.empty()) return;
    item_.span.end = item_.text.pieces.back().source.end;
    while (item_.span.end < bytes_.size() && bytes_[item_.span.end] == '}') ++item_.span.end;
    document_.blocks.push_back(std::move(item_));
  }

  void EndLine() {
    line_.text.FoldBlanks();
    ResumeLine line = std::move(line_);
    line_ = ResumeLine{};
    if (line.text.empty()) return;
    line.span = {line.text.ToSource({}).begin, line.text.pieces.back().source.end};
    line.blank_before = lines_.empty();
    line.starts = true;
    lines_.push_back(std::move(line));
  }

  void FlushLines() {
    EndLine();
    if (!lines_.empty()) lines_reader_.Add(lines_);
    lines_.clear();
  }

  void EndParagraph() {
    CloseItem();
    FlushLines();
  }

  void CloseAll() {
    CloseItem();
    FlushLines();
  }

  Document& document_;
  const OutlineTerms& terms_;
  LatexScanner scan_;
  std::string_view bytes_;
  LineReader lines_reader_;
  std::unordered_map<std::string, Definition> definitions_;
  std::vector<Environment> environments_;
  int lists_ = 0;  // open environments with items
  std::vector<Span> comment_environments_;
  int braces_ = 0;
  bool item_open_ = false;
  int item_braces_ = 0;
  Block item_;
  ResumeLine line_;
  std::vector<ResumeLine> lines_;
  bool section_seen_ = false;
  bool in_definition_ = false;
  bool stop_ = false;
};

constexpr std::array<std::string_view, 3> kExtensions = {".tex", ".xtx", ".ltx"};

/// The first thing outside comments is a macro: no other format begins so.
bool BeginsWithMacro(std::string_view raw) {
  for (size_t at = 0; at < raw.size();) {
    at = raw.find_first_not_of(" \t\r\n\xEF\xBB\xBF", at);
    if (at == std::string_view::npos) return false;
    if (raw[at] != '%') return raw[at] == '\\';
    at = std::min(raw.find('\n', at), raw.size());
  }
  return false;
}

int Looks(std::string_view raw) {
  const bool begins = BeginsWithMacro(raw);
  if (Holds(raw, "\\documentclass") || Holds(raw, "\\begin{document}")) return begins ? 95 : 80;
  int marks = 0;
  for (const std::string_view mark : {"\\item", "\\begin{", "\\section", "\\cventry", "\\cvsection", "\\resume",
                                      "\\textbf{", "\\end{", "\\cvitem", "\\href{"}) {
    marks += Holds(raw, mark);
  }
  // Other formats hold pieces of LaTeX; then the name tells.
  return marks >= 2 ? (begins ? 92 : 80) : marks == 1 ? 50 : 0;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  Result<Document> document = MakeDocument(std::move(path), std::move(raw));
  if (!document) return document;
  LatexReader(*document, terms).Read();
  return document;
}

}  // namespace

constinit const Reader kLatexReader = {"latex", kExtensions, Looks, Read};

}  // namespace resumelint
