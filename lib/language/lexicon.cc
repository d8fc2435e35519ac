#include "language/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <type_traits>
#include <utility>

#include "language/lexicon_code.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr size_t kLongestTypo = 40;

/// Edits between two words of at most kLongestTypo letters; limit + 1 if there are more than `limit`.
size_t BoundedDistance(std::string_view a, std::string_view b, size_t limit) {
  // Optimal string alignment: a swap of neighbours counts one, as typing slips do.
  const size_t m = a.size();
  const size_t n = b.size();
  if ((m > n ? m - n : n - m) > limit) return limit + 1;
  std::array<std::array<size_t, kLongestTypo + 1>, 3> d;
  for (size_t j = 0; j <= n; ++j) d[1][j] = j;
  for (size_t i = 1; i <= m; ++i) {
    std::array<size_t, kLongestTypo + 1>& row = d[(i + 1) % 3];
    const std::array<size_t, kLongestTypo + 1>& up = d[i % 3];
    const std::array<size_t, kLongestTypo + 1>& up2 = d[(i + 2) % 3];
    row[0] = i;
    size_t least = i;
    for (size_t j = 1; j <= n; ++j) {
      row[j] = std::min({up[j] + 1, row[j - 1] + 1, up[j - 1] + (a[i - 1] == b[j - 1] ? 0u : 1u)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        row[j] = std::min(row[j], up2[j - 2] + 1);
      }
      least = std::min(least, row[j]);
    }
    if (least > limit) return limit + 1;
  }
  return d[(m + 1) % 3][n];
}

/// True for a right spelling of a word that people mistype.
bool IsTypoForm(const LexiconCode& code, std::string_view lower) {
  const auto forms = code.TypoForms();
  return std::binary_search(forms.begin(), forms.end(), lower, [&](const auto& a, const auto& b) {
    const auto word = [&](const auto& one) {
      if constexpr (std::is_same_v<std::decay_t<decltype(one)>, std::string_view>) {
        return one;
      } else {
        return code.Letters(one.word);
      }
    };
    return word(a) < word(b);
  });
}

}  // namespace

Lexicon::Lexicon() = default;

bool Sentence::Covers(uint32_t token, std::span<const ClassId> classes) const {
  if (token >= tokens.size()) return false;
  for (uint32_t i = FirstOver(token); i < first_term[token + 1]; ++i) {
    if (token < terms[i].end && std::find(classes.begin(), classes.end(), terms[i].cls) != classes.end()) return true;
  }
  return false;
}

Span Sentence::SpanOf(uint32_t begin, uint32_t end) const {
  if (begin >= end || end > tokens.size()) return {};
  return {tokens[begin].span.begin, tokens[end - 1].span.end};
}

std::string_view Sentence::TextOf(uint32_t begin, uint32_t end) const {
  const Span span = SpanOf(begin, end);
  return std::string_view(text).substr(span.begin, span.size());
}

void Sentence::Strip(ClassId cls, uint32_t begin, uint32_t end) {
  std::erase_if(terms, [&](const Term& term) {
    return term.cls == cls && term.begin < end && begin < term.end;
  });
  IndexTerms();
}

void Sentence::IndexTerms() {
  longest = 1;
  for (const Term& term : terms) longest = std::max(longest, term.end - term.begin);
  first_term.resize(tokens.size() + 1);
  size_t term = 0;
  for (uint32_t token = 0; token <= tokens.size(); ++token) {
    while (term < terms.size() && terms[term].begin < token) ++term;
    first_term[token] = static_cast<uint32_t>(term);
  }
}

Lexicon::Lexicon(std::shared_ptr<const LexiconCode> base, std::shared_ptr<const LexiconCode> extra)
    : base_(std::move(base)), extra_(std::move(extra)) {
  const LexiconCode& code = *names();
  classes_.reserve(code.classes.count);
  for (const LexiconCode::Class& one : code.Classes()) {
    classes_.push_back({code.Letters(one.name), static_cast<ClassKind>(one.kind)});
  }
}

Lexicon Lexicon::Of(const LexiconCode* code) { return Lexicon({std::shared_ptr<void>(), code}, nullptr); }

ClassId Lexicon::Find(std::string_view name) const {
  if (base_ == nullptr) return kNoClass;
  const auto ids = names()->ByName();
  const auto found = std::lower_bound(ids.begin(), ids.end(), name, [&](ClassId id, std::string_view wanted) {
    return classes_[id].name < wanted;
  });
  return found != ids.end() && classes_[*found].name == name ? *found : kNoClass;
}

const LexiconCode* Lexicon::Lookup(WordHash first, uint32_t& begin, uint32_t& end) const {
  for (const LexiconCode* code : {extra_.get(), base_.get()}) {
    if (code == nullptr) continue;
    const LexiconCode::Slot* slot = code->Find(first);
    if (slot == nullptr) continue;
    begin = slot->first;
    end = slot->first + slot->count;
    return code;
  }
  return nullptr;
}

/// False if no term begins with the word, whatever follows.
bool Lexicon::AddTermsAt(Sentence& sentence, uint32_t at, WordHash first, bool typo,
                         const std::vector<WordHash>& meant) const {
  uint32_t begin = 0;
  uint32_t end_form = 0;
  const LexiconCode* code = Lookup(first, begin, end_form);
  if (code == nullptr) return false;
  const auto rests = code->Rests();
  const auto forms = code->Forms();
  uint32_t i = begin;
  if (forms[i].rest_count > 0) {  // mostly the next word begins none of the rests: told without a look at them
    const LexiconCode::Follow follow{rests[forms[i].rest - 2], rests[forms[i].rest - 1]};
    const auto follows = [&](WordHash word) { return (follow.words & LexiconCode::FollowBit(word)) != 0; };
    const uint32_t next = at + 1;
    const bool longer = next < sentence.tokens.size() &&
                        (follows(sentence.tokens[next].hash) || (!meant.empty() && follows(meant[next])));
    if (!longer) i += static_cast<uint32_t>(follow.longer);
  }
  while (i < end_form) {
    const uint32_t end = at + 1 + forms[i].rest_count;
    bool matches = end <= sentence.tokens.size();
    for (uint32_t token = at + 1; token < end && matches; ++token) {
      const WordHash word = rests[forms[i].rest + (token - at - 1)];
      matches = sentence.tokens[token].hash == word || (!meant.empty() && meant[token] == word);
    }
    const uint32_t other = i + forms[i].alike;
    for (; i < other && matches; ++i) {
      const LexiconCode::Form& form = forms[i];
      if (form.exact_size > 0 && sentence.TextOf(at, end) != code->Letters({form.exact, form.exact_size})) continue;
      sentence.terms.push_back({form.cls, form.forms, at, end, typo});
    }
    i = other;
  }
  return true;
}

Sentence Lexicon::Read(std::string_view text) const {
  Sentence sentence;
  sentence.text = text;
  sentence.tokens = Tokenize(text);
  const auto size = static_cast<uint32_t>(sentence.tokens.size());
  if (base_ == nullptr) {
    sentence.IndexTerms();
    return sentence;
  }
  std::vector<WordHash> meant;  // empty where nothing is misspelt
  for (uint32_t at = 0; at < size; ++at) {
    const Token& token = sentence.tokens[at];
    // A capitalised word inside a line is a name, whatever it is close to.
    if (token.kind != TokenKind::kWord || (at > 0 && token.letter_case == LetterCase::kCapitalised)) continue;
    std::string word = Correct(token.lower, token.hash);
    if (word.empty()) continue;
    meant.resize(size);
    meant[at] = HashOf(word);
    sentence.corrections.push_back({at, std::move(word)});
  }
  sentence.terms.reserve(size * 2);
  for (uint32_t at = 0; at < size; ++at) {
    const size_t first = sentence.terms.size();
    AddTermsAt(sentence, at, sentence.tokens[at].hash, false, meant);
    if (!meant.empty() && meant[at] != 0) AddTermsAt(sentence, at, meant[at], true, meant);
    // Longer ones first; those of one length stay as they were.
    for (size_t i = first + 1; i < sentence.terms.size(); ++i) {
      for (size_t j = i; j > first && sentence.terms[j - 1].end < sentence.terms[j].end; --j) {
        std::swap(sentence.terms[j - 1], sentence.terms[j]);
      }
    }
  }
  sentence.IndexTerms();
  return sentence;
}

std::string Lexicon::Correct(std::string_view lower, WordHash hash) const {
  if (lower.size() < 5 || lower.size() > kLongestTypo || base_ == nullptr) return {};
  const LexiconCode& code = *names();
  const auto forms = code.TypoForms();
  if (forms.empty()) return {};
  uint32_t begin = 0;
  uint32_t end = 0;
  if (Lookup(hash, begin, end) != nullptr) return {};
  // People get the first letter right.
  const char initial = lower[0];
  const auto first = std::partition_point(forms.begin(), forms.end(), [&](const LexiconCode::TypoForm& form) {
    return code.Letters(form.word)[0] < initial;
  });
  const auto last = std::partition_point(first, forms.end(), [&](const LexiconCode::TypoForm& form) {
    return code.Letters(form.word)[0] == initial;
  });
  const uint32_t letters = LetterSet(lower);
  const LexiconCode::TypoForm* best = nullptr;
  size_t best_distance = 3;
  for (auto form = first; form != last; ++form) {
    const size_t limit = std::min<size_t>(best_distance - 1, form->word.size >= 7 ? 2 : 1);
    // Most are told by their size and letters alone.
    if (form->word.size + limit < lower.size() || lower.size() + limit < form->word.size) continue;
    if (static_cast<size_t>(std::popcount(letters ^ form->letters)) > 2 * limit) continue;
    const std::string_view candidate = code.Letters(form->word);
    if (candidate.size() > kLongestTypo) continue;
    const size_t distance = BoundedDistance(lower, candidate, limit);
    if (distance > limit || distance == 0) continue;
    best = &*form;
    best_distance = distance;
    if (distance == 1) break;
  }
  if (best == nullptr || IsTypoForm(code, lower)) return {};
  if (!VerbReadings(lower).empty()) return {};
  const std::string_view word = code.Letters(code.Typos()[best->entry].word);
  for (const LexiconCode::Typo& entry : code.Typos()) {
    if (code.Letters(entry.word) != word) continue;
    for (const LexiconCode::Name& near : code.Names().subspan(entry.not_when, entry.not_when_count)) {
      if (code.Letters(near) == lower) return {};
    }
  }
  return std::string(code.Letters(best->word));
}

std::string Dump(const Sentence& sentence, const Lexicon& lexicon) {
  std::string out;
  for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
    out += '[';
    out += sentence.tokens[at].lower;
    for (uint32_t i = sentence.first_term[at]; i < sentence.first_term[at + 1]; ++i) {
      const Term& term = sentence.terms[i];
      out += fmt::format(" {}", lexicon.classes()[term.cls].name);
      if (term.end - term.begin > 1) out += fmt::format("+{}", term.end - term.begin);
      if (term.typo) out += '~';
    }
    out += ']';
  }
  return out;
}

}  // namespace resumelint
