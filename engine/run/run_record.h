// run.json: what was asked, what was used, what came out. Written last; a run without it is not complete.
#pragma once

#include "engine/core/events.h"
#include "engine/plan/case_plan.h"
#include "engine/run/fallback_model.h"
#include "engine/run/run_request.h"
#include "engine/surface/mesh_check.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace hipwright {

struct StageRecord {
  int step = 0;
  int timestep = 0;
  double change = 0;  ///< RMS change of the denoised estimate since the step before
  double seconds = 0;
  std::optional<double> relativeChange;  ///< `change` as a share of the RMS of the estimate before; none in older runs
};

struct RunRecord {
  RunRequest request;
  std::int64_t seed = 0;    ///< the resolved one
  std::string noiseHash;    ///< SHA-256 of the noise it started from, as float32; empty if it is not known
  std::string requestHash;  ///< SHA-256 of the canonical request
  std::string caseName;
  std::string caseHash;
  std::string caseFormat;
  Geometry geometry;
  CasePlan plan;       ///< side, region, the model's grid before padding, and the preflight
  Index3 modelGrid{};  ///< padded size the networks saw
  std::array<std::int64_t, 4> latentShape{};
  std::string modelName;
  bool demoModel = false;                          ///< the profile calls it one to try the program with
  std::map<std::string, std::string> modelHashes;  ///< file role to SHA-256
  ModelInfo model;
  std::vector<StageRecord> steps;
  std::map<std::string, double> seconds;  ///< wall time of each phase
  std::uint64_t peakMemory = 0;           ///< bytes
  std::uint64_t forecastBytes = 0;        ///< the peak as it was forecast
  std::string forecastPhase;              ///< where
  std::vector<MemoryStep> memorySteps;    ///< what was done about memory that ran out
  MeshReport mesh;
  double implantMm3 = 0;             ///< voxels with a positive field
  std::int64_t stripPlane = 0;       ///< coronal index plane of the strip
  std::vector<std::string> files;    ///< relative to the folder
  std::vector<RunWarning> warnings;  ///< as the run's observer heard them
};

std::string recordToJson(const RunRecord& record);

}  // namespace hipwright
