#include "formats/docx_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "formats/escapes.h"
#include "formats/xml.h"
#include "formats/zip.h"

namespace resumelint {

namespace {

constexpr size_t kMaxParagraphs = 50'000;

std::string_view Local(std::string_view name) {
  const size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

int ToInt(std::string_view digits, int otherwise) {
  int value = otherwise;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// An attribute under the usual prefix or none.
std::string_view Value(const XmlElement& element, const char* prefixed = "w:val", const char* bare = "val") {
  const std::string_view value = element.Attribute(prefixed);
  return value.empty() ? element.Attribute(bare) : value;
}

/// `<w:b/>` is on, `<w:b w:val="0"/>` is off.
bool IsOn(const XmlElement& element) {
  const std::string_view value = Value(element);
  return value != "0" && value != "false" && value != "off";
}

/// What a paragraph's properties say, its own or those of its style.
struct ParagraphProperties {
  std::string style;
  int num_id = -1;  ///< -1: nothing said; 0: no list
  int level = -1;
  int outline = -1;
  bool shaded = false;

  bool Read(std::string_view name, const XmlElement& element) {
    if (name == "pStyle") style = Value(element);
    if (name == "numId") num_id = ToInt(Value(element), -1);
    if (name == "ilvl") level = ToInt(Value(element), -1);
    if (name == "shd") shaded = true;
    if (name == "outlineLvl") outline = ToInt(Value(element), -1);
    return true;
  }
};

struct Style {
  std::string name;  ///< lower case
  std::string based_on;
  ParagraphProperties properties;
  bool bold = false;
};

class StyleReader : public XmlHandler {
 public:
  bool Enter(const XmlElement& element) override {
    const std::string_view name = Local(element.Name());
    if (name == "style") {
      id_ = Value(element, "w:styleId", "styleId");
      const bool paragraph = Value(element, "w:type", "type") == "paragraph";
      const std::string_view by_default = Value(element, "w:default", "default");
      if (paragraph && (by_default == "1" || by_default == "true")) default_style = id_;
    } else if (!id_.empty()) {
      Style& style = styles[id_];
      if (name == "name") style.name = Lower(Value(element));
      if (name == "basedOn") style.based_on = Value(element);
      if (name == "b") style.bold = IsOn(element);
      style.properties.Read(name, element);
    }
    return true;
  }
  void Leave(std::string_view name) override {
    if (Local(name) == "style") id_.clear();
  }
  void Characters(std::string_view, uint32_t) override {}

  std::map<std::string, Style> styles;
  std::string default_style;

 private:
  std::string id_;
};

/// Finds the list levels that show nothing: Word's way to say "no bullet".
class NumberingReader : public XmlHandler {
 public:
  bool Enter(const XmlElement& element) override {
    const std::string_view name = Local(element.Name());
    if (name == "abstractNum") abstract_ = ToInt(Value(element, "w:abstractNumId", "abstractNumId"), -1);
    if (name == "lvl") level_ = ToInt(Value(element, "w:ilvl", "ilvl"), 0);
    if (name == "numFmt" && abstract_ >= 0 && Value(element) == "none") silent_.insert({{abstract_, level_}, true});
    if (name == "lvlText" && abstract_ >= 0 && !Value(element).empty()) silent_[{abstract_, level_}] = false;
    if (name == "num") {
      abstract_ = -1;
      num_ = ToInt(Value(element, "w:numId", "numId"), -1);
    }
    if (name == "abstractNumId" && num_ >= 0) abstract_of_[num_] = ToInt(Value(element), -1);
    return true;
  }
  void Leave(std::string_view) override {}
  void Characters(std::string_view, uint32_t) override {}

  bool IsSilent(int num_id, int level) const {
    const auto abstract = abstract_of_.find(num_id);
    if (abstract == abstract_of_.end()) return false;
    const auto silent = silent_.find({abstract->second, std::max(level, 0)});
    return silent != silent_.end() && silent->second;
  }

 private:
  int abstract_ = -1;
  int num_ = -1;
  int level_ = 0;
  std::map<std::pair<int, int>, bool> silent_;
  std::map<int, int> abstract_of_;
};

/// Finds the main part's name in the package's relations.
class RelationReader : public XmlHandler {
 public:
  bool Enter(const XmlElement& element) override {
    if (Local(element.Name()) == "Relationship" && element.Attribute("Type").ends_with("/officeDocument")) {
      target = element.Attribute("Target");
      if (target.starts_with('/')) target.erase(0, 1);
    }
    return true;
  }
  void Leave(std::string_view) override {}
  void Characters(std::string_view, uint32_t) override {}

  std::string target;
};

class TextReader : public XmlHandler {
 public:
  TextReader(std::string_view xml, const StyleReader& styles, const NumberingReader& numbering)
      : xml_(xml), styles_(styles), numbering_(numbering) {}

  bool Enter(const XmlElement& element) override {
    const std::string_view full = element.Name();
    const std::string_view name = Local(full);
    if (name == "document") prefix_ = full.substr(0, full.size() - name.size());
    // Text boxes stand twice: as a shape and, for old programs, as a picture of it.
    if (full == "mc:Fallback") return false;
    if (full.substr(0, full.size() - name.size()) != prefix_) return true;
    if (name == "p") {
      Open open;
      open.paragraph.number = ++count_;
      open_.push_back(std::move(open));
      return true;
    }
    if (name == "del" || name == "moveFrom" || name == "sectPr" || name == "tblPr" || name == "tblGrid" ||
        name == "trPr" || name == "tcPr" || name == "pPrChange" || name == "rPrChange") {
      return false;
    }
    if (name == "tbl") ++tables_;
    if (name == "sdt") placeholder_ = false;
    if (name == "showingPlcHdr") placeholder_ = true;
    if (name == "sdtContent" && placeholder_) {
      placeholder_ = false;
      return false;
    }
    if (open_.empty()) return true;
    Open& open = open_.back();
    if (name == "pPr") open.in_properties = true;
    if (open.in_properties) return open.properties.Read(name, element);
    if (name == "r") {
      open.hidden = open.bold = open.shaded = false;
      open.how = nullptr;
    }
    if (name == "rPr") open.in_run_properties = true;
    if (open.in_run_properties) {
      if (name == "vanish" && IsOn(element)) open.hidden = true;
      if (open.hidden) open.how = "text marked as hidden";
      // White on a bar or in a table is seen.
      if (name == "color" && Value(element, "w:val", "val") == "FFFFFF" && tables_ == 0 && open_.size() == 1) {
        open.how = "white text";
      }
      if (name == "sz" && ToInt(Value(element, "w:val", "val"), 99) <= 4) open.how = "text of no size";
      if (name == "shd" || name == "highlight") open.shaded = true;
      if (name == "b" && IsOn(element)) open.bold = true;
      return true;
    }
    if (name == "t") in_text_ = true;
    if (open.hidden) return true;
    if (name == "tab" || name == "ptab") Add("\t");
    if (name == "br" || name == "cr") Add("\n");
    if (name == "noBreakHyphen") Add("-");
    if (name == "sym") AddSymbol(element);
    return true;
  }

  void Leave(std::string_view full) override {
    const std::string_view name = Local(full);
    if (full.substr(0, full.size() - name.size()) != prefix_) return;
    if (name == "tbl") --tables_;
    if (open_.empty()) return;
    if (name == "t") in_text_ = false;
    if (name == "pPr") open_.back().in_properties = false;
    if (name == "rPr") open_.back().in_run_properties = false;
    if (name == "p") {
      Finish(std::move(open_.back()));
      open_.pop_back();
    }
  }

  void Characters(std::string_view raw, uint32_t offset) override {
    if (!in_text_ || open_.empty() || raw.empty()) return;
    Open& open = open_.back();
    if (open.how != nullptr && !open.shaded && !open.properties.shaded) Conceal(open, raw);
    if (open.hidden) return;
    if (offset == UINT32_MAX || xml_.substr(offset, raw.size()) != raw) exact = false;
    Text text;
    const uint32_t begin = exact ? offset : 0;
    for (uint32_t at = 0; at < raw.size();) {
      // One paragraph is one line: a line end that stands in the XML is a blank.
      const auto end = static_cast<uint32_t>(std::min(raw.find_first_of("\r\n", at), raw.size()));
      text.AppendVerbatim(raw.substr(at, end - at), begin + at);
      if (end < raw.size()) text.AppendReplaced(" ", {begin + end, begin + end + 1});
      at = end + 1;
    }
    last_ = begin + static_cast<uint32_t>(raw.size());
    text = DecodeEntities(text);
    const bool blank = text.chars.find_first_not_of(" \t") == std::string::npos;
    if (!blank) {
      open.any_text = true;
      open.all_bold = open.all_bold && open.bold;
    }
    open.paragraph.text.Append(text);
  }

  /// Paragraphs in the order in which they begin; a text box's come after the one that holds it.
  std::vector<DocxParagraph> Take() {
    std::stable_sort(paragraphs_.begin(), paragraphs_.end(),
                     [](const DocxParagraph& a, const DocxParagraph& b) { return a.number < b.number; });
    return std::move(paragraphs_);
  }

  bool exact = true;
  bool too_many = false;
  std::vector<std::pair<int, Concealed>> concealed;

 private:
  struct Open {
    DocxParagraph paragraph;
    ParagraphProperties properties;
    bool in_properties = false;
    bool in_run_properties = false;
    bool hidden = false;
    bool shaded = false;
    const char* how = nullptr;  ///< why a person doesn't see the run
    bool bold = false;
    bool any_text = false;
    bool all_bold = true;
  };

  /// A character that an element stands for. Its source is the place after the text before it.
  void Add(std::string_view shown) { open_.back().paragraph.text.AppendReplaced(shown, {last_, last_}); }

  /// Runs that stand together are one.
  void Conceal(const Open& open, std::string_view raw) {
    if (concealed.empty() || concealed.back().first != open.paragraph.number || concealed.back().second.how != open.how) {
      concealed.push_back({open.paragraph.number, {{}, open.how, {}}});
    }
    concealed.back().second.text += raw;
  }

  /// `<w:sym w:font="Wingdings" w:char="F0B7"/>`
  void AddSymbol(const XmlElement& element) {
    const std::string_view digits = Value(element, "w:char", "char");
    uint32_t value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (value < 0x20 || value > 0xFFFF || (value >= 0xD800 && value < 0xE000)) return;
    std::string shown;
    AppendUtf8(shown, value < 0x100 ? 0xF000 + value : value);
    Add(shown);
  }

  void Finish(Open open) {
    if (!open.any_text) return;
    if (paragraphs_.size() >= kMaxParagraphs) {
      too_many = true;
      return;
    }
    DocxParagraph& paragraph = open.paragraph;
    ParagraphProperties own = open.properties;
    bool bold = open.all_bold;
    std::string id = own.style.empty() ? styles_.default_style : own.style;
    // A style says what its paragraphs don't; a chain that bites its tail ends after some steps.
    for (int steps = 0; steps < 20 && !id.empty(); ++steps) {
      const auto found = styles_.styles.find(id);
      if (found == styles_.styles.end()) break;
      const Style& style = found->second;
      if (own.num_id < 0) {
        own.num_id = style.properties.num_id;
        if (own.level < 0) own.level = style.properties.level;
      }
      if (own.outline < 0) own.outline = style.properties.outline;
      if (own.outline < 0 && style.name.starts_with("heading ")) {
        own.outline = ToInt(std::string_view(style.name).substr(8), 1) - 1;
      }
      if (style.name == "title") own.outline = 0;
      const bool list_style = style.name.starts_with("list bullet") || style.name.starts_with("list number");
      if (list_style && own.num_id < 0) {
        own.num_id = INT32_MAX;
        if (own.level < 0) own.level = ToInt(std::string_view(style.name).substr(style.name.size() - 1), 1) - 1;
      }
      bold = bold || style.bold;
      id = style.based_on;
    }
    if (own.outline >= 0 && own.outline < 9) paragraph.heading = own.outline;
    paragraph.list = own.num_id > 0 && !numbering_.IsSilent(own.num_id, own.level);
    paragraph.depth = paragraph.list ? std::clamp(own.level, 0, 8) : 0;
    paragraph.strong = bold;
    paragraphs_.push_back(std::move(paragraph));
  }

  std::string_view xml_;
  const StyleReader& styles_;
  const NumberingReader& numbering_;
  std::string prefix_ = "w:";
  std::vector<Open> open_;
  std::vector<DocxParagraph> paragraphs_;
  int count_ = 0;
  int tables_ = 0;
  uint32_t last_ = 0;
  bool in_text_ = false;
  bool placeholder_ = false;
};

/// Old Word files and encrypted ones are both OLE containers.
bool IsOle(std::string_view raw) { return raw.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }

}  // namespace

Result<DocxContent> ReadDocxContent(const std::string& raw) {
  if (IsOle(raw)) {
    return Fail({}, "an old Word file, or one protected by a password",
                "save it as DOCX without a password");
  }
  auto relations = ReadZip(raw, {"_rels/.rels"});
  if (!relations) return Fail(relations.error());
  RelationReader relation;
  if (const auto found = relations->find("_rels/.rels"); found != relations->end()) {
    if (auto walked = WalkXml(found->second, false, relation); !walked) return Fail(walked.error());
  }
  DocxContent content;
  content.part = relation.target.empty() ? "word/document.xml" : relation.target;
  const std::string folder = content.part.substr(0, content.part.rfind('/') + 1);
  auto parts = ReadZip(raw, {content.part, folder + "styles.xml", folder + "numbering.xml"});
  if (!parts) return Fail(parts.error());
  const auto main = parts->find(content.part);
  if (main == parts->end()) {
    return Fail({}, fmt::format("holds no {}: not a Word document", content.part),
                "give the resume as DOCX, PDF, Markdown or text");
  }
  content.xml = std::move(main->second);
  const auto walk = [&](const std::string& name, const std::string& xml, XmlHandler& handler) -> Result<void> {
    auto walked = WalkXml(xml, false, handler);
    if (walked) return walked;
    Error error = walked.error();
    error.what = fmt::format("part {}: {}", name, error.what);
    error.hint = "save it again from the word processor";
    return Fail(std::move(error));
  };
  StyleReader styles;
  NumberingReader numbering;
  for (const auto& [name, handler] : {std::pair<std::string, XmlHandler*>{folder + "styles.xml", &styles},
                                      {folder + "numbering.xml", &numbering}}) {
    const auto part = parts->find(name);
    if (part == parts->end()) continue;
    if (auto read = walk(name, part->second, *handler); !read) return Fail(read.error());
  }
  TextReader text(content.xml, styles, numbering);
  if (auto read = walk(content.part, content.xml, text); !read) return Fail(read.error());
  if (text.too_many) {
    return Fail({}, fmt::format("more than {} paragraphs", kMaxParagraphs), "check that this is a resume");
  }
  content.paragraphs = text.Take();
  content.concealed = std::move(text.concealed);
  content.exact = text.exact;
  return content;
}

}  // namespace resumelint
