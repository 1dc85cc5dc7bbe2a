// What stands in the upper left corner of the 3-D view: marks of the shown implant, and its measures.
#pragma once

#include "ui/theme/icons.h"

#include <QWidget>

#include <vector>

class QHBoxLayout;
class QLabel;

namespace hipwright {

class VolumeBadge : public QWidget {
  Q_OBJECT

 public:
  explicit VolumeBadge(QWidget* parent);

  enum class Use { Look, Click };
  struct Mark {
    IconName icon = IconName::Passed;
    QString text;
    QString state;  ///< as a Pill's
    Use use = Use::Look;
  };
  /// Each mark as a pill, each line of `lines` below; nothing of both hides it.
  void show(const std::vector<Mark>& marks, const QString& lines);

 signals:
  /// The mark to be clicked was.
  void clicked();

 private:
  QHBoxLayout* m_marks;
  QLabel* m_lines;
};

}  // namespace hipwright
