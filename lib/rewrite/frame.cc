#include "rewrite/frame.h"

#include <algorithm>
#include <optional>

#include "rewrite/doubts.h"

namespace resumelint {

namespace {

constexpr uint8_t kAnyHead = kBase | kThird | kPast | kGerund;
constexpr uint32_t kLabelReach = 6;   // tokens within which a label's colon follows
constexpr uint32_t kPersonReach = 7;  // tokens between "helped" and the verb of whom was helped

class FrameParser : private Doubts {
 public:
  using Doubts::Doubts;

  Frame Parse() {
    frame_.shouting = shouting_;
    uint32_t at = Label(begin_);
    bool comma = false;
    while (at < end_) {
      const uint32_t before = at;
      at = ParseClause(at, comma, frame_.clauses.empty());
      comma = comma_;
      if (at <= before) at = before + 1;
    }
    CheckWhole(frame_.clauses);
    frame_.doubts = std::move(doubts_);
    return std::move(frame_);
  }

 private:
  // ---- the line as a whole

  uint32_t Label(uint32_t at) {
    for (uint32_t i = at + 1; i < end_ && i < at + kLabelReach; ++i) {
      if (const uint32_t after = Is(i, "(") ? Close(i) : 0; after != 0) i = after;  // "Monitoring (in progress):"
      if (!Is(i, ":")) continue;
      if (i + 1 >= end_ || OpenerAt(at).has_value()) return at;
      frame_.label = {at, i};
      return i + 1;
    }
    return at;
  }

  // ---- clauses

  uint32_t ParseClause(uint32_t at, bool comma, bool first) {
    Clause clause;
    clause.comma = comma;
    clause.all.begin = at;
    uint32_t pos = at;
    const Opener* opener = nullptr;
    Agency agency = Agency::kDo;
    bool agency_known = false;
    for (int i = 0; i < 5; ++i) {
      pos = SkipAdverbs(pos);
      if (const uint32_t after = EndOf(pos, g_.subject); after != pos && (first || i == 0)) {
        pos = after;
        continue;
      }
      if (In(pos, g_.be) && OpenerAt(pos + 1)) {
        ++pos;
        continue;
      }
      const auto found = OpenerAt(pos);
      if (!found) break;
      if (found->opener->preamble) {
        pos = found->end;
        continue;
      }
      // The lowest agency of several openers counts: "responsible for assisting with …".
      if (!agency_known || found->opener->agency < agency) {
        agency = found->opener->agency;
        opener = found->opener;
      }
      agency_known = true;
      pos = found->end;
    }
    if (first && opener == nullptr && In(pos, g_.skill)) Doubt("an ability, not a deed");
    if (pos >= end_) {
      Doubt("nothing after the opener");
      return end_;
    }
    clause.opener = opener;
    clause.agency = agency;

    if (opener == nullptr && !first) return ParseLater(at, pos, std::move(clause));
    // "to" wants a base form, every other opener an -ing form; "contribute to" has a "to" of its own.
    const bool to = opener != nullptr && (opener->person || (Is(pos - 1, "to") && !opener->noun.ends_with(" to")));
    const bool finite = opener != nullptr && opener->finite;
    const uint8_t forms = opener == nullptr ? kAnyHead : static_cast<uint8_t>(finite ? kPast | kBase : to ? kBase : kGerund);
    if (const uint32_t participle = opener == nullptr ? Passive(pos) : 0; participle != 0) {
      return ParsePassive(pos, participle, std::move(clause));
    }
    uint32_t head = pos;
    uint8_t form = HeadForm(head, forms);
    if (opener != nullptr && opener->person && form == 0) {
      for (uint32_t i = pos + 1; i < end_ && i < pos + kPersonReach; ++i) {
        if (Reading(i, kBase) == nullptr || InCompoundNoun(i) || T(i).hyphen_before) continue;
        if (!HoldsPeople({pos, i})) continue;
        if (HoldsPeople({i, i + 1})) continue;
        clause.person = {pos, i};
        head = i;
        form = kBase;
        break;
      }
    }
    if (const uint32_t deed = opener == nullptr && form != 0 && In(head, g_.help) ? DeedHelped(head) : 0; deed != 0) {
      const auto helped = std::ranges::find(rules_.openers, true, &Opener::person);
      if (helped != rules_.openers.end()) {
        if (frame_.tense == 0) frame_.tense = form;
        clause.opener = &*helped;
        clause.agency = helped->agency;
        clause.person = {head + 1, deed - 1};
        head_form_ = kGerund;
        return ParseDeed(deed, kGerund, std::move(clause));
      }
    }
    if (opener == nullptr && form == kBase && NamesWork(head)) form = 0;
    if (form == kGerund && head + 1 < end_ && IsConnector(head + 1)) {
      if (HeadForm(head + 2, kGerund) == 0 || head + 3 >= end_) form = 0;  // "Planning and review of …", "Planning and scheduling"
    }
    if (form == 0) return ParseNominal(pos, std::move(clause));
    if (frame_.tense == 0 && opener == nullptr) frame_.tense = form;
    head_form_ = form;
    return ParseDeed(head, form, std::move(clause));
  }

  /// "supported the owner in [writing] stories": what both did; 0 if that isn't told.
  uint32_t DeedHelped(uint32_t help) const {
    for (uint32_t i = help + 2; i + 1 < end_ && i < help + kPersonReach; ++i) {
      if (!Is(i, "in") && !Is(i, "with")) continue;
      return HoldsPeople({help + 1, i}) && LooksLikeDeed(i + 1, kGerund) ? i + 1 : 0;
    }
    return 0;
  }

  /// A clause after the first that no opener begins.
  uint32_t ParseLater(uint32_t at, uint32_t pos, Clause clause) {
    // "helped teams adopt … and move …": the second deed is theirs too.
    if (!frame_.clauses.empty() && !frame_.clauses.back().person.empty() && HeadForm(pos, kBase) != 0) {
      Doubt("a second deed of those who were helped");
    }
    if (!frame_.clauses.empty() && EnsuresDeed(frame_.clauses.back()) && HeadForm(pos, kPast | kThird) != 0) {
      Doubt("a second deed of those who were seen to");
    }
    if (const uint32_t participle = Passive(pos);
        participle != 0 && HeadForm(pos, head_form_) == 0) {
      return ParsePassive(pos, participle, std::move(clause));
    }
    // "creation of epics and execution of tests"
    if (!frame_.clauses.empty() && !frame_.clauses.back().verbs.empty() && (frame_.clauses.back().verbs.front().forms & kNominal) != 0 &&
        !Nominals(pos).empty()) {
      return ParseNominal(pos, std::move(clause));
    }
    const uint8_t gerund = gerund_deed_ ? kGerund : 0;
    gerund_deed_ = false;
    const uint8_t form = HeadForm(pos, static_cast<uint8_t>(head_form_ | kPast | gerund));
    // "involved in writing … and testing …": in both
    if (form == kGerund && head_form_ == kGerund && !frame_.clauses.empty() && frame_.clauses.back().opener != nullptr) {
      clause.opener = frame_.clauses.back().opener;
      clause.agency = frame_.clauses.back().agency;
      clause.person = frame_.clauses.back().person;
    }
    if (form != 0) return ParseDeed(pos, form, std::move(clause));
    // A fragment or a clause with its own subject: kept as it stands.
    clause.kind = Clause::Kind::kIndependent;
    uint32_t end = at;
    while (!IsClauseEnd(end)) ++end;
    clause.all = {at, end};
    // "; the first release needed no hotfix": a sentence of its own says what came of it.
    bool sentence = false;
    for (uint32_t i = at + 1; i < end; ++i) sentence |= Reading(i, kPast) != nullptr && Reading(i, kBase) == nullptr;
    clause.result = SpeaksOfChange(clause.all) || (at > 0 && Is(at - 1, ";") && sentence && !Holds(clause.all, g_.paper));
    frame_.clauses.push_back(std::move(clause));
    return Next(end);
  }

  /// "ensured the crew [followed] the rules"
  bool EnsuresDeed(const Clause& clause) const {
    if (clause.verbs.empty() || !In(clause.verbs.front().begin, g_.ensure) || !HoldsPeople(clause.object)) return false;
    for (uint32_t i = clause.object.begin + 1; i < clause.object.end; ++i) {
      const VerbReading* past = Reading(i, kPast);
      if (past != nullptr && !InCompoundNoun(i) && HoldsPeople({clause.object.begin, i})) return true;
    }
    return false;
  }

  uint32_t ParsePassive(uint32_t at, uint32_t participle, Clause clause) {
    uint32_t object_end = at;
    while (!In(object_end, g_.be)) ++object_end;
    clause.passive = true;
    clause.object = {at, object_end};
    if (Holds(clause.object, g_.relative)) Doubt("a clause inside a noun");
    if (frame_.tense == 0) frame_.tense = kPast;
    head_form_ = kPast;
    VerbUse use = UseAt(participle, kParticiple);
    uint32_t verb_end = use.end;
    clause.verbs.push_back(std::move(use));
    while (IsConnector(verb_end) || Is(verb_end, ",")) {  // "extracted, cleaned and loaded"
      uint32_t joint = verb_end;
      if (Is(joint, ",") && IsConnector(joint + 1)) ++joint;
      const uint32_t verb = SkipAdverbs(joint + 1);
      if (Reading(verb, kParticiple) == nullptr || Passive(verb) != 0) break;
      if (verb + 1 < end_ && PrepositionAt(verb + 1) == 0 && !In(verb + 1, g_.particle) &&
          !In(verb + 1, g_.cadence) && !Is(verb + 1, ",") && !IsConnector(verb + 1)) {
        break;
      }
      VerbUse another = UseAt(verb, kParticiple);
      another.joint = T(joint).lower;
      verb_end = another.end;
      clause.verbs.push_back(std::move(another));
    }
    const uint32_t next = ParseBody(verb_end, clause, kParticiple);
    // "by me" says what every bullet says; "by the vendor" that it was someone else.
    for (size_t i = 0; i < clause.chunks.size();) {
      Chunk& chunk = clause.chunks[i];
      if (Is(chunk.begin, "by") &&
          (Is(chunk.inner, "me") || Is(chunk.inner, "us") || Is(chunk.inner, "myself"))) {
        clause.chunks.erase(clause.chunks.begin() + static_cast<long>(i));
        continue;
      }
      if (Is(chunk.begin, "by") &&
          HoldsPeople({chunk.inner, chunk.end})) {
        Doubt("someone else did it");
      }
      ++i;
    }
    Finish(std::move(clause), next);
    return Next(next);
  }

  /// "Backlog grooming for …", "the management of …": work named, not told.
  uint32_t ParseNominal(uint32_t at, Clause clause) {
    uint32_t noun = at;
    if (Is(noun, "the") || Is(noun, "all") || Is(noun, "overall")) ++noun;
    clause.verbs = Nominals(noun);
    if (!clause.verbs.empty()) {
      if (head_form_ == 0) head_form_ = kPast;
      if (clause.opener == nullptr && clause.verbs.front().lemma == "own") clause.agency = Agency::kOwn;
      if (clause.opener == nullptr && In(clause.verbs.front().begin, g_.help)) clause.agency = Agency::kHelp;
      const uint32_t next = ParseBody(clause.verbs.back().end + 1, clause, kNominal);
      Finish(std::move(clause), next);
      return Next(next);
    }
    if (head_form_ == 0) head_form_ = kPast;
    const uint32_t next = ParseBody(at, clause, 0);
    if (clause.opener == nullptr) VerbOfCompound(clause);
    Finish(std::move(clause), next);
    return Next(next);
  }

  /// "vendor contracts management": the last word is the deed, what stands before it the object.
  void VerbOfCompound(Clause& clause) const {
    const Range object = clause.object;
    if (object.end - object.begin < 2) return;
    for (uint32_t i = object.begin; i < object.end; ++i) {
      if (T(i).kind != TokenKind::kWord || IsConnector(i) || Is(i, "of")) return;
    }
    const std::string_view verb = rules_.VerbOfNominal(T(object.end - 1).lower, T(object.end - 1).hash);
    if (verb.empty()) return;
    clause.verbs.push_back({object.end - 1, object.end, std::string(verb), kNominal, {}});
    clause.object.end = object.end - 1;
    clause.compound = true;
    if (verb == "own") clause.agency = Agency::kOwn;
  }

  uint32_t ParseDeed(uint32_t head, uint8_t form, Clause clause) {
    VerbUse use = UseAt(head, form);
    uint32_t pos = use.end;
    if (clause.opener == nullptr) {
      clause.agency = In(head, g_.help)  ? Agency::kHelp
                      : In(head, g_.own) ? Agency::kOwn
                                         : Agency::kDo;
    }
    clause.verbs.push_back(std::move(use));
    if (form == kGerund && Is(pos, "of")) ++pos;  // "onboarding of seasonal staff"
    // Several verbs with one object: "designed, built and ran the …".
    while (pos < end_) {
      uint32_t joint = pos;
      std::string words;
      if (Is(joint, ",")) {
        words = ",";
        ++joint;
      }
      if (IsConnector(joint)) {
        words = words.empty() ? T(joint).lower : words + " " + T(joint).lower;
        ++joint;
      }
      if (words.empty()) break;
      const uint32_t verb = SkipAdverbs(joint);
      if (HeadForm(verb, form) != form || !(LooksLikeDeed(verb, form) || ListsVerbs(verb, form))) break;
      VerbUse another = UseAt(verb, form);
      another.joint = words;
      pos = another.end;
      clause.verbs.push_back(std::move(another));
    }
    if (form == kGerund && clause.verbs.size() > 1 && Is(pos, "of")) ++pos;  // "planning and running of"
    deeds_at_ = 0;
    purpose_deed_ = false;
    uint32_t next = ParseBody(pos, clause, form);
    if (purpose_deed_) {
      purpose_deed_ = false;
      const uint32_t verb = SkipAdverbs(next + PrepositionAt(next));
      Finish(std::move(clause), next);
      Clause deed;
      deed.all.begin = next;
      head_form_ = kBase;
      return ParseDeed(verb, kBase, std::move(deed));
    }
    if (deeds_at_ != 0) {
      Clause deed;
      deed.all.begin = clause.all.begin;
      deed.opener = clause.opener;
      deed.comma = clause.comma;
      std::vector<Chunk> chunks = std::move(clause.chunks);
      const uint32_t verb = SkipAdverbs(deeds_at_);
      const size_t index = frame_.clauses.size();
      head_form_ = kBase;
      next = ParseDeed(verb, kBase, std::move(deed));
      Clause& parsed = frame_.clauses[index];
      if (parsed.opener != nullptr) parsed.agency = parsed.opener->agency;
      parsed.chunks.insert(parsed.chunks.end(), chunks.begin(), chunks.end());
      return next;
    }
    Finish(std::move(clause), next);
    return Next(next);
  }

  void Finish(Clause clause, uint32_t end) {
    if (clause.all.end == 0) clause.all.end = end;
    if (!clause.verbs.empty() && clause.kind == Clause::Kind::kAction) {
      const Range rest{clause.verbs.back().end, end};
      bool amount = false;
      for (uint32_t i = rest.begin; i < rest.end; ++i) {
        amount |= T(i).kind == TokenKind::kNumber || In(i, g_.number);
      }
      clause.result =
          In(clause.verbs.front().begin, g_.result) && amount && !Holds(rest, g_.velocity) &&
          !OnlyCounts(clause, end);
    }
    if (!clause.verbs.empty() && In(clause.verbs.front().begin, g_.serve) && clause.object.empty() &&
        !clause.chunks.empty() && Is(clause.chunks.front().begin, "as") &&
        !Holds({clause.chunks.front().inner, clause.chunks.front().end}, rules_.rituals)) {
      clause.being = true;
    }
    if (!clause.verbs.empty() && clause.verbs.front().lemma == "be" && !clause.passive) {
      clause.being = true;
      const bool noun = !clause.object.empty() && (In(clause.object.begin, g_.determiner) ||
                                                   Holds(clause.object, g_.people));
      if (!noun || Reading(clause.object.begin, kParticiple) != nullptr) {
        Doubt("says what the person was, not what was done");
      }
    }
    if (end >= end_ && end > 1 && Reading(end - 1, kGerund) != nullptr && Is(end - 2, ",")) {
      Doubt("a list that ends in a verb");
    }
    CheckFinite(clause);
    CheckNominals(clause);
    frame_.clauses.push_back(std::move(clause));
    // Results that ended the deed come right behind it.
    for (Clause& tail : pending_) frame_.clauses.push_back(std::move(tail));
    pending_.clear();
  }

  /// "raised 640 bugs": a count of things is no change of a figure.
  bool OnlyCounts(const Clause& clause, uint32_t end) const {
    const Range object = clause.object;
    if (object.empty() || T(object.begin).number != NumberKind::kPlain || Holds(object, g_.metric)) {
      return false;
    }
    for (uint32_t i = object.begin + 1; i < end; ++i) {
      if (BeginsWithNumber(i)) return false;  // "reduced 22 open faults to 4"
    }
    return true;
  }

  /// The first token of the next clause after a clause that ended at `at`.
  uint32_t Next(uint32_t at) {
    comma_ = Is(at, ",");
    while (at < end_ && (Is(at, ",") || Is(at, ";") || Is(at, ".") || IsConnector(at))) ++at;
    return at;
  }

  // ---- the body of a clause

  /// Reads object and chunks from `at`; returns where the clause ends.
  uint32_t ParseBody(uint32_t at, Clause& clause, uint8_t form) {
    uint32_t i = at;
    bool in_object = true;
    const bool passive = clause.passive;
    uint32_t piece = at;  // where the open object or chunk begins
    uint32_t inner = 0;   // where the words after its preposition begin: "before each release"
    bool comma = false;
    bool joined = false;
    const auto close = [&](uint32_t end) {
      while (end > piece && (Is(end - 1, ",") || IsConnector(end - 1))) --end;
      if (in_object) {
        if (!passive) {
          clause.object = {piece, end};
        } else if (end > piece) {  // "were checked daily"
          clause.chunks.push_back({Part::kOther, piece, piece, end, false});
        }
      } else if (end > piece) {
        clause.chunks.push_back(Classify(piece, end, comma));
        clause.chunks.back().joined = joined;
      }
      in_object = false;
      comma = false;
      joined = false;
    };
    while (i < end_) {
      if (IsClauseEnd(i)) break;
      if (Is(i, "(")) {
        const uint32_t after = Close(i);
        if (after == 0) {
          Doubt("a parenthesis that never closes");
          ++i;
          continue;
        }
        if (in_object && IsConnector(after) && !StartsClause(SkipAdverbs(after + 1), form)) Doubt("a list goes on behind a parenthesis");
        close(i);
        clause.chunks.push_back({Part::kGloss, i, i + 1, after, false});
        if (Holds({i, after}, g_.tool)) clause.chunks.back().role = Part::kTools;
        piece = i = after;
        if (Reading(i, kGerund) != nullptr && PrepositionAt(i) == 0) {  // "3 teams (web, iOS) working on …"
          while (!IsClauseEnd(i) && !Is(i, ",")) ++i;
          clause.chunks.push_back({Part::kOther, piece, piece, i, false});
          piece = i;
        }
        continue;
      }
      if (Is(i, "--") || Is(i, ":")) {
        close(i);
        uint32_t end = i + 1;
        while (!IsClauseEnd(end)) ++end;
        clause.chunks.push_back({Part::kGloss, i, i + 1, end, false});
        piece = i = end;
        break;
      }
      const bool list_comma = Is(i, ",");
      if (list_comma || IsConnector(i)) {
        uint32_t next = i + 1;
        if (list_comma && IsConnector(next)) ++next;
        next = SkipAdverbs(next);
        if (next >= end_) break;
        // "stories were written for … and signed off by the lead"
        if (passive && Reading(next, kParticiple) != nullptr) {
          const uint32_t after = UseAt(next, kParticiple).end;
          if (after >= end_ || Is(after, "by") || PrepositionAt(after) > 0) Doubt("a second passive");
        }
        if (in_object && JoinsAdjectives(piece, i)) {
          i = next + 1;
          continue;
        }
        // "epics for the portal, [maintained in Rallyboard]": what was made, not what was done next
        const bool kept = !IsConnector(i + 1) && (Is(next + 1, "in") || Is(next + 1, "on")) && next + 2 < end_ && T(next + 2).letter_case != LetterCase::kLower;
        if (list_comma && Reading(next, kParticiple) != nullptr && (kept || Is(next + 1, "by"))) {
          close(i);
          uint32_t end = next;
          while (!IsClauseEnd(end) && !Is(end, ",")) ++end;
          clause.chunks.push_back({Part::kOther, next, next, end, true});
          piece = i = end;
          continue;
        }
        if (form == kNominal && LooksLikeDeed(next, kGerund)) {  // "preparation of stories and clarifying doubts"
          gerund_deed_ = true;
          break;
        }
        if (ListsDressed(std::max(piece, inner), next)) {
          i = next + 1;
          continue;
        }
        if (StartsClause(next, form) && !(HoldsPeople({piece, i}) && DressesNoun(next) && HoldsPeople({next + 1, next + 2}))) break;
        if (list_comma && StartsParticiple(next)) {
          close(i);
          if (DeedInParticiple(next)) {
            gerund_deed_ = true;
            return i;
          }
          return ParseTail(next, Clause::Kind::kParticiple, clause, true);
        }
        if (In(next, g_.relative) && !Is(next, "that")) {
          close(i);
          return ParseTail(next, Clause::Kind::kRelative, clause, list_comma);
        }
        if (list_comma && !in_object && (BeginsWithNumber(next) || In(next, g_.month)) &&
            !IsConnector(i + 1) && !NumberEndsList(next)) {
          // ", up to 12 people"
          close(i);
          uint32_t end = next + 1;
          while (!IsClauseEnd(end) && !Is(end, ",") && !IsConnector(end)) ++end;
          clause.chunks.push_back({Part::kGloss, next, next, end, true});
          piece = i = end;
          continue;
        }
        if (list_comma && PrepositionAt(next) > 0 && !IsConnector(i + 1)) {
          close(i);
          piece = next;
          comma = true;
          i = next + PrepositionAt(next);
          inner = i;
          continue;
        }
        ++i;
        continue;
      }
      if (i > at && StartsResult(i)) {
        close(i);
        return ParseTail(i, Clause::Kind::kParticiple, clause, false);
      }
      if (i > at && (Is(i, "which") ||
                     (Is(i, "that") && (Reading(i + 1, kPast | kThird | kBase) != nullptr || ModalFollows(i))))) {
        close(i);
        return ParseTail(i, Clause::Kind::kRelative, clause, false);
      }
      if (i > at && In(i, g_.subordinate) && !T(i).hyphen_before && !IsConnector(i - 1)) {
        close(i);
        uint32_t end = i + 1;
        while (!IsClauseEnd(end)) ++end;
        clause.chunks.push_back({Part::kOther, i, i, end, false});
        return end;
      }
      if (i == piece && in_object && In(i, g_.hedge) && BeginsWithNumber(i)) {
        i = EndOf(i, g_.hedge);
        continue;
      }
      if (!in_object && i > inner && PeopleDo(i)) {  // "for two teams working on …"
        const uint32_t doing = i;
        while (i < end_ && !IsClauseEnd(i) && !Is(i, ",") && !Is(i, "(")) ++i;
        if (Holds({doing, i}, g_.blocker)) Doubt("who cleared the way");  // "for the team removing blockers"
        continue;
      }
      if (!in_object && i == inner && In(i, g_.hedge) && BeginsWithNumber(i)) {
        i = EndOf(i, g_.hedge);  // "for up to 60 people"
        continue;
      }
      if (i > at && in_object && In(i - 1, g_.pronoun) && Is(i, "on") && PrepositionAt(i + 1) > 0) {
        ++i;  // "passed them on to …"
        continue;
      }
      if (const uint32_t length = PrepositionAt(i);
          length > 0 && !T(i).hyphen_before && !(i > piece && i == inner) && !InCompoundNoun(i)) {
        // "what to build", "an app used by 2M customers"
        const bool asked = Is(i, "to") && i > at && In(i - 1, g_.asking);
        const bool used_by = Is(i, "by") && !in_object && i > inner && Reading(i - 1, kParticiple) != nullptr;
        if (asked || used_by) {
          ++i;
          continue;
        }
        if (Is(i, "of") && !CutsAtOf(piece, i, in_object)) {
          ++i;
          continue;
        }
        if (const uint32_t to = Is(i, "from") ? AmountFollows(i) : 0; to != 0) {
          i = to + 1;
          continue;
        }
        const bool and_before = i > piece && IsConnector(i - 1);
        close(i);
        piece = i;
        joined = and_before;
        i += length;
        inner = i;
        if (Is(piece, "including")) {  // "including clerks, elected members and …", "including testing X, filing Y"
          while (i < end_ && !IsClauseEnd(i) && !StartsResult(i) && !(Is(i, ",") && In(i + 1, g_.result)) &&
                 !(IsConnector(i) && StartsClause(i + 1, form))) {
            ++i;
          }
          continue;
        }
        // A purpose or a means is a small clause of its own and runs to the end of this one.
        if (const uint8_t verb = VerbAfter(piece); verb != 0) {
          if (verb == kBase && PurposeIsDeed(clause, i)) {
            purpose_deed_ = true;
            return piece;
          }
          if (verb == kBase && !clause.verbs.empty() && (clause.object.empty() || HoldsPeople(clause.object) || Holds(clause.object, g_.tool)) &&
              In(clause.verbs.front().begin, g_.together) && Holds({i, end_}, g_.told) && IsRitualDeed(SkipAdverbs(i))) {
            deeds_at_ = i;  // "worked with X to write …": the writing is the deed
            return piece;
          }
          while (i < end_ && !IsClauseEnd(i)) {
            if ((Is(i, ",") || IsConnector(i))) {
              uint32_t next = i + 1;
              if (Is(i, ",") && IsConnector(next)) ++next;
              next = SkipAdverbs(next);
              if (StartsClause(next, form) && form != verb && !(verb == kBase && DressesNoun(next))) break;
              if (Is(i, ",") && StartsParticiple(next) && verb != kGerund) break;
              if (Is(i, ",") && PrepositionAt(next) > 0 && Reading(next, kGerund) != nullptr) break;  // ", working with 3 crews"
              if (In(next, g_.relative) && !Is(next, "that")) break;
            }
            if (StartsResult(i)) break;
            ++i;
          }
        }
        continue;
      }
      ++i;
    }
    if (piece < i || in_object) close(i);
    // "for approval from the client": goes on, so it says something.
    for (size_t k = 0; k + 1 < clause.chunks.size(); ++k) {
      const Chunk& next = clause.chunks[k + 1];
      if (clause.chunks[k].role == Part::kFiller && next.begin == clause.chunks[k].end && !next.comma && next.inner > next.begin) {
        clause.chunks[k].role = Part::kOther;
      }
    }
    return i;
  }

  /// "[that] developers in Pune could build from"
  bool ModalFollows(uint32_t at) const {
    for (uint32_t i = at + 1; i < at + kPersonReach && i < end_ && !IsClauseEnd(i) && !Is(i, ","); ++i) {
      if (In(i, g_.modal) && !In(i, g_.month)) return true;
    }
    return false;
  }

  /// "12 teams, [4 vendors and the banks]": a list, whose amounts explain nothing before them.
  bool NumberEndsList(uint32_t at) const {
    while (!IsClauseEnd(at) && !Is(at, ",") && !IsConnector(at)) ++at;
    const uint32_t last = IsConnector(at) ? at + 1 : Is(at, ",") && IsConnector(at + 1) ? at + 2 : end_;
    return last < end_ && HeadForm(last, kPast | head_form_) == 0;
  }

  bool StartsClause(uint32_t at, uint8_t form) const {
    if (at >= end_ || PrepositionAt(at) > 1) return false;  // ", based on …"
    if (form == kNominal) {
      if (!Nominals(at).empty()) return true;
      form = 0;
    }
    if (OpenerAt(at)) {
      // "FAQs and help pages"
      const bool base = Reading(at, kBase) != nullptr && Reading(at, kPast) == nullptr;
      return !base || (form == kBase && LooksLikeDeed(at, kBase));
    }
    if (form == kParticiple) {
      return Passive(at) != 0 || LooksLikeDeed(at, kPast);
    }
    if (LooksLikeDeed(at, form != 0 ? form : head_form_)) return true;
    // A deed in the past may follow work that was only named.
    if (form != kPast && Reading(at, kPast) != nullptr && LooksLikeDeed(at, kPast)) return true;
    return Passive(at) != 0 && form == 0;
  }

  /// A participle or relative clause that ends the deed `owner`.
  uint32_t ParseTail(uint32_t at, Clause::Kind kind, Clause& owner, bool comma) {
    owner.all.end = at;
    Clause tail;
    tail.kind = kind;
    tail.comma = comma;
    uint32_t end = at + 1;
    while (!IsClauseEnd(end)) {
      if (Is(end, ",") || IsConnector(end)) {
        uint32_t next = end + 1;
        if (Is(end, ",") && IsConnector(next)) ++next;
        next = SkipAdverbs(next);
        if (kind == Clause::Kind::kParticiple && LooksLikeDeed(next, kPast)) break;
      }
      ++end;
    }
    tail.all = {at, end};
    const uint32_t verb = kind == Clause::Kind::kRelative ? at + 1 : at;
    if (const VerbReading* reading =
            Reading(verb, kind == Clause::Kind::kRelative ? kPast : kGerund)) {
      VerbUse use;
      use.begin = verb;
      use.end = verb + 1;
      use.lemma = std::string(reading->lemma);
      use.forms = kind == Clause::Kind::kRelative ? kPast : kGerund;
      tail.verbs.push_back(std::move(use));
    }
    tail.result = SpeaksOfChange(tail.all) || In(at, g_.lead_to);
    pending_.push_back(std::move(tail));
    return end;
  }

  Frame frame_;
  std::vector<Clause> pending_;
  uint8_t head_form_ = 0;
  bool comma_ = false;
  uint32_t deeds_at_ = 0;
  bool purpose_deed_ = false;
  bool gerund_deed_ = false;  ///< the next clause is a deed in its -ing form
};

}  // namespace

bool Overlaps(const std::vector<Range>& ranges, Range range) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](Range r) { return r.begin < range.end && range.begin < r.end; });
}

Frame ParseFrame(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence) {
  return FrameParser(rules, lexicon, sentence).Parse();
}

}  // namespace resumelint
