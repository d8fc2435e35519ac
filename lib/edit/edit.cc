#include "edit/edit.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "edit/encode.h"
#include "edit/file_bytes.h"
#include "edit/reflow.h"
#include "formats/reader.h"

namespace resumelint {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool IsBlank(std::string_view text) { return text.find_first_not_of(kBlanks) == std::string_view::npos; }

/// A change of one block's text.
struct Hunk {
  Span text;
  std::string replacement;
  bool correction = false;
};

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

/// Skipped stretches outside a block, by their bytes: comments, code, front matter. The signs between
/// blocks aren't among them, since quotes may come to stand there.
std::vector<std::string_view> SkippedBeside(const Document& document, Span block) {
  std::vector<std::string_view> out;
  for (const Block& other : document.blocks) {
    if (other.kind != BlockKind::kSkipped || other.note == "markup" || other.span.Overlaps(block)) continue;
    out.push_back(std::string_view(document.source.bytes).substr(other.span.begin, other.span.size()));
  }
  return out;
}

/// True if `after` is `before` with one block's text changed to `wanted`, and nothing else.
bool OnlyChanged(const Document& before, const Document& after, size_t block, std::string_view wanted) {
  const std::vector<size_t> was = ShownBlocks(before);
  const std::vector<size_t> is = ShownBlocks(after);
  if (was.size() != is.size() || !SameRoles(before, after) || before.notes.size() != after.notes.size() ||
      before.directives.size() != after.directives.size()) {
    return false;
  }
  size_t changed = 0;
  for (size_t i = 0; i < was.size(); ++i) {
    const Block& a = before.blocks[was[i]];
    const Block& b = after.blocks[is[i]];
    const std::string_view text = was[i] == block ? wanted : std::string_view(a.text.chars);
    if (was[i] == block) changed = is[i];
    if (b.text.chars != text || a.kind != b.kind || a.depth != b.depth || a.section != b.section ||
        a.section_title != b.section_title || a.role != b.role || a.note != b.note || a.page != b.page ||
        a.paragraph != b.paragraph) {
      return false;
    }
  }
  return SkippedBeside(before, before.blocks[block].span) == SkippedBeside(after, after.blocks[changed].span);
}

/// True if a YAML text stands without quotes and not under `|` or `>`, where ": " would make a key of it.
bool IsPlainScalar(const Source& source, uint32_t at) {
  if (at > 0 && (source.bytes[at - 1] == '"' || source.bytes[at - 1] == '\'')) return false;
  const auto indent_of = [](std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); };
  uint32_t line = source.At(at).line;
  const size_t indent = indent_of(source.Line(line));
  while (--line > 0) {
    const std::string_view above = source.Line(line);
    if (indent_of(above) == above.size() || indent_of(above) >= indent) continue;
    const size_t last = above.find_last_not_of("+-0123456789 ");
    return last == std::string_view::npos || (above[last] != '|' && above[last] != '>');
  }
  return true;
}

/// One way to write the hunks of a block; they are tried until one reads back right.
struct Way {
  bool whole = false;     ///< the whole text is replaced
  bool strip = false;     ///< markup that stands around replaced words goes with them
  bool wrapped = true;
  bool quoted = false;    ///< YAML: a plain value becomes a quoted one
  size_t encoding = 0;
};

class BlockEditor {
 public:
  BlockEditor(const Document& document, const std::string& raw, size_t block, std::vector<Hunk> hunks,
              const OutlineTerms& terms)
      : document_(document), raw_(raw), index_(block), block_(document.blocks[block]), hunks_(std::move(hunks)), terms_(terms) {
    std::string text = block_.text.chars;
    for (auto hunk = hunks_.rbegin(); hunk != hunks_.rend(); ++hunk) {
      text.replace(hunk->text.begin, hunk->text.size(), hunk->replacement);
    }
    wanted_ = FoldedBlanks(text);
  }

  Result<Edited> Run() {
    if (wanted_.empty()) {
      return Fail(document_.source.path, "a line can't be made empty", "delete it in your editor");
    }
    const size_t encodings = Encodings(document_.format, "x", {}).size();
    std::optional<Error> error;
    for (const bool whole : {false, true}) {
      for (const bool strip : {true, false}) {
        for (size_t encoding = 0; encoding < encodings; ++encoding) {
          for (const bool quoted : {false, true}) {
            if (quoted && document_.format != "yaml") continue;
            for (const bool wrapped : {true, false}) {
              Result<Edited> edited = Try({whole, strip, wrapped, quoted, encoding});
              if (edited) return edited;
              if (!edited.error().what.empty()) error = edited.error();
            }
          }
        }
      }
    }
    if (error) return Fail(*error);
    return Fail(Error{document_.source.path, document_.source.At(block_.span.begin).line, 0,
                      fmt::format("\"{}\" can't be written here so that it reads the same in {}", wanted_, document_.format),
                      "use other words, or change the line in your editor", ""});
  }

 private:
  /// Fails without words where the result reads otherwise.
  Result<Edited> Try(const Way& way) {
    Edited edited;
    const bool key_like = wanted_.find(": ") != std::string::npos || wanted_.ends_with(':');
    if (document_.format == "yaml" && !way.quoted && key_like && IsPlainScalar(document_.source, block_.span.begin)) {
      return Fail({}, "");
    }
    std::vector<Hunk> hunks = hunks_;
    if (way.whole) hunks = {{{0, static_cast<uint32_t>(block_.text.chars.size())}, wanted_, false}};
    if (way.strip) JoinOverMarkup(hunks);
    std::vector<SourceEdit> edits;
    for (const Hunk& hunk : hunks) edits.push_back(Written(hunk, way, edited.lost));
    for (size_t i = 1; i < edits.size(); ++i) {
      if (edits[i].source.begin < edits[i - 1].source.end) return Fail({}, "");
    }
    Result<std::string> raw = document_.source.extracted ? SpliceDocx(raw_, edits, edited.lost) : Spliced(edits, way);
    if (!raw) return Fail(raw.error());
    Result<Document> read = ReadDocument(document_.source.path, *raw, terms_, document_.format, document_.limits);
    if (!read || !OnlyChanged(document_, *read, index_, wanted_)) return Fail({}, "");
    edited.raw = std::move(*raw);
    edited.document = std::move(*read);
    return edited;
  }

  // ---- which bytes

  /// Source bytes of a hunk. A place between two words is the one after the word before it.
  Span SourceOf(Span text) const {
    if (!text.empty()) return block_.text.ToSource(text);
    const uint32_t at = text.begin > 0 ? block_.text.ToSource({text.begin - 1, text.begin}).end : block_.text.ToSource({0, 1}).begin;
    return {at, at};
  }

  /// What stands in the source before the piece at an index of the text's pieces: bytes that nothing
  /// shows. 0 is what stands before the whole text, `pieces.size()` what stands after it.
  Span Gap(size_t piece) const {
    const PieceList& pieces = block_.text.pieces;
    const uint32_t begin = piece == 0 ? block_.span.begin : pieces[piece - 1].source.end;
    const uint32_t end = piece == pieces.size() ? block_.span.end : pieces[piece].source.begin;
    return {begin, std::max(begin, end)};
  }

  bool IsMarkup(Span gap) const { return !gap.empty() && !IsBlank(Bytes(gap)); }
  std::string_view Bytes(Span span) const { return std::string_view(document_.source.bytes).substr(span.begin, span.size()); }

  /// Two hunks with nothing but markup and blanks between them are one.
  void JoinOverMarkup(std::vector<Hunk>& hunks) const {
    for (size_t i = 0; i + 1 < hunks.size();) {
      const Span between{hunks[i].text.end, hunks[i + 1].text.begin};
      const std::string_view text = std::string_view(block_.text.chars).substr(between.begin, between.size());
      if (!IsBlank(text)) {
        ++i;
        continue;
      }
      hunks[i].replacement += std::string(text) + hunks[i + 1].replacement;
      hunks[i].text.end = hunks[i + 1].text.end;
      hunks.erase(hunks.begin() + static_cast<std::ptrdiff_t>(i) + 1);
    }
  }

  /// Mark at the end of what stands before a bullet's text: "**" of "- **", "\textbf{" of "\item \textbf{".
  Span OpeningMark(Span gap) const {
    const std::string_view bytes = Bytes(gap);
    size_t cut = bytes.find_last_of(kBlanks);
    cut = cut == std::string_view::npos ? 0 : cut + 1;
    const size_t sign = bytes.find_last_of("\\<");
    if (sign != std::string_view::npos && sign > cut) cut = sign;
    // What begins the block makes it what it is: "\resumeItem{".
    if (cut == 0 && (bytes.starts_with('\\') || bytes.starts_with('<'))) cut = bytes.size();
    return {gap.begin + static_cast<uint32_t>(cut), gap.end};
  }
  Span ClosingMark(Span gap) const {
    const std::string_view bytes = Bytes(gap);
    size_t cut = std::min(bytes.find_first_of(kBlanks), bytes.size());
    if (bytes.starts_with('}')) cut = 1;  // what follows closes what stands around
    return {gap.begin, gap.begin + static_cast<uint32_t>(cut)};
  }

  /// Where words go that are put in at `at`: behind a marked word they stand outside its mark, which is
  /// open there if an odd number of marks stands before.
  Span BehindMark(uint32_t at, Span otherwise) const {
    const PieceList& pieces = block_.text.pieces;
    if (document_.source.extracted) return otherwise;
    size_t next = 0;
    while (next < pieces.size() && pieces[next].text_begin < at) ++next;
    const bool at_edge = next < pieces.size() ? pieces[next].text_begin == at : at == block_.text.chars.size();
    size_t marks = IsMarkup(OpeningMark(Gap(0))) ? 1 : 0;
    for (size_t i = 1; i < next; ++i) marks += IsMarkup(Gap(i)) ? 1 : 0;
    const Span gap = next == pieces.size() ? ClosingMark(Gap(next)) : Gap(next);
    return at_edge && marks % 2 == 1 && IsMarkup(gap) ? Span{gap.end, gap.end} : otherwise;
  }

  SourceEdit Written(const Hunk& hunk, const Way& way, std::vector<std::string>& lost) const {
    Span source = SourceOf(hunk.text);
    const PieceList& pieces = block_.text.pieces;
    // The pieces that the hunk covers.
    size_t first = 0;
    while (first + 1 < pieces.size() && pieces[first + 1].text_begin <= hunk.text.begin) ++first;
    size_t last = first;
    while (last + 1 < pieces.size() && pieces[last + 1].text_begin < hunk.text.end) ++last;
    const auto end_of = [&](size_t piece) {
      return piece + 1 < pieces.size() ? pieces[piece + 1].text_begin : static_cast<uint32_t>(block_.text.chars.size());
    };
    size_t inside = 0;  // marks between the words of the hunk: an odd one has its partner at an end
    for (size_t i = first + 1; i <= last && !hunk.text.empty(); ++i) {
      Lose(Gap(i), lost);
      inside += IsMarkup(Gap(i)) ? 1 : 0;
    }
    if (way.strip && !hunk.correction && !document_.source.extracted && !hunk.text.empty()) {
      const bool from_start = hunk.text.begin == pieces[first].text_begin;
      const bool to_end = hunk.text.end == end_of(last);
      Span opening = from_start ? Gap(first) : Span{};
      if (from_start && first == 0) opening = OpeningMark(opening);
      Span closing = to_end ? Gap(last + 1) : Span{};
      if (to_end && last + 1 == pieces.size()) closing = ClosingMark(closing);
      const bool both = inside % 2 == 0 && IsMarkup(opening) && IsMarkup(closing);
      const bool one = inside % 2 == 1;
      if (both || (one && !IsMarkup(closing) && IsMarkup(opening))) {
        source.begin = opening.begin;
        Lose(opening, lost);
      }
      if (both || (one && IsMarkup(closing))) {
        source.end = closing.end;
        Lose(closing, lost);
      }
    }
    if (way.strip && !hunk.correction && hunk.text.empty()) source = BehindMark(hunk.text.begin, source);
    const std::string_view bytes = document_.source.bytes;
    EncodePlace place;
    place.begins_block = hunk.text.begin == 0;
    place.in_string = source.begin > 0 && bytes[source.begin - 1] == '"';
    return {source, Encodings(document_.format, hunk.replacement, place)[way.encoding]};
  }

  void Lose(Span gap, std::vector<std::string>& lost) const {
    if (IsMarkup(gap)) lost.push_back(FoldedBlanks(Bytes(gap)));
  }

  // ---- the file's bytes

  Result<std::string> Spliced(const std::vector<SourceEdit>& edits, const Way& way) const {
    const std::string& old = document_.source.bytes;
    std::string bytes = old;
    bool took_break = false;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
      took_break = took_break || Bytes(edit->source).find('\n') != std::string_view::npos;
      bytes.replace(edit->source.begin, edit->source.size(), edit->bytes);
    }
    const auto grown = static_cast<uint32_t>(bytes.size() - old.size());  // wraps round where it shrank
    const Span now{block_.span.begin, block_.span.end + grown};
    if (way.quoted) {
      const std::string value = FoldedBlanks(std::string_view(bytes).substr(now.begin, now.size()));
      bytes.replace(now.begin, now.size(), "\"" + DoubleQuoted(value) + "\"");
    } else if (way.wrapped && !edits.empty()) {
      const auto refilled = Refill(bytes, now, edits.front().source.begin, took_break, WrappingOf(document_, block_));
      if (!refilled) return Fail({}, "");  // the same as without wrapping
      bytes = *refilled;
    }
    // What is the same before and after stays untouched in the file, however it is encoded there.
    size_t head = 0;
    while (head < old.size() && head < bytes.size() && old[head] == bytes[head]) ++head;
    while (head > 0 && head < old.size() && (old[head] & 0xC0) == 0x80) --head;
    while (head > 0 && head < bytes.size() && (bytes[head] & 0xC0) == 0x80) --head;
    size_t tail = 0;
    while (tail < old.size() - head && tail < bytes.size() - head && old[old.size() - 1 - tail] == bytes[bytes.size() - 1 - tail]) ++tail;
    while (tail > 0 && (old[old.size() - tail] & 0xC0) == 0x80) --tail;
    const SourceEdit edit{{static_cast<uint32_t>(head), static_cast<uint32_t>(old.size() - tail)},
                          bytes.substr(head, bytes.size() - tail - head)};
    return SpliceBytes(document_.source, raw_, {edit});
  }

  const Document& document_;
  const std::string& raw_;
  size_t index_;
  const Block& block_;
  std::vector<Hunk> hunks_;
  const OutlineTerms& terms_;
  std::string wanted_;
};

}  // namespace

bool IsWritable(const Document& document) { return document.format != "pdf"; }

Result<Edited> ApplyEdits(const Document& document, const std::string& raw, const std::vector<Edit>& edits,
                          const OutlineTerms& terms) {
  if (!IsWritable(document)) {
    return Fail(document.source.path, "a PDF file can't be edited", "edit the file that it was made from");
  }
  Edited out{raw, document, {}};
  const std::vector<size_t> shown = ShownBlocks(document);
  for (size_t begin = 0; begin < edits.size();) {
    size_t end = begin;
    std::vector<Hunk> hunks;
    while (end < edits.size() && edits[end].block == edits[begin].block) {
      hunks.push_back({edits[end].in_text, edits[end].replacement, edits[end].correction});
      ++end;
    }
    const auto at = std::find(shown.begin(), shown.end(), static_cast<size_t>(edits[begin].block)) - shown.begin();
    const size_t block = ShownBlocks(out.document)[static_cast<size_t>(at)];
    Result<Edited> edited = BlockEditor(out.document, out.raw, block, std::move(hunks), terms).Run();
    if (!edited) return edited;
    std::vector<std::string> lost = std::move(out.lost);
    lost.insert(lost.end(), edited->lost.begin(), edited->lost.end());
    out = std::move(*edited);
    out.lost = std::move(lost);
    begin = end;
  }
  return out;
}

}  // namespace resumelint
