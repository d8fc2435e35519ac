#include <gtest/gtest.h>

#include "formats/latex_text.h"
#include "formats/read.h"

namespace resumelint {
namespace {

std::string Inline(std::string_view latex) {
  const Source source = *MakeSource("x", std::string(latex));
  const LatexScanner scan(source);
  return scan.Inline({0, static_cast<uint32_t>(latex.size())}).chars;
}

TEST(Latex, TurnsInlineMarkupIntoText) {
  const std::pair<const char*, const char*> cases[] = {
      {R"(A \& B, 20\% of \$5M, \#1, a\_b)", "A & B, 20% of $5M, #1, a_b"},
      {R"(\textbf{bold} \emph{text} {\small small})", "bold text small"},
      {R"(\href{https://example.com/a_b%20c}{link} here)", "link here"},
      {R"(\url{https://example.com/a%20b})", "https://example.com/a%20b"},
      {R"(2019--2021 --- ``quoted'' and `so')", "2019–2021 — “quoted” and ‘so'"},
      {R"(caf\'e, na\"{\i}ve, \v{S}koda, \c{c}a, \~n)", "café, naïve, Škoda, ça, ñ"},
      {R"($\sim$200K, $>$5, \textbullet{} x, \ldots)", "~200K, >5, • x, …"},
      {R"(a~b\ c\,d)", "a b c d"},
      {R"(\vspace{-2pt}a\hspace{1em}b \color{red}c \textcolor{blue}{d})", "ab c d"},
      {R"(Owner \hfill 2019)", "Owner | 2019"},
      {"a % comment\n  b", "a b"},
      {R"(100\% % not text)", "100%"},
      {R"(\unknown{x}{y} \textbf{A}{: b})", "x y A: b"},
      {R"(\LaTeX{} user)", "LaTeX user"},
      {R"(\texorpdfstring{\href{https://example.com}{Example} Ltd}{Example Ltd} x)", "Example Ltd x"},
      {R"(see \inlineLink{https://example.com/a}{the page} and \own{https://example.com})", "see the page and https://example.com"},
      {R"(\spacedhrule{0.9em}{-0.4em} \own{5pts})", "5pts"},
  };
  for (const auto& [latex, shown] : cases) EXPECT_EQ(Inline(latex), shown) << latex;
}

TEST(Latex, Reads) {
  const ReadCase cases[] = {
      {"items with and without braces, several on a line, labels",
       R"(\section{Experience}
\begin{itemize}
  \item Cut costs\item {Raised
     sales}
  % \item hidden
  \vspace{2pt}
  \item[--] Sold things
  \item[] Bought things
  \item[Tools:] Jira
\end{itemize}
)",
       R"(1:10 heading experience | Experience
3:9 bullet experience | Cut costs
3:25 bullet experience | Raised sales
7:13 bullet experience | Sold things
8:11 bullet experience | Bought things
9:9 item skills | Tools: Jira
)"},
      {"macros with one argument, with two, of the document's own",
       R"(\newcommand{\resumeItem}[2]{\item\small{\textbf{#1}{: #2 \vspace{-2pt}}}}
\newcommand{\win}[1]{\item {#1}}
\newcommand{\job}[3]{\textbf{#1} \hfill #2 \\ #3}
\begin{document}
\section*{Experience}
\job{Owner}{2019 -- 2021}{Example Ltd}
\resumeItem{Costs}{cut by half}
\win{
  Raised sales
}
\resumeSubItem{Sold}
{things}
\end{document}
\item after the end
)",
       R"(5:11 heading experience | Experience
6:6 role experience "Owner" at "Example Ltd" (2019 – 2021) | Owner | 2019 – 2021 | Example Ltd
7:13 bullet experience "Owner" | Costs: cut by half
9:3 bullet experience "Owner" | Raised sales
11:16 bullet experience "Owner" | Sold: things
)"},
      {"entries of common classes",
       R"(\cvsection{Work Experience}
\begin{cventries}
  \cventry
    {Product Owner} % title
    {Example Ltd}
    {Leeds}
    {Jan. 2019 - PRESENT}
    {
      \begin{cvitems}
        \item {Cut costs}
      \end{cvitems}
    }
\end{cventries}
\cventry{2015--2018}{Analyst}{Sample Inc}{York}{}{Ran tests.
\begin{itemize}
\item Found waste
\end{itemize}}
\datedsubsection{\textbf{Other Corp}}{2012 - 2015}
\role{Tester}{}
\begin{itemize}
\item Tested
\end{itemize}
\begin{rSubsection}{Last Inc}{2010 - 2012}{Clerk}{Hull}
\item Filed
\end{rSubsection}
)",
       R"(1:12 heading experience | Work Experience
4:6 role experience "Product Owner" at "Example Ltd" (Jan. 2019 - PRESENT, current) | Product Owner | Example Ltd | Leeds | Jan. 2019 - PRESENT
10:16 bullet experience "Product Owner" | Cut costs
14:10 role experience "Analyst" at "Sample Inc" (2015–2018) | 2015–2018 | Analyst | Sample Inc | York
14:51 paragraph experience "Analyst" | Ran tests.
16:7 bullet experience "Analyst" | Found waste
18:26 role experience "Tester" at "Other Corp" (2012 - 2015) | Other Corp | 2012 - 2015
19:7 role experience "Tester" | Tester
21:7 bullet experience "Tester" | Tested
23:21 role experience "Clerk" at "Last Inc" (2010 - 2012) | Last Inc | 2010 - 2012 | Clerk | Hull
24:7 bullet experience "Clerk" | Filed
)"},
      {"a person's data, in the preamble and typed",
       R"(\documentclass{moderncv}
\name{Kim}{Example}
\title{Product Owner}
\email{kim@example.com}
\begin{document}
\section{Skills}
\cvitem{Tools}{Jira}
\cvlistdoubleitem{One}{Two}
\end{document}
)",
       R"(2:7 name top | Kim Example
3:8 headline top | Product Owner
4:8 contact top | kim@example.com
6:10 heading skills | Skills
7:9 item skills | Tools: Jira
8:19 item skills | One
8:24 item skills | Two
)"},
      {"nested lists", "\\begin{itemize}\n\\item Cut costs\n\\begin{itemize}\n\\item of rent\n\\end{itemize}\n\\item Raised sales\n\\end{itemize}\n",
       "2:7 bullet experience | Cut costs\n4:7 bullet+1 experience | of rent\n6:7 bullet experience | Raised sales\n"},
      {"comment environments", "\\section{Experience}\n\\begin{comment}\n\\item hidden\n\\end{comment}\n\\begin{itemize}\n\\item Cut costs\n\\end{itemize}\n",
       "1:10 heading experience | Experience\n6:7 bullet experience | Cut costs\n"},
      {"switched off", "\\section{Experience}\n\\iffalse\n\\item hidden \\ifx\\a\\b x\\fi\n\\fi\n\\begin{itemize}\n\\itemsep -3pt {}\n\\item Cut costs\n\\end{itemize}\n",
       "1:10 heading experience | Experience\n7:7 bullet experience | Cut costs\n"},
      {"a state is no company", "\\section{Experience}\n\\begin{rSubsection}{Example Travel}{2014 - 2017}{Editor}{Denver, CO}\n\\item Cut costs\n\\end{rSubsection}\n",
       "1:10 heading experience | Experience\n2:21 role experience \"Editor\" at \"Example Travel\" (2014 - 2017) | Example Travel | 2014 - 2017 | Editor | Denver, CO\n"
       "3:7 bullet experience \"Editor\" | Cut costs\n"},
      {"typed bullets and lines", "\\section{Career}\n\\textbf{Owner}, Example Ltd \\hfill 2010--2012 \\\\\n$\\bullet$ Cut costs \\\\\n$\\bullet$ Raised sales\n",
       "1:10 heading experience | Career\n"
       "2:9 role experience \"Owner\" at \"Example Ltd\" (2010–2012) | Owner, Example Ltd | 2010–2012\n"
       "3:11 bullet experience \"Owner\" | Cut costs\n4:11 bullet experience \"Owner\" | Raised sales\n"},
      {"unfinished", "\\section{Experience}\n\\begin{itemize}\n\\item Cut {costs \\textbf{by", "1:10 heading experience | Experience\n3:7 bullet experience | Cut costs by\n"},
      {"an own macro for items, without braces", "\\section{Experience}\n\\begin{itemizedbody}[leftmargin=*]\n\\lineitem Cut costs\n  by half\n\\lineitem Led a team\n\\end{itemizedbody}\n",
       "1:10 heading experience | Experience\n3:11 bullet experience | Cut costs by half\n5:11 bullet experience | Led a team\n"},
      {"sections as definitions", "\\newcommand{\\cvWork}{\n\\section*{Experience}\n\\begin{itemize}\n\\item Cut costs\n\\end{itemize}\n}\n\\newcommand{\\mark}[1]{\\item #1}\n",
       "2:11 heading experience | Experience\n4:7 bullet experience | Cut costs\n"},
      {"rows with labels", "\\ecvname{Kim Example}\n\\ecvsection{Work experience}\n\\ecvitem{Dates}{March 2019 -- May 2021}\n\\ecvitem{Occupation or position held}{Product Owner}\n"
       "\\ecvitem{Main activities and responsibilities}{Cut costs}\n\\ecvitem{Name and address of employer}{Example Ltd, Leeds}\n\\ecvitem{2016 -- 2018}{Analyst, Sample Inc}\n\\ecvitem{}{Found waste}\n",
       "1:10 name top | Kim Example\n2:13 heading experience | Work experience\n"
       "3:10 role experience \"Product Owner\" (March 2019 – May 2021) | Dates: March 2019 – May 2021\n4:10 role experience \"Product Owner\" | Occupation or position held: Product Owner\n"
       "5:48 bullet experience \"Product Owner\" | Cut costs\n6:10 paragraph experience \"Product Owner\" | Name and address of employer: Example Ltd, Leeds\n"
       "7:10 role experience \"Analyst\" at \"Sample Inc\" (2016 – 2018) | 2016 – 2018 | Analyst, Sample Inc\n8:12 bullet experience \"Analyst\" | Found waste\n"},
  };
  ExpectReads("latex", cases);
}

TEST(Latex, Directives) {
  EXPECT_EQ(ReadDump("latex", "\\begin{itemize}\n% resumelint: ignore process/x -- asked\n\\item Cut costs % resumelint: ignore a/b\n\\end{itemize}\n"),
            "3:7 bullet experience | Cut costs\ndirective resumelint: ignore process/x -- asked\ndirective resumelint: ignore a/b\n");
}

}  // namespace
}  // namespace resumelint
