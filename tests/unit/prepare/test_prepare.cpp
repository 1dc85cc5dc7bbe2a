// Preparation on the raw grid and the exact way back; then a sphere through the whole torch-free pipeline.
#include "engine/core/error.h"
#include "engine/diffusion/denoise.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/tiled.h"
#include "engine/prepare/prepare.h"
#include "tests/support/fake_model.h"
#include "tests/support/sphere_case.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace hipwright;
using namespace hipwright::test;

class TestPrepare : public QObject {
  Q_OBJECT

 private slots:
  void huMapHitsItsKnotsAndClamps() {
    const InputProfile input;
    const HuMap map(input.hu, input.value);
    for (std::size_t i = 0; i < input.hu.size(); ++i)
      QCOMPARE(map(static_cast<float>(input.hu[i])), static_cast<float>(input.value[i]));
    QCOMPARE(map(-1024), -1.0F);
    QCOMPARE(map(1e6F), 1.0F);
    QCOMPARE(map(400), -0.5F);
    QCOMPARE(map(900), 0.25F);
    QCOMPARE(map(2075), 0.75F);
  }

  void paddingReachesMinimumAndMultiple() {
    for (std::int64_t n = 1; n < 300; ++n)
      for (const std::int64_t minimum : {1, 32, 128}) {
        const AxisPadding p = axisPadding(n, minimum, 16);
        QVERIFY(p.size == n && p.before >= 0 && p.after - p.before >= 0 && p.after - p.before <= 2);
        QVERIFY(p.padded() >= minimum && p.padded() % 16 == 0 && p.padded() - 16 < std::max(n, minimum));
      }
    QCOMPARE(axisPadding(45, 128, 16).before, 41);
    QCOMPARE(axisPadding(129, 128, 16).before, 7);
  }

  void restoringIsTheExactInverseForOddAndEvenSizes() {
    ModelProfile profile = smallProfile();
    profile.input.hu = {-1000, 4000};  // linear, so that the image determines the CT
    profile.input.value = {-1000, 4000};
    for (const Index3& size : {Index3{5, 16, 17}, Index3{1, 33, 18}, Index3{32, 32, 32}}) {
      Volume ct{{size, {0.7, 1, 2}, {3, 2, 1}, kIdentity3}, {}};
      ct.voxels.resize(static_cast<std::size_t>(product(size)));
      std::iota(ct.voxels.begin(), ct.voxels.end(), -900.0F);
      for (float& v : ct.voxels) v = std::fmod(v, 3900.0F);
      const Prepared prepared = prepareAsIs(ct, profile);
      QCOMPARE(prepared.image.at(0, 0, 0, 0),
               size[0] == 32 ? ct.voxels[0] : -1000.0F);  // padding, clamped to the first knot
      const Volume back = restore(prepared, prepared.image);
      QVERIFY(back.geometry == ct.geometry);
      QCOMPARE(back.voxels, ct.voxels);
      const AxisPadding& x = prepared.padding[0];
      QCOMPARE(prepared.image.at(0, x.before, prepared.padding[1].before, prepared.padding[2].before), ct.voxels[0]);
    }
  }

  void aFieldOfAnotherSizeIsRefused() {
    const ModelProfile profile = smallProfile();
    const Prepared prepared =
        prepareAsIs(Volume{{{2, 2, 2}, {1, 1, 1}, {}, kIdentity3}, std::vector<float>(8)}, profile);
    QVERIFY_THROWS_EXCEPTION(Error, restore(prepared, Tensor4({1, 16, 16, 8})));
    QVERIFY_THROWS_EXCEPTION(Error, prepareAsIs(Volume{{{2, 2, 2}, {1, 1, 1}, {}, kIdentity3}, {}}, profile));
  }

  void aSphereComesOutWhereItWentIn() {
    const ModelProfile profile = smallProfile();
    const Geometry geometry{{45, 50, 37}, {1, 1, 1}, {-20, 10, 5}, kIdentity3};
    const Sphere sphere{{2, 35, 22}, 11, 10};
    FakeModel model(profile);
    const Prepared prepared = prepareAsIs(sphereCt(geometry, sphere, profile), profile);
    const Latent condition =
        scaledLatent(encodeImage(model, prepared.image, profile, {}, {}, {}), model.conditionScaling());
    const Latent noise = model.noise(condition.shape, 1, NoiseSource::Cpu);
    const Latent latent = denoise(model, NoiseSchedule(profile.scheduler), noise, condition, {20, 1}, {}, {});
    const Volume sdf = restore(prepared, decodeLatent(model, latent, profile, {}, {}, {}));
    double worst = 0;
    for (std::int64_t z = 0; z < 37; ++z)
      for (std::int64_t y = 0; y < 50; ++y)
        for (std::int64_t x = 0; x < 45; ++x) {
          const double d = sphere.field(
              geometry.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)}));
          // Near the surface the field is almost linear; averaging blurs only the centre and the clamped border.
          if (std::abs(d) < 0.3) worst = std::max(worst, std::abs(sdf.at(x, y, z) - d));
        }
    qInfo("largest error within 3 mm of the sphere: %.3f mm", worst * sphere.unitMm);
    QVERIFY(worst * sphere.unitMm < 1);
  }
};

QTEST_APPLESS_MAIN(TestPrepare)
#include "test_prepare.moc"
