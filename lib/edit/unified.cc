#include "edit/unified.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace resumelint {

namespace {

std::vector<std::string_view> Lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const size_t end = text.find('\n');
    const size_t size = end == std::string_view::npos ? text.size() : end + 1;
    lines.push_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

/// Lines [old_begin, old_end) become [new_begin, new_end).
struct Change {
  size_t old_begin, old_end, new_begin, new_end;
};

/// Where two lists of lines that differ at [i] and [k] are the same again, the nearest such place; their
/// ends if there is none near.
std::pair<size_t, size_t> SameAgain(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b, size_t i, size_t k) {
  constexpr size_t kFar = 1000;
  const size_t rows = a.size() - i;
  const size_t columns = b.size() - k;
  for (size_t steps = 1; steps <= std::min(rows + columns, kFar); ++steps) {
    const size_t most = std::min(steps, rows);
    for (size_t down = steps - std::min(steps, columns); down <= most; ++down) {
      const size_t across = steps - down;
      const bool same = down == rows || across == columns ? down == rows && across == columns : a[i + down] == b[k + across];
      if (same) return {i + down, k + across};
    }
  }
  return {a.size(), b.size()};
}

/// Finds the changes between two lists of lines, in time linear in them: edits are small, and what follows
/// one is the same again.
std::vector<Change> Changes(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<Change> out;
  for (size_t i = 0, k = 0; i < a.size() || k < b.size();) {
    if (i < a.size() && k < b.size() && a[i] == b[k]) {
      ++i;
      ++k;
      continue;
    }
    const auto [next_i, next_k] = SameAgain(a, b, i, k);
    out.push_back({i, next_i, k, next_k});
    i = next_i;
    k = next_k;
  }
  return out;
}

void AddLine(std::string& out, char sign, std::string_view line) {
  out += sign;
  out += line;
  if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
}

std::string Range(size_t begin, size_t count) {
  // An empty range is said to stand after the line before it.
  if (count == 1) return std::to_string(begin + 1);
  return fmt::format("{},{}", count == 0 ? begin : begin + 1, count);
}

/// As git writes a name with blanks in it: in front of a tab, or in quotes where it holds odd bytes.
std::string NameLine(const std::string& path) {
  const bool odd = std::any_of(path.begin(), path.end(), [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\' || c == 0x7F;
  });
  if (odd) {
    std::string out = "\"";
    for (const char c : path) {
      if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
      } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        out += fmt::format("\\{:03o}", static_cast<unsigned>(c));
      } else {
        out += c;
      }
    }
    return out + "\"";
  }
  return path.find(' ') == std::string::npos ? path : path + "\t";
}

}  // namespace

std::string UnifiedDiff(const std::string& path, const std::string& before, const std::string& after) {
  constexpr size_t kContext = 3;
  const std::vector<std::string_view> a = Lines(before);
  const std::vector<std::string_view> b = Lines(after);
  const std::vector<Change> changes = Changes(a, b);
  if (changes.empty()) return {};
  std::string out = fmt::format("--- {0}\n+++ {0}\n", NameLine(path));
  for (size_t first = 0; first < changes.size();) {
    size_t last = first;
    while (last + 1 < changes.size() && changes[last + 1].old_begin - changes[last].old_end <= 2 * kContext) ++last;
    const size_t lead = std::min(kContext, changes[first].old_begin);
    const size_t trail = std::min(kContext, a.size() - changes[last].old_end);
    const size_t old_begin = changes[first].old_begin - lead;
    const size_t new_begin = changes[first].new_begin - lead;
    out += fmt::format("@@ -{} +{} @@\n", Range(old_begin, changes[last].old_end + trail - old_begin),
                       Range(new_begin, changes[last].new_end + trail - new_begin));
    size_t at = old_begin;
    for (size_t i = first; i <= last; ++i) {
      for (; at < changes[i].old_begin; ++at) AddLine(out, ' ', a[at]);
      for (; at < changes[i].old_end; ++at) AddLine(out, '-', a[at]);
      for (size_t k = changes[i].new_begin; k < changes[i].new_end; ++k) AddLine(out, '+', b[k]);
    }
    for (; at < changes[last].old_end + trail; ++at) AddLine(out, ' ', a[at]);
    first = last + 1;
  }
  return out;
}

}  // namespace resumelint
