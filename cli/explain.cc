#include <fmt/format.h>

#include <algorithm>

#include "base/toml.h"
#include "base/utf8.h"
#include "commands.h"
#include "config/discover.h"
#include "report/paragraph.h"
#include "report/view.h"
#include "setup.h"
#include "terminal.h"

namespace resumelint {

namespace {

class Explanation {
 public:
  Explanation(const RuleSet& rules, const TerminalState& terminal)
      : rules_(rules), terminal_(terminal) {}

  // One line a rule, packs with a blank line between.
  void List(const std::vector<const Rule*>& listed) {
    size_t widest = 0;
    for (const Rule* rule : listed) widest = std::max(widest, rule->id.size());
    std::string_view pack;
    for (const Rule* rule : listed) {
      if (!pack.empty() && pack != rule->pack()) out_ += '\n';
      pack = rule->pack();
      const std::string first = fmt::format("{}{}  {:<7}  ", rule->id,
                                            std::string(widest - rule->id.size(), ' '),
                                            Name(rule->severity));
      out_ += Paragraph().Add(rule->title).Layout(first, std::string(widest + 11, ' '),
                                                  terminal_.width, false);
    }
  }

  void Show(const Rule& rule) {
    out_ += Paragraph().Add(rule.id, Ink::kStrong).Add(" ").Add(Name(rule.severity), InkOf(rule.severity))
                .Layout("", "", terminal_.width, terminal_.colour);
    Body(Paragraph().Add(rule.title));
    Gap();
    Body(Paragraph().Add(rule.see));
    Body(Paragraph().Add(rule.why));
    Profiles(rule);
    if (!rule.ask.empty()) {
      Heading("What a coach asks");
      for (const std::string_view question : rule.ask.Read()) Item("-", Paragraph().Add(question));
    }
    if (!rule.fix.empty()) {
      Heading("What to do");
      Body(Paragraph().Add(rule.fix));
    }
    if (!rule.fires.empty()) {
      Heading("It speaks up at");
      for (const Example& example : rule.fires.Read()) Quoted(example);
    }
    if (!rule.silent.empty()) {
      Heading("It leaves alone");
      for (const Example& example : rule.silent.Read()) Quoted(example);
    }
    if (!rule.sources.empty()) {
      Heading("The advice behind it");
      for (const Citation& source : rule.sources.Read()) {
        Paragraph text;
        text.Add(fmt::format("\"{}\"", source.text));
        if (!source.at.empty()) text.Add(fmt::format(" [{}]", source.at), Ink::kFaint);
        Item("-", text);
      }
    }
    Heading("To turn it off");
    Item("here:", Paragraph().Add(fmt::format("a comment above the bullet, resumelint: ignore {} -- reason", rule.id)), 10);
    Item("always:", Paragraph().Add(fmt::format("in {}, under [severity]: \"{}\" = \"off\"", kConfigName, rule.id)), 10);
    Item("now:", Paragraph().Add(fmt::format("--ignore {}", rule.id)), 10);
    Gap();
    Body(Paragraph().Add(fmt::format("Defined at {}:{}", rule.file, rule.line), Ink::kFaint));
  }

  std::string Take() { return std::move(out_); }

 private:
  void Gap() { out_ += '\n'; }

  void Heading(std::string_view text) {
    Gap();
    out_ += Paint(text, Ink::kLabel, terminal_.colour) + '\n';
  }

  void Body(const Paragraph& text) {
    if (!text.empty()) out_ += text.Layout("  ", "  ", terminal_.width, terminal_.colour);
  }

  void Item(std::string_view mark, const Paragraph& text, size_t indent = 4) {
    const std::string first = fmt::format("  {:<{}}", mark, indent - 2);
    out_ += text.Layout(first, std::string(indent, ' '), terminal_.width, terminal_.colour);
  }

  void Quoted(const Example& example) {
    Paragraph text;
    text.Add(example.text);
    std::string note(example.why);
    if (!example.title.empty()) note = std::string(example.title) + (note.empty() ? "" : ": " + note);
    if (!note.empty()) text.Add(" (" + note + ")", Ink::kFaint);
    Item("-", text);
  }

  // Who sees it otherwise: the last change of a profile that names the rule.
  void Profiles(const Rule& rule) {
    std::vector<std::string> parts;
    for (const Profile& profile : rules_.profiles) {
      const Profile::Change* last = nullptr;
      for (const Profile::Change& change : profile.changes) {
        if (change.sets && MatchesRule(change.rules, rule.id)) last = &change;
      }
      if (last != nullptr && (last->severity != rule.severity || !last->when.empty())) {
        parts.push_back(fmt::format("{}{} for {}", Name(last->severity),
                                    last->when.empty() ? "" : " at times", profile.name));
      }
    }
    if (!parts.empty()) {
      Body(Paragraph().Add(fmt::format("Severity: {}; {}.", Name(rule.severity), fmt::join(parts, ", "))));
    }
  }

  const RuleSet& rules_;
  const TerminalState& terminal_;
  std::string out_;
};

// Rules that a word stands for: a whole id, a pack, a glob, or failing these a part of an id.
std::vector<const Rule*> Meant(const RuleSet& rules, const std::string& word) {
  std::vector<const Rule*> out;
  if (const Rule* rule = rules.FindRule(word)) return {rule};
  for (const Rule& rule : rules.rules) {
    if (word.empty() || MatchesRule(word, rule.id)) out.push_back(&rule);
  }
  if (!out.empty()) return out;
  for (const Rule& rule : rules.rules) {
    if (rule.id.substr(rule.pack().size() + 1) == word) return {&rule};
  }
  const std::string lower = Lower(word);
  for (const Rule& rule : rules.rules) {
    if (rule.id.find(lower) != std::string::npos) out.push_back(&rule);
  }
  return out;
}

}  // namespace

int RunExplain(const Options& options) {
  Setups setups(options);
  Result<const Setup*> setup = setups.For(kConfigName);
  if (!setup) {
    PrintError(setup.error());
    return 2;
  }
  const RuleSet& rules = (*setup)->rules;
  std::string topic = options.topic;
  // A pasted "[process/backlog-admin]" is meant without its brackets.
  if (topic.starts_with('[') && topic.ends_with(']')) topic = topic.substr(1, topic.size() - 2);
  const std::vector<const Rule*> meant = Meant(rules, topic);
  if (meant.empty()) {
    std::vector<std::string_view> known;
    for (const Rule& rule : rules.rules) {
      known.push_back(rule.id);
      known.push_back(std::string_view(rule.id).substr(rule.pack().size() + 1));
    }
    std::string hint = DidYouMean(topic, known);
    if (hint.empty()) hint = "`resumelint explain` lists all rules";
    PrintError(Error{"", 0, 0, fmt::format("no rule is called \"{}\"", topic), hint, ""});
    return 2;
  }
  const TerminalState terminal = StandardOutput(options.color);
  Explanation explanation(rules, terminal);
  meant.size() == 1 ? explanation.Show(*meant.front()) : explanation.List(meant);
  return PrintOutput(explanation.Take()) ? 0 : 2;
}

}  // namespace resumelint
