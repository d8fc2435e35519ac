#include "rewrite/heads.h"

#include <algorithm>

#include "language/phrase_match.h"

namespace resumelint {

namespace {

constexpr uint32_t kPassiveReach = 9;  // tokens within which a passive's "was" may follow

}  // namespace

std::optional<Heads::FoundOpener> Heads::OpenerAt(uint32_t at) const {
  std::optional<FoundOpener> best;
  for (const Opener& opener : rules_.openers) {
    for (const Phrase& phrase : opener.phrases) {
      const auto match = MatchAt(phrase, s_, at);
      if (!match || match->end > end_) continue;
      if (!best || match->end > best->end) best = {&opener, match->end};
    }
  }
  return best;
}

bool Heads::NamesDeed(uint32_t at) const {
  return std::ranges::any_of(s_.terms, [&](const Term& verb) {
    return verb.begin == at && verb.end - verb.begin > 1 && lexicon_.classes()[verb.cls].kind == ClassKind::kVerbs &&
           std::ranges::none_of(s_.terms, [&](const Term& longer) {
             return longer.end > verb.end && verb.Within(longer) && lexicon_.classes()[longer.cls].kind == ClassKind::kNouns;
           });
  });
}

uint8_t Heads::HeadForm(uint32_t at, uint8_t forms) const {
  if (at >= end_ || T(at).kind != TokenKind::kWord) return 0;
  if (T(at).hyphen_before && at > begin_) return 0;
  if (at + 1 < end_ && T(at + 1).hyphen_before && !Hyphenated(at)) return 0;  // "wound-care", "failed-delivery rebooking"
  for (const VerbForm form : {kPast, kBase, kThird, kGerund}) {
    if ((forms & form) == 0 || Reading(at, form) == nullptr) continue;
    if (form != kPast && InCompoundNoun(at) && !NamesDeed(at)) continue;
    return form;
  }
  return 0;
}

VerbUse Heads::UseAt(uint32_t at, uint8_t form) const {
  VerbUse use;
  use.begin = at;
  use.end = Hyphenated(at) ? at + 2 : at + 1;
  use.forms = form;
  use.lemma = std::string(Reading(at, form)->lemma);
  if (In(use.end, g_.particle) && !(use.end + 1 < end_ && T(use.end + 1).kind == TokenKind::kNumber)) ++use.end;
  use.end = std::max(use.end, EndOf(at, g_.ensure));  // "made sure"
  return use;
}

bool Heads::NamesWork(uint32_t at) const {
  if (at + 1 >= end_) return true;
  if (Reading(at, kBase) == nullptr || Reading(at, kPast) != nullptr) return false;
  for (const Term& term : s_.terms) {
    if (term.begin != at + 1 || (term.forms & kNominal) == 0 || InCompoundNoun(at + 1)) continue;
    return !(Is(term.end, "of") && In(at, g_.light));  // "lead development of …" tells a deed
  }
  if (InNounTerm(at) && (Is(at + 1, "between") || Is(at + 2, "between"))) return true;  // "interface (function) between sales and support"
  return Is(at + 1, "of") || (Reading(at + 1, kGerund) != nullptr && !In(at + 1, g_.determiner));
}

uint32_t Heads::Passive(uint32_t at) const {
  if (Reading(at, kPast) != nullptr && Reading(at, kBase) == nullptr && !In(at, g_.be)) return 0;
  for (uint32_t i = at + 1; i < end_ && i < at + kPassiveReach; ++i) {
    if (Is(i, ",") || Is(i, ";") || Is(i, ":")) return 0;
    if (!In(i, g_.be)) continue;
    const uint32_t participle = SkipAdverbs(EndOf(i, g_.be));
    return Reading(participle, kParticiple) != nullptr ? participle : 0;
  }
  return 0;
}

bool Heads::Changes(uint32_t at) const {
  for (const ClassId cls : {g_.result, g_.move, g_.cause_verb}) {
    const Term* term = s_.TermAt(at, cls);
    if (term == nullptr) continue;
    if ((term->forms & (kPast | kParticiple | kGerund)) != 0 || !InNounTerm(at)) return true;
  }
  return false;
}

bool Heads::SpeaksOfChange(Range range) const {
  bool changes = false;
  bool amount = false;
  for (uint32_t i = range.begin; i < range.end; ++i) {
    if (s_.Covers(i, g_.velocity)) return false;  // a figure that means nothing outside the team
    changes |= Changes(i);
    amount |= T(i).kind == TokenKind::kNumber || In(i, g_.metric);
  }
  return changes && amount;
}

bool Heads::ListsVerbs(uint32_t at, uint8_t form) const {
  uint32_t next = at + 1;
  if (!Is(next, ",") && !IsConnector(next)) return false;
  ++next;
  if (IsConnector(next)) ++next;
  return HeadForm(next, form) == form && LooksLikeDeed(next, form);
}

bool Heads::LooksLikeDeed(uint32_t at, uint8_t form) const {
  if (HeadForm(at, form) != form) return false;
  const uint32_t next = at + 1;
  if (form == kPast) {
    if (Is(next, "by") && Reading(at, kParticiple) != nullptr) return false;  // "approved by the board"
    if (Reading(next, kGerund) != nullptr && In(next, g_.noun_gerund) && !BeginsVerbTerm(at)) return false;  // "ground handling"
    // "reviewed designs and completed stories" reads as a deed; "and requested by" doesn't.
    return next < end_ || Reading(at, kParticiple) == nullptr;
  }
  if (next >= end_ || Is(next, ",") || IsConnector(next)) return false;
  if (In(next, g_.determiner) || In(next, g_.pronoun) || T(next).kind == TokenKind::kNumber) return true;
  if (form == kGerund && Is(next, "to") && !BeginsVerbTerm(at)) return false;  // "in planning and [licensing] to map …"
  if (form == kGerund) return !PrepositionAt(next) || Is(next, "of") || Is(next, "with") || Is(next, "to");
  if (!In(at, g_.noun_verb) && !InNounTerm(at)) {
    for (const Term& term : s_.terms) {
      if (term.begin == at && lexicon_.classes()[term.cls].kind == ClassKind::kVerbs &&
          (term.forms & form) != 0) {
        return true;
      }
    }
  }
  // A base form is more often a noun; a known object or preposition of a deed must follow.
  for (const Term& term : s_.terms) {
    if (term.begin == at && lexicon_.classes()[term.cls].kind == ClassKind::kVerbs &&
        (term.forms & form) != 0) {
      for (const Term& object : s_.terms) {
        if (object.begin > at && object.begin <= at + 3 && IsRitual(object.cls)) return true;
      }
      return Is(next, "in") || Is(next, "with") || term.end > at + 1;
    }
  }
  return false;
}

bool Heads::JoinsAdjectives(uint32_t piece, uint32_t joint) const {
  if (joint <= piece || !IsConnector(joint) || Reading(joint + 1, kParticiple) == nullptr) return false;
  const uint32_t noun = joint + 2;
  if (noun >= end_ || T(noun).kind != TokenKind::kWord || In(noun, g_.determiner) || PrepositionAt(noun) > 0) return false;
  const uint32_t last = joint - 1;
  return !InNounTerm(last) && (In(last, g_.modifier) || Reading(last, kParticiple) != nullptr);
}

bool Heads::IsRitualDeed(uint32_t at) const {
  return std::any_of(rules_.retold.begin(), rules_.retold.end(), [&](ClassId cls) { return In(at, cls); });
}

bool Heads::IsRitual(ClassId cls) const {
  return std::find(rules_.rituals.begin(), rules_.rituals.end(), cls) != rules_.rituals.end();
}

uint32_t Heads::Close(uint32_t open) const {
  int depth = 0;
  for (uint32_t i = open; i < end_; ++i) {
    if (Is(i, "(")) ++depth;
    if (Is(i, ")") && --depth == 0) return i + 1;
  }
  return 0;
}

bool Heads::CutsAtOf(uint32_t piece, uint32_t at, bool in_object) const {
  if (!in_object || at == piece || InCompoundNoun(at)) return false;
  if (In(at - 1, g_.posted)) return true;  // "kept the board informed of …"
  for (const Term& term : s_.terms) {
    if (term.begin >= at) break;
    if (term.end == at && (IsRitual(term.cls) || (term.forms & (kNominal | kGerund)) != 0))
      return true;
  }
  return false;
}

bool Heads::DeedInParticiple(uint32_t at) const {
  uint32_t end = at;
  while (!IsClauseEnd(end) && !(end > at && Is(end, ","))) ++end;
  return Holds({at, end}, g_.told) && !SpeaksOfChange({at, end}) && !In(at, g_.ensure) &&
         (Holds({at, end}, g_.velocity) || (!In(at, g_.result) && !In(at, g_.cause_verb)));
}

bool Heads::StartsParticiple(uint32_t at) const {
  if (Reading(at, kGerund) == nullptr || InCompoundNoun(at)) return false;
  const uint32_t next = at + 1;
  if (next >= end_ || Is(next, ",") || IsConnector(next)) return false;
  // "top-ups, [roaming] bundles and bills": a verb that no class knows, in a list of nouns
  const bool listed = !BeginsVerbTerm(at) && T(next).lower.ends_with('s') && next + 1 < end_ && IsConnector(next + 1);
  return PrepositionAt(at) == 0 && !listed;
}

bool Heads::StartsResult(uint32_t at) const {
  const Term* lead = at < end_ ? s_.TermAt(at, g_.lead_to) : nullptr;
  if (lead != nullptr && (lead->forms & kGerund) != 0) return true;
  const Term* cause = at < end_ ? s_.TermAt(at, g_.cause_verb) : nullptr;
  if (cause == nullptr || (cause->forms & kGerund) == 0 || InCompoundNoun(at) ||
      T(at).hyphen_before)
    return false;
  if (at == 0 || T(at - 1).kind == TokenKind::kPunctuation || PrepositionAt(at - 1) > 0 ||
      IsConnector(at - 1)) {
    return false;
  }
  return In(at + 1, g_.determiner) || (at + 1 < end_ && T(at + 1).kind == TokenKind::kNumber);
}

bool Heads::PurposeIsDeed(const Clause& clause, uint32_t verb) const {
  if (clause.verbs.empty() || clause.object.empty()) return false;
  if (const uint32_t verb_at = clause.verbs.front().begin; In(verb_at, g_.together) || In(verb_at, g_.attend)) return false;
  if (Holds(clause.object, g_.told) || !Holds(clause.object, {g_.evidence, g_.meeting})) return false;
  verb = SkipAdverbs(verb);
  uint32_t end = verb + 1;
  while (!IsClauseEnd(end) && PrepositionAt(end) == 0) ++end;
  return In(verb, g_.take_in) && Holds({verb, end}, g_.told);
}

}  // namespace resumelint
