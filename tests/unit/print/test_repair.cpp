// Repair: every step does its part, says how far it moved the surface, and keeps within its bound.
#include "engine/core/error.h"
#include "engine/print/print_report.h"
#include "engine/print/print_text.h"
#include "engine/print/repair.h"
#include "engine/print/shells.h"
#include "tests/unit/print/fixtures.h"

#include <QTest>

using namespace hipwright;
using namespace hipwright::testing;

namespace {

RepairOptions nothing() {
  RepairOptions o;
  o.clean = false;
  return o;
}

/// A ball whose radius is rough from voxel to voxel.
Mesh roughBall() {
  std::mt19937 random(7);
  const Distance smooth = sphere({0.2, 0.1, -0.3}, 14);
  return extractSurface(sampled(poses().front().geometry, {37, 37, 37},
                                [&](const Vec3& p) { return smooth(p) + 0.15 * (random() / 2147483648.0 - 1); }),
                        0, {});
}

Mesh inSinglePrecision(Mesh mesh) {
  for (Vec3& p : mesh.vertices)
    for (double& x : p) x = static_cast<double>(static_cast<float>(x));
  return mesh;
}

double roughness(const Mesh& mesh, const Vec3& centre) {
  double sum = 0, squares = 0;
  for (const Vec3& p : mesh.vertices) {
    const double r = length(p - centre);
    sum += r;
    squares += r * r;
  }
  const auto n = static_cast<double>(mesh.vertices.size());
  return std::sqrt(std::max(0.0, squares / n - sum * sum / n / n));
}

}  // namespace

class TestRepair : public QObject {
  Q_OBJECT

 private slots:
  void defaultChangesNothingOnASoundSurface() {
    const Mesh mesh = ball({0, 0, 0}, 9);
    const Repaired r = repair(mesh, {}, {});
    QVERIFY(r.mesh.vertices == mesh.vertices && r.mesh.triangles == mesh.triangles);
    QCOMPARE(r.steps.size(), std::size_t{1});
    QCOMPARE(r.steps[0].deviation.maxMm, 0.0);
    QVERIFY(!r.steps[0].note.empty());
  }

  void cleaningRemovesWhatIsNoSurface() {
    const Mesh doubled = cubeWithADoubledTriangle();
    const Repaired r = repair(doubled, {}, {});
    QVERIFY(reportForPrinting(r.mesh, {}, {}).passes());
    QCOMPARE(r.mesh.triangles.size(), std::size_t{12});
    QCOMPARE(r.steps[0].deviation.maxMm, 0.0);
  }

  void cleaningClosesShortSidesAndStaysWithinItsBound() {
    const Mesh needle = cubeWithAFlatTriangle({1e-13, 0, 0});  // beside vertex 0
    QVERIFY(!reportForPrinting(needle, {}, {}).passes());
    const Repaired r = repair(needle, {}, {});
    QVERIFY2(reportForPrinting(r.mesh, {}, {}).passes(), printText(reportForPrinting(r.mesh, {}, {})).c_str());
    QVERIFY(r.steps[0].deviation.maxMm <= kDefaultRepairMm);
    const Mesh flat = cubeWithAFlatTriangle();  // its short sides are 5 mm: moving them is not for the default
    QCOMPARE(repair(flat, {}, {}).mesh.triangles.size(), flat.triangles.size());
  }

  void keepingTheLargestPartKeepsItsCavityAndShowsTheRest() {
    const Mesh hollow = together(box({30, 30, 30}), movedBy(insideOut(box({10, 10, 10})), {10, 10, 10}));
    const Mesh other =
        together(movedBy(box({20, 20, 20}), {50, 0, 0}), movedBy(insideOut(box({12, 12, 12})), {54, 4, 4}));
    RepairOptions o = nothing();
    o.keepParts = 1;
    const Repaired r = repair(together(hollow, other), o, {});
    QVERIFY(std::abs(checkMesh(r.mesh).volumeMm3 - 26000) < 1e-6);
    QCOMPARE(r.mesh.vertices.size(), std::size_t{16});
    QCOMPARE(r.steps[0].dropped.size(), std::size_t{2});
    QVERIFY(std::abs(r.steps[0].dropped[0].volumeMm3 - 8000) < 1e-6);
    QVERIFY((r.steps[0].dropped[0].lower == Vec3{50, 0, 0}));
    QCOMPARE(r.dropped.triangles.size(), std::size_t{24});
    QVERIFY(summaryOf(r.steps).starts_with("keep parts (2 shells, "));
    QCOMPARE(summaryOf({}), std::string("none"));
    QCOMPARE(r.steps[0].deviation.maxMm, 0.0);
    o.keepParts = 5;
    QCOMPARE(repair(together(hollow, other), o, {}).steps[0].dropped.size(), std::size_t{0});
  }

  void smoothingTakesTheRoughnessAndKeepsTheVolume() {
    const Mesh rough = roughBall();
    RepairOptions o = nothing();
    o.smoothMm = 0.25;
    const Repaired r = repair(rough, o, {});
    const Vec3 centre{18.2, 18.1, 17.7};
    const double before = roughness(rough, centre), after = roughness(r.mesh, centre);
    const double volume = checkMesh(r.mesh).volumeMm3 / checkMesh(rough).volumeMm3 - 1;
    qInfo("roughness %.4f -> %.4f mm, volume %+.3f %%, deviation max %.3f mean %.4f mm", before, after, 100 * volume,
          r.steps[0].deviation.maxMm, r.steps[0].deviation.meanMm);
    QVERIFY(after < 0.7 * before);
    QVERIFY(std::abs(volume) < 0.002);
    QVERIFY(r.steps[0].deviation.maxMm <= 0.25 && r.steps[0].deviation.meanMm > 0);
    QVERIFY(reportForPrinting(r.mesh, {}, {}).passes());
  }

  /// In a file too, whose coordinates are rounded.
  void smoothingKeepsToItsBound() {
    const Mesh block = extractSurface(sampled(poses()[2].geometry, {19, 31, 31}, plate(6, 12)), 0, {});
    for (const double mm : {0.05, 0.1}) {
      const Mesh rough = inSinglePrecision(movedBy(block, {-211, 87, 643}));
      RepairOptions o = nothing();
      o.smoothMm = mm;
      const Mesh stored = inSinglePrecision(repair(rough, o, {}).mesh);
      double farthest = 0;
      for (std::size_t v = 0; v < stored.vertices.size(); ++v)
        farthest = std::max(farthest, length(stored.vertices[v] - rough.vertices[v]));
      QVERIFY2(farthest <= mm && farthest > 0.99 * mm, qPrintable(QString::number(farthest, 'g', 17)));
    }
  }

  void decimationStaysWithinItsError() {
    const Mesh raw = ball({0.3, 0.1, 0.2}, 14);
    std::size_t last = raw.triangles.size();
    for (const double mm : {0.02, 0.1}) {
      RepairOptions o = nothing();
      o.decimateMm = mm;
      const Repaired r = repair(raw, o, {});
      qInfo("decimated to %.2f mm: %zu -> %zu triangles, max %.4f, mean %.4f mm", mm, raw.triangles.size(),
            r.mesh.triangles.size(), r.steps[0].deviation.maxMm, r.steps[0].deviation.meanMm);
      QVERIFY(r.steps[0].deviation.maxMm <= mm);
      QVERIFY(r.mesh.triangles.size() < last);
      QVERIFY(reportForPrinting(r.mesh, {}, {}).passes());
      last = r.mesh.triangles.size();
    }
  }

  void openSurfaceIsNotDecimatedAndSaysWhy() {
    RepairOptions o = nothing();
    o.decimateMm = 0.1;
    const Repaired r = repair(cubeWithoutItsLid(), o, {});
    QCOMPARE(r.mesh.triangles.size(), std::size_t{10});
    QVERIFY(!r.steps[0].note.empty());
  }

  void stepsRunInTheirOrder() {
    RepairOptions o;
    o.keepParts = 1;
    o.smoothMm = 0.1;
    o.decimateMm = 0.05;
    const Repaired r = repair(together(ball({0, 0, 0}, 9), movedBy(box({2, 2, 2}), {30, 0, 0})), o, {});
    QCOMPARE(r.steps.size(), std::size_t{4});
    for (std::size_t i = 0; i < 4; ++i) QCOMPARE(static_cast<std::size_t>(r.steps[i].kind), i);
    QVERIFY(r.steps[3].deviation.maxMm <= 0.15);
    QVERIFY(repairText(r.steps).find("dropped") != std::string::npos);
  }

  void unusableOptionsAreRefused() {
    RepairOptions parts, smooth, error;
    parts.keepParts = 0;
    smooth.smoothMm = -1;
    error.decimateMm = std::nan("");
    for (const RepairOptions& o : {parts, smooth, error})
      QVERIFY_THROWS_EXCEPTION(Error, repair(ball({0, 0, 0}, 4), o, {}));
  }

  void emptySurfaceStaysEmpty() {
    RepairOptions o;
    o.keepParts = 1;
    o.smoothMm = 0.1;
    o.decimateMm = 0.1;
    QVERIFY(repair({}, o, {}).mesh.triangles.empty());
  }
};

QTEST_APPLESS_MAIN(TestRepair)
#include "test_repair.moc"
