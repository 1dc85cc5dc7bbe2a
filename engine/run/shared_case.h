// What runs of one request have in common whatever their guidance and seed: the case, the model, and the case as the
// networks see it. A comparison reads, prepares and encodes it once. Private to engine/run.
#pragma once

#include "engine/core/events.h"
#include "engine/io/case_file.h"
#include "engine/prepare/prepare.h"
#include "engine/run/model_set.h"
#include "engine/run/run_forecast.h"
#include "engine/run/run_record.h"
#include "engine/run/warm_model.h"

#include <optional>
#include <stop_token>

namespace hipwright {

/// Who listens to a run and who may stop it.
struct RunControl {
  RunObserver observer;
  std::stop_token stop;
};

/// Filled from top to bottom by the functions below; each does its work once and nothing when called again. One thread.
struct SharedCase {
  CaseFile file;
  std::string name;  ///< of the case, with the side where there was a choice
  ModelSet set;
  CasePlan plan;
  std::vector<RunWarning> warnings;  ///< about case and model: they stand in the record of every run
  FallbackModel* model = nullptr;
  VolumePtr view;                   ///< the CT on the model's grid, unpadded; file.ct itself if that is its own
  Prepared prepared;                ///< the image is gone once it is encoded; the way back needs the padding only
  std::optional<Latent> condition;  ///< scaled, as the diffusion network takes it

  bool ownGrid() const { return view == file.ct; }
};

/// Shared work on behalf of one run: its request, its record for the timings, and its observer.
struct SharedWork {
  const RunRequest& request;
  RunRecord& record;
  const RunControl& control;
  ForecastFrom left = ForecastFrom::Start;  ///< of this run; a condition that is there already is seen in the case
};

/// Reads CT and model set and plans what is done with them. Throws what reading throws, Error(CaseRefused), Cancelled.
void readShared(SharedCase& shared, const SharedWork& work, const ModelSearch& search);

/// Builds the networks, or takes the warm ones; from here on they report to this run, and ask it before they leave a
/// device for the processor. Throws what the loader throws, Error(MemoryForProcessor).
void loadShared(SharedCase& shared, const SharedWork& work, WarmModel& warm);

/// Tells the observer what is done about memory that ran out, and keeps it for this run's record.
void announce(const SharedWork& work, const MemoryStep& step);

/// Brings the CT to the model's grid and pads it. Throws Error(OutOfMemory), Cancelled.
void prepareShared(SharedCase& shared, const SharedWork& work);

/// Encodes the prepared CT. Throws what the model throws.
void encodeShared(SharedCase& shared, const SharedWork& work, const PhaseProgress& progress);

/// Tells the observer and keeps the text for the records of all runs.
void warnShared(SharedCase& shared, const SharedWork& work, WarningCode code, const std::string& text);

}  // namespace hipwright
