#include "fix.h"

#include <fmt/format.h>

#include <filesystem>
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
  Fixed out{raw, document, {}, 0};
  const std::vector<Fix> fixes = FindFixes(document, setup.rules, settings.lint, setup.config.accept);
  std::vector<bool> can(fixes.size(), false);
  std::vector<Edit> edits;
  std::vector<std::string> why(fixes.size());
  for (size_t begin = 0; begin < fixes.size();) {
    // Block by block: one that can't be written must not keep back the others.
    size_t end = begin;
    std::vector<Edit> of_block;
    for (; end < fixes.size() && fixes[end].block == fixes[begin].block; ++end) {
      of_block.push_back({fixes[end].block, fixes[end].in_text, fixes[end].replacement, true});
    }
    const Result<Edited> tried = ApplyEdits(document, raw, of_block, setup.rules.outline);
    for (size_t i = begin; i < end; ++i) {
      can[i] = tried.has_value();
      if (!tried) why[i] = tried.error().what;
    }
    if (tried) edits.insert(edits.end(), of_block.begin(), of_block.end());
    begin = end;
  }
  Result<Edited> edited = ApplyEdits(document, raw, edits, setup.rules.outline);
  for (size_t i = 0; i < fixes.size(); ++i) {
    const Fix& fix = fixes[i];
    const Block& block = document.blocks[static_cast<size_t>(fix.block)];
    const Position at = document.source.At(block.text.ToSource(fix.in_text).begin);
    const bool made = can[i] && edited;
    const std::string reason = !can[i] ? why[i] : edited ? std::string() : edited.error().what;
    out.notes.push_back({document.source.path, at.line, at.column,
                         fmt::format("{}{} [{}]{}", made ? "" : "not mended: ", Shown(fix), fix.rule,
                                     made ? "" : ": " + reason), "", ""});
    out.made += made ? 1 : 0;
  }
  if (edited) {
    out.raw = std::move(edited->raw);
    out.document = std::move(edited->document);
  }
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
