// The planned implant: a true distance field that sits in the acetabulum and in the canal of any hip.
#include "engine/phantom/hip_anatomy.h"
#include "engine/phantom/implant.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"

#include <QTest>

#include <cmath>

using namespace hipwright;

namespace {

/// Calls visit(point in the hip frame) on a 2 mm grid around the implant.
template <typename Visit>
void everywhere(const Visit& visit) {
  for (float z = -126; z < 45; z += 2)
    for (float y = -50; y < 50; y += 2)
      for (float x = -45; x < 80; x += 2) visit(Point{x, y, z});
}

/// mm from a point in LPS to the nearest face of the box of voxel centres, negative outside.
double borderDistance(const Geometry& grid, const Vec3& patient) {
  const Vec3 at = grid.patientToIndex(patient);
  double nearest = 1e9;
  for (std::size_t a = 0; a < 3; ++a)
    nearest =
        std::min({nearest, at[a] * grid.spacing[a], (static_cast<double>(grid.size[a] - 1) - at[a]) * grid.spacing[a]});
  return nearest;
}

struct Hip {
  PhantomParameters parameters;
  HipAnatomy anatomy;
  Implant implant;
  explicit Hip(std::uint64_t seed)
      : parameters(drawParameters(seed)),
        anatomy(parameters, 1),
        implant(parameters, anatomy.femur(), anatomy.frame()) {}
};

}  // namespace

class TestPhantomImplant : public QObject {
  Q_OBJECT

 private slots:
  void planFollowsItsRules() {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      const Hip hip(seed);
      const ImplantPlan& plan = hip.implant.plan();
      const double reamed = 2 * hip.parameters.acetabularRadius;
      QVERIFY(plan.cupOuterDiameter >= reamed && plan.cupOuterDiameter < reamed + 2);
      QCOMPARE(std::fmod(plan.cupOuterDiameter, 2), 0.0);
      QVERIFY(plan.linerThickness >= 4 && plan.stemSize >= 1 && plan.stemSize <= 12);
      QVERIFY2(std::abs(plan.stemShift) <= 2.5, qPrintable(QString::number(plan.stemShift)));
      QVERIFY(plan.cupAnteversion >= 15 && plan.cupAnteversion <= 20 && plan.cupInclination == 40);
      QVERIFY(std::abs(length(plan.cupAxis) - 1) < 1e-5 && std::abs(length(plan.stemAxis) - 1) < 1e-5);
    }
  }

  void standardGridHoldsEveryImplant() {
    constexpr double kTipMargin = 2;  // mm to the centres of the outermost voxels
    constexpr double kMetalMargin = 0.5;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
      const Hip hip(seed);
      const Geometry grid = standardGrid(hip.parameters);
      const Vec3 tip = hip.implant.plan().stemTip;
      QVERIFY2(borderDistance(grid, tip) >= kTipMargin, qPrintable(QString("tip of seed %1").arg(seed)));
      double nearest = 1e9;
      everywhere([&](Point p) {
        if (hip.implant.metal(p, 1) <= 0)
          nearest = std::min(nearest, borderDistance(grid, hip.anatomy.frame().toPatient(p)));
      });
      QVERIFY2(nearest >= kMetalMargin, qPrintable(QString("seed %1: %2 mm").arg(seed).arg(nearest)));
    }
  }

  void metalIsCupAndStemWithinReach() {
    constexpr float kReach = 5;
    for (std::uint64_t seed = 0; seed < 8; ++seed) {
      const Hip hip(seed);
      int near = 0;
      everywhere([&](Point p) {
        const float exact = std::min(hip.implant.cup(p), hip.implant.stem(p));
        const float quick = hip.implant.metal(p, kReach);
        near += exact < kReach ? 1 : 0;
        QVERIFY(exact < kReach ? std::abs(quick - exact) < 1e-4F : quick >= kReach - 1e-4F);
      });
      QVERIFY(near > 5000);
    }
  }

  void gradientHasLengthOne() {
    const Hip hip(2);
    int all = 0;
    int good = 0;
    const auto field = [&](Point p) { return std::min(hip.implant.cup(p), hip.implant.stem(p)); };
    everywhere([&](Point p) {
      const float d = field(p);
      if (std::abs(d) > 4.5F || std::abs(d) < 0.1F) return;
      const float h = 0.05F;
      const Point g = (1 / (2 * h)) * Point{field(p + Point{h, 0, 0}) - field(p - Point{h, 0, 0}),
                                            field(p + Point{0, h, 0}) - field(p - Point{0, h, 0}),
                                            field(p + Point{0, 0, h}) - field(p - Point{0, 0, h})};
      ++all;
      good += std::abs(length(g) - 1) < 0.01F ? 1 : 0;
    });
    // The rest straddles a medial axis.
    QVERIFY2(all > 5000 && good > 0.97 * all, qPrintable(QString("%1 of %2").arg(good).arg(all)));
  }

  void fieldIsNormalisedAndPartsMakeTheWhole() {
    const PhantomParameters p = drawParameters(6);
    const Geometry grid = standardGrid(p);
    const Phantom phantom = makePhantom(p, grid, {});
    const Volume cup = sampleImplant(p, ImplantPart::Cup, grid, {});
    const Volume stem = sampleImplant(p, ImplantPart::Stem, grid, {});
    double outermost = 0;
    for (std::int64_t k = 0; k < grid.size[2]; ++k)
      for (std::int64_t j = 0; j < grid.size[1]; ++j)
        for (std::int64_t i = 0; i < grid.size[0]; ++i) {
          const float whole = phantom.implantSdf.at(i, j, k);
          QCOMPARE(whole, std::max(cup.at(i, j, k), stem.at(i, j, k)));
          QVERIFY(whole >= -1 && whole <= 1);
          if (whole > 0) QVERIFY(phantom.ct.at(i, j, k) > -300);
          if (cup.at(i, j, k) <= 0) continue;
          const Vec3 at = grid.indexToPatient({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)});
          outermost = std::max(outermost, length(at - phantom.plan.centreOfRotation));
        }
    QVERIFY(std::abs(outermost - phantom.plan.cupOuterDiameter / 2) < 1);
    const Index3 n = grid.size;
    QVERIFY(phantom.implantSdf.at(0, 0, 0) == -1 && phantom.implantSdf.at(n[0] - 1, n[1] - 1, n[2] - 1) == -1);
  }

  void cupTouchesTheAcetabulum() {
    for (std::uint64_t seed = 0; seed < 12; ++seed) {
      const Hip hip(seed);
      int surface = 0;
      int touching = 0;
      everywhere([&](Point p) {
        const bool outside = length(p) > 0.5 * hip.implant.plan().cupOuterDiameter - 2;
        if (!outside || std::abs(hip.implant.cup(p)) > 1) return;
        ++surface;
        touching += hip.anatomy.pelvis().outer(p) < 1.5F ? 1 : 0;
      });
      QVERIFY2(touching > 0.6 * surface, qPrintable(QString("%1 of %2").arg(touching).arg(surface)));
    }
  }

  void stemStaysInTheCanal() {
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
      const Hip hip(seed);
      const float top = hip.anatomy.femur().junction().z - 5;
      int all = 0;
      int cortical = 0;
      everywhere([&](Point p) {
        const Point f = hip.anatomy.frame().toFemur(p);
        if (f.z > top || hip.implant.stem(p) > 0) return;
        ++all;
        cortical += hip.anatomy.femur().inner(f) > 0.5F ? 1 : 0;
      });
      QVERIFY2(
          all > 300 && cortical < 0.06 * all,
          qPrintable(
              QString("seed %1: %2 of %3, size %4").arg(seed).arg(cortical).arg(all).arg(hip.implant.plan().stemSize)));
    }
  }
};

QTEST_APPLESS_MAIN(TestPhantomImplant)
#include "test_phantom_implant.moc"
