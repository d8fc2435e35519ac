#include "language/lexicon.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr std::array<VerbForm, 5> kForms = {kBase, kThird, kPast, kParticiple, kGerund};

/// The words of an entry as the tokeniser would give them.
std::vector<Token> Split(std::string_view spelling) { return Tokenize(spelling); }

size_t BoundedDistance(std::string_view a, std::string_view b, size_t limit) {
  // Optimal string alignment: a swap of neighbours counts one, as typing slips do.
  const size_t m = a.size();
  const size_t n = b.size();
  if ((m > n ? m - n : n - m) > limit) return limit + 1;
  std::vector<std::vector<size_t>> d(3, std::vector<size_t>(n + 1));
  for (size_t j = 0; j <= n; ++j) d[1][j] = j;
  for (size_t i = 1; i <= m; ++i) {
    std::vector<size_t>& row = d[(i + 1) % 3];
    const std::vector<size_t>& up = d[i % 3];
    const std::vector<size_t>& up2 = d[(i + 2) % 3];
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

}  // namespace

const Term* Sentence::TermAt(uint32_t token, ClassId cls) const {
  if (token >= tokens.size()) return nullptr;
  for (uint32_t i = first_term[token]; i < first_term[token + 1]; ++i) {
    if (terms[i].cls == cls) return &terms[i];
  }
  return nullptr;
}

bool Sentence::Covers(uint32_t token, ClassId cls) const {
  for (const Term& term : terms) {
    if (term.begin > token) break;
    if (term.cls == cls && token < term.end) return true;
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
  first_term.resize(tokens.size() + 1);
  size_t term = 0;
  for (uint32_t token = 0; token <= tokens.size(); ++token) {
    while (term < terms.size() && terms[term].begin < token) ++term;
    first_term[token] = static_cast<uint32_t>(term);
  }
}

Lexicon Lexicon::Build(std::vector<ClassEntry> classes, std::vector<TypoEntry> typos) {
  Lexicon lexicon;
  lexicon.classes_ = std::move(classes);
  lexicon.typos_ = std::move(typos);
  for (size_t i = 0; i < lexicon.classes_.size(); ++i) {
    lexicon.by_name_.emplace(lexicon.classes_[i].name, static_cast<ClassId>(i));
  }
  for (size_t i = 0; i < lexicon.classes_.size(); ++i) {
    // A class holds its own words and those of all it includes, however deep.
    std::vector<size_t> todo = {i};
    std::vector<bool> seen(lexicon.classes_.size());
    while (!todo.empty()) {
      const size_t at = todo.back();
      todo.pop_back();
      if (seen[at]) continue;
      seen[at] = true;
      lexicon.AddEntryWords(lexicon.classes_[at], static_cast<ClassId>(i));
      for (const std::string& included : lexicon.classes_[at].includes) {
        if (const ClassId id = lexicon.Find(included); id != kNoClass) todo.push_back(id);
      }
    }
  }
  for (const TypoEntry& typo : lexicon.typos_) {
    std::vector<std::string> spellings = {typo.word, Plural(typo.word)};
    if (!VerbReadings(typo.word).empty()) {
      for (const VerbForm form : kForms) {
        for (std::string& spelling : AllSpellings(typo.word, form)) {
          spellings.push_back(std::move(spelling));
        }
      }
    }
    for (std::string& spelling : spellings) {
      if (lexicon.typo_forms_.emplace(spelling, typo.word).second) {
        lexicon.typo_words_.push_back(std::move(spelling));
      }
    }
  }
  std::sort(lexicon.typo_words_.begin(), lexicon.typo_words_.end());
  return lexicon;
}

void Lexicon::AddEntryWords(const ClassEntry& entry, ClassId cls) {
  for (const std::string& word : entry.words) {
    switch (entry.kind) {
      case ClassKind::kWords:
        Add(word, cls, 0, false);
        break;
      case ClassKind::kNouns:
        Add(word, cls, 0, false);
        Add(Plural(word), cls, 0, false);
        break;
      case ClassKind::kVerbs:
        for (const VerbForm form : kForms) {
          for (const std::string& spelling : AllSpellings(word, form)) {
            Add(spelling, cls, form, false);
          }
        }
        break;
    }
  }
  for (const std::string& word : entry.nominal) {
    Add(word, cls, kNominal, false);
    Add(Plural(word), cls, kNominal, false);
  }
  for (const std::string& word : entry.exact) Add(word, cls, 0, true);
}

void Lexicon::Add(std::string_view spelling, ClassId cls, uint8_t forms, bool exact) {
  const std::vector<Token> tokens = Split(spelling);
  if (tokens.empty()) return;
  const auto put = [&](std::string first, std::vector<std::string> rest) {
    std::vector<Form>& known = by_first_word_[std::move(first)];
    for (Form& form : known) {
      if (form.cls == cls && form.rest == rest && form.exact.empty() == !exact) {
        form.forms |= forms;
        return;
      }
    }
    known.push_back({std::move(rest), exact ? std::string(spelling) : std::string(), cls, forms});
  };
  std::vector<std::string> rest;
  for (size_t i = 1; i < tokens.size(); ++i) rest.push_back(tokens[i].lower);
  // A compound written with a hyphen may be closed ("stand-up": standup), any may be open.
  if (!exact && tokens.size() == 2 && tokens[1].hyphen_before) put(tokens[0].lower + rest[0], {});
  put(tokens[0].lower, std::move(rest));
}

ClassId Lexicon::Find(std::string_view name) const {
  const auto found = by_name_.find(std::string(name));
  return found == by_name_.end() ? kNoClass : found->second;
}

void Lexicon::AddTermsAt(Sentence& sentence, uint32_t at, const std::string& first, bool typo,
                         const std::vector<std::string>& meant) const {
  const auto found = by_first_word_.find(first);
  if (found == by_first_word_.end()) return;
  for (const Form& form : found->second) {
    const auto end = static_cast<uint32_t>(at + 1 + form.rest.size());
    if (end > sentence.tokens.size()) continue;
    bool matches = true;
    for (size_t i = 0; i < form.rest.size() && matches; ++i) {
      const std::string& word = sentence.tokens[at + 1 + i].lower;
      matches = word == form.rest[i] || meant[at + 1 + i] == form.rest[i];
    }
    if (!matches) continue;
    if (!form.exact.empty() && sentence.TextOf(at, end) != form.exact) continue;
    sentence.terms.push_back({form.cls, form.forms, at, end, typo});
  }
}

Sentence Lexicon::Read(std::string_view text) const {
  Sentence sentence;
  sentence.text = text;
  sentence.tokens = Tokenize(text);
  std::vector<std::string> meant(sentence.tokens.size());
  for (size_t at = 0; at < sentence.tokens.size(); ++at) {
    const Token& token = sentence.tokens[at];
    // A capitalised word inside a line is a name, whatever it is close to.
    if (token.kind == TokenKind::kWord &&
        (at == 0 || token.letter_case != LetterCase::kCapitalised)) {
      meant[at] = Correct(token.lower);
    }
  }
  for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
    AddTermsAt(sentence, at, sentence.tokens[at].lower, false, meant);
    if (!meant[at].empty()) AddTermsAt(sentence, at, meant[at], true, meant);
  }
  std::stable_sort(sentence.terms.begin(), sentence.terms.end(), [](const Term& a, const Term& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  sentence.IndexTerms();
  return sentence;
}

std::string Lexicon::Correct(std::string_view lower) const {
  if (lower.size() < 5 || typo_words_.empty()) return {};
  const std::string word(lower);
  if (typo_forms_.contains(word) || by_first_word_.contains(word)) return {};
  if (!VerbReadings(lower).empty()) return {};
  const std::string* best = nullptr;
  size_t best_distance = 3;
  for (const std::string& candidate : typo_words_) {
    // People get the first letter right.
    if (candidate[0] != lower[0]) continue;
    const size_t limit = std::min<size_t>(best_distance - 1, candidate.size() >= 7 ? 2 : 1);
    const size_t distance = BoundedDistance(lower, candidate, limit);
    if (distance > limit || distance == 0) continue;
    best = &candidate;
    best_distance = distance;
    if (distance == 1) break;
  }
  if (best == nullptr) return {};
  const std::string& entry_word = typo_forms_.at(*best);
  for (const TypoEntry& entry : typos_) {
    if (entry.word == entry_word &&
        std::find(entry.not_when.begin(), entry.not_when.end(), word) != entry.not_when.end()) {
      return {};
    }
  }
  return *best;
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
