#include "engine/print/print_report.h"

#include "engine/print/fault_triangles.h"
#include "engine/print/nesting.h"
#include "engine/print/self_intersections.h"
#include "engine/print/shells.h"
#include "engine/print/triangle_tree.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace hipwright {
namespace {

/// PrusaSlicer asks whether a part below this volume was meant in inches.
constexpr double kLikelyInchesMm3 = 9;

/// What rounding adds to a distance that keeps to its limit, mm.
constexpr double kRoundingMm = 1e-6;

std::vector<std::uint32_t> trianglesOf(const std::vector<std::array<std::uint32_t, 2>>& pairs) {
  std::vector<std::uint32_t> out;
  for (const auto& pair : pairs) out.insert(out.end(), pair.begin(), pair.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

bool fits(const MeshReport& mesh, Vec3 printer) {
  Vec3 size = mesh.upper - mesh.lower;
  std::sort(size.begin(), size.end());
  std::sort(printer.begin(), printer.end());
  return std::equal(size.begin(), size.end(), printer.begin(), [](double a, double b) { return a <= b; });
}

std::int64_t countOf(const std::vector<std::uint32_t>& list) { return static_cast<std::int64_t>(list.size()); }

class Findings {
 public:
  /// A check that fails if there is anything to count.
  void add(PrintCheck check, std::int64_t count, std::vector<std::uint32_t> triangles = {}) {
    m_list.push_back({check, count > 0 ? Verdict::Fail : Verdict::Pass, count, std::move(triangles)});
  }
  /// Thin tips of edges, and the bottoms of grooves, are worth a note; a thin wall or a narrow gap fails.
  void addThin(PrintCheck check, const WallThickness& wall) {
    const bool isWall = wall.thinAreaMm2 >= kThinSpotMm2;
    const Verdict verdict = isWall ? Verdict::Fail : wall.tooThin.empty() ? Verdict::Pass : Verdict::Note;
    m_list.push_back({check, verdict, countOf(wall.tooThin), wall.tooThin});
  }
  void addOverhang(const Overhang& overhang) {
    const Verdict verdict = overhang.triangles.empty() ? Verdict::Pass : Verdict::Note;
    m_list.push_back({PrintCheck::Overhang, verdict, countOf(overhang.triangles), overhang.triangles});
  }
  void add(PrintFinding finding) { m_list.push_back(std::move(finding)); }
  void note(PrintCheck check, Verdict verdict, std::int64_t count) { m_list.push_back({check, verdict, count, {}}); }
  std::vector<PrintFinding> take() { return std::move(m_list); }

 private:
  std::vector<PrintFinding> m_list;
};

/// The shells of a surface, each with its place.
class Shells {
 public:
  Shells(const Mesh& mesh, const TriangleTree& tree)
      : m_shells(shellsOf(mesh)), m_nesting(nestingOf(mesh, m_shells, tree)) {}

  /// The largest parts are those that are meant: beyond the limit, the others are marked.
  PrintFinding parts(int most) const {
    PrintFinding out{PrintCheck::Parts, Verdict::Pass, 0, {}};
    for (std::size_t s = 0; s < m_shells.size(); ++s)
      if (m_nesting[s].isSolid() && ++out.count > most) mark(s, out);
    if (out.count > 1) out.verdict = out.count > most ? Verdict::Fail : Verdict::Note;
    return sorted(std::move(out));
  }
  PrintFinding dust(ShellSum& sum) const {
    bool isLargest = true;
    return noted(PrintCheck::Dust, sum, [&](std::size_t s) {
      return m_nesting[s].isSolid() && !std::exchange(isLargest, false) && std::abs(m_shells[s].volumeMm3) < kDustMm3;
    });
  }
  PrintFinding cavities(ShellSum& sum) const {
    return noted(PrintCheck::Cavities, sum,
                 [&](std::size_t s) { return !m_nesting[s].isSolid() && facesRight(m_shells[s], m_nesting[s]); });
  }
  PrintFinding turned() const {
    PrintFinding out{PrintCheck::InsideOut, Verdict::Pass, 0, {}};
    for (std::size_t s = 0; s < m_shells.size(); ++s) {
      if (facesRight(m_shells[s], m_nesting[s])) continue;
      ++out.count;
      mark(s, out);
    }
    if (out.count > 0) out.verdict = Verdict::Fail;
    return sorted(std::move(out));
  }

 private:
  void mark(std::size_t s, PrintFinding& finding) const {
    finding.triangles.insert(finding.triangles.end(), m_shells[s].triangles.begin(), m_shells[s].triangles.end());
  }
  static PrintFinding sorted(PrintFinding finding) {
    std::sort(finding.triangles.begin(), finding.triangles.end());
    return finding;
  }
  template <typename Are>
  PrintFinding noted(PrintCheck check, ShellSum& sum, Are are) const {
    PrintFinding out{check, Verdict::Pass, 0, {}};
    for (std::size_t s = 0; s < m_shells.size(); ++s) {
      if (!are(s)) continue;
      ++sum.count;
      sum.volumeMm3 += std::abs(m_shells[s].volumeMm3);
      mark(s, out);
    }
    out.count = sum.count;
    if (sum.count > 0) out.verdict = Verdict::Note;
    return sorted(std::move(out));
  }

  std::vector<Shell> m_shells;
  std::vector<Nesting> m_nesting;
};

}  // namespace

bool PrintReport::passes() const {
  return std::none_of(findings.begin(), findings.end(),
                      [](const PrintFinding& finding) { return finding.verdict == Verdict::Fail; });
}

bool PrintReport::isSolid() const {
  return mesh.printable() && finding(PrintCheck::InsideOut).verdict == Verdict::Pass;
}

const PrintFinding& PrintReport::finding(PrintCheck check) const {
  return findings.at(static_cast<std::size_t>(check));
}

PrintReport reportForPrinting(const Mesh& mesh, const PrintOptions& options, const std::stop_token& stop) {
  PrintReport out;
  out.options = options;
  out.mesh = checkMesh(mesh);
  out.lower = out.mesh.lower;
  out.upper = out.mesh.upper;
  FaultTriangles faults = findFaultTriangles(mesh);
  const auto intersections = selfIntersections(mesh, stop);
  const TriangleTree tree(mesh);
  out.wall = measureWalls(mesh, tree, options.thinnestWallMm, stop);
  out.gap = measureGaps(mesh, tree, options.narrowestGapMm, stop);
  out.overhang = findOverhang(mesh);
  const MeshReport& m = out.mesh;
  const Shells shells(mesh, tree);
  Findings list;
  list.add(PrintCheck::NoSurface, m.triangles == 0 ? 1 : 0);
  list.add(PrintCheck::OpenEdges, m.openEdges, std::move(faults.atOpenEdges));
  list.add(PrintCheck::NonManifoldEdges, m.nonManifoldEdges, std::move(faults.atNonManifoldEdges));
  list.add(PrintCheck::NonManifoldVertices, m.nonManifoldVertices, std::move(faults.atNonManifoldVertices));
  list.add(PrintCheck::FlippedEdges, m.flippedEdges, std::move(faults.atFlippedEdges));
  list.add(shells.turned());
  list.add(PrintCheck::DegenerateTriangles, m.degenerateTriangles, std::move(faults.degenerate));
  const std::int64_t duplicates = countOf(faults.duplicate);
  list.add(PrintCheck::DuplicateTriangles, duplicates, std::move(faults.duplicate));
  list.add(PrintCheck::SelfIntersections, static_cast<std::int64_t>(intersections.size()), trianglesOf(intersections));
  list.addThin(PrintCheck::ThinWalls, out.wall);
  list.add(PrintCheck::PrinterSize, fits(m, options.printerMm) ? 0 : 1);
  list.note(PrintCheck::Unit, m.volumeMm3 > 0 && m.volumeMm3 < kLikelyInchesMm3 ? Verdict::Note : Verdict::Pass, 0);
  list.add(shells.parts(options.mostParts));
  list.addThin(PrintCheck::NarrowGaps, out.gap);
  list.addOverhang(out.overhang);
  list.note(PrintCheck::Deviation, Verdict::Note, 0);
  list.add(shells.dust(out.dust));
  list.add(shells.cavities(out.cavities));
  list.note(PrintCheck::FieldEdge, Verdict::Pass, 0);
  out.findings = list.take();
  return out;
}

bool isTooFar(const Deviation& fromIsosurface, const PrintOptions& options) {
  return !(fromIsosurface.maxMm <= options.mostDeviationMm + kRoundingMm);
}

void addDeviation(PrintReport& report, const Deviation& fromIsosurface) {
  const bool isFar = isTooFar(fromIsosurface, report.options);
  report.deviation = fromIsosurface;
  PrintFinding& finding = report.findings.at(static_cast<std::size_t>(PrintCheck::Deviation));
  finding.verdict = isFar ? Verdict::Fail : Verdict::Pass;
  finding.count = isFar ? 1 : 0;
}

void addFieldEdge(PrintReport& report, const FieldEdge& edge) {
  report.cutMm2 = edge.areaMm2;
  PrintFinding& finding = report.findings.at(static_cast<std::size_t>(PrintCheck::FieldEdge));
  finding.verdict = edge.triangles.empty() ? Verdict::Pass : Verdict::Note;
  finding.count = countOf(edge.triangles);
  finding.triangles = edge.triangles;
}

}  // namespace hipwright
