#include "line_editor.h"

#include <histedit.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cwchar>

#include "base/utf8.h"
#include "terminal.h"

namespace resumelint {

namespace {

constexpr wchar_t Control(char letter) { return letter & 0x1F; }
constexpr wchar_t kPut = Control('\\');  // no key: puts `insert` into the line

/// What terminals send for a key, after the escape, and what the library knows it by.
struct Key {
  std::string_view sent;
  const wchar_t* means;
};
constexpr Key kKeys[] = {
    {"[D", L"\x02"},      {"OD", L"\x02"},      {"[C", L"\x06"},     {"OC", L"\x06"},                                // left, right
    {"[A", L"\x10"},      {"OA", L"\x10"},      {"[B", L"\x0e"},     {"OB", L"\x0e"},                                // up, down
    {"[H", L"\x01"},      {"OH", L"\x01"},      {"[1~", L"\x01"},    {"[7~", L"\x01"},                               // home
    {"[F", L"\x05"},      {"OF", L"\x05"},      {"[4~", L"\x05"},    {"[8~", L"\x05"},                               // end
    {"[1;5D", L"\033b"},  {"[1;3D", L"\033b"},  {"b", L"\033b"},     {"[1;5C", L"\033f"}, {"[1;3C", L"\033f"}, {"f", L"\033f"},  // by words
    {"[3~", L"\x04"},     {"[3;5~", L"\033d"},  {"[3;3~", L"\033d"}, {"d", L"\033d"},     {"\x7f", L"\x17"},   {"\b", L"\x17"},  // delete
    {"c", L"\033c"},      {"u", L"\033u"},      {"l", L"\033l"},
};
constexpr std::string_view kPasteBegins = "[200~";
constexpr std::string_view kPasteEnds = "\033[201~";

std::wstring Wide(std::string_view text) {
  std::wstring out;
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = DecodeAt(text, at);
    out += static_cast<wchar_t>(point.value);
    at += point.length;
  }
  return out;
}

std::string Narrow(std::wstring_view text) {
  std::string out;
  for (const wchar_t c : text) AppendUtf8(out, static_cast<char32_t>(c));
  return out;
}

winsize Size() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return {24, 80, 0, 0};
  return size;
}

/// How many rows above the cursor `text` begins, once a terminal of `old` columns has another number. Most terminals
/// join the rows that ran on and wrap them anew; a row that ends in a blank didn't run on, since that isn't written.
size_t RowsAbove(std::wstring_view text, size_t old, size_t columns) {
  size_t rows = 0;
  size_t column = 0;  // in the old row
  size_t joined = 0;  // cells of the rows that run on
  for (const wchar_t c : text) {
    const auto cells = static_cast<size_t>(std::max(wcwidth(c), 0));
    if (column + cells > old) column = 0;
    column += cells;
    joined += cells;
    if (column < old) continue;
    column = 0;
    if (c != L' ') continue;
    rows += 1 + (std::max<size_t>(joined, 2) - 2) / columns;
    joined = 0;
  }
  return rows + joined / columns;
}

volatile std::sig_atomic_t pending_signal = 0;
void NoteSignal(int number) { pending_signal = number; }
constexpr int kSignals[] = {SIGINT, SIGWINCH, SIGTSTP, SIGTERM, SIGHUP, SIGQUIT};

}  // namespace

struct LineEditor::State {
  EditLine* line = nullptr;
  HistoryW* recalled = nullptr;
  HistoryW* nothing = nullptr;
  std::string prompt;
  std::wstring insert;      // what kPut puts into the line
  size_t columns = 80;
  const wchar_t* rest = L"";  // of the keys that one key means
  sigset_t usual;
  Got got = Got::kLine;
  int ended_by = 0;

  static State& Of(EditLine* line) {
    void* state = nullptr;
    el_wget(line, EL_CLIENTDATA, &state);
    return *static_cast<State*>(state);
  }

  bool Begin();
  bool ReadByte(char& byte);
  void HeedSignal(int number);
  void Redraw();
  std::string AfterEscape();
  void TakePaste();
  int NextKey(wchar_t* key);
  int Leave(Got how, wchar_t* key);
  bool Empty() const {
    const LineInfoW* info = el_wline(line);
    return info->buffer == info->lastchar;
  }
};

bool LineEditor::State::Begin() {
  const char* term = std::getenv("TERM");
  if (isatty(STDIN_FILENO) != 1 || isatty(STDOUT_FILENO) != 1 || term == nullptr || std::string_view(term) == "dumb") return false;
  // What is printed elsewhere is UTF-8 whatever the locale, so what is typed is, too.
  if (std::setlocale(LC_CTYPE, "C.UTF-8") == nullptr) std::setlocale(LC_CTYPE, "");
  if (wcwidth(L'字') != 2) return false;
  // It would tell of a terminal that it doesn't know.
  std::FILE* quiet = std::fopen("/dev/null", "w");
  if (quiet == nullptr) return false;
  line = el_init("resumelint", stdin, stdout, quiet);
  if (line == nullptr) return false;
  char* up = nullptr;
  if (el_get(line, EL_GETTC, "up", &up) != 0 || up == nullptr || *up == '\0') return false;
  // Where it moves cells instead of writing them anew, it loses some of a text that repeats itself.
  for (const char* moves : {"ic", "IC", "im", "ei", "dc", "DC", "dm", "ed"}) el_set(line, EL_SETTC, moves, "", nullptr);
  el_wset(line, EL_CLIENTDATA, this);
  el_wset(line, EL_EDITOR, L"emacs");
  el_wset(line, EL_PROMPT, +[](EditLine* el) {
    static std::wstring shown;
    shown = Wide(Of(el).prompt);
    return shown.data();
  });
  el_wset(line, EL_GETCFN, +[](EditLine* el, wchar_t* key) { return Of(el).NextKey(key); });
  el_wset(line, EL_ADDFN, L"resumelint-put", L"puts text into the line", +[](EditLine* el, wint_t) -> unsigned char {
    return el_winsertstr(el, Of(el).insert.c_str()) == 0 ? CC_REFRESH : CC_ERROR;
  });
  el_wset(line, EL_BIND, L"^\\", L"resumelint-put", nullptr);
  el_wset(line, EL_BIND, L"^W", L"ed-delete-prev-word", nullptr);
  recalled = history_winit();
  nothing = history_winit();
  HistEventW event;
  history_w(recalled, &event, H_SETSIZE, 200);
  history_w(recalled, &event, H_SETUNIQUE, 1);
  return true;
}

void LineEditor::State::Redraw() {
  const LineInfoW* info = el_wline(line);
  const size_t now = Size().ws_col;
  const size_t rows = RowsAbove(Wide(prompt) + std::wstring(info->buffer, info->cursor), columns, now);
  columns = now;
  PrintOutput(rows > 0 ? "\r\033[" + std::to_string(rows) + "A\033[J" : "\r\033[J");
  el_resize(line);
  el_wset(line, EL_REFRESH);
}

void LineEditor::State::HeedSignal(int number) {
  switch (number) {
    case SIGINT: got = Got::kLeave; break;
    case SIGWINCH: Redraw(); break;
    case SIGTSTP:
      el_wset(line, EL_PREP_TERM, 0);
      raise(SIGSTOP);
      el_wset(line, EL_PREP_TERM, 1);
      Redraw();
      break;
    default:
      ended_by = number;
      got = Got::kEnd;
  }
}

/// False where there is nothing more to read: `got` says why.
bool LineEditor::State::ReadByte(char& byte) {
  while (got == Got::kLine) {
    pollfd poller{STDIN_FILENO, POLLIN, 0};
    const int ready = ppoll(&poller, 1, nullptr, &usual);  // signals come here and nowhere else
    if (const int number = pending_signal; number != 0) {
      pending_signal = 0;
      HeedSignal(number);
      continue;
    }
    if (ready < 0 && errno == EINTR) continue;
    const ssize_t count = ready < 0 ? ready : read(STDIN_FILENO, &byte, 1);
    if (count == 1) return true;
    if (count < 0 && errno == EINTR) continue;
    got = Got::kEnd;
  }
  return false;
}

/// The bytes that a key sent behind its escape.
std::string LineEditor::State::AfterEscape() {
  std::string sent;
  char byte = 0;
  while (sent.size() < 32 && ReadByte(byte)) {
    if (byte == '\033') {
      sent.clear();  // the escape key itself, and then a key
      continue;
    }
    sent += byte;
    const bool opens = sent == "[" || sent == "O";
    if (!opens && (sent[0] != '[' || (byte >= '@' && byte <= '~'))) break;
  }
  return sent;
}

/// Line ends and other signs that stand in no line become blanks.
void LineEditor::State::TakePaste() {
  std::string pasted;
  char byte = 0;
  while (!pasted.ends_with(kPasteEnds) && ReadByte(byte)) pasted += byte;
  if (pasted.ends_with(kPasteEnds)) pasted.resize(pasted.size() - kPasteEnds.size());
  std::replace_if(pasted.begin(), pasted.end(), [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7f'; }, ' ');
  const size_t end = pasted.find_last_not_of(' ');
  pasted.resize(end == std::string::npos ? 0 : end + 1);
  insert = Wide(Compose(pasted));
}

int LineEditor::State::Leave(Got how, wchar_t* key) {
  got = how;
  rest = L"";
  *key = L'\n';  // ends the line whatever it holds, the cursor below it
  return 1;
}

int LineEditor::State::NextKey(wchar_t* key) {
  if (!insert.empty() && *rest == L'\0') insert.clear();
  while (got == Got::kLine) {
    if (*rest != L'\0') {
      *key = *rest++;
      return 1;
    }
    char byte = 0;
    if (!ReadByte(byte)) break;
    if (byte == '\033') {
      const std::string sent = AfterEscape();
      if (sent == kPasteBegins) {
        TakePaste();
        rest = L"\x1c";
      }
      for (const Key& known : kKeys) {
        if (known.sent == sent && !(sent == "[3~" && Empty())) rest = known.means;
      }
      continue;
    }
    if (byte == '\t') byte = ' ';
    if (byte == Control('D') && Empty()) return Leave(Got::kLeave, key);
    if (byte == kPut || byte == Control('V')) continue;  // the second puts the next key in as a sign
    std::string sign(1, byte);
    const auto lead = static_cast<unsigned char>(byte);
    for (int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0; more > 0 && ReadByte(byte); --more) sign += byte;
    const CodePoint point = DecodeAt(sign, 0);
    if (point.length != sign.size()) continue;
    *key = static_cast<wchar_t>(point.value);
    return 1;
  }
  return Leave(got, key);
}

LineEditor::LineEditor() : state_(std::make_unique<State>()) {
  if (!state_->Begin() && state_->line != nullptr) {
    el_end(state_->line);
    state_->line = nullptr;
  }
}

LineEditor::~LineEditor() {
  if (state_->line == nullptr) return;
  el_end(state_->line);
  history_wend(state_->recalled);
  history_wend(state_->nothing);
}

bool LineEditor::Works() const { return state_->line != nullptr; }

bool LineEditor::Shows(std::string_view text) const {
  const std::wstring signs = Wide(Compose(text));
  const winsize size = Size();
  const size_t room = size.ws_row > 4 ? static_cast<size_t>(size.ws_row - 4) * size.ws_col : 0;  // a prompt, and words to add
  return DisplayWidth(text) < room && std::all_of(signs.begin(), signs.end(), [](wchar_t c) { return wcwidth(c) > 0; });
}

LineEditor::Got LineEditor::Read(const std::string& prompt, std::string_view text, bool recall, std::string& line) {
  State& state = *state_;
  state.prompt = Compose(prompt);
  state.got = Got::kLine;
  state.columns = Size().ws_col;
  state.insert = Wide(text);
  state.rest = text.empty() ? L"" : L"\x1c";
  el_wset(state.line, EL_HIST, history_w, recall ? state.recalled : state.nothing);

  struct sigaction before[std::size(kSignals)];
  sigset_t held;
  sigemptyset(&held);
  for (const int number : kSignals) sigaddset(&held, number);
  sigprocmask(SIG_BLOCK, &held, &state.usual);
  struct sigaction noting{};
  noting.sa_handler = NoteSignal;
  for (size_t i = 0; i < std::size(kSignals); ++i) sigaction(kSignals[i], &noting, &before[i]);
  el_wset(state.line, EL_PREP_TERM, 1);  // before what was typed ahead is read
  PrintOutput("\033[?2004h");            // pasted text comes between marks

  int count = 0;
  const wchar_t* read = el_wgets(state.line, &count);
  line = read == nullptr || count <= 0 ? std::string() : Narrow({read, static_cast<size_t>(count)});
  while (line.ends_with('\n') || line.ends_with('\r')) line.pop_back();

  PrintOutput("\033[?2004l");
  el_wset(state.line, EL_PREP_TERM, 0);
  for (size_t i = 0; i < std::size(kSignals); ++i) sigaction(kSignals[i], &before[i], nullptr);
  sigprocmask(SIG_SETMASK, &state.usual, nullptr);
  if (state.ended_by != 0) raise(state.ended_by);

  // A single letter is a key, no answer.
  if (recall && state.got == Got::kLine && line.size() > 1) {
    HistEventW event;
    history_w(state.recalled, &event, H_ENTER, Wide(line).c_str());
  }
  return state.got;
}

}  // namespace resumelint
