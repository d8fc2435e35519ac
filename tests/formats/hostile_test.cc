#include <gtest/gtest.h>

#include <ctime>
#include <filesystem>
#include <functional>

#include "formats/check.h"
#include "formats/docx.h"
#include "formats/pdf_writer.h"
#include "formats/read.h"
#include "formats/zip_writer.h"
#include "lint/lint.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

std::string Repeat(std::string_view text, size_t times) {
  std::string out;
  out.reserve(text.size() * times);
  for (size_t i = 0; i < times; ++i) out += text;
  return out;
}

#if defined(__SANITIZE_ADDRESS__) || !defined(__OPTIMIZE__)
constexpr double kSeconds = 20;
#else
constexpr double kSeconds = 2;
#endif

/// Seconds that this process has computed: a busy machine makes no test fail.
double Computed() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

/// What reading gives: "ok", or the error. Fails the test if it takes long.
std::string Outcome(std::string_view format, const std::string& raw) {
  const double begin = Computed();
  const auto document = ReadDocument("r", raw, Terms(), format);
  EXPECT_LT(Computed() - begin, kSeconds) << format << ": " << raw.substr(0, 40);
  if (document) {
    EXPECT_EQ(Faults(*document), "") << format << ": " << raw.substr(0, 40);
  }
  return document ? "ok" : document.error().what;
}

struct Case {
  const char* what;
  const char* format;
  std::function<std::string()> make;
  const char* outcome;
};

TEST(Hostile, IsRefusedSoon) {
  const Case cases[] = {
      {"JSON, deep", "json", [] { return Repeat("[", 200'000); }, "nested deeper than 100 levels"},
      {"JSON, deep objects", "json", [] { return Repeat("{\"a\":", 200'000); }, "nested deeper than 100 levels"},
      {"JSON, wide", "json", [] { return "[" + Repeat("1,", 500'000) + "1]"; }, "more than 200,000 values"},
      {"YAML, deep flow", "yaml", [] { return Repeat("[", 200'000); }, "nested deeper than 100 levels"},
      {"YAML, deep mapping in flow", "yaml", [] { return Repeat("{a: ", 200'000); }, "nested deeper than 100 levels"},
      {"YAML, deep blocks", "yaml", [] { return Repeat("- ", 100'000); }, "nested deeper than 100 levels"},
      {"YAML, wide", "yaml", [] { return "work: [" + Repeat("a, ", 250'000) + "]"; }, "more than 200,000 values"},
      {"HTML, deep", "html", [] { return Repeat("<b>", 100'000); }, "elements nested deeper than 512"},
      {"HTML, deep blocks", "html", [] { return Repeat("<div>", 100'000) + "x"; }, "elements nested deeper than 512"},
      {"Typst, deep", "typst", [] { return Repeat("#(", 200'000); }, "brackets nested deeper than 512"},
      {"HTML, wide", "html", [] { return Repeat("<li>a b", 300'000); }, "more than 100,000 items and paragraphs"},
      {"DOCX, a bomb", "docx", [] { return WriteZip({{"word/document.xml", std::string(20 << 20, ' '), true}}); },
       "unpacks to more than a document holds (limit 64 MB)"},
      {"DOCX, many large parts", "docx",
       [] {
         std::vector<ZipPart> parts;
         for (int i = 0; i < 100; ++i) parts.push_back({"p" + std::to_string(i), std::string(1 << 20, ' '), true});
         return WriteZip(parts);
       },
       "unpacks to more than a document holds (limit 64 MB)"},
      {"DOCX, a bomb that lies", "docx",
       [] {
         ZipPart part{"word/document.xml", std::string(20 << 20, ' '), true};
         part.declared_size = 1000;
         return WriteZip({part});
       },
       "part word/document.xml of the archive is broken"},
      {"DOCX, entities", "docx",
       [] {
         return WriteZip({{"word/document.xml",
                           "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><w:document>&b;</w:document>"}});
       },
       "part word/document.xml: declares a document type, which no word processor does"},
      {"DOCX, deep", "docx", [] { return WriteZip({{"word/document.xml", "<w:document>" + Repeat("<w:p>", 100'000)}}); },
       "part word/document.xml: broken XML at byte 500011: start-end tags mismatch"},
      {"DOCX, many paragraphs", "docx", [] { return WriteZip({{"word/document.xml", "<w:document>" + Repeat("<w:p><w:r><w:t>a b</w:t></w:r></w:p>", 60'000) + "</w:document>"}}); },
       "more than 50000 paragraphs"},
      {"DOCX, no main part", "docx", [] { return WriteZip({{"mimetype", "x"}}); }, "holds no word/document.xml: not a Word document"},
  };
  for (const Case& c : cases) EXPECT_EQ(Outcome(c.format, c.make()), c.outcome) << c.what;
}

TEST(Hostile, IsTooLargeForAResume) {
  for (const Reader& reader : Readers()) {
    if (!reader.text) continue;
    EXPECT_EQ(Outcome(reader.name, "- " + Repeat("prioritized the backlog ", 220'000)), "larger than 4 MB") << reader.name;
  }
  EXPECT_EQ(Outcome("plain", Repeat("- a b\n", 30'000)), "more than 20000 items and paragraphs");
  EXPECT_EQ(Outcome("markdown", Repeat("- a b\r\n", 100'001)), "more than 100000 lines");
  EXPECT_EQ(Outcome("markdown", Repeat("- a b\r", 100'001)), "more than 100000 lines");
  EXPECT_EQ(Outcome("markdown", "- a b\n\n<!-- resumelint: ignore " + Repeat("a,", 20'000) + " -->\n- c d\n"), "more than 32 KB of resumelint's own comments");
  EXPECT_EQ(Outcome("markdown", "- " + Repeat("prioritized the backlog ", 10'000)), "a paragraph of more than 64 KB");
  EXPECT_EQ(Outcome("html", "<html><body><ul>" + Repeat("<li>prioritized the backlog of two teams", 10'000)), "more than 256 KB of text");
  EXPECT_EQ(Outcome("latex", "\\section{Experience}\n" + Repeat("\\begin{itemize}\\item x y ", 100'000)), "more than 20000 items and paragraphs");
}

TEST(Hostile, MaySayThatItIsLarge) {
  const auto told = [](std::string_view format, const std::string& raw, const SizeLimits& limits) {
    const auto document = ReadDocument("r", raw, Terms(), format, limits);
    return document ? "ok" : document.error().hint;
  };
  const std::string begin = "a resume is a few kilobytes: check that this is one, or allow it with --max-size ";
  const struct {
    const char* format;
    std::string raw;
    std::string size;  // that is told to do
  } cases[] = {
      {"plain", Repeat("- a b\n", 30'000), "385K"},
      {"markdown", "- " + Repeat("prioritized the backlog ", 10'000), "938K"},
      {"html", "<html><body><ul>" + Repeat("<li>prioritized the backlog of two teams", 10'000), "352K"},
      {"markdown", Repeat("- prioritized the backlog of two teams\n", 120'000), "5M"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(told(c.format, c.raw, {}), begin + c.size) << c.raw.substr(0, 40);
    const uint64_t size = std::stoull(c.size) << (c.size.back() == 'M' ? 20 : 10);
    EXPECT_EQ(told(c.format, c.raw, {size}), "ok") << c.raw.substr(0, 40);
  }
  EXPECT_EQ(told("plain", "- cut the cost of returns by a third\n" + Repeat("- a b\n", 200), {1024}), begin + "4K");
}

TEST(Hostile, CostsNoMoreThanOtherText) {
  const Case cases[] = {
      {"JSON, one string of many escapes", "json", [] { return "{\"work\":[{\"position\":\"PO\",\"summary\":\"" + Repeat("a\\n", 300'000) + "\"}]}"; }, ""},
      {"JSON, one string of many marks", "json", [] { return "{\"work\":[{\"position\":\"PO\",\"summary\":\"" + Repeat("*a _b [c ", 100'000) + "\"}]}"; }, ""},
      {"JSON, one string of many tags", "json", [] { return "{\"work\":[{\"position\":\"PO\",\"summary\":\"" + Repeat("<li>a ", 100'000) + "\"}]}"; }, ""},
      {"YAML, a long literal", "yaml", [] { return "work:\n- position: PO\n  summary: |\n" + Repeat("    - some words\n", 50'000); }, ""},
      {"YAML, quotes that nobody closes", "yaml", [] { return "work:\n" + Repeat("- \"a: 'b\n", 50'000); }, ""},
      {"YAML, colons", "yaml", [] { return "work:\n" + Repeat("- a: b: c\n", 40'000); }, ""},
      {"YAML, indents", "yaml", [] { std::string out; for (size_t i = 0; i < 2000; ++i) out += std::string(i, ' ') + "k: :\n"; return out; }, ""},
      {"HTML, items that nobody closes", "html", [] { return Repeat("<li>a b<p>", 90'000); }, ""},
      {"HTML, misnested", "html", [] { return Repeat("<p><b a=1>x</i></p>", 50'000); }, ""},
      {"HTML, attributes", "html", [] { return "<p" + Repeat(" a", 500'000) + ">x y"; }, ""},
      {"HTML, brackets", "html", [] { return Repeat("<", 1'000'000) + "a b"; }, ""},
      {"HTML, comments", "html", [] { return "a b" + Repeat("<!-- -- ->", 100'000); }, ""},
      {"HTML, scripts", "html", [] { return "a b" + Repeat("<script></x", 100'000); }, ""},
      {"HTML, ends", "html", [] { return Repeat("<div>", 500) + Repeat("</x>", 300'000) + "a b"; }, ""},
      {"JSON, many strings without an escape", "json", [] { return "[" + Repeat("\"a b\",", 600'000) + "\"a\"]"; }, ""},
      {"Markdown, addresses", "markdown", [] { return Repeat("https://a.b ", 300'000); }, ""},
      {"Org, drawers that nobody closes", "org", [] { return Repeat(":PROPERTIES:\n", 90'000) + "a b\n"; }, ""},
      {"Org, links that nobody closes", "org", [] { return Repeat("[[a][", 700'000); }, ""},
      {"LaTeX, sizes that nobody sets", "latex", [] { return Repeat("{\\fontsize{1pt}", 250'000); }, ""},
      {"LaTeX, white text in white text", "latex", [] { return Repeat("{\\color{white} a b c d e f g h i j k l m n", 80'000); }, ""},
      {"HTML, styles in a tag that nobody closes", "html", [] { return "<p " + Repeat("style=\"", 500'000); }, ""},
      {"HTML, styles outside of tags", "html", [] { return Repeat("style ", 600'000); }, ""},
      {"YAML, quotes at the start of lines", "yaml", [] { return "work:\n" + Repeat("'a b\n", 90'000); }, ""},
      {"DOCX, nested text boxes", "docx", [] { return WriteDocx(Repeat("<w:p><w:r><w:t>a b</w:t>", 20'000) + Repeat("</w:r></w:p>", 20'000)); }, ""},
      {"DOCX, one paragraph of many runs", "docx", [] { return WriteDocx("<w:p>" + Repeat("<w:r><w:t>a &amp; b</w:t><w:br/></w:r>", 30'000) + "</w:p>"); }, ""},
  };
  for (const Case& c : cases) Outcome(c.format, c.make());
}

TEST(Hostile, WithoutALetterNothingIsRead) {
  for (const char* text : {"- \u0301\u0301 \u0301\n", "- ((((\n", "12345 67890\n", "- \u200b\u200b\n", "- \"\"\n\n- --\n"}) {
    EXPECT_EQ(Outcome("markdown", text), "no resume content found, read as markdown") << text;
    EXPECT_EQ(Outcome("plain", text), "no resume content found, read as plain") << text;
  }
  EXPECT_EQ(Outcome("plain", "- \u4e16\u754c\n"), "ok");
}

TEST(Hostile, WhatIsNoTextToAPersonIsNotCalledClean) {
  const std::string rtf = "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Kim Example\\par \\bullet Cut waits from 9 to 4 minutes\\par}";
  EXPECT_EQ(Outcome("", rtf), "an RTF file, which can't be read");
  EXPECT_EQ(Outcome("plain", rtf), "an RTF file, which can't be read");
  EXPECT_EQ(Outcome("", "%!PS-Adobe-3.0\n(Cut waits from 9 to 4 minutes) show\n"), "a PostScript file, which can't be read");
}

/// Every format's example, cut short at many places, with bytes turned over, and given to every
/// reader: whatever comes of it, it comes.
TEST(Hostile, BrokenFilesAreReadOrRefused) {
  for (const Reader& source : Readers()) {
    for (const std::string_view extension : source.extensions) {
      const std::string path = "examples/resume" + std::string(extension);
      if (!std::filesystem::exists(std::string(RESUMELINT_SOURCE_DIR) + "/" + path)) continue;
      const std::string whole = ProjectFile(path);
      for (const Reader& reader : Readers()) {
        if (reader.name == std::string_view("pdf") && &reader != &source) continue;  // a process each
        const size_t pieces = reader.name == std::string_view("pdf") ? 4 : 12;
        for (size_t i = 1; i < pieces; ++i) {
          const size_t cut = whole.size() * i / pieces;
          Outcome(reader.name, whole.substr(0, cut));
          std::string turned = whole;
          for (size_t at = cut; at < turned.size(); at += 97) turned[at] = static_cast<char>(turned[at] ^ 0x15);
          Outcome(reader.name, turned);
        }
      }
    }
  }
}

TEST(Hostile, BrokenDocxNeverMapsWrong) {
  const std::string whole = ProjectFile("examples/resume.docx");
  for (size_t at = 0; at < whole.size(); at += 131) {
    std::string turned = whole;
    turned[at] = static_cast<char>(turned[at] ^ 0x40);
    const auto map = MapDocx(turned);
    if (map) {
      EXPECT_EQ(ShowPieces(map->text, map->xml).find("<WRONG"), std::string::npos);
    }
  }
}

TEST(Hostile, ALongBulletIsCheckedAndNotRewritten) {
  LintOptions options;
  options.rewrites = &BuiltinRewrites();
  for (const char* words : {"prioritized the backlog and led to ", "to led to ", "by cutting by "}) {
    const double begin = Computed();
    const Report report = LintText("Prioritized the backlog " + Repeat(words, 60'000 / std::string_view(words).size()), "Product Owner", "Experience", Builtin(), options);
    EXPECT_LT(Computed() - begin, kSeconds) << words;
    EXPECT_FALSE(report.findings.empty());
    for (const Finding& finding : report.findings) EXPECT_TRUE(finding.rewrites.empty());
  }
}

}  // namespace
}  // namespace resumelint
