#include "rewrite/compose.h"

#include <algorithm>

#include "rewrite/words.h"

namespace resumelint {

namespace {

std::string WithCapital(std::string word) {
  if (!word.empty() && word[0] >= 'a' && word[0] <= 'z')
    word[0] = static_cast<char>(word[0] - 'a' + 'A');
  return word;
}

}  // namespace

Composer::Composer(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
                   const Frame& frame, const RewriteContext& context)
    : rules_(rules), lexicon_(lexicon), s_(sentence), frame_(frame), context_(context) {
  // The deed's own tense counts; where it has none ("management of", -ing) the role's.
  const bool told_in_past = frame.tense == kPast || frame.tense == kParticiple;
  present_ = frame.tense == kBase || frame.tense == kThird || (context.present_tense && !told_in_past);
}

bool Composer::NamesThing(Range range) const {
  const Grammar& g = rules_.grammar;
  uint32_t first = range.begin;
  while (first < range.end && s_.TermAt(first, g.determiner) != nullptr &&
         s_.TermAt(first, g.clause_word) == nullptr) {
    ++first;
  }
  if (first >= range.end) return false;
  // "for merge": a bare word that no class knows as a noun and that is a verb.
  if (range.end - range.begin == 1 && s_.tokens[first].letter_case == LetterCase::kLower) {
    const bool noun = std::any_of(s_.terms.begin(), s_.terms.end(), [&](const Term& term) {
      return term.begin == first && lexicon_.classes()[term.cls].kind == ClassKind::kNouns;
    });
    const bool verb = std::ranges::any_of(VerbReadings(s_.tokens[first].hash), [](const VerbReading& r) { return r.forms != kThird; });
    if (!noun && verb && s_.TermAt(first, g.noun_gerund) == nullptr) return false;
  }
  for (uint32_t i = range.begin; i < range.end; ++i) {
    const Token& token = s_.tokens[i];
    const bool lower = token.letter_case == LetterCase::kLower;
    if (token.Is("\"") && i + 1 < range.end && s_.tokens[i + 1].kind == TokenKind::kWord &&
        s_.tokens[i + 1].letter_case == LetterCase::kLower) {
      return false;
    }
    if (token.kind != TokenKind::kWord || token.hyphen_before ||
        (i + 1 < range.end && s_.tokens[i + 1].hyphen_before)) {
      continue;
    }
    if (lower && s_.TermAt(i, g.subordinate) != nullptr) return false;
    if (s_.TermAt(i, g.clause_word) != nullptr || s_.TermAt(i, g.be) != nullptr) return false;
    // "the sales desk turned", "updated user stories": a verb that can be nothing else.
    const bool bare_first = i == first && first == range.begin && range.end - first > 1;
    if (!lower || (!bare_first && i + 1 != range.end) || Holds({i, i + 1}, g.thing)) continue;
    for (const VerbReading& reading : VerbReadings(token.hash)) {
      if ((reading.forms & kPast) != 0 && (reading.forms & kBase) == 0) return false;
    }
  }
  return true;
}

bool Composer::Holds(Range range, std::span<const ClassId> classes) const {
  return HoldsTerm(s_, range, classes);
}

std::string Composer::WordAt(uint32_t at, bool first) const {
  const Token& token = s_.tokens[at];
  const std::string own(s_.TextOf(at, at + 1));
  if (token.kind != TokenKind::kWord) return own;
  if (s_.TermAt(at, rules_.grammar.first_person) != nullptr) return "the";
  if (own == "&" || own == "w/" || own == "W/") {
    if (own != "&") return "with";
    // "Checkout & Cart" is a name.
    const bool name = at > 0 && at + 1 < s_.tokens.size() && !frame_.shouting &&
                      s_.tokens[at - 1].letter_case != LetterCase::kLower &&
                      s_.tokens[at + 1].letter_case != LetterCase::kLower && at > 1;
    return name ? own : "and";
  }
  if (token.letter_case == LetterCase::kLower) {
    if (std::string meant = lexicon_.Correct(token); !meant.empty()) return meant;
  }
  if (frame_.shouting) {
    if (s_.TermAt(at, rules_.grammar.acronym) != nullptr) return own;
    const std::string meant = lexicon_.Correct(token);
    const std::string lower = meant.empty() ? token.lower : meant;
    return s_.TermAt(at, rules_.grammar.proper) != nullptr ? WithCapital(lower) : lower;
  }
  // The first word of the line has its capital from its place.
  if (first && token.letter_case == LetterCase::kCapitalised &&
      s_.TermAt(at, rules_.grammar.proper) == nullptr) {
    return token.lower;
  }
  return own;
}

std::string Composer::Words(Range range) const {
  std::string out;
  uint32_t first_word = 0;
  while (first_word < s_.tokens.size() && s_.tokens[first_word].kind != TokenKind::kWord)
    ++first_word;
  for (uint32_t at = range.begin; at < range.end; ++at) {
    const Token& token = s_.tokens[at];
    if (at > range.begin) {
      const Span before = s_.tokens[at - 1].span;
      const std::string_view gap =
          std::string_view(s_.text).substr(before.end, token.span.begin - before.end);
      for (const char c : gap) {
        if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
          if (out.empty() || out.back() != ' ') out += ' ';
        } else {
          out += c;
        }
      }
    }
    out += WordAt(at, at == first_word || (at == frame_.label.end + 1 && !frame_.label.empty()));
  }
  return out;
}

bool Composer::NeedsArticle(Range range) const {
  if (range.empty()) return false;
  const Token& first = s_.tokens[range.begin];
  if (first.kind != TokenKind::kWord) return false;
  if (s_.TermAt(range.begin, rules_.grammar.determiner) != nullptr) return false;
  if (s_.TermAt(range.begin, rules_.grammar.first_person) != nullptr ||
      s_.TermAt(range.begin, rules_.grammar.clause_word) != nullptr || s_.TermAt(range.begin, rules_.grammar.relative) != nullptr) {
    return false;
  }
  // The head is the last word of the first noun group.
  uint32_t head = range.begin;
  bool list = false;
  for (uint32_t at = range.begin; at < range.end; ++at) {
    const Token& token = s_.tokens[at];
    if (token.Is("of") || token.Is("(") || token.Is("for") || token.Is("in") ||
        token.Is("from") || token.Is("by")) {
      break;
    }
    const bool doing = (VerbForms(token.hash) & (kGerund | kParticiple)) != 0;
    const bool followed = at + 1 < range.end && (rules_.segment_starts.Contains(s_.tokens[at + 1].hash) || s_.tokens[at + 1].kind == TokenKind::kNumber);
    if (doing && followed && EndsIn({range.begin, at}, {rules_.grammar.thing, rules_.grammar.team})) break;  // "booking system [consisting] of"
    if (token.Is("and") || token.Is(",") || token.Is("or")) list = true;
    if (token.Is("'s") || token.Is("'")) {
      // "the Product Manager's initiatives", but "Acme's portal"
      return at > range.begin && token.Is("'s") &&
             (Holds({range.begin, at}, rules_.grammar.people) ||
              Holds({range.begin, at}, rules_.grammar.team));
    }
    if (token.kind == TokenKind::kWord) head = at;
  }
  if (list) return false;
  const Token& noun = s_.tokens[head];
  if (!noun.lower.empty() && noun.lower.back() == 's' && !noun.lower.ends_with("ss") &&
      !noun.lower.ends_with("us")) {
    return false;  // plural
  }
  // "Customer Portal" is a name, and so is a lone capitalised word.
  if (noun.letter_case != LetterCase::kLower && !frame_.shouting) {
    if (noun.letter_case == LetterCase::kCapitalised && head > range.begin) return false;
    if (head == range.begin) return false;
  }
  for (const Term& term : s_.terms) {
    if (term.begin > head) break;
    if (term.end == head + 1 &&
        (term.cls == rules_.grammar.thing || term.cls == rules_.grammar.team))
      return true;
  }
  return false;
}

std::string Composer::NounPhrase(Range range) const {
  std::string words = Words(range);
  return NeedsArticle(range) ? "the " + words : words;
}

std::string Composer::Form(std::string_view lemma, VerbForm form) const {
  return Inflect(lemma, form, context_.spelling);
}

std::string Composer::Finite(std::string_view lemma) const {
  return Form(lemma, present_ ? kBase : kPast);
}

std::string Composer::Verb(const VerbUse& use, bool base) const {
  std::string verb;
  const uint8_t wanted = base || present_ ? kBase : kPast;
  const bool regular_past = wanted == kPast && (use.forms == kParticiple) &&
                            Inflect(use.lemma, kParticiple) == Inflect(use.lemma, kPast);
  if ((use.forms == wanted || regular_past) && !frame_.shouting &&
      lexicon_.Correct(s_.tokens[use.begin]).empty()) {
    verb = s_.tokens[use.begin].lower;  // as the person spells it
  } else {
    verb = Form(use.lemma, static_cast<VerbForm>(wanted));
  }
  if (use.end > use.begin + 1) verb += " " + Words({use.begin + 1, use.end});
  return verb;
}

std::string Composer::ChunkText(const Chunk& chunk) const {
  if (chunk.role == Part::kGloss || chunk.role == Part::kTools) {
    const Token& sign = s_.tokens[chunk.begin];
    if (sign.Is("--")) {
      const std::string inner = Words({chunk.inner, chunk.end});
      return inner.find('(') == std::string::npos ? " (" + inner + ")" : ", " + inner;
    }
    if (sign.Is(":")) return ": " + Words({chunk.inner, chunk.end});
    if (!sign.Is("(") && chunk.role == Part::kGloss)
      return " (" + Words({chunk.begin, chunk.end}) + ")";
  }
  std::string text = Words({chunk.begin, chunk.inner});
  if (chunk.role == Part::kPeople && text.ends_with(" with")) text = "with";  // ", working with UX"
  const bool comma = chunk.comma && chunk.role != Part::kPeople;
  const bool noun = chunk.role == Part::kInitiative || chunk.role == Part::kTeam ||
                    chunk.role == Part::kAudience || chunk.role == Part::kPeople ||
                    chunk.role == Part::kSource || chunk.role == Part::kScale;
  const Range words{chunk.inner, chunk.end};
  const std::string inner = words.empty() ? "" : noun ? NounPhrase(words) : Words(words);
  if (s_.tokens[chunk.begin].Is("(")) {
    text = Words({chunk.begin, chunk.end});
  } else if (!inner.empty() && chunk.inner > chunk.begin) {
    text += " " + inner;
  } else if (chunk.inner == chunk.begin) {
    text = Words({chunk.begin, chunk.end});
  }
  const bool close = s_.tokens[chunk.begin].Is("(") && !s_.tokens[chunk.begin].space_before;  // "team(s)"
  return (comma ? ", " : chunk.joined ? " and " : close ? "" : " ") + text;
}

std::string Composer::ClauseText(const Clause& clause, const std::vector<Range>& without) const {
  const auto excluded = [&](uint32_t begin, uint32_t end) {
    return std::any_of(without.begin(), without.end(),
                       [&](Range r) { return r.begin <= begin && end <= r.end && !r.empty(); });
  };
  if (clause.kind != Clause::Kind::kAction) return Words(clause.all);
  std::string out;
  bool base = false;
  const Opener* opener = clause.opener;
  if (opener != nullptr && !clause.verbs.empty() && !opener->outcome.empty() &&
      Holds({clause.verbs[0].begin, clause.verbs[0].begin + 1}, rules_.grammar.result)) {
    out = Finite(opener->outcome) + " ";  // "tasked with reducing waste": whether it fell isn't said
    base = true;
  } else if (opener != nullptr && !clause.verbs.empty() && !opener->verb.empty()) {
    out = Finite(opener->verb);
    if (!clause.person.empty()) out += " " + NounPhrase(clause.person);
    out += " ";
    base = true;
  }
  if (clause.compound && !Countable(clause.object)) return {};
  if (clause.verbs.empty()) {
    if (opener == nullptr || opener->noun.empty()) return {};
    out = Finite(opener->noun);
  }
  for (const VerbUse& use : clause.verbs) {
    if (!use.joint.empty()) out += (use.joint[0] == ',' ? "" : " ") + use.joint + " ";
    out += Verb(use, base);
  }
  if (!clause.object.empty() && !excluded(clause.object.begin, clause.object.end)) {
    out += " " + (clause.compound ? CompoundObject(clause.object) : NounPhrase(clause.object));
  }
  for (const Chunk& chunk : clause.chunks) {
    if (!excluded(chunk.begin, chunk.end)) out += ChunkText(chunk);
  }
  return out;
}

/// "customer" of "customer onboarding" is many; "the roadmap" of "roadmap ownership" is one; of other
/// singulars ("payroll processing") who knows.
bool Composer::Countable(Range object) const {
  const Token& last = s_.tokens[object.end - 1];
  const Range word{object.end - 1, object.end};
  return last.lower.ends_with("s") || NeedsArticle(object) || Holds(word, rules_.grammar.people);
}

std::string Composer::CompoundObject(Range object) const {
  const Range word{object.end - 1, object.end};
  if (s_.tokens[object.end - 1].lower.ends_with("s") || NeedsArticle(object)) return NounPhrase(object);
  std::string words = Words(object);
  return Holds(word, rules_.grammar.people) ? Plural(words) : words;
}

std::string Composer::BeingText(const Clause& clause) const {
  std::string out = clause.object.empty() ? "" : " " + Words(clause.object);
  for (const Chunk& chunk : clause.chunks) {
    // "served as product owner for …"
    const bool as = out.empty() && s_.tokens[chunk.begin].Is("as");
    out += as ? " " + Words({chunk.inner, chunk.end}) : ChunkText(chunk);
  }
  return out;
}

std::string Composer::List(const std::vector<std::string>& items) const {
  std::string out;
  for (size_t i = 0; i < items.size(); ++i) {
    if (i > 0) {
      const bool last = i + 1 == items.size();
      out += last ? (items.size() > 2 && context_.oxford_comma ? ", and " : " and ") : ", ";
    }
    out += items[i];
  }
  return out;
}

std::string FinishSentence(std::string text, bool final_stop) {
  std::string out;
  for (const char c : text) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    if ((c == ',' || c == ';' || c == ':' || c == '.') && !out.empty() && out.back() == ' ')
      out.pop_back();
    out += c;
    // "(Snowflake) (~40 dashboards)" is one parenthesis.
    if (c == '(' && out.ends_with(") (")) out.replace(out.size() - 3, 3, "; ");
  }
  while (!out.empty() && (out.back() == ' ' || out.back() == ',' || out.back() == ';'))
    out.pop_back();
  if (!out.empty() && out[0] >= 'a' && out[0] <= 'z') {
    // "iOS" keeps its case.
    if (!(out.size() > 1 && out[1] >= 'A' && out[1] <= 'Z'))
      out[0] = static_cast<char>(out[0] - 'a' + 'A');
  }
  while (!out.empty() && out.back() == '.') out.pop_back();
  if (final_stop && !out.empty()) out += '.';
  return out;
}

}  // namespace resumelint
