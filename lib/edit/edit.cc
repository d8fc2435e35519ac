#include "edit/edit.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

#include "edit/block_writer.h"
#include "edit/file_bytes.h"
#include "edit/reflow.h"
#include "formats/reader.h"

namespace resumelint {

namespace {

/// Indexes of the blocks that are checked: what is skipped may come and go within a block.
std::vector<size_t> ShownBlocks(const Document& document) {
  std::vector<size_t> out;
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].kind != BlockKind::kSkipped) out.push_back(i);
  }
  return out;
}

bool SameRoles(const Document& a, const Document& b) {
  return std::equal(a.roles.begin(), a.roles.end(), b.roles.begin(), b.roles.end(), [](const Role& x, const Role& y) {
    return x.title == y.title && x.organisation == y.organisation && x.dates == y.dates && x.current == y.current &&
           x.section == y.section;
  });
}

/// Skipped stretches outside the edited blocks, by their bytes: comments, code, front matter. The signs
/// between blocks aren't among them, since quotes may come to stand there. `edited` is in order.
std::vector<std::string_view> SkippedBeside(const Document& document, const std::vector<size_t>& edited) {
  std::vector<Span> spans;
  for (const size_t block : edited) spans.push_back(document.blocks[block].span);
  std::vector<std::string_view> out;
  for (const Block& other : document.blocks) {
    if (other.kind != BlockKind::kSkipped || other.note == "markup") continue;
    const auto after = std::lower_bound(spans.begin(), spans.end(), other.span.end, [](Span span, uint32_t end) { return span.begin < end; });
    if (after != spans.begin() && (after - 1)->Overlaps(other.span)) continue;
    out.push_back(std::string_view(document.source.bytes).substr(other.span.begin, other.span.size()));
  }
  return out;
}

/// The writers whose blocks don't show in `after` what was asked for, where all else is as in `before`;
/// nullopt where something else is changed.
std::optional<std::vector<BlockWriter*>> Wrong(const Document& before, const Document& after, const std::vector<BlockWriter*>& writers) {
  const std::vector<size_t> was = ShownBlocks(before);
  const std::vector<size_t> is = ShownBlocks(after);
  if (was.size() != is.size() || !SameRoles(before, after) || before.notes.size() != after.notes.size() ||
      before.directives.size() != after.directives.size()) {
    return std::nullopt;
  }
  std::vector<BlockWriter*> wrong;
  std::vector<size_t> edited;
  std::vector<size_t> edited_now;
  auto writer = writers.begin();
  for (size_t i = 0; i < was.size(); ++i) {
    const Block& a = before.blocks[was[i]];
    const Block& b = after.blocks[is[i]];
    const bool asked = writer != writers.end() && (*writer)->block() == was[i];
    const std::string_view text = asked ? (*writer)->wanted() : std::string_view(a.text.chars);
    const bool same = b.text.chars == text && a.kind == b.kind && a.depth == b.depth && a.section == b.section &&
                      a.section_title == b.section_title && a.role == b.role && a.note == b.note && a.page == b.page &&
                      a.paragraph == b.paragraph;
    if (!same && !asked) return std::nullopt;
    if (!asked) continue;
    if (!same) wrong.push_back(*writer);
    edited.push_back(was[i]);
    edited_now.push_back(is[i]);
    ++writer;
  }
  if (wrong.empty() && SkippedBeside(before, edited) != SkippedBeside(after, edited_now)) return std::nullopt;
  return wrong;
}

Error NotWritable(const Document& document) {
  return {document.source.path, 0, 0, "a PDF file can't be edited", "edit the file that it was made from", ""};
}

/// What is asked of one block.
struct Asked {
  int block = 0;       ///< in the document that was given
  size_t ordinal = 0;  ///< among its shown blocks, which stays the same
  std::vector<Hunk> hunks;
};

/// Makes the edits of many blocks at once, and reads the file once for all of them: only what then reads
/// otherwise costs further readings.
class Editor {
 public:
  Editor(const Document& document, const std::string& raw, const OutlineTerms& terms) : terms_(terms), out_{raw, document, {}, {}, 0} {}

  void Make(std::span<const Asked> asked) {
    if (asked.empty()) return;
    if (!IsWritable(out_.document)) return Refuse(asked, NotWritable(out_.document));
    std::vector<Asked> left;
    {
      const Result<FileBytes> bytes = FileBytes::Open(out_.document.source, out_.raw);
      if (!bytes) return Refuse(asked, bytes.error());
      left = MakeTogether(asked, *bytes);
    }
    if (left.size() < 2 || left.size() < asked.size()) return Make(left);
    // Together they change something else, and it can't be told by which of them.
    const std::span<const Asked> all = left;
    Make(all.first(all.size() / 2));
    Make(all.subspan(all.size() / 2));
  }

  Edited Take() { return std::move(out_); }

 private:
  void Refuse(std::span<const Asked> asked, const Error& why) {
    for (const Asked& one : asked) out_.refused.emplace_back(one.block, why);
  }

  /// Those that are left to be made: what couldn't be made along with the others, or all of them.
  std::vector<Asked> MakeTogether(std::span<const Asked> asked, const FileBytes& bytes) {
    const Document& document = out_.document;
    const Wrappings wrappings(document);
    const EditedFile file{document, bytes, wrappings};
    const std::vector<size_t> shown = ShownBlocks(document);
    std::vector<BlockWriter> writers;
    writers.reserve(asked.size());
    for (const Asked& one : asked) writers.emplace_back(file, shown[one.ordinal], SharesLines(document, shown, one.ordinal), one.hunks);
    for (;;) {
      std::vector<BlockWriter*> now;
      std::vector<const FileEdit*> edits;
      std::vector<Asked> left;
      for (size_t i = 0; i < writers.size(); ++i) {
        BlockWriter& writer = writers[i];
        if (writer.edits().empty()) continue;
        // What would be written over bytes of the one before waits for another reading.
        if (!edits.empty() && writer.edits().front().at.begin < edits.back()->at.end) {
          left.push_back(asked[i]);
          continue;
        }
        now.push_back(&writer);
        for (const FileEdit& edit : writer.edits()) edits.push_back(&edit);
      }
      std::optional<std::vector<BlockWriter*>> wrong;
      Edited made;
      if (!now.empty()) {
        ++out_.readings;
        Result<std::string> raw = bytes.With(edits);
        Result<Document> read = raw ? ReadDocument(document.source.path, *raw, terms_, document.format, document.limits) : Result<Document>(Fail(raw.error()));
        if (read) wrong = Wrong(document, *read, now);
        if (!wrong && now.size() == 1) wrong = now;
        if (wrong && !wrong->empty()) {
          for (BlockWriter* writer : *wrong) writer->Next();
          continue;
        }
        if (read && wrong) {
          made.raw = std::move(*raw);
          made.document = std::move(*read);
        }
      }
      for (size_t i = 0; i < writers.size(); ++i) {
        if (writers[i].error()) out_.refused.emplace_back(asked[i].block, *writers[i].error());
      }
      if (now.empty()) return left;
      if (!wrong) {
        for (const BlockWriter* writer : now) left.push_back(asked[static_cast<size_t>(writer - writers.data())]);
        std::sort(left.begin(), left.end(), [](const Asked& a, const Asked& b) { return a.ordinal < b.ordinal; });
        return left;
      }
      for (const BlockWriter* writer : now) out_.lost.insert(out_.lost.end(), writer->lost().begin(), writer->lost().end());
      out_.raw = std::move(made.raw);
      out_.document = std::move(made.document);
      return left;
    }
  }

  /// True if another block stands on the lines of this one.
  static bool SharesLines(const Document& document, const std::vector<size_t>& shown, size_t ordinal) {
    const Source& source = document.source;
    const Span span = document.blocks[shown[ordinal]].span;
    if (span.empty()) return false;
    const bool before = ordinal > 0 && source.LineOf(document.blocks[shown[ordinal - 1]].span.end - 1) == source.LineOf(span.begin);
    return before || (ordinal + 1 < shown.size() && source.LineOf(document.blocks[shown[ordinal + 1]].span.begin) == source.LineOf(span.end - 1));
  }

  const OutlineTerms& terms_;
  Edited out_;
};

}  // namespace

bool IsWritable(const Document& document) { return document.format != "pdf"; }

Edited EditWhatCan(const Document& document, const std::string& raw, const std::vector<Edit>& edits, const OutlineTerms& terms) {
  const std::vector<size_t> shown = ShownBlocks(document);
  std::vector<Asked> asked;
  for (const Edit& edit : edits) {
    if (asked.empty() || asked.back().block != edit.block) {
      const auto at = std::lower_bound(shown.begin(), shown.end(), static_cast<size_t>(edit.block));
      asked.push_back({edit.block, static_cast<size_t>(at - shown.begin()), {}});
    }
    asked.back().hunks.push_back({edit.in_text, edit.replacement, edit.correction});
  }
  Editor editor(document, raw, terms);
  editor.Make(asked);
  return editor.Take();
}

Result<Edited> ApplyEdits(const Document& document, const std::string& raw, const std::vector<Edit>& edits,
                          const OutlineTerms& terms) {
  if (!IsWritable(document)) return Fail(NotWritable(document));
  Edited edited = EditWhatCan(document, raw, edits, terms);
  if (!edited.refused.empty()) return Fail(std::move(edited.refused.front().second));
  return edited;
}

}  // namespace resumelint
