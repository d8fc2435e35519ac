#include <fmt/format.h>

#include <algorithm>

#include "coach/session.h"
#include "report/paragraph.h"
#include "report/printable.h"
#include "report/view.h"

namespace resumelint {

namespace {

constexpr size_t kMargin = 7;

/// The block before or after one, in the same role; nullptr if there is none.
const Block* Neighbour(const Document& document, int block, int step) {
  const Block& here = document.blocks[static_cast<size_t>(block)];
  for (int at = block + step; at >= 0 && at < static_cast<int>(document.blocks.size()); at += step) {
    const Block& other = document.blocks[static_cast<size_t>(at)];
    if (other.kind == BlockKind::kSkipped) continue;
    return other.kind == here.kind && other.role == here.role ? &other : nullptr;
  }
  return nullptr;
}

std::string Shortened(const std::string& text, size_t most) {
  if (text.size() <= most) return text;
  size_t end = text.rfind(' ', most);
  if (end == std::string::npos || end == 0) end = most;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  return text.substr(0, end) + " …";
}

}  // namespace

std::string Session::Line(std::string_view label, std::string_view text, bool slots) const {
  Paragraph paragraph;
  slots ? paragraph.AddWithSlots(text) : paragraph.Add(text);
  const std::string blanks(label.size() < kMargin ? kMargin - label.size() : 1, ' ');
  return paragraph.Layout(Paint(label, Ink::kLabel, now_.rules.colour) + blanks, std::string(kMargin, ' '), now_.rules.width, now_.rules.colour);
}

std::string Session::Wrapped(const std::string& text) const {
  return Paragraph().Add(text).Layout("", "", now_.rules.width, now_.rules.colour);
}

std::string Session::Faint(std::string_view text) const {
  return Paragraph().Add(text, Ink::kFaint).Layout("       ", "       ", now_.rules.width, now_.rules.colour);
}

/// A key stays on the line of its word.
std::string Session::Keys(const std::vector<std::string>& keys) const {
  std::string out;
  std::string line;
  for (size_t i = 0; i < keys.size(); ++i) {
    const std::string key = keys[i] + (i + 1 < keys.size() ? "," : "");
    if (!line.empty() && kMargin + line.size() + 1 + key.size() > now_.rules.width) {
      out += Faint(line);
      line.clear();
    }
    line += (line.empty() ? "" : " ") + key;
  }
  return out + Faint(line);
}

std::string Session::ShowItem() const {
  const Document& document = now_.state.report().document;
  const Item& item = Current();
  const int index = now_.state.BlockOf(item.ordinal);
  const Block& block = document.blocks[static_cast<size_t>(index)];
  Paragraph head;
  head.Add(fmt::format("{} of {}", now_.at + 1, now_.items.size()), Ink::kStrong);
  const std::string where = Where(block);
  if (!where.empty()) head.Add(": " + where);
  const char* kDone[] = {"", "changed", "kept", "skipped"};
  if (item.done != Done::kOpen) head.Add(fmt::format("  ({})", kDone[static_cast<size_t>(item.done)]), Ink::kFaint);
  std::string out = head.Layout("", "  ", now_.rules.width, now_.rules.colour) + "\n";
  const size_t room = now_.rules.width > 20 ? now_.rules.width - 10 : 60;
  if (const Block* before = Neighbour(document, index, -1)) out += Faint(Shortened(before->text.chars, room));
  out += Paragraph().Add(block.text.chars, Ink::kStrong).Layout("     > ", "       ", now_.rules.width, now_.rules.colour);
  if (const Block* after = Neighbour(document, index, 1)) out += Faint(Shortened(after->text.chars, room));
  out += "\n";
  const std::vector<const Finding*> findings = now_.state.FindingsOf(item.ordinal, now_.rules.least);
  if (findings.empty()) out += Line("", "Nothing is found in it any more.");
  for (size_t i = 0; i < findings.size(); ++i) {
    Paragraph text;
    text.Add(fmt::format("{} ", findings[i]->message), InkOf(findings[i]->severity)).Add(fmt::format("[{}]", findings[i]->rule), Ink::kFaint);
    out += text.Layout(Paint(i == 0 ? "sees" : "", Ink::kLabel, now_.rules.colour) + (i == 0 ? "   " : "       "), "       ", now_.rules.width, now_.rules.colour);
    if (i == 0) out += Line("why", findings[i]->why);
  }
  for (const Finding* finding : findings) {
    for (const std::string& question : finding->questions) out += Line("ask", question);
    if (!finding->questions.empty()) break;
  }
  const bool alike = DropsAlike(offers_);
  for (size_t i = 0; i < offers_.size(); ++i) {
    out += Line(fmt::format("    {}", i + 1), offers_[i].text, true);
    if (!alike && !offers_[i].dropped.empty()) out += Faint(fmt::format("without: {}", fmt::join(offers_[i].dropped, ", ")));
    if (!offers_[i].advice.empty()) out += Faint(offers_[i].advice);
  }
  if (alike && !offers_.empty() && !offers_.front().dropped.empty()) {
    out += Faint(fmt::format("each without: {}", fmt::join(offers_.front().dropped, ", ")));
  }
  if (offers_.empty() && !findings.empty()) {
    const Rule* rule = now_.rules.rules->FindRule(findings.front()->rule);
    if (rule != nullptr && !rule->fix.empty()) out += Line("do", std::string(rule->fix));
  }
  std::vector<std::string> keys = {"e edit", "k keep", "s skip", "b back", "u undo", "w save", "q quit", "? help"};
  if (!offers_.empty()) keys.insert(keys.begin(), offers_.size() == 1 ? "1 take" : fmt::format("1-{} take", offers_.size()));
  return out + "\n" + Keys(keys);
}

std::string Session::ShowSlot() const {
  const std::string& slot = parts_[SlotPartAt(answers_.size())].text;
  const SlotType* type = now_.rules.slots->Of(slot, now_.rules.rules->lexicon);
  std::string out = "\n" + Line("so far", Filled(true), true);
  if (type != nullptr) out += Line("ask", type->question);
  const std::vector<std::string> choices = ChoicesOf(slot);
  for (size_t i = 0; i < choices.size(); ++i) out += Line(fmt::format("    {}", i + 1), choices[i]);
  return out;
}

/// With the words before it: an answer must go on from there. What a slot may hold is said above.
std::string Session::SlotPrompt() const {
  const size_t at = SlotPartAt(answers_.size());
  std::string before;
  size_t slot = 0;
  for (size_t i = 0; i < at; ++i) before += parts_[i].slot ? answers_[slot++] : parts_[i].text;
  size_t from = before.find_last_not_of(' ');
  for (int words = 0; words < 2 && from != std::string::npos; ++words) {
    from = before.rfind(' ', from);
    if (from != std::string::npos && from > 0) --from;
  }
  const std::string lead = from == std::string::npos ? before : before.substr(from + 2);
  const std::string& name = parts_[at].text;
  const size_t choices = ChoicesOf(name).size();
  return Printable(fmt::format("{}[{}]: ", lead, choices > 0 ? fmt::format("1-{}", choices) : name.substr(0, name.find(':'))));
}

std::string Session::ShowHelp() const {
  const std::pair<const char*, const char*> keys[] = {
      {"1, 2, …", "take a rewrite; its [slots] are then asked for one by one"},
      {"e", "write the line yourself, or change some words: old words => new words"},
      {"k", "keep it as it is, with a reason; it isn't asked for again"},
      {"s", "skip it for now; it comes again the next time"},
      {"b", "back to the line before"},
      {"u", "take the last change back"},
      {"w", "save; the old file is kept as FILE~"},
      {"q", "quit; lines that are done don't come again"},
  };
  std::string out;
  for (const auto& [key, what] : keys) {
    out += Paragraph().Add(what).Layout(fmt::format("  {:<8} ", key), std::string(11, ' '), now_.rules.width, now_.rules.colour);
  }
  return out + "\n" + Wrapped("While a [slot] is asked for: ? asks in another way, < goes one back, x goes back to the rewrites; d says that you don't know, c that you may not tell: both are remembered in resumelint.toml.");
}

/// What comes again the next time.
std::string Session::ShowLeft() const {
  const auto left = std::count_if(now_.items.begin(), now_.items.end(), [](const Item& item) { return item.done == Done::kOpen || item.done == Done::kSkipped; });
  return left == 0 ? "" : Wrapped(left == 1 ? "1 line is left for the next time." : fmt::format("{} lines are left for the next time.", left));
}

std::string Session::ShowEnd() const {
  uint32_t counts[4] = {0, 0, 0, 0};
  for (const Item& item : now_.items) ++counts[static_cast<size_t>(item.done)];
  std::vector<std::string> parts;
  const char* kDone[] = {"open", "changed", "kept", "skipped"};
  for (const size_t state : {1u, 2u, 3u, 0u}) {
    if (counts[state] > 0) parts.push_back(fmt::format("{} {}", counts[state], kDone[state]));
  }
  std::string out = "\n" + Wrapped(fmt::format("That was the last one: {}.", fmt::join(parts, ", ")));
  if (!now_.state.writable()) return out + Wrapped("q shows the list of changes, b goes back.");
  if (Unsaved() > 0 || !now_.config.empty()) return out + "w saves, b goes back, q quits.\n";
  return out + "q quits, b goes back.\n";
}

}  // namespace resumelint
