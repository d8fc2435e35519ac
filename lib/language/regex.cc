#include "language/regex.h"

#include <re2/re2.h>

#include <mutex>
#include <vector>

#include "language/regex_needs.h"

namespace resumelint {

struct Regex::State {
  std::string own_pattern;
  std::vector<ByteSet> own_needs;
  std::string_view pattern;
  std::span<const ByteSet> needs;
  std::once_flag once;
  std::unique_ptr<RE2> compiled;
};

namespace {

std::unique_ptr<RE2> CompilePattern(std::string_view pattern) {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(1 << 20);
  return std::make_unique<RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
}

}  // namespace

Regex::Regex(std::string pattern) : state_(std::make_shared<State>()) {
  state_->own_needs = RegexNeeds(pattern);
  state_->own_pattern = std::move(pattern);
  state_->pattern = state_->own_pattern;
  state_->needs = state_->own_needs;
}

Regex::Regex(std::string_view pattern, std::span<const ByteSet> needs) : state_(std::make_shared<State>()) {
  state_->pattern = pattern;
  state_->needs = needs;
}

std::string_view Regex::pattern() const { return state_->pattern; }

std::span<const ByteSet> Regex::needs() const { return state_->needs; }

std::string Regex::Fault() const {
  std::call_once(state_->once, [&] { state_->compiled = CompilePattern(state_->pattern); });
  if (!state_->compiled->ok()) return state_->compiled->error();
  if (RE2::PartialMatch("", *state_->compiled)) return "it matches the empty text";
  return {};
}

std::optional<Span> Regex::Find(std::string_view text) const { return Find(text, BytesOf(text)); }

std::optional<Span> Regex::Find(std::string_view text, const ByteSet& bytes) const {
  for (const ByteSet& need : state_->needs) {
    if ((need & bytes).none()) return std::nullopt;
  }
  std::call_once(state_->once, [&] { state_->compiled = CompilePattern(state_->pattern); });
  if (!state_->compiled->ok()) return std::nullopt;
  re2::StringPiece match;
  if (!state_->compiled->Match(re2::StringPiece(text.data(), text.size()), 0, text.size(),
                               RE2::UNANCHORED, &match, 1)) {
    return std::nullopt;
  }
  const auto begin = static_cast<uint32_t>(match.data() - text.data());
  return Span{begin, begin + static_cast<uint32_t>(match.size())};
}

}  // namespace resumelint
