// The parts of the trainer against known answers: optimiser, average, state file, operations, latent statistics.
#include "engine/core/error.h"
#include "engine/torch/autoencoder.h"
#include "engine/torch/noise.h"
#include "engine/torch/train/adam_w.h"
#include "engine/torch/train/latent_statistics.h"
#include "engine/torch/train/train.h"
#include "engine/torch/train/train_log.h"
#include "engine/torch/train/training_operations.h"
#include "engine/torch/train/training_state.h"
#include "engine/torch/unet.h"

#include <ATen/TensorOperators.h>
#include <ATen/core/grad_mode.h>
#include <ATen/ops/cat.h>
#include <ATen/ops/full.h>
#include <ATen/ops/tensor.h>
#include <ATen/ops/zeros_like.h>

#include <QTemporaryDir>
#include <QTest>

#include <cmath>
#include <limits>

using namespace hipwright;
using namespace hipwright::nets;

namespace {

VaeProfile smallVae() { return {{8, 8, 16}, {0, 1, 1}, 4, 4, 1e-6}; }
UnetProfile smallUnet() { return {{8, 16}, {1, 1}, {false, true}, 8, 4, 1e-6}; }

double largestDifference(const at::Tensor& a, const at::Tensor& b) { return (a - b).abs().max().item<double>(); }

at::Tensor randomTensor(const std::vector<std::int64_t>& shape, std::int64_t seed) {
  return standardNormal(shape, seed, at::kCPU);
}

/// Fresh parameters end their residual branches with zeros, which would hide what stands before them.
void disturb(TrainableParameters& parameters) {
  NamedTensors values = parameters.values();
  for (auto& [name, tensor] : values)
    for (std::size_t i = 0; i < tensor.values.size(); ++i)
      tensor.values[i] += 0.05F * std::sin(static_cast<float>(i + name.size()));
  parameters.assign(values);
}

/// One parameter w with the loss (w - 3)^2 / 2, so that the gradient is w - 3.
struct Parabola {
  TrainableParameters parameters{{{"w", {1, 1}}}, 1, at::kCPU};
  const at::Tensor& w() const { return parameters.tensors().at("w"); }
  void start(float value) { parameters.assign({{"w", {{1, 1}, {value}}}}); }
  void differentiate() { ((w() - 3).square() / 2).sum().backward(); }
};

}  // namespace

class TestTraining : public QObject {
  Q_OBJECT

 private Q_SLOTS:
  void firstStepOfAdamIsTheLearningRate() {
    Parabola p;
    p.start(1);
    AdamW adam(p.parameters, {0.9, 0.99, 1e-8, 0, 100});
    p.differentiate();
    QCOMPARE(adam.step(0.1), 2.0);
    QVERIFY(std::abs(p.w().item<double>() - 1.1) < 1e-6);
  }

  void twoStepsOfAdamFollowThePaper() {
    Parabola p;
    p.start(1);
    const AdamWOptions options{0.9, 0.99, 1e-8, 0.5, 100};
    AdamW adam(p.parameters, options);
    double w = 1, mean = 0, square = 0;
    for (int t = 1; t <= 2; ++t) {
      p.differentiate();
      adam.step(0.1);
      const double gradient = w - 3;
      mean = 0.9 * mean + 0.1 * gradient;
      square = 0.99 * square + 0.01 * gradient * gradient;
      w *= 1 - 0.1 * 0.5;
      w -= 0.1 * (mean / (1 - std::pow(0.9, t))) / (std::sqrt(square / (1 - std::pow(0.99, t))) + 1e-8);
    }
    QVERIFY(std::abs(p.w().item<double>() - w) < 1e-6);
  }

  void gradientsAreClippedToTheirNorm() {
    Parabola clipped, gentle;
    clipped.start(-97);
    gentle.start(2);
    AdamW a(clipped.parameters, {0.9, 0.99, 1e-8, 0, 1}), b(gentle.parameters, {0.9, 0.99, 1e-8, 0, 1});
    clipped.differentiate();
    gentle.differentiate();
    QCOMPARE(a.step(0.1), 100.0);
    QCOMPARE(b.step(0.1), 1.0);
    QVERIFY(largestDifference(a.means().at("w"), b.means().at("w")) < 1e-5);
  }

  void averageStartsFastAndEndsSlow() {
    Parabola p;
    p.start(0);
    WeightAverage average(p.parameters, 0.5);
    p.start(11);
    average.update(p.parameters, 0);  // decay 1 / 10
    QVERIFY(std::abs(average.tensors().at("w").item<double>() - 9.9) < 1e-5);
    average.update(p.parameters, 1000);  // decay 0.5
    QVERIFY(std::abs(average.tensors().at("w").item<double>() - 10.45) < 1e-5);
  }

  void stateFileGoesOnWithTheSameNumbers() {
    QTemporaryDir folder;
    const std::filesystem::path path = std::filesystem::path(folder.path().toStdString()) / "state.safetensors";
    Parabola first;
    first.start(1);
    AdamW adam(first.parameters, {});
    WeightAverage average(first.parameters, 0.9);
    QVERIFY(!loadState(path, {first.parameters, adam, &average}));
    first.differentiate();
    adam.step(0.1);
    average.update(first.parameters, 1);
    saveState(path, {first.parameters, adam, &average});

    Parabola second;
    second.start(5);
    AdamW other(second.parameters, {});
    WeightAverage otherAverage(second.parameters, 0.9);
    QVERIFY(loadState(path, {second.parameters, other, &otherAverage}));
    for (Parabola* p : {&first, &second}) {
      p->differentiate();
      (p == &first ? adam : other).step(0.1);
    }
    QCOMPARE(other.steps(), std::int64_t{2});
    QCOMPARE(second.w().item<float>(), first.w().item<float>());
    QCOMPARE(otherAverage.tensors().at("w").item<float>(), average.tensors().at("w").item<float>());
  }

  void subPixelUpsamplingHasTheSameValuesAndGradients() {
    at::Tensor weight = randomTensor({5, 3, 3, 3, 3}, 1).set_requires_grad(true);
    at::Tensor bias = randomTensor({5}, 2).set_requires_grad(true);
    const Convolution layer{weight, bias, 3, 5, 3, WeightForm::Direct};
    std::vector<std::vector<at::Tensor>> results;
    PlainOperations plain(checkFor({}));
    TrainingOperations training(checkFor({}));
    for (Operations* table : {static_cast<Operations*>(&plain), static_cast<Operations*>(&training)}) {
      at::Tensor x = randomTensor({2, 3, 4, 3, 5}, 3).set_requires_grad(true);
      weight.mutable_grad() = bias.mutable_grad() = at::Tensor();
      const at::Tensor y = table->upsampleAndConvolve(x, layer);
      (y * randomTensor(y.sizes().vec(), 4)).sum().backward();
      results.push_back({y.detach(), x.grad(), weight.grad(), bias.grad()});
    }
    for (std::size_t i = 0; i < results[0].size(); ++i)
      QVERIFY2(largestDifference(results[0][i], results[1][i]) < 1e-4 * results[0][i].abs().max().item<double>(),
               qPrintable(QString::number(i)));
  }

  void everyParameterGetsAGradient() {
    TrainableParameters vae(autoencoderParameters(smallVae()), 1, at::kCPU);
    TrainableParameters unet(unetParameters(smallVae(), smallUnet()), 2, at::kCPU);
    disturb(vae);
    disturb(unet);
    TrainingOperations operations(checkFor({}));
    const Autoencoder encoder(smallVae(), AutoencoderPart::Encoder, vae.source(), {});
    const Autoencoder decoder(smallVae(), AutoencoderPart::Decoder, vae.source(), {});
    const Unet network(smallUnet(), unet.source(), {});
    const at::Tensor z = encoder.run(randomTensor({2, 1, 16, 16, 16}, 3), operations);
    const at::Tensor y = network.run(at::cat({z, z}, 1), at::tensor(std::vector<float>{3, 700}), operations);
    decoder.run(y, operations).square().sum().backward();
    for (const TrainableParameters* parameters : {&vae, &unet})
      for (const auto& [name, tensor] : parameters->tensors()) {
        if (name.starts_with("quant_conv_log_sigma")) continue;  // only the trainer's loss reads it
        QVERIFY2(tensor.grad().defined(), name.c_str());
        // A key's bias moves all scores of a query alike, which the softmax does not see.
        if (!name.ends_with("to_k.bias")) QVERIFY2(tensor.grad().abs().max().item<double>() > 1e-7, name.c_str());
      }
  }

  void eachSampleHasItsOwnTimestep() {
    const at::NoGradGuard noGradients;
    TrainableParameters unet(unetParameters(smallVae(), smallUnet()), 2, at::kCPU);
    disturb(unet);
    const Unet network(smallUnet(), unet.source(), {});
    TrainingOperations operations(checkFor({}));
    const at::Tensor x = randomTensor({2, 8, 4, 4, 4}, 5);
    const at::Tensor both = network.run(x, at::tensor(std::vector<float>{3, 700}), operations);
    QVERIFY(largestDifference(both.narrow(0, 0, 1), network.run(x.narrow(0, 0, 1), 3.0, operations)) < 1e-5);
    QVERIFY(largestDifference(both.narrow(0, 1, 1), network.run(x.narrow(0, 1, 1), 700.0, operations)) < 1e-5);
    QVERIFY(largestDifference(both.narrow(0, 0, 1), network.run(x.narrow(0, 0, 1), 700.0, operations)) > 1e-3);
  }

  void standardisedLatentsDecodeToTheSame() {
    const at::NoGradGuard noGradients;
    TrainableParameters vae(autoencoderParameters(smallVae()), 1, at::kCPU);
    disturb(vae);
    TrainingOperations operations(checkFor({}));
    const at::Tensor x = randomTensor({3, 1, 16, 16, 16}, 6);
    const auto encoded = [&] {
      return Autoencoder(smallVae(), AutoencoderPart::Encoder, vae.source(), {}).run(x, operations);
    };
    const auto decoded = [&](const at::Tensor& z) {
      return Autoencoder(smallVae(), AutoencoderPart::Decoder, vae.source(), {}).run(z, operations);
    };
    const at::Tensor before = decoded(encoded());
    LatentMoments moments;
    for (std::int64_t i = 0; i < 3; ++i) moments.add(encoded().narrow(0, i, 1));
    standardiseLatents(vae, moments);
    LatentMoments after;
    after.add(encoded());
    QVERIFY(after.mean().abs().max().item<double>() < 1e-5);
    QVERIFY(largestDifference(after.deviation(), at::full({4}, 1.0, at::kDouble)) < 1e-5);
    QVERIFY(largestDifference(decoded(encoded()), before) < 1e-4);
  }

  void freshBlocksAreTheIdentity() {
    const at::NoGradGuard noGradients;
    TrainableParameters unet(unetParameters(smallVae(), smallUnet()), 2, at::kCPU);
    TrainingOperations operations(checkFor({}));
    const Unet network(smallUnet(), unet.source(), {});
    QCOMPARE(network.run(randomTensor({1, 8, 4, 4, 4}, 5), 3.0, operations).abs().max().item<float>(), 0.0F);
  }

  void optionsAreChecked() {
    TrainOptions options;
    options.profile = demoProfile();
    options.folder = "somewhere";
    QCOMPARE(options.check(), std::vector<std::string>{});
    options.ldmBatch = 0;
    options.conditionDropout = 1;
    QCOMPARE(options.check().size(), std::size_t{2});
  }

  void aLossThatIsNotANumberEndsTheTraining() {
    const QTemporaryDir folder;
    TrainOptions options;
    options.folder = folder.path().toStdString();
    TrainLog log(TrainStage::Ldm, options, {});
    log.add(1);
    QVERIFY_THROWS_EXCEPTION(Error, log.add(std::nan("")));
    QVERIFY_THROWS_EXCEPTION(Error, log.add(std::numeric_limits<double>::infinity()));
  }
};

QTEST_APPLESS_MAIN(TestTraining)
#include "test_training.moc"
