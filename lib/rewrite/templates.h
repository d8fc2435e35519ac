#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/packed.h"
#include "base/result.h"
#include "base/text_pool.h"
#include "base/word_set.h"
#include "language/lexicon.h"
#include "language/phrase.h"
#include "rewrite/rewrite.h"
#include "rules/rule_set.h"

namespace resumelint {

/// How far a bullet's work was the person's own. A rewrite never says more than the bullet did.
enum class Agency : uint8_t {
  kHelp,  ///< helped, supported, took part
  kDo,    ///< did it
  kOwn,   ///< was responsible, led, owned
};
const char* Name(Agency agency);  ///< "help", "do", "own"

/// What a stretch of a clause tells.
enum class Part : uint8_t {
  kOther,
  kInitiative,  ///< the product, feature or process the work was for
  kTeam,        ///< whose work it was: "for the payments squad"
  kPeople,      ///< who took part: "with UX and QA"
  kAudience,    ///< for whom or to whom: "to leadership"
  kSource,      ///< from whom it came: "from branch staff"
  kEnds,        ///< between whom: "between clinicians and the vendor"
  kTools,
  kFramework,
  kMeans,     ///< by doing what
  kPurpose,   ///< to do what
  kEvidence,  ///< after or from which finding out
  kBasis,     ///< by which criterion
  kScale,     ///< where, over how many
  kTime,
  kCadence,    ///< how often
  kCount,      ///< how many of a ritual thing: "of 350 items"
  kDirection,  ///< at whose order
  kTarget,     ///< into what
  kGloss,      ///< in parentheses or after a dash
  kAmount,     ///< "by 40%", "to 45 points"
  kFiller,     ///< "for development": says nothing
};
const char* Name(Part role);  ///< "initiative"

/// A way to begin a bullet that stands before the deed: "responsible for", "helped to".
struct Opener {
  std::string_view name;
  Agency agency = Agency::kDo;
  std::vector<Phrase> phrases;
  std::string_view verb;     ///< said before the deed's verb: "help"; empty = the verb alone
  std::string_view outcome;  ///< said before a verb of change: "work to"; a duty is no result yet
  std::string_view noun;     ///< said where a noun follows: "own", "help with"
  bool finite = false;  ///< the deed follows in the past tense: "we rebuilt …"
  bool preamble = false;  ///< says nothing of the deed: "as the product owner"
  bool person = false;  ///< a person may stand before the deed: "helped the nurse fill …"
};

/// How a stretch that begins with given words is understood. The first rule that fits wins.
struct SegmentRule {
  std::vector<std::vector<WordHash>> after;     ///< words
  std::vector<ClassId> head;                    ///< last noun is of one of these; empty = any
  std::vector<ClassId> not_head;                ///< and of none of these
  std::vector<ClassId> holds;                   ///< some word is of one of these; empty = any
  std::vector<ClassId> lacks;                   ///< no word is of one of these
  uint8_t verb = 0;     ///< begins with a verb in one of these forms; 0 = any
  bool number = false;  ///< begins with a number
  bool name = false;    ///< begins with a capital letter
  bool year = false;    ///< begins with a year
  Part role = Part::kOther;
};

/// A piece of a template.
struct TemplatePart {
  enum class Kind : uint8_t { kText, kField, kVerb, kSlot };
  Kind kind = Kind::kText;
  std::string_view text;  ///< words; field name; lemma; slot with its brackets
};

struct Template {
  Variant variant = Variant::kPlain;
  std::vector<TemplatePart> parts;
  Agency least = Agency::kHelp;   ///< offered from this agency up
  Agency most = Agency::kOwn;     ///< and down to it
  std::vector<std::string_view> when;  ///< offered only if the bullet has these fields
  std::vector<std::string_view> unless;
  std::string_view advice;
};

/// How an effect is asked for, by kind of work; the last kind is that of all other work. `phrases` have their own punctuation before them.
struct WorkKind {
  std::string_view name;
  std::vector<ClassId> holds;
  Lazy<std::vector<TemplatePart>> effects;
};

/// A kind of bullet and what may be said in its place.
struct RewriteClass {
  std::string_view name;
  std::vector<ClassId> objects;           ///< a deed on one of these is of this class
  std::vector<ClassId> deeds;             ///< and so is a deed with one of these verbs
  std::vector<ClassId> by;                ///< verbs whose deeds its templates may retell; empty = any
  std::vector<std::string_view> verbs;         ///< licensed lemmas, any agency
  std::vector<std::string_view> own;           ///< licensed lemmas where the bullet owned the work
  std::vector<std::string_view> once;          ///< lemmas told in the past in every job: what came of them is there
  std::vector<std::string_view> people_verbs;  ///< licensed verbs that may take people as their object
  std::vector<std::string_view> with;  ///< this class stands in for these, if a bullet has all of them
  std::vector<Part> drop;         ///< stretches that no rewrite of the class keeps
  std::string_view kind;               ///< kind of work where the bullet doesn't tell; may be empty
  std::string_view question;
  std::string_view each;       ///< asked for every deed of a bullet that tells of several, in place of `question`
  bool keeps = false;     ///< the deeds stay as they are, only what stands around changes
  bool topics = false;    ///< what it is about may be a paper too: "agreed on [trade-off] for the roadmap"
  bool stated = false;    ///< offered first where the bullet states a result, whatever the ritual
  bool fallback = false;  ///< offered where the class asked for can't retell the bullet
  Lazy<Template> templates;
};

/// Words that the frame parser and the contract look for, by class.
struct Grammar {
  ClassId adverb = kNoClass;
  ClassId subject = kNoClass;
  ClassId determiner = kNoClass;
  ClassId first_person = kNoClass;
  ClassId team = kNoClass;
  ClassId people = kNoClass;
  ClassId thing = kNoClass;
  ClassId tool = kNoClass;
  ClassId ritual = kNoClass;
  ClassId modifier = kNoClass;
  ClassId particle = kNoClass;
  ClassId relative = kNoClass;
  ClassId subordinate = kNoClass;
  ClassId result = kNoClass;
  ClassId lead_to = kNoClass;
  ClassId together = kNoClass;
  ClassId cause_verb = kNoClass;
  ClassId move = kNoClass;
  ClassId metric = kNoClass;
  ClassId velocity = kNoClass;
  ClassId help = kNoClass;
  ClassId own = kNoClass;   ///< says that the work was the person's to answer for
  ClassId boast = kNoClass; ///< says that nobody else could have
  ClassId lead = kNoClass;  ///< claims authority: never added
  ClassId hedge = kNoClass;
  ClassId negation = kNoClass;
  ClassId scope = kNoClass;
  ClassId portion = kNoClass;
  ClassId generic = kNoClass;
  ClassId light = kNoClass;
  ClassId serve = kNoClass;
  ClassId evidence = kNoClass;
  ClassId meeting = kNoClass;
  ClassId order = kNoClass;
  ClassId empty = kNoClass;
  ClassId change = kNoClass;
  ClassId plan = kNoClass;
  ClassId cause = kNoClass;
  ClassId effect = kNoClass;
  ClassId be = kNoClass;
  ClassId modal = kNoClass;
  ClassId attend = kNoClass;   ///< being there, no more
  ClassId skill = kNoClass;    ///< what follows is an ability: "proficient in"
  ClassId blocker = kNoClass;  ///< what stands in a team's way
  ClassId posted = kNoClass;   ///< what those are who were told: "informed"
  ClassId bringing_out = kNoClass;  ///< "before the release of": what came out is the product
  ClassId passage = kNoClass;  ///< nouns of going from one thing to another: "migration"
  ClassId glue = kNoClass;
  ClassId number = kNoClass;
  ClassId acronym = kNoClass;
  ClassId proper = kNoClass;
  ClassId counted = kNoClass;
  ClassId cadence = kNoClass;
  ClassId ensure = kNoClass;
  ClassId month = kNoClass;
  ClassId paper = kNoClass;
  ClassId told = kNoClass;
  ClassId requirement = kNoClass;
  ClassId take_in = kNoClass;
  ClassId renamed = kNoClass;
  ClassId noun_verb = kNoClass;
  ClassId abbreviation = kNoClass;  ///< a full stop after one ends nothing
  ClassId free = kNoClass;          ///< prepositions whose stretch may stand behind any verb
  ClassId slot_joint = kNoClass;    ///< joins slots that are filled in one breath
  ClassId speaker = kNoClass;       ///< pronouns that no rewrite keeps
  ClassId noun_gerund = kNoClass;   ///< -ing forms that are nouns: "fishing"
  ClassId asking = kNoClass;        ///< "what to build": its "to" begins no purpose
  ClassId pronoun = kNoClass;       ///< speaks of what stood before: "them", "the same"
  ClassId place = kNoClass;
  ClassId aside = kNoClass;  ///< prepositions that may not lead a second product in: "into", "on"
  ClassId many = kNoClass;
  ClassId share = kNoClass;         ///< verbs whose "with" names who is told
  ClassId no_fact = kNoClass;       ///< nothing is lost when it goes
  ClassId hollow = kNoClass;        ///< says nothing where it stands for what work was for
  ClassId fact = kNoClass;          ///< never a ritual, whichever class speaks of it
  ClassId apart = kNoClass;         ///< not retold with the rituals it stands beside
  ClassId linked = kNoClass;        ///< nouns whose "with" names the other end: "interface"
  ClassId bare = kNoClass;          ///< prepositions that a phrase standing alone goes without
  ClassId make = kNoClass;          ///< bringing work to its end
  ClassId manner = kNoClass;        ///< and these keep theirs: "on time"
  ClassId clause_word = kNoClass;   ///< begins no name of a thing: "what", "how", "everything"
};

/// Everything that rewriting knows, loaded. Immutable; outlives every Suggestion.
struct RewriteRules {
  Grammar grammar;
  std::vector<Opener> openers;
  std::vector<SegmentRule> segments;
  WordSet segment_starts;  ///< first words of what segments begin with
  std::vector<std::pair<std::string_view, std::string_view>> nominals;  ///< "management" -> "manage"
  WordSet nominal_words;
  std::vector<std::pair<std::string_view, std::string_view>> numerals;  ///< "nine" -> "9"
  std::vector<WorkKind> kinds;
  std::vector<RewriteClass> classes;
  std::vector<ClassId> rituals;  ///< objects of all the classes
  std::vector<ClassId> retold;   ///< verbs whose deeds they retell: `by` of all the classes
  TextPool texts;  ///< what views point to, where that isn't in the program itself

  const RewriteClass* Find(std::string_view name) const;
  /// "manage" of "management"; empty if the word, in lower case, is no noun of action.
  std::string_view VerbOfNominal(std::string_view word, WordHash hash) const;
  const WorkKind* FindKind(std::string_view name) const;
};

/// Reads the rewrite tables of rule files; tables of other kinds are passed over. A later file may
/// add templates to a class. Fails on the first fault, at file:line:column. With a `base`, as if the
/// files that it was loaded from stood before these.
Result<RewriteRules> LoadRewrites(std::span<const RuleFile> files, const Lexicon& lexicon,
                                  const Phrase::Fragments& fragments = {},
                                  const RewriteRules* base = nullptr);

}  // namespace resumelint
