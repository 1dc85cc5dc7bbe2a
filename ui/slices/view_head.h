// The row above a view: its colour, its name, where it is, its tools and the button that maximises it.
#pragma once

#include <QColor>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QToolButton;

namespace hipwright {

class ViewHead : public QWidget {
  Q_OBJECT

 public:
  explicit ViewHead(QWidget* parent = nullptr);

  void setName(const QString& name);
  /// The unit is left out where the head is narrow.
  void setPlace(const QString& place, const QString& unit);
  /// Of the dot; a picture's colour or the theme's.
  void setDot(const QColor& colour);
  /// Takes a widget with the view's own tools, to the left of the button.
  void setTools(QWidget* tools);
  void showMaximised(bool maximised);

 signals:
  void maximiseWanted();

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;

 private:
  void showPlace();

  QHBoxLayout* m_row;
  QLabel* m_name;
  QLabel* m_place;
  QToolButton* m_maximise;
  QString m_placeText;
  QString m_unit;
  QColor m_dot;
  bool m_maximised = false;
};

}  // namespace hipwright
