#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"

namespace resumelint {

/// An element as it is entered; valid during the call.
class XmlElement {
 public:
  explicit XmlElement(const void* node) : node_(node) {}
  std::string_view Name() const;  ///< with its prefix
  /// An attribute's value as written; empty if there is none.
  std::string_view Attribute(const char* name) const;

 private:
  const void* node_;
};

/// Receives a document's content in order.
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  /// False leaves out all that is in the element; Leave isn't called then.
  virtual bool Enter(const XmlElement& element) = 0;
  virtual void Leave(std::string_view name) = 0;
  /// Text as written, entities not decoded. `offset`: of its first byte in the document, or
  /// UINT32_MAX where it isn't known.
  virtual void Characters(std::string_view raw, uint32_t offset) = 0;
};

/// Goes through an XML document; deep nesting costs no stack. Entities that a document declares are
/// never expanded; unless `allow_doctype`, a document that has a DOCTYPE is refused. An Error has no
/// path.
Result<void> WalkXml(std::string_view xml, bool allow_doctype, XmlHandler& handler);

}  // namespace resumelint
