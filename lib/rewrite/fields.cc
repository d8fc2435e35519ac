#include "rewrite/fields.h"

#include <algorithm>

#include "language/verbs.h"
#include "rewrite/deeds.h"

namespace resumelint {

namespace {

class FieldFinder : private DeedFinder {
 public:
  using DeedFinder::DeedFinder;

  Fields Find() {
    SortClauses();
    if (out_.deeds.empty()) return std::move(out_);
    out_.agency = f_.clauses[out_.deeds.front()].agency;
    for (const size_t i : out_.deeds) FromChunks(f_.clauses[i], true);
    for (const size_t i : out_.deeds) FromObject(f_.clauses[i]);
    for (const size_t i : out_.deeds) FromGloss(f_.clauses[i]);
    // "prepared reports and sent them to the board"
    for (const size_t i : out_.echoes) {
      for (const Chunk& chunk : f_.clauses[i].chunks) {
        if (chunk.role == Part::kAudience)
          Put("audience", compose_.NounPhrase({chunk.inner, chunk.end}), {{chunk.begin, chunk.end}});
      }
    }
    // "held retrospectives and followed up on actions with the team"
    for (const std::vector<size_t>* from : {&out_.echoes, &out_.dropped}) {
      for (const size_t i : *from) {
        for (const Chunk& chunk : f_.clauses[i].chunks) {
          const Range object = f_.clauses[i].object;
          const bool told = compose_.Holds(VerbRange(f_.clauses[i]), g_.share);  // "and shared them with the board"
          if (chunk.role != Part::kPeople || (!told && !object.empty() && Pronoun(object.begin))) continue;
          Put(told ? "audience" : "people", compose_.NounPhrase({chunk.inner, chunk.end}), {{chunk.begin, chunk.end}});
        }
      }
    }
    // "wrote stories and assisted in testing of the portal": the portal serves for both.
    if (!Has("initiative")) {
      for (const size_t i : out_.echoes) FromChunks(f_.clauses[i], false);
      for (const size_t i : out_.others) FromChunks(f_.clauses[i], false);
      for (const size_t i : out_.dropped) FromChunks(f_.clauses[i], false);
    }
    // "most of the user stories for an app": what was defined is most of the app.
    if (const auto initiative = out_.texts.find("initiative"); initiative != out_.texts.end()) {
      const Clause& deed = f_.clauses[out_.deeds.front()];
      const Term* portion =
          deed.object.empty() ? nullptr : s_.TermAt(deed.object.begin, g_.portion);
      if (portion != nullptr && !c_.keeps) {
        initiative->second.text =
            compose_.Words({portion->begin, portion->end}) + " " + initiative->second.text;
      }
    }
    // "the localisation backlog for 12 languages": the work and what it was for.
    if (const FieldText* work = out_.Find("work"); work != nullptr && Has("initiative")) {
      FieldText& initiative = out_.texts.find("initiative")->second;
      if (!initiative.used.empty() && s_.tokens[initiative.used.front().begin].Is("for")) {
        initiative.text = work->text + " for " + initiative.text;
        initiative.used.insert(initiative.used.end(), work->used.begin(), work->used.end());
      }
    }
    if (!f_.label.empty() && !Has("initiative") && compose_.NamesThing(f_.label) && !compose_.Holds(f_.label, rules_.rituals) &&
        compose_.Holds(f_.label, g_.thing)) {
      Put("initiative", compose_.NounPhrase(f_.label), {f_.label});
    }
    if (const FieldText* teams = out_.Find("teams"); teams != nullptr && !IsPlural(teams->text) && !Counted(*teams)) {
      Put("s", "s", {});
    }
    if (std::ranges::any_of(f_.clauses, [](const Clause& clause) { return clause.kind != Clause::Kind::kAction; })) Put("gloss", " ", {});
    Gain();
    Title();
    return std::move(out_);
  }

 private:
  bool Has(std::string_view name) const { return out_.texts.find(name) != out_.texts.end(); }

  void Put(std::string name, std::string text, std::vector<Range> used) {
    if (text.empty() || Has(name)) return;
    out_.texts.emplace(std::move(name), FieldText{std::move(text), std::move(used)});
  }

  static bool OfPeople(Part role) {
    return role == Part::kPeople || role == Part::kSource || role == Part::kEnds;
  }

  bool EndsInPeople(Range item) const { return compose_.EndsIn(item, {g_.people, g_.team}); }

  /// "hardware engineers [daily]"
  Range WithoutCadence(Range range) const {
    if (range.end - range.begin > 1 && s_.TermAt(range.end - 1, g_.cadence) != nullptr) --range.end;
    return range;
  }

  /// "of BRD, FRD and SRS documents"
  bool ListsPapers(Range list) const {
    const std::vector<Range> items = Items(list);
    return items.size() > 1 && compose_.EndsIn(items.front(), {g_.told});
  }

  /// "two squads (9 engineers) [building] the platform": where the doing begins; 0 if they do nothing.
  uint32_t MakingIn(Range people) const {
    for (uint32_t i = people.begin + 1; i + 1 < people.end; ++i) {
      const Term* term = s_.TermAt(i, g_.make);
      if (term != nullptr && (term->forms & kGerund) != 0) return i;
    }
    return 0;
  }

  /// "… in 4 countries", right behind the object; empty if there is none.
  std::string Place(const Clause& clause) const { return HasPlace(clause) ? compose_.ChunkText(clause.chunks.front()) : ""; }
  Range Whole(const Clause& clause) const {
    return {clause.object.begin, HasPlace(clause) ? clause.chunks.front().end : clause.object.end};
  }
  bool InNamedPlace(const Chunk& chunk) const {
    return chunk.role == Part::kOther && s_.tokens[chunk.begin].Is("in") && s_.tokens[chunk.inner].letter_case == LetterCase::kCapitalised;
  }
  bool HasPlace(const Clause& clause) const {
    return !clause.chunks.empty() && (clause.chunks.front().role == Part::kScale || InNamedPlace(clause.chunks.front())) && clause.chunks.front().begin == clause.object.end;
  }

  /// "the scrum team", "a team of 9", not "activities of the team".
  bool NamesPeople(Range object) const {
    uint32_t of = object.begin;
    while (of < object.end && !s_.tokens[of].Is("of")) ++of;
    return of == object.end || EndsInPeople({object.begin, of}) || s_.TermAt(object.begin, g_.portion) != nullptr;
  }

  /// People among the items of a list: "eng leads, [monthly reviews and] …".
  Range PeopleIn(Range range) const {
    uint32_t begin = range.begin;
    uint32_t people_end = range.end;
    for (uint32_t i = range.begin; i <= range.end; ++i) {
      const bool cut = i == range.end || s_.tokens[i].Is(",") || s_.tokens[i].Is("and");
      if (!cut) continue;
      const Range item{begin, i};
      if (!item.empty() && begin > range.begin && !EndsInPeople(item)) {
        const Token& first = s_.tokens[item.begin];
        const bool work = !rules_.VerbOfNominal(first.lower, first.hash).empty();
        const bool particle = s_.TermAt(item.begin, g_.particle) != nullptr;
        if (work || particle || compose_.Holds(item, rules_.rituals)) return {range.begin, people_end};
      }
      if (begin == range.begin || compose_.Holds(item, {g_.people, g_.team})) people_end = i;
      begin = i + 1;
    }
    return range;
  }

  /// "features", "new requirements", a noun of action: names nothing to rewrite around.
  bool Generic(Range range) const {
    const bool action = std::any_of(s_.terms.begin(), s_.terms.end(), [&](const Term& term) {
      return term.end == range.end && term.begin >= range.begin && (term.forms & kNominal) != 0;
    });
    return action || NamesNothing(range);
  }

  bool NamesNothing(Range range) const {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (i > range.begin && s_.TermAt(i, g_.relative) != nullptr) return true;  // "features that …"
      if (s_.tokens[i].kind != TokenKind::kWord || s_.Covers(i, g_.modifier) || s_.Covers(i, g_.generic) ||
          s_.TermAt(i, g_.determiner) != nullptr || s_.tokens[i].Is("and")) {
        continue;
      }
      return false;
    }
    return true;
  }

  /// "testing and training [of 120 agents]": nobody tested those.
  bool OfLastItem(const Clause& clause, const Chunk& chunk) const {
    if (chunk.begin != clause.object.end || !s_.tokens[chunk.begin].Is("of")) return false;
    const std::vector<Range> items = Items(clause.object);
    return items.size() > 1 && compose_.EndsIn({chunk.inner, chunk.end}, {g_.people}) && !compose_.Holds(items.back(), rules_.rituals) &&
           std::ranges::any_of(items, [&](Range item) { return compose_.Holds(item, c_.objects); });
  }

  /// A chunk and the parentheses that follow it.
  FieldText WithGloss(const Clause& clause, size_t at, Range inner) const {
    FieldText field;
    field.text = compose_.NounPhrase(inner);
    field.used.push_back({clause.chunks[at].begin, clause.chunks[at].end});
    for (size_t k = at + 1; k < clause.chunks.size(); ++k) {
      const std::string& word = s_.tokens[clause.chunks[k].begin].lower;
      // "9 engineers in three time zones"
      const Part role = clause.chunks[at].role;
      const Part next = clause.chunks[k].role;
      const bool where = (next == Part::kScale || next == Part::kOther) &&
                         (word == "in" || word == "at") &&
                         (OfPeople(role) || role == Part::kTeam || role == Part::kAudience || (role == Part::kInitiative && next == Part::kScale));
      // "stakeholders across Finance and HR", "managers from 11 markets"
      const bool whence = (OfPeople(role) || role == Part::kAudience || role == Part::kTeam) && k == at + 1 && !clause.chunks[k].comma && (word == "across" || word == "from");
      // "12 interviews with claims adjusters"
      const bool whom = role == Part::kEvidence && (next == Part::kPeople || next == Part::kSource);
      // "enhancements to the online shop"
      const bool to = role == Part::kInitiative && next == Part::kOther && (word == "to" || word == "with") && k == at + 1;
      // "in the area of maintenance for gearboxes"
      const bool whose = role == Part::kInitiative && next == Part::kInitiative && k == at + 1 && word == "for" &&
                         (clause.chunks[at].inner - clause.chunks[at].begin > 2 || (c_.topics && s_.tokens[clause.chunks[at].begin].Is("on")));
      // "3 teams (web, iOS) working on the player"
      const bool doing = role == Part::kTeam && next == Part::kOther && k > at + 1;
      if ((next != Part::kGloss && !where && !whence && !whom && !to && !whose && !doing) || word == ":") break;
      field.text += compose_.ChunkText(clause.chunks[k]);
      field.used.push_back({clause.chunks[k].begin, clause.chunks[k].end});
    }
    return field;
  }

  void FromChunks(const Clause& clause, bool deed) {
    for (size_t i = 0; i < clause.chunks.size(); ++i) {
      const Chunk& chunk = clause.chunks[i];
      const Range inner{chunk.inner, chunk.end};
      // "and put them into one catalogue": what another deed made is no product of this one.
      if (!deed && (chunk.role != Part::kInitiative || s_.tokens[chunk.begin].Is("into"))) continue;
      const auto put = [&](const char* name) {
        FieldText field = WithGloss(clause, i, OfPeople(chunk.role) ? WithoutCadence(PeopleIn(inner)) : inner);
        Put(name, std::move(field.text), std::move(field.used));
      };
      switch (chunk.role) {
        case Part::kInitiative:
          // "for refinement of …" names a ritual, not a product.
          if (OfLastItem(clause, chunk) || !compose_.NamesThing(inner) || NamesNothing(inner) || (!c_.topics && (compose_.EndsIn(inner, {g_.told}) || ListsPapers(inner)))) break;
          if (!compose_.Holds(inner, c_.objects) ||
              (compose_.Holds(LastWord(inner), g_.thing) &&
               !compose_.Holds(LastWord(inner), c_.objects))) {
            put("initiative");
          }
          break;
        case Part::kTeam:
          // "the needs of 5 offices"
          if (s_.tokens[chunk.begin].lower == "of" && compose_.Holds(clause.object, g_.requirement)) {
            put("source");
            break;
          }
          put("team");
          put("teams");
          if (const FieldText* team = out_.Find("team"); deed && team != nullptr && !team->used.empty()) {
            const Range all{inner.begin, team->used.back().end};
            const uint32_t making = MakingIn(all);
            const Range thing{making + 1, all.end};
            if (making != 0 && compose_.EndsIn(thing, {g_.thing}) && compose_.NamesThing(thing)) {
              Put("initiative", compose_.NounPhrase(thing) + " with " + compose_.NounPhrase({all.begin, making}), team->used);
            }
          }
          break;
        case Part::kPeople:
          put("people");
          if (compose_.Holds(VerbRange(clause), g_.share)) put("audience");
          if (c_.name == "framework") put("teams");
          break;
        case Part::kAudience:
          put("audience");
          if (compose_.Holds(inner, g_.team)) put("teams");
          break;
        case Part::kSource:
          put("source");
          break;
        case Part::kEnds:
          if (compose_.Holds(inner, {g_.people, g_.team})) put("ends");
          Put("sides", compose_.NounPhrase(inner), {{chunk.begin, chunk.end}});
          break;
        case Part::kBasis:
          put("basis");
          break;
        case Part::kEvidence:
          put("evidence");
          break;
        case Part::kPurpose:
          Purpose(chunk);
          break;
        case Part::kScale:
          put("scale");
          // "alignment across product, legal and the depots"
          if ((s_.tokens[chunk.begin].Is("across") || s_.tokens[chunk.begin].Is("among")) && EndsInPeople(inner) && compose_.Holds(clause.object, c_.objects) &&
              std::ranges::none_of(clause.chunks, [](const Chunk& other) { return other.role == Part::kPeople; })) {
            put("ends");
          }
          if (compose_.Holds(inner, g_.team)) put("teams");
          break;
        case Part::kCount:
          CountIn(inner);
          break;
        case Part::kTime:
          put("time");
          if (deed) BroughtOut(inner);
          break;
        case Part::kDirection:
          put("direction");
          break;
        case Part::kOther:
          if (deed) BroughtOut(inner);
          // "held workshops with growers": whoever they are.
          if (s_.tokens[chunk.begin].Is("with") && compose_.Holds(clause.object, g_.meeting) && compose_.NamesThing(inner)) put("people");
          if (c_.topics && s_.tokens[chunk.begin].Is("on") && !compose_.Holds(inner, g_.manner)) put("initiative");
          break;
        case Part::kMeans:
        case Part::kAmount:
        case Part::kTools:
        case Part::kFramework:
        case Part::kCadence:
        case Part::kTarget:
        case Part::kGloss:
        case Part::kFiller:
          break;
      }
      if (chunk.role == Part::kMeans && deed) Doing(chunk);
      if (chunk.role == Part::kMeans) Put("by", " ", {});
      if (chunk.role == Part::kGloss || s_.tokens[chunk.begin].Is("including")) Put("gloss", " ", {});
      if (chunk.role == Part::kMeans && !compose_.Holds(inner, c_.objects))
        Put("means", compose_.ChunkText(chunk), {{chunk.begin, chunk.end}});
      if (chunk.role == Part::kPeople) {
        const FieldText people = WithGloss(clause, i, inner);
        Put("with", compose_.ChunkText(chunk) + people.text.substr(compose_.NounPhrase(inner).size()), people.used);
      }
    }
  }

  /// "before each release of [the booking app]"
  void BroughtOut(Range when) {
    for (uint32_t of = when.begin + 1; of + 1 < when.end; ++of) {
      const Range thing{of + 1, when.end};
      if (!s_.tokens[of].Is("of") || !compose_.EndsIn({when.begin, of}, {g_.bringing_out})) continue;
      if (compose_.EndsIn(thing, {g_.thing}) && compose_.NamesThing(thing)) Put("initiative", compose_.NounPhrase(thing), {thing});
      return;
    }
  }

  /// "to cut waste", "for approving claims": in its base form.
  void Purpose(const Chunk& chunk) {
    if (compose_.Holds({chunk.inner, chunk.end}, g_.clause_word)) return;  // "to run with them"
    if (!c_.keeps && compose_.Holds(WhatIsDone({chunk.inner, chunk.end}), c_.objects)) return;  // "to plan sprints"
    std::string text = compose_.Words({chunk.inner, chunk.end});
    if (s_.tokens[chunk.begin].Is("for")) {
      text.clear();
      for (const VerbReading& reading : VerbReadings(s_.tokens[chunk.inner].hash)) {
        if ((reading.forms & kGerund) != 0) {
          text = compose_.Form(reading.lemma, kBase) + " " + compose_.Words({chunk.inner + 1, chunk.end});
        }
      }
    }
    Put("purpose", text, {{chunk.begin, chunk.end}});
  }

  /// A means as a deed of its own: "by closing 400 tickets" -> "closed 400 tickets".
  void Doing(const Chunk& chunk) {
    if (!IsGerund(chunk.inner)) return;
    const bool help = out_.agency == Agency::kHelp;
    std::string text = help ? compose_.Finite("help") + " " : "";
    uint32_t verb = chunk.inner;
    for (uint32_t i = verb; i <= chunk.end; ++i) {  // "[removing] blockers and [managing] dependencies"
      const bool next = i + 2 < chunk.end && s_.tokens[i].Is("and") && IsGerund(i + 1) && !s_.tokens[i + 2].Is("and");
      if (i < chunk.end && !next) continue;
      const auto readings = VerbReadings(s_.tokens[verb].hash);
      const auto gerund = std::ranges::find_if(readings, [](const VerbReading& reading) { return (reading.forms & kGerund) != 0; });
      text += help ? std::string(gerund->lemma) : compose_.Finite(gerund->lemma);
      if (verb + 1 < i) text += " " + compose_.Words({verb + 1, i});
      if (next) text += " and ";
      verb = i + 1;
    }
    Put("doing", std::move(text), {{chunk.begin, chunk.end}});
  }

  bool IsGerund(uint32_t at) const { return (VerbForms(s_.tokens[at].hash) & kGerund) != 0; }

  /// "25", "various": what there were many of.
  void ManyIn(Range range) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (s_.tokens[i].kind == TokenKind::kNumber || s_.TermAt(i, g_.many) != nullptr) return Put("many", " ", {});
    }
  }

  void CountIn(Range range) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (s_.tokens[i].kind == TokenKind::kNumber) {
        Put("count", std::string(s_.TextOf(i, i + 1)), {{i, i + 1}});
        return;
      }
    }
  }

  /// What the object says besides the ritual's name: "the [claims platform] backlog".
  void FromObject(const Clause& clause) {
    Range object = clause.object;
    if (object.empty()) return;
    ManyIn(object);
    // "kept the board [informed]", "broke initiatives [down]"
    bool posted = false;
    if (object.end - object.begin > 1) {
      const uint32_t last = object.end - 1;
      const bool down = s_.TermAt(last, g_.particle) != nullptr && !s_.tokens[last].hyphen_before && VerbReadings(s_.tokens[last - 1].hash).empty();
      posted = s_.TermAt(last, g_.posted) != nullptr;
      if (down || posted) object.end = last;
      if (posted) Put("posted", " ", {});
    }
    // "added them to …" speaks of what stood before.
    if (Pronoun(object.begin)) return;
    const Term* ritual = nullptr;
    for (const Term& term : s_.terms) {
      if (term.begin >= object.end) break;
      if (term.begin < object.begin || term.end > object.end) continue;
      if (std::find(c_.objects.begin(), c_.objects.end(), term.cls) == c_.objects.end()) continue;
      if (ritual == nullptr || term.begin < ritual->begin) ritual = &term;
    }
    std::string verbs;
    for (const VerbUse& use : clause.verbs) {
      if (!use.joint.empty()) verbs += (use.joint[0] == ',' ? "" : " ") + use.joint + " ";
      verbs += compose_.Verb(use, out_.agency == Agency::kHelp);
    }
    Put("verb", verbs, {});
    Put("object", compose_.NounPhrase(object), {object});
    if (ritual == nullptr && Ranks(clause)) {
      Put("ranked", compose_.Words(object), {object});
      // "fixes for Black Friday": an event is no product
      if (const auto field = out_.texts.find("initiative"); field != out_.texts.end() && !field->second.used.empty() && !compose_.EndsIn(field->second.used.back(), {g_.thing})) {
        out_.texts.erase(field);
      }
    }
    if (!clause.verbs.empty() && !posted &&
        compose_.Holds({clause.verbs[0].begin, clause.verbs[0].end}, g_.ensure)) {
      if (compose_.Holds(object, c_.objects)) Served(object);
      return;
    }
    if (ritual == nullptr) {
      if (compose_.Holds(object, g_.people) || compose_.Holds(object, g_.team)) {
        if (NamesPeople(object)) Put("trainees", compose_.NounPhrase(object), {object});
        if (compose_.Holds(VerbRange(clause), c_.deeds) && EndsInPeople(object)) Put("people", compose_.NounPhrase(object) + Place(clause), {Whole(clause)});
      }
      const bool into = std::any_of(clause.chunks.begin(), clause.chunks.end(), [&](const Chunk& chunk) {
        return chunk.role == Part::kTarget && compose_.Holds({chunk.inner, chunk.end}, c_.objects);
      });
      const ClassId law = lexicon_.Find("N.rule");
      if (law != kNoClass && compose_.Holds(object, law)) Put("rule", compose_.NounPhrase(object), {object});
      if (compose_.Holds(object, g_.evidence)) return Put("evidence", compose_.NounPhrase(object), {object});
      if (compose_.Holds(object, g_.team) && NamesPeople(object)) Put("teams", compose_.NounPhrase(object), {object});
      if (compose_.EndsIn(object, {g_.team}) && !NamesPeople(object)) {  // "activities of the tram crew"
        uint32_t of = object.end;
        while (!s_.tokens[of - 1].Is("of")) --of;
        Put("team", compose_.NounPhrase({of, object.end}), {{of, object.end}});
      }
      if (Generic(object)) return;
      if (into && !Has("initiative") && compose_.NamesThing(object)) Put("relayed", compose_.NounPhrase(object), {object});
      if (into && !compose_.EndsIn(object, {g_.thing})) return;  // what was relayed is no product
      if (!into && !c_.keeps && !out_.loose && !OfLabel(0) && f_.label.empty()) return;
      // The class's word is in a later stretch: "translated the PM's initiatives into stories".
      if (out_.loose && !c_.keeps && !compose_.Holds(LastWord(object), g_.thing)) return;
      if (!compose_.Holds(object, g_.told) && compose_.NamesThing(object))
        Put("initiative", compose_.NounPhrase(object), {object});
      return;
    }
    if (lexicon_.classes()[ritual->cls].name == "N.framework") {
      const auto frameworks = std::ranges::count_if(s_.terms, [&](const Term& term) {
        return term.cls == ritual->cls && object.begin <= term.begin && term.end <= object.end && !InLongerRitual(rules_, s_, term);
      });
      if (frameworks == 1) Put("method", compose_.Words({ritual->begin, ritual->end}), {{ritual->begin, ritual->end}});
    }
    // "[steering committee] meetings"
    for (const Term& whose : s_.terms) {
      if (whose.cls == g_.team && ritual->begin <= whose.begin && whose.end <= ritual->end && whose.end - ritual->begin > 1) {
        Put("team", "the " + compose_.Words({ritual->begin, whose.end}), {{ritual->begin, whose.end}});
      }
    }
    for (uint32_t i = object.begin; i < object.end; ++i) {
      if (s_.TermAt(i, g_.cadence) != nullptr) Put("often", " " + compose_.Words({i, i + 1}), {});
    }
    CountIn(object);
    const ClassId rule = lexicon_.Find("N.rule");
    Extra(object);
    if (rule != kNoClass && compose_.Holds(object, rule)) {
      Put("rule", compose_.NounPhrase(object), {object});
      return;
    }
    // Words before the ritual's name, less those that say nothing.
    uint32_t end = ritual->begin;
    uint32_t begin = end;
    while (begin > object.begin) {
      const uint32_t at = begin - 1;
      const Token& token = s_.tokens[at];
      if (token.kind != TokenKind::kWord) {
        if (token.Is("'s") || token.Is("'") || token.Is("\"")) {
          --begin;
          continue;
        }
        break;
      }
      if (token.Is("and") || token.Is("or") || token.Is("of")) break;
      const bool hyphen = at + 1 < ritual->begin && s_.tokens[at + 1].hyphen_before;  // "BDD-style stories"
      if ((s_.Covers(at, g_.modifier) || hyphen) && begin == end) {
        end = begin = at;
        continue;
      }
      --begin;
    }
    const uint32_t earliest = begin;
    while (begin < end && s_.Covers(begin, g_.modifier)) ++begin;
    const bool possessive = end > begin && (s_.tokens[end - 1].Is("'s") || s_.tokens[end - 1].Is("'"));
    while (end > begin && (s_.tokens[end - 1].Is("'s") || s_.tokens[end - 1].Is("'")))
      --end;
    Range before{begin, end};
    if (possessive && EndsInPeople(before) && compose_.Holds({ritual->begin, ritual->end}, g_.requirement)) {
      Put("source", compose_.NounPhrase(before), {before});  // "nurses' needs"
    }
    while (!before.empty() && s_.tokens[before.begin].kind == TokenKind::kNumber) ++before.begin;
    if (before.empty() || compose_.Holds(before, g_.tool)) return;
    if (compose_.Holds({before.end - 1, before.end}, g_.team)) {
      if (!NamesPeople(before)) return;
      Range named = {earliest, before.end};
      while (named.begin < before.begin && s_.TermAt(named.begin, g_.cadence) != nullptr) ++named.begin;
      Put("team", Article(named), {named});
    } else if (const bool thing = compose_.Holds(LastWord(before), g_.thing);
               compose_.NamesThing(before) && !compose_.Holds(before, g_.people) && (thing || !compose_.Holds(before, rules_.rituals))) {
      if (thing) {
        // "the [booking API] requirements for the ferry app": no more than that was defined
        const auto whole = out_.texts.find("initiative");
        if (whole != out_.texts.end() && compose_.Holds(Range{ritual->begin, ritual->end}, {g_.requirement}) && !whole->second.used.empty() &&
            s_.tokens[whole->second.used.front().begin].Is("for")) {
          std::string part = Article(before);
          if (!part.starts_with("the ")) part = "the " + part;
          whole->second.text = part + " for " + whole->second.text;
          whole->second.used.push_back(before);
        }
        Put("initiative", Article(before), {before});
      } else {
        const Token& last = s_.tokens[before.end - 1];
        if (last.Is("'s") || s_.TermAt(before.end - 1, g_.determiner) != nullptr || possessive) return;
        const bool name = last.Is("\"") || (last.letter_case != LetterCase::kLower && !f_.shouting);
        if (name) {
          Put("initiative", compose_.Words(before), {before});
        } else {
          Put("work", compose_.Words(before) + " work", {before});
        }
      }
    }
  }

  /// "prioritized [fixes and enhancements]": several things of no class, put in order.
  bool Ranks(const Clause& clause) const {
    const Range object = clause.object;
    return compose_.Holds(VerbRange(clause), c_.deeds) && !c_.keeps && !c_.topics && !compose_.Holds(object, g_.told) && compose_.Words(object).ends_with('s') &&
           s_.TermAt(object.begin, g_.determiner) == nullptr && s_.tokens[object.begin].kind == TokenKind::kWord && !EndsInPeople(object);
  }

  /// "epics ([parcel search, gift cards])": what they were about.
  void FromGloss(const Clause& clause) {
    if (clause.chunks.empty() || clause.object.end != clause.chunks.front().begin) return;
    const Chunk& chunk = clause.chunks.front();
    const Range inner{chunk.inner, chunk.end - 1};
    if (chunk.role != Part::kGloss || !s_.tokens[chunk.begin].Is("(") || inner.empty() || !compose_.Holds(clause.object, c_.objects)) return;
    // "retrospectives (team of 9)"
    if (s_.tokens[inner.begin].Is("team")) return Put("team", "a " + compose_.Words(inner), {{chunk.begin, chunk.end}});
    const bool number = s_.tokens[inner.begin].kind == TokenKind::kNumber;
    if (number || compose_.Holds(inner, rules_.rituals) || compose_.Holds(inner, {g_.paper, g_.people, g_.team})) return;
    if (!compose_.NamesThing(inner)) return;
    for (const char* name : {"initiative", "work"}) {  // "the [integrations] backlog (Xero, DATEV)"
      const auto field = out_.texts.find(name);
      if (field == out_.texts.end()) continue;
      if (!Overlaps(field->second.used, clause.object)) return;
      field->second.text += " " + compose_.Words({chunk.begin, chunk.end});
      field->second.used.push_back({chunk.begin, chunk.end});
      return;
    }
    Put("initiative", compose_.Words(inner), {{chunk.begin, chunk.end}});
  }

  /// Items of a list of rituals that are none: "[code reviews], grooming and stand-ups".
  void Extra(Range object) {
    std::vector<std::string> items;
    std::vector<Range> used;
    uint32_t begin = object.begin;
    for (uint32_t i = object.begin; i <= object.end; ++i) {
      const bool cut = i == object.end || s_.tokens[i].Is(",") ||
                       s_.tokens[i].Is("and") || s_.tokens[i].Is("or");
      if (!cut) continue;
      const uint32_t from = begin;
      while (begin < i && s_.TermAt(begin, g_.modifier) != nullptr && !s_.tokens[begin].Is("the")) ++begin;
      const Range item{begin, i};
      bool covered = item.empty() || compose_.Holds({from, i}, c_.objects);
      for (uint32_t k = item.begin; k < item.end && !covered; ++k) {
        for (const ClassId ritual : c_.objects) covered |= s_.Covers(k, ritual);
        covered |= s_.Covers(k, g_.paper) || s_.Covers(k, g_.requirement);
        covered |= s_.Covers(k, g_.tool) || (s_.Covers(k, g_.modifier) && item.end - item.begin == 1);
        for (const Term& term : s_.terms)
          covered |= term.begin == k && term.cls == g_.order && (term.forms & kNominal) != 0;
      }
      // "release management and [reporting]": torn off a list of works
      const bool work = item.end == item.begin + 1 && (IsGerund(item.begin) || !rules_.VerbOfNominal(s_.tokens[item.begin].lower, s_.tokens[item.begin].hash).empty());
      if (!covered && !work) {
        items.push_back(compose_.Words(item));
        used.push_back(item);
      }
      begin = i + 1;
    }
    Put("extra", compose_.List(items), used);
  }

  /// "the dev team" out of "ensured the dev team always had a full backlog".
  void Served(Range object) {
    while (object.begin < object.end && s_.TermAt(object.begin, g_.relative) != nullptr) ++object.begin;
    for (uint32_t i = object.begin; i < object.end; ++i) {
      for (const Term& term : s_.terms) {
        if (term.begin != i || (term.cls != g_.people && term.cls != g_.team) || InLongerRitual(rules_, s_, term)) continue;
        uint32_t end = term.end;
        for (const Term& longer : s_.terms) {
          if (longer.begin <= i + 2 && longer.begin >= i && longer.cls == g_.team)
            end = std::max(end, longer.end);
        }
        out_.loose = out_.stand_in = false;
        if (end <= object.end)
          Put("served", compose_.NounPhrase({object.begin, end}), {{object.begin, end}});
        return;
      }
      if (s_.TermAt(i, g_.determiner) == nullptr && i > object.begin + 2) return;
    }
  }

  /// "claims platform" out of "the claims platform backlog": its article went with the ritual.
  std::string Article(Range range) const { return compose_.NounPhrase(range); }

  /// A result as the deed of a sentence: "reduce support tickets".
  void Gain() {
    // "sessions which cut rework": the person's own doing, and the sessions go.
    for (const size_t i : out_.dropped) {
      if (f_.clauses[i].kind == Clause::Kind::kRelative && f_.clauses[i].result) out_.results.push_back(i);
    }
    std::erase_if(out_.dropped, [&](size_t i) {
      return std::find(out_.results.begin(), out_.results.end(), i) != out_.results.end();
    });
    for (const size_t i : out_.others) {
      const Clause& clause = f_.clauses[i];
      if (clause.kind == Clause::Kind::kAction && clause.result && !Echo(clause)) {
        Put("gain", compose_.ClauseText(clause, {}), {clause.all});
        Anchor(clause.all);
        return;
      }
    }
    for (const size_t i : out_.deeds) {
      const Clause& clause = f_.clauses[i];
      if (clause.result && !Echo(clause)) {
        Put("gain", compose_.ClauseText(clause, {}), {clause.all});
        Anchor(clause.all);
        return;
      }
    }
    for (const size_t i : out_.results) {
      const Clause& clause = f_.clauses[i];
      if (clause.kind == Clause::Kind::kIndependent && compose_.Holds(clause.all, {g_.move, g_.result})) Anchor(clause.all);
      if (clause.kind == Clause::Kind::kIndependent || clause.verbs.empty()) continue;
      const VerbUse& use = clause.verbs.front();
      uint32_t verb = use.begin;
      std::string lemma = use.lemma;
      const bool leads = s_.TermAt(verb, g_.lead_to) != nullptr;
      if (leads) {  // "resulting in reduced support tickets"
        verb += 2;
        lemma.clear();
        if (verb < clause.all.end && s_.TermAt(verb, g_.result) != nullptr) {
          for (const VerbReading& reading : VerbReadings(s_.tokens[verb].hash)) {
            if ((reading.forms & (kPast | kParticiple)) != 0) lemma = std::string(reading.lemma);
          }
        }
        if (lemma.empty()) continue;
      } else if (s_.TermAt(verb, g_.result) == nullptr) {
        continue;
      }
      std::string text = out_.agency == Agency::kHelp ? compose_.Finite("help") + " " + lemma
                                                      : compose_.Finite(lemma);
      text += " " + compose_.Words({verb + 1, clause.all.end});
      // "which raised …": the product did it, so the product must stay in the sentence.
      const bool ritual = SpeaksOfRitual(i);
      Put(clause.kind == Clause::Kind::kRelative && !ritual ? "lift" : "gain", std::move(text), {clause.all});
      Anchor(clause.all);
      return;
    }
  }

  /// A change without a base asks for it.
  void Anchor(Range range) {
    for (uint32_t i = range.begin; i < range.end; ++i) {
      if (s_.tokens[i].Is("from") || s_.tokens[i].Is("->") ||
          s_.tokens[i].number == NumberKind::kMoney)
        return;
    }
    Put("anchor", " [from A to B]", {});
  }

  /// "four teams", "12 teams in Ghana"; not "the claims department", "a team of 7".
  static bool IsPlural(std::string_view words) {
    for (const std::string_view stop : {" of ", " (", " in ", " at "}) words = words.substr(0, words.find(stop));
    return words.size() > 2 && words.back() == 's' && words[words.size() - 2] != 's';
  }

  /// "[three] teams supporting the depot"
  bool Counted(const FieldText& field) const {
    if (field.used.empty()) return false;
    for (uint32_t i = field.used.front().begin; i < field.used.front().end; ++i) {
      if (s_.tokens[i].kind == TokenKind::kNumber || s_.TermAt(i, g_.number) != nullptr) return !s_.tokens[i].Is("one") && !s_.tokens[i].Is("1");
      if (s_.TermAt(i, g_.team) != nullptr) return false;
    }
    return false;
  }

  /// "Product Owner with 6 years …".
  void Title() {
    if (c_.name != "summary" || f_.clauses.empty()) return;
    for (uint32_t i = 0; i + 1 < s_.tokens.size(); ++i) {
      const bool number =
          s_.tokens[i].kind == TokenKind::kNumber || s_.TermAt(i, g_.number) != nullptr;
      if (!number) continue;
      const std::string& unit = s_.tokens[i + 1].lower;
      if (unit != "years" && unit != "year" && unit != "yrs" && unit != "yr") continue;
      uint32_t first = i;
      if (i > 0 && s_.TermAt(i - 1, g_.hedge) != nullptr) first = i - 1;
      Put("years", std::string(s_.TextOf(first, i + 2)), {{first, i + 2}});
      uint32_t end = i;
      while (end > 0 && !s_.tokens[end - 1].Is("with")) --end;
      if (end < 2) return;
      --end;
      uint32_t begin = 0;
      const ClassId certificate = lexicon_.Find("N.g-certificate");
      for (uint32_t k = 0; k < end; ++k) {
        if ((s_.Covers(k, certificate) && !s_.Covers(k, g_.people)) ||
            s_.tokens[k].kind == TokenKind::kPunctuation || s_.tokens[k].Is("certified") ||
            s_.Covers(k, lexicon_.Find("W.buzzword")) || s_.Covers(k, lexicon_.Find("N.framework")) || s_.tokens[k].Is("a") ||
            s_.tokens[k].Is("an")) {
          begin = k + 1;
        }
      }
      if (begin >= end) return;
      Put("title", std::string(s_.TextOf(begin, end)), {{begin, end}});
      return;
    }
  }

};

}  // namespace

Fields FindFields(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
                  const Frame& frame, const RewriteClass& c, const Composer& composer) {
  return FieldFinder(rules, lexicon, sentence, frame, c, composer).Find();
}

}  // namespace resumelint
