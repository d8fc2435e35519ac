#include "resume/load_outline.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "resume/line_shape.h"

namespace resumelint {

namespace {

using Field = OutlineTerms::Field;
using Kind = TomlValue::Kind;
using Meaning = OutlineTerms::KeyMeaning;

/// Where the words under a key go.
struct Key {
  std::string_view table;
  std::string_view name;
  bool heading = false;  // compared as NormalWords
  std::function<void(OutlineTerms&, std::string_view)> add;
};

Key Section(std::string_view name, SectionKind kind) {
  return {"sections", name, true, [kind](OutlineTerms& terms, std::string_view word) {
            terms.sections.push_back({word, kind});
          }};
}

Key Label(std::string_view name, Field field) {
  return {"labels", name, true, [field](OutlineTerms& terms, std::string_view word) {
            terms.labels.push_back({word, field});
          }};
}

Key FieldKey(std::string_view name, Meaning meaning) {
  return {"keys", name, true, [meaning](OutlineTerms& terms, std::string_view word) {
            terms.keys.push_back({word, meaning});
          }};
}

Key Words(std::string_view table, std::string_view name,
          std::vector<std::string_view> OutlineTerms::*member, bool heading = false) {
  return {table, name, heading, [member](OutlineTerms& terms, std::string_view word) {
            (terms.*member).push_back(word);
          }};
}

Key Set(std::string_view table, std::string_view name, WordSet OutlineTerms::*member) {
  return {table, name, false, [member](OutlineTerms& terms, std::string_view word) { (terms.*member).Add(word); }};
}

std::vector<Key> Keys() {
  return {
      Section("summary", SectionKind::kSummary),
      Section("experience", SectionKind::kExperience),
      Section("projects", SectionKind::kProjects),
      Section("skills", SectionKind::kSkills),
      Section("education", SectionKind::kEducation),
      Section("certifications", SectionKind::kCertifications),
      Section("awards", SectionKind::kAwards),
      Section("interests", SectionKind::kInterests),
      Section("publications", SectionKind::kPublications),
      Section("languages", SectionKind::kLanguages),
      Section("volunteering", SectionKind::kVolunteering),
      Section("other", SectionKind::kOther),
      Section("contact", SectionKind::kTop),
      Words("roles", "sub_headings", &OutlineTerms::sub_headings, true),
      Set("roles", "title_words", &OutlineTerms::title_words),
      Set("roles", "organisation_words", &OutlineTerms::organisation_words),
      Words("roles", "employer_words", &OutlineTerms::employer_words),
      Label("title", Field::kTitle),
      Label("organisation", Field::kOrganisation),
      Label("dates", Field::kDates),
      Label("skills", Field::kSkills),
      Label("detail", Field::kDetail),
      Words("labels", "contact", &OutlineTerms::contact_labels, true),
      Words("dates", "present", &OutlineTerms::present),
      Set("dates", "months", &OutlineTerms::months),
      Set("dates", "seasons", &OutlineTerms::seasons),
      Words("dates", "range_words", &OutlineTerms::range_words),
      Set("dates", "since_words", &OutlineTerms::since_words),
      Words("page", "titles", &OutlineTerms::document_titles, true),
      FieldKey("title", Meaning::kTitle),
      FieldKey("organisation", Meaning::kOrganisation),
      FieldKey("name", Meaning::kName),
      FieldKey("start", Meaning::kStart),
      FieldKey("end", Meaning::kEnd),
      FieldKey("dates", Meaning::kDates),
      FieldKey("bullets", Meaning::kBullets),
      FieldKey("prose", Meaning::kProse),
      FieldKey("headline", Meaning::kHeadline),
      FieldKey("person", Meaning::kPerson),
      FieldKey("contact", Meaning::kContact),
      FieldKey("sections", Meaning::kSections),
      FieldKey("contents", Meaning::kContents),
      FieldKey("keywords", Meaning::kKeywords),
      FieldKey("skipped", Meaning::kSkipped),
      Words("html", "hidden_classes", &OutlineTerms::hidden_classes),
      Words("page", "compound_starts", &OutlineTerms::compound_starts),
      Words("page", "compound_ends", &OutlineTerms::compound_ends),
      Words("search", "skipped_folders", &OutlineTerms::skipped_folders),
      Words("page", "noise", &OutlineTerms::page_noise),
  };
}

std::vector<std::string_view> NamesOf(const std::vector<Key>& keys, std::string_view table) {
  std::set<std::string_view> names;
  for (const Key& key : keys) {
    if (table.empty()) {
      names.insert(key.table);
    } else if (key.table == table) {
      names.insert(key.name);
    }
  }
  return {names.begin(), names.end()};
}

}  // namespace

Result<OutlineTerms> LoadOutline(const TomlValue& root, const std::string& path,
                                 std::string_view text) {
  const std::vector<Key> keys = Keys();
  const auto fail = [&](const TomlValue& at, std::string what, std::string hint = {}) {
    return Fail(TomlError(at, path, text, std::move(what), std::move(hint)));
  };
  OutlineTerms terms;
  for (const auto& [table_name, table] : root.table) {
    const auto tables = NamesOf(keys, {});
    if (std::find(tables.begin(), tables.end(), table_name) == tables.end()) {
      return fail(table, fmt::format("unknown table \"{}\"", table_name),
                  DidYouMean(table_name, tables));
    }
    if (table.kind != Kind::kTable) return fail(table, fmt::format("\"{}\" must be a table", table_name));
    for (const auto& [name, value] : table.table) {
      const Key* key = nullptr;
      for (const Key& candidate : keys) {
        if (candidate.table == table_name && candidate.name == name) key = &candidate;
      }
      if (key == nullptr) {
        return fail(value, fmt::format("unknown key \"{}\" in [{}]", name, table_name),
                    DidYouMean(name, NamesOf(keys, table_name)));
      }
      if (value.kind != Kind::kArray) {
        return fail(value, fmt::format("\"{}\" must be a list of words", name));
      }
      for (const TomlValue& word : value.array) {
        if (word.kind != Kind::kString || word.string.empty()) {
          return fail(word, fmt::format("\"{}\" must hold words only", name));
        }
        const std::string normal = key->heading ? NormalWords(word.string) : Lower(word.string);
        if (normal != word.string) {
          return fail(word, fmt::format("\"{}\" is not in normal form", word.string),
                      fmt::format("write \"{}\"", normal));
        }
        key->add(terms, terms.texts.Keep(word.string));
      }
    }
  }
  return terms;
}

}  // namespace resumelint
