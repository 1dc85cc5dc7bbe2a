#include "ui/compare/column_reading.h"

#include "engine/core/picture.h"
#include "engine/core/stop.h"
#include "engine/measure/signed_distance.h"
#include "engine/run/compared_run.h"
#include "ui/session/plan_session.h"
#include "ui/session/stage_files.h"
#include "ui/slices/slice_sampler.h"

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr std::size_t kMostEarlier = 8;
constexpr double kLeastInside = 0.97;  // of the implant's volume; another grid's voxels make it differ a little

StageFrame frameOf(const Volume& ct, const Volume& field, int step, std::int64_t plane) {
  StageFrame frame;
  frame.step = step;
  frame.kind = step == kFinalStage ? FrameKind::Final : FrameKind::Exact;
  frame.picture = std::make_shared<const CoronalPicture>(coronalPicture(ct, &field, plane));
  return drawn(std::move(frame));
}

/// Stages that the run saved, and the final one.
std::vector<StageFrame> framesOf(const PastRun& run, const Volume& whole, const Volume& ct, std::int64_t plane,
                                 const std::stop_token& stop) {
  std::vector<StageFrame> frames;
  for (const int step : savedStages(run)) {
    throwIfStopped(stop);
    if (frames.size() == kMostEarlier) break;
    frames.push_back(frameOf(ct, *readStageField(run, step, ct), step, plane));
  }
  frames.push_back(frameOf(ct, whole, kFinalStage, plane));
  for (StageFrame& frame : frames) frame.total = run.record.request.ts;
  return frames;
}

std::int64_t planeThrough(const Geometry& ct, const Vec3& point) {
  const auto axis = static_cast<std::size_t>(coronalCut(ct).depthAxis);
  return std::clamp<std::int64_t>(std::llround(ct.patientToIndex(point)[axis]), 0, ct.size[axis] - 1);
}

bool liesOutside(const Volume& field, double implantMm3) {
  const auto inside = std::count_if(field.voxels.begin(), field.voxels.end(), [](float value) { return value > 0; });
  const Vec3& s = field.geometry.spacing;
  return static_cast<double>(inside) * s[0] * s[1] * s[2] < kLeastInside * implantMm3;
}

std::vector<Vec3> pointsOf(const ShownSurface& surface) {
  std::vector<Vec3> points;
  for (std::size_t i = 0; i + 2 < surface.points.size(); i += 3)
    points.push_back({surface.points[i], surface.points[i + 1], surface.points[i + 2]});
  return points;
}

/// Null if the reference has no surface.
std::shared_ptr<const std::vector<float>> distancesOf(const std::vector<Vec3>& points, const Volume& reference,
                                                      const std::stop_token& stop) {
  std::vector<float> distances = signedDistances(points, reference, stop);
  if (distances.empty()) return nullptr;
  return std::make_shared<const std::vector<float>>(std::move(distances));
}

}  // namespace

std::optional<Vec3> pointShowingImplant(const Volume& field) {
  const std::optional<Box> box = boundsAbove(field, 0);
  if (!box) return std::nullopt;
  const auto axis = static_cast<std::size_t>(coronalCut(field.geometry).depthAxis);
  Vec3 index = field.geometry.patientToIndex(box->centre());
  index[axis] = static_cast<double>(planeShowingImplant(field));
  return field.geometry.indexToPatient(index);
}

std::vector<StageFrame> readFrames(const PastRun& run, const Volume& ct, std::int64_t plane,
                                   const std::stop_token& stop) {
  return framesOf(run, *readFinalField(run), ct, plane, stop);
}

ReadColumn readColumn(const ColumnOrder& order, const std::stop_token& stop) {
  const Volume& ct = *order.opened->file.ct;
  PastRun run = readRun(order.folder);
  const Geometry grid = order.grid.value_or(run.record.plan.grid.geometry);
  const VolumePtr whole = readFinalField(run);
  throwIfStopped(stop);
  auto field = std::make_shared<const Volume>(comparedField(*whole, grid, stop));
  throwIfStopped(stop);
  ComparisonRow row = order.row ? *order.row : measuredRun(run, *field, grid, ct, stop);
  auto mesh = readFinalMesh(run, ct.geometry);
  auto surface = std::make_shared<const ShownSurface>(surfaceWithRough(*mesh));
  const std::optional<Vec3> shown = pointShowingImplant(*field);
  const std::int64_t plane =
      order.framePlane.value_or(shown ? planeThrough(ct.geometry, *shown) : planeShowingImplant(*whole));
  std::vector<StageFrame> frames = framesOf(run, *whole, ct, plane, stop);
  const bool isOutside = order.grid && liesOutside(*field, run.record.implantMm3);
  return {std::move(run),
          grid,
          std::move(row),
          order.measuredTo,
          std::move(field),
          std::move(mesh),
          std::move(surface),
          std::move(frames),
          plane,
          shown.has_value(),
          isOutside};
}

ComparedPair comparePair(const PairOrder& order, const std::stop_token& stop) {
  ComparedPair pair;
  pair.difference = order.known ? *order.known
                                : differenceOnGrid({*order.field, order.row.numbers},
                                                   {*order.referenceField, order.reference.numbers}, order.grid);
  throwIfStopped(stop);
  pair.distances = distancesOf(order.mesh->vertices, *order.referenceField, stop);
  if (order.surface->rough)
    pair.roughDistances = distancesOf(pointsOf(*order.surface->rough), *order.referenceField, stop);
  return pair;
}

}  // namespace hipwright
