#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/source.h"
#include "base/text.h"
#include "base/text_pool.h"

namespace resumelint {

enum class BlockKind : uint8_t {
  kHeading,    ///< a section's or sub-section's title
  kRole,       ///< a line that names a job: title, organisation, dates
  kBullet,     ///< a list item, or a line that acts as one
  kParagraph,  ///< prose
  kName,       ///< the person's name, with whatever stands after it ("Kim Example, CSPO")
  kHeadline,   ///< what the person calls themself, before the first section
  kContact,    ///< address, telephone, links
  kSkipped,    ///< comments, code, markup, navigation: accounted for, never checked
};

enum class SectionKind : uint8_t {
  kTop,  ///< before the first heading: name, headline, contacts
  kSummary,
  kExperience,
  kProjects,
  kSkills,
  kEducation,
  kCertifications,
  kAwards,
  kInterests,
  kPublications,
  kLanguages,
  kVolunteering,
  kOther,
};

/// One thing that a reader of the resume sees as a unit. Spans of blocks don't overlap.
struct Block {
  BlockKind kind = BlockKind::kParagraph;
  SectionKind section = SectionKind::kTop;
  int depth = 0;         ///< nesting of a bullet, level of a heading (from 0)
  Text text;             ///< shown text: no glyph, no markup; a bullet's wrapped lines are joined
  Span span;             ///< source bytes of the block, glyph and markup included
  std::string_view section_title;  ///< as written, e.g. "Professional Experience"; kept by Document::texts
  int role = -1;              ///< index into Document::roles; -1 outside any job
  std::string_view note;      ///< why a block is skipped ("comment"), or "quote" for a block quote; a literal
  int page = 0;       ///< PDF, from 1; 0 elsewhere
  int paragraph = 0;  ///< DOCX, from 1, within word/document.xml; 0 elsewhere
};

/// A job, study or project that bullets belong to.
struct Role {
  std::string title;         ///< "Senior Product Owner"; empty if none could be told
  std::string organisation;  ///< may be empty
  std::string dates;         ///< as written; may be empty
  bool current = false;      ///< it ends in "present", "now", …
  SectionKind section = SectionKind::kExperience;
  uint32_t block = 0;  ///< index of its kRole block
};

/// Something a person should know about how the file was read ("not valid YAML: read line by line").
struct ReadNote {
  uint32_t line = 0;  ///< 0 = the file as a whole
  std::string text;
};

/// Text that a program reads and a person doesn't see.
struct Concealed {
  Span span;         ///< source bytes
  std::string how;   ///< "white text"
  std::string text;  ///< as it stands in the source
};

/// `resumelint: ignore RULE -- reason` and `off` / `on`, as found in the format's own comments.
struct Directive {
  Span span;         ///< source bytes of the comment
  std::string text;  ///< from "resumelint:" on, e.g. "resumelint: ignore process/* -- asked for"
};

/// A resume as read. Blocks are in source order and, with `kSkipped` ones, account for all of its
/// non-blank bytes.
struct Document {
  Source source;
  std::string format;  ///< "plain", "markdown", "latex", …
  SizeLimits limits;   ///< that it was read with
  std::vector<Block> blocks;
  std::vector<Role> roles;
  std::vector<Directive> directives;
  std::vector<ReadNote> notes;
  std::vector<Concealed> concealed;
  TextPool texts;  ///< what views of blocks point to

  /// Title of the block's role, or "".
  const std::string& RoleTitle(const Block& block) const;
};

/// A document of which nothing is read yet but its source. Fails where MakeSource does.
Result<Document> MakeDocument(std::string path, std::string raw);

/// True for sections whose list items tell of work: those are what `check` counts as bullets.
bool TellsOfWork(SectionKind section);

const char* Name(BlockKind kind);
const char* Name(SectionKind kind);

/// One line a block, as `resumelint text` prints it: `12:3 bullet experience "Product Owner" | text`.
/// An item of a section that tells of no work is an `item`: `20:3 item skills | SQL`.
/// A role's line also shows what was read from it: `9:1 role experience "Product Owner" at "Example
/// Bank" (2019 - present, current) | text`; nesting is `bullet+1`.
std::string Dump(const Document& document, bool with_skipped = false);

/// Adds a kSkipped block, noted "markup", for every stretch of non-blank source bytes that no block
/// covers, drops skipped ones within others, and brings the blocks into source order; Role::block of a role that has a kRole block
/// already follows. What makes "blocks account for all" true.
void AccountForRest(Document& document);

}  // namespace resumelint
