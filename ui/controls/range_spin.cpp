#include "ui/controls/range_spin.h"

namespace hipwright {

QValidator::State RangeSpin::validate(QString& text, int& at) const {
  const QValidator::State state = QSpinBox::validate(text, at);
  if (state != QValidator::Invalid) return state;
  bool isNumber = false;
  text.trimmed().toLongLong(&isNumber);
  return isNumber ? QValidator::Intermediate : QValidator::Invalid;
}

void RangeSpin::fixup(QString& text) const {
  bool isNumber = false;
  const qlonglong number = text.trimmed().toLongLong(&isNumber);
  if (isNumber && (number < minimum() || number > maximum())) emit refused(text.trimmed());
  QSpinBox::fixup(text);
}

}  // namespace hipwright
