// Sessions by script: the same answers must give the same file, in every format that can be written.
#include "coach/session.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/utf8.h"
#include "config/config.h"
#include "formats/read.h"
#include "formats/zip.h"
#include "formats/zip_writer.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

namespace fs = std::filesystem;

const SlotTypes& Slots() {
  static const SlotTypes types = *LoadSlots(BuiltinRules(), Builtin().lexicon, Builtin().fragments);
  return types;
}

LintOptions Options() {
  LintOptions options;
  options.rewrites = &BuiltinRewrites();
  options.slots = &Slots();
  return options;
}

/// A resume of two bullets, the first of which every version of the rules flags.
const char* const kWeak = "Prioritized the product backlog for the ferry app";
const char* const kGood = "Cut waits from nine minutes to two by letting crews scan tickets ahead";

std::string Markdown() {
  return std::string("# Kim Example\n\n## Experience\n\n### Product Owner, Example Bank (2019 - 2022)\n\n- ") + kWeak + "\n- " + kGood + "\n";
}

class SessionTest : public testing::Test {
 protected:
  Session Open(const std::string& format, const std::string& raw) {
    const CoachRules rules{&Builtin(), &Slots(), Severity::kWarning, false, 80};
    return Session(ResumeState(ReadText(format, raw), raw, Builtin(), options_, {}), rules);
  }
  /// Types lines until one is refused or the session ends; what was printed.
  static std::string Type(Session& session, const std::vector<std::string>& lines) {
    std::string out = session.Begin();
    for (const std::string& line : lines) {
      const Session::Answer answer = session.Take(line);
      out += answer.text;
      if (answer.wish == Session::Wish::kSave) session.Saved();
      if (answer.wish == Session::Wish::kLearn) out += Learn(session);
    }
    return out;
  }
  /// The rules with what the session has to remember, as a configuration would load them.
  static std::string Learn(Session& session) {
    static std::deque<RuleSet> learned;
    static const LintOptions options = Options();
    Config config;
    for (const ListEntry& entry : session.config_entries()) (entry.key == "unknown" ? config.unknown : config.confidential).push_back(entry.value);
    const std::vector<RuleFile> files = {*VocabularyOf(config)};
    learned.push_back(*LoadRules(files, &Builtin()));
    return session.Learned({&learned.back(), &Slots(), Severity::kWarning, false, 80}, options);
  }
  LintOptions options_ = Options();
};

TEST_F(SessionTest, LeavesAQuestionThenTheCoach) {
  Session session = Open("markdown", Markdown());
  Type(session, {"e"});
  EXPECT_TRUE(session.AsksWords());
  EXPECT_EQ(session.Leave().wish, Session::Wish::kNone);
  EXPECT_FALSE(session.AsksWords());
  EXPECT_TRUE(session.Prompt().ends_with("> "));
  Type(session, {"e", "Ordered the backlog for the ferry app", "y"});
  session.Leave();
  EXPECT_TRUE(session.Prompt().starts_with("save first?")) << session.Prompt();
  session.Take("b");  // not yet
  EXPECT_TRUE(session.Prompt().ends_with("> "));
  session.Leave();
  EXPECT_EQ(session.Leave().wish, Session::Wish::kQuit);
  EXPECT_TRUE(session.Over());
  EXPECT_EQ(session.Unsaved(), 1u);
}

TEST_F(SessionTest, ANarrowTerminalGetsNoLineThatIsWider) {
  const CoachRules rules{&Builtin(), &Slots(), Severity::kWarning, false, 40, {}};
  Session session(ResumeState(ReadText("markdown", Markdown()), Markdown(), Builtin(), options_, {}), rules);
  std::string out = Type(session, {"9", "s", "w", "b", "?", "e", "", "k", "", "1", "", "?", "x", "e", "Ordered the backlog", "y", "u", "q"});
  EXPECT_NE(out.find("1 line is left for the next time."), std::string::npos) << out;
  for (size_t begin = 0; begin < out.size(); begin = out.find('\n', begin) + 1) {
    const std::string line = out.substr(begin, out.find('\n', begin) - begin);
    EXPECT_LE(DisplayWidth(line), 40u) << line;
    // A key and its word aren't parted.
    for (const char* key : {" k", " s", " b", " u", " w", " q", " ?"}) EXPECT_FALSE(line.ends_with(key)) << line;
  }
}

TEST_F(SessionTest, ATakenBackChangeIsToldUnderItsLine) {
  std::string raw = Markdown();
  raw += std::string("- Wrote user stories for the refund page\n");
  Session session = Open("markdown", raw);
  Type(session, {"e", "Ordered the backlog", "y", "u"});
  const std::string told = session.Transcript();
  const size_t at = told.find("Taken back.");
  ASSERT_NE(at, std::string::npos);
  EXPECT_NE(told.rfind(kWeak, at), std::string::npos);
  EXPECT_GT(told.rfind(kWeak, at), told.rfind("refund page", at)) << told;
}

TEST_F(SessionTest, ADraftIsWhatIsEdited) {
  const std::string arrow = "Prioritized the backlog a => b";
  std::string raw = Markdown();
  raw.replace(raw.find(kWeak), std::string(kWeak).size(), arrow);
  const CoachRules rules{&Builtin(), &Slots(), Severity::kWarning, false, 80, [](std::string_view text) { return !text.ends_with('!'); }};
  Session session(ResumeState(ReadText("markdown", raw), raw, Builtin(), options_, {}), rules);
  Type(session, {});
  EXPECT_EQ(session.Draft(), "");
  session.Take("e");
  EXPECT_EQ(session.Draft(), arrow);
  session.Take(arrow);  // as it stands: nothing to take
  EXPECT_TRUE(session.Prompt().ends_with("> "));
  session.Take("e");
  session.Take("Ordered the backlog a => c");
  session.Take("e");  // from the proposal
  EXPECT_EQ(session.Draft(), "Ordered the backlog a => c");
  session.Take("Ordered the backlog a => d!");
  session.Take("e");
  EXPECT_EQ(session.Draft(), "");  // that can't be edited in place: typed whole, or by words
  session.Take("d! => e");
  session.Take("y");
  EXPECT_NE(session.state().raw().find("\n- Ordered the backlog a => e\n"), std::string::npos) << session.state().raw();
}

TEST_F(SessionTest, EditsFreely) {
  Session session = Open("markdown", Markdown());
  const std::string out = Type(session, {"e", "Put sold-out sailings first & cut refunds from 40 to 12 a week", "y"});
  EXPECT_NE(out.find("1 of 1"), std::string::npos) << out;
  EXPECT_NE(out.find("That was the last one: 1 changed."), std::string::npos) << out;
  EXPECT_EQ(session.Unsaved(), 1u);
  std::string expected = Markdown();
  expected.replace(expected.find(kWeak), std::string(kWeak).size(), "Put sold-out sailings first & cut refunds from 40 to 12 a week");
  EXPECT_EQ(session.state().raw(), expected);
}

TEST_F(SessionTest, ChangesSomeWords) {
  Session session = Open("markdown", Markdown());
  Type(session, {"e", "nothing here => x", "the ferry app => the night ferry", "y"});
  EXPECT_NE(session.state().raw().find("backlog for the night ferry\n"), std::string::npos) << session.state().raw();
}

TEST_F(SessionTest, FillsEverySlotOfARewrite) {
  Session session = Open("markdown", Markdown());
  session.Begin();
  std::string out = session.Take("1").text;
  int asked = 0;
  while (session.Prompt().ends_with("]: ") && asked < 9) {
    out += session.Take("answer " + std::string(1, static_cast<char>('a' + asked++))).text;
  }
  EXPECT_GT(asked, 0);
  EXPECT_TRUE(session.Prompt().starts_with("take it?")) << out;
  session.Take("y");
  EXPECT_NE(session.state().raw().find("answer a"), std::string::npos);
  EXPECT_EQ(session.state().raw().find('['), std::string::npos) << session.state().raw();
  EXPECT_NE(session.Transcript().find("answer a"), std::string::npos);
}

TEST_F(SessionTest, GoesBackAndForthInSlots) {
  Session session = Open("markdown", Markdown());
  session.Begin();
  session.Take("1");
  const std::string first = session.Prompt();
  session.Take("something");
  EXPECT_NE(session.Take("<").text.find("so far"), std::string::npos);
  EXPECT_EQ(session.Prompt(), first);
  EXPECT_FALSE(session.Take("?").text.empty());
  EXPECT_NE(session.Take("a [b]").text.find("Without brackets"), std::string::npos);
  session.Take("x");
  EXPECT_TRUE(session.Prompt().ends_with("> "));
  EXPECT_EQ(session.state().raw(), Markdown());
}

TEST_F(SessionTest, UndoesAndSkipsAndKeeps) {
  Session session = Open("markdown", Markdown());
  Type(session, {"e", "Put sold-out sailings first", "y", "u"});
  EXPECT_EQ(session.state().raw(), Markdown());
  EXPECT_EQ(session.Unsaved(), 0u);
  EXPECT_EQ(session.Take("u").text, "There is nothing to take back.\n");
  const std::string end = session.Take("s").text;
  EXPECT_NE(end.find("1 skipped"), std::string::npos) << end;
  session.Take("b");
  session.Take("k");
  session.Take("my posting -- asks for it");
  EXPECT_NE(session.state().raw().find("<!-- resumelint: ignore process/backlog-admin -- my posting -  asks for it -->\n- Prioritized"), std::string::npos)
      << session.state().raw();
  EXPECT_TRUE(session.state().FindingsOf(0, Severity::kWarning).empty());
  session.Take("w");
  EXPECT_TRUE(session.Prompt().ends_with("> "));
}

TEST_F(SessionTest, RemembersWhatMayNotBeTold) {
  Session session = Open("markdown", Markdown());
  const std::string out = Type(session, {"1", "c", "not in the line", "ferry app"});
  // At once: rewrites that ask for a figure aren't offered any more.
  const std::string menu = out.substr(out.find("Noted:"));
  EXPECT_EQ(menu.find("[metric]"), std::string::npos) << menu;
  ASSERT_EQ(session.config_entries().size(), 1u);
  EXPECT_EQ(session.config_entries()[0].key, "confidential");
  EXPECT_EQ(session.config_entries()[0].value, "ferry app");
  session.Take("q");
  EXPECT_EQ(session.Prompt().substr(0, 4), "save");
}

TEST_F(SessionTest, RemembersWhatNobodyKnows) {
  Session session = Open("markdown", Markdown());
  session.Begin();
  session.Take("1");
  for (int i = 0; i < 5 && session.Prompt().find("[metric]") == std::string::npos; ++i) session.Take("sailings");
  EXPECT_EQ(session.Take("I don't know").wish, Session::Wish::kNone);
  ASSERT_EQ(session.Prompt(), "which words? ");
  // Enter alone: the line as a whole, also when it is worded anew.
  EXPECT_EQ(session.Take("").wish, Session::Wish::kLearn);
  EXPECT_EQ(Learn(session).find("[metric]"), std::string::npos);
  session.Take("e");
  session.Take("Set priorities, \"daily\": for the ferry app (and its users)");
  EXPECT_EQ(session.Take("y").wish, Session::Wish::kLearn);
  Learn(session);
  ASSERT_EQ(session.config_entries().size(), 1u);
  EXPECT_EQ(session.config_entries()[0].key, "unknown");
  EXPECT_EQ(session.config_entries()[0].value, "Set priorities, \"daily\": for the ferry app (and its users)");
  EXPECT_TRUE(session.Prompt().ends_with("> "));
}

TEST_F(SessionTest, QuitsOnlyAfterAskingForChanges) {
  Session session = Open("markdown", Markdown());
  Type(session, {"e", "Put sold-out sailings first", "y"});
  EXPECT_EQ(session.Take("q").wish, Session::Wish::kNone);
  EXPECT_EQ(session.Take("perhaps").wish, Session::Wish::kNone);
  EXPECT_EQ(session.Take("n").wish, Session::Wish::kQuit);
  EXPECT_TRUE(session.Over());
}

TEST_F(SessionTest, PrintsNoEscapesOfTheResume) {
  std::string raw = Markdown();
  raw.replace(raw.find("ferry app"), 9, "ferry \x1b[31mapp");
  Session session = Open("markdown", raw);
  const std::string out = Type(session, {"e", "x \x1b]0;t\x07 y"});
  EXPECT_EQ(out.find('\x1b'), std::string::npos);
  EXPECT_EQ(out.find('\x07'), std::string::npos);
}

TEST_F(SessionTest, ALineThatIsNoTextIsAskedForAgain) {
  Session session = Open("markdown", Markdown());
  session.Begin();
  session.Take("e");
  for (const char* line : {"Put \x1b[D sailings first", "Put sold\xffout sailings first", "Put \xe2\x80\xaesailings first"}) {
    EXPECT_NE(session.Take(line).text.find("type it anew"), std::string::npos) << line;
    EXPECT_EQ(session.Prompt(), "new text: ");
  }
  session.Take("Put sold-out\tsailings first");
  session.Take("y");
  EXPECT_NE(session.state().raw().find("- Put sold-out sailings first\n"), std::string::npos) << session.state().raw();
}

TEST_F(SessionTest, PrintsNoEscapesOfAName) {
  const CoachRules rules{&Builtin(), &Slots(), Severity::kWarning, false, 80};
  for (const std::string& raw : {Markdown(), "# Kim Example\n\n## Experience\n\n- " + std::string(kGood) + "\n"}) {
    Session session(ResumeState(ReadText("markdown", raw, "a\x1b[2Jb"), raw, Builtin(), options_, {}), rules);
    EXPECT_EQ(session.Begin().find('\x1b'), std::string::npos);
  }
}

TEST_F(SessionTest, CutsNeighboursBetweenLetters) {
  std::string raw = Markdown();
  std::string letters;
  for (int i = 0; i < 60; ++i) letters += "\u00e9\u4e16";
  raw.replace(raw.find(kGood), std::string(kGood).size(), letters);
  for (const char* lead : {"", "a", "ab", "abc"}) {
    Session session = Open("markdown", raw.substr(0, raw.find(letters)) + lead + raw.substr(raw.find(letters)));
    EXPECT_EQ(session.Begin().find("\ufffd"), std::string::npos);
  }
}

TEST_F(SessionTest, APdfGetsAListOfChanges) {
  Document document = ReadText("markdown", Markdown());
  document.format = "pdf";
  const CoachRules rules{&Builtin(), &Slots(), Severity::kWarning, false, 80};
  Session session(ResumeState(std::move(document), "", Builtin(), options_, {}), rules);
  const std::string out = Type(session, {"e", "Put sold-out sailings first", "y", "q"});
  EXPECT_NE(out.find(std::string("was    ") + kWeak + "\nnow    Put sold-out sailings first\n"), std::string::npos) << out;
}

// ---- the program, over a pipe

std::string ReadAll(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

class Coach : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("resumelint-coach-" + std::to_string(getpid()));
    fs::remove_all(folder_);
    fs::create_directories(folder_);
  }
  void TearDown() override { fs::remove_all(folder_); }
  void Write(const std::string& name, const std::string& text) { std::ofstream(folder_ / name, std::ios::binary) << text; }
  /// Exit status; what was printed is in out_.
  int Run(const std::string& arguments, const std::string& input) {
    Write("input", input);
    const std::string command = "cd '" + folder_.string() + "' && '" RESUMELINT_PROGRAM "' " + arguments + " <input >out 2>err";
    const int ended = std::system(command.c_str());
    out_ = ReadAll(folder_ / "out") + ReadAll(folder_ / "err");
    return WIFEXITED(ended) ? WEXITSTATUS(ended) : -1;
  }
  fs::path folder_;
  std::string out_;
};

struct Format {
  const char* name;
  std::string before;
  std::string after;
};

std::vector<Format> Formats() {
  const std::string lead = "Kim Example";
  const std::string is = "Put R&D's \"sold-out\" sailings first; 40% fewer refunds";
  const auto json = [](const std::string& bullet) {
    return "{\"basics\": {\"name\": \"Kim Example\"},\n \"work\": [{\"position\": \"Product Owner\", \"name\": \"Example Bank\",\n  \"highlights\": [\n   \"" + bullet +
           "\",\n   \"" + kGood + "\"]}]}\n";
  };
  const auto yaml = [](const std::string& bullet) {
    return "basics:\n  name: Kim Example\nwork:\n  - position: Product Owner\n    name: Example Bank\n    highlights:\n      - " + bullet + "\n      - " + kGood + "\n";
  };
  const auto latex = [](const std::string& bullet) {
    return "\\section{Experience}\n\\textbf{Product Owner}, Example Bank (2019 -- 2022)\n\\begin{itemize}\n  \\item " + bullet + "\n  \\item " + kGood + "\n\\end{itemize}\n";
  };
  const auto html = [](const std::string& bullet) {
    return "<html><body><h1>Kim Example</h1>\n<h2>Experience</h2>\n<h3>Product Owner, Example Bank (2019 - 2022)</h3>\n<ul>\n<li>" + bullet + "</li>\n<li>" + kGood + "</li>\n</ul>\n</body></html>\n";
  };
  const auto marked = [](const std::string& h, const std::string& item, const std::string& bullet) {
    return h + item + bullet + "\n" + item + kGood + "\n";
  };
  const std::string plain = "Kim Example\n\nExperience\n\nProduct Owner, Example Bank (2019 - 2022)\n\n";
  const std::string md = "# Kim Example\n\n## Experience\n\n### Product Owner, Example Bank (2019 - 2022)\n\n";
  const std::string typ = "= Kim Example\n\n== Experience\n\n=== Product Owner, Example Bank (2019 - 2022)\n\n";
  const std::string org = "* Experience\n** Product Owner, Example Bank (2019 - 2022)\n";
  const std::string adoc = "= Kim Example\n\n== Experience\n\n=== Product Owner, Example Bank (2019 - 2022)\n\n";
  const std::string rst = "Experience\n==========\n\nProduct Owner, Example Bank (2019 - 2022)\n-----------------------------------------\n\n";
  return {
      {"cv.md", marked(md, "- ", kWeak), marked(md, "- ", is)},
      {"cv.txt", marked(plain, "- ", kWeak), marked(plain, "- ", is)},
      {"cv.tex", latex(kWeak), latex("Put R\\&D's \"sold-out\" sailings first; 40\\% fewer refunds")},
      {"cv.json", json(kWeak), json("Put R&D's \\\"sold-out\\\" sailings first; 40% fewer refunds")},
      {"cv.yaml", yaml(kWeak), yaml(is)},
      {"cv.html", html(kWeak), html("Put R&amp;D's \"sold-out\" sailings first; 40% fewer refunds")},
      {"cv.typ", marked(typ, "- ", kWeak), marked(typ, "- ", is)},
      {"cv.org", marked(org, "- ", kWeak), marked(org, "- ", is)},
      {"cv.adoc", marked(adoc, "* ", kWeak), marked(adoc, "* ", is)},
      {"cv.rst", marked(rst, "- ", kWeak), marked(rst, "- ", is)},
  };
}

TEST_F(Coach, WritesEveryFormat) {
  const std::string script = "e\nPut R&D's \"sold-out\" sailings first; 40% fewer refunds\ny\nw\nq\n";
  for (const Format& format : Formats()) {
    Write(format.name, format.before);
    EXPECT_EQ(Run(std::string("coach ") + format.name, script), 0) << format.name << "\n" << out_;
    EXPECT_EQ(ReadAll(folder_ / format.name), format.after) << format.name << "\n" << out_;
    EXPECT_EQ(ReadAll(folder_ / (std::string(format.name) + "~")), format.before) << format.name;
    // What is done doesn't come again.
    EXPECT_EQ(Run(std::string("coach ") + format.name, ""), 0) << format.name;
    EXPECT_NE(out_.find("nothing to work on"), std::string::npos) << format.name << "\n" << out_;
  }
}

TEST_F(Coach, WritesDocx) {
  const auto p = [](const std::string& text) { return "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>" + text + "</w:t></w:r></w:p>"; };
  const std::string lead = p("Kim Example") + p("Experience") + p("Product Owner, Example Bank (2019 - 2022)");
  const std::string before = WriteDocx(lead + p(std::string("- ") + kWeak) + p(std::string("- ") + kGood));
  Write("cv.docx", before);
  EXPECT_EQ(Run("coach cv.docx", "e\nPut R&D's sailings first\ny\nw\nq\n"), 0) << out_;
  const std::string after = ReadAll(folder_ / "cv.docx");
  const auto was = ReadZip(before, {"word/document.xml"});
  const auto is = ReadZip(after, {"word/document.xml"});
  std::string expected = was->at("word/document.xml");
  expected.replace(expected.find(kWeak), std::string(kWeak).size(), "Put R&amp;D's sailings first");
  EXPECT_EQ(is->at("word/document.xml"), expected);
  EXPECT_EQ(ReadAll(folder_ / "cv.docx~"), before);
}

TEST_F(Coach, KeepsInTheFormatsOwnComment) {
  const std::vector<std::pair<std::string, std::string>> comments = {
      {"cv.md", "<!-- resumelint: ignore process/backlog-admin -- asked for -->\n- Prioritized"},
      {"cv.txt", "# resumelint: ignore process/backlog-admin -- asked for\n- Prioritized"},
      {"cv.tex", "  % resumelint: ignore process/backlog-admin -- asked for\n  \\item Prioritized"},
      {"cv.yaml", "      # resumelint: ignore process/backlog-admin -- asked for\n      - Prioritized"},
      {"cv.html", "<!-- resumelint: ignore process/backlog-admin -- asked for -->\n<li>Prioritized"},
      {"cv.typ", "// resumelint: ignore process/backlog-admin -- asked for\n- Prioritized"},
      {"cv.org", "# resumelint: ignore process/backlog-admin -- asked for\n- Prioritized"},
      {"cv.adoc", "// resumelint: ignore process/backlog-admin -- asked for\n* Prioritized"},
      {"cv.rst", "\n.. resumelint: ignore process/backlog-admin -- asked for\n\n- Prioritized"},
  };
  for (const Format& format : Formats()) {
    Write(format.name, format.before);
    EXPECT_EQ(Run(std::string("coach ") + format.name, "k\nasked for\nw\nq\n"), 0) << format.name << "\n" << out_;
    const std::string after = ReadAll(folder_ / format.name);
    for (const auto& [name, comment] : comments) {
      if (name == format.name) EXPECT_NE(after.find(comment), std::string::npos) << name << "\n" << after;
    }
    if (std::string(format.name) == "cv.json") {
      EXPECT_EQ(after, format.before);
      EXPECT_EQ(ReadAll(folder_ / "resumelint.toml"),
                "kept = [\n  \"process/backlog-admin a3fe64409084ee3d\",  # asked for\n]\n");
    }
    EXPECT_EQ(Run(std::string("coach --no-config ") + format.name, ""), 0);
    const bool noted = std::string(format.name) == "cv.json";
    EXPECT_EQ(out_.find("nothing to work on") != std::string::npos, !noted) << format.name << "\n" << out_;
    if (noted) {
      EXPECT_EQ(Run("coach cv.json", ""), 0);
      EXPECT_NE(out_.find("nothing to work on"), std::string::npos) << out_;
      fs::remove(folder_ / "resumelint.toml");
    }
  }
}

TEST_F(Coach, EndOfInputSavesNothing) {
  Write("cv.md", Markdown());
  EXPECT_EQ(Run("coach cv.md", "e\nPut sold-out sailings first\ny\n"), 1);
  EXPECT_NE(out_.find("1 change not saved"), std::string::npos) << out_;
  EXPECT_EQ(ReadAll(folder_ / "cv.md"), Markdown());
  EXPECT_FALSE(fs::exists(folder_ / "cv.md~"));
  EXPECT_EQ(Run("coach cv.md", ""), 0);
  EXPECT_EQ(Run("coach missing.md", ""), 2);
  EXPECT_EQ(Run("coach -", ""), 2);
}

TEST_F(Coach, KeepsATranscript) {
  Write("cv.md", Markdown());
  EXPECT_EQ(Run("coach cv.md --transcript session.md", "e\nPut sold-out sailings first\ny\nw\nq\n"), 0);
  EXPECT_EQ(ReadAll(folder_ / "session.md"), std::string("# cv.md\n\n## Product Owner, Example Bank\n\n> ") + kWeak +
                                                 "\n\nThe reader sees someone who kept a list in order.\n"
                                                 "\nNow: Put sold-out sailings first\n");
}

// Killed at any moment, the file is the old one or the new one, whole.
TEST_F(Coach, KilledWhileItSaves) {
  const std::string after = [] {
    std::string text = Markdown();
    return text.replace(text.find(kWeak), std::string(kWeak).size(), "Put sold-out sailings first");
  }();
  Write("input", "e\nPut sold-out sailings first\ny\nw\nq\n");
  int changed = 0;
  for (int round = 0; round < 12; ++round) {
    Write("cv.md", Markdown());
    const pid_t child = fork();
    if (child == 0) {
      if (chdir(folder_.c_str()) != 0 || freopen("input", "r", stdin) == nullptr || freopen("/dev/null", "w", stdout) == nullptr) _exit(1);
      execl(RESUMELINT_PROGRAM, "resumelint", "coach", "cv.md", nullptr);
      _exit(1);
    }
    // The program needs some tens of milliseconds to load its rules: kill around the moment it saves.
    usleep(static_cast<useconds_t>(20'000 + round * 15'000));
    kill(child, SIGKILL);
    waitpid(child, nullptr, 0);
    const std::string now = ReadAll(folder_ / "cv.md");
    ASSERT_TRUE(now == Markdown() || now == after) << now;
    changed += now == after ? 1 : 0;
  }
  SUCCEED() << changed << " of 12 were saved";
}

}  // namespace
}  // namespace resumelint
