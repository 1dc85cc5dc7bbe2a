// The rows of a print report: a mark, what was found and needed, and a button that shows where it is.
#pragma once

#include "ui/export/print_rows.h"

#include <QScrollArea>

#include <vector>

class QButtonGroup;
class QVBoxLayout;

namespace hipwright {

class PrintTable : public QScrollArea {
  Q_OBJECT

 public:
  explicit PrintTable(QWidget* parent = nullptr);

  void showRows(const std::vector<PrintRow>& rows);
  /// Names and needs alone, while the report is being made.
  void showPending(const std::vector<PrintRow>& rows);

  const std::vector<PrintRow>& rows() const { return m_rows; }

  /// The row whose triangles are shown; -1 for none.
  int markedRow() const;
  /// As a click on its button would.
  void toggleRow(int row);

  QSize sizeHint() const override;

 signals:
  /// Nothing: none is to be shown.
  void markWanted(const std::vector<std::uint32_t>& triangles);

 private:
  enum class Known { Yes, NotYet };

  void show(const std::vector<PrintRow>& rows, Known known);
  QWidget* makeHead();
  QWidget* makeRow(int at, Known known);

  QWidget* m_content;
  QVBoxLayout* m_column;
  QButtonGroup* m_buttons;
  std::vector<PrintRow> m_rows;
};

}  // namespace hipwright
