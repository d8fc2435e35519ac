#include "report/view.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "rules/rule_set.h"

namespace resumelint {

namespace {

Place PlaceOfSpan(const Source& source, Span span) {
  return {source.At(span.begin), source.At(std::max(span.begin, span.end)), 0, 0};
}

// The block whose page or paragraph stands for the finding.
const Block* NearestBlock(const Report& report, const Finding& finding) {
  if (const Block* block = BlockOf(report, finding)) return block;
  const Document& document = report.document;
  if (finding.role >= 0 && static_cast<size_t>(finding.role) < document.roles.size()) {
    const uint32_t block = document.roles[static_cast<size_t>(finding.role)].block;
    if (block < document.blocks.size()) return &document.blocks[block];
  }
  return document.blocks.empty() ? nullptr : &document.blocks.front();
}

}  // namespace

Ink InkOf(Severity severity) {
  switch (severity) {
    case Severity::kError: return Ink::kError;
    case Severity::kWarning: return Ink::kWarning;
    case Severity::kHint: return Ink::kHint;
    case Severity::kOff: break;
  }
  return Ink::kFaint;
}

Place PlaceOf(const Report& report, const Finding& finding) {
  Place place = PlaceOfSpan(report.document.source, finding.span);
  if (const Block* block = NearestBlock(report, finding)) {
    place.page = block->page;
    place.paragraph = block->paragraph;
  }
  return place;
}

Place PlaceOf(const Document& document, const Block& block) {
  const Span all{0, static_cast<uint32_t>(block.text.chars.size())};
  Place place =
      PlaceOfSpan(document.source, block.text.empty() ? block.span : block.text.ToSource(all));
  place.page = block.page;
  place.paragraph = block.paragraph;
  return place;
}

const Block* BlockOf(const Report& report, const Finding& finding) {
  const std::vector<Block>& blocks = report.document.blocks;
  if (finding.block < 0 || static_cast<size_t>(finding.block) >= blocks.size()) return nullptr;
  return &blocks[static_cast<size_t>(finding.block)];
}

std::string SectionOf(const Block& block) {
  return std::string(block.section_title.empty() ? Name(block.section) : block.section_title);
}

const Rule* RuleOf(std::string_view id, const RenderOptions& options) {
  return options.rules == nullptr ? nullptr : options.rules->FindRule(id);
}

std::string_view PackOf(std::string_view rule) { return rule.substr(0, rule.find('/')); }

std::vector<FindingGroup> GroupFindings(const Report& report, Severity least) {
  std::vector<FindingGroup> groups;
  std::vector<FindingGroup> last;
  std::map<int, size_t> of_block;
  for (const Finding& finding : report.findings) {
    if (finding.severity < least) continue;
    if (finding.block < 0) {
      (finding.role < 0 ? last : groups).push_back({nullptr, {&finding}});
      continue;
    }
    const auto [at, is_new] = of_block.emplace(finding.block, groups.size());
    if (is_new) groups.push_back({BlockOf(report, finding), {}});
    groups[at->second].findings.push_back(&finding);
  }
  for (FindingGroup& group : groups) {
    std::stable_sort(group.findings.begin(), group.findings.end(),
                     [](const Finding* a, const Finding* b) { return a->leads && !b->leads; });
  }
  groups.insert(groups.end(), std::make_move_iterator(last.begin()),
                std::make_move_iterator(last.end()));
  return groups;
}

bool DropsAlike(const std::vector<Rewrite>& rewrites) {
  return rewrites.size() > 1 && !rewrites.front().dropped.empty() &&
         std::all_of(rewrites.begin(), rewrites.end(), [&](const Rewrite& rewrite) {
           return rewrite.dropped == rewrites.front().dropped;
         });
}

uint32_t Counts::Of(Severity severity) const {
  switch (severity) {
    case Severity::kError: return error;
    case Severity::kWarning: return warning;
    case Severity::kHint: return hint;
    case Severity::kOff: break;
  }
  return 0;
}

uint32_t Counts::Below(Severity least) const {
  uint32_t below = 0;
  for (const Severity severity : {Severity::kHint, Severity::kWarning, Severity::kError}) {
    if (severity < least) below += Of(severity);
  }
  return below;
}

void Totals::Add(const Report& report, Severity least) {
  ++counts.files;
  counts.bullets += report.bullets;
  path = report.document.source.path;
  profile = report.profile;
  for (const Block& block : report.document.blocks) paragraphs += block.kind == BlockKind::kParagraph ? 1 : 0;
  for (const Finding& finding : report.findings) {
    if (finding.severity == Severity::kError) ++counts.error;
    if (finding.severity == Severity::kWarning) ++counts.warning;
    if (finding.severity == Severity::kHint) ++counts.hint;
    if (finding.severity < least) continue;
    const auto met = rules.find(finding.rule);
    met == rules.end() ? void(rules.emplace(finding.rule, 1)) : void(++met->second);
  }
}

Totals TotalsOf(std::span<const Report> reports, Severity least) {
  Totals totals;
  for (const Report& report : reports) totals.Add(report, least);
  return totals;
}

std::vector<std::pair<std::string, uint32_t>> CountBy(const Totals& totals, std::string_view (*name)(std::string_view)) {
  std::map<std::string, uint32_t, std::less<>> counts;
  for (const auto& [rule, count] : totals.rules) counts[std::string(name(rule))] += count;
  std::vector<std::pair<std::string, uint32_t>> out(counts.begin(), counts.end());
  std::stable_sort(out.begin(), out.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  return out;
}

std::string Number(uint32_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace resumelint
