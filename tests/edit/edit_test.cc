#include "edit/edit.h"

#include <gtest/gtest.h>

#include "formats/read.h"
#include "formats/zip.h"
#include "formats/zip_writer.h"

namespace resumelint {
namespace {

/// The bullet that shows `text`; -1 if there is none.
int BulletOf(const Document& document, std::string_view text) {
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].kind == BlockKind::kBullet && document.blocks[i].text.chars == text) return static_cast<int>(i);
  }
  return -1;
}

std::string Replaced(const std::string& format, const std::string& raw, const std::string& was, const std::string& is,
                     std::vector<std::string>* lost = nullptr) {
  const Document document = ReadText(format, raw);
  const int bullet = BulletOf(document, was);
  if (bullet < 0) return "no such bullet:\n" + Dump(document);
  const auto edited = ApplyEdits(document, raw, EditsBetween(document, bullet, is), Terms());
  if (!edited) return "error: " + edited.error().what;
  if (lost != nullptr) *lost = edited->lost;
  return edited->raw;
}

struct Case {
  const char* format;
  const char* raw;
  const char* was;
  const char* is;
  const char* expected;
};

TEST(Edit, WritesWhatThePlaceNeeds) {
  const Case cases[] = {
      {"markdown", "## Experience\n\n- Kept lists\n- Cut costs\n", "Kept lists", "Cut <b> by 5 * 3",
       "## Experience\n\n- Cut \\<b\\> by 5 \\* 3\n- Cut costs\n"},
      {"markdown", "## Experience\n\n- Kept lists\n", "Kept lists", "Put [who] first", "## Experience\n\n- Put [who] first\n"},
      {"latex", "\\section{Experience}\n\\begin{itemize}\n\\item Kept lists\n\\end{itemize}\n", "Kept lists",
       "[Who] saved 5% & $3 in R&D #1 – a_b",
       "\\section{Experience}\n\\begin{itemize}\n\\item {[}Who] saved 5\\% \\& \\$3 in R\\&D \\#1 -- a\\_b\n\\end{itemize}\n"},
      {"json", "{\"work\": [{\"position\": \"PO\", \"highlights\": [\"Kept lists\"]}]}\n", "Kept lists", "Said \"no\" to C:\\x",
       "{\"work\": [{\"position\": \"PO\", \"highlights\": [\"Said \\\"no\\\" to C:\\\\x\"]}]}\n"},
      {"yaml", "work:\n  - position: PO\n    highlights:\n      - Kept lists\n      - Cut costs\n", "Kept lists", "Result: 5% less",
       "work:\n  - position: PO\n    highlights:\n      - \"Result: 5% less\"\n      - Cut costs\n"},
      {"yaml", "work:\n  - position: PO\n    highlights:\n      - 'Kept lists'\n      - Cut costs\n", "Kept lists", "Kept Kim's lists",
       "work:\n  - position: PO\n    highlights:\n      - 'Kept Kim''s lists'\n      - Cut costs\n"},
      {"yaml", "work:\n  - position: PO\n    highlights:\n      - \"Kept lists\"\n      - Cut costs\n", "Kept lists", "Said \"no\"",
       "work:\n  - position: PO\n    highlights:\n      - \"Said \\\"no\\\"\"\n      - Cut costs\n"},
      {"html", "<h2>Experience</h2><ul><li>Kept lists</li><li>Cut costs</li></ul>\n", "Kept lists", "R&D < 3",
       "<h2>Experience</h2><ul><li>R&amp;D &lt; 3</li><li>Cut costs</li></ul>\n"},
      {"typst", "== Experience\n- Kept lists\n- Cut costs\n", "Kept lists", "Put [who] at $5",
       "== Experience\n- Put \\[who\\] at \\$5\n- Cut costs\n"},
      {"org", "* Experience\n- Kept lists\n- Cut costs\n", "Kept lists", "Cut *half* of it",
       "error: \"Cut *half* of it\" can't be written here so that it reads the same in org"},
      {"asciidoc", "== Experience\n\n* Kept lists\n* Cut costs\n", "Kept lists", "Cut *half* of {it}",
       "== Experience\n\n* Cut \\*half\\* of \\{it}\n* Cut costs\n"},
      {"rst", "Experience\n==========\n\n- Kept lists\n- Cut costs\n", "Kept lists", "Cut a_b and *half* of c_",
       "Experience\n==========\n\n- Cut a_b and \\*half\\* of c\\_\n- Cut costs\n"},
      {"plain", "Experience\n\n- Kept lists\n- Cut costs\n", "Kept lists", "Cut 5% & more", "Experience\n\n- Cut 5% & more\n- Cut costs\n"},
  };
  for (const Case& c : cases) EXPECT_EQ(Replaced(c.format, c.raw, c.was, c.is), c.expected) << c.format;
}

TEST(Edit, KeepsMarkupWhereTheWordsStay) {
  std::vector<std::string> lost;
  EXPECT_EQ(Replaced("markdown", "## Experience\n\n- Wrote **all** stories for [Acme](https://example.com)\n", "Wrote all stories for Acme",
                     "Shaped the whole app for Acme", &lost),
            "## Experience\n\n- Shaped the whole app for [Acme](https://example.com)\n");
  EXPECT_EQ(lost, (std::vector<std::string>{"**", "**"}));
  EXPECT_EQ(Replaced("latex", "\\section{Experience}\n\\begin{itemize}\n\\item \\textbf{Led} the work on \\textbf{APIs}\n\\end{itemize}\n",
                     "Led the work on APIs", "Set the scope of APIs", &lost),
            "\\section{Experience}\n\\begin{itemize}\n\\item Set the scope of \\textbf{APIs}\n\\end{itemize}\n");
  EXPECT_EQ(lost, (std::vector<std::string>{"\\textbf{", "}"}));
  EXPECT_EQ(Replaced("markdown", "## Experience\n\n- Set priorities for the **claims platform**\n", "Set priorities for the claims platform",
                     "Set priorities for the claims platform, choosing among 12"),
            "## Experience\n\n- Set priorities for the **claims platform**, choosing among 12\n");
  EXPECT_EQ(Replaced("latex", "\\newcommand{\\resumeItem}[1]{\\item {#1}}\n\\section{Experience}\n\\begin{itemize}\n\\resumeItem{Cut waits}\n"
                              "\\end{itemize}\n", "Cut waits", "Cut waits, and more"),
            "\\newcommand{\\resumeItem}[1]{\\item {#1}}\n\\section{Experience}\n\\begin{itemize}\n\\resumeItem{Cut waits, and more}\n"
            "\\end{itemize}\n");
  const std::string two_marks = "\\newcommand{\\resumeItem}[1]{\\item {#1}}\n\\section{Experience}\n\\begin{itemize}\n"
                                "  \\resumeItem{\\textbf{Ordered} the list of the seat app, working with two crews in \\textbf{Jira}}\n\\end{itemize}\n";
  for (const char* wanted : {"Put full trains first in the seat app with two crews, cutting waits", "Cut waits", "Ordered waits in Jira",
                             "Cut the list of the seat app"}) {
    const std::string replaced = Replaced("latex", two_marks, "Ordered the list of the seat app, working with two crews in Jira", wanted);
    std::string text = wanted;
    const auto mark = [&](const std::string& word) {
      const size_t at = text.find(word);
      if (at != std::string::npos) text.replace(at, word.size(), "\\textbf{" + word + "}");
    };
    mark("Ordered");
    mark("Jira");
    EXPECT_NE(replaced.find("\\resumeItem{" + text + "}\n"), std::string::npos) << replaced;
  }
  EXPECT_EQ(Replaced("html", "<h2>Experience</h2><ul><li><b>Led</b> work on <i>APIs</i> now</li></ul>\n", "Led work on APIs now",
                     "Led plans for APIs now", &lost),
            "<h2>Experience</h2><ul><li><b>Led</b> plans for <i>APIs</i> now</li></ul>\n");
  EXPECT_TRUE(lost.empty());
}

TEST(Edit, WrapsAsTheFileDoes) {
  const std::string before =
      "\\section{Experience}\n\\begin{itemize}\n"
      "  \\item Led the work around the login API to enhance\n"
      "        security and meet requirements\n"
      "  \\item Kept lists\n\\end{itemize}\n";
  EXPECT_EQ(Replaced("latex", before, "Kept lists", "Put account takeover first in the login API, so that fewer people lost money"),
            "\\section{Experience}\n\\begin{itemize}\n"
            "  \\item Led the work around the login API to enhance\n"
            "        security and meet requirements\n"
            "  \\item Put account takeover first in the login API,\n"
            "        so that fewer people lost money\n\\end{itemize}\n");
  EXPECT_EQ(Replaced("latex", before, "Led the work around the login API to enhance security and meet requirements", "Cut fraud"),
            "\\section{Experience}\n\\begin{itemize}\n  \\item Cut fraud\n  \\item Kept lists\n\\end{itemize}\n");
  // A typo mended in the middle moves nothing.
  EXPECT_EQ(Replaced("markdown", "## Experience\n\n- Kept the bakclog of two\n  teams in order\n", "Kept the bakclog of two teams in order",
                     "Kept the backlog of two teams in order"),
            "## Experience\n\n- Kept the backlog of two\n  teams in order\n");
}

TEST(Edit, KeepsLineEndsMarkAndEncoding) {
  EXPECT_EQ(Replaced("markdown", "\xEF\xBB\xBF## Experience\r\n\r\n- Kept lists\r\n- Cut costs", "Kept lists", "Cut 5 €"),
            "\xEF\xBB\xBF## Experience\r\n\r\n- Cut 5 €\r\n- Cut costs");
  EXPECT_EQ(Replaced("plain", "Experience\n\n- Kept caf\xE9 lists\n- Cut costs\n", "Kept café lists", "Cut café costs by £5"),
            "Experience\n\n- Cut caf\xE9 costs by \xA3" "5\n- Cut costs\n");
  EXPECT_EQ(Replaced("plain", "Experience\n\n- Kept caf\xE9 lists\n- Cut costs\n", "Kept café lists", "Cut 3 → 2"),
            "error: \"→\" can't be written in Windows-1252, which the file is in");
  const auto wide = [](const std::string& text) {
    std::string out = "\xFF\xFE";
    for (const char c : text) out += c, out += '\0';
    return out;
  };
  EXPECT_EQ(Replaced("plain", wide("Experience\r\n\r\n- Kept lists\r\n- Cut costs\r\n"), "Kept lists", "Cut it"),
            wide("Experience\r\n\r\n- Cut it\r\n- Cut costs\r\n"));
}

TEST(Edit, DocxKeepsRunsAndAllOtherParts) {
  const std::string body =
      "<w:p><w:r><w:t>Experience</w:t></w:r></w:p>"
      "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Kept </w:t></w:r><w:r><w:t>all lists</w:t></w:r>"
      "<w:r><w:t xml:space=\"preserve\"> of R&amp;D</w:t></w:r></w:p><w:p><w:r><w:t>- Cut costs</w:t></w:r></w:p>";
  std::string raw = WriteDocx(body, "<w:style w:type=\"paragraph\" w:styleId=\"x\"><w:name w:val=\"x\"/></w:style>");
  const size_t bullet = raw.size();
  (void)bullet;
  const Document document = ReadText("docx", raw);
  int index = -1;
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].text.chars == "Kept all lists of R&D") index = static_cast<int>(i);
  }
  ASSERT_GE(index, 0) << Dump(document);
  const auto edited = ApplyEdits(document, raw, EditsBetween(document, index, "Kept the <key> lists of R&D"), Terms());
  ASSERT_TRUE(edited) << edited.error().what;
  EXPECT_TRUE(edited->lost.empty());
  const auto parts = ReadZip(edited->raw, {"word/document.xml", "word/styles.xml"});
  ASSERT_TRUE(parts);
  EXPECT_NE(parts->at("word/document.xml")
                .find("<w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">Kept </w:t></w:r><w:r><w:t>the &lt;key&gt; lists</w:t></w:r>"
                      "<w:r><w:t xml:space=\"preserve\"> of R&amp;D</w:t></w:r>"),
            std::string::npos)
      << parts->at("word/document.xml");
  EXPECT_EQ(parts->at("word/styles.xml"), ReadZip(raw, {"word/styles.xml"})->at("word/styles.xml"));
  // Words that were formatted on their own and go: the person is told.
  const auto whole = ApplyEdits(document, raw, EditsBetween(document, index, "Cut costs by half"), Terms());
  ASSERT_TRUE(whole) << whole.error().what;
  EXPECT_FALSE(whole->lost.empty());
}

TEST(Edit, DocxWordsPutInBesideBoldOnesArePlain) {
  const auto run = [](const std::string& text, bool bold) {
    return std::string(bold ? "<w:r><w:rPr><w:b/></w:rPr>" : "<w:r>") + "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
  };
  const auto of = [](const std::string& runs) { return "<w:p><w:r><w:t>Experience</w:t></w:r></w:p><w:p>" + runs + "</w:p>"; };
  const std::string end = "</w:p><w:p><w:r><w:t>- Cut costs</w:t></w:r></w:p>";
  const struct {
    std::string before;
    const char* wanted;
    std::string after;
  } cases[] = {
      {run("Cut", true) + run(" waits", false), "Cut all waits", run("Cut", true) + run(" all waits", false)},
      {run("Cut ", true) + run("waits", false), "Cut all waits", run("Cut ", true) + run("all waits", false)},
      {run("Cut waits to ", false) + run("two minutes", true), "Cut waits to two minutes in a year",
       run("Cut waits to ", false) + run("two minutes", true) + run(" in a year", false)},
      {run("Cut ", false) + run("long waits", true), "Cut long queue waits", run("Cut ", false) + run("long queue waits", true)},
      {run("Cut waits", true), "Cut waits by half", run("Cut waits by half", true)},
      {run("Kept", true) + run(" lists", false), "Cut waits", run("", true) + run("Cut waits", false)},
  };
  for (const auto& c : cases) {
    const std::string raw = WriteDocx(of("<w:r><w:t>- </w:t></w:r>" + c.before) + end.substr(6));
    const Document document = ReadText("docx", raw);
    int index = -1;
    for (size_t i = 0; i < document.blocks.size(); ++i) {
      if (document.blocks[i].kind == BlockKind::kBullet && index < 0) index = static_cast<int>(i);
    }
    ASSERT_GE(index, 0) << Dump(document);
    const auto edited = ApplyEdits(document, raw, EditsBetween(document, index, c.wanted), Terms());
    ASSERT_TRUE(edited) << edited.error().what;
    const std::string xml = ReadZip(edited->raw, {"word/document.xml"})->at("word/document.xml");
    EXPECT_NE(xml.find(c.after + "</w:p>"), std::string::npos) << xml << "\n" << c.after;
  }
}

/// A resume with `count` bullets, each written by `bullet`.
template <class Bullet>
std::string Many(const std::string& head, int count, Bullet bullet, const std::string& tail = "") {
  std::string out = head;
  for (int i = 0; i < count; ++i) out += bullet(i);
  return out + tail;
}

/// Edits of each block that holds `was`.
std::vector<Edit> EditsOf(const Document& document, std::string_view was, const std::string& is) {
  std::vector<Edit> edits;
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].kind == BlockKind::kSkipped) continue;
    const size_t at = document.blocks[i].text.chars.find(was);
    if (at == std::string::npos) continue;
    edits.push_back({static_cast<int>(i), {static_cast<uint32_t>(at), static_cast<uint32_t>(at + was.size())}, is, true});
  }
  return edits;
}

std::string ReplacedAll(std::string text, std::string_view was, std::string_view is) {
  for (size_t at = text.find(was); at != std::string::npos; at = text.find(was, at + is.size())) text.replace(at, was.size(), is);
  return text;
}

TEST(Edit, ManyBlocksAreReadAtOnce) {
  const auto number = [](int i) { return std::to_string(i); };
  const struct {
    const char* format;
    std::string raw;
  } cases[] = {
      {"markdown", Many("## Experience\n\n", 500, [&](int i) { return "- Cut **waits** of in order to " + number(i) + "\n"; })},
      {"plain", Many("Experience\n\n", 500, [&](int i) { return "- Cut caf\xE9 waits in order to " + number(i) + "\n"; })},
      {"latex", Many("\\section{Experience}\n\\begin{itemize}\n", 500, [&](int i) { return "\\item Cut in order to " + number(i) + "\n"; }, "\\end{itemize}\n")},
      {"html", Many("<h2>Experience</h2><ul>", 500, [&](int i) { return "<li>Cut <b>in order to</b> " + number(i) + "</li>"; }, "</ul>\n")},
      {"yaml", Many("work:\n  - position: PO\n    highlights:\n", 500, [&](int i) { return "      - Cut in order to " + number(i) + "\n"; })},
      {"typst", Many("== Experience\n", 500, [&](int i) { return "- Cut in order to " + number(i) + "\n"; })},
      {"json", Many("{\"work\": [{\"position\": \"PO\", \"highlights\": [\"Kept\"", 500, [&](int i) { return ", \"Cut in order to " + number(i) + "\""; }, "]}]}\n")},
  };
  for (const auto& c : cases) {
    const Document document = ReadText(c.format, c.raw);
    const std::vector<Edit> edits = EditsOf(document, "in order to", "to");
    EXPECT_EQ(edits.size(), 500u) << c.format;
    const Edited edited = EditWhatCan(document, c.raw, edits, Terms());
    EXPECT_TRUE(edited.refused.empty()) << c.format << ": " << edited.refused.front().second.what;
    EXPECT_EQ(edited.raw, ReplacedAll(c.raw, "in order to", "to")) << c.format;
    EXPECT_LE(edited.readings, 2u) << c.format;
  }
  const std::string docx = WriteDocx(Many("<w:p><w:r><w:t>Experience</w:t></w:r></w:p>", 500, [&](int i) {
    return "<w:p><w:r><w:t xml:space=\"preserve\">- Cut in </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>order to " + number(i) + "</w:t></w:r></w:p>";
  }));
  const Document document = ReadText("docx", docx);
  const Edited edited = EditWhatCan(document, docx, EditsOf(document, "in order to", "to"), Terms());
  EXPECT_TRUE(edited.refused.empty());
  EXPECT_LE(edited.readings, 2u);
  EXPECT_EQ(EditsOf(edited.document, "Cut to", "").size(), 500u);
}

TEST(Edit, ABlockThatCannotBeWrittenKeepsBackNoOther) {
  // Each needs another way: plain, escaped, quoted; and one has none.
  const std::string raw = Many("## Experience\n\n", 40, [](int i) { return "- Kept " + std::to_string(i) + " lists\n"; });
  const Document document = ReadText("markdown", raw);
  const char* texts[] = {"Cut costs", "Cut *all* costs", "<!-- cut", "  ", "```", "# Cut [a](b)", "<b>Cut</b> &amp; run", "Cut 5 | 6"};
  std::vector<Edit> edits;
  std::vector<std::string> wanted;
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind != BlockKind::kBullet) continue;
    wanted.push_back(texts[wanted.size() % std::size(texts)]);
    edits.push_back({static_cast<int>(i), {0, static_cast<uint32_t>(block.text.chars.size())}, wanted.back(), false});
  }
  ASSERT_EQ(wanted.size(), 40u);
  const Edited edited = EditWhatCan(document, raw, edits, Terms());
  EXPECT_EQ(edited.refused.size(), 5u);
  for (const auto& [block, error] : edited.refused) EXPECT_EQ(error.what, "a line can't be made empty");
  size_t at = 0;
  for (const Block& block : edited.document.blocks) {
    if (block.kind != BlockKind::kBullet) continue;
    EXPECT_EQ(block.text.chars, wanted[at] == "  " ? "Kept " + std::to_string(at) + " lists" : wanted[at]);
    ++at;
  }
  EXPECT_EQ(at, 40u);
  // Alone, each is written as it is among others.
  for (size_t i = 0; i < edits.size(); i += 7) {
    const Edited alone = EditWhatCan(document, raw, {edits[i]}, Terms());
    if (!alone.refused.empty()) continue;
    const auto line = [](const std::string& text, size_t n) {
      size_t begin = 0;
      for (; n > 0; --n) begin = text.find('\n', begin) + 1;
      return text.substr(begin, text.find('\n', begin) - begin);
    };
    EXPECT_EQ(line(edited.raw, i + 2), line(alone.raw, i + 2));
  }
}

TEST(Edit, BlocksOfOneLineAndOneRun) {
  const std::string html = "<h2>Experience</h2><ul>\n<li>Cut the waits of all\n  the guests by half in a year</li>\n"
                           "<li>Cut in order to be quick</li><li>Cut in order to be first, and kept what was good of it as it was</li></ul>\n";
  const Document document = ReadText("html", html);
  const Edited edited = EditWhatCan(document, html, EditsOf(document, "in order to", "to"), Terms());
  EXPECT_TRUE(edited.refused.empty());
  EXPECT_EQ(edited.raw, ReplacedAll(html, "in order to", "to"));
  // Two lines of one DOCX text, whose blanks both ask for the same attribute.
  const std::string docx = WriteDocx("<w:p><w:r><w:t>Experience</w:t></w:r></w:p>"
                                     "<w:p><w:r><w:t>- Kept lists</w:t><w:br/><w:t>- Kept lists too</w:t><w:br/></w:r></w:p>");
  const Document lines = ReadText("docx", docx);
  const Edited both = EditWhatCan(lines, docx, EditsOf(lines, "Kept", "Cut"), Terms());
  EXPECT_TRUE(both.refused.empty());
  EXPECT_EQ(EditsOf(both.document, "Cut lists", "").size(), 2u);
}

TEST(Edit, RefusesPdfAndEmptyLines) {
  Document document = ReadText("plain", "Experience\n\n- Kept lists\n");
  EXPECT_EQ(Replaced("plain", "Experience\n\n- Kept lists\n", "Kept lists", "  "), "error: a line can't be made empty");
  document.format = "pdf";
  EXPECT_FALSE(IsWritable(document));
  EXPECT_FALSE(ApplyEdits(document, "", {}, Terms()));
}

}  // namespace
}  // namespace resumelint
