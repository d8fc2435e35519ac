#include "formats/latex_text.h"

#include <algorithm>

#include "base/utf8.h"

namespace resumelint {

namespace {

bool IsLetterByte(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '@'; }

struct Symbol {
  std::string_view name;
  std::string_view shown;
};

constexpr Symbol kSymbols[] = {
    {"textbullet", "•"},    {"bullet", "•"},      {"cdot", "·"},         {"cdotp", "·"},
    {"textperiodcentered", "·"}, {"dots", "…"},   {"ldots", "…"},        {"textellipsis", "…"},
    {"textendash", "–"},    {"textemdash", "—"},  {"texteuro", "€"},     {"euro", "€"},
    {"pounds", "£"},        {"textsterling", "£"}, {"textyen", "¥"},     {"textregistered", "®"},
    {"texttrademark", "™"}, {"copyright", "©"},   {"textcopyright", "©"}, {"degree", "°"},
    {"textdegree", "°"},    {"times", "×"},       {"sim", "~"},          {"approx", "≈"},
    {"textasciitilde", "~"}, {"textasciicircum", "^"}, {"to", "→"},      {"rightarrow", "→"},
    {"Rightarrow", "⇒"},    {"geq", "≥"},         {"ge", "≥"},           {"leq", "≤"},
    {"le", "≤"},            {"pm", "±"},          {"ss", "ß"},           {"ae", "æ"},
    {"AE", "Æ"},            {"oe", "œ"},          {"OE", "Œ"},           {"o", "ø"},
    {"O", "Ø"},             {"aa", "å"},          {"AA", "Å"},           {"l", "ł"},
    {"L", "Ł"},             {"i", "ı"},           {"j", "ȷ"},            {"textbackslash", "\\"},
    {"slash", "/"},         {"textbar", "|"},     {"vert", "|"},         {"textgreater", ">"},
    {"textless", "<"},      {"textquotedblleft", "“"}, {"textquotedblright", "”"},
    {"textquoteleft", "‘"}, {"textquoteright", "’"}, {"LaTeX", "LaTeX"}, {"TeX", "TeX"},
    {"mu", "µ"},            {"textmu", "µ"},      {"textonehalf", "½"},  {"textunderscore", "_"},
    {"quad", " "},          {"qquad", " "},       {"enspace", " "},      {"enskip", " "},
    {"space", " "},         {"newline", " "},     {"linebreak", " "},    {"par", " "},
    {"hfill", " | "},       {"hfil", " | "},      {"dotfill", " | "},    {"hrulefill", " | "},
    {"tab", " | "},         {"and", " "},         {"textdollar", "$"},   {"textpercent", "%"},
    {"textasciigrave", "`"}, {"textquotesingle", "'"}, {"checkmark", "✓"},     {"star", "★"},        {"diamond", "◇"},      {"divider", " | "},
};

/// Macros whose first arguments are no text: how many.
struct Unshown {
  std::string_view name;
  size_t count;
};

constexpr Unshown kUnshown[] = {
    {"href", 1},          {"hspace", 1},       {"vspace", 1},        {"includegraphics", 1},
    {"color", 1},         {"textcolor", 1},    {"fontsize", 2},      {"label", 1},
    {"ref", 1},           {"cite", 1},         {"input", 1},         {"include", 1},
    {"usepackage", 1},    {"documentclass", 1}, {"pagestyle", 1},    {"thispagestyle", 1},
    {"setlength", 2},     {"addtolength", 2},  {"definecolor", 3},   {"colorbox", 1},
    {"fcolorbox", 2},     {"raisebox", 1},     {"parbox", 1},        {"rule", 2},
    {"multicolumn", 2},   {"scalebox", 1},     {"resizebox", 2},     {"hypersetup", 1},
    {"faIcon", 1},        {"phantom", 1},      {"hphantom", 1},      {"vphantom", 1},
    {"linespread", 1},    {"footnote", 1},     {"begin", 1},         {"end", 1},
    {"setcounter", 2},    {"addcontentsline", 3}, {"markboth", 2},   {"graphicspath", 1},
    {"bibliography", 1},  {"bibliographystyle", 1}, {"nocite", 1},   {"photo", 1},
    {"pagecolor", 1},     {"hyphenation", 1},  {"vskip", 0},         {"sethlcolor", 1},
    {"subfile", 1},       {"import", 2},       {"fontfamily", 1},    {"fontseries", 1},
    {"setstretch", 1},    {"titlespacing", 4}, {"titleformat", 5},   {"needspace", 1},
    {"hyperlink", 1},     {"hypertarget", 1},  {"hyperref", 0},      {"pdfbookmark", 2},
    {"newgeometry", 1},   {"geometry", 1},     {"makeatletter", 0},  {"cvsocial", 1},
    {"moderncvstyle", 1}, {"moderncvcolor", 1}, {"moderncvtheme", 1}, {"colorlet", 2},
    {"setlist", 1},       {"fancyhf", 1},      {"fancyhead", 1},     {"fancyfoot", 1},
    {"renewcommand", 2},  {"acvHeaderSocialSep", 1}, {"setbool", 2}, {"fontdir", 1},
    {"makecvfooter", 3},  {"columnratio", 1},  {"geometry", 1},      {"fullcite", 1},
};

/// The combining mark of an accent macro, 0 if it is none.
char32_t CombiningMark(std::string_view name) {
  if (name.size() != 1) return 0;
  switch (name[0]) {
    case '\'': return 0x301;
    case '`': return 0x300;
    case '^': return 0x302;
    case '"': return 0x308;
    case '~': return 0x303;
    case '=': return 0x304;
    case '.': return 0x307;
    case 'c': return 0x327;
    case 'v': return 0x30C;
    case 'H': return 0x30B;
    case 'k': return 0x328;
    case 'r': return 0x30A;
    case 'u': return 0x306;
    case 'd': return 0x323;
    case 'b': return 0x331;
    default: return 0;
  }
}

/// True for what is set without braces: `\itemsep -3pt`, `\parskip=1em`.
bool IsLengthName(std::string_view name) {
  return name.ends_with("sep") || name.ends_with("skip") || name.ends_with("indent") || name.ends_with("width") || name == "kern";
}

/// Bytes of a length as TeX writes one, or 0.
uint32_t LengthAt(std::string_view text) {
  size_t at = 0;
  while (at < text.size() && at < 8 && std::string_view("= -").find(text[at]) != std::string_view::npos) ++at;
  const size_t digits = at;
  while (at < text.size() && at < digits + 10 && ((text[at] >= '0' && text[at] <= '9') || text[at] == '.')) ++at;
  if (at == digits) return 0;
  const std::string_view unit = text.substr(at, 2);
  for (const std::string_view known : {"pt", "em", "ex", "cm", "mm", "in", "bp", "sp", "pc"}) {
    if (unit == known) return static_cast<uint32_t>(at) + 2;
  }
  return 0;
}

/// A gap between columns; its blanks fold with those around it.
void AppendGap(Text& out, Span source) {
  out.AppendReplaced(" ", {source.begin, source.begin});
  out.AppendReplaced("|", source);
  out.AppendReplaced(" ", {source.end, source.end});
}

}  // namespace

bool IsItemName(std::string_view name) {
  const std::string lower = Lower(name);
  for (const std::string_view tail : {"start", "end", "sep", "itemize", "items", "list"}) {
    if (lower.ends_with(tail)) return false;
  }
  for (const std::string_view part : {"item", "bullet", "achievement"}) {
    if (lower.find(part) != std::string::npos && lower != "textbullet" && lower != part) return true;
  }
  return false;
}

LatexScanner::LatexScanner(const Source& source) : bytes_(source.bytes) {
  std::vector<uint32_t> open;
  std::vector<uint32_t> twice;  // macros that say the same in two ways
  const auto size = static_cast<uint32_t>(bytes_.size());
  for (uint32_t at = 0; at < size;) {
    const char c = bytes_[at];
    if (c == '%') {
      uint32_t end = at;
      while (end < size && bytes_[end] != '\n' && bytes_[end] != '\r') ++end;
      comments_.push_back({at, end});
      at = end;
      continue;
    }
    if (c == '\\') {
      const std::string_view name = NameAt(at);
      if (name == "item" || name == "begin" || IsItemName(name)) items_.push_back(at);
      if (name == "texorpdfstring") twice.push_back(at);
      at += std::max<uint32_t>(2, 1 + static_cast<uint32_t>(name.size()));
      // In an address `%` begins no comment.
      if ((name == "href" || name == "url") && at < size && bytes_[at] == '{') {
        const uint32_t close = AddressEnd(at);
        if (close > at) {
          groups_.emplace(at, close);
          at = close + 1;
        }
      }
      continue;
    }
    if (c == '{') open.push_back(at);
    if (c == '}' && !open.empty()) {
      groups_.emplace(open.back(), at);
      open.pop_back();
    }
    ++at;
  }
  for (const uint32_t at : open) groups_.emplace(at, size);
  for (const uint32_t at : twice) {
    const LatexMacro macro = ReadMacro(at, 2);
    if (macro.arguments.size() == 2) other_ways_.emplace(macro.arguments[0].end, macro.end);
  }
}

uint32_t LatexScanner::AddressEnd(uint32_t open) const {
  int depth = 0;
  for (uint32_t at = open; at < bytes_.size() && at < open + 4096; ++at) {
    const char c = bytes_[at];
    if (c == '\n' || c == '\r') return open;
    if (c == '{') ++depth;
    if (c == '}' && --depth == 0) return at;
  }
  return open;
}

std::optional<uint32_t> LatexScanner::GroupEnd(uint32_t open) const {
  if (open >= bytes_.size() || bytes_[open] != '{') return std::nullopt;
  const auto found = groups_.find(open);
  if (found == groups_.end()) return std::nullopt;
  return found->second;
}

std::string_view LatexScanner::NameAt(uint32_t at) const {
  uint32_t end = at + 1;
  while (end < bytes_.size() && IsLetterByte(bytes_[end])) ++end;
  if (end == at + 1 && end < bytes_.size() && static_cast<unsigned char>(bytes_[end]) < 0x80) ++end;
  return bytes_.substr(at + 1, end - at - 1);
}

uint32_t LatexScanner::SkipComment(uint32_t at) const {
  const auto size = static_cast<uint32_t>(bytes_.size());
  if (at >= size || bytes_[at] != '%') return at;
  while (at < size && bytes_[at] != '\n' && bytes_[at] != '\r') ++at;
  if (at < size) at += bytes_[at] == '\r' && at + 1 < size && bytes_[at + 1] == '\n' ? 2 : 1;
  while (at < size && (bytes_[at] == ' ' || bytes_[at] == '\t')) ++at;
  return at;
}

uint32_t LatexScanner::SkipBlanks(uint32_t at) const {
  const auto size = static_cast<uint32_t>(bytes_.size());
  int breaks = 0;
  while (at < size) {
    if (bytes_[at] == '%') {
      at = SkipComment(at);
      continue;
    }
    const bool line_end = bytes_[at] == '\n' || bytes_[at] == '\r';
    if (line_end && ++breaks > 1) break;
    if (!line_end && bytes_[at] != ' ' && bytes_[at] != '\t') break;
    at += bytes_[at] == '\r' && at + 1 < size && bytes_[at + 1] == '\n' ? 2 : 1;
  }
  return at;
}

LatexMacro LatexScanner::ReadMacro(uint32_t at, size_t most, bool adjacent) const {
  LatexMacro macro;
  macro.name = NameAt(at);
  macro.span = {at, at + 1 + static_cast<uint32_t>(macro.name.size())};
  macro.end = macro.span.end;
  const auto size = static_cast<uint32_t>(bytes_.size());
  if (macro.end < size && bytes_[macro.end] == '*' && macro.name.size() > 1) ++macro.end;
  while (macro.end < size && bytes_[macro.end] == '[') {
    // An option is short; a lone bracket must not cost a search to the end.
    const std::string_view rest = bytes_.substr(macro.end, 400);
    int depth = 0;
    size_t close = std::string_view::npos;
    for (size_t i = 1; i < rest.size() && close == std::string_view::npos; ++i) {
      if (rest[i] == '{') ++depth;
      if (rest[i] == '}') --depth;
      if (rest[i] == ']' && depth <= 0) close = i;
      if (depth < 0) break;
    }
    if (close == std::string_view::npos) break;
    macro.options.push_back({macro.end + 1, macro.end + static_cast<uint32_t>(close)});
    macro.end += static_cast<uint32_t>(close) + 1;
  }
  while (macro.arguments.size() < most) {
    const uint32_t open = adjacent ? macro.end : SkipBlanks(macro.end);
    const auto close = GroupEnd(open);
    if (!close) break;
    macro.arguments.push_back({open + 1, *close});
    macro.end = std::min(*close + 1, size);
    // Options may stand between arguments.
    if (macro.arguments.size() < most && macro.end < size && bytes_[macro.end] == '[') {
      const size_t bracket = bytes_.substr(macro.end, 200).find(']');
      if (bracket != std::string_view::npos && macro.end + bracket + 1 < size &&
          bytes_[macro.end + bracket + 1] == '{') {
        macro.end += static_cast<uint32_t>(bracket) + 1;
      }
    }
  }
  return macro;
}

bool LatexScanner::HoldsItems(Span span) const {
  const auto first = std::lower_bound(items_.begin(), items_.end(), span.begin);
  return first != items_.end() && *first < span.end;
}

uint32_t LatexScanner::Accent(uint32_t at, uint32_t limit, Text& out) const {
  const std::string_view name = NameAt(at);
  const char32_t mark = CombiningMark(name);
  if (mark == 0) return at;
  uint32_t next = at + 2;
  if (IsLetterByte(name[0]) || (next < limit && bytes_[next] == ' ')) next = SkipBlanks(next);
  const bool group = next < limit && bytes_[next] == '{';
  if (group) next = SkipBlanks(next + 1);
  if (next >= limit) return at;
  std::string letter;
  if (bytes_[next] == '\\') {  // \'{\i}
    const std::string_view inner = NameAt(next);
    if (inner != "i" && inner != "j") return at;
    letter = inner;
    next += 1 + static_cast<uint32_t>(inner.size());
  } else {
    const CodePoint point = DecodeAt(bytes_, next);
    if (!IsLetter(point.value)) return at;
    letter = bytes_.substr(next, point.length);
    next += point.length;
  }
  if (group) {
    next = SkipBlanks(next);
    if (next >= limit || bytes_[next] != '}') return at;
    ++next;
  }
  AppendUtf8(letter, mark);
  out.AppendReplaced(Compose(letter), {at, next});
  return next;
}

uint32_t LatexScanner::StepMacro(uint32_t at, uint32_t limit, Text& out) const {
  const std::string_view name = NameAt(at);
  const auto end = std::max(at + 1, std::min(limit, at + 1 + static_cast<uint32_t>(name.size())));
  const Span span{at, end};
  if (name.empty()) return end;
  if (!IsLetterByte(name[0])) {
    switch (name[0]) {
      case '&': case '%': case '$': case '#': case '_': case '{': case '}':
        out.AppendReplaced(name, span);
        return end;
      case '\\': {
        uint32_t next = end;
        if (next < limit && bytes_[next] == '*') ++next;
        if (next < limit && bytes_[next] == '[') {
          const size_t close = bytes_.substr(next, 40).find(']');
          if (close != std::string_view::npos) next += static_cast<uint32_t>(close) + 1;
        }
        out.AppendReplaced(" ", {at, next});
        return next;
      }
      case ' ': case '\n': case '\r': case '\t': case ',': case ';': case ':': case '>':
        out.AppendReplaced(" ", span);
        return end;
      case '(': case ')': case '[': case ']': case '/': case '!': case '-': case '@': case '+': case '<':
        return end;
      default:
        break;
    }
  }
  if (const uint32_t next = Accent(at, limit, out); next > at) return next;
  for (const Symbol& symbol : kSymbols) {
    if (symbol.name != name) continue;
    uint32_t next = end;
    // A macro's name swallows the blanks after it; `{}` keeps them.
    if (next + 1 < limit && bytes_[next] == '{' && bytes_[next + 1] == '}') {
      next += 2;
    } else if (IsLetterByte(name[0]) && symbol.shown[0] != ' ') {
      while (next < limit && (bytes_[next] == ' ' || bytes_[next] == '\t')) ++next;
    }
    if (symbol.shown == " | ") {
      AppendGap(out, {at, next});
    } else {
      out.AppendReplaced(symbol.shown, {at, next});
    }
    return next;
  }
  if (name == "url") {
    const LatexMacro macro = ReadMacro(at, 1);
    for (const Span address : macro.arguments) {
      out.AppendVerbatim(bytes_.substr(address.begin, address.size()), address.begin);
    }
    return std::max(end, std::min(limit, macro.end));
  }
  for (const Unshown& unshown : kUnshown) {
    if (unshown.name == name) return std::min(limit, ReadMacro(at, unshown.count).end);
  }
  // Any other macro only formats: its arguments are text, if they aren't lengths.
  const LatexMacro macro = ReadMacro(at, 0);
  uint32_t next = std::min(limit, macro.end);
  while (next + 1 < limit && bytes_[next] == '{') {
    const uint32_t close = next + 1 + LengthAt(bytes_.substr(next + 1, std::min<uint32_t>(limit - next - 1, 20)));
    if (close == next + 1 || close >= limit || bytes_[close] != '}') break;
    next = close + 1;
  }
  // `\link{https://example.com}{text}`
  const std::string_view first = bytes_.substr(next, 12);
  if (first.starts_with("{http://") || first.starts_with("{https://") || first.starts_with("{mailto:")) {
    const auto close = GroupEnd(next);
    if (close && *close + 1 < limit && bytes_[*close + 1] == '{') next = *close + 1;
  }
  while (next < limit && (bytes_[next] == ' ' || bytes_[next] == '\t')) ++next;
  if (macro.arguments.empty() && IsLengthName(name)) next += LengthAt(bytes_.substr(next, limit - next));
  return std::max(next, end);
}

uint32_t LatexScanner::Step(uint32_t at, uint32_t limit, Text& out) const {
  const char c = bytes_[at];
  const auto two = bytes_.substr(at, 2);
  switch (c) {
    case '\\':
      return StepMacro(at, limit, out);
    case '%':
      return std::max(at + 1, std::min(limit, SkipComment(at)));
    case '{':
    case '$':
      return at + 1;
    case '}':
      if (const auto other = other_ways_.find(at); other != other_ways_.end()) return std::max(at + 1, std::min(limit, other->second));
      // "{a}{b}" are two words, "{a}{: b}" is what a macro makes one.
      if (at + 2 < limit && bytes_[at + 1] == '{' && std::string_view(":;,.)").find(bytes_[at + 2]) == std::string_view::npos) {
        out.AppendReplaced(" ", {at, at + 1});
      }
      return at + 1;
    case '~':
      out.AppendReplaced(" ", {at, at + 1});
      return at + 1;
    case '&':
      AppendGap(out, {at, at + 1});
      return at + 1;
    case '-': {
      uint32_t end = at;
      while (end < limit && bytes_[end] == '-' && end - at < 3) ++end;
      if (end - at == 1) break;
      out.AppendReplaced(end - at == 2 ? "–" : "—", {at, end});
      return end;
    }
    case '`':
      if (two == "``" && at + 2 <= limit) {
        out.AppendReplaced("“", {at, at + 2});
        return at + 2;
      }
      out.AppendReplaced("‘", {at, at + 1});
      return at + 1;
    case '\'':
      if (two == "''" && at + 2 <= limit) {
        out.AppendReplaced("”", {at, at + 2});
        return at + 2;
      }
      break;
    default:
      break;
  }
  uint32_t end = at + 1;
  while (end < limit && std::string_view("\\%{}$~&-`'\n\r").find(bytes_[end]) == std::string_view::npos) ++end;
  out.AppendVerbatim(bytes_.substr(at, end - at), at);
  return end;
}

Text LatexScanner::Inline(Span span) const {
  Text text;
  for (uint32_t at = span.begin; at < span.end;) at = Step(at, span.end, text);
  text.FoldBlanks();
  return text;
}

}  // namespace resumelint
