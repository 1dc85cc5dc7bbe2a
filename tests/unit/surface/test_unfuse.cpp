// From a fused CT back to the field: exact within the soft edge, the right side of the surface everywhere else.
#include "engine/core/error.h"
#include "engine/surface/isosurface.h"
#include "engine/surface/mesh_check.h"
#include "engine/surface/unfuse.h"

#include <QTest>

#include <algorithm>
#include <cmath>

using namespace hipwright;

namespace {

Volume row(std::vector<float> values) {
  const auto n = static_cast<std::int64_t>(values.size());
  return {{{n, 1, 1}, {1, 1, 1}, {0, 0, 0}, kIdentity3}, std::move(values)};
}

float back(float hu, float sdf, const FuseOptions& options = {}) {
  const Volume ct = row({hu});
  return fieldOfFused(ct, fuse(ct, row({sdf}), options), options).voxels.front();
}

/// Distance to a sphere in units of 10 mm, clamped as the networks' fields are.
Volume sphereField(double radius) {
  Volume field{{{40, 40, 40}, {1, 1, 1}, {-20, -20, -20}, kIdentity3}, {}};
  for (int z = 0; z < 40; ++z)
    for (int y = 0; y < 40; ++y)
      for (int x = 0; x < 40; ++x) {
        const double distance =
            radius - std::sqrt((x - 20.) * (x - 20.) + (y - 20.) * (y - 20.) + (z - 20.) * (z - 20.));
        field.voxels.push_back(static_cast<float>(std::clamp(distance / 10, -1.0, 1.0)));
      }
  return field;
}

}  // namespace

class TestUnfuse : public QObject {
  Q_OBJECT

 private slots:
  void isExactWithinTheSoftEdge_data() {
    QTest::addColumn<float>("hu");
    QTest::newRow("air") << -1000.0F;
    QTest::newRow("fat") << -80.0F;
    QTest::newRow("trabecular bone") << 300.0F;
    QTest::newRow("cortex") << 1900.0F;
  }

  void isExactWithinTheSoftEdge() {
    QFETCH(float, hu);
    for (int i = -9; i <= 9; ++i) {
      const float sdf = 0.01F * static_cast<float>(i);
      QVERIFY2(std::abs(back(hu, sdf) - sdf) < 1e-5F, qPrintable(QString::number(sdf)));
    }
  }

  void endsAtTheBand() {
    QVERIFY(std::abs(back(-500, 0.7F) - 0.1F) < 1e-6F);
    QVERIFY(std::abs(back(-500, -0.7F) + 0.1F) < 1e-6F);
    const FuseOptions wide{0.5};
    QVERIFY(std::abs(back(-500, 0.4F, wide) - 0.4F) < 1e-5F);
    QVERIFY(std::abs(back(-500, 0.9F, wide) - 0.5F) < 1e-5F);
  }

  void metalOfTheCtIsOutside() {
    QCOMPARE(back(2900, -1.0F), -0.1F);  // an implant the patient already has
    QCOMPARE(back(3071, 1.0F), -0.1F);   // as dense as ours: it cannot be told apart
    QVERIFY(back(2900, 1.0F) > 0);       // denser than the CT was: ours
  }

  void keepsTheSurface() {
    const Volume field = sphereField(9);
    Volume ct = field;
    for (std::size_t i = 0; i < ct.voxels.size(); ++i) ct.voxels[i] = i % 7 < 3 ? -900.0F : 250.0F;
    const Volume read = fieldOfFused(ct, fuse(ct, field));
    for (std::size_t i = 0; i < read.voxels.size(); ++i) QCOMPARE(read.voxels[i] >= 0, field.voxels[i] >= 0);
    const double wanted = checkMesh(extractSurface(field, 0, {})).volumeMm3;
    const double found = checkMesh(extractSurface(read, 0, {})).volumeMm3;
    // The edge is one voxel wide here, so that the neighbours of the surface are clamped.
    QVERIFY2(std::abs(found - wanted) < 0.02 * wanted, qPrintable(QString("%1 of %2").arg(found).arg(wanted)));
  }

  void keepsTheGeometryOfTheCt() {
    Volume ct = row({1, 2});
    ct.geometry.origin = {7, 8, 9};
    QVERIFY(fieldOfFused(ct, fuse(ct, row({-1, 1}))).geometry == ct.geometry);
  }

  void refusesAnotherSize() {
    try {
      fieldOfFused(row({1, 2}), row({1}));
      QFAIL("it took volumes of two sizes");
    } catch (const Error& error) {
      QVERIFY(error.code() == ErrorCode::BadGeometry);
    }
  }
};

QTEST_APPLESS_MAIN(TestUnfuse)
#include "test_unfuse.moc"
