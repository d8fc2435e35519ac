#include "report/reporter.h"

#include <array>
#include <string_view>

#include "report/renderers.h"

namespace resumelint {

namespace {

constexpr std::array kReporters = {
    Reporter{"text", RenderText, false},         Reporter{"json", RenderJson, false},
    Reporter{"jsonl", RenderJsonLines, true},    Reporter{"sarif", RenderSarif, false},
    Reporter{"github", RenderGithub, true},      Reporter{"gitlab", RenderGitlab, false},
    Reporter{"markdown", RenderMarkdown, false}, Reporter{"html", RenderHtml, false},
};

}  // namespace

std::span<const Reporter> Reporters() { return kReporters; }

const Reporter* FindReporter(std::string_view name) {
  for (const Reporter& reporter : kReporters) {
    if (name == reporter.name) return &reporter;
  }
  return nullptr;
}

}  // namespace resumelint
