// The line above the columns: what is compared, how far it is, and how the columns are shown.
#pragma once

#include "ui/compare/comparison_session.h"

#include <QFrame>

class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

namespace hipwright {

class ElidedLabel;
class Pill;

class CompareHead : public QFrame {
  Q_OBJECT

 public:
  /// `session` outlives the head.
  explicit CompareHead(ComparisonSession& session, QWidget* parent = nullptr);

  /// Runs that can join, newest first.
  void setRuns(const std::vector<PastRun>& runs) { m_runs = runs; }

  /// Another work is going on; nothing can be started.
  void setBusy(bool busy);
  void setPanelShown(bool shown);
  QComboBox& reference() { return *m_reference; }
  QComboBox& range() { return *m_range; }
  QToolButton& linked() { return *m_linked; }
  QMenu& addMenu() { return *m_addMenu; }
  QPushButton& goOnButton() { return *m_goOn; }
  QString progress() const;
  QString settings() const;  ///< whole, however narrow the line is
  Pill& demo() { return *m_demo; }

 signals:
  void rangeChosen(double mm);
  void linkedChosen(bool linked);
  void valueWanted(double cfg);
  void otherValueWanted();
  void runWanted(const hipwright::PastRun& run);
  void startOverWanted();
  void panelWanted(bool shown);
  void backWanted();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeChoosers();
  void makeButtons();
  void fillAddMenu();
  void showColumns();
  void applyState();
  void fit();
  void arrange(int left);
  int neededWidth() const;

  ComparisonSession& m_session;
  std::vector<PastRun> m_runs;
  QLabel* m_title;
  ElidedLabel* m_case;
  Pill* m_settings;
  Pill* m_progress;
  Pill* m_demo;
  QLabel* m_referenceName = nullptr;
  QComboBox* m_reference = nullptr;
  QLabel* m_rangeName = nullptr;
  QComboBox* m_range = nullptr;
  QToolButton* m_linked = nullptr;
  QToolButton* m_add = nullptr;
  QMenu* m_addMenu = nullptr;
  QPushButton* m_goOn = nullptr;
  QToolButton* m_panel = nullptr;
  QPushButton* m_back = nullptr;
  bool m_busy = false;
};

}  // namespace hipwright
