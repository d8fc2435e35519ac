#include "formats/pdf_writer.h"

#include <fmt/format.h>

namespace resumelint {

namespace {

/// The operators that draw one page.
std::string Draw(const std::string& page) {
  std::string out = "BT\n";
  int row = 0;
  for (size_t begin = 0; begin < page.size(); ++row) {
    size_t end = std::min(page.find('\n', begin), page.size());
    std::string line = page.substr(begin, end - begin);
    begin = end + 1;
    const bool large = line.starts_with('!');
    if (large) line.erase(0, 1);
    // The bullet is one character of the font's encoding.
    for (size_t at = line.find("•"); at != std::string::npos; at = line.find("•", at)) line.replace(at, 3, "\x95");
    for (size_t at = line.find_first_not_of(' '); at != std::string::npos && at < line.size();
         at = line.find_first_not_of(' ', at)) {
      const size_t stop = std::min(line.find("  ", at), line.size());
      std::string text;
      for (const char c : line.substr(at, stop - at)) {
        if (c == '(' || c == ')' || c == '\\') text += '\\';
        text += c;
      }
      const double size = large ? 14 : 10;
      out += fmt::format("/F1 {} Tf 1 0 0 1 {} {} Tm ({}) Tj\n", size, 40 + static_cast<double>(at) * 6, 780 - row * 12, text);
      at = stop;
    }
  }
  return out + "ET";
}

}  // namespace

std::string WritePdf(const std::vector<std::string>& pages, const std::string& trailer) {
  std::string kids;
  for (size_t i = 0; i < pages.size(); ++i) kids += fmt::format("{} 0 R ", 4 + i * 2);
  std::vector<std::string> objects = {
      "<</Type/Catalog/Pages 2 0 R>>",
      fmt::format("<</Type/Pages/Kids[{}]/Count {}>>", kids, pages.size()),
      "<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding>>",
  };
  for (size_t i = 0; i < pages.size(); ++i) {
    const std::string stream = Draw(pages[i]);
    objects.push_back(fmt::format("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents {} 0 R/Resources<</Font<</F1 3 0 R>>>>>>",
                                  5 + i * 2));
    objects.push_back(fmt::format("<</Length {}>>\nstream\n{}\nendstream", stream.size(), stream));
  }
  std::string out = "%PDF-1.4\n";
  std::string table;
  for (size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const size_t start = out.size();
  out += fmt::format("xref\n0 {}\n0000000000 65535 f \n{}trailer\n<</Size {}/Root 1 0 R{}>>\nstartxref\n{}\n%%EOF\n",
                     objects.size() + 1, table, objects.size() + 1, trailer, start);
  return out;
}

}  // namespace resumelint
