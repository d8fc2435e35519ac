#include "formats/tree_resume.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "formats/tree_keys.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

using Meaning = OutlineTerms::KeyMeaning;
using Kind = TreeNode::Kind;

/// Sections whose entries are jobs, studies and the like, not lists of words.
bool HoldsRoles(SectionKind kind) {
  switch (kind) {
    case SectionKind::kSkills:
    case SectionKind::kLanguages:
    case SectionKind::kInterests:
    case SectionKind::kSummary:
    case SectionKind::kTop:
      return false;
    default:
      return true;
  }
}

int WordCount(std::string_view text) {
  int words = 0;
  bool inside = false;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    const bool blank = IsSpace(point.value);
    if (!blank && !inside) ++words;
    inside = !blank;
    at += point.length;
  }
  return words;
}

class Walk {
 public:
  Walk(const Tree& tree, const OutlineTerms& terms, Document& document)
      : tree_(tree), nodes_(tree.nodes), terms_(terms), document_(document), keys_(tree, terms) {}

  void Run() {
    taken_.resize(nodes_.size());
    Context root;
    root.end = static_cast<uint32_t>(nodes_.size());
    open_.push_back(root);
    for (uint32_t i = 0; i < nodes_.size();) {
      while (open_.back().end <= i) open_.pop_back();
      i = taken_[i] ? nodes_[i].end : Visit(i);
    }
  }

 private:
  /// What is known about where the walk stands; children inherit it.
  struct Context {
    uint32_t end = 0;  ///< node at which it closes
    bool in_section = false;
    bool sections = false;  ///< each key opens a section
    bool person = false;
    bool entry = false;     ///< within a job, a project, …
    bool list = false;      ///< texts are list items
    SectionKind section = SectionKind::kTop;
    std::string_view section_title;
    int role = -1;
    int depth = 0;
  };

  // ---- emitting ----

  Block& Emit(BlockKind kind, Text text, Span span, const Context& context) {
    Block block;
    block.kind = kind;
    block.text = std::move(text);
    block.text.FoldBlanks();
    block.span = span;
    block.section = context.section;
    block.section_title = context.section_title;
    block.role = context.role;
    if (kind == BlockKind::kBullet) {
      block.depth = context.depth;
      const auto label = FindLabel(block.text.chars, terms_);
      if (label && label->field == OutlineTerms::Field::kSkills) block.section = SectionKind::kSkills;
    }
    document_.blocks.push_back(std::move(block));
    return document_.blocks.back();
  }

  /// A scalar's text on one line, without markup.
  static Text Shown(const TreeNode& node) {
    Text out;
    for (const Fragment& fragment : SplitValue(node.value, false, node.breaks)) {
      if (fragment.kind == BlockKind::kSkipped) continue;
      if (!out.empty()) out.AppendReplaced(" ", {fragment.span.begin, fragment.span.begin});
      out.Append(fragment.text);
    }
    return out;
  }

  void EmitValue(uint32_t i, bool list, const Context& context) {
    const TreeNode& node = nodes_[i];
    uint32_t covered = 0;
    std::vector<Fragment> fragments = SplitValue(node.value, list, node.breaks);
    // An item with a list of its own.
    if (context.list && node.key.empty() && fragments.size() > 1 && fragments[0].kind == BlockKind::kParagraph) {
      for (Fragment& fragment : fragments) ++fragment.depth;
      fragments[0].kind = BlockKind::kBullet;
      fragments[0].depth = 0;
    }
    for (Fragment& fragment : fragments) {
      if (fragment.kind == BlockKind::kSkipped) continue;
      const bool bullet = fragment.kind == BlockKind::kBullet;
      // Of a value that couldn't be aligned all parts have the same place, which one block can have.
      if (fragment.span.begin < covered) {
        Text text;
        text.AppendReplaced(fragment.text.chars, {covered, covered});
        fragment.text = std::move(text);
        fragment.span = {covered, covered};
      }
      covered = fragment.span.end;
      Block& block = Emit(bullet ? BlockKind::kBullet : BlockKind::kParagraph,
                          std::move(fragment.text), fragment.span, context);
      if (bullet) block.depth += fragment.depth;
    }
  }

  /// Several values of one entry on one line: "Research: interviews, surveys".
  void EmitJoined(const std::vector<Text>& parts, bool labelled, BlockKind kind,
                  const Context& context) {
    Text joined;
    Span span;
    for (size_t i = 0; i < parts.size(); ++i) {
      if (parts[i].empty()) continue;  // stands nowhere
      const Span part = parts[i].ToSource({0, static_cast<uint32_t>(parts[i].chars.size())});
      if (joined.empty()) {
        span = part;
      } else {
        joined.AppendReplaced(i == 1 && labelled ? ": " : ", ", {span.end, part.begin});
      }
      joined.Append(parts[i]);
      span.end = part.end;
    }
    if (!joined.empty()) Emit(kind, std::move(joined), span, context);
  }

  // ---- sections ----

  void EmitHeading(Text text, Context& context, SectionKind kind) {
    context.in_section = true;
    context.sections = false;
    context.person = false;
    context.section = kind;
    context.section_title = document_.texts.Keep(text.chars);
    const Span span = text.ToSource({0, static_cast<uint32_t>(text.chars.size())});
    Emit(BlockKind::kHeading, std::move(text), span, context);
  }

  SectionMatch SectionOf(const TreeNode& node) const {
    return MatchSection(KeyWords(node.key.chars), terms_);
  }

  /// Opens a section if the node is one; true if it is.
  bool OpenSection(uint32_t i, Context& context) {
    const TreeNode& node = nodes_[i];
    if (context.entry || (context.in_section && !context.sections)) return false;
    const auto title = keys_.TitleChild(i);
    SectionMatch match;
    if (!node.key.empty()) {
      match = SectionOf(node);
      if (context.sections) match.known = match.exact = true;
    }
    const bool by_key = match.exact || (match.known && node.kind != Kind::kScalar);
    if (by_key) {
      // `skills: {title: "Skills & Tools", …}` names itself; `education: {degree: …}` doesn't.
      const bool own_title = title && node.kind == Kind::kMapping && !keys_.HasFieldsOfARole(i);
      EmitHeading(own_title ? Shown(nodes_[*title]) : node.key, context, match.kind);
      if (own_title) taken_[*title] = true;
      return true;
    }
    if (!title || keys_.HasFieldsOfARole(i)) return false;
    // `- title: Experience`, `  contents: […]`
    const bool holds = [&] {
      for (uint32_t child = tree_.First(i); child < node.end; child = tree_.Next(child)) {
        if (keys_.IsContainer(child) || keys_.Of(child) == Meaning::kProse) return true;
      }
      return false;
    }();
    const SectionMatch named = MatchSection(nodes_[*title].value.chars, terms_);
    if (!holds || !named.known) return false;
    EmitHeading(Shown(nodes_[*title]), context, named.kind);
    taken_[*title] = true;
    return true;
  }

  // ---- entries ----

  /// Makes the mapping a role if its fields say so.
  bool OpenEntry(uint32_t i, Context& context) {
    if (nodes_[i].kind != Kind::kMapping || !context.in_section || context.list) return false;
    if (!HoldsRoles(context.section)) return false;
    EntryFields fields = keys_.FieldsOf(i);
    // `projects: {Lint: {description: …}}`
    const bool keyed = !context.entry && !nodes_[i].key.empty() && keys_.Of(i) == Meaning::kUnknown &&
                       (keys_.HasCarrier(i) || keys_.HasFieldsOfARole(i));
    const bool named = fields.title || fields.organisation || fields.name || keyed;
    const bool dated = fields.dates || fields.start;
    // Within an entry only another position of the same employer is an entry of its own.
    if (context.entry ? !(fields.title && (dated || keys_.HasCarrier(i))) : !(named || dated)) return false;
    const int parent = context.role;
    Role role;
    role.section = context.section;
    const bool jobs = context.section == SectionKind::kExperience ||
                      context.section == SectionKind::kVolunteering ||
                      context.section == SectionKind::kEducation;
    if (fields.name) {
      if (!fields.organisation && (jobs || fields.title)) {
        fields.organisation = fields.name;
      } else if (!fields.title) {
        fields.title = fields.name;
      }
    }
    std::vector<uint32_t> shown;
    const auto take = [&](const std::optional<uint32_t>& field) -> std::string {
      if (!field) return {};
      taken_[*field] = true;
      if (std::find(shown.begin(), shown.end(), *field) == shown.end()) shown.push_back(*field);
      return Shown(nodes_[*field]).chars;
    };
    role.title = take(fields.title);
    role.organisation = take(fields.organisation);
    if (role.organisation.empty() && parent >= 0) {
      role.organisation = document_.roles[static_cast<size_t>(parent)].organisation;
    }
    if (keyed && jobs && role.organisation.empty()) role.organisation = nodes_[i].key.chars;
    if (keyed && !jobs && role.title.empty()) role.title = nodes_[i].key.chars;
    const std::string start = take(fields.start);
    const std::string end = take(fields.end);
    role.dates = take(fields.dates);
    if (role.dates.empty() && !start.empty()) {
      role.dates = end.empty() ? start : start + " - " + end;
      role.current = end.empty() && jobs;
    } else if (role.dates.empty()) {
      role.dates = end;
    }
    if (const auto dates = FindDates(role.dates, terms_)) role.current = role.current || dates->current;
    if (std::find(terms_.present.begin(), terms_.present.end(), Lower(end)) != terms_.present.end()) {
      role.current = true;
    }
    document_.roles.push_back(std::move(role));
    context.entry = true;
    context.role = static_cast<int>(document_.roles.size()) - 1;
    context.depth = 0;
    EmitRole(i, std::move(shown), context);
    return true;
  }

  /// The role's line: its fields in the order of the file, up to the first text in between.
  void EmitRole(uint32_t i, std::vector<uint32_t> shown, const Context& context) {
    std::sort(shown.begin(), shown.end());
    std::vector<Text> parts;
    uint32_t at = shown.empty() ? 0 : shown.front();
    for (const uint32_t field : shown) {
      for (; at < field; ++at) {
        if (!taken_[at] && MaySay(at)) break;
      }
      if (at < field) break;
      Text text = Shown(nodes_[field]);
      if (!text.empty()) parts.push_back(std::move(text));
    }
    if (parts.empty() && !nodes_[i].key.empty()) parts.push_back(nodes_[i].key);
    EmitJoined(parts, false, BlockKind::kRole, context);
  }

  /// True for what may become a block of its own within an entry.
  bool MaySay(uint32_t i) const {
    const TreeNode& node = nodes_[i];
    switch (keys_.Of(i)) {
      case Meaning::kBullets:
      case Meaning::kProse:
        return true;
      default:
        return node.kind == Kind::kScalar && !node.value.empty() && (node.key.empty() || IsSentence(node));
    }
  }

  // ---- texts that are written as mappings ----

  /// All texts under a node, on one line; the first is a label. For skills and the like.
  void EmitCompact(uint32_t i, BlockKind kind, const Context& context) {
    std::vector<Text> parts;
    if (!nodes_[i].key.empty() && keys_.Of(i) == Meaning::kUnknown) parts.push_back(nodes_[i].key);
    for (uint32_t at = i; at < nodes_[i].end;) {
      const Meaning meaning = keys_.Of(at);
      if (at > i && (meaning == Meaning::kSkipped || meaning == Meaning::kContact)) {
        at = tree_.Next(at);
        continue;
      }
      if (!keys_.IsContainer(at)) {
        Text text = Shown(nodes_[at]);
        if (!text.empty()) parts.push_back(std::move(text));
      }
      ++at;
    }
    EmitJoined(parts, parts.size() > 1, kind, context);
  }

  /// A mapping where a list item is expected: `- Cut costs: 40%`, `- {title: …, text: …}`.
  /// Returns the node to go on with.
  uint32_t VisitItem(uint32_t i, Context context) {
    const TreeNode& node = nodes_[i];
    const uint32_t first = tree_.First(i);
    if (first >= node.end) return node.end;
    const bool single = tree_.Next(first) >= node.end;
    if (single && keys_.Of(first) == Meaning::kUnknown) {
      const TreeNode& child = nodes_[first];
      if (!keys_.IsContainer(first)) {
        EmitJoined({child.key, Shown(child)}, true, BlockKind::kBullet, context);
        return node.end;
      }
      EmitJoined({child.key}, false, BlockKind::kBullet, context);
      context.end = node.end;
      ++context.depth;
      open_.push_back(context);
      return first + 1;
    }
    std::vector<Text> parts;
    std::vector<uint32_t> fields;
    for (uint32_t child = first; child < node.end; child = tree_.Next(child)) {
      if (keys_.IsContainer(child) || nodes_[child].value.empty()) continue;
      const Meaning meaning = keys_.Of(child);
      const bool label = meaning == Meaning::kTitle || meaning == Meaning::kName ||
                         meaning == Meaning::kHeadline || KeyWords(nodes_[child].key.chars) == "item";
      const bool text = meaning == Meaning::kProse || meaning == Meaning::kBullets;
      const bool several = nodes_[child].value.chars.find('\n') != std::string::npos;
      if (!label && (!text || several)) continue;
      parts.push_back(Shown(nodes_[child]));
      fields.push_back(child);
    }
    for (const uint32_t field : fields) taken_[field] = true;
    EmitJoined(parts, parts.size() > 1, BlockKind::kBullet, context);
    context.end = node.end;
    if (!parts.empty()) ++context.depth;
    open_.push_back(context);
    return first;
  }

  // ---- the walk ----

  /// Handles a node; returns the index to go on with.
  uint32_t Visit(uint32_t i) {
    if (!keys_.IsContainer(i)) {
      VisitScalar(i);
      return i + 1;
    }
    Context context = open_.back();
    context.end = nodes_[i].end;
    const Meaning meaning = keys_.Of(i);
    if (meaning == Meaning::kSkipped && !context.sections) return nodes_[i].end;
    if (meaning == Meaning::kSections && !context.entry) {
      context.sections = true;
      context.in_section = false;
      open_.push_back(context);
      return i + 1;
    }
    if (!context.in_section && !context.sections &&
        (meaning == Meaning::kPerson || keys_.IsPerson(i))) {
      context.person = true;
      open_.push_back(context);
      return i + 1;
    }
    if (meaning == Meaning::kContact && !context.sections) return nodes_[i].end;
    if (OpenSection(i, context)) {
      // An entry on its own, without a list around it.
      if (nodes_[i].kind == Kind::kMapping && keys_.HasFieldsOfARole(i)) OpenEntry(i, context);
      open_.push_back(context);
      return i + 1;
    }
    if (!context.in_section && nodes_[i].kind == Kind::kMapping && keys_.LooksLikeAJob(i)) {
      context.in_section = true;
      context.section = SectionKind::kExperience;
    }
    if (context.in_section && !HoldsRoles(context.section) && !context.list &&
        context.section != SectionKind::kSummary && IsCompact(i)) {
      EmitCompact(i, BlockKind::kParagraph, context);
      return nodes_[i].end;
    }
    if (OpenEntry(i, context)) {
      open_.push_back(context);
      return i + 1;
    }
    if (!context.in_section && nodes_[i].key.empty() && nodes_[i].depth > 0 && keys_.HoldsWordsOnly(i)) {
      EmitCompact(i, BlockKind::kContact, context);
      return nodes_[i].end;
    }
    if (nodes_[i].kind == Kind::kMapping && context.list) return VisitItem(i, open_.back());
    if (context.entry && meaning == Meaning::kKeywords) return nodes_[i].end;
    if (context.entry && meaning == Meaning::kUnknown && !nodes_[i].key.empty()) context.list = false;
    if (meaning == Meaning::kBullets || (meaning == Meaning::kProse && context.in_section)) {
      context.list = context.section != SectionKind::kSummary || meaning == Meaning::kBullets;
      // `content: [{title: …}, …]` holds the section's entries.
      const uint32_t first = tree_.First(i);
      const bool entries = first < nodes_[i].end && nodes_[first].kind == Kind::kMapping;
      if (meaning == Meaning::kProse && !context.entry && entries) context.list = false;
      if (context.depth == 0 && nodes_[i].kind == Kind::kMapping) context.list = false;
    } else if (context.list && nodes_[i].kind == Kind::kSequence && nodes_[i].key.empty()) {
      ++context.depth;
    }
    open_.push_back(context);
    return i + 1;
  }

  /// A node in a list of skills whose texts belong on one line.
  bool IsCompact(uint32_t i) const {
    const Meaning meaning = keys_.Of(i);
    if (nodes_[i].kind == Kind::kMapping && nodes_[i].key.empty()) {
      // `- {title: Skills, entries: […]}` is a group of lines, `- {name: …, keywords: […]}` a line.
      for (uint32_t child = tree_.First(i); child < nodes_[i].end; child = tree_.Next(child)) {
        if (keys_.IsContainer(child) && keys_.Of(child) == Meaning::kContents) return false;
      }
      return true;
    }
    return nodes_[i].kind == Kind::kSequence && !nodes_[i].key.empty() && meaning == Meaning::kUnknown;
  }

  void VisitScalar(uint32_t i) {
    const TreeNode& node = nodes_[i];
    const Context& context = open_.back();
    const Meaning meaning = keys_.Of(i);
    if (node.value.empty() || (meaning == Meaning::kSkipped && !context.sections)) return;
    if (node.key.empty()) {
      if (context.entry && !context.list && WordCount(node.value.chars) < kShortItem) return;
      if (context.in_section) {
        const bool prose = context.section == SectionKind::kSummary && !context.list;
        EmitValue(i, !prose, context);
      } else if (WordCount(node.value.chars) >= kFewWords) {
        EmitValue(i, true, context);
      }
      return;
    }
    if (!context.in_section && !context.entry) {
      VisitLooseScalar(i, context);
      return;
    }
    switch (meaning) {
      case Meaning::kBullets:
        EmitValue(i, true, context);
        return;
      case Meaning::kProse:
        EmitValue(i, false, context);
        return;
      case Meaning::kUnknown:
      case Meaning::kHeadline:
        break;
      default:
        return;
    }
    if (!context.entry && !HoldsRoles(context.section) && node.text) {
      EmitCompact(i, BlockKind::kParagraph, context);
    } else if (IsSentence(node)) {
      EmitValue(i, context.list, context);
    }
  }

  /// A text outside any section: about the person, or a section of its own (`summary: …`).
  void VisitLooseScalar(uint32_t i, const Context& context) {
    const TreeNode& node = nodes_[i];
    const Meaning meaning = keys_.Of(i);
    Text text = Shown(node);
    if (text.empty()) return;
    const Span span = text.ToSource({0, static_cast<uint32_t>(text.chars.size())});
    const bool line = node.value.chars.find('\n') == std::string::npos;
    if (meaning == Meaning::kName && line) {
      Emit(named_ ? BlockKind::kContact : BlockKind::kName, std::move(text), span, context);
      named_ = true;
      return;
    }
    if ((meaning == Meaning::kHeadline || (meaning == Meaning::kTitle && ShapeOf(text.chars, terms_).title)) && line) {
      Emit(BlockKind::kHeadline, std::move(text), span, context);
      return;
    }
    if (meaning == Meaning::kContact) {
      Emit(BlockKind::kContact, std::move(text), span, context);
      return;
    }
    Context section = context;
    if (node.text && WordCount(text.chars) > 1 && OpenSection(i, section)) {
      EmitValue(i, section.section != SectionKind::kSummary, section);
      return;
    }
    if (meaning == Meaning::kProse || (meaning == Meaning::kUnknown && IsSentence(node))) {
      if (context.person || meaning == Meaning::kProse) section.section = SectionKind::kSummary;
      EmitValue(i, false, section);
    }
  }

  /// Long enough to say something, and no address.
  static bool IsSentence(const TreeNode& node) {
    const std::string_view chars = node.value.chars;
    if (chars.find("<li") != std::string_view::npos) return true;
    return WordCount(chars) >= kFewWords && !chars.starts_with("http");
  }

  static constexpr int kFewWords = 5;  ///< a text of fewer may be a name
  static constexpr int kShortItem = 4;  ///< a list item of fewer may be a word for a tool

  const Tree& tree_;
  const std::vector<TreeNode>& nodes_;
  const OutlineTerms& terms_;
  Document& document_;
  const TreeKeys keys_;
  std::vector<bool> taken_;
  std::vector<Context> open_;
  bool named_ = false;
};

}  // namespace

void ReadTree(const Tree& tree, const OutlineTerms& terms, Document& document) {
  Walk(tree, terms, document).Run();
}

}  // namespace resumelint
