// What each stage costs on one page of examples/resume.md. Built by the preset bench.

#include <benchmark/benchmark.h>

#include <cstdlib>

#include "formats/reader.h"
#include "lint/lint.h"
#include "lint/reading.h"
#include "lint/suppress.h"
#include "report/reporter.h"
#include "rewrite/pack.h"
#include "rules/pack.h"

namespace resumelint {
namespace {

const RuleSet& Rules() {
  static const RuleSet rules = BuiltinRuleSet();
  return rules;
}

const RewriteRules& Rewrites() {
  static const RewriteRules rewrites = BuiltinRewriteRules();
  return rewrites;
}

const std::string& Page() {
  static const std::string page = ReadBytes(RESUMELINT_SOURCE_DIR "/examples/resume.md").value();
  return page;
}

Document Read() { return ReadDocument("resume.md", Page(), Rules().outline).value(); }

Report Check(const RewriteRules* rewrites) {
  LintOptions options;
  options.rewrites = rewrites;
  return Lint(Read(), Rules(), options);
}

void Bytes(benchmark::State& state) {
  state.SetBytesProcessed(state.iterations() * static_cast<int64_t>(Page().size()));
}

void StartRules(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(BuiltinRuleSet());
}
BENCHMARK(StartRules);

void StartRewrites(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(BuiltinRewriteRules());
}
BENCHMARK(StartRewrites);

void ReadPage(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Read());
  Bytes(state);
}
BENCHMARK(ReadPage);

void TokenizePage(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Tokenize(Page()));
  Bytes(state);
}
BENCHMARK(TokenizePage);

void ReadWords(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Rules().lexicon.Read(Page()));
  Bytes(state);
}
BENCHMARK(ReadWords);

void ReadForRulesBullets(benchmark::State& state) {
  const Document document = Read();
  for (auto _ : state) {
    for (const Block& block : document.blocks) benchmark::DoNotOptimize(ReadForRules(block.text.chars, Rules()));
  }
  Bytes(state);
}
BENCHMARK(ReadForRulesBullets);

void AskAllDetectors(benchmark::State& state) {
  const Document document = Read();
  std::vector<Sentence> sentences;
  for (const Block& block : document.blocks) sentences.push_back(ReadForRules(block.text.chars, Rules()));
  Detection detection(Rules());
  for (auto _ : state) {
    for (const Sentence& sentence : sentences) {
      detection.Reset(sentence);
      for (size_t i = 0; i < Rules().detectors.size(); ++i) {
        benchmark::DoNotOptimize(detection.Says(static_cast<uint16_t>(i)));
      }
    }
  }
  Bytes(state);
}
BENCHMARK(AskAllDetectors);

void LintPage(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Check(nullptr));
  Bytes(state);
}
BENCHMARK(LintPage);

void LintAndRewritePage(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Check(&Rewrites()));
  Bytes(state);
}
BENCHMARK(LintAndRewritePage);

void RenderPage(benchmark::State& state, const char* format) {
  const Report report = Check(&Rewrites());
  RenderOptions options;
  options.rules = &Rules();
  const Reporter* reporter = FindReporter(format);
  for (auto _ : state) benchmark::DoNotOptimize(reporter->Render({&report, 1}, options));
  Bytes(state);
}
BENCHMARK_CAPTURE(RenderPage, text, "text");
BENCHMARK_CAPTURE(RenderPage, json, "json");
BENCHMARK_CAPTURE(RenderPage, html, "html");

}  // namespace
}  // namespace resumelint

BENCHMARK_MAIN();
