#include "edit/save.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/source.h"

namespace resumelint {

namespace fs = std::filesystem;

namespace {

Error Failed(const std::string& path, std::string_view what) {
  return {path, 0, 0, fmt::format("{}: {}", what, std::strerror(errno)), "nothing was changed", ""};
}

/// Writes all, and to the disk. False with errno set.
bool WriteThrough(int fd, std::string_view text) {
  while (!text.empty()) {
    const ssize_t done = write(fd, text.data(), text.size());
    if (done < 0 && errno == EINTR) continue;
    if (done < 0) return false;
    text.remove_prefix(static_cast<size_t>(done));
  }
  return fsync(fd) == 0;
}

/// Moves are on the disk once their folder is.
void FlushFolder(const fs::path& folder) {
  const int fd = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (fd < 0) return;
  fsync(fd);
  close(fd);
}

/// Writes `text` beside `target`, compares, and moves it there.
std::optional<Error> Place(const std::string& shown, const fs::path& target, const std::string& text, mode_t mode) {
  const fs::path beside = target.parent_path() / fmt::format(".{}.{}", target.filename().string(), getpid());
  unlink(beside.c_str());
  const int fd = open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
  if (fd < 0) return Failed(shown, "no file can be made beside it");
  std::optional<Error> error;
  fchmod(fd, mode);  // whatever the process's mask
  if (!WriteThrough(fd, text)) error = Failed(shown, "cannot be written");
  close(fd);
  if (!error) {
    const Result<std::string> back = ReadBytes(beside.string());
    if (!back || *back != text) {
      error = Error{shown, 0, 0, "what was written can't be read back", "nothing was changed", ""};
    }
  }
  if (!error) {
    std::error_code moved;
    fs::rename(beside, target, moved);
    if (moved) error = Error{shown, 0, 0, "cannot be replaced: " + moved.message(), "nothing was changed", ""};
  }
  if (error) unlink(beside.c_str());
  return error;
}

}  // namespace

std::string BackupOf(const std::string& path) { return path + "~"; }

std::optional<Error> SaveFile(const std::string& path, const std::string& before, const std::string& now,
                              bool backup) {
  struct stat status {};
  if (stat(path.c_str(), &status) != 0) return Failed(path, "cannot be found");
  if (!S_ISREG(status.st_mode)) return Error{path, 0, 0, "is not a regular file", "nothing was changed", ""};
  if (access(path.c_str(), W_OK) != 0) return Failed(path, "cannot be written");
  const Result<std::string> held = ReadBytes(path);
  if (!held) return held.error();
  if (*held != before) {
    return Error{path, 0, 0, "has changed on the disk since it was read", "nothing was changed; start again", ""};
  }
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  if (error) return Error{path, 0, 0, "cannot be found: " + error.message(), "", ""};
  const mode_t mode = status.st_mode & 07777;
  if (backup) {
    if (auto failed = Place(BackupOf(path), BackupOf(target.string()), before, mode)) return failed;
  }
  if (auto failed = Place(path, target, now, mode)) return failed;
  FlushFolder(target.parent_path());
  return std::nullopt;
}

}  // namespace resumelint
