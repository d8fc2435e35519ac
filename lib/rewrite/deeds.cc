#include "rewrite/deeds.h"

#include <algorithm>

#include "rewrite/words.h"

namespace resumelint {

bool InLongerRitual(const RewriteRules& rules, const Sentence& sentence, const Term& term) {
  return std::any_of(sentence.terms.begin(), sentence.terms.end(), [&](const Term& longer) {
    return term.Within(longer) && std::find(rules.rituals.begin(), rules.rituals.end(), longer.cls) != rules.rituals.end();
  });
}

bool HoldsOwn(const RewriteRules& rules, const Sentence& sentence, const RewriteClass& c, Range range) {
  const auto own = [&](const Term& t) { return std::find(c.objects.begin(), c.objects.end(), t.cls) != c.objects.end(); };
  return std::any_of(sentence.terms.begin(), sentence.terms.end(), [&](const Term& term) {
    if (term.begin < range.begin || term.end > range.end || !own(term) || InsideCompound(sentence, term)) return false;
    return std::none_of(sentence.terms.begin(), sentence.terms.end(), [&](const Term& longer) {
      return term.Within(longer) && std::find(rules.rituals.begin(), rules.rituals.end(), longer.cls) != rules.rituals.end() &&
             std::none_of(sentence.terms.begin(), sentence.terms.end(), [&](const Term& same) {
               return same.begin == longer.begin && same.end == longer.end && own(same);
             });
    });
  });
}

bool DoneBy(const Sentence& sentence, const Grammar& grammar, const RewriteClass& c, const Clause& clause) {
  if (c.by.empty() || clause.verbs.empty()) return true;
  return std::any_of(clause.verbs.begin(), clause.verbs.end(), [&](const VerbUse& use) {
    if (HoldsTerm(sentence, {use.begin, use.end}, c.by)) return true;
    const bool helps = clause.agency == Agency::kHelp && sentence.TermAt(use.begin, grammar.help) != nullptr;
    if (helps || sentence.TermAt(use.begin, grammar.be) != nullptr) return true;
    // "led the rollout of …": the noun says what was done.
    const bool light = (use.forms & kNominal) != 0 || sentence.TermAt(use.begin, grammar.light) != nullptr;
    return light && std::any_of(sentence.terms.begin(), sentence.terms.end(), [&](const Term& term) {
             return (term.forms & (kNominal | kGerund)) != 0 && clause.object.begin <= term.begin &&
                    term.end <= clause.object.end && std::find(c.by.begin(), c.by.end(), term.cls) != c.by.end();
           });
  });
}

DeedFinder::DeedFinder(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
                       const Frame& frame, const RewriteClass& c, const Composer& composer)
    : rules_(rules), g_(rules.grammar), lexicon_(lexicon), s_(sentence), f_(frame), c_(c), compose_(composer) {}

bool DeedFinder::IsRitual(const Clause& clause) const {
  if (clause.kind != Clause::Kind::kAction) return false;
  Range range = clause.object;
  if (range.empty() && !clause.chunks.empty())
    range = {clause.chunks[0].begin, clause.chunks[0].end};
  if (compose_.Holds(range, g_.paper)) return true;
  // "ensured timely delivery" says nothing.
  if (compose_.Holds(VerbRange(clause), g_.ensure) && compose_.Holds(range, g_.empty)) return true;
  return compose_.Holds(VerbRange(clause), g_.take_in) && compose_.Holds(range, g_.requirement);
}

bool DeedFinder::OfClass(const Clause& clause) const {
  if (!DoneBy(s_, g_, c_, clause) || ByOthers(clause)) return false;
  if (HoldsOwn(rules_, s_, c_, clause.object)) return true;
  for (const VerbUse& use : clause.verbs) {
    if (compose_.Holds({use.begin, use.end}, c_.deeds)) return true;
  }
  return std::any_of(clause.chunks.begin(), clause.chunks.end(),
                     [&](const Chunk& chunk) { return NamesDeed(clause, chunk); });
}

bool DeedFinder::NamesDeed(const Clause& clause, const Chunk& chunk) const {
  const Range inner{chunk.inner, chunk.end};
  if (inner.empty() || !compose_.Holds(inner, c_.objects)) return false;
  // "took part in sales calls to understand needs": what the calls were for was no deed.
  const bool named = clause.verbs.empty() && clause.opener != nullptr;
  switch (chunk.role) {
    case Part::kTarget:
    case Part::kFiller:
      return !named;
    case Part::kPurpose:
      return !named && !compose_.Holds(inner, g_.clause_word) && compose_.Holds(WhatIsDone(inner), c_.objects);
    case Part::kMeans:
      return clause.verbs.empty() || compose_.Holds(VerbRange(clause), g_.ensure);  // "ensured delivery by removing blockers"
    case Part::kInitiative:
      return compose_.EndsIn(inner, c_.objects);
    case Part::kOther:
    case Part::kPeople:
      if (!AllRituals(inner)) return false;
      return clause.agency == Agency::kHelp || clause.object.empty() ||
             compose_.Holds(clause.object, {g_.people, g_.team});
    default:
      return clause.verbs.empty();
  }
}

bool DeedFinder::AllRituals(Range list) const {
  const std::vector<Range> items = Items(list);
  return std::ranges::all_of(items, [&](Range item) { return compose_.Holds(item, rules_.rituals); });
}

std::vector<Range> DeedFinder::Items(Range list) const {
  std::vector<Range> items;
  uint32_t begin = list.begin;
  for (uint32_t i = list.begin; i <= list.end; ++i) {
    if (i < list.end && !s_.tokens[i].Is(",") && !s_.tokens[i].Is("and")) continue;
    if (begin < i) items.push_back({begin, i});
    begin = i + 1;
  }
  return items;
}

Range DeedFinder::WhatIsDone(Range purpose) const {
  uint32_t end = purpose.begin + 1;
  while (end < purpose.end && !rules_.segment_starts.Contains(s_.tokens[end].hash)) ++end;
  return {purpose.begin, end};
}

bool DeedFinder::ByOthers(const Clause& clause) const {
  return std::any_of(clause.chunks.begin(), clause.chunks.end(), [&](const Chunk& chunk) {
    return s_.tokens[chunk.begin].Is("by") && chunk.role != Part::kMeans &&
           compose_.Holds({chunk.inner, chunk.end}, {g_.people, g_.team});
  });
}

bool DeedFinder::SpeaksOfRitual(size_t at) const {
  if (at == 0 || c_.keeps) return false;
  const Clause& before = f_.clauses[at - 1];
  if (before.kind != Clause::Kind::kAction) return false;
  if (before.chunks.empty()) return compose_.Holds(before.object, rules_.rituals);
  const Chunk& last = before.chunks.back();
  return last.role != Part::kInitiative && compose_.Holds({last.inner, last.end}, rules_.rituals);
}

bool DeedFinder::PointsBack(const Clause& clause) const {
  if (clause.kind != Clause::Kind::kAction) return HoldsPronoun(clause.all);
  return std::any_of(clause.chunks.begin(), clause.chunks.end(),
                     [&](const Chunk& chunk) { return HoldsPronoun({chunk.inner, chunk.end}); });
}

bool DeedFinder::HoldsPronoun(Range range) const {
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (Pronoun(i)) return true;
  }
  return false;
}

bool DeedFinder::TellsToo(const Clause& clause) const {
  return !c_.keeps && clause.object.empty() && !clause.chunks.empty() && clause.chunks.front().role == Part::kAudience &&
         DoneBy(s_, g_, c_, clause) && !c_.by.empty();
}

bool DeedFinder::Assures(const Clause& clause) const {
  return clause.kind == Clause::Kind::kParticiple && s_.TermAt(clause.all.begin, g_.ensure) != nullptr;
}

bool DeedFinder::SaysNothing(Range range) const {
  if (!compose_.Holds(range, g_.empty) || compose_.Holds(range, {g_.metric, g_.number})) return false;
  return std::none_of(s_.tokens.begin() + range.begin, s_.tokens.begin() + range.end,
                      [](const Token& token) { return token.kind == TokenKind::kNumber; });
}

bool DeedFinder::OfLabel(size_t i) const {
  return !f_.label.empty() && out_.deeds.empty() && i == 0 && compose_.Holds(f_.label, c_.objects);
}

void DeedFinder::SortClauses() {
  for (size_t i = 0; i < f_.clauses.size(); ++i) {
    const Clause& clause = f_.clauses[i];
    if (clause.being) {
      out_.beings.push_back(i);
    } else if (clause.kind != Clause::Kind::kAction) {
      if (clause.kind == Clause::Kind::kRelative && SpeaksOfRitual(i)) {
        out_.dropped.push_back(i);
      } else if (!c_.keeps && clause.kind == Clause::Kind::kParticiple && SaysNothing(clause.all)) {
        out_.dropped.push_back(i);  // "resulting in timely delivery"
      } else if (clause.result || clause.kind == Clause::Kind::kRelative) {
        out_.results.push_back(i);
      } else if (!c_.keeps && (PointsBack(clause) || Assures(clause))) {
        out_.dropped.push_back(i);
      } else {
        out_.others.push_back(i);
      }
    } else if (c_.keeps) {
      out_.deeds.push_back(i);
    } else if ((OfClass(clause) || OfLabel(i)) &&
               (out_.deeds.empty() || f_.clauses[out_.deeds[0]].agency == clause.agency)) {
      out_.deeds.push_back(i);
    } else if (!out_.deeds.empty() && (Echo(clause) || TellsToo(clause))) {
      out_.echoes.push_back(i);  // "and added them to the roadmap"
    } else if (!out_.deeds.empty() && PointsBack(clause)) {
      out_.dropped.push_back(i);
    } else if (clause.result) {
      out_.others.push_back(i);
    } else if (IsRitual(clause)) {
      out_.dropped.push_back(i);
    } else {
      out_.others.push_back(i);
    }
  }
  // ", helping the owner keep …": whose deed it was, the frame doesn't tell.
  const bool helping = std::any_of(out_.others.begin(), out_.others.end(), [&](size_t i) {
    const Clause& clause = f_.clauses[i];
    return clause.kind == Clause::Kind::kParticiple && s_.TermAt(clause.all.begin, g_.help) != nullptr;
  }) || std::any_of(f_.clauses.begin(), f_.clauses.end(), [&](const Clause& clause) {
    return clause.kind == Clause::Kind::kAction && clause.comma && clause.agency == Agency::kHelp && !out_.deeds.empty() &&
           f_.clauses[out_.deeds[0]].agency != Agency::kHelp;
  });
  if (helping && !c_.keeps) out_.loose = true;
  if (!out_.deeds.empty() || c_.keeps) return;
  for (std::vector<size_t>* from : {&out_.dropped, &out_.others}) {
    for (size_t k = 0; k < from->size(); ++k) {
      if (f_.clauses[(*from)[k]].kind != Clause::Kind::kAction || f_.clauses[(*from)[k]].result)
        continue;
      out_.loose = from == &out_.others;
      out_.stand_in = from == &out_.dropped;
      out_.deeds.push_back((*from)[k]);
      from->erase(from->begin() + static_cast<long>(k));
      return;
    }
  }
}

bool DeedFinder::Pronoun(uint32_t at) const {
  return s_.TermAt(at, g_.pronoun) != nullptr && (s_.tokens[at].letter_case != LetterCase::kUpper || f_.shouting);
}

}  // namespace resumelint
