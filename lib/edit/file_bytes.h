#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "formats/docx.h"
#include "resume/document.h"

namespace resumelint {

/// Bytes of Source::bytes and what comes in their place, already as the format wants it.
struct SourceEdit {
  Span source;
  std::string bytes;
};

/// Bytes as they lie on the disk (of a DOCX file: in the part that holds its text), and what comes in their place.
struct FileEdit {
  Span at;
  std::string bytes;

  friend bool operator==(const FileEdit&, const FileEdit&) = default;
};

/// The bytes of a file, to be changed; all that no edit names stay as they are.
class FileBytes {
 public:
  /// `raw` are the bytes that `source` was read from; both must outlive it. Fails where its text can't be
  /// found in them.
  static Result<FileBytes> Open(const Source& source, const std::string& raw);

  /// Edits that lie side by side (in order, not overlapping) in the file's own encoding. Fails on a
  /// character that the encoding doesn't have. In a DOCX file the text goes into the first run that an edit
  /// touches and keeps that run's properties; `lost` takes formats that only the later runs had.
  Result<std::vector<FileEdit>> Translate(const std::vector<SourceEdit>& edits, std::vector<std::string>& lost) const;

  /// The file with edits made, in order and not overlapping.
  Result<std::string> With(const std::vector<const FileEdit*>& edits) const;

 private:
  FileBytes(const Source& source, const std::string& raw) : source_(&source), raw_(&raw) {}

  const Source* source_;
  const std::string* raw_;
  std::optional<DocxMap> docx_;
};

/// What differs between a text and the one that comes in its place, cut at whole characters; nullopt if nothing does.
std::optional<FileEdit> DifferenceOf(std::string_view before, std::string_view after);

}  // namespace resumelint
