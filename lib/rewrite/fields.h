#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "rewrite/compose.h"
#include "rewrite/frame.h"

namespace resumelint {

/// The parts of a frame that a class's templates may use.
struct Fields {
  std::map<std::string, FieldText, std::less<>>
      texts;                    ///< by field name; absent = the bullet has none
  std::vector<size_t> deeds;    ///< clauses the class speaks of
  std::vector<size_t> others;   ///< other deeds, kept as they are
  std::vector<size_t> dropped;  ///< rituals of other kinds
  std::vector<size_t> echoes;   ///< deeds on what the first ones made: "and added them to …"
  std::vector<size_t> beings;   ///< what the person was: "as the scrum master of …"
  std::vector<size_t> results;  ///< what came of it, as the bullet says
  bool stand_in = false;  ///< no deed of the class was found: one on another ritual stands for it
  bool loose = false;     ///< nor on another ritual: the first deed stands for it
  Agency agency = Agency::kDo;
  std::string doubt;  ///< why the class can't be applied; empty = it can

  const FieldText* Find(std::string_view name) const {
    const auto found = texts.find(name);
    return found == texts.end() ? nullptr : &found->second;
  }
};

/// True if a word of the class stands in the range and isn't part of another ritual's name: "backlog" in
/// "backlog refinement sessions".
bool HoldsOwn(const RewriteRules& rules, const Sentence& sentence, const RewriteClass& c, Range range);

/// True if the class may retell what this clause says was done: its verb is one of `by`.
bool DoneBy(const Sentence& sentence, const Grammar& grammar, const RewriteClass& c, const Clause& clause);

Fields FindFields(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
                  const Frame& frame, const RewriteClass& c, const Composer& composer);

}  // namespace resumelint
