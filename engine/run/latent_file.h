// The latents of a run on disk: those of a finished denoising, saved before the last decode, and those of one that
// broke off, so that neither what follows nor what broke it can lose the denoising that was done.
#pragma once

#include "engine/core/volume.h"
#include "engine/diffusion/denoise.h"

#include <array>
#include <filesystem>
#include <map>
#include <optional>
#include <string>

namespace hipwright {

struct RunLatents {
  Latent final;                    ///< what the last decode starts from
  std::map<int, Latent> denoised;  ///< the denoised estimate of each stage, by step
};

/// A denoising that broke off between two steps.
struct PartialLatents {
  Latent noise;                    ///< what it began with
  DenoiseState state;              ///< after at least one step
  std::map<int, Latent> denoised;  ///< of the stages so far, by step
};

/// What latents must be of, to be used.
struct LatentOwner {
  std::array<std::int64_t, 4> shape{};
  std::string requestHash;  ///< of the request that made them: case, model, seed and all that changes a latent
};

/// As safetensors: "final" and "denoised.000", ... Atomic. Throws Error(FileUnwritable).
void writeLatents(const std::filesystem::path& path, const RunLatents& latents, const std::string& requestHash);

/// Nothing if there is no such file or it is not what writeLatents wrote for this owner: damaged, not finite, of
/// another request.
std::optional<RunLatents> readLatents(const std::filesystem::path& path, const LatentOwner& owner);

/// As safetensors: "noise", "next.007" (the latent that step 7 starts from), "last" and "denoised.000", ... Atomic.
/// Throws Error(FileUnwritable).
void writePartialLatents(const std::filesystem::path& path, const PartialLatents& latents,
                         const std::string& requestHash);

/// Nothing if there is no such file or it is not what writePartialLatents wrote for `steps` steps and this owner.
std::optional<PartialLatents> readPartialLatents(const std::filesystem::path& path, const LatentOwner& owner,
                                                 int steps);

}  // namespace hipwright
