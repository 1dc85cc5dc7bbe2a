// Runs on a worker thread while another stops them and reads their events: for the thread sanitizer.
#include "tests/support/run_scene.h"

#include "engine/core/platform.h"

#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

using namespace hipwright;
using namespace hipwright::test;
namespace fs = std::filesystem;

namespace {

constexpr int kCycles = 40;

/// Events cross as values: written by the worker, read by the main thread.
class Mailbox {
 public:
  void put(const RunEvent& event) {
    const std::scoped_lock lock(m_mutex);
    m_events.push_back(event);
  }
  std::size_t take() {
    const std::scoped_lock lock(m_mutex);
    const std::size_t count = m_events.size();
    m_events.clear();
    return count;
  }

 private:
  std::mutex m_mutex;
  std::vector<RunEvent> m_events;
};

bool cycle(Pipeline& pipeline, const RunRequest& request, int number) {
  Mailbox mailbox;
  RunOutcome outcome = RunCancelled{};
  std::stop_source source;
  std::thread worker([&] {
    outcome = pipeline.run(
        request, [&](const RunEvent& e) { mailbox.put(e); }, source.get_token());
  });
  const auto deadline = std::chrono::steady_clock::now() + std::chrono::microseconds(700 * number);
  std::size_t events = 0;
  while (std::chrono::steady_clock::now() < deadline) events += mailbox.take();
  source.request_stop();
  worker.join();
  return !std::holds_alternative<RunFailed>(outcome);
}

}  // namespace

int main() {
  const fs::path folder = fs::temp_directory_path() / ("hipwright-threads-" + std::to_string(platform::randomNumber()));
  fs::create_directories(folder);
  RunScene scene(folder);
  Pipeline pipeline = scene.pipeline();
  RunRequest request = scene.request();
  request.force = true;
  int failures = 0;
  for (int number = 0; number < kCycles; ++number) failures += cycle(pipeline, request, number) ? 0 : 1;
  const bool last = std::holds_alternative<RunResult>(pipeline.run(request, {}, {}));
  fs::remove_all(folder);
  std::printf("%d cycles, %d failures, run after them %s\n", kCycles, failures, last ? "finished" : "did not finish");
  return failures == 0 && last ? 0 : 1;
}
