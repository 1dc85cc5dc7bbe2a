// The lines of a preflight: a mark and a word for how each thing stands, what was found, and what will be done. What is
// fine takes one line that opens.
#pragma once

#include "engine/core/preflight_item.h"

#include <QWidget>

#include <vector>

class QPushButton;
class QVBoxLayout;

namespace hipwright {

class PreflightList : public QWidget {
  Q_OBJECT

 public:
  explicit PreflightList(QWidget* parent = nullptr);

  /// Worst first; the fine ones folded together.
  void show(std::vector<PreflightItem> items);

  /// One line instead: why there is no preflight.
  void showProblem(const QString& title, const QString& detail);

  void clear();

 private:
  struct Line;
  QWidget* makeRow(const Line& line);
  void addFold(int count);
  void setOpen(bool open);

  QVBoxLayout* m_lines;
  QPushButton* m_fold = nullptr;
  std::vector<QWidget*> m_fine;
  bool m_open = false;
};

}  // namespace hipwright
