#include "rewrite/doubts.h"

#include <fmt/format.h>

#include <algorithm>

namespace resumelint {

void Doubts::CheckWhole(const std::vector<Clause>& clauses) {
  if (clauses.empty()) Doubt("no deed found");
  if (begin_ < end_ && Is(end_ - 1, ":")) Doubt("announces a list");
  for (const Clause& clause : clauses) {
    if (clause.opener != nullptr && !clause.opener->person && clause.agency == Agency::kHelp && clause.verbs.empty() && !clause.object.empty() &&
        HeadIs(clause.object.end - 1, {g_.team})) {
      Doubt("a part in people");  // "engaged in a team"
    }
  }
  for (uint32_t i = begin_; i + 1 < end_; ++i) {
    if (Is(i + 1, "own") && In(i, g_.first_person)) Doubt("\"my own\" has no other word");
  }
  // "was the scrum master and wrote …": with a deed behind it, what the person was can lead in.
  const bool deed = std::any_of(clauses.begin(), clauses.end(), [](const Clause& c) {
    return c.kind == Clause::Kind::kAction && !c.being;
  });
  if (!deed) Doubt("says what the person was, not what was done");
}

void Doubts::CheckNominals(const Clause& clause) {
  // "requirements management and the coordination [of …]": of which, only the second.
  for (uint32_t i = clause.object.begin; clause.verbs.empty() && i + 1 < clause.object.end; ++i) {
    const uint32_t noun = In(i + 1, g_.determiner) ? i + 2 : i + 1;
    if (IsConnector(i) && noun + 1 == clause.object.end && !Nominals(noun).empty()) Doubt("two works in one name");
  }
  if (clause.verbs.empty() || (clause.verbs.front().forms & kNominal) == 0) return;
  for (uint32_t i = clause.object.begin; i + 1 < clause.object.end; ++i) {
    if ((!IsConnector(i) && !Is(i, ",")) || InCompoundNoun(i + 1)) continue;
    const bool work = !rules_.VerbOfNominal(T(i + 1).lower, T(i + 1).hash).empty() ||
                      std::any_of(s_.terms.begin(), s_.terms.end(), [&](const Term& term) {
                        return term.begin == i + 1 && term.end == clause.object.end && (term.forms & kNominal) != 0;
                      });
    if (work) Doubt("two works in one name");
  }
}

void Doubts::CheckFinite(const Clause& clause) {
  if (!clause.verbs.empty() && In(clause.verbs.front().begin, g_.ensure)) return;
  if (!clause.object.empty() && In(clause.object.begin, g_.negation)) Doubt("what was not done");
  for (const Chunk& chunk : clause.chunks) {
    if (Is(chunk.begin, "as") && Is(chunk.begin + 1, "well")) Doubt("deeds joined by \"as well as\"");
    // "a wishlist from the desk turned into epics"
    const uint32_t last = chunk.end - 1;
    if (clause.verbs.empty() && last > chunk.inner && Reading(last, kPast) != nullptr && !InNounTerm(last)) Doubt("a participle behind a noun");
    if (chunk.role == Part::kInitiative || chunk.role == Part::kTarget) CheckNoClause({chunk.inner, chunk.end});
  }
  CheckNoClause(clause.object);
  for (uint32_t i = clause.object.begin; i < clause.object.end; ++i) {
    if (s_.Covers(i, g_.relative) || s_.Covers(i, g_.subordinate)) return;
    const VerbReading* past = Reading(i, kPast);
    if (past != nullptr && (past->forms & (kParticiple | kBase)) == 0) {
      Doubt(fmt::format("a verb inside a noun: {}", T(i).lower));
    }
  }
}

void Doubts::CheckNoClause(Range noun) {
  for (uint32_t i = noun.begin; i < noun.end; ++i) {
    if (s_.Covers(i, g_.relative) || s_.Covers(i, g_.subordinate) || s_.Covers(i, g_.clause_word)) return;
    if (i > noun.begin && In(i, g_.modal) && !In(i, g_.month) && !(i + 1 < end_ && T(i + 1).hyphen_before)) Doubt("a clause inside a noun");
  }
}

std::vector<VerbUse> Doubts::Nominals(uint32_t noun) const {
  std::vector<VerbUse> verbs;
  std::string joint;
  while (noun < end_) {
    const std::string_view verb = rules_.VerbOfNominal(T(noun).lower, T(noun).hash);
    if (verb.empty() || InCompoundNoun(noun)) break;
    verbs.push_back({noun, noun + 1, std::string(verb), kNominal, joint});
    if (Is(noun + 1, "of")) return verbs;
    if (!Is(noun + 1, ",") && !IsConnector(noun + 1)) break;
    joint = T(++noun).lower;
    if (Is(noun, ",") && IsConnector(noun + 1)) joint += " " + T(++noun).lower;
    ++noun;
  }
  return {};
}

bool Doubts::ListsDressed(uint32_t list, uint32_t at) const {
  if (list >= at || !Describes(list) || !Describes(at)) return false;
  const uint32_t after = at + 2;  // "saved cards [and]", "slow pages [in]"
  return after >= end_ || IsClauseEnd(after) || Is(after, ",") || IsConnector(after) || PrepositionAt(after) > 0;
}

bool Doubts::Describes(uint32_t at) const {
  if (Reading(at, kParticiple) == nullptr && Reading(at, kGerund) == nullptr) return false;
  return at + 1 < end_ && T(at + 1).kind == TokenKind::kWord && T(at + 1).lower.ends_with('s') && !In(at + 1, g_.determiner) && PrepositionAt(at + 1) == 0;
}

bool Doubts::DressesNoun(uint32_t at) const {
  return Reading(at, kParticiple) != nullptr && !In(at + 1, g_.determiner) && !BeginsWithNumber(at + 1) && !OpenerAt(at) && !BeginsVerbTerm(at);
}

}  // namespace resumelint
