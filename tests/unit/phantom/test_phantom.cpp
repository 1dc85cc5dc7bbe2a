// The procedural hip measured back from its voxels, and what every grid, side and seed must agree on.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/phantom/hip_anatomy.h"
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"

#include <QTest>

#include <cmath>
#include <numbers>
#include <numeric>

using namespace hipwright;

namespace {

PhantomParameters straightHip() {
  PhantomParameters p;
  p.noise = 0;
  p.femurPose = {0, 0, 0};
  return p;
}

float linear(const Volume& v, const Vec3& patient) {
  const Vec3 at = v.geometry.patientToIndex(patient);
  float sum = 0;
  for (int corner = 0; corner < 8; ++corner) {
    double weight = 1;
    Index3 index{};
    for (std::size_t a = 0; a < 3; ++a) {
      const double low = std::floor(at[a]);
      const bool upper = (corner >> a & 1) != 0;
      weight *= upper ? at[a] - low : 1 - at[a] + low;
      index[a] = static_cast<std::int64_t>(low) + (upper ? 1 : 0);
    }
    sum += static_cast<float>(weight) * v.at(index[0], index[1], index[2]);
  }
  return sum;
}

/// Mean HU at a distance from the hip centre, over the dome of the head.
double shellMean(const Volume& ct, double radius) {
  double sum = 0;
  for (int i = 0; i < 400; ++i) {
    const double z = 0.4 + 0.59 * i / 400;
    const double turn = 2.399963 * i;
    const double r = std::sqrt(1 - z * z);
    sum += linear(ct, radius * Vec3{r * std::cos(turn), r * std::sin(turn), z});
  }
  return sum / 400;
}

/// Mean of the points of the femur that `accept` takes, on a 1 mm grid.
template <typename Accept>
Point femurCentroid(const Femur& femur, const Accept& accept) {
  Point sum;
  float count = 0;
  for (float z = -115; z < 40; ++z)
    for (float y = -45; y < 45; ++y)
      for (float x = -40; x < 80; ++x) {
        const Point p{x, y, z};
        if (!accept(p) || femur.outer(p) >= 0) continue;
        sum = sum + p;
        ++count;
      }
  return (1 / count) * sum;
}

}  // namespace

class TestPhantom : public QObject {
  Q_OBJECT

 private slots:
  void defaultsAndFiftySeedsAreValid() {
    QVERIFY(PhantomParameters{}.check().empty());
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
      const PhantomParameters p = drawParameters(seed);
      QVERIFY2(p.check().empty(), p.check().empty() ? "" : p.check().front().c_str());
      QVERIFY(p == drawParameters(seed));
      QVERIFY(!(p == drawParameters(seed + 1)));
    }
  }

  void contradictionsAreRefused() {
    PhantomParameters p;
    p.offset += 3;
    p.headDiameter = 90;
    QVERIFY(p.check().size() >= 3);
    QVERIFY_THROWS_EXCEPTION(Error, makePhantom(p, standardGrid({}), {}));
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_THROWS_EXCEPTION(Cancelled, makePhantom({}, standardGrid({}), stop.get_token()));
    QVERIFY_THROWS_EXCEPTION(Error, phantomGrid(Side::Left, {{1, 1, 1}, {96, 80, 144}, "LRS"}));
  }

  void headHasItsDiameter() {
    for (const double diameter : {42.0, 47.0, 53.0}) {
      PhantomParameters p = straightHip();
      p.headDiameter = diameter;
      p.acetabularRadius = diameter / 2 + p.jointSpace;
      const Volume ct = makePhantom(p, standardGrid(p), {}).ct;
      double peak = 17;  // the first bright shell that is followed by the joint space
      for (double r = 17; r < 31 && shellMean(ct, r) > shellMean(ct, peak) - 150; r += 0.25)
        if (shellMean(ct, r) > shellMean(ct, peak)) peak = r;
      QVERIFY2(std::abs(2 * peak + p.headCortex - diameter) <= 1.5, qPrintable(QString::number(2 * peak)));
    }
  }

  void neckHasItsAngleAndOffset() {
    for (const double angle : {118.0, 127.0, 137.0}) {
      PhantomParameters p = straightHip();
      p.neckShaftAngle = angle;
      p.neckLength = p.offset / std::sin(angle * std::numbers::pi / 180);
      const Femur femur(p);
      const auto r = static_cast<float>(p.headDiameter / 2);
      const Point neck =
          unit(femurCentroid(femur, [&](Point q) { return length(q) > 1.1F * r && length(q) < 1.3F * r; }));
      const Point high = femurCentroid(femur, [](Point q) { return q.z > -92 && q.z < -88; });
      const Point low = femurCentroid(femur, [](Point q) { return q.z > -112 && q.z < -108; });
      const double measured = std::acos(-dot(neck, unit(low - high))) * 180 / std::numbers::pi;
      QVERIFY2(std::abs(measured - angle) < 3.5, qPrintable(QString::number(measured)));
      QVERIFY(std::abs(std::abs(dot(high, unit(Point{neck.x, neck.y, 0}))) - p.offset) < 1.5);
    }
  }

  void canalHasItsWidth() {
    for (const double width : {11.0, 13.0, 16.0}) {
      PhantomParameters p = straightHip();
      p.canalDiameter = width;
      const Volume ct = makePhantom(p, standardGrid(p), {}).ct;
      const Femur femur(p);
      const HipFrame frame(p);
      const Point q{0, 0, -50};
      const Point centre = femur.junction() + Point{0, -0.0004F * q.z * q.z, q.z};
      double sum = 0;
      for (int i = 0; i < 72; ++i) {
        const auto turn = static_cast<float>(i * std::numbers::pi / 36);
        float r = 0;
        while (r < 14 && linear(ct, frame.toPatient(centre + r * Point{std::cos(turn), std::sin(turn), 0})) < 690)
          r += 0.1F;
        sum += r;
      }
      QVERIFY2(std::abs(2 * sum / 72 - width) <= 1, qPrintable(QString::number(2 * sum / 72)));
    }
  }

  void sameSeedSameVoxels() {
    const PhantomParameters p = drawParameters(3);
    const Phantom a = makePhantom(p, standardGrid(p), {});
    const Phantom b = makePhantom(p, standardGrid(p), {});
    QVERIFY(a.ct.voxels == b.ct.voxels && a.implantSdf.voxels == b.implantSdf.voxels);
  }

  void leftIsTheMirrorImage() {
    PhantomParameters p = drawParameters(4);
    p.side = Side::Right;
    Geometry grid = standardGrid(p);
    const Phantom right = makePhantom(p, grid, {});
    p.side = Side::Left;
    grid.origin[0] = -grid.origin[0];
    grid.direction[0][0] = -1;
    const Phantom left = makePhantom(p, grid, {});
    QVERIFY(right.ct.voxels == left.ct.voxels && right.implantSdf.voxels == left.implantSdf.voxels);
    QCOMPARE(left.plan.stemTip[0], -right.plan.stemTip[0]);
  }

  void everyGridShowsTheSameHip() {
    PhantomParameters p = drawParameters(5);
    p.noise = 0;
    const Vec3 extent{60, 48, 72};
    const Volume a = makePhantom(p, phantomGrid(p.side, {{3, 4, 2}, extent, "LPS"}), {}).ct;
    const Volume b = makePhantom(p, phantomGrid(p.side, {{2, 3, 4}, extent, "SRA"}), {}).ct;
    for (std::int64_t k = 0; k < a.geometry.size[2]; ++k)
      for (std::int64_t j = 0; j < a.geometry.size[1]; ++j)
        for (std::int64_t i = 0; i < a.geometry.size[0]; ++i) {
          const Vec3 at = b.geometry.patientToIndex(
              a.geometry.indexToPatient({static_cast<double>(i), static_cast<double>(j), static_cast<double>(k)}));
          const float other = b.at(std::lround(at[0]), std::lround(at[1]), std::lround(at[2]));
          QVERIFY(std::abs(a.at(i, j, k) - other) <= 1);
        }
  }
};

QTEST_APPLESS_MAIN(TestPhantom)
#include "test_phantom.moc"
