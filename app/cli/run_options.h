// The flags that infer and compare share: the case, the settings, the model and the machine of a run.
#pragma once

#include "engine/run/run_request.h"

#include <filesystem>
#include <string>

namespace CLI {
class App;
}

namespace hipwright::cli {

/// What the command line can say; texts where the engine parses them, so that the messages are the engine's.
struct RunOptions {
  RunRequest request;
  std::string device = "auto";
  std::string rng = "cpu";
  std::string space = "lps";
  std::string grid = "auto";
  std::string side = "auto";
  std::string roi = "auto";
  std::filesystem::path from;
  bool json = false;
};

/// --cond, --series and --save.
void addCaseOptions(CLI::App& app, RunOptions& options);

/// All others but guidance and seed, in groups. Whatever is added afterwards belongs to the last group.
void addRunOptions(CLI::App& app, RunOptions& options);

/// The parsed flags as a request, laid over that of --from. Guidance and seed are the command's own business. Throws
/// Error(BadRequest | BadRunFile | FileNotFound | FileUnreadable).
RunRequest requestOf(RunOptions& options, const CLI::App& app);

/// The range of a numeric flag and what it does.
std::string help(FieldId id);

}  // namespace hipwright::cli
