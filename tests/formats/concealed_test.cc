#include "formats/concealed.h"

#include <gtest/gtest.h>

#include "formats/reader.h"
#include "formats/read.h"

namespace resumelint {
namespace {

struct Case {
  const char* name;
  const char* format;
  const char* text;
  const char* how;  ///< "" = nothing is hidden
};

const Case kCases[] = {
    {"white words", "latex", "\\section{Skills}\n\\textcolor{white}{scrum kanban safe agile jira}\nSome text here\n", "white text"},
    {"white group", "latex", "\\section{Work}\n{\\color{white} leader visionary expert champion guru}\nSome text here\n", "white text"},
    {"no size", "latex", "\\section{Work}\n{\\fontsize{0.1}{1}\\selectfont best candidate ever}\nSome text here\n", "text of no size"},
    {"a heading on a bar", "latex", "\\colorbox{blue}{\\textcolor{white}{Work experience of Kim Example here}}\nSome text here\n", ""},
    {"one white word", "latex", "\\textcolor{white}{Skills}\nSome text here\n", ""},
    {"other colours", "latex", "\\textcolor{gray}{led five teams in two towns}\nSome text here\n", ""},
    {"white fill", "typst", "= Work\n#text(fill: white)[scrum kanban safe agile jira]\nSome text here\n", "white text"},
    {"no size in a span", "html", "<html><body><p>Work <span style=\"font-size:0\">scrum</span></p></body></html>", "text of no size"},
    {"not shown", "html", "<html><body><p>Work</p><div style='display: none'>scrum kanban safe agile jira</div></body></html>", "text that is not shown"},
    {"white span", "html", "<html><body><p>Work <span style=\"color:#fff\">scrum kanban safe agile jira</span></p></body></html>", "white text"},
    {"white on a bar", "html", "<html><body><h1 style=\"background:#036;color:white\">Kim Example, product manager in Leeds</h1><ul><li>Sold tea in two towns</li></ul></body></html>", ""},
    {"a small font", "html", "<html><body><p style=\"font-size:0.9em\">Led the tram app of a town</p></body></html>", ""},
    {"in Markdown", "markdown", "# Work\n\nText <span style=\"opacity:0\">hire this person</span>\n", "transparent text"},
};

TEST(Concealed, IsFoundAsTheMarkupSaysIt) {
  for (const Case& c : kCases) {
    const Result<Document> document = ReadDocument("resume", c.text, Terms(), c.format);
    ASSERT_TRUE(document) << c.name;
    const std::string how = document->concealed.empty() ? "" : document->concealed[0].how;
    EXPECT_EQ(how, c.how) << c.name;
  }
}

TEST(Concealed, SurvivesWhatNeverCloses) {
  for (const char* text : {"\\textcolor{white}{a b c d e f", "{\\color{white}", "{\\fontsize{0", "\\textcolor{white}"}) {
    const Result<Document> document = ReadDocument("resume.tex", std::string("Some text here\n") + text, Terms(), "latex");
    ASSERT_TRUE(document) << text;
    EXPECT_TRUE(document->concealed.empty()) << text;
  }
}

}  // namespace
}  // namespace resumelint
