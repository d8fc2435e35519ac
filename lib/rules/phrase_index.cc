#include "rules/phrase_index.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>
#include <string>

#include "language/phrase_code.h"

namespace resumelint {

PhraseIndex PhraseIndex::Build(std::span<const Sense> senses, std::span<const Detector> detectors,
                               std::span<const Rule> rules, size_t classes) {
  std::vector<uint32_t> owners;
  std::vector<std::vector<uint32_t>> by_class(classes);
  std::map<WordHash, std::vector<uint32_t>> by_word;
  std::vector<uint32_t> always;
  uint32_t number = 0;
  const auto add = [&](const std::vector<Phrase>& phrases) {
    owners.push_back(number);
    for (const Phrase& phrase : phrases) {
      const Phrase::Anchor anchor = phrase.anchor();
      for (const ClassId cls : anchor.classes) by_class[cls].push_back(number);
      for (const WordHash word : anchor.words) by_word[word].push_back(number);
      if (anchor.classes.empty() && anchor.words.empty()) always.push_back(number);
      ++number;
    }
  };
  for (const Sense& sense : senses) add(sense.phrases);
  for (const Detector& detector : detectors) add(detector.phrases);
  for (const Rule& rule : rules) add(rule.phrases);
  for (const Rule& rule : rules) add(rule.words);

  std::vector<PhraseIndexCode::Slot> slots(std::bit_ceil(by_word.size() * 2 + 1));
  std::vector<uint32_t> class_begins;
  std::vector<uint32_t> numbers;
  const auto put = [&](std::vector<uint32_t>& list) {
    list.erase(std::unique(list.begin(), list.end()), list.end());
    numbers.insert(numbers.end(), list.begin(), list.end());
    return static_cast<uint32_t>(list.size());
  };
  for (std::vector<uint32_t>& list : by_class) {
    class_begins.push_back(static_cast<uint32_t>(numbers.size()));
    put(list);
  }
  class_begins.push_back(static_cast<uint32_t>(numbers.size()));
  for (auto& [word, list] : by_word) {
    size_t at = word & (slots.size() - 1);
    while (slots[at].count != 0) at = (at + 1) & (slots.size() - 1);
    slots[at].word = word;
    slots[at].first = static_cast<uint32_t>(numbers.size());
    slots[at].count = put(list);
  }
  put(always);

  PhraseIndexCode head;
  head.phrases = number;
  head.senses = static_cast<uint32_t>(senses.size());
  head.detectors = static_cast<uint32_t>(detectors.size());
  head.rules = static_cast<uint32_t>(rules.size());
  head.slots = static_cast<uint32_t>(slots.size());
  head.classes = static_cast<uint32_t>(classes);
  head.always = static_cast<uint32_t>(always.size());
  head.numbers = static_cast<uint32_t>(numbers.size());
  std::string bytes(sizeof head, '\0');
  const auto append = [&](const auto& list) {
    bytes.append(reinterpret_cast<const char*>(list.data()), list.size() * sizeof list[0]);
  };
  append(slots);
  append(owners);
  append(class_begins);
  append(numbers);
  bytes.resize((bytes.size() + 7) / 8 * 8);
  head.bytes = static_cast<uint32_t>(bytes.size());
  std::memcpy(bytes.data(), &head, sizeof head);
  const std::shared_ptr<uint64_t[]> memory(new uint64_t[bytes.size() / 8]);
  std::memcpy(memory.get(), bytes.data(), bytes.size());
  return PhraseIndex({memory, reinterpret_cast<const PhraseIndexCode*>(memory.get())});
}

PhraseIndex PhraseIndex::Of(const PhraseIndexCode* code) { return PhraseIndex({std::shared_ptr<void>(), code}); }

uint32_t PhraseIndex::First(size_t owner) const { return code_ == nullptr ? 0 : code_->Owners()[owner]; }

uint32_t PhraseIndex::OfSense(size_t sense) const { return First(sense); }

uint32_t PhraseIndex::OfDetector(size_t detector) const {
  return code_ == nullptr ? 0 : First(code_->senses + detector);
}

uint32_t PhraseIndex::OfRule(size_t rule) const {
  return code_ == nullptr ? 0 : First(size_t{code_->senses} + code_->detectors + rule);
}

uint32_t PhraseIndex::OfWords(size_t rule) const {
  return code_ == nullptr ? 0 : First(size_t{code_->senses} + code_->detectors + code_->rules + rule);
}

void PhraseIndex::Candidates(const SentenceIndex& sentence, std::vector<uint64_t>& bits) const {
  if (code_ == nullptr) {
    bits.clear();
    return;
  }
  bits.assign(code_->phrases / 64 + 1, 0);
  const uint32_t* const numbers = code_->Numbers().data();
  const auto set = [&](uint32_t begin, uint32_t end) {
    for (uint32_t i = begin; i < end; ++i) bits[numbers[i] / 64] |= uint64_t{1} << (numbers[i] % 64);
  };
  const auto begins = code_->ClassBegins();
  for (const ClassId cls : sentence.classes()) set(begins[cls], begins[cls + 1u]);
  const auto slots = code_->Slots();
  const size_t mask = slots.size() - 1;
  for (const WordHash word : sentence.words()) {
    size_t at = word & mask;
    while (slots[at].count != 0 && slots[at].word != word) at = (at + 1) & mask;
    set(slots[at].first, slots[at].first + slots[at].count);
  }
  set(code_->numbers - code_->always, code_->numbers);
}

}  // namespace resumelint
