#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace resumelint {

/// A list of texts that many may have: copies share it. It is never changed, only replaced.
class SharedList {
 public:
  SharedList() = default;
  SharedList(std::vector<std::string> list)
      : list_(list.empty() ? nullptr : std::make_shared<const std::vector<std::string>>(std::move(list))) {}
  SharedList(std::initializer_list<std::string> list) : SharedList(std::vector<std::string>(list)) {}

  const std::vector<std::string>& list() const {
    static const std::vector<std::string> none;
    return list_ == nullptr ? none : *list_;
  }
  auto begin() const { return list().begin(); }
  auto end() const { return list().end(); }
  bool empty() const { return list_ == nullptr; }
  size_t size() const { return list().size(); }
  const std::string& front() const { return list().front(); }

 private:
  std::shared_ptr<const std::vector<std::string>> list_;
};

}  // namespace resumelint
