#include "formats/child.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <optional>

extern char** environ;

namespace resumelint {

namespace {

/// A pair of connected descriptors, closed when they go. A socket rather than a pipe: writing to one
/// whose other end is gone need not raise a signal.
struct Channel {
  int ours = -1;
  int theirs = -1;

  bool Open() {
    int ends[2];
    // At once, where that can be: a child that another thread starts in between would hold our end.
#ifdef SOCK_CLOEXEC
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
#else
    if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends) != 0) return false;
#endif
    ours = ends[0];
    theirs = ends[1];
    fcntl(ours, F_SETFD, FD_CLOEXEC);
    fcntl(theirs, F_SETFD, FD_CLOEXEC);
    fcntl(ours, F_SETFL, O_NONBLOCK);
    return true;
  }
  static void Close(int& descriptor) {
    if (descriptor >= 0) close(descriptor);
    descriptor = -1;
  }
  Channel() = default;
  Channel(const Channel&) = delete;
  Channel& operator=(const Channel&) = delete;
  ~Channel() {
    Close(ours);
    Close(theirs);
  }
};

/// Ends the child for certain and gives its status as waitpid does.
int Reap(pid_t child, bool kill_it) {
  if (kill_it) kill(child, SIGKILL);
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  return status;
}

/// Reads what is there; false at the end of the stream.
bool Drain(int descriptor, std::string& out, uint64_t limit) {
  char buffer[1 << 14];
  const ssize_t got = read(descriptor, buffer, sizeof buffer);
  if (got == 0) return false;
  if (got < 0) return errno == EINTR || errno == EAGAIN;
  const uint64_t room = limit > out.size() ? limit - out.size() : 0;
  out.append(buffer, static_cast<size_t>(std::min<uint64_t>(static_cast<uint64_t>(got), room)));
  return true;
}

}  // namespace

Result<ChildOutput> RunChild(const std::vector<std::string>& arguments, const std::string& input,
                             const ChildLimits& limits) {
  Channel in, out, error;
  if (!in.Open() || !out.Open() || !error.Open()) {
    return Fail({}, fmt::format("no channel to {}: {}", arguments[0], std::strerror(errno)));
  }
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.theirs, STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.theirs, STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, error.theirs, STDERR_FILENO);
  std::vector<char*> argv;
  for (const std::string& argument : arguments) argv.push_back(const_cast<char*>(argument.c_str()));
  argv.push_back(nullptr);
  pid_t child = 0;
  const int failed = posix_spawnp(&child, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  if (failed == ENOENT) return Fail({}, "not found");
  if (failed != 0) return Fail({}, fmt::format("{} can't be run: {}", arguments[0], std::strerror(failed)));
#ifdef __linux__
  const rlimit memory{limits.max_memory, limits.max_memory};
  prlimit(child, RLIMIT_AS, &memory, nullptr);
  const auto cpu_seconds = static_cast<rlim_t>(limits.cpu_seconds);
  const rlimit cpu{cpu_seconds, cpu_seconds + 1};
  prlimit(child, RLIMIT_CPU, &cpu, nullptr);
#endif
  Channel::Close(in.theirs);
  Channel::Close(out.theirs);
  Channel::Close(error.theirs);

  ChildOutput result;
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(limits.seconds);
  size_t sent = 0;
  while (out.ours >= 0 || error.ours >= 0) {
    if (sent == input.size()) Channel::Close(in.ours);
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
        deadline - std::chrono::steady_clock::now()).count();
    const bool late = left <= 0;
    if (late || result.out.size() >= limits.max_output) {
      Reap(child, true);
      return Fail({}, late ? fmt::format("{} took longer than {} s", arguments[0], limits.seconds)
                           : fmt::format("{} gave more than {} MB of text", arguments[0], limits.max_output >> 20));
    }
    pollfd waits[3] = {{in.ours, POLLOUT, 0}, {out.ours, POLLIN, 0}, {error.ours, POLLIN, 0}};
    if (poll(waits, 3, static_cast<int>(left)) < 0 && errno != EINTR) break;
    if (in.ours >= 0 && waits[0].revents != 0) {
      const ssize_t wrote = send(in.ours, input.data() + sent, input.size() - sent, MSG_NOSIGNAL);
      if (wrote > 0) sent += static_cast<size_t>(wrote);
      if (wrote < 0 && errno != EAGAIN && errno != EINTR) Channel::Close(in.ours);  // it reads no more
    }
    if (waits[1].revents != 0 && !Drain(out.ours, result.out, limits.max_output)) Channel::Close(out.ours);
    if (waits[2].revents != 0 && !Drain(error.ours, result.error, 64 << 10)) Channel::Close(error.ours);
  }
  const int status = Reap(child, false);
  if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) {
    return Fail({}, fmt::format("{} took longer than {} s", arguments[0], limits.cpu_seconds));
  }
  result.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  return result;
}

}  // namespace resumelint
