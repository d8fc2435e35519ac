#pragma once

#include <string>
#include <string_view>

#include "lint/finding.h"

namespace resumelint {

/// A Report made by hand for tests of what shows one. In `text`, "# " begins a heading, "@ " a role
/// and "- " a bullet; each other line that isn't blank is a paragraph.
Report SampleReport(std::string path, std::string text);

/// Adds a finding that underlines the first occurrence of `words` in the file and belongs to the
/// block that holds it; words "" stands for a finding about the document.
Finding& AddFinding(Report& report, std::string rule, Severity severity, std::string_view words,
                    std::string message);

/// A resume of five bullets with findings of all kinds: what most tests show.
Report SampleResume(std::string path = "resume.md");

}  // namespace resumelint
