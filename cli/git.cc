#include "git.h"

#include <fmt/format.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "formats/child.h"

namespace resumelint {

namespace fs = std::filesystem;

namespace {

// -1 where git could not be run at all.
struct Outcome {
  int status = -1;
  std::string out;
};

Outcome RunGit(const std::string& folder, std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), {"git", "-C", folder.empty() ? "." : folder});
  ChildLimits limits;
  limits.seconds = 60;
  limits.max_memory = uint64_t{1} << 40;  // git maps whole packs
  Result<ChildOutput> output = RunChild(arguments, "", limits);
  if (!output) return {};
  return {output->status, std::move(output->out)};
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
  if (inside.status < 0) {
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
