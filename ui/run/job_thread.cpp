#include "ui/run/job_thread.h"

namespace hipwright {

JobThread::JobThread(const QString& name) : m_context(std::make_unique<QObject>()) {
  m_thread.setObjectName(name);
  m_context->moveToThread(&m_thread);
  m_thread.start();
}

JobThread::~JobThread() {
  {
    const std::lock_guard lock(m_mutex);
    m_ending = true;
    m_current.request_stop();
  }
  m_thread.quit();
  m_thread.wait();
}

std::stop_source JobThread::post(Job job) {
  std::stop_source stop;
  QMetaObject::invokeMethod(
      m_context.get(), [this, stop, job = std::move(job)] { perform(job, stop); }, Qt::QueuedConnection);
  return stop;
}

void JobThread::perform(const Job& job, const std::stop_source& stop) {
  {
    const std::lock_guard lock(m_mutex);
    if (m_ending) return;
    m_current = stop;
  }
  job(stop.get_token());
  const std::lock_guard lock(m_mutex);
  m_current = std::stop_source(std::nostopstate);
}

}  // namespace hipwright
