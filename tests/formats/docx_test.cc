#include "formats/docx.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "formats/check.h"
#include "formats/read.h"
#include "formats/zip.h"
#include "formats/zip_writer.h"

namespace resumelint {
namespace {

std::string P(const std::string& runs, const std::string& properties = {}) {
  return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + properties + "</w:pPr>") + runs + "</w:p>";
}
std::string R(const std::string& text, const std::string& properties = {}) {
  return "<w:r>" + (properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>") +
         "<w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
}
const std::string kList = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
const std::string kInner = "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr>";
const std::string kStyles =
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"Heading 2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:basedOn w:val=\"H1\"/><w:name w:val=\"own heading\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Item\"><w:name w:val=\"item\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Item2\"><w:name w:val=\"item two\"/><w:basedOn w:val=\"Item\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"LB2\"><w:name w:val=\"List Bullet 2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:name w:val=\"loop\"/><w:basedOn w:val=\"Loop\"/></w:style>";
std::string Style(const std::string& id) { return "<w:pStyle w:val=\"" + id + "\"/>"; }

const std::string kExperience = P(R("Experience"), Style("H1"));
const std::string kTop = "1:1 heading experience | Experience\n";

struct Case {
  const char* what;
  std::string body;
  std::string dump;
  std::string numbering;
};

TEST(Docx, Reads) {
  const Case cases[] = {
      {"numbered paragraphs, split runs, entities",
       kExperience + P(R("Prior") + "<w:proofErr/>" + R("itized") + R(" ") + R("R&amp;D &#8220;x&#8221;"), kList) + P(R("inner"), kInner),
       kTop + "2:1 bullet experience | Prioritized R&D “x”\n3:1 bullet+1 experience | inner\n", {}},
      {"a list that comes from a style, or from one it is based on",
       kExperience + P(R("one thing"), Style("Item")) + P(R("two things"), Style("Item2")) + P(R("three"), Style("LB2")) +
           P(R("No list here."), Style("Item") + "<w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P(R("Looped text."), Style("Loop")),
       kTop + "2:1 bullet experience | one thing\n3:1 bullet experience | two things\n4:1 bullet+1 experience | three\n"
       "5:1 paragraph experience | No list here.\n6:1 paragraph experience | Looped text.\n", {}},
      {"a level that shows no mark", kExperience + P(R("Not a bullet at all."), kList) + P(R("inner"), kInner),
       kTop + "2:1 paragraph experience | Not a bullet at all.\n3:1 bullet+1 experience | inner\n",
       "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"none\"/><w:lvlText w:val=\"\"/></w:lvl>"
       "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"},
      {"typed glyphs and symbols",
       kExperience + P(R("• Cut costs")) + P("<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r>" + R(" Led a team")) + P(R("\xEF\x82\xB7\tShipped it")),
       kTop + "2:3 bullet experience | Cut costs\n3:3 bullet experience | Led a team\n4:3 bullet experience | Shipped it\n", {}},
      {"headings by style, by a base style, by outline level; numbered ones too",
       P(R("Experience"), Style("Own")) + P(R("Product Owner, A Co (2019 - now)"), Style("H2") + kList) + P(R("Cut costs"), kList) +
           P(R("Skills"), "<w:outlineLvl w:val=\"0\"/>") + P(R("SQL"), kList),
       "1:1 heading experience | Experience\n2:1 role experience \"Product Owner\" at \"A Co\" (2019 - now, current) | Product Owner, A Co (2019 - now)\n"
       "3:1 bullet experience \"Product Owner\" | Cut costs\n4:1 heading skills | Skills\n5:1 item skills | SQL\n", {}},
      {"tables, content controls, hyperlinks, insertions",
       kExperience + "<w:tbl><w:tblPr/><w:tr><w:tc><w:tcPr/>" + P(R("Cut costs"), kList) + "</w:tc><w:tc>" + P(R("Led a team"), kList) +
           "</w:tc></w:tr></w:tbl><w:sdt><w:sdtPr/><w:sdtContent>" + P(R("Shipped"), kList) + "</w:sdtContent></w:sdt>" +
           P("<w:hyperlink>" + R("Linked") + "</w:hyperlink><w:ins>" + R(" in") + "</w:ins><w:del><w:r><w:delText>no</w:delText></w:r></w:del>", kList) +
           "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + P(R("Click to enter text")) + "</w:sdtContent></w:sdt>",
       kTop + "2:1 bullet experience | Cut costs\n3:1 bullet experience | Led a team\n4:1 bullet experience | Shipped\n5:1 bullet experience | Linked in\n", {}},
      {"text boxes once, after the paragraph that holds them",
       P(R("Experience") + "<w:r><mc:AlternateContent xmlns:mc=\"m\"><mc:Choice><w:drawing><w:txbxContent>" + P(R("Boxed item"), kList) +
             "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>" + P(R("Boxed item"), kList) +
             "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>" + R(":"), Style("H1")),
       "1:1 heading experience | Experience:\n2:1 bullet experience | Boxed item\n", {}},
      {"soft breaks, tabs, hidden text, empty items",
       kExperience + P(R("Product Owner") + "<w:r><w:tab/></w:r>" + R("2019 - now") + "<w:r><w:br/></w:r>" + R("Example Bank")) +
           P(R("Cut") + "<w:r><w:br/></w:r>" + R("costs ") + R("secret", "<w:vanish/>") + "<w:r><w:noBreakHyphen/></w:r>", kList) + P("", kList) + P(R("  "), kList),
       kTop + "2:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | Product Owner 2019 - now\n3:1 role experience \"Product Owner\" | Example Bank\n"
       "4:1 bullet experience \"Product Owner\" | Cut costs -\n", {}},
      {"labels among the skills", P(R("Skills"), Style("H1")) + P(R("Research: interviews, surveys")) + P(R("Tools: Jira")),
       "1:1 heading skills | Skills\n2:1 paragraph skills | Research: interviews, surveys\n3:1 paragraph skills | Tools: Jira\n", {}},
      {"headings that are only bold", P(R("EXPERIENCE", "<w:b/>")) + P(R("Cut costs"), kList) + P(R("Skills", "<w:b/>"), kList) + P(R("SQL"), kList),
       "1:1 heading experience | EXPERIENCE\n2:1 bullet experience | Cut costs\n3:1 heading skills | Skills\n4:1 item skills | SQL\n", {}},
  };
  for (const Case& c : cases) {
    const std::string file = WriteDocx(c.body, kStyles, c.numbering);
    EXPECT_EQ(ReadDump("docx", file), c.dump) << c.what;
    EXPECT_EQ(Faults(ReadText("docx", file)), "") << c.what;
  }
}

TEST(Docx, CountsParagraphs) {
  const Document document = ReadText("docx", WriteDocx(kExperience + P("") + P(R("Cut costs"), kList), kStyles));
  ASSERT_EQ(document.blocks.size(), 2u);
  EXPECT_EQ(document.blocks[0].paragraph, 1);
  EXPECT_EQ(document.blocks[1].paragraph, 3);
  EXPECT_TRUE(document.source.extracted);
  EXPECT_EQ(document.source.bytes, "Experience\nCut costs\n");
}

TEST(Docx, MapsBackToTheXml) {
  const std::string file = WriteDocx(kExperience + P(R("Cut R&amp;D ") + R("costs"), kList) + P(R("a") + "<w:r><w:tab/></w:r>" + R("b")), kStyles);
  const auto map = MapDocx(file);
  ASSERT_TRUE(map);
  const Document document = ReadText("docx", file);
  EXPECT_EQ(map->text.chars, document.source.bytes);
  EXPECT_EQ(map->part, "word/document.xml");
  EXPECT_EQ(ShowPieces(map->text, map->xml), "Experience{\n=}Cut R{&=&amp;}D costs{\n=}a{\t=}b{\n=}");
  // An edit: the words of the second paragraph's second run.
  const size_t at = map->text.chars.find("costs");
  const Span run = map->text.ToSource({static_cast<uint32_t>(at), static_cast<uint32_t>(at) + 5});
  std::string edited = map->xml;
  edited.replace(run.begin, run.size(), "spending");
  const auto written = ReplaceInZip(file, map->part, edited);
  ASSERT_TRUE(written);
  EXPECT_NE(ReadDump("docx", *written).find("bullet experience | Cut R&D spending\n"), std::string::npos);
  const auto parts = ReadZip(*written, {"word/styles.xml"});
  ASSERT_TRUE(parts);
  EXPECT_EQ(parts->at("word/styles.xml").find("<?xml"), 0u);
}

TEST(Docx, SaysWhatIsWrong) {
  struct Bad {
    std::string file;
    const char* error;
  };
  std::string truncated = WriteDocx(kExperience, kStyles);
  truncated.resize(truncated.size() / 2);
  std::string flipped = WriteDocx(kExperience, kStyles);
  flipped[70] = static_cast<char>(flipped[70] ^ 0x55);
  const Bad bad[] = {
      {"PK\x03\x04 and nothing else", "not a whole ZIP archive, which a DOCX file is"},
      {truncated, "not a whole ZIP archive, which a DOCX file is"},
      {flipped, "part word/document.xml of the archive is broken"},
      {WriteZip({{"xl/workbook.xml", "<x/>"}}), "holds no word/document.xml: not a Word document"},
      {WriteZip({{"word/document.xml", "<x/>", false, true}}), "protected by a password"},
      {WriteZip({{"word/document.xml", "<w:document><w:p></w:document>"}}),
       "part word/document.xml: broken XML at byte 19: start-end tags mismatch"},
      {WriteZip({{"word/document.xml", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><w:document>&a;</w:document>"}}),
       "part word/document.xml: declares a document type, which no word processor does"},
      {std::string("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 old", 12), "an old Word file, or one protected by a password"},
      {WriteDocx(P("")), "no resume content found, read as docx"},
  };
  for (const Bad& b : bad) EXPECT_EQ(ReadDump("", b.file), std::string("error: ") + b.error + "\n");
}

TEST(Docx, MainPartByRelation) {
  const std::string rels = "<Relationships><Relationship Type=\"http://x/officeDocument\" Target=\"/word/document2.xml\"/></Relationships>";
  const std::string file = WriteZip({{"_rels/.rels", rels}, {"word/document2.xml", "<w:document>" + P(R("- Cut costs")) + "</w:document>"}});
  EXPECT_EQ(ReadDump("", file), "1:3 bullet experience | Cut costs\n");
}

TEST(Docx, OtherPrefix) {
  EXPECT_EQ(ReadDump("", WriteZip({{"word/document.xml", "<document><p><r><t>- Cut costs</t></r></p></document>"}})),
            "1:3 bullet experience | Cut costs\n");
}

TEST(Docx, KnowsWhatNobodySees) {
  const std::string white = "<w:color w:val=\"FFFFFF\"/>";
  const std::string cell = "<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill=\"003366\"/></w:tcPr>";
  struct Hidden {
    const char* what;
    std::string body;
    const char* how;
  };
  const Hidden cases[] = {
      {"white words", P(R("Cut costs. ") + R("scrum kanban jira", white)), "white text"},
      {"tiny words", P(R("Cut costs. ") + R("scrum kanban jira", "<w:sz w:val=\"2\"/>")), "text of no size"},
      {"hidden words", P(R("Cut costs. ") + R("scrum kanban jira", "<w:vanish/>")), "text marked as hidden"},
      {"white on a bar", P(R("scrum kanban jira", white), "<w:shd w:fill=\"003366\"/>"), ""},
      {"white in a cell", cell + P(R("scrum kanban jira", white)) + "</w:tc></w:tr></w:tbl>", ""},
      {"plain", P(R("scrum kanban jira", "<w:color w:val=\"333333\"/><w:sz w:val=\"18\"/>")), ""},
  };
  for (const Hidden& c : cases) {
    const Document document = ReadText("docx", WriteDocx(kExperience + c.body, kStyles));
    EXPECT_EQ(document.concealed.empty() ? "" : document.concealed[0].how, c.how) << c.what;
    if (!document.concealed.empty()) EXPECT_EQ(document.concealed[0].text, "scrum kanban jira") << c.what;
  }
}

}  // namespace
}  // namespace resumelint
