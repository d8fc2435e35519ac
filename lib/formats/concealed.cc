#include "formats/concealed.h"

#include <algorithm>
#include <string_view>

#include "base/utf8.h"

namespace resumelint {

namespace {

constexpr size_t kFewWords = 5;      // fewer in white are a heading on a bar
constexpr size_t kStyleReach = 400;  // bytes of a tag that a style is looked for in
constexpr size_t kBoxReach = 120;    // bytes before white text in which a box may open
constexpr size_t kTextReach = 4000;  // bytes of concealed text that are looked at

size_t CountWords(std::string_view text) {
  size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool word = static_cast<unsigned char>(c) > ' ';
    words += word && !inside ? 1 : 0;
    inside = word;
  }
  return words;
}

/// Offset of the bracket that closes the one at `open`; npos if none does within reach.
size_t Closing(std::string_view text, size_t open, char opening, char closing) {
  int depth = 0;
  const size_t end = std::min(text.size(), open + kTextReach);
  for (size_t at = open; at < end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == opening) {
      ++depth;
    } else if (text[at] == closing && --depth == 0) {
      return at;
    }
  }
  return std::string_view::npos;
}

class Finder {
 public:
  explicit Finder(Document& document) : document_(document), bytes_(document.source.bytes) {}

  void Latex() {
    // \textcolor{white}{text} and {\color{white} text}
    for (const std::string_view macro : {"\\textcolor{white}", "\\textcolor{White}"}) {
      Each(macro, [&](size_t at) {
        const size_t open = at + macro.size();
        if (open >= bytes_.size() || bytes_[open] != '{' || InBox(at)) return;
        const size_t close = Closing(bytes_, open, '{', '}');
        if (close != std::string_view::npos) Add(open + 1, close, "white text", kFewWords);
      });
    }
    for (const std::string_view macro : {"{\\color{white}", "{\\color{White}"}) {
      Each(macro, [&](size_t at) {
        const size_t close = Closing(bytes_, at, '{', '}');
        if (close != std::string_view::npos && !InBox(at)) Add(at + macro.size(), close, "white text", kFewWords);
      });
    }
    for (const std::string_view macro : {"{\\fontsize{0", "{\\fontsize{1pt}", "{\\fontsize{1}"}) {
      Each(macro, [&](size_t at) {
        const size_t close = Closing(bytes_, at, '{', '}');
        if (close == std::string_view::npos) return;
        const size_t body = bytes_.substr(0, close).find("\\selectfont", at);
        if (body == std::string_view::npos) return;
        Add(body + 11, close, "text of no size", 1);
      });
    }
  }

  void Typst() {
    for (const std::string_view call : {"text(fill: white)[", "text(white)[", "text(size: 0pt)[", "text(0pt)[", "hide["}) {
      Each(call, [&](size_t at) {
        const size_t open = at + call.size() - 1;
        const size_t close = Closing(bytes_, open, '[', ']');
        if (close == std::string_view::npos || InBox(at)) return;
        const bool white = call.find("white") != std::string_view::npos;
        Add(open + 1, close, white ? "white text" : "text of no size", white ? kFewWords : 1);
      });
    }
  }

  void Styles() {
    Each("style", [&](size_t at) {
      const size_t from = at < kStyleReach ? 0 : at - kStyleReach;
      const size_t open = bytes_.substr(from, at - from).rfind('<');
      if (open == std::string_view::npos) return;
      const size_t tag = from + open;
      const size_t end = bytes_.substr(0, std::min(tag + kStyleReach, bytes_.size())).find('>', at);
      if (end == std::string_view::npos) return;
      if (bytes_.substr(tag, at - tag).find('>') != std::string_view::npos) return;
      const std::string style = Squeezed(bytes_.substr(at, end - at));
      const char* how = nullptr;
      size_t least = 1;
      const auto has = [&](std::string_view words) { return style.find(words) != std::string::npos; };
      if (has("font-size:0") && !has("font-size:0.")) how = "text of no size";
      if (has("font-size:1px")) how = "text of no size";
      if (has("opacity:0;") || has("opacity:0\"") || has("opacity:0'")) how = "transparent text";
      if (has(";color:transparent") || has("\"color:transparent")) how = "transparent text";
      if (has("display:none") || has("visibility:hidden")) {
        how = "text that is not shown";
        least = kFewWords;
      }
      const bool white = has("\"color:white") || has("\"color:#fff") || has(";color:white") || has(";color:#fff");
      if (how == nullptr && white && !has("background")) {
        how = "white text";
        least = kFewWords;
        // A bar in colour is drawn by a style sheet: only a line of the running text counts.
        if (bytes_.substr(tag, 5) != "<span" && bytes_.substr(tag, 5) != "<font") return;
      }
      if (how == nullptr) return;
      size_t name_end = tag + 1;
      while (name_end < end && bytes_[name_end] > ' ' && bytes_[name_end] != '>') ++name_end;
      const std::string close = "</" + std::string(bytes_.substr(tag + 1, name_end - tag - 1));
      const size_t until = bytes_.substr(0, std::min(end + kTextReach, bytes_.size())).find(close, end);
      if (until != std::string_view::npos) Add(end + 1, until, how, least);
    });
  }

 private:
  template <typename Found>
  void Each(std::string_view what, Found found) {
    for (size_t at = bytes_.find(what); at != std::string_view::npos; at = bytes_.find(what, at + what.size())) found(at);
  }

  static std::string Squeezed(std::string_view text) {
    std::string out;
    for (const char c : text) {
      if (c != ' ') out += static_cast<char>(ToLower(static_cast<unsigned char>(c)));
    }
    return out + "\"";
  }

  bool InBox(size_t at) const {
    const size_t from = at < kBoxReach ? 0 : at - kBoxReach;
    const std::string_view before = bytes_.substr(from, at - from);
    return before.find("box") != std::string_view::npos || before.find("fill:") != std::string_view::npos ||
           before.find("rect(") != std::string_view::npos || before.find("block(") != std::string_view::npos ||
           before.find("cell") != std::string_view::npos || before.find("node") != std::string_view::npos;
  }

  void Add(size_t begin, size_t end, const char* how, size_t least) {
    const std::string_view text = bytes_.substr(begin, end - begin);
    if (CountWords(text) < least) return;
    document_.concealed.push_back({{static_cast<uint32_t>(begin), static_cast<uint32_t>(end)}, how, std::string(text)});
  }

  Document& document_;
  const std::string_view bytes_;
};

}  // namespace

void FindConcealed(Document& document) {
  if (document.source.extracted) return;
  Finder finder(document);
  if (document.format == "latex") finder.Latex();
  if (document.format == "typst") finder.Typst();
  if (document.format == "html" || document.format == "markdown") finder.Styles();
}

}  // namespace resumelint
