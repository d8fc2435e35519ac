#include "measure/rewrites.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "measure/labelled.h"

namespace resumelint {

namespace {

/// Words outside slots, lower case, of `least` letters or more; numbers always.
std::set<std::string> WordsOf(std::string_view text, size_t least) {
  std::set<std::string> words;
  bool slot = false;
  for (const Token& token : Tokenize(text)) {
    if (token.lower == "[") slot = true;
    if (token.lower == "]") slot = false;
    if (slot || token.kind == TokenKind::kPunctuation) continue;
    if (token.kind == TokenKind::kNumber || token.lower.size() >= least) words.insert(token.lower);
  }
  return words;
}

/// A word or a form of it: "digitisation" for "digitisation", "items" for "item".
bool Says(const std::set<std::string>& words, const std::string& word) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& known) {
    const size_t stem = std::min({known.size(), word.size(), std::max<size_t>(4, word.size() - 2)});
    return known == word || (stem >= 4 && known.compare(0, stem, word, 0, stem) == 0);
  });
}

double Likeness(const std::string& a, const std::string& b) {
  const std::set<std::string> left = WordsOf(a, 1);
  const std::set<std::string> right = WordsOf(b, 1);
  const auto both = static_cast<double>(
      std::count_if(left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); }));
  return left.empty() || right.empty() ? 0 : 2 * both / static_cast<double>(left.size() + right.size());
}

}  // namespace

RewriteScores MeasureRewrites(const std::string& path, const RuleSet& rules,
                              const RewriteRules& rewrites, std::vector<std::string>* lines) {
  constexpr size_t kContent = 4;  // letters of a word that can be a fact
  RewriteScores scores;
  LintOptions options;
  options.rewrites = &rewrites;
  for (const std::vector<std::string>& row : ReadTable(path)) {
    if (row.size() < 6) continue;
    ++scores.bullets;
    const std::string& bullet = row[2];
    if (lines != nullptr) lines->push_back(fmt::format("{} {}", row[0], bullet));
    const std::set<std::string> said = WordsOf(bullet, 1);
    bool rewritten = false;
    bool asked = false;
    double nearest = 0;
    for (const Finding& finding : LintText(bullet, row[1], "", rules, options).findings) {
      asked |= !finding.questions.empty();
      for (const Rewrite& rewrite : finding.rewrites) {
        rewritten = true;
        ++scores.rewrites;
        const std::string dropped = fmt::format("{}", fmt::join(rewrite.dropped, "; "));
        if (lines != nullptr) lines->push_back(fmt::format("    {} -- {}", rewrite.text, dropped));
        nearest = std::max(nearest, Likeness(rewrite.text, row[5]));
        std::set<std::string> told = WordsOf(rewrite.text, 1);
        for (const std::string& word : WordsOf(row[4], kContent)) {
          if (!said.contains(word) && told.contains(word)) {
            scores.claimed.push_back(fmt::format("{}: {}: {}", row[0], word, rewrite.text));
          }
        }
        told.merge(WordsOf(dropped, 1));
        for (const std::string& word : WordsOf(row[3], kContent)) {
          if (!said.contains(word)) continue;  // "kept or listed": the table's own words
          ++scores.facts;
          if (Says(told, word)) {
            ++scores.facts_kept;
          } else {
            scores.lost.push_back(fmt::format("{}: {}: {}", row[0], word, rewrite.text));
          }
        }
      }
    }
    scores.with_rewrite += rewritten ? 1 : 0;
    scores.with_question += !rewritten && asked ? 1 : 0;
    scores.likeness += nearest;
  }
  if (scores.bullets > 0) scores.likeness /= scores.bullets;
  return scores;
}

}  // namespace resumelint
