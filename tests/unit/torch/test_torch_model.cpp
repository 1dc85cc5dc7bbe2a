// The model behind its torch-free interface: against the reference's single calls, noise, precision, cancelling, sizes.
#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/torch/torch_model.h"
#include "engine/verify/golden_case.h"
#include "engine/verify/npy.h"

#include <QTest>

#include <chrono>
#include <cmath>
#include <thread>

using namespace hipwright;
namespace fs = std::filesystem;

namespace {

constexpr double kNetworkTolerance = 1e-4;
/// bf16 keeps 8 bits: measured up to 0.012 of the output's RMS on the reference cases.
constexpr double kBf16Bound = 0.03;

const fs::path kGolden = HIPWRIGHT_GOLDEN_DIR;

enum class Table { Plain, Fast };
enum class Precision { Full, Amp };

std::unique_ptr<DiffusionModel> modelOf(const GoldenCase& golden, Table table, Precision precision) {
  ComputeOptions options;
  options.device = DeviceChoice::Cpu;
  options.amp = precision == Precision::Amp;
  options.threads = 2;
  options.plainOperations = table == Table::Plain;
  return loadTorchModel(golden.profile, readCheckpoint(golden.vaePre), readCheckpoint(golden.vaeMetal),
                        readCheckpoint(golden.ldm), options, {});
}

struct Deviation {
  double largest = 0;
  double relative = 0;  ///< RMS of the difference over RMS of the expected values
};

Deviation deviation(const std::vector<float>& got, const std::vector<float>& expected) {
  if (got.size() != expected.size() || got.empty()) return {INFINITY, INFINITY};
  Deviation result;
  double squares = 0, differences = 0;
  for (std::size_t i = 0; i < got.size(); ++i) {
    const double d = got[i] - expected[i];
    result.largest = std::max(result.largest, std::isfinite(d) ? std::abs(d) : INFINITY);
    differences += d * d;
    squares += static_cast<double>(expected[i]) * expected[i];
  }
  result.relative = std::sqrt(differences / squares);
  return result;
}

/// The three single calls of a case and what the reference gave.
struct Calls {
  std::vector<float> encoded, predicted, decoded;
};

struct Inputs {
  Tensor4 image, latent, noisy, condition;
  int timestep = 0;
};

/// Channels [first, first + count) of sample 0.
Tensor4 part(const NpyArray& array, std::int64_t first, std::int64_t count) {
  Tensor4 result({count, array.shape[2], array.shape[3], array.shape[4]});
  const std::int64_t voxels = array.shape[2] * array.shape[3] * array.shape[4];
  for (std::int64_t i = 0; i < count * voxels; ++i)
    result.values[static_cast<std::size_t>(i)] =
        static_cast<float>(array.values[static_cast<std::size_t>(first * voxels + i)]);
  return result;
}

Inputs inputsOf(const GoldenCase& golden) {
  Inputs inputs;
  inputs.image = readNpyTensor(golden.folder / "unit_vae_encode" / "x.npy");
  inputs.latent = readNpyTensor(golden.folder / "unit_vae_decode" / "z.npy");
  const NpyArray x = readNpy(golden.folder / "unit_unet" / "x.npy");
  const std::int64_t half = x.shape[1] / 2;
  inputs.noisy = part(x, 0, half);
  inputs.condition = part(x, half, half);
  inputs.timestep = static_cast<int>(readNpy(golden.folder / "unit_unet" / "timesteps.npy").values.at(0));
  return inputs;
}

Calls callsOf(DiffusionModel& model, const Inputs& inputs) {
  const Latent* conditions[] = {&inputs.condition};
  return {model.encode({&inputs.image, 1}, {}).at(0).values,
          model.predict(inputs.noisy, conditions, inputs.timestep, {}).at(0).values,
          model.decode({&inputs.latent, 1}, {}).at(0).values};
}

Calls referenceOf(const GoldenCase& golden) {
  const NpyArray eps = readNpy(golden.folder / "unit_unet" / "eps.npy");
  return {readNpy(golden.folder / "unit_vae_encode" / "mu.npy").floats(), part(eps, 0, eps.shape[1]).values,
          readNpy(golden.folder / "unit_vae_decode" / "out.npy").floats()};
}

}  // namespace

class TestTorchModel : public QObject {
  Q_OBJECT

 private slots:
  void singleCallsEqualTheReference_data() { addCases(); }
  void singleCallsEqualTheReference() {
    const GoldenCase golden = fetchedCase();
    const Calls expected = referenceOf(golden);
    for (const Table table : {Table::Plain, Table::Fast}) {
      const auto model = modelOf(golden, table, Precision::Full);
      QCOMPARE(model->info().precision, std::string("fp32"));
      QCOMPARE(model->windowBatch(4), 1);
      const Calls got = callsOf(*model, inputsOf(golden));
      const Deviation worst[] = {deviation(got.encoded, expected.encoded), deviation(got.predicted, expected.predicted),
                                 deviation(got.decoded, expected.decoded)};
      qInfo("%s table: encode %.2g, predict %.2g, decode %.2g", table == Table::Plain ? "plain" : "fast",
            worst[0].largest, worst[1].largest, worst[2].largest);
      for (const Deviation& d : worst) QVERIFY(d.largest <= kNetworkTolerance);
    }
  }

  void bf16StaysNearFp32_data() { addCases(); }
  void bf16StaysNearFp32() {
    if (!platform::processorHasBf16()) QSKIP("This processor has no bf16");
    const GoldenCase golden = fetchedCase();
    const Calls expected = referenceOf(golden);
    for (const Table table : {Table::Plain, Table::Fast}) {
      const auto model = modelOf(golden, table, Precision::Amp);
      QCOMPARE(model->info().precision, std::string("bf16"));
      const Calls got = callsOf(*model, inputsOf(golden));
      const Deviation worst[] = {deviation(got.encoded, expected.encoded), deviation(got.predicted, expected.predicted),
                                 deviation(got.decoded, expected.decoded)};
      qInfo("bf16, %s table, RMS deviation over RMS: encode %.3g, predict %.3g, decode %.3g",
            table == Table::Plain ? "plain" : "fast", worst[0].relative, worst[1].relative, worst[2].relative);
      for (const Deviation& d : worst) QVERIFY(d.relative <= kBf16Bound);
    }
  }

  void noConditionIsAZeroCondition() {
    const GoldenCase golden = readGoldenCase(kGolden / "case_A");
    const auto model = modelOf(golden, Table::Fast, Precision::Full);
    const Inputs inputs = inputsOf(golden);
    const Latent zero(inputs.condition.shape);
    const Latent* conditions[] = {nullptr, &zero, &inputs.condition};
    const std::vector<Latent> got = model->predict(inputs.noisy, conditions, 500, {});
    QCOMPARE(got.size(), std::size_t{3});
    QVERIFY(got[0].values == got[1].values);
    QVERIFY(deviation(got[0].values, got[2].values).largest > 0.01);
  }

  void sizesTheNetworksCannotTakeAreRefused() {
    const GoldenCase golden = readGoldenCase(kGolden / "case_B");
    const auto model = modelOf(golden, Table::Fast, Precision::Full);
    const auto refused = [](const std::function<void()>& call) {
      try {
        call();
      } catch (const Error& error) {
        return error.code() == ErrorCode::BadLatentShape;
      }
      return false;
    };
    const Tensor4 oddImage({1, 32, 30, 32}), twoChannels({2, 32, 32, 32});
    const Latent oddLatent({4, 8, 6, 8}), wrongChannels({3, 8, 8, 8}), latent({4, 8, 8, 8}), larger({4, 8, 8, 12});
    const Latent* none[] = {nullptr};
    const Latent* mismatched[] = {&larger};
    QVERIFY(refused([&] { model->encode({&oddImage, 1}, {}); }));
    QVERIFY(refused([&] { model->encode({&twoChannels, 1}, {}); }));
    QVERIFY(refused([&] { model->predict(oddLatent, none, 0, {}); }));
    QVERIFY(refused([&] { model->predict(latent, mismatched, 0, {}); }));
    QVERIFY(refused([&] { model->decode({&wrongChannels, 1}, {}); }));
  }

  /// The decoder takes any size: previews decode slabs. Sizes that are no multiple of anything, both tables.
  void oddSizesGiveTheSameWithBothTables() {
    const GoldenCase golden = readGoldenCase(kGolden / "case_A");
    const auto plain = modelOf(golden, Table::Plain, Precision::Full);
    const auto fast = modelOf(golden, Table::Fast, Precision::Full);
    const Latent latent = fast->noise({4, 3, 7, 5}, 11, NoiseSource::Cpu);
    const std::vector<Tensor4> a = plain->decode({&latent, 1}, {}), b = fast->decode({&latent, 1}, {});
    const std::array<std::int64_t, 4> expectedShape{1, 12, 28, 20};
    QVERIFY(a[0].shape == expectedShape && b[0].shape == expectedShape);
    QVERIFY(deviation(b[0].values, a[0].values).largest < kNetworkTolerance);
    const Latent noisy = fast->noise({4, 4, 12, 8}, 12, NoiseSource::Cpu);
    const Latent* none[] = {nullptr};
    QVERIFY(
        deviation(fast->predict(noisy, none, 3, {})[0].values, plain->predict(noisy, none, 3, {})[0].values).largest <
        kNetworkTolerance);
    const Tensor4 image = fast->noise({1, 20, 12, 28}, 13, NoiseSource::Cpu);
    QVERIFY(deviation(fast->encode({&image, 1}, {})[0].values, plain->encode({&image, 1}, {})[0].values).largest <
            kNetworkTolerance);
  }

  void noiseIsPythonTorchs_data() {
    QTest::addColumn<qlonglong>("seed");
    QTest::addColumn<QString>("file");
    const fs::path folder = kGolden / "units" / "randn";
    for (const auto& entry : fs::directory_iterator(folder)) {
      const std::string name = entry.path().stem().string();
      const std::size_t end = name.find('_');
      QTest::newRow(name.c_str()) << static_cast<qlonglong>(std::stoll(name.substr(4, end - 4)))
                                  << QString::fromStdString(entry.path().string());
    }
  }
  void noiseIsPythonTorchs() {
    QFETCH(qlonglong, seed);
    QFETCH(QString, file);
    const NpyArray expected = readNpy(file.toStdString());
    const GoldenCase golden = readGoldenCase(kGolden / "case_B");
    static const auto model = modelOf(golden, Table::Plain, Precision::Full);
    std::array<std::int64_t, 4> shape{1, 1, 1, static_cast<std::int64_t>(expected.values.size())};
    const Latent noise = model->noise(shape, seed, NoiseSource::Cpu);
    QVERIFY(deviation(noise.values, expected.floats()).largest <= 2e-6);
    QVERIFY(model->noise(shape, seed, NoiseSource::Device).values == noise.values);
  }

  void aStopEndsEveryCallWithCancelled() {
    const GoldenCase golden = readGoldenCase(kGolden / "case_A");
    const auto model = modelOf(golden, Table::Fast, Precision::Full);
    const Inputs inputs = inputsOf(golden);
    const Latent* none[] = {nullptr};
    std::stop_source stop;
    stop.request_stop();
    QVERIFY_EXCEPTION_THROWN(model->encode({&inputs.image, 1}, stop.get_token()), Cancelled);
    QVERIFY_EXCEPTION_THROWN(model->predict(inputs.noisy, none, 1, stop.get_token()), Cancelled);
    QVERIFY_EXCEPTION_THROWN(model->decode({&inputs.latent, 1}, stop.get_token()), Cancelled);
    QVERIFY(!model->decode({&inputs.latent, 1}, {}).empty());
  }

  /// A stop that arrives in the middle of a pass ends it long before the pass would.
  void aStopInsideAPassEndsItEarly() {
    using Clock = std::chrono::steady_clock;
    const GoldenCase golden = readGoldenCase(kGolden / "case_A");
    const auto model = modelOf(golden, Table::Fast, Precision::Full);
    const Latent latent = model->noise({4, 24, 24, 24}, 5, NoiseSource::Cpu);
    const auto start = Clock::now();
    model->decode({&latent, 1}, {});
    const auto whole = Clock::now() - start;
    std::stop_source stop;
    Clock::time_point asked;
    std::jthread asker([&] {
      std::this_thread::sleep_for(whole / 4);
      asked = Clock::now();
      stop.request_stop();
    });
    QVERIFY_EXCEPTION_THROWN(model->decode({&latent, 1}, stop.get_token()), Cancelled);
    const auto ended = Clock::now();
    asker.join();
    QVERIFY(ended - asked < whole / 2);
  }

  void devicesBeginWithTheProcessor() {
    const std::vector<DeviceInfo> devices = listDevices();
    QVERIFY(!devices.empty());
    QCOMPARE(devices.front().id, std::string("cpu"));
    QCOMPARE(devices.front().precision, std::string(platform::processorHasBf16() ? "bf16" : "fp32"));
    QVERIFY(torchVersion().starts_with("LibTorch "));
    if (devices.size() > 1) return;
    ComputeOptions options;
    options.device = DeviceChoice::Cuda;
    const GoldenCase golden = readGoldenCase(kGolden / "case_B");
    QVERIFY_EXCEPTION_THROWN(loadTorchModel(golden.profile, readCheckpoint(golden.vaePre),
                                            readCheckpoint(golden.vaeMetal), readCheckpoint(golden.ldm), options, {}),
                             Error);
  }

 private:
  static void addCases() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"case_A", "case_B"}) QTest::newRow(name) << name;
  }

  static GoldenCase fetchedCase() {
    QFETCH(QString, name);
    return readGoldenCase(kGolden / name.toStdString());
  }
};

QTEST_APPLESS_MAIN(TestTorchModel)
#include "test_torch_model.moc"
