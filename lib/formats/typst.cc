#include <algorithm>
#include <array>
#include <string>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/leaves.h"
#include "formats/readers.h"
#include "formats/tree_keys.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

bool IsNameByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || (c & 0x80) != 0;
}

/// Functions of the language itself whose strings are settings, not text.
bool IsLayout(std::string_view name) {
  for (const std::string_view known :
       {"text", "page", "par", "link", "image", "box", "block", "rect", "line", "h", "v", "align", "grid", "table", "stack",
        "columns", "pad", "place", "rotate", "scale", "raw", "cite", "figure", "colbreak", "pagebreak", "circle", "rgb", "luma",
        "datetime", "include", "import", "icon", "fa-icon", "counter", "heading", "footnote", "label", "ref", "square", "ellipse",
        "polygon", "path", "move", "hide", "repeat", "cell", "document", "bibliography", "parbreak"}) {
    if (name == known) return true;
  }
  return name.starts_with("fa-");
}

/// Arguments whose strings are settings.
bool IsSetting(std::string_view key) {
  for (const std::string_view known :
       {"fill", "font", "size", "url", "link", "logo", "image", "icon", "lang", "region", "paper", "style", "color", "stroke", "weight",
        "width", "height", "inset", "radius", "margin", "accent-color", "font-family", "spacing", "align", "date-format", "theme",
        "website-url", "columns", "gutter"}) {
    if (key == known) return true;
  }
  return false;
}

/// A scanner with an explicit stack of modes: markup, the arguments of a call, a block of code.
class TypstReader {
 public:
  TypstReader(Document& document, const OutlineTerms& terms)
      : document_(document), terms_(terms), bytes_(document.source.bytes), size_(static_cast<uint32_t>(bytes_.size())) {}

  /// False where it is nested deeper than a resume is.
  bool Read() {
    constexpr size_t kDeepest = 512;
    modes_.emplace_back();
    for (uint32_t at = 0; at < size_;) {
      const uint32_t next = Step(at);
      at = std::max(next, at + 1);
      if (modes_.size() > kDeepest) return false;
    }
    EndLine();
    builder_.Close();
    AddLeaves(document_, std::move(builder_.leaves), terms_);
    AddComments(document_, std::move(comments_));
    return true;
  }

 private:
  struct Mode {
    enum Kind { kMarkup, kArguments, kCode } kind = kMarkup;
    int owner = -1;         // index of the outermost open call whose strings may be text
    bool setting = false;   // it stands in an argument that is a setting
    bool items = false;     // kArguments: of a list; kMarkup: an item of it
    int nesting = 0;        // kMarkup: brackets that are text
    std::string key;        // kArguments: the name before the last colon
    Text text;              // kArguments: what its strings show
    std::string last;       // kArguments: the last string added
    uint32_t begin = 0;
  };

  uint32_t Step(uint32_t at) {
    const char c = bytes_[at];
    if (c == '/' && at + 1 < size_ && (bytes_[at + 1] == '/' || bytes_[at + 1] == '*')) {
      if (const uint32_t end = Comment(at); end > at) return end;
    }
    if (modes_.back().kind == Mode::kMarkup) return Markup(at, c);
    return Code(at, c);
  }

  uint32_t Comment(uint32_t at) {
    if (bytes_[at + 1] == '/') {
      if (at > 0 && bytes_[at - 1] == ':') return at;  // an address
      uint32_t end = at;
      while (end < size_ && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
      comments_.push_back({at, end});
      return end;
    }
    int depth = 0;
    uint32_t end = at;
    while (end + 1 < size_) {
      const std::string_view two = bytes_.substr(end, 2);
      if (two == "/*") {
        ++depth;
        end += 2;
      } else if (two == "*/") {
        --depth;
        end += 2;
        if (depth == 0) break;
      } else {
        ++end;
      }
    }
    if (depth > 0) end = size_;
    comments_.push_back({at, end});
    return end;
  }

  // ---- markup ----

  uint32_t Markup(uint32_t at, char c) {
    if (c == '\n' || c == '\r') {
      EndLine();
      at_line_start_ = true;
      indent_ = 0;
      return c == '\r' && at + 1 < size_ && bytes_[at + 1] == '\n' ? at + 2 : at + 1;
    }
    Mode& mode = modes_.back();
    if (c == '[' && call_end_ == at) return OpenContent(at, false, false);
    if (c == ']' && mode.nesting == 0 && modes_.size() > 1) {
      EndContent(at);
      return at + 1;
    }
    if (c == '[') ++mode.nesting;
    if (c == ']' && mode.nesting > 0) --mode.nesting;
    if (at_line_start_) {
      if (c == ' ' || c == '\t') {
        indent_ += c == '\t' ? 4 : 1;
        return at + 1;
      }
      at_line_start_ = false;
      line_.indent = indent_;
      if (const uint32_t next = LineMark(at); next > at) return next;
    }
    Text& text = line_.text;
    switch (c) {
      case '#':
        return Hash(at);
      case '\\': {
        if (at + 1 >= size_ || bytes_[at + 1] == '\n' || bytes_[at + 1] == '\r' || bytes_[at + 1] == ' ') {
          hard_break_ = true;
          return at + 1;
        }
        if (bytes_.substr(at + 1, 2) == "u{") return CodePointEscape(at);
        const uint32_t length = DecodeAt(bytes_, at + 1).length;
        text.AppendVerbatim(bytes_.substr(at + 1, length), at + 1);
        return at + 1 + length;
      }
      case '*':
      case '_':
      case '$': {
        // Marks stand at the edge of a word; within one they are letters.
        const bool before = at > 0 && IsNameByte(bytes_[at - 1]) && bytes_[at - 1] != '_';
        const bool after = at + 1 < size_ && IsNameByte(bytes_[at + 1]) && bytes_[at + 1] != '_';
        if (before && after) break;
        const bool blanks = (at == 0 || bytes_[at - 1] == ' ') && (at + 1 >= size_ || bytes_[at + 1] == ' ');
        if (blanks) break;
        return at + 1;
      }
      case '`':
        return at + 1;
      case '~':
        text.AppendReplaced(" ", {at, at + 1});
        return at + 1;
      case '-': {
        uint32_t end = at;
        while (end < size_ && bytes_[end] == '-' && end - at < 3) ++end;
        if (end - at == 1) break;
        text.AppendReplaced(end - at == 2 ? "–" : "—", {at, end});
        return end;
      }
      case '<': {  // a label
        uint32_t end = at + 1;
        while (end < size_ && end - at < 60 && (IsNameByte(bytes_[end]) || bytes_[end] == ':')) ++end;
        if (end > at + 1 && end < size_ && bytes_[end] == '>') return end + 1;
        break;
      }
      default:
        break;
    }
    uint32_t end = at + 1;
    while (end < size_ && std::string_view("\n\r[]#\\*_$`~-</").find(bytes_[end]) == std::string_view::npos) ++end;
    text.AppendVerbatim(bytes_.substr(at, end - at), at);
    return end;
  }

  /// `\u{2022}`
  uint32_t CodePointEscape(uint32_t at) {
    uint32_t end = at + 3;
    char32_t value = 0;
    while (end < size_ && end < at + 10 && bytes_[end] != '}') {
      const char digit = static_cast<char>(bytes_[end] | 32);
      const bool decimal = bytes_[end] >= '0' && bytes_[end] <= '9';
      if (!decimal && (digit < 'a' || digit > 'f')) return at + 1;
      value = value * 16 + static_cast<char32_t>(decimal ? bytes_[end] - '0' : digit - 'a' + 10);
      ++end;
    }
    const bool valid = end < size_ && bytes_[end] == '}' && value > 0 && value <= 0x10FFFF && (value < 0xD800 || value > 0xDFFF);
    if (!valid) return at + 1;
    std::string shown;
    AppendUtf8(shown, value);
    line_.text.AppendReplaced(shown, {at, end + 1});
    return end + 1;
  }

  /// A heading's or item's mark at the start of a line; `at` if there is none.
  uint32_t LineMark(uint32_t at) {
    uint32_t end = at;
    const auto blank = [&](uint32_t i) { return i < size_ && (bytes_[i] == ' ' || bytes_[i] == '\t'); };
    if (bytes_[at] == '=') {
      while (end < size_ && bytes_[end] == '=') ++end;
      if (!blank(end) || end - at > 6) return at;
      role_ = LineRole::kHeading;
      level_ = static_cast<int>(end - at) - 1;
    } else if (bytes_[at] == '-' || bytes_[at] == '+') {
      end = at + 1;
      if (!blank(end)) return at;
      role_ = LineRole::kItem;
    } else if (bytes_[at] == '/' && blank(at + 1)) {
      end = at + 1;
      role_ = LineRole::kTerm;
    } else {
      while (end < size_ && end - at < 3 && bytes_[end] >= '0' && bytes_[end] <= '9') ++end;
      if (end == at || end >= size_ || bytes_[end] != '.' || !blank(end + 1)) return at;
      ++end;
      role_ = LineRole::kItem;
    }
    line_.span.begin = at;
    marked_ = true;
    while (blank(end)) ++end;
    return end;
  }

  /// What a hash opens in markup: a statement, a call or a value.
  uint32_t Hash(uint32_t at) {
    uint32_t end = at + 1;
    while (end < size_ && (IsNameByte(bytes_[end]) || (bytes_[end] == '.' && end + 1 < size_ && IsNameByte(bytes_[end + 1])))) ++end;
    const std::string_view path = bytes_.substr(at + 1, end - at - 1);
    if (path == "let" || path == "set" || path == "import" || path == "include" || path == "show" || path == "context" ||
        path == "if" || path == "for" || path == "while" || path == "return") {
      return Statement(at, end, path);
    }
    if (path.empty()) {
      if (end < size_ && (bytes_[end] == '(' || bytes_[end] == '{')) return Open(end, "");
      return end;
    }
    const std::string_view name = path.substr(path.rfind('.') == std::string_view::npos ? 0 : path.rfind('.') + 1);
    if (end < size_ && bytes_[end] == '(') return Open(end, name);
    if (end < size_ && bytes_[end] == '[') return OpenContent(end, name == "list" || name == "enum", false);
    if (path.starts_with("sym.")) line_.text.AppendReplaced(name == "bullet" ? "•" : name == "dash" ? "–" : "·", {at, end});
    return end;
  }

  /// The bracket of `#let experience = [ … ]`, where it holds a list; else `at`.
  uint32_t ContentOf(uint32_t at) const {
    const std::string_view rest = bytes_.substr(at, 4000);
    const size_t open = rest.find_first_of("([{\"\r\n");
    if (open == std::string_view::npos || rest[open] != '[' || rest.substr(0, open).find('=') == std::string_view::npos) return at;
    const size_t line = rest.find_first_not_of(" \t\r", open + 1);
    const bool list = rest.find("\n- ", open) != std::string_view::npos || rest.find(" - ", open) != std::string_view::npos;
    return line != std::string_view::npos && rest[line] == '\n' && list ? at + static_cast<uint32_t>(open) : at;
  }

  /// A statement goes to the end of its line, or of the brackets that are open there.
  uint32_t Statement(uint32_t at, uint32_t end, std::string_view path) {
    if (path == "if" || path == "for" || path == "while" || path == "context") {
      // Their bodies are text: go on after the condition.
      const size_t body = bytes_.substr(0, std::min(size_, end + 1000)).find_first_of("[{\n\r", end);
      if (body != std::string_view::npos && bytes_[body] != '\n' && bytes_[body] != '\r') return Open(static_cast<uint32_t>(body), "");
    }
    if (const uint32_t body = path == "let" ? ContentOf(end) : end; body > end) return OpenContent(body, false, false);
    const bool shows_data = path == "show";
    int depth = 0;
    bool string = false;
    uint32_t last = end;
    uint32_t with = 0;
    for (; last < size_; ++last) {
      const char c = bytes_[last];
      if (string && c != '\n' && c != '\r') {
        if (c == '\\' && last + 1 < size_ && bytes_[last + 1] != '\n' && bytes_[last + 1] != '\r') ++last;
        if (c == '"') string = false;
        continue;
      }
      string = false;
      if (c == '/' && last + 1 < size_ && bytes_[last + 1] == '/' && bytes_[last - 1] != ':') {
        while (last + 1 < size_ && bytes_[last + 1] != '\n' && bytes_[last + 1] != '\r') ++last;
        continue;
      }
      if (c == '"') string = true;
      if (c == '(' || c == '[' || c == '{') ++depth;
      if (c == ')' || c == ']' || c == '}') {
        if (depth == 0) break;
        --depth;
      }
      if (depth == 0 && (c == '\n' || c == '\r' || c == ';')) break;
      if (shows_data && with == 0 && depth == 1 && c == '(' && bytes_.substr(last >= 5 ? last - 5 : 0, 5) == ".with") with = last;
    }
    if (with > 0) return PersonalData(with, last);
    if (path == "let") Author(at, last);
    return last;
  }

  /// `#show: resume.with(author: "Kim Example", email: "…")`: its strings are the person's data.
  uint32_t PersonalData(uint32_t open, uint32_t end) {
    uint32_t begin = open + 1;
    std::string key;
    for (uint32_t at = begin; at < end; ++at) {
      const char c = bytes_[at];
      if (c == ':' ) {
        uint32_t name = at;
        while (name > begin && IsNameByte(bytes_[name - 1])) --name;
        key = bytes_.substr(name, at - name);
      }
      if (c != '"') continue;
      uint32_t close = at + 1;
      while (close < end && bytes_[close] != '"') close += bytes_[close] == '\\' ? 2 : 1;
      close = std::min(close, end);
      Personal(key, {at + 1, close});
      at = close;
    }
    return end;
  }

  /// `#let name = "Kim Example"`.
  void Author(uint32_t begin, uint32_t end) {
    const std::string_view text = bytes_.substr(begin, end - begin);
    const size_t equals = text.find('=');
    const size_t open = text.find('"');
    if (equals == std::string_view::npos || open == std::string_view::npos || open < equals) return;
    if (text.substr(equals + 1, open - equals - 1).find_first_not_of(" \t") != std::string_view::npos) return;
    const size_t close = text.find('"', open + 1);
    if (close == std::string_view::npos || close + 1 != text.find_last_not_of(" \t;") + 1) return;
    size_t name = equals;
    while (name > 0 && text[name - 1] == ' ') --name;
    size_t first = name;
    while (first > 0 && IsNameByte(text[first - 1])) --first;
    Personal(text.substr(first, name - first), {begin + static_cast<uint32_t>(open) + 1, begin + static_cast<uint32_t>(close)});
  }

  /// Only what is a name, a title or a way to reach the person.
  void Personal(std::string_view key, Span value) {
    if (value.begin >= value.end || value.size() > 200) return;
    const std::string lower = Lower(key);
    const bool name = lower == "author" || lower == "name" || lower == "firstname" || lower == "lastname";
    const bool title = lower == "position" || lower == "positions" || lower == "title" || lower == "headline" || lower == "job-title" || lower == "profession";
    Text text;
    text.AppendVerbatim(bytes_.substr(value.begin, value.size()), value.begin);
    const bool contact = ShapeOf(text.chars, terms_).contact;
    if (!name && !title && !contact) return;
    Block block;
    block.kind = name ? BlockKind::kName : title ? BlockKind::kHeadline : BlockKind::kContact;
    text.FoldBlanks();
    if (text.empty()) return;
    block.text = std::move(text);
    block.span = value;
    document_.blocks.push_back(std::move(block));
  }

  // ---- code ----

  /// Opens the arguments or the block of code at a bracket.
  uint32_t Open(uint32_t at, std::string_view name) {
    Mode mode;
    const char c = bytes_[at];
    if (c == '[') return OpenContent(at, false, false);
    mode.kind = c == '(' ? Mode::kArguments : Mode::kCode;
    mode.begin = at;
    const Mode& parent = modes_.back();
    mode.items = (name == "list" || name == "enum" || name == "cv-list") && !IsField(parent.key);
    if (parent.kind != Mode::kMarkup) {
      mode.owner = parent.owner;
      mode.setting = parent.setting || IsSetting(parent.key);
    }
    const bool call = c == '(' && !name.empty() && !IsLayout(name);
    if (call && mode.owner < 0) mode.owner = static_cast<int>(modes_.size());
    if (name == "linebreak") hard_break_ = true;
    if (name == "h" && !line_.text.empty()) line_.text.AppendReplaced(" | ", {at, at});
    modes_.push_back(std::move(mode));
    return at + 1;
  }

  /// A block of markup: the argument of a call, in its brackets or after them.
  uint32_t OpenContent(uint32_t at, bool item, bool argument) {
    if (item || argument) {
      EndLine();
      builder_.Close();
    }
    // "#entry[Owner][Example Ltd]": a gap between the two.
    if (content_end_ == at && !line_.text.empty()) {
      line_.text.AppendReplaced(" ", {at, at});
      line_.text.AppendReplaced("|", {at, at + 1});
      line_.text.AppendReplaced(" ", {at + 1, at + 1});
    }
    if (item) {
      role_ = LineRole::kItem;
      marked_ = true;
      line_.span.begin = at;
    }
    Mode mode;
    mode.kind = Mode::kMarkup;
    mode.items = item;
    mode.begin = at;
    modes_.push_back(std::move(mode));
    at_line_start_ = false;
    return at + 1;
  }

  void EndContent(uint32_t at) {
    const bool item = modes_.back().items;
    modes_.pop_back();
    if (item || modes_.back().kind != Mode::kMarkup) {
      EndLine();
      builder_.Close();
      return;
    }
    call_end_ = at + 1;
    content_end_ = at + 1;
  }

  uint32_t Code(uint32_t at, char c) {
    Mode& mode = modes_.back();
    if (c == '"') return String(at);
    if (c == '(' || c == '{') return Open(at, CalleeBefore(at));
    if (c == '[') return OpenContent(at, mode.items || (CalleeBefore(at) == "list" && !IsField(mode.key)), true);
    if (c == ')' || c == '}') {
      if (modes_.size() > 1) Close(at);
      return at + 1;
    }
    if (c == ',') mode.key.clear();
    if (c == ':') {
      uint32_t begin = at;
      while (begin > mode.begin && IsNameByte(bytes_[begin - 1])) --begin;
      mode.key = bytes_.substr(begin, at - begin);
    }
    return at + 1;
  }

  std::string_view CalleeBefore(uint32_t at) const {
    uint32_t begin = at;
    while (begin > modes_.back().begin && begin > 0 && at - begin < 60 && IsNameByte(bytes_[begin - 1])) --begin;
    return bytes_.substr(begin, at - begin);
  }

  uint32_t String(uint32_t at) {
    uint32_t end = at + 1;
    Text text;
    while (end < size_ && bytes_[end] != '"') {
      if (bytes_[end] == '\\' && end + 1 < size_) {
        const char escaped = bytes_[end + 1];
        text.AppendReplaced(escaped == 'n' || escaped == 't' ? std::string_view(" ") : bytes_.substr(end + 1, 1), {end, end + 2});
        end += 2;
        continue;
      }
      const uint32_t length = DecodeAt(bytes_, end).length;
      text.AppendVerbatim(bytes_.substr(end, length), end);
      end += length;
    }
    // A name of the data: `item.at("end")`, `if "end" in item`.
    const bool name = bytes_.substr(0, at).ends_with(".at(") || bytes_.substr(std::min(end + 1, size_)).starts_with(" in ");
    if (!name) AddString(std::move(text));
    return std::min(end + 1, size_);
  }

  using Meaning = OutlineTerms::KeyMeaning;
  Meaning MeaningOf(std::string_view key) const {
    const std::string words = KeyWords(key);
    const auto known = std::find_if(terms_.keys.begin(), terms_.keys.end(),
                                    [&](const OutlineTerms::KeyTerm& term) { return term.words == words; });
    return known == terms_.keys.end() ? Meaning::kUnknown : known->meaning;
  }

  /// True for the name of an argument that tells where something was, not who or what.
  bool IsPlace(std::string_view key) const { return MeaningOf(key) == Meaning::kContact; }

  /// True for the name of an argument that tells who, where or when: a list of such has no items.
  bool IsField(std::string_view key) const {
    const Meaning meaning = MeaningOf(key);
    return meaning != Meaning::kUnknown && meaning != Meaning::kBullets && meaning != Meaning::kProse &&
           meaning != Meaning::kContents;
  }

  /// A string of a call's arguments is a part of what the call shows.
  void AddString(Text text) {
    const Mode& mode = modes_.back();
    if (mode.owner < 0 || mode.setting || IsSetting(mode.key)) return;
    Mode* owner = &modes_[static_cast<size_t>(mode.owner)];
    text.FoldBlanks();
    const LineShape shape = ShapeOf(text.chars, terms_);
    if (shape.words == 0 || text.chars.size() > 600) return;
    if (owner->items) {
      Item(std::move(text));
      return;
    }
    const bool place = !shape.contact && IsPlace(mode.key);
    const uint32_t begin = text.pieces.front().source.begin;
    if (!owner->text.empty()) {
      // A start and an end are one range.
      const std::string range = "2000 - " + text.chars;
      const auto dates = FindDates(range, terms_);
      const bool ends = dates && dates->range && dates->span.size() == range.size();
      const bool starts = FindDates(owner->last, terms_).has_value() && owner->last.size() < 20;
      owner->text.AppendReplaced(starts && ends ? " – " : place ? " " : " | ", {owner->text.pieces.back().source.end, begin});
    }
    if (place) owner->text.AppendReplaced("(", {begin, begin});
    owner->text.Append(text);
    const uint32_t end = text.pieces.back().source.end;
    if (place) owner->text.AppendReplaced(")", {end, end});
    owner->last = text.chars;
  }

  void Item(Text text) {
    SourceLine place;
    place.begin = text.ToSource({}).begin;
    place.end = text.pieces.back().source.end;
    builder_.Item(MakeLine(std::move(text), place), 0);
    builder_.Close();
  }

  void Close(uint32_t at) {
    Mode mode = std::move(modes_.back());
    modes_.pop_back();
    if (!mode.text.empty()) {
      if (modes_.back().kind == Mode::kMarkup && !line_.text.empty()) {
        line_.text.AppendReplaced(" ", {mode.begin, mode.begin});
        line_.text.Append(mode.text);
      } else {
        SourceLine place;
        place.begin = mode.text.ToSource({}).begin;
        place.end = mode.text.pieces.back().source.end;
        EndLine();
        builder_.Close();
        builder_.Line(MakeLine(std::move(mode.text), place));
        builder_.Close();
      }
    }
    call_end_ = at + 1;  // "#entry(…)[content]": the content may follow
  }

  // ---- lines ----

  enum class LineRole { kText, kHeading, kItem, kTerm };

  void EndLine() {
    ResumeLine line = std::move(line_);
    const LineRole role = role_;
    const bool marked = marked_;
    const bool hard = hard_break_;
    line_ = ResumeLine{};
    role_ = LineRole::kText;
    marked_ = false;
    hard_break_ = false;
    line.text.FoldBlanks();
    if (line.text.empty()) {
      // An empty line ends a paragraph; one that only held markup does not matter.
      if (at_line_start_) builder_.Close();
      return;
    }
    if (!marked) line.span.begin = line.text.ToSource({}).begin;
    line.span.end = line.text.pieces.back().source.end;
    line.starts = broken_ && builder_.InParagraph();
    broken_ = hard;
    switch (role) {
      case LineRole::kHeading:
        builder_.Heading(std::move(line), level_);
        items_.clear();
        break;
      case LineRole::kItem: {
        while (!items_.empty() && items_.back() >= line.indent) items_.pop_back();
        items_.push_back(line.indent);
        builder_.Item(std::move(line), static_cast<int>(items_.size()) - 1);
        break;
      }
      case LineRole::kTerm:
        builder_.Close();
        builder_.Line(std::move(line));
        break;
      case LineRole::kText:
        if (builder_.InItem() && line.indent <= items_.back()) builder_.Close();
        if (!builder_.InItem() && line.indent == 0) items_.clear();
        builder_.Line(std::move(line));
        break;
    }
  }

  Document& document_;
  const OutlineTerms& terms_;
  std::string_view bytes_;
  uint32_t size_;
  LeafBuilder builder_;
  std::vector<Span> comments_;
  std::vector<Mode> modes_;
  ResumeLine line_;
  LineRole role_ = LineRole::kText;
  int level_ = 0;
  bool marked_ = false;         // the line has a heading's or an item's mark
  bool at_line_start_ = true;
  uint32_t indent_ = 0;
  bool hard_break_ = false;     // the line ends in a break
  bool broken_ = false;         // so did the line before
  uint32_t call_end_ = 0;       // after a call: a bracket here opens its content
  uint32_t content_end_ = 0;    // after such content
  std::vector<uint32_t> items_;  // indentation of the open items, outer first
};

constexpr std::array<std::string_view, 1> kExtensions = {".typ"};

int Looks(std::string_view raw) {
  const std::string_view head = raw.substr(0, 8000);
  const auto holds = [&](std::string_view part) { return head.find(part) != std::string_view::npos; };
  const bool import = head.starts_with("#import \"") || holds("\n#import \"");
  const bool set = holds("#set page(") || holds("#set text(") || holds("#show: ") || holds("#let ");
  // Other formats hold pieces of Typst; then the name tells.
  const bool begins = head.starts_with("#import") || head.starts_with("#set") || head.starts_with("#show") ||
                      head.starts_with("#let") || head.starts_with("//") || head.starts_with("/*");
  if (import || set) return begins ? 92 : 80;
  const bool headings = head.starts_with("= ") || holds("\n= ") || holds("\n== ");
  return headings && (holds("#link(") || holds("\n- ")) ? 42 : 0;
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  Result<Document> document = MakeDocument(std::move(path), std::move(raw));
  if (!document) return document;
  if (!TypstReader(*document, terms).Read()) {
    return Fail(document->source.path, "brackets nested deeper than 512", "check that this is a resume");
  }
  return document;
}

}  // namespace

constinit const Reader kTypstReader = {"typst", kExtensions, Looks, Read};

}  // namespace resumelint
