#include "report/redact.h"

#include "base/utf8.h"

namespace resumelint {

namespace {

// The name without what stands after it: "Kim Example, CSPO".
std::string NameIn(std::string_view line) {
  std::string_view name = line.substr(0, line.find_first_of(",|("));
  while (name.ends_with(' ')) name.remove_suffix(1);
  return std::string(name);
}

// Replaces whatever its case is; only letters of one byte change their case here.
void ReplaceAll(std::string& text, const std::string& what, std::string_view by) {
  const std::string lower = Lower(what);
  std::string folded = Lower(text);
  if (folded.size() != text.size()) return;
  for (size_t at = folded.find(lower); at != std::string::npos; at = folded.find(lower, at + by.size())) {
    text.replace(at, what.size(), by);
    folded.replace(at, what.size(), by);
  }
}

}  // namespace

Redactor::Redactor(const Document& document) {
  for (const Block& block : document.blocks) {
    if (block.kind != BlockKind::kName) continue;
    std::string name = NameIn(block.text.chars);
    // One word alone could be any word of the resume.
    if (name.find(' ') != std::string::npos) names_.push_back(std::move(name));
  }
  patterns_.emplace_back(Regex("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+"), "[mail]");
  patterns_.emplace_back(Regex("(?i)(\\b[a-z][a-z+.-]*://|\\bwww\\.)[^\\s<>()|,;]+"), "[link]");
  patterns_.emplace_back(Regex("(?i)\\b(linkedin|github|gitlab|xing)\\.(com|org)/[^\\s<>()|,;]+"), "[link]");
  // "+44 20 7946 0000", "(555) 010-0199", "555-010-0199": years and amounts have no such form.
  patterns_.emplace_back(Regex("\\+[0-9][0-9 ().-]{6,}[0-9]"), "[phone]");
  patterns_.emplace_back(Regex("(\\([0-9]{2,5}\\) ?|\\b[0-9]{3}[-. ])[0-9]{3}[-. ]?[0-9]{4}\\b"), "[phone]");
}

std::string Redactor::Redacted(std::string_view text) const {
  std::string out(text);
  for (const std::string& name : names_) ReplaceAll(out, name, "[name]");
  for (const auto& [pattern, by] : patterns_) {
    size_t from = 0;
    while (const auto found = pattern.Find(std::string_view(out).substr(from))) {
      out.replace(from + found->begin, found->size(), by);
      from += found->begin + by.size();
    }
  }
  return out;
}

}  // namespace resumelint
