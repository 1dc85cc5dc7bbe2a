// A failure in plain words: what happened, what is kept, what to do, and the details to copy.
#pragma once

#include "engine/core/error.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace hipwright {

/// What failed, for the title: "Cannot open the CT".
struct FailureText {
  QString title;
  QString kept;  ///< "Your case and settings are kept."
};

class FailureDialog : public QDialog {
  Q_OBJECT

 public:
  FailureDialog(const Error& error, const FailureText& text, QWidget* parent = nullptr);

  /// A way out beside Close; the best one first. It closes the dialog and then calls `act`.
  void addWayOut(const QString& text, std::function<void()> act);

 signals:
  void logRequested();

 private:
  void addEvidence(const Error& error);
  QWidget* makeHead(const Error& error, const FailureText& text);
  QWidget* makeRemedy(const Error& error);
  QWidget* makeFoot(const Error& error);

  QVBoxLayout* m_column;
  QHBoxLayout* m_ways;
  bool m_hasPrimary = false;
};

}  // namespace hipwright
