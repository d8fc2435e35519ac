#include "edit/reflow.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace resumelint {

namespace {

std::string_view LeadingBlanks(std::string_view line) {
  return line.substr(0, std::min(line.find_first_not_of(" \t"), line.size()));
}

uint32_t FirstLine(const Source& source, const Block& block) { return source.LineOf(block.span.begin); }
uint32_t LastLine(const Source& source, const Block& block) {
  return source.LineOf(block.span.empty() ? block.span.begin : block.span.end - 1);
}

std::vector<std::string_view> Words(std::string_view text) {
  std::vector<std::string_view> words;
  for (size_t at = text.find_first_not_of(" \t\r\n"); at != std::string_view::npos;) {
    const size_t end = std::min(text.find_first_of(" \t\r\n", at), text.size());
    words.push_back(text.substr(at, end - at));
    at = text.find_first_not_of(" \t\r\n", end);
  }
  return words;
}

}  // namespace

Wrappings::Wrappings(const Document& document) : document_(document) {
  const Source& source = document.source;
  line_end_ = source.bytes.find("\r\n") != std::string::npos ? "\r\n" : "\n";
  if (source.extracted || document.format == "json") return;
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kBullet) continue;
    const uint32_t first = FirstLine(source, block);
    const uint32_t last = LastLine(source, block);
    if (last == first) continue;
    for (uint32_t line = first; line <= last; ++line) {
      width_ = std::max(width_, static_cast<uint32_t>(CountCodePoints(source.Line(line))));
    }
    std::string& indent = indents_[std::string(LeadingBlanks(source.Line(first)))];
    if (indent.empty()) indent = LeadingBlanks(source.Line(first + 1));
  }
}

Wrapping Wrappings::Of(const Block& block) const {
  Wrapping out;
  out.line_end = line_end_;
  const Source& source = document_.source;
  if (source.extracted || document_.format == "json") return out;
  const uint32_t first = FirstLine(source, block);
  const auto neighbour = indents_.find(LeadingBlanks(source.Line(first)));
  if (LastLine(source, block) > first) {
    out.indent = std::string(LeadingBlanks(source.Line(first + 1)));
  } else if (neighbour != indents_.end() && !neighbour->second.empty()) {
    out.indent = neighbour->second;
  } else {
    return out;
  }
  constexpr uint32_t kLeast = 40;
  out.width = std::max(width_, kLeast);
  return out;
}

std::optional<std::string> Refill(const std::string& bytes, Span range, uint32_t from, bool refill,
                                  const Wrapping& wrapping) {
  if (wrapping.width == 0 || range.empty()) return std::nullopt;
  const std::string_view all = bytes;
  const size_t before = from == 0 ? std::string::npos : all.find_last_of("\r\n", from - 1);
  const auto line_begin = static_cast<uint32_t>(before == std::string::npos ? 0 : before + 1);
  const size_t found = all.find_first_of("\r\n", range.end);
  const auto end = static_cast<uint32_t>(std::min(found, all.size()));
  const std::string_view part = all.substr(line_begin, end - line_begin);
  for (size_t at = 0; at < part.size();) {
    const size_t stop = std::min(part.find('\n', at), part.size());
    std::string_view line = part.substr(at, stop - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (stop < part.size() && (line.ends_with("  ") || line.ends_with('\\'))) return std::nullopt;
    refill = refill || CountCodePoints(line) > wrapping.width;
    at = stop + 1;
  }
  if (!refill) return std::nullopt;
  // The bullet's sign is no place to break a line.
  const uint32_t head = std::max(line_begin, std::min(range.begin, end));
  std::string out(all.substr(0, head));
  size_t column = CountCodePoints(all.substr(line_begin, head - line_begin));
  bool first = true;
  bool after_mark = line_begin <= range.begin;
  if (line_begin > range.begin) {
    out += wrapping.indent;
    column = CountCodePoints(wrapping.indent);
  }
  for (const std::string_view word : Words(all.substr(head, end - head))) {
    const size_t size = CountCodePoints(word);
    if (!first && !after_mark && column + 1 + size > wrapping.width) {
      out += wrapping.line_end + wrapping.indent;
      column = CountCodePoints(wrapping.indent);
    } else if (!first) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    after_mark = first && after_mark;
    first = false;
  }
  out += all.substr(end);
  return out;
}

}  // namespace resumelint
