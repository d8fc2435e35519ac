// Any bullet of any example may be given any text: either the file then shows exactly this text and
// nothing else is changed, or the edit is refused.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <set>

#include "edit/edit.h"
#include "formats/check.h"
#include "formats/read.h"
#include "formats/zip.h"

namespace resumelint {
namespace {

const std::vector<std::string> kNasty = {
    "Cut refunds by 50% & saved $1,200 at R&D #1 in snake_case {x} ~3 weeks ^ 2",
    "Led \"Project X\" and 'Y': it's done",
    "Put [problem] first, moving [metric] from [A] to [B]",
    "yes: no",
    "true",
    "2019",
    "null",
    "Ends with a colon:",
    "a #hash and a \\backslash\\ and a `tick`",
    "*stars* _under_ **bold** ~~strike~~ =eq= ~tilde~ +plus+ /slash/",
    "<b>tag</b> &amp; entity &eacute; <!-- comment -->",
    "[link](https://example.com) and https://example.com/a_b?c=d&e=%20f",
    "Größe 5 µm – naïve café — “quoted” … → 3 × 4 ≥ 2 €5 £6",
    "日本語 and emoji 🚀 and e\xCC\x81",
    "{{ template }} ${var} $(cmd) %s \\n \\t \\u0041",
    "@mention and #tag and // no comment and /* neither */",
    "% percent first",
    "# hash first",
    "| pipe | second |",
    "> quoted first",
    "[x] box first",
    ", comma first",
    "? question: first",
    "& anchor first",
    "! bang first",
    "dashes -- and --- and trailing -",
    "a\\",
    "C++ and C# and F# and .NET, A/B, 24/7",
    "_leading and trailing_",
    "word_ and __dunder__ and |subst| and :role:`x` and {attr} and <<ref>> and pass:[x]",
    "Wrote a very long line that goes on and on, with words of many lengths, until it is wider than any "
    "line of the file, so that it must be wrapped where lines are wrapped: 1. one 2. two - three * four",
};

std::string Told(const Document& document, int without) {
  std::string out;
  int n = 0;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kSkipped) continue;
    const bool edited = n++ == without;
    out += std::string(Name(block.kind)) + "|" + Name(block.section) + "|" + std::string(block.section_title) + "|" +
           std::to_string(block.depth) + "|" + std::to_string(block.role) + "|" + std::string(block.note) + "|" +
           (edited ? "…" : block.text.chars) + "\n";
  }
  return out;
}

struct Counts {
  int made = 0;
  std::map<std::string, std::string> refused;  // text -> first message
};

TEST(EditProperty, AnyTextInAnyBullet) {
  std::map<std::string, Counts> counts;
  for (const Reader& reader : Readers()) {
    if (std::string_view(reader.name) == "pdf") continue;
    for (const std::string_view extension : reader.extensions) {
      const std::string path = "examples/resume" + std::string(extension);
      if (!std::filesystem::exists(std::string(RESUMELINT_SOURCE_DIR) + "/" + path)) continue;
      const std::string raw = ProjectFile(path);
      const Document document = ReadText("", raw, path);
      int shown = -1;
      for (size_t i = 0; i < document.blocks.size(); ++i) {
        if (document.blocks[i].kind == BlockKind::kSkipped) continue;
        ++shown;
        if (document.blocks[i].kind != BlockKind::kBullet || document.blocks[i].section != SectionKind::kExperience) continue;
        for (const std::string& text : kNasty) {
          const auto edited = ApplyEdits(document, raw, EditsBetween(document, static_cast<int>(i), text), Terms());
          Counts& count = counts[document.format];
          if (!edited) {
            count.refused.emplace(text, edited.error().what);
            continue;
          }
          ++count.made;
          const Document after = ReadText(document.format, edited->raw, path);
          ASSERT_EQ(Told(after, shown), Told(document, shown)) << path << "\n" << text;
          int at = -1;
          for (const Block& block : after.blocks) {
            if (block.kind == BlockKind::kSkipped || ++at != shown) continue;
            ASSERT_EQ(block.text.chars, text) << path;
          }
          ASSERT_EQ(Faults(after), "") << path << "\n" << text;
        }
      }
    }
  }
  EXPECT_EQ(counts.size(), 11u);
  // ">" is a bullet's sign to the readers, and Org has no way to write its own marks as text.
  const std::set<std::string> unwritable_in_org = {kNasty[9], kNasty[18], kNasty[20], kNasty[28], kNasty[29], kNasty[15]};
  for (const auto& [format, count] : counts) {
    EXPECT_GT(count.made, 200) << format;
    for (const auto& [text, why] : count.refused) {
      EXPECT_TRUE(text == "> quoted first" || (format == "org" && unwritable_in_org.contains(text))) << format << ": " << why;
    }
  }
}

}  // namespace
}  // namespace resumelint
