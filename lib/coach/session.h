#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "coach/resume_state.h"
#include "report/reporter.h"
#include "rewrite/slots.h"

namespace resumelint {

/// What a session goes by. All must outlive it.
struct CoachRules {
  const RuleSet* rules = nullptr;
  const SlotTypes* slots = nullptr;
  Severity least = Severity::kWarning;  ///< bullets without a finding of this severity aren't visited
  bool colour = false;
  uint32_t width = 80;
  /// Whether a text can be edited where it is typed, and then stands there as `Draft()`. Without it lines are typed whole.
  std::function<bool(std::string_view)> edits;
};

/// A coaching session, as a machine without input or output: a line goes in, a text comes out. It
/// reads and writes nothing; where a file is to be written it says so, and is told how that went.
class Session {
 public:
  Session(ResumeState state, const CoachRules& rules);

  enum class Wish : uint8_t {
    kNone,
    kLearn,  ///< load the rules anew, with `config_entries()` in the configuration, then call Learned
    kSave,  ///< write `state().raw()` and `config_entries()`, then call Saved
    kQuit,  ///< it is over
  };
  struct Answer {
    std::string text;  ///< to print
    Wish wish = Wish::kNone;
  };

  /// What is printed first.
  std::string Begin();
  /// Takes a line that the person typed: any bytes; one that isn't text is asked for again.
  Answer Take(std::string_view typed);
  /// What is printed before the person types.
  std::string Prompt() const;
  /// What stands in the line already when the person begins to type, where lines can be edited.
  std::string Draft() const;
  /// An answer in words is asked for, no key.
  bool AsksWords() const;
  /// The person wants out (Ctrl-C): of a question to the line, of the line to the end, which asks whether to save.
  Answer Leave();
  /// The terminal became wider or narrower.
  void SetWidth(uint32_t width) { now_.rules.width = width; }
  /// The rules with what the configuration has to remember. What is printed then.
  std::string Learned(const CoachRules& rules, const LintOptions& options);
  /// The rules couldn't be loaded so: what was to be remembered is forgotten. What is printed then.
  std::string NotLearned();
  /// All is on the disk. `told` is printed by whoever wrote it.
  void Saved();

  const ResumeState& state() const { return now_.state; }
  /// What the configuration must remember, since the last save.
  const std::vector<ListEntry>& config_entries() const { return now_.config; }
  /// Lines changed and not saved.
  uint32_t Unsaved() const { return now_.unsaved; }
  bool Over() const { return mode_ == Mode::kOver; }
  /// For files that can't be written: each line to change, and what it becomes.
  std::string EditList() const;
  /// The session so far, as Markdown.
  std::string Transcript() const { return transcript_; }

 private:
  enum class Mode : uint8_t { kMenu, kSlot, kConfirm, kEdit, kKeep, kNoFigure, kQuit, kEnd, kOver };
  enum class Done : uint8_t { kOpen, kChanged, kKept, kSkipped };

  struct Item {
    int ordinal = 0;
    std::string before;  ///< its text when the session began
    Done done = Done::kOpen;
  };
  /// What undo goes back to.
  struct Snapshot {
    ResumeState state;
    std::vector<Item> items;
    std::vector<ListEntry> config;
    uint32_t unsaved = 0;
    size_t at = 0;
    CoachRules rules;
  };

  // session.cc: what lines mean
  Answer TakeMenu(std::string_view line);
  Answer TakeSlot(std::string_view line);
  Answer TakeConfirm(std::string_view line);
  Answer TakeEdit(std::string_view line);
  Answer TakeKeep(std::string_view line);
  Answer TakeNoFigure(std::string_view line);
  Answer AskWhichWords(const char* key);
  Answer AskEdit();
  const std::string& EditedText() const;
  Answer TakeQuit(std::string_view line);
  Answer TakeEnd(std::string_view line);
  Answer Pick(size_t number);
  Answer NextSlot(std::string before);
  Answer Propose(std::string text, std::string before);
  Answer Apply();
  Answer Forward(std::string before);
  Answer Back();
  Answer Undo();
  Answer Quit();
  Answer Menu(std::string before = {});
  void Remember();
  void Note(const std::string& markdown) { transcript_ += markdown; }
  std::string Filled(bool marks) const;
  size_t SlotPartAt(size_t slot) const;
  size_t SlotCount() const;
  Item& Current() { return now_.items[now_.at]; }
  const Item& Current() const { return now_.items[now_.at]; }
  void FindOffers();
  bool SaysUnknown(std::string_view line) const;
  void NoteItem();
  std::string Where(const Block& block) const;

  // session_view.cc: how things look
  std::string ShowItem() const;
  std::string ShowSlot() const;
  std::string SlotPrompt() const;
  std::string ShowHelp() const;
  std::string ShowEnd() const;
  std::string ShowLeft() const;
  std::string Keys(const std::vector<std::string>& keys) const;
  std::string Line(std::string_view label, std::string_view text, bool slots = false) const;
  std::string Wrapped(const std::string& text) const;
  std::string Faint(std::string_view text) const;

  Snapshot now_;
  std::vector<Snapshot> past_;
  Mode mode_ = Mode::kMenu;
  std::vector<Rewrite> offers_;
  std::vector<SlotPart> parts_;      ///< of the rewrite that is being filled
  std::vector<std::string> answers_;  ///< as many as slots are filled
  const char* no_figure_ = "";        ///< the list of the configuration that words go to
  size_t rung_ = 0;                  ///< of the ladder at this slot
  std::string doubted_;              ///< an answer that was questioned: given again, it is taken
  std::string proposed_;
  std::optional<ResumeState> tried_;  ///< the resume with it: read and checked once, and taken as it is
  std::string transcript_;
  int noted_ = -1;                   ///< the item whose part of the transcript has begun
};

}  // namespace resumelint
