#pragma once

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace resumelint {

/// Texts that views may point to for as long as some copy of the pool lives. What is in the program
/// itself needs none.
class TextPool {
 public:
  std::string_view Keep(std::string text) {
    if (text.empty()) return {};
    if (texts_ == nullptr) texts_ = std::make_shared<Texts>();
    texts_->own.push_back(std::move(text));
    return texts_->own.back();
  }
  std::vector<std::string_view> KeepAll(std::vector<std::string> texts) {
    std::vector<std::string_view> kept;
    for (std::string& text : texts) kept.push_back(Keep(std::move(text)));
    return kept;
  }
  /// A pool of its own that keeps what this one has, too.
  TextPool Child() const {
    TextPool child;
    child.texts_ = std::make_shared<Texts>();
    child.texts_->parent = texts_;
    return child;
  }

 private:
  struct Texts {
    std::deque<std::string> own;
    std::shared_ptr<const Texts> parent;
  };
  std::shared_ptr<Texts> texts_;
};

}  // namespace resumelint
