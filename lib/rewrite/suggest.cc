#include "rewrite/suggest.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "rewrite/compose.h"
#include "rewrite/contract.h"
#include "rewrite/deeds.h"
#include "rewrite/fields.h"
#include "rewrite/fill.h"
#include "rewrite/frame.h"
#include "rewrite/slots.h"

namespace resumelint {

namespace {

constexpr size_t kMostRewrites = 3;  // besides the plain one
constexpr size_t kWellSizedWords = 28;

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
        filler_(rules, lexicon, bullet, frame_, compose_, context),
        may_have_effect_(MayHaveEffect()),
        refused_(refused) {}

  Suggestion Run(const RewriteClass& asked) {
    Suggestion out;
    out.questions.emplace_back(asked.question);
    if (!frame_.doubts.empty() || frame_.clauses.empty()) return out;
    AskForEach(asked, out);
    // A stated result comes first, whatever the ritual.
    const bool result = std::any_of(frame_.clauses.begin(), frame_.clauses.end(),
                                    [](const Clause& c) { return c.result; });
    if (const RewriteClass* stated = First(&RewriteClass::stated); result && stated != nullptr && !asked.keeps) Offer(*stated);
    const RewriteClass* own = asked.stated ? ClassOfDeeds() : &asked;
    if (own != nullptr) {
      if (const RewriteClass* both = Combined(*own)) Offer(*both);
      Offer(*own);
    }
    if (candidates_.empty() && own != nullptr) Fallback(*own);
    Choose(out);
    return out;
  }

 private:
  /// "Which result came of “ran the depot test”?", for every deed.
  void AskForEach(const RewriteClass& asked, Suggestion& out) const {
    if (asked.each.empty()) return;
    std::vector<std::string> questions;
    for (const Clause& clause : frame_.clauses) {
      if (clause.kind != Clause::Kind::kAction || clause.verbs.empty()) continue;
      std::string question(asked.each);
      const size_t at = question.find("{deed}");
      const std::string_view deed = s_.TextOf(clause.all.begin, clause.all.end);
      if (at != std::string::npos) question.replace(at, 6, deed);
      questions.push_back(std::move(question));
    }
    if (questions.size() > 1) out.questions = std::move(questions);
  }

  const RewriteClass* First(bool RewriteClass::*flag) const {
    const auto found = std::find_if(rules_.classes.begin(), rules_.classes.end(), [&](const RewriteClass& c) { return c.*flag; });
    return found == rules_.classes.end() ? nullptr : &*found;
  }

  bool HasDeed(const RewriteClass& c) const {
    return std::any_of(frame_.clauses.begin(), frame_.clauses.end(), [&](const Clause& clause) {
      if (clause.kind != Clause::Kind::kAction || !DoneBy(s_, rules_.grammar, c, clause)) return false;
      if (HoldsOwn(rules_, s_, c, clause.object)) return true;
      return std::ranges::any_of(clause.verbs, [&](const VerbUse& use) { return compose_.Holds({use.begin, use.end}, c.deeds); });
    });
  }

  const RewriteClass* ClassOfDeeds() const {
    for (const RewriteClass& c : rules_.classes) {
      if (!c.stated && c.with.empty() && HasDeed(c)) return &c;
    }
    return nullptr;
  }

  /// The class that speaks of several rituals at once, if this bullet has them all.
  const RewriteClass* Combined(const RewriteClass& asked) const {
    for (const RewriteClass& c : rules_.classes) {
      if (c.with.empty() || std::find(c.with.begin(), c.with.end(), asked.name) == c.with.end())
        continue;
      const bool all = std::all_of(c.with.begin(), c.with.end(), [&](std::string_view name) {
        const RewriteClass* part = rules_.Find(name);
        return part != nullptr && HasDeed(*part);
      });
      if (all && DifferentWords(c)) return &c;
    }
    return nullptr;
  }

  /// Whether a bullet kept in its own words may be asked for its effect: a ritual has none, and a name
  /// of work without a verb is no deed.
  bool MayHaveEffect() const {
    return std::none_of(frame_.clauses.begin(), frame_.clauses.end(), [&](const Clause& clause) {
      return clause.kind == Clause::Kind::kAction &&
             ((clause.verbs.empty() && clause.opener == nullptr) || compose_.Holds(clause.object, rules_.grammar.paper) ||
              HelpsWithRitual(clause) || TellsAsWhat(clause));
    });
  }

  /// "worked as the owner of …": there is no deed to ask about.
  bool TellsAsWhat(const Clause& clause) const {
    return clause.object.empty() && !clause.chunks.empty() && s_.tokens[clause.chunks.front().begin].Is("as");
  }

  /// "helped the team with sprint planning"
  bool HelpsWithRitual(const Clause& clause) const {
    return clause.agency == Agency::kHelp && std::ranges::any_of(clause.chunks, [&](const Chunk& chunk) {
      return chunk.role == Part::kFiller && compose_.Holds({chunk.inner, chunk.end}, rules_.grammar.paper);
    });
  }

  /// The bullet as it stands, asked for its effect.
  void Fallback(const RewriteClass& asked) {
    const RewriteClass* fallback = First(&RewriteClass::fallback);
    if (fallback == nullptr || asked.keeps) return;
    const Clause& deed = frame_.clauses.front();
    if (!may_have_effect_) return;
    const bool work = !deed.object.empty() &&
                      !compose_.Holds({deed.object.end - 1, deed.object.end}, rules_.grammar.told);
    const bool thing = std::any_of(deed.chunks.begin(), deed.chunks.end(), [&](const Chunk& chunk) {
      return chunk.role == Part::kInitiative && compose_.NamesThing({chunk.inner, chunk.end});
    });
    if (work || thing) Offer(*fallback);
  }

  /// "backlog items" is one ritual, although it is a word of two classes.
  bool DifferentWords(const RewriteClass& both) const {
    std::vector<Range> words;
    for (const std::string_view name : both.with) {
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
      if (const RewriteClass* other = ClassOfDeeds(); other != nullptr && other != &c) Offer(*other);
      return;
    }
    std::array<bool, 4> taken{};
    for (const Candidate& candidate : candidates_)
      taken[static_cast<size_t>(candidate.rewrite.variant)] = true;
    for (const Template& t : c.templates) {
      if (taken[static_cast<size_t>(t.variant)] || !Fits(t, c, fields)) continue;
      // The rule saw what the frame doesn't: only what keeps the whole deed is safe to offer.
      if (fields.loose && !c.keeps && !(Uses(t, "self") && t.when.empty()) && !Uses(t, "gain")) continue;
      if (Uses(t, "self") && Uses(t, "effect") && !may_have_effect_) continue;
      Candidate candidate;
      Sentence read;
      if (!filler_.Fill(t, c, fields, candidate.rewrite, read)) {
        Refuse(candidate, "no better than the bullet, or too long");
        continue;
      }
      if (HidesDirection(candidate.rewrite.text, fields)) {
        Refuse(candidate, "at whose order is not said");
        continue;
      }
      if (context_.withheld != nullptr && AsksForFigure(candidate.rewrite.text, *context_.withheld, lexicon_)) continue;
      if (!contract_) contract_.emplace(rules_, lexicon_, s_);
      std::vector<const RewriteClass*> licences = {&c};
      const std::vector<Breach> breaches = CheckContract(
          rules_, lexicon_, *contract_, read, licences, candidate.rewrite.dropped);
      if (!breaches.empty()) {
        Refuse(candidate, Dump(breaches));
        continue;
      }
      candidate.score = Score(candidate.rewrite, read, t, fields);
      taken[static_cast<size_t>(t.variant)] = true;
      candidates_.push_back(std::move(candidate));
    }
  }

  void Refuse(const Candidate& candidate, std::string why) {
    if (refused_ != nullptr) refused_->push_back({candidate.rewrite.text, std::move(why)});
  }

  /// "as per the owner's requirements" may not go: what was handed down would stand as the person's own.
  bool HidesDirection(const std::string& text, const Fields& fields) const {
    return std::any_of(fields.deeds.begin(), fields.deeds.end(), [&](size_t i) {
      const std::vector<Chunk>& chunks = frame_.clauses[i].chunks;
      return std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& chunk) {
        return chunk.role == Part::kDirection && text.find(compose_.ChunkText(chunk)) == std::string::npos;
      });
    });
  }

  /// A noun of action in a name of work: "testing of the app", not "the [validation] service".
  bool NamesWork(Range object, ClassId cls) const {
    return std::any_of(s_.terms.begin(), s_.terms.end(), [&](const Term& term) {
      if (term.cls != cls || term.begin < object.begin || term.end > object.end) return false;
      return term.end == object.end || s_.tokens[term.end].kind != TokenKind::kWord || s_.Covers(term.end, rules_.grammar.generic) ||
             rules_.segment_starts.Contains(s_.tokens[term.end].hash) || s_.tokens[term.end].Is("and");
    });
  }

  bool ConditionHolds(std::string_view name, const Fields& fields) const {
    if (name == "others")
      return !filler_.OtherDeeds(fields, {}, true).empty() || !filler_.OtherDeeds(fields, {}, false).empty();
    if (name == "several") return fields.deeds.size() > 1;
    if (name == "dropped") return std::ranges::any_of(fields.dropped, [&](size_t i) { return frame_.clauses[i].kind == Clause::Kind::kAction; });
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
            (term.end == clause.object.end ||
             (term.end < clause.object.end && rules_.segment_starts.Contains(s_.tokens[term.end].hash)))) {  // "the transition [from …]"
          return true;
        }
      }
      // A verb class looks at verbs alone, unless the work is only named.
      if (name[0] == 'V' && !clause.verbs.empty()) continue;
      if (name[0] == 'V' ? NamesWork(clause.object, cls) : compose_.Holds(clause.object, cls)) return true;
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
                         return name == "tail" ? !filler_.Tail(c, fields, {}).empty() : ConditionHolds(name, fields);
                       }) &&
           std::none_of(t.unless.begin(), t.unless.end(),
                        [&](const auto& name) { return ConditionHolds(name, fields); });
  }

  static bool Optional(std::string_view field) {
    return field == "tail" || field == "others" || field == "result" || field == "effect" ||
           field == "with" || field == "means" || Tensed(field, false).has_value() || field == "anchor" || field == "self" || field == "often" || field == "s";
  }

  // ---- ranking

  double Score(const Rewrite& rewrite, const Sentence& read, const Template& t, const Fields& fields) const {
    double score = 0;
    if (Uses(t, "gain") || Uses(t, "lift")) score += 3;
    const auto uses = [&](std::string_view field) { return Uses(t, field) && fields.Find(field) != nullptr; };
    if (uses("initiative")) score += 2;
    if (uses("evidence") || uses("basis") || uses("source")) score += 2;
    if (uses("people") || uses("ends")) score += 1;
    if (CountWords(rewrite.text) <= kWellSizedWords) score += 1;
    if (SlotUnits(rules_, read) > 2) score -= 1;
    const auto repeated = read.tokens.empty() ? 0 : std::count(context_.used_openers.begin(), context_.used_openers.end(),
                                                         read.tokens.front().hash);
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
    out.rewrites.reserve(candidates_.size());
    for (Candidate& candidate : candidates_) {
      const bool plain = candidate.rewrite.variant == Variant::kPlain;
      if (!plain && shown == kMostRewrites) continue;
      if (!plain) ++shown;
      const bool twice =
          std::any_of(out.rewrites.begin(), out.rewrites.end(),
                      [&](const Rewrite& r) { return r.text == candidate.rewrite.text; });
      if (twice) continue;
      candidate.rewrite.text.shrink_to_fit();  // many are kept
      out.rewrites.push_back(std::move(candidate.rewrite));
    }
    out.rewrites.shrink_to_fit();
  }

  const RewriteRules& rules_;
  const Lexicon& lexicon_;
  const Sentence& s_;
  const RewriteContext& context_;
  const Frame frame_;
  const Composer compose_;
  Filler filler_;
  const bool may_have_effect_;
  std::vector<Candidate> candidates_;
  std::optional<ContractBullet> contract_;
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
