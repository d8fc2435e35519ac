#pragma once

#include <span>
#include <string>

#include "lint/finding.h"
#include "report/reporter.h"

// The outputs behind the table of reporter.h, one .cc each.
namespace resumelint {

std::string RenderText(std::span<const Report> reports, const RenderOptions& options);
std::string RenderJson(std::span<const Report> reports, const RenderOptions& options);
std::string RenderJsonLines(std::span<const Report> reports, const RenderOptions& options);
std::string RenderSarif(std::span<const Report> reports, const RenderOptions& options);
std::string RenderGithub(std::span<const Report> reports, const RenderOptions& options);
std::string RenderGitlab(std::span<const Report> reports, const RenderOptions& options);
std::string RenderHtml(std::span<const Report> reports, const RenderOptions& options);
std::string RenderMarkdown(std::span<const Report> reports, const RenderOptions& options);

}  // namespace resumelint
