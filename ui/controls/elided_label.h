// A label that shortens its text in the middle when there is no room, and then shows all of it as a tooltip.
#pragma once

#include <QLabel>

namespace hipwright {

class ElidedLabel : public QLabel {
 public:
  explicit ElidedLabel(const char* role, QWidget* parent = nullptr);
  void setFullText(const QString& text);
  const QString& fullText() const { return m_full; }

  QSize minimumSizeHint() const override;
  QSize sizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void updateToolTip();

  QString m_full;
};

}  // namespace hipwright
