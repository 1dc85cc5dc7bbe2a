// The writing half of a run: stages, previews, the fused CT, the distance field, the surface, the strip and run.json.
#include "engine/core/atomic_file.h"
#include "engine/diffusion/preview.h"
#include "engine/io/filmstrip.h"
#include "engine/io/volume_file.h"
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

/// A decoded plane of the padded grid as a one-voxel-thick volume of the case.
Volume planeOfCase(const Tensor4& field, const Prepared& prepared, int axis) {
  std::array<AxisPadding, 3> padding = prepared.padding;
  padding[axis] = {1, 0, 0};
  Prepared thin{{}, padding, prepared.geometry};
  thin.geometry.size[axis] = 1;
  return restore(thin, field);
}

}  // namespace

void PipelineRun::writeStage(int step, int timestep, const Latent& denoised) {
  const auto start = std::chrono::steady_clock::now();
  const Volume sdf = decode(denoised);
  m_plane = planeShowingImplant(sdf);
  throwIfStopped(m_control.stop);
  timed(m_record, Phase::Write, [&] {
    writeNifti(m_folder->stage(step), fuse(*m_case.ct, sdf, {m_set.profile.sdf.band}),
               likeSource(m_case.source, m_set.mark()));
    m_strip.add(step, timestep, sdf);
  });
  if (!m_control.observer) return;
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  m_control.observer(PreviewReady{step, timestep, true, seconds.count(),
                                  std::make_shared<CoronalPicture>(coronalPicture(*m_case.ct, &sdf, m_plane))});
}

void PipelineRun::writePreview(const DenoiseStep& step) {
  const auto start = std::chrono::steady_clock::now();
  const CoronalCut cut = coronalCut(m_record.geometry);
  const AxisPadding& padding = m_prepared.padding[cut.depthAxis];
  const PreviewPlane plane = decodePreviewPlane(*m_model, step.denoised, m_set.profile, cut.depthAxis,
                                                m_plane + padding.before, m_control.stop);
  auto picture = std::make_shared<CoronalPicture>(coronalPicture(*m_case.ct, nullptr, m_plane));
  picture->sdf = coronalPlane(planeOfCase(plane.field, m_prepared, cut.depthAxis), cut, 0);
  StripOptions options;
  options.title = m_case.name + ", approximate preview";
  options.mark = m_set.mark();
  throwIfStopped(m_control.stop);
  writeFilmstrip(m_folder->preview(step.step),
                 {{*picture,
                   {"step " + std::to_string(step.step + 1) + " of " + std::to_string(m_request.ts),
                    "t " + std::to_string(step.timestep)}}},
                 options);
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
  m_record.seconds["preview"] += seconds.count();
  if (m_control.observer)
    m_control.observer(PreviewReady{step.step, step.timestep, false, seconds.count(), std::move(picture)});
}

void PipelineRun::writeResults(const Volume& sdf) {
  m_plane = planeShowingImplant(sdf);
  m_record.stripPlane = m_plane;
  m_record.implantMm3 = positiveVolumeMm3(sdf);
  throwIfStopped(m_control.stop);
  report(Phase::Write, 0, 1);
  timed(m_record, Phase::Write, [&] {
    writeNifti(m_folder->metal(), sdf, likeSource(m_case.source, m_set.mark()));
    throwIfStopped(m_control.stop);
    writeNifti(m_folder->fused(), fuse(*m_case.ct, sdf, {m_set.profile.sdf.band}),
               likeSource(m_case.source, m_set.mark()));
  });
  throwIfStopped(m_control.stop);
  writeSurface(sdf);
  throwIfStopped(m_control.stop);
  if (m_request.summary) timed(m_record, Phase::Write, [&] { writeStrip(sdf); });
  throwIfStopped(m_control.stop);
  writeRecord();
  m_meter->finish();
}

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
    writeStl(m_folder->surface(), toSpace(mesh, sdf.geometry, m_request.space), m_request.space, m_set.mark());
  });
}

void PipelineRun::writeStrip(const Volume& sdf) {
  StripRecorder::Labels labels;
  labels.title = m_case.name + "   CFG " + shortNumber(m_request.cfg) + "   seed " + std::to_string(m_record.seed);
  labels.mark = m_set.mark();
  labels.steps = m_request.ts;
  m_strip.draw(m_folder->strip(), *m_case.ct, sdf, m_plane, labels);
}

void PipelineRun::writeRecord() {
  const auto relative = [&](const std::filesystem::path& path) {
    m_record.files.push_back(platform::toUtf8(path.lexically_relative(m_folder->path())));
  };
  relative(m_folder->fused());
  relative(m_folder->metal());
  relative(m_folder->surface());
  relative(m_folder->latents());
  if (m_request.summary) relative(m_folder->strip());
  for (const int step : m_stageSteps) relative(m_folder->stage(step));
  m_record.peakMemory = platform::peakMemory();
  writeAtomically(m_folder->record(), recordToJson(m_record));
}

}  // namespace hipwright
