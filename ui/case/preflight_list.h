// The lines of a preflight: a mark and a word for how each thing stands, what was found, and what will be done.
#pragma once

#include "engine/core/preflight_item.h"

#include <QWidget>

class QVBoxLayout;

namespace hipwright {

class PreflightList : public QWidget {
  Q_OBJECT

 public:
  explicit PreflightList(QWidget* parent = nullptr);

  /// Worst first.
  void show(std::vector<PreflightItem> items);

  /// One line instead: why there is no preflight.
  void showProblem(const QString& title, const QString& detail);

  void clear();

 private:
  struct Line;
  void add(const Line& line);

  QVBoxLayout* m_lines;
};

}  // namespace hipwright
