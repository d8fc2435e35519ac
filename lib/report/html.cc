#include "report/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "report/html_style.h"
#include "report/printable.h"
#include "report/redact.h"
#include "report/renderers.h"
#include "report/strength.h"
#include "report/view.h"
#include "rules/rule_set.h"

namespace resumelint {

namespace {

std::string Escaped(std::string_view text) {
  std::string out;
  for (const char c : Printable(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default: out += c;
    }
  }
  return out;
}

// Bytes of a text's characters that stand for some bytes of the source.
Span InText(const Text& text, Span source) {
  Span out;
  bool any = false;
  for (size_t i = 0; i < text.pieces.size(); ++i) {
    const Piece& piece = text.pieces[i];
    const uint32_t end = i + 1 < text.pieces.size() ? text.pieces[i + 1].text_begin
                                                    : static_cast<uint32_t>(text.chars.size());
    if (!piece.source.Overlaps(source)) continue;
    Span here{piece.text_begin, end};
    if (piece.verbatim) {
      const uint32_t from = std::max(piece.source.begin, source.begin) - piece.source.begin;
      const uint32_t to = std::min(piece.source.end, source.end) - piece.source.begin;
      here = {piece.text_begin + from, std::min(end, piece.text_begin + to)};
    }
    out = {any ? out.begin : here.begin, here.end};
    any = true;
  }
  return out;
}

// A rewrite with its slots as blanks that can be typed into, and written into on paper.
std::string WithBlanks(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const size_t open = text.find('[');
    const size_t close = open == std::string_view::npos ? open : text.find(']', open);
    if (close == std::string_view::npos) break;
    const std::string slot = Escaped(text.substr(open + 1, close - open - 1));
    out += Escaped(text.substr(0, open));
    out += fmt::format("<i contenteditable=\"\" role=\"textbox\" aria-label=\"{}\"></i>", slot);
    text.remove_prefix(close + 1);
  }
  return out + Escaped(text);
}

std::string Begin(std::string_view title) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
      "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      "'unsafe-inline'\">\n<meta name=\"robots\" content=\"noindex\">\n<title>{}</title>\n"
      "<style>{}</style>\n</head>\n<body>\n",
      title, kHtmlStyle);
}

std::string End(const RenderOptions& options) {
  return fmt::format("<footer><p>Made on this machine by resumelint {} (rules {}). Nothing was sent "
                     "anywhere.</p></footer>\n</body>\n</html>\n",
                     Escaped(options.version), Escaped(options.rules_version));
}

std::string Habits(std::span<const Report> reports, const RenderOptions& options) {
  constexpr size_t kMost = 3;
  const auto counts = CountBy(TotalsOf(reports, Severity::kWarning), [](std::string_view id) { return id; });
  if (counts.empty()) return "<p>None: no bullet was flagged.</p>\n";
  std::string out = "<ol class=\"habits\">\n";
  for (size_t i = 0; i < counts.size() && i < kMost; ++i) {
    const auto& [id, count] = counts[i];
    const Rule* rule = RuleOf(id, options);
    out += fmt::format("<li><strong>{}</strong>, {}. <span class=\"why\">{}</span></li>\n",
                       Escaped(rule == nullptr ? std::string_view(id) : rule->title), count == 1 ? "once" : fmt::format("{} times", count),
                       Escaped(rule == nullptr ? std::string_view() : rule->why));
  }
  return out + "</ol>\n";
}

class Page {
 public:
  Page(const Report& report, const RenderOptions& options, bool numbered, size_t number, Output& out)
      : report_(report), options_(options), out_(out), prefix_(numbered ? fmt::format("r{}-", number) : "") {
    if (options.redact) redactor_.emplace(report.document);
    if (options.rules != nullptr) strengths_ = StrengthsOf(report, *options.rules);
    strongest_ = Strongest(strengths_);
    for (FindingGroup& group : GroupFindings(report, options.min_severity)) {
      if (group.block != nullptr) {
        of_block_.emplace(group.block, groups_.size());
        groups_.push_back(std::move(group));
      } else if (group.findings.front()->role >= 0) {
        const Role& role = report.document.roles[static_cast<size_t>(group.findings.front()->role)];
        of_role_[role.block].push_back(std::move(group));
      } else {
        of_whole_.push_back(std::move(group));
      }
    }
  }

  void Render() {
    Glance();
    Whole();
    Resume();
  }

 private:
  // ---- at a glance

  void Glance() {
    out_.text() += fmt::format("<section aria-labelledby=\"{0}glance\">\n<h2 id=\"{0}glance\">At a glance</h2>\n"
                        "<div class=\"glance\">\n<div>\n<h3>What the bullets tell</h3>\n", prefix_);
    Chart();
    Strength();
    out_.text() += "</div>\n<div>\n<h3>The habits that cost most</h3>\n";
    out_.text() += Habits({&report_, 1}, options_);
    StartHere();
    out_.text() += "</div>\n</div>\n</section>\n";
  }

  void Chart() {
    if (strengths_.empty()) {
      out_.text() += "<p>No bullets were found, only prose.</p>\n";
      return;
    }
    const auto count = [&](bool BulletStrength::*what) {
      return static_cast<size_t>(std::count_if(strengths_.begin(), strengths_.end(),
                                               [&](const BulletStrength& s) { return s.*what; }));
    };
    const struct {
      const char* name;
      size_t count;
    } bars[] = {{"what was done", count(&BulletStrength::activity)},
                {"how large it was", count(&BulletStrength::scale)},
                {"what came of it", count(&BulletStrength::result)}};
    std::string about;
    std::string drawn;
    int y = 0;
    for (const auto& bar : bars) {
      about += fmt::format("{}{}: {} of {}", about.empty() ? "" : "; ", bar.name, bar.count, strengths_.size());
      const double width = 150.0 * static_cast<double>(bar.count) / static_cast<double>(strengths_.size());
      drawn += fmt::format(
          "<text x=\"0\" y=\"{}\">{}</text><rect class=\"track\" x=\"122\" y=\"{}\" width=\"150\" "
          "height=\"14\" rx=\"3\"/><rect class=\"bar\" x=\"122\" y=\"{}\" width=\"{:.1f}\" "
          "height=\"14\" rx=\"3\"/><text x=\"282\" y=\"{}\">{} of {}</text>\n",
          y + 13, bar.name, y + 2, y + 2, width, y + 13, bar.count, strengths_.size());
      y += 26;
    }
    out_.text() += fmt::format("<svg class=\"chart\" viewBox=\"0 0 375 {}\" role=\"img\" aria-label=\"Bullets that tell {}\">\n{}</svg>\n",
                        y, about, drawn);
  }

  void Strength() {
    if (strengths_.empty()) return;
    if (strongest_ == nullptr) {
      out_.text() += "<p>No bullet tells yet what came of the work: one that does, at the top, changes how "
              "the rest is read.</p>\n";
      return;
    }
    const Block& block = BlockAt(strongest_->block);
    int place = 0;
    int of = 0;
    for (const BulletStrength& other : strengths_) {
      if (BlockAt(other.block).role != block.role) continue;
      ++of;
      if (other.block == strongest_->block) place = of;
    }
    const std::string& title = report_.document.RoleTitle(block);
    const bool first = block.role <= FirstRole() && place == 1;
    out_.text() += fmt::format("<p>The <a href=\"#{}b{}\">strongest bullet</a> is number {} of {}{}{}.</p>\n",
                        prefix_, strongest_->block, place, of,
                        title.empty() ? "" : " under " + Shown(title),
                        first ? ", where readers look first" : ": readers look at the first one most");
  }

  int FirstRole() const {
    return strengths_.empty() ? -1 : BlockAt(strengths_.front().block).role;
  }

  void StartHere() {
    if (groups_.empty()) return;
    const Block* block = groups_.front().block;
    out_.text() += fmt::format("<p class=\"screen\"><a href=\"#{}b{}\">Begin with the first flagged line</a>; "
                        "the blanks can be typed into.</p>\n", prefix_, block - report_.document.blocks.data());
  }

  // ---- about the whole

  void Whole() {
    if (of_whole_.empty()) return;
    out_.text() += fmt::format("<section aria-labelledby=\"{0}whole\">\n<h2 id=\"{0}whole\">About the whole resume</h2>\n", prefix_);
    for (const FindingGroup& group : of_whole_) Told(group);
    out_.text() += "</section>\n";
  }

  // ---- the resume as read

  void Resume() {
    out_.text() += fmt::format("<section class=\"resume\" aria-labelledby=\"{0}read\">\n<h2 id=\"{0}read\">The resume as it was read</h2>\n", prefix_);
    const std::vector<Block>& blocks = report_.document.blocks;
    bool in_list = false;
    for (size_t i = 0; i < blocks.size(); ++i) {
      const Block& block = blocks[i];
      const bool personal = block.kind == BlockKind::kContact || block.kind == BlockKind::kName;
      if (block.kind == BlockKind::kSkipped || block.text.empty() || (personal && options_.redact)) continue;
      const bool item = block.kind == BlockKind::kBullet;
      if (item != in_list) out_.text() += item ? "<ul>\n" : "</ul>\n";
      in_list = item;
      ShowBlock(block, static_cast<int>(i));
      out_.Pass();
    }
    if (in_list) out_.text() += "</ul>\n";
    out_.text() += "</section>\n";
  }

  void ShowBlock(const Block& block, int index) {
    if (block.kind == BlockKind::kHeading) {
      out_.text() += fmt::format("<h3>{}</h3>\n", Shown(block.text.chars));
      if (GroupOf(block) == nullptr) return;
    } else if (block.kind == BlockKind::kRole) {
      out_.text() += fmt::format("<h4>{}</h4>\n", Shown(block.text.chars));
      if (const auto found = of_role_.find(static_cast<uint32_t>(index)); found != of_role_.end()) {
        for (const FindingGroup& group : found->second) Told(group);
      }
      if (GroupOf(block) == nullptr) return;
    }
    const FindingGroup* group = GroupOf(block);
    const char* element = block.kind == BlockKind::kBullet ? "li" : "div";
    out_.text() += fmt::format("<{} class=\"row{}{}{}{}\" id=\"{}b{}\">\n", element, group == nullptr ? "" : " flagged",
                        block.kind == BlockKind::kBullet ? "" : " plain",
                        block.section == SectionKind::kTop ? " top" : "",
                        block.depth > 0 && block.kind == BlockKind::kBullet ? " deep" : "", prefix_, index);
    Said(block, index, group);
    if (group != nullptr) Told(*group);
    out_.text() += fmt::format("</{}>\n", element);
  }

  void Said(const Block& block, int index, const FindingGroup* group) {
    const std::string_view chars = block.text.chars;
    const Span mark = group == nullptr ? Span{} : InText(block.text, group->findings.front()->span);
    out_.text() += "<div class=\"said\">";
    if (mark.empty()) {
      out_.text() += Shown(chars);
    } else {
      out_.text() += Shown(chars.substr(0, mark.begin)) + "<mark>" + Shown(chars.substr(mark.begin, mark.size())) +
              "</mark>" + Shown(chars.substr(mark.end));
    }
    const auto here = std::equal_range(strengths_.begin(), strengths_.end(), BulletStrength{index, false, false, false, 0},
                                       [](const BulletStrength& a, const BulletStrength& b) { return a.block < b.block; });
    for (auto strength = here.first; strength != here.second; ++strength) {
      if (!strength->result) continue;
      out_.text() += &*strength == strongest_ ? " <span class=\"tag\">\xE2\x98\x85 strongest bullet</span>"
                                      : " <span class=\"tag\">\xE2\x9C\x93 tells a result</span>";
    }
    if (group != nullptr && block.kind == BlockKind::kBullet) {
      out_.text() += "<span class=\"lines\">Your words:<span></span><span></span><span></span></span>";
    }
    out_.text() += "</div>\n";
  }

  void Told(const FindingGroup& group) {
    const Finding& lead = *group.findings.front();
    const char* level = Name(lead.severity);
    out_.text() += fmt::format("<div class=\"told {}\" role=\"note\">\n<p><span class=\"level {}\">{}</span> <span "
                        "class=\"see\">{}</span></p>\n", level, level, level, Shown(lead.message));
    // The reason is the same for every finding of a rule: once is enough.
    if (!lead.why.empty() && told_.insert(lead.rule).second) out_.text() += fmt::format("<p class=\"why\">{}</p>\n", Escaped(lead.why));
    for (const std::string& question : lead.questions) {
      out_.text() += fmt::format("<p class=\"ask\"><span class=\"label\">Ask</span> {}</p>\n", Shown(question));
    }
    if (!lead.rewrites.empty()) {
      const bool alike = DropsAlike(lead.rewrites);
      out_.text() += "<p class=\"label\">It could say</p>\n<ol class=\"tries\">\n";
      for (const Rewrite& rewrite : lead.rewrites) Try(rewrite, !alike);
      out_.text() += "</ol>\n";
      if (alike) out_.text() += "<p class=\"dropped\">Each leaves out: " + Joined(lead.rewrites.front().dropped) + "</p>\n";
    } else if (const Rule* rule = RuleOf(lead.rule, options_); rule != nullptr && !rule->fix.empty()) {
      out_.text() += fmt::format("<p><span class=\"label\">To do</span> {}</p>\n", Escaped(rule->fix));
    }
    for (size_t i = 1; i < group.findings.size(); ++i) {
      out_.text() += fmt::format("<p class=\"also\">Also: {} <span class=\"rule\">{}</span></p>\n",
                          Shown(group.findings[i]->message), Escaped(group.findings[i]->rule));
    }
    out_.text() += fmt::format("<p class=\"rule\">{}</p>\n</div>\n", Escaped(lead.rule));
  }

  std::string Joined(const std::vector<std::string>& facts) const {
    return Shown(fmt::format("{}", fmt::join(facts, ", ")));
  }

  void Try(const Rewrite& rewrite, bool with_dropped) {
    out_.text() += "<li>" + WithBlanks(redactor_ ? redactor_->Redacted(rewrite.text) : rewrite.text);
    if (with_dropped && !rewrite.dropped.empty()) {
      out_.text() += "<div class=\"dropped\">Leaves out: " + Joined(rewrite.dropped) + "</div>";
    }
    if (!rewrite.advice.empty()) out_.text() += fmt::format("<div class=\"dropped\">{}</div>", Escaped(rewrite.advice));
    out_.text() += "</li>\n";
  }

  // Text of the resume, or made of it.
  std::string Shown(std::string_view text) const {
    return Escaped(redactor_ ? redactor_->Redacted(text) : std::string(text));
  }

  const Block& BlockAt(int index) const { return report_.document.blocks[static_cast<size_t>(index)]; }

  const FindingGroup* GroupOf(const Block& block) const {
    const auto found = of_block_.find(&block);
    return found == of_block_.end() ? nullptr : &groups_[found->second];
  }

  const Report& report_;
  const RenderOptions& options_;
  Output& out_;
  std::string prefix_;  // keeps ids apart where a page holds several resumes
  std::optional<Redactor> redactor_;
  std::vector<BulletStrength> strengths_;
  const BulletStrength* strongest_ = nullptr;
  std::vector<FindingGroup> groups_;  // of blocks
  std::unordered_map<const Block*, size_t> of_block_;
  std::unordered_map<uint32_t, std::vector<FindingGroup>> of_role_;  // by the role's block
  std::vector<FindingGroup> of_whole_;
  std::set<std::string_view> told_;
};

std::string Lead(const Report& report, const RenderOptions& options) {
  const Counts counts = TotalsOf({&report, 1}, options.min_severity).counts;
  const uint32_t shown = counts.AtLeast(options.min_severity);
  std::string out = fmt::format("{} read", Number(counts.bullets, "bullet"));
  if (!report.profile.empty()) out += fmt::format(", for the profile {}", Escaped(report.profile));
  out += shown == 0 ? ": nothing to flag." : fmt::format(": {} to look at.", Number(shown, "thing"));
  if (const uint32_t hidden = counts.Below(options.min_severity); hidden > 0) {
    out += fmt::format(" {} not shown.", Number(hidden, "hint"));
  }
  return out;
}

// The file's name without its folders: a page is shown to others.
std::string NameOf(const Report& report, const RenderOptions& options, size_t number) {
  const std::string& path = report.document.source.path;
  if (options.redact || path == "-") return fmt::format("Resume {}", number);
  return Escaped(path.substr(path.rfind('/') + 1));
}

}  // namespace

void RenderHtml(std::span<const Report> reports, const RenderOptions& options, Output& out) {
  if (reports.size() == 1) {
    const std::string title = options.redact ? "What a reader sees" : "What a reader sees: " + NameOf(reports[0], options, 1);
    out.text() += Begin(title) + fmt::format("<header><h1>{}</h1><p class=\"lead\">{}</p></header>\n<main>\n", title,
                                             Lead(reports[0], options));
    Page(reports[0], options, false, 1, out).Render();
  } else {
    out.text() += Begin("What a reader sees") + "<header><h1>What a reader sees</h1></header>\n<main>\n";
    for (size_t i = 0; i < reports.size(); ++i) {
      out.text() += fmt::format("<article aria-labelledby=\"r{0}\">\n<h2 id=\"r{0}\">{1}</h2><p class=\"lead\">{2}</p>\n",
                                i + 1, NameOf(reports[i], options, i + 1), Lead(reports[i], options));
      Page(reports[i], options, true, i + 1, out).Render();
      out.text() += "</article>\n";
    }
  }
  out.text() += "</main>\n" + End(options);
}

std::string RenderHtmlIndex(std::span<const Report> reports, const std::vector<std::string>& pages,
                            const RenderOptions& options) {
  const Counts counts = TotalsOf(reports, options.min_severity).counts;
  std::string out = Begin("Resumes checked") +
                    fmt::format("<header><h1>{} checked</h1><p class=\"lead\">{} read.</p></header>\n<main>\n",
                                Number(counts.files, "resume"), Number(counts.bullets, "bullet"));
  out += "<section aria-labelledby=\"habits\">\n<h2 id=\"habits\">The habits that cost most</h2>\n" +
         Habits(reports, options) + "</section>\n";
  out += "<section aria-labelledby=\"all\">\n<h2 id=\"all\">Resume by resume</h2>\n<div class=\"wide\">\n<table>\n"
         "<thead><tr><th scope=\"col\">Resume</th><th scope=\"col\" class=\"n\">Bullets</th><th scope=\"col\" "
         "class=\"n\">Tell a result</th><th scope=\"col\" class=\"n\">Warnings</th><th scope=\"col\">Most "
         "often</th></tr></thead>\n<tbody>\n";
  for (size_t i = 0; i < reports.size() && i < pages.size(); ++i) {
    const Report& report = reports[i];
    const Totals here = TotalsOf({&report, 1}, Severity::kWarning);
    size_t results = 0;
    if (options.rules != nullptr) {
      for (const BulletStrength& strength : StrengthsOf(report, *options.rules)) results += strength.result ? 1 : 0;
    }
    const auto rules = CountBy(here, [](std::string_view id) { return id; });
    const Rule* rule = rules.empty() ? nullptr : RuleOf(rules.front().first, options);
    out += fmt::format("<tr><th scope=\"row\"><a href=\"{}\">Resume {}</a></th><td class=\"n\">{}</td><td "
                       "class=\"n\">{}</td><td class=\"n\">{}</td><td>{}</td></tr>\n",
                       Escaped(pages[i]), i + 1, here.counts.bullets, results, here.counts.error + here.counts.warning,
                       Escaped(rule == nullptr ? std::string_view() : rule->title));
  }
  return out + "</tbody>\n</table>\n</div>\n</section>\n</main>\n" + End(options);
}

}  // namespace resumelint
