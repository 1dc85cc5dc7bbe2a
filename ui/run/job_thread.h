// One thread that does jobs one after another, for work the window must not wait for.
#pragma once

#include <QThread>

#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>

namespace hipwright {

/// Owned by RunController, which alone crosses threads. Posting and destroying belong to one thread.
class JobThread {
 public:
  using Job = std::function<void(const std::stop_token&)>;

  /// `name` is what debuggers and the system's task list show.
  explicit JobThread(const QString& name);

  /// Stops the job at work, drops those that wait, and joins.
  ~JobThread();

  JobThread(const JobThread&) = delete;
  JobThread& operator=(const JobThread&) = delete;

  /// Queues a job. Stopping the source stops this job alone; also a job stopped before its turn is called.
  std::stop_source post(Job job);

 private:
  void perform(const Job& job, const std::stop_source& stop);

  QThread m_thread;
  std::unique_ptr<QObject> m_context;  ///< lives in m_thread
  std::mutex m_mutex;
  std::stop_source m_current{std::nostopstate};
  bool m_ending = false;
};

}  // namespace hipwright
