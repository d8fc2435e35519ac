#include "report/strength.h"

#include <algorithm>

#include "language/verbs.h"
#include "lint/reading.h"

namespace resumelint {

namespace {

bool TellsOfWork(const Block& block) {
  return block.kind == BlockKind::kBullet &&
         (block.section == SectionKind::kExperience || block.section == SectionKind::kProjects ||
          block.section == SectionKind::kVolunteering || block.section == SectionKind::kOther);
}

bool HasVerb(const Sentence& sentence) {
  if (std::any_of(sentence.terms.begin(), sentence.terms.end(),
                  [](const Term& term) { return term.forms != 0; })) {
    return true;
  }
  return !sentence.tokens.empty() && !VerbReadings(sentence.tokens.front().lower).empty();
}

// What each detector that speaks for a bullet is worth. A figure outweighs all that has none.
struct Worth {
  const char* detector;
  int32_t points;
};
constexpr Worth kWorths[] = {{"metric", 4},   {"result", 3}, {"discovery", 2},
                             {"decision", 2}, {"scale", 1},  {"purpose", 1}};

}  // namespace

std::vector<BulletStrength> StrengthsOf(const Report& report, const RuleSet& rules) {
  std::vector<BulletStrength> out;
  const std::vector<Block>& blocks = report.document.blocks;
  std::vector<int32_t> warnings(blocks.size());
  for (const Finding& finding : report.findings) {
    if (finding.block >= 0 && finding.severity >= Severity::kWarning) ++warnings[static_cast<size_t>(finding.block)];
  }
  Detection detection(rules);
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (!TellsOfWork(blocks[i])) continue;
    const Sentence& sentence = detection.Read(blocks[i].text.chars);
    const auto says = [&](const char* name) {
      const int detector = rules.FindDetector(name);
      return detector >= 0 && detection.Says(static_cast<uint16_t>(detector));
    };
    BulletStrength strength;
    strength.block = static_cast<int>(i);
    strength.activity = HasVerb(sentence);
    strength.scale = says("scale") || says("metric");
    strength.result = says("result");
    for (const Worth& worth : kWorths) strength.points += says(worth.detector) ? worth.points : 0;
    strength.points -= 2 * warnings[i];
    out.push_back(strength);
  }
  return out;
}

const BulletStrength* Strongest(const std::vector<BulletStrength>& strengths) {
  const BulletStrength* best = nullptr;
  for (const BulletStrength& strength : strengths) {
    if (strength.result && (best == nullptr || strength.points > best->points)) best = &strength;
  }
  return best;
}

}  // namespace resumelint
