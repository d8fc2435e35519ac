#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace resumelint {

// Structs as bytes that can lie in the program, to be read back without a parser.
//
// A struct is packed by one function that serves both ways:
//
//     template <class Archive>
//     void Pack(Archive& archive, Example& example) { archive(example.text, example.line); }

/// True for what is copied as it lies in memory.
template <class T>
concept Plain = (std::is_arithmetic_v<T> || std::is_enum_v<T>);

class Packer {
 public:
  template <class... T>
  void operator()(T&... values) {
    (One(values), ...);
  }

  /// Bytes that readers refer to where they lie, aligned to 8. Returns where.
  uint32_t Block(const void* data, size_t size) {
    blocks_.resize((blocks_.size() + 7) / 8 * 8);
    const size_t at = blocks_.size();
    blocks_.append(static_cast<const char*>(data), size);
    return static_cast<uint32_t>(at);
  }
  void Size(size_t size) {
    auto value = static_cast<uint32_t>(size);
    One(value);
  }

  /// Two sizes, the blocks, the stream; a multiple of 8.
  std::string Take() {
    blocks_.resize((blocks_.size() + 7) / 8 * 8);
    const uint64_t sizes[2] = {blocks_.size(), stream_.size()};
    std::string out(reinterpret_cast<const char*>(sizes), sizeof sizes);
    out += blocks_;
    out += stream_;
    out.resize((out.size() + 7) / 8 * 8);
    return out;
  }

  template <Plain T>
  void One(T& value) {
    stream_.append(reinterpret_cast<const char*>(&value), sizeof value);
  }
  void One(std::string& text) { Letters(text); }
  void One(std::string_view& text) { Letters(text); }
  template <class A, class B>
  void One(std::pair<A, B>& pair) {
    One(pair.first);
    One(pair.second);
  }
  template <class T>
  void One(std::vector<T>& list) {
    Size(list.size());
    for (T& value : list) One(value);
  }
  template <class T>
    requires(!Plain<T>)
  void One(T& value) {
    Pack(*this, value);
  }

  std::string& stream() { return stream_; }

 private:
  void Letters(std::string_view text) {
    Size(text.size());
    stream_ += text;
  }

  std::string stream_;
  std::string blocks_;
};

/// Reads what a Packer took, from memory that outlives what is read: views point into it.
class Unpacker {
 public:
  /// `memory` is aligned to 8.
  explicit Unpacker(const char* memory) : blocks_(memory + 16) {
    uint64_t size = 0;
    std::memcpy(&size, memory, sizeof size);
    stream_ = blocks_ + size;
  }
  /// Reads on from a place in a stream.
  Unpacker(const char* blocks, const char* stream) : blocks_(blocks), stream_(stream) {}

  template <class... T>
  void operator()(T&... values) {
    (One(values), ...);
  }

  const char* Block(uint32_t at) const { return blocks_ + at; }
  const char* blocks() const { return blocks_; }
  const char* stream() const { return stream_; }
  void Skip(size_t bytes) { stream_ += bytes; }
  uint32_t Size() {
    uint32_t size = 0;
    One(size);
    return size;
  }

  template <Plain T>
  void One(T& value) {
    std::memcpy(&value, stream_, sizeof value);
    stream_ += sizeof value;
  }
  void One(std::string& text) { text = Letters(); }
  void One(std::string_view& text) { text = Letters(); }
  template <class A, class B>
  void One(std::pair<A, B>& pair) {
    One(pair.first);
    One(pair.second);
  }
  template <class T>
  void One(std::vector<T>& list) {
    const uint32_t size = Size();
    if constexpr (Plain<T>) {
      list.resize(size);
      if (size > 0) std::memcpy(list.data(), stream_, size * sizeof(T));
      stream_ += size * sizeof(T);
    } else if constexpr (std::is_default_constructible_v<T>) {
      list.resize(size);
      for (T& value : list) One(value);
    } else {
      list.reserve(size);
      for (uint32_t i = 0; i < size; ++i) list.push_back(Unpack(*this, static_cast<T*>(nullptr)));
    }
  }
  template <class T>
    requires(!Plain<T>)
  void One(T& value) {
    Pack(*this, value);
  }

 private:
  std::string_view Letters() {
    const uint32_t size = Size();
    const std::string_view text(stream_, size);
    stream_ += size;
    return text;
  }

  const char* blocks_;
  const char* stream_;
};

/// Puts a list so that it can be skipped.
template <class T>
void PackApart(Packer& packer, std::vector<T> list) {
  Packer inner;
  for (T& value : list) inner(value);
  packer.Size(list.size());
  packer.Size(inner.stream().size());
  packer.stream() += inner.stream();
}

/// A list that is left packed until someone asks for it: examples, explanations.
template <class T>
class Cold {
 public:
  Cold() = default;
  Cold(std::vector<T> list) : own_(std::move(list)), size_(own_.size()) {}
  Cold(std::initializer_list<T> list) : Cold(std::vector<T>(list)) {}

  size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  std::vector<T> Read() const {
    if (packed_ == nullptr) return own_;
    std::vector<T> list(size_);
    Unpacker unpack(nullptr, packed_);
    for (T& value : list) unpack(value);
    return list;
  }

  friend void Pack(Packer& packer, Cold& cold) { PackApart(packer, cold.Read()); }
  friend void Pack(Unpacker& unpacker, Cold& cold) {
    cold.size_ = unpacker.Size();
    const uint32_t bytes = unpacker.Size();
    cold.packed_ = unpacker.stream();
    unpacker.Skip(bytes);
  }

 private:
  std::vector<T> own_;
  const char* packed_ = nullptr;
  size_t size_ = 0;
};

/// A list that is unpacked when someone first asks for it, and kept: most runs need few of many such.
/// Copies share it; threads may.
template <class T>
class Lazy {
 public:
  const std::vector<T>& list() const {
    static const std::vector<T> none;
    if (state_ == nullptr) return none;
    if (state_->unpack != nullptr) std::call_once(state_->once, [&] { state_->unpack(*state_); });
    return state_->list;
  }
  auto begin() const { return list().begin(); }
  auto end() const { return list().end(); }
  void Add(T value) {
    if (state_ == nullptr || state_->unpack != nullptr || state_.use_count() > 1) {
      auto own = std::make_shared<State>();
      own->list = list();
      state_ = std::move(own);
    }
    state_->list.push_back(std::move(value));
  }

  friend void Pack(Packer& packer, Lazy& lazy) { PackApart(packer, lazy.list()); }
  friend void Pack(Unpacker& unpacker, Lazy& lazy) {
    lazy.state_ = std::make_shared<State>();
    lazy.state_->size = unpacker.Size();
    const uint32_t bytes = unpacker.Size();
    lazy.state_->packed = unpacker.stream();
    unpacker.Skip(bytes);
    // Only here is it known how: who asks later need not know.
    lazy.state_->unpack = [](State& state) {
      state.list.resize(state.size);
      Unpacker inner(nullptr, state.packed);
      for (T& value : state.list) inner.One(value);
    };
  }

 private:
  struct State {
    std::once_flag once;
    void (*unpack)(State&) = nullptr;
    const char* packed = nullptr;
    size_t size = 0;
    std::vector<T> list;
  };
  std::shared_ptr<State> state_;
};

}  // namespace resumelint
