#include "resume/line_shape.h"

#include <algorithm>

#include "base/utf8.h"

namespace resumelint {

namespace {

struct Word {
  enum class Kind { kLetters, kDigits, kSign };
  Kind kind = Kind::kSign;
  Span span;
  std::string_view text;
  WordHash hash = 0;  // of its lower case
};

/// What a word is compared by: the hash of its lower case.
WordHash HashOfLower(std::string_view word) {
  const bool ascii = std::all_of(word.begin(), word.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
  return ascii ? HashOfSmall(word) : HashOf(Lower(word));
}

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Runs of letters (with inner hyphens if `join_hyphens`), runs of digits, single signs.
std::vector<Word> SplitWords(std::string_view text, bool join_hyphens) {
  std::vector<Word> words;
  words.reserve(text.size() / 5 + 2);
  for (uint32_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (IsSpace(point.value)) {
      at += point.length;
      continue;
    }
    Word word;
    word.span = {at, at + point.length};
    if (IsLetter(point.value)) {
      word.kind = Word::Kind::kLetters;
    } else if (IsDigit(point.value)) {
      word.kind = Word::Kind::kDigits;
    }
    while (word.kind == Word::Kind::kLetters && word.span.end < text.size() && IsAsciiLetter(text[word.span.end])) {
      ++word.span.end;
    }
    while (word.kind != Word::Kind::kSign && word.span.end < text.size()) {
      const CodePoint next = DecodeAt(text, word.span.end);
      const bool letter = IsLetter(next.value);
      const bool digit = IsDigit(next.value);
      const bool hyphen = join_hyphens && next.value == '-' &&
                          word.kind == Word::Kind::kLetters && word.span.end + 1 < text.size() &&
                          IsLetter(DecodeAt(text, word.span.end + 1).value);
      if (!(word.kind == Word::Kind::kLetters ? letter || hyphen : digit)) break;
      word.span.end += next.length;
    }
    at = word.span.end;
    word.text = text.substr(word.span.begin, word.span.size());
    word.hash = HashOfLower(word.text);
    words.push_back(word);
  }
  return words;
}

bool Holds(const std::vector<std::string_view>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// The word, or the part after its last hyphen, is in the list.
bool HoldsWord(const WordSet& list, const Word& word) {
  if (list.Contains(word.hash)) return true;
  const size_t hyphen = word.text.rfind('-');
  return hyphen != std::string_view::npos && list.Contains(HashOfLower(word.text.substr(hyphen + 1)));
}

// ---- dates -----------------------------------------------------------------------------------

/// Reads dates from words at a place; each function returns the index after what it read, or its
/// argument if nothing is there.
class DateReader {
 public:
  DateReader(const std::vector<Word>& words, std::string_view text, const OutlineTerms& terms)
      : words_(words), text_(text), terms_(terms) {}

  size_t Date(size_t at) const {
    if (const size_t end = Numeric(at); end != at) return end;
    if (Digits(at, 1, 2) && Named(at + 1)) {  // 15 March 2020
      const size_t end = MonthYear(at + 1);
      return end == at + 1 ? at : end;
    }
    return MonthYear(at);
  }

  size_t MonthOnly(size_t at) const {
    if (!Named(at)) return at;
    return Sign(at + 1, '.') ? at + 2 : at + 1;
  }

  size_t Present(size_t at) const {
    for (size_t count = 2; count >= 1; --count) {
      std::string phrase;
      for (size_t i = 0; i < count && at + i < words_.size(); ++i) {
        if (i > 0) phrase += ' ';
        phrase += Lower(words_[at + i].text);
      }
      if (Holds(terms_.present, phrase) && at + count <= words_.size()) return at + count;
    }
    return at;
  }

  size_t Joint(size_t at) const {
    size_t end = at;
    while (end < words_.size() && end < at + 3 && words_[end].kind == Word::Kind::kSign &&
           IsDash(words_[end].text)) {
      ++end;
    }
    if (end == at && end < words_.size() && Holds(terms_.range_words, Lower(words_[end].text))) ++end;
    return end;
  }

 private:
  static bool IsDash(std::string_view sign) {
    return sign == "-" || sign == "–" || sign == "—" || sign == "~" || sign == "→" || sign == "‐" ||
           sign == "‑" || sign == "−" || sign == "―";
  }

  bool Digits(size_t at, size_t least, size_t most) const {
    return at < words_.size() && words_[at].kind == Word::Kind::kDigits &&
           words_[at].span.size() >= least && words_[at].span.size() <= most;
  }

  bool Year(size_t at) const {
    if (!Digits(at, 4, 4)) return false;
    const std::string_view word = words_[at].text;
    if (!word.starts_with("19") && !word.starts_with("20")) return false;
    const uint32_t begin = words_[at].span.begin;
    const uint32_t end = words_[at].span.end;
    const auto glued = [&](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == '$' || c == '+';
    };
    if (begin > 0 && glued(text_[begin - 1])) return false;
    if (end < text_.size() && glued(text_[end])) return false;
    const bool decimal = end + 1 < text_.size() && (text_[end] == '.' || text_[end] == ',') &&
                         IsDigit(static_cast<unsigned char>(text_[end + 1])) && text_[end] == ',';
    return !decimal;
  }

  bool Sign(size_t at, char sign) const {
    return at < words_.size() && words_[at].kind == Word::Kind::kSign &&
           words_[at].text.size() == 1 && words_[at].text[0] == sign;
  }

  bool Named(size_t at) const {
    return at < words_.size() && words_[at].kind == Word::Kind::kLetters &&
           (terms_.months.Contains(words_[at].hash) || terms_.seasons.Contains(words_[at].hash));
  }

  bool Glued(size_t left) const {
    return left + 1 < words_.size() && words_[left].span.end == words_[left + 1].span.begin;
  }

  size_t MonthYear(size_t at) const {
    if (Year(at)) return at + 1;
    if (!Named(at)) return at;
    size_t next = at + 1;
    if (Sign(next, '.')) ++next;
    if (Digits(next, 1, 2) && Sign(next + 1, ',') && Year(next + 2)) return next + 3;
    if (Sign(next, ',') || Sign(next, '-') || Sign(next, '/')) ++next;
    if (next < words_.size() && (words_[next].text == "'" || words_[next].text == "’")) {
      return Digits(next + 1, 2, 2) ? next + 2 : at;
    }
    if (Year(next)) return next + 1;
    // "Mar 20" could be a day: only "Mar-20" and "Mar/20" are taken for a year.
    if (Digits(next, 2, 2) && next > at + 1 && Glued(next - 1)) return next + 1;
    return at;
  }

  size_t Numeric(size_t at) const {
    const auto joined = [&](size_t sign) {
      return (Sign(sign, '/') || Sign(sign, '.') || Sign(sign, '-')) && Glued(sign - 1) && Glued(sign);
    };
    if (Digits(at, 1, 2) && joined(at + 1)) {
      if (Year(at + 2)) return at + 3;
      if (Digits(at + 2, 1, 2) && joined(at + 3) && Year(at + 4)) return at + 5;
    }
    if (Year(at) && joined(at + 1) && Digits(at + 2, 2, 2) && words_[at + 2].text <= "12") {
      const bool day = joined(at + 3) && Digits(at + 4, 2, 2);
      return day ? at + 5 : at + 3;
    }
    return at;
  }

  const std::vector<Word>& words_;
  std::string_view text_;
  const OutlineTerms& terms_;
};

/// Seven digits or more with nothing but blanks and the signs of telephone numbers between them.
bool HoldsPhoneNumber(std::string_view text) {
  int digits = 0;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      if (++digits >= 7) return true;
    } else if (std::string_view(" ()+-./").find(c) == std::string_view::npos) {
      digits = 0;
    }
  }
  return false;
}

bool MayHoldDates(std::string_view text) {
  return text.size() <= 1000 && std::any_of(text.begin(), text.end(), IsDigit);
}

std::optional<Dates> FindDates(std::string_view text, const std::vector<Word>& words, const OutlineTerms& terms);

bool IsSmall(std::string_view word) { return word.size() <= 3 || (word.size() <= 12 && CountCodePoints(word) <= 3); }

}  // namespace

std::optional<Dates> FindDates(std::string_view text, const OutlineTerms& terms) {
  return MayHoldDates(text) ? FindDates(text, SplitWords(text, false), terms) : std::nullopt;
}

namespace {

std::optional<Dates> FindDates(std::string_view text, const std::vector<Word>& words, const OutlineTerms& terms) {
  const DateReader reader(words, text, terms);
  std::optional<Dates> single;
  const auto span = [&](size_t begin, size_t end) {
    return Span{words[begin].span.begin, words[end - 1].span.end};
  };
  for (size_t at = 0; at < words.size();) {
    const bool since = terms.since_words.Contains(words[at].hash);
    const size_t first = since ? at + 1 : at;
    size_t end = reader.Date(first);
    if (end == first) {
      // "June - August 2019"
      const size_t month = since ? at : reader.MonthOnly(at);
      const size_t joint = month == at ? month : reader.Joint(month);
      const size_t last = joint == month ? joint : reader.Date(joint);
      if (month != at && joint != month && last != joint) return Dates{span(at, last), true, false};
      ++at;
      continue;
    }
    if (since) return Dates{span(at, end), true, true};
    if (const size_t present = reader.Present(end); present != end) {
      return Dates{span(at, present), true, true};
    }
    const size_t joint = reader.Joint(end);
    if (joint != end) {
      if (const size_t present = reader.Present(joint); present != joint) {
        return Dates{span(at, present), true, true};
      }
      if (const size_t last = reader.Date(joint); last != joint) {
        return Dates{span(at, last), true, false};
      }
      const bool two_digits = joint < words.size() && words[joint].kind == Word::Kind::kDigits &&
                              words[joint].span.size() == 2;
      if (two_digits) return Dates{span(at, joint + 1), true, false};
      const bool open = joint == words.size() || words[joint].text == ")";
      if (open) return Dates{span(at, joint), true, true};
    }
    single = Dates{span(at, end), false, false};
    at = end;
  }
  return single;
}

}  // namespace

std::string NormalWords(std::string_view text) {
  std::string out;
  std::vector<Word> words = SplitWords(text, false);
  // "E X P E R I E N C E": words of one letter only are one word.
  const auto letter = [](const Word& word) {
    return word.kind == Word::Kind::kLetters && CountCodePoints(word.text) == 1;
  };
  const bool spaced = words.size() >= 4 && std::all_of(words.begin(), words.end(), letter);
  // "W ORK E XPERIENCE": small capitals, whose first letters are of another size.
  const auto upper = [&](const Word& word) {
    for (uint32_t at = word.span.begin; at < word.span.end; at += DecodeAt(text, at).length) {
      if (!IsUpper(DecodeAt(text, at).value)) return false;
    }
    return true;
  };
  const auto letters = std::count_if(words.begin(), words.end(), [](const Word& word) { return word.kind == Word::Kind::kLetters; });
  const auto small = [&](size_t i) {
    return letter(words[i]) && i + 1 < words.size() && words[i + 1].kind == Word::Kind::kLetters && !letter(words[i + 1]) &&
           upper(words[i]) && upper(words[i + 1]);
  };
  const bool small_capitals = letters >= 2 && words[0].kind == Word::Kind::kLetters && small(0);
  bool glue = false;
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    const std::string lower = word.kind == Word::Kind::kSign ? std::string() : Lower(word.text);
    if (lower.empty() || lower == "and") continue;
    if (!out.empty() && !spaced && !glue) out += ' ';
    out += lower;
    glue = small_capitals && small(i);
  }
  return out;
}

LineShape ShapeOf(std::string_view text, const OutlineTerms& terms) {
  LineShape shape;
  if (text.size() > 2000) {  // one line can be a whole file: nothing short is in it
    shape.words = 300;
    shape.sentence = true;
    return shape;
  }
  const std::vector<Word> words = SplitWords(text, true);
  if (MayHoldDates(text)) {
    const bool alike = text.find('-') == std::string_view::npos;  // no word has a hyphen to be split at
    shape.dates = alike ? FindDates(text, words, terms) : FindDates(text, terms);
  }
  int letters_words = 0, capitals = 0, long_words = 0, long_capitals = 0, digits = 0;
  int lower_letters = 0, upper_letters = 0;
  bool first = true;
  for (size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.kind == Word::Kind::kDigits) {
      digits += static_cast<int>(word.span.size());
      ++shape.words;
      first = false;
    }
    if (word.kind != Word::Kind::kLetters) continue;
    ++shape.words;
    ++letters_words;
    const bool capital = IsUpper(DecodeAt(text, word.span.begin).value);
    if (first) shape.begins_lower = !capital;
    first = false;
    for (uint32_t at = word.span.begin; at < word.span.end;) {
      if (IsAsciiLetter(text[at])) {
        (text[at] <= 'Z' ? upper_letters : lower_letters)++;
        ++at;
        continue;
      }
      const CodePoint point = DecodeAt(text, at);
      (IsUpper(point.value) ? upper_letters : lower_letters)++;
      at += point.length;
    }
    const bool in_dates = shape.dates && shape.dates->span.Contains(word.span.begin);
    if (!in_dates) {
      capitals += capital;
      if (!IsSmall(word.text)) {
        ++long_words;
        long_capitals += capital;
      }
    }
    if (words.size() <= 40) {
      shape.title = shape.title || HoldsWord(terms.title_words, word);
      shape.organisation = shape.organisation || HoldsWord(terms.organisation_words, word);
    }
  }
  shape.upper = lower_letters == 0 && upper_letters >= 2;
  shape.name_like = capitals > 0 && long_capitals * 10 >= long_words * 8 &&
                    (long_words > 0 || shape.upper);
  const bool mail = [&] {
    const size_t sign = text.find('@');
    return sign != std::string_view::npos && sign > 0 && sign + 1 < text.size() &&
           text[sign - 1] != ' ' && text[sign + 1] != ' ' &&
           text.find('.', sign) != std::string_view::npos;
  }();
  const bool link = text.find("://") != std::string_view::npos ||
                    text.find("www.") != std::string_view::npos ||
                    text.find(".com/") != std::string_view::npos;
  const bool number = digits >= 7 && !shape.dates && shape.words <= 14 && HoldsPhoneNumber(text);
  shape.contact = shape.words <= 30 && ((mail && letters_words <= 20) ||
                                        (link && letters_words <= 16) || number);
  if (!shape.contact && shape.words <= 30 && !words.empty()) {
    const size_t colon = text.find(':');
    if (colon != std::string_view::npos && colon <= 24) {
      shape.contact = Holds(terms.contact_labels, NormalWords(text.substr(0, colon)));
    }
  }
  if (!words.empty()) {
    const std::string_view last = words.back().text;
    const bool stop = last == "." || last == "!" || last == "?";
    const bool abbreviation = last == "." && words.size() >= 2 &&
                              (terms.organisation_words.Contains(words[words.size() - 2].hash) ||
                               words[words.size() - 2].span.size() == 1);
    const int rest = letters_words;
    shape.sentence = (stop && !abbreviation && shape.words > 3) || shape.words > 24 ||
                     (rest >= 6 && capitals * 2 < rest && !(shape.dates && shape.dates->range));
  }
  return shape;
}

bool IsRoleLine(const LineShape& shape, bool in_jobs) {
  if (shape.contact || shape.sentence || shape.words == 0 || shape.words > 22) return false;
  const bool range = shape.dates && shape.dates->range;
  if (range && (shape.title || shape.organisation || shape.name_like)) return true;
  if (range && in_jobs) return !shape.begins_lower;
  if (!in_jobs || shape.begins_lower) return false;
  if (shape.title && shape.name_like && shape.words <= 14) return true;
  if (shape.dates && shape.words <= 14 && (shape.title || shape.organisation || shape.name_like)) {
    return true;
  }
  return shape.organisation && shape.name_like && shape.words <= 10;
}

bool ReadsAsBullet(std::string_view text, const LineShape& shape) {
  if (shape.contact || shape.words < 2 || text.size() > 2000) return false;
  if (shape.dates && shape.dates->range && IsRoleLine(shape, false)) return false;
  if (shape.name_like && (shape.words <= 4 || shape.title || shape.organisation) && !shape.sentence) {
    return false;
  }
  if (shape.title && shape.words <= 5 && !shape.begins_lower && !shape.sentence) {
    // "Mobile and robotics engineer": the title word ends it.
    return false;
  }
  if (shape.upper || text.find(" • ") != std::string_view::npos || text.ends_with(" •")) return false;
  const CodePoint first = DecodeAt(text, 0);
  return IsLetter(first.value) || IsDigit(first.value) || first.value == '$' || first.value == '"' ||
         first.value == '[' || first.value == 0x20AC || first.value == 0xA3 || first.value == 0x201C;
}

std::optional<Labelled> FindLabel(std::string_view text, const OutlineTerms& terms) {
  const size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 40) return std::nullopt;
  const std::string label = NormalWords(text.substr(0, colon));
  for (const OutlineTerms::LabelTerm& term : terms.labels) {
    if (term.label != label) continue;
    auto begin = static_cast<uint32_t>(colon + 1);
    while (begin < text.size() && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
    return Labelled{term.field, {begin, static_cast<uint32_t>(text.size())}};
  }
  return std::nullopt;
}

bool IsPageNoise(std::string_view text, const OutlineTerms& terms) {
  if (text.size() > 200) return false;
  std::vector<std::string> words;
  for (const Word& word : SplitWords(text, false)) {
    if (word.kind == Word::Kind::kDigits) {
      if (word.span.size() > 3) return false;
      words.push_back("#");
    } else if (word.kind == Word::Kind::kLetters) {
      words.push_back(Lower(word.text));
    }
  }
  if (words.empty()) return false;
  std::string joined;
  for (const std::string& word : words) joined += (joined.empty() ? "" : " ") + word;
  for (const std::string_view pattern : terms.page_noise) {
    if (pattern.ends_with(" *")) {
      const std::string_view head = pattern.substr(0, pattern.size() - 1);
      if (joined.starts_with(head)) return true;
    } else if (joined == pattern) {
      return true;
    }
  }
  return false;
}

// ---- the fields of a role line ---------------------------------------------------------------

namespace {

constexpr size_t kMostTitleWords = 5;

size_t CountWords(std::string_view text) { return SplitWords(text, true).size(); }

struct Part {
  std::string text;
  bool bracketed = false;
  bool title = false;
  bool organisation = false;
  bool employed = false;  // "at" follows
};

std::string Trimmed(std::string_view text) {
  size_t begin = 0;
  size_t end = text.size();
  const auto blank_or = [](char c) {
    return c == ' ' || c == ',' || c == ';' || c == '|' || c == ':' || c == '-' || c == '/' ||
           c == '(' || c == ')' || c == '[' || c == ']' || c == '*' || c == '_' || c == '@';
  };
  while (begin < end && blank_or(text[begin])) ++begin;
  while (end > begin && blank_or(text[end - 1])) --end;
  return std::string(text.substr(begin, end - begin));
}

/// Length of a separator at `at`, 0 if none. Dashes separate only with a blank on each side.
uint32_t SeparatorAt(std::string_view text, uint32_t at) {
  const CodePoint point = DecodeAt(text, at);
  const bool blank_before = at == 0 || text[at - 1] == ' ';
  const bool blank_after = at + point.length >= text.size() || text[at + point.length] == ' ';
  switch (point.value) {
    case '|':
    case ',':
    case ';':
    case 0xB7:
    case 0x2022:
    case 0x2502:
    case 0x2014:
    case 0x2015:
    case 0x2666:
    case 0x25CF:
    case 0x2027:
      return point.length;
    case '-':
    case 0x2013:
    case '~':
    case ':':
      return blank_after && (blank_before || point.value == ':' || point.value == 0x2013)
                 ? point.length
                 : 0;
    default:
      return 0;
  }
}

}  // namespace

RoleParts SplitRole(const Text& text, std::string_view source_bytes, const OutlineTerms& terms) {
  RoleParts out;
  const std::string& chars = text.chars;
  if (chars.size() > 600) return out;
  std::string rest = chars;  // dates blanked out, column gaps marked with a bar
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    const Piece& piece = text.pieces[i];
    if (piece.verbatim || piece.source.end > source_bytes.size()) continue;
    if (chars[piece.text_begin] != ' ') continue;
    const std::string_view gap = source_bytes.substr(piece.source.begin, piece.source.size());
    const bool blanks = gap.find_first_not_of(" \t") == std::string_view::npos;
    if (blanks && (gap.size() >= 3 || gap.find('\t') != std::string_view::npos)) {
      rest[piece.text_begin] = '|';
    }
  }
  if (const auto dates = FindDates(chars, terms)) {
    out.dates = chars.substr(dates->span.begin, dates->span.size());
    out.current = dates->current;
    std::fill(rest.begin() + dates->span.begin, rest.begin() + dates->span.end, ' ');
    // A separator where the dates stood, so that what is on both sides stays apart.
    rest[dates->span.begin] = '|';
  }
  std::vector<Part> parts;
  std::string current;
  bool bracketed = false;
  const auto close = [&] {
    std::string trimmed = Trimmed(current);
    current.clear();
    if (trimmed.empty()) return;
    const LineShape shape = ShapeOf(trimmed, terms);
    if (shape.words == 0) return;
    // "Denver, CO": a state, though "co" may end a company's name.
    const bool state = trimmed.size() == 2 && shape.upper;
    parts.push_back({std::move(trimmed), bracketed, shape.title, shape.organisation && !state});
  };
  for (uint32_t at = 0; at < rest.size();) {
    if (rest[at] == '(' || rest[at] == ')') {
      close();
      bracketed = rest[at] == '(';
      ++at;
      continue;
    }
    if (const uint32_t length = SeparatorAt(rest, at); length > 0) {
      close();
      at += length;
      continue;
    }
    if (rest[at] == ' ') {
      bool split = false;
      for (const std::string_view word : terms.employer_words) {
        if (rest.compare(at + 1, word.size(), word) == 0 && at + 1 + word.size() < rest.size() &&
            rest[at + 1 + word.size()] == ' ') {
          close();
          if (!parts.empty()) parts.back().employed = true;
          at += static_cast<uint32_t>(word.size()) + 1;
          split = true;
          break;
        }
      }
      if (split) continue;
    }
    const uint32_t length = DecodeAt(rest, at).length;
    current.append(rest, at, length);
    at += length;
  }
  close();
  const auto plain_title = [](const Part& part) { return part.title && !part.bracketed; };
  auto title = std::find_if(parts.begin(), parts.end(), plain_title);
  if (title == parts.end()) {
    title = std::find_if(parts.begin(), parts.end(), [](const Part& part) { return part.title; });
  }
  if (title != parts.end()) {
    out.title = title->text;
  }
  // "Business Analyst Sample Corp": what follows the title word and ends like an organisation.
  std::string trailing;
  if (title != parts.end()) {
    const std::vector<Word> words = SplitWords(title->text, true);
    size_t last = 0;
    for (size_t i = 0; i < words.size(); ++i) {
      if (HoldsWord(terms.title_words, words[i])) last = i;
    }
    const bool organised = last + 2 < words.size() && words[last + 1].kind == Word::Kind::kLetters &&
                           terms.organisation_words.Contains(words.back().hash) &&
                           IsUpper(DecodeAt(title->text, words[last + 1].span.begin).value);
    if (organised) {
      trailing = title->text.substr(words[last + 1].span.begin);
      out.title = Trimmed(std::string_view(title->text).substr(0, words[last].span.end));
    }
  }
  if (title == parts.end() && parts.size() > 1 && !parts[0].bracketed && !parts[0].organisation &&
      (parts[0].employed || parts[1].organisation) && CountWords(parts[0].text) <= kMostTitleWords) {
    out.unlisted = parts[0].text;
  }
  const Part* organisation = nullptr;
  const auto other = [&](const Part& part) {
    return title == parts.end() ? out.unlisted.empty() || &part != &parts[0] : &part != &*title;
  };
  for (const Part& part : parts) {
    if (organisation == nullptr && other(part) && part.organisation && !part.bracketed) {
      organisation = &part;
    }
  }
  for (const Part& part : parts) {
    if (organisation == nullptr && other(part) && !part.bracketed) organisation = &part;
  }
  if (!trailing.empty()) {
    out.organisation = trailing;
  } else if (organisation != nullptr) {
    out.organisation = organisation->text;
  }
  return out;
}

}  // namespace resumelint
