#include "engine/run/strip_recorder.h"

#include "engine/core/picture.h"
#include "engine/io/filmstrip.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr float kScale = 127;

std::int8_t quantised(float sdf) {
  const float level = std::round(std::clamp(sdf, -1.0F, 1.0F) * kScale);
  // A voxel barely inside stays inside: the picture must not lose what the surface has.
  return static_cast<std::int8_t>(sdf > 0 ? std::max(level, 1.0F) : level);
}

}  // namespace

void StripRecorder::add(int step, int timestep, const Volume& sdf) {
  Stage stage{step, timestep, {}};
  stage.field.reserve(sdf.voxels.size());
  std::transform(sdf.voxels.begin(), sdf.voxels.end(), std::back_inserter(stage.field), quantised);
  m_stages.push_back(std::move(stage));
}

Volume StripRecorder::restored(const Stage& stage, const Geometry& geometry) const {
  Volume sdf{geometry, {}};
  sdf.voxels.reserve(stage.field.size());
  for (const std::int8_t level : stage.field) sdf.voxels.push_back(static_cast<float>(level) / kScale);
  return sdf;
}

void StripRecorder::draw(const std::filesystem::path& path, const Volume& ct, const Volume& finalSdf,
                         std::int64_t plane, const Labels& labels) const {
  std::vector<StripFrame> frames;
  frames.push_back({coronalPicture(ct, nullptr, plane), {"pre-op"}});
  for (const Stage& stage : m_stages) {
    const Volume sdf = restored(stage, ct.geometry);
    frames.push_back({coronalPicture(ct, &sdf, plane),
                      {"step " + std::to_string(stage.step + 1) + " of " + std::to_string(labels.steps),
                       "t " + std::to_string(stage.timestep)}});
  }
  frames.push_back({coronalPicture(ct, &finalSdf, plane), {"final", std::to_string(labels.steps) + " steps"}});
  StripOptions options;
  options.title = labels.title;
  options.mark = labels.mark;
  writeFilmstrip(path, frames, options);
}

}  // namespace hipwright
