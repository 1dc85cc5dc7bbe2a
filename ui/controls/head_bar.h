// The bar on top of a dock: a heading, and whatever stands at its right.
#pragma once

#include <QFrame>

class QHBoxLayout;

namespace hipwright {

class HeadBar : public QFrame {
 public:
  explicit HeadBar(const QString& title, QWidget* parent = nullptr);
  void addAtRight(QWidget* widget);

 private:
  QHBoxLayout* m_row;
};

}  // namespace hipwright
