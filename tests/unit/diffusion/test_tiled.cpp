// Encoding and decoding in windows and at once, and preview planes, with a model whose answers are known.
#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/tiled.h"
#include "engine/diffusion/window_plan.h"
#include "tests/support/fake_model.h"
#include "tests/unit/diffusion/tensors.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace hipwright;
using namespace hipwright::test;

class TestTiled : public QObject {
  Q_OBJECT

 private slots:
  void tiledAndWholeAgreeForAModelWithoutContext_data() {
    QTest::addColumn<int>("window");
    QTest::addColumn<double>("overlap");
    QTest::addColumn<int>("windows");
    QTest::newRow("one window") << 48 << 0.25 << 1;
    QTest::newRow("clamped") << 32 << 0.25 << 8;
    QTest::newRow("no overlap") << 16 << 0.0 << 27;
    QTest::newRow("much overlap") << 32 << 0.75 << 27;
  }

  void tiledAndWholeAgreeForAModelWithoutContext() {
    QFETCH(int, window);
    QFETCH(double, overlap);
    QFETCH(int, windows);
    ModelProfile profile;
    profile.window = {{window, window, window}, overlap};
    FakeModelOptions options;
    options.maxBatch = 3;
    FakeModel model(profile, options);
    const Tensor4 image = ramp({1, 48, 48, 48});
    std::vector<std::pair<int, int>> seen;
    const PhaseProgress progress = [&](int done, int total) { seen.emplace_back(done, total); };
    const Latent whole = encodeImage(model, image, profile, {false, 4}, progress, {});
    QCOMPARE(seen, (std::vector<std::pair<int, int>>{{1, 1}}));
    seen.clear();
    const Latent tiled = encodeImage(model, image, profile, {true, 4}, progress, {});
    QVERIFY(largestDifference(tiled, whole) < 1e-5F);
    QCOMPARE(static_cast<int>(seen.size()), windows);
    QCOMPARE(seen.back(), std::make_pair(windows, windows));
    QCOMPARE(model.calls().encode, 1 + (windows + 2) / 3);
    const Tensor4 fieldWhole = decodeLatent(model, whole, profile, {false, 4}, {}, {});
    QVERIFY(largestDifference(decodeLatent(model, whole, profile, {true, 4}, {}, {}), fieldWhole) < 1e-4F);
    // Undoing the implant's scaling, the decoded field is the image again: it is linear.
    QVERIFY(largestDifference(decodeLatent(model, scaledLatent(whole, model.implantScaling()), profile, {}, {}, {}),
                              image) < 1e-4F);
  }

  void truncatedStartsPlaceWindowsOnTheLatentGrid() {
    // Window 40, step 30: image starts 0, 30, 32; latent starts 0, 7, 8 and never 7.5.
    ModelProfile profile;
    profile.window = {{40, 40, 40}, 0.25};
    FakeModel model(profile);
    Tensor4 image({1, 72, 40, 40});
    for (std::int64_t x = 0; x < 72; ++x)
      std::fill_n(image.values.begin() + static_cast<std::ptrdiff_t>(image.offset(0, x, 0, 0)), 1600, x);
    const Latent z = encodeImage(model, image, profile, {}, {}, {});
    const Tensor4 weights = resampleNearestExact(gaussianWeights({40, 40, 40}), {10, 10, 10});
    double sum = 0, total = 0;
    for (const auto& [imageStart, latentStart] : {std::pair{0, 0}, {30, 7}, {32, 8}}) {
      const int cell = 9 - latentStart;  // latent voxel 9 is seen by all three windows
      const double weight = weights.at(0, cell, 5, 5);
      sum += weight * (imageStart + 4 * cell + 1.5);
      total += weight;
    }
    QVERIFY(std::abs(z.at(0, 9, 5, 5) - sum / total) < 1e-3);
    QVERIFY(std::abs(z.at(0, 9, 5, 5) - 37.5) > 0.05);  // exact placement would give the voxel's own mean
  }

  void sizesThatDoNotFitAreRefused() {
    ModelProfile profile = smallProfile();
    FakeModel model(profile);
    QVERIFY_THROWS_EXCEPTION(Error, encodeImage(model, ramp({1, 18, 16, 16}), profile, {}, {}, {}));
    QVERIFY_THROWS_EXCEPTION(Error, encodeImage(model, ramp({1, 12, 16, 16}), profile, {}, {}, {}));
    QVERIFY_THROWS_EXCEPTION(Error, decodeLatent(model, ramp({4, 3, 4, 4}), profile, {}, {}, {}));
  }

  void fieldsThatAreNotNumbersAreRefused() {
    class BrokenModel : public FakeModel {
     public:
      using FakeModel::FakeModel;
      std::vector<Latent> encode(std::span<const Tensor4> images, const std::stop_token& stop) override {
        return broken(FakeModel::encode(images, stop));
      }
      std::vector<Tensor4> decode(std::span<const Latent> latents, const std::stop_token& stop) override {
        return broken(FakeModel::decode(latents, stop));
      }

     private:
      static std::vector<Tensor4> broken(std::vector<Tensor4> fields) {
        fields.back().values.back() = std::numeric_limits<float>::infinity();
        return fields;
      }
    };
    const ModelProfile profile = smallProfile();
    BrokenModel model(profile);
    const auto codeOf = [](const std::function<void()>& call) {
      try {
        call();
      } catch (const Error& e) {
        return e.code();
      }
      return ErrorCode::Internal;
    };
    const Tensor4 image = ramp({1, 16, 16, 32});
    const Latent latent = ramp({4, 4, 4, 8});
    for (const bool tiled : {true, false}) {
      QCOMPARE(codeOf([&] { encodeImage(model, image, profile, {tiled, 1}, {}, {}); }), ErrorCode::ModelGaveNonFinite);
      QCOMPARE(codeOf([&] {
                 decodeLatent(model, latent, profile, {tiled, 1}, {}, {});
               }),
               ErrorCode::ModelGaveNonFinite);
    }
    QCOMPARE(codeOf([&] { decodePreviewPlane(model, latent, profile, 1, 3, {}); }), ErrorCode::ModelGaveNonFinite);
  }

  void stopsBetweenWindows() {
    const ModelProfile profile = smallProfile();
    std::stop_source source;
    FakeModel model(profile);
    const Tensor4 image = ramp({1, 32, 32, 32});
    const PhaseProgress stopAtFive = [&](int done, int) {
      if (done == 5) source.request_stop();
    };
    QVERIFY_THROWS_EXCEPTION(Cancelled, encodeImage(model, image, profile, {true, 1}, stopAtFive, source.get_token()));
    QCOMPARE(model.calls().encode, 5);
  }

  void previewPlanesAreCutFromTheRightPlace() {
    const ModelProfile profile = smallProfile();
    FakeModel model(profile);
    const Tensor4 image = ramp({1, 48, 40, 16});
    const Latent latent = scaledLatent(encodeImage(model, image, profile, {false, 1}, {}, {}), model.implantScaling());
    for (int axis = 0; axis < 3; ++axis)
      for (std::int64_t plane : {std::int64_t{0}, std::int64_t{7}, image.gridSize()[axis] - 1, std::int64_t{1000}}) {
        const PreviewPlane preview = decodePreviewPlane(model, latent, profile, axis, plane, {});
        Index3 corner{0, 0, 0}, size = image.gridSize();
        corner[axis] = std::min(plane, size[axis] - 1);
        QCOMPARE(preview.latentPlanes,
                 static_cast<int>(std::min<std::int64_t>(2 * kPreviewMargin + 1, size[axis] / 4)));
        size[axis] = 1;
        QVERIFY(largestDifference(preview.field, cutWindow(image, corner, size)) < 1e-4F);
      }
  }
};

QTEST_APPLESS_MAIN(TestTiled)
#include "test_tiled.moc"
