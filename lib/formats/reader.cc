#include "formats/concealed.h"
#include "formats/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "formats/readers.h"

namespace resumelint {

namespace {

// A thick resume has some hundred items and 20 KB of text. What is far beyond is something else, and
// takes long to check.
constexpr size_t kMostBlocks = 20'000;
constexpr size_t kMostText = 256 << 10;
constexpr size_t kLongestText = 64 << 10;
constexpr size_t kMostLines = 100'000;
constexpr size_t kMostDirectives = 32 << 10;  // bytes of all

/// Why a document is too large to be a resume, or "".
std::string TooLarge(const Document& document) {
  if (document.blocks.size() > kMostBlocks) return fmt::format("more than {} items and paragraphs", kMostBlocks);
  size_t size = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kSkipped) continue;
    size += block.text.chars.size();
    if (block.text.chars.size() > kLongestText) return fmt::format("a paragraph of more than {} KB", kLongestText >> 10);
  }
  if (size > kMostText) return fmt::format("more than {} KB of text", kMostText >> 10);
  size = 0;
  for (const Directive& directive : document.directives) size += directive.text.size();
  return size > kMostDirectives ? fmt::format("more than {} KB of resumelint's own comments", kMostDirectives >> 10) : "";
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
                              std::string_view format) {
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
  if (reader->text && LinesIn(raw) > kMostLines) {
    return Fail(std::move(path), fmt::format("more than {} lines", kMostLines), "check that this is a resume");
  }
  Result<Document> document = reader->read(path, std::move(raw), terms);
  if (!document) return document;
  if (std::string what = TooLarge(*document); !what.empty()) {
    return Fail(std::move(path), std::move(what), "check that this is a resume");
  }
  document->format = reader->name;
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
