#include <gtest/gtest.h>

#include "formats/check.h"
#include "formats/read.h"

namespace resumelint {
namespace {

TEST(Html, Reads) {
  const ReadCase cases[] = {
      {"headings, roles, items", "<h1>Kim Example</h1>\n<h2>Experience</h2>\n<h3>Product Owner, A Co (2019 - now)</h3>\n<ul>\n<li>Cut\n  costs</li>\n</ul>\n",
       "1:5 name top | Kim Example\n2:5 heading experience | Experience\n"
       "3:5 role experience \"Product Owner\" at \"A Co\" (2019 - now, current) | Product Owner, A Co (2019 - now)\n"
       "5:5 bullet experience \"Product Owner\" | Cut costs\n"},
      {"entities and inline tags", "<h2>Experience</h2><li>Caf&eacute; R&amp;D <b>with</b><i> two</i> teams</li>",
       "1:5 heading experience | Experience\n1:24 bullet experience | Café R&D with two teams\n"},
      {"items that nobody closed", "<h2>Experience</h2><ul><li>one thing<li>two things<ul><li>inner thing</ul><li>three things</ul><p>Prose goes here.",
       "1:5 heading experience | Experience\n1:28 bullet experience | one thing\n1:41 bullet experience | two things\n"
       "1:59 bullet+1 experience | inner thing\n1:79 bullet experience | three things\n1:99 paragraph experience | Prose goes here.\n"},
      {"prose and broken lines", "<h2>Experience</h2><p>Led refinement.<br>Ran planning.<br/>\n&bull; Cut costs</p><li>one<br>goes on</li>",
       "1:5 heading experience | Experience\n1:23 paragraph experience | Led refinement.\n1:42 paragraph experience | Ran planning.\n"
       "2:8 bullet experience | Cut costs\n2:25 bullet experience | one goes on\n"},
      {"what is no part of the resume",
       "<!DOCTYPE html><html><head><title>x</title><style>li{}</style></head><body><nav><ul><li>About</ul></nav>"
       "<div class=\"navbar x\"><p>Menu of it</p></div><script>if (a<b) '<li>no</li>'</script><svg><text>pic</text></svg>"
       "<button>Print this</button><ul><li><i class=\"fa\"></i></li></ul><span aria-hidden=\"true\">icon</span><p hidden>no"
       "<h2>Experience</h2><ul><li>Cut costs</li></ul><footer>Copyright</footer></body></html>",
       "1:331 heading experience | Experience\n1:354 bullet experience | Cut costs\n"},
      {"a heading drawn with a div", "<div><strong>Experience:</strong></div><ul><li>Cut costs</ul>",
       "1:14 heading experience | Experience:\n1:48 bullet experience | Cut costs\n"},
      {"paragraphs in an item", "<h2>Experience</h2><ul><li><p>Cut costs</p><p>More about it.</p></li></ul>",
       "1:5 heading experience | Experience\n1:31 bullet experience | Cut costs\n1:47 paragraph experience | More about it.\n"},
      {"preformatted text", "<h2>Experience</h2><pre>\n- Cut costs\n- Led a team\n</pre>",
       "1:5 heading experience | Experience\n2:3 bullet experience | Cut costs\n3:3 bullet experience | Led a team\n"},
      {"cells", "<h2>Skills</h2><table><tr><td>Research<td>interviews</tr></table>",
       "1:5 heading skills | Skills\n1:31 paragraph skills | Research\n1:43 paragraph skills | interviews\n"},
      {"signs that are no tags", "<h2>Experience</h2><li>a < b, 5 <6, <3 and <<b>x</b>",
       "1:5 heading experience | Experience\n1:24 bullet experience | a < b, 5 <6, <3 and <x\n"},
      {"attributes that hold >", "<h2 data-x='a>b' title=\">\">Experience</h2><LI CLASS=x>Cut costs</LI>",
       "1:28 heading experience | Experience\n1:55 bullet experience | Cut costs\n"},
      {"fields that a style sets apart", "<h2>Experience</h2><div><b>Product Owner</b><span>2019 - now</span></div><li>Cut <b>co</b>sts and <i>time</i>, <b>twice</b></li>",
       "1:5 heading experience | Experience\n1:28 role experience \"Product Owner\" (2019 - now, current) | Product Owner 2019 - now\n"
       "1:78 bullet experience \"Product Owner\" | Cut costs and time, twice\n"},
      {"directives", "<!-- resumelint: off a/b --><h2>Experience</h2><li>Cut <!-- resumelint: ignore c/d -- why -->costs</li><!-- plain -->",
       "1:33 heading experience | Experience\n1:52 bullet experience | Cut costs\n"
       "directive resumelint: off a/b\ndirective resumelint: ignore c/d -- why\n"},
      {"links within the site lead on, contacts are none", "<h1>Kim Example</h1><h3>Product Owner</h3><ul><li><a href=\"index.html\">Home</a></li><li><a href=\"#work\">Work</a></li></ul>"
       "<ul><li>Leeds, UK</li><li>kim@example.com</li></ul>\n<h2>Experience</h2><ul><li>Cut costs, see <a href=\"x.html\">this</a></li></ul>",
       "1:5 name top | Kim Example\n1:25 headline top | Product Owner\n1:131 contact top | Leeds, UK\n1:149 contact top | kim@example.com\n"
       "2:5 heading experience | Experience\n2:28 bullet experience | Cut costs, see this\n"},
  };
  ExpectReads("html", cases);
}

TEST(Html, PiecesLeadBack) {
  const std::string input = "<h2>Experience</h2><li>R&amp;D <b>now</b></li>\n";
  const Document document = ReadText("html", input);
  ASSERT_EQ(document.blocks.size(), 5u);
  EXPECT_EQ(ShowPieces(document.blocks[3].text, input), "R{&=&amp;}D now");
}

TEST(Html, IsTold) {
  const auto chosen = [](const char* path, const char* raw) { return std::string(ChooseReader(path, raw).name); };
  EXPECT_EQ(chosen("-", "\n<!doctype HTML>\n<p>x"), "html");
  EXPECT_EQ(chosen("x.txt", "<!-- c -->\n<html><p>x"), "html");
  EXPECT_EQ(chosen("x.md", "<div align=\"center\">\n\n# Kim\n</div>\n"), "markdown");
}

}  // namespace
}  // namespace resumelint
