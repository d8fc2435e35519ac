#include "rewrite/slots.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/toml_reader.h"

namespace resumelint {

namespace {

class SlotLoader {
 public:
  SlotLoader(TomlFile& file, const Lexicon& lexicon, const Phrase::Fragments& fragments, SlotTypes& out)
      : file_(file), lexicon_(lexicon), fragments_(fragments), out_(out) {}

  void Load() {
    TomlReader top(file_.root, file_);
    for (TomlReader& table : top.Tables("slot")) {
      SlotType type;
      type.name = table.RequiredString("type");
      type.question = table.RequiredString("question");
      type.figure = table.Boolean("figure");
      type.ladder = table.Strings("ladder");
      type.slots = Phrases(table, "slots");
      for (TomlReader& entry : table.Tables("check")) {
        AnswerCheck check;
        check.phrases = Phrases(entry, "phrases");
        check.unless = Phrases(entry, "unless");
        check.needs_number = entry.Boolean("needs-number");
        check.say = entry.RequiredString("say");
        if (check.phrases.empty() && !check.needs_number) {
          entry.Complain("say", "a check needs phrases, or needs-number = true");
        }
        entry.Finish();
        type.checks.push_back(std::move(check));
      }
      table.Finish();
      out_.types.push_back(std::move(type));
    }
  }

 private:
  std::vector<Phrase> Phrases(TomlReader& table, const char* key) {
    std::vector<Phrase> out;
    const TomlValue* list = table.Value(key);
    if (list == nullptr) return out;
    const std::vector<std::string> texts = table.Strings(key);
    for (size_t i = 0; i < texts.size(); ++i) {
      Result<Phrase> phrase = Phrase::Compile(texts[i], lexicon_, fragments_);
      if (phrase) {
        out.push_back(std::move(*phrase));
      } else {
        const TomlValue& at = i < list->array.size() ? list->array[i] : *list;
        file_.Complain(at, fmt::format("{} in the phrase \"{}\"", phrase.error().what, texts[i]), phrase.error().hint);
      }
    }
    return out;
  }

  TomlFile& file_;
  const Lexicon& lexicon_;
  const Phrase::Fragments& fragments_;
  SlotTypes& out_;
};

bool AnyMatches(const std::vector<Phrase>& phrases, const Sentence& sentence) {
  return std::any_of(phrases.begin(), phrases.end(), [&](const Phrase& phrase) { return phrase.Find(sentence).has_value(); });
}

std::string_view Trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(' ');
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

}  // namespace

const SlotType* SlotTypes::Of(std::string_view slot, const Lexicon& lexicon) const {
  const Sentence sentence = lexicon.Read(slot);
  for (const SlotType& type : types) {
    if (AnyMatches(type.slots, sentence)) return &type;
  }
  return nullptr;
}

bool AsksForFigure(std::string_view text, const SlotTypes& types, const Lexicon& lexicon) {
  const std::vector<std::string> slots = SlotsOf(text);
  return std::any_of(slots.begin(), slots.end(), [&](const std::string& slot) {
    const SlotType* type = types.Of(slot, lexicon);
    return type != nullptr && type->figure;
  });
}

Result<SlotTypes> LoadSlots(std::span<const RuleFile> files, const Lexicon& lexicon, const Phrase::Fragments& fragments,
                            const SlotTypes* base) {
  SlotTypes out;
  if (base != nullptr) out = *base;
  for (const RuleFile& source : files) {
    if (source.text.find("[[slot]]") == std::string::npos) continue;
    Result<TomlFile> file = TomlFile::Parse(source.path, source.text);
    if (!file) return Fail(file.error());
    SlotLoader(*file, lexicon, fragments, out).Load();
    if (file->fault) return Fail(*file->fault);
  }
  return out;
}

std::vector<std::string> CheckAnswer(const SlotType& type, std::string_view answer, const Lexicon& lexicon) {
  std::vector<std::string> out;
  const Sentence sentence = lexicon.Read(answer);
  const bool number = std::any_of(sentence.tokens.begin(), sentence.tokens.end(),
                                  [](const Token& token) { return token.kind == TokenKind::kNumber; });
  for (const AnswerCheck& check : type.checks) {
    const bool found = check.needs_number ? !number : AnyMatches(check.phrases, sentence);
    if (found && !AnyMatches(check.unless, sentence)) out.push_back(check.say);
  }
  return out;
}

std::vector<std::string> ChoicesOf(std::string_view slot) {
  std::vector<std::string> out;
  if (slot.find('|') == std::string_view::npos) return out;
  while (true) {
    const size_t bar = slot.find('|');
    out.emplace_back(Trimmed(slot.substr(0, bar)));
    if (bar == std::string_view::npos) return out;
    slot.remove_prefix(bar + 1);
  }
}

std::vector<SlotPart> SplitSlots(std::string_view text) {
  std::vector<SlotPart> out;
  while (!text.empty()) {
    const size_t open = text.find('[');
    const size_t close = open == std::string_view::npos ? open : text.find(']', open);
    if (close == std::string_view::npos) {
      out.push_back({std::string(text), false});
      break;
    }
    if (open > 0) out.push_back({std::string(text.substr(0, open)), false});
    out.push_back({std::string(text.substr(open + 1, close - open - 1)), true});
    text.remove_prefix(close + 1);
  }
  return out;
}

std::vector<std::string> SlotsOf(std::string_view text) {
  std::vector<std::string> slots;
  for (SlotPart& part : SplitSlots(text)) {
    if (part.slot) slots.push_back(std::move(part.text));
  }
  return slots;
}

}  // namespace resumelint
