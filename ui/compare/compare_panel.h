// The panel beside the columns: A beside B, what the colours mean, the numbers over the guidance value, and what is
// done with the result.
#pragma once

#include "ui/compare/comparison_session.h"
#include "ui/compare/number_rows.h"

#include <QScrollArea>

class QComboBox;
class QLabel;
class QPushButton;

namespace hipwright {

class AbView;
class ColourBar;
class ValuePlot;

class ComparePanel : public QScrollArea {
  Q_OBJECT

 public:
  static constexpr int kWidth = 312;

  /// `session` outlives the panel.
  explicit ComparePanel(ComparisonSession& session, QWidget* parent = nullptr);

  AbView& ab() { return *m_ab; }
  ValuePlot& plot() { return *m_plot; }
  ColourBar& bar() { return *m_bar; }

  /// What the chart shows on its left and on its right axis.
  QComboBox& number(bool isRight) { return *m_numbers[isRight ? 1 : 0]; }
  void setRange(double mm);

  /// The columns of A and B; 0 for none.
  int chosen(bool isB) const;
  void choose(bool isB, int id);

 signals:
  void exportWanted(int id);
  void saveTableWanted();

 private:
  QComboBox* addNumbers(NumberId first, const QString& name);
  QWidget* makeAb();
  QWidget* makeChart();
  QWidget* makeButtons();
  void showColumns();
  void showSides();
  void showChart();
  void showReference();
  void applyState();

  ComparisonSession& m_session;
  AbView* m_ab;
  std::array<QComboBox*, 2> m_sides{};
  QLabel* m_distanceTitle = nullptr;
  ColourBar* m_bar = nullptr;
  std::array<QComboBox*, 2> m_numbers{};
  ValuePlot* m_plot = nullptr;
  QLabel* m_loneNote = nullptr;
  QPushButton* m_export = nullptr;
  QPushButton* m_save = nullptr;
  bool m_chosen = false;  ///< the user has chosen A or B
};

}  // namespace hipwright
