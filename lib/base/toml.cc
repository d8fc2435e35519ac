#include "base/toml.h"

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <numeric>

namespace resumelint {

namespace {

std::string LineOf(std::string_view text, uint32_t line) {
  size_t begin = 0;
  for (uint32_t at = 1; at < line; ++at) {
    const size_t end = text.find('\n', begin);
    if (end == std::string_view::npos) return {};
    begin = end + 1;
  }
  std::string_view rest = text.substr(begin);
  rest = rest.substr(0, rest.find('\n'));
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  return std::string(rest);
}

TomlValue Convert(const toml::node& node) {
  TomlValue value;
  value.line = node.source().begin.line;
  value.column = node.source().begin.column;
  switch (node.type()) {
    case toml::node_type::string:
      value.kind = TomlValue::Kind::kString;
      value.string = **node.as_string();
      break;
    case toml::node_type::integer:
      value.kind = TomlValue::Kind::kInteger;
      value.integer = **node.as_integer();
      value.number = static_cast<double>(value.integer);
      break;
    case toml::node_type::floating_point:
      value.kind = TomlValue::Kind::kFloat;
      value.number = **node.as_floating_point();
      break;
    case toml::node_type::boolean:
      value.kind = TomlValue::Kind::kBoolean;
      value.boolean = **node.as_boolean();
      break;
    case toml::node_type::array:
      value.kind = TomlValue::Kind::kArray;
      for (const toml::node& element : *node.as_array()) value.array.push_back(Convert(element));
      break;
    case toml::node_type::table: {
      value.kind = TomlValue::Kind::kTable;
      for (const auto& [key, child] : *node.as_table()) {
        TomlValue converted = Convert(child);
        // A key is where a person looks; toml++ 3.3 knows the place of keys, 3.2 only of values.
        value.table.push_back({std::string(key.str()), std::move(converted)});
      }
      std::stable_sort(value.table.begin(), value.table.end(), [](const auto& a, const auto& b) {
        return std::pair(a.value.line, a.value.column) < std::pair(b.value.line, b.value.column);
      });
      break;
    }
    default:
      break;
  }
  return value;
}

size_t EditDistance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t up = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = up;
    }
  }
  return row.back();
}

}  // namespace

const TomlValue* TomlValue::Find(std::string_view key) const {
  for (const auto& [name, value] : table) {
    if (name == key) return &value;
  }
  return nullptr;
}

Result<TomlValue> ParseToml(std::string_view text, const std::string& path) {
  toml::parse_result result = toml::parse(text, path);
  if (!result) {
    const toml::parse_error& error = result.error();
    Error out;
    out.path = path;
    out.line = error.source().begin.line;
    out.column = error.source().begin.column;
    out.what = std::string(error.description());
    out.excerpt = LineOf(text, out.line);
    return Fail(std::move(out));
  }
  return Convert(result.table());
}

Error TomlError(const TomlValue& value, const std::string& path, std::string_view text,
                std::string what, std::string hint) {
  return {path, value.line, value.column, std::move(what), std::move(hint),
          LineOf(text, value.line)};
}

std::string DidYouMean(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view best;
  size_t best_distance = std::max<size_t>(word.size() / 3, 1) + 1;
  for (const std::string_view candidate : known) {
    // A name cut short means that name.
    const size_t distance = word.size() >= 3 && candidate.starts_with(word) ? 1 : EditDistance(word, candidate);
    if (distance < best_distance) {
      best = candidate;
      best_distance = distance;
    }
  }
  return best.empty() ? std::string() : fmt::format("did you mean \"{}\"?", best);
}

}  // namespace resumelint
