#include <gtest/gtest.h>

#include <cstdlib>

#include "formats/check.h"
#include "formats/child.h"
#include "formats/pdf_writer.h"
#include "formats/read.h"

namespace resumelint {
namespace {

class Pdf : public testing::Test {
 protected:
  void SetUp() override {
    if (!RunChild({"pdftotext", "-v"}, "")) GTEST_SKIP() << "pdftotext is not installed";
  }
};

struct Case {
  const char* what;
  std::vector<std::string> pages;
  const char* dump;
};

TEST_F(Pdf, Reads) {
  const Case cases[] = {
      {"marks, wrapped and hyphenated items, nesting",
       {"!Experience\n"
        "Product Owner, Example Bank (2019 - now)\n"
        "• Prioritized the backlog of two teams and wrote down what com-\n"
        "  pleted means for each of the items in it, from end-to-\n"
        "  end tests of cross-\n"
        "  functional things to the smaller ones that nobody had seen\n"
        "• Cut costs\n"
        "   - by 40% in the first year\n"
        "• Led a team\n"},
       "1:1 heading experience | Experience\n"
       "2:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | Product Owner, Example Bank (2019 - now)\n"
       "3:3 bullet experience \"Product Owner\" | Prioritized the backlog of two teams and wrote down what completed means for each of the items in it, "
       "from end-to-end tests of cross-functional things to the smaller ones that nobody had seen\n"
       "7:3 bullet experience \"Product Owner\" | Cut costs\n"
       "8:3 bullet+1 experience \"Product Owner\" | by 40% in the first year\n"
       "9:3 bullet experience \"Product Owner\" | Led a team\n"},
      {"no marks at all: items are indented, and a full line goes on",
       {"!Experience\n"
        "Product Owner, Example Bank (2019 - now)\n"
        "    Prioritized the backlog of two teams and wrote what completed\n"
        "    means for each of the items.\n"
        "    Cut the time to a refund by half for shops in four countries.\n"
        "    Led a team.\n"},
       "1:1 heading experience | Experience\n"
       "2:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | Product Owner, Example Bank (2019 - now)\n"
       "3:1 bullet experience \"Product Owner\" | Prioritized the backlog of two teams and wrote what completed means for each of the items.\n"
       "5:1 bullet experience \"Product Owner\" | Cut the time to a refund by half for shops in four countries.\n"
       "6:1 bullet experience \"Product Owner\" | Led a team.\n"},
      {"no marks: names at the items' indent are items",
       {"!Experience\n"
        "Product Owner, Example Bank (2019 - now)\n"
        "    Cut the time to a refund by half for shops in four countries.\n"
        "    Saved $ 50 a month for each of them.\n"
        "    Led a team.\n"
        "    Wrote the plan.\n"
        "!Certifications\n"
        "    Certified Example Owner (CEO), 2018\n"},
       "1:1 heading experience | Experience\n"
       "2:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | Product Owner, Example Bank (2019 - now)\n"
       "3:1 bullet experience \"Product Owner\" | Cut the time to a refund by half for shops in four countries.\n"
       "4:1 bullet experience \"Product Owner\" | Saved $50 a month for each of them.\n"
       "5:1 bullet experience \"Product Owner\" | Led a team.\n"
       "6:1 bullet experience \"Product Owner\" | Wrote the plan.\n"
       "7:1 heading certifications | Certifications\n"
       "8:1 item certifications | Certified Example Owner (CEO), 2018\n"},
      {"dates in a column at the right stay out of the items",
       {"!Experience\n"
        "Product Owner, Example Bank                                2019 - now\n"
        "• Prioritized the backlog of two teams and                  Leeds, UK\n"
        "  wrote down what completed means\n"
        "• Cut costs\n"},
       "1:1 heading experience | Experience\n"
       "2:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | Product Owner, Example Bank 2019 - now\n"
       "3:1 role experience \"Product Owner\" | Leeds, UK\n"
       "4:3 bullet experience \"Product Owner\" | Prioritized the backlog of two teams and wrote down what completed means\n"
       "6:3 bullet experience \"Product Owner\" | Cut costs\n"},
      {"dates in a column at the left",
       {"!Experience\n"
        "2019 - now     Product Owner, Example Bank\n"
        "               • Prioritized the backlog of two teams\n"
        "               • Cut costs\n"
        "2015 - 2019    Analyst, Old Co Ltd\n"
        "               • Led a team\n"},
       "1:1 heading experience | Experience\n"
       "2:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | 2019 - now Product Owner, Example Bank\n"
       "3:3 bullet experience \"Product Owner\" | Prioritized the backlog of two teams\n"
       "4:3 bullet experience \"Product Owner\" | Cut costs\n"
       "5:1 role experience \"Analyst\" at \"Old Co Ltd\" (2015 - 2019) | 2015 - 2019 Analyst, Old Co Ltd\n"
       "6:3 bullet experience \"Analyst\" | Led a team\n"},
      {"two columns under a head that spans both",
       {"!Kim Example\n"
        "Leeds, UK, kim@example.com, 555-0142, a product owner of some years in payments\n\n"
        "Skills                   Experience\n"
        "• Interviews             Product Owner, Example Bank (2019 - now)\n"
        "• SQL                    • Prioritized the backlog of two teams\n"
        "Languages                  and more\n"
        "English                  • Cut costs\n"},
       "1:1 name top | Kim Example\n"
       "2:1 contact top | Leeds, UK, kim@example.com, 555-0142, a product owner of some years in payments\n"
       "3:1 heading skills | Skills\n4:3 item skills | Interviews\n5:3 item skills | SQL\n"
       "6:1 heading languages | Languages\n7:1 paragraph languages | English\n8:1 heading experience | Experience\n"
       "9:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | Product Owner, Example Bank (2019 - now)\n"
       "10:3 bullet experience \"Product Owner\" | Prioritized the backlog of two teams and more\n"
       "12:3 bullet experience \"Product Owner\" | Cut costs\n"},
      {"labels are no column",
       {"!Skills\n"
        "Research        interviews, surveys and diary studies\n"
        "Languages       English and German\n"
        "Tools           SQL\n"},
       "1:1 heading skills | Skills\n2:1 paragraph skills | Research interviews, surveys and diary studies\n"
       "3:1 paragraph skills | Languages English and German\n4:1 paragraph skills | Tools SQL\n"},
      {"an item that goes on past a page's foot and the next one's head",
       {"!Experience\nProduct Owner, Example Bank (2019 - now)\n• Cut costs for all\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n"
        "• Prioritized the backlog of two teams and wrote down what\n\n\nKim Example                 Page 1 of 2\n",
        "Kim Example, resume\n\n\n  completed means for each of the items\n• Led a team\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\n\nKim Example                 Page 2 of 2\n",
        "Kim Example, resume\n\n\n• Shipped it\n"},
       "1:1 heading experience | Experience\n"
       "2:1 role experience \"Product Owner\" at \"Example Bank\" (2019 - now, current) | Product Owner, Example Bank (2019 - now)\n"
       "3:3 bullet experience \"Product Owner\" | Cut costs for all\n"
       "4:3 bullet experience \"Product Owner\" | Prioritized the backlog of two teams and wrote down what completed means for each of the items\n"
       "8:3 bullet experience \"Product Owner\" | Led a team\n11:3 bullet experience \"Product Owner\" | Shipped it\n"},
  };
  for (const Case& c : cases) {
    const std::string file = WritePdf(c.pages);
    EXPECT_EQ(ReadDump("", file), c.dump) << c.what;
    EXPECT_EQ(Faults(ReadText("", file)), "") << c.what;
  }
}

TEST_F(Pdf, KnowsPages) {
  const Document document = ReadText("", WritePdf({"Kim Example\n\n!Experience\n• Cut costs in four countries\n", "• Led a team of five people\n"}));
  ASSERT_EQ(document.blocks.size(), 4u);
  EXPECT_EQ(document.blocks[2].page, 1);
  EXPECT_EQ(document.blocks[3].page, 2);
  EXPECT_TRUE(document.source.extracted);
}

TEST_F(Pdf, SaysWhatIsWrong) {
  std::string truncated = WritePdf({"• Cut costs in four countries\n"});
  truncated.resize(200);
  const std::string key(32, 'x');
  const std::string encrypted = WritePdf({"• Cut costs in four countries\n"},
                                         "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + key + ")/U(" + key + ")>>");
  EXPECT_EQ(ReadDump("", WritePdf({"\n"})), "error: holds no text: a scan or a picture of a resume\n");
  EXPECT_EQ(ReadDump("", encrypted), "error: protected by a password\n");
  EXPECT_EQ(ReadDump("", truncated).find("error: not a readable PDF"), 0u) << ReadDump("", truncated);
  EXPECT_EQ(ReadDump("", "%PDF-1.4\nnothing of the kind\n").find("error: not a readable PDF"), 0u);
}

TEST(PdfWithoutItsProgram, NamesThePackage) {
  const char* path = std::getenv("PATH");
  const std::string before = path == nullptr ? "" : path;
  setenv("PATH", "/no/such/folder", 1);
  const auto document = ReadDocument("r.pdf", WritePdf({"• Cut costs\n"}), Terms());
  setenv("PATH", before.c_str(), 1);
  ASSERT_FALSE(document);
  EXPECT_NE(document.error().what.find("pdftotext"), std::string::npos);
  EXPECT_NE(document.error().hint.find("poppler-utils"), std::string::npos);
}

}  // namespace
}  // namespace resumelint
