// An application that measures how long each event handler keeps the GUI thread busy.
#pragma once

#include <QApplication>
#include <QThread>

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <ctime>
#include <map>
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
    const bool counts = QThread::currentThread() == thread() && m_timing && m_depth == 0;
    if (!counts) return QApplication::notify(receiver, event);
    ++m_depth;
    const auto type = static_cast<int>(event->type());
    const QByteArray name = receiver->metaObject()->className();
    const double start = threadMs();
    const bool result = QApplication::notify(receiver, event);
    m_handlers.push_back({threadMs() - start, name, type});
    --m_depth;
    return result;
  }

  void startTiming() {
    m_handlers.clear();
    m_timing = true;
  }
  void stopTiming() {
    m_timing = false;
    std::sort(m_handlers.begin(), m_handlers.end(), [](const Handler& a, const Handler& b) { return a.ms < b.ms; });
  }

  /// Of what was timed last, in ms.
  double usual() const { return m_handlers.empty() ? 0 : m_handlers[m_handlers.size() * 99 / 100].ms; }
  double longest() const { return m_handlers.empty() ? 0 : m_handlers.back().ms; }

  /// Those figures, and the kinds of handlers that were among the slowest hundredth.
  void print() const {
    std::printf("GUI thread: %zu handlers, 99th percentile %.1f ms, longest %.1f ms\n", m_handlers.size(), usual(),
                longest());
    std::map<QByteArray, std::vector<double>> slow;
    for (std::size_t i = m_handlers.size() * 99 / 100; i < m_handlers.size(); ++i)
      slow[m_handlers[i].receiver + ", event " + QByteArray::number(m_handlers[i].type)].push_back(m_handlers[i].ms);
    for (const auto& [what, times] : slow)
      std::printf("  %s: %zu times, at most %.1f ms\n", what.constData(), times.size(), times.back());
  }

 private:
  struct Handler {
    double ms = 0;
    QByteArray receiver;
    int type = 0;
  };

  std::atomic<bool> m_timing = false;
  std::vector<Handler> m_handlers;  ///< sorted once the timing has stopped
  int m_depth = 0;
};

}  // namespace hipwright::test
