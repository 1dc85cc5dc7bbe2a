#include "tests/support/fake_model.h"

#include "engine/core/error.h"
#include "engine/core/stop.h"
#include "engine/diffusion/tensor_window.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <numbers>
#include <thread>

namespace hipwright::test {
namespace {

/// Runs `action` at the call of that kind and number.
FakeHook at(FakeCall wanted, int number, std::function<void(const std::stop_token&)> action) {
  auto seen = std::make_shared<std::atomic<int>>(0);
  return [=, action = std::move(action)](FakeCall call, int, const std::stop_token& stop) {
    if (call == wanted && seen->fetch_add(1) == number) action(stop);
  };
}

std::uint64_t mixed(std::uint64_t x) {  // splitmix64
  x += 0x9E3779B97F4A7C15ULL;
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

double uniform(std::uint64_t x) { return (static_cast<double>(mixed(x) >> 11) + 0.5) * 0x1p-53; }

Latent averaged(const Tensor4& image, int channels, std::int64_t f) {
  const Index3 n = image.gridSize();
  Latent out({channels, n[0] / f, n[1] / f, n[2] / f});
  const float share = 1.0F / static_cast<float>(f * f * f);
  for (std::int64_t x = 0; x < n[0]; ++x)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t z = 0; z < n[2]; ++z) out.at(0, x / f, y / f, z / f) += share * image.at(0, x, y, z);
  return out;
}

/// One axis enlarged linearly between cell centres.
Tensor4 enlarged(const Tensor4& in, int axis, std::int64_t f) {
  Index3 n = in.gridSize();
  const std::int64_t cells = n[axis];
  n[axis] *= f;
  Tensor4 out({1, n[0], n[1], n[2]});
  for (std::int64_t x = 0; x < n[0]; ++x)
    for (std::int64_t y = 0; y < n[1]; ++y)
      for (std::int64_t z = 0; z < n[2]; ++z) {
        Index3 low{x, y, z};
        const float position = (static_cast<float>(low[axis]) + 0.5F) / static_cast<float>(f) - 0.5F;
        const std::int64_t cell = std::clamp<std::int64_t>(static_cast<std::int64_t>(std::floor(position)), 0,
                                                           std::max<std::int64_t>(cells - 2, 0));
        low[axis] = cell;
        Index3 high = low;
        high[axis] = std::min(cell + 1, cells - 1);
        const float a = in.at(0, low[0], low[1], low[2]), b = in.at(0, high[0], high[1], high[2]);
        out.at(0, x, y, z) = a + (b - a) * (position - static_cast<float>(cell));
      }
  return out;
}

}  // namespace

FakeHook throwAt(FakeCall call, int number) {
  return at(call, number, [](const std::stop_token&) {
    throw Error(ErrorCode::DeviceFailed, {{"device", "fake"}, {"reason", "a test asked for it"}});
  });
}

FakeHook runOutAt(FakeCall wanted, int number, int times) {
  auto seen = std::make_shared<std::atomic<int>>(0);
  return [=](FakeCall call, int, const std::stop_token&) {
    if (call != wanted) return;
    const int at = seen->fetch_add(1);
    if (at >= number && at < number + times) throw Error(ErrorCode::OutOfMemory, {{"phase", "a test"}});
  };
}

FakeHook blockAt(FakeCall call, int number) {
  return at(call, number, [](const std::stop_token& stop) {
    std::mutex mutex;
    std::condition_variable_any wake;
    std::unique_lock lock(mutex);
    wake.wait(lock, stop, [] { return false; });
  });
}

FakeHook stopAt(FakeCall call, int number, std::stop_source source) {
  return at(call, number, [source](const std::stop_token&) mutable { source.request_stop(); });
}

FakeHook delayEach(std::chrono::milliseconds delay) {
  return [delay](FakeCall, int, const std::stop_token&) { std::this_thread::sleep_for(delay); };
}

FakeModel::FakeModel(const ModelProfile& profile, FakeModelOptions options)
    : m_profile(profile), m_schedule(profile.scheduler), m_options(std::move(options)) {
  m_info = {m_options.device, "fake", "fp32", "FakeModel", 1, false, m_options.notices};
}

int FakeModel::windowBatch(int requested) const { return std::clamp(requested, 1, m_options.maxBatch); }

void FakeModel::enter(FakeCall call, int& count, const std::stop_token& stop) {
  const int number = m_calls.total();
  ++count;
  if (m_options.hook) m_options.hook(call, number, stop);
  throwIfStopped(stop);
}

std::vector<Latent> FakeModel::encode(std::span<const Tensor4> images, const std::stop_token& stop) {
  enter(FakeCall::Encode, m_calls.encode, stop);
  m_calls.windows += static_cast<int>(images.size());
  std::vector<Latent> out;
  for (const Tensor4& image : images)
    out.push_back(averaged(image, m_profile.vae.latentChannels, m_profile.vae.downsampling()));
  return out;
}

Latent FakeModel::target(const Latent* condition, const std::array<std::int64_t, 4>& shape) const {
  Latent z = condition != nullptr ? unscaledLatent(*condition, m_options.condition) : Latent(shape, -1.0F);
  return scaledLatent(std::move(z), m_options.implant);
}

std::vector<Latent> FakeModel::predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                                       const std::stop_token& stop) {
  enter(FakeCall::Predict, m_calls.predict, stop);
  const float alpha = m_schedule.alphasCumprod().at(static_cast<std::size_t>(timestep));
  const float signal = std::sqrt(alpha), spread = std::sqrt(1.0F - alpha);
  std::vector<Latent> out;
  for (const Latent* condition : conditions) {
    Latent result = target(condition, noisy.shape);
    for (std::size_t i = 0; i < result.values.size(); ++i) {
      const float clean = result.values[i];
      const float noise = (noisy.values[i] - signal * clean) / spread;
      if (m_profile.scheduler.prediction == PredictionType::Epsilon) result.values[i] = noise;
      if (m_profile.scheduler.prediction == PredictionType::V) result.values[i] = signal * noise - spread * clean;
    }
    out.push_back(std::move(result));
  }
  return out;
}

std::vector<Tensor4> FakeModel::decode(std::span<const Latent> latents, const std::stop_token& stop) {
  enter(FakeCall::Decode, m_calls.decode, stop);
  m_calls.windows += static_cast<int>(latents.size());
  std::vector<Tensor4> out;
  for (const Latent& latent : latents) {
    const Index3 n = latent.gridSize();
    Tensor4 field = cutWindow(latent, {0, 0, 0}, n);
    field.shape[0] = 1;
    field.values.resize(static_cast<std::size_t>(product(n)));  // channel 0 comes first
    for (int axis = 0; axis < 3; ++axis) field = enlarged(field, axis, m_profile.vae.downsampling());
    out.push_back(std::move(field));
  }
  return out;
}

Latent FakeModel::noise(const std::array<std::int64_t, 4>& shape, std::int64_t seed, NoiseSource source) {
  enter(FakeCall::Noise, m_calls.noise, {});
  const std::uint64_t stream = mixed(static_cast<std::uint64_t>(seed)) + (source == NoiseSource::Device ? 1U : 0U);
  Latent out(shape);
  for (std::size_t i = 0; i < out.values.size(); ++i) {
    const double radius = std::sqrt(-2 * std::log(uniform(mixed(stream) + 2 * i)));
    out.values[i] = static_cast<float>(radius * std::cos(2 * std::numbers::pi * uniform(mixed(stream) + 2 * i + 1)));
  }
  return out;
}

ModelProfile smallProfile() {
  ModelProfile profile;
  profile.name = "small";
  profile.window.size = {16, 16, 16};
  return profile;
}

}  // namespace hipwright::test
