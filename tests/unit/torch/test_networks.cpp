// The networks activation by activation against the reference, with both tables; attention blocks; weight folding.
#include "engine/core/error.h"
#include "engine/torch/arrays.h"
#include "engine/torch/attention.h"
#include "engine/torch/failures.h"
#include "engine/torch/kernels.h"
#include "engine/torch/operation_tables.h"
#include "engine/torch/slab_convolution.h"
#include "engine/torch/unet.h"
#include "engine/verify/golden_case.h"
#include "engine/verify/npy.h"
#include "engine/weights/checkpoint.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/ops/conv3d.h>
#include <ATen/ops/empty.h>
#include <ATen/ops/empty_like.h>
#include <ATen/ops/randn.h>
#include <ATen/ops/upsample_nearest3d.h>
#include <c10/core/InferenceMode.h>

#include <QTest>

#include <cmath>
#include <stdexcept>

using namespace hipwright;
using namespace hipwright::nets;
namespace fs = std::filesystem;

namespace {

constexpr double kNetworkTolerance = 1e-4;

at::Tensor tensorOf(const NpyArray& array) {
  at::Tensor tensor = at::empty(array.shape, at::kFloat);
  const std::vector<float> values = array.floats();
  std::copy(values.begin(), values.end(), tensor.data_ptr<float>());
  return tensor;
}

double largestDifference(const at::Tensor& a, const at::Tensor& b) {
  return a.to(at::kFloat).sub(b).abs().max().item<double>();
}

at::Tensor randomTensor(const std::vector<std::int64_t>& shape, std::uint64_t seed) {
  return at::randn(shape, at::make_generator<at::CPUGeneratorImpl>(seed), at::TensorOptions().dtype(at::kFloat));
}

/// Compares every activation that the reference stored under the same name. Remembers the largest deviation.
class GoldenTrace {
 public:
  explicit GoldenTrace(fs::path folder, std::int64_t sample = 0) : m_folder(std::move(folder)), m_sample(sample) {}

  Trace trace() {
    return [this](std::string_view name, const at::Tensor& activation) {
      const fs::path file = m_folder / ("act_" + std::string(name) + ".npy");
      if (fs::exists(file)) check(std::string(name), activation, file);
    };
  }

  void check(const std::string& name, const at::Tensor& activation, const fs::path& file) {
    const at::Tensor expected = tensorOf(readNpy(file)).narrow(0, m_sample, 1);
    const bool sameShape = activation.sizes() == expected.sizes();
    const double difference = sameShape ? largestDifference(activation, expected) : INFINITY;
    ++m_count;
    if (!(difference <= kNetworkTolerance) && m_failures.isEmpty())
      m_failures = QStringLiteral("%1 deviates by %2").arg(QString::fromStdString(name)).arg(difference);
    m_worst = std::max(m_worst, difference);
  }

  int count() const { return m_count; }
  double worst() const { return m_worst; }
  const QString& firstFailure() const { return m_failures; }

 private:
  fs::path m_folder;
  std::int64_t m_sample = 0;
  int m_count = 0;
  double m_worst = 0;
  QString m_failures;
};

LayerOptions optionsFor(TableKind table) {
  LayerOptions options;
  options.fastForms = table == TableKind::Fast;
  return options;
}

void addCases() {
  QTest::addColumn<QString>("name");
  QTest::addColumn<int>("table");
  for (const char* name : {"case_A", "case_B"})
    for (const TableKind table : {TableKind::Plain, TableKind::Fast})
      QTest::addRow("%s %s", name, table == TableKind::Plain ? "plain" : "fast") << name << static_cast<int>(table);
}

GoldenCase fetchedCase() {
  QFETCH(QString, name);
  return readGoldenCase(fs::path(HIPWRIGHT_GOLDEN_DIR) / name.toStdString());
}

TableKind fetchedTable() {
  QFETCH(int, table);
  return static_cast<TableKind>(table);
}

void report(const char* what, const GoldenTrace& trace) {
  qInfo("%s: %d arrays, largest deviation %.2g", what, trace.count(), trace.worst());
}

}  // namespace

class TestNetworks : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void unetGivesTheReferencesActivations_data() { addCases(); }
  void unetGivesTheReferencesActivations() {
    const c10::InferenceMode inference;
    const GoldenCase golden = fetchedCase();
    const Checkpoint checkpoint = readCheckpoint(golden.ldm);
    const Unet unet(golden.profile.unet, parametersOf(checkpoint.weights), optionsFor(fetchedTable()));
    const fs::path folder = golden.folder / "unit_unet";
    const at::Tensor x = tensorOf(readNpy(folder / "x.npy"));
    const NpyArray timesteps = readNpy(folder / "timesteps.npy");
    const auto operations = makeOperations(fetchedTable(), checkFor({}));
    for (std::int64_t n = 0; n < x.size(0); ++n) {
      GoldenTrace trace(folder, n);
      const double timestep = timesteps.values[static_cast<std::size_t>(n)];
      trace.check("eps", unet.run(x.narrow(0, n, 1).clone(), timestep, *operations, trace.trace()), folder / "eps.npy");
      report("unet", trace);
      QVERIFY(trace.count() >= 10);
      QVERIFY2(trace.firstFailure().isEmpty(), qPrintable(trace.firstFailure()));
    }
  }

  void encoderGivesTheReferencesActivations_data() { addCases(); }
  void encoderGivesTheReferencesActivations() {
    const c10::InferenceMode inference;
    const GoldenCase golden = fetchedCase();
    const Checkpoint checkpoint = readCheckpoint(golden.vaePre);
    const Autoencoder encoder(golden.profile.vae, AutoencoderPart::Encoder, parametersOf(checkpoint.weights),
                              optionsFor(fetchedTable()));
    runAutoencoder(encoder, golden.folder / "unit_vae_encode", "x.npy", "mu.npy");
  }

  void decoderGivesTheReferencesActivations_data() { addCases(); }
  void decoderGivesTheReferencesActivations() {
    const c10::InferenceMode inference;
    const GoldenCase golden = fetchedCase();
    const Checkpoint checkpoint = readCheckpoint(golden.vaeMetal);
    const Autoencoder decoder(golden.profile.vae, AutoencoderPart::Decoder, parametersOf(checkpoint.weights),
                              optionsFor(fetchedTable()));
    runAutoencoder(decoder, golden.folder / "unit_vae_decode", "z.npy", "out.npy");
  }

  void timestepEmbeddingIsTheReferences_data() {
    QTest::addColumn<int>("dim");
    for (const int dim : {8, 16, 64}) QTest::addRow("%d", dim) << dim;
  }
  void timestepEmbeddingIsTheReferences() {
    QFETCH(int, dim);
    const fs::path folder = fs::path(HIPWRIGHT_GOLDEN_DIR) / "units" / "temb";
    const NpyArray timesteps = readNpy(folder / "timesteps.npy");
    const at::Tensor expected = tensorOf(readNpy(folder / ("dim" + std::to_string(dim) + ".npy")));
    QVERIFY(largestDifference(timestepEmbedding(tensorOf(timesteps), dim), expected) < 2e-4);
  }

  void groupNormOfSmallValuesNeedsItsEps() {
    const fs::path folder = fs::path(HIPWRIGHT_GOLDEN_DIR) / "units" / "groupnorm";
    const at::Tensor x = tensorOf(readNpy(folder / "x.npy"));
    const at::Tensor affine = tensorOf(readNpy(folder / "weight_bias.npy"));
    const at::Tensor expected = tensorOf(readNpy(folder / "out.npy"));
    const Normalisation norm{affine.select(0, 0).contiguous(), affine.select(0, 1).contiguous(), 8, 1e-6};
    for (std::int64_t n = 0; n < x.size(0); ++n) {
      const at::Tensor sample = x.select(0, n).contiguous();
      const ChannelMaps maps = groupNormMaps(sample, norm, Activation::None);
      at::Tensor out = at::empty_like(sample);
      const std::int64_t count = sample.numel() / sample.size(0);
      for (std::int64_t c = 0; c < sample.size(0); ++c)
        mapRow(sample.data_ptr<float>() + c * count, out.data_ptr<float>() + c * count, count,
               maps[static_cast<std::size_t>(c)]);
      QVERIFY(largestDifference(out, expected.select(0, n)) < 2e-4);
    }
  }

  void siluAndBf16Rounding() {
    std::vector<float> in, out(401);
    for (int i = -200; i <= 200; ++i) in.push_back(static_cast<float>(i) * 0.6F);
    mapRow(in.data(), out.data(), 401, {1.0F, 0.0F, true});
    for (std::size_t i = 0; i < in.size(); ++i) {
      const double exact = in[i] / (1 + std::exp(-static_cast<double>(in[i])));
      QVERIFY(std::abs(out[i] - exact) <= 3e-7 * std::abs(exact) + 1e-30);
    }
    const Bf16 one{0x3F80}, tiny{0x3B80};  // 1 and 2^-8: exactly between two bf16 numbers, so the even one is right
    Bf16 sum{};
    addRows(&one, &tiny, &sum, 1);
    QCOMPARE(sum.bits, std::uint16_t{0x3F80});
    const Bf16 next{0x3F81};
    addRows(&next, &tiny, &sum, 1);
    QCOMPARE(sum.bits, std::uint16_t{0x3F82});
  }

  void attentionDoesNotDependOnItsBlocks() {
    const std::int64_t channels = 16, tokens = 37;
    const auto layer = [&](std::uint64_t seed) {
      return Linear{randomTensor({channels, channels}, seed).mul(0.25), randomTensor({channels}, seed + 1)};
    };
    const Attention attention{{}, layer(1), layer(3), layer(5), layer(7), 8};
    const at::Tensor x = randomTensor({2, tokens, channels}, 9);
    const at::Tensor whole = attendTokens(x, attention, std::int64_t{1} << 30);
    for (const std::int64_t scores : {1, 500, 2000, 4000})
      QVERIFY(largestDifference(attendTokens(x, attention, scores), whole) < 1e-5);
  }

  /// Heads that fill their channel groups and heads that do not; tokens that do not fill the last block.
  void attentionKernelEqualsTheLibrary() {
    const std::int64_t channels = 48, tokens = 203;
    const auto layer = [&](std::uint64_t seed) {
      return Linear{randomTensor({channels, channels}, seed).mul(0.25), randomTensor({channels}, seed + 1)};
    };
    const at::Tensor x = randomTensor({1, tokens, channels}, 9);
    for (const std::int64_t headChannels : {3, 8, 12, 16}) {
      const Attention attention{{}, layer(1), layer(3), layer(5), layer(7), headChannels};
      const at::Tensor expected = attendTokens(x, attention, std::int64_t{1} << 30).squeeze(0);
      const at::Tensor sample = x.squeeze(0).transpose(0, 1).contiguous();
      QVERIFY(largestDifference(attendChannels(sample, attention, [] {}).transpose(0, 1), expected) < 2e-5);
    }
  }

  /// Odd and even sizes, sizes that do not fill the last slab, one and many channels.
  void fastConvolutionsEqualPlainOnes_data() {
    QTest::addColumn<std::vector<std::int64_t>>("shape");
    QTest::newRow("odd") << std::vector<std::int64_t>{1, 5, 7, 9, 11};
    QTest::newRow("flat") << std::vector<std::int64_t>{2, 3, 1, 2, 1};
    QTest::newRow("many slabs") << std::vector<std::int64_t>{1, 16, 11, 150, 151};
    QTest::newRow("winograd") << std::vector<std::int64_t>{1, 32, 9, 60, 61};
    QTest::newRow("one channel") << std::vector<std::int64_t>{1, 1, 6, 6, 6};
  }
  void fastConvolutionsEqualPlainOnes() {
    const c10::InferenceMode inference;
    QFETCH(std::vector<std::int64_t>, shape);
    const at::Tensor x = randomTensor(shape, 1);
    const std::int64_t in = shape[1], out = in == 32 ? 32 : 6;
    const std::map<std::string, at::Tensor> parameters{{"c.weight", randomTensor({out, in, 3, 3, 3}, 2).mul(0.1)},
                                                       {"c.bias", randomTensor({out}, 3)}};
    const ParameterSource source = [&](const std::string& name) { return parameters.at(name); };
    const LayerReader plainRead(source, optionsFor(TableKind::Plain)), fastRead(source, optionsFor(TableKind::Fast));
    const auto plain = makeOperations(TableKind::Plain, checkFor({})),
               fast = makeOperations(TableKind::Fast, checkFor({}));
    const auto same = [](const at::Tensor& a, const at::Tensor& b) {
      return a.sizes() == b.sizes() && largestDifference(a, b) < 3e-5;
    };
    QVERIFY(same(fast->convolve(x, fastRead.convolution("c")), plain->convolve(x, plainRead.convolution("c"))));
    QVERIFY(same(fast->upsampleAndConvolve(x, fastRead.upsampledConvolution("c")),
                 plain->upsampleAndConvolve(x, plainRead.upsampledConvolution("c"))));
    for (const bool endOnly : {false, true}) {
      if (endOnly && std::min({shape[2], shape[3], shape[4]}) < 2) continue;
      const Downsampling down{plainRead.directConvolution("c"), endOnly};
      QVERIFY(same(fast->downsample(x, down), plain->downsample(x, down)));
    }
  }

  void failuresOfTorchAreTranslated() {
    const auto codeOf = [](const std::function<void()>& work, const char* device) {
      try {
        translatingFailures({"encoding", device}, work);
      } catch (const Error& error) {
        return error.code();
      }
      return ErrorCode::BadRequest;
    };
    const auto huge = [] { at::empty({std::int64_t{1} << 46}, at::kFloat); };
    const auto wrong = [] { at::empty({2}, at::kFloat).view({3}); };
    QCOMPARE(codeOf(huge, "cpu"), ErrorCode::OutOfMemory);
    for (const char* text : {"CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
                             "cuDNN error: CUDNN_STATUS_ALLOC_FAILED", "could not create a memory object"})
      QCOMPARE(codeOf([text] { throw std::runtime_error(text); }, "cuda:0"), ErrorCode::OutOfMemory);
    QCOMPARE(codeOf(wrong, "cpu"), ErrorCode::Internal);
    QCOMPARE(codeOf(wrong, "cuda:0"), ErrorCode::DeviceFailed);
    QVERIFY_EXCEPTION_THROWN(translatingFailures({"encoding", "cpu"}, [] { throw Cancelled{}; }), Cancelled);
  }

 private:
  static void runAutoencoder(const Autoencoder& network, const fs::path& folder, const char* input,
                             const char* output) {
    const auto operations = makeOperations(fetchedTable(), checkFor({}));
    GoldenTrace trace(folder);
    const at::Tensor result = network.run(tensorOf(readNpy(folder / input)), *operations, trace.trace());
    trace.check(output, result, folder / output);
    report(input, trace);
    QVERIFY(trace.count() >= 1);
    QVERIFY2(trace.firstFailure().isEmpty(), qPrintable(trace.firstFailure()));
  }
};

QTEST_APPLESS_MAIN(TestNetworks)
#include "test_networks.moc"
