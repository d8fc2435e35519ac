#include "in_order.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <iterator>
#include <mutex>
#include <system_error>
#include <thread>
#include <utility>

namespace resumelint {

namespace {

class InOrder {
 public:
  InOrder(size_t inputs, const InputSteps& steps) : steps_(steps), slots_(inputs) {}

  void Run(size_t jobs) {
    const size_t workers = std::min({jobs, slots_.size(), size_t{64}});
    std::vector<std::thread> threads;
    for (size_t worker = 0; workers > 1 && worker < workers; ++worker) {
      try {
        threads.emplace_back([this] { Work(); });
      } catch (const std::system_error&) {
        break;  // the system gives no more: those that are there do it, or none
      }
    }
    for (size_t i = 0; i < slots_.size(); ++i) {
      threads.empty() ? DoAll(i) : Tell(i);
      steps_.finish(i);
      const std::lock_guard lock(mutex_);
      ++told_;
      changed_.notify_all();
    }
    for (std::thread& thread : threads) thread.join();
  }

 private:
  // Inputs that may be checked, and bytes of each that may be rendered, before it is their turn.
  static constexpr size_t kAhead = 64;
  static constexpr size_t kMostBytes = 1 << 20;

  struct Slot {
    bool checked = false;
    bool settled = false;
    bool rendered = false;
    std::vector<Passage> passages;
    size_t size = 0;  // of their texts
  };

  void DoAll(size_t i) {
    steps_.check(i);
    steps_.settle(i);
    Output out(steps_.write);
    steps_.render(i, out);
    out.Flush();
  }

  // A worker's share. Inputs are taken in order, so the one whose turn it is never waits for another.
  void Work() {
    for (size_t i = next_++; i < slots_.size(); i = next_++) {
      Slot& slot = slots_[i];
      WaitUntil([&] { return i < told_ + kAhead; });
      steps_.check(i);
      Set(slot.checked);
      if (steps_.settle_first) WaitUntil([&] { return slot.settled; });
      Output out([&](std::vector<Passage> passages) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return slot.size < kMostBytes; });
        for (const Passage& passage : passages) slot.size += passage.text.size();
        std::move(passages.begin(), passages.end(), std::back_inserter(slot.passages));
        changed_.notify_all();
      });
      steps_.render(i, out);
      out.Flush();
      Set(slot.rendered);
    }
  }

  void Tell(size_t i) {
    Slot& slot = slots_[i];
    WaitUntil([&] { return slot.checked; });
    steps_.settle(i);
    Set(slot.settled);
    for (bool rendered = false; !rendered;) {
      std::vector<Passage> passages;
      {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return slot.rendered || !slot.passages.empty(); });
        rendered = slot.rendered;
        passages = std::exchange(slot.passages, {});
        slot.size = 0;
        changed_.notify_all();
      }
      if (!passages.empty()) steps_.write(std::move(passages));
    }
  }

  template <class Condition>
  void WaitUntil(Condition condition) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, condition);
  }

  void Set(bool& flag) {
    const std::lock_guard lock(mutex_);
    flag = true;
    changed_.notify_all();
  }

  const InputSteps& steps_;
  std::vector<Slot> slots_;
  std::atomic<size_t> next_ = 0;
  std::mutex mutex_;
  std::condition_variable changed_;
  size_t told_ = 0;
};

}  // namespace

void RunInOrder(size_t inputs, size_t jobs, const InputSteps& steps) { InOrder(inputs, steps).Run(jobs); }

}  // namespace resumelint
