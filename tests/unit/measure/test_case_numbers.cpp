// The numbers of an implant in its case on shapes whose answers are known: tissue, canal, differences, crops.
#include "engine/core/error.h"
#include "engine/measure/implant_crop.h"
#include "engine/measure/implant_numbers.h"
#include "tests/unit/measure/shape_fields.h"

#include <QTest>

#include <numbers>
#include <set>

namespace hipwright {
namespace {

using namespace test;

constexpr float kMuscle = 40;
constexpr float kCortex = 1400;

/// HU as a function of the place.
template <typename Hu>
Volume ctOf(const Geometry& grid, const Hu& hu) {
  Volume ct{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)))};
  for (std::int64_t z = 0; z < grid.size[2]; ++z)
    for (std::int64_t y = 0; y < grid.size[1]; ++y)
      for (std::int64_t x = 0; x < grid.size[0]; ++x)
        ct.at(x, y, z) = static_cast<float>(
            hu(grid.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)})));
  return ct;
}

/// A shaft along the body's long axis: marrow of 7 mm, cortex to 13 mm, blurred over a millimetre as a scanner does.
double shaft(const Vec3& p, double canal = 7) {
  const double r = std::hypot(p[0], p[1]);
  const auto step = [&](double edge) { return std::clamp(r - edge + 0.5, 0.0, 1.0); };
  return 50 + (kCortex - 50) * step(canal) - (kCortex - kMuscle) * step(13);
}

/// A stem along the body's long axis, and a head beside its upper end.
const StemAxis kStem{{0, 0, 1}, {0, 0, -50}, 0.1};
const Vec3 kHead{40, 0, 90};  // the neck cut is 100 mm above the tip, the levels 25, 50 and 75 mm

Geometry longGrid(const Vec3& spacing = {1, 1, 1}) { return gridAround(60, spacing); }

double valueOf(const std::vector<NamedNumber>& numbers, const std::string& key) {
  for (const NamedNumber& n : numbers)
    if (n.key == key && n.value) return *n.value;
  return -1;
}

}  // namespace

class TestCaseNumbers : public QObject {
  Q_OBJECT

 private slots:
  void sharesOfTissueAreThoseOfTheVolumes() {
    const Geometry grid = gridAround(24, {1, 1, 1});
    const Volume ball = sphere(grid, {0.3, -0.2, 0.1}, 16);
    // Quarters about the body's axis: air, muscle, cancellous bone, cortex.
    const Volume ct = ctOf(grid, [](const Vec3& p) {
      if (p[0] < 0.3) return p[1] < -0.2 ? -1000.0 : 40.0;
      return p[1] < -0.2 ? 300.0 : 1200.0;
    });
    const auto shares = tissueShares(ball, ct);
    QVERIFY(shares);
    QVERIFY(std::abs(shares->outside - 0.25) < 0.02 && std::abs(shares->soft - 0.25) < 0.02);
    QVERIFY(std::abs(shares->bone - 0.5) < 0.02 && std::abs(shares->cortex - 0.25) < 0.02);
    QVERIFY(std::abs(shares->outside + shares->soft + shares->bone - 1) < 1e-9);
  }

  void withoutAnImplantThereAreNoShares() {
    const Geometry grid = gridAround(6, {1, 1, 1});
    const Volume none{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)), -1.0F)};
    QVERIFY(!tissueShares(none, none) && !tissueShares(none, none).reason().empty());
    QVERIFY_EXCEPTION_THROWN(tissueShares(none, sphere(gridAround(7, {1, 1, 1}), {0, 0, 0}, 3)), Error);
  }

  void aRoundStemFillsARoundCanal() {
    for (const Vec3& spacing : {Vec3{1, 1, 1}, Vec3{0.8, 0.8, 2}}) {
      const Geometry grid = longGrid(spacing);
      const Volume ct = ctOf(grid, [](const Vec3& p) { return shaft(p); });
      const auto fills = canalFill(capsule(grid, 55, 5), ct, kStem, kHead);
      for (const auto& fill : fills) {
        QVERIFY2(fill, fill.reason().c_str());
        const double expected = 25.0 / 49;
        QVERIFY2(std::abs(fill->share - expected) < 0.03, qPrintable(QString::number(fill->share)));
        QVERIFY(std::abs(fill->canalMm2 / (49 * std::numbers::pi) - 1) < 0.05 && fill->stemInCortex == 0);
      }
      QVERIFY(length(fills[0]->place - Vec3{0, 0, -25}) < 1e-9 && length(fills[2]->place - Vec3{0, 0, 25}) < 1e-9);
    }
  }

  void aStemWiderThanTheCanalFillsItAndCutsTheCortex() {
    const Geometry grid = longGrid();
    const Volume ct = ctOf(grid, [](const Vec3& p) { return shaft(p); });
    const auto fills = canalFill(capsule(grid, 55, 9), ct, kStem, kHead);
    QVERIFY(fills[1] && fills[1]->share > 0.99);
    QVERIFY(std::abs(fills[1]->stemInCortex - (81.0 - 49) / 81) < 0.05);
  }

  void whereThereIsNoCanalNothingIsMeasured() {
    const Geometry grid = longGrid();
    const Volume stem = capsule(grid, 55, 5);
    const auto reasonAt = [&](std::size_t level, const auto& hu, const StemAxis& axis) {
      const auto fills = canalFill(stem, ctOf(grid, hu), axis, kHead);
      return fills[level] ? std::string() : fills[level].reason();
    };
    const auto whole = [](const Vec3& p) { return shaft(p); };
    const auto split = [](const Vec3& p) { return p[0] > 0 && std::abs(p[1]) < 2 ? 40.0 : shaft(p); };
    QVERIFY(reasonAt(1, split, kStem).find("no closed cortex") != std::string::npos);
    QVERIFY(reasonAt(
                1, [](const Vec3&) { return 40.0; }, kStem)
                .find("no closed cortex") != std::string::npos);
    QVERIFY(reasonAt(
                1, [](const Vec3&) { return 1400.0; }, kStem)
                .find("in the cortex") != std::string::npos);
    StemAxis beside = kStem;
    beside.tip[0] = 30;
    QVERIFY(reasonAt(1, whole, beside).empty());  // the nearest piece of the section is the stem
    StemAxis shallow = kStem;
    shallow.tip[2] = 30;
    QVERIFY(reasonAt(0, whole, shallow).find("too short") != std::string::npos);
    const auto above = canalFill(sphere(grid, {0, 0, -50}, 4), ctOf(grid, whole), kStem, kHead);
    QVERIFY(!above[1] && above[1].reason().find("no stem") != std::string::npos);
  }

  void differencesOfShiftedBallsAreKnown() {
    const Geometry grid = gridAround(30, {1, 1, 1});
    const Volume ct = ctOf(grid, [](const Vec3&) { return 40.0; });
    const Volume a = sphere(grid, {0, 0, 0}, 14);
    const Volume b = sphere(grid, {3, 0, 4}, 14);
    const ImplantNumbers na = measureInCase(a, ct);
    const ImplantNumbers nb = measureInCase(b, ct);
    const ImplantDifference d = difference({a, na}, {b, nb});
    QVERIFY(d.centroidShiftMm && std::abs(*d.centroidShiftMm - 5) < 0.02);
    QVERIFY(d.centreShiftMm && std::abs(*d.centreShiftMm - 5) < 0.02);
    // Two balls of radius r whose centres are d apart share pi (4 r + d) (2 r - d)^2 / 12.
    const double shared = (4.0 * 14 + 5) * (2.0 * 14 - 5) * (2.0 * 14 - 5) / 12 / (4.0 / 3 * 14 * 14 * 14);
    QVERIFY(d.dice && std::abs(*d.dice - shared) < 0.01);
    // A point at angle t to the shift is about 5 |cos t| away from the other ball: 2.5 on average.
    QVERIFY(d.surface && std::abs(d.surface->meanMm - 2.5) < 0.15);
    QVERIFY(d.surface->hd95Mm > 4.4 && d.surface->hd95Mm < 5);
    const ImplantDifference same = difference({a, na}, {a, na});
    QVERIFY(*same.dice == 1 && *same.centroidShiftMm == 0 && same.surface->meanMm < 1e-9);
  }

  void anEmptyFieldIsBesideNothing() {
    const Geometry grid = gridAround(10, {1, 1, 1});
    const Volume none{grid, std::vector<float>(static_cast<std::size_t>(product(grid.size)), -1.0F)};
    const ImplantNumbers numbers = measureInCase(none, none);
    const ImplantDifference d = difference({none, numbers}, {none, numbers});
    QVERIFY(!d.dice && !d.surface && !d.centreShiftMm && !d.centroidShiftMm);
    for (const NamedNumber& n : named(numbers))
      QVERIFY2(n.value ? *n.value == 0 : !n.value.reason().empty(), n.key.c_str());
  }

  void aCropGivesTheNumbersOfTheWholeField() {
    Geometry grid = gridAround(40, {0.9, 1, 1.2}, 0.3);
    const Volume ct = ctOf(grid, [](const Vec3& p) { return shaft(p); });
    const Volume whole = capsule(grid, 22, 6);
    const VoxelBox box = boxAroundImplant(whole);
    const Volume crop = onBox(whole, box, grid);
    QVERIFY(crop.voxels.size() < whole.voxels.size() / 8);
    QVERIFY(boxWithin(crop.geometry, grid) == box);
    const auto full = named(measureInCase(whole, ct));
    const auto part = named(measureInCase(crop, onBox(ct, box, grid)));
    QCOMPARE(full.size(), part.size());
    for (std::size_t i = 0; i < full.size(); ++i) {
      QCOMPARE(bool(full[i].value), bool(part[i].value));
      if (full[i].value)
        QVERIFY2(std::abs(*full[i].value - *part[i].value) < 1e-4 * std::max(1.0, std::abs(*full[i].value)),
                 full[i].key.c_str());
    }
    const Volume back = onBox(crop, {{0, 0, 0}, grid.size}, grid);
    for (std::size_t i = 0; i < back.voxels.size(); ++i) QVERIFY((back.voxels[i] > 0) == (whole.voxels[i] > 0));
  }

  void cropsOfOtherGridsAreRefused() {
    const Geometry grid = gridAround(20, {1, 1, 1});
    Geometry shifted = gridOf({{3, 3, 3}, {5, 5, 5}}, grid);
    QVERIFY(boxWithin(shifted, grid) == (VoxelBox{{3, 3, 3}, {5, 5, 5}}));
    shifted.origin[0] += 0.4;
    QVERIFY_EXCEPTION_THROWN(boxWithin(shifted, grid), Error);
    QVERIFY_EXCEPTION_THROWN(boxWithin(gridOf({{-1, 0, 0}, {5, 5, 5}}, grid), grid), Error);
    QVERIFY_EXCEPTION_THROWN(boxWithin(gridAround(5, {2, 2, 2}), grid), Error);
  }

  void everyNumberHasANameOfItsOwn() {
    std::set<std::string> keys;
    for (const auto& list : {named(ImplantNumbers{}), named(ImplantDifference{})})
      for (const NamedNumber& n : list) QVERIFY2(keys.insert(n.key).second && !n.label.empty(), n.key.c_str());
    const Geometry grid = gridAround(30, {1, 1, 1});
    const Volume ball = sphere(grid, {0, 0, 0}, 14);
    const auto numbers = named(measureInCase(ball, ctOf(grid, [](const Vec3&) { return 40.0; })));
    QVERIFY(std::abs(valueOf(numbers, "head_radius_mm") - 14) < 0.05);
    QVERIFY(std::abs(valueOf(numbers, "size_up_down_mm") - 28) < 0.1);
    QVERIFY(std::abs(valueOf(numbers, "in_soft_tissue_percent") - 100) < 1e-6);
    QCOMPARE(valueOf(numbers, "canal_fill_50_percent"), -1.0);
  }
};

}  // namespace hipwright

QTEST_APPLESS_MAIN(hipwright::TestCaseNumbers)
#include "test_case_numbers.moc"
