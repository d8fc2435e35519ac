#include "compare/compare.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>
#include <unordered_set>

#include "compare/claims.h"
#include "compare/pairing.h"
#include "language/verbs.h"
#include "rewrite/contract.h"

namespace resumelint {

namespace {

class Comparer {
 public:
  Comparer(const Report& a, const Report& b, const RuleSet& rules, const RewriteRules& rewrites)
      : a_(a), b_(b), rules_(rules), rewrites_(rewrites), pairing_(PairBlocks(a.document, b.document)),
        old_facts_(a.document, rules.lexicon, rewrites), new_facts_(b.document, rules.lexicon, rewrites),
        old_findings_(a.document.blocks.size()) {
    for (const Finding& finding : a.findings) {
      if (finding.block >= 0) old_findings_[static_cast<size_t>(finding.block)].push_back(&finding);
    }
    for (const Block& block : a.document.blocks) {
      if (block.kind != BlockKind::kSkipped) old_texts_.insert(block.text.chars);
    }
    for (const Role& role : a.document.roles) old_role_words_.merge(OldWordsOf(role));
  }

  Comparison Run() {
    Findings();
    std::vector<std::vector<size_t>> roles(b_.document.blocks.size());
    for (size_t k = 0; k < b_.document.roles.size(); ++k) roles[b_.document.roles[k].block].push_back(k);
    for (size_t i = 0; i < b_.document.blocks.size(); ++i) {
      for (const size_t role : roles[i]) Title(role);
      Claims(static_cast<int>(i));
    }
    Lost();
    return std::move(out_);
  }

 private:
  // ---- findings

  /// What a finding is about, by the blocks and roles of the old version: for each of them its rule.
  static std::string Key(const Finding& finding, char what, int place) {
    return fmt::format("{}{}{}", finding.rule, what, place);
  }
  static std::string OldKey(const Finding& finding) {
    if (finding.block >= 0) return Key(finding, 'b', finding.block);
    return Key(finding, 'r', finding.role);
  }
  std::vector<std::string> OldKeysOfNew(const Finding& finding) const {
    std::vector<std::string> keys;
    if (finding.block >= 0) {
      for (const int from : pairing_.old_of[static_cast<size_t>(finding.block)]) keys.push_back(Key(finding, 'b', from));
    } else if (finding.role < 0) {
      keys.push_back(Key(finding, 'r', finding.role));
    } else if (const int from = pairing_.old_role_of[static_cast<size_t>(finding.role)]; from >= 0) {
      keys.push_back(Key(finding, 'r', from));
    }
    return keys;
  }

  void Findings() {
    std::unordered_set<std::string> olds, left;
    for (const Finding& finding : a_.findings) olds.insert(OldKey(finding));
    std::vector<bool> was;
    for (const Finding& finding : b_.findings) {
      const std::vector<std::string> keys = OldKeysOfNew(finding);
      was.push_back(std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return olds.contains(key); }));
      left.insert(keys.begin(), keys.end());
    }
    for (const Finding& finding : a_.findings) {
      if (!left.contains(OldKey(finding))) out_.findings.push_back({FindingProgress::State::kSolved, &finding});
    }
    for (size_t i = 0; i < b_.findings.size(); ++i) {
      out_.findings.push_back({was[i] ? FindingProgress::State::kLeft : FindingProgress::State::kNew, &b_.findings[i]});
    }
  }

  // ---- claims

  static bool IsTold(const Block& block) {
    return block.kind != BlockKind::kSkipped && block.kind != BlockKind::kContact && block.kind != BlockKind::kHeading;
  }

  /// How a format tells title from employer may differ: the whole line counts.
  std::set<std::string> OldWordsOf(const Role& role) const {
    return LowerWords(role.title + " " + role.organisation + " " + a_.document.blocks[role.block].text.chars);
  }

  /// Another title for the same job: "Senior" was put before it.
  void Title(size_t index) {
    const Role& role = b_.document.roles[index];
    if (role.title.empty() || role.section != SectionKind::kExperience) return;
    const int from = pairing_.old_role_of[index];
    const Role* old_role = from >= 0 ? &a_.document.roles[static_cast<size_t>(from)] : nullptr;
    const std::set<std::string> of_old = old_role != nullptr ? OldWordsOf(*old_role) : std::set<std::string>();
    const std::set<std::string>& words = old_role != nullptr ? of_old : old_role_words_;
    bool anew = false;
    for (const std::string& word : LowerWords(role.title)) anew = anew || !words.contains(word);
    if (!anew) return;
    const Block& block = b_.document.blocks[role.block];
    const Span all{0, static_cast<uint32_t>(block.text.chars.size())};
    const std::string was = old_role != nullptr ? old_role->title : std::string();
    out_.claims.push_back({"title", role.title, was.empty() ? "the old version has no such job" : "it was \"" + was + "\"",
                           static_cast<int>(role.block), block.text.ToSource(all)});
  }

  static std::set<std::string> LowerWords(std::string_view text) {
    std::set<std::string> out;
    for (const Token& token : Tokenize(text)) {
      if (token.kind == TokenKind::kWord) out.insert(token.lower);
    }
    return out;
  }

  void Claims(int index) {
    const Block& block = b_.document.blocks[static_cast<size_t>(index)];
    if (!IsTold(block) || Unchanged(block)) return;
    std::set<std::string> told;
    for (const Fact& fact : FactsOf(block, index, rules_.lexicon, rewrites_)) {
      // Dates are written in many ways: of a role's line only the years tell.
      const bool month = block.kind == BlockKind::kRole && fact.kind == FactKind::kNumber && fact.key.size() < 4;
      if (month || old_facts_.Tells(fact) || !told.insert(fact.key + fact.unit).second) continue;
      out_.claims.push_back({Name(fact.kind), fact.text, "", index, block.text.ToSource(fact.in_text)});
    }
    const bool work = block.kind == BlockKind::kBullet &&
                      (block.section == SectionKind::kExperience || block.section == SectionKind::kProjects ||
                       block.section == SectionKind::kVolunteering);
    if (!work) return;
    const std::vector<int>& from = pairing_.old_of[static_cast<size_t>(index)];
    if (from.empty()) {
      Add("bullet", "", index);
    } else {
      Raised(index, from);
    }
  }

  bool Unchanged(const Block& block) const { return old_texts_.contains(block.text.chars); }

  void Add(const char* kind, std::string detail, int index) {
    const Block& block = b_.document.blocks[static_cast<size_t>(index)];
    const Span all{0, static_cast<uint32_t>(block.text.chars.size())};
    out_.claims.push_back({kind, block.text.chars, std::move(detail), index, block.text.ToSource(all)});
  }

  /// What the contract of rewrites would not let pass: checked on the person's own words too.
  void Raised(int index, const std::vector<int>& from) {
    const Block& block = b_.document.blocks[static_cast<size_t>(index)];
    std::string before;
    std::vector<const RewriteClass*> classes;
    for (const int old_block : from) {
      if (!before.empty()) before += "; ";
      before += a_.document.blocks[static_cast<size_t>(old_block)].text.chars;
      for (const Finding* finding : old_findings_[static_cast<size_t>(old_block)]) {
        const Rule* rule = rules_.FindRule(finding->rule);
        const RewriteClass* c = rule == nullptr ? nullptr : rewrites_.Find(rule->rewrite);
        if (c != nullptr) classes.push_back(c);
      }
    }
    const Sentence bullet = rules_.lexicon.Read(before);
    // Work of these kinds stands in the bullet, whether or not it was the finding told.
    for (const RewriteClass& c : rewrites_.classes) {
      const bool holds = std::any_of(bullet.terms.begin(), bullet.terms.end(), [&](const Term& term) {
        return std::find(c.objects.begin(), c.objects.end(), term.cls) != c.objects.end();
      });
      if (holds && std::find(classes.begin(), classes.end(), &c) == classes.end()) classes.push_back(&c);
    }
    const Sentence now = rules_.lexicon.Read(block.text.chars);
    const std::set<std::string> deeds = Deeds(now);
    std::string agency, new_deed, result;
    for (const Breach& breach : CheckContract(rewrites_, rules_.lexicon, ContractBullet(rewrites_, rules_.lexicon, bullet), now, classes, {})) {
      switch (breach.promise) {
        case Breach::Promise::kAgency:
        case Breach::Promise::kPeople:
          if (agency.empty()) agency = breach.what;
          break;
        case Breach::Promise::kWord:
          // Of new words only the deeds are claims: "launched" where stories were written.
          if (new_deed.empty() && deeds.contains(Quoted(breach.what))) new_deed = "\"" + Quoted(breach.what) + "\" isn't in the old version";
          break;
        case Breach::Promise::kEffect:
        case Breach::Promise::kCause:
        case Breach::Promise::kHedge:
          if (result.empty() && !OnlyJoins(now, bullet, breach.what) && !(Quoted(breach.what) == "by" && OnlyAmounts(block.text.chars))) result = ClauseFrom(now, breach.what);
          break;
        default:
          break;
      }
    }
    if (agency.empty()) agency = Boast(now, bullet);
    if (agency.empty()) agency = new_deed;
    if (!agency.empty()) Add("agency", agency, index);
    if (!result.empty()) Add("result", result, index);
  }

  /// The word that a breach is about: `"led" claims …`.
  static std::string Quoted(std::string_view what) {
    if (!what.starts_with('"')) return {};
    return std::string(what.substr(1, what.find('"', 1) - 1));
  }

  /// A breach by the words that it is about: from the word that it names to the end of the clause.
  static std::string ClauseFrom(const Sentence& sentence, const std::string& what) {
    const std::string word = Quoted(what);
    for (size_t i = 0; i < sentence.tokens.size() && !word.empty(); ++i) {
      if (sentence.tokens[i].lower != word) continue;
      size_t end = i + 1;
      while (end < sentence.tokens.size() && sentence.tokens[end].kind != TokenKind::kPunctuation) ++end;
      return "\"" + std::string(sentence.TextOf(static_cast<uint32_t>(i), static_cast<uint32_t>(end))) + "\" isn't in the old version";
    }
    return what;
  }

  /// A relative that joins what the old version said in a sentence of its own: ", which fell from 40 to 12".
  bool OnlyJoins(const Sentence& now, const Sentence& before, const std::string& what) const {
    const std::string word = Quoted(what);
    std::set<std::string> said;
    for (const Token& token : before.tokens) said.insert(token.lower);
    for (uint32_t i = 0; i < now.tokens.size(); ++i) {
      if (now.tokens[i].lower != word || !now.Covers(i, rewrites_.grammar.relative)) continue;
      bool joins = true;
      for (uint32_t k = i + 1; k < now.tokens.size() && now.tokens[k].kind != TokenKind::kPunctuation; ++k) {
        joins = joins && (said.contains(now.tokens[k].lower) || now.Covers(k, rewrites_.grammar.glue));
      }
      return joins;
    }
    return false;
  }

  /// "single-handedly", where it wasn't.
  std::string Boast(const Sentence& now, const Sentence& before) const {
    for (const Term& term : now.terms) {
      if (term.cls != rewrites_.grammar.boast) continue;
      const std::string word(now.TextOf(term.begin, term.end));
      const bool was = std::any_of(before.terms.begin(), before.terms.end(), [&](const Term& old) { return old.cls == term.cls; });
      if (!was) return "\"" + word + "\" isn't in the old version";
    }
    return {};
  }

  /// Verbs that say what was done: the first one, and those after "and", a comma or a semicolon. Not
  /// those that leave it to other words to say it: "conducted interviews", "partnered with support".
  std::set<std::string> Deeds(const Sentence& sentence) const {
    std::set<std::string> out;
    bool begins = true;
    for (uint32_t i = 0; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      const bool joint = token.lower == "and" || token.lower == "," || token.lower == ";";
      if (begins && token.kind == TokenKind::kWord && !sentence.Covers(i, rewrites_.grammar.adverb)) {
        for (const VerbReading& reading : VerbReadings(token.lower)) {
          const bool finite = (reading.forms & kPast) != 0 || (out.empty() && i == 0);
          const bool says = !sentence.Covers(i, rewrites_.grammar.light) && !sentence.Covers(i, rewrites_.grammar.together) &&
                            !sentence.Covers(i, rewrites_.grammar.help);
          if (finite && says) out.insert(token.lower);
        }
        begins = joint;
      } else {
        begins = joint || (begins && token.kind == TokenKind::kWord);
      }
    }
    return out;
  }

  /// Every "by" is one of "by 40%": the number is asked for by itself.
  bool OnlyAmounts(std::string_view text) const {
    const std::vector<Token> tokens = Tokenize(text);
    for (size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].lower == "by" && (i + 1 == tokens.size() || tokens[i + 1].kind != TokenKind::kNumber)) return false;
    }
    return true;
  }

  // ---- what is gone

  void Lost() {
    std::set<std::string> told;
    for (const Fact& fact : old_facts_.all()) {
      const Block& block = a_.document.blocks[static_cast<size_t>(fact.block)];
      if (!IsTold(block) || new_facts_.Tells(fact) || !told.insert(fact.key + fact.unit).second) continue;
      out_.lost.push_back({Name(fact.kind), fact.text, fact.block});
    }
  }

  const Report& a_;
  const Report& b_;
  const RuleSet& rules_;
  const RewriteRules& rewrites_;
  Pairing pairing_;
  KnownFacts old_facts_;
  KnownFacts new_facts_;
  std::vector<std::vector<const Finding*>> old_findings_;  // by block
  std::unordered_set<std::string_view> old_texts_;
  std::set<std::string> old_role_words_;
  Comparison out_;
};

}  // namespace

Comparison Compare(const Report& old_report, const Report& new_report, const RuleSet& rules, const RewriteRules& rewrites) {
  return Comparer(old_report, new_report, rules, rewrites).Run();
}

}  // namespace resumelint
