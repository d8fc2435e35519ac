#include <fmt/format.h>

#include <filesystem>
#include <system_error>

#include "commands.h"
#include "config/discover.h"
#include "schemas.h"
#include "terminal.h"
#include "write_file.h"

namespace resumelint {

namespace {

constexpr const char* kPreCommitName = ".pre-commit-config.yaml";

// Every key is shown and commented out: as it stands, the file changes nothing.
constexpr const char* kConfig = R"(# How resumelint checks the files in this folder and below.
# Every line is an example: take away its "#" to use it.

# Who will read the resume: auto (each job by its title), pm-tech, po-enterprise, delivery, tech
# or general.
# profile = "auto"

# Which rules: ids, packs or globs. `resumelint explain` lists them all.
# select = ["process", "relay", "value"]
# ignore = ["writing/too-long"]

# What makes the exit status 1: error, warning, hint or never.
# fail-on = "warning"

# Packs of your own, seen from this file.
# rules = ["my-pack.toml"]

# Facts of which you can't give figures. Bullets that name one are not asked for a number.
# confidential = ["Project Heron"]

# Facts of which nobody knows a figure. They aren't asked for one either.
# unknown = ["ticket desk"]

# Findings that you keep: a rule and a hash of the bullet. `resumelint coach` writes them where
# no comment can stand.
# kept = ["process/backlog-admin 9f86d081884c7d65"]

# [severity]
# "writing/buzzword" = "hint"
# "identity" = "off"

# [vocabulary]
# accept = ["Scrumban"]                # words that no finding is wanted for
# "N.backlog" = ["demand list"]        # words that belong to a class of the rules

# [[overrides]]
# files = ["cover-letters/*.md"]
# ignore = ["value"]
)";

constexpr const char* kPreCommitHook = R"(  - repo: local
    hooks:
      - id: resumelint
        name: resumelint
        entry: resumelint
        args: [--staged]  # only bullets that the commit changes; without: whole files
        language: system
        require_serial: true
        files: (?i)(resume|(?<![a-z])cv(?![a-z]))[^/]*\.(md|markdown|tex|txt|json|ya?ml|html?|typ|org|rst|adoc|docx|pdf)$
)";

bool Exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

// Writes a file that isn't there yet.
bool WriteNew(const std::string& path, const std::string& text) {
  if (auto error = WriteFile(path, text)) {
    PrintError(*error);
    return false;
  }
  PrintNote(path, 0, "written");
  return true;
}

int PreCommit() {
  if (!Exists(kPreCommitName)) return WriteNew(kPreCommitName, fmt::format("repos:\n{}", kPreCommitHook)) ? 0 : 2;
  PrintNote(kPreCommitName, 0, "is there already: add this under \"repos:\"");
  return PrintOutput(kPreCommitHook) ? 0 : 2;
}

}  // namespace

int RunInit(const Options& options) {
  if (options.schema) return PrintOutput(kConfigSchema) ? 0 : 2;
  if (Exists(kConfigName)) {
    if (options.pre_commit) {
      PrintNote(kConfigName, 0, "is there already and stays as it is");
    } else {
      PrintError(Error{kConfigName, 0, 0, "is there already and stays as it is",
                       "to begin anew, move it away first", ""});
      return 2;
    }
  } else if (!WriteNew(kConfigName, kConfig)) {
    return 2;
  }
  return options.pre_commit ? PreCommit() : 0;
}

}  // namespace resumelint
