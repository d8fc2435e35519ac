#include "edit/block_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "edit/edit.h"
#include "edit/encode.h"

namespace resumelint {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

bool IsBlank(std::string_view text) { return text.find_first_not_of(kBlanks) == std::string_view::npos; }

/// True if a YAML text stands without quotes and not under `|` or `>`, where ": " would make a key of it.
bool IsPlainScalar(const Source& source, uint32_t at) {
  if (at > 0 && (source.bytes[at - 1] == '"' || source.bytes[at - 1] == '\'')) return false;
  const auto indent_of = [](std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); };
  uint32_t line = source.LineOf(at);
  const size_t indent = indent_of(source.Line(line));
  while (--line > 0) {
    const std::string_view above = source.Line(line);
    if (indent_of(above) == above.size() || indent_of(above) >= indent) continue;
    const size_t last = above.find_last_not_of("+-0123456789 ");
    return last == std::string_view::npos || (above[last] != '|' && above[last] != '>');
  }
  return true;
}

}  // namespace

BlockWriter::BlockWriter(const EditedFile& file, size_t block, bool shared, std::vector<Hunk> hunks)
    : file_(file), document_(file.document), index_(block), block_(document_.blocks[block]), shared_(shared), hunks_(std::move(hunks)) {
  std::string text = block_.text.chars;
  for (auto hunk = hunks_.rbegin(); hunk != hunks_.rend(); ++hunk) {
    text.replace(hunk->text.begin, hunk->text.size(), hunk->replacement);
  }
  wanted_ = FoldedBlanks(text);
  if (wanted_.empty()) {
    error_ = Error{document_.source.path, 0, 0, "a line can't be made empty", "delete it in your editor", ""};
    return;
  }
  const bool key_like = wanted_.find(": ") != std::string::npos || wanted_.ends_with(':');
  plain_key_ = document_.format == "yaml" && key_like && IsPlainScalar(document_.source, block_.span.begin);
  ways_ = WaysOf(document_.format);
  Next();
}

std::vector<BlockWriter::Way> BlockWriter::WaysOf(std::string_view format) {
  std::vector<Way> out;
  const size_t encodings = Encodings(format, "x", {}).size();
  for (const bool whole : {false, true}) {
    for (const bool strip : {true, false}) {
      for (size_t encoding = 0; encoding < encodings; ++encoding) {
        for (const bool quoted : {false, true}) {
          if (quoted && format != "yaml") continue;
          for (const bool wrapped : {true, false}) out.push_back({whole, strip, wrapped, quoted, encoding});
        }
      }
    }
  }
  return out;
}

void BlockWriter::Next() {
  if (!edits_.empty()) tried_.push_back(std::move(edits_));
  while (next_ < ways_.size()) {
    lost_.clear();
    Result<std::vector<FileEdit>> edits = Written(ways_[next_++], lost_);
    if (!edits) {
      if (!edits.error().what.empty()) refusal_ = std::move(edits.error());
      continue;
    }
    if (edits->empty() && wanted_ == block_.text.chars) return;  // it shows that already
    if (edits->empty() || std::find(tried_.begin(), tried_.end(), *edits) != tried_.end()) continue;
    edits_ = std::move(*edits);
    return;
  }
  edits_.clear();
  lost_.clear();
  error_ = refusal_ ? std::move(*refusal_)
                    : Error{document_.source.path, document_.source.LineOf(block_.span.begin), 0,
                            fmt::format("\"{}\" can't be written here so that it reads the same in {}", wanted_, document_.format),
                            "use other words, or change the line in your editor", ""};
}

/// Fails without words where another way is to be tried.
Result<std::vector<FileEdit>> BlockWriter::Written(const Way& way, std::vector<std::string>& lost) const {
  if (plain_key_ && !way.quoted) return Fail({}, "");
  std::vector<Hunk> hunks = hunks_;
  if (way.whole) hunks = {{{0, static_cast<uint32_t>(block_.text.chars.size())}, wanted_, false}};
  if (way.strip) JoinOverMarkup(hunks);
  std::vector<SourceEdit> edits;
  for (const Hunk& hunk : hunks) edits.push_back(Written(hunk, way, lost));
  for (size_t i = 1; i < edits.size(); ++i) {
    if (edits[i].source.begin < edits[i - 1].source.end) return Fail({}, "");
  }
  if (document_.source.extracted) return file_.bytes.Translate(edits, lost);
  Result<std::vector<SourceEdit>> in_source = InSource(std::move(edits), way);
  if (!in_source) return Fail(std::move(in_source.error()));
  return file_.bytes.Translate(*in_source, lost);
}

/// The edits as one, with the lines filled anew or the value in quotes where the way says so.
Result<std::vector<SourceEdit>> BlockWriter::InSource(std::vector<SourceEdit> edits, const Way& way) const {
  if (edits.empty()) return edits;
  const std::string_view all = document_.source.bytes;
  // The lines that the block stands on, or the block alone: a line may be long, and hold many.
  Span around{std::min(block_.span.begin, edits.front().source.begin), std::max(block_.span.end, edits.back().source.end)};
  const Wrapping wrapping = way.wrapped && !way.quoted && !shared_ ? file_.wrappings.Of(block_) : Wrapping();
  if (way.wrapped && !way.quoted) {
    if (wrapping.width == 0) return Fail({}, "");  // the same as without wrapping
    const size_t before = around.begin == 0 ? std::string_view::npos : all.find_last_of("\r\n", around.begin - 1);
    around.begin = before == std::string_view::npos ? 0 : static_cast<uint32_t>(before) + 1;
    around.end = static_cast<uint32_t>(std::min(all.find_first_of("\r\n", around.end), all.size()));
  }
  std::string bytes(Bytes(around));
  bool took_break = false;
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    took_break = took_break || Bytes(edit->source).find('\n') != std::string_view::npos;
    bytes.replace(edit->source.begin - around.begin, edit->source.size(), edit->bytes);
  }
  const auto grown = static_cast<uint32_t>(bytes.size() - around.size());  // wraps round where it shrank
  const Span now{block_.span.begin - around.begin, block_.span.end - around.begin + grown};
  if (way.quoted) {
    const std::string value = FoldedBlanks(std::string_view(bytes).substr(now.begin, now.size()));
    bytes.replace(now.begin, now.size(), "\"" + DoubleQuoted(value) + "\"");
  } else if (way.wrapped) {
    std::optional<std::string> refilled = Refill(bytes, now, edits.front().source.begin - around.begin, took_break, wrapping);
    if (!refilled) return Fail({}, "");
    bytes = std::move(*refilled);
  }
  // What is the same before and after stays untouched in the file, however it is encoded there.
  std::optional<FileEdit> edit = DifferenceOf(Bytes(around), bytes);
  if (!edit) return std::vector<SourceEdit>();
  return std::vector<SourceEdit>{{{edit->at.begin + around.begin, edit->at.end + around.begin}, std::move(edit->bytes)}};
}

// ---- which bytes

/// Source bytes of a hunk. A place between two words is the one after the word before it.
Span BlockWriter::SourceOf(Span text) const {
  if (!text.empty()) return block_.text.ToSource(text);
  const uint32_t at = text.begin > 0 ? block_.text.ToSource({text.begin - 1, text.begin}).end : block_.text.ToSource({0, 1}).begin;
  return {at, at};
}

/// What stands in the source before the piece at an index of the text's pieces: bytes that nothing
/// shows. 0 is what stands before the whole text, `pieces.size()` what stands after it.
Span BlockWriter::Gap(size_t piece) const {
  const PieceList& pieces = block_.text.pieces;
  const uint32_t begin = piece == 0 ? block_.span.begin : pieces[piece - 1].source.end;
  const uint32_t end = piece == pieces.size() ? block_.span.end : pieces[piece].source.begin;
  return {begin, std::max(begin, end)};
}

bool BlockWriter::IsMarkup(Span gap) const { return !gap.empty() && !IsBlank(Bytes(gap)); }
std::string_view BlockWriter::Bytes(Span span) const { return std::string_view(document_.source.bytes).substr(span.begin, span.size()); }

/// Two hunks with nothing but markup and blanks between them are one.
void BlockWriter::JoinOverMarkup(std::vector<Hunk>& hunks) const {
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
Span BlockWriter::OpeningMark(Span gap) const {
  const std::string_view bytes = Bytes(gap);
  size_t cut = bytes.find_last_of(kBlanks);
  cut = cut == std::string_view::npos ? 0 : cut + 1;
  const size_t sign = bytes.find_last_of("\\<");
  if (sign != std::string_view::npos && sign > cut) cut = sign;
  // What begins the block makes it what it is: "\resumeItem{".
  if (cut == 0 && (bytes.starts_with('\\') || bytes.starts_with('<'))) cut = bytes.size();
  return {gap.begin + static_cast<uint32_t>(cut), gap.end};
}
Span BlockWriter::ClosingMark(Span gap) const {
  const std::string_view bytes = Bytes(gap);
  size_t cut = std::min(bytes.find_first_of(kBlanks), bytes.size());
  if (bytes.starts_with('}')) cut = 1;  // what follows closes what stands around
  return {gap.begin, gap.begin + static_cast<uint32_t>(cut)};
}

/// Where words go that are put in at `at`: behind a marked word they stand outside its mark, which is
/// open there if an odd number of marks stands before.
Span BlockWriter::BehindMark(uint32_t at, Span otherwise) const {
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

SourceEdit BlockWriter::Written(const Hunk& hunk, const Way& way, std::vector<std::string>& lost) const {
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

void BlockWriter::Lose(Span gap, std::vector<std::string>& lost) const {
  if (IsMarkup(gap)) lost.push_back(FoldedBlanks(Bytes(gap)));
}

}  // namespace resumelint
