#pragma once

#include <cstddef>
#include <string_view>

#include "resume/document.h"

namespace resumelint {

/// What a LaTeX macro does to a resume, told by its name and, if it is defined in the file, its body.
enum class LatexKind { kOther, kItem, kSection, kEntry };

/// True for `newcommand` and the like.
bool IsDefinition(std::string_view name);
/// kName, kHeadline or kContact for a macro that holds the person's data; kSkipped for others.
BlockKind PersonalKind(std::string_view name);
/// `lower` is the name in lower case.
bool IsSectionName(std::string_view lower);
/// True for the name of a macro or environment that opens a job, study or project.
bool IsEntryName(std::string_view lower);
/// What a macro does by its definition.
LatexKind KindOfDefinition(std::string_view name, std::string_view body, size_t arguments);

}  // namespace resumelint
