#include "formats/xml.h"

#include <fmt/format.h>

#include <pugixml.hpp>

#include "base/utf8.h"

namespace resumelint {

std::string_view XmlElement::Name() const {
  return static_cast<const pugi::xml_node*>(node_)->name();
}

std::string_view XmlElement::Attribute(const char* name) const {
  return static_cast<const pugi::xml_node*>(node_)->attribute(name).value();
}

Result<void> WalkXml(std::string_view xml, bool allow_doctype, XmlHandler& handler) {
  pugi::xml_document document;
  // Texts stay as written: what an entity or a line end means is the caller's to decode and to map.
  constexpr unsigned kFlags =
      pugi::parse_minimal | pugi::parse_cdata | pugi::parse_ws_pcdata | pugi::parse_doctype;
  const pugi::xml_parse_result result = document.load_buffer(xml.data(), xml.size(), kFlags);
  if (!result) {
    return Fail({}, fmt::format("broken XML at byte {}: {}", result.offset, Lower(result.description())));
  }
  pugi::xml_node node = document.first_child();
  while (node) {
    bool down = false;
    switch (node.type()) {
      case pugi::node_doctype:
        if (!allow_doctype) return Fail({}, "declares a document type, which no word processor does");
        break;
      case pugi::node_element:
        down = handler.Enter(XmlElement(&node));
        if (down && !node.first_child()) {
          handler.Leave(node.name());
          down = false;
        }
        break;
      case pugi::node_pcdata:
      case pugi::node_cdata: {
        const ptrdiff_t offset = node.offset_debug();
        handler.Characters(node.value(), offset < 0 ? UINT32_MAX : static_cast<uint32_t>(offset));
        break;
      }
      default:
        break;
    }
    if (down) {
      node = node.first_child();
      continue;
    }
    while (node && !node.next_sibling()) {
      node = node.parent();
      if (node && node.type() == pugi::node_element) handler.Leave(node.name());
    }
    if (node) node = node.next_sibling();
  }
  return {};
}

}  // namespace resumelint
