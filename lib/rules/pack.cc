#include "rules/pack.h"

#include "language/lexicon_code.h"

namespace resumelint {

// Each takes its struct apart by a structured binding: a member that is added and not packed is an error
// of the compiler.

static void Pack(Packer& packer, Regex& regex) {
  std::string_view pattern = regex.pattern();
  packer(pattern);
  packer.Size(regex.needs().size());
  packer.Size(packer.Block(regex.needs().data(), regex.needs().size_bytes()));
}
static Regex Unpack(Unpacker& unpacker, Regex*) {
  static_assert(std::is_trivially_copyable_v<ByteSet>);
  std::string_view pattern;
  unpacker(pattern);
  const size_t count = unpacker.Size();
  return Regex(pattern, {reinterpret_cast<const ByteSet*>(unpacker.Block(unpacker.Size())), count});
}

template <class Archive>
void Pack(Archive& archive, Detector& detector) {
  auto& [name, about, phrases, regexes, any, all, none, outside, max_words] = detector;
  archive(name, about, phrases, regexes, any, all, none, outside, max_words);
}

template <class Archive>
void Pack(Archive& archive, Sense& sense) {
  auto& [about, classes, phrases] = sense;
  archive(about, classes, phrases);
}

static void Pack(Packer& packer, Replacement& replacement) {
  Pack(packer, replacement.phrase);
  packer(replacement.text);
}
static Replacement Unpack(Unpacker& unpacker, Replacement*) {
  Replacement replacement{Unpack(unpacker, static_cast<Phrase*>(nullptr)), {}};
  unpacker(replacement.text);
  return replacement;
}

template <class Archive>
void Pack(Archive& archive, Downgrade& downgrade) {
  auto& [detector, to] = downgrade;
  archive(detector, to);
}

template <class Archive>
void Pack(Archive& archive, Parameter& parameter) {
  auto& [name, value] = parameter;
  archive(name, value);
}

template <class Archive>
void Pack(Archive& archive, Rule& rule) {
  auto& [id, title, severity, scopes, phrases, regexes, check, parameters, of, words, against, needs, unless, downgrade, beats, rewrite, see, why, ask, replace, fix, sources, fires, silent, file, line] = rule;
  archive(id, title, severity, scopes, phrases, regexes, check, parameters, of, words, against, needs, unless, downgrade, beats, rewrite, see, why, ask, replace, fix, sources, fires, silent, file, line);
}

template <class Archive>
void Pack(Archive& archive, Profile::Change& change) {
  auto& [rules, sets, severity, when] = change;
  archive(rules, sets, severity, when);
}

template <class Archive>
void Pack(Archive& archive, Profile& profile) {
  auto& [name, about, titles, changes] = profile;
  archive(name, about, titles, changes);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms::SectionTerm& term) {
  auto& [heading, kind] = term;
  archive(heading, kind);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms::LabelTerm& term) {
  auto& [label, field] = term;
  archive(label, field);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms::KeyTerm& term) {
  auto& [words, meaning] = term;
  archive(words, meaning);
}

template <class Archive>
void Pack(Archive& archive, OutlineTerms& terms) {
  auto& [sections, sub_headings, labels, contact_labels, title_words, present, months, seasons, range_words, since_words, employer_words, organisation_words, document_titles, keys, hidden_classes, compound_starts, compound_ends, skipped_folders, page_noise, texts] = terms;
  (void)texts;
  archive(sections, sub_headings, labels, contact_labels, title_words, present, months, seasons, range_words, since_words, employer_words, organisation_words, document_titles, keys, hidden_classes, compound_starts, compound_ends, skipped_folders, page_noise);
}

static void Pack(Packer& packer, Lexicon& lexicon) {
  packer.Size(packer.Block(&lexicon.code(), lexicon.code().bytes));
}
static void Pack(Unpacker& unpacker, Lexicon& lexicon) {
  lexicon = Lexicon::Of(reinterpret_cast<const LexiconCode*>(unpacker.Block(unpacker.Size())));
}

static void Pack(Packer& packer, PhraseIndex& index) {
  packer.Size(packer.Block(&index.code(), index.code().bytes));
}
static void Pack(Unpacker& unpacker, PhraseIndex& index) {
  index = PhraseIndex::Of(reinterpret_cast<const PhraseIndexCode*>(unpacker.Block(unpacker.Size())));
}

template <class Archive>
void Pack(Archive& archive, RuleSet& set) {
  auto& [version, lexicon, fragments, senses, detectors, rules, profiles, default_profile, other_profile, outline, pack_classes, phrases, texts] = set;
  (void)texts;
  archive(version, lexicon, fragments, senses, detectors, rules, profiles, default_profile, other_profile, outline, pack_classes, phrases);
}

std::string PackRules(RuleSet rules) {
  Packer packer;
  packer(rules);
  return packer.Take();
}

std::string_view UnpackVersion(const char* memory) {
  std::string_view version;  // the first member
  Unpacker unpack(memory);
  unpack(version);
  return version;
}

RuleSet UnpackRules(const char* memory) {
  RuleSet rules;
  Unpacker unpack(memory);
  unpack(rules);
  return rules;
}

}  // namespace resumelint
