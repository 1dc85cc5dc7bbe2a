// The voxel types of NIfTI: their names and sizes, and how their bytes become floats.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace hipwright {

struct VoxelType {
  int code = 0;           ///< NIfTI's datatype
  std::string name;       ///< "int16", "float32", ...
  std::size_t bytes = 0;  ///< per voxel; 0 if the code is unknown
  bool scalar = false;    ///< one integer or real number of a size we read: what a CT can be
};

VoxelType voxelTypeOf(int code);

/// How stored numbers become HU: value = slope * stored + intercept, computed in double. No scaling if slope is 0.
struct VoxelScaling {
  double slope = 0;
  double intercept = 0;
};

struct VoxelEncoding {
  VoxelType type;
  bool bigEndian = false;
  VoxelScaling scaling;
};

/// Converts out.size() voxels; `bytes` holds exactly them. Returns how many results are not finite. Any thread.
std::size_t decodeVoxels(const VoxelEncoding& encoding, std::span<const std::byte> bytes, std::span<float> out);

}  // namespace hipwright
