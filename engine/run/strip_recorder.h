// Collects the distance field of each stage and draws the filmstrip once the plane worth showing is known.
#pragma once

#include "engine/core/volume.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace hipwright {

/// The implant may miss the middle plane, and which plane shows it best is known only from the final field. Until then
/// the stages are kept at 8 bits a voxel, clamped to [-1, 1]: enough for a picture, a quarter of the memory.
class StripRecorder {
 public:
  void add(int step, int timestep, const Volume& sdf);

  /// Draws pre-op, stages and final in the coronal plane `plane` of the CT.
  struct Labels {
    std::string title;
    std::string mark;
    int steps = 0;
  };
  void draw(const std::filesystem::path& path, const Volume& ct, const Volume& finalSdf, std::int64_t plane,
            const Labels& labels) const;

 private:
  struct Stage {
    int step = 0;
    int timestep = 0;
    std::vector<std::int8_t> field;
  };
  Volume restored(const Stage& stage, const Geometry& geometry) const;

  std::vector<Stage> m_stages;
};

}  // namespace hipwright
