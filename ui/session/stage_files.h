// Reading a stage of a finished run back from its folder, without the model.
#pragma once

#include "engine/core/mesh.h"
#include "engine/core/picture.h"
#include "engine/core/volume.h"
#include "engine/run/run_history.h"

#include <QImage>

#include <memory>
#include <stop_token>

namespace hipwright {

/// The final field and the STL as it was saved, moved to LPS mm if it was saved in another frame.
/// Throws what readCase and readStl throw.
VolumePtr readFinalField(const PastRun& run);
std::shared_ptr<const Mesh> readFinalMesh(const PastRun& run, const Geometry& geometry);

/// The field of which the STL is the surface; null where it was not kept or cannot be read.
VolumePtr readSurfaceFieldIfAny(const PastRun& run);

/// The field of a saved stage, from the fused volume on disk. Throws what readCase throws, Error(BadGeometry).
VolumePtr readStageField(const PastRun& run, int step, const Volume& ct);

/// What a run showed of a step while it went.
struct SavedPreview {
  QImage image;                             ///< of an older run, which saved no field; null if it is not to be had
  std::shared_ptr<CoronalPicture> picture;  ///< with its field; of an older run its size alone, the plane is not known
};
SavedPreview readPreview(const PastRun& run, int step, const Volume& ct);

/// The surface of bone or of a field for display: large volumes are thinned to every other voxel first.
/// Throws Cancelled and what extractSurface throws.
std::shared_ptr<const Mesh> displaySurface(const Volume& volume, double level, const std::stop_token& stop);

}  // namespace hipwright
