#include "rewrite/pack.h"

#include "rules/pack.h"

namespace resumelint {

template <class Archive>
void Pack(Archive& archive, Opener& opener) {
  auto& [name, agency, phrases, verb, outcome, noun, finite, preamble, person] = opener;
  archive(name, agency, phrases, verb, outcome, noun, finite, preamble, person);
}

template <class Archive>
void Pack(Archive& archive, SegmentRule& rule) {
  auto& [after, head, not_head, holds, lacks, verb, number, name, year, role] = rule;
  archive(after, head, not_head, holds, lacks, verb, number, name, year, role);
}

template <class Archive>
void Pack(Archive& archive, TemplatePart& part) {
  auto& [kind, text] = part;
  archive(kind, text);
}

template <class Archive>
void Pack(Archive& archive, Template& one) {
  auto& [variant, parts, least, most, when, unless, advice] = one;
  archive(variant, parts, least, most, when, unless, advice);
}

template <class Archive>
void Pack(Archive& archive, WorkKind& kind) {
  auto& [name, holds, effects] = kind;
  archive(name, holds, effects);
}

template <class Archive>
void Pack(Archive& archive, RewriteClass& one) {
  auto& [name, objects, deeds, by, verbs, own, once, people_verbs, with, drop, kind, question, each, keeps, topics, stated, fallback, templates] = one;
  archive(name, objects, deeds, by, verbs, own, once, people_verbs, with, drop, kind, question, each, keeps, topics, stated, fallback, templates);
}

static void Pack(Packer& packer, Grammar& grammar) {
  packer.Size(packer.Block(&grammar, sizeof grammar));
}
static void Pack(Unpacker& unpacker, Grammar& grammar) {
  static_assert(std::is_trivially_copyable_v<Grammar>);
  std::memcpy(&grammar, unpacker.Block(unpacker.Size()), sizeof grammar);
}

template <class Archive>
void Pack(Archive& archive, RewriteRules& rules) {
  auto& [grammar, openers, segments, segment_starts, nominals, nominal_words, numerals, kinds, classes, rituals, retold, texts] = rules;
  (void)texts;
  archive(grammar, openers, segments, segment_starts, nominals, nominal_words, numerals, kinds, classes, rituals, retold);
}

template <class Archive>
void Pack(Archive& archive, AnswerCheck& check) {
  auto& [phrases, unless, needs_number, say] = check;
  archive(phrases, unless, needs_number, say);
}

template <class Archive>
void Pack(Archive& archive, SlotType& type) {
  auto& [name, question, figure, ladder, slots, checks] = type;
  archive(name, question, figure, ladder, slots, checks);
}

std::string PackSlots(SlotTypes slots) {
  Packer packer;
  packer(slots.types);
  return packer.Take();
}

SlotTypes UnpackSlots(const char* memory) {
  SlotTypes slots;
  Unpacker unpack(memory);
  unpack(slots.types);
  return slots;
}

std::string PackRewrites(RewriteRules rules) {
  Packer packer;
  packer(rules);
  return packer.Take();
}

RewriteRules UnpackRewrites(const char* memory) {
  RewriteRules rules;
  Unpacker unpack(memory);
  unpack(rules);
  return rules;
}

}  // namespace resumelint
