#pragma once

#include <span>
#include <string>
#include <vector>

#include "lint/finding.h"
#include "report/reporter.h"

namespace resumelint {

/// A page that leads to the pages of several resumes and sums them up, without naming anybody: they
/// go by their numbers. `pages[i]` is the address of the page of `reports[i]`.
std::string RenderHtmlIndex(std::span<const Report> reports, const std::vector<std::string>& pages,
                            const RenderOptions& options);

}  // namespace resumelint
