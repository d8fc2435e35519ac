// What holds for every reader on any input: the committed examples, cut, spliced and strewn with
// markup, and small files made of markup alone.

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <filesystem>
#include <tuple>

#include "base/utf8.h"
#include "formats/check.h"
#include "formats/child.h"
#include "formats/docx.h"
#include "formats/pdf_writer.h"
#include "formats/read.h"
#include "formats/zip_writer.h"

namespace resumelint {
namespace {

constexpr std::string_view kBits[] = {
    "\n", "\n\n", " ", "  ", "\t", "- ", "* ", "+ ", "• ", "1. ", "#", "## ", "== ", "// ", "/*", "*/", "%", "\\", "\\\\", "\\item ",
    "\\item[x] ", "{", "}", "[", "]", "(", ")", "<", ">", "<li>", "</li>", "<p>", "</p>", "<br>", "<b>", "<ul>", "<!--", "-->",
    "<script>", "&amp;", "&#8226;", "&", "\"", "'", "\\\"", "\\n", "\\u2022", ": ", ":: ", ":", ",", ";", "|", "| ", "|===\n", "---\n",
    "```\n", "`", "~~~\n", "_", "**", "__", "$", "@", "!", "=", "^", "~", "+\n", "..", ".. x\n", "....\n", ">", "> ", "  - ", "    ",
    "é", "ﬁ", "\u00A0", "\u200B", "\u2028", "\u0085", "\f", "\v", "𝒳", "2019 - present", "Product Owner", "Experience\n", "Skills: ",
    "\\begin{itemize}\n", "\\end{itemize}\n", "\\newcommand{\\x}[1]{#1}\n", "\\x{", "#let x = [", "#x[", "#+begin_src\n", "#+end_src\n",
    "word", "Owned a thing", ".",
};
constexpr size_t kBitCount = std::size(kBits);

/// At a place: take so much away, put this in. From kBitCount on, what is put in is a stretch of the
/// text itself.
using Edit = std::tuple<uint32_t, uint32_t, uint32_t>;

size_t Boundary(std::string_view text, size_t at) {
  at = std::min(at, text.size());
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

std::string Edited(std::string text, const std::vector<Edit>& edits) {
  for (const auto& [place, taken, put] : edits) {
    const size_t at = Boundary(text, place % (text.size() + 1));
    const size_t end = Boundary(text, at + taken);
    std::string in;
    if (put < kBitCount) {
      in = kBits[put];
    } else {
      const size_t from = Boundary(text, (size_t{place} * 31 + put) % (text.size() + 1));
      in = text.substr(from, Boundary(text, from + put % 120) - from);
    }
    text.replace(at, std::max(end, at) - at, in);
  }
  return text;
}

rc::Gen<std::vector<Edit>> Edits() {
  const auto number = [](uint32_t end) { return rc::gen::noShrink(rc::gen::inRange<uint32_t>(0, end)); };
  const auto taken = rc::gen::weightedOneOf<uint32_t>({{3, rc::gen::just<uint32_t>(0)}, {1, number(60)}});
  return rc::gen::container<std::vector<Edit>>(
      rc::gen::tuple(number(100'000), taken, number(static_cast<uint32_t>(kBitCount) * 5 / 4)));
}

/// A stretch of the reader's example, or nothing.
std::string Start(std::string_view example) {
  if (*rc::gen::inRange(0, 4) == 0) return {};
  const size_t from = Boundary(example, *rc::gen::inRange<size_t>(0, example.size()));
  const size_t size = *rc::gen::inRange<size_t>(0, 1500);
  return std::string(example.substr(from, Boundary(example, from + size) - from));
}

std::string ExampleOf(const Reader& reader) {
  for (const std::string_view extension : reader.extensions) {
    const std::string path = "examples/resume" + std::string(extension);
    if (std::filesystem::exists(std::string(RESUMELINT_SOURCE_DIR) + "/" + path)) return ProjectFile(path);
  }
  return {};
}

std::string Utf16(std::string_view text) {
  std::string out = "\xFF\xFE";
  const auto unit = [&](char32_t value) {
    out += static_cast<char>(value & 0xFF);
    out += static_cast<char>(value >> 8);
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    at += point.length;
    if (point.value < 0x10000) {
      unit(point.value);
    } else {
      unit(0xD800 + ((point.value - 0x10000) >> 10));
      unit(0xDC00 + ((point.value - 0x10000) & 0x3FF));
    }
  }
  return out;
}

std::string WithLineEnds(std::string_view text, std::string_view end) {
  std::string out;
  for (const char c : text) c == '\n' ? out += end : out += c;
  return out;
}

/// Faults of the document, and places of texts that aren't found again in the file's own bytes.
std::string AllFaults(const Document& document, std::string_view raw) {
  std::string out = Faults(document);
  const Source& source = document.source;
  for (const Block& block : document.blocks) {
    const Span span = block.text.ToSource({0, static_cast<uint32_t>(block.text.chars.size())});
    const Position begin = source.At(span.begin);
    const Position end = source.At(span.end);
    if (begin.offset < 0 || span.empty()) continue;
    const std::string there(raw.substr(static_cast<size_t>(begin.offset), static_cast<size_t>(end.offset - begin.offset)));
    const std::string expected = source.bytes.substr(span.begin, span.size());
    if (there != (source.encoding == Encoding::kUtf16Le ? Utf16(expected).substr(2) : expected)) {
      out += "not in the file: " + expected + "\n";
    }
    if (source.Line(begin.line).find(expected.substr(0, expected.find_first_of("\r\n"))) == std::string_view::npos) {
      out += "not on its line: " + expected + "\n";
    }
  }
  return out;
}

/// What was read; of a failure, that it failed: a message may cite the line end it stumbled over.
std::string Outcome(const Reader& reader, std::string_view raw) {
  const std::string dump = ReadDump(reader.name, raw);
  return dump.starts_with("error: not valid") ? "error" : dump;
}

class TextReaders : public testing::TestWithParam<const Reader*> {};

TEST_P(TextReaders, AccountForTheirBytes) {
  const Reader& reader = *GetParam();
  const std::string example = ExampleOf(reader);
  const bool holds = rc::check(reader.name, [&] {
    const std::string text = Edited(WithLineEnds(Start(example), *rc::gen::element<std::string>("\n", "\r\n")), *Edits());
    RC_LOG(text);
    const auto document = ReadDocument("r", text, Terms(), reader.name);
    if (document) RC_ASSERT(AllFaults(*document, text) == "");
  });
  EXPECT_TRUE(holds);
}

TEST_P(TextReaders, LineEndsAndEncodingsDontMatter) {
  const Reader& reader = *GetParam();
  const std::string example = ExampleOf(reader);
  const bool holds = rc::check(reader.name, [&] {
    const std::string text = Edited(Start(example), *Edits());
    RC_LOG(text);
    const std::string expected = Outcome(reader, text);
    RC_ASSERT(Outcome(reader, WithLineEnds(text, "\r\n")) == expected);
    RC_ASSERT(Outcome(reader, WithLineEnds(text, "\r")) == expected);
    RC_ASSERT(Outcome(reader, "\xEF\xBB\xBF" + text) == expected);
    const std::string wide = Utf16(text);
    RC_ASSERT(Outcome(reader, wide) == expected);
    const auto document = ReadDocument("r", wide, Terms(), reader.name);
    if (document) RC_ASSERT(AllFaults(*document, wide) == "");
  });
  EXPECT_TRUE(holds);
}

std::vector<const Reader*> TextFormats() {
  std::vector<const Reader*> out;
  for (const Reader& reader : Readers()) {
    if (reader.text) out.push_back(&reader);
  }
  return out;
}

INSTANTIATE_TEST_SUITE_P(Readers, TextReaders, testing::ValuesIn(TextFormats()),
                         [](const auto& info) { return std::string(info.param->name); });

TEST(ContainerReaders, Docx) {
  const auto example = MapDocx(ProjectFile("examples/resume.docx"));
  ASSERT_TRUE(example);
  const bool holds = rc::check([&] {
    const std::string raw = WriteZip({{example->part, Edited(example->xml, *Edits()), true}});
    const auto document = ReadDocument("r", raw, Terms(), "docx");
    if (document) RC_ASSERT(Faults(*document) == "");
    const auto map = MapDocx(raw);
    if (map) RC_ASSERT(ShowPieces(map->text, map->xml).find("<WRONG") == std::string::npos);
    if (map && document) RC_ASSERT(map->text.chars == document->source.bytes);
  });
  EXPECT_TRUE(holds);
}

TEST(ContainerReaders, Pdf) {
  if (!RunChild({"pdftotext", "-v"}, "")) GTEST_SKIP() << "pdftotext is not installed";
  const std::string example = ProjectFile("examples/resume.txt");
  const bool holds = rc::check([&] {
    std::string page = Edited(Start(example), *Edits());
    const auto document = ReadDocument("r", WritePdf({page, "  " + page}), Terms(), "pdf");
    if (document) RC_ASSERT(Faults(*document) == "");
  });
  EXPECT_TRUE(holds);
}

}  // namespace
}  // namespace resumelint
