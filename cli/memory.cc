// Memory of the program. A page is tens of thousands of small pieces that live for a moment: the C
// library's malloc took an eighth of the time of a run. A piece is taken from a list of its size that
// each thread has for itself, and goes back to the list of the thread that frees it; lists that grow
// long, as where one thread makes what another one frees, give half away to all.
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <mutex>
#include <new>

namespace resumelint {

namespace {

constexpr size_t kHead = 8;        // before each piece: its size, as the number of its list; 0 = malloc's
constexpr size_t kStep = 16;
constexpr size_t kLists = 33;      // pieces of up to 32 * 16 - 8 bytes
constexpr size_t kChunk = 1 << 16;  // taken from malloc in one go, never given back
constexpr uint32_t kLong = 512;    // pieces of a list

struct Piece {
  Piece* next;
};

struct List {
  Piece* first = nullptr;
  uint32_t count = 0;
};

struct Lists {
  std::array<List, kLists> of_size;
  char* at = nullptr;  // what is left of the chunk
  char* end = nullptr;
};

constinit thread_local Lists t_lists;

struct Shared {
  std::mutex mutex;
  std::array<List, kLists> of_size;
  std::array<std::atomic<bool>, kLists> some;  // whether a list is worth the lock
};
constinit Shared g_shared;

uint64_t& HeadOf(void* piece) { return *reinterpret_cast<uint64_t*>(static_cast<char*>(piece) - kHead); }

void Push(List& list, void* piece) {
  auto* const one = static_cast<Piece*>(piece);
  one->next = list.first;
  list.first = one;
  ++list.count;
}

void* Pop(List& list) {
  Piece* const one = list.first;
  list.first = one->next;
  --list.count;
  return one;
}

/// Half a long list from one to another, one of which is shared.
[[gnu::noinline]] void Move(List& from, List& to, size_t list) {
  const std::lock_guard lock(g_shared.mutex);
  for (uint32_t left = kLong / 2; left > 0 && from.first != nullptr; --left) Push(to, Pop(from));
  g_shared.some[list].store(g_shared.of_size[list].first != nullptr, std::memory_order_relaxed);
}

void* WithHead(char* memory, uint64_t head) {
  void* const piece = memory + kHead;
  HeadOf(piece) = head;
  return piece;
}

[[gnu::noinline]] void* Large(size_t size) {
  // Twice the head keeps the piece aligned to 16.
  char* const memory = size + 2 * kHead < size ? nullptr : static_cast<char*>(std::malloc(size + 2 * kHead));
  if (memory == nullptr) throw std::bad_alloc();
  return WithHead(memory + kHead, 0);
}

[[gnu::noinline]] void* Fresh(size_t list) {
  Lists& lists = t_lists;
  if (g_shared.some[list].load(std::memory_order_relaxed)) {
    Move(g_shared.of_size[list], lists.of_size[list], list);
    if (lists.of_size[list].first != nullptr) return Pop(lists.of_size[list]);
  }
  const size_t size = list * kStep;
  if (static_cast<size_t>(lists.end - lists.at) < size) {
    lists.at = static_cast<char*>(std::malloc(kChunk));
    if (lists.at == nullptr) throw std::bad_alloc();
    lists.end = lists.at + kChunk;
    lists.at += kHead;  // so that pieces are aligned to 16
  }
  char* const memory = lists.at;
  lists.at += size;
  return WithHead(memory, list);
}

void* Take(size_t size) {
  const size_t list = (size + kHead + kStep - 1) / kStep;
  if (size >= kLists * kStep - kHead - kStep) return Large(size);
  List& pieces = t_lists.of_size[list];
  return pieces.first != nullptr ? Pop(pieces) : Fresh(list);
}

void Give(void* piece) {
  if (piece == nullptr) return;
  const uint64_t list = HeadOf(piece);
  if (list == 0) {
    std::free(static_cast<char*>(piece) - 2 * kHead);
    return;
  }
  List& pieces = t_lists.of_size[list];
  Push(pieces, piece);
  if (pieces.count > kLong) Move(pieces, g_shared.of_size[list], list);
}

}  // namespace

}  // namespace resumelint

void* operator new(size_t size) { return resumelint::Take(size); }
void operator delete(void* piece) noexcept { resumelint::Give(piece); }
void operator delete(void* piece, size_t) noexcept { resumelint::Give(piece); }

#endif
