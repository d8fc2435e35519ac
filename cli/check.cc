#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <system_error>
#include <thread>

#include "commands.h"
#include "config/discover.h"
#include "edit/save.h"
#include "files.h"
#include "fix.h"
#include "formats/reader.h"
#include "git.h"
#include "in_order.h"
#include "lint/baseline.h"
#include "lint/changed.h"
#include "lint/suppress.h"
#include "report/cohort.h"
#include "report/html.h"
#include "report/output.h"
#include "report/reporter.h"
#include "report/view.h"
#include "setup.h"
#include "terminal.h"
#include "write_file.h"

namespace resumelint {

namespace {

// What became of one input.
struct Checked {
  std::optional<Report> report;
  std::optional<Error> error;
  std::vector<Error> fixes;  // what was mended, and what couldn't be
  uint32_t fixed = 0;
  std::string diff;
  Severity fail_on = Severity::kWarning;
};

class Check {
 public:
  explicit Check(const Options& options)
      : options_(options), setups_(options), terminal_(StandardOutput(options.color)) {}

  int Run() {
    std::vector<Error> errors;
    std::vector<Error> notes;
    inputs_ = ExpandFiles(options_.files, setups_, errors, notes);
    for (const Error& error : errors) Complain(error);
    if (!options_.quiet) {
      for (const Error& note : notes) PrintNote(note.path, 0, note.what);
    }
    if (!ReadBaseline()) return 2;
    reporter_ = FindReporter(options_.format);
    checked_.resize(inputs_.size());
    LoadSetups();
    CheckAll();
    return Tell();
  }

 private:
  void Complain(const Error& error) {
    PrintError(error);
    failed_ = true;
  }

  const std::string& NameOf(const std::string& input) const {
    return input == "-" && !options_.stdin_filename.empty() ? options_.stdin_filename : input;
  }

  bool ReadBaseline() {
    if (options_.baseline.empty()) return true;
    Result<std::string> text = ReadBytes(options_.baseline);
    if (!text) {
      text.error().hint = "make it with --write-baseline " + options_.baseline;
      Complain(text.error());
      return false;
    }
    Result<Baseline> baseline = Baseline::Parse(options_.baseline, *text);
    if (!baseline) {
      Complain(baseline.error());
      return false;
    }
    baseline_ = std::move(*baseline);
    return true;
  }

  // Each error once, however many files share the setup.
  void LoadSetups() {
    std::vector<std::string> told;
    setup_of_.resize(inputs_.size(), nullptr);
    for (size_t i = 0; i < inputs_.size(); ++i) {
      Result<const Setup*> setup = setups_.For(NameOf(inputs_[i]));
      if (setup) {
        setup_of_[i] = *setup;
        continue;
      }
      const std::string key = setup.error().path + setup.error().what;
      if (std::find(told.begin(), told.end(), key) != told.end()) continue;
      told.push_back(key);
      Complain(setup.error());
    }
  }

  // Files are checked side by side and told in their order, each as soon as it is its turn.
  void CheckAll() {
    const bool by_file = reporter_->file != nullptr && !Statistics() && !options_.dry_run;
    const RenderOptions rendering = Rendering();
    ProgressLine progress(inputs_.size(), !options_.quiet && !terminal_.terminal);
    PassageJoiner joiner;
    Totals totals;
    if (by_file && reporter_->head != nullptr) Put(reporter_->head(rendering));
    InputSteps steps;
    steps.settle_first = baseline_.has_value();
    steps.check = [&](size_t i) { CheckOne(i); };
    steps.settle = [&](size_t i) {
      const Checked& checked = checked_[i];
      if (checked.error || (checked.report && !checked.report->document.notes.empty())) progress.Clear();
      Settle(i);
      if (by_file && checked.report) totals.Add(*checked.report, rendering.min_severity);
    };
    steps.render = [&](size_t i, Output& out) {
      if (by_file && checked_[i].report) reporter_->file(*checked_[i].report, rendering, out);
    };
    steps.write = [&](const std::vector<Passage>& passages) { Put(joiner.Join(passages)); };
    steps.finish = [&](size_t i) {
      // What has been told is not kept, however many files there are.
      if (by_file || Statistics()) checked_[i].report.reset();
      progress.Show(i + 1);
    };
    RunInOrder(inputs_.size(), options_.jobs > 0 ? options_.jobs : std::thread::hardware_concurrency(), steps);
    progress.Clear();
    if (by_file && reporter_->end != nullptr) {
      Output out(steps.write);
      reporter_->end(totals, rendering, out);
      out.Flush();
    }
  }

  void CheckOne(size_t index) {
    const Setup* setup = setup_of_[index];
    if (setup == nullptr) return;
    Checked& checked = checked_[index];
    const std::string& name = NameOf(inputs_[index]);
    Result<std::string> raw = ReadBytes(inputs_[index], options_.limits);
    if (!raw) {
      checked.error = std::move(raw.error());
      return;
    }
    Result<Document> document = ReadDocument(name, options_.fix ? *raw : std::move(*raw), setup->rules.outline, options_.input_format, options_.limits);
    if (!document) {
      checked.error = std::move(document.error());
      return;
    }
    const FileSettings settings = setups_.SettingsOf(*setup, name);
    if (options_.fix && !Fix(index, *document, *raw, *setup, settings)) return;
    checked.fail_on = settings.fail_on;
    Report report = Lint(std::move(*document), setup->rules, settings.lint);
    ApplySuppressions(report, setup->rules, settings.lint);
    ApplyAccepted(report, setup->config.accept);
    if (options_.staged || !options_.diff.empty()) {
      Result<ChangedLines> changed = ChangedSince(name, options_.diff);
      if (!changed) {
        checked.error = std::move(changed.error());
        return;
      }
      KeepChanged(report, *changed);
    }
    checked.report = std::move(report);
  }

  // Mends the file on the disk, or shows how. False if it can't be written: then it isn't checked.
  bool Fix(size_t index, Document& document, const std::string& raw, const Setup& setup, const FileSettings& settings) {
    Checked& checked = checked_[index];
    Fixed fixed = MakeFixes(document, raw, setup, settings);
    checked.fixes = std::move(fixed.notes);
    if (fixed.made == 0) return true;
    if (options_.dry_run) {
      Result<std::string> diff = DiffOf(document, raw, fixed.raw);
      if (diff) {
        checked.diff = std::move(*diff);
      } else {
        checked.fixes.push_back({document.source.path, 0, 0, diff.error().what, "", ""});
      }
      return true;
    }
    if (inputs_[index] == "-") {
      checked.fixes.clear();
      checked.error = Error{"-", 0, 0, "standard input can't be mended in place", "name the file, or add --dry-run", ""};
      return false;
    }
    if (auto error = SaveFile(inputs_[index], raw, fixed.raw, true)) {
      checked.fixes.clear();
      checked.error = std::move(error);
      return false;
    }
    checked.fixed = fixed.made;
    document = std::move(fixed.document);
    return true;
  }

  // The file as a baseline names it.
  std::string BaselineName(const std::string& file) const {
    const std::string& baseline =
        options_.write_baseline.empty() ? options_.baseline : options_.write_baseline;
    return RelativeToConfig(file, baseline);
  }

  RenderOptions Rendering() const {
    RenderOptions rendering;
    rendering.min_severity = options_.min_severity;
    const bool screen = options_.output.empty();
    rendering.colour = screen && terminal_.colour;
    rendering.terminal = screen && terminal_.terminal;
    rendering.width = terminal_.width;
    rendering.quiet = options_.quiet;
    rendering.redact = options_.redact;
    rendering.version = RESUMELINT_VERSION;
    for (const Setup* setup : setup_of_) {
      if (setup == nullptr) continue;
      rendering.rules_version = setup->rules.version;
      rendering.rules = &setup->rules;
    }
    return rendering;
  }

  // What is said of a file beside its findings, and what its findings mean for the exit status.
  void Settle(size_t index) {
    Checked& checked = checked_[index];
    for (const Error& fix : checked.fixes) {
      if (!options_.quiet) PrintNote(fix.path, fix.line, fix.what);
    }
    if (checked.fixed > 0 && !options_.quiet) {
      PrintNote(inputs_[index], 0, fmt::format("{} mended; the old file is {}", Number(checked.fixed, "place"), BackupOf(inputs_[index])));
    }
    if (!checked.diff.empty()) PrintReport(checked.diff);
    if (checked.error) Complain(*checked.error);
    if (!checked.report) return;
    Report& report = *checked.report;
    if (!options_.quiet) {
      for (const ReadNote& note : report.document.notes) {
        PrintNote(report.document.source.path, note.line, note.text);
      }
    }
    const std::string file = BaselineName(report.document.source.path);
    if (baseline_) baseline_->Apply(report, file);
    if (options_.statistics) cohort_.Add(report, setup_of_[index]->rules);
    if (!options_.write_baseline.empty() && !baseline_) written_.Add(report, file);
    found_ = found_ || std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
               return checked.fail_on != Severity::kOff && finding.severity >= checked.fail_on;
             });
  }

  bool Statistics() const { return options_.statistics && options_.format == "text"; }

  // Told once where it can't be written.
  void PrintReport(const std::string& text) {
    if (!unwritable_ && !PrintOutput(text)) unwritable_ = failed_ = true;
  }

  bool OnScreen() const {
    return options_.output.empty() || options_.output == "-" || options_.output == "/dev/stdout";
  }

  // A piece of the report: shown at once, or kept for the file.
  void Put(const std::string& text) { OnScreen() ? PrintReport(text) : void(file_ += text); }

  int Tell() {
    if (options_.dry_run) return Ended();
    const RenderOptions rendering = Rendering();
    if (Statistics()) {
      PrintReport(cohort_.Table(rendering));
    } else if (reporter_->together != nullptr) {
      std::vector<Report> reports;
      for (Checked& checked : checked_) {
        if (checked.report) reports.push_back(std::move(*checked.report));
      }
      if (IsFolderOutput()) {
        WritePages(reports, rendering);
        WriteBaseline();
        return Ended();
      }
      PassageJoiner joiner;
      Output out([&](const std::vector<Passage>& passages) { Put(joiner.Join(passages)); });
      reporter_->together(reports, rendering, out);
      out.Flush();
    }
    if (!Statistics() && !OnScreen()) Write(options_.output, file_);
    if (options_.statistics && !Statistics()) PrintError(cohort_.Table(rendering));
    WriteBaseline();
    return Ended();
  }

  // The exit status. A hook that stops a commit says how to go on.
  int Ended() const {
    const int status = failed_ ? 2 : found_ ? 1 : 0;
    if (status == 1 && !options_.quiet && (options_.staged || std::getenv("PRE_COMMIT") != nullptr)) {
      PrintError("To commit: mend these bullets and `git add` the file, or leave one as it is with a comment above "
                 "it: resumelint: ignore RULE -- reason\n");
    }
    return status;
  }

  // `--format html --output folder/`: a page each, and an index. Without the slash too, where several resumes
  // can't mean one page.
  bool IsFolderOutput() const {
    if (options_.format != "html" || options_.output.empty()) return false;
    std::error_code ignored;
    return options_.output.ends_with('/') || std::filesystem::is_directory(options_.output, ignored) ||
           (inputs_.size() > 1 && !std::filesystem::path(options_.output).has_extension());
  }

  void WritePages(const std::vector<Report>& reports, const RenderOptions& rendering) {
    const std::filesystem::path folder(options_.output);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) {
      Complain(Error{options_.output, 0, 0, "cannot be made: " + error.message(), "", ""});
      return;
    }
    // Pages go by number: their names can be seen by whoever gets one.
    std::vector<std::string> pages;
    for (size_t i = 0; i < reports.size(); ++i) {
      pages.push_back(fmt::format("resume-{}.html", i + 1));
      const std::string page = (folder / pages.back()).string();
      Write(page, reporter_->Render({&reports[i], 1}, rendering));
      // Whose page it is, is told here and in no page.
      if (!options_.quiet) PrintNote(page, 0, "of " + reports[i].document.source.path);
    }
    Write((folder / "index.html").string(), RenderHtmlIndex(reports, pages, rendering));
  }

  bool Write(const std::string& path, const std::string& text) {
    const auto error = WriteFile(path, text);
    if (error) Complain(*error);
    return !error;
  }

  void WriteBaseline() {
    if (!options_.write_baseline.empty()) {
      if (!Write(options_.write_baseline, baseline_ ? baseline_->Text() : written_.Text())) return;
      // What was listed is accepted; what could not be read is not.
      if (!baseline_) found_ = false;
      if (!options_.quiet) {
        const size_t size = baseline_ ? baseline_->size() - baseline_->Stale() : written_.size();
        PrintNote(options_.write_baseline, 0,
                  fmt::format("{} listed", Number(static_cast<uint32_t>(size), "finding")));
      }
      return;
    }
    if (baseline_ && baseline_->Stale() > 0 && !options_.quiet) {
      PrintNote(options_.baseline, 0,
                fmt::format("{} in it no longer found: remove {} with --baseline {} --write-baseline {}",
                            Number(baseline_->Stale(), "finding"), baseline_->Stale() == 1 ? "it" : "them",
                            options_.baseline, options_.baseline));
    }
  }

  const Options& options_;
  Setups setups_;
  TerminalState terminal_;
  const Reporter* reporter_ = nullptr;
  std::vector<std::string> inputs_;
  std::vector<const Setup*> setup_of_;
  std::vector<Checked> checked_;
  std::optional<Baseline> baseline_;
  Baseline written_;
  Cohort cohort_;
  std::string file_;  // what --output takes
  bool unwritable_ = false;
  bool found_ = false;
  bool failed_ = false;
};

}  // namespace

// The process ends after it: what it holds isn't taken apart.
int RunCheck(const Options& options) {
  static Check* const check = new Check(options);
  return check->Run();
}

}  // namespace resumelint
