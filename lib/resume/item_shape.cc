#include "resume/item_shape.h"

#include <algorithm>

namespace resumelint {

bool IsRoleDetail(std::string_view text, const LineShape& shape) {
  if (shape.dates && shape.words >= 2 && shape.words <= 8 && shape.dates->span.size() + 2 >= text.size()) return true;
  return shape.name_like && !shape.title && !shape.dates && shape.words <= 4 &&
         text.find(", ") != std::string_view::npos && text.find_first_of(".:;()/") == std::string_view::npos;
}

bool IsOnlyContact(std::string_view text, const LineShape& shape) {
  if (text.find(' ') == std::string_view::npos) {
    const size_t dot = text.find('.');
    const size_t more = text.find_first_of("./", dot == std::string_view::npos ? dot : dot + 1);
    if (dot != 0 && more != std::string_view::npos && more + 1 < text.size()) return true;  // "example.com/kim"
  }
  if (!shape.contact) return false;
  constexpr int kLabelWords = 3;
  constexpr int kTelephoneDigits = 9;
  int words = 0;
  int digits = 0;
  bool addressed = false;
  bool label = false;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    at = end + 1;
    const bool address = word.find("://") != std::string_view::npos || word.starts_with("www.") ||
                         word.find('@') != std::string_view::npos || word.find(".com") != std::string_view::npos;
    const bool number = word.find_first_of("0123456789") != std::string_view::npos;
    digits += static_cast<int>(std::count_if(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }));
    label = label || (!addressed && !address && word.ends_with(':'));
    addressed = addressed || address;
    if (!address && !number && std::any_of(word.begin(), word.end(), [](char c) { return c >= 'A' && c <= 'z'; })) ++words;
  }
  return (words == 0 || (label && words <= kLabelWords)) && (addressed || digits >= kTelephoneDigits);
}

}  // namespace resumelint
