#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rewrite/compose.h"
#include "rewrite/dropped.h"
#include "rewrite/fields.h"
#include "rewrite/rewrite.h"

namespace resumelint {

size_t CountWords(std::string_view text);

/// The word of a field that is said in the tense of the resume: "could" or "can"; none if it is no such field.
std::optional<std::string_view> Tensed(std::string_view field, bool present);

/// True if the template has a place for this field.
bool Uses(const Template& t, std::string_view field);

/// Turns a template into a sentence with the words of one bullet. Refers to what it is made from.
class Filler {
 public:
  Filler(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence, const Frame& frame,
         const Composer& compose, const RewriteContext& context)
      : rules_(rules), lexicon_(lexicon), s_(sentence), frame_(frame), compose_(compose), context_(context) {}

  /// Writes text, slots, dropped facts and advice, and reads the text. False, with the text it came to,
  /// if that is too long, no English, or the bullet again. Effects asked for once are not asked for again.
  bool Fill(const Template& t, const RewriteClass& c, const Fields& fields, Rewrite& rewrite, Sentence& read);
  /// What stands behind the deed and may follow another one: " across 3 teams with …".
  std::string Tail(const RewriteClass& c, const Fields& fields, const std::vector<Range>& used) const;
  /// Deeds of another kind that can be said as they stand, from before or behind the class's own.
  std::vector<std::string> OtherDeeds(const Fields& fields, const std::vector<Range>& used, bool before) const;

 private:
  bool FillInTense(const Template& t, const RewriteClass& c, const Fields& fields, Rewrite& rewrite, Sentence& read);
  static bool Twice(const std::string& text, std::string_view words);
  /// "… an app used by [300 clerks]": who they are needs no asking.
  bool EndsInUsers(const std::string& text, const Fields& fields) const;
  /// Names of rituals and what dresses them: "the user stories".
  bool OnlyRituals(Range words) const;
  /// Whether another field of the template says words of this one.
  static bool SaidElsewhere(const Template& t, const Fields& fields, const FieldText& field);
  /// "…, which raised sales" would speak of the slot before it.
  bool RelativeAfterSlot(const Template& t, const Fields& fields) const;
  std::string LeadVerb(std::string_view lemma, const Template& t, const Fields& fields, bool first) const;
  /// "helped the owner split features and [put …] first": one help for both.
  bool HelpedBefore(const Fields& fields) const;
  /// "helped ", or "helped the senior PO ".
  std::string Helping(const Fields& fields) const;
  std::string VerbField(const Fields& fields, bool first) const;
  /// Would say something else behind another verb: "requests from hospitals", "wrote … to the team",
  /// or belongs to the ritual's name that goes: "user stories (epics, tasks)".
  bool Strays(const RewriteClass& c, size_t at, size_t at_chunk, const std::vector<Range>& used) const;
  /// Deeds that stood before the class's own: "interviewed 15 grocers and ".
  std::string Earlier(const Template& t, const Fields& fields, const std::vector<Range>& used) const;
  /// " and …"; with `all`, also the deeds that stood before the class's own.
  std::string Others(const Fields& fields, const std::vector<Range>& used, bool all) const;
  /// Only a stretch of the clause has been said elsewhere, not the clause.
  static bool Contains(const Clause& clause, const std::vector<Range>& used);
  std::string Result(const Fields& fields) const;
  std::string Effect(const RewriteClass& c, const Fields& fields, uint32_t units);
  /// What is only planned has no effect yet.
  bool IsPlan(const Fields& fields) const;
  /// "… so that developers could start sooner", "… while churn fell 4%".
  bool SaysWhatFollowed(const Fields& fields) const;
  const WorkKind* KindOf(const RewriteClass& c, const Fields& fields) const;
  const WorkKind* AnyKind() const;
  std::string Self(const RewriteClass& c, const std::vector<Range>& without) const;
  bool Drops(const RewriteClass& c, Part role) const;
  bool SameAsBullet(const Sentence& rewrite) const;

  const RewriteRules& rules_;
  const Lexicon& lexicon_;
  const Sentence& s_;
  const Frame& frame_;
  Composer compose_;  // in the tense of what is being filled
  const RewriteContext& context_;
  std::vector<std::string> effects_;  // result phrases already given
  std::optional<DroppedBullet> dropped_;
};

}  // namespace resumelint
