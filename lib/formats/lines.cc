#include "formats/lines.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/glyphs.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

bool HasWord(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    if (IsLetter(point.value) || (point.value >= '0' && point.value <= '9')) return true;
    at += point.length;
  }
  return false;
}

/// A line of one repeated sign, as drawn under a heading.
bool IsRuler(std::string_view text) {
  return text.size() >= 3 && std::string_view("-=_~*#").find(text[0]) != std::string_view::npos &&
         text.find_first_not_of(text[0]) == std::string_view::npos;
}

bool IsDirectiveLine(std::string_view text) {
  for (const std::string_view mark : {"#", "//", "%", "<!--", ";"}) {
    if (!text.starts_with(mark)) continue;
    const size_t at = text.find_first_not_of(" \t", mark.size());
    return at != std::string_view::npos && text.substr(at).starts_with("resumelint:");
  }
  return false;
}

bool EndsClause(std::string_view text) {
  if (text.empty()) return true;
  const char last = text.back();
  return last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
}

uint32_t Width(const ResumeLine& line) {
  return line.indent + static_cast<uint32_t>(CountCodePoints(line.text.chars));
}

/// What a hyphen at a line's end is.
enum class Hyphen {
  kNone,       ///< there is none
  kOfTheLine,  ///< it divides a word: "com-" "pleted"
  kOfTheWord,  ///< the word has it anyway: "cross-" "functional"
};

Hyphen HyphenBetween(std::string_view before, std::string_view next, const OutlineTerms& terms) {
  if (before.size() < 2 || before.back() != '-' || next.empty()) return Hyphen::kNone;
  before.remove_suffix(1);
  size_t begin = before.size();
  while (begin > 0 && before[begin - 1] != ' ' && before[begin - 1] != '\t') --begin;
  size_t end = 0;
  while (end < next.size() && IsLetter(DecodeAt(next, end).value)) end += DecodeAt(next, end).length;
  const std::string first = Lower(before.substr(begin));
  const std::string second = Lower(next.substr(0, end));
  if (first.empty() || second.empty() || IsUpper(DecodeAt(next, 0).value)) {
    return first.empty() || second.empty() ? Hyphen::kNone : Hyphen::kOfTheWord;
  }
  const auto holds = [](const std::vector<std::string_view>& list, const std::string& word) {
    return std::find(list.begin(), list.end(), word) != list.end();
  };
  // "end-to-" "end", "10-" "person" and what isn't made of letters keep theirs.
  const bool letters = std::all_of(first.begin(), first.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || static_cast<signed char>(c) < 0;
  });
  const bool compound = !letters || holds(terms.compound_starts, first) || holds(terms.compound_ends, second);
  return compound ? Hyphen::kOfTheWord : Hyphen::kOfTheLine;
}

bool HoldsJobs(SectionKind kind) {
  return kind == SectionKind::kExperience || kind == SectionKind::kProjects ||
         kind == SectionKind::kVolunteering;
}

}  // namespace

void LineReader::Learn(const std::vector<ResumeLine>& lines, const OutlineTerms& terms,
                       Habits& habits) {
  uint32_t dashes = 0;
  uint32_t letters = 0;
  for (const ResumeLine& line : lines) {
    const std::string& text = line.text.chars;
    if (!HasWord(text)) continue;
    ++habits.lines;
    const Glyph glyph = FindGlyph(text);
    if (glyph.length > 0) {
      if (glyph.sure) {
        // "Example Ltd" / "- Product Owner, 2019 - 2021": a dash before a title marks no bullet.
        habits.glyphs = habits.glyphs || !IsRoleLine(ShapeOf(std::string_view(text).substr(glyph.length), terms), true);
      } else if (text[0] == '-' || text[0] == '*') {
        ++dashes;
      } else {
        ++letters;
      }
    }
    const uint32_t width = Width(line);
    if (width <= 200) habits.wrap = std::max(habits.wrap, width);
    habits.headings = habits.headings || MatchSection(text, terms).exact;
  }
  habits.dashes = habits.dashes || dashes >= 2 || (dashes >= 1 && habits.lines == 1);
  habits.letters = habits.letters || letters >= 2;
  habits.glyphs = habits.glyphs || habits.dashes || habits.letters;
}

void LineReader::EnterSection(std::string_view heading) {
  const SectionMatch match = MatchSection(heading, terms_);
  if (match.known) section_ = match.kind;
}

bool LineReader::HasDocumentGlyph(const ResumeLine& line, uint32_t& length) const {
  const std::string& text = line.text.chars;
  const Glyph glyph = FindGlyph(text);
  length = glyph.length;
  if (glyph.length == 0 || glyph.length >= text.size()) return false;
  if (glyph.sure) return true;
  const bool dash = text[0] == '-' || text[0] == '*' || text.starts_with("\xE2\x80");
  return dash ? habits_.dashes : habits_.letters;
}

bool LineReader::IsHeading(const std::vector<ResumeLine>& lines, size_t i) const {
  const ResumeLine& line = lines[i];
  const std::string& text = line.text.chars;
  if (text.size() > 120) return false;
  const LineShape shape = ShapeOf(text, terms_);
  if (shape.words == 0 || shape.words > 8 || shape.contact) return false;
  const bool ruled = i + 1 < lines.size() && !lines[i + 1].blank_before && IsRuler(lines[i + 1].text.chars);
  const SectionMatch match = MatchSection(text, terms_);
  if (match.exact) {
    if (shape.begins_lower) return line.blank_before && ruled;
    if (text.back() == '.' || text.back() == ',') return false;
    const bool wrapped = open_.active && !line.blank_before && !line.starts && !shape.upper && !ruled && !line.strong &&
                         text.back() != ':' && open_.last_width * 10 >= habits_.wrap * 7 &&
                         !EndsClause(open_.block.text.chars);
    return !wrapped;
  }
  if (shape.dates || shape.sentence) return false;
  if (ruled && i > 0) return true;
  if (match.known && shape.upper && shape.words <= 5 && !shape.title) return true;
  // An unknown heading: a short line in capitals that stands alone and names no job.
  if (!shape.upper || !line.blank_before || shape.words > 5) return false;
  if (blocks_ == 0 && !open_.active) return false;
  if (shape.title || shape.organisation) return false;
  if (text.find_first_of(",|@0123456789") != std::string::npos) return false;
  for (size_t next = i + 1; next < lines.size() && next <= i + 2; ++next) {
    const LineShape after = ShapeOf(lines[next].text.chars, terms_);
    if (HoldsJobs(section_) && IsRoleLine(after, true)) return false;
  }
  return i + 1 < lines.size();
}

uint32_t LineReader::InlineHeading(const ResumeLine& line) const {
  const std::string& text = line.text.chars;
  const size_t colon = text.find(':');
  if (colon == std::string::npos || colon > 40 || colon + 1 >= text.size()) return 0;
  const std::string_view head = std::string_view(text).substr(0, colon);
  const SectionMatch match = MatchSection(head, terms_);
  if (!match.exact) return 0;
  const LineShape shape = ShapeOf(head, terms_);
  if (shape.begins_lower) return 0;
  // "Tools: …" within a job or among the skills is a label.
  const bool label = HoldsJobs(section_) && (FindLabel(text, terms_) || IsSubHeading(head, terms_));
  const bool skills = section_ == SectionKind::kSkills &&
                      (match.kind == SectionKind::kSkills || match.kind == SectionKind::kLanguages ||
                       match.kind == SectionKind::kPublications || match.kind == SectionKind::kOther);
  if (!shape.upper && (skills || label || !line.blank_before)) return 0;
  return static_cast<uint32_t>(colon) + 1;
}

bool LineReader::Continues(const ResumeLine& line) const {
  if (!open_.active || line.starts) return false;
  if (line.joins) return true;
  const std::string& text = line.text.chars;
  const LineShape shape = ShapeOf(text, terms_);
  const std::string& before = open_.block.text.chars;
  const bool bullet = open_.block.kind == BlockKind::kBullet;
  if (line.blank_before) {
    // Double-spaced text: only an unfinished sentence goes on.
    return bullet && shape.begins_lower && !EndsClause(before) && line.indent > open_.indent;
  }
  const bool range = shape.dates && shape.dates->range;
  const bool full = open_.last_width * 10 >= habits_.wrap * 7;
  if (bullet) {
    if (range && line.indent <= open_.indent && IsRoleLine(shape, true)) return false;
    if (line.indent > open_.indent) return true;
    if (shape.contact) return false;
    if (shape.begins_lower) return true;
    if (FindLabel(text, terms_)) return false;
    if (!EndsClause(before)) {
      if (before.back() == ',' || before.back() == '&' || before.back() == '/') return true;
      return full && !(shape.title && shape.name_like);
    }
    return full && open_.last_width >= 60 && !shape.name_like && !shape.title;
  }
  if (!open_.prose || shape.contact || (range && IsRoleLine(shape, true))) return false;
  if (FindLabel(text, terms_)) return false;
  if (shape.begins_lower || before.back() == ',') return true;
  if (section_ == SectionKind::kSkills) return false;
  return full && !EndsClause(before) && open_.last_width >= 50;
}

void LineReader::Extend(const ResumeLine& line) {
  Text& text = open_.block.text;
  switch (HyphenBetween(text.chars, line.text.chars, terms_)) {
    case Hyphen::kNone:
      text.AppendReplaced(" ", {open_.block.span.end, line.span.begin});
      break;
    case Hyphen::kOfTheLine:
      text = text.Slice({0, static_cast<uint32_t>(text.chars.size()) - 1});
      break;
    case Hyphen::kOfTheWord:
      break;
  }
  text.Append(line.text);
  open_.block.span.end = line.span.end;
  open_.last_width = Width(line);
}

void LineReader::Start(const ResumeLine& line, BlockKind kind, uint32_t skip) {
  Close();
  open_.active = true;
  open_.block = Block{};
  open_.block.kind = kind;
  open_.block.span = line.span;
  open_.block.text = skip == 0 ? line.text
                               : line.text.Slice({skip, static_cast<uint32_t>(line.text.chars.size())});
  open_.indent = line.indent;
  open_.last_width = Width(line);
  open_.prose = false;
}

void LineReader::Close() {
  if (!open_.active) return;
  open_.active = false;
  open_.block.text.FoldBlanks();
  if (open_.block.kind == BlockKind::kParagraph && !habits_.glyphs) {
    const std::string& text = open_.block.text.chars;
    const LineShape shape = ShapeOf(text, terms_);
    const bool bare = !habits_.headings && section_ == SectionKind::kTop;
    const bool in_jobs = HoldsJobs(section_) && !IsRoleLine(shape, true) && !FindLabel(text, terms_) &&
                         !IsSubHeading(text, terms_);
    if (bare && habits_.lines == 1) {
      if (shape.words >= 2 && shape.words <= 60 && !shape.contact && !(shape.title && shape.name_like)) {
        open_.block.kind = BlockKind::kBullet;
      }
    } else if ((bare || in_jobs) && shape.words <= 45 && ReadsAsBullet(text, shape)) {
      // Name and headline stand first.
      const bool headline = bare && blocks_ < 2 && shape.title && shape.words <= 6 && !shape.begins_lower;
      if (!headline) open_.block.kind = BlockKind::kBullet;
    }
  }
  if (open_.block.text.empty()) return;
  ++blocks_;
  document_.blocks.push_back(std::move(open_.block));
}

int LineReader::DepthOf(uint32_t indent) {
  while (!indents_.empty() && indents_.back() >= indent) indents_.pop_back();
  indents_.push_back(indent);
  return static_cast<int>(indents_.size()) - 1;
}

void LineReader::Add(const std::vector<ResumeLine>& lines) {
  for (size_t i = 0; i < lines.size(); ++i) {
    const ResumeLine& line = lines[i];
    const std::string& text = line.text.chars;
    if (IsDirectiveLine(text)) {
      Close();
      AddComment(document_, line.span);
      continue;
    }
    if (!HasWord(text)) {
      Close();
      continue;
    }
    if (!line.joins && IsPageNoise(text, terms_)) {
      Close();
      Block block;
      block.kind = BlockKind::kSkipped;
      block.span = line.span;
      block.note = "page";
      document_.blocks.push_back(std::move(block));
      continue;
    }
    uint32_t glyph = 0;
    if (!line.joins && HasDocumentGlyph(line, glyph)) {
      const std::string_view rest = std::string_view(text).substr(glyph);
      const char32_t sign = DecodeAt(text, 0).value;
      const bool icon = sign >= 0xE000 && sign <= 0xF8FF;
      const bool heading = MatchSection(rest, terms_).exact && (icon || ShapeOf(rest, terms_).upper);
      if (!heading) {
        const Glyph second = FindGlyph(rest);
        if (second.sure && !second.number && second.length < rest.size()) glyph += second.length;
        Start(line, BlockKind::kBullet, glyph);
        open_.block.depth = DepthOf(line.indent);
        continue;
      }
    }
    if (line.item) {
      Start(line, BlockKind::kBullet, 0);
      open_.block.depth = DepthOf(line.indent);
      continue;
    }
    if (!line.joins && IsHeading(lines, i)) {
      Start(line, BlockKind::kHeading, 0);
      const bool ruled = i + 1 < lines.size() && IsRuler(lines[i + 1].text.chars);
      const char ruler = ruled ? lines[i + 1].text.chars[0] : '\0';
      if (double_rulers_ && ruler == '-') open_.block.depth = 1;
      double_rulers_ = double_rulers_ || ruler == '=';
      const SectionMatch match = MatchSection(text, terms_);
      section_ = match.known ? match.kind : SectionKind::kOther;
      indents_.clear();
      Close();
      continue;
    }
    if (const uint32_t head = line.joins ? 0 : InlineHeading(line); head > 0) {
      ResumeLine title;
      title.text = line.text.Slice({0, head - 1});
      title.span = title.text.ToSource({0, head});
      title.span.end = line.text.ToSource({head - 1, head}).end;
      Start(title, BlockKind::kHeading, 0);
      section_ = MatchSection(title.text.chars, terms_).kind;
      indents_.clear();
      Close();
      const auto size = static_cast<uint32_t>(text.size());
      uint32_t begin = head;
      while (begin < size && (text[begin] == ' ' || text[begin] == '\t')) ++begin;
      if (begin == size) continue;
      ResumeLine rest;
      rest.text = line.text.Slice({begin, size});
      rest.span = {line.text.ToSource({begin, begin + 1}).begin, line.span.end};
      rest.indent = line.indent;
      Start(rest, BlockKind::kParagraph, 0);
      open_.last_width = Width(line);
      open_.prose = true;
      continue;
    }
    if (Continues(line)) {
      Extend(line);
      continue;
    }
    Start(line, BlockKind::kParagraph, 0);
    const LineShape shape = ShapeOf(text, terms_);
    open_.prose = !shape.contact && !IsRoleLine(shape, HoldsJobs(section_)) && !line.strong &&
                  !(shape.name_like && shape.words <= 8) && !FindLabel(text, terms_);
    if (!open_.prose || !line.indent) indents_.clear();
  }
  Close();
}

}  // namespace resumelint
