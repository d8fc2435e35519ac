#include "fix.h"

#include <fmt/format.h>

#include <filesystem>
#include <map>
#include <system_error>

#include "edit/edit.h"
#include "edit/unified.h"
#include "lint/fixes.h"

namespace resumelint {

namespace fs = std::filesystem;

namespace {

std::string Shown(const Fix& fix) {
  if (fix.replacement == " ") return "two blanks -> one";
  return fmt::format("\"{}\" -> \"{}\"", fix.was, fix.replacement);
}

}  // namespace

Fixed MakeFixes(const Document& document, const std::string& raw, const Setup& setup, const FileSettings& settings) {
  Fixed out;
  const std::vector<Fix> fixes = FindFixes(document, setup.rules, settings.lint, setup.config.accept);
  std::vector<Edit> edits;
  for (const Fix& fix : fixes) edits.push_back({fix.block, fix.in_text, fix.replacement, true});
  Edited edited = EditWhatCan(document, raw, edits, setup.rules.outline);
  std::map<int, std::string> refused;
  for (const auto& [block, error] : edited.refused) refused.emplace(block, error.what);
  for (const Fix& fix : fixes) {
    const Block& block = document.blocks[static_cast<size_t>(fix.block)];
    const Position at = document.source.At(block.text.ToSource(fix.in_text).begin);
    const auto why = refused.find(fix.block);
    const bool made = why == refused.end();
    out.notes.push_back({document.source.path, at.line, at.column,
                         fmt::format("{}{} [{}]{}", made ? "" : "not mended: ", Shown(fix), fix.rule,
                                     made ? "" : ": " + why->second), "", ""});
    out.made += made ? 1 : 0;
  }
  out.raw = std::move(edited.raw);
  out.document = std::move(edited.document);
  return out;
}

Result<std::string> DiffOf(const Document& document, const std::string& before, const std::string& after) {
  const Source& source = document.source;
  const bool wide = source.encoding == Encoding::kUtf16Le || source.encoding == Encoding::kUtf16Be;
  if (source.extracted || wide) return Fail(source.path, "no diff can be shown of a file that isn't lines of bytes");
  std::string name = source.path;
  std::error_code error;
  const fs::path relative = fs::absolute(name, error).lexically_normal().lexically_relative(fs::current_path(error));
  if (!error && !relative.empty() && *relative.begin() != "..") name = relative.generic_string();
  return UnifiedDiff(name, before, after);
}

}  // namespace resumelint
