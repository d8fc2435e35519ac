#include "report/uri.h"

#include <fmt/format.h>

namespace resumelint {

std::string Uri(std::string_view path) {
  if (path == "-") return "stdin";
  while (path.starts_with("./")) {
    path.remove_prefix(2);
    while (path.starts_with('/')) path.remove_prefix(1);
  }
  std::string out = path.starts_with('/') ? "file://" : "";
  constexpr std::string_view kPlain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  for (const char byte : path) {
    if (kPlain.find(byte) != std::string_view::npos) {
      out += byte;
    } else {
      out += fmt::format("%{:02X}", static_cast<unsigned char>(byte));
    }
  }
  return out;
}

}  // namespace resumelint
