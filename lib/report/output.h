#pragma once

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace resumelint {

/// A stretch of what is said of one file. Whether it is said may hang on the files before it, which
/// may still be at work when it is made.
struct Passage {
  enum class When : uint8_t {
    kAlways,
    kBetween,  ///< where something of a file stands before it
    kOnce,     ///< the first time that its key is met
  };
  When when = When::kAlways;
  std::string key;
  std::string text;
};

/// Takes a report while it is made, and hands it on piece by piece: none is ever held whole.
class Output {
 public:
  using Take = std::function<void(std::vector<Passage>)>;
  explicit Output(Take take) : take_(std::move(take)) {}

  /// What is said in any case is added to this.
  std::string& text() { return text_; }
  void Between(std::string text) { Add({Passage::When::kBetween, "", std::move(text)}); }
  void Once(std::string key, std::string text) { Add({Passage::When::kOnce, std::move(key), std::move(text)}); }

  /// To be called now and then: hands on what there is, if it is much.
  void Pass();
  /// Hands on all there is.
  void Flush();

 private:
  void Add(Passage passage);

  Take take_;
  std::string text_;
  std::vector<Passage> passages_;  // before `text_`
  size_t size_ = 0;          // of their texts
};

/// Makes the text of passages that come in the order of the files.
class PassageJoiner {
 public:
  std::string Join(const std::vector<Passage>& passages);

 private:
  std::set<std::string> met_;
  bool any_ = false;
};

}  // namespace resumelint
