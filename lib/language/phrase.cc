#include "language/phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/toml.h"
#include "base/utf8.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr size_t kMaxProgram = 1500;
constexpr int kMaxGap = 16;
constexpr int kMaxNesting = 12;

constexpr uint8_t Bit(NumberKind kind) { return static_cast<uint8_t>(1u << static_cast<unsigned>(kind)); }
constexpr uint8_t kAllNumbers = 0xFE;

struct NumberName {
  std::string_view name;
  uint8_t kinds;
};
constexpr std::array<NumberName, 7> kNumberNames = {{
    {"#num", kAllNumbers},
    {"#amount", static_cast<uint8_t>(kAllNumbers & ~Bit(NumberKind::kYear))},
    {"#pct", Bit(NumberKind::kPercent)},
    {"#money", Bit(NumberKind::kMoney)},
    {"#count", static_cast<uint8_t>(Bit(NumberKind::kPlain) | Bit(NumberKind::kMultiple))},
    {"#year", Bit(NumberKind::kYear)},
    {"#clock", Bit(NumberKind::kClock)},
}};

struct FormName {
  std::string_view name;
  uint8_t forms;
};
constexpr std::array<FormName, 7> kFormNames = {{
    {"base", kBase},
    {"third", kThird},
    {"past", kPast},
    {"participle", kParticiple},
    {"gerund", kGerund},
    {"nominal", kNominal},
    {"finite", kBase | kThird | kPast},
}};

bool EndsClause(const Token& token) {
  if (token.kind != TokenKind::kPunctuation) return false;
  return token.lower == ";" || token.lower == "!" || token.lower == "?" || token.lower[0] == '.';
}

}  // namespace

/// Recursive descent over the phrase text; nesting is bounded.
class PhraseCompiler {
 public:
  PhraseCompiler(std::string_view text, const Lexicon& lexicon, const Phrase::Fragments& fragments)
      : text_(text), lexicon_(lexicon), fragments_(fragments) {}

  Result<Phrase> Compile() {
    Phrase phrase;
    phrase.text_ = text_;
    Anchored anchored = Alternatives(0);
    Skip();
    if (!failed_ && program_.size() > kMaxProgram) {
      Stop(0, "the phrase is too large", "split it into several phrases");
    }
    if (!failed_ && at_ < text_.size()) Stop(at_, fmt::format("unexpected \"{}\"", text_[at_]));
    if (!failed_ && !anchored.takes) {
      Stop(0, "the phrase can match nothing at all", "give at least one word, class or number that must stand there");
    }
    Emit({});  // kMatch
    if (failed_) return Fail(std::move(error_));
    phrase.program_ = std::move(program_);
    phrase.anchor_ = std::move(anchored.anchor);
    return phrase;
  }

 private:
  using Op = Phrase::Op;
  using Instruction = Phrase::Instruction;

  /// What is known of a compiled part: whether it takes a token, and what it needs to match.
  struct Anchored {
    bool takes = false;
    int cost = 100;  // of the anchor: lower is rarer; 100 = none
    Phrase::Anchor anchor;
  };

  void Stop(size_t at, std::string what, std::string hint = {}) {
    if (failed_) return;
    failed_ = true;
    error_.column = static_cast<uint32_t>(at + 1);
    error_.what = std::move(what);
    error_.hint = std::move(hint);
  }

  size_t Emit(Instruction instruction) {
    program_.push_back(std::move(instruction));
    return program_.size() - 1;
  }
  uint16_t Here() const { return static_cast<uint16_t>(program_.size()); }

  void Skip() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool AtEnd() {
    Skip();
    return failed_ || at_ >= text_.size() || program_.size() > kMaxProgram;
  }

  Anchored Alternatives(int nesting) {
    if (nesting > kMaxNesting) {
      Stop(at_, "too many brackets inside brackets");
      return {};
    }
    // split a, b: each branch is compiled in place behind its split and jumps to the end.
    Anchored all;
    bool first = true;
    std::vector<size_t> jumps;
    for (;;) {
      const size_t split = Emit({});
      program_[split].op = Op::kSplit;
      program_[split].x = Here();
      Anchored one = Sequence(nesting);
      if (first) {
        all = std::move(one);
      } else {
        all.takes = all.takes && one.takes;
        if (one.cost == 100 || all.cost == 100) {
          all.cost = 100;
          all.anchor = {};
        } else {
          all.cost = std::max(all.cost, one.cost);
          all.anchor.classes.insert(all.anchor.classes.end(), one.anchor.classes.begin(), one.anchor.classes.end());
          all.anchor.words.insert(all.anchor.words.end(), one.anchor.words.begin(), one.anchor.words.end());
        }
      }
      first = false;
      Skip();
      const bool more = !failed_ && at_ < text_.size() && text_[at_] == '|';
      if (!more) {
        program_[split].op = Op::kJump;  // the last branch needs no choice
        break;
      }
      ++at_;
      Instruction jump;
      jump.op = Op::kJump;
      jumps.push_back(Emit(jump));
      program_[split].y = Here();
    }
    for (const size_t jump : jumps) program_[jump].x = Here();
    return all;
  }

  Anchored Sequence(int nesting) {
    Anchored all;
    while (!AtEnd() && text_[at_] != '|' && text_[at_] != ')') {
      Anchored one = Element(nesting);
      all.takes = all.takes || one.takes;
      if (one.cost < all.cost) {
        all.cost = one.cost;
        all.anchor = std::move(one.anchor);
      }
    }
    return all;
  }

  /// An atom or group and its `?`.
  Anchored Element(int nesting) {
    const size_t start = program_.size();
    Anchored one = Atom(nesting);
    if (!failed_ && at_ < text_.size() && text_[at_] == '?') {
      ++at_;
      Wrap(start);
      one = {};
    }
    return one;
  }

  /// Makes the code from `start` on optional (tried first).
  void Wrap(size_t start) {
    for (size_t i = start; i < program_.size(); ++i) Shift(program_[i], start);
    Instruction split;
    split.op = Op::kSplit;
    split.x = static_cast<uint16_t>(start + 1);
    split.y = static_cast<uint16_t>(program_.size() + 1);
    program_.insert(program_.begin() + static_cast<std::ptrdiff_t>(start), split);
  }
  static void Shift(Instruction& instruction, size_t start) {
    if (instruction.op == Op::kSplit || instruction.op == Op::kJump || instruction.op == Op::kNot) {
      if (instruction.x >= start) ++instruction.x;
      if (instruction.y >= start) ++instruction.y;
    }
  }

  Anchored Atom(int nesting) {
    const size_t begin = at_;
    const char c = text_[at_];
    if (c == '(') {
      ++at_;
      Anchored one = Alternatives(nesting + 1);
      Skip();
      if (at_ >= text_.size() || text_[at_] != ')') {
        Stop(begin, "this bracket is never closed");
        return {};
      }
      ++at_;
      return one;
    }
    if (c == '!') {
      ++at_;
      if (at_ >= text_.size() || text_[at_] == ' ') {
        Stop(begin, "\"!\" stands alone", "write !word, !N.class or !(a b)");
        return {};
      }
      Instruction negation;
      negation.op = Op::kNot;
      const size_t place = Emit(negation);
      Atom(nesting + 1);
      Emit({});  // kMatch of the forbidden part
      program_[place].x = Here();
      return {};
    }
    if (c == '*') return Gap();
    const std::string_view word = ReadWord();
    return Simple(word, begin, nesting);
  }

  std::string_view ReadWord() {
    const size_t begin = at_;
    if (text_[at_] == '"') {
      const size_t close = text_.find('"', at_ + 1);
      if (close == std::string_view::npos) {
        Stop(begin, "this quote is never closed");
        at_ = text_.size();
        return {};
      }
      at_ = close + 1;
      return text_.substr(begin, at_ - begin);
    }
    if (text_[at_] == '<') {
      while (at_ < text_.size() && text_[at_] != '>') ++at_;
      if (at_ < text_.size()) ++at_;
      return text_.substr(begin, at_ - begin);
    }
    while (at_ < text_.size() && std::string_view(" |()?!*").find(text_[at_]) == std::string_view::npos) {
      ++at_;
    }
    if (at_ == begin) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  Anchored Gap() {
    const size_t begin = at_;
    Instruction any;
    any.op = Op::kAny;
    ++at_;
    if (at_ < text_.size() && text_[at_] == '*') {
      any.op = Op::kAnyFar;
      ++at_;
    }
    int limit = 0;
    const size_t digits = at_;
    while (at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9' && at_ - digits < 4) {
      limit = limit * 10 + (text_[at_++] - '0');
    }
    if (at_ == digits || limit < 1 || limit > kMaxGap) {
      Stop(begin, fmt::format("a gap is *N with N from 1 to {}", kMaxGap));
      return {};
    }
    while (!failed_ && at_ < text_.size() && text_[at_] == '!') {
      const size_t test_at = ++at_;
      std::vector<Instruction> outer;
      std::swap(outer, program_);
      Simple(ReadWord(), test_at, 1);
      std::swap(outer, program_);
      for (Instruction& test : outer) {
        if (test.op == Op::kSplit || test.op == Op::kJump) continue;  // a fragment's branches
        any.forbidden.push_back(std::move(test));
      }
    }
    // (exit | any (exit | any ...)): the shortest way first.
    const size_t end = program_.size() + 2 * static_cast<size_t>(limit);
    for (int i = 0; i < limit; ++i) {
      Instruction split;
      split.op = Op::kSplit;
      split.x = static_cast<uint16_t>(end);
      split.y = static_cast<uint16_t>(program_.size() + 1);
      Emit(split);
      Emit(any);
    }
    return {};
  }

  /// A word, class, lemma, number, sign, anchor or fragment.
  Anchored Simple(std::string_view word, size_t begin, int nesting) {
    Anchored out;
    if (failed_) return out;
    Instruction instruction;
    if (word == "^" || word == "$") {
      instruction.op = word == "^" ? Op::kBegin : Op::kEnd;
      Emit(instruction);
      return out;
    }
    out.takes = true;
    if (word.starts_with('@')) return Fragment(word, begin, nesting);
    if (word.starts_with('#')) {
      std::vector<std::string_view> known;
      for (const NumberName& name : kNumberNames) {
        known.push_back(name.name);
        if (name.name == word) instruction.numbers = name.kinds;
      }
      if (instruction.numbers == 0) {
        Stop(begin, fmt::format("no kind of number is called \"{}\"", word), DidYouMean(word, known));
        return out;
      }
      instruction.op = Op::kNumber;
      Emit(instruction);
      return out;
    }
    if (word.starts_with('=') && word.size() > 1) {
      instruction.op = Op::kExact;
      instruction.words.emplace_back(word.substr(1));
      out.cost = 2;
      out.anchor.words.push_back(Lower(word.substr(1)));
      Emit(std::move(instruction));
      return out;
    }
    if (word.starts_with('<')) {
      if (!word.ends_with('>') || word.size() < 3) {
        Stop(begin, "a lemma is written <keep> or <keep:past>");
        return out;
      }
      word = word.substr(1, word.size() - 2);
      uint8_t forms = 0;
      if (!ReadForm(word, forms, begin)) return out;
      if (word == "any") {
        instruction.op = Op::kVerb;
        instruction.forms = forms;
        Emit(std::move(instruction));
        return out;
      }
      instruction.op = Op::kWords;
      for (const VerbForm form : {kBase, kThird, kPast, kParticiple, kGerund}) {
        if (forms != 0 && (forms & form) == 0) continue;
        for (std::string& spelling : AllSpellings(word, form)) {
          instruction.words.push_back(std::move(spelling));
        }
      }
      out.cost = 5;
      out.anchor.words = instruction.words;
      Emit(std::move(instruction));
      return out;
    }
    if (word.size() > 2 && word[1] == '.' && (word[0] == 'V' || word[0] == 'N' || word[0] == 'W')) {
      uint8_t forms = 0;
      if (!ReadForm(word, forms, begin)) return out;
      instruction.op = Op::kClass;
      instruction.forms = forms;
      instruction.cls = lexicon_.Find(word);
      if (instruction.cls == kNoClass) {
        std::vector<std::string_view> known;
        for (const ClassEntry& entry : lexicon_.classes()) known.push_back(entry.name);
        Stop(begin, fmt::format("no class of words is called \"{}\"", word), DidYouMean(word, known));
        return out;
      }
      out.cost = word[0] == 'N' ? 1 : word[0] == 'V' ? 6 : 8;
      out.anchor.classes.push_back(instruction.cls);
      Emit(std::move(instruction));
      return out;
    }
    if (word.size() > 2 && word.front() == '"' && word.back() == '"') {
      word = word.substr(1, word.size() - 2);
    }
    // A word as a person writes it may be several tokens: "follow-up".
    std::vector<Token> tokens = Tokenize(word);
    if (tokens.empty()) {
      Stop(begin, fmt::format("\"{}\" is no word", word));
      return out;
    }
    out.cost = 4;
    for (Token& token : tokens) {
      Instruction one;
      one.op = Op::kWords;
      one.words.push_back(token.lower);
      Emit(std::move(one));
    }
    out.anchor.words.push_back(std::move(tokens.front().lower));
    return out;
  }

  /// Cuts `:past` off a name.
  bool ReadForm(std::string_view& word, uint8_t& forms, size_t begin) {
    const size_t colon = word.find(':');
    if (colon == std::string_view::npos) return true;
    std::string_view rest = word.substr(colon + 1);
    word = word.substr(0, colon);
    while (!rest.empty()) {
      const std::string_view name = rest.substr(0, rest.find('+'));
      rest.remove_prefix(std::min(rest.size(), name.size() + 1));
      std::vector<std::string_view> known;
      uint8_t found = 0;
      for (const FormName& form : kFormNames) {
        known.push_back(form.name);
        if (form.name == name) found = form.forms;
      }
      if (found == 0) {
        Stop(begin, fmt::format("no form of a verb is called \"{}\"", name), DidYouMean(name, known));
        return false;
      }
      forms = static_cast<uint8_t>(forms | found);
    }
    return true;
  }

  Anchored Fragment(std::string_view word, size_t begin, int nesting) {
    const std::string_view name = word.substr(1);
    std::vector<std::string_view> known;
    for (const auto& [key, value] : fragments_) {
      known.push_back(key);
      if (key != name) continue;
      if (nesting >= kMaxNesting || ++expansions_ > 200) {
        Stop(begin, fmt::format("fragment \"@{}\" nests too deep", name));
        return {};
      }
      const std::string_view outer_text = text_;
      const size_t outer_at = at_;
      text_ = value;
      at_ = 0;
      Anchored one = Alternatives(nesting + 1);
      Skip();
      if (!failed_ && at_ < text_.size()) Stop(0, fmt::format("unexpected \"{}\" in fragment \"@{}\"", text_[at_], name));
      text_ = outer_text;
      at_ = outer_at;
      if (failed_) error_.column = static_cast<uint32_t>(begin + 1);
      return one;
    }
    Stop(begin, fmt::format("no fragment is called \"{}\"", word), DidYouMean(name, known));
    return {};
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const Phrase::Fragments& fragments_;
  size_t at_ = 0;
  int expansions_ = 0;
  std::vector<Instruction> program_;
  bool failed_ = false;
  Error error_;
};

/// Backtracking with memory: a (place in the program, token) that failed once is not tried again,
/// from whatever beginning, so a search is linear in program × tokens.
class PhraseMatcher {
 public:
  PhraseMatcher(const Phrase& phrase, const Sentence& sentence)
      : program_(phrase.program_),
        sentence_(sentence),
        width_(sentence.tokens.size() + 1),
        seen_(phrase.program_.size() * width_) {}

  std::optional<Phrase::Match> From(uint32_t begin) {
    for (uint32_t at = begin; at < sentence_.tokens.size(); ++at) {
      if (const auto end = Run(0, at, seen_); end && *end > at) return Phrase::Match{at, *end};
    }
    return std::nullopt;
  }

 private:
  using Op = Phrase::Op;
  using Instruction = Phrase::Instruction;
  struct State {
    uint32_t pc;
    uint32_t at;
  };

  std::optional<uint32_t> Run(uint32_t start, uint32_t begin, std::vector<bool>& seen) {
    std::vector<State> todo = {{start, begin}};
    while (!todo.empty()) {
      const State state = todo.back();
      todo.pop_back();
      const size_t key = state.pc * width_ + state.at;
      if (seen[key]) continue;
      seen[key] = true;
      const Instruction& instruction = program_[state.pc];
      const uint32_t next = state.pc + 1;
      switch (instruction.op) {
        case Op::kMatch:
          return state.at;
        case Op::kJump:
          todo.push_back({instruction.x, state.at});
          break;
        case Op::kSplit:
          todo.push_back({instruction.y, state.at});
          todo.push_back({instruction.x, state.at});
          break;
        case Op::kNot: {
          std::vector<bool> inner(seen_.size());
          if (!Run(next, state.at, inner)) todo.push_back({instruction.x, state.at});
          break;
        }
        case Op::kBegin:
          if (state.at == 0) todo.push_back({next, state.at});
          break;
        case Op::kEnd:
          if (state.at == sentence_.tokens.size() ||
              (state.at + 1 == sentence_.tokens.size() && EndsClause(sentence_.tokens[state.at]))) {
            todo.push_back({next, state.at});
          }
          break;
        case Op::kAny:
        case Op::kAnyFar:
          if (state.at < sentence_.tokens.size() &&
              (instruction.op == Op::kAnyFar || !EndsClause(sentence_.tokens[state.at])) &&
              !Forbidden(instruction, state.at)) {
            todo.push_back({next, state.at + 1});
          }
          break;
        case Op::kClass:
          if (state.at >= sentence_.tokens.size()) break;
          // Longest last, so that it is tried first.
          for (uint32_t i = sentence_.first_term[state.at + 1]; i-- > sentence_.first_term[state.at];) {
            const Term& term = sentence_.terms[i];
            if (term.cls == instruction.cls &&
                (instruction.forms == 0 || (term.forms & instruction.forms) != 0)) {
              todo.push_back({next, term.end});
            }
          }
          break;
        default:
          if (state.at < sentence_.tokens.size() && Passes(instruction, state.at)) {
            todo.push_back({next, state.at + 1});
          }
      }
    }
    return std::nullopt;
  }

  bool Passes(const Instruction& test, uint32_t at) const {
    const Token& token = sentence_.tokens[at];
    switch (test.op) {
      case Op::kWords:
        return std::find(test.words.begin(), test.words.end(), token.lower) != test.words.end();
      case Op::kExact:
        return sentence_.TextOf(at, at + 1) == test.words.front();
      case Op::kVerb:
        return token.kind == TokenKind::kWord && IsVerb(token.lower, test.forms);
      case Op::kNumber:
        return token.number != NumberKind::kNone && (test.numbers & Bit(token.number)) != 0;
      case Op::kClass:
        for (const Term& term : sentence_.terms) {
          if (term.begin > at) break;
          if (term.cls == test.cls && at < term.end &&
              (test.forms == 0 || (term.forms & test.forms) != 0)) {
            return true;
          }
        }
        return false;
      default:
        return false;
    }
  }

  static bool IsVerb(std::string_view word, uint8_t forms) {
    for (const VerbReading& reading : VerbReadings(word)) {
      if (forms == 0 || (reading.forms & forms) != 0) return true;
    }
    return false;
  }

  bool Forbidden(const Instruction& any, uint32_t at) const {
    return std::any_of(any.forbidden.begin(), any.forbidden.end(),
                       [&](const Instruction& test) { return Passes(test, at); });
  }

  const std::vector<Instruction>& program_;
  const Sentence& sentence_;
  size_t width_;
  std::vector<bool> seen_;
};

Result<Phrase> Phrase::Compile(std::string_view text, const Lexicon& lexicon,
                               const Fragments& fragments) {
  return PhraseCompiler(text, lexicon, fragments).Compile();
}

std::optional<Phrase::Match> Phrase::Find(const Sentence& sentence, uint32_t from) const {
  return PhraseMatcher(*this, sentence).From(from);
}

std::vector<Phrase::Match> Phrase::FindAll(const Sentence& sentence) const {
  std::vector<Match> matches;
  for (auto match = Find(sentence); match; match = Find(sentence, match->end)) {
    matches.push_back(*match);
  }
  return matches;
}

}  // namespace resumelint
