#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/text.h"
#include "resume/outline.h"

namespace resumelint {

/// A stretch of dates in a text: "Mar 2020 - Present", "(2015 – 2019)", "06/2017", "summer 2016".
struct Dates {
  Span span;             ///< bytes of the text, without brackets around
  bool range = false;    ///< it has an end, or goes on
  bool current = false;  ///< it ends in "present", "now", …
};

/// The first range in a text, else its last single date.
std::optional<Dates> FindDates(std::string_view text, const OutlineTerms& terms);

/// What one line looks like, by its outer form alone. Cheap and total.
struct LineShape {
  int words = 0;              ///< with at least one letter or digit
  bool contact = false;       ///< an address, a number to call, links
  bool sentence = false;      ///< reads as prose: a final stop, or long and mostly lower case
  bool name_like = false;     ///< every word of some length begins with a capital
  bool upper = false;         ///< no lower-case letter, at least two letters
  bool title = false;         ///< has a title word
  bool organisation = false;  ///< has an organisation word
  bool begins_lower = false;
  std::optional<Dates> dates;
};
LineShape ShapeOf(std::string_view text, const OutlineTerms& terms);

/// True for a line that names a job, study or project. `in_jobs`: it stands in a section of such.
bool IsRoleLine(const LineShape& shape, bool in_jobs);

/// True for a line without a glyph that may act as a bullet: words that say something, not a name,
/// a title, a date, a contact or a label.
bool ReadsAsBullet(std::string_view text, const LineShape& shape);

/// `Label: value` with a known label; nullopt otherwise.
struct Labelled {
  OutlineTerms::Field field = OutlineTerms::Field::kDetail;
  Span value;  ///< bytes of the text
};
std::optional<Labelled> FindLabel(std::string_view text, const OutlineTerms& terms);

/// The fields of a role line. `source_bytes` tells a column gap from a single blank.
struct RoleParts {
  std::string title;
  std::string organisation;
  std::string dates;
  bool current = false;
  std::string unlisted;  ///< what stands where a title would, before the organisation, if no word of it is known as one
};
RoleParts SplitRole(const Text& text, std::string_view source_bytes, const OutlineTerms& terms);

/// True for what a page or a job board adds: "Page 2 of 3".
bool IsPageNoise(std::string_view text, const OutlineTerms& terms);

/// Lower-case words of letters and digits, joined by one blank; "&" and "and" left out.
std::string NormalWords(std::string_view text);

}  // namespace resumelint
