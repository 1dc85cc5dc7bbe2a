// How far a 32-bit port may be from the reference, largest absolute difference per quantity. The reference's own
// distance between 32 and 64 bits is several times smaller (latent 3e-4, SDF 1e-5, fused 0.35 HU).
#pragma once

namespace hipwright {

inline constexpr double kExact = 0;
inline constexpr double kPreparedTolerance = 1e-6;
inline constexpr double kWeightTolerance = 1e-6;  ///< of the windows' Gaussian weights
inline constexpr double kNoiseTolerance = 2e-6;
inline constexpr double kLatentTolerance = 1e-4;  ///< posterior means and conditions
inline constexpr double kCallTolerance = 1e-4;    ///< one call of a network
inline constexpr double kFinalLatentTolerance = 1e-3;
inline constexpr double kSdfTolerance = 1e-4;
inline constexpr double kFusedTolerance = 1;      ///< HU
inline constexpr double kFusionTolerance = 1e-2;  ///< HU, from the reference's own field

}  // namespace hipwright
