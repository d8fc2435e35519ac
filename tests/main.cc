#include <gtest/gtest.h>

#include <cstdlib>

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  // Property tests: the same cases each time. RC_PARAMS="seed=N max_success=N" tries others.
  setenv("RC_PARAMS", "seed=20 max_success=40", 0);
  return RUN_ALL_TESTS();
}
