#include <fmt/format.h>
#include <unistd.h>

#include <deque>
#include <filesystem>
#include <optional>
#include <system_error>

#include "coach/session.h"
#include "commands.h"
#include "config/discover.h"
#include "edit/save.h"
#include "formats/reader.h"
#include "line_editor.h"
#include "report/printable.h"
#include "report/view.h"
#include "setup.h"
#include "terminal.h"
#include "write_file.h"

namespace resumelint {

namespace {

class CoachRun {
 public:
  explicit CoachRun(const Options& options) : options_(options), path_(options.files.front()) {}

  int Run() {
    if (path_ == "-") return Complain(Error{"", 0, 0, "answers are read from standard input, so the resume can't be", "name the file", ""});
    Setups setups(options_);
    Result<const Setup*> setup = setups.For(path_);
    if (!setup) return Complain(setup.error());
    config_path_ = (*setup)->config.path;
    Result<std::string> raw = ReadBytes(path_, options_.limits);
    if (!raw) return Complain(raw.error());
    Result<Document> document = ReadDocument(path_, *raw, (*setup)->rules.outline, options_.input_format, options_.limits);
    if (!document) return Complain(document.error());
    for (const ReadNote& note : document->notes) PrintNote(path_, note.line, note.text);
    on_disk_ = *raw;
    const FileSettings settings = setups.SettingsOf(**setup, path_);
    const TerminalState terminal = StandardOutput(options_.color);
    rules_ = {&(*setup)->rules, &(*setup)->slots, options_.min_severity, terminal.colour, terminal.width, {}};
    if (editor_.Works()) rules_.edits = [this](std::string_view text) { return editor_.Shows(text); };
    Session session(ResumeState(std::move(*document), std::move(*raw), (*setup)->rules, settings.lint, (*setup)->config.accept), rules_);
    const int status = Talk(session, setups);
    if (!options_.transcript.empty()) {
      if (auto error = WriteFile(options_.transcript, session.Transcript())) return Complain(*error);
    }
    return status;
  }

 private:
  static int Complain(const Error& error) {
    PrintError(error);
    return 2;
  }

  int Talk(Session& session, Setups& setups) {
    if (!PrintOutput(session.Begin())) return 2;
    while (!session.Over()) {
      const std::optional<Session::Answer> given = editor_.Works() ? AskEditing(session) : Ask(session);
      if (!given) return EndOfInput(session);
      const Session::Answer& answer = *given;
      if (!PrintOutput(answer.text)) return 2;
      if (answer.wish == Session::Wish::kLearn) PrintOutput(Learn(session, setups));
      if (answer.wish == Session::Wish::kSave && !Save(session) && session.Over()) return 2;
      if (answer.wish == Session::Wish::kQuit) break;
    }
    return 0;
  }

  /// nullopt at the end of the input.
  static std::optional<Session::Answer> Ask(Session& session) {
    PrintOutput(session.Prompt());
    std::string line;
    if (!ReadLine(line)) {
      PrintOutput("\n");
      return std::nullopt;
    }
    // Over a pipe the answers stand in the output as if they had been typed.
    if (isatty(STDIN_FILENO) != 1) PrintOutput(Printable(line) + "\n");
    return session.Take(line);
  }

  std::optional<Session::Answer> AskEditing(Session& session) {
    std::string line;
    const LineEditor::Got got = editor_.Read(session.Prompt(), session.Draft(), session.AsksWords(), line);
    if (got == LineEditor::Got::kEnd) return std::nullopt;
    rules_.width = StandardOutput(options_.color).width;
    session.SetWidth(rules_.width);
    return got == LineEditor::Got::kLeave ? session.Leave() : session.Take(line);
  }

  /// The rules as they will be once the configuration is saved.
  std::string Learn(Session& session, Setups& setups) {
    std::string path;
    Result<std::string> text = ConfigWith(session.config_entries(), path);
    Result<const Setup*> setup = text ? setups.Of(path, std::move(*text)) : Result<const Setup*>(Fail(text.error()));
    if (!setup) {
      PrintError(setup.error());
      return session.NotLearned();
    }
    rules_.rules = &(*setup)->rules;
    rules_.slots = &(*setup)->slots;
    settings_.push_back(setups.SettingsOf(**setup, path_));
    return session.Learned(rules_, settings_.back().lint);
  }

  // Nothing is written that wasn't asked for.
  int EndOfInput(const Session& session) {
    if (!session.state().writable()) PrintOutput(session.EditList());
    const uint32_t lines = session.state().writable() ? session.Unsaved() : 0;
    const auto entries = static_cast<uint32_t>(session.config_entries().size());
    if (lines + entries == 0) return 0;
    PrintNote(path_, 0, fmt::format("the input ended: {} not saved", Number(lines + entries, "change")));
    return 1;
  }

  bool Save(Session& session) {
    if (!session.state().writable()) {
      PrintOutput(session.EditList());
      if (!SaveConfig(session)) return false;
      session.Saved();
      return true;
    }
    if (session.Unsaved() == 0 && session.config_entries().empty()) {
      PrintOutput("There is nothing to save.\n");
      return true;
    }
    const std::string& raw = session.state().raw();
    if (raw != on_disk_) {
      if (auto error = SaveFile(path_, on_disk_, raw, !backed_up_)) {
        Complain(*error);
        return false;
      }
      on_disk_ = raw;
      backed_up_ = true;
      PrintOutput(fmt::format("Saved: {}. The file as it was: {}\n", Printable(path_), Printable(BackupOf(path_))));
    }
    if (!SaveConfig(session)) return false;
    session.Saved();
    return true;
  }

  bool SaveConfig(const Session& session) {
    if (session.config_entries().empty()) return true;
    std::string path;
    Result<std::string> text = ConfigWith(session.config_entries(), path);
    if (!text) return Complain(text.error()) == 0;
    if (auto error = WriteFile(path, *text)) return Complain(*error) == 0;
    config_path_ = path;
    PrintOutput(fmt::format("Noted in {}.\n", Printable(path)));
    return true;
  }

  /// The configuration's text with what must be remembered; `path` takes where it is or is to be.
  Result<std::string> ConfigWith(const std::vector<ListEntry>& entries, std::string& path) const {
    path = config_path_;
    if (path.empty()) path = (std::filesystem::path(path_).parent_path() / kConfigName).string();
    std::error_code ignored;
    Result<std::string> text = std::filesystem::exists(path, ignored) ? ReadBytes(path) : Result<std::string>(std::string());
    for (const ListEntry& entry : entries) {
      if (text) text = AddToList(path, *text, entry);
    }
    return text;
  }

  const Options& options_;
  std::string path_;
  std::string config_path_;
  std::string on_disk_;
  bool backed_up_ = false;
  LineEditor editor_;
  CoachRules rules_;
  std::deque<FileSettings> settings_;  // of each time that rules were learned
};

}  // namespace

int RunCoach(const Options& options) { return CoachRun(options).Run(); }

}  // namespace resumelint
