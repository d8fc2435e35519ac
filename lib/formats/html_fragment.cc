#include "formats/html_fragment.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "formats/directives.h"
#include "formats/entities.h"

namespace resumelint {

namespace {

bool IsInline(std::string_view tag) {
  for (const std::string_view name :
       {"a", "b", "i", "em", "strong", "span", "u", "small", "sup", "sub", "code", "font", "mark", "abbr",
        "time", "img", "s", "big", "kbd", "cite", "q"}) {
    if (tag == name) return true;
  }
  return false;
}

struct Tag {
  std::string name;  // lower case, without the slash
  bool close = false;
  uint32_t end = 0;
};

/// The tag that begins at `at`, whose end is 0 if `<` opens none.
Tag ReadTag(std::string_view bytes, uint32_t at, uint32_t limit) {
  Tag tag;
  uint32_t next = at + 1;
  if (next < limit && bytes[next] == '/') {
    tag.close = true;
    ++next;
  }
  const uint32_t name = next;
  while (next < limit && ((bytes[next] | 32) >= 'a' && (bytes[next] | 32) <= 'z')) ++next;
  while (next > name && next < limit && bytes[next] >= '0' && bytes[next] <= '9') ++next;
  if (next == name) return tag;
  tag.name = Lower(bytes.substr(name, next - name));
  // No tag is so long; a lone "<" must not cost a search to the end.
  const size_t close = bytes.substr(0, std::min(limit, next + 4096)).find('>', next);
  if (close == std::string_view::npos) return tag;
  tag.end = static_cast<uint32_t>(close) + 1;
  return tag;
}

class FragmentReader {
 public:
  FragmentReader(Document& document, LineReader& reader) : document_(document), reader_(reader) {}

  void Read(Span html) {
    const std::string_view bytes = document_.source.bytes;
    for (uint32_t at = html.begin; at < html.end;) {
      const char c = bytes[at];
      if (c == '<') {
        if (const uint32_t end = Markup(bytes, at, html.end); end > at) {
          at = end;
          continue;
        }
      }
      if (c == '\n' || c == '\r') {
        Break();
        ++at;
        continue;
      }
      const size_t entity = c == '&' ? EntityLength(bytes.substr(at, html.end - at)) : 0;
      if (entity > 0) {
        const auto end = at + static_cast<uint32_t>(entity);
        line_.text.AppendReplaced(DecodeEntity(bytes.substr(at, entity)), {at, end});
        at = end;
        continue;
      }
      const uint32_t length = DecodeAt(bytes, at).length;
      line_.text.AppendVerbatim(bytes.substr(at, length), at);
      at += length;
    }
    Break();
    Flush();
  }

 private:
  enum class As { kText, kItem, kHeading };

  /// End of the comment, style or tag at `at`; `at` if there is none.
  uint32_t Markup(std::string_view bytes, uint32_t at, uint32_t limit) {
    const std::string_view rest = bytes.substr(at, limit - at);
    if (rest.starts_with("<!--")) {
      const size_t close = rest.find("-->");
      const uint32_t end = close == std::string_view::npos ? limit : at + static_cast<uint32_t>(close) + 3;
      if (line_.text.empty()) {
        Flush();
        AddComment(document_, {at, end});
      } else {
        AddDirective(document_, {at, end});
      }
      return end;
    }
    const Tag tag = ReadTag(bytes, at, limit);
    if (tag.end == 0) return at;
    if (!tag.close && (tag.name == "style" || tag.name == "script" || tag.name == "svg")) {
      Break();
      const size_t close = bytes.substr(0, limit).find("</" + tag.name, tag.end);
      return close == std::string_view::npos ? limit : static_cast<uint32_t>(close);
    }
    if (IsInline(tag.name)) return tag.end;
    Break();
    const bool heading = tag.name.size() == 2 && tag.name[0] == 'h' && tag.name[1] >= '1' && tag.name[1] <= '6';
    if (tag.name == "li") as_ = tag.close ? As::kText : As::kItem;
    if (heading) {
      as_ = tag.close ? As::kText : As::kHeading;
      level_ = tag.name[1] - '1';
    }
    if (tag.name == "ul" || tag.name == "ol") depth_ = std::max(0, depth_ + (tag.close ? -1 : 1));
    if (tag.name == "p" || tag.name == "div") paragraph_ = true;
    return tag.end;
  }

  /// Ends the line that is being read.
  void Break() {
    ResumeLine line = std::move(line_);
    line_ = ResumeLine{};
    line.text.FoldBlanks();
    if (line.text.empty()) return;
    line.span = {line.text.ToSource({}).begin, line.text.pieces.back().source.end};
    const size_t marks = line.text.chars.find_first_not_of('#');
    if (as_ == As::kText && marks != std::string::npos && marks >= 1 && marks <= 6 && line.text.chars[marks] == ' ') {
      AddHeading(line.text.Slice({static_cast<uint32_t>(marks) + 1, static_cast<uint32_t>(line.text.chars.size())}),
                 line.span, static_cast<int>(marks) - 1);
      return;
    }
    if (as_ == As::kHeading) {
      AddHeading(std::move(line.text), line.span, level_);
      return;
    }
    if (as_ == As::kItem) {
      Flush();
      Block block;
      block.kind = BlockKind::kBullet;
      block.depth = std::max(0, depth_ - 1);
      block.text = std::move(line.text);
      block.span = line.span;
      document_.blocks.push_back(std::move(block));
      as_ = As::kText;
      in_item_ = document_.blocks.size();
      return;
    }
    // The rest of an item that goes on in the next line.
    if (in_item_ > 0 && in_item_ == document_.blocks.size() && lines_.empty() && !paragraph_) {
      Block& item = document_.blocks.back();
      item.text.AppendReplaced(" ", {item.span.end, line.span.begin});
      item.text.Append(line.text);
      item.span.end = line.span.end;
      return;
    }
    line.blank_before = paragraph_ || lines_.empty();
    paragraph_ = false;
    lines_.push_back(std::move(line));
  }

  void AddHeading(Text text, Span span, int level) {
    Flush();
    Block block;
    block.kind = BlockKind::kHeading;
    block.depth = level;
    block.text = std::move(text);
    block.span = span;
    reader_.EnterSection(block.text.chars);
    document_.blocks.push_back(std::move(block));
  }

  void Flush() {
    if (!lines_.empty()) reader_.Add(lines_);
    lines_.clear();
  }

  Document& document_;
  LineReader& reader_;
  ResumeLine line_;
  std::vector<ResumeLine> lines_;
  As as_ = As::kText;
  int level_ = 0;
  int depth_ = 0;
  bool paragraph_ = false;
  size_t in_item_ = 0;  // number of blocks just after an item
};

}  // namespace

void AddHtmlFragment(Document& document, Span html, LineReader& reader) {
  FragmentReader(document, reader).Read(html);
}

}  // namespace resumelint
