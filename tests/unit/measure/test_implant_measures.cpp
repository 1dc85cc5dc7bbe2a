// Fits on exact shapes, and the measures of phantoms' implants against their plans.
#include "engine/measure/extent.h"
#include "engine/measure/fits.h"
#include "engine/measure/implant_measures.h"
#include "tests/unit/measure/planned_case.h"
#include "tests/unit/measure/shape_fields.h"

#include <QTest>

#include <numbers>

namespace hipwright {
namespace {

using namespace test;

constexpr std::uint64_t kFirst = 100;
constexpr std::uint64_t kCount = 12;

/// The liner's gap filled on one side, as a poor prediction might: cup and head in one piece.
Volume bridged(const PlannedCase& c) {
  Volume field = c.metal;
  const Vec3 at = c.plan.centreOfRotation - (0.5 * c.plan.cupOuterDiameter - 8) * c.plan.cupAxis;
  const Volume bridge = test::sampled(field.geometry, [&](const Vec3& p) { return 9 - length(p - at); });
  for (std::size_t i = 0; i < field.voxels.size(); ++i) field.voxels[i] = std::max(field.voxels[i], bridge.voxels[i]);
  return field;
}

/// An implant may not be measured better than its parts are there; this prints why and fails.
bool measured(const ImplantMeasures& m) {
  for (const std::string& reason :
       {m.joint ? "" : m.joint.reason(), m.cup ? "" : m.cup.reason(), m.stem ? "" : m.stem.reason()})
    if (!reason.empty()) qWarning("%s", reason.c_str());
  return m.joint && m.cup && m.stem;
}

struct Worst {
  double centre = 0, radius = 0, cupRadius = 0, inclination = 0, anteversion = 0, stem = 0;

  void add(const PlannedCase& c, const ImplantMeasures& m) {
    const auto keep = [](double& worst, double value) { worst = std::max(worst, std::abs(value)); };
    keep(centre, length(m.joint->head.centre - c.plan.centreOfRotation));
    keep(radius, m.joint->head.radiusMm - c.plan.headDiameter / 2);
    keep(cupRadius, m.joint->cupOuter->radiusMm - c.plan.cupOuterDiameter / 2);
    const CupAngles planned = cupAngles(c.plan.cupAxis);
    keep(inclination, m.cup->angles.inclination - planned.inclination);
    keep(anteversion, m.cup->angles.anteversion - planned.anteversion);
    keep(stem, angleBetween(m.stem->axis, designedAxis(c)));
  }

  bool within(double mm, double degrees) const {
    qInfo(
        "worst: centre %.3f mm, head radius %.3f mm, cup radius %.3f mm, inclination %.2f, anteversion %.2f, stem %.2f",
        centre, radius, cupRadius, inclination, anteversion, stem);
    return std::max({centre, radius, cupRadius}) < mm && std::max({inclination, anteversion, stem}) < degrees;
  }
};

}  // namespace

class TestImplantMeasures : public QObject {
  Q_OBJECT

 private slots:
  void fitsRecoverExactShapes() {
    std::vector<WeightedPoint> ball;
    std::vector<WeightedPoint> line;
    std::vector<WeightedPoint> disc;
    for (int i = 0; i < 60; ++i) {
      const double a = 0.7 * i;
      const double h = -0.9 + 0.02 * i;
      const double r = std::sqrt(1 - h * h);
      ball.push_back({Vec3{3, -5, 8} + 14.0 * Vec3{r * std::cos(a), r * std::sin(a), h}, 1.0 + i % 3});
      line.push_back({Vec3{1, 2, 3} + static_cast<double>(i) * Vec3{0.6, 0, 0.8}, 1});
      disc.push_back({Vec3{1, 2, 3} + Vec3{5 * std::cos(a), 4 * std::sin(a), 0}, 1});
    }
    const auto sphere = fitSphere(ball);
    QVERIFY(sphere && length(sphere->centre - Vec3{3, -5, 8}) < 1e-6 && std::abs(sphere->radiusMm - 14) < 1e-6);
    QVERIFY(sphere->residualMm < 1e-6);
    const auto axis = fitLine(line);
    QVERIFY(axis && std::abs(dot(axis->direction, {0.6, 0, 0.8})) > 1 - 1e-9 && axis->residualMm < 1e-6);
    const auto plane = fitPlane(disc);
    QVERIFY(plane && std::abs(plane->normal[2]) > 1 - 1e-9 && plane->residualMm < 1e-6);
  }

  void fitsRefuseWhatDeterminesNothing() {
    QVERIFY(!fitSphere({{{0, 0, 0}, 1}, {{1, 0, 0}, 1}, {{0, 1, 0}, 1}}));
    QVERIFY(!fitSphere({{{0, 0, 0}, 1}, {{1, 0, 0}, 1}, {{0, 1, 0}, 1}, {{1, 1, 0}, 1}, {{2, 1, 0}, 1}}));
    QVERIFY(!fitLine({{{1, 1, 1}, 1}, {{1, 1, 1}, 1}}));
    QVERIFY(!fitPlane({{{0, 0, 0}, 1}, {{1, 1, 1}, 1}, {{2, 2, 2}, 1}}));
  }

  void residualsAreRootMeanSquares() {
    std::vector<WeightedPoint> points;
    for (int i = 0; i < 100; ++i) points.push_back({{static_cast<double>(i), i % 2 == 0 ? 0.3 : -0.3, 0}, 1});
    QVERIFY(std::abs(fitLine(points)->residualMm - 0.3) < 0.01);
  }

  void anglesAreMurrays() {
    // Murray's own relations: a cup with 40 of inclination and 20 of anteversion, on either side.
    const double i = 40 * std::numbers::pi / 180;
    const double v = 20 * std::numbers::pi / 180;
    for (const double side : {-1.0, 1.0}) {
      const CupAngles angles = cupAngles({side * std::sin(i) * std::cos(v), -std::sin(v), -std::cos(i) * std::cos(v)});
      QVERIFY(std::abs(angles.inclination - 40) < 1e-9 && std::abs(angles.anteversion - 20) < 1e-9);
    }
    QVERIFY(std::abs(angleBetween({1, 0, 0}, {1, 1, 0}) - 45) < 1e-9);
  }

  void trueImplantsHaveTheirPlansMeasures() {
    Worst worst;
    for (std::uint64_t seed = kFirst; seed < kFirst + kCount; ++seed) {
      const PlannedCase c = makeCase(seed, seed % 2 == 0 ? Side::Right : Side::Left);
      const ImplantMeasures m = measureImplant(c.metal);
      QVERIFY2(measured(m), qPrintable(QString("seed %1").arg(seed)));
      worst.add(c, m);
    }
    QVERIFY(worst.within(0.2, 1));
  }

  void flatVoxelsAreMeasuredToo() {
    const PlannedCase c = makeCase(kFirst, Side::Right, {0.8, 0.8, 2});
    const ImplantMeasures m = measureImplant(c.metal);
    QVERIFY(measured(m));
    Worst worst;
    worst.add(c, m);
    QVERIFY(worst.within(0.3, 1.5));
  }

  void aBridgeBetweenCupAndHeadDoesNotDisturb() {
    Worst worst;
    for (std::uint64_t seed = kFirst; seed < kFirst + 3; ++seed) {
      const PlannedCase c = makeCase(seed);
      const Volume touching = bridged(c);
      QCOMPARE(findComponents(touching).voxels.size(), std::size_t{1});
      const ImplantMeasures m = measureImplant(touching);
      QVERIFY2(measured(m), qPrintable(QString("seed %1").arg(seed)));
      worst.add(c, m);
    }
    QVERIFY(worst.within(0.5, 1.5));
  }

  void withoutACupTheStemRemains() {
    PhantomParameters p = drawParameters(kFirst);
    p.side = Side::Right;
    const ImplantMeasures m = measureImplant(sampleImplant(p, ImplantPart::Stem, standardGrid(p), {}));
    QVERIFY(m.joint && length(m.joint->head.centre - planOf(p).centreOfRotation) < 0.2);
    QVERIFY(!m.joint->cupOuter && !m.cup && m.stem);
  }

  void aNeckIsNoStem() {
    for (std::uint64_t seed = kFirst; seed < kFirst + 4; ++seed)
      for (const double below : {25.0, 30.0, 35.0, 40.0, 50.0}) {
        // A prediction that ends below the neck, cut across it or level.
        PlannedCase c = makeCase(seed);
        const Vec3 centre = c.plan.centreOfRotation;
        const Vec3 level{0, 0, -1};
        const double angle = (180 - c.plan.stemNeckAngle) * std::numbers::pi / 180;
        const Vec3 across = cross(c.plan.stemAxis, cross(centre - c.plan.stemTip, c.plan.stemAxis));
        const Vec3 neck = -std::cos(angle) * c.plan.stemAxis - std::sin(angle) / length(across) * across;
        for (const Vec3& down : {level, neck}) {
          const Volume cut =
              test::sampled(c.metal.geometry, [&](const Vec3& p) { return below - dot(p - centre, down); });
          Volume field = c.metal;
          for (std::size_t i = 0; i < field.voxels.size(); ++i)
            field.voxels[i] = std::min(field.voxels[i], cut.voxels[i]);
          const ImplantMeasures m = measureImplant(field);
          QVERIFY(m.joint);
          if (m.stem)
            qWarning("seed %llu, %.0f mm: axis %.2f %.2f %.2f, residual %.2f mm", static_cast<unsigned long long>(seed),
                     below, m.stem->axis[0], m.stem->axis[1], m.stem->axis[2], m.stem->residualMm);
          QVERIFY(!m.stem);
        }
      }
  }

  void whatIsNoImplantIsNotMeasured() {
    const Geometry grid = test::gridAround(40, {1, 1, 1});
    for (const Volume& field :
         {test::capsule(grid, 30, 6),
          Volume{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)), -1.0F)}}) {
      const ImplantMeasures m = measureImplant(field);
      QVERIFY(!m.joint && !m.cup && !m.stem);
      QVERIFY(!m.joint.reason().empty() && m.cup.reason() == m.joint.reason());
    }
    const ImplantMeasures ball = measureImplant(test::sphere(grid, {0, 0, 0}, 14));
    QVERIFY(ball.joint && !ball.cup && !ball.stem);
  }
};

}  // namespace hipwright

QTEST_APPLESS_MAIN(hipwright::TestImplantMeasures)
#include "test_implant_measures.moc"
