// The finished runs of the case that is open, newest first, as they lie on disk.
#pragma once

#include "engine/run/run_history.h"

#include <QListWidget>

#include <vector>

namespace hipwright {

class RunList : public QListWidget {
  Q_OBJECT

 public:
  explicit RunList(QWidget* parent = nullptr);

  void setRuns(const std::vector<PastRun>& runs);

  /// Marks the run that is shown; an empty path marks none.
  void setShown(const std::filesystem::path& folder);

 signals:
  void openRequested(const hipwright::PastRun& run);
  void repeatRequested(const hipwright::PastRun& run);
  void revealRequested(const hipwright::PastRun& run);
  void deleteRequested(const hipwright::PastRun& run);

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  QSize sizeHint() const override;

 private:
  const PastRun* runOf(const QListWidgetItem* item) const;

  std::vector<PastRun> m_runs;
};

/// "today 14:32", "yesterday 9:05", "18 Nov 14:32".
QString whenText(const PastRun& run);

/// "14:32", for "Same as run 14:32".
QString timeText(const PastRun& run);

}  // namespace hipwright
