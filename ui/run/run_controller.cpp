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
  begin();
  m_stop = m_engine.post([this, request](const std::stop_token& stop) {
    const auto observer = [this](const RunEvent& event) { observe(event); };
    auto outcome = std::make_shared<RunOutcome>(m_pipeline->run(request, observer, stop));
    QMetaObject::invokeMethod(
        this, [this, outcome] { finish(*outcome); }, Qt::QueuedConnection);
  });
}

void RunController::compare(const ComparisonRequest& request, std::shared_ptr<ComparedCfgs> cfgs) {
  if (isBusy()) return;
  begin();
  m_stop = m_engine.post([this, request, cfgs = std::move(cfgs)](const std::stop_token& stop) {
    const auto observer = [this](const ComparisonEvent& event) { observeComparison(event); };
    auto outcome = std::make_shared<ComparisonOutcome>(m_pipeline->compare(request, *cfgs, observer, stop));
    const auto deliverOutcome = [this, outcome] {
      end();
      emit comparisonEnded(*outcome);
    };
    QMetaObject::invokeMethod(this, deliverOutcome, Qt::QueuedConnection);
  });
}

void RunController::begin() {
  {
    const std::lock_guard lock(m_progressMutex);
    m_newestProgress.reset();
    m_newestShare.reset();
  }
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

void RunController::observeComparison(const ComparisonEvent& event) {
  const auto* value = std::get_if<ValueEvent>(&event);
  if (value != nullptr && std::holds_alternative<Progress>(value->event)) {
    const std::lock_guard lock(m_progressMutex);
    m_newestShare = *value;
    return;
  }
  QMetaObject::invokeMethod(
      this, [this, event] { emit comparisonTold(event); }, Qt::QueuedConnection);
}

void RunController::deliver(const RunEvent& event) {
  if (const auto* started = std::get_if<RunStarted>(&event)) emit runStarted(*started);
  if (const auto* metrics = std::get_if<StepMetrics>(&event)) emit stepFinished(*metrics);
  if (const auto* preview = std::get_if<PreviewReady>(&event)) emit previewReady(*preview);
  if (const auto* warning = std::get_if<RunWarning>(&event)) emit warned(*warning);
}

void RunController::deliverProgress() {
  std::optional<Progress> progress;
  std::optional<ValueEvent> share;
  {
    const std::lock_guard lock(m_progressMutex);
    progress = std::exchange(m_newestProgress, std::nullopt);
    share = std::exchange(m_newestShare, std::nullopt);
  }
  if (progress) emit progressed(*progress);
  if (share) emit comparisonTold(*share);
}

void RunController::end() {
  m_progressTimer.stop();
  deliverProgress();
  setState(RunState::Idle);
}

void RunController::finish(const RunOutcome& outcome) {
  end();
  emit runEnded(outcome);
}

void RunController::setState(RunState state) {
  m_state = state;
  emit stateChanged(state);
}

}  // namespace hipwright
