#include "write_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>

namespace resumelint {

namespace fs = std::filesystem;

namespace {

// Writes and closes. False with errno set where it failed.
bool WriteAll(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = write(fd, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) {
      const int failed = errno;
      close(fd);
      errno = failed;
      return false;
    }
    text.remove_prefix(static_cast<size_t>(done));
  }
  return close(fd) == 0;
}

Error Failed(const std::string& path) {
  const char* hint = errno == ENOENT ? "the folder must be there already" : "";
  return {path, 0, 0, fmt::format("cannot be written: {}", std::strerror(errno)), hint, ""};
}

}  // namespace

std::optional<Error> WriteFile(const std::string& path, std::string_view text) {
  struct stat status {};
  const bool exists = stat(path.c_str(), &status) == 0;
  if (exists && S_ISDIR(status.st_mode)) {
    return Error{path, 0, 0, "cannot be written: it is a folder", "name a file in it", ""};
  }
  // "/dev/stdout" may be a regular file: what it stands for must not be moved away.
  if (exists && (!S_ISREG(status.st_mode) || path.starts_with("/dev/"))) {
    const int fd = open(path.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC);
    if (fd < 0 || !WriteAll(fd, text)) return Failed(path);
    return std::nullopt;
  }
  std::error_code error;
  const fs::path target = exists ? fs::canonical(path, error) : fs::path(path);
  const fs::path beside = target.parent_path() / fmt::format(".{}.{}", target.filename().string(), getpid());
  const mode_t mode = exists ? status.st_mode & 07777 : 0666;
  const int fd = open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) return Failed(path);
  if (!WriteAll(fd, text) || std::rename(beside.c_str(), target.c_str()) != 0) {
    const Error failed = Failed(path);
    unlink(beside.c_str());
    return failed;
  }
  return std::nullopt;
}

}  // namespace resumelint
