#pragma once

#include <span>
#include <string>
#include <string_view>

#include "base/result.h"
#include "resume/document.h"
#include "resume/outline.h"

namespace resumelint {

/// One row a format. Adding a format is adding a row: sniffing, `--input-format`, the tests that
/// every format must pass and fuzzing all loop over the table.
struct Reader {
  const char* name;                         ///< "markdown", as in `--input-format`
  std::span<const std::string_view> extensions;  ///< lower case, with the dot
  /// How sure the reader is that these are its bytes, 0 (no) to 100. Sees the whole raw file.
  /// From kSureLooks on, the bytes win over the name's extension.
  int (*looks)(std::string_view raw);
  /// Blocks of the file before ApplyOutline, in source order. `raw` is the file's bytes; text
  /// formats go through MakeSource first. Bytes that no block covers are accounted for by
  /// ReadDocument.
  Result<Document> (*read)(std::string path, std::string raw, const OutlineTerms& terms);
  bool text = true;  ///< the file's bytes are the text: positions are those of the file
  bool outlined = false;  ///< `read` gives sections and roles too: ApplyOutline is left out
};

inline constexpr int kSureLooks = 90;

std::span<const Reader> Readers();
const Reader* FindReader(std::string_view name);

/// Chooses by content where it is sure, then by the name's extension, then by likely content.
const Reader& ChooseReader(std::string_view path, std::string_view raw);

/// Reads a resume: chooses the reader (or takes `format`), reads, applies the outline. Fails with a
/// message that says what to do; a document without any content is a failure, never "clean", and so
/// is one that is larger than `limits`.
Result<Document> ReadDocument(std::string path, std::string raw, const OutlineTerms& terms,
                              std::string_view format = {}, const SizeLimits& limits = {});

}  // namespace resumelint
