#include "report/output.h"

#include <utility>

namespace resumelint {

void Output::Pass() {
  constexpr size_t kMuch = 64 << 10;
  if (size_ + text_.size() >= kMuch) Flush();
}

void Output::Flush() {
  if (!text_.empty()) passages_.push_back({Passage::When::kAlways, "", std::exchange(text_, {})});
  if (!passages_.empty()) take_(std::exchange(passages_, {}));
  size_ = 0;
}

void Output::Add(Passage passage) {
  if (!text_.empty()) {
    size_ += text_.size();
    passages_.push_back({Passage::When::kAlways, "", std::exchange(text_, {})});
  }
  size_ += passage.text.size();
  passages_.push_back(std::move(passage));
}

std::string PassageJoiner::Join(const std::vector<Passage>& passages) {
  std::string out;
  for (const Passage& passage : passages) {
    if (passage.when == Passage::When::kBetween && !any_) continue;
    if (passage.when == Passage::When::kOnce && !met_.insert(passage.key).second) continue;
    out += passage.text;
    any_ = any_ || !passage.text.empty();
  }
  return out;
}

}  // namespace resumelint
