// A print report with its verdict above its rows; the same in the export dialog and beside the 3-D view.
#pragma once

#include "ui/export/print_table.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace hipwright {

class Pill;

class PrintReportView : public QWidget {
  Q_OBJECT

 public:
  explicit PrintReportView(QWidget* parent = nullptr);

  void showReport(const PrintReport& report);
  void showPending(const PrintOptions& options);
  /// No rows: there is nothing to report on.
  void clear();
  /// Why there is no report.
  void showProblem(const QString& sentence);

  /// Rows that fail; 0 without a report.
  int failedChecks() const { return m_counts.failed; }
  PrintTable& table() { return *m_table; }

  /// A button of the place where it stands.
  void addAtRight(QWidget* widget);

 signals:
  /// The user wants to see these triangles, or none.
  void markWanted(const std::vector<std::uint32_t>& triangles);

 private:
  void showPills();

  QHBoxLayout* m_head;
  PrintCounts m_counts;
  Pill* m_failed;
  Pill* m_passed;
  Pill* m_notes;
  QLabel* m_state;
  QLabel* m_problem;
  PrintTable* m_table;
};

/// "1 check failed" with its icon and state, for a badge.
struct PrintVerdict {
  QString text;
  QString state;  ///< as a Pill's
};
PrintVerdict verdictOf(const PrintReport& report);

}  // namespace hipwright
