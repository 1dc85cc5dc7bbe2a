// How far the fast preview is from the full decode, on the denoised estimates of a reference run.
#include "engine/diffusion/preview.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/tiled.h"
#include "engine/verify/npy.h"
#include "tests/golden/golden_model.h"

#include <QTest>

#include <cmath>

using namespace hipwright;
using namespace hipwright::test;

namespace {

struct PlaneError {
  double rms = 0;
  double largest = 0;
  double wrongSide = 0;  ///< share of pixels on the other side of the surface
};

PlaneError compare(const Tensor4& preview, const Tensor4& exact) {
  PlaneError out;
  for (std::size_t i = 0; i < exact.values.size(); ++i) {
    const double d = std::abs(static_cast<double>(preview.values[i]) - exact.values[i]);
    out.rms += d * d;
    out.largest = std::max(out.largest, d);
    out.wrongSide += (preview.values[i] > 0) != (exact.values[i] > 0) ? 1 : 0;
  }
  const auto count = static_cast<double>(exact.values.size());
  out.rms = std::sqrt(out.rms / count);
  out.wrongSide /= count;
  return out;
}

}  // namespace

class TestPreviewError : public QObject {
  Q_OBJECT

 private slots:
  void previewsAreCloseToTheFullDecode() {
    const GoldenCase golden = readGoldenCase(goldenFolder("case_A"));
    const CaseCheckpoints files{readCheckpoint(golden.vaePre), readCheckpoint(golden.vaeMetal),
                                readCheckpoint(golden.ldm)};
    const std::unique_ptr<DiffusionModel> model = loadForGolden(golden.profile, files);
    for (const int step : {0, 10, 30}) {
      const Latent estimate = readNpyTensor(golden.folder / "run_stages" / stepFile("pred_x0", step));
      const Tensor4 full = decodeLatent(*model, estimate, golden.profile, {}, {}, {});
      for (const std::int64_t plane : {std::int64_t{0}, std::int64_t{23}, std::int64_t{47}}) {
        Index3 corner{0, plane, 0}, thin = full.gridSize();
        thin[1] = 1;
        const Tensor4 exact = cutWindow(full, corner, thin);
        const PreviewPlane preview = decodePreviewPlane(*model, estimate, golden.profile, 1, plane, {});
        const PlaneError error = compare(preview.field, exact);
        const PlaneError nothing = compare(Tensor4(exact.shape), exact);
        qInfo("stage %2d plane %2d: rms %.4f, largest %.4f, %.1f %% on the wrong side (the field itself: rms %.3f)",
              step, static_cast<int>(plane), error.rms, error.largest, 100 * error.wrongSide, nothing.rms);
        QVERIFY(error.rms < 0.5 * nothing.rms);
      }
    }
  }
};

QTEST_GUILESS_MAIN(TestPreviewError)
#include "test_preview_error.moc"
