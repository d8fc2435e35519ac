#include "rewrite/pack.h"

#include "rules/pack.h"

namespace resumelint {

template <class Archive>
void Pack(Archive& archive, Opener& opener) {
  archive(opener.name, opener.agency, opener.phrases, opener.verb, opener.outcome, opener.noun,
          opener.finite, opener.person);
}

template <class Archive>
void Pack(Archive& archive, SegmentRule& rule) {
  archive(rule.after, rule.head, rule.not_head, rule.holds, rule.lacks, rule.verb, rule.number,
          rule.name, rule.year, rule.role);
}

template <class Archive>
void Pack(Archive& archive, TemplatePart& part) {
  archive(part.kind, part.text);
}

template <class Archive>
void Pack(Archive& archive, Template& one) {
  archive(one.variant, one.parts, one.least, one.most, one.when, one.unless, one.advice);
}

template <class Archive>
void Pack(Archive& archive, WorkKind& kind) {
  archive(kind.name, kind.holds, kind.effects);
}

template <class Archive>
void Pack(Archive& archive, RewriteClass& one) {
  archive(one.name, one.objects, one.deeds, one.verbs, one.own, one.people_verbs, one.with, one.drop,
          one.kind, one.nominal, one.question, one.keeps, one.templates);
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
  archive(rules.grammar, rules.openers, rules.segments, rules.nominals, rules.kinds, rules.classes);
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

RewriteRules BuiltinRewriteRules() { return UnpackRewrites(FindBuiltinImage().rewrites); }

}  // namespace resumelint
