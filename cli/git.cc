#include "git.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <vector>

extern char** environ;

namespace resumelint {

namespace fs = std::filesystem;

namespace {

struct Outcome {
  int status = -1;  // the exit status; -1 = it could not be run
  std::string out;
};

Outcome RunGit(const std::string& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"git", "-C", folder.empty() ? "." : folder});
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  Outcome outcome;
  int pipe_ends[2];
  if (pipe2(pipe_ends, O_CLOEXEC) != 0) return outcome;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, pipe_ends[1], STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, "git", &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(pipe_ends[1]);
  if (failed == 0) {
    char buffer[1 << 14];
    for (;;) {
      const ssize_t got = read(pipe_ends[0], buffer, sizeof buffer);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) break;
      outcome.out.append(buffer, static_cast<size_t>(got));
    }
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    outcome.status = WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }
  close(pipe_ends[0]);
  return outcome;
}

}  // namespace

Result<ChangedLines> ChangedSince(const std::string& file, const std::string& revision) {
  const fs::path path(file);
  // Inside a hook git says where its repository is, as seen from here: then it must be run here.
  const bool hook = std::getenv("GIT_DIR") != nullptr || std::getenv("GIT_INDEX_FILE") != nullptr;
  const std::string folder = hook ? "" : path.parent_path().string();
  // A name that begins with ":" or holds "*" would be a pattern to git.
  const std::string name = ":(literal)" + (hook ? file : path.filename().string());
  const Outcome inside = RunGit(folder, {"rev-parse", "--is-inside-work-tree"});
  if (inside.status < 0 || inside.status == 127) {
    return Fail(file, "git could not be run", "--diff and --staged need git");
  }
  if (inside.status != 0) {
    return Fail(file, "lies in no git repository", "check it without --diff and --staged");
  }
  if (!revision.empty()) {
    const bool option = revision.starts_with('-');
    const Outcome known = option ? Outcome{1, ""}
                                 : RunGit(folder, {"rev-parse", "--verify", "--quiet",
                                                   "--end-of-options", revision + "^{commit}"});
    if (known.status != 0) {
      return Fail(file, fmt::format("git knows no revision \"{}\"", revision),
                  "give a branch, a tag or a commit, such as HEAD or origin/main");
    }
  }
  const Outcome tracked = RunGit(folder, {"ls-files", "--error-unmatch", "--", name});
  ChangedLines all;
  all.all = true;
  if (tracked.status != 0) return all;
  std::vector<std::string> arguments = {"diff", "-U0", "--no-color", "--no-ext-diff", "--no-textconv"};
  arguments.push_back(revision.empty() ? "--cached" : revision);
  arguments.insert(arguments.end(), {"--", name});
  const Outcome diff = RunGit(folder, std::move(arguments));
  if (diff.status != 0) return Fail(file, "git could not compare it", "try the same `git diff` by hand");
  return ParseHunks(diff.out);
}

}  // namespace resumelint
