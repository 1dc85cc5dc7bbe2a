// One run from request to run.json, phase by phase. Private to engine/run: Pipeline is the door.
#pragma once

#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/diffusion/denoise.h"
#include "engine/diffusion/tiled.h"
#include "engine/io/case_file.h"
#include "engine/prepare/prepare.h"
#include "engine/run/latent_file.h"
#include "engine/run/pipeline.h"
#include "engine/run/progress_meter.h"
#include "engine/run/run_folder.h"
#include "engine/run/strip_recorder.h"

#include <optional>

namespace hipwright {

/// Who listens to a run and who may stop it.
struct RunControl {
  RunObserver observer;
  std::stop_token stop;
};

class PipelineRun {
 public:
  PipelineRun(const RunRequest& request, RunControl control, WarmModel& warm);

  /// Throws Cancelled, Error and what the standard library throws.
  RunResult execute(const ModelSearch& search);

 private:
  void readInputs(const ModelSearch& search);
  void makePlan();
  void identify();
  bool findComplete();
  void openFolder();
  void removeIfEmpty() noexcept;
  RunResult compute();

  void planWork();
  Latent encodeCase();
  RunLatents sample(const Latent& condition);
  void onStep(const DenoiseStep& step, RunLatents& latents);
  void decodeStages(const RunLatents& latents);
  void writeStage(int step, int timestep, const Latent& denoised);
  void writePreview(const DenoiseStep& step);
  std::int64_t modelPlane() const;
  Volume decode(const Latent& latent);
  Volume onCase(const Volume& field) const;

  void writeResults(const Volume& sdf);
  void writeVolumes(const Volume& caseSdf);
  void writeSurface(const Volume& sdf);
  void writeStrip(const Volume& sdf);
  void writeRecord();

  void warn(WarningCode code, const std::string& text);
  void report(Phase phase, int done, int total);

  RunRequest m_request;
  RunControl m_control;
  WarmModel& m_warm;
  CaseFile m_case;
  std::string m_name;  ///< of the case, with the side where there was a choice
  VolumePtr m_view;    ///< the CT on the model's grid, unpadded; m_case.ct itself if that is its own
  ModelSet m_set;
  RunRecord m_record;
  std::optional<RunFolder> m_folder;
  std::optional<platform::FolderLock> m_lock;  ///< from the first file to the last
  DiffusionModel* m_model = nullptr;
  Prepared m_prepared;
  std::optional<ProgressMeter> m_meter;
  std::vector<int> m_stageSteps;
  std::vector<int> m_previewSteps;
  StripRecorder m_strip;
  std::int64_t m_plane = 0;  ///< coronal plane of the case that pictures are taken in
  int m_decodesDone = 0;
  int m_decodes = 1;
};

}  // namespace hipwright
