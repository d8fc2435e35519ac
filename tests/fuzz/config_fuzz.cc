#include "config/config.h"
#include "fuzz/targets.h"
#include "rules/builtin.h"

namespace resumelint {

std::string FuzzConfig(std::string_view input) {
  const auto config = ParseConfig("resumelint.toml", std::string(input));
  if (!config) return config.error().what.empty() ? "an error that says nothing" : "";
  if (const auto error = CheckConfig(*config, Builtin()); error && error->what.empty()) return "an error that says nothing";
  VocabularyOf(*config);
  SettingsFor(*config, "folder/resume.md");
  return {};
}

}  // namespace resumelint
