// The comparison that is open: its columns, which one the others are measured against, and what runs. Knows files and
// the controller's answers, no widgets.
#pragma once

#include "ui/compare/column_reading.h"
#include "ui/run/run_controller.h"

#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace hipwright {

/// More columns than this are too narrow to compare.
inline constexpr int kMostColumns = 9;

class ComparisonSession : public QObject {
  Q_OBJECT

 public:
  explicit ComparisonSession(RunController& controller, QObject* parent = nullptr);

  /// Another case, or null: the comparison that was open goes.
  void setCase(std::shared_ptr<const OpenedCase> opened);
  const std::shared_ptr<const OpenedCase>& openedCase() const { return m_case; }

  const std::vector<ComparedColumn>& columns() const { return m_columns; }
  const ComparedColumn* column(int id) const;
  const ComparedColumn* reference() const { return column(m_reference); }
  const ComparedColumn* winner() const { return column(m_winner); }
  bool isComparing() const { return m_comparing; }
  bool isReady() const;     ///< every column is
  bool isCompared() const;  ///< every column that is ready stands beside the reference
  bool hasUnfinished() const;
  int finished() const;  ///< columns whose run is there
  std::optional<double> secondsLeft() const { return m_secondsLeft; }
  const RunRequest& request() const { return m_request.run; }
  const std::filesystem::path& folder() const { return m_folder; }
  const Geometry& grid() const { return *m_grid; }  ///< of the fields; there is one when a column is ready

  /// Runs these values with the settings of `run`. Nothing happens while anything runs or without a case.
  void start(const RunRequest& run, const std::vector<double>& cfgs, std::optional<double> reference);

  /// Runs what has not finished; what has is kept.
  void goOn();
  void stop();

  /// Forgets all columns; nothing happens while they run. Files stay.
  void clear();

  /// Adds a value, and runs it when nothing else runs. Gives the value whose run it is the same as, and shares that
  /// column then. Throws Error(BadRequest) for a value that no run takes.
  std::optional<double> add(double cfg);

  /// Why not; empty if it can be removed.
  QString whyKept(int id) const;
  void remove(int id);

  /// An earlier run of the case as a column, once a value of the comparison is ready; one that is there already is not
  /// added again. Refused when it has been read and its implant lies beside the grid of the others.
  void join(const PastRun& run);

  void setReference(int id);  ///< of a column that is ready
  void setWinner(int id);     ///< 0 for none

  /// The numbers as the engine's table: columns that are ready, in their order.
  ComparisonTable table() const;

 signals:
  /// Which columns there are, and in which order.
  void columnsChanged();
  void columnChanged(int id);
  void referenceChanged();
  void winnerChanged();
  void stateChanged();  ///< comparing or not, how many are finished, time left
  void framesAdded(int id);
  void logged(const QString& line);
  void failed(const hipwright::Error& error);
  void refused(const QString& why);  ///< of a run that was to join
  void runsMade();                   ///< new run folders are on disk

 private:
  void take(const ComparisonEvent& event);
  void begin(const ComparisonStarted& started);
  void takeValue(const ValueEvent& event);
  void takeFinished(const ComparisonRow& row);
  void takePreview(ComparedColumn& column, const PreviewReady& preview);
  void end(const ComparisonOutcome& outcome);
  ComparedColumn* find(int id);
  ComparedColumn* findRunning(double cfg);
  ComparedColumn& insert(double cfg);
  void placeFrames(ComparedColumn& column);
  void read(int id, ColumnOrder order);
  void show(int id, ReadColumn&& read);
  void cutFramesAnew();
  void drop(int id);
  void chooseReference();
  void compareAll();
  void compareAnew();
  void compare(const ComparedColumn& column);
  void run();

  RunController& m_controller;
  std::shared_ptr<const OpenedCase> m_case;
  ComparisonRequest m_request;
  std::shared_ptr<ComparedCfgs> m_cfgs;  ///< of the comparison that runs or ran last
  std::vector<ComparedColumn> m_columns;
  std::optional<double> m_wanted;  ///< value to become the reference
  std::optional<Geometry> m_grid;
  std::optional<std::int64_t> m_framePlane;  ///< of the CT: the one the first implant that was read is seen well in
  std::filesystem::path m_folder;
  std::optional<double> m_secondsLeft;
  std::vector<std::stop_source> m_jobs;  ///< reading
  std::vector<std::stop_source> m_pairs;
  int m_lastId = 0;
  int m_reference = 0;
  int m_winner = 0;
  bool m_comparing = false;
  bool m_stopped = false;  ///< whoever asked for it
};

}  // namespace hipwright
