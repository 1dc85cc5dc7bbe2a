// The ring around the control that has the keyboard: always for fields, for buttons only when a key moved the focus
// there.
#pragma once

#include <QObject>
#include <QPointer>

class QApplication;
class QFocusFrame;
class QWidget;

namespace hipwright {

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
  void moveTo(QWidget* widget);

  QPointer<QFocusFrame> m_frame;
};

}  // namespace hipwright
