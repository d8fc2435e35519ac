#pragma once

namespace resumelint {

/// JSON schemas (draft 7) of what a person writes in TOML: by them an editor completes and checks it.
extern const char* const kRulesSchema;   ///< packs of rules
extern const char* const kConfigSchema;  ///< resumelint.toml

}  // namespace resumelint
