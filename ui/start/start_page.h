// The page before a CT is open: where to drop one, a demo, recent cases, and whether this machine is ready.
#pragma once

#include "ui/session/check_state.h"
#include "ui/start/recent_cases.h"

#include <QWidget>

class QFrame;
class QGridLayout;
class QLabel;
class QProgressBar;
class QPushButton;
class QVBoxLayout;

namespace hipwright {

class StartPage : public QWidget {
  Q_OBJECT

 public:
  explicit StartPage(QWidget* parent = nullptr);

  void setRecent(const std::vector<RecentCase>& cases);

  /// A row of "This machine": what it is, more about it, and the word of its action (empty for none).
  struct MachineRow {
    CheckState state = CheckState::Passed;
    QString title;
    QString detail;
    QString action;
  };
  void setModelRow(const MachineRow& row);
  void setDeviceRow(const MachineRow& row);
  void setGraphicsRow(const MachineRow& row);

  /// While a file hovers over the window: "hover", or "error" with a sentence why it cannot be dropped; "" for none.
  void showDrop(const char* state, const QString& sentence);

  /// While a CT is read, with the way to cancel; an empty name ends it.
  void showOpening(const QString& name);

  /// How much of it was read, of a thousand; 0 if that is not known.
  void showOpeningShare(int thousandths);

 signals:
  void openCaseRequested();
  void openRunRequested();
  void demoRequested();
  void cancelRequested();
  void recentChosen(const std::filesystem::path& path);
  void locateRequested(const std::filesystem::path& path);
  void clearRecentRequested();
  void modelActionRequested();

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QWidget* makeLeft();
  QWidget* makeDropArea();
  QWidget* makeDemoCard();
  QWidget* makeRight();
  void showMachineRow(QWidget* place, const MachineRow& row);

  QFrame* m_drop = nullptr;
  QLabel* m_dropTitle = nullptr;
  QLabel* m_dropText = nullptr;
  QWidget* m_buttons = nullptr;
  QWidget* m_busy = nullptr;
  QProgressBar* m_busyBar = nullptr;
  QLabel* m_busyShare = nullptr;
  QVBoxLayout* m_recent = nullptr;
  QPushButton* m_clear = nullptr;
  QWidget* m_model = nullptr;
  QWidget* m_device = nullptr;
  QWidget* m_graphics = nullptr;
};

}  // namespace hipwright
