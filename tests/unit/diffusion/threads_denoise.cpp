// For the thread sanitizer, so without Qt and torch: denoising on a worker thread while another thread stops it at many
// points and a third reads what the observer passes on.
#include "engine/core/stop.h"
#include "engine/diffusion/denoise.h"
#include "tests/support/fake_model.h"

#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <optional>
#include <queue>
#include <thread>

using namespace hipwright;
using namespace hipwright::test;

namespace {

struct Passed {
  int step = 0;
  std::shared_ptr<const Latent> denoised;
};

/// Values from the worker to the reader, as an observer of a run queues them.
class Channel {
 public:
  void push(Passed value) {
    const std::scoped_lock lock(m_mutex);
    m_values.push(std::move(value));
    m_wake.notify_all();
  }
  void close() {
    const std::scoped_lock lock(m_mutex);
    m_closed = true;
    m_wake.notify_all();
  }
  std::optional<Passed> pop() {
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] { return m_closed || !m_values.empty(); });
    if (m_values.empty()) return std::nullopt;
    Passed value = std::move(m_values.front());
    m_values.pop();
    return value;
  }

 private:
  std::mutex m_mutex;
  std::condition_variable m_wake;
  std::queue<Passed> m_values;
  bool m_closed = false;
};

enum class Ending { Finished, Cancelled };

constexpr int kSteps = 20;

Ending denoiseInto(Channel& channel, FakeModel& model, const std::stop_token& stop) try {
  const Latent condition({4, 4, 4, 4}, 0.5F);
  const Latent noise = model.noise(condition.shape, 1, NoiseSource::Cpu);
  const DenoiseObserver observer = [&](const DenoiseStep& step) {
    channel.push({step.step, std::make_shared<const Latent>(step.denoised)});
  };
  (void)denoise(model, NoiseSchedule{SchedulerProfile{}}, noise, condition, {kSteps, 3}, observer, stop);
  return Ending::Finished;
} catch (const Cancelled&) {
  return Ending::Cancelled;
}

/// One run; the reader requests the stop after `stopAfter` steps, or a hook blocks the model until another thread does.
bool cycle(int number) {
  const int stopAfter = number % (kSteps + 2);  // beyond kSteps: never
  const bool blocking = number % 3 == 0 && stopAfter < kSteps;
  std::stop_source source;
  FakeModelOptions options;
  if (blocking) options.hook = blockAt(FakeCall::Predict, stopAfter);
  FakeModel model(smallProfile(), options);
  Channel channel;
  Ending ending = Ending::Finished;
  std::jthread worker([&] {
    ending = denoiseInto(channel, model, source.get_token());
    channel.close();
  });
  std::optional<std::jthread> stopper;
  if (blocking) stopper.emplace([&source] { source.request_stop(); });
  int seen = 0;
  bool inOrder = true;
  while (const std::optional<Passed> value = channel.pop()) {
    inOrder = inOrder && value->step == seen && value->denoised->values.size() == 256;
    if (++seen == stopAfter) source.request_stop();
  }
  worker.join();
  const bool complete = ending == Ending::Cancelled ? seen <= kSteps : seen == kSteps;
  return inOrder && complete && (!blocking || ending == Ending::Cancelled);
}

}  // namespace

int main() {
  constexpr int kCycles = 100;
  for (int i = 0; i < kCycles; ++i) {
    if (!cycle(i)) {
      std::fprintf(stderr, "cycle %d: steps out of order, or the run ended in another way than it should\n", i);
      return 1;
    }
  }
  std::printf("%d cycles\n", kCycles);
  return 0;
}
