#include <fcntl.h>
#include <unistd.h>

#include <csignal>
#include <new>

#include "commands.h"
#include "options.h"
#include "terminal.h"

namespace resumelint {
namespace {

// A file that is opened where standard output was closed would be written to as if it were that. What
// is put there instead can't be written (nor, for input, read): whoever tries is told.
void HoldStandardFiles() {
  for (const int fd : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    if (fcntl(fd, F_GETFD) < 0) open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

int Run(int argc, char** argv) {
  Options options;
  int status = 0;
  if (!ParseOptions(argc, argv, options, status)) return status;
  switch (options.command) {
    case Command::kCheck: return RunCheck(options);
    case Command::kCompare: return RunCompare(options);
    case Command::kCoach: return RunCoach(options);
    case Command::kExplain: return options.bullet_given ? RunExplainBullet(options) : RunExplain(options);
    case Command::kRules: return RunRules(options);
    case Command::kText: return RunText(options);
    case Command::kInit: return RunInit(options);
    case Command::kCompletion: return RunCompletion(options);
  }
  return 2;
}

}  // namespace
}  // namespace resumelint

int main(int argc, char** argv) {
  resumelint::HoldStandardFiles();
  // Who reads from us may stop at any time, and a file may not grow further: then write() says so.
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  std::set_new_handler([] {
    resumelint::PrintError("resumelint: error: not enough memory\n");
    _exit(2);  // no file is ever half written
  });
  return resumelint::Run(argc, argv);
}
