#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "report/output.h"

namespace resumelint {

/// What is done with each of many inputs. `check` and `render` run on any thread, for several inputs at
/// once; the others on the calling thread, for one input after the other.
struct InputSteps {
  std::function<void(size_t input)> check;
  std::function<void(size_t input)> settle;  ///< after its check, and after all about the inputs before it
  std::function<void(size_t input, Output& out)> render;  ///< after its check
  std::function<void(std::vector<Passage> passages)> write;     ///< of the input that was settled last
  std::function<void(size_t input)> finish;               ///< nothing more is to come of it
  bool settle_first = false;  ///< `render` needs what `settle` does
};

/// Takes inputs through their steps, at most `jobs` at once. How many inputs, and how much of what
/// was rendered, waits for its turn is bounded.
void RunInOrder(size_t inputs, size_t jobs, const InputSteps& steps);

}  // namespace resumelint
