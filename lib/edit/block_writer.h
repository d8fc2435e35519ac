#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edit/file_bytes.h"
#include "edit/reflow.h"
#include "resume/document.h"

namespace resumelint {

/// A change of one block's text.
struct Hunk {
  Span text;
  std::string replacement;
  bool correction = false;  ///< as Edit::correction
};

/// What blocks of one file share while they are written; all of it must outlive the writers.
struct EditedFile {
  const Document& document;
  const FileBytes& bytes;
  const Wrappings& wrappings;
};

/// A block with another text, as bytes of its file. There are several ways to write it, the one that is best
/// to read first; which is right shows when the file is read again: whoever reads goes on to the `Next` one
/// until the block shows what was asked for.
class BlockWriter {
 public:
  /// `shared`: other blocks stand on its lines, which are then not wrapped again.
  BlockWriter(const EditedFile& file, size_t block, bool shared, std::vector<Hunk> hunks);

  size_t block() const { return index_; }
  /// The text that the block should show.
  const std::string& wanted() const { return wanted_; }

  /// Nothing is left to try; then why.
  const std::optional<Error>& error() const { return error_; }
  /// The bytes of the way it is at, in order; none where it has an error or nothing is to be done.
  const std::vector<FileEdit>& edits() const { return edits_; }
  /// Markup and comments that go with the words they stood at.
  const std::vector<std::string>& lost() const { return lost_; }
  void Next();

 private:
  struct Way {
    bool whole = false;    ///< the whole text is replaced
    bool strip = false;    ///< markup that stands around replaced words goes with them
    bool wrapped = true;
    bool quoted = false;   ///< YAML: a plain value becomes a quoted one
    size_t encoding = 0;
  };
  static std::vector<Way> WaysOf(std::string_view format);
  Result<std::vector<FileEdit>> Written(const Way& way, std::vector<std::string>& lost) const;
  Result<std::vector<SourceEdit>> InSource(std::vector<SourceEdit> edits, const Way& way) const;
  void JoinOverMarkup(std::vector<Hunk>& hunks) const;
  SourceEdit Written(const Hunk& hunk, const Way& way, std::vector<std::string>& lost) const;
  Span SourceOf(Span text) const;
  Span Gap(size_t piece) const;
  bool IsMarkup(Span gap) const;
  std::string_view Bytes(Span span) const;
  Span OpeningMark(Span gap) const;
  Span ClosingMark(Span gap) const;
  Span BehindMark(uint32_t at, Span otherwise) const;
  void Lose(Span gap, std::vector<std::string>& lost) const;

  const EditedFile& file_;
  const Document& document_;
  size_t index_;
  const Block& block_;
  bool shared_;
  std::vector<Hunk> hunks_;
  std::string wanted_;
  bool plain_key_ = false;  ///< YAML: without quotes it would be read as a key
  std::vector<Way> ways_;
  size_t next_ = 0;
  std::vector<std::vector<FileEdit>> tried_;
  std::optional<Error> refusal_;  ///< the last way's that says why
  std::vector<FileEdit> edits_;
  std::vector<std::string> lost_;
  std::optional<Error> error_;
};

}  // namespace resumelint
