// Lexicons from their entries: inflections, compounds, classes that include others, laid out as the
// tables that lexicon.cc looks words up in.

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <map>

#include "language/lexicon.h"
#include "language/lexicon_code.h"
#include "language/verbs.h"

namespace resumelint {

namespace {

constexpr std::array<VerbForm, 5> kForms = {kBase, kThird, kPast, kParticiple, kGerund};

struct Form {
  std::vector<WordHash> rest;
  std::string exact;  // the whole spelling with its case, when case matters
  ClassId cls = kNoClass;
  uint8_t forms = 0;
};

struct TypoForm {
  std::string word;
  uint32_t entry = 0;
};

}  // namespace

/// Gathers the words of a new lexicon or, given one to go on from, those first words to which
/// something is added.
class LexiconBuilder {
 public:
  explicit LexiconBuilder(const Lexicon* base) : base_(base) {
    if (base_ == nullptr || base_->base_ == nullptr) {
      base_ = nullptr;
      return;
    }
    const LexiconCode& code = *base_->names();
    for (const LexiconCode::Class& one : code.Classes()) {
      names_.emplace_back(code.Letters(one.name));
      kinds_.push_back(static_cast<ClassKind>(one.kind));
      const auto ids = code.Includes().subspan(one.includes, one.include_count);
      includes_.emplace_back(ids.begin(), ids.end());
    }
    old_classes_ = names_.size();
    old_includes_ = includes_;
    for (const LexiconCode::Typo& one : code.Typos()) {
      TypoEntry& entry = typos_.emplace_back();
      entry.word = code.Letters(one.word);
      for (const LexiconCode::Name& near : code.Names().subspan(one.not_when, one.not_when_count)) {
        entry.not_when.emplace_back(code.Letters(near));
      }
    }
    if (base_->extra_ == nullptr) return;
    for (const LexiconCode::Slot& slot : base_->extra_->Slots()) {
      if (slot.count != 0) by_first_word_[slot.word] = FormsOf(*base_->extra_, slot);
    }
  }

  std::shared_ptr<const LexiconCode> Build(const std::vector<ClassEntry>& classes,
                                           const std::vector<TypoEntry>& typos) {
    std::vector<std::vector<const ClassEntry*>> entries;
    for (const ClassEntry& entry : classes) {
      const size_t id = IdOf(entry);
      entries.resize(std::max(entries.size(), id + 1));
      entries[id].push_back(&entry);
    }
    entries.resize(names_.size());
    for (const ClassEntry& entry : classes) {
      std::vector<ClassId>& ids = includes_[IdOf(entry)];
      for (const std::string& name : entry.includes) {
        const auto found = std::find(names_.begin(), names_.end(), name);
        if (found != names_.end()) ids.push_back(static_cast<ClassId>(found - names_.begin()));
      }
    }
    for (size_t cls = 0; cls < names_.size(); ++cls) {
      // A class holds its own words and those of all it includes, however deep.
      std::vector<bool> had(old_classes_);
      if (cls < old_classes_) {
        for (const size_t one : Closure(cls, old_includes_)) had[one] = true;
      }
      for (const size_t one : Closure(cls, includes_)) {
        for (const ClassEntry* entry : entries[one]) AddEntryWords(*entry, static_cast<ClassId>(cls));
        if (one < old_classes_ && !had[one]) CopyWords(static_cast<ClassId>(one), static_cast<ClassId>(cls));
      }
    }
    typos_.insert(typos_.end(), typos.begin(), typos.end());
    FindTypoForms();
    return Lay();
  }

 private:
  size_t IdOf(const ClassEntry& entry) {
    const auto found = std::find(names_.begin(), names_.end(), entry.name);
    if (found != names_.end()) return static_cast<size_t>(found - names_.begin());
    names_.push_back(entry.name);
    kinds_.push_back(entry.kind);
    includes_.emplace_back();
    return names_.size() - 1;
  }

  static std::vector<size_t> Closure(size_t cls, const std::vector<std::vector<ClassId>>& includes) {
    std::vector<size_t> out;
    std::vector<size_t> todo = {cls};
    std::vector<bool> seen(includes.size());
    while (!todo.empty()) {
      const size_t at = todo.back();
      todo.pop_back();
      if (seen[at]) continue;
      seen[at] = true;
      out.push_back(at);
      todo.insert(todo.end(), includes[at].begin(), includes[at].end());
    }
    return out;
  }

  void AddEntryWords(const ClassEntry& entry, ClassId cls) {
    for (const std::string& word : entry.words) {
      switch (entry.kind) {
        case ClassKind::kWords:
          Add(word, cls, 0, false);
          break;
        case ClassKind::kNouns:
          Add(word, cls, 0, false);
          Add(Plural(word), cls, 0, false);
          break;
        case ClassKind::kVerbs:
          for (const VerbForm form : kForms) {
            for (const std::string& spelling : AllSpellings(word, form)) Add(spelling, cls, form, false);
          }
          break;
      }
    }
    for (const std::string& word : entry.nominal) {
      Add(word, cls, kNominal, false);
      Add(Plural(word), cls, kNominal, false);
    }
    for (const std::string& word : entry.exact) Add(word, cls, 0, true);
  }

  /// The words of an entry are split as the tokeniser splits texts.
  void Add(std::string_view spelling, ClassId cls, uint8_t forms, bool exact) {
    const std::vector<Token> tokens = Tokenize(spelling);
    if (tokens.empty()) return;
    Form form;
    form.cls = cls;
    form.forms = forms;
    // A compound written with a hyphen may be closed ("stand-up": standup), any may be open.
    if (!exact && tokens.size() == 2 && tokens[1].hyphen_before) {
      Put(HashOf(tokens[0].lower + tokens[1].lower), form);
    }
    if (exact) form.exact = spelling;
    for (size_t i = 1; i < tokens.size(); ++i) form.rest.push_back(tokens[i].hash);
    Put(tokens[0].hash, std::move(form));
  }

  void CopyWords(ClassId from, ClassId to) {
    const auto copy = [&](WordHash first, std::vector<Form> forms) {
      for (Form& form : forms) {
        if (form.cls != from) continue;
        form.cls = to;
        Put(first, std::move(form));
      }
    };
    for (const LexiconCode::Slot& slot : base_->base_->Slots()) {
      if (slot.count != 0 && !by_first_word_.contains(slot.word)) copy(slot.word, FormsOf(*base_->base_, slot));
    }
    std::vector<WordHash> changed;
    for (const auto& [first, forms] : by_first_word_) changed.push_back(first);
    for (const WordHash first : changed) copy(first, by_first_word_[first]);
  }

  static std::vector<Form> FormsOf(const LexiconCode& code, const LexiconCode::Slot& slot) {
    std::vector<Form> out;
    for (const LexiconCode::Form& one : code.Forms().subspan(slot.first, slot.count)) {
      const auto rest = code.Rests().subspan(one.rest, one.rest_count);
      out.push_back({{rest.begin(), rest.end()},
                     std::string(code.Letters({one.exact, one.exact_size})),
                     one.cls,
                     one.forms});
    }
    // As Put keeps them.
    std::stable_sort(out.begin(), out.end(), [](const Form& a, const Form& b) { return a.cls < b.cls; });
    return out;
  }

  void Put(WordHash first, Form form) {
    const auto [at, is_new] = by_first_word_.try_emplace(first);
    std::vector<Form>& known = at->second;
    if (is_new && base_ != nullptr) {
      const LexiconCode::Slot* slot = base_->base_->Find(first);
      if (slot != nullptr) known = FormsOf(*base_->base_, *slot);
    }
    for (Form& one : known) {
      if (one.cls == form.cls && one.rest == form.rest && one.exact.empty() == form.exact.empty()) {
        one.forms |= form.forms;
        return;
      }
    }
    // By class, so that words which come later stand where they would have stood at once.
    const auto place = std::upper_bound(known.begin(), known.end(), form.cls,
                                        [](ClassId cls, const Form& one) { return cls < one.cls; });
    known.insert(place, std::move(form));
  }

  void FindTypoForms() {
    for (size_t i = 0; i < typos_.size(); ++i) {
      const TypoEntry& typo = typos_[i];
      std::vector<std::string> spellings = {typo.word, Plural(typo.word)};
      if (!VerbReadings(typo.word).empty()) {
        for (const VerbForm form : kForms) {
          for (std::string& spelling : AllSpellings(typo.word, form)) spellings.push_back(std::move(spelling));
        }
      }
      for (std::string& spelling : spellings) {
        const bool known = std::any_of(typo_forms_.begin(), typo_forms_.end(),
                                       [&](const TypoForm& form) { return form.word == spelling; });
        if (!known && !spelling.empty()) typo_forms_.push_back({std::move(spelling), static_cast<uint32_t>(i)});
      }
    }
    std::sort(typo_forms_.begin(), typo_forms_.end(),
              [](const TypoForm& a, const TypoForm& b) { return a.word < b.word; });
  }

  // ---- layout

  LexiconCode::Name Letters(std::string_view text) {
    const LexiconCode::Name name{static_cast<uint32_t>(letters_.size()), static_cast<uint32_t>(text.size())};
    letters_ += text;
    return name;
  }

  template <class T>
  void Part(LexiconCode::Part& part, const T& items) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    part.at = static_cast<uint32_t>(bytes_.size());
    part.count = static_cast<uint32_t>(items.size());
    bytes_.append(reinterpret_cast<const char*>(items.data()), items.size() * sizeof items[0]);
  }

  std::shared_ptr<const LexiconCode> Lay() {
    std::vector<LexiconCode::Slot> slots(by_first_word_.empty() ? 0 : std::bit_ceil(by_first_word_.size() * 2));
    std::vector<LexiconCode::Form> forms;
    std::vector<WordHash> rests;
    for (const auto& [word, known] : by_first_word_) {
      size_t at = word & (slots.size() - 1);
      while (slots[at].count != 0) at = (at + 1) & (slots.size() - 1);
      slots[at] = {word, static_cast<uint32_t>(forms.size()), static_cast<uint32_t>(known.size())};
      std::vector<Form> ordered = known;
      std::stable_sort(ordered.begin(), ordered.end(), [](const Form& a, const Form& b) {
        return a.rest.size() != b.rest.size() ? a.rest.size() > b.rest.size() : a.rest < b.rest;
      });
      LexiconCode::Follow follow;
      for (const Form& form : ordered) {
        if (form.rest.empty()) break;
        ++follow.longer;
        follow.words |= LexiconCode::FollowBit(form.rest.front());
      }
      if (follow.longer > 0) rests.insert(rests.end(), {follow.longer, follow.words});
      for (size_t i = 0; i < ordered.size(); ++i) {
        const Form& form = ordered[i];
        const auto other = std::find_if(ordered.begin() + static_cast<std::ptrdiff_t>(i), ordered.end(),
                                        [&](const Form& next) { return next.rest != form.rest; });
        LexiconCode::Form& one = forms.emplace_back();
        one.rest = static_cast<uint32_t>(rests.size());
        one.rest_count = static_cast<uint8_t>(form.rest.size());
        one.cls = form.cls;
        one.forms = form.forms;
        one.alike = static_cast<uint16_t>(other - ordered.begin() - static_cast<std::ptrdiff_t>(i));
        if (!form.exact.empty()) {
          const LexiconCode::Name exact = Letters(form.exact);
          one.exact = exact.at;
          one.exact_size = static_cast<uint16_t>(exact.size);
        }
        rests.insert(rests.end(), form.rest.begin(), form.rest.end());
      }
    }
    std::vector<LexiconCode::Class> classes;
    std::vector<ClassId> includes;
    std::vector<ClassId> by_name;
    for (size_t i = 0; i < names_.size(); ++i) {
      classes.push_back({Letters(names_[i]), static_cast<uint32_t>(kinds_[i]),
                         static_cast<uint32_t>(includes.size()), static_cast<uint32_t>(includes_[i].size())});
      includes.insert(includes.end(), includes_[i].begin(), includes_[i].end());
      by_name.push_back(static_cast<ClassId>(i));
    }
    std::sort(by_name.begin(), by_name.end(), [&](ClassId a, ClassId b) { return names_[a] < names_[b]; });
    std::vector<LexiconCode::TypoForm> typo_forms;
    for (const TypoForm& form : typo_forms_) {
      typo_forms.push_back({Letters(form.word), LetterSet(form.word), form.entry});
    }
    std::vector<LexiconCode::Typo> typos;
    std::vector<LexiconCode::Name> near;
    for (const TypoEntry& entry : typos_) {
      typos.push_back({Letters(entry.word), static_cast<uint32_t>(near.size()), static_cast<uint32_t>(entry.not_when.size())});
      for (const std::string& word : entry.not_when) near.push_back(Letters(word));
    }
    LexiconCode head;
    bytes_.assign(sizeof head, '\0');
    Part(head.slots, slots);
    Part(head.rests, rests);
    Part(head.forms, forms);
    Part(head.classes, classes);
    Part(head.includes, includes);
    Part(head.by_name, by_name);
    Part(head.typo_forms, typo_forms);
    Part(head.typos, typos);
    Part(head.names, near);
    Part(head.letters, letters_);
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    head.bytes = static_cast<uint32_t>(bytes_.size());
    std::memcpy(bytes_.data(), &head, sizeof head);
    const std::shared_ptr<uint64_t[]> memory(new uint64_t[bytes_.size() / 8]);
    std::memcpy(memory.get(), bytes_.data(), bytes_.size());
    return {memory, reinterpret_cast<const LexiconCode*>(memory.get())};
  }

  const Lexicon* base_;
  size_t old_classes_ = 0;
  std::vector<std::string> names_;
  std::vector<ClassKind> kinds_;
  std::vector<std::vector<ClassId>> includes_;
  std::vector<std::vector<ClassId>> old_includes_;
  std::map<WordHash, std::vector<Form>> by_first_word_;
  std::vector<TypoEntry> typos_;
  std::vector<TypoForm> typo_forms_;
  std::string letters_;
  std::string bytes_;
};

Lexicon Lexicon::Build(const std::vector<ClassEntry>& classes, const std::vector<TypoEntry>& typos) {
  return Lexicon(LexiconBuilder(nullptr).Build(classes, typos), nullptr);
}

Lexicon Lexicon::With(const std::vector<ClassEntry>& classes, const std::vector<TypoEntry>& typos) const {
  if (base_ == nullptr) return Build(classes, typos);
  if (classes.empty() && typos.empty()) return *this;
  std::shared_ptr<const LexiconCode> extra = LexiconBuilder(this).Build(classes, typos);
  return Lexicon(base_, std::move(extra));
}

}  // namespace resumelint
