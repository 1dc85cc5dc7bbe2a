#include "ui/run/run_controller.h"

#include <utility>

namespace hipwright {
namespace {

constexpr int kProgressPeriodMs = 50;

}  // namespace

RunController::RunController(ModelLoader loader, ModelSearch search, QObject* parent)
    : QObject(parent),
      m_pipeline(std::make_unique<Pipeline>(std::move(loader), std::move(search))),
      m_survey("survey"),
      m_short("short jobs"),
      m_engine("engine") {
  m_progressTimer.setInterval(kProgressPeriodMs);
  connect(&m_progressTimer, &QTimer::timeout, this, &RunController::deliverProgress);
}

RunController::~RunController() = default;

void RunController::start(const RunRequest& request) {
  if (isBusy()) return;
  m_newestProgress.reset();
  m_stop = m_engine.post([this, request](const std::stop_token& stop) {
    const auto observer = [this](const RunEvent& event) { observe(event); };
    auto outcome = std::make_shared<RunOutcome>(m_pipeline->run(request, observer, stop));
    QMetaObject::invokeMethod(
        this, [this, outcome] { finish(*outcome); }, Qt::QueuedConnection);
  });
  m_progressTimer.start();
  setState(RunState::Running);
}

void RunController::stop() {
  if (m_state != RunState::Running) return;
  m_stop.request_stop();
  setState(RunState::Stopping);
}

void RunController::observe(const RunEvent& event) {
  if (const auto* progress = std::get_if<Progress>(&event)) {
    const std::lock_guard lock(m_progressMutex);
    m_newestProgress = *progress;
    return;
  }
  QMetaObject::invokeMethod(
      this, [this, event] { deliver(event); }, Qt::QueuedConnection);
}

void RunController::deliver(const RunEvent& event) {
  if (const auto* started = std::get_if<RunStarted>(&event)) emit runStarted(*started);
  if (const auto* metrics = std::get_if<StepMetrics>(&event)) emit stepFinished(*metrics);
  if (const auto* preview = std::get_if<PreviewReady>(&event)) emit previewReady(*preview);
  if (const auto* warning = std::get_if<RunWarning>(&event)) emit warned(*warning);
}

void RunController::deliverProgress() {
  std::optional<Progress> progress;
  {
    const std::lock_guard lock(m_progressMutex);
    progress = std::exchange(m_newestProgress, std::nullopt);
  }
  if (progress) emit progressed(*progress);
}

void RunController::finish(const RunOutcome& outcome) {
  m_progressTimer.stop();
  deliverProgress();
  setState(RunState::Idle);
  emit runEnded(outcome);
}

void RunController::setState(RunState state) {
  m_state = state;
  emit stateChanged(state);
}

}  // namespace hipwright
