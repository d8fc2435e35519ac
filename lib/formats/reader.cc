#include "formats/concealed.h"
#include "formats/reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "formats/readers.h"

namespace resumelint {

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
  Result<Document> document = reader->read(path, std::move(raw), terms);
  if (!document) return document;
  document->format = reader->name;
  AccountForRest(*document);
  FindConcealed(*document);
  if (!reader->outlined) ApplyOutline(*document, terms);
  const bool content = std::any_of(
      document->blocks.begin(), document->blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::kBullet || block.kind == BlockKind::kParagraph ||
               block.kind == BlockKind::kHeadline || block.kind == BlockKind::kRole;
      });
  if (!content) {
    return Fail(std::move(path), fmt::format("no resume content found, read as {}", reader->name),
                "see what was read with `resumelint text FILE`, or name the format with "
                "--input-format");
  }
  return document;
}

}  // namespace resumelint
