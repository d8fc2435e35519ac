#include "rewrite/dropped.h"

#include <algorithm>

namespace resumelint {

namespace {

bool HasName(const Sentence& sentence, Range range) {
  for (uint32_t at = range.begin; at < range.end; ++at) {
    if (at > 0 && sentence.tokens[at].letter_case != LetterCase::kLower) return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> Dropped(const RewriteRules& rules, const Lexicon& lexicon, const Sentence& sentence,
                                 const Frame& frame, const Composer& compose, const RewriteClass& c,
                                 const Fields& fields, const std::vector<Range>& used, const Sentence& rewrite) {
  const auto said = [&](uint32_t at) {
    const auto holds = [&](WordHash word) {
      return std::any_of(rewrite.tokens.begin(), rewrite.tokens.end(), [&](const Token& token) { return token.hash == word; });
    };
    if (holds(sentence.tokens[at].hash)) return true;
    const std::string meant = lexicon.Correct(sentence.tokens[at]);
    return !meant.empty() && holds(HashOf(meant));
  };
  const auto missing = [&](Range range) {
    for (uint32_t at = range.begin; at < range.end; ++at) {
      if (sentence.tokens[at].kind == TokenKind::kPunctuation || sentence.Covers(at, rules.grammar.glue) ||
          sentence.TermAt(at, rules.grammar.first_person) != nullptr) {
        continue;
      }
      if (!said(at)) return true;
    }
    return false;
  };
  std::vector<std::string> dropped;
  std::vector<Range> listed;
  const auto list = [&](Range range) {
    if (range.empty() || Overlaps(listed, range)) return;
    if (range.end - range.begin == 1 && sentence.TermAt(range.begin, rules.grammar.pronoun) != nullptr) return;
    listed.push_back(range);
    dropped.emplace_back(sentence.TextOf(range.begin, range.end));
  };
  for (const size_t i : fields.dropped) {
    const Clause& clause = frame.clauses[i];
    if (clause.kind != Clause::Kind::kAction) {
      list(clause.all);
      continue;
    }
    if (missing(clause.object) && !clause.verbs.empty()) list({clause.verbs.front().begin, clause.all.end});
  }
  for (const Clause& clause : frame.clauses) {
    for (const Chunk& chunk : clause.chunks) {
      if (chunk.role == Part::kFiller) continue;
      uint32_t end = chunk.end;
      if (sentence.tokens[chunk.begin].Is("(") && sentence.tokens[end - 1].Is(")")) --end;
      const bool about = chunk.role == Part::kOther || chunk.role == Part::kInitiative || chunk.role == Part::kTarget;
      const bool fact = !about || !compose.Holds({chunk.inner, end}, rules.grammar.told);
      const bool ritual = compose.Holds({chunk.inner, end}, c.objects) && chunk.role != Part::kTools &&
                          chunk.role != Part::kFramework;
      if (fact && !ritual && !Overlaps(used, {chunk.begin, chunk.end}) && missing({chunk.inner, end})) {
        const bool whole = chunk.role == Part::kCadence || chunk.role == Part::kOther;
        list({whole ? chunk.begin : chunk.inner, end});
      }
    }
  }
  for (const size_t i : fields.deeds) {
    const Range object = frame.clauses[i].object;
    const bool ritual = compose.Holds(object, c.objects);
    if (!ritual && !c.keeps && !Overlaps(used, object) && missing(object)) list(object);
  }
  if (!frame.label.empty() && missing(frame.label) && HasName(sentence, frame.label)) list(frame.label);
  if (const FieldText* extra = fields.Find("extra")) {
    for (const Range range : extra->used) {
      if (missing(range)) list(range);
    }
  }
  const ClassId function = lexicon.Find("W.function");
  // Numbers, names and tools anywhere.
  for (uint32_t at = 0; at < sentence.tokens.size(); ++at) {
    const Token& token = sentence.tokens[at];
    if (token.kind == TokenKind::kPunctuation || said(at) || sentence.Covers(at, rules.grammar.renamed) ||
        sentence.TermAt(at, rules.grammar.speaker) != nullptr) {
      continue;
    }
    const bool name = token.kind == TokenKind::kWord && token.letter_case != LetterCase::kLower &&
                      at > 0 && !frame.shouting;
    const bool tool = sentence.Covers(at, rules.grammar.tool);
    const bool often = sentence.Covers(at, rules.grammar.cadence);
    if (token.kind != TokenKind::kNumber && !name && !tool && !often) continue;
    if (name && !tool &&
        (sentence.Covers(at, rules.grammar.ritual) || sentence.Covers(at, rules.grammar.glue) ||
         sentence.Covers(at, rules.grammar.help))) {
      continue;
    }
    Range range{at, at + 1};
    while (often && range.end < sentence.tokens.size() && sentence.tokens[range.end].hyphen_before) ++range.end;  // "bi-weekly"
    while (tool && range.end < sentence.tokens.size() && sentence.Covers(range.end, rules.grammar.tool) &&
           !said(range.end)) {
      ++range.end;
    }
    if (token.kind == TokenKind::kNumber) {
      while (range.end < sentence.tokens.size() && range.end < at + 4 &&
             sentence.tokens[range.end].kind == TokenKind::kWord &&
             !sentence.Covers(range.end, rules.grammar.determiner) && !said(range.end) &&
             function != kNoClass && !sentence.Covers(range.end, function)) {
        ++range.end;
      }
    }
    // "15 go-to-market briefs", "Black Friday"
    const auto more = [&](uint32_t next) {
      return next < sentence.tokens.size() && sentence.tokens[next].kind == TokenKind::kWord && !said(next) &&
             sentence.TermAt(next, rules.grammar.speaker) == nullptr &&
             (sentence.tokens[next].hyphen_before || (name && sentence.tokens[next].letter_case != LetterCase::kLower));
    };
    while (more(range.end)) ++range.end;
    list(range);
  }
  return dropped;
}

}  // namespace resumelint
