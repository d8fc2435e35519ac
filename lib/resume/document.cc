#include "resume/document.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace resumelint {

Result<Document> MakeDocument(std::string path, std::string raw) {
  Result<Source> source = MakeSource(std::move(path), std::move(raw));
  if (!source) return Fail(std::move(source.error()));
  Document document;
  document.source = std::move(*source);
  return document;
}

bool TellsOfWork(SectionKind section) {
  return section == SectionKind::kExperience || section == SectionKind::kProjects ||
         section == SectionKind::kVolunteering || section == SectionKind::kOther;
}

const char* Name(BlockKind kind) {
  switch (kind) {
    case BlockKind::kHeading: return "heading";
    case BlockKind::kRole: return "role";
    case BlockKind::kBullet: return "bullet";
    case BlockKind::kParagraph: return "paragraph";
    case BlockKind::kName: return "name";
    case BlockKind::kHeadline: return "headline";
    case BlockKind::kContact: return "contact";
    case BlockKind::kSkipped: return "skipped";
  }
  return "";
}

const char* Name(SectionKind kind) {
  switch (kind) {
    case SectionKind::kTop: return "top";
    case SectionKind::kSummary: return "summary";
    case SectionKind::kExperience: return "experience";
    case SectionKind::kProjects: return "projects";
    case SectionKind::kSkills: return "skills";
    case SectionKind::kEducation: return "education";
    case SectionKind::kCertifications: return "certifications";
    case SectionKind::kAwards: return "awards";
    case SectionKind::kInterests: return "interests";
    case SectionKind::kPublications: return "publications";
    case SectionKind::kLanguages: return "languages";
    case SectionKind::kVolunteering: return "volunteering";
    case SectionKind::kOther: return "other";
  }
  return "";
}

const std::string& Document::RoleTitle(const Block& block) const {
  static const std::string none;
  if (block.role < 0 || static_cast<size_t>(block.role) >= roles.size()) return none;
  return roles[static_cast<size_t>(block.role)].title;
}

std::string Dump(const Document& document, bool with_skipped) {
  std::string out;
  for (size_t i = 0; i < document.blocks.size(); ++i) {
    const Block& block = document.blocks[i];
    if (block.kind == BlockKind::kSkipped && !with_skipped) continue;
    const Position at = document.source.At(
        block.text.empty() ? block.span.begin : block.text.ToSource({}).begin);
    const bool item = block.kind == BlockKind::kBullet && !TellsOfWork(block.section);
    out += fmt::format("{}:{} {}", at.line, at.column, item ? "item" : Name(block.kind));
    if (block.kind == BlockKind::kSkipped) {
      out += fmt::format(" ({})\n", block.note);
      continue;
    }
    if (block.kind == BlockKind::kBullet && block.depth > 0) out += fmt::format("+{}", block.depth);
    out += fmt::format(" {}", Name(block.section));
    if (block.role >= 0) {
      const Role& role = document.roles[static_cast<size_t>(block.role)];
      out += fmt::format(" \"{}\"", role.title);
      if (role.block == i) {
        if (!role.organisation.empty()) out += fmt::format(" at \"{}\"", role.organisation);
        if (!role.dates.empty()) out += fmt::format(" ({}{})", role.dates, role.current ? ", current" : "");
      }
    }
    if (!block.note.empty()) out += fmt::format(" ({})", block.note);
    out += fmt::format(" | {}\n", block.text.chars);
  }
  return out;
}

void AccountForRest(Document& document) {
  const std::string& bytes = document.source.bytes;
  std::vector<Block>& blocks = document.blocks;
  const auto before = [](const Block& a, const Block& b) { return a.span.begin < b.span.begin; };
  if (!std::is_sorted(blocks.begin(), blocks.end(), before)) std::stable_sort(blocks.begin(), blocks.end(), before);
  std::vector<std::pair<size_t, Span>> rest;  // each with the block that it stands before
  const auto fill = [&](size_t block, uint32_t begin, uint32_t end) {
    Span span{begin, begin};
    for (uint32_t at = begin; at < end;) {
      const CodePoint point = DecodeAt(bytes, at);
      if (!IsSpace(point.value)) {
        if (span.empty()) span.begin = at;
        span.end = std::min(at + point.length, end);
      }
      at += point.length;
    }
    if (!span.empty()) rest.emplace_back(block, span);
  };
  uint32_t covered = 0;
  size_t kept = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    Block& block = blocks[i];
    if (block.kind == BlockKind::kSkipped) {
      // What is skipped inside an item is part of it.
      block.span.begin = std::max(block.span.begin, covered);
      if (block.span.empty()) continue;
    }
    fill(kept, covered, std::max(covered, block.span.begin));
    covered = std::max(covered, block.span.end);
    if (kept != i) blocks[kept] = std::move(block);
    ++kept;
  }
  fill(kept, covered, static_cast<uint32_t>(bytes.size()));
  // From the end, so that no block is needed twice.
  blocks.resize(kept);
  blocks.resize(kept + rest.size());
  for (size_t left = rest.size(), at = kept; left > 0; --left) {
    const auto [next, span] = rest[left - 1];
    for (; at > next; --at) blocks[at + left - 1] = std::move(blocks[at - 1]);
    Block& block = blocks[at + left - 1];
    block = {};
    block.kind = BlockKind::kSkipped;
    block.span = span;
    block.note = "markup";
  }
  for (size_t i = document.blocks.size(); i > 0; --i) {
    const Block& block = document.blocks[i - 1];
    const bool known = block.role >= 0 && static_cast<size_t>(block.role) < document.roles.size();
    if (block.kind != BlockKind::kRole || !known) continue;
    document.roles[static_cast<size_t>(block.role)].block = static_cast<uint32_t>(i - 1);
  }
}

}  // namespace resumelint
