#pragma once

#include <span>
#include <string>

#include "lint/finding.h"
#include "report/output.h"
#include "report/reporter.h"
#include "report/view.h"

// The outputs behind the table of reporter.h, one .cc each.
namespace resumelint {

void TextOfFile(const Report& report, const RenderOptions& options, Output& out);
void TextEnd(const Totals& totals, const RenderOptions& options, Output& out);

std::string JsonHead(const RenderOptions& options);
void JsonOfFile(const Report& report, const RenderOptions& options, Output& out);
void JsonEnd(const Totals& totals, const RenderOptions& options, Output& out);

void JsonLineOfFile(const Report& report, const RenderOptions& options, Output& out);

void GithubOfFile(const Report& report, const RenderOptions& options, Output& out);

std::string GitlabHead(const RenderOptions& options);
void GitlabOfFile(const Report& report, const RenderOptions& options, Output& out);
void GitlabEnd(const Totals& totals, const RenderOptions& options, Output& out);

void RenderSarif(std::span<const Report> reports, const RenderOptions& options, Output& out);
void RenderHtml(std::span<const Report> reports, const RenderOptions& options, Output& out);
void RenderMarkdown(std::span<const Report> reports, const RenderOptions& options, Output& out);

}  // namespace resumelint
