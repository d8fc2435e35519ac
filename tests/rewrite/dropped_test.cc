#include "rewrite/dropped.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <sstream>

#include "lint/lint.h"
#include "measure/labelled.h"
#include "rewrite/support.h"
#include "rules/builtin.h"

namespace resumelint {
namespace {

/// Words in lower case, less their endings, by characters alone: knows nothing of the engine.
std::vector<std::string> StemsOf(const std::string& text, bool slots) {
  std::vector<std::string> stems;
  std::string word;
  bool slot = false;
  const auto flush = [&] {
    for (const char* ending : {"ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ers", "er", "ed", "es", "s", "y", "e"}) {
      const std::string_view end = ending;
      if (word.size() < end.size() + 3 || !word.ends_with(end)) continue;
      word.resize(word.size() - end.size());
      break;
    }
    if (word.size() > 3 && word[word.size() - 1] == word[word.size() - 2]) word.pop_back();  // "plann"
    if (word.size() > 2 || word.find_first_of("0123456789") != std::string::npos) stems.push_back(word);
    word.clear();
  };
  for (const char c : text + " ") {
    slot |= c == '[' && slots;
    if (std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80) {
      if (!slot) word += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    } else {
      flush();
    }
    slot &= c != ']';
  }
  return stems;
}

struct Case {
  const char* why;
  const char* rewrite_class;
  const char* bullet;
  const char* dropped;  // of every rewrite, joined by "; "
};

void ExpectDropped(const Case& c) {
  const Suggestion suggestion = Suggest(TestRewrites(), TestLexicon(), TestLexicon().Read(c.bullet), c.rewrite_class, {});
  EXPECT_FALSE(suggestion.rewrites.empty()) << c.why;
  for (const Rewrite& rewrite : suggestion.rewrites) {
    const std::string dropped = fmt::format("{}", fmt::join(rewrite.dropped, "; "));
    EXPECT_EQ(dropped, c.dropped) << c.why << ": " << rewrite.text;
  }
}

TEST(Dropped, ListsWhatGoes) {
  const Case kCases[] = {
      {"what is measured is no filler", "report", "Define and track KPIs for boarding success rate and first-call pickup", ""},
      {"a hyphen is no preposition", "report", "Tracked KPIs for on-time delivery of ferry parts", "on-time delivery of ferry parts"},
      {"the other system belongs to the interface", "stories", "Wrote user stories for the SAP interface with Salesforce", ""},
      {"a capital beside another name is no ritual", "backlog", "Wrote PRDs and managed the backlog for the HL7 interface with Epic and Cerner", "Wrote PRDs"},
      {"and so is one alone", "backlog", "Managed the backlog for the EHR interface with Epic", "Epic"},
      {"a picture beside a paper", "doc", "Created functional specifications and mockups for the berth upload page", "mockups"},
      {"a picture beside stories", "stories", "Created wireframes and user stories for the berth page", "wireframes"},
      {"others who were helped", "framework", "Coached the crew on Scrum and helped them become self-reliant in release planning", "Scrum; helped them become self-reliant in release planning"},
      {"a list that one word retells in part", "report", "Managed project plan, budget and risks for the rollout of berth permits", "budget and risks"},
      {"an echo that is a deed", "ceremony", "Led sprint demos for harbour clerks and collected their feedback", "collected their feedback"},
      {"a second deed", "ceremony", "Conducted retrospectives and followed up on action items with the crew", "followed up on action items with the crew"},
      {"an amount and what it is of", "velocity", "Improved squad velocity by 38% over three quarters", "squad velocity by 38%"},
      {"neighbours are one phrase", "stories", "Wrote user stories for the developers in Pune", "the developers in Pune"},
      {"its bracket stays behind", "framework", "Implementation of SAFe in retail banking (6 ARTs)", "SAFe; 6 ARTs"},
      {"its examples stand with it", "report", "Reported KPIs such as churn, NPS and first response time to the harbour board", "KPIs such as churn, NPS and first response time"},
      {"what it belongs to", "doc", "Documented user journeys and pain points of gig drivers for the payout app", "pain points of gig drivers"},
      {"what it compares", "report", "Prepared sprint reports comparing planned and actual hours for the harbour board", "comparing planned and actual hours"},
      {"as what is said", "stories", "Served as product owner for the parking app and wrote stories in English and Welsh", ""},
      {"an amount and its time", "velocity", "Completed 120 story points per quarter", "120 story points per quarter"},
      {"a second verb of its own", "stories", "Wrote and illustrated user stories for the tram app", "illustrated user stories"},
      {"a log by its name", "report", "Maintained the RAID log for the tram upgrade", "RAID log"},
      {"a list of deeds by which it was done", "stories", "Helped the crew by removing blockers, writing stories and running demos", "the crew; removing blockers; running demos"},
      {"how many lists down to one bet", "backlog", "Triaged a 900-item backlog down to one bet, offline mode", "a 900-item backlog down to one bet, offline mode"},
      {"what others did", "stories", "Wrote user stories for the tram app, reviewed by 3 clerks", "reviewed by 3 clerks"},
  };
  for (const Case& c : kCases) ExpectDropped(c);
}

TEST(Dropped, DoesNotListPureRitual) {
  const Case kCases[] = {
      {"nor what dresses its name", "stories", "Wrote clear and detailed user stories for the tram app", ""},
      {"nor behind it", "backlog", "Helped the product owner keep the backlog healthy and ready", ""},
      {"nor half of its name", "requirements", "Gathered business and functional requirements for the tram app", ""},
      {"nor what all work is for", "stories", "Wrote user stories for the tram app to ensure clarity", ""},
      {"nor how regularly in words that say nothing", "backlog", "Supported the product manager with day-to-day backlog tasks", ""},
      {"nor a misspelling", "stories", "Wrote user storys for the tram app", ""},
      {"nor who stood between", "liaison", "Served as the primary point of contact between depots and the harbour office", ""},
  };
  for (const Case& c : kCases) ExpectDropped(c);
}

struct Line {
  std::string role;
  std::string text;
  std::string rewrite_class;  // asked for by name; empty = as the linter would
};

/// Every bullet that the project has.
std::vector<Line> Bullets() {
  std::vector<Line> lines;
  const std::string root = RESUMELINT_SOURCE_DIR;
  for (const char* table : {"bullets.tsv", "attack.tsv"}) {
    for (const LabelledBullet& row : ReadLabelled(root + "/tests/corpus/" + table)) lines.push_back({row.role, row.text, {}});
  }
  std::istringstream rows(ReadTestFile(root + "/tests/rewrite/bullets.tsv"));
  for (std::string row; std::getline(rows, row);) {
    const size_t tab = row.find('\t');
    if (tab != std::string::npos) lines.push_back({{}, row.substr(tab + 1), row.substr(0, tab)});
  }
  for (const char* folder : {"/examples", "/tests/corpus/weak", "/tests/corpus/good"}) {
    for (const auto& file : std::filesystem::directory_iterator(root + folder)) {
      if (file.path().extension() != ".md" && file.path().extension() != ".txt") continue;
      std::istringstream text(ReadTestFile(file.path().string()));
      for (std::string line; std::getline(text, line);) {
        if (line.starts_with("- ") || line.starts_with("* ")) lines.push_back({"Product Owner", line.substr(2), {}});
      }
    }
  }
  return lines;
}

std::vector<Rewrite> RewritesOf(const Line& line) {
  if (!line.rewrite_class.empty())
    return Suggest(TestRewrites(), TestLexicon(), TestLexicon().Read(line.text), line.rewrite_class, {}).rewrites;
  LintOptions options;
  options.rewrites = &BuiltinRewrites();
  std::vector<Rewrite> rewrites;
  for (const Finding& finding : LintText(line.text, line.role, "", Builtin(), options).findings)
    rewrites.insert(rewrites.end(), finding.rewrites.begin(), finding.rewrites.end());
  return rewrites;
}

TEST(Dropped, EveryWordIsSaidRetoldOrListed) {
  std::set<std::string> retold;
  for (std::string& stem : StemsOf(ReadTestFile(RESUMELINT_SOURCE_DIR "/tests/rewrite/retold.txt"), false)) retold.insert(std::move(stem));
  size_t seen = 0;
  for (const Line& line : Bullets()) {
    for (const Rewrite& rewrite : RewritesOf(line)) {
      ++seen;
      std::set<std::string> heard;
      for (std::string& stem : StemsOf(rewrite.text, true)) heard.insert(std::move(stem));
      for (const std::string& dropped : rewrite.dropped) {
        for (std::string& stem : StemsOf(dropped, false)) heard.insert(std::move(stem));
      }
      for (const std::string& stem : StemsOf(line.text, false)) {
        EXPECT_TRUE(heard.contains(stem) || retold.contains(stem))
            << stem << ": " << line.text << " -> " << rewrite.text << " ~~ " << fmt::format("{}", fmt::join(rewrite.dropped, "; "));
      }
    }
  }
  EXPECT_GT(seen, 1000u);
}

}  // namespace
}  // namespace resumelint
