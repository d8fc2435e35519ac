#include "edit/encode.h"

#include <fmt/format.h>

#include <utility>

#include "base/utf8.h"

namespace resumelint {

namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsAsciiPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

/// A backslash before each of `signs`.
std::string Backslashed(std::string_view text, std::string_view signs) {
  std::string out;
  for (const char c : text) {
    if (signs.find(c) != std::string_view::npos) out += '\\';
    out += c;
  }
  return out;
}

/// The same, and before what would open a list or a heading at the begin of a line.
std::string WithMark(std::string encoded, std::string_view text, std::string_view marks, EncodePlace place) {
  if (!place.begins_block || text.empty()) return encoded;
  if (marks.find(text[0]) != std::string_view::npos && !encoded.starts_with('\\')) return "\\" + encoded;
  size_t digits = 0;
  while (digits < text.size() && IsDigit(text[digits])) ++digits;
  const bool number = digits > 0 && digits < text.size() && (text[digits] == '.' || text[digits] == ')');
  if (number && encoded.size() > digits && encoded[digits] != '\\') encoded.insert(digits, "\\");
  return encoded;
}

std::string Markdown(std::string_view text, EncodePlace place) {
  return WithMark(Backslashed(text, "\\`*_[]<>|~&"), text, "#+-=:", place);
}

/// Every sign as a number: right wherever Markdown or HTML is read.
std::string NumberedEntities(std::string_view text) {
  std::string out;
  for (const char c : text) out += IsAsciiPunctuation(c) ? fmt::format("&#{};", static_cast<int>(c)) : std::string(1, c);
  return out;
}

std::string Html(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      default: out += c;
    }
  }
  return out;
}

/// XML of a word processor's text, which knows no line ends and no controls.
std::string Xml(std::string_view text) {
  std::string out;
  for (const char c : Html(text)) {
    if (static_cast<unsigned char>(c) >= 0x20) out += c;
  }
  return out;
}

constexpr std::pair<std::string_view, std::string_view> kLatexSigns[] = {
    {"---", "-{}-{}-"}, {"--", "-{}-"}, {"''", "'{}'"},
    {"—", "---"}, {"–", "--"}, {"“", "``"}, {"”", "''"}, {"…", "\\ldots{}"}, {"•", "\\textbullet{}"},
    {"→", "$\\rightarrow$"}, {"⇒", "$\\Rightarrow$"}, {"≥", "$\\geq$"}, {"≤", "$\\leq$"},
    {"≈", "$\\approx$"}, {"±", "$\\pm$"}, {"×", "$\\times$"},
    {"\\", "\\textbackslash{}"}, {"~", "\\textasciitilde{}"}, {"^", "\\textasciicircum{}"},
    {"`", "\\textasciigrave{}"}, {"<", "\\textless{}"}, {">", "\\textgreater{}"}, {"|", "\\textbar{}"},
    {"&", "\\&"}, {"%", "\\%"}, {"$", "\\$"}, {"#", "\\#"}, {"_", "\\_"}, {"{", "\\{"}, {"}", "\\}"},
};

std::string Latex(std::string_view text, EncodePlace place) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    bool found = false;
    for (const auto& [sign, written] : kLatexSigns) {
      if (!rest.starts_with(sign)) continue;
      out += written;
      at += sign.size();
      found = true;
      break;
    }
    if (found) continue;
    // After \item a bracket would be its label.
    if (at == 0 && rest[0] == '[' && place.begins_block) {
      out += "{[}";
    } else {
      out += rest[0];
    }
    ++at;
  }
  return out;
}

std::string TypstContent(std::string_view text, EncodePlace place) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool twice = i > 0 && (c == '-' || c == '/' || c == '.') && text[i - 1] == c;
    const bool comment = c == '*' && i > 0 && text[i - 1] == '/';
    if (std::string_view("\\#$@*_`<>~[]").find(c) != std::string_view::npos || twice || comment) out += '\\';
    out += c;
  }
  return WithMark(std::move(out), text, "-+=/", place);
}

/// `_` ends a name that is a link in reStructuredText.
std::string Rst(std::string_view text, EncodePlace place) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool inside = i + 1 < text.size() && (IsLetter(static_cast<unsigned char>(text[i + 1])) || IsDigit(text[i + 1]));
    if (c == '\\' || c == '`' || c == '|' || c == '*' || (c == '_' && !(inside && i > 0))) out += '\\';
    out += c;
  }
  return WithMark(std::move(out), text, "-+:.#=", place);
}

/// `{name}` is an attribute wherever it stands.
std::string AsciiDoc(std::string_view text) {
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '{' && i + 1 < text.size() && IsLetter(static_cast<unsigned char>(text[i + 1]))) out += '\\';
    out += text[i];
  }
  return out;
}

std::string SingleQuoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    out += c;
    if (c == '\'') out += c;
  }
  return out;
}

}  // namespace

std::string DoubleQuoted(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out;
}

std::vector<std::string> Encodings(std::string_view format, std::string_view text, EncodePlace place) {
  const std::string plain(text);
  if (format == "markdown") return {plain, Markdown(text, place), NumberedEntities(text)};
  if (format == "latex") return {Latex(text, place)};
  if (format == "html") return {Html(text), NumberedEntities(text)};
  if (format == "docx") return {Xml(text)};
  if (format == "rst") return {Rst(text, place)};
  if (format == "asciidoc") return {AsciiDoc(text), Backslashed(text, "\\*_`#{[<")};
  if (format == "typst") {
    std::vector<std::string> both = {TypstContent(text, place), DoubleQuoted(text)};
    if (place.in_string) std::swap(both[0], both[1]);
    return both;
  }
  // The values of JSON and YAML are read as light Markdown.
  if (format == "json") {
    return {DoubleQuoted(text), DoubleQuoted(Markdown(text, place)), DoubleQuoted(NumberedEntities(text))};
  }
  if (format == "yaml") {
    std::vector<std::string> out;
    for (const std::string& value : {plain, Markdown(text, place), NumberedEntities(text)}) {
      out.push_back(value);
      out.push_back(DoubleQuoted(value));
      out.push_back(SingleQuoted(value));
    }
    return out;
  }
  return {plain};
}

}  // namespace resumelint
