#include "rewrite/contract.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "language/sentence_index.h"
#include "language/verbs.h"
#include "rewrite/words.h"

namespace resumelint {

namespace {

constexpr uint32_t kSlotReach = 3;   // tokens between a word of change and the slot it must lead to
constexpr uint32_t kHedgeReach = 3;  // tokens that a hedge speaks for
constexpr uint32_t kDeedReach = 99;  // "most of the …" speaks for the whole deed

using Promise = Breach::Promise;

class Contract {
 public:
  Contract(const RewriteRules& rules, const Lexicon& lexicon, const ContractBullet& bullet,
           const Sentence& candidate, const std::vector<const RewriteClass*>& classes,
           const std::vector<std::string>& dropped)
      : rules_(rules),
        g_(rules.grammar),
        lexicon_(lexicon),
        in_(bullet.sentence),
        in_index_(bullet.index),
        in_words_(bullet.words),
        in_spellings_(bullet.spellings),
        in_lemmas_(bullet.lemmas),
        causal_(bullet.causal),
        out_(candidate),
        classes_(classes) {
    for (const std::string& text : dropped) dropped_.push_back(Tokenize(text));
    MarkSlots();
    for (uint32_t i = 0; i < Size(); ++i) {
      if (!slot_[i]) out_words_.Add(Out(i).hash);
    }
  }

  std::vector<Breach> Check() {
    if (Size() == 0) Break(Promise::kWord, "nothing is left");
    if (SlotUnits(rules_, out_) > kMostSlotUnits)
      Break(Promise::kSlots, "more than three things to fill in");
    CheckNumbers();
    CheckNames();
    CheckWords();
    CheckEffects();
    CheckAgency();
    CheckDuties();
    CheckPeople();
    CheckKept(g_.hedge, false, kHedgeReach, "hedge");
    CheckKept(g_.negation, false, kHedgeReach, "negation");
    CheckKept(g_.plan, false, kHedgeReach, "plan");
    CheckKept(g_.scope, true, kHedgeReach, "scope");
    CheckKept(g_.portion, false, kDeedReach, "portion");
    CheckDropped();
    CheckVerbatim();
    return std::move(breaches_);
  }

 private:
  uint32_t Size() const { return static_cast<uint32_t>(out_.tokens.size()); }
  const Token& Out(uint32_t i) const { return out_.tokens[i]; }
  const Token& In(uint32_t i) const { return in_.tokens[i]; }
  std::optional<Phrase::Match> FindIn(const Phrase& phrase) const {
    return phrase.Find(in_index_);
  }
  void Break(Promise promise, std::string what) { breaches_.push_back({promise, std::move(what)}); }

  void MarkSlots() {
    slot_.assign(Size(), false);
    bool inside = false;
    for (uint32_t i = 0; i < Size(); ++i) {
      if (Out(i).Is("[")) inside = true;
      slot_[i] = inside;
      if (Out(i).Is("]")) inside = false;
    }
  }

  static bool IsNumber(const Sentence& s, uint32_t i, ClassId words) {
    if (s.tokens[i].kind == TokenKind::kNumber) return true;
    return s.TermAt(i, words) != nullptr;
  }

  /// A slot begins within `reach` tokens after `i`, with no sign but a bracket between.
  bool SlotAfter(uint32_t i, uint32_t reach) const {
    for (uint32_t k = i + 1; k < Size() && k <= i + reach; ++k) {
      if (slot_[k]) return true;
      if (Out(k).kind == TokenKind::kPunctuation && !Out(k).Is(":")) return false;
    }
    return false;
  }
  bool SlotBefore(uint32_t i) const { return i > 0 && slot_[i - 1]; }

  static bool SharesLemma(WordHash word, const WordSet& lemmas) {
    for (const VerbReading& reading : VerbReadings(word)) {
      if (lemmas.Contains(reading.lemma)) return true;
    }
    return false;
  }

  // N1
  void CheckNumbers() {
    std::vector<bool> taken(in_.tokens.size(), false);
    for (uint32_t i = 0; i < Size(); ++i) {
      if (slot_[i] || !IsNumber(out_, i, g_.number)) continue;
      if (!in_words_.Contains(Out(i).hash) && out_.TermAt(i, g_.glue) != nullptr)
        continue;  // "one view"
      bool found = false;
      for (uint32_t k = 0; k < in_.tokens.size() && !found; ++k) {
        if (taken[k] || In(k).hash != Out(i).hash) continue;
        if (!SameUnit(k, i)) continue;
        taken[k] = found = true;
      }
      if (!found) Break(Promise::kNumber, fmt::format("{} isn't in the bullet so", Out(i).lower));
    }
  }

  /// What the number counts in the bullet, it counts here.
  bool SameUnit(uint32_t in, uint32_t out) const {
    if (in + 1 >= in_.tokens.size() || In(in + 1).kind != TokenKind::kWord) return true;
    if (out + 1 >= Size() || slot_[out + 1] || Out(out + 1).kind == TokenKind::kPunctuation)
      return true;
    if (in_.TermAt(in + 1, g_.glue) != nullptr && !In(in + 1).Is("items")) return true;  // "30% for"
    const WordHash meant = HashOf(lexicon_.Correct(In(in + 1)));
    for (uint32_t k = out + 1; k < Size() && k <= out + 4; ++k) {
      if (slot_[k]) break;
      if (Out(k).hash == In(in + 1).hash || Out(k).hash == meant) return true;
    }
    return false;
  }

  // N2
  void CheckNames() {
    bool shouting = true;
    for (const Token& token : in_.tokens) {
      if (token.kind == TokenKind::kWord && token.letter_case == LetterCase::kLower &&
          token.span.size() > 1) {
        shouting = false;
      }
    }
    for (uint32_t i = 0; i < Size(); ++i) {
      const Token& token = Out(i);
      if (slot_[i] || token.kind != TokenKind::kWord || token.letter_case == LetterCase::kLower)
        continue;
      const std::string_view word = out_.TextOf(i, i + 1);
      const bool known = std::any_of(in_.tokens.begin(), in_.tokens.end(), [&](const Token& in) {
        return in.span.size() == word.size() && in_.text.compare(in.span.begin, word.size(), word) == 0;
      });
      if (known) continue;
      if (shouting && in_words_.Contains(token.hash)) continue;
      if (i == 0 && token.letter_case == LetterCase::kCapitalised)
        continue;  // its words are checked below
      Break(Promise::kName, fmt::format("{} isn't in the bullet", word));
    }
  }

  // N3
  bool Licensed(const std::string& word) const {
    for (const VerbReading& reading : VerbReadings(word)) {
      for (const RewriteClass* c : classes_) {
        for (const std::vector<std::string_view>* verbs : {&c->verbs, &c->own, &c->people_verbs}) {
          for (const std::string_view verb : *verbs) {
            if (verb.substr(0, verb.find(' ')) == reading.lemma) return true;
          }
        }
      }
      for (const Opener& opener : rules_.openers) {
        for (const std::string_view verb : {opener.verb, opener.noun, opener.outcome}) {
          // Authority is no opener's to give: see CheckAgency.
          if (!verb.empty() && verb.substr(0, verb.find(' ')) == reading.lemma) return true;
        }
      }
    }
    return false;
  }

  bool FromBullet(const std::string& word) const {
    if (in_words_.Contains(word) || SharesLemma(HashOf(word), in_lemmas_)) return true;
    for (const std::string& known : in_spellings_) {
      if (IsPluralOf(word, known) || IsPluralOf(known, word)) return true;
    }
    return false;
  }

  /// Glue may join, but not be the deed: "what the squad built first" is no licence for "Built …".
  bool HeadsDeed(uint32_t i) const {
    if (i > 0 && !Out(i - 1).Is("and") && !Out(i - 1).Is(",")) return false;
    const VerbReadingList readings = VerbReadings(Out(i).hash);
    return std::any_of(readings.begin(), readings.end(), [&](const VerbReading& r) {
      return (r.forms & kPast) != 0 || (i == 0 && (r.forms & (kBase | kThird)) != 0);
    });
  }

  void CheckWords() {
    for (uint32_t i = 0; i < Size(); ++i) {
      if (slot_[i] || Out(i).kind != TokenKind::kWord) continue;
      const std::string& word = Out(i).lower;
      if (out_.TermAt(i, g_.speaker) != nullptr) {
        Break(Promise::kWord, fmt::format("\"{}\" has no place in a bullet", word));
      }
      if (Out(i).Is("'s") || in_words_.Contains(Out(i).hash)) continue;
      if (out_.Covers(i, g_.glue) && !HeadsDeed(i)) continue;
      if (FromBullet(word) || Licensed(word)) continue;
      Break(Promise::kWord, fmt::format("\"{}\" isn't in the bullet", word));
    }
  }

  // N4, N11
  void CheckEffects() {
    for (uint32_t i = 0; i < Size(); ++i) {
      if (slot_[i]) continue;
      const std::string& word = Out(i).lower;
      const bool went = Out(i).Is("went") || Out(i).Is("going");
      const bool effect = went || out_.TermAt(i, g_.effect) != nullptr;
      const bool cause = out_.TermAt(i, g_.cause) != nullptr;
      if (!effect && !cause) continue;
      if (in_words_.Contains(Out(i).hash) || (effect && SharesLemma(Out(i).hash, in_lemmas_))) continue;
      if (Out(i).Is("by") && causal_) continue;  // ", reducing calls" says what brought it about
      if (Out(i).Is("which") && in_words_.Contains("that")) continue;  // one relative for the other
      if (SlotAfter(i, Out(i).Is("so") ? kSlotReach + 1 : kSlotReach)) continue;  // "so that they could [do what]"
      if (went && SlotBefore(i) && SlotAfter(i, kSlotReach)) continue;
      // "so that", "now that": one joint of two words.
      if (Out(i).Is("that") && i > 0 && out_.TermAt(i - 1, g_.cause) != nullptr &&
          SlotAfter(i, kSlotReach))
        continue;
      Break(effect ? Promise::kEffect : Promise::kCause,
            fmt::format("\"{}\" claims what the bullet doesn't", word));
    }
  }

  // N5
  /// A helping verb that speaks of a deed, not the noun in "customer support".
  bool IsHelp(const Sentence& s, uint32_t i) const {
    if (s.TermAt(i, g_.help) == nullptr) return false;
    if (i == 0) return true;
    const Token& before = s.tokens[i - 1];
    if (before.kind == TokenKind::kPunctuation) return !before.Is("(") && !before.Is("/");
    return before.Is("and") || before.Is("i") || before.Is("we") ||
           before.Is("was") || before.Is("were") || before.Is("been") ||
           before.Is("to") || before.Is("for") || before.Is("or") ||
           s.Covers(i - 1, g_.adverb);
  }

  /// Where the bullet says that the work was the person's to answer for, and no word of help stands
  /// before it or in the same deed.
  bool Owned() const {
    std::vector<uint32_t> places;
    for (uint32_t i = 0; i < in_.tokens.size(); ++i) {
      if (in_.TermAt(i, g_.own) != nullptr || In(i).Is("ownership")) places.push_back(i);
    }
    for (const Opener& opener : rules_.openers) {
      if (opener.agency != Agency::kOwn) continue;
      for (const Phrase& phrase : opener.phrases) {
        if (const auto match = FindIn(phrase)) places.push_back(match->begin);
      }
    }
    return std::any_of(places.begin(), places.end(), [&](uint32_t place) {
      for (uint32_t i = 0; i < in_.tokens.size(); ++i) {
        if (i > place && EndsDeed(i)) return true;
        if (IsHelp(in_, i)) return false;
      }
      return true;
    });
  }

  bool ChoiceSlotFirst() const {
    const size_t bar = out_.text.find('|');
    return !out_.text.empty() && out_.text[0] == '[' && bar != std::string::npos &&
           bar < out_.text.find(']');
  }

  void CheckAgency() {
    bool out_helps = false;
    for (uint32_t i = 0; i < Size(); ++i) {
      if (slot_[i]) continue;
      if (out_.TermAt(i, g_.help) != nullptr) out_helps = true;
      if (out_.TermAt(i, g_.lead) == nullptr) continue;
      const std::string& word = Out(i).lower;
      if (word == "led" && SlotAfter(i, 2) && i + 1 < Size() && Out(i + 1).Is("to")) continue;
      if (SharesLemma(Out(i).hash, in_lemmas_)) continue;
      bool licensed = false;
      for (const RewriteClass* c : classes_) {
        for (const std::string_view verb : c->own) {
          for (const VerbReading& reading : VerbReadings(word)) licensed |= reading.lemma == verb;
        }
      }
      for (const Opener& opener : rules_.openers) {
        if (opener.agency != Agency::kOwn) continue;
        for (const VerbReading& reading : VerbReadings(word))
          licensed |= reading.lemma == opener.noun;
      }
      if (!licensed || !Owned())
        Break(Promise::kAgency, fmt::format("\"{}\" claims more authority", word));
    }
    if (out_helps || ChoiceSlotFirst()) return;
    // What was only helped with must not stand as the person's own.
    for (uint32_t i = 0; i < in_.tokens.size(); ++i) {
      if (!IsHelp(in_, i)) continue;
      for (uint32_t k = i + 1; k < in_.tokens.size(); ++k) {
        if (EndsDeed(k) || EndsBaseDeed(i, k)) break;
        if (In(k).kind == TokenKind::kPunctuation || in_.Covers(k, g_.glue)) continue;
        if (Said(k)) {
          Break(Promise::kAgency, "the bullet says that it was help");
          return;
        }
      }
    }
  }

  /// The word of the bullet stands in the rewrite.
  bool Said(uint32_t k) const {
    if (out_words_.Contains(In(k).hash)) return true;
    const std::string meant = lexicon_.Correct(In(k));
    return !meant.empty() && out_words_.Contains(meant);
  }

  /// Another deed begins in the bullet here: ", and wrote".
  bool EndsDeed(uint32_t k) const {
    if (In(k).Is(";")) return true;
    if (k == 0 || (!In(k - 1).Is("and") && !In(k - 1).Is(","))) return false;
    for (const VerbReading& reading : VerbReadings(In(k).hash)) {
      if ((reading.forms & kPast) != 0) return true;
    }
    return false;
  }

  /// "… participate in ceremonies and ensure …": in a list of base forms the next one is no longer
  /// help, unless the help takes base forms itself ("help design and build").
  bool EndsBaseDeed(uint32_t help, uint32_t k) const {
    if (k < 2 || help + 1 >= in_.tokens.size() ||
        (!In(k - 1).Is("and") && !In(k - 1).Is(",")))
      return false;
    const auto base = [&](uint32_t at) {
      const VerbReadingList readings = VerbReadings(In(at).hash);
      return std::any_of(readings.begin(), readings.end(),
                         [](const VerbReading& r) { return (r.forms & kBase) != 0; });
    };
    const std::string& after = In(help + 1).lower;
    if (!base(help) || (after != "in" && after != "with" && after != "at")) return false;
    return base(k) && in_.TermAt(k, g_.noun_verb) == nullptr &&
           !(k + 1 < in_.tokens.size() && In(k + 1).Is("of"));
  }

  /// N8: a duty is no result. "Tasked with reducing waste" doesn't say that waste fell.
  void CheckDuties() {
    for (const Opener& opener : rules_.openers) {
      if (opener.agency != Agency::kOwn) continue;
      for (const Phrase& phrase : opener.phrases) {
        const auto match = FindIn(phrase);
        if (!match || match->end >= in_.tokens.size() || in_.TermAt(match->end, g_.result) == nullptr) continue;
        WordSet lemmas;
        for (const VerbReading& reading : VerbReadings(In(match->end).hash)) {
          if ((reading.forms & (kGerund | kBase)) != 0) lemmas.Add(reading.lemma);
        }
        for (uint32_t i = 0; i < Size(); ++i) {
          if (slot_[i] || !SharesLemma(Out(i).hash, lemmas) || (i > 0 && Out(i - 1).Is("to"))) continue;
          if (i > 0 && Out(i - 1).kind == TokenKind::kWord && out_.TermAt(i - 1, g_.determiner) != nullptr) continue;
          Break(Promise::kEffect, fmt::format("\"{}\" was a duty, not a result", Out(i).lower));
          return;
        }
      }
    }
  }

  // N6
  static constexpr KnownWord kPrepositions[] = {
      "as",   "during", "without", "via",     "using",     "than",    "before", "after",  "with", "from",
      "to",   "for",    "of",      "between", "by",        "in",      "on",     "at",     "across", "among",
      "alongside", "into", "through", "over", "under",     "behind",  "per",    "against", "about", "within"};

  static bool IsPreposition(const Token& token) {
    return std::any_of(std::begin(kPrepositions), std::end(kPrepositions), [&](KnownWord word) { return token.Is(word); });
  }

  /// The preposition or verb that a noun at `at` hangs on; "" if it begins its clause.
  std::string Governor(const Sentence& s, uint32_t at, bool& verb,
                       uint32_t* where = nullptr) const {
    verb = false;
    for (uint32_t i = at; i-- > 0;) {
      if (where != nullptr) *where = i;
      const Token& token = s.tokens[i];
      if (token.Is("]") || token.Is(";") || token.Is(":") || token.Is(")") ||
          token.Is("(")) {
        return {};
      }
      if (token.kind != TokenKind::kWord) continue;
      if (IsPreposition(token)) return token.lower;
      if (token.hyphen_before || (i + 1 < s.tokens.size() && s.tokens[i + 1].hyphen_before))
        continue;
      if (s.TermAt(i, g_.relative) != nullptr || token.Is("what") || token.Is("how"))
        return token.lower;
      for (const VerbReading& reading : VerbReadings(token.hash)) {
        const bool participle_only = (reading.forms & (kPast | kGerund)) == 0;
        if (i == 0 || (reading.forms & (kPast | kGerund)) != 0 ||
            (participle_only && i > 0 && s.tokens[i - 1].Is("to"))) {
          // "the planning team", "a delayed integration": a modifier, not a governor.
          if (i > 0 && (s.TermAt(i - 1, g_.determiner) != nullptr) && !token.Is("led"))
            continue;
          verb = true;
          return std::string(reading.lemma);
        }
      }
    }
    return {};
  }

  void CheckPeople() {
    for (const Term& term : out_.terms) {
      if ((term.cls != g_.people && term.cls != g_.team) || slot_[term.begin]) continue;
      if (out_.TermAt(term.begin, g_.pronoun) != nullptr && Out(term.begin).letter_case == LetterCase::kLower) continue;  // "it" is no IT
      const bool inside =
          std::any_of(out_.terms.begin(), out_.terms.end(), [&](const Term& longer) {
            return (longer.cls == g_.people || longer.cls == g_.team) && term.Within(longer);
          });
      if (inside) continue;
      // A modifier in a product's name isn't people: "branch portal".
      if (term.end < Size() && !slot_[term.end] && Out(term.end).kind == TokenKind::kWord &&
          !out_.Covers(term.end, g_.glue)) {
        continue;
      }
      if (term.end < Size() && (Out(term.end).Is("'") || Out(term.end).Is("'s")))
        continue;
      bool verb = false;
      const std::string governor = Governor(out_, term.begin, verb);
      bool known = false;
      bool allowed = false;
      for (uint32_t k = 0; k < in_.tokens.size(); ++k) {
        if (In(k).hash != Out(term.begin).hash) continue;
        known = true;
        bool was_verb = false;
        uint32_t where = 0;
        const std::string was = Governor(in_, k, was_verb, &where);
        // "onboarding of staff" is what "onboarded staff" says.
        if (verb && was == "of" && where > 0 && Does(In(where - 1).lower, governor)) allowed = true;
        if (verb && AnswersFor(where, governor)) allowed = true;
        allowed |= verb ? (was_verb && was == governor) || MayTakePeople(governor)
                        : Compatible(was, was_verb, governor);
      }
      if (known && !allowed) {
        Break(Promise::kPeople,
              fmt::format("\"{}\" stands after \"{}\"", Out(term.begin).lower, governor));
      }
    }
  }

  /// "responsible for a team of 6" is what "managed a team of 6" says.
  bool AnswersFor(uint32_t preposition, const std::string& lemma) const {
    for (const Opener& opener : rules_.openers) {
      if (opener.agency != Agency::kOwn || opener.noun != lemma) continue;
      for (const Phrase& phrase : opener.phrases) {
        const auto match = FindIn(phrase);
        if (match && match->end == preposition + 1) return true;
      }
    }
    return false;
  }

  bool Does(const std::string& word, const std::string& lemma) const {
    for (const VerbReading& reading : VerbReadings(word)) {
      if (reading.lemma == lemma && (reading.forms & kGerund) != 0) return true;
    }
    const std::string_view verb = rules_.VerbOfNominal(word, HashOf(word));
    return !verb.empty() && verb == lemma;
  }

  /// "show" in "show and tells": a word of a name that several words make.
  bool OnlyInNames(const std::string& lemma) const {
    for (uint32_t k = 0; k < in_.tokens.size(); ++k) {
      const auto readings = VerbReadings(In(k).hash);
      if (std::ranges::none_of(readings, [&](const VerbReading& r) { return r.lemma == lemma; })) continue;
      if (!InNounTerm(lexicon_, in_, k, 2)) return false;
    }
    return true;
  }

  bool MayTakePeople(const std::string& lemma) const {
    if (lemma == "help") return true;
    // The bullet's own verb may govern only what it governed.
    if (lemma == "be" || (in_lemmas_.Contains(lemma) && !OnlyInNames(lemma))) return false;
    for (const RewriteClass* c : classes_) {
      if (std::find(c->people_verbs.begin(), c->people_verbs.end(), lemma) != c->people_verbs.end())
        return true;
    }
    return false;
  }

  static bool Compatible(const std::string& was, bool was_verb, const std::string& is) {
    if (was_verb || was.empty() || was == is) return true;
    const auto any = [&](std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), std::string_view(is)) != words.end();
    };
    if (was == "from") return any({"with", "what", "that", "of", ""});
    if (was == "to") return any({"for", "with", "how", ""});
    if (was == "with") return any({"from", "of", "what", ""});
    if (was == "by") return any({"with", "of", "what"});
    return true;
  }

  // N7, N8, N9
  void CheckKept(ClassId cls, bool either_side, uint32_t reach, const char* what) {
    for (const Term& term : in_.terms) {
      if (term.cls != cls || (cls == g_.plan && In(term.end - 1).hyphen_before)) continue;  // "to-be processes"
      bool said = true;
      for (uint32_t k = term.begin; k < term.end; ++k) said &= SaidAsWord(k);
      if (said) continue;
      // "prepared": any form of the word will do.
      if (term.end == term.begin + 1 && LemmaSaid(In(term.begin).hash)) continue;
      for (uint32_t k = term.end; k < in_.tokens.size() && k < term.end + reach; ++k) {
        if (In(k).kind == TokenKind::kPunctuation || EndsDeed(k)) break;
        if (IsContent(k) && SaidAsWord(k)) {
          Break(Promise::kHedge,
                fmt::format("the {} \"{}\" is lost", what, in_.TextOf(term.begin, term.end)));
          return;
        }
      }
      for (uint32_t k = term.begin; either_side && k-- > 0 && k + 2 >= term.begin;) {
        if (In(k).kind == TokenKind::kPunctuation) break;
        if (IsContent(k) && SaidAsWord(k)) {
          Break(Promise::kHedge,
                fmt::format("the {} \"{}\" is lost", what, in_.TextOf(term.begin, term.end)));
          return;
        }
      }
    }
  }

  bool IsContent(uint32_t k) const {
    return In(k).kind == TokenKind::kNumber || !in_.Covers(k, g_.glue) ||
           in_.TermAt(k, g_.number) != nullptr;
  }

  bool SaidAsWord(uint32_t k) const { return Said(k) || LemmaSaid(In(k).hash); }

  bool LemmaSaid(WordHash word) const {
    WordSet lemmas;
    for (const VerbReading& reading : VerbReadings(word)) lemmas.Add(reading.lemma);
    if (lemmas.empty()) return false;
    return std::any_of(out_words_.begin(), out_words_.end(), [&](WordHash out) { return SharesLemma(out, lemmas); });
  }

  // N10
  void CheckDropped() {
    uint32_t first = 0;
    while (first < in_.tokens.size() && In(first).kind == TokenKind::kPunctuation) ++first;
    bool shouting = true;
    for (const Token& token : in_.tokens) {
      if (token.kind == TokenKind::kWord && token.letter_case == LetterCase::kLower &&
          token.span.size() > 1) {
        shouting = false;
      }
    }
    for (uint32_t k = 0; k < in_.tokens.size(); ++k) {
      const Token& token = In(k);
      if (token.kind == TokenKind::kPunctuation) continue;
      const bool name =
          !shouting && k != first && token.letter_case != LetterCase::kLower && !token.Is("i");
      const bool fact = token.kind == TokenKind::kNumber || name || in_.Covers(k, g_.tool) ||
                        in_.Covers(k, g_.cadence);
      if (!fact || Said(k) || in_.Covers(k, g_.renamed)) continue;
      // "User Stories", "AC": names of rituals, not of facts.
      if (name && !in_.Covers(k, g_.tool) &&
          (in_.Covers(k, g_.ritual) || in_.Covers(k, g_.glue) || in_.Covers(k, g_.help))) {
        continue;
      }
      bool listed = false;
      for (const std::vector<Token>& text : dropped_) {
        for (const Token& word : text) listed |= word.hash == token.hash;
      }
      if (!listed)
        Break(Promise::kDropped, fmt::format("\"{}\" is left out and not listed", token.lower));
    }
  }

  // N12
  void CheckVerbatim() {
    const std::string& text = in_.text;
    for (size_t at = 0; at < text.size(); ++at) {
      size_t end = at;
      if (text[at] == '"' || text[at] == '`') {
        end = text.find(text[at], at + 1);
        if (end == std::string::npos) return;
        ++end;
      } else if (text.compare(at, 3, "://") == 0 || text.compare(at, 4, "www.") == 0) {
        size_t begin = at;
        while (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(') --begin;
        end = text.find_first_of(" )", at);
        if (end == std::string::npos) end = text.size();
        at = begin;
      } else {
        continue;
      }
      const std::string fact = text.substr(at, end - at);
      if (out_.text.find(fact) == std::string::npos) {
        for (const Token& token : Tokenize(fact)) {
          if (token.kind != TokenKind::kPunctuation && out_words_.Contains(token.hash)) {
            Break(Promise::kVerbatim, fmt::format("{} isn't copied as it stands", fact));
            break;
          }
        }
      }
      at = end;
    }
  }

  const RewriteRules& rules_;
  const Grammar& g_;
  const Lexicon& lexicon_;
  const Sentence& in_;
  const SentenceIndex& in_index_;
  const WordSet& in_words_;
  const std::vector<std::string>& in_spellings_;
  const WordSet& in_lemmas_;
  const bool causal_;
  const Sentence& out_;
  const std::vector<const RewriteClass*>& classes_;
  std::vector<std::vector<Token>> dropped_;
  std::vector<bool> slot_;
  WordSet out_words_;  // outside of slots
  std::vector<Breach> breaches_;
};

}  // namespace

ContractBullet::ContractBullet(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& bullet)
    : sentence(bullet), index(bullet, lexicon.classes().size()) {
  for (const Token& token : bullet.tokens) {
    spellings.push_back(token.lower);
    if (std::string meant = lexicon.Correct(token); !meant.empty()) spellings.push_back(std::move(meant));
  }
  for (const std::string& word : spellings) {
    const WordHash hash = HashOf(word);
    words.Add(hash);
    AddLemmas(rules, word, hash, lemmas);
  }
  for (size_t i = 0; i + 1 < bullet.tokens.size(); ++i) {  // "co-ordinated"
    if (!bullet.tokens[i + 1].hyphen_before) continue;
    const std::string joined = bullet.tokens[i].lower + bullet.tokens[i + 1].lower;
    words.Add(joined);
    for (const VerbReading& reading : VerbReadings(joined)) lemmas.Add(reading.lemma);
  }
  const Grammar& g = rules.grammar;
  for (const Term& term : bullet.terms) {
    const bool participle = (term.cls == g.result || term.cls == g.lead_to) && (term.forms & kGerund) != 0;
    causal |= participle && term.begin > 0 && bullet.tokens[term.begin - 1].Is(",");
    causal |= participle && term.cls == g.lead_to;
  }
}

std::vector<Breach> CheckContract(const RewriteRules& rules, const Lexicon& lexicon,
                                  const ContractBullet& bullet, const Sentence& candidate,
                                  const std::vector<const RewriteClass*>& classes,
                                  const std::vector<std::string>& dropped) {
  return Contract(rules, lexicon, bullet, candidate, classes, dropped).Check();
}

uint32_t SlotUnits(const RewriteRules& rules, const Lexicon& lexicon, std::string_view text) {
  // Only what stands between slots says whether they are one.
  const size_t first = text.find('[');
  const size_t last = text.rfind('[');
  if (first == last) return first == std::string_view::npos ? 0 : 1;
  std::string between;
  bool inside = false;
  for (const char c : text.substr(first, last + 1 - first)) {
    if (c == ']') inside = false;
    if (!inside) between += c;
    if (c == '[') inside = true;
  }
  return SlotUnits(rules, lexicon.Read(between));
}

uint32_t SlotUnits(const RewriteRules& rules, const Sentence& s) {
  uint32_t units = 0;
  bool inside = false;
  bool joined = false;  // only joints since the last slot
  for (uint32_t i = 0; i < s.tokens.size(); ++i) {
    const std::string& word = s.tokens[i].lower;
    if (word == "[") {
      if (!joined) ++units;
      inside = true;
    } else if (word == "]") {
      inside = false;
      joined = true;
    } else if (!inside) {
      joined = joined && s.TermAt(i, rules.grammar.slot_joint) != nullptr;
    }
  }
  return units;
}

std::string Dump(const std::vector<Breach>& breaches) {
  std::string out;
  for (const Breach& breach : breaches) out += (out.empty() ? "" : "; ") + breach.what;
  return out;
}

}  // namespace resumelint
