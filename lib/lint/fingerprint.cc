#include "lint/fingerprint.h"

#include <fmt/format.h>

#include <string_view>

#include "base/utf8.h"

namespace resumelint {

namespace {

// FNV-1a: no secret is kept, it only has to be the same everywhere and for ever.
class Hash {
 public:
  void Add(std::string_view bytes) {
    for (const char byte : bytes) {
      value_ ^= static_cast<unsigned char>(byte);
      value_ *= 0x100000001b3u;
    }
  }
  uint64_t value() const { return value_; }

 private:
  uint64_t value_ = 0xcbf29ce484222325u;
};

// Letters and digits in lower case, words joined by one blank.
std::string Normalised(std::string_view text) {
  std::string out;
  bool gap = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    at += point.length;
    const bool kept = IsLetter(point.value) || (point.value >= '0' && point.value <= '9');
    if (!kept) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    AppendUtf8(out, ToLower(point.value));
  }
  return out;
}

}  // namespace

std::string Fingerprint(const Report& report, const Finding& finding) {
  const Document& document = report.document;
  Hash hash;
  hash.Add(finding.rule);
  hash.Add("\n");
  if (finding.block >= 0 && static_cast<size_t>(finding.block) < document.blocks.size()) {
    hash.Add(Normalised(document.blocks[static_cast<size_t>(finding.block)].text.chars));
  } else if (finding.role >= 0 && static_cast<size_t>(finding.role) < document.roles.size()) {
    const Role& role = document.roles[static_cast<size_t>(finding.role)];
    hash.Add(Normalised(role.title + " " + role.organisation));
  }
  return fmt::format("{:016x}", hash.value());
}

}  // namespace resumelint
