// The dock at the bottom: the line that says how the run goes, the strip of stages, and the plots beside it.
#pragma once

#include "ui/filmstrip/frame_strip.h"
#include "ui/filmstrip/run_head.h"

#include <QElapsedTimer>
#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace hipwright {

class HuHistogram;
class SchedulePlot;
class SdfHistogram;
class StepPlot;

class StagesPanel : public QWidget {
  Q_OBJECT

 public:
  explicit StagesPanel(QWidget* parent = nullptr);

  RunHead& head() { return *m_head; }
  FrameStrip& strip() { return *m_strip; }
  StepPlot& steps() { return *m_steps; }
  SchedulePlot& schedule() { return *m_schedule; }
  SdfHistogram& distances() { return *m_distances; }

  /// A new case: the pre-op picture alone.
  void showPreOp(const StageFrame& preOp);

  /// A run begins: the pre-op picture, and a place for each frame to come.
  void beginRun(int steps, const std::vector<int>& frameSteps);
  void addStep(const StepMetrics& metrics);
  void addFrame(StageFrame frame);

  /// The areas of frames in this plane make the curve, and no others; none: those of all frames.
  void showAreasIn(std::optional<std::int64_t> plane);

  /// No more frames will come, but the final one of a run that has finished. Marks since which step the estimate was
  /// stable.
  void endRun(FrameModel::End end);

  /// The place of a frame, and what is there until addFrame() fills it.
  struct Place {
    int step = 0;
    FrameKind kind = FrameKind::Waiting;
  };

  /// A finished run from disk: its curve and the places of its frames.
  struct Finished {
    std::vector<double> changes;                ///< per step
    std::vector<std::optional<double>> shares;  ///< the same as shares of the estimate; none where not known
    std::vector<Place> frames;
  };
  void showFinished(const Finished& run);

 private:
  void placeFrames(int steps, std::vector<Place> places);
  void markStable();
  void showAreas();
  void shareWidth();

  RunHead* m_head;
  QSplitter* m_split;
  FrameStrip* m_strip;
  QTabBar* m_tabs;
  QStackedWidget* m_plots;
  StepPlot* m_steps;
  SchedulePlot* m_schedule;
  SdfHistogram* m_distances;
  StageFrame m_preOp;
  std::vector<double> m_changes;
  std::optional<std::int64_t> m_areaPlane;
  int m_total = 0;
  bool m_shared = false;  ///< by the user, who has moved the border
  QElapsedTimer m_clock;
};

}  // namespace hipwright
