#include <fmt/format.h>

#include "commands.h"
#include "formats/reader.h"
#include "report/printable.h"
#include "setup.h"
#include "terminal.h"

namespace resumelint {

namespace {

// Printable keeps no line ends: each line by itself.
std::string PrintableLines(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t end = std::min(text.find('\n'), text.size());
    out += Printable(text.substr(0, end)) + '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace

int RunText(const Options& options) {
  Setups setups(options);
  int status = 0;
  for (const std::string& file : options.files) {
    const std::string& name =
        file == "-" && !options.stdin_filename.empty() ? options.stdin_filename : file;
    const auto told = [&](const Error& error) {
      PrintError(error);
      status = 2;
    };
    Result<const Setup*> setup = setups.For(name);
    if (!setup) {
      told(setup.error());
      continue;
    }
    Result<std::string> raw = ReadBytes(file, options.limits);
    if (!raw) {
      told(raw.error());
      continue;
    }
    Result<Document> document =
        ReadDocument(name, std::move(*raw), (*setup)->rules.outline, options.input_format, options.limits);
    if (!document) {
      told(document.error());
      continue;
    }
    std::string out;
    if (options.files.size() > 1) out += fmt::format("== {} ({})\n", Printable(name), document->format);
    out += PrintableLines(Dump(*document, options.all));
    for (const ReadNote& note : document->notes) PrintNote(name, note.line, note.text);
    if (!PrintOutput(out)) status = 2;
  }
  return status;
}

}  // namespace resumelint
