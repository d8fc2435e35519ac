#pragma once

namespace resumelint {

/// The commit that the program was built from; "" where that is not known. Written by
/// cmake/commit.cmake.
extern const char* const kCommit;

}  // namespace resumelint
