#include "rewrite/fields.h"

#include <algorithm>

namespace resumelint {

namespace {

class FieldFinder {
 public:
  FieldFinder(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence, const Frame& frame,
              const RewriteClass& c, const Composer& composer)
      : rules_(rules), g_(rules.grammar), lexicon_(lexicon), s_(sentence), f_(frame), c_(c), compose_(composer) {
    for (const RewriteClass& other : rules.classes) {
      rituals_.insert(rituals_.end(), other.objects.begin(), other.objects.end());
    }
  }

  Fields Find() {
    SortClauses();
    if (out_.deeds.empty()) return std::move(out_);
    out_.agency = Agency::kOwn;
    for (const size_t i : out_.deeds) out_.agency = std::min(out_.agency, f_.clauses[i].agency);
    for (const size_t i : out_.deeds) FromChunks(f_.clauses[i], true);
    for (const size_t i : out_.deeds) FromObject(f_.clauses[i]);
    // "wrote stories and assisted in testing of the portal": the portal serves for both.
    if (!Has("initiative")) {
      for (const size_t i : out_.others) FromChunks(f_.clauses[i], false);
      for (const size_t i : out_.dropped) FromChunks(f_.clauses[i], false);
    }
    if (!f_.label.empty() && !Has("initiative") && !compose_.Holds(f_.label, rituals_) &&
        compose_.Holds(f_.label, g_.thing)) {
      Put("initiative", compose_.NounPhrase(f_.label), {f_.label});
    }
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

  bool IsRitual(const Clause& clause) const {
    if (clause.kind != Clause::Kind::kAction) return false;
    Range range = clause.object;
    if (range.empty() && !clause.chunks.empty()) range = {clause.chunks[0].begin, clause.chunks[0].end};
    return compose_.Holds(range, rituals_);
  }

  bool OfClass(const Clause& clause) const {
    if (compose_.Holds(clause.object, c_.objects)) return true;
    for (const Chunk& chunk : clause.chunks) {
      if (chunk.role != Part::kInitiative && chunk.role != Part::kTools && compose_.Holds({chunk.inner, chunk.end}, c_.objects)) {
        return true;
      }
    }
    return false;
  }

  void SortClauses() {
    for (size_t i = 0; i < f_.clauses.size(); ++i) {
      const Clause& clause = f_.clauses[i];
      if (clause.kind != Clause::Kind::kAction) {
        if (clause.result || clause.kind == Clause::Kind::kRelative) out_.results.push_back(i);
        else out_.others.push_back(i);
      } else if (c_.keeps) {
        out_.deeds.push_back(i);
      } else if (OfClass(clause)) {
        out_.deeds.push_back(i);
      } else if (clause.result) {
        out_.others.push_back(i);
      } else if (IsRitual(clause)) {
        out_.dropped.push_back(i);
      } else {
        out_.others.push_back(i);
      }
    }
    if (!out_.deeds.empty() || c_.keeps) return;
    out_.loose = true;
    for (std::vector<size_t>* from : {&out_.dropped, &out_.others}) {
      for (size_t k = 0; k < from->size(); ++k) {
        if (f_.clauses[(*from)[k]].kind != Clause::Kind::kAction || f_.clauses[(*from)[k]].result) continue;
        out_.deeds.push_back((*from)[k]);
        from->erase(from->begin() + static_cast<long>(k));
        return;
      }
    }
  }

  /// A chunk and the parentheses that follow it.
  FieldText WithGloss(const Clause& clause, size_t at, Range inner) const {
    FieldText field;
    field.text = compose_.NounPhrase(inner);
    field.used.push_back({clause.chunks[at].begin, clause.chunks[at].end});
    for (size_t k = at + 1; k < clause.chunks.size() && clause.chunks[k].role == Part::kGloss; ++k) {
      if (s_.tokens[clause.chunks[k].begin].lower == ":") break;
      field.text += compose_.ChunkText(clause.chunks[k]);
      field.used.push_back({clause.chunks[k].begin, clause.chunks[k].end});
    }
    return field;
  }

  void FromChunks(const Clause& clause, bool deed) {
    for (size_t i = 0; i < clause.chunks.size(); ++i) {
      const Chunk& chunk = clause.chunks[i];
      const Range inner{chunk.inner, chunk.end};
      if (!deed && chunk.role != Part::kInitiative) continue;
      const auto put = [&](const char* name) {
        FieldText field = WithGloss(clause, i, inner);
        Put(name, std::move(field.text), std::move(field.used));
      };
      switch (chunk.role) {
        case Part::kInitiative:
          // "for refinement of …" names a ritual, not a product.
          if (!compose_.Holds(inner, c_.objects) || compose_.Holds(inner, g_.thing)) put("initiative");
          break;
        case Part::kTeam:
          put("team");
          put("teams");
          break;
        case Part::kPeople:
          put("people");
          if (c_.name == "framework") put("teams");
          break;
        case Part::kAudience:
          put("audience");
          break;
        case Part::kSource:
          put("source");
          break;
        case Part::kEnds:
          put("ends");
          break;
        case Part::kBasis:
          put("basis");
          break;
        case Part::kEvidence:
          put("evidence");
          break;
        case Part::kPurpose:
          Put("purpose", compose_.Words(inner), {{chunk.begin, chunk.end}});
          break;
        case Part::kScale:
          put("scale");
          put("teams");
          break;
        case Part::kCount:
          CountIn(inner);
          break;
        case Part::kTime:
          put("time");
          break;
        case Part::kDirection:
          put("direction");
          break;
        case Part::kMeans:
        case Part::kOther:
        case Part::kTools:
        case Part::kFramework:
        case Part::kCadence:
        case Part::kTarget:
        case Part::kGloss:
        case Part::kFiller:
          break;
      }
      if (chunk.role == Part::kMeans) Put("means", compose_.ChunkText(chunk), {{chunk.begin, chunk.end}});
      if (chunk.role == Part::kPeople) Put("with", compose_.ChunkText(chunk), {{chunk.begin, chunk.end}});
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
    const Range object = clause.object;
    if (object.empty()) return;
    const std::string& verb = clause.verbs.empty() ? std::string() : clause.verbs.front().lemma;
    (void)verb;
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
    if (ritual == nullptr) {
      if (compose_.Holds(object, g_.people)) Put("trainees", compose_.NounPhrase(object), {object});
      // The class's word is in a later stretch: "translated the PM's initiatives into stories".
      if (!compose_.Holds(object, rituals_)) Put("initiative", compose_.NounPhrase(object), {object});
      return;
    }
    if (lexicon_.classes()[ritual->cls].name == "N.framework") {
      Put("method", compose_.Words({ritual->begin, ritual->end}), {{ritual->begin, ritual->end}});
    }
    CountIn(object);
    const ClassId rule = lexicon_.Find("N.rule");
    if (rule != kNoClass && compose_.Holds(object, rule)) Put("rule", compose_.NounPhrase(object), {object});
    // Words before the ritual's name, less those that say nothing.
    uint32_t end = ritual->begin;
    uint32_t begin = end;
    while (begin > object.begin) {
      const uint32_t at = begin - 1;
      const Token& token = s_.tokens[at];
      if (token.kind != TokenKind::kWord) {
        if (token.lower == "'s" || token.lower == "'") {
          --begin;
          continue;
        }
        break;
      }
      if (token.lower == "and" || token.lower == "or" || token.lower == "of") break;
      if (s_.Covers(at, g_.modifier) && begin == end) {
        end = begin = at;
        continue;
      }
      --begin;
    }
    while (begin < end && s_.Covers(begin, g_.modifier)) ++begin;
    while (end > begin && (s_.tokens[end - 1].lower == "'s" || s_.tokens[end - 1].lower == "'")) --end;
    Range before{begin, end};
    while (!before.empty() && s_.tokens[before.begin].kind == TokenKind::kNumber) ++before.begin;
    if (before.empty() || compose_.Holds(before, g_.tool)) return;
    if (compose_.Holds({before.end - 1, before.end}, g_.team)) {
      Put("team", Article(before), {before});
    } else if (!compose_.Holds(before, g_.people) && !compose_.Holds(before, rituals_)) {
      if (compose_.Holds({before.end - 1, before.end}, g_.thing)) {
        Put("initiative", Article(before), {before});
      } else {
        Put("initiative", compose_.Words(before) + " work", {before});
      }
    }
  }

  /// "claims platform" out of "the claims platform backlog": its article went with the ritual.
  std::string Article(Range range) const { return compose_.NounPhrase(range); }

  /// A result as the deed of a sentence: "reduce support tickets".
  void Gain() {
    for (const size_t i : out_.others) {
      const Clause& clause = f_.clauses[i];
      if (clause.kind == Clause::Kind::kAction && clause.result) {
        Put("gain", compose_.ClauseText(clause, {}), {clause.all});
        return;
      }
    }
    for (const size_t i : out_.deeds) {
      const Clause& clause = f_.clauses[i];
      if (clause.result) {
        Put("gain", compose_.ClauseText(clause, {}), {clause.all});
        return;
      }
    }
    for (const size_t i : out_.results) {
      const Clause& clause = f_.clauses[i];
      if (clause.kind == Clause::Kind::kIndependent || clause.verbs.empty()) continue;
      const VerbUse& use = clause.verbs.front();
      uint32_t verb = use.begin;
      std::string lemma = use.lemma;
      const bool leads = s_.TermAt(verb, g_.lead_to) != nullptr;
      if (leads) {  // "resulting in reduced support tickets"
        verb += 2;
        lemma.clear();
        if (verb < clause.all.end && s_.TermAt(verb, g_.result) != nullptr) {
          for (const VerbReading& reading : VerbReadings(s_.tokens[verb].lower)) {
            if ((reading.forms & (kPast | kParticiple)) != 0) lemma = std::string(reading.lemma);
          }
        }
        if (lemma.empty()) continue;
      } else if (s_.TermAt(verb, g_.result) == nullptr) {
        continue;
      }
      std::string text = out_.agency == Agency::kHelp ? compose_.Finite("help") + " " + lemma : compose_.Finite(lemma);
      text += " " + compose_.Words({verb + 1, clause.all.end});
      std::vector<Range> used = {clause.all};
      if (clause.kind == Clause::Kind::kRelative) {
        // The product did it, so the product stays in the sentence.
        const FieldText* initiative = out_.Find("initiative");
        if (initiative == nullptr) continue;
        text += " with " + initiative->text;
        used.insert(used.end(), initiative->used.begin(), initiative->used.end());
      }
      Put("gain", std::move(text), std::move(used));
      return;
    }
  }

  /// "Product Owner with 6 years …".
  void Title() {
    if (c_.name != "summary" || f_.clauses.empty()) return;
    for (uint32_t i = 0; i + 1 < s_.tokens.size(); ++i) {
      const bool number = s_.tokens[i].kind == TokenKind::kNumber || s_.TermAt(i, g_.number) != nullptr;
      if (!number) continue;
      const std::string& unit = s_.tokens[i + 1].lower;
      if (unit != "years" && unit != "year" && unit != "yrs" && unit != "yr") continue;
      Put("years", std::string(s_.TextOf(i, i + 1)) + (unit.back() == 's' ? " years" : " year"), {{i, i + 2}});
      uint32_t end = i;
      while (end > 0 && s_.tokens[end - 1].lower != "with") --end;
      if (end < 2) return;
      --end;
      uint32_t begin = 0;
      const ClassId certificate = lexicon_.Find("N.g-certificate");
      for (uint32_t k = 0; k < end; ++k) {
        if (s_.Covers(k, certificate) || s_.tokens[k].kind == TokenKind::kPunctuation ||
            s_.tokens[k].lower == "certified" || s_.Covers(k, lexicon_.Find("W.buzzword")) ||
            s_.tokens[k].lower == "a" || s_.tokens[k].lower == "an") {
          begin = k + 1;
        }
      }
      if (begin >= end) return;
      Put("title", std::string(s_.TextOf(begin, end)), {{begin, end}});
      return;
    }
  }

  const RewriteRules& rules_;
  const Grammar& g_;
  const Lexicon& lexicon_;
  const Sentence& s_;
  const Frame& f_;
  const RewriteClass& c_;
  const Composer& compose_;
  std::vector<ClassId> rituals_;
  Fields out_;
};

}  // namespace

Fields FindFields(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence, const Frame& frame,
                  const RewriteClass& c, const Composer& composer) {
  return FieldFinder(rules, lexicon, sentence, frame, c, composer).Find();
}

}  // namespace resumelint
