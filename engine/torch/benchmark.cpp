// Measuring the networks. Works on the networks themselves, one at a time, so that memory is that of the call.
#include "engine/torch/benchmark.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/torch/cuda_device.h"
#include "engine/torch/device.h"
#include "engine/torch/failures.h"
#include "engine/torch/noise.h"
#include "engine/torch/operation_tables.h"
#include "engine/torch/random_weights.h"
#include "engine/torch/unet.h"
#include "engine/torch/work_count.h"

#include <ATen/ops/empty.h>
#include <c10/core/InferenceMode.h>

#include <algorithm>
#include <chrono>
#include <ctime>
#include <fstream>

namespace hipwright {
namespace {

using Clock = std::chrono::steady_clock;
using nets::TableKind;
using Network = std::function<at::Tensor(at::Tensor, nets::Operations&)>;

double secondsSince(Clock::time_point start) { return std::chrono::duration<double>(Clock::now() - start).count(); }

double processorSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

double median(std::vector<double> values) {
  std::ranges::sort(values);
  return values.at(values.size() / 2);
}

/// Linux resets the resident peak on request; elsewhere nothing happens and the peak is that since the start.
void resetPeakMemory(bool cuda) {
  if (cuda)
    nets::resetCudaPeak(0);
  else
    std::ofstream("/proc/self/clear_refs") << 5;
}

at::ScalarType typeOf(const std::string& precision) {
  if (precision == "bf16") return at::kBFloat16;
  return precision == "fp16" ? at::kHalf : at::kFloat;
}

/// What can be measured: the fast table is for processors, and not every processor multiplies bf16.
std::vector<std::string> precisionsOf(const BenchmarkOptions& options) {
  if (options.cuda) return {"fp32", "fp16"};
  return platform::processorHasBf16() ? std::vector<std::string>{"fp32", "bf16"} : std::vector<std::string>{"fp32"};
}

std::vector<bool> tablesOf(const BenchmarkOptions& options) {
  if (options.cuda) return {false};
  return options.plainTable ? std::vector<bool>{true, false} : std::vector<bool>{true};
}

/// Notes the longest time between two checks.
class WaitMeter {
 public:
  explicit WaitMeter(std::stop_token stop) : m_stop(std::move(stop)) {}

  void start() { m_last = Clock::now(); }
  void check() {
    throwIfStopped(m_stop);
    m_longest = std::max(m_longest, secondsSince(m_last));
    m_last = Clock::now();
  }
  double longest() const { return m_longest; }

 private:
  std::stop_token m_stop;
  Clock::time_point m_last = Clock::now();
  double m_longest = 0;
};

bool isStep(BenchmarkCall call) { return call == BenchmarkCall::Step || call == BenchmarkCall::GuidedStep; }

ParameterShapes shapesFor(BenchmarkCall call, const ModelProfile& profile) {
  return isStep(call) ? unetParameters(profile.vae, profile.unet) : autoencoderParameters(profile.vae);
}

Network networkFor(BenchmarkCall call, const ModelProfile& profile, const nets::ParameterSource& source,
                   const nets::LayerOptions& options) {
  if (isStep(call)) {
    const auto unet = std::make_shared<nets::Unet>(profile.unet, source, options);
    return [unet](at::Tensor x, nets::Operations& o) { return unet->run(std::move(x), 500, o); };
  }
  const auto part = call == BenchmarkCall::Encode ? nets::AutoencoderPart::Encoder : nets::AutoencoderPart::Decoder;
  const auto half = std::make_shared<nets::Autoencoder>(profile.vae, part, source, options);
  return [half](at::Tensor x, nets::Operations& o) { return half->run(std::move(x), o); };
}

/// A guided step asks the network twice: one after the other on a processor, as one batch on a GPU.
int passesTogether(BenchmarkCall call, const BenchmarkOptions& options) {
  return call == BenchmarkCall::GuidedStep && options.cuda ? 2 : 1;
}

int passesInTurn(BenchmarkCall call, const BenchmarkOptions& options) {
  return call == BenchmarkCall::GuidedStep && !options.cuda ? 2 : 1;
}

std::vector<std::int64_t> inputShape(BenchmarkCall call, const BenchmarkOptions& options) {
  const VaeProfile& vae = options.profile.vae;
  const Index3& window = options.profile.window.size;
  const std::int64_t factor = vae.downsampling();
  if (isStep(call))
    return {options.batch * passesTogether(call, options), 2 * vae.latentChannels, options.latentSize[0],
            options.latentSize[1], options.latentSize[2]};
  if (call == BenchmarkCall::Encode) return {options.batch, 1, window[0], window[1], window[2]};
  return {options.batch, vae.latentChannels, window[0] / factor, window[1] / factor, window[2] / factor};
}

nets::Work workOf(BenchmarkCall call, const BenchmarkOptions& options, at::ScalarType precision) {
  nets::LayerOptions meta;
  meta.device = at::kMeta;
  nets::CountingOperations counting(precision);
  const auto source = nets::shapesOnly(shapesFor(call, options.profile));
  const at::TensorOptions type = at::TensorOptions().dtype(at::kFloat).device(at::kMeta);
  networkFor(call, options.profile, source, meta)(at::empty(inputShape(call, options), type), counting);
  const double giga = passesInTurn(call, options) * 1e-9;
  return {counting.work().reference * giga, counting.work().executed * giga};
}

nets::ParameterSource randomSource(const ParameterShapes& shapes) {
  return [tensors = randomParameters(shapes, 1)](const std::string& name) {
    const NamedTensor& stored = tensors.at(name);
    at::Tensor tensor = at::empty(stored.shape, at::kFloat);
    std::copy(stored.values.begin(), stored.values.end(), tensor.data_ptr<float>());
    return tensor;
  };
}

/// The median of the repeats, longest wait and peak memory of one call.
void measure(BenchmarkRow& row, const BenchmarkOptions& options, const std::stop_token& stop) {
  nets::LayerOptions layers;
  layers.fastForms = row.fast;
  layers.precision = typeOf(row.precision);
  if (options.cuda) layers.device = at::Device(at::kCUDA, 0);
  const Network network =
      networkFor(row.call, options.profile, randomSource(shapesFor(row.call, options.profile)), layers);
  const at::Tensor input =
      nets::standardNormal(inputShape(row.call, options), 1, at::kCPU).to(layers.device, layers.precision);
  WaitMeter meter(stop);
  const auto table = nets::makeOperations(row.fast ? TableKind::Fast : TableKind::Plain, [&meter] { meter.check(); });
  resetPeakMemory(options.cuda);
  std::vector<double> times, processorTimes;
  for (int i = 0; i <= options.repeats; ++i) {
    if (i == 1) meter = WaitMeter(stop);
    meter.start();
    const Clock::time_point start = Clock::now();
    const double processorStart = processorSeconds();
    for (int pass = 0; pass < passesInTurn(row.call, options); ++pass) network(input.clone(), *table);
    if (options.cuda) nets::waitForCuda(0);
    meter.check();
    if (i == 0) continue;
    times.push_back(secondsSince(start));
    processorTimes.push_back(processorSeconds() - processorStart);
  }
  row.seconds = median(times);
  row.cpuSeconds = median(processorTimes);
  row.longestWait = meter.longest();
  row.peakMemory = options.cuda ? nets::cudaPeak(0) : platform::peakMemory();
}

}  // namespace

std::string callName(BenchmarkCall call) {
  switch (call) {
    case BenchmarkCall::Encode: return "encode one window";
    case BenchmarkCall::Step: return "UNet step";
    case BenchmarkCall::GuidedStep: return "UNet step with guidance";
    case BenchmarkCall::Decode: break;
  }
  return "decode one window";
}

std::vector<BenchmarkRow> runBenchmark(const BenchmarkOptions& options, const BenchmarkObserver& observer,
                                       const std::stop_token& stop) {
  std::vector<BenchmarkRow> rows;
  if (options.cuda && nets::cudaDeviceCount() == 0)
    throw Error(ErrorCode::NoDevice, {{"device", "cuda"}, {"reason", "this build of LibTorch sees no CUDA device"}});
  nets::translatingFailures({"measuring", options.cuda ? "cuda:0" : "cpu"}, [&] {
    const c10::InferenceMode inference;
    nets::useThreads(options.threads);
    if (options.cuda) nets::computeReproducibly();
    for (const std::string& precision : precisionsOf(options))
      for (const auto call :
           {BenchmarkCall::Encode, BenchmarkCall::Step, BenchmarkCall::GuidedStep, BenchmarkCall::Decode})
        for (const bool fast : tablesOf(options)) {
          BenchmarkRow row{call, precision, fast};
          const nets::Work work = workOf(call, options, typeOf(precision));
          row.referenceGflop = work.reference;
          row.executedGflop = fast ? work.executed : work.reference;
          measure(row, options, stop);
          if (observer) observer(row);
          rows.push_back(row);
        }
  });
  return rows;
}

}  // namespace hipwright
