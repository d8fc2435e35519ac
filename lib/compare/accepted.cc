#include "compare/accepted.h"

#include <fmt/format.h>

#include <utility>

#include "base/toml_reader.h"
#include "compare/compare.h"

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

}  // namespace

Result<AcceptedFacts> AcceptedFacts::Parse(std::string path, std::string text) {
  Result<TomlFile> file = TomlFile::Parse(std::move(path), std::move(text));
  if (!file) return Fail(std::move(file.error()));
  AcceptedFacts out;
  TomlReader top(file->root, *file);
  for (const char* kind : kClaimKinds) {
    for (const std::string& fact : top.Strings(kind)) out.Add(kind, fact);
  }
  top.Finish();
  if (file->fault) return Fail(*file->fault);
  return out;
}

bool AcceptedFacts::Has(std::string_view kind, std::string_view text) const {
  const auto found = facts_.find(kind);
  return found != facts_.end() && found->second.contains(std::string(text));
}

void AcceptedFacts::Add(std::string_view kind, std::string_view text) { facts_[std::string(kind)].emplace(text); }

std::string AcceptedFacts::Text() const {
  std::string out = "# Facts that were confirmed: `resumelint compare` doesn't ask for them again. Delete a line to be asked.\n";
  for (const auto& [kind, facts] : facts_) {
    out += fmt::format("\n{} = [\n", kind);
    for (const std::string& fact : facts) out += fmt::format("  {},\n", Quoted(fact));
    out += "]\n";
  }
  return out;
}

size_t AcceptedFacts::size() const {
  size_t size = 0;
  for (const auto& [kind, facts] : facts_) size += facts.size();
  return size;
}

}  // namespace resumelint
