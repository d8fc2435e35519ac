#include "language/regex_needs.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"

namespace resumelint {

namespace {

using Needs = std::vector<ByteSet>;

constexpr int kMaxNesting = 20;
constexpr char32_t kRange = 256;  // signs of a class that are gone through one by one

/// Reads a pattern by recursive descent, its depth bounded; gives up at whatever it doesn't know.
class Reader {
 public:
  explicit Reader(std::string_view pattern) : pattern_(pattern) {}

  Needs Read() {
    Needs needs = Alternatives(0);
    if (failed_ || at_ < pattern_.size()) return {};
    return needs;
  }

 private:
  bool More() const { return !failed_ && at_ < pattern_.size(); }
  char Next() const { return at_ < pattern_.size() ? pattern_[at_] : '\0'; }

  Needs Alternatives(int nesting) {
    if (nesting > kMaxNesting) {
      failed_ = true;
      return {};
    }
    const bool folds = folds_;
    Needs all = Sequence(nesting);
    while (More() && Next() == '|') {
      ++at_;
      Needs one = Sequence(nesting);
      // Either branch: a byte of the rarest set of one or of the other.
      if (all.empty() || one.empty()) {
        all.clear();
      } else {
        all = {Rarest(all) | Rarest(one)};
      }
    }
    folds_ = folds;
    return all;
  }

  static const ByteSet& Rarest(const Needs& needs) {
    return *std::min_element(needs.begin(), needs.end(), [](const ByteSet& a, const ByteSet& b) {
      return Commonness(a) < Commonness(b);
    });
  }
  /// Small letters and blanks are in every text.
  static size_t Commonness(const ByteSet& set) {
    size_t sum = set.count() + (set[' '] ? 100 : 0);
    for (char letter = 'a'; letter <= 'z'; ++letter) sum += set[static_cast<unsigned char>(letter)] ? 100 : 0;
    return sum;
  }

  Needs Sequence(int nesting) {
    Needs all;
    while (More() && Next() != '|' && Next() != ')') {
      Needs one = Atom(nesting);
      if (!Quantifier()) one.clear();
      all.insert(all.end(), one.begin(), one.end());
    }
    return all;
  }

  /// False if what stands before may be absent.
  bool Quantifier() {
    bool needed = true;
    for (; More(); ++at_) {
      const char c = Next();
      if (c == '*' || c == '?') {
        needed = needed && (c == '?' && quantified_);  // "+?" is a lazy "+"
      } else if (c == '{') {
        const size_t close = pattern_.find_first_not_of("0123456789,", at_ + 1);
        if (close == std::string_view::npos || pattern_[close] != '}' || close == at_ + 1) {
          failed_ = true;  // a brace that counts nothing
          break;
        }
        needed = needed && pattern_[at_ + 1] >= '1' && pattern_[at_ + 1] <= '9';
        at_ = close;
      } else if (c != '+') {
        break;
      }
      quantified_ = true;
    }
    quantified_ = false;
    return needed;
  }

  Needs Atom(int nesting) {
    const char c = Next();
    if (c == '(') return Group(nesting);
    if (c == '[') return Class();
    if (c == '\\') return Escape();
    if (c == '*' || c == '+' || c == '?' || c == '{') {
      failed_ = true;
      return {};
    }
    if (c == '.' || c == '^' || c == '$') {
      ++at_;
      return {};
    }
    const CodePoint point = DecodeAt(pattern_, at_);
    at_ += point.length;
    return {Bytes(point.value)};
  }

  Needs Group(int nesting) {
    ++at_;
    const bool folds = folds_;
    if (pattern_.substr(at_).starts_with("?:")) {
      at_ += 2;
    } else if (pattern_.substr(at_).starts_with("?i)")) {
      at_ += 3;
      folds_ = true;  // to the end of the group it stands in
      return {};
    } else if (pattern_.substr(at_).starts_with("?i:")) {
      at_ += 3;
      folds_ = true;
    } else if (Next() == '?') {
      failed_ = true;
      return {};
    }
    Needs needs = Alternatives(nesting + 1);
    if (Next() != ')') failed_ = true;
    ++at_;
    folds_ = folds;
    return needs;
  }

  /// A byte that every spelling of a code point has: of a long one the last but one, since many share
  /// their first.
  ByteSet Bytes(char32_t point) const {
    ByteSet set;
    const auto add = [&](char32_t one) {
      std::string bytes;
      AppendUtf8(bytes, one);
      set.set(static_cast<unsigned char>(bytes[bytes.size() > 2 ? bytes.size() - 2 : bytes.size() - 1]));
    };
    add(point);
    if (!folds_) return set;
    if (point >= 'a' && point <= 'z') add(point - 32);
    if (point >= 'A' && point <= 'Z') add(point + 32);
    // Case has more to it than this beyond ASCII, and for k and s, which two other signs fold to.
    if (point >= 0x80 || (point | 32) == 'k' || (point | 32) == 's') set.set();
    return set;
  }

  Needs Class() {
    ++at_;
    if (Next() == '^') {
      ++at_;
      failed_ = failed_ || Next() == ']';
      return SkipClass();
    }
    ByteSet set;
    bool first = true;
    while (More() && (Next() != ']' || first)) {
      first = false;
      if (Next() == '[') return SkipClass();
      const std::optional<char32_t> low = ClassMember(set);
      if (failed_) return {};
      if (!low) continue;
      if (Next() != '-' || at_ + 1 >= pattern_.size() || pattern_[at_ + 1] == ']') {
        set |= Bytes(*low);
        continue;
      }
      ++at_;
      const std::optional<char32_t> high = ClassMember(set);
      if (failed_) return {};
      if (!high || *high < *low || *high - *low > kRange) return SkipClass();
      for (char32_t point = *low; point <= *high; ++point) set |= Bytes(point);
    }
    if (Next() != ']') failed_ = true;
    ++at_;
    return {set};
  }

  /// A class of which nothing can be said.
  Needs SkipClass() {
    failed_ = failed_ || pattern_.find("[:", at_) != std::string_view::npos;
    while (More() && Next() != ']') at_ += Next() == '\\' ? 2 : 1;
    if (Next() != ']') failed_ = true;
    ++at_;
    return {};
  }

  /// A sign; nothing for what stands for many, which is added to the set.
  std::optional<char32_t> ClassMember(ByteSet& set) {
    if (Next() == '\\') return EscapedPoint(set);
    const CodePoint point = DecodeAt(pattern_, at_);
    at_ += point.length;
    return point.value;
  }

  std::optional<char32_t> EscapedPoint(ByteSet& set) {
    ++at_;
    const char c = Next();
    ++at_;
    if (c == 'd') {
      for (char digit = '0'; digit <= '9'; ++digit) set.set(static_cast<unsigned char>(digit));
      return std::nullopt;
    }
    if (c == 's' || c == 'w') {
      for (unsigned byte = 0; byte < 0x80; ++byte) {
        const bool space = byte == ' ' || (byte >= 9 && byte <= 13);
        const unsigned lower = byte | 32;
        const bool word = (lower >= 'a' && lower <= 'z') || (byte >= '0' && byte <= '9') || byte == '_';
        if (c == 's' ? space : word) set.set(byte);
      }
      return std::nullopt;
    }
    if (c == 'x' && Next() == '{') {
      char32_t point = 0;
      for (++at_; More() && Next() != '}'; ++at_) {
        const char digit = Next();
        const int value = digit >= '0' && digit <= '9'   ? digit - '0'
                          : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
                          : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                                         : -1;
        if (value < 0 || point > 0x10FFFF) {
          failed_ = true;
          return std::nullopt;
        }
        point = point * 16 + static_cast<char32_t>(value);
      }
      ++at_;
      return point;
    }
    if (c == 'n' || c == 't' || c == 'r') return c == 'n' ? U'\n' : c == 't' ? U'\t' : U'\r';
    const bool sign = c != '\0' && static_cast<unsigned char>(c) < 0x80 && (c < '0' || c > '9') &&
                      (c < 'a' || c > 'z') && (c < 'A' || c > 'Z');
    if (!sign) failed_ = true;
    return static_cast<char32_t>(static_cast<unsigned char>(c));
  }

  Needs Escape() {
    if (at_ + 1 < pattern_.size() && (pattern_[at_ + 1] == 'b' || pattern_[at_ + 1] == 'B')) {
      at_ += 2;
      return {};
    }
    ByteSet set;
    if (const std::optional<char32_t> point = EscapedPoint(set)) set |= Bytes(*point);
    if (failed_) return {};
    return {set};
  }

  std::string_view pattern_;
  size_t at_ = 0;
  bool folds_ = false;
  bool quantified_ = false;
  bool failed_ = false;
};

}  // namespace

std::vector<ByteSet> RegexNeeds(std::string_view pattern) {
  std::vector<ByteSet> needs = Reader(pattern).Read();
  std::erase_if(needs, [](const ByteSet& set) { return set.count() > 100; });
  return needs;
}

}  // namespace resumelint
