#include "config/remember.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/toml.h"
#include "config/config.h"

namespace resumelint {

namespace {

std::string Quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
      out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    } else {
      out += c;
    }
  }
  return out + "\"";
}

/// One line: a reason may not end the comment.
std::string Comment(std::string_view text) {
  if (text.empty()) return {};
  std::string out = "  # ";
  for (const char c : text) out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  return out;
}

std::vector<std::string> Values(const TomlValue* list) {
  std::vector<std::string> out;
  if (list == nullptr) return out;
  if (list->kind == TomlValue::Kind::kString) out.push_back(list->string);
  for (const TomlValue& value : list->array) out.push_back(value.string);
  return out;
}

size_t LineBegin(std::string_view text, uint32_t line) {
  size_t at = 0;
  for (uint32_t i = 1; i < line && at != std::string_view::npos; ++i) {
    at = text.find('\n', at);
    if (at != std::string_view::npos) ++at;
  }
  return at == std::string_view::npos ? text.size() : at;
}

/// The bracket that closes the list at `open`, and where its last value ends (0 = it is empty).
struct ListEnd {
  size_t close = std::string_view::npos;
  size_t last = 0;
  bool comma = false;  ///< one stands behind the last value
};

ListEnd FindListEnd(std::string_view text, size_t open) {
  ListEnd out;
  for (size_t at = open + 1; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '#') {
      at = std::min(text.find('\n', at), text.size());
    } else if (c == '"' || c == '\'') {
      const std::string three(3, c);
      const bool many = text.substr(at, 3) == three;
      size_t close = at + (many ? 3 : 1);
      while (close < text.size() && text.substr(close, many ? 3 : 1) != (many ? three : std::string(1, c))) {
        close += text[close] == '\\' && c == '"' ? 2 : 1;
      }
      at = close + (many ? 2 : 0);
      out.last = at + 1;
      out.comma = false;
    } else if (c == ',') {
      out.comma = true;
    } else if (c == ']') {
      out.close = at;
      return out;
    }
  }
  return out;
}

std::string WithValue(std::string_view text, const TomlValue& list, const ListEntry& entry, const std::string& line_end) {
  std::string out(text);
  const size_t value = LineBegin(text, list.line) + list.column - 1;  // no wider characters stand before a value
  if (list.kind == TomlValue::Kind::kString) {
    const ListEnd end = FindListEnd(text, value - 1);
    const size_t after = FindListEnd(text.substr(0, std::min(text.find('\n', value), text.size())), value - 1).last;
    out.insert(after != 0 ? after : end.last, ", " + Quoted(entry.value) + "]");
    out.insert(value, "[");
    return out;
  }
  const size_t open = text.find('[', value);
  const ListEnd end = FindListEnd(text, open);
  if (open == std::string_view::npos || end.close == std::string_view::npos) return out;
  const bool lines = text.substr(open, end.close - open).find('\n') != std::string_view::npos;
  const std::string comma = end.last > 0 && !end.comma ? "," : "";
  if (!lines) {
    const size_t at = end.last > 0 ? (end.comma ? end.close : end.last) : open + 1;
    out.insert(at, end.last == 0 ? Quoted(entry.value) : (end.comma ? " " : ", ") + Quoted(entry.value));
    return out;
  }
  // A line of its own, as far in as the one before it.
  const size_t last_line = end.last > 0 ? text.rfind('\n', end.last - 1) + 1 : open + 1;
  std::string indent(text.substr(last_line, text.find_first_not_of(" \t", last_line) - last_line));
  if (end.last == 0 || indent.empty()) indent = "  ";
  size_t line = text.rfind('\n', end.close) + 1;
  if (text.find_first_not_of(" \t", line) != end.close) {
    out.insert(end.close, comma + line_end + indent + Quoted(entry.value) + "," + Comment(entry.comment) + line_end);
    return out;
  }
  out.insert(line, indent + Quoted(entry.value) + "," + Comment(entry.comment) + line_end);
  out.insert(end.last, comma);
  return out;
}

std::string WithList(std::string_view text, const ListEntry& entry, const std::string& line_end) {
  std::string out(text);
  if (!out.empty() && !out.ends_with('\n')) out += line_end;
  const std::string list = fmt::format("{} = [{}  {},{}{}]{}", entry.key, line_end, Quoted(entry.value), Comment(entry.comment), line_end, line_end);
  // The begin of the table, or of the first table, which ends the top of the file.
  const std::string header = "[" + entry.table + "]";
  for (size_t at = 0; at < out.size();) {
    const size_t end = std::min(out.find('\n', at), out.size());
    const std::string_view line = std::string_view(out).substr(at, end - at);
    const size_t first = line.find_first_not_of(" \t");
    const std::string_view content = first == std::string_view::npos ? std::string_view() : line.substr(first);
    if (entry.table.empty() && content.starts_with('[')) {
      out.insert(at, list + line_end);
      return out;
    }
    if (!entry.table.empty() && content.starts_with(header)) {
      out.insert(end + 1, list);
      return out;
    }
    at = end + 1;
  }
  if (entry.table.empty()) return out + list;
  return out + (out.empty() ? "" : line_end) + header + line_end + list;
}

}  // namespace

Result<std::string> AddToList(const std::string& path, const std::string& text, const ListEntry& entry) {
  const Result<TomlValue> root = ParseToml(text, path);
  if (!root) return Fail(root.error());
  if (auto config = ParseConfig(path, text); !config) return Fail(config.error());
  const TomlValue* table = entry.table.empty() ? &*root : root->Find(entry.table);
  const TomlValue* list = table == nullptr ? nullptr : table->Find(entry.key);
  std::vector<std::string> wanted = Values(list);
  if (std::find(wanted.begin(), wanted.end(), entry.value) != wanted.end()) return text;
  wanted.push_back(entry.value);
  const std::string line_end = text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  const std::string out = list == nullptr ? WithList(text, entry, line_end) : WithValue(text, *list, entry, line_end);
  const Result<TomlValue> again = ParseToml(out, path);
  const TomlValue* new_table = !again ? nullptr : entry.table.empty() ? &*again : again->Find(entry.table);
  const bool there = new_table != nullptr && Values(new_table->Find(entry.key)) == wanted;
  const size_t grown = root->table.size() + (entry.table.empty() ? (list == nullptr ? 1 : 0) : (table == nullptr ? 1 : 0));
  if (!there || again->table.size() != grown || !ParseConfig(path, out)) {
    return Fail(path, fmt::format("\"{}\" can't be added to {} as it stands there", entry.value, entry.key),
                fmt::format("add it yourself: {} = [{}]", entry.key, Quoted(entry.value)));
  }
  return out;
}

}  // namespace resumelint
