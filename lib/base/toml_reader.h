#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/toml.h"

namespace resumelint {

/// A parsed TOML file and the first complaint about it. Readers of its tables share one, so that a
/// whole file is read without a check after each key, and the fault is looked at once, at the end.
struct TomlFile {
  std::string path;
  std::string text;
  TomlValue root;
  std::optional<Error> fault;  ///< the first complaint; later ones are not kept

  /// Fails where `text` isn't TOML.
  static Result<TomlFile> Parse(std::string path, std::string text);

  void Complain(const TomlValue& at, std::string what, std::string hint = {});
};

/// Reads one table key by key. Each read consumes its key; `Finish` complains about the keys that
/// nothing has consumed, with the nearest of those that something asked for. A key of the wrong type
/// is a complaint and reads as absent.
///
///     TomlReader table(file.root, file);
///     options.profile = table.String("profile", "auto");
///     options.ignore = table.Strings("ignore");
///     table.Finish();
///     if (file.fault) return Fail(*file.fault);
///
/// Holds references to the file and the value: it must not outlive them.
class TomlReader {
 public:
  TomlReader(const TomlValue& table, TomlFile& file);

  /// True if the table has the key; doesn't consume it.
  bool Has(std::string_view key) const;
  /// The value as it stands, or null. Consumes the key.
  const TomlValue* Value(std::string_view key);

  std::string String(std::string_view key, std::string_view fallback = {});
  /// A string that must be there and not be blank.
  std::string RequiredString(std::string_view key);
  /// A list of strings; a single string counts as a list of one.
  std::vector<std::string> Strings(std::string_view key);
  bool Boolean(std::string_view key, bool fallback = false);
  double Number(std::string_view key, double fallback = 0);
  /// A whole number within [least, most].
  int64_t Integer(std::string_view key, int64_t fallback, int64_t least, int64_t most);

  /// The sub-table, to be read in the same way; nothing where absent.
  std::optional<TomlReader> Table(std::string_view key);
  /// An array of tables (`[[key]]`); empty where absent. A single table counts as one.
  std::vector<TomlReader> Tables(std::string_view key);
  /// All keys with their values, for a table whose keys are names ("[severity]"). Consumes them all.
  const std::vector<TomlValue::Entry>& Entries();

  /// Complains at the place of a key, or of the table where it has no such key.
  void Complain(std::string_view key, std::string what, std::string hint = {});
  /// Complains about each key that nothing has consumed. Call it last.
  void Finish();

  uint32_t line() const { return table_->line; }
  const TomlValue& value() const { return *table_; }

 private:
  const TomlValue* Take(std::string_view key);
  /// Complains that the key's value is not `expected`.
  void Mistyped(std::string_view key, const TomlValue& value, std::string_view expected);

  const TomlValue* table_;
  TomlFile* file_;
  std::vector<std::string> asked_;
};

/// "a string", "a table", … for messages.
const char* KindName(TomlValue::Kind kind);

}  // namespace resumelint
