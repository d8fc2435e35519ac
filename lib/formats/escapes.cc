#include "formats/escapes.h"

#include <charconv>
#include <optional>
#include <string>

#include "base/utf8.h"
#include "formats/entities.h"

namespace resumelint {

namespace {

/// One escape: the character it means and the raw bytes it takes. Length 0: not an escape.
struct Escape {
  char32_t value = 0;
  uint32_t length = 0;
};

std::optional<uint32_t> ParseHex(std::string_view digits) {
  uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

std::string Shown(char32_t value) {
  std::string out;
  const bool scalar = value != 0 && value < 0x110000 && (value < 0xD800 || value >= 0xE000);
  AppendUtf8(out, scalar ? value : 0xFFFD);
  return out;
}

Escape JsonEscape(std::string_view rest) {
  if (rest.size() < 2) return {};
  switch (rest[1]) {
    case 'b': return {'\b', 2};
    case 'f': return {'\f', 2};
    case 'n': return {'\n', 2};
    case 'r': return {'\r', 2};
    case 't': return {'\t', 2};
    case 'u': break;
    default: return {static_cast<unsigned char>(rest[1]), 2};
  }
  const auto high = rest.size() >= 6 ? ParseHex(rest.substr(2, 4)) : std::nullopt;
  if (!high) return {};
  if (*high >= 0xD800 && *high < 0xDC00 && rest.size() >= 12 && rest.substr(6, 2) == "\\u") {
    const auto low = ParseHex(rest.substr(8, 4));
    if (low && *low >= 0xDC00 && *low < 0xE000) {
      return {0x10000 + ((*high - 0xD800) << 10) + (*low - 0xDC00), 12};
    }
  }
  return {*high, 6};
}

Escape YamlEscape(std::string_view rest) {
  if (rest.size() < 2) return {};
  size_t digits = 0;
  switch (rest[1]) {
    case '0': return {0, 2};
    case 'a': return {'\a', 2};
    case 'b': return {'\b', 2};
    case 't':
    case '\t': return {'\t', 2};
    case 'n': return {'\n', 2};
    case 'v': return {'\v', 2};
    case 'f': return {'\f', 2};
    case 'r': return {'\r', 2};
    case 'e': return {0x1B, 2};
    case 'N': return {0x85, 2};
    case '_': return {0xA0, 2};
    case 'L': return {0x2028, 2};
    case 'P': return {0x2029, 2};
    case 'x': digits = 2; break;
    case 'u': digits = 4; break;
    case 'U': digits = 8; break;
    default: return {static_cast<unsigned char>(rest[1]), 2};
  }
  const auto value = rest.size() >= 2 + digits ? ParseHex(rest.substr(2, digits)) : std::nullopt;
  if (!value) return {};
  return {*value, static_cast<uint32_t>(2 + digits)};
}

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsBreak(char c) { return c == '\n' || c == '\r'; }

/// Number of line breaks in a run of blanks; CRLF is one.
size_t CountBreaks(std::string_view run) {
  size_t count = 0;
  for (size_t at = 0; at < run.size(); ++at) {
    if (run[at] == '\n' || (run[at] == '\r' && (at + 1 == run.size() || run[at + 1] != '\n'))) {
      ++count;
    }
  }
  return count;
}

/// Plain and quoted scalars: blanks around a line break fold to one space, or to one line feed less
/// than there are breaks.
Text DecodeFlow(std::string_view bytes, Span raw, ScalarStyle style) {
  Text out;
  bool after_escaped_break = false;
  for (uint32_t at = raw.begin; at < raw.end;) {
    uint32_t end = at;
    while (end < raw.end && (IsBlank(bytes[end]) || IsBreak(bytes[end]))) ++end;
    if (end > at) {
      const std::string_view run = bytes.substr(at, end - at);
      const size_t breaks = CountBreaks(run);
      if (after_escaped_break) {
        out.AppendReplaced(std::string(breaks, '\n'), {at, end});
      } else if (breaks == 0) {
        out.AppendVerbatim(run, at);
      } else {
        out.AppendReplaced(breaks == 1 ? " " : std::string(breaks - 1, '\n'), {at, end});
      }
      after_escaped_break = false;
      at = end;
      continue;
    }
    after_escaped_break = false;
    if (style == ScalarStyle::kDoubleQuoted && bytes[at] == '\\') {
      const bool crlf = bytes.substr(at + 1, 2) == "\r\n";
      if (at + 1 < raw.end && IsBreak(bytes[at + 1])) {
        at += crlf ? 3 : 2;
        after_escaped_break = true;
        continue;
      }
      const Escape escape = YamlEscape(bytes.substr(at, raw.end - at));
      if (escape.length == 0) return out;
      out.AppendReplaced(Shown(escape.value), {at, at + escape.length});
      at += escape.length;
    } else if (style == ScalarStyle::kSingleQuoted && bytes.substr(at, 2) == "''") {
      out.AppendReplaced("'", {at, at + 2});
      at += 2;
    } else {
      out.AppendVerbatim(bytes.substr(at, 1), at);
      ++at;
    }
  }
  return out;
}

/// Literal and folded scalars differ from their source in blanks alone, so the parser's value says
/// what each run of blanks became.
Text AlignBlock(std::string_view bytes, Span raw, std::string_view value) {
  Text out;
  uint32_t at = raw.begin;
  while (at < raw.end && !IsBreak(bytes[at])) ++at;  // the header: "|-  # comment"
  if (at < raw.end) at += bytes.substr(at, 2) == "\r\n" ? 2 : 1;
  const auto blank = [](char c) { return IsBlank(c) || IsBreak(c); };
  for (size_t in = 0; in < value.size();) {
    size_t value_end = in;
    uint32_t end = at;
    if (blank(value[in]) || (at < raw.end && blank(bytes[at]))) {
      while (value_end < value.size() && blank(value[value_end])) ++value_end;
      while (end < raw.end && blank(bytes[end])) ++end;
      const std::string_view shown = value.substr(in, value_end - in);
      const std::string_view written = bytes.substr(at, end - at);
      if (shown == written) {
        out.AppendVerbatim(shown, at);
      } else {
        out.AppendReplaced(shown, {at, end});
      }
    } else {
      while (value_end < value.size() && end < raw.end && !blank(value[value_end]) &&
             value[value_end] == bytes[end]) {
        ++value_end;
        ++end;
      }
      if (value_end == in) return out;
      out.AppendVerbatim(value.substr(in, value_end - in), at);
    }
    in = value_end;
    at = end;
  }
  return out;
}

}  // namespace

Text DecodeJsonString(std::string_view bytes, Span raw) {
  Text out;
  for (uint32_t at = raw.begin; at < raw.end;) {
    const size_t found = bytes.substr(0, raw.end).find('\\', at);
    const uint32_t end = found < raw.end ? static_cast<uint32_t>(found) : raw.end;
    out.AppendVerbatim(bytes.substr(at, end - at), at);
    at = end;
    if (at == raw.end) break;
    const Escape escape = JsonEscape(bytes.substr(at, raw.end - at));
    if (escape.length == 0) break;
    out.AppendReplaced(Shown(escape.value), {at, at + escape.length});
    at += escape.length;
  }
  return out;
}

Text DecodeEntities(const Text& text) {
  const std::string_view chars = text.chars;
  size_t ampersand = chars.find('&');
  if (ampersand == std::string_view::npos) return text;
  Text out;
  uint32_t done = 0;
  for (; ampersand != std::string_view::npos; ampersand = chars.find('&', ampersand)) {
    const auto at = static_cast<uint32_t>(ampersand);
    const auto length = static_cast<uint32_t>(EntityLength(chars.substr(at)));
    if (length == 0) {
      ++ampersand;
      continue;
    }
    out.Append(text.Slice({done, at}));
    done = at + length;
    out.AppendReplaced(DecodeEntity(chars.substr(at, length)), text.ToSource({at, done}));
    ampersand = done;
  }
  out.Append(text.Slice({done, static_cast<uint32_t>(chars.size())}));
  return out;
}

Text DecodeYamlScalar(std::string_view bytes, Span raw, ScalarStyle style, std::string_view value) {
  Text out;
  switch (style) {
    case ScalarStyle::kPlain:
      out = DecodeFlow(bytes, raw, style);
      break;
    case ScalarStyle::kSingleQuoted:
    case ScalarStyle::kDoubleQuoted:
      if (raw.size() >= 2) out = DecodeFlow(bytes, {raw.begin + 1, raw.end - 1}, style);
      break;
    case ScalarStyle::kLiteral:
    case ScalarStyle::kFolded:
      out = AlignBlock(bytes, raw, value);
      break;
  }
  if (out.chars == value) return out;
  std::string shown;
  for (const char c : value) shown += c == '\0' ? Shown(0) : std::string(1, c);
  if (out.chars == shown) return out;
  Text whole;
  whole.AppendReplaced(shown, raw);
  return whole;
}

}  // namespace resumelint
