#include "engine/run/model_description.h"

#include "engine/weights/profile_file.h"

#include <system_error>

namespace hipwright {

ModelDescription describeModel(const ModelChoice& choice, const ModelSearch& search) {
  ModelDescription model;
  model.paths = findModel(choice, search);
  if (!model.paths.profile.empty()) model.profile = readProfile(model.paths.profile);
  for (const std::filesystem::path& path : {model.paths.vaePre, model.paths.vaeMetal, model.paths.ldm}) {
    std::error_code failed;
    const std::uintmax_t bytes = std::filesystem::file_size(path, failed);
    if (!failed) model.bytes += bytes;
  }
  return model;
}

}  // namespace hipwright
