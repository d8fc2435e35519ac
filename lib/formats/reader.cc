#include "formats/concealed.h"
#include "formats/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/utf8.h"
#include "formats/readers.h"

namespace resumelint {

namespace {

/// Why a document is larger than a resume may be, if it is.
std::optional<Error> Excess(const Document& document, const SizeLimits& limits) {
  uint64_t size = 0;
  uint64_t longest = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kSkipped) continue;
    size += block.text.chars.size();
    longest = std::max<uint64_t>(longest, block.text.chars.size());
  }
  std::string what;
  if (document.blocks.size() > limits.Blocks()) {
    what = fmt::format("more than {} items and paragraphs", limits.Blocks());
  } else if (longest > limits.Paragraph()) {
    what = fmt::format("a paragraph of more than {} KB", limits.Paragraph() >> 10);
  } else if (size > limits.text) {
    what = fmt::format("more than {} KB of text", limits.text >> 10);
  }
  uint64_t directives = 0;
  for (const Directive& directive : document.directives) directives += directive.text.size();
  if (what.empty() && directives > limits.Directives()) {
    what = fmt::format("more than {} KB of resumelint's own comments", limits.Directives() >> 10);
  }
  if (what.empty()) return std::nullopt;
  // The text that gives each of the limits.
  const uint64_t for_blocks = document.blocks.size() * limits.text / limits.Blocks() + 1024;
  const uint64_t needed = std::max({size, longest * 4, directives * 8, for_blocks});
  return TooLarge(document.source.path, std::move(what), needed);
}

size_t LinesIn(std::string_view raw) {
  size_t lines = 0;
  for (size_t at = 0; at < raw.size(); ++at) {
    lines += raw[at] == '\n' || (raw[at] == '\r' && raw.substr(at + 1, 1) != "\n") ? 1 : 0;
  }
  return lines;
}

bool HasLetter(const Text& text) {
  for (size_t at = 0; at < text.chars.size();) {
    const CodePoint point = DecodeAt(text.chars, at);
    if (IsLetter(point.value) && DisplayWidth(text.chars.substr(at, point.length)) > 0) return true;  // no mark alone
    at += point.length;
  }
  return false;
}

}  // namespace

std::span<const Reader> Readers() {
  static const std::vector<Reader> table = {
      kPlainReader,
      kMarkdownReader,
      kLatexReader,
      kJsonReader,
      kYamlReader,
      kHtmlReader,
      kDocxReader,
      kTypstReader,
      kOrgReader,
      kAsciiDocReader,
      kRstReader,
      kPdfReader,
  };
  return table;
}

const Reader* FindReader(std::string_view name) {
  for (const Reader& reader : Readers()) {
    if (name == reader.name) return &reader;
  }
  return nullptr;
}

const Reader& ChooseReader(std::string_view path, std::string_view raw) {
  const Reader* best = &kPlainReader;
  int best_looks = 0;
  for (const Reader& reader : Readers()) {
    const int looks = reader.looks(raw);
    if (looks > best_looks) {
      best = &reader;
      best_looks = looks;
    }
  }
  if (best_looks >= kSureLooks) return *FindReader(best->name);
  const std::string lower = Lower(path);
  for (const Reader& reader : Readers()) {
    // A text file's extension says little about what is in it.
    if (reader.name == std::string_view(kPlainReader.name)) continue;
    for (const std::string_view extension : reader.extensions) {
      if (lower.ends_with(extension)) return reader;
    }
  }
  return *FindReader(best->name);
}

Result<Document> ReadDocument(std::string path, std::string raw, const OutlineTerms& terms,
                              std::string_view format, const SizeLimits& limits) {
  const Reader* reader = nullptr;
  if (format.empty()) {
    reader = &ChooseReader(path, raw);
  } else {
    reader = FindReader(format);
    if (reader == nullptr) {
      std::string names;
      for (const Reader& known : Readers()) names += fmt::format("{}{}", names.empty() ? "" : ", ", known.name);
      return Fail(std::move(path), fmt::format("unknown input format \"{}\"", format),
                  fmt::format("known formats: {}", names));
    }
  }
  std::string_view rest = raw;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (rest.starts_with(mark)) rest.remove_prefix(mark.size());
  }
  if (std::all_of(rest.begin(), rest.end(), [](char c) { return static_cast<unsigned char>(c) <= ' '; })) {
    return Fail(std::move(path), "the file is empty", "give a file with the text of a resume");
  }
  if (reader->text && raw.size() > limits.TextFile()) {
    return Fail(TooLarge(std::move(path), fmt::format("larger than {} MB", limits.TextFile() >> 20), raw.size()));
  }
  if (const uint64_t lines = reader->text ? LinesIn(raw) : 0; lines > limits.Lines()) {
    return Fail(TooLarge(std::move(path), fmt::format("more than {} lines", limits.Lines()), lines * limits.text / limits.Lines() + 1024));
  }
  Result<Document> document = reader->read(path, std::move(raw), terms);
  if (!document) return document;
  if (auto error = Excess(*document, limits)) return Fail(std::move(*error));
  document->format = reader->name;
  document->limits = limits;
  AccountForRest(*document);
  FindConcealed(*document);
  if (!reader->outlined) ApplyOutline(*document, terms);
  const bool content = std::any_of(
      document->blocks.begin(), document->blocks.end(), [](const Block& block) {
        return (block.kind == BlockKind::kBullet || block.kind == BlockKind::kParagraph ||
                block.kind == BlockKind::kHeadline || block.kind == BlockKind::kRole) && HasLetter(block.text);
      });
  if (!content) {
    return Fail(std::move(path), fmt::format("no resume content found, read as {}", reader->name),
                "see what was read with `resumelint text FILE`, or name the format with "
                "--input-format");
  }
  return document;
}

}  // namespace resumelint
