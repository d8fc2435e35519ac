#include "report/json_writer.h"
#include "report/renderers.h"
#include "report/view.h"

namespace resumelint {

namespace {

void WriteOffset(JsonWriter& json, const char* key, int64_t offset) {
  json.Key(key);
  offset < 0 ? json.Null() : json.Integer(offset);
}

void WriteBullet(JsonWriter& json, const Report& report, const Block& block) {
  const Place place = PlaceOf(report.document, block);
  json.BeginObject();
  json.Key("line").Integer(place.begin.line);
  json.Key("column").Integer(place.begin.column);
  json.Key("end_line").Integer(place.end.line);
  json.Key("end_column").Integer(place.end.column);
  json.Key("text").String(block.text.chars);
  json.Key("section").String(SectionOf(block));
  json.Key("role").String(report.document.RoleTitle(block));
  json.EndObject();
}

void WriteRewrite(JsonWriter& json, const Rewrite& rewrite) {
  json.BeginObject();
  json.Key("variant").String(Name(rewrite.variant));
  json.Key("text").String(rewrite.text);
  json.Key("slots").Strings(SlotsOf(rewrite.text));
  json.Key("dropped").Strings(rewrite.dropped);
  if (!rewrite.advice.empty()) json.Key("advice").String(rewrite.advice);
  json.EndObject();
}

void WriteFinding(JsonWriter& json, const Report& report, const Finding& finding) {
  const Place place = PlaceOf(report, finding);
  json.BeginObject();
  json.Key("rule").String(finding.rule);
  json.Key("severity").String(Name(finding.severity));
  json.Key("message").String(finding.message);
  json.Key("why").String(finding.why);
  json.Key("line").Integer(place.begin.line);
  json.Key("column").Integer(place.begin.column);
  json.Key("end_line").Integer(place.end.line);
  json.Key("end_column").Integer(place.end.column);
  WriteOffset(json, "offset", place.begin.offset);
  WriteOffset(json, "end_offset", place.end.offset);
  if (place.page > 0) json.Key("page").Integer(place.page);
  if (place.paragraph > 0) json.Key("paragraph").Integer(place.paragraph);
  json.Key("bullet");
  if (const Block* block = BlockOf(report, finding)) {
    WriteBullet(json, report, *block);
  } else {
    json.Null();
  }
  json.Key("questions").Strings(finding.questions.list());
  json.Key("rewrites").BeginArray();
  for (const Rewrite& rewrite : finding.rewrites) WriteRewrite(json, rewrite);
  json.EndArray();
  json.EndObject();
}

void WriteFile(JsonWriter& json, const Report& report, Output& out) {
  json.BeginObject();
  json.Key("path").String(report.document.source.path);
  json.Key("format").String(report.document.format);
  json.Key("profile").String(report.profile);
  json.Key("bullets").Integer(report.bullets);
  json.Key("findings").BeginArray();
  for (const Finding& finding : report.findings) {
    WriteFinding(json, report, finding);
    out.Pass();
  }
  json.EndArray();
  json.EndObject();
}

}  // namespace

std::string JsonHead(const RenderOptions& options) {
  std::string out;
  JsonWriter json(2, out);
  json.BeginObject();
  json.Key("schema").Integer(1);
  json.Key("tool").BeginObject();
  json.Key("name").String("resumelint");
  json.Key("version").String(options.version);
  json.Key("rules").String(options.rules_version);
  json.EndObject();
  json.Key("files").BeginArray();
  return out;
}

void JsonOfFile(const Report& report, const RenderOptions&, Output& out) {
  out.Between(",");
  JsonWriter json(2, out.text(), {true, false});
  WriteFile(json, report, out);
}

void JsonEnd(const Totals& totals, const RenderOptions&, Output& out) {
  out.Between("\n  ");
  out.text() += ']';
  JsonWriter json(2, out.text(), {true});
  json.Key("summary").BeginObject();
  json.Key("files").Integer(totals.counts.files);
  json.Key("bullets").Integer(totals.counts.bullets);
  json.Key("error").Integer(totals.counts.error);
  json.Key("warning").Integer(totals.counts.warning);
  json.Key("hint").Integer(totals.counts.hint);
  json.EndObject();
  json.EndObject();
  out.text() += '\n';
}

void JsonLineOfFile(const Report& report, const RenderOptions&, Output& out) {
  JsonWriter json(0, out.text());
  WriteFile(json, report, out);
  out.text() += '\n';
}

}  // namespace resumelint
