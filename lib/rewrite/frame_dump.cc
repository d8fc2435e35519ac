#include <fmt/format.h>

#include "rewrite/frame.h"

namespace resumelint {

std::string Dump(const Frame& frame, const Sentence& sentence) {
  static constexpr const char* kKinds[] = {"", "participle ", "relative ", "independent "};
  std::string out;
  const auto text = [&](uint32_t begin, uint32_t end) {
    return std::string(sentence.TextOf(begin, end));
  };
  if (!frame.label.empty())
    out += fmt::format("label={} || ", text(frame.label.begin, frame.label.end));
  bool first = true;
  for (const Clause& clause : frame.clauses) {
    if (!first) out += " || ";
    first = false;
    out += kKinds[static_cast<size_t>(clause.kind)];
    if (clause.kind != Clause::Kind::kAction) {
      out += fmt::format("{}{}", text(clause.all.begin, clause.all.end),
                         clause.result ? " (result)" : "");
      continue;
    }
    out += fmt::format("{}", Name(clause.agency));
    if (clause.opener != nullptr) out += fmt::format("<{}>", clause.opener->name);
    if (!clause.person.empty())
      out += fmt::format(" person={}", text(clause.person.begin, clause.person.end));
    for (const VerbUse& verb : clause.verbs) out += fmt::format("|{}", verb.lemma);
    if (clause.passive) out += " passive";
    if (clause.result) out += " (result)";
    if (!clause.object.empty())
      out += fmt::format(" object={}", text(clause.object.begin, clause.object.end));
    for (const Chunk& chunk : clause.chunks) {
      out += fmt::format(" {}={}", Name(chunk.role), text(chunk.begin, chunk.end));
    }
  }
  for (const std::string& doubt : frame.doubts) out += fmt::format(" ?? {}", doubt);
  return out;
}

}  // namespace resumelint
