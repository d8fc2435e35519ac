#include "lint/baseline.h"

#include <fmt/format.h>

#include <algorithm>

#include "lint/fingerprint.h"
#include "lint/suppress.h"

namespace resumelint {

namespace {

constexpr std::string_view kHeader =
    "# Findings that resumelint leaves out with --baseline: rule, hash of the bullet's words, file.\n";

bool IsPrint(std::string_view word) {
  return word.size() == 16 &&
         word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

// A file's name may hold anything, a line feed too.
std::string OnOneLine(std::string path) {
  std::replace_if(path.begin(), path.end(), [](char c) { return c == '\n' || c == '\r'; }, '?');
  return path;
}

}  // namespace

Result<Baseline> Baseline::Parse(const std::string& path, std::string_view text) {
  Baseline out;
  uint32_t number = 0;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.starts_with('#')) continue;
    const size_t first = line.find(' ');
    const size_t second = first == std::string_view::npos ? first : line.find(' ', first + 1);
    const bool whole = second != std::string_view::npos &&
                       IsPrint(line.substr(first + 1, second - first - 1));
    if (!whole) {
      return Fail(Error{path, number, 0, "this is no entry of a baseline",
                        "make the file anew with --write-baseline", std::string(line)});
    }
    out.Append({std::string(line.substr(0, first)),
                std::string(line.substr(first + 1, second - first - 1)),
                std::string(line.substr(second + 1)), false});
  }
  return out;
}

void Baseline::Append(Entry entry) {
  by_finding_.emplace(entry.rule + ' ' + entry.print, entries_.size());
  entries_.push_back(std::move(entry));
}

void Baseline::Apply(Report& report, const std::string& path) {
  const std::string file = OnOneLine(path);
  files_.push_back(file);
  std::erase_if(report.findings, [&](const Finding& finding) {
    const std::string print = Fingerprint(report, finding);
    // An entry of the same file first: the others belong to bullets of the same words elsewhere.
    Entry* known = nullptr;
    const auto [begin, end] = by_finding_.equal_range(std::string(finding.rule) + ' ' + print);
    for (auto at = begin; at != end; ++at) {
      Entry& entry = entries_[at->second];
      if (!entry.met && (known == nullptr || entry.file == file)) known = &entry;
    }
    if (known != nullptr) known->met = true;
    return known != nullptr;
  });
  ChooseLeads(report);
}

void Baseline::Add(const Report& report, const std::string& path) {
  for (const Finding& finding : report.findings) {
    Append({std::string(finding.rule), Fingerprint(report, finding), OnOneLine(path), true});
  }
}

bool Baseline::IsStale(const Entry& entry) const {
  return !entry.met && std::find(files_.begin(), files_.end(), entry.file) != files_.end();
}

uint32_t Baseline::Stale() const {
  return static_cast<uint32_t>(std::count_if(entries_.begin(), entries_.end(),
                                             [&](const Entry& entry) { return IsStale(entry); }));
}

std::string Baseline::Text() const {
  std::vector<Entry> sorted = entries_;
  std::sort(sorted.begin(), sorted.end(),
            [](const Entry& a, const Entry& b) { return a.Key() < b.Key(); });
  std::string out(kHeader);
  for (const Entry& entry : sorted) {
    if (IsStale(entry)) continue;
    out += fmt::format("{} {} {}\n", entry.rule, entry.print, entry.file);
  }
  return out;
}

}  // namespace resumelint
