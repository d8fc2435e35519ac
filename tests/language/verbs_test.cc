#include "language/verbs.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace resumelint {
namespace {

std::string Dump(const VerbReadingList& readings) {
  static constexpr std::pair<uint8_t, const char*> kNames[] = {{kBase, "base"},
                                                               {kThird, "third"},
                                                               {kPast, "past"},
                                                               {kParticiple, "participle"},
                                                               {kGerund, "gerund"}};
  std::vector<std::string> rows;
  for (const VerbReading& reading : readings) {
    std::string row = std::string(reading.lemma) + ":";
    for (const auto& [bit, name] : kNames) {
      if ((reading.forms & bit) != 0) row += (row.back() == ':' ? "" : "|") + std::string(name);
    }
    rows.push_back(row);
  }
  std::sort(rows.begin(), rows.end());
  std::string out;
  for (const std::string& row : rows) out += (out.empty() ? "" : " ") + row;
  return out;
}

TEST(Verbs, Readings) {
  const std::pair<const char*, const char*> kCases[] = {
      {"prioritized", "prioritize:past|participle"},
      {"prioritised", "prioritize:past|participle"},
      {"prioritising", "prioritize:gerund"},
      {"led", "lead:past|participle"},
      {"lead", "lead:base"},
      {"found", "find:past|participle found:base"},
      {"cut", "cut:base|past|participle"},
      {"cutting", "cut:gerund"},
      {"wrote", "write:past"},
      {"written", "write:participle"},
      {"writing", "write:gerund"},
      {"labelled", "label:past|participle"},
      {"labeled", "label:past|participle"},
      {"modelling", "model:gerund"},
      {"analysed", "analyze:past|participle"},
      {"analyses", "analyze:third"},
      {"enrolled", "enroll:past|participle"},
      {"fulfilled", "fulfill:past|participle"},
      {"programmed", "program:past|participle"},
      {"centred", "center:past|participle"},
      {"favoured", "favor:past|participle"},
      {"practised", "practice:past|participle"},
      {"onboarded", "onboard:past|participle"},
      {"triaged", "triage:past|participle"},
      {"refactoring", "refactor:gerund"},
      {"liaised", "liaise:past|participle"},
      {"shipped", "ship:past|participle"},
      {"planned", "plan:past|participle"},
      {"planed", "plane:past|participle"},
      {"carries", "carry:third"},
      {"tying", "tie:gerund"},
      {"agreeing", "agree:gerund"},
      {"focussed", "focus:past|participle"},
      {"mimicked", "mimic:past|participle"},
      {"was", "be:past"},
      {"were", "be:past"},
      {"is", "be:third"},
      {"has", "have:third"},
      {"saw", "saw:base see:past"},
      {"left", "leave:past|participle"},
      {"paid", "pay:past|participle"},
      {"troubleshot", "troubleshoot:past|participle"},
      {"forecast", "forecast:base|past|participle"},
      {"read", "read:base|past|participle"},
      {"sizes", "size:third"},
      {"backlog", ""},
      {"thing", ""},
      {"the", ""},
      {"", ""},
      {"s", ""},
  };
  for (const auto& [word, readings] : kCases) EXPECT_EQ(Dump(VerbReadings(word)), readings) << word;
}

TEST(Verbs, Inflect) {
  struct Case {
    const char* lemma;
    const char* us;  // third past participle gerund
    const char* uk;  // base third past participle gerund; "" = the same
  };
  const Case kCases[] = {
      {"prioritize", "prioritizes prioritized prioritized prioritizing",
       "prioritise prioritises prioritised prioritised prioritising"},
      {"set", "sets set set setting", ""},
      {"lead", "leads led led leading", ""},
      {"build", "builds built built building", ""},
      {"run", "runs ran run running", ""},
      {"write", "writes wrote written writing", ""},
      {"draw", "draws drew drawn drawing", ""},
      {"choose", "chooses chose chosen choosing", ""},
      {"split", "splits split split splitting", ""},
      {"win", "wins won won winning", ""},
      {"see", "sees saw seen seeing", ""},
      {"agree", "agrees agreed agreed agreeing", ""},
      {"offer", "offers offered offered offering", ""},
      {"refer", "refers referred referred referring", ""},
      {"open", "opens opened opened opening", ""},
      {"model", "models modeled modeled modeling", "model models modelled modelled modelling"},
      {"size", "sizes sized sized sizing", ""},
      {"advertise", "advertises advertised advertised advertising", ""},
      {"travel", "travels traveled traveled traveling",
       "travel travels travelled travelled travelling"},
      {"reveal", "reveals revealed revealed revealing", ""},
      {"enroll", "enrolls enrolled enrolled enrolling", "enrol enrols enrolled enrolled enrolling"},
      {"program", "programs programmed programmed programming",
       "programme programmes programmed programmed programming"},
      {"learn", "learns learned learned learning", ""},
      {"get", "gets got gotten getting", "get gets got got getting"},
      {"break down", "breaks down broke down broken down breaking down", ""},
      {"fine-tune", "fine-tunes fine-tuned fine-tuned fine-tuning", ""},
      {"co-lead", "co-leads co-led co-led co-leading", ""},
      {"quiz", "quizzes quizzed quizzed quizzing", ""},
      {"go", "goes went gone going", ""},
      {"die", "dies died died dying", ""},
      {"grok", "groks grokked grokked grokking", ""},
      {"zorble", "zorbles zorbled zorbled zorbling", ""},
  };
  for (const Case& c : kCases) {
    const std::string us =
        fmt::format("{} {} {} {}", Inflect(c.lemma, kThird), Inflect(c.lemma, kPast),
                    Inflect(c.lemma, kParticiple), Inflect(c.lemma, kGerund));
    EXPECT_EQ(us, c.us);
    const std::string uk = fmt::format(
        "{} {} {} {} {}", Inflect(c.lemma, kBase, Spelling::kUk),
        Inflect(c.lemma, kThird, Spelling::kUk), Inflect(c.lemma, kPast, Spelling::kUk),
        Inflect(c.lemma, kParticiple, Spelling::kUk), Inflect(c.lemma, kGerund, Spelling::kUk));
    EXPECT_EQ(uk, *c.uk == '\0' ? std::string(c.lemma) + " " + c.us : std::string(c.uk));
  }
}

TEST(Verbs, AllSpellings) {
  using Words = std::vector<std::string>;
  EXPECT_EQ(AllSpellings("label", kPast), (Words{"labeled", "labelled"}));
  EXPECT_EQ(AllSpellings("prioritize", kBase), (Words{"prioritize", "prioritise"}));
  EXPECT_EQ(AllSpellings("ship", kPast), (Words{"shipped"}));
  EXPECT_EQ(AllSpellings("learn", kPast), (Words{"learned", "learnt"}));
  EXPECT_EQ(AllSpellings("be", kPast), (Words{"was", "were"}));
}

// Whatever Inflect makes, VerbReadings reads back, in both spellings.
TEST(Verbs, RoundTrip) {
  const char* const kLemmas[] = {
      "achieve",    "accelerate", "adopt",    "analyze",   "architect", "author",
      "automate",   "benchmark",  "brief",    "build",     "catalog",   "center",
      "chair",      "champion",   "close",    "coach",     "code",      "collaborate",
      "control",    "convince",   "cut",      "debug",     "define",    "deliver",
      "descope",    "design",     "draft",    "drive",     "eliminate", "escalate",
      "estimate",   "facilitate", "fix",      "forecast",  "fulfill",   "gather",
      "grow",       "halve",      "hire",     "host",      "identify",  "iterate",
      "label",      "launch",     "lay",      "liaise",    "localize",  "maintain",
      "map",        "mentor",     "migrate",  "model",     "monetize",  "negotiate",
      "onboard",    "optimize",   "organize", "oversee",   "own",       "partner",
      "pay",        "pilot",      "pitch",    "ply",       "prototype", "reduce",
      "refactor",   "refine",     "roll",     "scope",     "sell",      "ship",
      "shorten",    "simplify",   "size",     "spearhead", "stop",      "streamline",
      "synthesize", "teach",      "timebox",  "total",     "triage",    "troubleshoot",
      "unblock",    "upskill",    "validate", "win",       "wireframe", "write"};
  for (const char* lemma : kLemmas) {
    for (const VerbForm form : {kBase, kThird, kPast, kParticiple, kGerund}) {
      for (const Spelling spelling : {Spelling::kUs, Spelling::kUk}) {
        const std::string word = Inflect(lemma, form, spelling);
        bool read = false;
        for (const VerbReading& reading : VerbReadings(word))
          read |= reading.lemma == lemma && (reading.forms & form) != 0;
        EXPECT_TRUE(read) << lemma << " " << word;
      }
    }
  }
}

TEST(Verbs, Plural) {
  const std::pair<const char*, const char*> kCases[] = {{"story", "stories"},
                                                        {"criterion", "criteria"},
                                                        {"sign-off", "sign-offs"},
                                                        {"backlog", "backlogs"},
                                                        {"user story", "user stories"},
                                                        {"process", "processes"},
                                                        {"person", "people"},
                                                        {"branch", "branches"},
                                                        {"analysis", "analyses"},
                                                        {"basis", "bases"},
                                                        {"key", "keys"},
                                                        {"matrix", "matrices"},
                                                        {"foreman", "foremen"},
                                                        {"human", "humans"},
                                                        {"bookshelf", "bookshelves"},
                                                        {"brief", "briefs"},
                                                        {"memo", "memos"},
                                                        {"hero", "heroes"},
                                                        {"point of contact", "points of contact"},
                                                        {"series", "series"},
                                                        {"stand-up", "stand-ups"},
                                                        {"", ""}};
  for (const auto& [one, many] : kCases) EXPECT_EQ(Plural(one), many);
}

}  // namespace
}  // namespace resumelint
