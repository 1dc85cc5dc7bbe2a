#include "engine/print/repair.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/print/decimate.h"
#include "engine/print/fault_triangles.h"
#include "engine/print/shells.h"
#include "engine/print/smooth.h"
#include "engine/print/triangle_tree.h"
#include "engine/surface/mesh_check.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <numeric>
#include <utility>

namespace hipwright {
namespace {

constexpr double kLargestMm = 10;

/// Gives the ends of the shortest side of a flat triangle one number, if that side is short enough to go.
void closeShortestSide(const Mesh& mesh, const std::array<std::uint32_t, 3>& t, std::vector<std::uint32_t>& number) {
  int shortest = 0;
  const auto side = [&](int i) { return length(mesh.vertices[t[(i + 1) % 3]] - mesh.vertices[t[i]]); };
  for (int i = 1; i < 3; ++i)
    if (side(i) < side(shortest)) shortest = i;
  if (side(shortest) > kDefaultRepairMm) return;
  const std::uint32_t from = std::max(t[shortest], t[(shortest + 1) % 3]);
  number[from] = number[std::min(t[shortest], t[(shortest + 1) % 3])];
}

Mesh renumbered(Mesh mesh, const std::vector<std::uint32_t>& number) {
  for (auto& t : mesh.triangles)
    for (std::uint32_t& v : t)
      while (number[v] != v) v = number[v];
  return mesh;
}

/// Flat triangles whose sides are all long stay: taking them out would open the surface.
Mesh withoutFlatTriangles(const Mesh& mesh) {
  std::vector<std::uint32_t> number(mesh.vertices.size());
  std::iota(number.begin(), number.end(), 0U);
  for (const auto& t : mesh.triangles)
    if (isDegenerate(mesh, t) && t[0] != t[1] && t[1] != t[2] && t[2] != t[0]) closeShortestSide(mesh, t, number);
  return renumbered(mesh, number);
}

Mesh cleaned(const Mesh& mesh) {
  const Mesh closed = withoutFlatTriangles(mesh);
  const FaultTriangles faults = findFaultTriangles(closed);
  std::vector<std::uint32_t> kept;
  for (std::uint32_t t = 0; t < closed.triangles.size(); ++t) {
    const auto& c = closed.triangles[t];
    const bool repeats = c[0] == c[1] || c[1] == c[2] || c[2] == c[0];
    if (!repeats && !std::binary_search(faults.duplicate.begin(), faults.duplicate.end(), t)) kept.push_back(t);
  }
  if (kept.size() == mesh.triangles.size()) return mesh;
  return partOfMesh(closed, kept);
}

class Workbench {
 public:
  Workbench(const Mesh& raw, const std::stop_token& stop) : m_raw(raw), m_stop(stop) { m_out.mesh = raw; }

  void keepParts(int parts) {
    RepairStep step = begun(RepairStepKind::KeepParts);
    const std::vector<Shell> shells = shellsOf(m_out.mesh);
    const std::vector<bool> stays = largestParts(m_out.mesh, shells, parts);
    for (std::size_t s = 0; s < shells.size(); ++s)
      if (!stays[s])
        step.dropped.push_back({static_cast<std::int64_t>(shells[s].triangles.size()), shells[s].volumeMm3,
                                shells[s].lower, shells[s].upper});
    if (step.dropped.empty()) step.note = "there are no more parts than that";
    std::vector<bool> goes = stays;
    goes.flip();
    m_out.dropped = keepShells(m_out.mesh, shells, goes);
    m_out.mesh = m_raw = keepShells(m_out.mesh, shells, stays);
    end(std::move(step));
  }

  void clean() {
    RepairStep step = begun(RepairStepKind::Clean);
    Mesh mesh = cleaned(m_out.mesh);
    if (mesh.triangles.size() == m_out.mesh.triangles.size())
      step.note = "there was nothing to remove";
    else
      m_out.mesh = std::move(mesh);
    end(std::move(step));
  }

  void smooth(double mm) {
    RepairStep step = begun(RepairStepKind::Smooth);
    m_out.mesh = smoothed(m_out.mesh, mm, m_stop);
    end(std::move(step));
  }

  void decimate(double mm) {
    RepairStep step = begun(RepairStepKind::Decimate);
    if (auto mesh = decimated(m_out.mesh, mm, m_stop))
      m_out.mesh = std::move(*mesh);
    else
      step.note = "the surface is not closed and manifold";
    end(std::move(step));
  }

  Repaired take() { return std::move(m_out); }

 private:
  RepairStep begun(RepairStepKind kind) const {
    throwIfStopped(m_stop);
    RepairStep step;
    step.kind = kind;
    step.trianglesBefore = static_cast<std::int64_t>(m_out.mesh.triangles.size());
    return step;
  }

  void end(RepairStep step) {
    step.trianglesAfter = static_cast<std::int64_t>(m_out.mesh.triangles.size());
    const bool same = m_raw.vertices == m_out.mesh.vertices && m_raw.triangles == m_out.mesh.triangles;
    if (!same) step.deviation = deviationFrom(m_raw, TriangleTree(m_raw), m_out.mesh, m_stop);
    m_out.steps.push_back(std::move(step));
  }

  Mesh m_raw;
  Repaired m_out;
  const std::stop_token& m_stop;
};

}  // namespace

std::vector<std::string> RepairOptions::check() const {
  std::vector<std::string> problems;
  if (keepParts && *keepParts < 1) problems.push_back("at least one part must be kept");
  for (const auto& [mm, name] : {std::pair{smoothMm, "smoothing"}, std::pair{decimateMm, "decimation"}})
    if (mm && !(*mm > 0 && *mm <= kLargestMm))
      problems.push_back(std::string("the bound of the ") + name + " must be above 0 and at most 10 mm");
  return problems;
}

Repaired repair(const Mesh& raw, const RepairOptions& options, const std::stop_token& stop) {
  std::string problems;
  for (const std::string& problem : options.check()) problems += (problems.empty() ? "" : "; ") + problem;
  if (!problems.empty()) throw Error(ErrorCode::BadRequest, {{"problems", problems}});
  checkMesh(raw);
  Workbench bench(raw, stop);
  if (options.keepParts) bench.keepParts(*options.keepParts);
  if (options.clean) bench.clean();
  if (options.smoothMm) bench.smooth(*options.smoothMm);
  if (options.decimateMm) bench.decimate(*options.decimateMm);
  return bench.take();
}

std::string summaryOf(const std::vector<RepairStep>& steps) {
  std::string text;
  for (const RepairStep& step : steps) {
    if (!step.note.empty()) continue;
    double volume = 0;
    for (const DroppedShell& shell : step.dropped) volume += shell.volumeMm3;
    std::array<char, 100> detail{};
    if (step.kind == RepairStepKind::KeepParts)
      std::snprintf(detail.data(), detail.size(), " (%zu shell%s, %.2f ml dropped)", step.dropped.size(),
                    step.dropped.size() == 1 ? "" : "s", volume / 1000);
    else
      std::snprintf(detail.data(), detail.size(), " (%.3f mm)", step.deviation.maxMm);
    text += (text.empty() ? "" : ", ") + std::string(nameOf(step.kind)) + detail.data();
  }
  return text.empty() ? "none" : text;
}

const char* nameOf(RepairStepKind kind) {
  switch (kind) {
    case RepairStepKind::KeepParts: return "keep parts";
    case RepairStepKind::Clean: return "clean";
    case RepairStepKind::Smooth: return "smooth";
    case RepairStepKind::Decimate: return "decimate";
  }
  return "";
}

}  // namespace hipwright
