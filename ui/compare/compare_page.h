// The page that compares guidance values: the columns with their numbers, what stands above and beside them, and the
// form before there are any.
#pragma once

#include "ui/compare/comparison_session.h"
#include "ui/compare/start_form.h"

#include <QWidget>

class QStackedWidget;

namespace hipwright {

class ColumnsView;
class CompareHead;
class ComparePanel;
class NumberTable;

class ComparePage : public QWidget {
  Q_OBJECT

 public:
  /// `session` outlives the page.
  explicit ComparePage(ComparisonSession& session, QWidget* parent = nullptr);

  /// The settings that a new comparison would take.
  void setRequest(const RunRequest& request);
  void setForecast(StartForm::Forecast forecast) { m_form->setForecast(std::move(forecast)); }

  /// Why nothing can be started now; empty if it can.
  void setObstacle(const QString& why);

  CompareHead& head() { return *m_head; }
  ColumnsView& columns() { return *m_columns; }
  NumberTable& table() { return *m_table; }
  ComparePanel& panel() { return *m_panel; }
  StartForm& form() { return *m_form; }

  /// A column from 0.
  void goTo(int place);

  /// Gives the keyboard to what is wanted first.
  void takeFocus();

 signals:
  void startWanted(const std::vector<double>& cfgs);
  void exportWanted(int id);
  void openWanted(int id);
  void folderWanted(int id);
  void saveTableWanted();
  void startOverWanted();
  void otherValueWanted();
  void backWanted();
  void pointed(const hipwright::Vec3& point, std::optional<float> hu);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void keyReleaseEvent(QKeyEvent* event) override;
  bool event(QEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  QWidget* makeColumns();
  void connectParts();
  void addKeys();
  void showContent();
  void followEdges();
  void showPanel();
  bool flip(QEvent* event);

  ComparisonSession& m_session;
  CompareHead* m_head;
  QStackedWidget* m_pages;
  StartForm* m_form;
  ColumnsView* m_columns;
  NumberTable* m_table;
  ComparePanel* m_panel;
  RunRequest m_request;
  std::optional<bool> m_panelWanted;  ///< by the user; none: as there is room
};

}  // namespace hipwright
