#include "compare/pairing.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "base/utf8.h"
#include "language/tokens.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr double kAlike = 0.34;    // words in common that make two texts versions of one
constexpr double kSameRole = 0.1;  // what the same job adds
constexpr double kPart = 0.6;      // of an old bullet's words, in a new one that has its own already; and the other way round

bool Paired(const Block& block) {
  return block.kind == BlockKind::kBullet || block.kind == BlockKind::kParagraph || block.kind == BlockKind::kHeadline;
}

/// A word by its lemma, so that "prioritized" meets "priorities" at least as a verb.
std::string Stem(const Token& token) {
  const VerbReadingList readings = VerbReadings(token.lower);
  if (!readings.empty()) return std::string(readings.front().lemma);
  std::string word = token.lower;
  if (word.size() > 3 && word.ends_with("ies")) return word.substr(0, word.size() - 3) + "y";
  if (word.size() > 3 && word.ends_with('s') && !word.ends_with("ss")) word.pop_back();
  return word;
}

std::set<std::string> WordsOf(std::string_view text) {
  std::set<std::string> out;
  bool slot = false;
  for (const Token& token : Tokenize(text)) {
    if (token.lower == "[") slot = true;
    if (!slot && token.kind != TokenKind::kPunctuation) out.insert(Stem(token));
    if (token.lower == "]") slot = false;
  }
  return out;
}

class Pairer {
 public:
  Pairer(const Document& a, const Document& b) : a_(a), b_(b) {}

  Pairing Run() {
    pairing_.old_of.resize(b_.blocks.size());
    pairing_.new_of.assign(a_.blocks.size(), -1);
    PairRoles();
    Count(a_, a_words_);
    Count(b_, b_words_);
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < a_.blocks.size(); ++i) {
      for (size_t k = 0; k < b_.blocks.size(); ++k) {
        if (!Paired(a_.blocks[i]) || !Paired(b_.blocks[k])) continue;
        const double score = Score(i, k);
        if (score >= kAlike) candidates.push_back({score, i, k});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) { return x.score > y.score; });
    for (const Candidate& c : candidates) {
      if (pairing_.new_of[c.old_block] < 0 && pairing_.old_of[c.new_block].empty()) Pair(c.old_block, c.new_block);
    }
    PairNeighbours();
    // What is left of the old may have gone into a bullet that has an origin already.
    for (const Candidate& c : candidates) {
      if (pairing_.new_of[c.old_block] < 0 && Share(a_words_[c.old_block], b_words_[c.new_block]) >= kPart) Pair(c.old_block, c.new_block);
    }
    // What is new may be a part of an old bullet that was made two.
    for (const Candidate& c : candidates) {
      if (pairing_.old_of[c.new_block].empty() && Share(b_words_[c.new_block], a_words_[c.old_block]) >= kPart) {
        pairing_.old_of[c.new_block].push_back(static_cast<int>(c.old_block));
      }
    }
    return std::move(pairing_);
  }

 private:
  struct Candidate {
    double score;
    size_t old_block;
    size_t new_block;
  };

  void Pair(size_t old_block, size_t new_block) {
    pairing_.new_of[old_block] = static_cast<int>(new_block);
    pairing_.old_of[new_block].push_back(static_cast<int>(old_block));
  }

  void Count(const Document& document, std::vector<std::set<std::string>>& words) {
    for (const Block& block : document.blocks) {
      words.push_back(Paired(block) ? WordsOf(block.text.chars) : std::set<std::string>());
      for (const std::string& word : words.back()) ++in_blocks_[word];
    }
  }

  /// A word that stands in few bullets tells more.
  double Weight(const std::string& word) const {
    const auto found = in_blocks_.find(word);
    return 1.0 / std::sqrt(found == in_blocks_.end() ? 1.0 : static_cast<double>(found->second));
  }

  double Sum(const std::set<std::string>& words) const {
    double sum = 0;
    for (const std::string& word : words) sum += Weight(word);
    return sum;
  }

  double Common(const std::set<std::string>& a, const std::set<std::string>& b) const {
    double sum = 0;
    for (const std::string& word : a) sum += b.contains(word) ? Weight(word) : 0;
    return sum;
  }

  /// How much of `a` is in `b`.
  double Share(const std::set<std::string>& a, const std::set<std::string>& b) const {
    return a.empty() ? 0 : Common(a, b) / Sum(a);
  }

  bool SameRole(size_t i, size_t k) const {
    const int role = b_.blocks[k].role;
    return role >= 0 && a_.blocks[i].role >= 0 && pairing_.old_role_of[static_cast<size_t>(role)] == a_.blocks[i].role;
  }

  double Score(size_t i, size_t k) const {
    if (a_words_[i].empty() || b_words_[k].empty()) return 0;
    const double common = Common(a_words_[i], b_words_[k]);
    // A rewrite keeps some words of a bullet and adds many: what counts is how much of the shorter one stays.
    const double least = std::min(Sum(a_words_[i]), Sum(b_words_[k]));
    const double most = std::max(Sum(a_words_[i]), Sum(b_words_[k]));
    return 0.7 * common / least + 0.3 * common / most + (SameRole(i, k) ? kSameRole : 0);
  }

  void PairRoles() {
    pairing_.old_role_of.assign(b_.roles.size(), -1);
    std::vector<bool> taken(a_.roles.size(), false);
    for (const bool exact : {true, false}) {
      for (size_t k = 0; k < b_.roles.size(); ++k) {
        if (pairing_.old_role_of[k] >= 0) continue;
        for (size_t i = 0; i < a_.roles.size(); ++i) {
          if (taken[i] || !SameJob(a_.roles[i], b_.roles[k], exact)) continue;
          pairing_.old_role_of[k] = static_cast<int>(i);
          taken[i] = true;
          break;
        }
      }
    }
  }

  static bool SameJob(const Role& a, const Role& b, bool exact) {
    const bool title = !a.title.empty() && Lower(a.title) == Lower(b.title);
    const bool employer = !a.organisation.empty() && Lower(a.organisation) == Lower(b.organisation);
    const bool dates = !a.dates.empty() && WordsOf(a.dates) == WordsOf(b.dates);
    const int same = (title ? 1 : 0) + (employer ? 1 : 0) + (dates ? 1 : 0);
    return exact ? same >= 2 : same >= 1;
  }

  /// A bullet that was rewritten beyond recognition, between two that were not.
  void PairNeighbours() {
    for (size_t role = 0; role < b_.roles.size(); ++role) {
      const int old_role = pairing_.old_role_of[role];
      if (old_role < 0) continue;
      std::vector<size_t> olds, news;
      for (size_t i = 0; i < a_.blocks.size(); ++i) {
        if (a_.blocks[i].role == old_role && a_.blocks[i].kind == BlockKind::kBullet) olds.push_back(i);
      }
      for (size_t k = 0; k < b_.blocks.size(); ++k) {
        if (b_.blocks[k].role == static_cast<int>(role) && b_.blocks[k].kind == BlockKind::kBullet) news.push_back(k);
      }
      if (olds.size() != news.size()) continue;
      for (size_t at = 0; at < olds.size(); ++at) {
        if (pairing_.new_of[olds[at]] >= 0 || !pairing_.old_of[news[at]].empty()) continue;
        Pair(olds[at], news[at]);
      }
    }
  }

  const Document& a_;
  const Document& b_;
  Pairing pairing_;
  std::vector<std::set<std::string>> a_words_;
  std::vector<std::set<std::string>> b_words_;
  std::map<std::string, int> in_blocks_;
};

}  // namespace

Pairing PairBlocks(const Document& old_document, const Document& new_document) {
  return Pairer(old_document, new_document).Run();
}

}  // namespace resumelint
