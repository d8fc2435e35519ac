#include "base/source.h"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <utility>
#include <fcntl.h>

#include "base/utf8.h"

namespace resumelint {

namespace {

/// Of valid UTF-8: counts first bytes.
void CountPoints(std::string_view text, Source::Points& points) {
  for (const char c : text) {
    points.all += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
    points.wide += static_cast<unsigned char>(c) >= 0xF0 ? 1 : 0;
  }
}

std::string FromWindows1252(std::string_view raw) {
  std::string out;
  out.reserve(raw.size() + raw.size() / 8);
  for (const char c : raw) {
    AppendUtf8(out, DecodeWindows1252(static_cast<unsigned char>(c)));
  }
  return out;
}

std::string FromUtf16(std::string_view raw, bool little) {
  std::string out;
  out.reserve(raw.size());
  const auto unit = [&](size_t at) {
    const auto a = static_cast<unsigned char>(raw[at]);
    const auto b = static_cast<unsigned char>(raw[at + 1]);
    return static_cast<char32_t>(little ? a | (b << 8) : (a << 8) | b);
  };
  for (size_t at = 0; at + 1 < raw.size(); at += 2) {
    char32_t point = unit(at);
    if (point >= 0xD800 && point < 0xDC00 && at + 3 < raw.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        at += 2;
      }
    }
    AppendUtf8(out, point >= 0xD800 && point < 0xE000 ? 0xFFFD : point);
  }
  return out;
}

void IndexLines(Source& source) {
  source.line_starts.push_back(0);
  const std::string& bytes = source.bytes;
  for (size_t at = 0; at < bytes.size(); ++at) {
    if (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n') continue;
    if ((bytes[at] == '\n' || bytes[at] == '\r') && at + 1 < bytes.size()) {
      source.line_starts.push_back(static_cast<uint32_t>(at + 1));
    }
  }
}

Source Finish(std::string path, std::string text, Encoding encoding) {
  Source source;
  source.path = std::move(path);
  source.bytes = std::move(text);
  source.encoding = encoding;
  if (source.bytes.empty() || (source.bytes.back() != '\n' && source.bytes.back() != '\r')) {
    source.bytes.push_back('\n');
  }
  IndexLines(source);
  Source::Points points;
  for (uint32_t at = 0; at < source.bytes.size(); at += Source::kStep) {
    source.points.push_back(points);
    CountPoints(std::string_view(source.bytes).substr(at, Source::kStep), points);
  }
  return source;
}

}  // namespace

uint32_t Source::LineOf(uint32_t offset) const {
  const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
  return static_cast<uint32_t>(after - line_starts.begin());
}

Source::Points Source::PointsBefore(uint32_t offset) const {
  if (points.empty()) return {};
  const size_t step = std::min<size_t>(offset / kStep, points.size() - 1);
  Points out = points[step];
  const size_t begin = step * kStep;
  CountPoints(std::string_view(bytes).substr(begin, offset - begin), out);
  return out;
}

Position Source::At(uint32_t offset) const {
  offset = std::min(offset, static_cast<uint32_t>(bytes.size()));
  Position position;
  position.line = LineOf(offset);
  const uint32_t line_start = line_starts[position.line - 1];
  if (offset - line_start <= kStep) {
    Points within;
    CountPoints(std::string_view(bytes).substr(line_start, offset - line_start), within);
    position.column = within.all + 1;
  } else {
    position.column = PointsBefore(offset).all - PointsBefore(line_start).all + 1;
  }
  if (extracted) return position;
  switch (encoding) {
    case Encoding::kUtf8:
      position.offset = offset;
      break;
    case Encoding::kUtf8Bom:
      position.offset = static_cast<int64_t>(offset) + 3;
      break;
    case Encoding::kWindows1252:
      position.offset = PointsBefore(offset).all;
      break;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: {
      const Points before = PointsBefore(offset);
      position.offset = (int64_t{1} + before.all + before.wide) * 2;  // after the byte order mark
      break;
    }
  }
  return position;
}

std::string_view Source::Line(uint32_t line) const {
  if (line == 0 || line > line_starts.size()) return {};
  const uint32_t begin = line_starts[line - 1];
  auto end = line < line_starts.size() ? line_starts[line] : static_cast<uint32_t>(bytes.size());
  while (end > begin && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) --end;
  return std::string_view(bytes).substr(begin, end - begin);
}

Error TooLarge(std::string path, std::string what, uint64_t needed_text) {
  const uint64_t kilobytes = (needed_text + 1023) >> 10;
  const bool mega = kilobytes >= 1024;
  return Error{std::move(path), 0, 0, std::move(what),
               fmt::format("a resume is a few kilobytes: check that this is one, or allow it with --max-size {}{}",
                           mega ? (kilobytes + 1023) >> 10 : kilobytes, mega ? "M" : "K"),
               ""};
}

Result<Source> MakeSource(std::string path, std::string raw) {
  const std::string_view view = raw;
  // Text to a program, not to a person: read as it stands, it would be taken for words.
  for (const auto& [begin, name] : {std::pair{"{\\rtf", "an RTF"}, std::pair{"%!PS", "a PostScript"}}) {
    if (view.starts_with(begin)) return Fail(std::move(path), fmt::format("{} file, which can't be read", name), "save it as DOCX, PDF or text");
  }
  if (view.starts_with("\xFF\xFE") || view.starts_with("\xFE\xFF")) {
    const bool little = view.starts_with("\xFF\xFE");
    std::string text = FromUtf16(view.substr(2), little);
    if (text.find('\0') != std::string::npos) {
      return Fail(std::move(path), "not a text file",
                  "give the resume as text, Markdown, LaTeX, DOCX or PDF");
    }
    return Finish(std::move(path), std::move(text),
                  little ? Encoding::kUtf16Le : Encoding::kUtf16Be);
  }
  if (view.find('\0') != std::string_view::npos) {
    return Fail(std::move(path), "not a text file",
                "give the resume as text, Markdown, LaTeX, DOCX or PDF");
  }
  if (view.starts_with("\xEF\xBB\xBF") && IsValidUtf8(view)) {
    return Finish(std::move(path), raw.substr(3), Encoding::kUtf8Bom);
  }
  if (IsValidUtf8(view)) return Finish(std::move(path), std::move(raw), Encoding::kUtf8);
  return Finish(std::move(path), FromWindows1252(view), Encoding::kWindows1252);
}

Source MakeExtractedSource(std::string path, std::string text) {
  Source source = Finish(std::move(path), std::move(text), Encoding::kUtf8);
  source.extracted = true;
  return source;
}

Result<std::string> ReadBytes(const std::string& path, const SizeLimits& limits) {
  const bool standard_input = path == "-";
  const int fd = standard_input ? STDIN_FILENO : open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  if (fd < 0) {
    return Fail(path, fmt::format("cannot be read: {}", std::strerror(errno)),
                errno == ENOENT ? "check the name; resumelint does not expand ~ or *" : "");
  }
  struct Closer {
    int fd;
    bool keep;
    ~Closer() {
      if (!keep) close(fd);
    }
  } closer{fd, standard_input};
  struct stat status {};
  if (!standard_input && fstat(fd, &status) == 0 && !S_ISREG(status.st_mode)) {
    return Fail(path, S_ISDIR(status.st_mode) ? "is a folder" : "is not a regular file",
                S_ISDIR(status.st_mode) ? "name the resume in it" : "to read a pipe, give - as the file");
  }
  std::string out;
  // A file may say that it is larger than any memory.
  if (!standard_input && status.st_size > 0) out.reserve(std::min(static_cast<uint64_t>(status.st_size), limits.File()));
  char buffer[1 << 14];
  for (;;) {
    const ssize_t got = read(fd, buffer, sizeof buffer);
    if (got == 0) break;
    if (got < 0) {
      if (errno == EINTR) continue;
      return Fail(path, fmt::format("cannot be read: {}", std::strerror(errno)));
    }
    out.append(buffer, static_cast<size_t>(got));
    if (out.size() > limits.File()) {
      // How large it is altogether isn't known.
      return Fail(TooLarge(path, fmt::format("larger than {} MB", limits.File() >> 20), limits.File()));
    }
  }
  return out;
}

}  // namespace resumelint
