#include "rules/pack.h"

#include "language/lexicon_code.h"

namespace resumelint {

// Found by argument: they stand in the namespace of what they pack.

static void Pack(Packer& packer, Regex& regex) {
  std::string pattern = regex.pattern();
  packer(pattern);
}
static Regex Unpack(Unpacker& unpacker, Regex*) {
  std::string pattern;
  unpacker(pattern);
  return Regex(std::move(pattern));
}

template <class Archive>
void Pack(Archive& archive, Detector& detector) {
  archive(detector.name, detector.about, detector.phrases, detector.regexes, detector.any, detector.all,
          detector.none, detector.outside, detector.max_words);
}

template <class Archive>
void Pack(Archive& archive, Sense& sense) {
  archive(sense.about, sense.classes, sense.phrases);
}

template <class Archive>
void Pack(Archive& archive, Downgrade& downgrade) {
  archive(downgrade.detector, downgrade.to);
}

template <class Archive>
void Pack(Archive& archive, Parameter& parameter) {
  archive(parameter.name, parameter.value);
}

template <class Archive>
void Pack(Archive& archive, Rule& rule) {
  archive(rule.id, rule.title, rule.severity, rule.scopes, rule.phrases, rule.regexes, rule.check,
          rule.parameters, rule.of, rule.words, rule.against, rule.needs, rule.unless, rule.downgrade,
          rule.beats, rule.rewrite, rule.see, rule.why, rule.ask, rule.fix, rule.sources, rule.fires,
          rule.silent, rule.file, rule.line);
}

template <class Archive>
void Pack(Archive& archive, Profile::Change& change) {
  archive(change.rules, change.sets, change.severity, change.when);
}

template <class Archive>
void Pack(Archive& archive, Profile& profile) {
  archive(profile.name, profile.about, profile.titles, profile.changes);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms::SectionTerm& term) {
  archive(term.heading, term.kind);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms::LabelTerm& term) {
  archive(term.label, term.field);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms::KeyTerm& term) {
  archive(term.words, term.meaning);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms& terms) {
  archive(terms.sections, terms.sub_headings, terms.labels, terms.contact_labels, terms.title_words,
          terms.present, terms.months, terms.seasons, terms.range_words, terms.since_words,
          terms.employer_words, terms.organisation_words, terms.document_titles, terms.keys,
          terms.hidden_classes, terms.compound_starts, terms.compound_ends, terms.skipped_folders,
          terms.page_noise);
}

static void Pack(Packer& packer, Lexicon& lexicon) {
  packer.Size(packer.Block(&lexicon.code(), lexicon.code().bytes));
}
static void Pack(Unpacker& unpacker, Lexicon& lexicon) {
  lexicon = Lexicon::Of(reinterpret_cast<const LexiconCode*>(unpacker.Block(unpacker.Size())));
}

template <class Archive>
void Pack(Archive& archive, RuleSet& rules) {
  archive(rules.version, rules.lexicon, rules.fragments, rules.senses, rules.detectors, rules.rules,
          rules.profiles, rules.default_profile, rules.other_profile, rules.outline, rules.pack_classes);
}

std::string PackRules(RuleSet rules) {
  Packer packer;
  packer(rules);
  return packer.Take();
}

RuleSet UnpackRules(const char* memory) {
  RuleSet rules;
  Unpacker unpack(memory);
  unpack(rules);
  return rules;
}

RuleSet BuiltinRuleSet() { return UnpackRules(FindBuiltinImage().rules); }

}  // namespace resumelint
