#include "rewrite/suggest.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <random>
#include <set>
#include <sstream>

#include "rewrite/contract.h"
#include "rewrite/support.h"

namespace resumelint {
namespace {

struct Row {
  std::string rewrite_class;
  std::string bullet;
};

/// The project's own bullets: class, bullet.
std::vector<Row> Rows() {
  std::vector<Row> rows;
  std::istringstream lines(ReadTestFile(RESUMELINT_SOURCE_DIR "/tests/rewrite/bullets.tsv"));
  for (std::string line; std::getline(lines, line);) {
    const size_t tab = line.find('\t');
    if (tab != std::string::npos) rows.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return rows;
}

Suggestion Of(const std::string& rewrite_class, const std::string& bullet) {
  return Suggest(TestRewrites(), TestLexicon(), TestLexicon().Read(bullet), rewrite_class, {});
}

struct Case {
  const char* why;
  const char* rewrite_class;
  const char* bullet;
  const char* words;  // that a rewrite says, or that none may say
};

std::string All(const Suggestion& suggestion) {
  std::string out;
  for (const Rewrite& rewrite : suggestion.rewrites) out += rewrite.text + "\n";
  return out;
}

/// Numbers and capitalised words outside slots, by characters alone: knows nothing of the engine.
std::set<std::string> FactsOf(const std::string& text) {
  std::set<std::string> facts;
  std::string word;
  bool slot = false;
  bool first = true;
  const auto flush = [&] {
    const bool digit = word.find_first_of("0123456789") != std::string::npos;
    const bool capital = !word.empty() && word[0] >= 'A' && word[0] <= 'Z';
    if (digit || (capital && !first)) facts.insert(word);
    if (!word.empty()) first = false;
    word.clear();
  };
  for (const char c : text) {
    if (c == '[') slot = true;
    if (!slot && (std::isalnum(static_cast<unsigned char>(c)) != 0)) {
      word += c;
    } else {
      flush();
    }
    if (c == ']') slot = false;
  }
  flush();
  return facts;
}

bool Within(const std::string& fact, const std::string& text) {
  const auto lower = [](std::string s) {
    for (char& c : s) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return s;
  };
  return lower(text).find(lower(fact)) != std::string::npos;
}

void ExpectHonest(const std::string& bullet, const Suggestion& suggestion) {
  for (const Rewrite& rewrite : suggestion.rewrites) {
    const std::string context = bullet + " -> " + rewrite.text;
    for (const std::string& fact : FactsOf(rewrite.text)) EXPECT_TRUE(Within(fact, bullet)) << fact << ": " << context;
    std::string listed = rewrite.text;
    for (const std::string& dropped : rewrite.dropped) listed += "\n" + dropped;
    for (const std::string& fact : FactsOf(bullet)) {
      if (fact.find_first_of("0123456789") == std::string::npos) continue;
      EXPECT_TRUE(Within(fact, listed)) << fact << " is lost: " << context;
    }
    EXPECT_LE(SlotUnits(TestRewrites(), TestLexicon(), rewrite.text), kMostSlotUnits) << context;
    EXPECT_FALSE(rewrite.text.starts_with("I ") || Within(" I ", " " + rewrite.text)) << context;
  }
}

TEST(Suggest, MostBulletsGetARewriteAndTheRestAQuestion) {
  size_t bullets = 0;
  size_t rewritten = 0;
  for (const Row& row : Rows()) {
    const Suggestion suggestion = Of(row.rewrite_class, row.bullet);
    ++bullets;
    rewritten += suggestion.rewrites.empty() ? 0 : 1;
    EXPECT_FALSE(suggestion.questions.empty()) << row.bullet;
    ExpectHonest(row.bullet, suggestion);
  }
  fmt::print("bullets with a rewrite: {} of {}\n", rewritten, bullets);
  EXPECT_GE(static_cast<double>(rewritten), 0.95 * static_cast<double>(bullets));
}

TEST(Suggest, StaysHonestOnSplicedBullets) {
  // Halves of two bullets under the class of a third: sentences nobody wrote.
  const std::vector<Row> rows = Rows();
  std::mt19937 random(20261124);
  const auto pick = [&]() -> const Row& { return rows[random() % rows.size()]; };
  for (int i = 0; i < 1500; ++i) {
    const std::string& head = pick().bullet;
    const std::string& tail = pick().bullet;
    const size_t cut = head.find(' ', head.size() / 2);
    const size_t from = tail.find(' ', tail.size() / 2);
    const std::string bullet = head.substr(0, cut) + (from == std::string::npos ? "" : tail.substr(from));
    ExpectHonest(bullet, Of(pick().rewrite_class, bullet));
  }
}

TEST(Suggest, SaysWhatItShould) {
  const Case kCases[] = {
      {"from one thing to another", "requirements", "Gathered requirements for the ledger conversion from Cobalt to Juniper",
       "what the ledger conversion from Cobalt to Juniper had to do"},
      {"what the epics were about", "stories", "Wrote epics (parcel search, gift vouchers) with the depot lead", "Defined parcel search, gift vouchers with the depot lead"},
      {"throughout a project is for it", "stories", "Wrote user stories throughout the tram portal project", "Defined the tram portal project"},
      {"support is a verb here", "stories", "Wrote user stories to support the launch of the parent portal", "To support the launch of the parent portal"},
      {"whom the program serves", "backlog", "Prioritized the backlog for a $40M program serving 3M riders", "Set priorities for a $40M program serving 3M riders"},
      {"what came of it is kept", "stories", "Wrote user stories for the tram app; the first release needed no hotfix",
       "Defined the tram app; the first release needed no hotfix"},
      {"an empty result is no reason to be silent", "velocity", "Improved sprint predictability, resulting in timely delivery",
       "Made the team's plans more reliable by [what you changed]"},
      {"whose needs", "requirements", "Collected the needs of 5 depot crews for the tram app", "Learned from 5 depot crews that"},
      {"adjectives before the ritual", "backlog", "Maintained an organised and prioritized backlog for the tram app", "in the tram app"},
      {"in which role", "backlog", "As Product Owner I was responsible for managing the backlog for the tram app", "Owned priorities for the tram app"},
      {"in which role", "stories", "In my role as product owner, I wrote user stories for the tram app", "Defined the tram app"},
      {"engaged with is worked with", "requirements", "Engaged with conductors and drivers to capture requirements for the tram app",
       "Worked out with conductors and drivers what the tram app had to do"},
      {"one list of what it was", "opener", "Kept the depot map organized & up to date for the tram crew", "organized and up to date"},
      {"the deed is coaching", "framework", "Coached the junior owner on backlog management for the tram app",
       "Coached the junior owner to [new ability] for the tram app"},
      {"whom the training was for", "framework", "Conducted Kanban training for 30 depot managers",
       "Coached 30 depot managers to [new ability]"},
      {"a rule and the projects it held for", "framework", "Ensured adherence to the PMO methodology across 14 projects",
       "Kept [which teams] to [the one rule that mattered] across 14 projects"},
      {"who promotes helps, and says whom", "framework", "Promoted lean practices and agile delivery across 5 squads",
       "Helped 5 squads [do what they could not do before]"},
      {"a blocker is asked for", "framework", "Cleared impediments for the tram crew", "Cleared [which blocker] for the tram crew"},
      {"a log gives a view", "report", "Maintained the RAID log for the ferry rollout",
       "Gave [who] one view of [work or risk] on the ferry rollout"},
      {"a plan was made around something", "doc", "Developed project charters and a WBS for 12 depot projects",
       "Planned 12 depot projects around [goal or constraint]"},
      {"bets are shown, not figures", "report", "Presented the product roadmap to the harbour board",
       "Showed the harbour board [which bet and why]"},
      {"how often stands behind what is reported", "report", "Presented weekly status reports to the harbour board", "Reported progress to the harbour board weekly"},
      {"updates tell those behind the verb", "report", "Updated the depot managers on sprint progress",
       "Showed the depot managers [what the figures revealed]"},
      {"tools that are kept show work", "tool", "Administered Jira and Confluence for three squads",
       "Gave three squads one view of [work or risk]"},
      {"testing without a product asks for it", "release", "Performed UAT for each quarterly release",
       "Performed acceptance testing of [product]"},
      {"a release lets people do something", "release", "Managed releases of the fare engine",
       "Managed releases of the fare engine, so that [who] could [do what]"},
      {"test papers prepare tests", "doc", "Wrote test cases for the fare engine",
       "Prepared the tests of the fare engine, catching [problem]"},
      {"and so do many", "volume", "Wrote 900 test cases for the fare engine", "Prepared the tests of the fare engine"},
      {"maps are of processes", "doc", "Created process maps for the loan department",
       "Mapped the processes of the loan department, exposing [delay or waste]"},
      {"and of those behind a thing", "doc", "Drew BPMN flows for the claims programme",
       "Mapped the flow of the claims programme"},
      {"a guide spares its readers time", "doc", "Prepared training material for 40 cashiers",
       "Prepared training material for 40 cashiers, saving them [time] per [period]"},
      {"a case is made for something", "doc", "Produced business cases for the depot programme",
       "Made the case for [which option] in the depot programme"},
      {"pictures design the screens", "doc", "Created wireframes for the fare kiosk", "Designed the screens of the fare kiosk"},
      {"a comparison finds a gap", "requirements", "Performed gap analysis for the fare system",
       "Found [gap] in the fare system; [change] followed"},
      {"who came to the sessions told", "requirements", "Conducted JAD sessions with depot managers for the rota system",
       "Learned from depot managers that [what they really needed], and shaped the rota system around it"},
      {"requests are put first for a reason", "ordertaker", "Fielded wishes from 12 hotels and noted them for the vendor",
       "Put [which request] from 12 hotels first because [evidence]"},
      {"and where nobody is named", "ordertaker", "Managed change requests for the billing system",
       "Put [which request] first in the billing system because [evidence]"},
      {"big features are split", "stories", "Decomposed large features into vertical slices with the architects",
       "Split [product or feature] into smaller steps with the architects"},
      {"a bar held is no pace", "velocity", "Raised Definition of Ready compliance to 98%", "Held [product] to [quality bar]"},
      {"defects are raised, not built", "volume", "Raised 640 bugs in the fare app",
       "Raised [the defect that mattered] in the fare app before it reached [how many]"},
      {"daily work shows in errors", "opener", "Responsible for maintaining the lift motors in 12 depots",
       "Maintained the lift motors in 12 depots, with [errors, time or complaints] at [level]"},
      {"cases that are run are tests", "volume", "Executed 900 test cases for the fare engine",
       "Tested the fare engine, catching [problem]"},
      {"a dashboard is a view", "report", "Maintained Jira dashboards for the billing programme",
       "Gave [who] one view of the billing programme"},
      {"sessions without a product ask for it", "requirements", "Ran requirements gathering sessions with finance and HR",
       "Worked out with finance and HR what [product] had to fix"},
      {"a tool's parts are set up for someone", "tool", "Configured Jira workflows for the data squad",
       "Set up [how work was tracked] for the data squad"},
      {"a defect matters where it would have gone", "tool", "Logged defects in Jira for the fare app",
       "Logged [the defect that mattered] in the fare app before it reached [how many]"},
      {"testing catches", "release", "Performed regression testing of the fare app",
       "catching [problem] before it reached [how many]"},
      {"a contact has a trade-off to settle", "liaison", "Served as the main point of contact for the vendors on the data platform",
       "Agreed on [trade-off] for the data platform with the vendors"},
      {"a demo that is given is shown", "ceremony", "Presented sprint demos to the pharmacy board",
       "Showed the pharmacy board [product or change]"},
      {"a busy team works for a goal", "backlog", "Kept developers busy with well-refined tickets",
       "Planned developers' work"},
      {"a roadmap put in order has a first", "backlog", "Prioritized the roadmap for the store app using RICE",
       "Put [problem] first in the store app"},
      {"whom they were worked out with", "requirements", "Elaborated requirements with claims examiners",
       "Worked out with claims examiners what [product] had to fix"},
      {"running cases is more than logging", "tool", "Executed test cases and logged defects in ALM",
       "Tested [product], catching [problem]"},
      {"papers without a product", "doc", "Wrote PRDs for two squads", "Specified [product or feature]"},
      {"tests of something", "doc", "Prepared test cases and performed UAT", "Prepared the tests of [product]"},
      {"a roadmap holds a bet", "report", "Owned the product roadmap of the ferry suite",
       "Owned the product roadmap of the ferry suite, choosing [bet] over [alternative]"},
      {"tickets are worked on for someone", "tool", "Worked on tickets in ServiceNow",
       "[Built | Fixed | Answered] [what], with [errors, time to answer or satisfaction] at [level]"},
      {"so that someone could go on", "acceptance", "Fleshed out acceptance criteria so testers could automate",
       "Defined what [product] had to do"},
      {"a bar is set for a team", "acceptance", "Defined the Definition of Done for the tram squad",
       "Set [quality bar] for the tram squad"},
      {"a train plans too", "ceremony", "Participated in PI planning for the baggage ART",
       "to planning for the baggage ART, which led to [decision]"},
      {"a traffic cop stands between two", "liaison", "Played traffic cop between sales and the delivery squad",
       "Brought sales and the delivery squad to one decision on [question]"},
      {"prioritization has a first", "backlog", "Prioritization of initiatives using RICE", "Decided what came first among initiatives"},
      {"trains are teams", "ceremony", "Ran PI planning for the Deposits ART (9 teams)",
       "Brought the Deposits ART (9 teams) to [decision or change]"},
      {"a bar is agreed", "acceptance", "Defined the Definition of Done with QA", "Agreed with QA on [quality bar] for [product]"},
      {"tellers are people", "release", "Ran UAT with 20 tellers for the lending portal",
       "Ran acceptance testing of the lending portal with 20 tellers"},
      {"a crew is spared time too", "doc", "Wrote user manuals for the night crew",
       "Wrote user manuals for the night crew, saving them [time] per [period]"},
      {"what is watched gives a view", "report", "Monitored budgets, timelines and risks for the ferry rollout",
       "Gave [who] one view of [work or risk] on the ferry rollout"},
      {"a board is a view, filters or not", "tool", "Configured boards and filters in Azure DevOps",
       "Gave [who] one view of [work or risk]"},
      {"tickets are built, fixed or answered", "volume", "Closed 240 Jira tickets for the billing app",
       "[Built | Fixed | Answered] [the one or two that mattered] for the billing app"},
      {"requests of nobody are put first too", "ordertaker", "Reviewed and triaged incoming enhancement requests",
       "Put [which request] first because [evidence]"},
      {"feedback comes from someone", "requirements", "Gathered feedback from store managers and turned it into stories",
       "Learned from store managers that [what they really needed]"},
      {"a bootcamp coaches", "framework", "Ran agile bootcamps for 60 managers", "Coached 60 managers to [new ability]"},
      {"sessions of testing test", "release", "Arranged UAT sessions with store managers for the till app",
       "Arranged acceptance testing of the till app with store managers"},
      {"a glossary spares time", "doc", "Created a glossary and a data dictionary for the claims team",
       "saving them [time] per [period]"},
      {"a journey is a flow", "doc", "Created user journeys for the rewards app", "Mapped the flow of the rewards app"},
      {"managed stakeholders gave something up", "liaison", "Owned stakeholder management for the bridge programme",
       "Agreed with [which stakeholders] on what the bridge programme would leave out"},
      {"a voice has heard someone", "liaison", "Acted as the voice of the customer for the depot team",
       "Learned from [which users or customers] that [need], and shaped the depot team's work around it"},
      {"and so has who speaks for others", "liaison", "Represented depot crews in scrum meetings",
       "Learned from depot crews that [need]"},
      {"a bridge without a verb", "liaison", "Bridge between depots and IT for the fare portal",
       "depots and IT to one decision on the fare portal: [what was decided]"},
      {"ready work is a backlog", "backlog", "Ensured the ferry team always had a healthy pipeline of refined work",
       "Planned the ferry team's work around [goal]"},
      {"engaged with is together", "requirements", "Engaged with ferry users to capture requirements for the ticket app",
       "Worked out with ferry users what the ticket app had to fix"},
      {"meetings are no list", "backlog", "Led sprint planning, backlog refinement and retrospectives for the tram crew",
       "Brought the tram crew to [decision or change]"},
      {"that is no article", "backlog", "Ensured that the harbour squad had a full backlog", "Planned the harbour squad's work"},
      {"testing and release are deeds by their names", "opener", "Assisted in testing and deployment of the tram app",
       "Helped test and deploy the tram app"},
      {"told by a second verb", "report", "Compiled project status and reported to the harbour board",
       "Showed the harbour board"},
      {"a centre is a party", "liaison", "Liaised with field crews, the contact centre and the harbour office on the tram changes",
       "Worked with field crews, the contact centre and the harbour office on the tram changes"},
      {"who works on it is one stretch", "backlog", "Prioritized the backlog for two squads working on ferry tickets",
       "what two squads working on ferry tickets built first"},
      {"every -ing form of a list", "opener", "Planning, steering and controlling of depot moves",
       "Planned, steered and controlled depot moves"},
      {"as many as it says", "ceremony", "Ran show and tells for up to 60 harbour clients", "progress to up to 60 harbour clients"},
      {"money is never left out", "doc", "Managed the budget of £1.4m and the suppliers for the ferry rollout",
       "budget of £1.4m and the suppliers for the ferry rollout"},
      {"IT is no pronoun", "backlog", "Responsible for the backlog in dialogue with business and IT", "with business and IT"},
      {"nobody else's stories", "stories", "Oversaw the creation of user stories by 2 analysts for the tram app",
       "Oversaw the creation of user stories by 2 analysts"},
      {"a board is told, not asked", "report", "Prepared status reports and sent them to the harbour board",
       "Showed the harbour board [what the figures revealed]"},
      {"a present verb behind a stretch", "report", "Own the roadmap for boat rentals and present it to the council",
       "Own the roadmap for boat rentals and present it to the council"},
      {"what was done by stays", "velocity", "Improved sprint predictability by splitting the work",
       "more reliable by splitting the work"},
      {"a participle belongs to its noun", "stories", "Wrote user stories for a map used by 40 bus drivers",
       "Defined a map used by 40 bus drivers"},
      {"every participle of a passive", "opener", "Samples were labelled, sealed and shipped daily",
       "Labelled, sealed and shipped samples daily"},
      {"fishing is a noun here", "ship", "Delivered the new order page for fishing gear",
       "delivered the new order page for fishing gear"},
      {"years are a time", "ceremony", "Facilitated 90 workshops for the port team between 2012 and 2015",
       "Brought the port team to [decision or change] between 2012 and 2015"},
      {"a title before the opener", "stories", "Product manager responsible for writing stories for the rota app",
       "Defined the rota app"},
      {"an abbreviation ends nothing", "opener", "Responsible for tills, incl. vouchers, at 3 shops",
       "Managed tills, incl. vouchers, at 3 shops"},
      {"papers are specified", "stories", "Wrote PRDs for the refund and voucher flows",
       "Specified the refund and voucher flows"},
      {"what a workshop was for comes first", "ceremony", "Ran workshops with bus drivers to agree the new shift rules",
       "To agree the new shift rules, brought bus drivers to [decision or change]"},
      {"and what it was about", "ceremony", "Hosted workshops with 6 depot managers about the fare app",
       "Brought 6 depot managers to [decision or change] about the fare app"},
      {"looking back finds blockers", "ceremony", "Held retrospectives with the drivers", "Found [recurring blocker] with the drivers"},
      {"whom the second deed was done with", "ceremony", "Ran retrospectives and updated the Jira board with the tram squad",
       "Brought the tram squad to [decision or change]"},
      {"a review shows something to someone", "ceremony", "Ran the sprint review for depot clerks",
       "Showed depot clerks [product or change]"},
      {"a show has no verb in it", "ceremony", "Hosted show and tells for harbour clients", "Showed harbour clients [product or change]"},
      {"who was there took part", "requirements", "Participated in calls with shippers to understand shipping needs",
       "Took part in calls with shippers"},
      {"a relay keeps both sides", "requirements", "Communicated driver change requests to the depot team",
       "Communicated driver change requests to the depot team, settling"},
      {"who asked stays", "ordertaker", "Prioritized enhancement requests coming from harbour offices",
       "Put [which request] from harbour offices first because [evidence]"},
      {"a list of means is one", "doc", "Supported the cutover by training 12 clerks, writing help pages and answering calls",
       "by training 12 clerks, writing help pages and answering calls, with [audit"},
      {"made sure is one verb", "backlog", "Made sure that the tram squad always had a groomed backlog", "Planned the tram squad's work"},
      {"for whom before what", "requirements", "Translated the Tram Act rules into user stories for two teams",
       "To meet the Tram Act rules, defined for two teams what [product] had to do"},
      {"a gap lies between two", "requirements", "Carried out gap analysis between the old ledger and the new one",
       "Found [gap] between the old ledger and the new one"},
      {"customers at the end of a name do nothing", "stories", "Wrote user stories for passenger onboarding",
       "Defined passenger onboarding"},
      {"those whose needs they were", "requirements", "Captured drivers' needs for the rota app", "Learned from drivers that [what they really needed]"},
      {"those who were kept informed", "report", "Kept the harbour board informed of project status",
       "Showed the harbour board [what the figures revealed], which"},
      {"two works by their names", "stories", "Creation of user stories and execution of UAT for the rota app",
       "Defined the rota app and executed UAT"},
      {"those whose expectations they were", "liaison", "Managed expectations of 12 harbour stakeholders",
       "Agreed with 12 harbour stakeholders on what [project] would leave out"},
      {"what was relayed stays", "requirements", "Translated the board's tram vision into requirements for the depot team",
       "Worked out for the depot team what the board's tram vision asked of [product]"},
      {"people of many places", "ceremony", "Ran the yearly workshop with depot managers from 11 towns",
       "Brought depot managers from 11 towns to [decision or change]"},
      {"and of many offices", "requirements", "Liaised with clerks across Tolls, Fares and Claims to gather requirements for the fare app",
       "Worked out with clerks across Tolls, Fares and Claims what the fare app had to do"},
      {"whose activities they were", "ceremony", "Managed activities of the scrum team including stand-ups and retros",
       "Brought the scrum team to [decision or change]"},
      {"IT is not it", "requirements", "Gathered requirements from drivers, clerks and depot IT for a fare app",
       "Learned from drivers, clerks and depot IT that [what they really needed], and shaped a fare app around it"},
      {"between two, not for the team", "liaison", "Acted as a link between clerks and the IT department for the tram team",
       "Worked with clerks and the IT department for the tram team"},
      {"those who were shown it were somewhere", "ceremony", "Ran monthly demos for tram clients in Oslo and Bergen",
       "Showed tram clients in Oslo and Bergen [product or change]"},
      {"two nouns, two deeds", "backlog", "Definition and prioritization of requirements for the fare kiosk",
       "Put [problem] first in the fare kiosk"},
      {"who only arranged it is asked what followed", "ceremony", "Organized and minuted 40 board meetings with the harbour office",
       "Organized and minuted 40 board meetings with the harbour office, which led to [decision] and [result]"},
      {"sign-off stays sign-off", "release", "Signed off UAT for the fare app", "Signed off UAT for the fare app, catching [problem]"},
      {"figures about something for someone", "report", "Produced status reports for the harbour committee on the tram programme",
       "Showed the harbour committee [what the figures revealed] on the tram programme"},
      {"papers kept true save time", "doc", "Updated training manuals for 90 clerks", "saving them [time] per [period]"},
      {"a capital name is no preposition", "requirements", "Performed gap analysis between the old AS/400 ledger and SAP",
       "Found [gap] between the old AS/400 ledger and SAP"},
      {"an area of its own", "backlog", "Responsible for the product backlog in the area of seat pricing for harbour ferries",
       "priorities for seat pricing for harbour ferries"},
      {"what they were to agree on", "liaison", "Partnered with Sales and Claims to drive alignment on fare prices", "Agreed on [trade-off] for fare prices"},
      {"decided with someone", "backlog", "Prioritised the backlog of the fare app with the harbour master",
       "to decide with the harbour master what the fare app should get first"},
      {"learned from those one worked with", "requirements", "Elicited requirements for the fare app with Legal and Compliance",
       "Learned from Legal and Compliance that"},
      {"what a plain noun did", "ceremony", "Moderation of retrospectives for two harbour teams", "Brought two harbour teams to [decision or change]"},
      {"a verb with a hyphen", "liaison", "Co-ordinated with depots and the fare office on seat prices", "Agreed on [trade-off] for seat prices with depots and the fare office"},
      {"accord between two", "liaison", "Ensured alignment between Fares and IT on seat prices", "Agreed on [trade-off] for seat prices with Fares and IT"},
      {"accord across three", "liaison", "Drove alignment across product, legal and security on the toll audit",
       "Agreed on [trade-off] for the toll audit with product, legal and security"},
      {"work by its kind and for what", "backlog", "Managed the localisation backlog for 12 languages",
       "Put [problem] first in localisation work for 12 languages"},
      {"what was contributed to", "opener", "Contributed to open harbour data, among it tide tables", "Contributed to open harbour data"},
      {"lead before a work is a verb", "opener", "Lead development of toll rules across 6 bridges", "Lead development of toll rules"},
      {"what was coordinated with whom", "liaison", "Coordinated tape storage with Northern Vaults and the audit team", "Agreed on [trade-off] for tape storage with"},
      {"a part in something, as a noun", "framework", "Participation in the introduction of SAFe in the harbour office", "Helped change how the harbour office plans and releases"},
      {"a demo for a list that ends in a team", "ceremony", "Led sprint demos for clerks, drivers and the tolls team",
       "Showed clerks, drivers and the tolls team [product or change]"},
      {"what a planning meeting was to agree", "ceremony", "Chaired three amigos sessions with the test lead to agree criteria for the fare calculator",
       "To agree criteria for the fare calculator, brought the test lead to [decision or change]"},
      {"topics may be papers", "liaison", "Worked with clerks to ensure alignment on the ferry roadmap", "Agreed on [trade-off] for the ferry roadmap with clerks"},
      {"people stay where they were", "liaison", "Coordinated crews in 4 countries for the launch of SAP at six depots",
       "with crews in 4 countries"},
      {"closed defects", "volume", "Closed 140 defects before go-live", "Closed [the defect that mattered] before go-live"},
      {"an adjective in a list of people", "opener", "Responsible for clerks, including drivers, elected members and guards",
       "drivers, elected members and guards"},
      {"the acronym of an office", "liaison", "Liaised with the FCA on fare rules", "Agreed on [trade-off] for fare rules with the FCA"},
      {"what several crews built", "stories", "Wrote user stories for two crews (9 engineers) building the ferry app",
       "Defined the ferry app with two crews (9 engineers)"},
      {"whoever was in the workshop", "ceremony", "Held workshops with divers to map the pier", "To map the pier, brought divers to [decision or change]"},
      {"a team in parentheses", "ceremony", "Moderation of retrospectives (team of 9)", "Brought a team of 9 to [decision or change]"},
      {"how often isn't who", "liaison", "Worked with pier engineers daily on crane requirements", "Agreed on [trade-off] for crane requirements with pier engineers"},
      {"signing off is a deed", "acceptance", "Reviewed code against the criteria and signed off on stories for the toll gate", "and verified the toll gate"},
      {"a purpose stays one", "ceremony", "Held walkthroughs with divers to obtain sign-off on requirements for the pier crane", "To obtain sign-off on requirements for the pier crane, brought divers"},
      {"a list with a participle and a hyphen", "stories", "Wrote epics for berth checks, proof of arrival and missed-tide rebooking",
       "Defined berth checks, proof of arrival and missed-tide rebooking"},
      {"approval is part of a name", "stories", "Wrote stories for invoice capture and approval routing", "Defined invoice capture and approval routing"},
      {"end to end is one word", "backlog", "Handled end to end backlog of the toll platform", "Set priorities for the toll platform"},
      {"a list in parentheses", "ceremony", "Moderated retrospectives for 5 crews using new formats (Sailboat, 4Ls, Starfish)", "(Sailboat, 4Ls, Starfish)"},
      {"a list with a number in its middle", "liaison", "Acted as bridge between four crews, two suppliers and the tolls team",
       "Brought four crews, two suppliers and the tolls team to one decision"},
      {"those who were taught learned", "ceremony", "Held knowledge transfer sessions for 12 joiners", "so that they could [do what]"},
      {"what a workshop was for", "ceremony", "Ran alignment workshops to define the scope of the pier kiosk", "To define the scope of the pier kiosk, brought [whom]"},
      {"names in brackets stay with their work", "backlog", "Owned the integrations backlog (Xero, DATEV)", "Owned priorities for integrations (Xero, DATEV)"},
      {"with whom requests were taken in", "ordertaker", "Partnered with Sales to collect feature requests", "Put [which request] first with Sales because"},
      {"a showing has an audience", "release", "Demoed new releases to 20 dealers", "their reaction led to [change]"},
      {"a release names a product", "release", "Conducted UAT with 25 drivers before each release of the berth app",
       "Conducted acceptance testing of the berth app with 25 drivers"},
      {"and so does what work was for", "backlog", "Prioritised features for the three-port release", "first in the three-port release"},
      {"findings are shown", "report", "Tracked bookings and reported insights to the harbour board", "showed the harbour board [what the figures revealed]"},
      {"whose meeting it was", "ceremony", "Chaired monthly steering committee meetings", "Brought the steering committee to [decision or change]"},
      {"risks are no figures", "report", "Reported risks and issues to the harbour board", "Showed the harbour board [which risk or issue]"},
      {"what a change would do", "requirements", "Performed the impact analysis of change requests", "Worked out what [which change] would do to [product]"},
      {"what was shared was shown", "report", "Tracked burndown charts and shared them with the harbour board", "Showed the harbour board [what the figures revealed]"},
      {"users need no asking", "backlog", "Groomed the backlog for a berth tool used by 300 clerks", "so that they could [do what]"},
      {"help with two deeds", "backlog", "Supported the Product Owner in splitting features and keeping the backlog in order",
       "Helped the Product Owner split features and put [problem] first"},
      {"makers gather with one", "requirements", "Worked with developers to gather requirements for the toll app", "Learned with developers that"},
      {"a move from one method to another", "framework", "Led the transition from Waterfall to Scrum for three crews", "Changed how three crews plan and release"},
      {"what is decided is past", "liaison", "Serve as contact between the depots and the fare office", "Brought the depots and the fare office to one decision"},
      {"partners before a topic in -ing", "liaison", "Liaised with Fares, the depot trust and two councils regarding tolls", "with Fares, the depot trust and two councils"},
      {"what others delivered was checked", "acceptance", "Approved the deliverables of the crane crew before each launch", "Verified the deliverables of the crane crew"},
      {"what was done to ensure it", "framework", "Ensured timely delivery by removing impediments and settling disputes with the vault crew",
       "Removed impediments and settled disputes with the vault crew, so that"},
      {"a product whose delivery was to be ensured", "liaison", "Liaised with clerks and IT to ensure on-time delivery of the berth portal", "Agreed on [trade-off] for the berth portal with clerks and IT"},
      {"an article before a product with a participle", "backlog", "Handled the backlog of berth system consisting of 5 modules", "the berth system consisting of 5 modules"},
      {"whose need it was", "backlog", "Responsible for gathering and prioritising requirements from 14 hospitals for the roster app", "Put [which need] of 14 hospitals first in the roster app"},
      {"a review shows", "ceremony", "Conducted sprint reviews with clerks and gathered their feedback", "Showed clerks [product or change]; their reaction led to [change]"},
      {"a committee that meets", "ceremony", "Moderated steering committees for the crane platform", "Brought the steering committees to [decision or change]"},
      {"what was put in order for an event", "backlog", "Prioritised fixes and extras for Fare Week with the SRE team", "Decided with the SRE team what came first among fixes and extras for Fare Week"},
      {"a part of a product is no more than that", "requirements", "Clarified booking API requirements for the ferry app", "the booking API for the ferry app"},
      {"a list with an unknown -ing word", "backlog", "Defined features for the berth app, covering top-ups, roaming bundles and bills", "roaming bundles and bills"},
      {"where it was tested", "release", "Executed acceptance testing on iOS and Android before launch", "acceptance testing of [product]"},
      {"where they are", "liaison", "Aligned stakeholders in Lagos and Leeds on tolls for the berth board", "with stakeholders in Lagos and Leeds"},
      {"an account is a product too", "backlog", "Managed the backlog for the council's online account", "first in the council's online account"},
      {"a team's priorities are owned", "backlog", "Owned and prioritized the backlog of the berth team", "Owned priorities for the berth team"},
      {"a part in reviews", "ceremony", "Participated in sprint reviews for the berth app", "Contributed [insight, estimate or objection] to sprint reviews"},
      {"how many teams a method came to", "framework", "Rolled out Kanban to three crews", "Changed how three crews plan and release"},
  };
  for (const Case& c : kCases) {
    const std::string all = All(Of(c.rewrite_class, c.bullet));
    EXPECT_NE(all.find(c.words), std::string::npos) << c.why << ": " << c.bullet << "\n" << all;
  }
}

TEST(Suggest, DoesNotSayWhatItMustNot) {
  const Case kCases[] = {
      {"at whose order", "doc", "Created wireframes as per the owner's requirements for the hotel kiosk", "Designed the screens of the hotel kiosk,"},
      {"a reduced passive", "requirements", "Wishlist from the sales desk turned into epics and pushed to the depot", "turned what"},
      {"a name without a deed", "liaison", "Bridge between sales and the depot for the tram app", "Bridge"},
      {"adjectives, no deed", "backlog", "Kept a clear and prioritised backlog for the tram app", "Kept a clear"},
      {"adjectives, no deed", "backlog", "Maintained an organised and prioritized backlog for the tram app", "organised and"},
      {"a page of help", "doc", "Wrote FAQs and help pages for the tram app", "helped"},
      {"a second passive", "stories", "User stories were written for the tram app and signed off by the depot lead", "signed off"},
      {"bugs are not raised to a figure", "volume", "Raised 340 bugs and closed 300 tickets", "from [A] to [B] by"},
      {"who picks them up", "stories", "Work with UX to turn sketches into stories the crew can pick up", "pick up with UX"},
      {"a ritual has no effect", "doc", "Maintained the project plan and the risk log", "so that"},
      {"a name is no deed", "backlog", "Single voice of the business for the tram crew", "metric"},
      {"who books a room brings nobody together", "ceremony", "Organized PI planning logistics for 110 people", "Brought"},
      {"nobody moves to a nominal", "framework", "Led the agile transformation of 6 teams", "Moved 6 teams to"},
      {"a tool's parts are configured", "tool", "Jira administration: workflows, filters, permissions", "one view"},
      {"the law is no way of planning", "framework", "Ensured compliance with GDPR across 4 teams", "planning"},
      {"pictures specify nothing", "doc", "Created wireframes for the fare kiosk", "pecified the fare kiosk"},
      {"test cases define no product", "volume", "Wrote 900 test cases for the fare engine", "Defined"},
      {"a tool's plan plans no tool", "report", "Maintained the MS Project plan each Friday", "Planned MS"},
      {"a proxy owner speaks for the owner", "liaison", "Worked as proxy product owner for the fare app", "Learned"},
      {"minutes tell no progress", "report", "Prepared agendas and minutes for the harbour board", "progress"},
      {"managing defects runs no test", "release", "Managed UAT defects and coordinated fixes with the vendor", "Ran acceptance"},
      {"a busy team is no choice", "backlog", "Decide what the crew builds next and keep them busy", "first"},
      {"upkeep of a roadmap bets on nothing", "report", "Maintained the product roadmap of the ferry suite", "[bet]"},
      {"trains teach nobody", "framework", "Ensure adherence to SAFe across 4 trains", "oach"},
      {"a relationship has no errors", "opener", "Responsible for maintaining vendor relationships", "errors"},
      {"what was found stands by what was mapped", "doc", "Documented processes, trained users and fixed tills for the HR portal", "exposing"},
      {"a reason stands by its request", "ordertaker", "Handled change requests, repainted tills and moved desks for the ledger", "because"},
      {"documentation is no view of work", "tool", "Maintained Confluence documentation for the fare API", "one view"},
      {"whom the mail kept posted is named", "report", "Sent status mails to keep the harbour board posted", "[whom]"},
      {"a map is no argument", "doc", "Produced business cases and process maps for the depot programme", "Mapped"},
      {"reworded stories are not split", "stories", "Detailed stories for the loyalty card", "Split"},
      {"others set the priorities", "backlog", "Coached the junior owner on backlog management for the tram app",
       "first in the tram app"},
      {"writing stories sets no priorities", "backlog", "Drafted 60 user stories for the tram app", "priorities"},
      {"\"what\" is no product", "backlog", "Owned the \"what\" while engineering owned the \"how\"", "for the \"what\""},
      {"\"of\" keeps its noun", "requirements", "Collected the needs of 4 regional offices", "it of 4"},
      {"no pronoun for what is gone", "stories", "Wrote stories before they went into the sprint", "they"},
      {"ceremonies are no people", "ceremony", "Ran syncs with eng leads, monthly reviews and sprint reviews",
       "reviews to [decision"},
      {"a count is no change", "vague", "Raised 640 bugs and fixed the login page", "from A to B"},
      {"\"I\" is never kept", "ship", "We launched the tram app and I wrote the help pages", " I "},
      {"no product called line", "stories", "Wrote stories in line with requests of the depot", "Defined line"},
      {"updated is no thing", "stories", "Created and updated user stories for the depot", "updated work"},
      {"handling is no building", "ordertaker", "Handled change requests from the depot crew", "into [product]"},
      {"a plan shows no figures", "report", "Created and maintained the product roadmap", "figures"},
      {"understanding is no plan", "backlog", "Ensured that the harbour squad had a clear understanding of requirements",
       "Planned"},
      {"users of a story are served nothing", "stories", "Ensured user stories met the definition of ready", "Defined"},
      {"a criterion is no work named", "acceptance", "Define acceptance criteria with QA and validate gates before release",
       "erify define"},
      {"watching is no choosing", "backlog", "Monitored the sprint backlog for the tram app", "first"},
      {"clarifying for others is no learning", "requirements", "Provided clarification of requirements to the depot crew",
       "Learned"},
      {"training keeps nobody to a rule", "framework", "Conducted Agile training for 60 drivers in 3 depots", "Kept"},
      {"a rule is no product", "requirements", "Translated the Tram Act rules into features that developers can build",
       "what Tram Act"},
      {"them is gone", "stories", "Wrote user stories and walked the crew through them", "them"},
      {"one item is not the list", "release", "Supported the owner with fare analysis and release notes", "audit"},
      {"the sessions were someone else's help", "backlog",
       "Ran refinement sessions for the tram squad, helping the owner keep two sprints ready", "priorities"},
      {"a clause is no passive", "opener", "Securing that the pipeline is always filled", "Filled"},
      {"a meeting agrees on nothing by itself", "ceremony", "Organised weekly meetings with shippers", "greed"},
      {"nor does a stand-up", "ceremony", "Held daily stand-ups with drivers", "greed"},
      {"a relay agrees on nothing", "liaison", "Communicated change requests to the depot team", "greed"},
      {"requests are no party", "liaison", "Communicated client change requests to the depot team", "with client"},
      {"who was there shaped nothing", "requirements", "Participated in calls with shippers to understand shipping needs", "shape"},
      {"a means stands for the part", "opener", "Supported UAT by writing test scripts", "[your part]"},
      {"what is due is no product", "liaison", "Coordinated with the depot team for daily deliverables", "deliverables"},
      {"a particle goes with its verb", "stories", "Broke the owner's initiatives down into stories for the tram crew", "initiatives down"},
      {"on belongs to the verb", "backlog", "Prioritized rider requests and passed them on to development", "to development"},
      {"a tool is not tested", "tool", "Executed test cases and logged defects in HP Quality Center", "ested HP"},
      {"a project in a tool's name is none", "report", "Tracked milestones and risks using MS Project and Excel", "using MS"},
      {"what others did was not done", "velocity", "Ensured the crew followed the rules and delivered on commitments", "plans"},
      {"help with a ritual has no effect", "opener", "Helped the crew with estimation and sprint planning", "so that"},
      {"being there has no effect", "opener", "Managed supplier contacts and attended steering committee meetings", "saving"},
      {"being there taught nothing", "requirements", "Attended driver meetings to capture change requests", "earned"},
      {"a count names no product", "volume", "Wrote PRDs for 12 features in one year", "for 12 features"},
      {"looking back is no review", "ceremony", "Ran sprint planning, refinement and retrospectives for 3 crews", "review"},
      {"of two methods none is left out", "framework", "Introduced Scrum and Kanban with 4 crews", "to Scrum"},
      {"a means is said once", "velocity", "Increased velocity by 30% through better slicing", "slicing by ["},
            {"manuals reveal no figures", "report", "Updated training manuals for 90 clerks", "figures"},
      {"the last deed is not the first", "volume", "Tested and signed off 3 releases of the fare engine, logging defects", "Logged [the"},
      {"a list behind a parenthesis", "report", "Tracked milestones, budget (1.2 million) and staff in MS Project", "and staff"},
      {"what hung on what fell away", "backlog", "Triaged 30 ideas of the backlog by fares at risk; renewals rose to 91%", "at risk"},
      {"their is nobody here", "framework", "Coached three crews on story splitting and planned releases with their owners weekly", "to [new ability] with their"},
      {"amounts in a list explain nothing", "ceremony", "Led planning with 12 crews, 4 towns and 2 yards", "and 2 yards, so"},
      {"a catalogue is no product", "requirements", "Collected the requirements of 9 depots and consolidated them into one catalogue", "one catalogue around"},
      {"a delivery keeps nobody to a rule", "framework", "Owned end-to-end delivery of features from idea to release, working with 3 Scrum teams", "the one rule"},
      {"whom a stretch kept informed", "report", "Managed 6 vendors while keeping stakeholders informed through dashboards", "Showed 6"},
      {"what a paper is good for is no product", "doc", "Created one-pagers for sales enablement", "pecified sales"},
      {"an ability is no deed", "stories", "Proficient in creating user stories with acceptance criteria", "efined"},
      {"understanding is no bar", "acceptance", "Ensure the crew fully understands the acceptance criteria", "quality bar"},
      {"a cycle is no product", "backlog", "Backlog maintenance throughout the development cycle", "cycle"},
      {"backlog items are no product", "backlog", "Prioritized acceptance criteria for backlog items", "for backlog items"},
      {"an ability that was named", "framework", "Coaches crew members to plan with an agile mindset", "[new ability]"},
      {"whom one told what", "liaison", "Communicating to the board, clerks and drivers", "settling"},
      {"a team is no product", "opener", "Worked on other virtual project teams", "[what] in"},
      {"a process of none", "requirements", "Documented business process requirements for the harbour team", "specified the process"},
      {"phases are no product", "doc", "Created use cases for project test phases", "phases"},
      {"deeds joined by as well as", "opener", "In charge of setting up as well as monitoring tolls", "as well as monitoring"},
      {"who removed the blockers", "ceremony", "Facilitate Agile ceremonies for the harbour crew removing impediments daily", "daily to"},
      {"based on is no deed", "opener", "Worked on toll leaflets, based upon depot needs", "and based"},
      {"a colon announces more", "opener", "I designed and built the following harbour tools:", ":,"},
      {"who was told as what did nothing yet", "opener", "Worked as a toll engineer", "so that"},
      {"my own has no other word", "opener", "I built the tide map with my own open harbour library", "the own"},
      {"a part in a team is no help with it", "opener", "Engaged in a crew as an engineer to move toll jobs", "Helped with a crew"},
      {"two gerunds alone", "opener", "Planning and scheduling", "Planned and scheduling"},
      {"a participle before a noun is no deed", "vague", "Redrew toll pages, to improve looks and perceived speed", "looks, and perceived"},
      {"what a list includes", "opener", "Contributed to harbour projects, including writing tests, filing bugs and updating help pages", "filed"},
      {"no part behind a list", "opener", "Contributed to harbour projects: Tide, Quay, Crane", "Crane by ["},
      {"practices of code plan nothing", "framework", "Introduced TypeScript best practices to the department", "plan"},
      {"cutting is what came of it", "vague", "Built toll automation and ran the pier systems, reducing manual work and raising trust", "reduced manual work;"},
      {"upkeep is no choice", "backlog", "Responsible for the day-to-day upkeep of the ferry backlog", "[bet]"},
      {"nobody holds a product before it is pulled", "acceptance", "Ensured that stories met the Definition of Ready before being pulled into the sprint", "before being"},
      {"a number owns nothing", "tool", "Kept the board of a team of 11", "11's"},
      {"founding something is no meeting", "ceremony", "Established a community of practice and ran monthly brown bags", "Brought [which team]"},
      {"one -ing tail is enough", "backlog", "Owned the backlog and answered calls from depots", "depots, choosing"},
      {"whose part is said", "opener", "Assisted the manager, sending minutes to all clerks", "by [your part]"},
      {"a noun before between is past too", "liaison", "Interface function between clerks and the drivers", "Work with"},
      {"handling that is ground", "liaison", "Drove alignment across fare office and ground handling", "ground handling, using"},
      {"papers are no product", "requirements", "Involved in gap analysis and preparation of BRD, FRD and SRS documents for the fare module", "in BRD"},
      {"two works, one of providers", "requirements", "Responsible for the requirements management and the coordination of external providers", "providers around"},
      {"a board that was told", "report", "Tracked milestones and produced monthly status reports for the board", "[who]"},
      {"order is no place", "backlog", "Worked with the owner to keep the backlog in order", "in order"},
      {"a request for code is nobody's wish", "acceptance", "Reviewed pull requests against the criteria for the toll gate", "[which request]"},
      {"a preposition at the end of its clause", "backlog", "Ensured the backlog was clear to all and showed what the crew would work on next", "in next"},
      {"a purpose that was not reached", "requirements", "Held walkthroughs with divers to obtain sign-off on requirements for the pier crane", "and obtained"},
      {"reporting torn off a list", "backlog", "Responsible for sprint planning, backlog prioritization, release management and reporting for the berth app", "Owned reporting"},
      {"partners taught nothing", "requirements", "Translated complaints into backlog items and ordered them with the service desk", "Learned from the service desk"},
      {"an article before engineering", "liaison", "Served as contact between platform engineering and product management", "the platform engineering"},
      {"a clause whose subject is somewhere", "requirements", "Translated clerks' needs into testable requirements that developers in Pune could build from", "in Pune could"},
      {"how it was kept is no deed", "stories", "Split epics for the berth portal, maintained in Rallyboard", "and maintained"},
      {"who heard of it made nothing", "doc", "Wrote PRDs for the berth portal and socialized them with leadership", "berth portal with leadership"},
      {"updates are no agreement", "liaison", "Managed stakeholder expectations by sending monthly updates on the berth programme", "Agreed with"},
      {"nobody delivers a defect", "volume", "Delivered 35 extras and 120 bug fixes for the berth app", "Delivered [the defect"},
      {"staging is no product", "acceptance", "Accepted stories on staging", "erified staging"},
      {"an article before a clause", "opener", "Ensured that the berth team had a clear view of the stories", "the that"},
      {"broken, missing, slow", "backlog", "Prioritized broken links, missing images and slow pages in the backlog", "missed images"},
      {"trained people were not tested", "release", "Oversaw UAT and training of 90 pier agents for the toll rollout", "testing of 90"},
      {"a second purpose has nothing to hang on", "requirements", "Interacting with clerks to understand the requests and to get the sign-off for the same", "and to get"},
      {"coordinating is not delivering", "report", "Coordinated dependencies between four crews to deliver the toll gate, tracking milestones in Jira", "Delivered the toll gate"},
      {"a team takes no reports on itself", "report", "Created weekly status reports for the toll team", "Showed the toll team"},
      {"what another decided", "ordertaker", "Took care of the order of requests, according to arrangements with the fare director", "because [evidence]"},
      {"the result of another deed", "mixed", "Groomed the backlog for the toll app and worked with finance on fares, raising margin by 2%", "by setting priorities"},
      {"expectations across offices are no sides", "liaison", "Managed stakeholder expectations across 6 offices during the crane upgrade", "Brought 6 offices"},
      {"a place goes with who was there", "stories", "Wrote user stories for the clerks in Lund", "Defined [product or feature] in Lund"},
      {"the kind of work is in the deed", "opener", "Responsible for the address validation service", "catching"},
      {"many releases have many reasons", "release", "Delivered 11 releases in 2016", "what the release was for"},
      {"what was understood was not chosen", "backlog", "Made sure that the team understood the value of each user story", "first"},
      {"ready stories are no quality", "acceptance", "Made sure user stories were ready for the sprint", "quality bar"},
  };
  for (const Case& c : kCases) {
    const std::string all = All(Of(c.rewrite_class, c.bullet));
    EXPECT_EQ(all.find(c.words), std::string::npos) << c.why << ": " << c.bullet << "\n" << all;
  }
}

}  // namespace
}  // namespace resumelint
