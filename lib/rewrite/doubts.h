#pragma once

#include <string>
#include <vector>

#include "rewrite/heads.h"

namespace resumelint {

/// Why a bullet that was taken apart may have been misunderstood: a rewrite of it might be wrong, so none is
/// offered. Refers to what it is made from.
class Doubts : protected Heads {
 public:
  using Heads::Heads;

 protected:
  void Doubt(std::string why) { doubts_.push_back(std::move(why)); }

  /// What speaks against the bullet as a whole, when its clauses are known.
  void CheckWhole(const std::vector<Clause>& clauses);
  /// "prioritization of requests and alignment with the crew": the second work is no object of the first.
  void CheckNominals(const Clause& clause);
  /// A finite verb inside what should be nouns: the clause was cut in the wrong place.
  void CheckFinite(const Clause& clause);
  /// The verbs of "[creation] of …", "[definition] and [upkeep] of …"; empty if it is none.
  std::vector<VerbUse> Nominals(uint32_t noun) const;
  /// "to improve looks and [perceived] speed": no verb of the vocabulary, and no article behind it.
  bool DressesNoun(uint32_t at) const;
  /// "broken links, [missing] images": goes on with a list that began the same way at `list`.
  bool ListsDressed(uint32_t list, uint32_t at) const;

  std::vector<std::string> doubts_;

 private:
  /// A participle before a bare plural.
  bool Describes(uint32_t at) const;
  /// "stories the crew can pick up": who does what in it isn't known.
  void CheckNoClause(Range noun);
};

}  // namespace resumelint
