// What is open in the window: the case, its runs on disk, and the stage that is shown. Knows files and threads'
// answers, no widgets.
#pragma once

#include "engine/core/mesh.h"
#include "engine/io/dicom_series.h"
#include "engine/run/interrupted_run.h"
#include "engine/run/run_history.h"
#include "ui/run/run_controller.h"
#include "ui/session/opened_case.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace hipwright {

/// Steps of a run that are no steps: the CT before it, and the result after it.
inline constexpr int kPreOpStage = -1;
inline constexpr int kFinalStage = 1 << 20;

/// One stage as views show it. The mesh of the final stage is the STL on disk, read back, in LPS mm.
struct ShownStage {
  int step = kPreOpStage;
  VolumePtr sdf;                     ///< null before any implant
  std::shared_ptr<const Mesh> mesh;  ///< null likewise, and of a picture of one plane
  bool isApproximate = false;        ///< a quick picture of one plane
};

/// What was being done when an error came.
enum class Activity { OpeningCase, OpeningRun, ShowingStage };

class PlanSession : public QObject {
  Q_OBJECT

 public:
  explicit PlanSession(RunController& controller, QObject* parent = nullptr);

  const OpenedCase* openedCase() const { return m_case.get(); }
  std::shared_ptr<const OpenedCase> sharedCase() const { return m_case; }
  bool isOpening() const { return m_isOpening; }
  const std::vector<PastRun>& runs() const { return m_runs; }
  /// Runs of the case that were stopped or broke off, newest first.
  const std::vector<InterruptedRun>& interrupted() const { return m_interrupted; }
  const std::optional<PastRun>& shownRun() const { return m_shownRun; }
  /// The run that is shown is complete and its record is read; false for one that is still going.
  bool hasFinishedRun() const { return m_shownRun && !m_shownRun->record.requestHash.empty(); }
  const ShownStage& shownStage() const { return m_stage; }

 public slots:
  /// A folder with several DICOM series offers them instead.
  void openCase(const hipwright::CasePlace& place);
  void cancelOpening();
  void closeCase();

  /// Opens the run's CT too, unless it is the case that is open. Needs no model.
  void openRun(const std::filesystem::path& folder) { openRunWith(folder, {}); }

  /// The same with the CT from another place than the record says.
  void openRunWith(const std::filesystem::path& folder, const std::filesystem::path& ct);
  const std::filesystem::path& openingRun() const { return m_openingRun; }

  /// A case that another window has read, with a run of it to show or none.
  void takeOver(std::shared_ptr<const OpenedCase> opened, const std::optional<PastRun>& run);

  /// Where runs of the case are looked for, besides the place of a run that was opened from elsewhere.
  void setSaveFolder(const std::filesystem::path& folder);
  void refreshRuns();

  /// Another run of the case that is open, or none while a new one is going.
  void showRun(const PastRun& run);
  void showNoRun();

  /// The run that is going: its stages can be shown as soon as they are saved. Nothing is emitted.
  void followRun(const PastRun& run) { m_shownRun = run; }

  /// A stage of the run that is shown: kPreOpStage, kFinalStage, or a step that was saved as a volume.
  void showStage(int step);

  /// A picture that a run has given, one plane thick.
  void showPicture(const hipwright::ShownStage& picture);

  /// A stage whose field somebody has; `make` gives it, in the background.
  void showField(int step, const std::function<hipwright::VolumePtr()>& make);

  /// A step whose latents alone were saved: decodes it with the run's model, after the run that is going.
  void decodeStage(int step);

 signals:
  void opening(const QString& name);
  /// How much was read, 1 to 1000 of a thousand, of files that say it.
  void openingShare(int thousandths);
  void openingEnded();
  void seriesOffered(const std::filesystem::path& folder, const std::vector<hipwright::SeriesSummary>& series);
  void caseChanged();
  void runsChanged();
  void runShown();
  void stageShown();
  void decodingStage(int step);
  void failed(const hipwright::Error& error, hipwright::Activity activity);

 private:
  using Share = std::shared_ptr<std::atomic<int>>;

  /// One or the other.
  struct OpenedOrOffered {
    std::optional<OpenedCase> opened;
    std::vector<SeriesSummary> offered;
  };
  struct Found {
    std::vector<PastRun> runs;
    std::vector<InterruptedRun> interrupted;
  };
  static OpenedOrOffered openOrOffer(const CasePlace& place, const CaseReading& reading);
  static CaseReading readingOf(const Share& share, const std::stop_token& stop);

  void takeCase(std::shared_ptr<const OpenedCase> opened);
  void listBeside(const PastRun& run);
  static Found findRuns(const std::vector<std::filesystem::path>& places, const OpenedCase& opened);
  void takeShare();
  void beginOpening(const QString& name);
  void endOpening();
  void setStage(ShownStage stage);
  void takeAnswer(Answer<ShownStage>&& answer);

  RunController& m_controller;
  std::filesystem::path m_saveFolder;
  std::filesystem::path m_besideOpened;  ///< where the run lies that was opened last; empty for none
  std::shared_ptr<const OpenedCase> m_case;
  std::vector<PastRun> m_runs;
  std::vector<InterruptedRun> m_interrupted;
  std::optional<PastRun> m_shownRun;
  ShownStage m_stage;
  std::filesystem::path m_openingRun;  ///< the folder given last
  bool m_isOpening = false;
  Share m_share;  ///< written by the thread that reads
  QTimer m_shareTimer;
  std::stop_source m_openJob{std::nostopstate};
  std::stop_source m_stageJob{std::nostopstate};
  std::stop_source m_listJob{std::nostopstate};
};

}  // namespace hipwright
