#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/utf8.h"
#include "formats/glyphs.h"
#include "formats/lines.h"
#include "formats/readers.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

constexpr uint32_t kLongLine = 400;

bool IsBlankPoint(char32_t c) { return IsSpace(c) || c == '\f' || c == 0x200B || c == 0xFEFF; }

/// A part [begin, end) of a line as a line of its own, without blanks at its ends.
void AddPart(const Source& source, Span part, std::vector<ResumeLine>& out) {
  const std::string_view bytes = source.bytes;
  while (part.begin < part.end) {
    const CodePoint point = DecodeAt(bytes, part.begin);
    if (!IsBlankPoint(point.value)) break;
    part.begin += point.length;
  }
  while (part.end > part.begin) {
    uint32_t last = part.end - 1;
    while (last > part.begin && (static_cast<unsigned char>(bytes[last]) & 0xC0) == 0x80) --last;
    if (!IsBlankPoint(DecodeAt(bytes, last).value)) break;
    part.end = last;
  }
  if (part.empty()) return;
  ResumeLine line;
  line.span = part;
  line.text.AppendVerbatim(bytes.substr(part.begin, part.size()), part.begin);
  line.starts = true;
  out.push_back(std::move(line));
}

/// Splits one very long line, as copied out of a form: at inline glyphs, before known headings,
/// around role lines and, where there are no glyphs, at sentences.
class LongLineSplitter {
 public:
  LongLineSplitter(const Source& source, const OutlineTerms& terms) : source_(source), terms_(terms) {
    std::vector<SectionKind> kinds;
    for (const auto& section : terms.sections) {
      const bool first = std::find(kinds.begin(), kinds.end(), section.kind) == kinds.end();
      if (first) kinds.push_back(section.kind);
      headings_.emplace(section.heading, first);
    }
  }

  void Split(Span line, std::vector<ResumeLine>& out) {
    const std::string_view text = Bytes(line);
    std::vector<uint32_t> cuts;
    uint32_t sure = 0;
    std::vector<uint32_t> doubtful;
    for (uint32_t at = 0; at < text.size();) {
      const Glyph glyph = FindInlineGlyph(text, at);
      if (glyph.length > 0) {
        if (glyph.sure) {
          ++sure;
          cuts.push_back(at);
        } else {
          doubtful.push_back(at);
        }
        at += glyph.length;
        continue;
      }
      at += DecodeAt(text, at).length;
    }
    if (sure < 2 && doubtful.size() >= 3) {
      cuts.insert(cuts.end(), doubtful.begin(), doubtful.end());
      std::sort(cuts.begin(), cuts.end());
    }
    const bool glyphs = cuts.size() >= 2;
    if (!glyphs) cuts.clear();
    uint32_t begin = 0;
    cuts.push_back(static_cast<uint32_t>(text.size()));
    for (const uint32_t cut : cuts) {
      Section({line.begin + begin, line.begin + cut}, !glyphs, out);
      begin = cut;
    }
  }

 private:
  std::string_view Bytes(Span span) const {
    return std::string_view(source_.bytes).substr(span.begin, span.size());
  }

  /// A stretch between glyphs: cut before and after each known heading.
  void Section(Span part, bool sentences, std::vector<ResumeLine>& out) {
    const std::string_view text = Bytes(part);
    uint32_t begin = 0;
    std::vector<Span> words;
    for (uint32_t at = 0; at < text.size();) {
      if (text[at] == ' ') {
        ++at;
        continue;
      }
      const auto found = text.find(' ', at);
      const uint32_t end = found == std::string_view::npos ? static_cast<uint32_t>(text.size())
                                                           : static_cast<uint32_t>(found);
      words.push_back({at, end});
      at = end;
    }
    for (size_t i = 0; i < words.size();) {
      size_t used = 0;
      for (size_t count = std::min<size_t>(4, words.size() - i); count >= 1 && used == 0; --count) {
        if (IsHeadingAt(text, words, i, count)) used = count;
      }
      if (used == 0) {
        ++i;
        continue;
      }
      const Span heading{words[i].begin, words[i + used - 1].end};
      Sentences({part.begin + begin, part.begin + heading.begin}, sentences, out);
      AddPart(source_, {part.begin + heading.begin, part.begin + heading.end}, out);
      begin = heading.end;
      i += used;
    }
    Sentences({part.begin + begin, part.end}, sentences, out);
  }

  bool IsHeadingAt(std::string_view text, const std::vector<Span>& words, size_t first,
                   size_t count) const {
    const Span span{words[first].begin, words[first + count - 1].end};
    if (span.size() > 60) return false;
    for (size_t i = first; i < first + count; ++i) {
      const CodePoint point = DecodeAt(text, words[i].begin);
      if (!IsUpper(point.value) && point.value != '&' && words[i].size() > 3) return false;
    }
    if (!IsUpper(DecodeAt(text, span.begin).value)) return false;
    const std::string_view heading = text.substr(span.begin, span.size());
    const auto known = headings_.find(NormalWords(heading));
    if (known == headings_.end()) return false;
    const char last = heading.back();
    if (last == ',' || last == '.') return false;
    bool upper = true;
    for (const char c : heading) upper = upper && !(c >= 'a' && c <= 'z');
    if (upper && heading.size() >= 6) return true;
    const Span before = first == 0 ? Span{} : words[first - 1];
    const bool begins = first == 0 || text[before.end - 1] == '.' ||
                        words[first].begin - before.end >= 2 || last == ':';
    const bool next_begins = first + count >= words.size() ||
                             IsUpper(DecodeAt(text, words[first + count].begin).value);
    if (count >= 2) return next_begins;
    // One word is a heading only if it is a section's usual name and nothing leads up to it.
    const bool after_word = before.size() > 3 && !IsUpper(DecodeAt(text, before.begin).value);
    if (known->second && after_word) return next_begins;
    return begins && next_begins;
  }

  /// Cuts before the first word of a job's line that ends in a range of dates, and after it.
  void Jobs(Span part, std::vector<ResumeLine>& out) {
    while (part.size() > 0) {
      const std::string_view text = Bytes(part).substr(0, 900);
      const auto dates = FindDates(text, terms_);
      if (!dates || !dates->range) break;
      const uint32_t begin = NamesBefore(text, dates->span.begin);
      const LineShape shape = ShapeOf(text.substr(begin, dates->span.end - begin), terms_);
      if (!shape.title && !shape.organisation) break;
      AddPart(source_, {part.begin, part.begin + begin}, out);
      AddPart(source_, {part.begin + begin, part.begin + dates->span.end}, out);
      part.begin += dates->span.end;
    }
    AddPart(source_, part, out);
  }

  /// Begin of the capitalised words before `at`.
  static uint32_t NamesBefore(std::string_view text, uint32_t at) {
    uint32_t begin = at;
    while (begin > 0) {
      uint32_t word_end = begin;
      while (word_end > 0 && text[word_end - 1] == ' ') --word_end;
      uint32_t word = word_end;
      while (word > 0 && text[word - 1] != ' ') --word;
      if (word == word_end) break;
      const char32_t first = DecodeAt(text, word).value;
      const bool small = word_end - word <= 3 && text[word_end - 1] != '.';
      const bool name = IsUpper(first) || first == '-' || first == '|' || first == 0x2013 || small;
      const bool stop = text[word_end - 1] == '.' && word_end - word > 4;
      if (!name || stop) break;
      begin = word;
    }
    // A small word or a sign doesn't begin a name.
    while (begin < at && !IsUpper(DecodeAt(text, begin).value)) {
      const size_t next = text.find(' ', begin);
      if (next == std::string_view::npos || next >= at) break;
      begin = static_cast<uint32_t>(next) + 1;
    }
    return begin;
  }

  /// Where no glyph tells the items apart, each sentence is one.
  void Sentences(Span part, bool split, std::vector<ResumeLine>& out) {
    if (!split) {
      Jobs(part, out);
      return;
    }
    const std::string_view text = Bytes(part);
    uint32_t begin = 0;
    for (uint32_t at = 0; at + 2 < text.size(); ++at) {
      const bool stop = (text[at] == '.' || text[at] == '!' || text[at] == ';') && text[at + 1] == ' ';
      const bool gap = text[at] == ' ' && text[at + 1] == ' ' && text[at + 2] == ' ';
      if (!stop && !gap) continue;
      size_t next = text.find_first_not_of(' ', at + 1);
      if (next == std::string_view::npos) break;
      const bool upper = IsUpper(DecodeAt(text, next).value);
      const bool short_word = at < 4 || text[at - 1] == ' ' || text[at - 2] == ' ' || text[at - 3] == ' ';
      if (stop && (!upper || short_word)) continue;
      Jobs({part.begin + begin, part.begin + at + 1}, out);
      begin = at + 1;
      at = static_cast<uint32_t>(next) - 1;
    }
    Jobs({part.begin + begin, part.end}, out);
  }

  const Source& source_;
  const OutlineTerms& terms_;
  std::unordered_map<std::string, bool> headings_;  // true for the first name of its section
};

}  // namespace

std::vector<ResumeLine> SplitLines(const Source& source, Span range, const OutlineTerms& terms) {
  std::vector<ResumeLine> lines;
  const std::string_view bytes = source.bytes;
  std::optional<LongLineSplitter> splitter;
  bool blank = false;
  for (uint32_t at = range.begin; at < range.end;) {
    uint32_t end = at;
    while (end < range.end && bytes[end] != '\n' && bytes[end] != '\r' && bytes[end] != '\f') ++end;
    uint32_t begin = at;
    uint32_t indent = 0;
    while (begin < end) {
      const CodePoint point = DecodeAt(bytes, begin);
      if (!IsBlankPoint(point.value)) break;
      indent = point.value == '\t' ? (indent / 4 + 1) * 4 : indent + 1;
      begin += point.length;
    }
    if (begin == end) {
      blank = true;
    } else {
      const size_t before = lines.size();
      if (end - begin > kLongLine) {
        if (!splitter) splitter.emplace(source, terms);
        splitter->Split({begin, end}, lines);
      } else {
        AddPart(source, {begin, end}, lines);
        if (lines.size() > before) {
          lines[before].starts = false;
          lines[before].indent = indent;
        }
      }
      if (lines.size() > before) lines[before].blank_before = blank;
      blank = false;
    }
    at = end;
    if (at < range.end) at += bytes[at] == '\r' && at + 1 < range.end && bytes[at + 1] == '\n' ? 2 : 1;
  }
  return lines;
}

void ReadPlainText(Document& document, Span range, const OutlineTerms& terms) {
  const std::vector<ResumeLine> lines = SplitLines(document.source, range, terms);
  LineReader::Habits habits;
  LineReader::Learn(lines, terms, habits);
  LineReader(document, terms, habits).Add(lines);
}

namespace {

constexpr std::array<std::string_view, 2> kExtensions = {".txt", ".text"};

int Looks(std::string_view raw) { return raw.empty() ? 0 : 1; }

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  Result<Document> document = MakeDocument(std::move(path), std::move(raw));
  if (!document) return document;
  const auto size = static_cast<uint32_t>(document->source.bytes.size());
  ReadPlainText(*document, {0, size}, terms);
  return document;
}

}  // namespace

constinit const Reader kPlainReader = {"plain", kExtensions, Looks, Read};

}  // namespace resumelint
