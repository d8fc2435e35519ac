#include "rewrite/dropped.h"

#include <algorithm>

#include "base/word_set.h"
#include "language/verbs.h"
#include "rewrite/words.h"

namespace resumelint {

namespace {

constexpr uint32_t kNumberReach = 4;  // tokens from a number to the end of what it counts

// What a word is to these questions, as bits.
constexpr uint16_t kNothing = 1;    // states no fact
constexpr uint16_t kModifier = 2;   // dresses a ritual's name
constexpr uint16_t kFact = 4;       // no ritual, whoever speaks of it
constexpr uint16_t kDone = 8;       // a deed that some class retells
constexpr uint16_t kAnyRitual = 16;
constexpr uint16_t kOwn = 32;       // of the class
constexpr uint16_t kSubject = 64;   // of the template
constexpr uint16_t kPlain = 128;    // a ritual or a meeting
constexpr uint16_t kTold = 256;
constexpr uint16_t kHollow = 512;
constexpr uint16_t kApart = 1024;
constexpr uint16_t kBy = 2048;      // a deed that the class retells
constexpr uint16_t kWork = 4096;    // says only that something was done
constexpr uint16_t kChange = 8192;

void Mark(std::vector<uint16_t>& marks, const std::vector<ClassId>& classes, uint16_t bits) {
  for (const ClassId cls : classes) marks[cls] |= bits;
}

class Omissions {
 public:
  Omissions(const RewriteRules& rules, const Lexicon& lexicon, const DroppedBullet& bullet, const Frame& frame,
            const RewriteClass& c, const Template& t, const Fields& fields, const Sentence& rewrite)
      : rules_(rules), g_(rules.grammar), lexicon_(lexicon), bullet_(bullet), s_(bullet.sentence), f_(frame), c_(c), fields_(fields), out_(rewrite) {
    ReadRewrite();
    ReadBullet(t);
  }

  std::vector<std::string> List() {
    MarkSaid();
    for (size_t i = 0; i < f_.clauses.size(); ++i) {
      if (Retells(i)) MarkRetold(f_.clauses[i], Among(fields_.deeds, i) ? kDone : kBy);
    }
    if (!f_.label.empty()) MarkRituals(f_.label, kAnyRitual);
    ListNounPhrases(f_.label);
    for (size_t i = 0; i < f_.clauses.size(); ++i) ListClause(i);
    ListFigures();
    std::sort(listed_.begin(), listed_.end(), [](const Phrase& a, const Phrase& b) { return a.range.begin < b.range.begin; });
    Join();
    std::vector<std::string> texts;
    texts.reserve(listed_.size());
    for (Phrase& phrase : listed_) texts.push_back(std::move(phrase.text));
    return texts;
  }

 private:
  struct Phrase {
    Range range;
    std::string text;
    bool figure = false;  // a number, a name, a tool, a time
  };

  const Token& T(uint32_t at) const { return s_.tokens[at]; }
  uint32_t Size() const { return static_cast<uint32_t>(s_.tokens.size()); }

  // ---- what the rewrite says

  void ReadRewrite() {
    bool slot = false;
    for (const Token& token : out_.tokens) {
      slot |= token.Is("[");
      if (!slot && token.kind != TokenKind::kPunctuation) {
        words_.Add(token.hash);
        spoken_.push_back(&token);
        AddLemmas(rules_, token.lower, token.hash, lemmas_);
      }
      if (token.Is("]")) slot = false;
    }
  }

  /// In another form or spelling.
  bool Says(uint32_t at) const {
    const DroppedBullet::Word& word = bullet_.words[at];
    if (word.meant != 0 && words_.Contains(word.meant)) return true;
    if (std::ranges::any_of(word.lemmas, [&](WordHash lemma) { return lemmas_.Contains(lemma); })) return true;
    if (std::ranges::any_of(word.digits, [&](WordHash digits) { return words_.Contains(digits); })) return true;
    const std::string& lower = T(at).lower;
    return std::any_of(spoken_.begin(), spoken_.end(), [&](const Token* spoken) {
      return IsPluralOf(lower, spoken->lower) || IsPluralOf(spoken->lower, lower);
    });
  }

  // ---- what the rewrite retells

  /// The rituals that this template speaks of are those that it asks for, else all of its class.
  void ReadBullet(const Template& t) {
    std::vector<ClassId> subjects;
    for (const std::string_view name : t.when) {
      if (name.starts_with("N.") || name.starts_with("W.")) subjects.push_back(lexicon_.Find(name));
    }
    asked_ = std::any_of(fields_.deeds.begin(), fields_.deeds.end(),
                         [&](size_t i) { return HoldsTerm(s_, f_.clauses[i].object, subjects); });
    marks_ = bullet_.marks;
    Mark(marks_, c_.objects, asked_ ? kOwn : kOwn | kSubject);
    if (asked_) Mark(marks_, subjects, kOwn | kSubject);
    Mark(marks_, c_.by, kBy);
    words_are_.resize(Size());
    for (const Term& term : s_.terms) {
      for (uint32_t at = term.begin; at < term.end; ++at) words_are_[at] |= marks_[term.cls];
    }
  }

  bool Is(uint32_t at, uint16_t bits) const { return (words_are_[at] & bits) != 0; }

  /// Calls `see` with the terms inside a range that are marked so and no part of a hyphenated word.
  template <class See>
  void Terms(Range range, uint16_t bits, See see) const {
    for (size_t i = s_.first_term[range.begin]; i < s_.terms.size() && s_.terms[i].begin < range.end; ++i) {
      const Term& term = s_.terms[i];
      if ((marks_[term.cls] & bits) != 0 && term.end <= range.end && !InsideCompound(s_, term)) see(term);
    }
  }

  bool Holds(Range range, uint16_t bits) const {
    bool holds = false;
    Terms(range, bits, [&](const Term&) { holds = true; });
    return holds;
  }

  /// Not "wireframes" beside "stories", unless the template is about wireframes.
  bool IsSubject(Range item) const { return Holds(item, kSubject) && (asked_ || !Holds(item, kApart)); }

  static bool Among(const std::vector<size_t>& clauses, size_t i) { return std::find(clauses.begin(), clauses.end(), i) != clauses.end(); }

  bool Retells(size_t i) const { return !c_.keeps && (Among(fields_.deeds, i) || Among(fields_.echoes, i)); }

  bool StatesNothing(uint32_t at) const { return bullet_.words[at].nothing; }

  void MarkSaid() {
    said_.resize(Size());
    heard_.resize(Size());
    ritual_.resize(Size());
    for (uint32_t at = 0; at < Size(); ++at) {
      const bool nothing = StatesNothing(at);
      said_[at] = words_.Contains(T(at).hash) || (!nothing && Says(at));
      heard_[at] = said_[at] || nothing;
    }
  }

  void MarkRetold(const Clause& clause, uint16_t by) {
    if (clause.kind != Clause::Kind::kAction) return;
    const uint32_t deed = clause.verbs.empty() ? clause.object.begin : clause.verbs.front().begin;
    for (uint32_t at = clause.all.begin; at < deed; ++at) {
      if (at < clause.person.begin || at >= clause.person.end) heard_[at] = true;  // the opener
    }
    for (const VerbUse& use : clause.verbs) {
      if (!Is(use.begin, by | kWork)) continue;
      std::fill(heard_.begin() + use.begin, heard_.begin() + use.end, true);
    }
    const std::vector<Range> items = Items(clause.object);
    const bool named = std::any_of(items.begin(), items.end(), [&](Range item) { return IsSubject(item); });
    for (const Range item : items) {
      // "project plan, [budget and risks]"
      if (named && !IsSubject(item)) continue;
      MarkRituals(item, kOwn | kPlain);
      MarkRitualWork(item, kDone);
    }
    MarkRituals(clause.object, 0);  // "[business] and functional requirements"
    for (const Chunk& chunk : clause.chunks) MarkChunk(chunk);
  }

  void MarkChunk(const Chunk& chunk) {
    if (chunk.role == Part::kCadence || chunk.role == Part::kTime) return;
    const bool filler = chunk.role == Part::kFiller;
    const bool work = chunk.role == Part::kMeans || chunk.role == Part::kPurpose || chunk.role == Part::kTarget;
    const std::vector<Range> items = Items({chunk.inner, chunk.end});
    const bool named = !filler && std::any_of(items.begin(), items.end(), [&](Range item) { return IsSubject(item); });
    for (const Range item : items) {
      // "by removing blockers and [writing stories]"
      if (named && !IsSubject(item)) continue;
      MarkRituals(item, filler ? kOwn | kTold | kHollow : work ? kOwn | kTold : kOwn | kPlain);
      MarkRitualWork(item, filler ? kDone | kChange : kDone);
    }
  }

  /// Rituals, and what dresses their names: "a fully [groomed] backlog".
  void MarkRituals(Range range, uint16_t bits) {
    Terms(range, bits, [&](const Term& term) {
      if (StatesFact(term)) return;
      for (uint32_t at = term.begin; at < term.end; ++at) heard_[at] = ritual_[at] = true;
    });
    const auto dresses = [&](uint32_t at, uint32_t ritual) {
      if (!ritual_[ritual] && !(said_[ritual] && Is(ritual, kAnyRitual))) return;
      if (!ritual_[at] && (Is(at, kModifier) || StatesNothing(at))) heard_[at] = ritual_[at] = true;
    };
    for (uint32_t at = range.end; at > range.begin + 1; --at) dresses(at - 2, at - 1);
    for (uint32_t at = range.begin + 1; at < range.end; ++at) dresses(at, at - 1);
  }

  /// A rule, a tool, a proper name among what classes speak of.
  bool StatesFact(const Term& term) const {
    for (uint32_t at = term.begin; at < term.end; ++at) {
      if (Is(at, kFact) || IsNameOfOther(at)) return true;
    }
    return false;
  }

  /// "with [Epic] and Cerner": a capital beside the name of something else.
  bool IsNameOfOther(uint32_t at) const {
    if (at == 0 || f_.shouting || T(at).letter_case == LetterCase::kLower || T(at).lower.ends_with('s')) return false;
    if (T(at - 1).Is("with")) return T(at).letter_case == LetterCase::kCapitalised && s_.Covers(at, g_.ritual);
    return false;
  }

  /// "by [writing] user stories": a deed on nothing but a ritual.
  void MarkRitualWork(Range range, uint16_t by) {
    bool ritual = false;
    std::vector<Range> work;
    for (uint32_t at = range.begin; at < range.end; ++at) {
      ritual |= ritual_[at];
      if (heard_[at]) continue;
      if (!Is(at, by)) return;
      work.push_back({at, at + 1});
    }
    if (!ritual) return;
    for (const Range word : work) heard_[word.begin] = true;
  }

  // ---- phrases of what is left

  bool Missing(Range range) const {
    return std::find(heard_.begin() + range.begin, heard_.begin() + std::max(range.begin, range.end), false) !=
           heard_.begin() + std::max(range.begin, range.end);
  }

  bool Keeps(Range range) const {
    for (uint32_t at = range.begin; at < range.end; ++at) {
      if (said_[at] && !StatesNothing(at)) return true;
    }
    return false;
  }

  /// Members of a list: "risks, issues and [dependencies]".
  std::vector<Range> Items(Range range) const {
    std::vector<Range> items;
    uint32_t begin = range.begin;
    for (uint32_t at = range.begin; at <= range.end; ++at) {
      const bool joint = at == range.end || T(at).Is(",") || T(at).Is(";") || T(at).Is("/") || T(at).Is("&") || T(at).Is("|") || T(at).Is("+") ||
                         T(at).Is("and") || T(at).Is("or") || T(at).Is("plus");
      if (!joint || (at < range.end && at > begin && InName(at))) continue;
      if (begin < at) items.push_back({begin, at});
      begin = at + 1;
    }
    return items;
  }

  /// "show [and] tell", "say[/]do ratio"
  bool InName(uint32_t at) const {
    return std::any_of(s_.terms.begin(), s_.terms.end(), [&](const Term& term) {
      return term.begin < at && at + 1 < term.end && lexicon_.classes()[term.cls].kind == ClassKind::kNouns;
    });
  }

  bool Listed(Range range) const {
    return std::any_of(listed_.begin(), listed_.end(), [&](const Phrase& phrase) { return Overlaps({phrase.range}, range); });
  }

  void Put(Range range, std::string text, bool figure = false) {
    if (!range.empty() && !Listed(range)) listed_.push_back({range, std::move(text), figure});
  }

  void Put(Range range) {
    if (!range.empty()) Put(range, std::string(s_.TextOf(range.begin, range.end)));
  }

  /// A phrase reads on its own: "for the depot" is listed as "the depot".
  Range Trim(Range range, bool deed = false) const {
    const auto idle = [&](uint32_t at) {
      const Token& token = T(at);
      return (token.kind == TokenKind::kPunctuation && !token.Is("(") && !token.Is(")")) || token.Is("and") || token.Is("or") ||
             (s_.TermAt(at, g_.bare) != nullptr && !(at + 1 < Size() && T(at + 1).hyphen_before));
    };
    const auto opens = [&](uint32_t at) { return T(at).Is("("); };
    while (!range.empty() && (idle(range.begin) || opens(range.begin))) {
      if (opens(range.begin) && !T(range.end - 1).Is(")")) break;
      if (opens(range.begin)) --range.end;
      ++range.begin;
    }
    const auto loose = [&](uint32_t at) { return !deed && (s_.Covers(at, g_.cadence) || s_.TermAt(at, g_.free) != nullptr); };
    while (!range.empty() && (idle(range.end - 1) || loose(range.end - 1))) --range.end;
    if (!range.empty() && T(range.end - 1).Is(")")) {
      uint32_t at = range.begin;
      while (at < range.end && !opens(at)) ++at;
      if (at == range.end) --range.end;  // its "(" stands before
    }
    // "requests [coming] from the depot"
    while (range.end - range.begin > 1 && range.end < Size() && s_.TermAt(range.end, g_.bare) != nullptr &&
           T(range.end - 1).lower.ends_with("ing") && !s_.Covers(range.end - 1, g_.noun_gerund) &&
           (VerbForms(T(range.end - 1).hash) & kGerund) != 0 && !InNounTerm(lexicon_, s_, range.end - 1)) {
      --range.end;
    }
    return range;
  }

  /// Lists the members of a list that are missing, neighbours in one phrase.
  void ListNounPhrases(Range range) {
    if (range.empty() || !Missing(range)) return;
    Range run;
    for (const Range item : Items(range)) {
      if (const uint32_t on = GoesOn(item); on != 0 && (Missing(item) || Missing({on, range.end}))) {
        Put(Trim({!run.empty() ? run.begin : Missing({item.begin, on}) ? item.begin : on, range.end}));
        return;
      }
      if (Missing(item)) {
        run = {run.empty() ? item.begin : run.begin, item.end};
      } else if (!run.empty() && !StatesNothingAtAll(item)) {
        Put(Trim(run));
        run = {};
      }
    }
    Put(Trim(run));
  }

  /// "dashboards [showing] velocity and …", not "a hiring plan": what follows belongs to it. 0 if nothing does.
  uint32_t GoesOn(Range item) const {
    for (uint32_t at = item.begin + 1; at + 1 < item.end; ++at) {
      if (T(at).lower.ends_with("ing") && T(at - 1).lower.ends_with("s") && (VerbForms(T(at).hash) & kGerund) != 0 && !InNounTerm(lexicon_, s_, at) &&
          !T(at).hyphen_before) {
        return at;
      }
    }
    return 0;
  }

  bool StatesNothingAtAll(Range range) const {
    for (uint32_t at = range.begin; at < range.end; ++at) {
      if (!StatesNothing(at)) return false;
    }
    return true;
  }

  /// "the developers" and "Pune" are "the developers in Pune".
  void Join() {
    for (size_t i = 0; i + 1 < listed_.size();) {
      Phrase& phrase = listed_[i];
      const Range next = listed_[i + 1].range;
      const bool names = phrase.figure && listed_[i + 1].figure;
      const uint8_t verb = T(next.begin - 1).Is("to") ? kBase | kGerund : kGerund;
      const bool deed = (VerbForms(T(next.begin).hash) & verb) != 0 && !InNounTerm(lexicon_, s_, next.begin);  // "by removing blockers"
      const bool gap = phrase.range.end < next.begin || !s_.Covers(next.begin, g_.cadence);  // not "board daily"
      bool joint = !deed && gap && phrase.text == s_.TextOf(phrase.range.begin, phrase.range.end);
      for (uint32_t at = phrase.range.end; at < next.begin; ++at)
        joint &= s_.TermAt(at, g_.bare) != nullptr || (names && (T(at).Is("and") || T(at).Is("&")));
      if (!joint) {
        ++i;
        continue;
      }
      phrase.range.end = next.end;
      phrase.text = s_.TextOf(phrase.range.begin, phrase.range.end);
      listed_.erase(listed_.begin() + static_cast<long>(i) + 1);
    }
  }

  void ListClause(size_t i) {
    const Clause& clause = f_.clauses[i];
    if (clause.kind != Clause::Kind::kAction) {
      if (Among(fields_.dropped, i) || Missing(clause.all)) Put(Trim(clause.all));
      return;
    }
    if (ListDeed(i)) return;
    if (Retells(i)) ListVerbs(clause);
    ListNounPhrases(clause.person);
    ListNounPhrases(clause.object);
    for (const Chunk& chunk : clause.chunks) ListChunk(chunk);
  }

  /// A deed that is gone as a whole, with its verb.
  bool ListDeed(size_t i) {
    const Clause& clause = f_.clauses[i];
    if (!Missing(clause.all)) return false;
    const bool helped = clause.opener != nullptr && clause.opener->person;
    if (clause.verbs.empty()) {  // "helped them become …"
      if (clause.opener == nullptr || Keeps(clause.object) || !Missing(clause.object)) return false;
      const bool them = helped && !clause.object.empty() && s_.TermAt(clause.object.begin, g_.pronoun) != nullptr;
      if (Among(fields_.deeds, i) && !them) return false;
      Put(Trim(clause.all, true));
      return true;
    }
    const VerbUse& use = clause.verbs.front();
    if (Among(fields_.deeds, i) || Among(fields_.beings, i) || use.forms == kNominal) return false;
    if (Keeps({use.begin, use.end})) return false;
    // "and sent them to the board", who are told
    const bool told = std::any_of(clause.chunks.begin(), clause.chunks.end(), [&](const Chunk& chunk) { return Keeps({chunk.inner, chunk.end}); });
    if (Retells(i) && heard_[use.begin] && told) return false;
    Put(Trim({helped ? clause.all.begin : use.begin, clause.all.end}, true));
    return true;
  }

  /// "coached and [hired] the crew"
  void ListVerbs(const Clause& clause) {
    for (const VerbUse& use : clause.verbs) {
      if (!Missing({use.begin, use.end})) continue;
      if (clause.object.empty() && !clause.chunks.empty()) {  // "signed off on releases"
        Put(Trim({use.begin, clause.chunks.front().end}));
        continue;
      }
      if (use.end == clause.object.begin) {
        Put(Trim({use.begin, clause.object.end}));
        continue;
      }
      std::string text(s_.TextOf(use.begin, use.end));
      if (!clause.object.empty() && clause.object.begin >= use.end)
        text += " " + std::string(s_.TextOf(clause.object.begin, clause.object.end));
      Put({use.begin, use.end}, std::move(text));
    }
  }

  void ListChunk(const Chunk& chunk) {
    const Range inner{chunk.inner, chunk.end};
    if (!Missing(inner)) return;
    const auto ritual = std::find(ritual_.begin() + inner.begin, ritual_.begin() + inner.end, true);
    switch (chunk.role) {
      case Part::kCadence:
        Put({chunk.begin, chunk.end});
        return;
      case Part::kTime:
        Put(Trim(inner));
        return;
      case Part::kAmount:  // "predictability to 94%"
        Put(Trim({BeforeAmount(chunk.begin), chunk.end}));
        return;
      case Part::kOther:
      case Part::kPurpose:
      case Part::kMeans:
      case Part::kEvidence:
      case Part::kBasis:
      case Part::kEnds:
      case Part::kGloss:
        if (ritual == ritual_.begin() + inner.end) {
          // "during the pilot", "on time"
          const bool whole = chunk.role == Part::kOther && (s_.TermAt(chunk.begin, g_.bare) == nullptr || s_.Covers(chunk.inner, g_.manner));
          Put(Trim(whole ? Range{chunk.begin, chunk.end} : inner));
          return;
        }
        [[fallthrough]];
      default:
        ListNounPhrases(inner);
    }
  }

  /// Where the noun phrase begins that ends before an amount; the amount's own place if it can't be listed with it.
  uint32_t BeforeAmount(uint32_t at) const {
    for (const Clause& clause : f_.clauses) {
      if (clause.object.end != at || clause.object.empty()) continue;
      const std::vector<Range> items = Items(clause.object);
      if (items.empty()) return at;  // signs alone
      const Range last = items.back();
      const bool all = std::find(said_.begin() + last.begin, said_.begin() + last.end, false) == said_.begin() + last.end;
      return all || Listed(last) ? at : last.begin;
    }
    return at;
  }

  /// Numbers, names and tools anywhere, rituals or not.
  void ListFigures() {
    const ClassId function = lexicon_.Find("W.function");
    for (uint32_t at = 0; at < Size(); ++at) {
      const Token& token = T(at);
      if (token.kind == TokenKind::kPunctuation || said_[at] || s_.Covers(at, g_.renamed) ||
          s_.TermAt(at, g_.speaker) != nullptr) {
        continue;
      }
      const bool name = token.kind == TokenKind::kWord && token.letter_case != LetterCase::kLower && at > 0 && !f_.shouting;
      const bool tool = s_.Covers(at, g_.tool);
      const bool often = s_.Covers(at, g_.cadence);
      if (token.kind != TokenKind::kNumber && !name && !tool && !often) continue;
      if (name && !tool && (s_.Covers(at, g_.ritual) || s_.Covers(at, g_.glue) || s_.Covers(at, g_.help))) continue;
      Range range{at, at + 1};
      while (often && range.end < Size() && T(range.end).hyphen_before) ++range.end;  // "bi-weekly"
      if (const Term* whole = tool ? s_.TermAt(at, g_.tool) : nullptr; whole != nullptr) range.end = whole->end;  // "MS Project"
      if (token.kind == TokenKind::kNumber) {
        while (range.end < Size() && range.end < at + kNumberReach && T(range.end).kind == TokenKind::kWord &&
               !s_.Covers(range.end, g_.determiner) && !said_[range.end] && s_.TermAt(range.end, g_.free) == nullptr &&
               function != kNoClass && !s_.Covers(range.end, function)) {
          ++range.end;
        }
      }
      // "15 go-to-market briefs", "Black Friday"
      const auto more = [&](uint32_t next) {
        return next < Size() && T(next).kind == TokenKind::kWord && !said_[next] && s_.TermAt(next, g_.speaker) == nullptr &&
               (T(next).hyphen_before || (name && T(next).letter_case != LetterCase::kLower));
      };
      while (more(range.end)) ++range.end;
      // "RAID log"
      for (const Term& term : s_.terms) {
        const bool longer = name && !tool && term.begin == range.begin && term.end > range.end;
        if (longer && lexicon_.classes()[term.cls].kind == ClassKind::kNouns && !Keeps({range.begin, term.end})) range.end = term.end;
      }
      Put(range, std::string(s_.TextOf(range.begin, range.end)), true);
    }
  }

  const RewriteRules& rules_;
  const Grammar& g_;
  const Lexicon& lexicon_;
  const DroppedBullet& bullet_;
  const Sentence& s_;
  const Frame& f_;
  const RewriteClass& c_;
  const Fields& fields_;
  const Sentence& out_;
  std::vector<uint16_t> marks_;      // by class
  std::vector<uint16_t> words_are_;  // by token
  bool asked_ = false;  // the template asks for these, not the class
  WordSet words_;   // of the rewrite, outside slots
  WordSet lemmas_;  // of its verbs
  std::vector<const Token*> spoken_;
  std::vector<bool> said_;    // by token of the bullet
  std::vector<bool> heard_;   // said, retold, or states nothing
  std::vector<bool> ritual_;  // part of a ritual's name
  std::vector<Phrase> listed_;
};

}  // namespace

DroppedBullet::DroppedBullet(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet)
    : sentence(bullet), marks(lexicon.classes().size()), words(bullet.tokens.size()) {
  const Grammar& g = rules.grammar;
  Mark(marks, {g.no_fact, g.renamed}, kNothing);
  Mark(marks, {g.modifier}, kModifier);
  Mark(marks, {g.fact}, kFact);
  Mark(marks, rules.retold, kDone);
  Mark(marks, rules.rituals, kAnyRitual);
  Mark(marks, {g.ritual, g.meeting}, kPlain);
  Mark(marks, {g.told}, kTold);
  Mark(marks, {g.hollow}, kHollow);
  Mark(marks, {g.apart}, kApart);
  Mark(marks, {g.light, g.help, g.serve, g.ensure, g.together, g.be}, kWork);
  Mark(marks, {g.change, g.ensure}, kChange);
  for (const Term& term : bullet.terms) {
    for (uint32_t at = term.begin; at < term.end; ++at) words[at].nothing |= (marks[term.cls] & kNothing) != 0;
  }
  for (uint32_t at = 0; at < words.size(); ++at) {
    const Token& token = bullet.tokens[at];
    Word& word = words[at];
    if (token.kind == TokenKind::kPunctuation) {
      word.nothing = true;
    } else if (token.kind == TokenKind::kNumber || bullet.Covers(at, g.number)) {
      word.nothing = false;
    }
    if (word.nothing) continue;
    if (const std::string meant = lexicon.Correct(token); !meant.empty()) word.meant = HashOf(meant);
    AddLemmas(rules, token.lower, token.hash, word.lemmas);
    for (const auto& [numeral, digits] : rules.numerals) {
      if (token.lower == numeral) word.digits.push_back(HashOf(digits));
    }
  }
}

std::vector<std::string> Dropped(const RewriteRules& rules, const Lexicon& lexicon, const DroppedBullet& bullet,
                                 const Frame& frame, const RewriteClass& c, const Template& t, const Fields& fields,
                                 const Sentence& rewrite) {
  return Omissions(rules, lexicon, bullet, frame, c, t, fields, rewrite).List();
}

}  // namespace resumelint
