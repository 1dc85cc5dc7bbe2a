#include "engine/run/interrupted_run.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/run/request_json.h"

#include <algorithm>
#include <system_error>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

bool isSameFile(const fs::path& a, const fs::path& b) {
  std::error_code ignored;
  return a.lexically_normal() == b.lexically_normal() || fs::equivalent(a, b, ignored);
}

fs::file_time_type newestIn(const fs::path& folder) {
  fs::file_time_type newest = fs::file_time_type::min();
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, failed))
    if (const auto at = entry.last_write_time(failed); !failed) newest = std::max(newest, at);
  return newest;
}

}  // namespace

bool isInterrupted(const fs::path& folder) {
  const RunFolder files(folder, {});
  std::error_code ignored;
  return !files.complete() && fs::is_regular_file(files.request(), ignored);
}

InterruptedRun readInterrupted(const fs::path& folder) {
  if (!isInterrupted(folder))
    throw Error(ErrorCode::BadRunFile, {{"path", platform::toUtf8(folder)}, {"reason", kNoRunInFolder}});
  InterruptedRun run{RunFolder(folder, {}), {}, false, newestIn(folder)};
  const platform::MappedFile file(run.folder.request());
  const auto bytes = file.bytes();
  run.request = requestFromJson({reinterpret_cast<const char*>(bytes.data()), bytes.size()},
                                platform::toUtf8(run.folder.request()));
  run.request.force = false;
  run.request.save = fs::absolute(folder / "request.json").lexically_normal().parent_path().parent_path();
  std::error_code ignored;
  run.denoised = fs::is_regular_file(run.folder.latents(), ignored);
  return run;
}

std::vector<InterruptedRun> interruptedIn(const fs::path& save, const fs::path& ct) {
  std::vector<InterruptedRun> runs;
  std::error_code failed;
  for (const fs::directory_entry& entry : fs::directory_iterator(save, failed)) {
    if (!isInterrupted(entry.path())) continue;
    try {
      InterruptedRun run = readInterrupted(entry.path());
      if (run.request.seed && isSameFile(run.request.cond, ct)) runs.push_back(std::move(run));
    } catch (const Error&) {
      continue;  // opening its folder says why
    }
  }
  std::sort(runs.begin(), runs.end(), [](const auto& a, const auto& b) { return a.changed > b.changed; });
  return runs;
}

}  // namespace hipwright
