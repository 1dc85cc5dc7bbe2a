// The ring around the control that has the keyboard: always for fields, for buttons only when a key moved the focus
// there.
#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QWidget;

namespace hipwright {

/// The ring lies in the window, or in the scrolled area, above everything: a panel without margins does not cut it.
/// Lives as long as the application. GUI thread.
class FocusRing : public QObject {
  Q_OBJECT

 public:
  explicit FocusRing(QApplication& application);
  ~FocusRing() override;

  /// The widget that wears the ring, or null.
  QWidget* target() const;

 protected:
  bool eventFilter(QObject* object, QEvent* event) override;

 private:
  void followFocus(QWidget* widget, QEvent* event);
  void moveTo(QWidget* widget);
  void follow();

  QPointer<QWidget> m_target;
  QPointer<QWidget> m_frame;
};

}  // namespace hipwright
