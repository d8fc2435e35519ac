#include "report/html.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <set>

#include "report/sample_report.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

std::string Render(const std::vector<Report>& reports, RenderOptions options = {}) {
  options.version = "0.1.0";
  options.rules = &Builtin();
  return FindReporter("html")->Render(reports, options);
}

std::vector<Report> One(Report report) {
  std::vector<Report> reports;
  reports.push_back(std::move(report));
  return reports;
}

// The page as XML: what is left out of HTML's freedom makes every element closed and every quote
// matched, so that a missing one is seen.
pugi::xml_document Parsed(std::string html) {
  for (const char* name : {"meta charset=\"utf-8\"", "meta name=", "meta http-equiv="}) {
    for (size_t at = html.find(std::string("<") + name); at != std::string::npos;
         at = html.find(std::string("<") + name, at + 1)) {
      html.insert(html.find('>', at), "/");
    }
  }
  html.erase(0, html.find('\n') + 1);  // <!doctype html>
  pugi::xml_document document;
  const pugi::xml_parse_result result = document.load_string(html.c_str());
  EXPECT_TRUE(result) << result.description() << " at " << html.substr(static_cast<size_t>(result.offset), 120);
  return document;
}

std::string TextOf(const pugi::xml_node& node) {
  std::string out;
  for (const pugi::xpath_node& text : node.select_nodes(".//text()")) out += text.node().value();
  return out;
}

TEST(HtmlReport, IsOnePageWithoutScriptsOrAddresses) {
  const std::string html = Render(One(SampleResume()));
  EXPECT_EQ(html.find("<script"), std::string::npos);
  EXPECT_EQ(html.find("http://"), std::string::npos);
  EXPECT_EQ(html.find("https://"), std::string::npos);
  EXPECT_EQ(html.find("src="), std::string::npos);
  EXPECT_NE(html.find("default-src 'none'"), std::string::npos);
}

TEST(HtmlReport, ShowsTheResumeWithWhatAReaderSees) {
  const pugi::xml_document page = Parsed(Render(One(SampleResume("dir/resume.md"))));
  EXPECT_STREQ(page.select_node("//h1").node().text().get(), "What a reader sees: resume.md");
  EXPECT_EQ(page.select_nodes("//li[contains(@class,'row')]").size(), 5u);
  EXPECT_EQ(page.select_nodes("//li[contains(@class,'flagged')]").size(), 3u);
  EXPECT_STREQ(page.select_node("//mark").node().text().get(), "Prioritized the backlog");
  // Slots are blanks that say what belongs in them.
  EXPECT_EQ(page.select_nodes("//li//i[@role='textbox']").size(), 4u);
  EXPECT_STREQ(page.select_node("//i[@role='textbox']").node().attribute("aria-label").value(),
               "customer problem");
  EXPECT_EQ(page.select_nodes("//section[h2='About the whole resume']//div[contains(@class,'told')]").size(), 1u);
}

TEST(HtmlReport, CountsWhatTheBulletsTell) {
  const pugi::xml_document page = Parsed(Render(One(SampleResume())));
  EXPECT_STREQ(page.select_node("//svg").node().attribute("aria-label").value(),
               "Bullets that tell what was done: 4 of 5; how large it was: 1 of 5; what came of it: 1 of 5");
  EXPECT_STREQ(page.select_node("//li[contains(.,'strongest bullet')]/div").node().text().get(),
               "Cut kiosk drop-off from 41% to 27% in 12 branches ");
  EXPECT_NE(TextOf(page).find("is number 2 of 5 under Product Owner, Example Bank: readers look at the first"),
            std::string::npos);
}

TEST(HtmlReport, IsFitForScreenReaders) {
  std::vector<Report> reports = One(SampleResume("a.md"));
  reports.push_back(SampleResume("b.md"));
  for (const std::string& html : {Render(reports), Render(One(SampleResume()))}) {
    const pugi::xml_document page = Parsed(html);
    EXPECT_STREQ(page.select_node("/html").node().attribute("lang").value(), "en");
    EXPECT_EQ(page.select_nodes("//h1").size(), 1u);
    EXPECT_EQ(page.select_nodes("//main").size(), 1u);
    EXPECT_EQ(page.select_nodes("//header").size(), 1u);
    std::set<std::string> ids;
    for (const pugi::xpath_node& node : page.select_nodes("//*[@id]")) {
      EXPECT_TRUE(ids.insert(node.node().attribute("id").value()).second) << node.node().attribute("id").value();
    }
    for (const pugi::xpath_node& node : page.select_nodes("//*[@aria-labelledby]")) {
      EXPECT_EQ(ids.count(node.node().attribute("aria-labelledby").value()), 1u);
    }
    for (const pugi::xpath_node& node : page.select_nodes("//a[@href]")) {
      const std::string to = node.node().attribute("href").value();
      EXPECT_EQ(ids.count(to.substr(1)), 1u) << to;
    }
    // Headings leave out no level.
    int level = 0;
    for (const pugi::xpath_node& node : page.select_nodes("//h1|//h2|//h3|//h4")) {
      const int next = node.node().name()[1] - '0';
      EXPECT_LE(next, level + 1) << node.node().text().get();
      level = next;
    }
  }
}

TEST(HtmlReport, EscapesWhatAResumeHolds) {
  Report report = SampleReport("<b>.md", "- Various <script>alert('x')</script> & \"things\"\n");
  Finding& finding = AddFinding(report, "a/b", Severity::kWarning, "Various", "<i>\"&'");
  finding.questions = {"<q>"};
  finding.rewrites = {{Variant::kPlain, "<u> [\" onfocus=\"x] <", {"<d>"}, "<a>"}};
  const std::string html = Render(One(std::move(report)));
  for (const char* bad : {"<script", "<i>", "<q>", "<u>", "<d>", "<b>", "\" onfocus"}) {
    EXPECT_EQ(html.find(bad), std::string::npos) << bad;
  }
  Parsed(html);
}

TEST(HtmlReport, RedactedPageNamesNobody) {
  Report report = SampleReport("jane-doe.md",
                               "Jane Doe, CSPO\njane@example.com\n# Experience\n- Various things, told by JANE DOE\n"
                               "- Write to jane.d+cv@mail.example.com or call +44 20 7946 0000 or (555) 010-0199\n"
                               "- Kept https://example.com/~jane?x=1, www.example.com and 2019 - 2021 figures of 2,400 550 users\n");
  report.document.blocks[0].kind = BlockKind::kName;
  report.document.blocks[1].kind = BlockKind::kContact;
  RenderOptions options;
  const std::string open = Render(One(report), options);
  options.redact = true;
  const std::string redacted = Render(One(report), options);
  EXPECT_NE(open.find("Jane Doe"), std::string::npos);
  for (const char* personal : {"Jane", "jane", "JANE", "example.com", "7946", "0199"}) {
    EXPECT_EQ(redacted.find(personal), std::string::npos) << personal;
  }
  for (const char* kept : {"told by [name]", "Write to [mail] or call [phone] or [phone]",
                           "Kept [link], [link] and 2019 - 2021 figures of 2,400 550 users"}) {
    EXPECT_NE(redacted.find(kept), std::string::npos) << kept;
  }
}

TEST(HtmlReport, StaysSmall) {
  Report report = SampleReport("cv.md", [] {
    std::string text = "# Experience\n";
    for (int i = 0; i < 100; ++i) {
      text += "- Prioritized the backlog number " + std::to_string(i) + " for a portal of some kind with a long line of words that goes on\n";
    }
    return text;
  }());
  const Report sample = SampleResume();
  for (size_t i = 1; i < report.document.blocks.size(); ++i) {
    Finding finding = sample.findings[0];
    finding.block = static_cast<int>(i);
    finding.rewrites.push_back(finding.rewrites[0]);
    finding.rewrites.push_back(finding.rewrites[0]);
    report.findings.push_back(finding);
  }
  EXPECT_LT(Render(One(std::move(report))).size(), 200u * 1024);
}

TEST(HtmlIndex, GoesByNumbers) {
  std::vector<Report> reports = One(SampleResume("jane.md"));
  reports.push_back(SampleReport("john.md", "# Experience\n- Cut costs by 4% in 2 shops\n"));
  RenderOptions options;
  options.rules = &Builtin();
  const std::string html = RenderHtmlIndex(reports, {"resume-1.html", "resume-2.html"}, options);
  EXPECT_EQ(html.find("jane"), std::string::npos);
  EXPECT_EQ(html.find("john"), std::string::npos);
  const pugi::xml_document page = Parsed(html);
  std::string rows;
  for (const pugi::xpath_node& row : page.select_nodes("//tbody/tr")) {
    for (const pugi::xml_node& cell : row.node().children()) rows += TextOf(cell) + "|";
    rows += "\n";
  }
  EXPECT_EQ(rows, "Resume 1|5|1|5|A resume mostly about process|\nResume 2|1|1|0||\n");
}

}  // namespace
}  // namespace resumelint
