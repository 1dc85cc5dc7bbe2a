// One run from request to run.json, phase by phase. Private to engine/run: Pipeline is the door.
#pragma once

#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/diffusion/denoise.h"
#include "engine/diffusion/tiled.h"
#include "engine/run/latent_file.h"
#include "engine/run/memory_shortage.h"
#include "engine/run/pipeline.h"
#include "engine/run/progress_meter.h"
#include "engine/run/run_folder.h"
#include "engine/run/run_forecast.h"
#include "engine/run/shared_case.h"
#include "engine/run/strip_recorder.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace hipwright {

/// Everything: the whole run folder. Essentials: latents and run.json, for a comparison that keeps only the fields.
enum class RunOutput { Everything, Essentials };

/// Where a run's folder is made and what is written into it.
struct RunTarget {
  RunOutput output = RunOutput::Everything;
  std::filesystem::path parent{};     ///< of the run's folder; empty: request.save
  std::filesystem::path elsewhere{};  ///< another parent that the same run may have worked under; empty: none
  std::function<void(const Volume& sdf)> onField{};  ///< the field on the model's grid, before run.json is written
};

class PipelineRun {
 public:
  /// `shared` may be filled already, by another run of a request that differs in guidance and seed only.
  PipelineRun(const RunRequest& request, RunControl control, WarmModel& warm, SharedCase& shared);
  PipelineRun(const RunRequest& request, RunControl control, WarmModel& warm, SharedCase& shared, RunTarget target);

  /// Throws Cancelled, Error and what the standard library throws.
  RunResult execute(const ModelSearch& search);

  /// Brings the case to the model's grid, if nothing has yet.
  void prepare() { prepareShared(m_shared, work()); }

  /// The field of a complete run on the model's grid, decoded again from its latents; nothing if they are not there.
  /// After execute() found the run. Throws as execute().
  std::optional<Volume> decodeAgain(const std::filesystem::path& latents);

  /// The folder of a run that has no result, if its denoising or a part of it is kept there; after execute() failed.
  std::optional<std::filesystem::path> kept() const;

  /// What identifies the run; after execute().
  const std::string& requestHash() const { return m_requestHash; }

 private:
  void identify();
  bool findComplete();
  void openFolder();
  void discardFinished();
  void removeIfEmpty() noexcept;
  RunResult compute();

  void forecast(ForecastFrom from);
  void startWork();
  void setModelGrid(const Index3& grid);
  void planWork();
  LatentOwner owner() const { return {m_record.latentShape, m_record.requestHash}; }
  std::optional<RunLatents> savedLatents();
  std::optional<PartialLatents> savedPart();
  void warnOfUnusable(const std::filesystem::path& kept);
  void takeUp();
  RunLatents denoised(std::optional<PartialLatents> part);
  PartialLatents fromNoise();
  void showAgain(const PartialLatents& part);
  RunLatents sample(PartialLatents part);
  void keepPart(const PartialLatents& part) noexcept;
  void keepNowAndThen(const PartialLatents& part);
  void forgetPart() noexcept;
  void decodeHeldStages(const RunLatents& latents);
  void onStep(const DenoiseStep& step, PartialLatents& part);
  void showStep(const DenoiseStep& step);
  bool held(int step) const { return m_heldFrom && step >= *m_heldFrom; }
  int timestepOf(int step) const;
  void writeStage(int step, int timestep, const Latent& denoised);
  void writePreview(const DenoiseStep& step);
  std::int64_t modelPlane() const;
  Volume decode(const Latent& latent);
  Volume onCase(const Volume& field) const;

  void writeResults(const Volume& sdf);
  void writeVolumes(const Volume& sdf);
  void writeSurface(const Volume& sdf);
  void writeStrip(const Volume& sdf);
  void writeRecord();

  const Volume& ct() const { return *m_shared.file.ct; }
  const ModelProfile& profile() const { return m_shared.set.profile; }
  SharedWork work() { return {m_request, m_record, m_control, m_left}; }
  /// Does it again if memory runs out, once the networks have given back what they keep, or are gone themselves.
  template <class Work>
  auto keepingNetworks(const char* phase, const Work& work) {
    return withSecondTry(work, [&] { freeFor(phase, Networks::Keep); });
  }
  template <class Work>
  auto givingUpNetworks(const char* phase, const Work& work) {
    return withSecondTry(work, [&] { freeFor(phase, Networks::GiveUp); });
  }
  enum class Networks { Keep, GiveUp };
  void freeFor(const char* phase, Networks networks);

  void warn(WarningCode code, const std::string& text);
  void report(Phase phase, int done, int total);

  RunRequest m_request;
  RunControl m_control;
  WarmModel& m_warm;
  SharedCase& m_shared;
  RunTarget m_target;
  RunRecord m_record;
  std::string m_requestHash;
  std::optional<RunFolder> m_folder;
  std::optional<platform::FolderLock> m_lock;  ///< from the first file to the last
  std::optional<ProgressMeter> m_meter;
  std::vector<int> m_stageSteps;
  std::vector<int> m_previewSteps;
  ForecastFrom m_left = ForecastFrom::Start;
  std::optional<int> m_heldFrom;  ///< memory ran out for this stage; it and the later ones wait for the denoising's end
  bool m_withoutPreviews = false;
  bool m_wentOn = false;                              ///< from what an earlier run had kept of its denoising
  std::chrono::steady_clock::time_point m_keepAgain;  ///< the part of the denoising that is done, on disk
  StripRecorder m_strip;
  std::int64_t m_plane = 0;  ///< coronal plane of the case that pictures are taken in
  int m_decodesDone = 0;
  int m_decodes = 1;
};

}  // namespace hipwright
