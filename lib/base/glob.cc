#include "base/glob.h"

namespace resumelint {

namespace {

/// Matches one character against the class that begins at `at` (a `[`); moves `at` past it. A `[` that
/// nothing closes is a plain character.
bool MatchesClass(std::string_view pattern, size_t& at, char c) {
  size_t in = at + 1;
  const bool negated = in < pattern.size() && (pattern[in] == '!' || pattern[in] == '^');
  if (negated) ++in;
  bool found = false;
  for (bool first = true; in < pattern.size() && (first || pattern[in] != ']'); first = false) {
    if (pattern[in] == '\\' && in + 1 < pattern.size()) ++in;
    const char low = pattern[in++];
    char high = low;
    if (in + 1 < pattern.size() && pattern[in] == '-' && pattern[in + 1] != ']') {
      high = pattern[in + 1];
      in += 2;
    }
    found = found || (low <= c && c <= high);
  }
  if (in >= pattern.size()) {
    ++at;
    return c == '[';
  }
  at = in + 1;
  return found != negated && c != '/';
}

/// A place to go back to: the pattern after a star, and how much the star has taken.
struct Star {
  size_t pattern = std::string_view::npos;
  size_t path = 0;
};

}  // namespace

bool MatchesGitPattern(std::string_view pattern, std::string_view path) {
  Star one, two;  // the last `*` and the last `**`
  size_t p = 0;
  size_t s = 0;
  for (;;) {
    bool stuck = false;
    if (p < pattern.size() && pattern.substr(p, 2) == "**") {
      // `**/` also stands for nothing.
      p += pattern.substr(p, 3) == "**/" ? 3 : 2;
      two = {p, s};
      one = {};
      continue;
    }
    if (p < pattern.size() && pattern[p] == '*') {
      one = {++p, s};
      continue;
    }
    if (s == path.size()) {
      if (p == pattern.size()) return true;
      stuck = true;
    } else if (p == pattern.size()) {
      stuck = true;
    } else if (pattern[p] == '?') {
      stuck = path[s] == '/';
      ++p;
      ++s;
    } else if (pattern[p] == '[') {
      stuck = !MatchesClass(pattern, p, path[s]);
      ++s;
    } else {
      if (pattern[p] == '\\' && p + 1 < pattern.size()) ++p;
      stuck = pattern[p] != path[s];
      ++p;
      ++s;
    }
    if (!stuck) continue;
    if (one.pattern != std::string_view::npos && one.path < path.size() && path[one.path] != '/') {
      p = one.pattern;
      s = ++one.path;
    } else if (two.pattern != std::string_view::npos && two.path < path.size()) {
      one = {};
      p = two.pattern;
      // `**/` takes whole folders, a final `**` anything.
      const bool folders = two.pattern > 0 && pattern[two.pattern - 1] == '/';
      if (folders) {
        const size_t slash = path.find('/', two.path);
        if (slash == std::string_view::npos) return false;
        s = two.path = slash + 1;
      } else {
        s = ++two.path;
      }
    } else {
      return false;
    }
  }
}

}  // namespace resumelint
