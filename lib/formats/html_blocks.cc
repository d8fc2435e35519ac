#include "formats/html_blocks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "formats/escapes.h"

namespace resumelint {

namespace {

constexpr size_t kMaxOpen = 512;
constexpr size_t kMaxBlocks = 100'000;
constexpr long kLinkBlanks = 4;  // an item of fewer that is a link within the site only leads there

/// What an element does to the blocks around it.
enum class Role : uint8_t {
  kInline,
  kBlock,      ///< ends the block before it and its own
  kHeading,
  kItem,       ///< li
  kList,       ///< ul, ol, menu
  kBreak,      ///< br: ends a line
  kVoid,       ///< has no content and shows no text
  kSkip,       ///< its content is no part of the resume
  kRaw,        ///< its content is no markup: script, style
  kPre,
};

struct Element {
  std::string_view name;
  Role role;
};

// The elements of HTML, sorted by name.
constexpr Element kElements[] = {
    {"a", Role::kInline},        {"abbr", Role::kInline},     {"address", Role::kBlock},
    {"area", Role::kVoid},       {"article", Role::kBlock},   {"aside", Role::kBlock},
    {"audio", Role::kSkip},      {"b", Role::kInline},        {"base", Role::kVoid},
    {"big", Role::kInline},      {"blockquote", Role::kBlock}, {"body", Role::kBlock},
    {"br", Role::kBreak},        {"button", Role::kSkip},     {"canvas", Role::kSkip},
    {"caption", Role::kBlock},   {"center", Role::kBlock},    {"cite", Role::kInline},
    {"code", Role::kInline},     {"col", Role::kVoid},        {"colgroup", Role::kBlock},
    {"dd", Role::kBlock},        {"del", Role::kSkip},        {"details", Role::kBlock},
    {"dialog", Role::kSkip},     {"div", Role::kBlock},       {"dl", Role::kBlock},
    {"dt", Role::kBlock},        {"em", Role::kInline},       {"embed", Role::kVoid},
    {"fieldset", Role::kBlock},  {"figcaption", Role::kSkip}, {"figure", Role::kSkip},
    {"font", Role::kInline},     {"footer", Role::kSkip},     {"form", Role::kSkip},
    {"h1", Role::kHeading},      {"h2", Role::kHeading},      {"h3", Role::kHeading},
    {"h4", Role::kHeading},      {"h5", Role::kHeading},      {"h6", Role::kHeading},
    {"head", Role::kSkip},       {"header", Role::kBlock},    {"hgroup", Role::kBlock},
    {"hr", Role::kVoid},         {"html", Role::kBlock},      {"i", Role::kInline},
    {"iframe", Role::kSkip},     {"img", Role::kVoid},        {"input", Role::kVoid},
    {"ins", Role::kInline},      {"kbd", Role::kInline},      {"label", Role::kInline},
    {"li", Role::kItem},         {"link", Role::kVoid},       {"main", Role::kBlock},
    {"map", Role::kSkip},        {"mark", Role::kInline},     {"menu", Role::kList},
    {"meta", Role::kVoid},       {"nav", Role::kSkip},        {"noscript", Role::kSkip},
    {"object", Role::kSkip},     {"ol", Role::kList},         {"p", Role::kBlock},
    {"param", Role::kVoid},      {"pre", Role::kPre},         {"q", Role::kInline},
    {"s", Role::kSkip},          {"samp", Role::kInline},     {"script", Role::kRaw},
    {"section", Role::kBlock},   {"select", Role::kSkip},     {"small", Role::kInline},
    {"source", Role::kVoid},     {"span", Role::kInline},     {"strike", Role::kSkip},
    {"strong", Role::kInline},   {"style", Role::kRaw},       {"sub", Role::kInline},
    {"summary", Role::kBlock},   {"sup", Role::kInline},      {"svg", Role::kSkip},
    {"table", Role::kBlock},     {"tbody", Role::kBlock},     {"td", Role::kBlock},
    {"template", Role::kSkip},   {"textarea", Role::kRaw},    {"tfoot", Role::kBlock},
    {"th", Role::kBlock},        {"thead", Role::kBlock},     {"time", Role::kInline},
    {"title", Role::kRaw},       {"tr", Role::kBlock},        {"track", Role::kVoid},
    {"tt", Role::kInline},       {"u", Role::kInline},        {"ul", Role::kList},
    {"var", Role::kInline},      {"video", Role::kSkip},      {"wbr", Role::kVoid}};

const Element* FindElement(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(kElements), std::end(kElements), name,
      [](const Element& element, std::string_view wanted) { return element.name < wanted; });
  return found != std::end(kElements) && found->name == name ? found : nullptr;
}

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

/// A tag as it stands: its name in lower case and what its attributes say about being shown.
struct Tag {
  std::string name;
  bool closing = false;
  bool self_closing = false;
  bool hidden = false;  ///< hidden, aria-hidden, role=navigation, or a class that is skipped
  bool inner = false;   ///< href: another page or place of the same site
  uint32_t end = 0;     ///< offset after `>`
};

bool HasWord(std::string_view words, const std::vector<std::string_view>& list) {
  for (size_t at = 0; at < words.size();) {
    size_t end = at;
    while (end < words.size() && !IsBlank(words[end])) ++end;
    if (end > at && std::find(list.begin(), list.end(), Lower(words.substr(at, end - at))) != list.end()) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

/// Reads the tag that begins at `at` (a `<` before a letter or a slash and a letter).
Tag ReadTag(std::string_view chars, uint32_t at, const std::vector<std::string_view>& skip_classes) {
  Tag tag;
  uint32_t in = at + 1;
  tag.closing = chars[in] == '/';
  if (tag.closing) ++in;
  const auto size = static_cast<uint32_t>(chars.size());
  while (in < size && !IsBlank(chars[in]) && chars[in] != '>' && chars[in] != '/') {
    tag.name.push_back(static_cast<char>(ToLower(static_cast<unsigned char>(chars[in++]))));
  }
  while (in < size && chars[in] != '>') {
    if (IsBlank(chars[in]) || chars[in] == '/') {
      tag.self_closing = chars[in] == '/';
      ++in;
      continue;
    }
    const uint32_t name_begin = in;
    while (in < size && !IsBlank(chars[in]) && chars[in] != '>' && chars[in] != '=' &&
           (chars[in] != '/' || in == name_begin)) {
      ++in;
    }
    const std::string name = Lower(chars.substr(name_begin, std::min(in - name_begin, 32u)));
    uint32_t value_at = in;
    while (value_at < size && IsBlank(chars[value_at])) ++value_at;
    std::string_view value;
    if (value_at < size && chars[value_at] == '=') {
      in = value_at + 1;
      while (in < size && IsBlank(chars[in])) ++in;
      const char quote = in < size ? chars[in] : '\0';
      if (quote == '"' || quote == '\'') {
        const size_t close = chars.find(quote, in + 1);
        const auto value_end = close == std::string_view::npos ? size : static_cast<uint32_t>(close);
        value = chars.substr(in + 1, value_end - in - 1);
        in = std::min(value_end + 1, size);
      } else {
        const uint32_t value_begin = in;
        while (in < size && !IsBlank(chars[in]) && chars[in] != '>') ++in;
        value = chars.substr(value_begin, in - value_begin);
      }
    } else if (in == name_begin) {
      ++in;  // a stray sign
    }
    if (name == "hidden" || (name == "aria-hidden" && value == "true") ||
        (name == "role" && (value == "navigation" || value == "menu")) ||
        (name == "class" && HasWord(value, skip_classes))) {
      tag.hidden = true;
    }
    if (name == "href") tag.inner = value.find(':') == std::string_view::npos && !value.starts_with("//");
  }
  tag.end = in < size ? in + 1 : size;
  return tag;
}

class BlockFinder {
 public:
  BlockFinder(const Text& html, const std::vector<std::string_view>& skip_classes)
      : html_(html), chars_(html.chars), skip_classes_(skip_classes) {}

  Result<std::vector<Fragment>> Run() {
    const auto size = static_cast<uint32_t>(chars_.size());
    for (uint32_t at = 0; at < size;) {
      const size_t found = chars_.find('<', at);
      const uint32_t bracket = found == std::string_view::npos ? size : static_cast<uint32_t>(found);
      AddText({at, bracket});
      if (bracket == size) break;
      at = Markup(bracket);
      if (open_.size() > kMaxOpen) {
        return Fail({}, "elements nested deeper than 512", "is this a resume? save the page again from a browser");
      }
      if (out_.size() > kMaxBlocks) {
        return Fail({}, "more than 100,000 items and paragraphs", "check that this is a resume");
      }
    }
    Flush();
    return std::move(out_);
  }

 private:
  struct Open {
    std::string name;
    Role role = Role::kInline;
    bool skipped = false;  ///< it or an element around it
    bool used = false;     ///< an item whose first block is out
    bool inner = false;    ///< a link within the site
  };

  bool Skipping() const { return !open_.empty() && open_.back().skipped; }

  /// Handles what begins with `<` and returns the offset after it.
  uint32_t Markup(uint32_t at) {
    const auto size = static_cast<uint32_t>(chars_.size());
    const auto past = [&](std::string_view end, uint32_t from) {
      const size_t found = chars_.find(end, from);
      return found == std::string_view::npos ? size : static_cast<uint32_t>(found + end.size());
    };
    const std::string_view rest = chars_.substr(at);
    if (rest.starts_with("<!--")) {
      const uint32_t end = past("-->", at + 4);
      Comment({at, end});
      return end;
    }
    if (rest.starts_with("<!") || rest.starts_with("<?")) return past(">", at + 2);
    const bool closing = rest.starts_with("</");
    if (rest.size() < 2 || !IsAsciiLetter(rest[closing && rest.size() > 2 ? 2 : 1])) {
      AddText({at, at + 1});
      return at + 1;
    }
    const Tag tag = ReadTag(chars_, at, skip_classes_);
    const Element* element = FindElement(tag.name);
    const Role role = element == nullptr ? Role::kInline : element->role;
    if (tag.closing) {
      if (role == Role::kInline) closed_at_ = tag.end;
      Close(tag.name);
      return tag.end;
    }
    // `<b>Example Bank</b><span>Leeds</span>`: two fields that a style sets apart.
    apart_ = role == Role::kInline && closed_at_ == at;
    if (role == Role::kRaw) {
      return std::max(tag.end, EndOfRaw(tag.name, tag.end));
    }
    Enter(tag, role);
    return tag.end;
  }

  /// Offset after `</name …>`, or the end.
  uint32_t EndOfRaw(std::string_view name, uint32_t from) const {
    for (size_t at = chars_.find("</", from); at != std::string_view::npos;
         at = chars_.find("</", at + 2)) {
      if (Lower(chars_.substr(at + 2, name.size())) == name) {
        const size_t end = chars_.find('>', at);
        return static_cast<uint32_t>(end == std::string_view::npos ? chars_.size() : end + 1);
      }
    }
    return static_cast<uint32_t>(chars_.size());
  }

  void Enter(const Tag& tag, Role role) {
    if (role == Role::kBreak) {
      if (!Skipping()) EndLine();
      return;
    }
    if (role == Role::kVoid) {
      if (tag.name == "hr") Flush();
      return;
    }
    if (role != Role::kInline) Flush();
    CloseImplied(tag.name);
    if (tag.self_closing && role == Role::kInline) return;
    Open open;
    open.name = tag.name;
    open.role = role;
    open.skipped = Skipping() || role == Role::kSkip || tag.hidden;
    open.inner = tag.name == "a" && tag.inner;
    open_.push_back(std::move(open));
  }

  /// An end tag may be left out: `<li>` ends the item before it, `<td>` the cell before it.
  void CloseImplied(std::string_view name) {
    const auto pop_to = [&](std::initializer_list<std::string_view> ends,
                            std::initializer_list<std::string_view> walls) {
      for (size_t i = open_.size(); i > 0; --i) {
        const std::string_view candidate = open_[i - 1].name;
        if (std::find(walls.begin(), walls.end(), candidate) != walls.end()) return;
        if (std::find(ends.begin(), ends.end(), candidate) != ends.end()) {
          open_.resize(i - 1);
          return;
        }
      }
    };
    const Element* element = FindElement(name);
    if (element != nullptr && element->role != Role::kInline) pop_to({"p"}, {"li", "td", "th", "div", "dd"});
    if (name == "li") pop_to({"li"}, {"ul", "ol", "menu"});
    if (name == "dt" || name == "dd") pop_to({"dt", "dd"}, {"dl"});
    if (name == "td" || name == "th") pop_to({"td", "th"}, {"tr", "table"});
    if (name == "tr") pop_to({"tr"}, {"table"});
    if (name == "tbody" || name == "tfoot") pop_to({"thead", "tbody"}, {"table"});
  }

  /// True if an end tag can't reach through an open element.
  static bool IsWall(std::string_view closing, const Open& open) {
    const Element* element = FindElement(closing);
    if (element == nullptr || element->role == Role::kInline) return open.role != Role::kInline;
    if (open.name == "table") return closing != "table" && closing != "body" && closing != "html";
    if (closing == "li") return open.role == Role::kList;
    if (open.name == "td" || open.name == "th") {
      return closing == "div" || closing == "p" || closing == "section" || closing == "ul" ||
             closing == "ol";
    }
    return false;
  }

  void Close(std::string_view name) {
    for (size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1].name != name) {
        if (IsWall(name, open_[i - 1])) return;
        continue;
      }
      if (open_[i - 1].role != Role::kInline) Flush();
      open_.resize(i - 1);
      return;
    }
  }

  void AddText(Span span) {
    if (span.empty() || Skipping()) return;
    if (std::any_of(open_.rbegin(), open_.rend(), [](const Open& o) { return o.role == Role::kPre; })) {
      AddPreformatted(span);
      return;
    }
    if (std::exchange(apart_, false) && !gathered_.empty() && !IsBlank(gathered_.chars.back()) &&
        (IsWordByte(gathered_.chars.back()) || gathered_.chars.back() == ')') && IsWordByte(chars_[span.begin])) {
      const uint32_t end = gathered_.ToSource({0, static_cast<uint32_t>(gathered_.chars.size())}).end;
      gathered_.AppendReplaced(" ", {end, html_.ToSource({span.begin, span.begin}).begin});
    }
    const bool linked = std::any_of(open_.rbegin(), open_.rend(), [](const Open& o) { return o.inner; });
    if (!linked && HasWords(chars_.substr(span.begin, span.size()))) all_linked_ = false;
    gathered_.Append(html_.Slice(span));
  }

  static bool IsWordByte(char c) { return IsAsciiLetter(c) || (c >= '0' && c <= '9') || static_cast<signed char>(c) < 0; }

  void AddPreformatted(Span span) {
    for (uint32_t at = span.begin; at < span.end;) {
      const size_t found = chars_.find('\n', at);
      const uint32_t end = found < span.end ? static_cast<uint32_t>(found) : span.end;
      gathered_.Append(html_.Slice({at, end}));
      if (end < span.end) EndLine();
      at = end + 1;
    }
  }

  void EndLine() {
    if (!gathered_.empty()) breaks_.push_back(static_cast<uint32_t>(gathered_.chars.size()));
  }

  void Comment(Span span) {
    if (Skipping()) return;
    Fragment fragment;
    fragment.kind = BlockKind::kSkipped;
    fragment.note = "comment";
    fragment.text = html_.Slice(span);
    fragment.span = html_.ToSource(span);
    out_.push_back(std::move(fragment));
  }

  void Flush() {
    if (!gathered_.empty()) {
      uint32_t from = 0;
      breaks_.push_back(static_cast<uint32_t>(gathered_.chars.size()));
      for (const uint32_t end : breaks_) {
        AddLine(gathered_.Slice({from, end}));
        from = end;
      }
      line_open_ = false;
    }
    breaks_.clear();
    gathered_ = {};
    all_linked_ = true;
  }

  /// One line of a block: itself a block, an item if it has a mark, or the rest of the item above.
  void AddLine(Text line) {
    Fragment fragment;
    fragment.text = DecodeEntities(line);
    fragment.text.FoldBlanks();
    if (!HasWords(fragment.text.chars)) return;
    fragment.span = fragment.text.ToSource({0, static_cast<uint32_t>(fragment.text.chars.size())});
    int lists = 0;
    Open* item = nullptr;
    const Open* heading = nullptr;
    for (Open& open : open_) {
      if (open.role == Role::kList) ++lists;
      if (open.role == Role::kItem) item = &open;
      if (open.role == Role::kHeading) heading = &open;
      if (open.name == "td" || open.name == "th") fragment.note = "cell";
    }
    const uint32_t mark = ListMark(fragment.text.chars);
    if (heading != nullptr) {
      fragment.kind = BlockKind::kHeading;
      fragment.depth = heading->name[1] - '1';
    } else if (item != nullptr && !item->used) {
      if (all_linked_ && std::count(fragment.text.chars.begin(), fragment.text.chars.end(), ' ') < kLinkBlanks) return;
      fragment.kind = BlockKind::kBullet;
      fragment.depth = std::max(lists - 1, 0);
      item->used = true;
    } else if (mark > 0) {
      fragment.kind = BlockKind::kBullet;
      fragment.depth = lists;
    } else if (item != nullptr && line_open_ && out_.back().kind != BlockKind::kSkipped) {
      // `<li>one<br>two`: the item goes on.
      Fragment& before = out_.back();
      before.text.AppendReplaced(" ", {before.span.end, fragment.span.begin});
      before.text.Append(fragment.text);
      before.span.end = fragment.span.end;
      return;
    }
    if (fragment.kind == BlockKind::kBullet && mark > 0) {
      fragment.text = fragment.text.Slice({mark, static_cast<uint32_t>(fragment.text.chars.size())});
    }
    line_open_ = true;
    out_.push_back(std::move(fragment));
  }

  static bool HasWords(std::string_view text) {
    for (size_t at = 0; at < text.size();) {
      const CodePoint point = DecodeAt(text, at);
      if (IsLetter(point.value) || (point.value >= '0' && point.value <= '9')) return true;
      at += point.length;
    }
    return false;
  }

  const Text& html_;
  std::string_view chars_;
  const std::vector<std::string_view>& skip_classes_;
  std::vector<Open> open_;
  Text gathered_;                 ///< the block so far
  std::vector<uint32_t> breaks_;  ///< where its lines end
  uint32_t closed_at_ = 0;        ///< where the last end tag of an inline element ended
  bool apart_ = false;            ///< an inline element began right there
  bool all_linked_ = true;        ///< all words of the block so far stand in links within the site
  bool line_open_ = false;        ///< a line of the same block is out already
  std::vector<Fragment> out_;
};

}  // namespace

Result<std::vector<Fragment>> HtmlBlocks(const Text& html,
                                         const std::vector<std::string_view>& skip_classes) {
  return BlockFinder(html, skip_classes).Run();
}

bool IsHtmlElement(std::string_view name) {
  return !name.empty() && name.size() <= 10 && FindElement(Lower(name)) != nullptr;
}

}  // namespace resumelint
