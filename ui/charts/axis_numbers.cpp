#include "ui/charts/axis_numbers.h"

#include "ui/charts/chart.h"

#include <qcustomplot.h>
#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

/// Fixed steps, written as everywhere in the window.
class RoundNumbers : public QCPAxisTickerFixed {
 public:
  explicit RoundNumbers(double step) : m_decimals(decimalsOf(step)) {
    setTickStep(step);
    setScaleStrategy(ssNone);
  }

 protected:
  QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override {
    return chartNumber(tick, m_decimals);
  }
  int getSubTickCount(double /*step*/) override { return 0; }

 private:
  int m_decimals;
};

class WholeNumbers : public QCPAxisTicker {
 public:
  explicit WholeNumbers(int count) { setTickCount(count); }

 protected:
  double getTickStep(const QCPRange& range) override {
    return std::max(1.0, std::round(niceAxis(range.size(), tickCount()).step));
  }
  QString getTickLabel(double tick, const QLocale& /*locale*/, QChar /*format*/, int /*precision*/) override {
    return chartNumber(tick, 0);
  }
  int getSubTickCount(double /*step*/) override { return 0; }
};

}  // namespace

void setNiceRange(QCPAxis& axis, const NiceAxis& nice) {
  axis.setRange(0, nice.top);
  axis.setTicker(QSharedPointer<RoundNumbers>::create(nice.step));
}

void setNiceSpan(QCPAxis& axis, const NiceSpan& span) {
  axis.setRange(span.bottom, span.top);
  axis.setTicker(QSharedPointer<RoundNumbers>::create(span.step));
}

void setWholeNumbers(QCPAxis& axis, int count) { axis.setTicker(QSharedPointer<WholeNumbers>::create(count)); }

void setTexts(QCPAxis& axis, const std::map<double, QString>& texts) {
  auto ticker = QSharedPointer<QCPAxisTickerText>::create();
  for (const auto& [at, text] : texts) ticker->addTick(at, text);
  axis.setTicker(ticker);
}

}  // namespace hipwright
