#include "rewrite/suggest.h"

#include <algorithm>
#include <array>

#include "language/verbs.h"
#include "rewrite/compose.h"
#include "rewrite/contract.h"
#include "rewrite/fields.h"
#include "rewrite/frame.h"

namespace resumelint {

namespace {

constexpr size_t kMostRewrites = 3;  // besides the plain one
constexpr size_t kWellSizedWords = 28;
constexpr size_t kMostWords = 45;

size_t CountWords(std::string_view text) {
  return text.empty() ? 0 : static_cast<size_t>(std::count(text.begin(), text.end(), ' ')) + 1;
}

std::vector<std::string> SlotsOf(std::string_view text) {
  std::vector<std::string> slots;
  for (size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const size_t close = text.find(']', at);
    if (close == std::string_view::npos) break;
    slots.emplace_back(text.substr(at + 1, close - at - 1));
  }
  return slots;
}

struct Candidate {
  Rewrite rewrite;
  double score = 0;
};

class Suggester {
 public:
  Suggester(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet,
            const RewriteContext& context, std::vector<Refusal>* refused)
      : rules_(rules),
        lexicon_(lexicon),
        s_(bullet),
        context_(context),
        frame_(ParseFrame(rules, lexicon, bullet)),
        compose_(rules, lexicon, bullet, frame_, context),
        refused_(refused) {}

  Suggestion Run(const RewriteClass& asked) {
    Suggestion out;
    out.questions.push_back(asked.question);
    if (!frame_.doubts.empty() || frame_.clauses.empty()) return out;
    // A stated result comes first, whatever the ritual.
    const bool result = std::any_of(frame_.clauses.begin(), frame_.clauses.end(),
                                    [](const Clause& c) { return c.result; });
    if (const RewriteClass* mixed = rules_.Find("mixed");
        result && mixed != nullptr && !asked.keeps)
      Offer(*mixed);
    const RewriteClass* own = &asked;
    if (asked.name == "mixed") own = ClassOfDeeds();
    if (own != nullptr) {
      if (const RewriteClass* both = Combined(*own)) Offer(*both);
      Offer(*own);
    }
    Choose(out);
    return out;
  }

 private:
  bool HasDeed(const RewriteClass& c) const {
    return std::any_of(frame_.clauses.begin(), frame_.clauses.end(), [&](const Clause& clause) {
      if (clause.kind != Clause::Kind::kAction) return false;
      if (compose_.Holds(clause.object, c.objects)) return true;
      return !clause.verbs.empty() &&
             compose_.Holds({clause.verbs[0].begin, clause.verbs[0].end}, c.deeds);
    });
  }

  const RewriteClass* ClassOfDeeds() const {
    for (const RewriteClass& c : rules_.classes) {
      if (c.name != "mixed" && c.name != "scope" && HasDeed(c)) return &c;
    }
    return nullptr;
  }

  /// The class that speaks of several rituals at once, if this bullet has them all.
  const RewriteClass* Combined(const RewriteClass& asked) const {
    for (const RewriteClass& c : rules_.classes) {
      if (c.with.empty() || std::find(c.with.begin(), c.with.end(), asked.name) == c.with.end())
        continue;
      const bool all = std::all_of(c.with.begin(), c.with.end(), [&](const std::string& name) {
        const RewriteClass* part = rules_.Find(name);
        return part != nullptr && HasDeed(*part);
      });
      if (all && DifferentWords(c)) return &c;
    }
    return nullptr;
  }

  /// "backlog items" is one ritual, although it is a word of two classes.
  bool DifferentWords(const RewriteClass& both) const {
    std::vector<Range> words;
    for (const std::string& name : both.with) {
      const RewriteClass* part = rules_.Find(name);
      bool found = false;
      for (const Clause& clause : frame_.clauses) {
        for (const Term& term : s_.terms) {
          const bool inside = clause.object.begin <= term.begin && term.end <= clause.object.end;
          if (found || !inside || Overlaps(words, {term.begin, term.end})) continue;
          if (std::find(part->objects.begin(), part->objects.end(), term.cls) ==
              part->objects.end())
            continue;
          words.push_back({term.begin, term.end});
          found = true;
        }
      }
      if (!found) return false;
    }
    return true;
  }

  void Offer(const RewriteClass& c) {
    const Fields fields = FindFields(rules_, lexicon_, s_, frame_, c, compose_);
    if (fields.deeds.empty()) return;
    if (fields.stand_in && !c.keeps) {
      if (const RewriteClass* other = ClassOfDeeds(); other != nullptr && other != &c) return Offer(*other);
    }
    std::array<bool, 4> taken{};
    for (const Candidate& candidate : candidates_)
      taken[static_cast<size_t>(candidate.rewrite.variant)] = true;
    for (const Template& t : c.templates) {
      if (taken[static_cast<size_t>(t.variant)] || !Fits(t, c, fields)) continue;
      // The rule saw what the frame doesn't: only what keeps the whole deed is safe to offer.
      if (fields.loose && !c.keeps && !Uses(t, "self") && !Uses(t, "gain")) continue;
      // "coached the team on backlog management": the ritual was someone else's.
      if (fields.Find("nominal") != nullptr && !Uses(t, "nominal")) continue;
      Candidate candidate;
      if (!Fill(t, c, fields, candidate.rewrite)) {
        if (refused_ != nullptr)
          refused_->push_back({candidate.rewrite.text, "no better than the bullet, or too long"});
        continue;
      }
      std::vector<const RewriteClass*> licences = {&c};
      const std::vector<Breach> breaches = CheckContract(
          rules_, lexicon_, s_, candidate.rewrite.text, licences, candidate.rewrite.dropped);
      if (!breaches.empty()) {
        if (refused_ != nullptr) refused_->push_back({candidate.rewrite.text, Dump(breaches)});
        continue;
      }
      candidate.score = Score(candidate.rewrite, t, fields);
      taken[static_cast<size_t>(t.variant)] = true;
      candidates_.push_back(std::move(candidate));
    }
  }

  static bool Uses(const Template& t, std::string_view field) {
    return std::any_of(t.parts.begin(), t.parts.end(), [&](const TemplatePart& p) {
      return p.kind == TemplatePart::Kind::kField && p.text == field;
    });
  }

  bool ConditionHolds(const std::string& name, const Fields& fields) const {
    if (name == "others")
      return !OtherDeeds(fields, {}, true).empty() || !OtherDeeds(fields, {}, false).empty();
    if (name.find('.') == std::string::npos) return fields.Find(name) != nullptr;
    const ClassId cls = lexicon_.Find(name);
    for (const size_t i : fields.deeds) {
      const Clause& clause = frame_.clauses[i];
      for (const VerbUse& use : clause.verbs) {
        if (s_.TermAt(use.begin, cls) != nullptr) return true;
      }
      // "led the transformation of …": a noun of action says what was done.
      const bool light = !clause.verbs.empty() &&
                         s_.TermAt(clause.verbs[0].begin, rules_.grammar.light) != nullptr;
      for (const Term& term : s_.terms) {
        if (light && term.cls == cls && (term.forms & kNominal) != 0 && clause.object.begin <= term.begin &&
            term.end == clause.object.end) {
          return true;
        }
      }
      // A verb class looks at verbs alone, unless the work is only named.
      if (name[0] == 'V' && !clause.verbs.empty()) continue;
      if (compose_.Holds(clause.object, cls)) return true;
      for (const Chunk& chunk : clause.chunks) {
        if (chunk.role != Part::kInitiative && compose_.Holds({chunk.inner, chunk.end}, cls))
          return true;
      }
      if (name == "W.g-help" && clause.agency == Agency::kHelp) return true;
    }
    return false;
  }

  bool Fits(const Template& t, const RewriteClass& c, const Fields& fields) const {
    if (fields.agency < t.least || fields.agency > t.most) return false;
    for (const TemplatePart& part : t.parts) {
      if (part.kind == TemplatePart::Kind::kField && !Optional(part.text) &&
          fields.Find(part.text) == nullptr) {
        return false;
      }
    }
    return std::all_of(t.when.begin(), t.when.end(),
                       [&](const auto& name) {
                         return name == "tail" ? !Tail(c, fields, {}).empty() : ConditionHolds(name, fields);
                       }) &&
           std::none_of(t.unless.begin(), t.unless.end(),
                        [&](const auto& name) { return ConditionHolds(name, fields); });
  }

  static bool Optional(std::string_view field) {
    return field == "tail" || field == "others" || field == "result" || field == "effect" ||
           field == "with" || field == "means" || field == "could" || field == "must" ||
           field == "needed" || field == "anchor" || field == "self" || field == "often" || field == "s";
  }

  bool Drops(const RewriteClass& c, Part role) const {
    return role == Part::kFiller || std::find(c.drop.begin(), c.drop.end(), role) != c.drop.end();
  }

  bool Fill(const Template& t, const RewriteClass& c, const Fields& fields, Rewrite& rewrite) {
    std::vector<Range> used;
    bool has_self = false;
    bool has_gain = false;
    uint32_t units = 0;
    std::string slots;
    for (const TemplatePart& part : t.parts) {
      if (part.kind == TemplatePart::Kind::kField) {
        has_self |= part.text == "self";
        has_gain |= part.text == "gain" || part.text == "lift";
        if (const FieldText* field = fields.Find(part.text)) {
          used.insert(used.end(), field->used.begin(), field->used.end());
        }
      }
      if (part.kind != TemplatePart::Kind::kField) slots += part.text;
    }
    units = SlotUnits(rules_, lexicon_, slots);
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
            if (text.back() == ')') return false;  // "the team (11 people)'s"
            text += text.back() == 's' ? "'" + part.text.substr(2) : part.text;
            break;
          }
          text += part.text;
          break;
        case TemplatePart::Kind::kSlot:
          text += part.text;
          break;
        case TemplatePart::Kind::kVerb:
          if (first_verb) text += earlier = Earlier(t, fields, used);
          text += LeadVerb(part.text, t, fields, first_verb);
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
            text += Effect(c, fields, std::max(units, SlotUnits(rules_, lexicon_, text)));
          } else if (part.text == "self") {
            text += Self(c, fields, used, first_verb);
          } else if (part.text == "s") {
            text += fields.Find("s") != nullptr ? "s" : "";
          } else if (part.text == "could") {
            text += compose_.present() ? "can" : "could";
          } else if (part.text == "must") {
            text += compose_.present() ? "must" : "had to";
          } else if (part.text == "needed") {
            text += compose_.present() ? "need" : "needed";
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
    rewrite.slots = SlotsOf(rewrite.text);
    rewrite.advice = t.advice;
    ListDropped(c, fields, used, rewrite);
    if (CountWords(rewrite.text) > kMostWords || Twice(rewrite.text, "so that ")) return false;
    if (RelativeAfterSlot(t, fields)) return false;
    if (!fields.results.empty() && !Uses(t, "effect") && !Uses(t, "result") && !has_gain) return false;
    if (has_self && Self(c, fields, used, false).empty()) return false;
    return !SameAsBullet(rewrite.text);
  }

  static bool Twice(const std::string& text, std::string_view words) {
    const size_t first = text.find(words);
    return first != std::string::npos && text.find(words, first + 1) != std::string::npos;
  }

  /// "…, which raised sales" would speak of the slot before it.
  bool RelativeAfterSlot(const Template& t, const Fields& fields) const {
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

  std::string LeadVerb(const std::string& lemma, const Template& t, const Fields& fields,
                       bool first) const {
    if (fields.agency != Agency::kHelp || t.most == Agency::kHelp) return compose_.Finite(lemma);
    if (!first) return compose_.Form(lemma, kBase);
    return Helping(fields) + compose_.Form(lemma, kBase);
  }

  /// "helped ", or "helped the senior PO ".
  std::string Helping(const Fields& fields) const {
    std::string out = compose_.Finite("help") + " ";
    for (const size_t i : fields.deeds) {
      const Clause& clause = frame_.clauses[i];
      if (!clause.person.empty()) return out + compose_.Words(clause.person) + " ";
      // "assisted the lead product owner with …"
      if (clause.opener == nullptr && compose_.Holds(clause.object, rules_.grammar.people) &&
          !compose_.Holds(clause.object, rules_.grammar.ritual)) {
        return out + compose_.NounPhrase(clause.object) + " ";
      }
    }
    return out;
  }

  std::string VerbField(const Fields& fields, bool first) const {
    const FieldText* verb = fields.Find("verb");
    if (verb == nullptr) return {};
    return fields.agency == Agency::kHelp && first ? Helping(fields) + verb->text : verb->text;
  }

  static bool Overlaps(const std::vector<Range>& used, Range range) {
    return std::any_of(used.begin(), used.end(),
                       [&](Range r) { return r.begin < range.end && range.begin < r.end; });
  }

  /// Would say something else behind another verb: "requests from hospitals", "wrote … to the team",
  /// or belongs to the ritual's name that goes: "user stories (epics, tasks)".
  bool Strays(const RewriteClass& c, size_t at, size_t at_chunk, const std::vector<Range>& used) const {
    if (c.keeps) return false;
    const Clause& clause = frame_.clauses[at];
    const Chunk& chunk = clause.chunks[at_chunk];
    if (chunk.role == Part::kSource || chunk.role == Part::kEnds || chunk.role == Part::kAmount) return true;
    if (chunk.role == Part::kAudience) return s_.tokens[chunk.begin].lower == "to";
    if (chunk.role == Part::kInitiative && !compose_.NamesThing({chunk.inner, chunk.end})) return true;
    // "of …" may only follow what it followed.
    if (s_.tokens[chunk.begin].lower == "of") {
      return std::none_of(used.begin(), used.end(), [&](Range r) { return r.end == chunk.begin; });
    }
    // "before it went live", "to run with them": speaks of what is no longer there.
    const bool clause_chunk = s_.TermAt(chunk.begin, rules_.grammar.subordinate) != nullptr;
    const Range pronoun{chunk.inner, clause_chunk ? std::min(chunk.inner + 2, chunk.end) : chunk.end};
    if (chunk.role != Part::kGloss && chunk.role != Part::kDirection &&
        compose_.Holds(pronoun, rules_.grammar.clause_word)) {
      return true;
    }
    if (chunk.role == Part::kOther && chunk.inner == chunk.begin) {  // "received on request"
      return std::ranges::any_of(VerbReadings(s_.tokens[chunk.begin].lower),
                                 [](const VerbReading& r) { return (r.forms & kParticiple) != 0; });
    }
    if (chunk.role == Part::kOther || chunk.role == Part::kTarget) {
      const bool goal = s_.tokens[chunk.begin].lower == "to" && at_chunk > 0 &&
                        s_.tokens[clause.chunks[at_chunk - 1].begin].lower == "from";
      return !goal && s_.TermAt(chunk.begin, rules_.grammar.free) == nullptr;
    }
    const bool first = !clause.chunks.empty() && clause.chunks.front().begin == chunk.begin;
    return chunk.role == Part::kGloss && first && compose_.Holds(clause.object, c.objects);
  }

  std::string Tail(const RewriteClass& c, const Fields& fields,
                   const std::vector<Range>& used) const {
    std::string out;
    std::vector<Range> said = used;
    for (const size_t i : fields.deeds) {
      for (size_t k = 0; k < frame_.clauses[i].chunks.size(); ++k) {
        const Chunk& chunk = frame_.clauses[i].chunks[k];
        if (Drops(c, chunk.role) || Overlaps(said, {chunk.begin, chunk.end}) || Strays(c, i, k, said)) continue;
        if (compose_.Holds({chunk.inner, chunk.end}, c.objects) &&
            (chunk.role == Part::kOther || chunk.role == Part::kTarget || chunk.role == Part::kScale ||
             chunk.role == Part::kMeans)) {
          continue;  // the ritual itself: "into stories", "on backlog management"
        }
        said.push_back({chunk.begin, chunk.end});
        out += compose_.ChunkText(chunk);
      }
    }
    std::vector<size_t> more = fields.dropped;
    more.insert(more.end(), fields.echoes.begin(), fields.echoes.end());
    for (const size_t i : more) {
      for (const Chunk& chunk : frame_.clauses[i].chunks) {
        if (chunk.role == Part::kPeople && !Overlaps(said, {chunk.begin, chunk.end}))
          out += compose_.ChunkText(chunk);
      }
    }
    for (const size_t i : fields.others) {
      const Clause& clause = frame_.clauses[i];
      if (clause.kind == Clause::Kind::kParticiple) out += ", " + compose_.Words(clause.all);
    }
    return out;
  }

  /// Deeds that stood before the class's own: "interviewed 15 grocers and ".
  std::string Earlier(const Template& t, const Fields& fields,
                      const std::vector<Range>& used) const {
    const bool keeps = std::any_of(t.parts.begin(), t.parts.end(),
                                   [](const TemplatePart& p) { return p.text == "others"; });
    if (!keeps) return {};
    std::vector<std::string> items = OtherDeeds(fields, used, true);
    return items.empty() ? std::string() : compose_.List(items) + " and ";
  }

  /// " and …"; with `all`, also the deeds that stood before the class's own.
  std::string Others(const Fields& fields, const std::vector<Range>& used, bool all) const {
    std::vector<std::string> items = all ? OtherDeeds(fields, used, true) : std::vector<std::string>{};
    for (std::string& item : OtherDeeds(fields, used, false)) items.push_back(std::move(item));
    if (items.empty()) return {};
    if (items.size() == 1) return " and " + items[0];
    return ", " + compose_.List(items);
  }

  std::vector<std::string> OtherDeeds(const Fields& fields, const std::vector<Range>& used,
                                      bool before) const {
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

  /// Only a stretch of the clause has been said elsewhere, not the clause.
  static bool Contains(const Clause& clause, const std::vector<Range>& used) {
    return std::none_of(used.begin(), used.end(), [&](Range r) {
      return r.begin <= clause.all.begin && clause.all.end <= r.end;
    });
  }

  std::string Result(const Fields& fields) const {
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

  std::string Effect(const RewriteClass& c, const Fields& fields, uint32_t units) {
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
    for (const WorkKind* from : {kind, rules_.FindKind("customer")}) {
      if (from == nullptr) continue;
      for (const std::vector<TemplatePart>& effect : from->effects) {
        std::string text;
        for (const TemplatePart& part : effect) {
          text += part.kind == TemplatePart::Kind::kField ? (compose_.present() ? "can" : "could")
                                                          : part.text;
        }
        if (SlotUnits(rules_, lexicon_, text) + units > kMostSlotUnits) continue;
        const auto known = [&](const std::vector<std::string>& phrases) {
          return std::find(phrases.begin(), phrases.end(), text) != phrases.end();
        };
        if (fallback.empty()) fallback = text;
        if (known(context_.used_result_phrases) || known(effects_)) continue;
        effects_.push_back(text);
        return text;
      }
    }
    return fallback;
  }

  /// What is only planned has no effect yet.
  bool IsPlan(const Fields& fields) const {
    return std::any_of(fields.deeds.begin(), fields.deeds.end(), [&](size_t i) {
      const Clause& clause = frame_.clauses[i];
      const uint32_t begin = clause.verbs.empty() ? clause.all.begin : clause.verbs[0].begin;
      return s_.TermAt(begin, rules_.grammar.plan) != nullptr;
    });
  }

  /// "… so that developers could start sooner", "… while churn fell 4%".
  bool SaysWhatFollowed(const Fields& fields) const {
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

  const WorkKind* KindOf(const RewriteClass& c, const Fields& fields) const {
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
    return rules_.FindKind("customer");
  }

  std::string Self(const RewriteClass& c, const Fields& fields, std::vector<Range> without,
                   bool) const {
    std::vector<std::string> items;
    std::string rest;
    for (size_t i = 0; i < frame_.clauses.size(); ++i) {
      const Clause& clause = frame_.clauses[i];
      if (clause.being) continue;
      if (clause.kind == Clause::Kind::kAction) {
        std::vector<Range> cut = without;
        for (const Chunk& chunk : clause.chunks) {
          if (Drops(c, chunk.role)) cut.push_back({chunk.begin, chunk.end});
        }
        std::string text = compose_.ClauseText(clause, cut);
        if (text.empty()) return {};
        items.push_back(std::move(text));
      } else if (!clause.result && clause.kind != Clause::Kind::kRelative) {
        rest +=
            (clause.kind == Clause::Kind::kIndependent ? "; " : ", ") + compose_.Words(clause.all);
      }
    }
    (void)fields;
    return compose_.List(items) + rest;
  }

  // ---- facts left out

  void ListDropped(const RewriteClass& c, const Fields& fields, const std::vector<Range>& used,
                   Rewrite& rewrite) const {
    const Sentence out = lexicon_.Read(rewrite.text);
    const auto said = [&](uint32_t at) {
      const std::string meant = lexicon_.Correct(s_.tokens[at].lower);
      return std::any_of(out.tokens.begin(), out.tokens.end(), [&](const Token& token) {
        return token.lower == s_.tokens[at].lower || (!meant.empty() && token.lower == meant);
      });
    };
    const auto missing = [&](Range range) {
      for (uint32_t at = range.begin; at < range.end; ++at) {
        if (s_.tokens[at].kind == TokenKind::kPunctuation || s_.Covers(at, rules_.grammar.glue))
          continue;
        if (!said(at)) return true;
      }
      return false;
    };
    std::vector<Range> listed;
    const auto list = [&](Range range) {
      if (range.empty() || Overlaps(listed, range)) return;
      listed.push_back(range);
      rewrite.dropped.emplace_back(s_.TextOf(range.begin, range.end));
    };
    for (const Clause& clause : frame_.clauses) {
      for (const Chunk& chunk : clause.chunks) {
        if (chunk.role == Part::kFiller) continue;
        uint32_t end = chunk.end;
        if (s_.tokens[chunk.begin].lower == "(" && s_.tokens[end - 1].lower == ")") --end;
        const bool fact = chunk.role != Part::kOther && chunk.role != Part::kInitiative &&
                          chunk.role != Part::kTarget;
        const bool ritual = compose_.Holds({chunk.inner, end}, c.objects) && chunk.role != Part::kTools &&
                            chunk.role != Part::kFramework;
        if (fact && !ritual && !Overlaps(used, {chunk.begin, chunk.end}) && missing({chunk.inner, end})) {
          list({chunk.role == Part::kCadence ? chunk.begin : chunk.inner, end});
        }
      }
    }
    for (const size_t i : fields.dropped) {
      const Clause& clause = frame_.clauses[i];
      if (clause.kind != Clause::Kind::kAction) {
        list(clause.all);
        continue;
      }
      if (missing(clause.object) && !clause.verbs.empty())
        list({clause.verbs.front().begin, clause.object.end});
    }
    for (const size_t i : fields.deeds) {
      const Range object = frame_.clauses[i].object;
      const bool ritual = compose_.Holds(object, c.objects);
      if (!ritual && !c.keeps && !Overlaps(used, object) && missing(object)) list(object);
    }
    if (!frame_.label.empty() && missing(frame_.label) && HasName(frame_.label)) list(frame_.label);
    if (const FieldText* extra = fields.Find("extra")) {
      for (const Range range : extra->used) {
        if (missing(range)) list(range);
      }
    }
    // Numbers, names and tools anywhere.
    for (uint32_t at = 0; at < s_.tokens.size(); ++at) {
      const Token& token = s_.tokens[at];
      if (token.kind == TokenKind::kPunctuation || said(at) ||
          s_.Covers(at, rules_.grammar.renamed))
        continue;
      const bool name = token.kind == TokenKind::kWord && token.letter_case != LetterCase::kLower &&
                        at > 0 && !frame_.shouting;
      const bool tool = s_.Covers(at, rules_.grammar.tool);
      const bool often = s_.Covers(at, rules_.grammar.cadence);
      if (token.kind != TokenKind::kNumber && !name && !tool && !often) continue;
      if (name && !tool &&
          (s_.Covers(at, rules_.grammar.ritual) || s_.Covers(at, rules_.grammar.glue) ||
           s_.Covers(at, rules_.grammar.help))) {
        continue;
      }
      Range range{at, at + 1};
      while (tool && range.end < s_.tokens.size() && s_.Covers(range.end, rules_.grammar.tool) &&
             !said(range.end)) {
        ++range.end;
      }
      if (token.kind == TokenKind::kNumber) {
        while (range.end < s_.tokens.size() && range.end < at + 4 &&
               s_.tokens[range.end].kind == TokenKind::kWord &&
               !s_.Covers(range.end, rules_.grammar.determiner) && !said(range.end) &&
               lexicon_.Find("W.function") != kNoClass &&
               !s_.Covers(range.end, lexicon_.Find("W.function"))) {
          ++range.end;
        }
      }
      list(range);
    }
  }

  bool HasName(Range range) const {
    for (uint32_t at = range.begin; at < range.end; ++at) {
      if (at > 0 && s_.tokens[at].letter_case != LetterCase::kLower) return true;
    }
    return false;
  }

  bool SameAsBullet(const std::string& text) const {
    const std::vector<Token> out = Tokenize(text);
    size_t k = 0;
    for (const Token& token : s_.tokens) {
      if (token.kind == TokenKind::kPunctuation) continue;
      while (k < out.size() && out[k].kind == TokenKind::kPunctuation) ++k;
      if (k >= out.size() || out[k].lower != token.lower) return false;
      ++k;
    }
    while (k < out.size() && out[k].kind == TokenKind::kPunctuation) ++k;
    return k == out.size();
  }

  // ---- ranking

  double Score(const Rewrite& rewrite, const Template& t, const Fields& fields) const {
    double score = 0;
    const bool gain = std::any_of(t.parts.begin(), t.parts.end(), [](const TemplatePart& p) {
      return p.text == "gain" || p.text == "lift";
    });
    if (gain) score += 3;
    const auto uses = [&](std::string_view field) {
      return std::any_of(t.parts.begin(), t.parts.end(), [&](const TemplatePart& p) {
        return p.kind == TemplatePart::Kind::kField && p.text == field &&
               fields.Find(field) != nullptr;
      });
    };
    if (uses("initiative") || uses("self")) score += 2;
    if (uses("evidence") || uses("basis") || uses("source")) score += 2;
    if (uses("people") || uses("ends")) score += 1;
    if (CountWords(rewrite.text) <= kWellSizedWords) score += 1;
    if (SlotUnits(rules_, lexicon_, rewrite.text) > 2) score -= 1;
    const std::vector<Token> words = Tokenize(rewrite.text.substr(0, rewrite.text.find(' ')));
    const auto repeated = words.empty() ? 0 : std::count(context_.used_openers.begin(), context_.used_openers.end(),
                                                         words.front().lower);
    if (repeated >= 2) score -= 2;
    // The order that fits what the bullet has.
    static constexpr std::array<double, 4> kResult = {0.6, 0.4, 0.1, 0.2};
    static constexpr std::array<double, 4> kPurpose = {0.4, 0.6, 0.2, 0.1};
    static constexpr std::array<double, 4> kDiscovery = {0.2, 0.4, 0.6, 0.1};
    static constexpr std::array<double, 4> kNothing = {0.3, 0.5, 0.4, 0.1};
    const bool result = std::any_of(frame_.clauses.begin(), frame_.clauses.end(),
                                    [](const Clause& c) { return c.result; });
    const std::array<double, 4>& order =
        result                                                               ? kResult
        : fields.Find("purpose") != nullptr                                  ? kPurpose
        : fields.Find("source") != nullptr || fields.Find("ends") != nullptr ? kDiscovery
                                                                             : kNothing;
    return score + order[static_cast<size_t>(t.variant)];
  }

  void Choose(Suggestion& out) {
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) {
                       const bool plain_a = a.rewrite.variant == Variant::kPlain;
                       const bool plain_b = b.rewrite.variant == Variant::kPlain;
                       if (plain_a != plain_b) return plain_b;
                       if (a.score != b.score) return a.score > b.score;
                       return a.rewrite.text.size() < b.rewrite.text.size();
                     });
    size_t shown = 0;
    for (Candidate& candidate : candidates_) {
      const bool plain = candidate.rewrite.variant == Variant::kPlain;
      if (!plain && shown == kMostRewrites) continue;
      if (!plain) ++shown;
      const bool twice =
          std::any_of(out.rewrites.begin(), out.rewrites.end(),
                      [&](const Rewrite& r) { return r.text == candidate.rewrite.text; });
      if (!twice) out.rewrites.push_back(std::move(candidate.rewrite));
    }
  }

  const RewriteRules& rules_;
  const Lexicon& lexicon_;
  const Sentence& s_;
  const RewriteContext& context_;
  const Frame frame_;
  const Composer compose_;
  std::vector<std::string> effects_;  // result phrases already given in this suggestion
  std::vector<Candidate> candidates_;
  std::vector<Refusal>* refused_ = nullptr;
};

}  // namespace

Suggestion Suggest(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet,
                   std::string_view rewrite_class, const RewriteContext& context,
                   std::vector<Refusal>* refused) {
  const RewriteClass* c = rules.Find(rewrite_class);
  if (c == nullptr) return {};
  return Suggester(rules, lexicon, bullet, context, refused).Run(*c);
}

}  // namespace resumelint
