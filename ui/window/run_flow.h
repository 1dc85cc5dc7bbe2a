// From Generate to the finished run: starts it, shows its steps and frames as they come, and hands the result over.
#pragma once

#include "engine/core/model_profile.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/run/run_controller.h"
#include "ui/session/kept_field.h"
#include "ui/session/plan_session.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <map>
#include <set>

namespace hipwright {

class RunFlow : public QObject {
  Q_OBJECT

 public:
  RunFlow(RunController& controller, PlanSession& session, StagesPanel& stages, QObject* parent = nullptr);

  /// `request` names the CT that is open; the profile is that of its model, the grid the one it will work on.
  void start(const RunRequest& request, const ModelProfile& profile, const Geometry& modelGrid);
  void stop();

  /// The CT alone, as before any run.
  void showPreOp();

  /// What stands above the strip while nothing runs and nothing has run.
  void setReadiness(const QString& text);

  /// The plane of the frames, as a voxel layer, once the user or a run chose one.
  const std::optional<std::int64_t>& plane() const { return m_plane; }

  /// For a case and a run just taken over from another window: its frames are cut there once the result is read, and
  /// the slices stay where they are.
  void showLike(const std::optional<std::int64_t>& plane);

  /// What the user picked in the strip; a pick holds until follow() or the end of the run.
  void pickStep(int step);

  /// Shows the newest picture of the run that is going, and each one that comes.
  void follow();

  /// Seconds since the start of the run that is going.
  double elapsed() const { return double(m_clock.elapsed()) / 1000; }

 signals:
  void logged(const QString& line);
  void savingTo(const std::filesystem::path& folder);
  /// The first picture of a run with an implant in it; the slices can go there.
  void implantSeen(const hipwright::CoronalPicture& picture);
  void seedDrawn(std::int64_t seed);
  void finished(const hipwright::PastRun& run);
  void cancelled();
  void failed(const hipwright::Error& error);

 private:
  void begin(const RunStarted& started);
  void takePreview(const PreviewReady& preview);
  void showFrame(const StageFrame& frame);
  void selectShown();
  void takeStage();
  void end(const RunOutcome& outcome);
  void finish(const RunResult& result);
  void showRunFromDisk();
  void showFramesFromDisk(const PastRun& run);
  void readSavedStage(int step);
  void readSavedPreview(int step);
  void emptyStrip();
  std::function<bool()> whileShown() const;
  void showStripPlane(std::int64_t plane);
  void showImplantOnce(const CoronalPicture& picture);
  void takePlane();
  void cutAnew(std::int64_t plane);
  void cutStage(StageFrame frame, std::int64_t plane);
  void namePlanes();
  void matchPreOp(std::int64_t plane);
  PictureStamp caseStamp() const;
  PictureStamp stampOf(const RunRecord& record) const;
  int timestepOf(int step) const;
  void addFrameLater(StageFrame frame);
  StageFrame frameOf(int step, FrameKind kind) const;

  RunController& m_controller;
  PlanSession& m_session;
  StagesPanel& m_stages;
  RunRequest m_request;
  QString m_readiness;
  QElapsedTimer m_clock;
  Phase m_phase = Phase::ReadCase;
  bool m_userPicked = false;
  bool m_implantSeen = false;                              ///< this run has shown a picture with an implant
  bool m_isDemo = false;                                   ///< the model of the run that was started last
  int m_turn = 0;                                          ///< what is made for another run's strip comes too late
  std::filesystem::path m_framesOf;                        ///< folder of the run that the strip shows; empty for none
  std::set<int> m_decodable;                               ///< steps of the shown run whose latents can be decoded
  std::set<int> m_onDisk;                                  ///< steps of the shown run whose volume can be read
  std::optional<std::int64_t> m_plane;                     ///< of the frames, once the user or the run chose one
  std::optional<std::int64_t> m_planeToTake;               ///< of the window before
  std::map<int, StageFrame> m_elsewhere;                   ///< frames that exist in another plane alone
  std::map<int, std::shared_ptr<const KeptField>> m_kept;  ///< of stages of the shown run that were decoded
  std::optional<PictureCrop> m_crop;         ///< what frames show: the model's grid, where the case is much larger
  std::weak_ptr<const Volume> m_finalField;  ///< spares reading it again while somebody shows it
  std::vector<std::stop_source> m_planeJobs;
};

/// Steps that give a frame while a run with this request goes. The last one's picture stands in for the final result
/// until that is decoded.
std::vector<int> frameSteps(const RunRequest& request);

/// In the plane `wanted` unless that shows less than a quarter of the implant that the best one does. Without a field
/// in the middle one.
std::shared_ptr<const CoronalPicture> pictureOf(const Volume& ct, const Volume* sdf,
                                                std::optional<std::int64_t> wanted);

}  // namespace hipwright
