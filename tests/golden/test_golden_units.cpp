// The torch-free parts against the reference's arrays: schedule, DDIM steps, HU map, padding, windows, stages.
#include "engine/core/error.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/schedule.h"
#include "engine/diffusion/window_plan.h"
#include "engine/prepare/prepare.h"
#include "engine/verify/npy.h"
#include "engine/verify/reference_crop.h"
#include "engine/verify/stage_log.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

const fs::path kUnits = fs::path(HIPWRIGHT_GOLDEN_DIR) / "units";

QJsonObject jsonUnit(const char* name) {
  QFile file(QString::fromStdString((kUnits / name).string()));
  if (!file.open(QIODevice::ReadOnly)) qFatal("missing %s", name);
  return QJsonDocument::fromJson(file.readAll()).object();
}

std::vector<std::int64_t> integers(const QJsonValue& value) {
  std::vector<std::int64_t> out;
  for (const QJsonValue& v : value.toArray()) out.push_back(v.toInteger());
  return out;
}

ModelProfile windowOf32() {
  ModelProfile profile;
  profile.window.size = {32, 32, 32};
  return profile;
}

}  // namespace

class TestGoldenUnits : public QObject {
  Q_OBJECT

 private slots:
  void scheduleAgreesToTheLastBitsOfFloat() {
    const NoiseSchedule schedule{SchedulerProfile{}};
    const double betas = maxAbsDifference(schedule.betas(), readNpy(kUnits / "betas.npy").floats());
    const double alphas = maxAbsDifference(schedule.alphasCumprod(), readNpy(kUnits / "alphas_cumprod.npy").floats());
    qInfo("betas %.3g, cumulative alphas %.3g", betas, alphas);
    QVERIFY(betas <= 1e-8);
    QVERIFY(alphas <= 1.2e-7);
  }

  void timestepsAreEqual() {
    const NoiseSchedule schedule{SchedulerProfile{}};
    int files = 0;
    for (const auto& entry : fs::directory_iterator(kUnits / "timesteps")) {
      const int steps = std::stoi(entry.path().stem().string().substr(1));
      std::vector<double> got;
      for (const int t : schedule.timesteps(steps)) got.push_back(t);
      QCOMPARE(got, readNpy(entry.path()).values);
      ++files;
    }
    QCOMPARE(files, 9);
  }

  void ddimStepsAgree() {
    const NoiseSchedule schedule{SchedulerProfile{}};
    const Latent sample = readNpyTensor(kUnits / "ddim/sample.npy"), eps = readNpyTensor(kUnits / "ddim/eps.npy");
    int files = 0;
    for (const auto& entry : fs::directory_iterator(kUnits / "ddim")) {
      std::string name = entry.path().stem().string();
      if (!name.ends_with("_prev")) continue;
      const int steps = std::stoi(name.substr(1, 4)), t = std::stoi(name.substr(7, 4));
      const SamplerStep step = ddimStep(schedule, sample, eps, t, t - 1000 / steps);
      QVERIFY2(maxAbsDifference(step.next, readNpyTensor(entry.path())) <= 1e-5, name.c_str());
      name.replace(name.size() - 4, 4, "x0.npy");
      QVERIFY2(maxAbsDifference(step.denoised, readNpyTensor(kUnits / "ddim" / name)) <= 5e-5, name.c_str());
      ++files;
    }
    QCOMPARE(files, 10);
  }

  void huMapAgrees() {
    const InputProfile input;
    const HuMap map(input.hu, input.value);
    std::vector<float> got;
    for (const float hu : readNpy(kUnits / "hu_in.npy").floats()) got.push_back(map(hu));
    QVERIFY(maxAbsDifference(got, readNpy(kUnits / "hu_out.npy").floats()) <= 1e-6);
  }

  void paddingAgreesAndOnlyOddSizesAreCroppedOneLater() {
    for (const int minimum : {32, 128}) {
      const NpyArray table = readNpy(kUnits / ("pad_crop_min" + std::to_string(minimum) + "_div16.npy"));
      for (std::size_t row = 0; row < table.values.size(); row += 5) {
        const auto* v = &table.values[row];  // size, padded, before, after, the reference's crop
        const AxisPadding p = axisPadding(static_cast<std::int64_t>(v[0]), minimum, 16);
        QVERIFY(static_cast<double>(p.padded()) == v[1] && static_cast<double>(p.before) == v[2]);
        QCOMPARE(static_cast<double>(p.after), v[3]);
        // The deliberate difference: ours is cut where it was padded.
        QCOMPARE(v[4] - static_cast<double>(p.before), p.size % 2 == 1 ? 1.0 : 0.0);
      }
    }
  }

  void windowsAreEqual() {
    const QJsonObject table = jsonUnit("window_starts_128.json");
    QVERIFY(!table.isEmpty());
    for (auto it = table.begin(); it != table.end(); ++it) {
      const std::int64_t size = it.key().toInt();
      QCOMPARE(windowStarts(size, 128, 0.25), integers(it.value().toObject()["image"]));
      QCOMPARE(windowStarts(size / 4, 32, 0.25), integers(it.value().toObject()["latent"]));
    }
  }

  void windowWeightsAgree() {
    const Tensor4 w = gaussianWeights({128, 128, 128});
    const std::vector<float> axis = readNpy(kUnits / "importance128/axis_profile.npy").floats();
    for (std::int64_t i = 0; i < 128; ++i)
      QVERIFY(std::abs(w.at(0, i, 64, 64) - axis[static_cast<std::size_t>(i)]) < 1e-6F);
    QVERIFY(maxAbsDifference(resampleNearestExact(w, {32, 32, 32}),
                             readNpyTensor(kUnits / "importance128/at_latent32.npy")) <= 1e-6);
    QVERIFY(maxAbsDifference(gaussianWeights({32, 32, 32}), readNpyTensor(kUnits / "importance32.npy")) <= 1e-6);
  }

  void stagesAreEqual() {
    const QJsonObject table = jsonUnit("stage_indices.json");
    QVERIFY(!table.isEmpty());
    for (auto it = table.begin(); it != table.end(); ++it) {
      const std::vector<int> got = stageIndices(it.key().toInt());
      QCOMPARE(std::vector<std::int64_t>(got.begin(), got.end()), integers(it.value()));
    }
  }

  void preparedImagesAgree_data() {
    QTest::addColumn<QString>("name");
    QTest::newRow("37x44x45") << "case_A";
    QTest::newRow("25x30x73") << "case_B";
  }

  void preparedImagesAgree() {
    QFETCH(QString, name);
    const fs::path folder = fs::path(HIPWRIGHT_GOLDEN_DIR) / name.toStdString();
    const Volume ct = readNpyVolume(folder / "ct_loaded.npy");
    const Prepared prepared = prepareAsIs(ct, windowOf32());
    QVERIFY(maxAbsDifference(prepared.image, readNpyTensor(folder / "preprocessed.npy")) <= 1e-6);
  }

  void restoredFieldsAreTheReferencesShiftedOnOddAxes_data() { preparedImagesAgree_data(); }

  void restoredFieldsAreTheReferencesShiftedOnOddAxes() {
    QFETCH(QString, name);
    const fs::path folder = fs::path(HIPWRIGHT_GOLDEN_DIR) / name.toStdString();
    const Prepared prepared = prepareAsIs(readNpyVolume(folder / "ct_loaded.npy"), windowOf32());
    const Tensor4 padded = readNpyTensor(folder / "run_cfg1/sdf_padded.npy");
    const Volume reference = readNpyVolume(folder / "run_cfg1/sdf.npy");
    const Volume ours = restore(prepared, padded);
    const Index3 n = ours.geometry.size;
    const Index3 late{n[0] % 2, n[1] % 2, n[2] % 2};
    for (std::int64_t z = 0; z + late[2] < n[2]; ++z)
      for (std::int64_t y = 0; y + late[1] < n[1]; ++y)
        for (std::int64_t x = 0; x + late[0] < n[0]; ++x)
          QVERIFY(ours.at(x + late[0], y + late[1], z + late[2]) == reference.at(x, y, z));
    QCOMPARE(maxAbsDifference(cropLikeReference(padded, n), reference), 0.0);
    QVERIFY(maxAbsDifference(ours, reference) > 0.01);  // both cases have an odd axis, so the difference is there
  }
};

QTEST_APPLESS_MAIN(TestGoldenUnits)
#include "test_golden_units.moc"
