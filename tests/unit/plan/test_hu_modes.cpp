// Hounsfield units are told from what is scaled, shifted or turned round, and odd CTs are not mistaken for it.
#include "engine/plan/hu_modes.h"

#include <QTest>

#include <functional>
#include <random>

using namespace hipwright;

namespace {

/// What a hip CT is made of, in shares.
struct Mixture {
  double air = 0.3;
  double fat = 0.2;
  double muscle = 0.35;
  double bone = 0.1;
  double contrast = 0;
  double metal = 0;
  double noise = 15;  // HU
};

std::vector<float> drawn(const Mixture& m) {
  std::mt19937 random(5);  // NOLINT(cert-msc51-cpp): the same for every run
  std::normal_distribution<double> noise(0, m.noise);
  std::uniform_real_distribution<double> any(0, 1);
  std::vector<float> hu;
  const auto add = [&](double share, const std::function<double()>& value) {
    for (int i = 0; i < static_cast<int>(100000 * share); ++i)
      hu.push_back(static_cast<float>(std::round(value() + noise(random))));
  };
  add(m.air, [] { return -1000; });
  add(m.fat, [] { return -100; });
  add(m.muscle, [] { return 55; });
  add(m.bone, [&] { return 150 + 1400 * any(random) * any(random); });
  add(m.contrast, [&] { return 150 + 300 * any(random); });
  add(m.metal, [&] { return 2500 + 5000 * any(random); });
  add(0.02, [&] { return -1000 + 1000 * any(random); });  // where two of them share a voxel
  return hu;
}

std::vector<float> changed(std::vector<float> hu, float factor, float shift) {
  for (float& v : hu) v = factor * v + shift;
  return hu;
}

Mixture withoutAir() { return {0, 0.25, 0.5, 0.2, 0, 0, 15}; }

}  // namespace

class TestHuModes : public QObject {
  Q_OBJECT

 private slots:
  void hounsfieldUnitsArePlausible_data() {
    QTest::addColumn<std::vector<float>>("hu");
    QTest::newRow("hip in air") << drawn({});
    QTest::newRow("cropped to the hip") << drawn(withoutAir());
    QTest::newRow("mostly air") << drawn({0.9, 0.03, 0.05, 0.02, 0, 0, 15});
    QTest::newRow("much fat") << drawn({0.2, 0.55, 0.15, 0.08, 0, 0, 15});
    QTest::newRow("no fat") << drawn({0.2, 0.01, 0.6, 0.1, 0, 0, 15});
    QTest::newRow("low dose") << drawn({0.3, 0.2, 0.35, 0.1, 0, 0, 60});
    QTest::newRow("no noise") << drawn({0.3, 0.2, 0.35, 0.1, 0, 0, 0});
    QTest::newRow("contrast medium") << drawn({0.3, 0.2, 0.35, 0.1, 0.06, 0, 15});
    QTest::newRow("metal") << drawn({0.3, 0.2, 0.35, 0.1, 0, 0.02, 25});
    std::vector<float> clipped = drawn({});
    for (float& hu : clipped) hu = std::max(hu, -1000.0F);
    QTest::newRow("air cut off") << clipped;
    for (const float fill : {-32768.0F, -3024.0F, -2000.0F, -1024.0F, 0.0F}) {
      std::vector<float> filled = drawn({});
      filled.insert(filled.end(), 30000, fill);
      QTest::addRow("filled up with %.0f", static_cast<double>(fill)) << filled;
    }
    std::vector<float> wild = drawn({});
    wild.front() = 3e38F;
    wild.back() = -3e38F;
    QTest::newRow("two wild voxels") << wild;
  }

  void hounsfieldUnitsArePlausible() {
    QFETCH(std::vector<float>, hu);
    const HuModes modes = huModes(hu);
    QCOMPARE(scaleOf(modes), HuScale::Plausible);
    QVERIFY(modes.high > 250);
  }

  void otherValuesAreNot_data() {
    QTest::addColumn<std::vector<float>>("hu");
    QTest::addColumn<HuScale>("scale");
    for (const bool air : {true, false}) {
      const char* where = air ? "in air" : "cropped";
      const std::vector<float> hu = drawn(air ? Mixture{} : withoutAir());
      const auto row = [&](const char* name, float factor, float shift, HuScale scale) {
        QTest::addRow("%s, %s", name, where) << changed(hu, factor, shift) << scale;
      };
      row("1024 too high", 1, 1024, HuScale::Shifted);
      row("1024 too low", 1, -1024, HuScale::ShiftedTwice);
      row("200 too high", 1, 200, HuScale::Elsewhere);
      row("half", 0.5F, 0, HuScale::Elsewhere);
      row("twice", 2, 0, HuScale::Elsewhere);
      row("three times", 3, 0, HuScale::Elsewhere);
      row("twenty times", 20, 0, HuScale::Elsewhere);
      row("turned round", -1, 0, HuScale::Elsewhere);
      row("far too high", 1, 3000, HuScale::TooHigh);
      for (const float fill : {-1024.0F, -2000.0F, 0.0F}) {
        std::vector<float> filled = changed(hu, 1, 1024);
        filled.front() = fill;
        QTest::addRow("1024 too high but for one of %.0f, %s", static_cast<double>(fill), where)
            << filled << HuScale::Shifted;
        filled.insert(filled.end(), 40000, fill);
        QTest::addRow("1024 too high, filled up with %.0f, %s", static_cast<double>(fill), where)
            << filled << HuScale::Shifted;
      }
    }
  }

  void otherValuesAreNot() {
    QFETCH(std::vector<float>, hu);
    QFETCH(HuScale, scale);
    QCOMPARE(scaleOf(huModes(hu)), scale);
  }

  /// A crop of muscle and bone alone: its scale is told by these two.
  void aScaleThatNeitherAirNorFatTellsIsOpen() {
    const std::vector<float> hu = drawn({0, 0, 0.8, 0.2, 0, 0, 15});
    const HuModes own = huModes(hu);
    QVERIFY(!own.air && !own.fat && own.body && !isScaleOpen(own));
    QCOMPARE(scaleOf(own), HuScale::Plausible);
    for (const float factor : {0.5F, 2.0F, -1.0F}) {
      const HuModes modes = huModes(changed(hu, factor, 0));
      QVERIFY(isScaleOpen(modes));
      QCOMPARE(scaleOf(modes), HuScale::Elsewhere);
    }
    QVERIFY(!isScaleOpen(huModes(changed(drawn({}), 2, 0))));  // air and fat tell that one
  }

  void nothingIsSaidOfNothing() {
    const HuModes none = huModes(std::vector<float>(1000, -1024));
    QVERIFY(!none.body && !none.air && none.least == -1024 && none.most == -1024);
    QCOMPARE(huModes(std::vector<float>(1000, 40)).body, std::optional<double>(40));
  }
};

QTEST_APPLESS_MAIN(TestHuModes)
#include "test_hu_modes.moc"
