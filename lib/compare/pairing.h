#pragma once

#include <vector>

#include "resume/document.h"

namespace resumelint {

/// Which block of an old version a block of the new one was made from.
struct Pairing {
  /// Per block of the new document: blocks of the old one, best first; empty = there was none. Two of
  /// them where two bullets were made one; the same for two where one was made two.
  std::vector<std::vector<int>> old_of;
  /// Per block of the old document: one of the new; -1 = it is gone.
  std::vector<int> new_of;
  std::vector<int> old_role_of;  ///< per role of the new document; -1 = a new role
};

/// Pairs bullets, paragraphs and headlines by their words and by the role they stand in. Formats may
/// differ. Deterministic.
Pairing PairBlocks(const Document& old_document, const Document& new_document);

}  // namespace resumelint
