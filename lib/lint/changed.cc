#include "lint/changed.h"

#include <algorithm>
#include <charconv>

#include "lint/suppress.h"

namespace resumelint {

namespace {

// Reads "12,3" or "12" (one line) after the "+" of a hunk's head.
bool ParseRange(std::string_view text, uint32_t& first, uint32_t& count) {
  const char* end = text.data() + text.size();
  const auto start = std::from_chars(text.data(), end, first);
  if (start.ec != std::errc()) return false;
  count = 1;
  if (start.ptr == end || *start.ptr != ',') return true;
  return std::from_chars(start.ptr + 1, end, count).ec == std::errc();
}

}  // namespace

bool ChangedLines::Touches(uint32_t first, uint32_t last) const {
  return all || std::any_of(ranges.begin(), ranges.end(), [&](const auto& range) {
           return range.first <= last && first <= range.second;
         });
}

ChangedLines ParseHunks(std::string_view diff) {
  ChangedLines out;
  while (!diff.empty()) {
    const size_t end = std::min(diff.find('\n'), diff.size());
    const std::string_view line = diff.substr(0, end);
    diff.remove_prefix(std::min(end + 1, diff.size()));
    if (line.starts_with("Binary files ")) out.all = true;
    if (!line.starts_with("@@ -")) continue;
    const size_t plus = line.find('+');
    uint32_t first = 0;
    uint32_t count = 0;
    if (plus == std::string_view::npos || !ParseRange(line.substr(plus + 1), first, count)) continue;
    if (count > 0) out.ranges.emplace_back(first, first + count - 1);
  }
  return out;
}

void KeepChanged(Report& report, const ChangedLines& changed) {
  if (changed.all) return;
  const Document& document = report.document;
  std::erase_if(report.findings, [&](const Finding& finding) {
    Span span = finding.span;
    if (finding.block >= 0) {
      const Span block = document.blocks[static_cast<size_t>(finding.block)].span;
      if (!block.empty()) span = block;
    }
    if (span.empty()) return true;
    return !changed.Touches(document.source.At(span.begin).line,
                            document.source.At(span.end - 1).line);
  });
  ChooseLeads(report);
}

}  // namespace resumelint
