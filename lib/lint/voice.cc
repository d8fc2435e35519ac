#include "lint/voice.h"

#include "language/tokens.h"
#include "language/verbs.h"

namespace resumelint {

Voices::Voices(const Document& document) : document_(document), roles_(document.roles.size() + 1) {
  int uk = 0;
  int stops = 0;
  int no_stops = 0;
  int oxford = 0;
  int plain = 0;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kBullet && block.kind != BlockKind::kParagraph) continue;
    const std::vector<Token> tokens = Tokenize(block.text.chars);
    if (tokens.empty()) continue;
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kWord) uk += SpellingEvidence(token.hash);
    }
    // "a, b, and c" against "a, b and c": a comma shortly before decides which list it is.
    for (size_t i = 2; i + 1 < tokens.size(); ++i) {
      if (!tokens[i].Is("and")) continue;
      if (tokens[i - 1].Is(",")) {
        ++oxford;
      } else if (tokens[i - 2].Is(",") || (i > 3 && tokens[i - 3].Is(","))) {
        ++plain;
      }
    }
    if (block.kind != BlockKind::kBullet) continue;
    ++(tokens.back().Is(".") ? stops : no_stops);
    const auto index = static_cast<size_t>(block.role + 1);
    if (index >= roles_.size()) continue;
    OfRole& role = roles_[index];
    const Token& first = tokens.front();
    role.openers.push_back(first.lower);
    uint8_t forms = 0;
    for (const VerbReading& reading : VerbReadings(first.hash)) forms = static_cast<uint8_t>(forms | reading.forms);
    if ((forms & kPast) != 0 && (forms & kBase) == 0) ++role.past;
    if ((forms & (kBase | kThird)) != 0 && (forms & kPast) == 0) ++role.present;
  }
  shared_.spelling = uk > 0 ? Spelling::kUk : Spelling::kUs;
  shared_.final_stop = stops > no_stops;
  shared_.oxford_comma = oxford >= plain;
}

RewriteContext Voices::Of(int role) const {
  RewriteContext voice = shared_;
  const auto index = static_cast<size_t>(role + 1);
  if (index >= roles_.size()) return voice;
  voice.used_openers = roles_[index].openers;
  if (role >= 0) voice.current_role = document_.roles[static_cast<size_t>(role)].current;
  voice.present_tense = voice.current_role && roles_[index].present > roles_[index].past;
  return voice;
}

}  // namespace resumelint
