#include "edit/file_bytes.h"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.h"
#include "formats/zip.h"

namespace resumelint {

namespace {

tl::unexpected<Error> NoSuchCharacter(const Source& source, std::string_view character, std::string_view encoding) {
  return Fail(source.path, fmt::format("\"{}\" can't be written in {}, which the file is in", character, encoding),
              "save the file as UTF-8, or do without the character");
}

Result<std::string> InWindows1252(const Source& source, std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    int byte = -1;
    for (int candidate = 0; candidate < 256 && byte < 0; ++candidate) {
      if (DecodeWindows1252(static_cast<unsigned char>(candidate)) == point.value) byte = candidate;
    }
    if (byte < 0 || point.value == 0xFFFD) return NoSuchCharacter(source, text.substr(at, point.length), "Windows-1252");
    out += static_cast<char>(byte);
    at += point.length;
  }
  return out;
}

std::string InUtf16(std::string_view text, bool little) {
  std::string out;
  const auto unit = [&](char32_t value) {
    const char low = static_cast<char>(value & 0xFF);
    const char high = static_cast<char>(value >> 8);
    out += little ? low : high;
    out += little ? high : low;
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (point.value >= 0x10000) {
      unit(0xD800 + ((point.value - 0x10000) >> 10));
      unit(0xDC00 + ((point.value - 0x10000) & 0x3FF));
    } else {
      unit(point.value);
    }
    at += point.length;
  }
  return out;
}

Result<std::string> InEncodingOf(const Source& source, const std::string& text) {
  switch (source.encoding) {
    case Encoding::kWindows1252: return InWindows1252(source, text);
    case Encoding::kUtf16Le: return InUtf16(text, true);
    case Encoding::kUtf16Be: return InUtf16(text, false);
    default: return text;
  }
}

/// `<w:rPr>…</w:rPr>` of the run that holds a text at `at`; empty if it has none.
std::string_view RunProperties(std::string_view xml, uint32_t at) {
  // The run's properties stand between its begin and its first text.
  constexpr std::string_view kBegins[] = {"<w:r>", "<w:r ", "<r>", "<r "};
  const auto begins_run = [&](size_t tag) {
    return std::any_of(std::begin(kBegins), std::end(kBegins), [&](std::string_view begin) { return xml.substr(tag).starts_with(begin); });
  };
  size_t run = xml.rfind('<', at);
  while (run != std::string_view::npos && !begins_run(run)) run = run == 0 ? std::string_view::npos : xml.rfind('<', run - 1);
  if (run == std::string_view::npos) return {};
  const std::string_view inside = xml.substr(run, at - run);
  const size_t open = inside.find("rPr>");
  const size_t close = inside.rfind("rPr>");
  return open == std::string_view::npos || open == close ? std::string_view() : inside.substr(open, close - open);
}

/// Index of the piece that holds `at`.
size_t PieceAt(const PieceList& pieces, uint32_t at) {
  const auto after = std::upper_bound(pieces.begin(), pieces.end(), at, [](uint32_t value, const Piece& piece) { return value < piece.text_begin; });
  return after == pieces.begin() ? 0 : static_cast<size_t>(after - pieces.begin()) - 1;
}

constexpr std::string_view kRunEnd = "</w:t></w:r>";

/// The parts of a `w:t` under a range of the extracted text, in order.
struct RunPart {
  Span xml;
  bool text = true;  ///< false for a tab or a break, which is an element
};

std::vector<RunPart> PartsUnder(const DocxMap& map, Span source) {
  std::vector<RunPart> parts;
  const PieceList& pieces = map.text.pieces;
  for (size_t i = PieceAt(pieces, source.begin); i < pieces.size() && pieces[i].text_begin < source.end; ++i) {
    const Piece& piece = pieces[i];
    const uint32_t end = i + 1 < pieces.size() ? pieces[i + 1].text_begin : static_cast<uint32_t>(map.text.chars.size());
    const uint32_t from = std::max(piece.text_begin, source.begin);
    const uint32_t to = std::min(end, source.end);
    if (from >= to) continue;
    if (!piece.verbatim) {
      parts.push_back({piece.source, !piece.source.empty()});
      continue;
    }
    parts.push_back({{piece.source.begin + (from - piece.text_begin), piece.source.begin + (to - piece.text_begin)}, true});
  }
  return parts;
}

/// Tells `xml:space` of the text at `at` where it begins or ends in a blank: without it a word
/// processor drops these.
void PreserveBlanks(std::string& xml, uint32_t at) {
  const size_t open_end = at == 0 ? std::string::npos : xml.rfind('>', at - 1);
  const size_t close = xml.find('<', at);
  if (open_end == std::string::npos || close == std::string::npos || open_end + 1 >= close) return;
  if (xml[open_end + 1] != ' ' && xml[close - 1] != ' ') return;
  const size_t open = xml.rfind('<', open_end);
  const std::string tag = open == std::string::npos ? std::string() : xml.substr(open, open_end - open);
  if (tag == "<w:t" || tag == "<t") xml.insert(open_end, " xml:space=\"preserve\"");
}

bool HasLetter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
  });
}

/// The plainest of some properties of runs: what has no mark of its own has fewer of them.
std::string_view Plainer(std::string_view a, std::string_view b) { return b.size() < a.size() ? b : a; }

/// The plainest properties among the runs of the paragraph that the extracted byte `at` stands in.
std::string_view PlainestBeside(const DocxMap& map, uint32_t at) {
  const PieceList& pieces = map.text.pieces;
  const auto ends = [&](size_t i) { return !pieces[i].verbatim && pieces[i].source.empty(); };
  const size_t here = PieceAt(pieces, at);
  size_t first = here;
  while (first > 0 && !ends(first - 1)) --first;
  std::string_view plainest = RunProperties(map.xml, pieces[here].source.begin);
  for (size_t i = first; i < pieces.size() && !ends(i); ++i) {
    const uint32_t end = i + 1 < pieces.size() ? pieces[i + 1].text_begin : static_cast<uint32_t>(map.text.chars.size());
    const std::string_view text = std::string_view(map.text.chars).substr(pieces[i].text_begin, end - pieces[i].text_begin);
    if (!pieces[i].verbatim || !HasLetter(text)) continue;  // a bullet's sign says nothing of its words
    plainest = Plainer(plainest, RunProperties(map.xml, pieces[i].source.begin));
  }
  return plainest;
}

/// A stretch of the XML under work.
struct Stretch {
  uint32_t begin = 0;  ///< in DocxMap::xml
  std::string xml;
};

/// What edits can touch: from the tag before the text beside them to the end of the run behind it.
Stretch StretchUnder(const DocxMap& map, const std::vector<SourceEdit>& edits) {
  const uint32_t first = edits.front().source.begin;
  const std::vector<RunPart> parts = PartsUnder(map, {first == 0 ? 0 : first - 1, edits.back().source.end + 1});
  if (parts.empty()) return {};
  const uint32_t text = parts.front().xml.begin;
  const size_t tag = text == 0 ? std::string::npos : map.xml.rfind('<', text - 1);
  Stretch out;
  out.begin = tag == std::string::npos ? 0 : static_cast<uint32_t>(tag);
  const size_t end = std::min(map.xml.find('<', parts.back().xml.end), map.xml.size());
  out.xml = map.xml.substr(out.begin, end + kRunEnd.size() - out.begin);
  return out;
}

/// Puts words in at a byte of the extracted text where none go. Beside a marked run, a bold one, they are
/// plain: in the run that follows, or in one of their own.
Result<void> Insert(const DocxMap& map, uint32_t at, const std::string& bytes, Stretch& stretch) {
  std::string& xml = stretch.xml;
  std::vector<RunPart> before = PartsUnder(map, at > 0 ? Span{at - 1, at} : Span{0, 1});
  if (before.empty() || !before[0].text) return Fail({}, "no text stands there to write to");
  const uint32_t end = at > 0 ? before[0].xml.end : before[0].xml.begin;
  const std::string_view properties = RunProperties(map.xml, before[0].xml.begin);
  const std::string_view plain = PlainestBeside(map, at > 0 ? at - 1 : 0);
  uint32_t place = end;
  if (properties != plain) {
    const std::vector<RunPart> after = PartsUnder(map, {at, at + 1});
    const bool follows = !after.empty() && after[0].text && after[0].xml.begin != end;
    const std::string_view rest = std::string_view(map.xml).substr(end);
    if (follows && RunProperties(map.xml, after[0].xml.begin) == plain) {
      place = after[0].xml.begin;
    } else if (rest.starts_with(kRunEnd)) {
      xml.insert(end - stretch.begin + kRunEnd.size(),
                 fmt::format("<w:r>{}<w:t xml:space=\"preserve\">{}</w:t></w:r>", plain.empty() ? "" : fmt::format("<w:{}</w:rPr>", plain.substr(0, plain.rfind("</"))), bytes));
      return {};
    }
  }
  xml.insert(place - stretch.begin, bytes);
  PreserveBlanks(xml, place - stretch.begin);
  return {};
}

Result<std::vector<FileEdit>> TranslateDocx(const DocxMap& map, const std::vector<SourceEdit>& edits,
                                            std::vector<std::string>& lost) {
  const Stretch before = StretchUnder(map, edits);
  Stretch now = before;
  std::string& xml = now.xml;
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    std::vector<RunPart> parts = PartsUnder(map, edit->source);
    if (parts.empty()) {
      if (Result<void> done = Insert(map, edit->source.begin, edit->bytes, now); !done) return Fail(done.error());
      continue;
    }
    auto first = std::find_if(parts.begin(), parts.end(), [](const RunPart& part) { return part.text; });
    if (first == parts.end()) return Fail({}, "no text stands there to write to");
    for (auto part = first; part != parts.end(); ++part) {
      const bool plainer = part->text && RunProperties(map.xml, part->xml.begin).size() < RunProperties(map.xml, first->xml.begin).size();
      if (plainer) first = part;
    }
    for (const RunPart& part : parts) {
      if (!part.text) return Fail({}, "a tab or a line break stands among the words", "change the line in the word processor");
      if (RunProperties(map.xml, part.xml.begin) == RunProperties(map.xml, first->xml.begin)) continue;
      lost.push_back("the format of \"" + map.xml.substr(part.xml.begin, part.xml.size()) + "\"");
    }
    const Span first_xml = first->xml;
    for (auto part = parts.rbegin(); part != parts.rend(); ++part) {
      const bool is_first = part->xml == first_xml;
      const uint32_t begin = part->xml.begin - now.begin;
      xml.replace(begin, part->xml.size(), is_first ? edit->bytes : std::string());
      PreserveBlanks(xml, begin);
    }
  }
  std::optional<FileEdit> edit = DifferenceOf(before.xml, now.xml);
  if (!edit) return std::vector<FileEdit>();
  edit->at = {edit->at.begin + now.begin, edit->at.end + now.begin};
  return std::vector<FileEdit>{std::move(*edit)};
}

}  // namespace

std::optional<FileEdit> DifferenceOf(std::string_view before, std::string_view after) {
  if (before == after) return std::nullopt;
  const auto inside = [](std::string_view text, size_t at) { return at < text.size() && (text[at] & 0xC0) == 0x80; };
  const size_t most = std::min(before.size(), after.size());
  size_t head = 0;
  while (head < most && before[head] == after[head]) ++head;
  while (head > 0 && (inside(before, head) || inside(after, head))) --head;
  size_t tail = 0;
  while (tail < most - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail]) ++tail;
  while (tail > 0 && inside(before, before.size() - tail)) --tail;
  return FileEdit{{static_cast<uint32_t>(head), static_cast<uint32_t>(before.size() - tail)},
                  std::string(after.substr(head, after.size() - tail - head))};
}

Result<FileBytes> FileBytes::Open(const Source& source, const std::string& raw) {
  FileBytes out(source, raw);
  if (!source.extracted) return out;
  Result<DocxMap> map = MapDocx(raw);
  if (!map) return Fail(std::move(map.error()));
  out.docx_ = std::move(*map);
  return out;
}

Result<std::vector<FileEdit>> FileBytes::Translate(const std::vector<SourceEdit>& edits, std::vector<std::string>& lost) const {
  if (edits.empty()) return std::vector<FileEdit>();
  if (docx_) return TranslateDocx(*docx_, edits, lost);
  std::vector<FileEdit> out;
  for (const SourceEdit& edit : edits) {
    Result<std::string> written = InEncodingOf(*source_, edit.bytes);
    if (!written) return Fail(std::move(written.error()));
    const auto offset = [&](uint32_t at) { return static_cast<uint32_t>(source_->At(at).offset); };
    out.push_back({{offset(edit.source.begin), offset(edit.source.end)}, std::move(*written)});
  }
  return out;
}

Result<std::string> FileBytes::With(const std::vector<const FileEdit*>& edits) const {
  const std::string& bytes = docx_ ? docx_->xml : *raw_;
  std::string out;
  size_t done = 0;
  for (const FileEdit* edit : edits) {
    const Span at = edit->at;
    if (at.begin < done || at.end < at.begin || at.end > bytes.size()) return Fail(source_->path, "the change lies outside the file");
    out.append(bytes, done, at.begin - done);
    out += edit->bytes;
    done = at.end;
  }
  out.append(bytes, done);
  return docx_ ? ReplaceInZip(*raw_, docx_->part, out) : Result<std::string>(std::move(out));
}

}  // namespace resumelint
