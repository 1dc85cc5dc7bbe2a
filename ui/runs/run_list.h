// The runs of the case that is open: the one that is going first, then those on disk, newest first, finished ones and
// interrupted ones alike.
#pragma once

#include "engine/run/interrupted_run.h"
#include "engine/run/run_history.h"

#include <QListWidget>

#include <optional>
#include <variant>
#include <vector>

class QMenu;

namespace hipwright {

/// The run that is going.
struct LiveRun {
  std::filesystem::path folder;
  RunRequest request;
  std::int64_t seed = 0;
};

struct ListedRuns {
  std::optional<LiveRun> live;
  std::vector<InterruptedRun> interrupted;
  std::vector<PastRun> finished;
};

class RunList : public QListWidget {
  Q_OBJECT

 public:
  explicit RunList(QWidget* parent = nullptr);

  /// Interrupted runs in the folder of the live one are left out: it is them.
  void setRuns(const ListedRuns& runs);

  /// More than these are reached by scrolling.
  void setMostRows(int rows);

  /// Marks the run that is shown; an empty path marks none.
  void setShown(const std::filesystem::path& folder);

 signals:
  void openRequested(const hipwright::PastRun& run);
  void repeatRequested(const hipwright::PastRun& run);
  void continueRequested(const hipwright::InterruptedRun& run);
  void revealRequested(const std::filesystem::path& folder);
  void deleteRequested(const std::filesystem::path& folder);

 protected:
  void contextMenuEvent(QContextMenuEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  QSize sizeHint() const override;

 private:
  using Entry = std::variant<LiveRun, InterruptedRun, PastRun>;

  void fitHeight();
  void addRow(const Entry& entry);
  std::optional<Entry> entryOf(const QListWidgetItem* item) const;
  void act(const QListWidgetItem* item);
  void showMenu(const Entry& entry, const QPoint& globalPlace);
  void addActs(QMenu& menu, const PastRun& run);
  void addActs(QMenu& menu, const InterruptedRun& run);

  std::vector<Entry> m_entries;
  int m_mostRows = 4;
};

/// "today 14:32", "yesterday 9:05", "18 Nov 14:32".
QString whenText(const PastRun& run);

/// "14:32", for "Same as run 14:32".
QString timeText(const PastRun& run);

}  // namespace hipwright
