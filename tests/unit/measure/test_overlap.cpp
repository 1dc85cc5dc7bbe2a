// Overlap of voxel sets whose counts are known.
#include "engine/core/error.h"
#include "engine/measure/overlap.h"
#include "tests/unit/measure/shape_fields.h"

#include <QTest>

namespace hipwright {
namespace {

/// A bar of voxels along x, the first `count` of which are inside.
Volume bar(std::int64_t size, std::int64_t count, float inside = 0.1F) {
  Volume v{{.size = {size, 1, 1}}, std::vector<float>(static_cast<std::size_t>(size), -1.0F)};
  for (std::int64_t i = 0; i < count; ++i) v.at(i, 0, 0) = inside;
  return v;
}

}  // namespace

class TestOverlap : public QObject {
  Q_OBJECT

 private slots:
  void countsSharedVoxels() {
    QCOMPARE(dice(bar(10, 4), bar(10, 4)), 1.0);
    QCOMPARE(dice(bar(10, 4), bar(10, 6)), 0.8);
    QCOMPARE(dice(bar(10, 6), bar(10, 4, 1.0F)), 0.8);
    QCOMPARE(dice(bar(10, 0), bar(10, 4)), 0.0);
  }

  void twoEmptyFieldsAgree() { QCOMPARE(dice(bar(5, 0), bar(5, 0)), 1.0); }

  void zeroIsOutside() { QCOMPARE(dice(bar(5, 3, 0.0F), bar(5, 3)), 0.0); }

  void differentSizesAreRefused() { QVERIFY_THROWS_EXCEPTION(Error, dice(bar(5, 3), bar(6, 3))); }

  void partsAreScoredApart() {
    const Geometry grid = test::gridAround(30, {1, 1, 1});
    const Volume cup = test::sphere(grid, {-15, 0, 0}, 8);
    const Volume stem = test::sphere(grid, {15, 0, 0}, 8);
    Volume both = cup;
    for (std::size_t i = 0; i < both.voxels.size(); ++i) both.voxels[i] = std::max(cup.voxels[i], stem.voxels[i]);
    const PartDice all = partDice(both, cup, stem);
    QCOMPARE(all.cup, 1.0);
    QCOMPARE(all.stem, 1.0);
    const PartDice half = partDice(stem, cup, stem);
    QCOMPARE(half.cup, 0.0);
    QCOMPARE(half.stem, 1.0);
  }

  void voxelsFarFromBothPartsGoToTheNearerOne() {
    // At x = -4 both distances are clamped; a block there is the cup's fault alone.
    const Geometry grid = test::gridAround(40, {1, 1, 1});
    const Volume cup = test::sphere(grid, {-20, 0, 0}, 8);
    const Volume stem = test::sphere(grid, {20, 0, 0}, 8);
    const Volume stray = test::sphere(grid, {-5, 0, 0}, 2);
    Volume field = cup;
    for (std::size_t i = 0; i < field.voxels.size(); ++i)
      field.voxels[i] = std::max({cup.voxels[i], stem.voxels[i], stray.voxels[i]});
    const PartDice parts = partDice(field, cup, stem);
    QCOMPARE(parts.stem, 1.0);
    QVERIFY(parts.cup < 0.999 && parts.cup > 0.98);
  }
};

}  // namespace hipwright

QTEST_APPLESS_MAIN(hipwright::TestOverlap)
#include "test_overlap.moc"
