#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace resumelint {

/// A part of an archive under test. What isn't given is right.
struct ZipPart {
  std::string name;
  std::string content;
  bool deflate = false;
  bool encrypted = false;       ///< only says so
  int64_t declared_size = -1;   ///< of the unpacked part; -1 = its size
};

/// A ZIP archive.
std::string WriteZip(const std::vector<ZipPart>& parts);

/// A DOCX file with this main part's body (what stands in `<w:body>`), and styles and numbering if
/// they aren't empty (what stands in their root elements).
std::string WriteDocx(const std::string& body, const std::string& styles = {}, const std::string& numbering = {});

}  // namespace resumelint
