#include "formats/discover.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <set>
#include <utility>

#include "base/source.h"
#include "base/utf8.h"
#include "formats/gitignore.h"
#include "formats/reader.h"

namespace resumelint {

namespace {

constexpr int kMaxDepth = 64;

bool Exists(const std::string& path) {
  struct stat status {};
  return stat(path.c_str(), &status) == 0;
}

std::string TextOrNothing(const std::string& path) {
  auto text = ReadBytes(path);
  return text ? std::move(*text) : std::string();
}

struct Free {
  void operator()(void* memory) const { std::free(memory); }
};
struct CloseFolder {
  void operator()(DIR* stream) const { closedir(stream); }
};

/// The path from the file system's root, links resolved; empty if there is none.
std::string RealPath(const std::string& path) {
  const std::unique_ptr<char, Free> real(realpath(path.c_str(), nullptr));
  return real ? std::string(real.get()) : std::string();
}

/// Names in a folder, sorted.
std::vector<std::string> List(const std::string& folder, int& error) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, CloseFolder> stream(opendir(folder.c_str()));
  error = stream ? 0 : errno;
  while (stream) {
    const dirent* entry = readdir(stream.get());
    if (entry == nullptr) break;
    names.emplace_back(entry->d_name);
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Search {
 public:
  explicit Search(const OutlineTerms& terms) : terms_(terms) {}

  Result<std::vector<std::string>> Run(const std::string& folder) {
    std::string start = folder;
    while (start.size() > 1 && start.ends_with('/')) start.pop_back();
    std::vector<Folder> open;
    open.push_back({start, {}, EnterWorkTree(start), 0});
    bool first = true;
    while (!open.empty()) {
      const Folder current = std::move(open.back());
      open.pop_back();
      int error = 0;
      const std::vector<std::string> names = List(current.path, error);
      if (error != 0 && first) {
        return Fail(folder, fmt::format("can't be listed: {}", std::strerror(error)));
      }
      first = false;
      if (error == EACCES) found_.push_back(current.path);
      for (const std::string& name : names) Visit(current, name, open);
    }
    std::sort(found_.begin(), found_.end());
    return std::move(found_);
  }

 private:
  struct Folder {
    std::string path;
    std::string in_tree;  ///< relative to the work tree's root
    std::shared_ptr<const GitIgnore> ignore;  ///< null outside a work tree
    int depth = 0;
  };

  /// Ignore rules of the work tree around a folder, the folder's own included; sets `in_tree_`.
  std::shared_ptr<const GitIgnore> EnterWorkTree(const std::string& folder) {
    const std::string real = RealPath(folder);
    std::string root = real;
    while (!root.empty() && !Exists(root + "/.git")) root.erase(root.rfind('/'));
    if (root.empty()) return nullptr;
    auto ignore = std::make_shared<GitIgnore>();
    ignore->Add(TextOrNothing(root + "/.git/info/exclude"), "");
    start_in_tree_ = real.size() > root.size() ? real.substr(root.size() + 1) : "";
    for (size_t at = 0;;) {
      const std::string part = start_in_tree_.substr(0, at);
      ignore->Add(TextOrNothing(root + "/" + (part.empty() ? "" : part + "/") + ".gitignore"), part);
      if (at == start_in_tree_.size()) break;
      at = std::min(start_in_tree_.find('/', at + 1), start_in_tree_.size());
    }
    return ignore;
  }

  void Visit(const Folder& folder, const std::string& name, std::vector<Folder>& open) {
    if (name.empty() || name[0] == '.') return;
    const std::string path = folder.path + (folder.path.ends_with('/') ? "" : "/") + name;
    struct stat status {};
    if (lstat(path.c_str(), &status) != 0) {
      if (errno == EACCES) found_.push_back(path);
      return;
    }
    const bool is_folder = S_ISDIR(status.st_mode);
    const std::string base = folder.depth == 0 ? start_in_tree_ : folder.in_tree;
    const std::string in_tree = base.empty() ? name : base + "/" + name;
    if (folder.ignore && folder.ignore->Ignores(in_tree, is_folder)) return;
    if (is_folder) {
      if (folder.depth >= kMaxDepth || IsSkippedFolder(name)) return;
      open.push_back({path, in_tree, WithOwnRules(folder.ignore, path, in_tree), folder.depth + 1});
      return;
    }
    // A link to a file stands for the file; a link to a folder may lead in circles.
    if (S_ISLNK(status.st_mode) && stat(path.c_str(), &status) != 0) return;
    if (!S_ISREG(status.st_mode)) return;
    const Reader* reader = ReaderByName(name);
    if (reader == nullptr) return;
    if (!seen_.insert({status.st_dev, status.st_ino}).second) return;
    if (IsResume(path, *reader)) found_.push_back(path);
  }

  static std::shared_ptr<const GitIgnore> WithOwnRules(const std::shared_ptr<const GitIgnore>& outer,
                                                       const std::string& path, const std::string& in_tree) {
    if (!outer) return nullptr;
    const std::string own = TextOrNothing(path + "/.gitignore");
    if (own.empty()) return outer;
    auto both = std::make_shared<GitIgnore>(*outer);
    both->Add(own, in_tree);
    return both;
  }

  bool IsSkippedFolder(const std::string& name) const {
    return std::find(terms_.skipped_folders.begin(), terms_.skipped_folders.end(), Lower(name)) !=
           terms_.skipped_folders.end();
  }

  static const Reader* ReaderByName(const std::string& name) {
    const std::string lower = Lower(name);
    for (const Reader& reader : Readers()) {
      for (const std::string_view extension : reader.extensions) {
        if (lower.ends_with(extension)) return &reader;
      }
    }
    return nullptr;
  }

  bool IsResume(const std::string& path, const Reader& by_name) const {
    auto raw = ReadBytes(path);
    if (!raw) return faccessat(AT_FDCWD, path.c_str(), R_OK, AT_EACCESS) != 0 && errno == EACCES;
    const auto document = ReadDocument(path, std::move(*raw), terms_);
    return document ? ReadsAsResume(*document) : !by_name.text;
  }

  const OutlineTerms& terms_;
  std::string start_in_tree_;
  std::set<std::pair<dev_t, ino_t>> seen_;
  std::vector<std::string> found_;
};

}  // namespace

Result<std::vector<std::string>> FindResumes(const std::string& folder, const OutlineTerms& terms) {
  return Search(terms).Run(folder);
}

bool ReadsAsResume(const Document& document) {
  std::set<SectionKind> kinds;
  bool jobs = false;
  for (const Block& block : document.blocks) {
    if (block.kind == BlockKind::kSkipped || block.section_title.empty()) continue;
    if (block.section == SectionKind::kTop || block.section == SectionKind::kOther) continue;
    kinds.insert(block.section);
    const bool says = block.kind == BlockKind::kBullet || block.kind == BlockKind::kParagraph;
    jobs = jobs || (block.section == SectionKind::kExperience && (says || block.role >= 0));
  }
  const bool dated = std::any_of(document.roles.begin(), document.roles.end(),
                                 [](const Role& role) { return !role.title.empty() && !role.dates.empty(); });
  return jobs || dated || kinds.size() >= 3;
}

}  // namespace resumelint
