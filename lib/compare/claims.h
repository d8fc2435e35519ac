#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "language/lexicon.h"
#include "resume/document.h"
#include "rewrite/templates.h"

namespace resumelint {

enum class FactKind : uint8_t { kNumber, kName, kTool };
const char* Name(FactKind kind);  ///< "number", "name", "tool"

/// Something in a text that could be checked.
struct Fact {
  FactKind kind = FactKind::kNumber;
  std::string text;   ///< as written: "40%", "900 applications", "Acme Ltd"
  std::string key;    ///< what two mentions have in common: "40%", "9" of "nine", "acme"
  std::string unit;   ///< of a number: the word after it, lower case; may be empty
  int block = -1;
  Span in_text;       ///< bytes of the block's text
};

/// Numbers, names and tools of a text; [slots] hold none. `first` = the first word of the text may be
/// a name (in a heading or a role line it may, in a bullet its capital says nothing).
std::vector<Fact> FactsOf(const Block& block, int index, const Lexicon& lexicon, const RewriteRules& rewrites);

/// The facts of a document, to look others up.
class KnownFacts {
 public:
  KnownFacts(const Document& document, const Lexicon& lexicon, const RewriteRules& rewrites);

  /// True if the document tells the fact: a number with the same unit near it, a name or a tool
  /// anywhere.
  bool Tells(const Fact& fact) const;
  const std::vector<Fact>& all() const { return facts_; }

 private:
  struct Number {
    bool bare = false;  ///< somewhere no word tells what it counts
    std::unordered_set<std::string> units;  ///< words near it, in the singular
  };
  std::vector<Fact> facts_;
  std::unordered_set<std::string> words_;  ///< of the whole document, lower case
  std::unordered_map<std::string, Number> numbers_;
};

}  // namespace resumelint
