#include "ui/compare/column_reading.h"

#include "engine/core/stop.h"
#include "engine/measure/signed_distance.h"
#include "engine/run/compared_run.h"
#include "ui/session/plan_session.h"
#include "ui/session/stage_files.h"

#include <algorithm>

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

std::vector<StageFrame> savedFrames(const PastRun& run, const Volume& ct, std::int64_t plane,
                                    const std::stop_token& stop) {
  std::vector<StageFrame> frames;
  for (const int step : savedStages(run)) {
    throwIfStopped(stop);
    if (frames.size() == kMostEarlier) break;
    frames.push_back(frameOf(ct, *readStageField(run, step, ct), step, plane));
  }
  return frames;
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
  const std::int64_t plane = order.framePlane.value_or(planeShowingImplant(*whole));
  StageFrame last = frameOf(ct, *whole, kFinalStage, plane);
  std::vector<StageFrame> earlier = savedFrames(run, ct, plane, stop);
  const bool isOutside = order.grid && liesOutside(*field, run.record.implantMm3);
  return {std::move(run),     grid,
          std::move(row),     order.measuredTo,
          std::move(field),   std::move(mesh),
          std::move(surface), std::move(last),
          std::move(earlier), isOutside};
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
