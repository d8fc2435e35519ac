#include "lint/voice.h"

#include <algorithm>

#include "language/tokens.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

/// +1 for a verb form that only UK spelling has, -1 for one that only US spelling has.
int SpellingEvidence(std::string_view word) {
  for (const VerbReading& reading : VerbReadings(word)) {
    for (const VerbForm form : {kBase, kThird, kPast, kParticiple, kGerund}) {
      if ((reading.forms & form) == 0) continue;
      const bool us = Inflect(reading.lemma, form, Spelling::kUs) == word;
      const bool uk = Inflect(reading.lemma, form, Spelling::kUk) == word;
      if (us != uk) return uk ? 1 : -1;
    }
  }
  return 0;
}

}  // namespace

RewriteContext VoiceOf(const Document& document, int role) {
  RewriteContext voice;
  int uk = 0;
  int stops = 0;
  int no_stops = 0;
  int oxford = 0;
  int plain = 0;
  int past = 0;
  int present = 0;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kBullet && block.kind != BlockKind::kParagraph) continue;
    const std::vector<Token> tokens = Tokenize(block.text.chars);
    if (tokens.empty()) continue;
    for (const Token& token : tokens) {
      if (token.kind == TokenKind::kWord) uk += SpellingEvidence(token.lower);
    }
    // "a, b, and c" against "a, b and c": a comma shortly before decides which list it is.
    for (size_t i = 2; i + 1 < tokens.size(); ++i) {
      if (tokens[i].lower != "and") continue;
      if (tokens[i - 1].lower == ",") {
        ++oxford;
      } else if (tokens[i - 2].lower == "," || (i > 3 && tokens[i - 3].lower == ",")) {
        ++plain;
      }
    }
    if (block.kind != BlockKind::kBullet) continue;
    ++(tokens.back().lower == "." ? stops : no_stops);
    if (block.role != role) continue;
    const std::string& first = tokens.front().lower;
    voice.used_openers.push_back(first);
    uint8_t forms = 0;
    for (const VerbReading& reading : VerbReadings(first)) forms = static_cast<uint8_t>(forms | reading.forms);
    if ((forms & kPast) != 0 && (forms & kBase) == 0) ++past;
    if ((forms & (kBase | kThird)) != 0 && (forms & kPast) == 0) ++present;
  }
  voice.spelling = uk > 0 ? Spelling::kUk : Spelling::kUs;
  voice.final_stop = stops > no_stops;
  voice.oxford_comma = oxford >= plain;
  if (role >= 0 && static_cast<size_t>(role) < document.roles.size()) {
    voice.current_role = document.roles[static_cast<size_t>(role)].current;
  }
  voice.present_tense = voice.current_role && present > past;
  return voice;
}

}  // namespace resumelint
