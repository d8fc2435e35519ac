#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"

namespace resumelint {

/// A place for people and tools.
struct Position {
  uint32_t line = 1;    ///< from 1
  uint32_t column = 1;  ///< from 1, in Unicode code points
  int64_t offset = -1;  ///< byte in the file as it lies on disk; -1 where its bytes can't hold it
};

enum class Encoding { kUtf8, kUtf8Bom, kUtf16Le, kUtf16Be, kWindows1252 };

/// One file, decoded to valid UTF-8, with the way back to its lines and bytes.
///
/// `bytes` ends in a line feed that readers may rely on (added if the file has none) and holds no
/// NUL. All Spans of a Document are offsets into `bytes`. Immutable once made.
struct Source {
  std::string path;   ///< as given; "-" is standard input
  std::string bytes;  ///< UTF-8, without byte order mark
  Encoding encoding = Encoding::kUtf8;
  bool extracted = false;  ///< text taken out of a container (DOCX, PDF): not the file's bytes
  std::vector<uint32_t> line_starts;  ///< offset of each line; LF, CRLF and CR end a line

  /// Code points before an offset in `bytes`, and how many of them take two units of UTF-16.
  struct Points {
    uint32_t all = 0;
    uint32_t wide = 0;
  };
  static constexpr uint32_t kStep = 1024;
  std::vector<Points> points;  ///< at each kStep bytes, so that a position costs the same wherever it is

  /// Position of an offset in `bytes`; past the end counts as the end.
  Position At(uint32_t offset) const;
  uint32_t LineOf(uint32_t offset) const;  ///< At(offset).line
  Points PointsBefore(uint32_t offset) const;
  /// The line's text without its line end. `line` from 1; empty past the end.
  std::string_view Line(uint32_t line) const;
};

/// Where the line ends that holds `at`.
inline size_t LineEnd(std::string_view text, size_t at) {
  while (at < text.size() && text[at] != '\n' && text[at] != '\r') ++at;
  return at;
}

/// How large a resume may be. One number, the most text in it, stands for all: a thick resume has
/// 20 KB of it and some hundred items. What is far beyond is something else, and takes long to check.
struct SizeLimits {
  static constexpr uint64_t kMost = 64ull << 20;  ///< that `text` may be set to

  uint64_t text = 256 << 10;

  uint64_t TextFile() const { return text * 16; }  ///< bytes of a file that is text, with its markup
  uint64_t File() const { return TextFile() < 64ull << 20 ? 64ull << 20 : TextFile(); }  ///< with pictures
  uint64_t Paragraph() const { return text / 4; }
  uint64_t Blocks() const { return text * 625 / 8192; }  ///< items and paragraphs: 20,000
  uint64_t Lines() const { return text * 3125 / 8192; }  ///< 100,000
  uint64_t Directives() const { return text / 8; }       ///< bytes of resumelint's own comments
};

/// The error of a file that is too large, with the --max-size that would do for it.
Error TooLarge(std::string path, std::string what, uint64_t needed_text);

/// Decodes raw bytes: UTF-8 with or without mark, UTF-16 by mark, else Windows-1252 (bytes that are
/// not UTF-8). Fails on binary junk (NUL bytes that are not UTF-16), RTF and PostScript.
Result<Source> MakeSource(std::string path, std::string raw);

/// Text that a reader took out of a container. Never fails: it is UTF-8 by construction.
Source MakeExtractedSource(std::string path, std::string text);

/// Reads a file, or standard input for "-", as raw bytes. Only regular files and pipes are read.
Result<std::string> ReadBytes(const std::string& path, const SizeLimits& limits = {});

}  // namespace resumelint
