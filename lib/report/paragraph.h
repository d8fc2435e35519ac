#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace resumelint {

/// What a stretch of shown text is, which a terminal shows in its own colour.
enum class Ink : uint8_t { kPlain, kStrong, kFaint, kError, kWarning, kHint, kSlot, kLabel };

/// `text` in its ink; as it stands where `colour` is false. `text` is on one line.
std::string Paint(std::string_view text, Ink ink, bool colour);

/// Words in several inks, laid out in lines. What is added is made Printable.
class Paragraph {
 public:
  Paragraph& Add(std::string_view text, Ink ink = Ink::kPlain);
  /// Adds a rewrite: its [slots] in the ink of slots.
  Paragraph& AddWithSlots(std::string_view text);

  bool empty() const { return runs_.empty(); }
  /// Lines of at most `width` cells, each ended by a line feed; `first` stands before the first,
  /// `rest` before the others. A word that fits nowhere is cut. `width` 0 = one line.
  std::string Layout(std::string_view first, std::string_view rest, size_t width,
                     bool colour) const;

 private:
  struct Run {
    std::string text;
    Ink ink;
  };
  std::vector<Run> runs_;
};

}  // namespace resumelint
