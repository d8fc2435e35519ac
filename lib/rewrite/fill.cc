#include "rewrite/fill.h"

#include <algorithm>
#include <cctype>

#include "language/verbs.h"
#include "rewrite/contract.h"
#include "rewrite/slots.h"

namespace resumelint {

namespace {

constexpr size_t kMostWords = 45;

/// A budget is the strongest thing a bullet may say.
bool DropsMoney(const Rewrite& rewrite) {
  return std::ranges::any_of(rewrite.dropped, [](const std::string& fact) {
    return std::ranges::any_of(Tokenize(fact), [](const Token& token) { return token.number == NumberKind::kMoney; });
  });
}

}  // namespace

size_t CountWords(std::string_view text) {
  return text.empty() ? 0 : static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::optional<std::string_view> Tensed(std::string_view field, bool present) {
  struct Word {
    std::string_view field, past, present;
  };
  static constexpr Word kWords[] = {{"could", "could", "can"},    {"must", "had to", "must"}, {"needed", "needed", "need"},
                                    {"built", "built", "would build"}, {"would", "would", "will"}, {"got", "got", "get"}};
  for (const Word& word : kWords) {
    if (word.field == field) return present ? word.present : word.past;
  }
  return std::nullopt;
}

bool Uses(const Template& t, std::string_view field) {
  return std::any_of(t.parts.begin(), t.parts.end(), [&](const TemplatePart& p) {
    return p.kind == TemplatePart::Kind::kField && p.text == field;
  });
}

bool Filler::Fill(const Template& t, const RewriteClass& c, const Fields& fields, Rewrite& rewrite, Sentence& read) {
  const bool present = compose_.present();
  const bool once = t.variant != Variant::kPlain && std::ranges::any_of(t.parts, [&](const TemplatePart& part) {
    return part.kind == TemplatePart::Kind::kVerb && std::ranges::find(c.once, part.text) != c.once.end();
  });
  if (once) compose_.set_present(false);
  const bool filled = FillInTense(t, c, fields, rewrite, read);
  compose_.set_present(present);
  return filled;
}

bool Filler::FillInTense(const Template& t, const RewriteClass& c, const Fields& fields, Rewrite& rewrite, Sentence& read) {
  std::vector<Range> used;
  const bool has_gain = Uses(t, "gain") || Uses(t, "lift");
  std::string slots;
  for (const TemplatePart& part : t.parts) {
    if (part.kind == TemplatePart::Kind::kField) {
      if (const FieldText* field = fields.Find(part.text)) {
        used.insert(used.end(), field->used.begin(), field->used.end());
      }
    }
    if (part.kind != TemplatePart::Kind::kField) slots += part.text;
  }
  const bool has_self = Uses(t, "self");
  const std::string self = has_self ? Self(c, used) : std::string();
  std::string text;
  for (const size_t i : fields.beings) {
    if (t.parts.front().kind == TemplatePart::Kind::kText) return false;  // "To …, as …, "
    text += "as" + compose_.BeingText(frame_.clauses[i]) + ", ";
  }
  bool first_verb = true;
  std::string earlier;
  for (const TemplatePart& part : t.parts) {
    switch (part.kind) {
      case TemplatePart::Kind::kText:
        if (part.text.starts_with("'s") && !text.empty()) {
          if (text.back() == ')' || std::isdigit(static_cast<unsigned char>(text.back())) != 0) return false;  // "the team (11 people)'s", "a team of 11's"
          text += text.back() == 's' ? "'" + std::string(part.text.substr(2)) : std::string(part.text);
          break;
        }
        text += part.text;
        break;
      case TemplatePart::Kind::kSlot:
        text += part.text;
        break;
      case TemplatePart::Kind::kVerb:
        if (first_verb) text += earlier = Earlier(t, fields, used);
        text += LeadVerb(part.text, t, fields, first_verb && !(HelpedBefore(fields) && !earlier.empty()));
        first_verb = false;
        break;
      case TemplatePart::Kind::kField:
        if (part.text == "tail") {
          text += Tail(c, fields, used);
        } else if (part.text == "others") {
          text += Others(fields, used, earlier.empty());
        } else if (part.text == "result") {
          text += has_gain ? "" : Result(fields);
        } else if (part.text == "effect") {
          std::string effect = Effect(c, fields, std::max(SlotUnits(rules_, lexicon_, slots), SlotUnits(rules_, lexicon_, text)));
          if (EndsInUsers(text, fields)) {
            for (const auto& [asked, named] : {std::pair{"so that [who]", "so that they"}, std::pair{"saving [who]", "saving them"}}) {
              if (const size_t at = effect.find(asked); at != std::string::npos) effect.replace(at, std::string_view(asked).size(), named);
            }
          }
          text += effect;
        } else if (part.text == "self") {
          text += self;
        } else if (part.text == "with") {
          const FieldText* with = fields.Find("with");
          if (with != nullptr && !SaidElsewhere(t, fields, *with)) text += with->text;
        } else if (part.text == "s") {
          text += fields.Find("s") != nullptr ? "s" : "";
        } else if (const auto word = Tensed(part.text, compose_.present())) {
          text += *word;
        } else if (part.text == "verb") {
          text += VerbField(fields, first_verb);
          first_verb = false;
        } else if (const FieldText* field = fields.Find(part.text)) {
          text += field->text;
        }
        break;
    }
  }
  rewrite.variant = t.variant;
  rewrite.text = FinishSentence(std::move(text), context_.final_stop);
  rewrite.advice = t.advice;
  if (CountWords(rewrite.text) > kMostWords || Twice(rewrite.text, "so that ")) return false;
  if (RelativeAfterSlot(t, fields)) return false;
  if (!fields.results.empty() && !Uses(t, "effect") && !Uses(t, "result") && !has_gain) return false;
  if (has_self && (self.empty() || (rewrite.text.find('[') == std::string::npos && t.variant != Variant::kPlain))) return false;
  read = lexicon_.Read(rewrite.text);
  if (SameAsBullet(read)) return false;
  if (!dropped_) dropped_.emplace(rules_, lexicon_, s_);
  rewrite.dropped = Dropped(rules_, lexicon_, *dropped_, frame_, c, t, fields, read);
  return !DropsMoney(rewrite);
}

bool Filler::OnlyRituals(Range words) const {
  for (uint32_t i = words.begin; i < words.end; ++i) {
    const bool ritual = std::ranges::any_of(rules_.rituals, [&](ClassId cls) { return s_.Covers(i, cls); });
    const bool dress = s_.Covers(i, rules_.grammar.modifier) || s_.Covers(i, rules_.grammar.generic) || s_.TermAt(i, rules_.grammar.determiner) != nullptr;
    if (s_.tokens[i].kind == TokenKind::kWord && !ritual && !dress && !s_.tokens[i].Is("and")) return false;
  }
  return true;
}

bool Filler::SaidElsewhere(const Template& t, const Fields& fields, const FieldText& field) {
  return std::ranges::any_of(t.parts, [&](const TemplatePart& part) {
    const FieldText* other = part.kind == TemplatePart::Kind::kField ? fields.Find(part.text) : nullptr;
    return other != nullptr && other != &field && std::ranges::any_of(field.used, [&](Range r) { return Overlaps(other->used, r); });
  });
}

std::string Filler::Tail(const RewriteClass& c, const Fields& fields, const std::vector<Range>& used) const {
  std::string out;
  std::vector<Range> said = used;
  for (const size_t i : fields.deeds) {
    for (size_t k = 0; k < frame_.clauses[i].chunks.size(); ++k) {
      const Chunk& chunk = frame_.clauses[i].chunks[k];
      if (Drops(c, chunk.role) || Overlaps(said, {chunk.begin, chunk.end}) || Strays(c, i, k, said)) continue;
      const Range inner{chunk.inner, chunk.end};
      if (s_.tokens[chunk.begin].Is("for") && !c.keeps && OnlyRituals(inner)) continue;  // "for backlog items"
      if (s_.tokens[chunk.begin].Is("of") && compose_.EndsIn(inner, {rules_.grammar.told})) continue;  // "of project status"
      if (chunk.role != Part::kInitiative && compose_.Holds(inner, {rules_.grammar.told, rules_.grammar.meeting}) &&
          (chunk.role != Part::kMeans || compose_.Holds(inner, c.objects))) {
        continue;  // a ritual: "into stories", "in planning poker"
      }
      said.push_back({chunk.begin, chunk.end});
      out += compose_.ChunkText(chunk);
    }
  }
  std::vector<size_t> more = fields.dropped;
  more.insert(more.end(), fields.echoes.begin(), fields.echoes.end());
  for (const size_t i : more) {
    const Range object = frame_.clauses[i].object;
    if (!object.empty() && s_.TermAt(object.begin, rules_.grammar.pronoun) != nullptr) continue;  // "discussed them with the board"
    for (const Chunk& chunk : frame_.clauses[i].chunks) {
      if (chunk.role == Part::kPeople && !Overlaps(said, {chunk.begin, chunk.end}) &&
          !compose_.Holds({chunk.inner, chunk.end}, {rules_.grammar.pronoun, rules_.grammar.clause_word}))
        out += compose_.ChunkText(chunk);
    }
  }
  for (const size_t i : fields.others) {
    const Clause& clause = frame_.clauses[i];
    if (clause.kind == Clause::Kind::kParticiple) out += ", " + compose_.Words(clause.all);
  }
  return out;
}

bool Filler::EndsInUsers(const std::string& text, const Fields& fields) const {
  const FieldText* initiative = fields.Find("initiative");
  if (initiative == nullptr || initiative->used.empty() || !text.ends_with(initiative->text)) return false;
  const Range words = initiative->used.back();
  return s_.tokens[words.end - 1].lower.ends_with('s') && compose_.EndsIn(words, {rules_.grammar.people});
}

bool Filler::Twice(const std::string& text, std::string_view words) {
  const size_t first = text.find(words);
  return first != std::string::npos && text.find(words, first + 1) != std::string::npos;
}

bool Filler::RelativeAfterSlot(const Template& t, const Fields& fields) const {
  const bool relative = std::any_of(fields.results.begin(), fields.results.end(), [&](size_t i) {
    return frame_.clauses[i].kind == Clause::Kind::kRelative;
  });
  if (!relative) return false;
  bool slot = false;
  for (const TemplatePart& part : t.parts) {
    slot |= part.kind == TemplatePart::Kind::kSlot;
    if (slot && part.kind == TemplatePart::Kind::kField && (part.text == "effect" || part.text == "result")) {
      return true;
    }
  }
  return false;
}

std::string Filler::LeadVerb(std::string_view lemma, const Template& t, const Fields& fields, bool first) const {
  if (fields.agency != Agency::kHelp || t.most == Agency::kHelp) return compose_.Finite(lemma);
  if (!first) return compose_.Form(lemma, kBase);
  return Helping(fields) + compose_.Form(lemma, kBase);
}

bool Filler::HelpedBefore(const Fields& fields) const {
  return std::ranges::any_of(fields.others, [&](size_t i) {
    return i + 1 == fields.deeds.front() && frame_.clauses[i].opener != nullptr && frame_.clauses[i].opener == frame_.clauses[i + 1].opener;
  });
}

std::string Filler::Helping(const Fields& fields) const {
  std::string out = compose_.Finite("help") + " ";
  for (const size_t i : fields.deeds) {
    const Clause& clause = frame_.clauses[i];
    if (!clause.person.empty()) return out + compose_.NounPhrase(clause.person) + " ";
    // "assisted the lead product owner with …"
    if (clause.opener == nullptr && compose_.Holds(clause.object, rules_.grammar.people) &&
        !compose_.Holds(clause.object, rules_.grammar.ritual)) {
      return out + compose_.NounPhrase(clause.object) + " ";
    }
  }
  return out;
}

std::string Filler::VerbField(const Fields& fields, bool first) const {
  const FieldText* verb = fields.Find("verb");
  if (verb == nullptr) return {};
  return fields.agency == Agency::kHelp && first ? Helping(fields) + verb->text : verb->text;
}

bool Filler::Strays(const RewriteClass& c, size_t at, size_t at_chunk, const std::vector<Range>& used) const {
  if (c.keeps) return false;
  const Clause& clause = frame_.clauses[at];
  const Chunk& chunk = clause.chunks[at_chunk];
  // "[to understand the requests] and to get sign-off"
  if (chunk.joined && chunk.role == Part::kPurpose && (at_chunk == 0 || clause.chunks[at_chunk - 1].role != Part::kPurpose)) return true;
  if (chunk.role == Part::kSource || chunk.role == Part::kEnds || chunk.role == Part::kAmount || chunk.role == Part::kBasis ||
      chunk.role == Part::kAudience) {
    return true;
  }
  if (chunk.role == Part::kInitiative &&
      (!compose_.NamesThing({chunk.inner, chunk.end}) || s_.TermAt(chunk.begin, rules_.grammar.aside) != nullptr)) {
    return true;
  }
  // "for the developers in Pune", "by revenue at risk": hangs on what fell away.
  if (at_chunk > 0 && chunk.role != Part::kGloss) {
    const Chunk& before = clause.chunks[at_chunk - 1];
    const bool holds = before.role == Part::kAudience || before.role == Part::kSource || before.role == Part::kEnds ||
                       (chunk.role == Part::kOther && (before.role == Part::kOther || before.role == Part::kBasis));
    if (holds && before.end == chunk.begin && !Overlaps(used, {before.begin, before.end}) && Strays(c, at, at_chunk - 1, used)) return true;
  }
  if (s_.TermAt(chunk.inner, rules_.grammar.be) != nullptr) return true;  // "before being pulled"
  // "of …" may only follow what it followed.
  if (s_.tokens[chunk.begin].lower == "of") {
    return std::none_of(used.begin(), used.end(), [&](Range r) { return r.end == chunk.begin; });
  }
  // "before it went live", "to run with them": speaks of what is no longer there.
  const bool clause_chunk = s_.TermAt(chunk.begin, rules_.grammar.subordinate) != nullptr;
  const Range pronoun{chunk.inner, clause_chunk ? std::min(chunk.inner + 2, chunk.end) : chunk.end};
  if (chunk.role != Part::kGloss && chunk.role != Part::kDirection &&
      compose_.Holds(pronoun, rules_.grammar.clause_word) && !compose_.Holds(pronoun, rules_.grammar.people)) {
    return true;
  }
  if (chunk.role == Part::kOther && chunk.inner == chunk.begin) {  // "received on request"
    return std::ranges::any_of(VerbReadings(s_.tokens[chunk.begin].hash),
                               [](const VerbReading& r) { return (r.forms & kParticiple) != 0; });
  }
  if (chunk.role == Part::kOther || chunk.role == Part::kTarget) {
    return s_.TermAt(chunk.begin, rules_.grammar.free) == nullptr;
  }
  // "(Gherkin)", "in 5 hospitals": belongs to what it stood behind.
  const bool where = chunk.role == Part::kScale && compose_.Holds({chunk.inner, chunk.end}, rules_.grammar.place) &&
                     !compose_.Holds({chunk.inner, chunk.end}, rules_.grammar.team);
  if (chunk.role != Part::kGloss && !where) return false;
  return std::ranges::none_of(used, [&](Range r) { return r.end == chunk.begin; });
}

std::string Filler::Earlier(const Template& t, const Fields& fields, const std::vector<Range>& used) const {
  if (!Uses(t, "others")) return {};
  std::vector<std::string> items = OtherDeeds(fields, used, true);
  return items.empty() ? std::string() : compose_.List(items) + " and ";
}

std::string Filler::Others(const Fields& fields, const std::vector<Range>& used, bool all) const {
  std::vector<std::string> items = all ? OtherDeeds(fields, used, true) : std::vector<std::string>{};
  for (std::string& item : OtherDeeds(fields, used, false)) items.push_back(std::move(item));
  if (items.empty()) return {};
  if (items.size() == 1) return " and " + items[0];
  return ", " + compose_.List(items);
}

std::vector<std::string> Filler::OtherDeeds(const Fields& fields, const std::vector<Range>& used, bool before) const {
  std::vector<std::string> items;
  for (const size_t i : fields.others) {
    const Clause& clause = frame_.clauses[i];
    if ((i < fields.deeds.front()) != before) continue;
    if (clause.kind == Clause::Kind::kAction && !clause.verbs.empty() &&
        !Overlaps(used, clause.all)) {
      items.push_back(compose_.ClauseText(clause, {}));
    } else if (clause.kind == Clause::Kind::kAction && !clause.verbs.empty() &&
               Contains(clause, used)) {
      items.push_back(compose_.ClauseText(clause, used));
    }
  }
  return items;
}

bool Filler::Contains(const Clause& clause, const std::vector<Range>& used) {
  return std::none_of(used.begin(), used.end(), [&](Range r) {
    return r.begin <= clause.all.begin && clause.all.end <= r.end;
  });
}

std::string Filler::Result(const Fields& fields) const {
  std::string out;
  for (const size_t i : fields.results) {
    const Clause& clause = frame_.clauses[i];
    switch (clause.kind) {
      case Clause::Kind::kIndependent:
        out += "; " + compose_.Words(clause.all);
        break;
      case Clause::Kind::kRelative:
        // "that raised …" may no longer stand right behind its noun.
        out += ", which " + compose_.Words({clause.all.begin + 1, clause.all.end});
        break;
      case Clause::Kind::kParticiple:
      case Clause::Kind::kAction:
        out += (clause.comma ? ", " : " ") + compose_.Words(clause.all);
        break;
    }
  }
  return out;
}

std::string Filler::Effect(const RewriteClass& c, const Fields& fields, uint32_t units) {
  if (std::string result = Result(fields); !result.empty()) {
    const FieldText* anchor = fields.Find("anchor");
    const bool independent = frame_.clauses[fields.results.back()].kind == Clause::Kind::kIndependent;
    return anchor != nullptr && independent ? result + anchor->text : result;
  }
  if (SaysWhatFollowed(fields) || IsPlan(fields)) return {};
  const bool stated = std::any_of(fields.others.begin(), fields.others.end(),
                                  [&](size_t i) { return frame_.clauses[i].result; }) ||
                      std::any_of(fields.deeds.begin(), fields.deeds.end(),
                                  [&](size_t i) { return frame_.clauses[i].result; });
  if (stated) return {};
  const WorkKind* kind = KindOf(c, fields);
  std::string fallback;
  for (const WorkKind* from : {kind, AnyKind()}) {
    if (from == nullptr) continue;
    for (const std::vector<TemplatePart>& effect : from->effects) {
      std::string text;
      for (const TemplatePart& part : effect) {
        text += part.kind != TemplatePart::Kind::kField ? part.text : Tensed(part.text, compose_.present()).value_or("");
      }
      // Slots are counted before they are read: mostly they are few.
      if (std::ranges::count(text, '[') + units > kMostSlotUnits && SlotUnits(rules_, lexicon_, text) + units > kMostSlotUnits) continue;
      if (context_.withheld != nullptr && AsksForFigure(text, *context_.withheld, lexicon_)) continue;
      if (fallback.empty()) fallback = text;
      if (std::ranges::find(effects_, text) != effects_.end()) continue;
      effects_.push_back(text);
      return text;
    }
  }
  return fallback;
}

bool Filler::IsPlan(const Fields& fields) const {
  return std::any_of(fields.deeds.begin(), fields.deeds.end(), [&](size_t i) {
    const Clause& clause = frame_.clauses[i];
    const uint32_t begin = clause.verbs.empty() ? clause.all.begin : clause.verbs[0].begin;
    return s_.TermAt(begin, rules_.grammar.plan) != nullptr;
  });
}

bool Filler::SaysWhatFollowed(const Fields& fields) const {
  for (const size_t i : fields.deeds) {
    for (const Chunk& chunk : frame_.clauses[i].chunks) {
      if (s_.tokens[chunk.begin].lower == "without") return true;  // "without downtime"
      if (s_.TermAt(chunk.begin, rules_.grammar.subordinate) == nullptr) continue;
      const std::string& word = s_.tokens[chunk.begin].lower;
      if (word == "so" || word == "because") return true;
      if (word == "while" && compose_.Holds({chunk.begin, chunk.end}, {rules_.grammar.move, rules_.grammar.result})) {
        return true;
      }
    }
  }
  return false;
}

const WorkKind* Filler::KindOf(const RewriteClass& c, const Fields& fields) const {
  if (!c.kind.empty()) return rules_.FindKind(c.kind);
  for (const char* name : {"rule", "initiative", "team", "object"}) {
    const FieldText* field = fields.Find(name);
    if (field == nullptr) continue;
    for (const WorkKind& kind : rules_.kinds) {
      for (const Range range : field->used) {
        if (!kind.holds.empty() && compose_.Holds(range, kind.holds)) return &kind;
      }
    }
  }
  return AnyKind();
}

const WorkKind* Filler::AnyKind() const { return rules_.kinds.empty() ? nullptr : &rules_.kinds.back(); }

std::string Filler::Self(const RewriteClass& c, const std::vector<Range>& without) const {
  std::vector<std::string> items;
  std::string rest;
  for (size_t i = 0; i < frame_.clauses.size(); ++i) {
    const Clause& clause = frame_.clauses[i];
    if (clause.being) continue;
    if (clause.kind == Clause::Kind::kAction) {
      std::vector<Range> cut = without;
      const bool sentence = compose_.Holds(clause.object, rules_.grammar.be);  // "ensured the crews are working within Scrum"
      for (const Chunk& chunk : clause.chunks) {
        if (Drops(c, chunk.role) && (!sentence || chunk.role == Part::kFiller)) cut.push_back({chunk.begin, chunk.end});
      }
      std::string text = compose_.ClauseText(clause, cut);
      if (text.empty()) return {};
      items.push_back(std::move(text));
    } else if (!clause.result && clause.kind != Clause::Kind::kRelative) {
      rest +=
          (clause.kind == Clause::Kind::kIndependent ? "; " : ", ") + compose_.Words(clause.all);
    }
  }
  return compose_.List(items) + rest;
}

bool Filler::Drops(const RewriteClass& c, Part role) const {
  return role == Part::kFiller || std::find(c.drop.begin(), c.drop.end(), role) != c.drop.end();
}

bool Filler::SameAsBullet(const Sentence& rewrite) const {
  const std::vector<Token>& out = rewrite.tokens;
  size_t k = 0;
  for (const Token& token : s_.tokens) {
    if (token.kind == TokenKind::kPunctuation) continue;
    while (k < out.size() && out[k].kind == TokenKind::kPunctuation) ++k;
    if (k >= out.size() || out[k].hash != token.hash) return false;
    ++k;
  }
  while (k < out.size() && out[k].kind == TokenKind::kPunctuation) ++k;
  return k == out.size();
}

}  // namespace resumelint
