// What happened in this window, newest last, to read and to copy.
#pragma once

#include <QWidget>

class QPlainTextEdit;

namespace hipwright {

class LogPanel : public QWidget {
  Q_OBJECT

 public:
  explicit LogPanel(QWidget* parent = nullptr);

  /// Adds a line with the time in front. Keeps the last few thousand.
  void add(const QString& line);
  QString text() const;

  /// The lines of a log before this one, above its own.
  void prepend(const QString& text);

 private:
  QPlainTextEdit* m_lines;
};

}  // namespace hipwright
