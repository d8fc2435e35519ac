#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// resumelint as a library: this header is all of it.
///
///     resumelint::v1::Fault fault;
///     const auto linter = resumelint::v1::Linter::Make({}, &fault);
///     if (!linter) return Tell(fault);
///     const auto resume = linter->Check("resume.md", bytes, &fault);
///     if (!resume) return Tell(fault);
///     for (const auto& finding : resume->findings) {
///       std::cout << finding.place.line << ": " << finding.message << '\n';
///     }
///
/// Texts are UTF-8. Nothing is thrown but std::bad_alloc. Nothing is written, no network is used, no
/// clock, locale or environment is asked: the same bytes and settings give the same result. Only to
/// read a PDF, `pdftotext` is run. What v1 promises is kept; what breaks it will be v2.
namespace resumelint::v1 {

/// How much a finding costs, the least first.
enum class Severity : std::uint8_t {
  kHint,     ///< coaching
  kWarning,  ///< costs interviews
  kError,    ///< not ready to send: a slot that was never filled
};

/// What stood in the way.
struct Fault {
  std::string path;          ///< the pack or the resume at fault, as named to us; or ""
  std::uint32_t line = 0;    ///< from 1; 0 = as a whole
  std::uint32_t column = 0;  ///< from 1, in code points; 0 = the line as a whole
  std::string what;          ///< one clause, lower case, without a final stop
  std::string hint;          ///< what to do; may be empty
};

/// A stretch of a resume.
struct Place {
  std::uint32_t line = 1;        ///< from 1
  std::uint32_t column = 1;      ///< from 1, in code points
  std::uint32_t end_line = 1;
  std::uint32_t end_column = 1;  ///< exclusive
  /// Bytes [offset, end_offset) of what was checked. -1 where its bytes can't hold the place (DOCX,
  /// PDF): then lines and columns are those of the text that was read.
  std::int64_t offset = -1;
  std::int64_t end_offset = -1;
  std::uint32_t page = 0;       ///< PDF, from 1; else 0
  std::uint32_t paragraph = 0;  ///< DOCX, from 1; else 0
};

/// A sentence that could stand in a bullet's place. It holds no fact that isn't in the bullet: what
/// only the person knows is a slot.
struct Rewrite {
  std::string variant;               ///< "outcome-first", "problem-first", "discovery-led", "plain"
  std::string text;                  ///< "Cut [metric] from [A] to [B] …"
  std::vector<std::string> slots;    ///< "metric", "A", "B": in order, without brackets
  std::vector<std::string> dropped;  ///< facts of the bullet that it leaves out
  std::string advice;                ///< may be empty
};

/// One thing to tell the person.
struct Finding {
  std::string rule;  ///< "process/backlog-admin"
  Severity severity = Severity::kWarning;
  std::string message;  ///< what a reader sees
  std::string why;      ///< why that is weak, one clause
  Place place;          ///< what is underlined
  bool of_bullet = false;    ///< false: about a job or the resume as a whole, and the next three are ""
  std::string bullet;        ///< the bullet's text, without its glyph and markup
  std::string section;       ///< the section's title as written
  std::string role;          ///< the job title it stands under; may be empty
  std::vector<std::string> questions;  ///< what a coach would ask
  std::vector<Rewrite> rewrites;       ///< the best first; often empty
};

/// A resume as checked.
struct Resume {
  std::string format;         ///< how it was read: "markdown", "docx", …
  std::string profile;        ///< how it was judged: "pm-tech", …
  std::uint32_t bullets = 0;  ///< that were read
  std::vector<Finding> findings;   ///< in the order of the file; about the whole resume last
  std::vector<std::string> notes;  ///< what a person should know of the reading; mostly none
};

/// A rule in force.
struct Rule {
  std::string id;
  Severity severity = Severity::kWarning;
  std::string title;  ///< one line
  std::string see;    ///< what a reader sees
  std::string why;
  std::string fix;    ///< may be empty
};

/// A pack of rules, as TOML.
struct Pack {
  std::string name;  ///< for faults: "my-pack.toml"
  std::string text;
};

/// What to look for. Rules are named by id ("process/backlog-admin"), pack ("process") or glob.
struct Settings {
  std::string profile = "auto";      ///< who reads it; "auto" = each job by its title
  std::vector<std::string> select;   ///< only these; empty = all
  std::vector<std::string> ignore;   ///< all but these
  std::vector<std::pair<std::string, Severity>> severities;  ///< the later wins
  bool draft = false;                ///< unfilled slots are hints
  std::vector<Pack> packs;           ///< beside the built-in ones
};

/// Checks resumes. Cheap to copy; may be used by many threads at once. Loading the rules takes some
/// tens of milliseconds, so keep one.
class Linter {
 public:
  /// Loads the rules. Nothing, and `fault` is set, where a pack is faulty or a name unknown.
  static std::optional<Linter> Make(const Settings& settings = {}, Fault* fault = nullptr);

  /// Checks the bytes of a file. `name` tells the format where the bytes don't ("resume.tex").
  /// Comments that leave findings out are heeded. Nothing, and `fault` is set, where the bytes can't
  /// be read or hold no resume: that is never an empty result.
  std::optional<Resume> Check(std::string_view name, std::string bytes, Fault* fault = nullptr) const;

  std::vector<Rule> Rules() const;
  /// The version of the built-in rules: "2026.11".
  std::string RulesVersion() const;

 private:
  struct Loaded;
  explicit Linter(std::shared_ptr<const Loaded> loaded) : loaded_(std::move(loaded)) {}
  std::shared_ptr<const Loaded> loaded_;
};

}  // namespace resumelint::v1
