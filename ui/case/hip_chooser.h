// The two hips of a pelvis as buttons, and the region around the chosen one.
#pragma once

#include "engine/core/box.h"
#include "engine/hips/hip_finder.h"
#include "engine/run/run_request.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace hipwright {

class ElidedLabel;

class HipChooser : public QWidget {
  Q_OBJECT

 public:
  explicit HipChooser(QWidget* parent = nullptr);

  /// What is known about the hips: being looked for, found or not, or of no use to the model.
  enum class Search { Going, Done, Useless };
  struct Shown {
    Search search = Search::Useless;
    FoundHips hips;
    HipSide chosen = HipSide::Unknown;
    std::optional<Box> region;  ///< LPS mm; none: the whole CT
    RegionChoice choice = RegionChoice::Auto;
  };
  void show(const Shown& shown);

  /// A line about what a choice has changed besides itself, until the next one; empty for none.
  void announce(const QString& text);
  QLabel& announcement() { return *m_announcement; }

  /// While a run is going nothing can be chosen.
  void setLocked(bool locked);

  /// The buttons for the region, for the head of the section. Whoever shows them takes them.
  QWidget* tools() { return m_tools; }
  QPushButton& button(HipSide side) { return *(side == HipSide::Left ? m_left : m_right).button; }
  QToolButton& boxButton() { return *m_box; }
  QToolButton& resetButton() { return *m_reset; }

 signals:
  void hipChosen(hipwright::HipSide side);

  /// A box of the user's own, where the crosshair is.
  void boxWanted();

  /// Back to the region the program proposes.
  void regionReset();

 private:
  struct Hip {
    QPushButton* button = nullptr;
    QLabel* state = nullptr;
  };
  Hip makeHip(HipSide side, const QString& name);
  void showHip(const Hip& hip, HipSide side);
  void applyState();

  Shown m_shown;
  bool m_locked = false;
  QWidget* m_hips;
  Hip m_right;
  Hip m_left;
  ElidedLabel* m_region;
  QLabel* m_announcement;
  QWidget* m_tools;
  QToolButton* m_box;
  QToolButton* m_reset;
};

}  // namespace hipwright
