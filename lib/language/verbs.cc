#include "language/verbs.h"

#include <algorithm>
#include <functional>
#include <set>

#include "language/verb_forms.h"

namespace resumelint {

namespace {

#include "language/verb_table.inc"

// Flags of kVerbs. All tables are text in the read-only segment: nothing is built at start-up.
constexpr int kDoubles = 1;
constexpr int kDoublesUk = 2;
constexpr int kIseUk = 4;
constexpr int kIrregular = 8;
constexpr int kAlsoDoubled = 16;

constexpr VerbForm kForms[] = {kBase, kThird, kPast, kParticiple, kGerund};

bool IsKeyChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '/';
}

/// What stands after the key of a row, without the blank that ends the row; nullptr data if no row.
std::string_view FindRow(std::string_view table, std::string_view key,
                         std::string_view* stored = nullptr) {
  size_t low = 0;
  size_t high = table.size();
  while (low < high) {
    size_t row = low + (high - low) / 2;
    const size_t blank = table.rfind(' ', row == 0 ? 0 : row - 1);
    row = row == 0 || blank == std::string_view::npos || blank < low ? low : blank + 1;
    const size_t end = table.find(' ', row);
    size_t key_end = row;
    while (IsKeyChar(table[key_end])) ++key_end;
    const std::string_view found = table.substr(row, key_end - row);
    const int order = key.compare(found);
    if (order == 0) {
      if (stored != nullptr) *stored = found;
      return table.substr(key_end, end - key_end);
    }
    if (order < 0) {
      high = row;
    } else {
      low = end + 1;
    }
  }
  return {};
}

/// The piece of `list` before the next `separator`, which is taken off.
std::string_view TakeField(std::string_view& list, char separator) {
  const size_t at = list.find(separator);
  const std::string_view field = list.substr(0, at);
  list = at == std::string_view::npos ? std::string_view{} : list.substr(at + 1);
  return field;
}

/// Flags of a lemma in US spelling; -1 if the table doesn't have it.
int Flags(std::string_view lemma, std::string_view* stored = nullptr) {
  const std::string_view row = FindRow(kVerbs, lemma, stored);
  return row.empty() ? -1 : row[0] - '0';
}

bool IsVowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

bool EndsWith(std::string_view word, std::string_view end) {
  return word.size() >= end.size() && word.substr(word.size() - end.size()) == end;
}

std::string Doubled(std::string_view lemma) {
  return std::string(lemma) + (lemma.back() == 'c' ? 'k' : lemma.back());
}

bool YAfterConsonant(std::string_view lemma) {
  return lemma.size() > 1 && lemma.back() == 'y' && !IsVowel(lemma[lemma.size() - 2]);
}

std::string RegularThird(std::string_view lemma, bool doubles) {
  const char last = lemma.back();
  if (doubles && last == 'z') return Doubled(lemma) + "es";
  if (YAfterConsonant(lemma)) return std::string(lemma.substr(0, lemma.size() - 1)) + "ies";
  const bool hisses =
      last == 's' || last == 'x' || last == 'z' || EndsWith(lemma, "ch") || EndsWith(lemma, "sh");
  const bool o_after_consonant =
      last == 'o' && lemma.size() > 1 && !IsVowel(lemma[lemma.size() - 2]);
  return std::string(lemma) + (hisses || o_after_consonant ? "es" : "s");
}

std::string RegularPast(std::string_view lemma, bool doubles) {
  if (lemma.back() == 'e') return std::string(lemma) + "d";
  if (YAfterConsonant(lemma)) return std::string(lemma.substr(0, lemma.size() - 1)) + "ied";
  return (doubles ? Doubled(lemma) : std::string(lemma)) + "ed";
}

std::string RegularGerund(std::string_view lemma, bool doubles) {
  if (EndsWith(lemma, "ie") && lemma.size() > 2) {
    return std::string(lemma.substr(0, lemma.size() - 2)) + "ying";
  }
  const bool keeps_e = EndsWith(lemma, "ee") || EndsWith(lemma, "oe") || EndsWith(lemma, "ye") ||
                       lemma == "be" || lemma == "singe" || lemma == "tinge" || lemma == "binge";
  if (lemma.back() == 'e' && !keeps_e)
    return std::string(lemma.substr(0, lemma.size() - 1)) + "ing";
  return (doubles ? Doubled(lemma) : std::string(lemma)) + "ing";
}

/// For a verb outside the table: "grok" is one syllable that ends consonant, vowel, consonant.
bool LooksDoubling(std::string_view lemma) {
  if (lemma.size() < 3 || std::count_if(lemma.begin(), lemma.end(), IsVowel) != 1) return false;
  const char last = lemma.back();
  return IsVowel(lemma[lemma.size() - 2]) && !IsVowel(last) && last != 'w' && last != 'x' &&
         last != 'y' && !IsVowel(lemma[lemma.size() - 3]);
}

/// The lemma as a document in UK spelling has it.
std::string UkLemma(std::string_view lemma, int flags) {
  if (const std::string_view row = FindRow(kUkLemmas, lemma); !row.empty())
    return std::string(row.substr(1));
  std::string uk(lemma);
  if (flags >= 0 && (flags & kIseUk) != 0) uk[uk.size() - 2] = 's';
  return uk;
}

/// All spellings of a form of one word, the preferred one first.
std::vector<std::string> Spellings(std::string_view lemma, VerbForm form, Spelling spelling) {
  const int known = Flags(lemma);
  const int flags = known >= 0 ? known : LooksDoubling(lemma) ? kDoubles : 0;
  if (lemma == "be") {
    return form == kThird  ? std::vector<std::string>{"is"}
           : form == kPast ? std::vector<std::string>{"was", "were"}
                           : std::vector<std::string>{form == kBase     ? "be"
                                                      : form == kGerund ? "being"
                                                                        : "been"};
  }
  if (lemma == "have" && form == kThird) return {"has"};
  const std::string word = spelling == Spelling::kUk ? UkLemma(lemma, known) : std::string(lemma);
  if (form == kBase) return {word};
  if ((flags & kIrregular) != 0 && (form == kPast || form == kParticiple)) {
    std::string_view cells = FindRow(kIrregulars, lemma).substr(1);
    std::string_view past = TakeField(cells, ',');
    std::string_view participle = TakeField(cells, ',');
    if (spelling == Spelling::kUk && !cells.empty()) {
      past = TakeField(cells, ',');
      participle = TakeField(cells, ',');
    }
    std::string_view cell = form == kPast ? past : participle;
    std::vector<std::string> out;
    while (!cell.empty()) out.emplace_back(TakeField(cell, '/'));
    return out;
  }
  // "enroll", "enrol": the UK lemma in one l doubles it, the US one has two already.
  const bool respelt_l = word != lemma && word.back() == 'l' && lemma.back() == 'l';
  const bool doubles = (flags & kDoubles) != 0 ||
                       (spelling == Spelling::kUk && (flags & kDoublesUk) != 0) || respelt_l;
  // "programme", "catalogue": rules of the US lemma's last letter don't hold.
  const bool changed_end = word.back() != lemma.back();
  const auto regular = [&](bool twice) {
    twice = twice && !changed_end;
    return form == kThird    ? RegularThird(word, twice && !respelt_l)
           : form == kGerund ? RegularGerund(word, twice)
                             : RegularPast(word, twice);
  };
  std::vector<std::string> out{regular(doubles)};
  if ((flags & kAlsoDoubled) != 0 && form != kThird) out.push_back(regular(true));
  return out;
}

/// Adds `candidate`, a lemma in either spelling, if one of its forms is `word`.
void TryLemma(VerbReadingList& readings, std::string_view word,
              const std::string& candidate) {
  std::string us = candidate;
  if (const std::string_view row = FindRow(kUsLemmas, candidate); !row.empty()) {
    us = std::string(row.substr(1));
  } else if (EndsWith(candidate, "ise") && Flags(candidate) < 0) {
    us[us.size() - 2] = 'z';
  }
  std::string_view lemma;
  if (Flags(us, &lemma) < 0) return;
  uint8_t forms = 0;
  for (const VerbForm form : kForms) {
    for (const Spelling spelling : {Spelling::kUs, Spelling::kUk}) {
      for (const std::string& spelt : Spellings(us, form, spelling)) {
        if (spelt == word) forms |= form;
      }
    }
  }
  readings.Add(lemma, forms);
}

/// Splits "break down" or "fine-tune" into the part that inflects and what stands around it.
struct Parts {
  std::string_view before;
  std::string_view verb;
  std::string_view after;
};

Parts InflectedPart(std::string_view lemma) {
  const size_t blank = lemma.find(' ');
  std::string_view head = lemma.substr(0, blank);
  Parts parts{{}, head, blank == std::string_view::npos ? std::string_view{} : lemma.substr(blank)};
  if (Flags(head) < 0) {
    if (const size_t hyphen = head.rfind('-');
        hyphen != std::string_view::npos && hyphen + 1 < head.size()) {
      parts.before = head.substr(0, hyphen + 1);
      parts.verb = head.substr(hyphen + 1);
    }
  }
  return parts;
}

std::string Around(const Parts& parts, const std::string& verb) {
  return std::string(parts.before) + verb + std::string(parts.after);
}

}  // namespace

void VerbReadingList::Add(std::string_view lemma, uint8_t forms) {
  if (forms == 0) return;
  for (size_t i = 0; i < size_; ++i) {
    if (readings_[i].lemma == lemma) {
      readings_[i].forms = static_cast<uint8_t>(readings_[i].forms | forms);
      return;
    }
  }
  if (size_ < readings_.size()) readings_[size_++] = {lemma, forms};
}

VerbReadingList DeriveVerbReadings(std::string_view lower) {
  VerbReadingList readings;
  if (lower.empty() || lower.size() > 40) return readings;
  std::string_view row = FindRow(kIrregularForms, lower);
  if (!row.empty()) row.remove_prefix(1);
  while (!row.empty()) {
    const std::string_view lemma = TakeField(row, ',');
    uint8_t forms = 0;
    for (const char digit : TakeField(row, ','))
      forms = static_cast<uint8_t>(forms * 10 + (digit - '0'));
    std::string_view stored = lemma;
    Flags(lemma, &stored);
    readings.Add(stored, forms);
  }
  const std::string word(lower);
  const auto without = [&](size_t n) { return word.substr(0, word.size() - n); };
  TryLemma(readings, word, word);
  const size_t size = word.size();
  if (size > 3 && EndsWith(word, "ies")) TryLemma(readings, word, without(3) + "y");
  if (size > 2 && EndsWith(word, "s")) TryLemma(readings, word, without(1));
  if (size > 3 && EndsWith(word, "es")) TryLemma(readings, word, without(2));
  if (size > 5 && EndsWith(word, "zzes")) TryLemma(readings, word, without(3));
  if (size > 4 && EndsWith(word, "ied")) TryLemma(readings, word, without(3) + "y");
  if (size > 3 && EndsWith(word, "ed")) {
    TryLemma(readings, word, without(1));
    TryLemma(readings, word, without(2));
    if (size > 5 && (word[size - 3] == word[size - 4] || word[size - 3] == 'k'))
      TryLemma(readings, word, without(3));
  }
  if (size > 4 && EndsWith(word, "ing")) {
    TryLemma(readings, word, without(3));
    TryLemma(readings, word, without(3) + "e");
    if (word[size - 4] == 'y') TryLemma(readings, word, without(4) + "ie");
    if (size > 6 && (word[size - 4] == word[size - 5] || word[size - 4] == 'k'))
      TryLemma(readings, word, without(4));
  }
  return readings;
}

int DeriveSpellingEvidence(std::string_view lower) {
  for (const VerbReading& reading : DeriveVerbReadings(lower)) {
    for (const VerbForm form : kForms) {
      if ((reading.forms & form) == 0) continue;
      const bool us = Inflect(reading.lemma, form, Spelling::kUs) == lower;
      const bool uk = Inflect(reading.lemma, form, Spelling::kUk) == lower;
      if (us != uk) return uk ? 1 : -1;
    }
  }
  return 0;
}

std::vector<std::string> AllVerbForms() {
  std::set<std::string> words;
  for (std::string_view rest = kVerbs; !rest.empty();) {
    std::string_view lemma = TakeField(rest, ' ');
    lemma.remove_suffix(1);  // its flags
    for (const VerbForm form : kForms) {
      for (const Spelling spelling : {Spelling::kUs, Spelling::kUk}) {
        for (std::string& word : Spellings(lemma, form, spelling)) words.insert(std::move(word));
      }
    }
  }
  for (std::string_view rest = kIrregularForms; !rest.empty();) {
    const std::string_view row = TakeField(rest, ' ');
    words.emplace(row.substr(0, row.find(':')));
  }
  return {words.begin(), words.end()};
}

// A few irregular verbs stand in the table of irregular forms alone.
uint32_t LemmaOffset(std::string_view lemma) {
  const std::less<const char*> before;
  const bool regular = !before(lemma.data(), kVerbs.data()) && before(lemma.data(), kVerbs.data() + kVerbs.size());
  return static_cast<uint32_t>(regular ? lemma.data() - kVerbs.data()
                                       : kVerbs.size() + static_cast<size_t>(lemma.data() - kIrregularForms.data()));
}

std::string_view LemmaAt(uint32_t offset, uint32_t size) {
  return offset < kVerbs.size() ? kVerbs.substr(offset, size) : kIrregularForms.substr(offset - kVerbs.size(), size);
}

std::string Inflect(std::string_view lemma, VerbForm form, Spelling spelling) {
  if (lemma.empty()) return {};
  const Parts parts = InflectedPart(lemma);
  if (parts.verb.empty()) return std::string(lemma);
  return Around(parts, Spellings(parts.verb, form, spelling).front());
}

std::vector<std::string> AllSpellings(std::string_view lemma, VerbForm form) {
  std::vector<std::string> out;
  if (lemma.empty()) return out;
  const Parts parts = InflectedPart(lemma);
  if (parts.verb.empty()) return {std::string(lemma)};
  for (const Spelling spelling : {Spelling::kUs, Spelling::kUk}) {
    for (const std::string& spelt : Spellings(parts.verb, form, spelling)) {
      std::string whole = Around(parts, spelt);
      if (std::find(out.begin(), out.end(), whole) == out.end()) out.push_back(std::move(whole));
    }
  }
  return out;
}

std::string Plural(std::string_view noun) {
  if (noun.empty()) return {};
  if (const size_t of = noun.find(" of "); of != std::string_view::npos && of > 0) {
    return Plural(noun.substr(0, of)) + std::string(noun.substr(of));
  }
  const size_t break_at = noun.find_last_of(" -/");
  const size_t begin = break_at == std::string_view::npos ? 0 : break_at + 1;
  const std::string head(noun.substr(0, begin));
  const std::string_view last = noun.substr(begin);
  if (last.empty()) return std::string(noun);
  if (const std::string_view row = FindRow(kPlurals, last); !row.empty())
    return head + std::string(row.substr(1));
  const std::string stem(last.substr(0, last.size() - 1));
  if (EndsWith(last, "man") && last.size() > 4)
    return head + std::string(last.substr(0, last.size() - 3)) + "men";
  if (EndsWith(last, "sis") && last.size() > 4)
    return head + std::string(last.substr(0, last.size() - 2)) + "es";
  if (last == "axis") return head + "axes";
  if (YAfterConsonant(last)) return head + stem + "ies";
  const char end = last.back();
  if (end == 's' || end == 'x' || end == 'z' || EndsWith(last, "ch") || EndsWith(last, "sh")) {
    return head + std::string(last) + "es";
  }
  return head + std::string(last) + "s";
}

bool IsPluralOf(std::string_view word, std::string_view noun) {
  if (word.empty() || noun.empty() || word[0] != noun[0]) return false;
  // What Plural can change at most: "person", "people"; "child", "children".
  if (noun.size() + 3 < word.size() || word.size() + 3 < noun.size()) return false;
  const size_t common = static_cast<size_t>(std::mismatch(word.begin(), word.end(), noun.begin(), noun.end()).first - word.begin());
  return common + 4 >= noun.size() && Plural(noun) == word;
}

}  // namespace resumelint
