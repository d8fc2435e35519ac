#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_pool.h"
#include "base/word_set.h"
#include "resume/document.h"

namespace resumelint {

/// The words by which a resume's structure is told. Data: filled from rules/outline.toml. All are
/// lower case with words joined by one space.
struct OutlineTerms {
  struct SectionTerm {
    std::string_view heading;  ///< "work history"; "and", "&" and signs left out
    SectionKind kind = SectionKind::kOther;
  };
  /// What a label before a colon says about a job: "Client: Example Telecom".
  enum class Field { kTitle, kOrganisation, kDates, kSkills, kDetail };
  struct LabelTerm {
    std::string_view label;
    Field field = Field::kDetail;
  };
  std::vector<SectionTerm> sections;
  std::vector<std::string_view> sub_headings;  ///< open no section: "roles and responsibilities"
  std::vector<LabelTerm> labels;
  std::vector<std::string_view> contact_labels;  ///< "email", "phone", "linkedin"
  WordSet title_words;                      ///< a line with one may name a job: "manager"
  std::vector<std::string_view> present;         ///< "present", "now", "till date"
  WordSet months;                           ///< "january", "jan", …
  WordSet seasons;                          ///< "summer", "fall", …
  std::vector<std::string_view> range_words;     ///< between two dates: "to", "until"
  WordSet since_words;                      ///< before a date that lasts: "since"
  std::vector<std::string_view> employer_words;  ///< between title and organisation: "at"
  WordSet organisation_words;               ///< "inc", "ltd", "university", …
  std::vector<std::string_view> document_titles;     ///< "curriculum vitae"
  /// What a key of a JSON or YAML resume says. A key's words: `startDate`, `start_date` and "Start
  /// date" are "start date".
  enum class KeyMeaning {
    kUnknown,
    kTitle,
    kOrganisation,
    kName,  ///< of the person, the organisation or the project, as its place has it
    kStart,
    kEnd,
    kDates,
    kBullets,
    kProse,
    kHeadline,
    kPerson,    ///< holds name, headline, contacts
    kContact,
    kSections,  ///< every key in it opens a section
    kContents,  ///< holds the entries of a section
    kKeywords,  ///< of an entry: names of tools
    kSkipped,   ///< says nothing about the person's work
  };
  struct KeyTerm {
    std::string_view words;
    KeyMeaning meaning = KeyMeaning::kUnknown;
  };
  std::vector<KeyTerm> keys;  ///< of two keys with one meaning the first one counts
  std::vector<std::string_view> hidden_classes;   ///< classes of HTML elements that are no part of a resume
  std::vector<std::string_view> compound_starts;  ///< keep their hyphen at a line's end: "cross"
  std::vector<std::string_view> compound_ends;    ///< keep the hyphen before them: "driven"
  std::vector<std::string_view> skipped_folders;  ///< hold no resumes: "node_modules"
  /// Lines that a page or a job board adds, word by word; `#` is a number, a final `*` is anything.
  std::vector<std::string_view> page_noise;
  TextPool texts;  ///< what views point to, where that isn't in the program itself
};

/// The section a heading opens, or kOther with `known` false. Case, trailing colons, decoration,
/// letter spacing and "&" / "and" don't matter.
struct SectionMatch {
  SectionKind kind = SectionKind::kOther;
  bool known = false;
  bool exact = false;  ///< the whole heading is a known one; else a known one is its end
};
SectionMatch MatchSection(std::string_view heading, const OutlineTerms& terms);

/// True for a heading within a job that opens no section: "Key responsibilities".
bool IsSubHeading(std::string_view heading, const OutlineTerms& terms);

/// Second half of reading, the same for every format: readers give blocks in source order with
/// their headings, roles where the format marks them, bullets and paragraphs; this assigns sections,
/// finds role lines, name, headline and contacts among the paragraphs, and splits title,
/// organisation and dates.
///
/// A reader that knows a role's fields (JSON, `\cventry`) adds a Role to Document::roles and sets
/// `role` of its kRole block (one or more) to that index: such fields are kept as given. A kRole
/// block with `role` -1 is read from its text. Blocks that a reader made kName, kHeadline or
/// kContact stay so.
void ApplyOutline(Document& document, const OutlineTerms& terms);

}  // namespace resumelint
