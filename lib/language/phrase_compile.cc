#include "language/phrase.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>

#include "base/toml.h"
#include "base/utf8.h"
#include "language/phrase_code.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr size_t kMaxProgram = 1500;
constexpr size_t kMaxParts = 0xFFFF;  // PhraseCode counts in 16 bits
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

}  // namespace

/// Recursive descent over the phrase text; nesting is bounded.
class PhraseCompiler {
 public:
  PhraseCompiler(std::string_view text, const Lexicon& lexicon, const Phrase::Fragments& fragments)
      : text_(text), lexicon_(lexicon), fragments_(fragments) {}

  Result<Phrase> Compile() {
    const std::string_view text = text_;
    Anchored anchored = Alternatives(0);
    Skip();
    if (!failed_ && (program_.size() > kMaxProgram || tests_.size() > kMaxProgram ||
                     words_.size() > kMaxParts || text.size() > kMaxParts)) {
      Stop(0, "the phrase is too large", "split it into several phrases");
    }
    if (!failed_ && at_ < text_.size()) Stop(at_, fmt::format("unexpected \"{}\"", text_[at_]));
    if (!failed_ && !anchored.takes) {
      Stop(0, "the phrase can match nothing at all", "give at least one word, class or number that must stand there");
    }
    Emit({});  // kMatch
    if (failed_) return Fail(std::move(error_));
    return Phrase(Lay(text, anchored));
  }

 private:
  using Op = PhraseOp;
  using Instruction = PhraseInstruction;


  /// What must stand in a text for a part to match: one of these classes or words.
  struct Need {
    int cost = 0;  // lower is rarer
    std::vector<ClassId> classes;
    std::vector<WordHash> words;
  };

  /// What is known of a compiled part: whether it takes a token, and all that it needs, the rarest first.
  struct Anchored {
    bool takes = false;
    std::vector<Need> needs;
  };

  static void Add(std::vector<Need>& needs, Need need) {
    const auto behind = std::find_if(needs.begin(), needs.end(), [&](const Need& other) { return other.cost > need.cost; });
    needs.insert(behind, std::move(need));
  }

  void Stop(size_t at, std::string what, std::string hint = {}) {
    if (failed_) return;
    failed_ = true;
    error_.column = static_cast<uint32_t>(at + 1);
    error_.what = std::move(what);
    error_.hint = std::move(hint);
  }

  size_t Emit(Instruction instruction) {
    program_.push_back(instruction);
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
        // One or the other: of each what is rarest.
        all.needs.resize(one.needs.empty() ? 0 : std::min<size_t>(all.needs.size(), 1));
        if (!all.needs.empty()) {
          Need& either = all.needs.front();
          const Need& other = one.needs.front();
          either.cost = std::max(either.cost, other.cost);
          either.classes.insert(either.classes.end(), other.classes.begin(), other.classes.end());
          either.words.insert(either.words.end(), other.words.begin(), other.words.end());
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
      for (Need& need : one.needs) Add(all.needs, std::move(need));
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
    any.at = static_cast<uint32_t>(tests_.size());
    while (!failed_ && at_ < text_.size() && text_[at_] == '!') {
      const size_t test_at = ++at_;
      std::vector<Instruction> outer;
      std::swap(outer, program_);
      Simple(ReadWord(), test_at, 1);
      std::swap(outer, program_);
      for (const Instruction& test : outer) {
        if (test.op == Op::kSplit || test.op == Op::kJump) continue;  // a fragment's branches
        tests_.push_back(test);
      }
    }
    any.count = static_cast<uint16_t>(tests_.size() - any.at);
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
      instruction.at = static_cast<uint32_t>(letters_.size());
      instruction.count = static_cast<uint16_t>(word.size() - 1);
      letters_ += word.substr(1);
      out.needs.push_back({2, {}, {HashOf(Lower(word.substr(1)))}});
      Emit(instruction);
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
        Emit(instruction);
        return out;
      }
      instruction.op = Op::kWords;
      instruction.at = static_cast<uint32_t>(words_.size());
      for (const VerbForm form : {kBase, kThird, kPast, kParticiple, kGerund}) {
        if (forms != 0 && (forms & form) == 0) continue;
        for (const std::string& spelling : AllSpellings(word, form)) words_.push_back(HashOf(spelling));
      }
      instruction.count = static_cast<uint16_t>(words_.size() - instruction.at);
      out.needs.push_back({5, {}, {words_.begin() + instruction.at, words_.end()}});
      Emit(instruction);
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
        for (const Lexicon::Class& cls : lexicon_.classes()) known.push_back(cls.name);
        Stop(begin, fmt::format("no class of words is called \"{}\"", word), DidYouMean(word, known));
        return out;
      }
      out.needs.push_back({word[0] == 'N' ? 1 : word[0] == 'V' ? 6 : 8, {instruction.cls}, {}});
      Emit(instruction);
      return out;
    }
    if (word.size() > 2 && word.front() == '"' && word.back() == '"') {
      word = word.substr(1, word.size() - 2);
    }
    // A word as a person writes it may be several tokens: "follow-up".
    const std::vector<Token> tokens = Tokenize(word);
    if (tokens.empty()) {
      Stop(begin, fmt::format("\"{}\" is no word", word));
      return out;
    }
    for (const Token& token : tokens) {
      Instruction one;
      one.op = Op::kWords;
      one.at = static_cast<uint32_t>(words_.size());
      one.count = 1;
      words_.push_back(token.hash);
      out.needs.push_back({4, {}, {token.hash}});
      Emit(one);
    }
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

  /// What a match may begin with, found by walking the program to its first tests.
  struct First {
    bool any = false;
    bool begin = false;
    std::vector<ClassId> classes;
    std::vector<WordHash> words;
  };
  First FindFirst() const {
    First first;
    std::vector<bool> seen(program_.size());
    std::vector<size_t> todo = {0};
    while (!todo.empty()) {
      const size_t pc = todo.back();
      todo.pop_back();
      if (seen[pc]) continue;
      seen[pc] = true;
      const Instruction& one = program_[pc];
      switch (one.op) {
        case Op::kJump:
        case Op::kNot:
          todo.push_back(one.x);
          break;
        case Op::kSplit:
          todo.push_back(one.y);
          todo.push_back(one.x);
          break;
        case Op::kBegin:
          first.begin = true;
          break;
        case Op::kWords:
          first.words.insert(first.words.end(), words_.begin() + one.at, words_.begin() + one.at + one.count);
          break;
        case Op::kExact:
          first.words.push_back(HashOf(Lower(std::string_view(letters_).substr(one.at, one.count))));
          break;
        case Op::kClass:
          first.classes.push_back(one.cls);
          break;
        default:
          first.any = true;
      }
    }
    std::sort(first.classes.begin(), first.classes.end());
    first.classes.erase(std::unique(first.classes.begin(), first.classes.end()), first.classes.end());
    std::sort(first.words.begin(), first.words.end());
    first.words.erase(std::unique(first.words.begin(), first.words.end()), first.words.end());
    if (first.any) {
      first.classes.clear();
      first.words.clear();
    }
    return first;
  }

  /// Lays the parts behind their head.
  std::shared_ptr<const PhraseCode> Lay(std::string_view text, const Anchored& anchored) const {
    const First first = FindFirst();
    std::vector<PhraseNeed> needs;
    std::vector<WordHash> need_words;
    std::vector<ClassId> need_classes;
    for (const Need& need : anchored.needs) {
      needs.push_back({static_cast<uint16_t>(need.classes.size()), static_cast<uint16_t>(need.words.size())});
      need_words.insert(need_words.end(), need.words.begin(), need.words.end());
      need_classes.insert(need_classes.end(), need.classes.begin(), need.classes.end());
    }
    PhraseCode head;
    head.words = static_cast<uint16_t>(words_.size());
    head.needs = static_cast<uint16_t>(needs.size());
    head.need_words = static_cast<uint16_t>(need_words.size());
    head.first_words = static_cast<uint16_t>(first.words.size());
    head.program = static_cast<uint16_t>(program_.size());
    head.tests = static_cast<uint16_t>(tests_.size());
    head.need_classes = static_cast<uint16_t>(need_classes.size());
    head.first_classes = static_cast<uint16_t>(first.classes.size());
    head.first_any = first.any ? 1 : 0;
    head.first_begin = first.begin ? 1 : 0;
    head.letters = static_cast<uint32_t>(letters_.size());
    head.text = static_cast<uint32_t>(text.size());
    std::string bytes(sizeof head, '\0');
    const auto put = [&](const auto& part) {
      bytes.append(reinterpret_cast<const char*>(part.data()), part.size() * sizeof part[0]);
    };
    put(words_);
    put(need_words);
    put(first.words);
    put(program_);
    put(tests_);
    put(need_classes);
    put(first.classes);
    put(needs);
    put(letters_);
    put(text);
    bytes.resize((bytes.size() + 7) / 8 * 8);
    head.bytes = static_cast<uint32_t>(bytes.size());
    std::memcpy(bytes.data(), &head, sizeof head);
    const std::shared_ptr<uint64_t[]> memory(new uint64_t[bytes.size() / 8]);
    std::memcpy(memory.get(), bytes.data(), bytes.size());
    return {memory, reinterpret_cast<const PhraseCode*>(memory.get())};
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  const Phrase::Fragments& fragments_;
  size_t at_ = 0;
  int expansions_ = 0;
  std::vector<Instruction> program_;
  std::vector<Instruction> tests_;  // of gaps
  std::vector<WordHash> words_;
  std::string letters_;
  bool failed_ = false;
  Error error_;
};

Result<Phrase> Phrase::Compile(std::string_view text, const Lexicon& lexicon,
                               const Fragments& fragments) {
  return PhraseCompiler(text, lexicon, fragments).Compile();
}

}  // namespace resumelint
