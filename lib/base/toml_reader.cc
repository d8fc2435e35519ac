#include "base/toml_reader.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"

namespace resumelint {

namespace {

bool IsKeyByte(char byte) {
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '_' || byte == '-';
}

// Offset of `key` as a whole word in `line`, before a comment could begin.
size_t FindKey(std::string_view line, std::string_view key) {
  for (size_t at = line.find(key); at != std::string_view::npos; at = line.find(key, at + 1)) {
    const size_t end = at + key.size();
    if ((at == 0 || !IsKeyByte(line[at - 1])) && (end == line.size() || !IsKeyByte(line[end]))) {
      return at;
    }
  }
  return std::string_view::npos;
}

// The parser knows the place of values only; a person looks for the key, which is on that line.
Error AtKey(Error error, std::string_view key) {
  const size_t at = FindKey(error.excerpt, key);
  if (!key.empty() && at != std::string_view::npos) {
    error.column =
        static_cast<uint32_t>(CountCodePoints(std::string_view(error.excerpt).substr(0, at))) + 1;
  }
  return error;
}

}  // namespace

const char* KindName(TomlValue::Kind kind) {
  switch (kind) {
    case TomlValue::Kind::kString: return "a string";
    case TomlValue::Kind::kInteger: return "a whole number";
    case TomlValue::Kind::kFloat: return "a number";
    case TomlValue::Kind::kBoolean: return "true or false";
    case TomlValue::Kind::kArray: return "a list";
    case TomlValue::Kind::kTable: return "a table";
    case TomlValue::Kind::kOther: break;
  }
  return "a date or time";
}

Result<TomlFile> TomlFile::Parse(std::string path, std::string text) {
  Result<TomlValue> root = ParseToml(text, path);
  if (!root) return Fail(std::move(root.error()));
  return TomlFile{std::move(path), std::move(text), std::move(*root), std::nullopt};
}

void TomlFile::Complain(const TomlValue& at, std::string what, std::string hint) {
  if (!fault) fault = TomlError(at, path, text, std::move(what), std::move(hint));
}

TomlReader::TomlReader(const TomlValue& table, TomlFile& file) : table_(&table), file_(&file) {}

bool TomlReader::Has(std::string_view key) const { return table_->Find(key) != nullptr; }

const TomlValue* TomlReader::Value(std::string_view key) { return Take(key); }

std::string TomlReader::String(std::string_view key, std::string_view fallback) {
  const TomlValue* value = Take(key);
  if (value == nullptr) return std::string(fallback);
  if (value->kind == TomlValue::Kind::kString) return value->string;
  Mistyped(key, *value, "a string");
  return std::string(fallback);
}

std::string TomlReader::RequiredString(std::string_view key) {
  const TomlValue* value = Take(key);
  if (value == nullptr) {
    file_->Complain(*table_, fmt::format("\"{}\" is missing", key));
    return {};
  }
  if (value->kind != TomlValue::Kind::kString) {
    Mistyped(key, *value, "a string");
    return {};
  }
  if (value->string.find_first_not_of(" \t\n\r") == std::string::npos) {
    Complain(key, fmt::format("\"{}\" is empty", key));
  }
  return value->string;
}

std::vector<std::string> TomlReader::Strings(std::string_view key) {
  const TomlValue* value = Take(key);
  if (value == nullptr) return {};
  if (value->kind == TomlValue::Kind::kString) return {value->string};
  std::vector<std::string> out;
  if (value->kind != TomlValue::Kind::kArray) {
    Mistyped(key, *value, "a list of strings");
    return out;
  }
  for (const TomlValue& element : value->array) {
    if (element.kind != TomlValue::Kind::kString) {
      file_->Complain(element, fmt::format("\"{}\" must hold strings, but this is {}", key,
                                           KindName(element.kind)));
      return out;
    }
    out.push_back(element.string);
  }
  return out;
}

bool TomlReader::Boolean(std::string_view key, bool fallback) {
  const TomlValue* value = Take(key);
  if (value == nullptr) return fallback;
  if (value->kind == TomlValue::Kind::kBoolean) return value->boolean;
  Mistyped(key, *value, "true or false");
  return fallback;
}

double TomlReader::Number(std::string_view key, double fallback) {
  const TomlValue* value = Take(key);
  if (value == nullptr) return fallback;
  if (value->kind == TomlValue::Kind::kInteger || value->kind == TomlValue::Kind::kFloat) {
    return value->number;
  }
  Mistyped(key, *value, "a number");
  return fallback;
}

int64_t TomlReader::Integer(std::string_view key, int64_t fallback, int64_t least, int64_t most) {
  const TomlValue* value = Take(key);
  if (value == nullptr) return fallback;
  if (value->kind != TomlValue::Kind::kInteger) {
    Mistyped(key, *value, "a whole number");
    return fallback;
  }
  if (value->integer < least || value->integer > most) {
    Complain(key, fmt::format("\"{}\" must be from {} to {}", key, least, most));
    return fallback;
  }
  return value->integer;
}

std::optional<TomlReader> TomlReader::Table(std::string_view key) {
  const TomlValue* value = Take(key);
  if (value == nullptr) return std::nullopt;
  if (value->kind != TomlValue::Kind::kTable) {
    Mistyped(key, *value, "a table");
    return std::nullopt;
  }
  return TomlReader(*value, *file_);
}

std::vector<TomlReader> TomlReader::Tables(std::string_view key) {
  const TomlValue* value = Take(key);
  std::vector<TomlReader> out;
  if (value == nullptr) return out;
  if (value->kind == TomlValue::Kind::kTable) {
    out.emplace_back(*value, *file_);
    return out;
  }
  if (value->kind != TomlValue::Kind::kArray) {
    Mistyped(key, *value, "a list of tables");
    return out;
  }
  for (const TomlValue& element : value->array) {
    if (element.kind != TomlValue::Kind::kTable) {
      file_->Complain(element, fmt::format("\"{}\" must hold tables, but this is {}", key,
                                           KindName(element.kind)));
      return {};
    }
    out.emplace_back(element, *file_);
  }
  return out;
}

const std::vector<TomlValue::Entry>& TomlReader::Entries() {
  for (const auto& [key, value] : table_->table) asked_.push_back(key);
  return table_->table;
}

void TomlReader::Complain(std::string_view key, std::string what, std::string hint) {
  if (file_->fault) return;
  const TomlValue* value = table_->Find(key);
  file_->Complain(value == nullptr ? *table_ : *value, std::move(what), std::move(hint));
  if (value != nullptr) file_->fault = AtKey(std::move(*file_->fault), key);
}

void TomlReader::Finish() {
  const std::vector<std::string_view> known(asked_.begin(), asked_.end());
  for (const auto& [key, value] : table_->table) {
    if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
    std::string hint = DidYouMean(key, known);
    if (hint.empty()) hint = fmt::format("known here: {}", fmt::join(known, ", "));
    Complain(key, fmt::format("unknown key \"{}\"", key), std::move(hint));
    return;
  }
}

const TomlValue* TomlReader::Take(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  return table_->Find(key);
}

void TomlReader::Mistyped(std::string_view key, const TomlValue& value, std::string_view expected) {
  Complain(key, fmt::format("\"{}\" must be {}, not {}", key, expected, KindName(value.kind)));
}

}  // namespace resumelint
