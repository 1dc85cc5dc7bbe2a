// The one class that crosses threads: runs and short jobs go out, events and answers come back as values.
#pragma once

#include "engine/core/events.h"
#include "engine/run/pipeline.h"
#include "ui/run/answer.h"
#include "ui/run/job_thread.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <mutex>
#include <optional>

namespace hipwright {

enum class RunState { Idle, Running, Stopping };

/// Lives on the GUI thread. One long-lived thread owns the Pipeline and keeps the weights warm; a second does short
/// jobs, so that they need not wait for a run; a third looks cases through. Progress comes at most 20 times a second;
/// all other events come in order and are never dropped. Nothing here waits, except the destructor, which stops and
/// joins.
class RunController : public QObject {
  Q_OBJECT

 public:
  RunController(ModelLoader loader, ModelSearch search, QObject* parent = nullptr);
  ~RunController() override;

  RunState state() const { return m_state; }
  bool isBusy() const { return m_state != RunState::Idle; }

  /// Starts a run; does nothing while one is going.
  void start(const RunRequest& request);

  /// Starts a comparison of the values in `cfgs`, which may change meanwhile; does nothing while busy.
  void compare(const ComparisonRequest& request, std::shared_ptr<ComparedCfgs> cfgs);

  /// Asks the run or the comparison to stop; runEnded or comparisonEnded comes within one convolution.
  void stop();

  /// Does work(stop) on the thread for short jobs and gives its Answer to receive() here. A stopped job answers
  /// nothing.
  template <class Work, class Receive>
  std::stop_source background(Work work, Receive receive) {
    return m_short.post(answering(std::move(work), std::move(receive)));
  }

  /// The same on a thread of its own: looking through a whole CT takes seconds, which short jobs need not wait for.
  template <class Work, class Receive>
  std::stop_source survey(Work work, Receive receive) {
    return m_survey.post(answering(std::move(work), std::move(receive)));
  }

  /// The same on the thread that owns the pipeline, after the run that is going: work(pipeline, stop).
  template <class Work, class Receive>
  std::stop_source afterRun(Work work, Receive receive) {
    const auto withPipeline = [this, work = std::move(work)](const std::stop_token& stop) {
      return work(*m_pipeline, stop);
    };
    return m_engine.post(answering(withPipeline, std::move(receive)));
  }

 signals:
  void stateChanged(hipwright::RunState state);
  void runStarted(const hipwright::RunStarted& started);
  void progressed(const hipwright::Progress& progress);
  void stepFinished(const hipwright::StepMetrics& metrics);
  void previewReady(const hipwright::PreviewReady& preview);
  void warned(const hipwright::RunWarning& warning);
  void runEnded(const hipwright::RunOutcome& outcome);
  void comparisonTold(const hipwright::ComparisonEvent& event);
  void comparisonEnded(const hipwright::ComparisonOutcome& outcome);

 private:
  template <class Work, class Receive>
  JobThread::Job answering(Work work, Receive receive) {
    using Value = decltype(work(std::stop_token()));
    return [this, work = std::move(work), receive = std::move(receive)](const std::stop_token& stop) {
      const auto answer = answerOf<Value>(work, stop);
      if (!answer) return;
      const auto deliver = [receive, answer, stop] {
        if (!stop.stop_requested()) receive(std::move(*answer));
      };
      QMetaObject::invokeMethod(this, deliver, Qt::QueuedConnection);
    };
  }

  void observe(const RunEvent& event);
  void deliver(const RunEvent& event);
  void deliverProgress();
  void observeComparison(const ComparisonEvent& event);
  void begin();
  void end();
  void finish(const RunOutcome& outcome);
  void setState(RunState state);

  std::unique_ptr<Pipeline> m_pipeline;  ///< used on m_engine's thread only
  RunState m_state = RunState::Idle;
  std::stop_source m_stop{std::nostopstate};
  QTimer m_progressTimer;
  std::mutex m_progressMutex;
  std::optional<Progress> m_newestProgress;
  std::optional<ValueEvent> m_newestShare;  ///< the same of a comparison
  JobThread m_survey;                       ///< last: their destructors join before the rest goes
  JobThread m_short;
  JobThread m_engine;
};

}  // namespace hipwright
