#include "resume/name_lists.h"

#include <string>
#include <vector>

#include "resume/line_shape.h"

namespace resumelint {

namespace {

/// Returns where the next section begins.
size_t ReadNameList(std::vector<Block>& blocks, size_t begin, const OutlineTerms& terms) {
  constexpr int kNameWords = 4;
  constexpr size_t kNameBytes = 32;
  constexpr int kLeastItems = 3;
  const auto inside = [&](const Block& block) {
    return block.kind == BlockKind::kSkipped ||
           (block.section == SectionKind::kOther && block.role < 0 && block.section_title == blocks[begin].section_title);
  };
  if (blocks[begin].kind != BlockKind::kHeading || !inside(blocks[begin])) return begin + 1;
  size_t end = begin + 1;
  int items = 0;
  bool names = true;
  for (; end < blocks.size() && inside(blocks[end]) && blocks[end].kind != BlockKind::kHeading; ++end) {
    if (blocks[end].kind == BlockKind::kSkipped) continue;
    const std::string& text = blocks[end].text.chars;
    names = names && blocks[end].kind == BlockKind::kBullet && text.size() <= kNameBytes && ShapeOf(text, terms).words <= kNameWords;
    ++items;
  }
  if (names && items >= kLeastItems) {
    for (size_t i = begin; i < end; ++i) {
      if (blocks[i].kind != BlockKind::kSkipped) blocks[i].section = SectionKind::kInterests;
    }
  }
  return end;
}

}  // namespace

void ReadNameLists(Document& document, const OutlineTerms& terms) {
  for (size_t i = 0; i < document.blocks.size();) i = ReadNameList(document.blocks, i, terms);
}

}  // namespace resumelint
