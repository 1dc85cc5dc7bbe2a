// The latents of a run on disk: saved before the last decode, so that nothing after it can lose the denoising.
#pragma once

#include "engine/core/volume.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace hipwright {

struct RunLatents {
  Latent final;                    ///< what the last decode starts from
  std::map<int, Latent> denoised;  ///< the denoised estimate of each stage, by step
};

/// As safetensors: "final" and "denoised.000", ... Atomic. Throws Error(FileUnwritable).
void writeLatents(const std::filesystem::path& path, const RunLatents& latents, const std::string& requestHash);

/// Nothing if there is no such file or it is not what writeLatents wrote for latents of this shape.
std::optional<RunLatents> readLatents(const std::filesystem::path& path, const std::array<std::int64_t, 4>& shape);

}  // namespace hipwright
