#include <csignal>

#include "commands.h"
#include "options.h"

int main(int argc, char** argv) {
  using namespace resumelint;
  // Who reads from us may stop at any time: then write() says so, and that is no error.
  std::signal(SIGPIPE, SIG_IGN);
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
