#include "engine/run/comparison_folder.h"

#include "engine/core/platform.h"
#include "engine/core/sha256.h"
#include "engine/io/case_file.h"
#include "engine/io/volume_file.h"
#include "engine/measure/implant_crop.h"
#include "engine/run/output_mark.h"
#include "engine/run/request_json.h"
#include "engine/run/run_folder.h"

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr const char* kFieldEnding = ".nii.gz";

}  // namespace

fs::path ComparisonFolder::field(const fs::path& run) const {
  return fields() / platform::fromUtf8(platform::toUtf8(run.filename()) + kFieldEnding);
}

std::vector<PastRun> ComparisonFolder::finishedRuns(const fs::path& save) const {
  std::vector<PastRun> runs;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator(fields(), ignored)) {
    const std::string file = platform::toUtf8(entry.path().filename());
    if (!file.ends_with(kFieldEnding)) continue;
    const fs::path name = platform::fromUtf8(file.substr(0, file.size() - std::string_view(kFieldEnding).size()));
    for (const fs::path& parent : {this->runs(), save}) {
      try {
        runs.push_back(readRun(parent / name));
        break;
      } catch (const Error&) {
        continue;  // not there, or not complete
      }
    }
  }
  return runs;
}

fs::path comparisonPath(const RunRequest& request, const std::string& caseName, const std::string& caseHash,
                        const std::string& modelHash) {
  RunRequest shared = request;
  shared.cfg = 1;
  shared.summary = false;  // more files of the same results
  const std::string hash = sha256OfText(canonicalRequest(shared, 0, caseHash, modelHash));
  return request.save / platform::fromUtf8(safeFileName(caseName) + "_compare_ts_" + std::to_string(request.ts) + "_" +
                                           hash.substr(0, 8));
}

Volume saveCrop(const fs::path& path, const Volume& field, const std::string& mark) {
  Volume crop = onBox(field, boxAroundImplant(field), field.geometry);
  fs::create_directories(path.parent_path());
  NiftiWriteOptions options;
  options.description = outputDescription(mark);
  writeNifti(path, crop, options);
  return crop;
}

std::optional<Volume> loadCrop(const fs::path& path, const Geometry& grid) {
  std::error_code ignored;
  if (!fs::is_regular_file(path, ignored)) return {};
  try {
    Volume crop = *readCase(path).ct;
    crop.geometry = gridOf(boxWithin(crop.geometry, grid), grid);  // as it was before the header rounded it
    return crop;
  } catch (const Error&) {
    return {};  // made again from the run
  }
}

}  // namespace hipwright
