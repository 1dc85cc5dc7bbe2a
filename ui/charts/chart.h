// What all charts share: a plot with a legend above, dressed by the theme, that tells the values under the pointer.
#pragma once

#include "ui/theme/theme.h"

#include <QTimer>
#include <QWidget>
#include <memory>

class QCPItemStraightLine;
class QCustomPlot;
class QLabel;

namespace hipwright {

class LegendRow;

/// Draws at most ten times a second, however often values arrive. Readable from 260 x 140 pixels. GUI thread.
class Chart : public QWidget {
  Q_OBJECT

 public:
  ~Chart() override;

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

  /// What the pointer at this place of the x axis would be told; empty where there is nothing.
  virtual QString readout(double x) const = 0;

 protected:
  explicit Chart(QWidget* parent);

  QCustomPlot& plot() { return *m_plot; }
  const QCustomPlot& plot() const { return *m_plot; }
  LegendRow& legend() { return *m_legend; }

  /// Called at the start, by constructors of derived classes through dress(), and with every new theme.
  virtual void restyle(const Theme& theme) = 0;
  void dress();

  /// The x of the value nearest to `x`, where the guide line goes.
  virtual double snapped(double x) const { return x; }

  /// Shown in the middle while there are no values; empty to show the plot.
  void setEmptyText(const QString& text);

  /// The chart in words, for screen readers.
  void setSummary(const QString& name, const QString& description);

  void replotSoon();

  /// How many steps of numbers fit above each other, 1 to `most`.
  int intervalsThatFit(int most) const;

  /// The name of the x axis, left out where the chart is too low for it.
  void setAxisName(const QString& name);
  bool hasAxisName() const;

  /// Called after every change of size, when more or fewer numbers fit.
  virtual void fitNumbers() {}

  bool eventFilter(QObject* object, QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void dressAxes(const Theme& theme);
  void showAxisName();
  void showReadout(const QPoint& position, const QPoint& onScreen);
  void hideReadout();

  QCustomPlot* m_plot;
  LegendRow* m_legend;
  QLabel* m_empty;
  QCPItemStraightLine* m_guide;
  QString m_axisName;
  QTimer m_timer;
};

/// "−3.5": at most `decimals` after the point, as few as needed, with a true minus sign and thousands separated.
QString chartNumber(double value, int decimals);

}  // namespace hipwright
