// The line above the strip: what the run is doing, how far it is, how long it will take; afterwards what came of it.
#pragma once

#include "engine/core/events.h"
#include "ui/theme/icons.h"

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace hipwright {

class IconLabel;
class PlaneChooser;

class RunHead : public QFrame {
  Q_OBJECT

 public:
  explicit RunHead(QWidget* parent = nullptr);

  /// Nothing runs and nothing has run.
  void showIdle(const QString& text);

  bool isIdle() const { return m_idle; }

  /// A run is going; the bar moves by itself until the first share is known.
  void showRunning();
  void showProgress(const Progress& progress);

  /// Of the step that ended last; `elapsed` seconds since the start.
  void showStep(const StepMetrics& metrics, double elapsed);
  void showStopping(const QString& waitsFor);

  /// While a run is going: whether the views show its newest picture; if not, there is the way back.
  enum class Views { Follow, Held };
  void showViews(Views views);

  struct Result {
    IconName icon = IconName::Passed;
    Tint tint = Tint::Success;
    QString title;            ///< "Finished"
    QString detail;           ///< "200 steps in 13 min 22 s"
    QString note;             ///< "Seed 42, CFG 3, saved 14:32"
    bool hasRun = false;      ///< a folder can be shown and the settings repeated
    bool hasDetails = false;  ///< of a failure
  };
  void showResult(const Result& result);

  /// Chooses the plane of the frames; shown by whoever can cut them anew.
  PlaneChooser& plane() { return *m_plane; }

 signals:
  void repeatRequested();
  void folderRequested();
  void detailsRequested();
  void followRequested();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  QPushButton* addLink(IconName name);
  void showParts(bool running);
  void retranslate();

  bool m_idle = true;
  IconLabel* m_icon;
  QLabel* m_title;
  QLabel* m_step;
  QLabel* m_time;
  QProgressBar* m_bar;
  QLabel* m_left;
  QLabel* m_elapsed;
  PlaneChooser* m_plane;
  QPushButton* m_follow = nullptr;
  QPushButton* m_repeat = nullptr;
  QPushButton* m_folder = nullptr;
  QPushButton* m_details = nullptr;
};

}  // namespace hipwright
