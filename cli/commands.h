#pragma once

#include "options.h"

// The commands, one .cc each. Each returns the exit status.
namespace resumelint {

int RunCheck(const Options& options);
int RunCompare(const Options& options);
int RunCoach(const Options& options);
int RunExplain(const Options& options);
int RunExplainBullet(const Options& options);
int RunRules(const Options& options);
int RunText(const Options& options);
int RunInit(const Options& options);
int RunCompletion(const Options& options);

}  // namespace resumelint
