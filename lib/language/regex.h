#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/span.h"
#include "language/regex_needs.h"

namespace resumelint {

/// A pattern over characters in RE2's syntax, for what a phrase can't say. Compiled on first use,
/// in linear time and bounded memory whatever the pattern; copies share the compiled form.
class Regex {
 public:
  explicit Regex(std::string pattern);
  /// With its needs known, both in memory that outlives all copies.
  Regex(std::string_view pattern, std::span<const ByteSet> needs);

  /// What is wrong with the pattern, or "". It must compile, be small enough and not match "".
  std::string Fault() const;
  /// Bytes of the first match in `text`; a faulty pattern never matches.
  std::optional<Span> Find(std::string_view text) const;
  /// The same where the text's bytes are known: many patterns are asked about one text.
  std::optional<Span> Find(std::string_view text, const ByteSet& bytes) const;
  std::string_view pattern() const;
  std::span<const ByteSet> needs() const;

 private:
  struct State;
  std::shared_ptr<State> state_;
};

}  // namespace resumelint
