#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "formats/child.h"
#include "formats/entities.h"
#include "formats/glyphs.h"
#include "formats/lines.h"
#include "formats/pdf_layout.h"
#include "formats/readers.h"
#include "formats/xml.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

constexpr size_t kMaxWords = 200'000;
constexpr double kSeen = 2.5;  // points: lower words are too small to be seen

constexpr std::string_view kExtensions[] = {".pdf"};

int Looks(std::string_view raw) {
  return raw.substr(0, 1024).find("%PDF-") != std::string_view::npos ? 98 : 0;
}

double ToNumber(std::string_view digits) {
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return std::isfinite(value) ? value : 0;
}

/// A word as people read it: ligatures taken apart, invisible characters left out.
std::string Clean(std::string_view raw) {
  std::string out;
  for (size_t at = 0; at < raw.size();) {
    if (const size_t entity = EntityLength(raw.substr(at)); entity > 0) {
      out += DecodeEntity(raw.substr(at, entity));
      at += entity;
      continue;
    }
    const CodePoint point = DecodeAt(raw, at);
    at += point.length;
    switch (point.value) {
      case 0xFB00: out += "ff"; break;
      case 0xFB01: out += "fi"; break;
      case 0xFB02: out += "fl"; break;
      case 0xFB03: out += "ffi"; break;
      case 0xFB04: out += "ffl"; break;
      case 0xFB05:
      case 0xFB06: out += "st"; break;
      case 0x200B: case 0x200C: case 0x200D: case 0x2060: case 0xFEFF: break;
      case 0xAD: out += '-'; break;  // a soft hyphen that shows stands at a line's end
      default:
        if (point.value < 0x20 || point.value == 0x7F) break;
        // Fonts without names for their characters leave codes: a list's mark, if anything.
        AppendUtf8(out, point.value >= 0x80 && point.value < 0xA0 ? 0x2022 : point.value);
    }
  }
  return out;
}

/// A word of which a wrong decoding left nothing but signs ("ï¼"): it separated two things.
bool IsDebris(std::string_view word) {
  const size_t letters = CountCodePoints(word);
  if (letters == 0 || letters > 4) return false;
  bool lead = false;
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = DecodeAt(word, at);
    if (point.value < 0x80) return false;
    const bool first = point.value == 0xEF || point.value == 0xE2 || point.value == 0xC2 || point.value == 0xC3;
    if (at == 0) lead = first;
    if (at > 0 && IsLetter(point.value) && !first && point.value > 0xFF) return false;
    at += point.length;
  }
  return lead && letters >= 2;
}

class PageReader : public XmlHandler {
 public:
  bool Enter(const XmlElement& element) override {
    const std::string_view name = element.Name();
    if (name == "page") {
      pages.emplace_back();
      pages.back().width = ToNumber(element.Attribute("width"));
      pages.back().height = ToNumber(element.Attribute("height"));
    } else if (name == "line" && !pages.empty()) {
      run_ = {};
    } else if (name == "word") {
      word_ = {ToNumber(element.Attribute("xMin")), ToNumber(element.Attribute("yMin")),
               ToNumber(element.Attribute("xMax")), ToNumber(element.Attribute("yMax")), {}};
      in_word_ = true;
    }
    return true;
  }

  void Leave(std::string_view name) override {
    if (name == "word") {
      in_word_ = false;
      word_.text = Clean(word_.text);
      if (IsDebris(word_.text)) word_.text = "|";
      if (word_.bottom - word_.top < kSeen && !word_.text.empty()) tiny += (tiny.empty() ? "" : " ") + word_.text;
      if (!word_.text.empty() && ++words <= kMaxWords) run_.words.push_back(std::move(word_));
      word_ = {};
    } else if (name == "line" && !pages.empty() && !run_.words.empty()) {
      pages.back().runs.push_back(std::move(run_));
      run_ = {};
    }
  }

  void Characters(std::string_view raw, uint32_t) override {
    if (in_word_) word_.text += raw;
  }

  std::vector<PdfPage> pages;
  size_t words = 0;
  std::string tiny;  ///< words too small to be seen

 private:
  PdfRun run_;
  PdfWord word_;
  bool in_word_ = false;
};

/// Lines at the head or foot of pages that come again on another page, or count pages.
std::vector<bool> FindRunningLines(const std::vector<PdfLine>& lines, const std::vector<PdfPage>& pages,
                                   const OutlineTerms& terms) {
  std::vector<bool> running(lines.size());
  const auto at_edge = [&](const PdfLine& line) {
    const double height = pages[static_cast<size_t>(line.page) - 1].height;
    return line.top < height * 0.09 || line.bottom > height * 0.91;
  };
  std::vector<size_t> edges;
  for (size_t i = 0; i < lines.size(); ++i) {
    // A page number may stand higher than the margin, but then alone.
    const bool first = i == 0 || lines[i - 1].page != lines[i].page;
    const bool last = i + 1 == lines.size() || lines[i + 1].page != lines[i].page;
    const double height = lines[i].bottom - lines[i].top;
    const bool alone = (first && !last && lines[i + 1].top - lines[i].bottom > height) ||
                       (last && !first && lines[i].top - lines[i - 1].bottom > height);
    if (at_edge(lines[i]) && edges.size() < 1000) edges.push_back(i);
    running[i] = (at_edge(lines[i]) || alone) && IsPageNoise(lines[i].text, terms);
  }
  const auto skeleton = [](std::string text) {
    std::replace_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; }, '#');
    return text;
  };
  for (const size_t a : edges) {
    const double height = pages[static_cast<size_t>(lines[a].page) - 1].height;
    // The first page's head is the person's name, whatever other pages say.
    if (lines[a].page == 1 && lines[a].top < height / 2) continue;
    for (const size_t b : edges) {
      const bool there = lines[a].page != lines[b].page && std::abs(lines[a].top - lines[b].top) < 3;
      if (there && skeleton(lines[a].text) == skeleton(lines[b].text)) running[a] = true;
    }
  }
  return running;
}

/// Turns lines on pages into lines of a resume: which ones go on with the one before is told from
/// where they stand.
class Maker {
 public:
  Maker(const std::vector<PdfLine>& lines, const OutlineTerms& terms, const Source& source)
      : lines_(lines), terms_(terms), source_(source) {
    std::vector<double> heights;
    for (const PdfLine& line : lines) heights.push_back(line.bottom - line.top);
    std::sort(heights.begin(), heights.end());
    body_ = std::max(heights[heights.size() / 2], 1.0);
    for (const PdfLine& line : lines) marks_ = marks_ || FindGlyph(line.text).sure;
  }

  std::vector<ResumeLine> Run(const std::vector<bool>& running) {
    std::vector<ResumeLine> out;
    std::vector<size_t> from;  // the PdfLine of each
    for (size_t i = 0; i < lines_.size(); ++i) {
      const std::string_view text = source_.Line(static_cast<uint32_t>(i) + 1);
      if (running[i]) continue;
      ResumeLine line;
      const uint32_t begin = source_.line_starts[i];
      line.span = {begin, begin + static_cast<uint32_t>(text.size())};
      line.text.AppendVerbatim(text, begin);
      line.indent = Columns(lines_[i]);
      line.strong = lines_[i].bottom - lines_[i].top > body_ * 1.12;
      if (from.empty()) {
        line.blank_before = true;
      } else {
        Relate(lines_[from.back()], lines_[i], line);
      }
      out.push_back(std::move(line));
      from.push_back(i);
    }
    if (!marks_) MarkItems(out, from);
    return out;
  }

 private:
  uint32_t Columns(const PdfLine& line) const {
    const double columns = (line.left - line.column_left) / (body_ * 0.5);
    return static_cast<uint32_t>(std::lround(std::clamp(columns, 0.0, 200.0)));
  }

  static bool EndsClause(std::string_view text) {
    return !text.empty() && std::string_view(".!?:;").find(text.back()) != std::string_view::npos;
  }

  /// The distance of lines that belong together, in the column of `line`.
  double Pitch(const PdfLine& line) const {
    if (line.column == pitch_column_) return pitch_;
    std::vector<double> steps;
    for (size_t i = 1; i < lines_.size(); ++i) {
      const double step = lines_[i].top - lines_[i - 1].top;
      if (lines_[i].column == line.column && lines_[i - 1].column == line.column && step > 0.5 * body_) {
        steps.push_back(step);
      }
    }
    std::sort(steps.begin(), steps.end());
    pitch_column_ = line.column;
    pitch_ = steps.empty() ? body_ * 1.2 : std::max(steps[steps.size() / 5], body_ * 0.9);
    return pitch_;
  }

  /// Says how a line stands to the one before it.
  void Relate(const PdfLine& before, const PdfLine& next, ResumeLine& line) {
    const bool same_column = before.column == next.column;
    const double step = next.top - before.top;
    const double height = std::max(next.bottom - next.top, before.bottom - before.top);
    const bool far = step > 1.3 * std::max(Pitch(next), height);
    // A column goes on at the head of the next page.
    const bool goes_on = same_column ? !far : next.page == before.page + 1 &&
                                                  std::abs(next.column_left - before.column_left) < 6;
    line.blank_before = !goes_on;
    line.starts = next.aside || before.aside || before.text.find('\t') != std::string::npos;
    const bool hung = std::exchange(hanging_, false);
    if (line.starts || line.blank_before) return;
    const bool same_size = std::abs((next.bottom - next.top) - (before.bottom - before.top)) < 0.12 * body_;
    if (!same_size) {
      line.starts = true;
      return;
    }
    const bool lower = line.text.chars.empty() ? false : StartsLower(line.text.chars);
    const bool deeper = next.left > before.left + 2;
    const double room = before.column_right - before.right;
    const bool level = std::abs(next.left - before.left) < 2;
    const bool marked = FindGlyph(next.text).sure;
    if (!marked && ((FindGlyph(before.text).sure && deeper) || (hung && level))) {
      hanging_ = line.joins = true;
      return;
    }
    const bool unknown = before.column_right <= 0;
    const bool fitted = !unknown && room > next.first_word + 0.3 * body_;
    const bool open = !before.text.empty() && std::string_view(",&/(").find(before.text.back()) != std::string_view::npos;
    // Its first word would have had room on the line before: the line was ended on purpose.
    if ((fitted || (unknown && !open)) && !lower && !deeper) line.starts = true;
    if (fitted || line.starts || !level) return;
    if (marked) {
      line.joins = before.text.rfind('(') != std::string::npos && before.text.rfind('(') + 1 > before.text.rfind(')') + 1;
      return;
    }
    // Without marks a full line that ends a sentence may end an item; prose is not indented.
    const bool prose = marks_ || next.left - next.column_left < 0.8 * body_;
    line.joins = prose || lower || !EndsClause(before.text);
  }

  static bool StartsLower(std::string_view text) {
    const char32_t first = DecodeAt(text, 0).value;
    return IsLetter(first) && !IsUpper(first);
  }

  /// A page that shows no marks shows its items by their indent.
  void MarkItems(std::vector<ResumeLine>& out, const std::vector<size_t>& from) const {
    for (size_t i = 0; i < out.size(); ++i) {
      const PdfLine& line = lines_[from[i]];
      const double indent = line.left - line.column_left;
      const double height = line.bottom - line.top;
      if (indent < 0.8 * body_ || indent > 6 * body_ || line.aside || height > body_ * 1.12) continue;
      if (line.text.find('\t') != std::string::npos || out[i].joins) continue;
      const LineShape shape = ShapeOf(out[i].text.chars, terms_);
      const double room = line.column_right - line.right;
      const bool centred = std::abs(indent - room) < body_ && indent + room > 0.4 * (line.column_right - line.column_left);
      out[i].item = !centred && ReadsAsBullet(out[i].text.chars, shape);
    }
  }

  const std::vector<PdfLine>& lines_;
  const OutlineTerms& terms_;
  const Source& source_;
  double body_ = 1;     ///< height of most lines
  bool marks_ = false;  ///< a line begins with a list mark
  bool hanging_ = false;  ///< the line before goes on with a marked item, below its text
  mutable int pitch_column_ = 0;
  mutable double pitch_ = 0;
};

Error Explain(const std::string& path, const ChildOutput& output) {
  std::string first = output.error.substr(0, output.error.find('\n'));
  if (output.error.find("assword") != std::string::npos || output.error.find("ncrypt") != std::string::npos) {
    return {path, 0, 0, "protected by a password", "export it again without a password", {}};
  }
  return {path, 0, 0, first.empty() ? "not a readable PDF" : "not a readable PDF: " + first,
          "export it again from the word processor", {}};
}

Result<Document> Read(std::string path, std::string raw, const OutlineTerms& terms) {
  auto output = RunChild({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-", "-"}, raw);
  if (!output) {
    if (output.error().what == "not found") {
      return Fail(std::move(path), "reading a PDF needs the program pdftotext, which was not found",
                  "install it (Debian, Ubuntu: apt install poppler-utils; macOS: brew install poppler), or "
                  "give the resume as DOCX or text");
    }
    return Fail(std::move(path), output.error().what, "export the PDF again from the word processor");
  }
  if (output->status != 0) return Fail(Explain(path, *output));
  PageReader reader;
  if (auto walked = WalkXml(output->out, true, reader); !walked) {
    return Fail(std::move(path), "pdftotext gave no page layout: " + walked.error().what,
                "pdftotext of poppler 0.86 or newer is needed");
  }
  if (reader.words > kMaxWords) {
    return Fail(std::move(path), fmt::format("more than {} words", kMaxWords), "check that this is a resume");
  }
  const std::vector<PdfLine> lines = LayOut(reader.pages, [&](std::string_view text_of_line) {
    return MatchSection(text_of_line, terms).exact;
  });
  std::string text;
  for (const PdfLine& line : lines) text += line.text + '\n';
  const auto letters = std::count_if(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
  });
  if (letters < 20) {
    return Fail(std::move(path), "holds no text: a scan or a picture of a resume",
                "export it from the word processor, or run text recognition (ocrmypdf) on it first");
  }
  Document document;
  document.source = MakeExtractedSource(std::move(path), std::move(text));
  if (!reader.tiny.empty()) document.concealed.push_back({{}, "text of no size", reader.tiny});
  const std::vector<ResumeLine> resume =
      Maker(lines, terms, document.source).Run(FindRunningLines(lines, reader.pages, terms));
  LineReader::Habits habits;
  LineReader::Learn(resume, terms, habits);
  habits.glyphs = habits.glyphs || std::any_of(resume.begin(), resume.end(), [](const ResumeLine& line) { return line.item; });
  LineReader(document, terms, habits).Add(resume);
  for (Block& block : document.blocks) {
    const Position at = document.source.At(block.span.begin);
    block.page = lines[std::min<size_t>(at.line, lines.size()) - 1].page;
  }
  return document;
}

}  // namespace

const Reader kPdfReader = {"pdf", kExtensions, Looks, Read, false};

}  // namespace resumelint
