// One recent case on the start page: thumbnail, name, facts, and when it was opened.
#pragma once

#include "ui/start/recent_cases.h"

#include <QAbstractButton>

namespace hipwright {

class RecentRow : public QAbstractButton {
  Q_OBJECT

 public:
  RecentRow(const RecentCase& recent, QWidget* parent);
  QSize sizeHint() const override;

 signals:
  void chosen(const std::filesystem::path& path);

  /// The file is gone; the user wants to say where it is now.
  void locateRequested(const std::filesystem::path& path);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void enterEvent(QEnterEvent* event) override;
  void leaveEvent(QEvent* event) override;

 private:
  RecentCase m_recent;
  QPixmap m_thumbnail;
};

}  // namespace hipwright
