// The picture on the demo's card: what the demo ends with, as the 3-D view draws it, in the colours of the theme.
#pragma once

#include <QPixmap>
#include <QWidget>

namespace hipwright {

class DemoPicture : public QWidget {
  Q_OBJECT

 public:
  explicit DemoPicture(QWidget* parent = nullptr);

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  QPixmap m_dark;
  QPixmap m_light;
};

}  // namespace hipwright
