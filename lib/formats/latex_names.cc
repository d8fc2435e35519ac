#include "formats/latex_names.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace resumelint {

namespace {

bool Holds(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

template <size_t N>
bool IsOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

constexpr std::array<std::string_view, 9> kDefinitions = {
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "def",
    "NewDocumentCommand", "RenewDocumentCommand", "newenvironment", "renewenvironment"};
constexpr std::array<std::string_view, 4> kNames = {"name", "cvname", "author", "ecvname"};
constexpr std::array<std::string_view, 7> kHeadlines = {"title",    "position", "tagline", "jobtitle",
                                                        "headline", "cvtitle",  "jobrole"};
constexpr std::array<std::string_view, 20> kContacts = {
    "ecvemail", "ecvtelephone", "ecvmobile", "ecvaddress",
    "address", "mobile",  "phone",     "email",   "homepage", "github",   "gitlab", "linkedin",
    "twitter", "website", "extrainfo", "social",  "location", "mailaddress", "orcid", "cvcontact"};
/// Parts of the names of macros that open a job, study or project.
constexpr std::array<std::string_view, 14> kEntryParts = {
    "entry", "subheading", "projectheading", "event", "job", "employ", "datedsubsection",
    "datedline", "twenty", "position", "experience", "cvproject", "workitem", "degree"};

}  // namespace

bool IsDefinition(std::string_view name) { return IsOneOf(name, kDefinitions); }

BlockKind PersonalKind(std::string_view name) {
  if (IsOneOf(name, kNames)) return BlockKind::kName;
  if (IsOneOf(name, kHeadlines)) return BlockKind::kHeadline;
  return IsOneOf(name, kContacts) ? BlockKind::kContact : BlockKind::kSkipped;
}

bool IsSectionName(std::string_view lower) {
  if (!Holds(lower, "section")) return false;
  for (const std::string_view other : {"format", "spacing", "font", "numbering", "skip", "dated", "page", "color", "sectionsep"}) {
    if (Holds(lower, other)) return false;
  }
  return true;
}

bool IsEntryName(std::string_view lower) {
  if (lower.ends_with("start") || lower.ends_with("end")) return false;
  return std::any_of(kEntryParts.begin(), kEntryParts.end(),
                     [&](std::string_view part) { return Holds(lower, part); });
}

LatexKind KindOfDefinition(std::string_view name, std::string_view body, size_t arguments) {
  if (arguments == 0) return LatexKind::kOther;
  if (Holds(body, "\\section") || Holds(body, "\\cvsection")) return LatexKind::kSection;
  const bool columns = Holds(body, "tabular") || Holds(body, "\\hfill") || Holds(body, "\\subsection");
  if (arguments >= 2 && (columns || Holds(Lower(name), "heading"))) return LatexKind::kEntry;
  const bool item = Holds(body, "\\item") || Holds(body, "Item{#") || Holds(body, "bullet");
  return item && arguments <= 3 ? LatexKind::kItem : LatexKind::kOther;
}

}  // namespace resumelint
