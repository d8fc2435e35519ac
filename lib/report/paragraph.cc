#include "report/paragraph.h"

#include <algorithm>

#include "base/utf8.h"
#include "report/printable.h"

namespace resumelint {

namespace {

const char* Code(Ink ink) {
  switch (ink) {
    case Ink::kPlain: return "";
    case Ink::kStrong: return "\033[1m";
    case Ink::kFaint: return "\033[2m";
    case Ink::kError: return "\033[1;31m";
    case Ink::kWarning: return "\033[1;33m";
    case Ink::kHint: return "\033[1;36m";
    case Ink::kSlot: return "\033[35m";
    case Ink::kLabel: return "\033[36m";
  }
  return "";
}

constexpr const char* kReset = "\033[0m";

// Cells of a prefix, which may have been painted.
size_t PrefixWidth(std::string_view prefix) {
  std::string plain;
  for (size_t at = 0; at < prefix.size(); ++at) {
    if (prefix[at] == '\033') {
      at = prefix.find('m', at);
    } else {
      plain += prefix[at];
    }
  }
  return DisplayWidth(plain);
}

// Puts words on lines. Inks change inside words ("[metric],"), so a line is a list of stretches.
class Lines {
 public:
  Lines(std::string_view first, std::string_view rest, size_t width, bool colour)
      : rest_(rest), width_(width), colour_(colour), out_(first), at_(PrefixWidth(first)) {
    begin_ = at_;
  }

  void Put(std::string_view text, Ink ink) {
    size_t at = 0;
    while (at < text.size()) {
      const size_t blank = std::min(text.find(' ', at), text.size());
      if (blank > at) word_.emplace_back(text.substr(at, blank - at), ink);
      if (blank < text.size()) {
        EndWord();
        gap_ = true;
      }
      at = blank + 1;
    }
  }

  std::string Take() {
    EndWord();
    out_ += '\n';
    return std::move(out_);
  }

 private:
  void AddPainted(std::string_view text, Ink ink) {
    if (colour_) {
      out_ += Paint(text, ink, true);
    } else {
      out_ += text;
    }
  }

  void NextLine() {
    out_ += '\n';
    out_ += rest_;
    at_ = begin_ = PrefixWidth(rest_);
  }

  void EndWord() {
    if (word_.empty()) return;
    size_t width = 0;
    for (const auto& [text, ink] : word_) width += DisplayWidth(text);
    const bool spaced = gap_ && at_ > begin_;
    if (width_ != 0 && at_ > begin_ && at_ + (spaced ? 1 : 0) + width > width_) {
      NextLine();
    } else if (spaced) {
      out_ += ' ';
      ++at_;
    }
    gap_ = false;
    const bool fits = width_ == 0 || at_ + width <= width_;
    for (const auto& [text, ink] : word_) {
      if (fits) {
        AddPainted(text, ink);
      } else {
        Cut(text, ink);
      }
    }
    if (fits) at_ += width;
    word_.clear();
  }

  void Cut(std::string_view text, Ink ink) {
    if (width_ == 0 || at_ + DisplayWidth(text) <= width_) {
      AddPainted(text, ink);
      at_ += DisplayWidth(text);
      return;
    }
    for (size_t from = 0; from < text.size();) {
      size_t to = from;
      size_t used = 0;
      while (to < text.size()) {
        const uint32_t length = DecodeAt(text, to).length;
        const size_t cells = DisplayWidth(text.substr(to, length));
        // A line takes one character at least, or a narrow width would never end.
        if (at_ + used + cells > width_ && (to > from || at_ > begin_)) break;
        used += cells;
        to += length;
      }
      AddPainted(text.substr(from, to - from), ink);
      at_ += used;
      from = to;
      if (from < text.size()) NextLine();
    }
  }

  std::string_view rest_;
  size_t width_;
  bool colour_;
  std::string out_;
  size_t at_;
  size_t begin_ = 0;
  bool gap_ = false;
  std::vector<std::pair<std::string_view, Ink>> word_;  // of texts that were put
};

}  // namespace

std::string Paint(std::string_view text, Ink ink, bool colour) {
  if (!colour || ink == Ink::kPlain || text.empty()) return std::string(text);
  return Code(ink) + std::string(text) + kReset;
}

Paragraph& Paragraph::Add(std::string_view text, Ink ink) {
  if (!text.empty()) runs_.push_back({Printable(text), ink});
  return *this;
}

Paragraph& Paragraph::AddWithSlots(std::string_view text) {
  while (!text.empty()) {
    const size_t open = text.find('[');
    const size_t close = open == std::string_view::npos ? open : text.find(']', open);
    if (close == std::string_view::npos) return Add(text);
    Add(text.substr(0, open));
    Add(text.substr(open, close + 1 - open), Ink::kSlot);
    text.remove_prefix(close + 1);
  }
  return *this;
}

std::string Paragraph::Layout(std::string_view first, std::string_view rest, size_t width,
                              bool colour) const {
  Lines lines(first, rest, width, colour);
  for (const Run& run : runs_) lines.Put(run.text, run.ink);
  return lines.Take();
}

}  // namespace resumelint
