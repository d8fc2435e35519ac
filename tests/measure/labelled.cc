#include "measure/labelled.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "formats/reader.h"

namespace resumelint {

std::vector<std::vector<std::string>> ReadTable(const std::string& path) {
  std::vector<std::vector<std::string>> rows;
  std::ifstream in(path);
  std::string line;
  bool header = true;
  while (std::getline(in, line)) {
    if (line.ends_with('\r')) line.pop_back();
    if (header || line.empty()) {
      header = false;
      continue;
    }
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') {
        cells.emplace_back();
      } else {
        cells.back() += c;
      }
    }
    rows.push_back(std::move(cells));
  }
  return rows;
}

namespace {

std::string Warnings(const Report& report) {
  std::string out;
  for (const Finding& finding : report.findings) {
    if (finding.severity >= Severity::kWarning && finding.block >= 0) out += " " + std::string(finding.rule);
  }
  return out;
}

}  // namespace

void Score::Count(bool must, bool flagged) {
  ++(must ? yes : no);
  if (must && flagged) ++flagged_yes;
  if (!must && !flagged) ++silent_no;
}

std::vector<LabelledBullet> ReadLabelled(const std::string& path) {
  std::vector<LabelledBullet> out;
  for (std::vector<std::string>& row : ReadTable(path)) {
    if (row.size() < 6) continue;
    row.resize(7);
    out.push_back({row[0], row[1], row[2], row[4], row[5], row[6]});
  }
  return out;
}

std::vector<LabelledItem> ReadExpected(const std::string& path) {
  std::vector<LabelledItem> out;
  for (const std::vector<std::string>& row : ReadTable(path)) {
    if (row.size() < 4) continue;
    out.push_back({row[0], static_cast<uint32_t>(std::stoul(row[1])), row[2], row[3]});
  }
  return out;
}

Scores MeasureBullets(const std::vector<LabelledBullet>& rows, const RuleSet& rules,
                      std::vector<std::string>* wrong) {
  Scores scores;
  LintOptions options;
  for (const LabelledBullet& row : rows) {
    if (row.must_flag == "either") continue;
    const std::string warnings = Warnings(LintText(row.text, row.role, "", rules, options));
    const bool must = row.must_flag == "yes";
    scores.all.Count(must, !warnings.empty());
    if (row.note.starts_with("[T")) scores.tricky.Count(must, !warnings.empty());
    if (must == warnings.empty() && wrong != nullptr) {
      wrong->push_back(fmt::format("{} {} ({}) {} | {} |{}", must ? "MISS " : "FALSE", row.id, row.role,
                                   row.reason, row.text, warnings));
    }
  }
  return scores;
}

Scores MeasureResumes(const std::string& expected_path, const RuleSet& rules,
                      std::vector<std::string>* wrong) {
  Scores scores;
  LintOptions options;
  std::map<std::string, std::vector<LabelledItem>> files;
  for (LabelledItem& item : ReadExpected(expected_path)) files[item.path].push_back(std::move(item));
  for (const auto& [name, items] : files) {
    const std::string path = std::filesystem::path(expected_path).parent_path() / name;
    auto raw = ReadBytes(path);
    if (!raw) continue;
    auto document = ReadDocument(path, std::move(*raw), rules.outline);
    if (!document) {
      if (wrong != nullptr) wrong->push_back(fmt::format("unread {}: {}", name, document.error().what));
      continue;
    }
    const Report report = Lint(std::move(*document), rules, options);
    for (size_t i = 0; i < items.size(); ++i) {
      const LabelledItem& item = items[i];
      if (item.must_flag == "either") continue;
      const uint32_t end = item.line == 0 || i + 1 >= items.size() || items[i + 1].line <= item.line
                               ? 0xFFFFFFFF : items[i + 1].line;
      std::string found;
      for (const Finding& finding : report.findings) {
        if (finding.severity < Severity::kWarning) continue;
        if (item.line == 0) {
          const std::string_view rule_name = std::string_view(item.reason).substr(item.reason.find(' ') == std::string::npos ? 0 : item.reason.find(' ') + 1);
          if (std::string_view(finding.rule).ends_with(rule_name.substr(0, rule_name.find(' ')))) found += " " + std::string(finding.rule);
          continue;
        }
        if (finding.block < 0) continue;
        const uint32_t line = report.document.source.At(finding.span.begin).line;
        if (line >= item.line && line < end) found += " " + std::string(finding.rule);
      }
      const bool must = item.must_flag == "yes";
      scores.all.Count(must, !found.empty());
      if (must == found.empty() && wrong != nullptr) {
        wrong->push_back(fmt::format("{} {}:{} {} | {} |{}", must ? "MISS " : "FALSE", name, item.line, item.reason,
                                     report.document.source.Line(item.line), found));
      }
    }
  }
  return scores;
}

}  // namespace resumelint
