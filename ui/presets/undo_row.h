// The line that offers to undo a deletion for as long as it stands there.
#pragma once

#include <QFrame>

class QLabel;

namespace hipwright {

class UndoRow : public QFrame {
  Q_OBJECT

 public:
  explicit UndoRow(QWidget* parent = nullptr);

  /// Shows the line; the button's word is "Undo".
  void offer(const QString& text);

 signals:
  void undoRequested();
  void dismissed();

 private:
  QLabel* m_text;
};

}  // namespace hipwright
