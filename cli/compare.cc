#include "compare/compare.h"

#include <fmt/format.h>
#include <unistd.h>

#include <filesystem>
#include <optional>

#include "commands.h"
#include "compare/accepted.h"
#include "formats/reader.h"
#include "lint/suppress.h"
#include "report/json_writer.h"
#include "report/printable.h"
#include "report/view.h"
#include "setup.h"
#include "terminal.h"
#include "write_file.h"

namespace resumelint {

namespace {

constexpr const char* kStates[] = {"solved", "left", "new"};

class CompareRun {
 public:
  explicit CompareRun(const Options& options) : options_(options), setups_(options), terminal_(StandardOutput(options.color)) {}

  int Run() {
    if (options_.files[0] == "-" && options_.files[1] == "-") {
      PrintError(Error{"", 0, 0, "both versions are standard input", "name a file for one of them", ""});
      return 2;
    }
    // One set of rules for both: that of the new version.
    Result<const Setup*> setup = setups_.For(options_.files[1]);
    if (!setup) return Complain(setup.error());
    setup_ = *setup;
    if (!ReadAccepted()) return 2;
    const std::optional<Report> a = Read(options_.files[0]);
    const std::optional<Report> b = Read(options_.files[1]);
    if (!a || !b) return 2;
    Comparison comparison = Compare(*a, *b, setup_->rules, setup_->rewrites);
    std::erase_if(comparison.claims, [&](const Claim& claim) {
      const bool known = accepted_.Has(claim.kind, claim.text);
      known_ += known ? 1 : 0;
      return known;
    });
    if (!Confirm(*b, comparison)) return 2;
    const std::string out = options_.format == "json" ? Json(*a, *b, comparison) : Text(*a, *b, comparison);
    if (!PrintOutput(out)) return 2;
    return comparison.claims.empty() ? 0 : 1;
  }

 private:
  static int Complain(const Error& error) {
    PrintError(error);
    return 2;
  }

  bool ReadAccepted() {
    std::error_code ignored;
    if (options_.accept.empty() || !std::filesystem::exists(options_.accept, ignored)) return true;
    Result<std::string> text = ReadBytes(options_.accept);
    if (!text) return Complain(text.error()) == 0;
    Result<AcceptedFacts> facts = AcceptedFacts::Parse(options_.accept, std::move(*text));
    if (!facts) return Complain(facts.error()) == 0;
    accepted_ = std::move(*facts);
    return true;
  }

  std::optional<Report> Read(const std::string& file) {
    Result<std::string> raw = ReadBytes(file, options_.limits);
    Result<Document> document = raw ? ReadDocument(file, std::move(*raw), setup_->rules.outline, {}, options_.limits)
                                    : Result<Document>(Fail(raw.error()));
    if (!document) {
      PrintError(document.error());
      return std::nullopt;
    }
    for (const ReadNote& note : document->notes) PrintNote(file, note.line, note.text);
    const FileSettings settings = setups_.SettingsOf(*setup_, options_.files[1]);
    Report report = Lint(std::move(*document), setup_->rules, settings.lint);
    ApplySuppressions(report, setup_->rules, settings.lint);
    ApplyAccepted(report, setup_->config.accept);
    return report;
  }

  // What is new and true, as the person says: kept in the file, and no claim any more.
  bool Confirm(const Report& b, Comparison& comparison) {
    if (options_.accept.empty()) return true;
    const bool asks = !options_.yes && isatty(STDIN_FILENO) == 1 && terminal_.terminal;
    if (!options_.yes && !asks) return true;
    std::vector<Claim> open;
    bool stopped = false;
    for (Claim& claim : comparison.claims) {
      const bool yes = options_.yes || (!stopped && Ask(b, claim, stopped));
      if (yes) {
        accepted_.Add(claim.kind, claim.text);
        ++known_;
      } else {
        open.push_back(std::move(claim));
      }
    }
    comparison.claims = std::move(open);
    if (auto error = WriteFile(options_.accept, accepted_.Text())) return Complain(*error) == 0;
    PrintNote(options_.accept, 0, fmt::format("{} confirmed", Number(static_cast<uint32_t>(accepted_.size()), "fact")));
    return true;
  }

  bool Ask(const Report& b, const Claim& claim, bool& stopped) {
    PrintOutput(Shown(b, claim) + "    Is that true of you? [y/N/q] ");
    std::string answer;
    if (!ReadLine(answer) || answer == "q") stopped = true;
    PrintOutput("\n");
    return !stopped && (answer == "y" || answer == "yes");
  }

  // ---- text

  std::string Shown(const Report& b, const Claim& claim) const {
    const Position at = b.document.source.At(claim.span.begin);
    Paragraph line;
    line.Add(fmt::format("{}:{}:{}:", b.document.source.path, at.line, at.column), Ink::kStrong)
        .Add(" ").Add(claim.kind + ":", Ink::kWarning).Add(" " + claim.text);
    if (!claim.detail.empty()) line.Add(" (" + claim.detail + ")", Ink::kFaint);
    return line.Layout("", "    ", terminal_.terminal ? terminal_.width : 0, terminal_.colour);
  }

  std::string Text(const Report& a, const Report& b, const Comparison& comparison) const {
    uint32_t counts[3] = {0, 0, 0};
    std::string findings;
    for (const FindingProgress& progress : comparison.findings) {
      if (progress.finding->severity < options_.min_severity) continue;
      const auto state = static_cast<size_t>(progress.state);
      ++counts[state];
      const bool solved = progress.state == FindingProgress::State::kSolved;
      const Report& report = solved ? a : b;
      const Block* block = BlockOf(report, *progress.finding);
      const Position at = report.document.source.At(progress.finding->span.begin);
      Paragraph line;
      line.Add(fmt::format("{}:", kStates[state]), solved ? Ink::kHint : progress.state == FindingProgress::State::kNew ? Ink::kError : Ink::kWarning)
          .Add(fmt::format("  {}:{}", report.document.source.path, at.line), Ink::kFaint)
          .Add(fmt::format("  {}", progress.finding->rule));
      if (block != nullptr) line.Add("  " + block->text.chars, Ink::kFaint);
      findings += line.Layout("  ", "          ", terminal_.terminal ? terminal_.width : 0, terminal_.colour);
    }
    std::string out = fmt::format("{} -> {}: {} solved, {} left, {} new\n", Printable(a.document.source.path),
                                  Printable(b.document.source.path), counts[0], counts[1], counts[2]);
    out += findings;
    if (!comparison.lost.empty()) {
      out += "\nNo longer told:\n";
      for (const LostFact& fact : comparison.lost) {
        const Block& block = a.document.blocks[static_cast<size_t>(fact.block)];
        Paragraph line;
        line.Add(fmt::format("{}: {}", fact.kind, fact.text)).Add("  in: " + block.text.chars, Ink::kFaint);
        out += line.Layout("  ", "      ", terminal_.terminal ? terminal_.width : 0, terminal_.colour);
      }
    }
    if (comparison.claims.empty()) {
      out += fmt::format("\nThe new version claims nothing that the old one doesn't{}.\n",
                         known_ > 0 ? fmt::format(" beside {}", Number(known_, "confirmed fact")) : "");
      return out;
    }
    out += "\nNew claims: are they true?\n";
    for (const Claim& claim : comparison.claims) out += Shown(b, claim);
    out += fmt::format("\n{}{}.\n", Number(static_cast<uint32_t>(comparison.claims.size()), "claim"),
                       known_ > 0 ? fmt::format(" beside {} confirmed", known_) : "");
    if (options_.accept.empty()) out += "Confirm what is true with --accept FILE; take out what is not.\n";
    return out;
  }

  // ---- JSON

  static void WriteBlock(JsonWriter& json, const Report& report, int index) {
    const Block& block = report.document.blocks[static_cast<size_t>(index)];
    const Place place = PlaceOf(report.document, block);
    json.BeginObject();
    json.Key("line").Integer(place.begin.line);
    json.Key("column").Integer(place.begin.column);
    json.Key("text").String(block.text.chars);
    json.Key("section").String(SectionOf(block));
    json.Key("role").String(report.document.RoleTitle(block));
    json.EndObject();
  }

  std::string Json(const Report& a, const Report& b, const Comparison& comparison) const {
    std::string out;
    JsonWriter json(2, out);
    int64_t counts[3] = {0, 0, 0};
    json.BeginObject();
    json.Key("schema").Integer(1);
    json.Key("tool").BeginObject();
    json.Key("name").String("resumelint");
    json.Key("version").String(RESUMELINT_VERSION);
    json.Key("rules").String(setup_->rules.version);
    json.EndObject();
    json.Key("old").String(a.document.source.path);
    json.Key("new").String(b.document.source.path);
    json.Key("findings").BeginArray();
    for (const FindingProgress& progress : comparison.findings) {
      const bool solved = progress.state == FindingProgress::State::kSolved;
      const Report& report = solved ? a : b;
      const Position at = report.document.source.At(progress.finding->span.begin);
      ++counts[static_cast<size_t>(progress.state)];
      json.BeginObject();
      json.Key("state").String(kStates[static_cast<size_t>(progress.state)]);
      json.Key("rule").String(progress.finding->rule);
      json.Key("severity").String(Name(progress.finding->severity));
      json.Key("path").String(report.document.source.path);
      json.Key("line").Integer(at.line);
      json.Key("column").Integer(at.column);
      json.Key("bullet");
      progress.finding->block >= 0 ? WriteBlock(json, report, progress.finding->block) : void(json.Null());
      json.EndObject();
    }
    json.EndArray();
    json.Key("claims").BeginArray();
    for (const Claim& claim : comparison.claims) {
      const Position at = b.document.source.At(claim.span.begin);
      json.BeginObject();
      json.Key("kind").String(claim.kind);
      json.Key("text").String(claim.text);
      if (!claim.detail.empty()) json.Key("detail").String(claim.detail);
      json.Key("line").Integer(at.line);
      json.Key("column").Integer(at.column);
      json.Key("bullet");
      WriteBlock(json, b, claim.block);
      json.EndObject();
    }
    json.EndArray();
    json.Key("lost").BeginArray();
    for (const LostFact& fact : comparison.lost) {
      json.BeginObject();
      json.Key("kind").String(fact.kind);
      json.Key("text").String(fact.text);
      json.Key("bullet");
      WriteBlock(json, a, fact.block);
      json.EndObject();
    }
    json.EndArray();
    json.Key("summary").BeginObject();
    for (size_t i = 0; i < 3; ++i) json.Key(kStates[i]).Integer(counts[i]);
    json.Key("claims").Integer(static_cast<int64_t>(comparison.claims.size()));
    json.Key("confirmed").Integer(known_);
    json.Key("lost").Integer(static_cast<int64_t>(comparison.lost.size()));
    json.EndObject();
    json.EndObject();
    return out + "\n";
  }

  const Options& options_;
  Setups setups_;
  TerminalState terminal_;
  const Setup* setup_ = nullptr;
  AcceptedFacts accepted_;
  uint32_t known_ = 0;
};

}  // namespace

int RunCompare(const Options& options) { return CompareRun(options).Run(); }

}  // namespace resumelint
