#include "rules/rule.h"

#include <array>

namespace resumelint {

namespace {
constexpr std::array<const char*, 4> kSeverities = {"off", "hint", "warning", "error"};
constexpr std::array<const char*, 6> kScopes = {"bullet", "summary", "headline",
                                                "skills", "role",    "document"};
}  // namespace

const char* Name(Severity severity) { return kSeverities[static_cast<size_t>(severity)]; }

bool ParseSeverity(std::string_view name, Severity& severity) {
  for (size_t i = 0; i < kSeverities.size(); ++i) {
    if (name == kSeverities[i]) {
      severity = static_cast<Severity>(i);
      return true;
    }
  }
  return false;
}

const char* Name(Scope scope) { return kScopes[static_cast<size_t>(scope)]; }

bool MatchesRuleInFull(std::string_view pattern, std::string_view id) {
  if (pattern == id) return true;
  if (pattern.find('*') == std::string_view::npos) {
    return pattern.find('/') == std::string_view::npos && id.size() > pattern.size() &&
           id.starts_with(pattern) && id[pattern.size()] == '/';
  }
  // Glob: the pieces between stars stand in order; the first and the last at the ends.
  size_t at = 0;
  bool first = true;
  while (true) {
    const size_t star = pattern.find('*');
    const std::string_view piece = pattern.substr(0, star);
    if (star == std::string_view::npos) {
      return id.size() >= at + piece.size() && id.substr(at).ends_with(piece);
    }
    const size_t found = first ? (id.starts_with(piece) ? 0 : std::string_view::npos)
                               : id.find(piece, at);
    if (found == std::string_view::npos) return false;
    at = found + piece.size();
    first = false;
    pattern.remove_prefix(star + 1);
  }
}

}  // namespace resumelint
