// An application that measures how long each event handler keeps the GUI thread busy.
#pragma once

#include <QApplication>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <ctime>
#include <vector>

namespace hipwright::test {

/// Processor time of the calling thread in ms; waiting for others does not count.
inline double threadMs() {
#ifdef CLOCK_THREAD_CPUTIME_ID
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#else
  return 1e3 * static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
#endif
}

/// Times every event handler while it is asked to.
class TimedApplication : public QApplication {
 public:
  using QApplication::QApplication;

  bool notify(QObject* receiver, QEvent* event) override {
    // Also called on the workers' threads, whose time does not count.
    const bool counts = QThread::currentThread() == thread() && timing && m_depth == 0;
    if (!counts) return QApplication::notify(receiver, event);
    ++m_depth;
    const int type = int(event->type());
    const QByteArray name = receiver->metaObject()->className();
    const double start = threadMs();
    const bool result = QApplication::notify(receiver, event);
    const double took = threadMs() - start;
    if (handlers.empty() || took > *std::max_element(handlers.begin(), handlers.end()))
      worst = QString("%1, event %2").arg(QString::fromLatin1(name)).arg(type);
    handlers.push_back(took);
    --m_depth;
    return result;
  }

  std::atomic<bool> timing = false;
  std::vector<double> handlers;
  QString worst;

 private:
  int m_depth = 0;
};

}  // namespace hipwright::test
