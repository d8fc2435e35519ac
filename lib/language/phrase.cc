#include "language/phrase.h"

#include <algorithm>
#include <bit>

#include "language/phrase_code.h"
#include "language/phrase_match.h"
#include "language/sentence_index.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

bool EndsClause(const Token& token) {
  if (token.kind != TokenKind::kPunctuation) return false;
  return token.Is(";") || token.Is("!") || token.Is("?") || token.lower[0] == '.';
}

bool MayBegin(const PhraseCode& code, const Sentence& sentence, uint32_t at) {
  if (code.first_any != 0 || (code.first_begin != 0 && at == 0)) return true;
  const auto words = code.FirstWords();
  if (std::find(words.begin(), words.end(), sentence.tokens[at].hash) != words.end()) return true;
  const auto classes = code.FirstClasses();
  if (classes.empty()) return false;
  for (uint32_t i = sentence.first_term[at]; i < sentence.first_term[at + 1]; ++i) {
    if (std::find(classes.begin(), classes.end(), sentence.terms[i].cls) != classes.end()) return true;
  }
  return false;
}

/// A place in a program and in a sentence.
struct State {
  uint32_t pc;
  uint32_t at;
};

/// What matching writes on. Kept by a thread from one search to the next.
struct Paper {
  std::vector<uint64_t> seen;  // a row a token, a bit an instruction
  std::vector<State> todo;
  std::vector<State> trail;  // states of the current attempt
};

Paper& ThreadPaper() {
  static thread_local Paper paper;
  return paper;
}

/// Backtracking with memory: a (place in the program, token) that has several ways on and failed once
/// is not tried again, from whatever beginning. What lies between two such places has one way on, so
/// a search is linear in the tokens.
class PhraseMatcher {
 public:
  PhraseMatcher(const PhraseCode& code, const Sentence& sentence)
      : code_(code),
        program_(code.Program().data()),
        sentence_(sentence),
        size_(static_cast<uint32_t>(sentence.tokens.size())),
        row_((code.program + size_t{63}) / 64),
        paper_(ThreadPaper()) {
    paper_.todo.clear();
    paper_.trail.clear();
  }

  /// `starts` has a bit for each token where a match may begin, modulo 64. It says all there is to
  /// say of a short text, if it came from an index.
  std::optional<Phrase::Match> From(uint32_t begin, uint64_t starts, bool indexed) {
    if (starts == 0) return std::nullopt;
    const bool sure = indexed && size_ <= 64;
    for (uint32_t at = begin; at < size_; ++at) {
      at += static_cast<uint32_t>(std::countr_zero(std::rotr(starts, static_cast<int>(at % 64))));
      if (at >= size_) break;
      if (!sure && !MayBegin(code_, sentence_, at)) continue;
      if (const auto end = Run(0, at); end && *end > at) return Phrase::Match{at, *end};
    }
    return std::nullopt;
  }

  std::optional<Phrase::Match> At(uint32_t at) {
    const auto end = Run(0, at);
    return end && *end > at ? std::optional(Phrase::Match{at, *end}) : std::nullopt;
  }

  void All(uint64_t starts, bool indexed, std::vector<Phrase::Match>& out) {
    for (auto match = From(0, starts, indexed); match; match = From(match->end, starts, indexed)) out.push_back(*match);
  }

 private:
  /// Rows are cleared as a search comes to them.
  uint64_t* Row(uint32_t at) {
    if (at >= rows_) ClearTo(at);
    return seen_ + at * row_;
  }

  void ClearTo(uint32_t at) {
    const size_t wanted = (at + size_t{1}) * row_;
    if (paper_.seen.size() < wanted) paper_.seen.resize(std::max(wanted, paper_.seen.size() * 2));
    seen_ = paper_.seen.data();
    for (size_t i = rows_ * row_; i < wanted; ++i) seen_[i] = 0;
    rows_ = at + 1;
  }

  /// False if a place with several ways on was tried before.
  bool Enter(State state) {
    uint64_t& seen = Row(state.at)[state.pc / 64];
    const uint64_t bit = uint64_t{1} << (state.pc % 64);
    if ((seen & bit) != 0) return false;
    seen |= bit;
    paper_.trail.push_back(state);
    return true;
  }

  /// Where a match that begins with state (start, begin) ends.
  std::optional<uint32_t> Run(uint32_t start, uint32_t begin) {
    std::vector<State>& todo = paper_.todo;
    std::vector<State>& trail = paper_.trail;
    const size_t floor = todo.size();
    const size_t trail_begin = trail.size();
    State state{start, begin};
    for (;;) {
      const PhraseInstruction& instruction = program_[state.pc];
      bool on = false;  // to the next place
      switch (instruction.op) {
        case PhraseOp::kMatch:
          // What was seen on the way here has not failed.
          for (size_t i = trail_begin; i < trail.size(); ++i) {
            Row(trail[i].at)[trail[i].pc / 64] &= ~(uint64_t{1} << (trail[i].pc % 64));
          }
          trail.resize(trail_begin);
          todo.resize(floor);
          return state.at;
        case PhraseOp::kJump:
          state.pc = instruction.x;
          continue;
        case PhraseOp::kSplit:
          if (!Enter(state)) break;
          todo.push_back({instruction.y, state.at});
          state.pc = instruction.x;
          continue;
        case PhraseOp::kNot:
          if (!Enter(state) || Run(state.pc + 1, state.at)) break;
          state.pc = instruction.x;
          continue;
        case PhraseOp::kBegin:
          if (state.at != 0) break;
          ++state.pc;
          continue;
        case PhraseOp::kEnd:
          if (state.at < size_ && (state.at + 1 < size_ || !EndsClause(sentence_.tokens[state.at]))) break;
          ++state.pc;
          continue;
        case PhraseOp::kAny:
        case PhraseOp::kAnyFar:
          on = state.at < size_ &&
               (instruction.op == PhraseOp::kAnyFar || !EndsClause(sentence_.tokens[state.at])) &&
               !Forbidden(instruction, state.at);
          break;
        case PhraseOp::kClass:
          if (state.at >= size_ || !OverTerm(instruction, state)) break;
          continue;
        default:
          on = state.at < size_ && Passes(instruction, state.at);
      }
      if (on) {
        ++state.pc;
        ++state.at;
        continue;
      }
      if (todo.size() == floor) break;
      state = todo.back();
      todo.pop_back();
    }
    trail.resize(trail_begin);
    return std::nullopt;
  }

  /// Goes on behind the longest term of the class that begins here; shorter ones wait for their turn.
  bool OverTerm(const PhraseInstruction& test, State& state) {
    const size_t waiting = paper_.todo.size();
    uint32_t end = 0;
    for (uint32_t i = sentence_.first_term[state.at + 1]; i-- > sentence_.first_term[state.at];) {
      const Term& term = sentence_.terms[i];
      if (term.cls != test.cls || (test.forms != 0 && (term.forms & test.forms) == 0)) continue;
      if (end != 0) paper_.todo.push_back({state.pc + 1, end});
      end = term.end;
    }
    if (end == 0) return false;
    if (paper_.todo.size() > waiting && !Enter(state)) {
      paper_.todo.resize(waiting);
      return false;
    }
    state = {state.pc + 1, end};
    return true;
  }

  bool Passes(const PhraseInstruction& test, uint32_t at) const {
    const Token& token = sentence_.tokens[at];
    switch (test.op) {
      case PhraseOp::kWords: {
        const auto words = code_.Words().subspan(test.at, test.count);
        return std::find(words.begin(), words.end(), token.hash) != words.end();
      }
      case PhraseOp::kExact:
        return sentence_.TextOf(at, at + 1) == code_.Letters().substr(test.at, test.count);
      case PhraseOp::kVerb:
        return token.kind == TokenKind::kWord && IsVerb(token.hash, test.forms);
      case PhraseOp::kNumber:
        return token.number != NumberKind::kNone &&
               (test.numbers & (1u << static_cast<unsigned>(token.number))) != 0;
      case PhraseOp::kClass:
        for (uint32_t i = sentence_.FirstOver(at); i < sentence_.first_term[at + 1]; ++i) {
          const Term& term = sentence_.terms[i];
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

  static bool IsVerb(WordHash word, uint8_t forms) {
    const uint8_t found = VerbForms(word);
    return forms == 0 ? found != 0 : (found & forms) != 0;
  }

  bool Forbidden(const PhraseInstruction& any, uint32_t at) const {
    const auto tests = code_.Tests().subspan(any.at, any.count);
    return std::any_of(tests.begin(), tests.end(),
                       [&](const PhraseInstruction& test) { return Passes(test, at); });
  }

  const PhraseCode& code_;
  const PhraseInstruction* program_;
  const Sentence& sentence_;
  uint32_t size_;
  size_t row_;
  uint32_t rows_ = 0;  // of `seen` that are in use
  Paper& paper_;
  uint64_t* seen_ = nullptr;
};

}  // namespace

std::optional<Phrase::Match> Phrase::Find(const Sentence& sentence, uint32_t from) const {
  return PhraseMatcher(*code_, sentence).From(from, ~uint64_t{0}, false);
}

std::optional<Phrase::Match> MatchAt(const Phrase& phrase, const Sentence& sentence, uint32_t token) {
  if (token >= sentence.tokens.size() || !MayBegin(phrase.code(), sentence, token)) return std::nullopt;
  return PhraseMatcher(phrase.code(), sentence).At(token);
}

std::vector<Phrase::Match> Phrase::FindAll(const Sentence& sentence) const {
  std::vector<Match> matches;
  PhraseMatcher(*code_, sentence).All(~uint64_t{0}, false, matches);
  return matches;
}

std::optional<Phrase::Match> Phrase::Find(const SentenceIndex& index) const {
  const uint64_t starts = index.Starts(*code_);
  if (starts == 0) return std::nullopt;
  return PhraseMatcher(*code_, index.sentence()).From(0, starts, true);
}

void Phrase::FindAll(const SentenceIndex& index, std::vector<Match>& out) const {
  const uint64_t starts = index.Starts(*code_);
  if (starts != 0) PhraseMatcher(*code_, index.sentence()).All(starts, true, out);
}

std::string_view Phrase::text() const { return code_->Text(); }

Phrase::Anchor Phrase::anchor() const {
  if (code_->needs == 0) return {};
  const PhraseNeed& rarest = code_->Needs().front();
  return {code_->NeedClasses().first(rarest.classes), code_->NeedWords().first(rarest.words)};
}

}  // namespace resumelint
