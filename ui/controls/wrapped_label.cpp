#include "ui/controls/wrapped_label.h"

#include "ui/theme/parts.h"

#include <QLabel>

namespace hipwright {

QLabel* makeWrapped(const QString& text, const char* role, QWidget* parent) {
  QLabel* label = makeLabel(text, role, parent);
  label->setWordWrap(true);
  return label;
}

}  // namespace hipwright
