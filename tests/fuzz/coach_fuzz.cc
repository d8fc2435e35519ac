#include <algorithm>
#include <vector>

#include "coach/session.h"
#include "config/config.h"
#include "formats/read.h"
#include "formats/zip_writer.h"
#include "fuzz/targets.h"
#include "report/printable.h"
#include "rules/builtin.h"

namespace resumelint {

namespace {

const SlotTypes& Slots() {
  static const SlotTypes types = *LoadSlots(BuiltinRules(), Builtin().lexicon, Builtin().fragments);
  return types;
}

/// What is wrong with lines that go to the terminal, or "".
std::string ShownFaults(std::string_view text) {
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (Printable(line) != line) return "shows what isn't printable: " + std::string(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return {};
}

/// What would be wrong with a file written now, or "": it reads as the session says.
std::string SavedFaults(const Session& session, std::string_view format) {
  const Document& held = session.state().report().document;
  const auto saved = ReadDocument("r", session.state().raw(), Terms(), format);
  if (!saved) return "what is saved can't be read: " + saved.error().what;
  if (Dump(*saved, false) != Dump(held, false)) {
    return "what is saved reads otherwise:\n" + Dump(*saved, false) + "against\n" + Dump(held, false);
  }
  std::string config;
  for (const ListEntry& entry : session.config_entries()) {
    Result<std::string> added = AddToList("resumelint.toml", config, entry);
    if (!added) return "the configuration can't note \"" + entry.value + "\": " + added.error().what;
    config = std::move(*added);
  }
  const auto parsed = ParseConfig("resumelint.toml", config);
  return parsed ? "" : "the configuration can't be read: " + parsed.error().what + "\n" + config;
}

std::vector<std::string> CheckedTexts(const Session& session) {
  std::vector<std::string> out;
  for (const Block& block : session.state().report().document.blocks) {
    if (block.kind != BlockKind::kSkipped) out.push_back(block.text.chars);
  }
  return out;
}

}  // namespace

/// The first byte chooses the reader, the rest of the line is what a person types, with tabs for its
/// line ends, and what follows is the resume.
std::string FuzzCoach(std::string_view input) {
  if (input.empty()) return {};
  const Reader& reader = Readers()[static_cast<unsigned char>(input[0]) % Readers().size()];
  if (!reader.text && reader.name != std::string_view("docx")) return {};  // a PDF isn't written
  input.remove_prefix(1);
  const size_t end = std::min(input.find('\n'), input.size());
  std::string_view typed = input.substr(0, end);
  std::string raw(input.substr(std::min(end + 1, input.size())));
  if (!reader.text) raw = WriteDocx(raw);
  auto document = ReadDocument("r\x1b[2J", raw, Terms(), reader.name);
  if (!document) return {};

  LintOptions options;
  options.rewrites = &BuiltinRewrites();
  const CoachRules rules{&Builtin(), &Slots(), Severity::kHint, false, 80};
  Session session(ResumeState(std::move(*document), std::move(raw), Builtin(), options, {}), rules);
  const std::vector<std::string> before = CheckedTexts(session);
  std::string wrong = ShownFaults(session.Begin());
  size_t taken = 0;  // each changes one line at most
  for (int lines = 0; wrong.empty() && !typed.empty() && !session.Over() && lines < 40; ++lines) {
    const size_t tab = std::min(typed.find('\t'), typed.size());
    const uint32_t unsaved = session.Unsaved();
    const Session::Answer answer = session.Take(typed.substr(0, tab));
    typed.remove_prefix(std::min(tab + 1, typed.size()));
    taken += session.Unsaved() > unsaved ? 1 : 0;
    const std::string learned = answer.wish != Session::Wish::kLearn ? ""
                                : lines % 2 == 0                     ? session.Learned(rules, options)
                                                                     : session.NotLearned();
    wrong = ShownFaults(answer.text + learned + session.Prompt());
    if (wrong.empty() && answer.wish == Session::Wish::kSave) {
      wrong = SavedFaults(session, reader.name);
      session.Saved();
    }
  }
  if (wrong.empty()) wrong = SavedFaults(session, reader.name);
  if (wrong.empty()) {
    const std::vector<std::string> after = CheckedTexts(session);
    size_t changed = 0;
    for (size_t i = 0; i < std::min(before.size(), after.size()); ++i) changed += before[i] != after[i] ? 1 : 0;
    if (after.size() != before.size()) wrong = "lines came or went";
    if (changed > taken) wrong = "lines changed that nobody changed";
  }
  return wrong.empty() ? wrong : std::string(reader.name) + ": " + wrong;
}

}  // namespace resumelint
