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
#include <vector>

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

/// The head and its joint alone.
Volume headCt(const PhantomParameters& p) {
  return makePhantom(p, phantomGrid(p.side, {{1, 1, 1}, {96, 80, 72}, "LPS"}), {}).ct;
}

/// Distance from `from` along a unit direction to the crest of the shell just inside the joint space, from `first` mm
/// on. A scanner shows a thin cortex wider than it is, but its crest stays in the cortex' middle.
double crest(const Volume& ct, const Vec3& from, const Vec3& direction, double first) {
  constexpr double kStep = 0.05;
  constexpr float kJointSpace = 150;  // HU above all cartilage
  constexpr float kBright = 300;
  const auto at = [&](double r) { return linear(ct, from + r * direction); };
  double r = first;
  for (float peak = 0; r < 32 && (peak < kBright || at(r) > kJointSpace); r += kStep) peak = std::max(peak, at(r));
  while (r > first && (at(r) < kBright || at(r - kStep) > at(r))) r -= kStep;
  return r;
}

struct FittedSphere {
  Vec3 centre{};
  double radius = 0;
  double residual = 0;  ///< root mean square, mm
};

/// Algebraic least squares with nothing known in advance.
FittedSphere fitSphere(const std::vector<Vec3>& points) {
  const double weight = 1 / static_cast<double>(points.size());
  const Vec3 mean = weight * std::accumulate(points.begin(), points.end(), Vec3{},
                                             [](const Vec3& a, const Vec3& b) { return a + b; });
  Mat3 spread{};
  Vec3 moment{};
  double square = 0;
  for (const Vec3& point : points) {
    const Vec3 q = point - mean;
    square += weight * dot(q, q);
    moment = moment + 0.5 * dot(q, q) * q;
    for (std::size_t r = 0; r < 3; ++r) spread[r] = spread[r] + q[r] * q;
  }
  const Vec3 offset = inverse(spread) * moment;
  FittedSphere sphere{mean + offset, std::sqrt(square + dot(offset, offset)), 0};
  for (const Vec3& point : points) {
    const double error = length(point - sphere.centre) - sphere.radius;
    sphere.residual += weight * error * error;
  }
  sphere.residual = std::sqrt(sphere.residual);
  return sphere;
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

  void everyDrawIsValid() {
    for (std::uint64_t seed = 0; seed < 20000; ++seed)
      QVERIFY2(drawParameters(seed).check().empty(), std::to_string(seed).c_str());
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
      const Volume ct = headCt(p);
      double peak = 17;  // the first bright shell that is followed by the joint space
      for (double r = 17; r < 31 && shellMean(ct, r) > shellMean(ct, peak) - 150; r += 0.25)
        if (shellMean(ct, r) > shellMean(ct, peak)) peak = r;
      QVERIFY2(std::abs(2 * peak + p.headCortex - diameter) <= 1.5, qPrintable(QString::number(2 * peak)));
    }
  }

  void headIsASphereInTheVoxels() {
    for (const double diameter : {42.0, 47.0, 53.0}) {
      PhantomParameters p = straightHip();
      p.headDiameter = diameter;
      p.acetabularRadius = diameter / 2 + p.jointSpace;
      const Volume ct = headCt(p);
      const Vec3 from{1, -0.8, 1.2};
      std::vector<Vec3> points;
      for (int i = 0; i < 600; ++i) {
        const double z = 0.15 + 0.84 * i / 600;
        const double r = std::sqrt(1 - z * z);
        const Vec3 direction{r * std::cos(2.399963 * i), r * std::sin(2.399963 * i), z};
        points.push_back(from + crest(ct, from, direction, 0.43 * diameter) * direction);
      }
      const FittedSphere head = fitSphere(points);
      const QString measured = QString("%1 mm, %2 mm off, residual %3")
                                   .arg(2 * head.radius + p.headCortex)
                                   .arg(length(head.centre))
                                   .arg(head.residual);
      QVERIFY2(std::abs(2 * head.radius + p.headCortex - diameter) < 1, qPrintable(measured));
      QVERIFY2(length(head.centre) < 1 && head.residual < 0.75, qPrintable(measured));
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

  void bonesAloneAreTheSameBones() {
    constexpr float kAboveMuscle = 150;
    PhantomParameters p = drawParameters(8);
    p.noise = 0;
    const Phantom whole = makePhantom(p, standardGrid(p), {});
    const Phantom bones = makePhantom(p, standardGrid(p), {}, PhantomDetail::Bones);
    QVERIFY(whole.ct.voxels != bones.ct.voxels);
    for (std::size_t i = 0; i < whole.ct.voxels.size(); ++i)
      QCOMPARE(std::max(bones.ct.voxels[i], kAboveMuscle), std::max(whole.ct.voxels[i], kAboveMuscle));
    QVERIFY(whole.implantSdf.voxels == bones.implantSdf.voxels);
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
