#include "formats/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "formats/glyphs.h"

namespace resumelint {

namespace {

using Runs = std::vector<PdfRun>;
using IsHeading = std::function<bool(std::string_view)>;

double Height(const PdfRun& run) { return std::max(run.bottom - run.top, 1.0); }
double Middle(const PdfRun& run) { return (run.top + run.bottom) / 2; }

bool OnOneRow(const PdfRun& a, const PdfRun& b) {
  return std::abs(Middle(a) - Middle(b)) < 0.5 * std::min(Height(a), Height(b));
}

bool IsMarkWord(const PdfWord& word) {
  return CountCodePoints(word.text) <= 2 && FindGlyph(word.text + " x").sure;
}

/// Nothing but a mark before a text.
bool IsMark(const PdfRun& run) { return run.words.size() == 1 && IsMarkWord(run.words[0]); }

void Fit(PdfRun& run) {
  run.left = run.words.front().left;
  run.right = run.words.back().right;
  // A mark may be of another size than its text: it doesn't say how high the line is.
  const bool marked = run.words.size() > 1 && IsMarkWord(run.words.front());
  for (size_t i = marked ? 1 : 0; i < run.words.size(); ++i) {
    const PdfWord& word = run.words[i];
    const bool first = i == (marked ? 1u : 0u);
    run.left = std::min(run.left, word.left);
    run.right = std::max(run.right, word.right);
    run.top = first ? word.top : std::min(run.top, word.top);
    run.bottom = first ? word.bottom : std::max(run.bottom, word.bottom);
  }
}

bool BeginsWithMark(const PdfRun& run) {
  const std::string& first = run.words[0].text;
  const std::string next = run.words.size() > 1 ? " x" : "";
  return FindGlyph(first + next).sure;
}

/// Holds a year: a date or a range of dates.
bool LooksDated(const PdfRun& run) {
  for (const PdfWord& word : run.words) {
    int digits = 0;
    for (const char c : word.text) {
      digits = c >= '0' && c <= '9' ? digits + 1 : 0;
      if (digits == 4) return true;
    }
  }
  return false;
}

std::string TextOf(const PdfRun& run) {
  std::string text;
  for (const PdfWord& word : run.words) text += (text.empty() ? "" : " ") + word.text;
  return text;
}

bool Above(const PdfRun& a, const PdfRun& b) {
  return std::pair(Middle(a), a.left) < std::pair(Middle(b), b.left);
}

/// Cuts runs at wide gaps and puts marks that stand alone before their texts.
Runs Prepare(const PdfPage& page) {
  Runs cut;
  for (PdfRun run : page.runs) {
    Fit(run);
    PdfRun part;
    for (const PdfWord& word : run.words) {
      const bool wide = !part.words.empty() && word.left - part.words.back().right > 2 * Height(run);
      const bool after_mark = part.words.size() == 1 && IsMark(PdfRun{0, 0, 0, 0, part.words});
      if (wide && !after_mark) {
        Fit(part);
        cut.push_back(std::move(part));
        part = {};
      }
      part.words.push_back(word);
    }
    if (part.words.empty()) continue;
    Fit(part);
    cut.push_back(std::move(part));
  }
  std::sort(cut.begin(), cut.end(), Above);
  std::vector<bool> used(cut.size());
  for (size_t i = 0; i < cut.size(); ++i) {
    if (!IsMark(cut[i])) continue;
    constexpr double kReach = 50;
    size_t best = cut.size();
    // Rows overlap little, so the text stands near in the order.
    const size_t begin = i < 20 ? 0 : i - 20;
    for (size_t j = begin; j < std::min(cut.size(), i + 20); ++j) {
      if (j == i || used[j] || IsMark(cut[j]) || !OnOneRow(cut[i], cut[j])) continue;
      const double gap = cut[j].left - cut[i].right;
      if (gap > -1 && gap < kReach && (best == cut.size() || cut[j].left < cut[best].left)) best = j;
    }
    if (best == cut.size()) continue;
    PdfRun& text = cut[best];
    text.words.insert(text.words.begin(), cut[i].words.front());
    // The mark may be of another size: the text says where the line is.
    text.left = cut[i].left;
    used[i] = true;
  }
  Runs out;
  for (size_t i = 0; i < cut.size(); ++i) {
    if (!used[i]) out.push_back(std::move(cut[i]));
  }
  return out;
}

/// Share of `runs` that stand on a row with one of `others`; both from top to bottom.
double SharedRows(const std::vector<const PdfRun*>& runs, const std::vector<const PdfRun*>& others) {
  size_t shared = 0;
  size_t from = 0;
  for (const PdfRun* run : runs) {
    while (from < others.size() && others[from]->bottom < run->top) ++from;
    constexpr size_t kReach = 50;  // rows overlap little
    for (size_t i = from; i < std::min(others.size(), from + kReach) && others[i]->top < run->bottom; ++i) {
      if (OnOneRow(*run, *others[i])) {
        ++shared;
        break;
      }
    }
  }
  return static_cast<double>(shared) / static_cast<double>(runs.size());
}

/// The runs are fields of the rows beside them (dates, places, labels), not a column of text.
bool AreFields(const std::vector<const PdfRun*>& runs, const std::vector<const PdfRun*>& others, bool left) {
  if (SharedRows(runs, others) < 0.75) return false;
  size_t dated = 0;
  size_t words = 0;
  std::vector<double> steps;
  for (size_t i = 0; i < runs.size(); ++i) {
    dated += LooksDated(*runs[i]) ? 1 : 0;
    words += runs[i]->words.size();
    if (i > 0) steps.push_back((runs[i]->top - runs[i - 1]->top) / Height(*runs[i]));
  }
  if (dated * 2 >= runs.size()) return true;
  if (words > runs.size() * 6) return false;
  std::sort(steps.begin(), steps.end());
  if (!steps.empty() && steps[steps.size() / 2] > 2.5) return true;
  return left && words <= runs.size() * 3 && runs.size() <= 12;
}

/// A stretch of rows, [first, last) of the runs from top to bottom, that a gutter before `at` divides.
struct Split {
  double at = 0;
  size_t first = 0, last = 0;
  size_t score = 0;
};

/// What stands on one side of a gutter.
struct Side {
  std::vector<const PdfRun*> runs;
  size_t words = 0;
  size_t headings = 0;

  void Add(const PdfRun& run, bool heading) {
    runs.push_back(&run);
    words += run.words.size();
    headings += heading ? 1 : 0;
  }
};

/// Both sides are columns of text.
bool AreColumns(const Side& left, const Side& right) {
  constexpr size_t kFewest = 3;  // lines that make a column with a heading
  constexpr size_t kSome = 5;    // lines that make one without
  const size_t lines = std::min(left.runs.size(), right.runs.size());
  if (left.headings > 0 && right.headings > 0) return lines >= kFewest;
  if (lines < kSome) return false;
  // Headings beside most of the text are those of the whole page.
  if (left.headings > 0 && right.words > left.words) return false;
  if (right.headings > 0 && left.words > right.words) return false;
  return !AreFields(right.runs, left.runs, false) && !AreFields(left.runs, right.runs, true);
}

Split FindSplit(const Runs& runs, const IsHeading& is_heading) {
  constexpr double kGutter = 8;
  std::set<int> places;
  std::vector<bool> headings;
  for (const PdfRun& run : runs) {
    places.insert(static_cast<int>(std::clamp(run.left, 0.0, 10'000.0)) / 2 * 2);
    headings.push_back(run.words.size() <= 5 && is_heading(TextOf(run)));
  }
  Split best;
  size_t tried = 0;
  for (const int place : places) {
    if (++tried > 200) break;  // more places than a page of text has
    const double at = place;
    size_t first = 0;
    Side left, right;
    double edge = 0;
    const auto finish = [&](size_t last) {
      const size_t score = left.runs.size() + right.runs.size();
      if (score > best.score && at - edge >= kGutter && AreColumns(left, right)) best = {at, first, last, score};
      first = last + 1;
      left = {};
      right = {};
      edge = 0;
    };
    for (size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].left >= at) {
        right.Add(runs[i], headings[i]);
      } else if (runs[i].right <= at - kGutter) {
        left.Add(runs[i], headings[i]);
        edge = std::max(edge, runs[i].right);
      } else {
        finish(i);
      }
    }
    finish(runs.size());
  }
  return best;
}

/// Runs of one column, from top to bottom.
struct Column {
  Runs runs;
};

/// Divides a page into columns in reading order. Each step makes the pieces smaller; `depth` bounds them.
void Divide(Runs runs, const IsHeading& is_heading, int depth, std::vector<Column>& out) {
  if (runs.empty()) return;
  const Split split = depth < 6 ? FindSplit(runs, is_heading) : Split{};
  if (split.score == 0) {
    out.push_back({std::move(runs)});
    return;
  }
  Runs above, left, right, below;
  for (size_t i = 0; i < runs.size(); ++i) {
    Runs& part = i < split.first ? above : i >= split.last ? below : runs[i].left >= split.at ? right : left;
    part.push_back(std::move(runs[i]));
  }
  Divide(std::move(above), is_heading, depth + 1, out);
  Divide(std::move(left), is_heading, depth + 1, out);
  Divide(std::move(right), is_heading, depth + 1, out);
  Divide(std::move(below), is_heading, depth + 1, out);
}

PdfLine MakeLine(const PdfRun& run) {
  PdfLine line;
  line.left = run.left;
  line.top = run.top;
  line.right = run.right;
  line.bottom = run.bottom;
  line.first_word = run.words.front().right - run.words.front().left;
  line.text = TextOf(run);
  return line;
}

class LineMaker {
 public:
  explicit LineMaker(std::vector<PdfLine>& out) : out_(out) {}

  void Add(const Column& column, int page, int number) {
    page_ = page;
    number_ = number;
    const size_t begin = out_.size();
    std::vector<Runs> rows;
    for (const PdfRun& run : column.runs) {
      if (rows.empty() || !OnOneRow(rows.back().front(), run)) rows.emplace_back();
      rows.back().push_back(run);
    }
    for (Runs& row : rows) Join(row);
    FindLeft(rows);
    for (Runs& row : rows) AddRow(std::move(row));
    // Full lines are long ones: dates at the margin don't tell where text is wrapped.
    double full = 0;
    for (size_t i = begin; i < out_.size(); ++i) {
      if (out_[i].aside) continue;
      const bool text = std::count(out_[i].text.begin(), out_[i].text.end(), ' ') >= 5;
      if (text && out_[i].text.find('\t') == std::string::npos) full = std::max(full, out_[i].right);
    }
    // One long line alone shows no edge.
    size_t near = 0;
    for (size_t i = begin; i < out_.size(); ++i) {
      if (!out_[i].aside && out_[i].right <= full && out_[i].right > full - 0.1 * (full - left_)) ++near;
    }
    for (size_t i = begin; i < out_.size(); ++i) {
      out_[i].column_left = left_;
      out_[i].column_right = near >= 2 ? full : 0;
    }
  }

 private:
  void Push(PdfLine line) {
    line.page = page_;
    line.column = number_;
    out_.push_back(std::move(line));
  }

  /// Puts a row's runs in order and joins those that stand close.
  static void Join(Runs& row) {
    std::sort(row.begin(), row.end(), [](const PdfRun& a, const PdfRun& b) { return a.left < b.left; });
    Runs parts;
    for (PdfRun& run : row) {
      if (!parts.empty() && run.left - parts.back().right <= Height(run)) {
        PdfRun& before = parts.back();
        before.words.insert(before.words.end(), run.words.begin(), run.words.end());
        before.right = std::max(before.right, run.right);
      } else {
        parts.push_back(std::move(run));
      }
    }
    row = std::move(parts);
  }

  /// Where the text begins: past a column of dates or labels at the left, if there is one.
  void FindLeft(const std::vector<Runs>& rows) {
    left_ = rows.front().front().left;
    double text = 1e9;
    size_t fields = 0;
    for (const Runs& row : rows) {
      left_ = std::min(left_, row.front().left);
      const bool field = row.size() > 1 && row.front().words.size() <= 4 && !IsMark(row.front());
      if (field && (LooksDated(row.front()) || row[1].left - row.front().left < 150)) {
        ++fields;
        text = std::min(text, row[1].left);
      } else if (row.front().words.size() >= 5) {
        text = std::min(text, row.front().left);
      }
    }
    if (fields >= 2 && text > left_) left_ = text;
  }

  void AddRow(Runs parts) {
    // Beside a list item, or a line of it, stands something of its own.
    size_t text = parts.size();
    for (size_t i = 0; i < parts.size() && text == parts.size(); ++i) {
      const bool item = BeginsWithMark(parts[i]);
      const bool deeper = i == 0 && parts[i].left - left_ > 8 && parts[i].words.size() >= 5;
      if (item || deeper) text = i;
    }
    if (text < parts.size() && parts.size() > 1) {
      for (size_t i = 0; i < parts.size(); ++i) {
        if (i == text) continue;
        PdfLine line = MakeLine(parts[i]);
        line.aside = true;
        Push(std::move(line));
      }
      Push(MakeLine(parts[text]));
      return;
    }
    PdfLine line = MakeLine(parts.front());
    for (size_t i = 1; i < parts.size(); ++i) {
      line.text += '\t' + MakeLine(parts[i]).text;
      line.right = parts[i].right;
    }
    Push(std::move(line));
  }

  std::vector<PdfLine>& out_;
  int page_ = 0;
  int number_ = 0;
  double left_ = 0;
};

}  // namespace

std::vector<PdfLine> LayOut(const std::vector<PdfPage>& pages, const IsHeading& is_heading) {
  std::vector<PdfLine> out;
  LineMaker maker(out);
  int number = 0;
  for (size_t i = 0; i < pages.size(); ++i) {
    std::vector<Column> columns;
    Divide(Prepare(pages[i]), is_heading, 0, columns);
    for (const Column& column : columns) maker.Add(column, static_cast<int>(i) + 1, ++number);
  }
  // The next page's column is as wide.
  std::map<int, double> edges;
  for (const PdfLine& line : out) {
    double& edge = edges[static_cast<int>(std::lround(line.column_left / 4))];
    edge = std::max(edge, line.column_right);
  }
  for (PdfLine& line : out) {
    const double edge = edges[static_cast<int>(std::lround(line.column_left / 4))];
    // Of a few lines none may be full.
    const bool near = edge - line.column_right < 0.12 * (edge - line.column_left);
    if (line.column_right <= 0 || near) line.column_right = edge;
  }
  return out;
}

}  // namespace resumelint
