#include "lint/finding.h"

#include <fmt/format.h>

namespace resumelint {

std::string WithDetail(std::string_view see, std::string_view detail) {
  if (see.ends_with('.')) see.remove_suffix(1);
  return fmt::format("{} ({}).", see, detail);
}

}  // namespace resumelint
