#include "formats/child.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace resumelint {
namespace {

TEST(Child, PassesInputAndOutput) {
  const std::string large(3 << 20, 'x');  // more than a socket holds, both ways at once
  const auto output = RunChild({"cat"}, large);
  ASSERT_TRUE(output);
  EXPECT_EQ(output->out, large);
  EXPECT_EQ(output->status, 0);
}

TEST(Child, GivesStatusAndErrors) {
  const auto output = RunChild({"ls", "/no/such/folder"}, "");
  ASSERT_TRUE(output);
  EXPECT_NE(output->status, 0);
  EXPECT_NE(output->error.find("/no/such/folder"), std::string::npos);
}

TEST(Child, ReadsNoMoreThanItWants) {
  const auto output = RunChild({"true"}, std::string(3 << 20, 'x'));
  ASSERT_TRUE(output);
  EXPECT_EQ(output->status, 0);
}

TEST(Child, HasLimits) {
  const auto slow = RunChild({"sleep", "30"}, "", {1});
  ASSERT_FALSE(slow);
  EXPECT_EQ(slow.error().what, "sleep took longer than 1 s");
  const auto large = RunChild({"yes"}, "", {10, 1 << 20});
  ASSERT_FALSE(large);
  EXPECT_EQ(large.error().what, "yes gave more than 1 MB of text");
}

#ifdef __linux__
TEST(Child, MayNotComputeForLong) {
  const auto begin = std::chrono::steady_clock::now();
  const auto busy = RunChild({"sh", "-c", "while :; do :; done"}, "", {30, 1 << 20, 2ull << 30, 1});
  ASSERT_FALSE(busy);
  EXPECT_EQ(busy.error().what, "sh took longer than 1 s");
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}
#endif

// What one child is given must not be held open by another that another thread starts.
TEST(Child, RunsBesideOthers) {
  std::vector<std::thread> threads;
  std::atomic<int> wrong = 0;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&wrong, i] {
      const std::string input(1000, static_cast<char>('a' + i));
      for (int round = 0; round < 30; ++round) {
        const auto output = RunChild({"cat"}, input);
        wrong += output && output->out == input ? 0 : 1;
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(wrong, 0);
}

TEST(Child, SaysThatAProgramIsMissing) {
  const auto output = RunChild({"no-such-program-here"}, "");
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().what, "not found");
}

TEST(Child, NoShellReadsItsArguments) {
  const auto output = RunChild({"printf", "%s", "$(echo no); rm *"}, "");
  ASSERT_TRUE(output);
  EXPECT_EQ(output->out, "$(echo no); rm *");
}

}  // namespace
}  // namespace resumelint
