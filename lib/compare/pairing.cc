#include "compare/pairing.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <deque>
#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/utf8.h"
#include "language/tokens.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr double kAlike = 0.34;    // words in common that make two texts versions of one
constexpr double kSameRole = 0.1;  // what the same job adds
constexpr double kPart = 0.6;      // of an old bullet's words, in a new one that has its own already; and the other way round
constexpr size_t kCommon = 100;    // a word that more new bullets have than these is no reason to look at all of them

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

/// Old roles by what they have in common with new ones: the first that is free is found at once.
class FreeRoles {
 public:
  void Add(const std::string& key, size_t role) {
    if (!key.empty()) roles_[key].roles.push_back(role);
  }
  /// The first role of a key that isn't taken; `none` if there is none.
  size_t First(const std::string& key, const std::vector<bool>& taken, size_t none) {
    const auto found = roles_.find(key);
    if (found == roles_.end()) return none;
    Row& row = found->second;
    while (row.next < row.roles.size() && taken[row.roles[row.next]]) ++row.next;
    return row.next < row.roles.size() ? row.roles[row.next] : none;
  }

 private:
  struct Row {
    std::vector<size_t> roles;
    size_t next = 0;
  };
  std::unordered_map<std::string, Row> roles_;
};

/// What tells the job: title, employer, dates. `exact`: two of them, else one.
std::array<std::string, 3> JobKeys(const Role& role, bool exact) {
  std::string dates;
  for (const std::string& word : WordsOf(role.dates)) dates += word + " ";
  const std::string parts[] = {Lower(role.title), Lower(role.organisation), dates};
  std::array<std::string, 3> keys;
  for (size_t i = 0; i < keys.size(); ++i) {
    const size_t other = (i + 1) % keys.size();
    if (parts[i].empty() || (exact && parts[other].empty())) continue;
    keys[i] = fmt::format("{}\n{}\n{}", i, parts[i], exact ? parts[other] : "");
  }
  return keys;
}

class Pairer {
 public:
  Pairer(const Document& a, const Document& b) : a_(a), b_(b) {}

  Pairing Run() {
    pairing_.old_of.resize(b_.blocks.size());
    pairing_.new_of.assign(a_.blocks.size(), -1);
    PairRoles();
    PairSame();
    ReadWords();
    const std::vector<Candidate> candidates = Candidates();
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
  struct Words {
    std::vector<uint32_t> ids;  ///< in the order of the alphabet
    double sum = 0;             ///< of their weights
  };
  struct Candidate {
    double score;
    size_t old_block;
    size_t new_block;
  };

  void Pair(size_t old_block, size_t new_block) {
    pairing_.new_of[old_block] = static_cast<int>(new_block);
    pairing_.old_of[new_block].push_back(static_cast<int>(old_block));
  }

  /// The same words in the same role need no search.
  void PairSame() {
    std::unordered_map<std::string, std::deque<size_t>> olds;
    const auto key = [](const Block& block, int old_role) { return fmt::format("{}\n{}", old_role, block.text.chars); };
    for (size_t i = 0; i < a_.blocks.size(); ++i) {
      if (Paired(a_.blocks[i])) olds[key(a_.blocks[i], a_.blocks[i].role)].push_back(i);
    }
    for (size_t k = 0; k < b_.blocks.size(); ++k) {
      if (!Paired(b_.blocks[k])) continue;
      const int role = b_.blocks[k].role;
      const int old_role = role < 0 ? role : pairing_.old_role_of[static_cast<size_t>(role)];
      if (role >= 0 && old_role < 0) continue;
      const auto found = olds.find(key(b_.blocks[k], old_role));
      if (found == olds.end() || found->second.empty()) continue;
      Pair(found->second.front(), k);
      found->second.pop_front();
    }
  }

  void ReadWords() {
    std::map<std::string, int> in_blocks;
    const auto words_of = [&](const Document& document) {
      std::vector<std::set<std::string>> words;
      for (const Block& block : document.blocks) {
        words.push_back(Paired(block) ? WordsOf(block.text.chars) : std::set<std::string>());
        for (const std::string& word : words.back()) ++in_blocks[word];
      }
      return words;
    };
    const std::vector<std::set<std::string>> of_a = words_of(a_);
    const std::vector<std::set<std::string>> of_b = words_of(b_);
    std::unordered_map<std::string_view, uint32_t> ids;
    for (const auto& [word, count] : in_blocks) {
      ids.emplace(word, static_cast<uint32_t>(weights_.size()));
      // A word that stands in few bullets tells more.
      weights_.push_back(1.0 / std::sqrt(static_cast<double>(count)));
    }
    const auto numbered = [&](const std::vector<std::set<std::string>>& blocks, std::vector<Words>& out) {
      for (const std::set<std::string>& words : blocks) {
        Words& here = out.emplace_back();
        for (const std::string& word : words) {
          here.ids.push_back(ids.at(word));
          here.sum += weights_[here.ids.back()];
        }
      }
    };
    numbered(of_a, a_words_);
    numbered(of_b, b_words_);
  }

  /// Pairs that are alike, the likest first, of which one isn't paired yet.
  std::vector<Candidate> Candidates() const {
    std::vector<std::vector<size_t>> of_word(weights_.size());  // blocks of the new document
    for (size_t k = 0; k < b_words_.size(); ++k) {
      for (const uint32_t word : b_words_[k].ids) of_word[word].push_back(k);
    }
    std::vector<std::vector<size_t>> open_of_word(weights_.size());  // of these, which have no old one
    for (size_t word = 0; word < of_word.size(); ++word) {
      if (of_word[word].size() > kCommon) of_word[word].clear();
      for (const size_t k : of_word[word]) {
        if (pairing_.old_of[k].empty()) open_of_word[word].push_back(k);
      }
    }
    std::vector<Candidate> candidates;
    std::vector<size_t> met(b_words_.size(), 0);  // by which old block, from 1
    for (size_t i = 0; i < a_words_.size(); ++i) {
      std::vector<size_t> news;
      const bool open = pairing_.new_of[i] < 0;
      for (const uint32_t word : a_words_[i].ids) {
        for (const size_t k : open ? of_word[word] : open_of_word[word]) {
          if (std::exchange(met[k], i + 1) != i + 1) news.push_back(k);
        }
      }
      std::sort(news.begin(), news.end());
      for (const size_t k : news) {
        const double score = Score(i, k);
        if (score >= kAlike) candidates.push_back({score, i, k});
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(), [](const Candidate& x, const Candidate& y) { return x.score > y.score; });
    return candidates;
  }

  double Common(const Words& a, const Words& b) const {
    double sum = 0;
    auto other = b.ids.begin();
    for (const uint32_t word : a.ids) {
      while (other != b.ids.end() && *other < word) ++other;
      if (other != b.ids.end() && *other == word) sum += weights_[word];
    }
    return sum;
  }

  /// How much of `a` is in `b`.
  double Share(const Words& a, const Words& b) const { return a.ids.empty() ? 0 : Common(a, b) / a.sum; }

  bool SameRole(size_t i, size_t k) const {
    const int role = b_.blocks[k].role;
    return role >= 0 && a_.blocks[i].role >= 0 && pairing_.old_role_of[static_cast<size_t>(role)] == a_.blocks[i].role;
  }

  double Score(size_t i, size_t k) const {
    const double common = Common(a_words_[i], b_words_[k]);
    // A rewrite keeps some words of a bullet and adds many: what counts is how much of the shorter one stays.
    const double least = std::min(a_words_[i].sum, b_words_[k].sum);
    const double most = std::max(a_words_[i].sum, b_words_[k].sum);
    return 0.7 * common / least + 0.3 * common / most + (SameRole(i, k) ? kSameRole : 0);
  }

  void PairRoles() {
    const size_t none = a_.roles.size();
    pairing_.old_role_of.assign(b_.roles.size(), -1);
    std::vector<bool> taken(a_.roles.size(), false);
    for (const bool exact : {true, false}) {
      FreeRoles free;
      for (size_t i = 0; i < a_.roles.size(); ++i) {
        for (const std::string& key : JobKeys(a_.roles[i], exact)) free.Add(key, i);
      }
      for (size_t k = 0; k < b_.roles.size(); ++k) {
        if (pairing_.old_role_of[k] >= 0) continue;
        size_t first = none;
        for (const std::string& key : JobKeys(b_.roles[k], exact)) first = std::min(first, free.First(key, taken, none));
        if (first == none) continue;
        pairing_.old_role_of[k] = static_cast<int>(first);
        taken[first] = true;
      }
    }
  }

  static std::vector<std::vector<size_t>> BulletsOfRoles(const Document& document) {
    std::vector<std::vector<size_t>> out(document.roles.size());
    for (size_t i = 0; i < document.blocks.size(); ++i) {
      const Block& block = document.blocks[i];
      if (block.role >= 0 && block.kind == BlockKind::kBullet) out[static_cast<size_t>(block.role)].push_back(i);
    }
    return out;
  }

  /// A bullet that was rewritten beyond recognition, between two that were not.
  void PairNeighbours() {
    const std::vector<std::vector<size_t>> old_bullets = BulletsOfRoles(a_);
    const std::vector<std::vector<size_t>> new_bullets = BulletsOfRoles(b_);
    for (size_t role = 0; role < b_.roles.size(); ++role) {
      if (pairing_.old_role_of[role] < 0) continue;
      const std::vector<size_t>& olds = old_bullets[static_cast<size_t>(pairing_.old_role_of[role])];
      const std::vector<size_t>& news = new_bullets[role];
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
  std::vector<double> weights_;  // by word
  std::vector<Words> a_words_;
  std::vector<Words> b_words_;
};

}  // namespace

Pairing PairBlocks(const Document& old_document, const Document& new_document) {
  return Pairer(old_document, new_document).Run();
}

}  // namespace resumelint
