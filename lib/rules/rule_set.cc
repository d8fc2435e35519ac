#include "rules/rule_set.h"

#include <algorithm>

namespace resumelint {

const Rule* RuleSet::FindRule(std::string_view id) const {
  for (const Rule& rule : rules) {
    if (rule.id == id) return &rule;
  }
  return nullptr;
}

bool RuleSet::HasRule(std::string_view pattern) const {
  return std::any_of(rules.begin(), rules.end(),
                     [&](const Rule& rule) { return MatchesRule(pattern, rule.id); });
}

std::vector<std::string_view> RuleSet::RuleNames() const {
  std::vector<std::string_view> names;
  for (const Rule& rule : rules) {
    if (std::find(names.begin(), names.end(), rule.pack()) == names.end()) names.push_back(rule.pack());
  }
  for (const Rule& rule : rules) names.push_back(rule.id);
  return names;
}

const Profile* RuleSet::FindProfile(std::string_view name) const {
  for (const Profile& profile : profiles) {
    if (profile.name == name) return &profile;
  }
  return nullptr;
}

int RuleSet::FindDetector(std::string_view name) const {
  for (size_t i = 0; i < detectors.size(); ++i) {
    if (detectors[i].name == name) return static_cast<int>(i);
  }
  return -1;
}

const Profile& RuleSet::ProfileOf(std::string_view title) const {
  const Profile* fallback = FindProfile(title.empty() ? default_profile : other_profile);
  if (title.empty()) return *fallback;
  const Sentence sentence = lexicon.Read(title);
  for (const Profile& profile : profiles) {
    for (const Phrase& phrase : profile.titles) {
      if (phrase.Find(sentence)) return profile;
    }
  }
  return *fallback;
}

}  // namespace resumelint
