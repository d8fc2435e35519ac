#include "report/printable.h"

#include <fmt/format.h>

#include "base/utf8.h"

namespace resumelint {

bool Rearranges(char32_t point) {
  return point == 0x061C || point == 0x200E || point == 0x200F ||
         (point >= 0x2028 && point <= 0x202E) || (point >= 0x2066 && point <= 0x206F) ||
         (point >= 0xFFF9 && point <= 0xFFFB) || (point >= 0xE0000 && point <= 0xE007F);
}

std::string Printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    size_t plain = at;
    while (plain < text.size() && text[plain] >= ' ' && text[plain] <= '~') ++plain;
    if (plain > at) {
      out.append(text, at, plain - at);
      at = plain;
      continue;
    }
    const CodePoint point = DecodeAt(text, at);
    if (point.value == '\t' || point.value == '\n' || point.value == '\r') {
      out += ' ';
    } else if (point.value < 0x20) {
      AppendUtf8(out, 0x2400 + point.value);
    } else if (point.value == 0x7F) {
      AppendUtf8(out, 0x2421);
    } else if ((point.value >= 0x80 && point.value < 0xA0) || Rearranges(point.value)) {
      out += fmt::format("<U+{:04X}>", static_cast<uint32_t>(point.value));
    } else {
      AppendUtf8(out, point.value);
    }
    at += point.length;
  }
  return out;
}

}  // namespace resumelint
