#include "engine/run/compared_run.h"

#include "engine/measure/implant_crop.h"
#include "engine/prepare/resample.h"

namespace hipwright {
namespace {

constexpr float kAirOutside = -1024;  // HU beside the scan

}  // namespace

Volume comparedField(const Volume& field, const Geometry& grid, const std::stop_token& stop) {
  const Volume onGrid = resample(field, grid, {Interpolation::Linear, -1, false}, stop);
  return onBox(onGrid, boxAroundImplant(onGrid), grid);
}

ComparisonRow measuredRun(const PastRun& run, const Volume& field, const Geometry& grid, const Volume& ct,
                          const std::stop_token& stop) {
  const Geometry box = gridOf(boxWithin(field.geometry, grid), grid);
  const Volume view = resample(ct, box, {Interpolation::Cubic, kAirOutside, true}, stop);
  ComparisonRow row;
  row.value = {run.record.request.cfg, run.record.seed};
  row.folder = run.folder.path();
  row.requestHash = run.record.requestHash;
  row.noiseHash = run.record.noiseHash;
  row.found = true;
  row.steps = run.record.request.ts;
  row.modelName = run.record.modelName;
  row.numbers = measureInCase(field, view);
  return row;
}

ImplantDifference differenceOnGrid(const MeasuredImplant& a, const MeasuredImplant& b, const Geometry& grid) {
  const VoxelBox box = joined(boxWithin(a.field.geometry, grid), boxWithin(b.field.geometry, grid));
  const Volume fieldA = onBox(a.field, box, grid);
  const Volume fieldB = onBox(b.field, box, grid);
  return difference({fieldA, a.numbers}, {fieldB, b.numbers});
}

}  // namespace hipwright
