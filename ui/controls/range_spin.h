// A field for a whole number within a range that says so when a number outside it is typed.
#pragma once

#include <QSpinBox>

namespace hipwright {

/// Qt takes no digit that leads out of the range, so that "5000" becomes "500" without a word. Here it can be typed, is
/// refused in the end, and the value before stays. GUI thread.
class RangeSpin : public QSpinBox {
  Q_OBJECT

 public:
  using QSpinBox::QSpinBox;

  QValidator::State validate(QString& text, int& at) const override;
  void fixup(QString& text) const override;

 signals:
  /// A number outside the range was typed and not taken.
  void refused(const QString& typed) const;
};

}  // namespace hipwright
