#include "formats/check.h"
#include "formats/docx.h"
#include "formats/read.h"
#include "formats/zip_writer.h"
#include "fuzz/targets.h"

namespace resumelint {

namespace {

std::string ReadFaults(const Reader& reader, std::string raw) {
  const auto document = ReadDocument("r", std::move(raw), Terms(), reader.name);
  return document ? Faults(*document) : "";
}

std::string LineEndFaults(const Reader& reader, std::string_view text) {
  if (text.find('\r') != std::string_view::npos) return {};
  // A line end in UTF-16 is two bytes: bytes put in between make another text.
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return {};
  const std::string expected = ReadDump(reader.name, text);
  for (const std::string_view end : {"\r\n", "\r"}) {
    std::string other;
    for (const char c : text) c == '\n' ? other += end : other += c;
    const std::string found = ReadDump(reader.name, other);
    if (found != expected && !expected.starts_with("error: not valid")) {
      return "line ends matter:\n" + expected + "against\n" + found;
    }
  }
  return {};
}

}  // namespace

/// The first byte chooses the reader and the kind of check.
std::string FuzzReaders(std::string_view input) {
  if (input.empty()) return {};
  const auto choice = static_cast<unsigned char>(input[0]);
  input.remove_prefix(1);
  const Reader& reader = Readers()[choice % Readers().size()];
  if (reader.text) {
    std::string wrong = ReadFaults(reader, std::string(input));
    if (wrong.empty() && choice >= 0x80) wrong = LineEndFaults(reader, input);
    return wrong.empty() ? wrong : std::string(reader.name) + ": " + wrong;
  }
  if (reader.name != std::string_view("docx")) return {};  // a PDF takes a process each
  const std::string raw = choice >= 0x80 ? std::string(input) : WriteZip({{"word/document.xml", std::string(input)}});
  const auto map = MapDocx(raw);
  if (map && ShowPieces(map->text, map->xml).find("<WRONG") != std::string::npos) return "docx: maps wrong";
  return ReadFaults(reader, raw);
}

}  // namespace resumelint
