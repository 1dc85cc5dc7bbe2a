// The writing half of a run: stages, previews, the fused CT, the distance field, the surface, the strip and run.json.
#include "engine/core/atomic_file.h"
#include "engine/diffusion/preview.h"
#include "engine/io/filmstrip.h"
#include "engine/io/volume_file.h"
#include "engine/prepare/resample.h"
#include "engine/run/mesh_space.h"
#include "engine/run/phase_timer.h"
#include "engine/run/pipeline_run.h"
#include "engine/surface/fuse.h"
#include "engine/surface/isosurface.h"

#include <algorithm>
#include <chrono>

namespace hipwright {
namespace {

constexpr float kSurfaceLevel = 0;

NiftiWriteOptions likeSource(const SourceHeader& source, const std::string& mark) {
  NiftiWriteOptions options;
  options.description = outputDescription(mark);
  options.qformCode = source.qformCode;
  options.sformCode = source.sformCode;
  if (options.qformCode <= 0 && options.sformCode <= 0) options.sformCode = 1;  // the geometry must be stated
  return options;
}

double positiveVolumeMm3(const Volume& sdf) {
  const auto inside = std::count_if(sdf.voxels.begin(), sdf.voxels.end(), [](float v) { return v > 0; });
  const Vec3& s = sdf.geometry.spacing;
  return static_cast<double>(inside) * s[0] * s[1] * s[2];
}

/// A decoded plane of the padded grid as a one-voxel-thick volume of the unpadded grid.
Volume planeOfGrid(const Tensor4& field, const Prepared& prepared, int axis) {
  std::array<AxisPadding, 3> padding = prepared.padding;
  padding[axis] = {1, 0, 0};
  Prepared thin{{}, padding, prepared.geometry};
  thin.geometry.size[axis] = 1;
  return restore(thin, field);
}

/// One plane of a grid as a grid of its own.
Geometry planeGrid(Geometry grid, int axis, std::int64_t plane) {
  Vec3 first{};
  first[static_cast<std::size_t>(axis)] = static_cast<double>(plane);
  grid.origin = grid.indexToPatient(first);
  grid.size[static_cast<std::size_t>(axis)] = 1;
  return grid;
}

/// A plane of the model's grid as a plane of the case that lies about there: what is between them is ignored, which is
/// good enough for an approximate picture.
Volume acrossGrids(Volume plane, int axis, const Geometry& casePlane) {
  constexpr double kThick = 1000;  // mm: every place lies in this plane
  plane.geometry.spacing[static_cast<std::size_t>(axis)] = kThick;
  return resample(plane, casePlane, {Interpolation::Linear, -1, false}, {});
}

/// A plane twice: readers take one slice for a picture, not for a volume.
Volume twice(const Volume& plane, int axis) {
  Volume out{plane.geometry, {}};
  out.geometry.size[static_cast<std::size_t>(axis)] = 2;
  const Index3& n = out.geometry.size;
  out.voxels.reserve(static_cast<std::size_t>(product(n)));
  for (std::int64_t z = 0; z < n[2]; ++z)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t x = 0; x < n[0]; ++x) {
        Index3 at{x, y, z};
        at[static_cast<std::size_t>(axis)] = 0;
        out.voxels.push_back(plane.at(at[0], at[1], at[2]));
      }
  return out;
}

}  // namespace

void PipelineRun::writeStage(int step, int timestep, const Latent& denoised) {
  const auto start = std::chrono::steady_clock::now();
  const Volume sdf = decode(denoised);
  const Volume caseSdf = keepingNetworks("mapping a stage back", [&] { return onCase(sdf); });
  m_plane = planeShowingImplant(caseSdf);
  throwIfStopped(m_control.stop);
  keepingNetworks("saving a stage", [&] {
    timed(m_record, Phase::Write, [&] {
      writeNifti(m_folder->stage(step), fuse(ct(), caseSdf, {profile().sdf.band}),
                 likeSource(m_shared.file.source, m_shared.set.mark()));
      m_strip.add(step, timestep, sdf);
    });
  });
  if (!m_control.observer) return;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  m_control.observer(PreviewReady{step, timestep, true, seconds.count(),
                                  std::make_shared<CoronalPicture>(coronalPicture(ct(), &caseSdf, m_plane))});
}

void PipelineRun::writePreview(const DenoiseStep& step) {
  const auto start = std::chrono::steady_clock::now();
  const CoronalCut cut = coronalCut(m_shared.view->geometry);
  const CoronalCut caseCut = coronalCut(m_record.geometry);
  const std::int64_t at = modelPlane();
  const AxisPadding& padding = m_shared.prepared.padding[cut.depthAxis];
  const PreviewPlane plane =
      decodePreviewPlane(*m_shared.model, step.denoised, profile(), cut.depthAxis, at + padding.before, m_control.stop);
  auto picture = std::make_shared<CoronalPicture>(coronalPicture(ct(), nullptr, m_plane));
  Volume field = planeOfGrid(plane.field, m_shared.prepared, cut.depthAxis);
  field.geometry = planeGrid(m_shared.view->geometry, cut.depthAxis, at);
  if (!m_shared.ownGrid())
    field = acrossGrids(std::move(field), cut.depthAxis, planeGrid(m_record.geometry, caseCut.depthAxis, m_plane));
  picture->sdf = coronalPlane(field, caseCut, 0);
  StripOptions options;
  options.title = m_shared.name + ", approximate preview";
  options.mark = m_shared.set.mark();
  throwIfStopped(m_control.stop);
  writeFilmstrip(m_folder->preview(step.step),
                 {{*picture,
                   {"step " + std::to_string(step.step + 1) + " of " + std::to_string(m_request.ts),
                    "t " + std::to_string(step.timestep)}}},
                 options);
  // What a picture cannot give back: where it was cut, how large the implant is there, what changed.
  writeNifti(m_folder->previewField(step.step), twice(field, caseCut.depthAxis),
             likeSource(m_shared.file.source, m_shared.set.mark()));
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  m_record.seconds["preview"] += seconds.count();
  if (m_control.observer)
    m_control.observer(PreviewReady{step.step, step.timestep, false, seconds.count(), std::move(picture)});
}

void PipelineRun::writeResults(const Volume& sdf) {
  m_record.implantMm3 = positiveVolumeMm3(sdf);
  throwIfStopped(m_control.stop);
  if (m_target.output == RunOutput::Everything) {
    givingUpNetworks("saving the volumes", [&] { writeVolumes(sdf); });
    throwIfStopped(m_control.stop);
    givingUpNetworks("extracting the surface", [&] { writeSurface(sdf); });
    throwIfStopped(m_control.stop);
    if (m_request.summary) givingUpNetworks("drawing the filmstrip", [&] { writeStrip(sdf); });
    throwIfStopped(m_control.stop);
  }
  if (m_target.onField) m_target.onField(sdf);
  writeRecord();
  m_meter->finish();
}

/// The file's own geometry, so that the results lie on the CT that was given; and the field as it was, so that its
/// surface can be made and judged again.
void PipelineRun::writeVolumes(const Volume& sdf) {
  report(Phase::Fuse, 0, 1);
  const Volume caseSdf = timed(m_record, Phase::Fuse, [&] { return onCase(sdf); });
  m_plane = planeShowingImplant(caseSdf);
  m_record.stripPlane = m_plane;
  const NiftiWriteOptions options = likeSource(m_shared.file.source, m_shared.set.mark());
  report(Phase::Write, 0, 1);
  timed(m_record, Phase::Write, [&] {
    writeNifti(m_folder->metal(), caseSdf, options);
    throwIfStopped(m_control.stop);
    writeNifti(m_folder->fused(), fuse(ct(), caseSdf, {profile().sdf.band}), options);
    throwIfStopped(m_control.stop);
    if (!m_shared.ownGrid()) writeNifti(m_folder->surfaceField(), sdf, options);
  });
}

/// From the field on the model's grid: a coarse CT gets a surface as fine as the model draws it.
void PipelineRun::writeSurface(const Volume& sdf) {
  report(Phase::Surface, 0, 1);
  timed(m_record, Phase::Surface, [&] {
    const Mesh mesh = extractSurface(sdf, kSurfaceLevel, m_control.stop);
    m_record.mesh = checkMesh(mesh);
    if (mesh.triangles.empty())
      warn(WarningCode::SurfaceEmpty, "The field has no surface: no implant was generated, and the STL is empty.");
    else if (!m_record.mesh.printable())
      warn(WarningCode::MeshOpen, "The surface has faults a printer would not accept; see run.json.");
    throwIfStopped(m_control.stop);
    writeStl(m_folder->surface(), toSpace(mesh, m_record.geometry, m_request.space), m_request.space,
             m_shared.set.mark());
  });
}

void PipelineRun::writeStrip(const Volume& sdf) {
  StripRecorder::Labels labels;
  const std::string side = toText(m_record.plan.side);
  labels.title = m_shared.name + (side.empty() ? "" : "   " + side + " hip") + "   CFG " + shortNumber(m_request.cfg) +
                 "   seed " + std::to_string(m_record.seed);
  labels.mark = m_shared.set.mark();
  labels.steps = m_request.ts;
  report(Phase::Write, 0, 1);
  timed(m_record, Phase::Write,
        [&] { m_strip.draw(m_folder->strip(), *m_shared.view, sdf, planeShowingImplant(sdf), labels); });
}

void PipelineRun::writeRecord() {
  const auto relative = [&](const std::filesystem::path& path) {
    m_record.files.push_back(platform::toUtf8(path.lexically_relative(m_folder->path())));
  };
  const bool whole = m_target.output == RunOutput::Everything;
  if (whole) {
    relative(m_folder->fused());
    relative(m_folder->metal());
    if (!m_shared.ownGrid()) relative(m_folder->surfaceField());
    relative(m_folder->surface());
  }
  relative(m_folder->latents());
  if (m_request.summary && whole) relative(m_folder->strip());
  for (const int step : m_stageSteps) relative(m_folder->stage(step));
  m_record.warnings.insert(m_record.warnings.begin(), m_shared.warnings.begin(), m_shared.warnings.end());
  m_record.peakMemory = platform::peakMemory();
  writeAtomically(m_folder->record(), recordToJson(m_record));
  std::error_code ignored;
  std::filesystem::remove(m_folder->request(), ignored);  // run.json holds it now
}

}  // namespace hipwright
