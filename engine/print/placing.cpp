#include "engine/print/placing.h"

#include <algorithm>

namespace hipwright {
namespace {

void widen(Vec3& lower, Vec3& upper, const Vec3& p) {
  for (int axis = 0; axis < 3; ++axis) {
    lower[axis] = std::min(lower[axis], p[axis]);
    upper[axis] = std::max(upper[axis], p[axis]);
  }
}

void placeBox(Vec3& lower, Vec3& upper, const FileFrame& frame) {
  const Vec3 from = lower, to = upper;
  lower = upper = frame.place(from);
  for (int c = 1; c < 8; ++c) {
    const auto at = [&](int axis) { return ((c >> axis & 1) != 0 ? to : from)[axis]; };
    widen(lower, upper, frame.place({at(0), at(1), at(2)}));
  }
}

}  // namespace

void placeReport(PrintReport& report, std::vector<RepairStep>& steps, const Mesh& written, const FileFrame& frame) {
  report.unit = frame.unit;
  for (WallThickness* thin : {&report.wall, &report.gap}) thin->smallestAt = frame.place(thin->smallestAt);
  if (!written.triangles.empty()) report.lower = report.upper = written.vertices[written.triangles.front()[0]];
  for (const auto& t : written.triangles)
    for (const std::uint32_t v : t) widen(report.lower, report.upper, written.vertices[v]);
  for (RepairStep& step : steps)
    for (DroppedShell& shell : step.dropped) placeBox(shell.lower, shell.upper, frame);
}

}  // namespace hipwright
