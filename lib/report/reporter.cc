#include "report/reporter.h"

#include <array>
#include <string_view>

#include "report/renderers.h"

namespace resumelint {

namespace {

constexpr std::array kReporters = {
    Reporter{"text", TextOfFile, nullptr, TextEnd, nullptr},
    Reporter{"json", JsonOfFile, JsonHead, JsonEnd, nullptr},
    Reporter{"jsonl", JsonLineOfFile, nullptr, nullptr, nullptr},
    Reporter{"sarif", nullptr, nullptr, nullptr, RenderSarif},
    Reporter{"github", GithubOfFile, nullptr, nullptr, nullptr},
    Reporter{"gitlab", GitlabOfFile, GitlabHead, GitlabEnd, nullptr},
    Reporter{"markdown", nullptr, nullptr, nullptr, RenderMarkdown},
    Reporter{"html", nullptr, nullptr, nullptr, RenderHtml},
};

}  // namespace

std::string Reporter::Render(std::span<const Report> reports, const RenderOptions& options) const {
  std::string text = head == nullptr ? std::string() : head(options);
  PassageJoiner joiner;
  Output out([&](const std::vector<Passage>& passages) { text += joiner.Join(passages); });
  if (together != nullptr) together(reports, options, out);
  Totals totals;
  for (const Report& report : reports) {
    if (file == nullptr) break;
    file(report, options, out);
    totals.Add(report, options.min_severity);
  }
  if (end != nullptr) end(totals, options, out);
  out.Flush();
  return text;
}

std::span<const Reporter> Reporters() { return kReporters; }

const Reporter* FindReporter(std::string_view name) {
  for (const Reporter& reporter : kReporters) {
    if (name == reporter.name) return &reporter;
  }
  return nullptr;
}

}  // namespace resumelint
