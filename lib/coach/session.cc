#include "coach/session.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "config/config.h"
#include "edit/edit.h"
#include "report/printable.h"
#include "report/view.h"

namespace resumelint {

namespace {

std::string_view Trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// A number from 1, or 0.
size_t NumberIn(std::string_view line) {
  size_t number = 0;
  for (const char c : line) {
    if (c < '0' || c > '9' || number > 1000) return 0;
    number = number * 10 + static_cast<size_t>(c - '0');
  }
  return number;
}

bool HasSlots(std::string_view text) {
  const std::vector<SlotPart> parts = SplitSlots(text);
  return std::any_of(parts.begin(), parts.end(), [](const SlotPart& part) { return part.slot; });
}

/// Letters of a line in lower case: "W" saves as "w" does.
std::string Key(std::string_view line) {
  std::string out(line);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

Session::Session(ResumeState state, const CoachRules& rules)
    : now_{std::move(state), {}, {}, 0, 0, rules} {
  const Report& report = now_.state.report();
  const std::vector<Block>& blocks = report.document.blocks;
  std::vector<bool> found(blocks.size(), false);
  for (const Finding& finding : report.findings) {
    if (finding.block >= 0 && finding.severity >= now_.rules.least) found[static_cast<size_t>(finding.block)] = true;
  }
  int ordinal = 0;
  for (size_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i].kind == BlockKind::kSkipped) continue;
    if (found[i]) now_.items.push_back({ordinal, blocks[i].text.chars, Done::kOpen});
    ++ordinal;
  }
}

std::string Session::Begin() {
  const Report& report = now_.state.report();
  const std::string& path = report.document.source.path;
  Note(fmt::format("# {}\n", path));
  if (now_.items.empty()) {
    mode_ = Mode::kOver;
    return Wrapped(fmt::format("{}: nothing to work on. The hints are gone through with --min-severity hint.", path));
  }
  FindOffers();
  NoteItem();
  std::string out = Wrapped(fmt::format("{}: {} to go through. ? is help, q stops; nothing is written until w.", path,
                                        now_.items.size() == 1 ? "1 line" : fmt::format("{} lines", now_.items.size())));
  if (!now_.state.writable()) {
    out += Wrapped("A PDF can't be changed: at the end there is a list of what to change in the file it was made from.");
  }
  return out + "\n" + ShowItem();
}

Session::Answer Session::Take(std::string_view typed) {
  std::string line(Trimmed(typed));
  std::replace(line.begin(), line.end(), '\t', ' ');
  // An arrow key is typed as an escape. It has no place in a resume.
  if (Printable(line) != line) return {Wrapped("That line held a key that is no letter, an arrow perhaps: type it anew."), Wish::kNone};
  switch (mode_) {
    case Mode::kMenu: return TakeMenu(line);
    case Mode::kSlot: return TakeSlot(line);
    case Mode::kConfirm: return TakeConfirm(line);
    case Mode::kEdit: return TakeEdit(line);
    case Mode::kKeep: return TakeKeep(line);
    case Mode::kNoFigure: return TakeNoFigure(line);
    case Mode::kQuit: return TakeQuit(line);
    case Mode::kEnd: return TakeEnd(line);
    case Mode::kOver: break;
  }
  return {"", Wish::kQuit};
}

std::string Session::Prompt() const {
  switch (mode_) {
    case Mode::kSlot: return SlotPrompt();
    case Mode::kConfirm: return "take it? y yes, e edit first, n no: ";
    case Mode::kEdit: return "new text: ";
    case Mode::kKeep: return "why keep it? ";
    case Mode::kNoFigure: return "which words? ";
    case Mode::kQuit: return "save first? y yes, n no, b back: ";
    case Mode::kMenu: return fmt::format("{} of {}> ", now_.at + 1, now_.items.size());
    default: return "> ";
  }
}

std::string Session::Draft() const {
  if (mode_ != Mode::kEdit && mode_ != Mode::kNoFigure) return {};
  const std::string text = Compose(mode_ == Mode::kEdit ? EditedText() : now_.state.At(Current().ordinal).text.chars);
  return now_.rules.edits && now_.rules.edits(text) ? text : std::string();
}

bool Session::AsksWords() const {
  return mode_ == Mode::kSlot || mode_ == Mode::kEdit || mode_ == Mode::kKeep || mode_ == Mode::kNoFigure;
}

Session::Answer Session::Leave() {
  switch (mode_) {
    case Mode::kMenu:
    case Mode::kEnd: return Quit();
    case Mode::kQuit: return TakeQuit("n");
    case Mode::kOver: return {"", Wish::kQuit};
    default: return Menu("\n");
  }
}

void Session::Saved() {
  now_.unsaved = 0;
  now_.config.clear();
  for (Snapshot& snapshot : past_) {
    // What was saved can still be taken back, and is then a change again.
    ++snapshot.unsaved;
    snapshot.config.clear();
  }
}

// ---- moving about

/// Begins a line's part of the transcript, once.
void Session::NoteItem() {
  if (noted_ == static_cast<int>(now_.at)) return;
  noted_ = static_cast<int>(now_.at);
  const Block& block = now_.state.At(Current().ordinal);
  Note(fmt::format("\n## {}\n\n> {}\n", Where(block), block.text.chars));
  for (const Finding* finding : now_.state.FindingsOf(Current().ordinal, now_.rules.least)) Note(fmt::format("\n{}\n", finding->message));
}

void Session::Remember() { past_.push_back(now_); }

/// The words themselves, where someone types them.
bool Session::SaysUnknown(std::string_view line) const {
  const Lexicon& lexicon = now_.rules.rules->lexicon;
  const Sentence read = lexicon.Read(line);
  const ClassId unknown = lexicon.Find("W.unknown");
  return !read.terms.empty() && read.terms.front().cls == unknown && read.terms.front().begin == 0 && read.terms.front().end == read.tokens.size();
}

void Session::FindOffers() {
  offers_.clear();
  for (const Finding* finding : now_.state.FindingsOf(Current().ordinal, now_.rules.least)) {
    if (finding->rewrites.empty()) continue;
    for (const Rewrite& rewrite : finding->rewrites) {
      if (!rewrite.text.empty()) offers_.push_back(rewrite);
    }
    break;
  }
}

std::string Session::Where(const Block& block) const {
  std::string where = block.role >= 0 ? now_.state.report().document.roles[static_cast<size_t>(block.role)].title : SectionOf(block);
  if (block.role < 0) return where;
  const std::string& organisation = now_.state.report().document.roles[static_cast<size_t>(block.role)].organisation;
  return where + (where.empty() || organisation.empty() ? "" : ", ") + organisation;
}

Session::Answer Session::Menu(std::string before) {
  mode_ = Mode::kMenu;
  FindOffers();
  NoteItem();
  return {std::move(before) + ShowItem(), Wish::kNone};
}

Session::Answer Session::Forward(std::string before) {
  size_t next = now_.at + 1;
  while (next < now_.items.size() && now_.items[next].done != Done::kOpen) ++next;
  if (next >= now_.items.size()) {
    mode_ = Mode::kEnd;
    return {std::move(before) + ShowEnd(), Wish::kNone};
  }
  now_.at = next;
  return Menu(std::move(before) + "\n");
}

Session::Answer Session::Back() {
  if (mode_ != Mode::kEnd) {
    if (now_.at == 0) return {Wrapped("This is the first one."), Wish::kNone};
    --now_.at;
  }
  return Menu();
}

Session::Answer Session::Undo() {
  if (past_.empty()) return {Wrapped("There is nothing to take back."), Wish::kNone};
  const uint32_t width = now_.rules.width;
  now_ = std::move(past_.back());
  now_.rules.width = width;
  past_.pop_back();
  Answer answer = Menu("Taken back.\n\n");
  Note("\nTaken back.\n");  // under its own line
  return answer;
}

Session::Answer Session::Quit() {
  if ((now_.state.writable() && Unsaved() > 0) || !now_.config.empty()) {
    mode_ = Mode::kQuit;
    return {Wrapped(fmt::format("Not saved yet: {}.", Unsaved() == 0 ? "what is to be remembered" : Unsaved() == 1 ? "1 change" : fmt::format("{} changes", Unsaved()))), Wish::kNone};
  }
  mode_ = Mode::kOver;
  return {(now_.state.writable() ? "" : EditList()) + ShowLeft(), Wish::kQuit};
}

// ---- the menu

Session::Answer Session::TakeMenu(std::string_view line) {
  const std::string key = Key(line);
  if (key.empty()) return {ShowItem(), Wish::kNone};
  if (const size_t number = NumberIn(key); number > 0) return Pick(number);
  if (key == "e") {
    proposed_.clear();
    return AskEdit();
  }
  if (key == "k") {
    mode_ = Mode::kKeep;
    return {Wrapped("It stays as it is, and isn't asked for again. The reason is kept with it. Enter alone goes back."), Wish::kNone};
  }
  if (key == "s" || key == "n") {
    Current().done = Done::kSkipped;
    Note("\nSkipped.\n");
    return Forward("");
  }
  if (key == "b") return Back();
  if (key == "u") return Undo();
  if (key == "w") return {"", Wish::kSave};
  if (key == "q") return Quit();
  if (key == "?" || key == "h" || key == "help") return {ShowHelp(), Wish::kNone};
  return {Wrapped(fmt::format("\"{}\" is none of the keys; ? shows them. To write the line yourself: e.", line)), Wish::kNone};
}

Session::Answer Session::TakeEnd(std::string_view line) {
  const std::string key = Key(line);
  if (key == "w") return {"", Wish::kSave};
  if (key == "b") return Back();
  if (key == "u") return Undo();
  if (key == "q" || key.empty()) return Quit();
  return {Wrapped("w save, b back to the last line, u undo, q quit."), Wish::kNone};
}

Session::Answer Session::TakeQuit(std::string_view line) {
  const std::string key = Key(line);
  if (key == "y" || key == "yes" || key == "w") {
    mode_ = Mode::kOver;
    return {ShowLeft(), Wish::kSave};
  }
  if (key == "n" || key == "no") {
    mode_ = Mode::kOver;
    return {"Nothing was written.\n", Wish::kQuit};
  }
  if (key == "b") return Menu();
  return {Wrapped("y saves, n throws the changes away, b goes back to the resume."), Wish::kNone};
}

// ---- a rewrite and its slots

Session::Answer Session::Pick(size_t number) {
  if (number > offers_.size()) {
    return {Wrapped(offers_.empty()       ? "There is no rewrite for this line: e writes it anew, k keeps it, s skips it."
                    : offers_.size() == 1 ? "There is one of them."
                                          : fmt::format("There are {} of them.", offers_.size())),
            Wish::kNone};
  }
  const Rewrite& rewrite = offers_[number - 1];
  parts_ = SplitSlots(rewrite.text);
  answers_.clear();
  Note(fmt::format("\nTaken: {}\n\n", rewrite.text));
  if (!HasSlots(rewrite.text)) return Propose(rewrite.text, "");
  return NextSlot("\n" + Wrapped("Your answer goes into the line as you type it. Other keys: ? asks in another way, < one back, x back to the rewrites, d I don't know, c I may not say."));
}

size_t Session::SlotPartAt(size_t slot) const {
  for (size_t i = 0; i < parts_.size(); ++i) {
    if (parts_[i].slot && slot-- == 0) return i;
  }
  return parts_.size();
}

size_t Session::SlotCount() const {
  return static_cast<size_t>(std::count_if(parts_.begin(), parts_.end(), [](const SlotPart& part) { return part.slot; }));
}

std::string Session::Filled(bool marks) const {
  std::string out;
  size_t slot = 0;
  for (const SlotPart& part : parts_) {
    if (!part.slot) {
      out += part.text;
    } else if (slot < answers_.size()) {
      out += answers_[slot++];
    } else {
      ++slot;
      out += marks ? "[" + part.text + "]" : part.text;
    }
  }
  return out;
}

Session::Answer Session::NextSlot(std::string before) {
  rung_ = 0;
  doubted_.clear();
  if (answers_.size() < SlotCount()) {
    mode_ = Mode::kSlot;
    return {std::move(before) + ShowSlot(), Wish::kNone};
  }
  std::string text = Filled(true);
  if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return Propose(std::move(text), std::move(before));
}

Session::Answer Session::TakeSlot(std::string_view line) {
  const std::string& slot = parts_[SlotPartAt(answers_.size())].text;
  const SlotType* type = now_.rules.slots->Of(slot, now_.rules.rules->lexicon);
  if (line.empty()) return {ShowSlot(), Wish::kNone};
  if (line == "x") return Menu();
  if (line == "<") {
    if (answers_.empty()) return Menu();
    answers_.pop_back();
    return NextSlot("");
  }
  if (line == "c") return AskWhichWords("confidential");
  if (Key(line) == "d" || SaysUnknown(line)) {
    if (type != nullptr && type->figure) return AskWhichWords("unknown");
    return {Wrapped("Better no answer than a guess: x goes back to the rewrites, one of which may do without; ? asks in another way."), Wish::kNone};
  }
  if (line == "?") {
    if (type != nullptr && rung_ < type->ladder.size()) {
      return {Line("ask", type->ladder[rung_++]), Wish::kNone};
    }
    return {Wrapped("There is no other way to ask. x goes back: take a rewrite that needs no answer, or keep the line with k. If nobody knows a figure: d."), Wish::kNone};
  }
  std::string answer(line);
  if (answer.find_first_of("[]") != std::string::npos) return {Wrapped("Without brackets: these mark what is still open."), Wish::kNone};
  const std::vector<std::string> choices = ChoicesOf(slot);
  if (!choices.empty()) {
    const size_t number = NumberIn(answer);
    if (number > 0 && number <= choices.size()) answer = choices[number - 1];
    if (std::find(choices.begin(), choices.end(), answer) == choices.end()) {
      return {Wrapped(fmt::format("One of 1 to {}.", choices.size())), Wish::kNone};
    }
  } else if (type != nullptr && doubted_ != answer) {
    std::string doubts;
    for (const std::string& doubt : CheckAnswer(*type, answer, now_.rules.rules->lexicon)) doubts += Line("hm:", doubt);
    if (!doubts.empty()) {
      doubted_ = answer;
      return {doubts + Wrapped(now_.rules.edits ? "Another answer, or the same once more (arrow up) to leave it so." : "Another answer, or the same once more to leave it so."), Wish::kNone};
    }
  }
  while (answer.size() > 1 && answer.back() == '.') answer.pop_back();
  Note(fmt::format("- {}: {}\n", slot, answer));
  answers_.push_back(std::move(answer));
  return NextSlot("");
}

Session::Answer Session::AskWhichWords(const char* key) {
  no_figure_ = key;
  mode_ = Mode::kNoFigure;
  if (!Draft().empty()) {
    return {Wrapped("Which words of the line is that about? Cut it down to them: no figure is asked for any more where they stand. The whole line: only here. Ctrl-C goes back."), Wish::kNone};
  }
  return {Line("was", now_.state.At(Current().ordinal).text.chars) +
              Wrapped("Which words of it is that about? No figure is asked for any more where they stand. Enter alone: only this line. x goes back."),
          Wish::kNone};
}

Session::Answer Session::TakeNoFigure(std::string_view line) {
  if (line == "x") return NextSlot("");
  const std::string& text = now_.state.At(Current().ordinal).text.chars;
  if (line.empty() || line == Draft()) line = text;
  if (text.find(line) == std::string::npos) return {Wrapped("These words don't stand in the line. Enter alone: only this line. x goes back."), Wish::kNone};
  const bool unknown = std::string_view(no_figure_) == "unknown";
  Note(fmt::format("- {}: {}\n", line == text ? "this line" : line, unknown ? "no figure known" : "not to be told"));
  Remember();
  now_.config.push_back({"", no_figure_, std::string(line), ""});
  return {Wrapped(fmt::format("Noted: no figure is asked for {}. It goes to resumelint.toml on w.",
                              line == text ? std::string("here") : fmt::format("where \"{}\" stands", line))) +
              "\n",
          Wish::kLearn};
}

std::string Session::Learned(const CoachRules& rules, const LintOptions& options) {
  now_.rules = rules;
  now_.state.UseRules(*rules.rules, options);
  if (mode_ == Mode::kEnd) return ShowEnd();
  if (now_.state.FindingsOf(Current().ordinal, now_.rules.least).empty() && Current().done == Done::kOpen) {
    Current().done = Done::kKept;
    return Forward("Nothing else is asked of this line.\n").text;
  }
  return Menu().text;
}

std::string Session::NotLearned() {
  now_ = std::move(past_.back());
  past_.pop_back();
  return Menu().text;
}

Session::Answer Session::Propose(std::string text, std::string before) {
  proposed_ = std::move(text);
  mode_ = Mode::kConfirm;
  tried_ = now_.state;
  std::vector<std::string> lost;
  if (Result<void> done = tried_->Replace(Current().ordinal, proposed_, lost); !done) {
    Answer answer = Menu();
    answer.text = std::move(before) + fmt::format("{}.\n{}\n\n", Printable(done.error().what), Printable(done.error().hint)) + answer.text;
    return answer;
  }
  std::string out = std::move(before) + Line("was", now_.state.At(Current().ordinal).text.chars) + Line("now", proposed_, true);
  if (!lost.empty()) out += Line("", fmt::format("markup goes with its words: {}", fmt::join(lost, " ")));
  for (const Finding* finding : tried_->FindingsOf(Current().ordinal, now_.rules.least)) out += Line("still:", finding->message);
  return {out, Wish::kNone};
}

Session::Answer Session::TakeConfirm(std::string_view line) {
  const std::string key = Key(line);
  if (key == "y" || key == "yes") return Apply();
  if (key == "n" || key == "no" || key == "b" || key == "x") return Menu();
  if (key == "e") return AskEdit();
  return {Wrapped("y takes it, e changes it further, n goes back to the rewrites."), Wish::kNone};
}

Session::Answer Session::Apply() {
  Remember();
  const std::string was = now_.state.At(Current().ordinal).text.chars;
  now_.state = std::move(*tried_);
  tried_.reset();
  Current().done = Done::kChanged;
  ++now_.unsaved;
  Note(fmt::format("\nNow: {}\n", proposed_));
  // What holds for the line as a whole holds for its new words.
  bool learns = false;
  for (ListEntry& entry : now_.config) {
    if (entry.key == "kept" || entry.value != was) continue;
    entry.value = now_.state.At(Current().ordinal).text.chars;
    learns = true;
  }
  Answer answer = Forward("");
  return learns ? Answer{"", Wish::kLearn} : answer;
}

/// From the menu the line as it stands is edited, from a proposal the proposal.
const std::string& Session::EditedText() const {
  return proposed_.empty() ? now_.state.At(Current().ordinal).text.chars : proposed_;
}

Session::Answer Session::AskEdit() {
  mode_ = Mode::kEdit;
  return {Wrapped(Draft().empty() ? "Type the whole line anew, or only some words: old words => new words. Enter alone leaves it as it is."
                                  : "Change the line as you like, then Enter. Ctrl-C leaves it as it is."),
          Wish::kNone};
}

Session::Answer Session::TakeEdit(std::string_view line) {
  std::string text = EditedText();
  const std::string draft = Draft();
  if (line.empty() || (proposed_.empty() && line == draft)) {
    proposed_.clear();
    return Menu();
  }
  // A line that was edited in place is meant as it stands, an arrow in it, too.
  const size_t arrow = draft.empty() ? line.find(" => ") : std::string_view::npos;
  if (arrow == std::string_view::npos) {
    text = line;
  } else {
    const std::string_view old_words = Trimmed(line.substr(0, arrow));
    const size_t at = text.find(old_words);
    if (at == std::string::npos) return {Wrapped(fmt::format("\"{}\" doesn't stand in: {}", old_words, text)), Wish::kNone};
    text.replace(at, old_words.size(), Trimmed(line.substr(arrow + 4)));
  }
  return Propose(FoldedBlanks(text), "");
}

Session::Answer Session::TakeKeep(std::string_view line) {
  if (line.empty()) return Menu();
  Remember();
  const size_t entries = now_.config.size();
  if (Result<void> done = now_.state.Keep(Current().ordinal, now_.rules.least, line, now_.config); !done) {
    past_.pop_back();
    return Menu(fmt::format("{}.\n\n", Printable(done.error().what)));
  }
  Current().done = Done::kKept;
  if (now_.config.size() == entries) ++now_.unsaved;
  Note(fmt::format("\nKept: {}\n", line));
  return Forward(now_.config.size() == entries ? "" : Wrapped("No comment can stand in such a file: on w it is noted in resumelint.toml, for this line as it is worded."));
}

std::string Session::EditList() const {
  std::string out;
  for (const Item& item : now_.items) {
    if (item.done != Done::kChanged) continue;
    const Block& block = now_.state.At(item.ordinal);
    if (out.empty()) out = "\nChange in the file that the PDF was made from:\n\n";
    if (block.page > 0) out += fmt::format("page {}\n", block.page);
    out += Line("was", item.before) + Line("now", block.text.chars) + "\n";
  }
  return out;
}

}  // namespace resumelint
