#include "formats/docx.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/docx_content.h"
#include "formats/fragments.h"
#include "formats/lines.h"
#include "formats/readers.h"

namespace resumelint {

namespace {

constexpr std::string_view kExtensions[] = {".docx", ".docm", ".dotx"};

int Looks(std::string_view raw) {
  if (raw.starts_with("PK\x03\x04")) return 95;
  return raw.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") ? 95 : 0;
}

/// The text of all paragraphs, one a line, with the way back to the XML.
Text Extract(const DocxContent& content) {
  Text out;
  for (const DocxParagraph& paragraph : content.paragraphs) {
    out.Append(paragraph.text);
    const uint32_t end = paragraph.text.ToSource({0, static_cast<uint32_t>(paragraph.text.chars.size())}).end;
    out.AppendReplaced("\n", {end, end});
  }
  return out;
}

/// The lines of a paragraph (soft breaks end them) without blanks at their ends; empty ones are left out.
std::vector<Span> LinesOf(std::string_view bytes, Span paragraph) {
  std::vector<Span> lines;
  for (uint32_t at = paragraph.begin; at < paragraph.end;) {
    const size_t found = bytes.find('\n', at);
    const uint32_t end = found < paragraph.end ? static_cast<uint32_t>(found) : paragraph.end;
    const std::string_view line = bytes.substr(at, end - at);
    const size_t first = line.find_first_not_of(" \t");
    if (first != std::string_view::npos) {
      const size_t last = line.find_last_not_of(" \t");
      lines.push_back({at + static_cast<uint32_t>(first), at + static_cast<uint32_t>(last) + 1});
    }
    at = end + 1;
  }
  return lines;
}

class Maker {
 public:
  Maker(const DocxContent& content, const OutlineTerms& terms, Document& document)
      : content_(content), terms_(terms), document_(document), bytes_(document.source.bytes) {}

  void Run() {
    std::vector<std::vector<Span>> lines;
    std::vector<ResumeLine> loose;
    bool lists = false;
    uint32_t at = 0;
    for (const DocxParagraph& paragraph : content_.paragraphs) {
      starts_.push_back(at);
      const auto size = static_cast<uint32_t>(paragraph.text.chars.size());
      lines.push_back(LinesOf(bytes_, {at, at + size}));
      at += size + 1;
      lists = lists || paragraph.list;
      if (!paragraph.list && paragraph.heading < 0) AddLines(lines.back(), paragraph, loose);
    }
    LineReader::Habits habits;
    LineReader::Learn(loose, terms_, habits);
    habits.glyphs = habits.glyphs || lists;
    LineReader reader(document_, terms_, habits);
    loose.clear();
    for (size_t i = 0; i < content_.paragraphs.size(); ++i) {
      const DocxParagraph& paragraph = content_.paragraphs[i];
      if (lines[i].empty()) continue;
      if (!paragraph.list && paragraph.heading < 0) {
        AddLines(lines[i], paragraph, loose);
        continue;
      }
      reader.Add(loose);
      loose.clear();
      AddMarked(lines[i], paragraph, reader);
    }
    reader.Add(loose);
    for (const auto& [number, concealed] : content_.concealed) {
      const auto found = std::find_if(content_.paragraphs.begin(), content_.paragraphs.end(),
                                      [&, number = number](const DocxParagraph& p) { return p.number >= number; });
      if (found == content_.paragraphs.end()) {
        document_.concealed.push_back(concealed);
        continue;
      }
      const uint32_t begin = starts_[static_cast<size_t>(found - content_.paragraphs.begin())];
      const auto size = static_cast<uint32_t>(found->text.chars.size());
      document_.concealed.push_back({{begin, begin + size}, concealed.how, concealed.text});
    }
    for (Block& block : document_.blocks) {
      const auto after = std::upper_bound(starts_.begin(), starts_.end(), block.span.begin);
      block.paragraph = content_.paragraphs[static_cast<size_t>(after - starts_.begin()) - 1].number;
    }
  }

 private:
  void AddLines(const std::vector<Span>& spans, const DocxParagraph& paragraph, std::vector<ResumeLine>& out) const {
    for (size_t i = 0; i < spans.size(); ++i) {
      ResumeLine line;
      line.span = spans[i];
      line.text.AppendVerbatim(bytes_.substr(line.span.begin, line.span.size()), line.span.begin);
      line.blank_before = i == 0;
      line.starts = true;
      line.strong = paragraph.strong;
      out.push_back(std::move(line));
    }
  }

  /// A paragraph that Word itself marks as a heading or a list item.
  void AddMarked(const std::vector<Span>& lines, const DocxParagraph& paragraph, LineReader& reader) {
    Block block;
    block.span = {lines.front().begin, lines.back().end};
    for (const Span line : lines) {
      if (!block.text.empty()) {
        const uint32_t end = block.text.ToSource({0, static_cast<uint32_t>(block.text.chars.size())}).end;
        block.text.AppendReplaced(" ", {end, line.begin});
      }
      uint32_t mark = 0;
      if (paragraph.list) mark = ListMark(bytes_.substr(line.begin, line.size()));
      block.text.AppendVerbatim(bytes_.substr(line.begin + mark, line.size() - mark), line.begin + mark);
    }
    block.text.FoldBlanks();
    const bool section = MatchSection(block.text.chars, terms_).exact;
    if (paragraph.heading >= 0 || (section && paragraph.strong)) {
      block.kind = BlockKind::kHeading;
      block.depth = std::max(paragraph.heading, 0);
      reader.EnterSection(block.text.chars);
    } else {
      block.kind = BlockKind::kBullet;
      block.depth = paragraph.depth;
    }
    if (!block.text.empty()) document_.blocks.push_back(std::move(block));
  }

  const DocxContent& content_;
  const OutlineTerms& terms_;
  Document& document_;
  std::string_view bytes_;
  std::vector<uint32_t> starts_;  ///< offset of each paragraph's line
};

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  auto content = ReadDocxContent(raw);
  if (!content) {
    content.error().path = std::move(path);
    return Fail(content.error());
  }
  Document document;
  document.source = MakeExtractedSource(std::move(path), Extract(*content).chars);
  Maker(*content, terms, document).Run();
  return document;
}

}  // namespace

Result<DocxMap> MapDocx(const std::string& raw) {
  auto content = ReadDocxContent(raw);
  if (!content) return Fail(content.error());
  if (!content->exact) return Fail({}, "its text can't be mapped to its bytes", "save it again from the word processor");
  DocxMap map;
  map.text = Extract(*content);
  map.part = std::move(content->part);
  map.xml = std::move(content->xml);
  return map;
}

const Reader kDocxReader = {"docx", kExtensions, Looks, Read, false};

}  // namespace resumelint
