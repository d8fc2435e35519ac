#include "lint/voice.h"

#include "language/tokens.h"
#include "language/verbs.h"

namespace resumelint {

void Voices::Add(const Block& block, std::span<const Token> tokens) {
  if ((block.kind != BlockKind::kBullet && block.kind != BlockKind::kParagraph) || tokens.empty()) return;
  for (const Token& token : tokens) {
    if (token.kind == TokenKind::kWord) uk_ += SpellingEvidence(token.hash);
  }
  // "a, b, and c" against "a, b and c": a comma shortly before decides which list it is.
  for (size_t i = 2; i + 1 < tokens.size(); ++i) {
    if (!tokens[i].Is("and")) continue;
    if (tokens[i - 1].Is(",")) {
      ++oxford_;
    } else if (tokens[i - 2].Is(",") || (i > 3 && tokens[i - 3].Is(","))) {
      ++plain_;
    }
  }
  if (block.kind != BlockKind::kBullet) return;
  ++(tokens.back().Is(".") ? stops_ : no_stops_);
  const auto index = static_cast<size_t>(block.role + 1);
  if (index >= roles_.size()) return;
  OfRole& role = roles_[index];
  const Token& first = tokens.front();
  role.openers.push_back(first.hash);
  const uint8_t forms = VerbForms(first.hash);
  if ((forms & kPast) != 0 && (forms & kBase) == 0) ++role.past;
  if ((forms & (kBase | kThird)) != 0 && (forms & kPast) == 0) ++role.present;
}

RewriteContext Voices::Of(int role) const {
  RewriteContext voice;
  voice.spelling = uk_ > 0 ? Spelling::kUk : Spelling::kUs;
  voice.final_stop = stops_ > no_stops_;
  voice.oxford_comma = oxford_ >= plain_;
  const auto index = static_cast<size_t>(role + 1);
  if (index >= roles_.size()) return voice;
  voice.used_openers = roles_[index].openers;
  if (role >= 0) voice.current_role = document_roles_[static_cast<size_t>(role)].current;
  voice.present_tense = voice.current_role && roles_[index].present > roles_[index].past;
  return voice;
}

}  // namespace resumelint
