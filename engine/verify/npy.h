// Reading numpy's .npy files: the arrays of a reference case.
#pragma once

#include "engine/core/volume.h"

#include <cstdint>
#include <filesystem>
#include <vector>

namespace hipwright {

/// An array in C order; every supported type is converted to double, which holds all of them as they are stored
/// (64-bit integers up to 2^53).
struct NpyArray {
  std::vector<std::int64_t> shape;
  std::vector<double> values;

  std::vector<float> floats() const;
};

/// Strict: versions 1 and 2, little-endian float32, float64, int32 or int64, C order, and exactly as many bytes as the
/// header announces. Throws Error(FileNotFound | FileUnreadable | FileTruncated | FileDamaged | UnknownFormat). Any
/// thread.
NpyArray readNpy(const std::filesystem::path& path);

/// The same as a Tensor4: leading axes of length 1 are dropped or added until there are four.
/// Throws Error(FileDamaged) if that cannot be done.
Tensor4 readNpyTensor(const std::filesystem::path& path);

/// The same as a volume on an unrotated 1 mm grid, for arrays of shape (X, Y, Z). Throws Error(FileDamaged).
Volume readNpyVolume(const std::filesystem::path& path);

}  // namespace hipwright
