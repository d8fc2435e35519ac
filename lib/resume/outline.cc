#include "resume/outline.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"
#include "resume/item_shape.h"
#include "resume/line_shape.h"
#include "resume/name_lists.h"

namespace resumelint {

SectionMatch MatchSection(std::string_view heading, const OutlineTerms& terms) {
  if (heading.size() > 120) return {};
  const std::string words = NormalWords(heading);
  if (words.empty()) return {};
  SectionMatch best;
  size_t best_size = 0;
  for (const OutlineTerms::SectionTerm& term : terms.sections) {
    if (term.heading.empty() || term.heading.back() != words.back() || !words.ends_with(term.heading)) continue;
    if (term.heading.size() == words.size()) return {term.kind, true, true};
    const bool is_end = words[words.size() - term.heading.size() - 1] == ' ';
    if (is_end && term.heading.size() > best_size) {
      best = {term.kind, true, false};
      best_size = term.heading.size();
    }
  }
  const auto blanks = std::count(words.begin(), words.end(), ' ');
  return blanks <= 4 ? best : SectionMatch{};
}

bool IsSubHeading(std::string_view heading, const OutlineTerms& terms) {
  if (heading.size() > 120) return false;
  const std::string words = NormalWords(heading);
  return std::find(terms.sub_headings.begin(), terms.sub_headings.end(), words) !=
         terms.sub_headings.end();
}

namespace {

bool HoldsJobs(SectionKind kind) {
  return kind == SectionKind::kExperience || kind == SectionKind::kProjects ||
         kind == SectionKind::kVolunteering;
}

class Outliner {
 public:
  Outliner(Document& document, const OutlineTerms& terms) : document_(document), terms_(terms) {
    for (const Block& block : document.blocks) {
      if (block.kind != BlockKind::kHeading) continue;
      const SectionMatch match = MatchSection(block.text.chars, terms);
      if (!match.known || match.kind == SectionKind::kTop) continue;
      any_section_ = true;
      any_experience_ = any_experience_ || match.kind == SectionKind::kExperience;
    }
  }

  void Run() {
    for (size_t i = 0; i < document_.blocks.size(); ++i) {
      Block& block = document_.blocks[i];
      if (IsDocumentTitle(block)) {
        block.kind = BlockKind::kSkipped;
        block.note = "title";
      }
      switch (block.kind) {
        case BlockKind::kHeading: ReadHeading(i); break;
        case BlockKind::kRole: ReadRole(i); break;
        case BlockKind::kParagraph: ReadParagraph(i); break;
        case BlockKind::kBullet: ReadBullet(i); break;
        default: Place(block); break;
      }
      if (block.kind == BlockKind::kName) named_ = true;
      if (block.kind != BlockKind::kSkipped) ++seen_;
    }
    for (size_t i = 0; i < roles_.size(); ++i) {
      if (roles_[i].title.empty()) roles_[i].title = std::move(unlisted_[i]);
    }
    document_.roles = std::move(roles_);
    ReadNameLists(document_, terms_);
  }

 private:
  struct Level {
    int depth = 0;
    SectionKind kind = SectionKind::kTop;
    std::string_view title;
    size_t block = 0;  // its heading
  };

  bool IsDocumentTitle(const Block& block) const {
    if (block.kind == BlockKind::kSkipped || seen_ > 2 || block.text.chars.size() > 40) return false;
    const std::string words = NormalWords(block.text.chars);
    const auto& titles = terms_.document_titles;
    return std::find(titles.begin(), titles.end(), words) != titles.end();
  }

  const Level& Current() const {
    static const Level top;
    return levels_.empty() ? top : levels_.back();
  }

  /// Gives a block its section and, within jobs, its role.
  void Place(Block& block) {
    block.section = Current().kind;
    block.section_title = Current().title;
    block.role = role_;
  }

  void Pop(int depth) {
    while (!levels_.empty() && levels_.back().depth >= depth) levels_.pop_back();
  }

  void Open(size_t i, SectionKind kind) {
    Block& block = document_.blocks[i];
    Pop(block.depth);
    levels_.push_back({block.depth, kind, document_.texts.Keep(block.text.chars), i});
    EndRole();
    Place(block);
  }

  void EndRole() {
    role_ = -1;
    fresh_ = false;
    parent_organisation_.clear();
    parent_depth_ = -1;
  }

  /// The next block that is not skipped.
  const Block* Next(size_t i) const {
    for (++i; i < document_.blocks.size(); ++i) {
      if (document_.blocks[i].kind != BlockKind::kSkipped) return &document_.blocks[i];
    }
    return nullptr;
  }

  /// An unknown section turns out to hold jobs.
  void MakeExperience() {
    if (levels_.empty()) {
      levels_.push_back({0, SectionKind::kExperience, "", document_.blocks.size()});
      return;
    }
    levels_.back().kind = SectionKind::kExperience;
    for (size_t i = levels_.back().block; i < document_.blocks.size(); ++i) {
      Block& block = document_.blocks[i];
      if (block.section == SectionKind::kOther && block.section_title == levels_.back().title) {
        block.section = SectionKind::kExperience;
      }
    }
  }

  // ---- headings ----

  void ReadHeading(size_t i) {
    Block& block = document_.blocks[i];
    const std::string& text = block.text.chars;
    const LineShape shape = ShapeOf(text, terms_);
    SectionMatch match = MatchSection(text, terms_);
    Pop(block.depth + 1);
    const bool deeper = !levels_.empty() && block.depth > levels_.back().depth;
    // The section around it, past the sub-headings beside it.
    const auto around = std::find_if(levels_.rbegin(), levels_.rend(), [&](const Level& level) { return level.depth < block.depth; });
    const SectionKind parent = around == levels_.rend() ? SectionKind::kTop : around->kind;
    const bool in_list = parent == SectionKind::kSkills || parent == SectionKind::kEducation ||
                         parent == SectionKind::kCertifications || parent == SectionKind::kAwards ||
                         parent == SectionKind::kPublications;
    const bool in_jobs = HoldsJobs(Current().kind);
    const bool range = shape.dates && shape.dates->range;
    if (shape.contact && !match.exact) {
      block.kind = BlockKind::kContact;
      Place(block);
      return;
    }
    if (role_ >= 0 && IsSubHeading(text, terms_) && (fresh_ || deeper)) {
      Place(block);
      return;
    }
    if (match.known && !match.exact && ((deeper && in_jobs) || range || (in_list && !HoldsJobs(match.kind)))) match = {};
    if (match.known) {
      Open(i, match.kind);
      return;
    }
    const bool dated_role = range && shape.title && IsRoleLine(shape, false);
    if (dated_role && (CanEndInJobs(Current().kind) || Current().kind == SectionKind::kTop)) {
      if (CanEndInJobs(Current().kind)) TurnToJobs(); else MakeExperience();
      MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      return;
    }
    if (in_jobs && (deeper || IsRoleLine(shape, true))) {
      MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      return;
    }
    if (range && (shape.title || shape.organisation) && IsRoleLine(shape, true) &&
        (Current().kind == SectionKind::kOther || (Current().kind == SectionKind::kTop && !any_section_))) {
      MakeExperience();
      MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      return;
    }
    if (Current().kind == SectionKind::kEducation && deeper) {
      MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      return;
    }
    if (Current().kind == SectionKind::kTop) {
      if (!named_ && seen_ == 0) {
        block.kind = BlockKind::kName;
        Place(block);
        return;
      }
      const Block* next = Next(i);
      const bool holds_list = next != nullptr && next->kind == BlockKind::kBullet && !IsContact(*next);
      const bool holds_jobs = next != nullptr && IsDatedRole(*next);
      if (!holds_list && !holds_jobs && !headline_ && shape.words <= 14) {
        block.kind = BlockKind::kHeadline;
        headline_ = true;
        Place(block);
        return;
      }
    }
    const bool inside = (deeper && Current().kind != SectionKind::kTop) || in_list;
    if (inside) {
      Pop(block.depth);
      Place(block);
      return;
    }
    Open(i, SectionKind::kOther);
  }

  bool IsDatedRole(const Block& block) const {
    if (block.kind == BlockKind::kRole) return true;
    if (block.kind != BlockKind::kParagraph) return false;
    const LineShape shape = ShapeOf(block.text.chars, terms_);
    return shape.dates && shape.dates->range && shape.title && IsRoleLine(shape, false);
  }

  /// A summary or a list of skills, after which a job may follow without a heading: the skills were
  /// those of the job before.
  static bool CanEndInJobs(SectionKind kind) {
    return kind == SectionKind::kSummary || kind == SectionKind::kSkills || kind == SectionKind::kLanguages ||
           kind == SectionKind::kInterests;
  }

  void TurnToJobs() {
    levels_.back() = {levels_.back().depth, SectionKind::kExperience, "", document_.blocks.size()};
    EndRole();
  }

  // ---- roles ----

  /// Certificates, awards and the like are written as jobs are, but are none.
  static bool CanHoldRoles(SectionKind kind) {
    return HoldsJobs(kind) || kind == SectionKind::kTop || kind == SectionKind::kOther ||
           kind == SectionKind::kEducation;
  }

  void ReadRole(size_t i) {
    Block& block = document_.blocks[i];
    if (!CanHoldRoles(Current().kind)) {
      block.kind = BlockKind::kParagraph;
      Place(block);
      block.role = -1;
      return;
    }
    if (Current().kind == SectionKind::kTop ||
        (Current().kind == SectionKind::kOther && levels_.back().title.empty())) {
      MakeExperience();
    }
    if (block.role >= 0 && static_cast<size_t>(block.role) < document_.roles.size()) {
      const int given = block.role;
      const auto known = given_.find(given);
      if (known != given_.end()) {
        role_ = known->second;
      } else {
        Role role = document_.roles[static_cast<size_t>(given)];
        if (const auto dates = FindDates(role.dates, terms_)) role.current |= dates->current;
        role.block = static_cast<uint32_t>(i);
        role.section = Current().kind;
        roles_.push_back(std::move(role));
        unlisted_.emplace_back();
        role_ = static_cast<int>(roles_.size()) - 1;
        given_.emplace(given, role_);
      }
      fresh_ = true;
      role_heading_ = false;
      Place(block);
      return;
    }
    MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
  }

  /// Opens a role, or completes the one whose lines are still being read.
  void MakeRole(size_t i, RoleParts parts, int depth) {
    Block& block = document_.blocks[i];
    const bool heading = block.kind == BlockKind::kHeading;
    const bool given = block.kind == BlockKind::kRole;  // by the reader
    block.kind = BlockKind::kRole;
    if (Current().kind == SectionKind::kProjects && parts.title.empty()) {
      std::swap(parts.title, parts.organisation);
    }
    if (heading && depth <= parent_depth_) {
      parent_organisation_.clear();
      parent_depth_ = -1;
    }
    if (given && role_ >= 0 && fresh_ && !parts.title.empty() && !parts.organisation.empty()) {
      // The heading before it groups jobs and names none.
      Role& role = roles_[static_cast<size_t>(role_)];
      Block& before = document_.blocks[role.block];
      if (role_heading_ && role.title.empty() && role.dates.empty()) {
        before.kind = BlockKind::kHeading;
        before.role = -1;
        roles_.pop_back();
        unlisted_.pop_back();
        role_ = -1;
        parent_organisation_.clear();
      }
    }
    if (role_ >= 0 && fresh_ && Completes(parts, block)) {
      Role& role = roles_[static_cast<size_t>(role_)];
      if (role.title.empty()) role.title = parts.title;
      if (std::string& name = unlisted_[static_cast<size_t>(role_)]; name.empty()) name = std::move(parts.unlisted);
      if (role.organisation.empty()) {
        role.organisation = parts.organisation;
        if (role.title != parts.title && role.organisation.empty()) role.organisation = parts.title;
      }
      if (!parts.dates.empty()) {
        role.dates = parts.dates;
        role.current = parts.current;
      }
      Place(block);
      return;
    }
    Role role;
    role.title = std::move(parts.title);
    role.organisation = std::move(parts.organisation);
    role.dates = std::move(parts.dates);
    role.current = parts.current;
    role.section = Current().kind;
    role.block = static_cast<uint32_t>(i);
    if (role.organisation.empty() && !(role.title.empty() && !heading)) role.organisation = parent_organisation_;
    if (heading && role.title.empty()) {
      parent_organisation_ = role.organisation;
      parent_depth_ = depth;
    }
    roles_.push_back(std::move(role));
    unlisted_.push_back(std::move(parts.unlisted));
    role_ = static_cast<int>(roles_.size()) - 1;
    role_heading_ = heading;
    fresh_ = true;
    Place(block);
  }

  bool Completes(const RoleParts& parts, const Block& block) const {
    const Role& role = roles_[static_cast<size_t>(role_)];
    if (parts.title.empty()) {
      // A second line with other dates and another name is another job.
      return role.dates.empty() || parts.dates.empty() || role.organisation.empty();
    }
    if (role.title.empty()) return true;
    return role.organisation.empty() && role.dates.empty() &&
           ShapeOf(block.text.chars, terms_).organisation && parts.organisation.empty();
  }

  // ---- paragraphs ----

  void ReadParagraph(size_t i) {
    Block& block = document_.blocks[i];
    const std::string& text = block.text.chars;
    const LineShape shape = ShapeOf(text, terms_);
    const SectionKind kind = Current().kind;
    if (kind == SectionKind::kTop) {
      ReadTop(i, shape);
      return;
    }
    if (CanEndInJobs(kind) && (IsDatedRole(block) || BeginsJob(i, 1))) TurnToJobs();
    const bool range = shape.dates && shape.dates->range;
    if (kind == SectionKind::kOther && range && shape.title && IsRoleLine(shape, false)) {
      MakeExperience();
    }
    if (!HoldsJobs(Current().kind)) {
      Place(block);
      return;
    }
    if (const auto label = FindLabel(text, terms_)) {
      ReadLabel(i, *label);
      return;
    }
    if (role_ >= 0 && fresh_ && IsSubHeading(text, terms_)) {
      block.kind = BlockKind::kHeading;
      Place(block);
      return;
    }
    if (IsRoleLine(shape, true) || IsRolePart(i, shape)) {
      MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      return;
    }
    fresh_ = false;
    Place(block);
  }

  /// A short line of names that is a role by what stands around it.
  bool IsRolePart(size_t i, const LineShape& shape) const {
    if (shape.sentence || shape.contact || shape.begins_lower || shape.words == 0) return false;
    if (shape.words > 10 || (!shape.name_like && !shape.dates)) return false;
    if (role_ >= 0 && fresh_) return true;
    const Block* next = Next(i);
    if (next == nullptr) return false;
    if (next->kind == BlockKind::kBullet || next->kind == BlockKind::kRole) return true;
    return next->kind == BlockKind::kParagraph && IsRoleLine(ShapeOf(next->text.chars, terms_), true);
  }

  void ReadLabel(size_t i, const Labelled& label) {
    using Field = OutlineTerms::Field;
    Block& block = document_.blocks[i];
    if (label.field == Field::kSkills) {
      Place(block);
      block.section = SectionKind::kSkills;
      return;
    }
    if (label.field == Field::kDetail) {
      if (role_ >= 0 && fresh_) block.kind = BlockKind::kRole;
      Place(block);
      return;
    }
    const Text value = block.text.Slice(label.value);
    RoleParts parts = SplitRole(value, document_.source.bytes, terms_);
    if (label.field == Field::kTitle && parts.title.empty()) {
      parts.title = parts.organisation;
      parts.organisation.clear();
    }
    if (label.field == Field::kOrganisation) {
      if (parts.organisation.empty()) parts.organisation = parts.title;
      parts.title.clear();
    }
    if (label.field == Field::kDates && parts.dates.empty()) parts.dates = value.chars;
    MakeRole(i, std::move(parts), block.depth);
  }

  /// True if an empty line stands before a block.
  bool BlankBefore(size_t i) const {
    const std::string& bytes = document_.source.bytes;
    uint32_t at = document_.blocks[i].span.begin;
    int lines = 0;
    while (at > 0 && lines < 2 && IsSpace(static_cast<unsigned char>(bytes[at - 1]))) {
      --at;
      const bool crlf = bytes[at] == '\r' && bytes[at + 1] == '\n';
      if ((bytes[at] == '\n' || bytes[at] == '\r') && !crlf) ++lines;
    }
    return lines == 2;
  }

  /// Where no heading tells: a few short lines that stand together, with dates among them, and
  /// then a list.
  bool BeginsJob(size_t i, int least_titles = 0) const {
    constexpr int kMostLines = 5;
    bool range = false;
    bool named = false;
    int titles = 0;
    int lines = 0;
    for (size_t at = i; at < document_.blocks.size(); ++at) {
      const Block& block = document_.blocks[at];
      if (block.kind == BlockKind::kSkipped) continue;
      if (block.kind == BlockKind::kBullet) {
        // The line under a name is a headline, if it isn't the only one with a title.
        const bool headline = i > 0 && document_.blocks[i - 1].kind == BlockKind::kName && !BlankBefore(i) && titles > 1;
        return range && named && !headline && titles >= least_titles;
      }
      const std::string& text = block.text.chars;
      if (block.kind != BlockKind::kParagraph || ++lines > kMostLines) return false;
      if (at != i && BlankBefore(at) && !IsSubHeading(text, terms_)) return false;
      const LineShape shape = ShapeOf(text, terms_);
      if (shape.contact || shape.sentence || shape.words > 16) return false;
      range = range || (shape.dates && shape.dates->range);
      named = named || shape.title || shape.organisation || shape.name_like;
      if (shape.title) ++titles;
    }
    return false;
  }

  /// Before the first section: name, headline, contacts, and what stands there without a heading.
  void ReadTop(size_t i, const LineShape& shape) {
    Block& block = document_.blocks[i];
    const std::string& text = block.text.chars;
    Place(block);
    const bool contact_section = !levels_.empty();
    if (shape.contact || (contact_section && named_)) {
      block.kind = BlockKind::kContact;
      return;
    }
    const bool range = shape.dates && shape.dates->range;
    const Block* next = Next(i);
    const bool holds_list = next != nullptr && next->kind == BlockKind::kBullet;
    const bool dated = range && IsRoleLine(shape, false) && (!any_section_ || (shape.title && holds_list));
    const bool named = named_ || shape.title || FindLabel(text, terms_).has_value();
    if (dated || (!any_experience_ && named && BeginsJob(i))) {
      MakeExperience();
      ReadParagraph(i);
      if (block.kind == BlockKind::kParagraph) {
        MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      }
      return;
    }
    const std::string first = text.substr(0, text.find_first_of(",|("));
    const LineShape first_shape = ShapeOf(first, terms_);
    const bool comma = text.find(',') != std::string::npos;
    if (!named_ && !headline_ && !prose_ && first_shape.name_like && !first_shape.title &&
        first_shape.words <= 5 && !shape.dates && !shape.sentence) {
      block.kind = BlockKind::kName;
      return;
    }
    const bool stop = text.ends_with('.') || !block.note.empty();
    if (!shape.title && shape.name_like && comma && shape.words <= 6) {
      block.kind = BlockKind::kContact;  // "Halifax, NS"
      return;
    }
    if (!prose_ && !stop && shape.words <= 16 && (!shape.sentence || shape.title)) {
      block.kind = BlockKind::kHeadline;
      headline_ = true;
      return;
    }
    prose_ = true;
    block.section = SectionKind::kSummary;
  }

  // ---- bullets ----

  /// An item before the first section that is a contact, or stands in a list of them.
  bool IsContact(const Block& item) const {
    const LineShape shape = ShapeOf(item.text.chars, terms_);
    return shape.contact || IsAmongContacts(static_cast<size_t>(&item - document_.blocks.data()), shape);
  }

  /// "Leeds, UK" in a list whose other items are contacts.
  bool IsAmongContacts(size_t i, const LineShape& shape) const {
    constexpr size_t kNear = 12;
    if (shape.sentence || shape.words > 6) return false;
    for (size_t at = i; at > 0 && at + kNear > i; --at) {
      const Block& block = document_.blocks[at - 1];
      if (block.kind == BlockKind::kSkipped) continue;
      if (block.kind == BlockKind::kContact) return true;
      if (block.kind != BlockKind::kBullet) break;
    }
    for (size_t at = i + 1; at < document_.blocks.size() && at < i + kNear; ++at) {
      const Block& block = document_.blocks[at];
      if (block.kind == BlockKind::kSkipped) continue;
      if (block.kind != BlockKind::kBullet) break;
      const LineShape other = ShapeOf(block.text.chars, terms_);
      if (other.contact) return true;
      if (other.sentence || other.words > 6) break;
    }
    return false;
  }

  void ReadBullet(size_t i) {
    Block& block = document_.blocks[i];
    Place(block);
    const LineShape shape = ShapeOf(block.text.chars, terms_);
    if (Current().kind == SectionKind::kTop) {
      if (!levels_.empty() || IsContact(block)) {
        block.kind = BlockKind::kContact;
      } else {
        block.section = any_experience_ ? SectionKind::kSummary : SectionKind::kExperience;
      }
      return;
    }
    const bool reference = Current().kind == SectionKind::kOther && role_ < 0 && shape.contact;
    if (reference || (TellsOfWork(Current().kind) && IsOnlyContact(block.text.chars, shape))) {
      block.kind = BlockKind::kContact;
      return;
    }
    if (!HoldsJobs(Current().kind)) return;
    if (role_ >= 0 && fresh_ && IsRoleDetail(block.text.chars, shape)) {
      MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      return;
    }
    const Block* next = Next(i);
    const bool parent = next != nullptr && next->kind == BlockKind::kBullet &&
                        next->depth > block.depth;
    const bool range = shape.dates && shape.dates->range;
    const bool named = shape.title && shape.name_like && shape.words <= 14;
    if ((parent && IsRoleLine(shape, true)) || (range && named && IsRoleLine(shape, true))) {
      // Under an employer's name alone it is that job.
      const bool lacks_title = fresh_ && role_ >= 0 && roles_[static_cast<size_t>(role_)].title.empty() &&
                               roles_[static_cast<size_t>(role_)].dates.empty();
      fresh_ = lacks_title;
      MakeRole(i, SplitRole(block.text, document_.source.bytes, terms_), block.depth);
      return;
    }
    const auto label = FindLabel(block.text.chars, terms_);
    if (label && label->field == OutlineTerms::Field::kSkills) {
      block.section = SectionKind::kSkills;
      return;
    }
    fresh_ = false;
  }

  Document& document_;
  const OutlineTerms& terms_;
  std::vector<Level> levels_;
  std::vector<Role> roles_;
  std::vector<std::string> unlisted_;  // by role: what stands where its title would
  std::map<int, int> given_;  // a reader's role index to ours
  int role_ = -1;
  bool role_heading_ = false;  // the role began with a heading
  bool fresh_ = false;  // only the role's own lines have been seen
  std::string parent_organisation_;
  int parent_depth_ = -1;
  bool any_section_ = false;
  bool any_experience_ = false;
  bool named_ = false;
  bool headline_ = false;
  bool prose_ = false;
  size_t seen_ = 0;
};

}  // namespace

void ApplyOutline(Document& document, const OutlineTerms& terms) { Outliner(document, terms).Run(); }

}  // namespace resumelint
