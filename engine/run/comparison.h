// Guidance values side by side: what is asked for, what comes out, and what is told meanwhile. Pipeline::compare() does
// the work.
#pragma once

#include "engine/core/error.h"
#include "engine/core/events.h"
#include "engine/measure/implant_numbers.h"
#include "engine/run/run_request.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace hipwright {

/// One run of a comparison: its guidance, and the seed of the noise it starts from.
struct ComparedValue {
  double cfg = 1;
  std::int64_t seed = 0;
  bool operator==(const ComparedValue&) const = default;
};

/// Fields: latents, the cropped field and run.json of every value, a few megabytes. Folders: a complete run folder too,
/// the one that a single run of the value makes and finds.
enum class KeptRuns { Fields, Folders };

/// Which differences are measured: of all pairs, for the table, or only those to the reference. Pairs grow with the
/// square of the values and take a second each at the end.
enum class MeasuredPairs { All, ToReference };

struct ComparisonRequest {
  RunRequest run;            ///< what all values share; its cfg is not looked at. A summary needs KeptRuns::Folders
  std::vector<double> cfgs;  ///< in the order they are shown
  std::vector<std::int64_t>
      seeds;  ///< empty: run.seed; without one, those of the comparison in the folder, or one drawn
  std::optional<double> reference;  ///< one of cfgs that the others are measured against; none: that of the table in
                                    ///< the folder, else as ComparedCfgs chooses
  KeptRuns keep = KeptRuns::Fields;
  MeasuredPairs pairs = MeasuredPairs::All;

  /// Every problem of the values, one sentence each.
  std::vector<std::string> check() const;
};

/// Weights that give the same run: equal as the 32-bit floats that they are mixed with (so is -0 to 0).
bool sameGuidance(double a, double b);

/// Seeds that give the same noise: with NoiseSource::Cpu, torch's generator takes their low 32 bits.
bool sameNoise(std::int64_t a, std::int64_t b, NoiseSource source);

struct ComparisonRow {
  ComparedValue value;
  std::filesystem::path folder;  ///< of the run
  std::string requestHash;
  std::string noiseHash;  ///< empty if the run did not record it
  bool found = false;     ///< was finished before; nothing was computed
  int steps = 0;          ///< of this run; a run that joined may have had others than the comparison
  std::string modelName;  ///< of this run
  ImplantNumbers numbers;
  std::optional<ImplantDifference> toReference;  ///< of the same seed; none for the reference itself
};

/// A value that was asked for and is the same run as another number.
struct MergedValue {
  double asked = 0;
  double runAs = 0;
};

struct ComparisonPair {
  ComparedValue a;
  ComparedValue b;  ///< of the same seed
  ImplantDifference difference;
};

struct ComparisonTable {
  std::string caseName;
  std::string caseHash;
  std::string modelName;
  bool demoModel = false;
  std::map<std::string, std::string> modelHashes;
  int steps = 0;  ///< of the comparison's own runs
  double reference = 1;
  std::vector<std::int64_t> seeds;
  std::vector<MergedValue> merged;
  std::vector<std::int64_t> mergedSeeds;  ///< asked for, but the same noise as one of `seeds`
  /// Finished values, in the order of the cfgs, then of the seeds; behind them those that earlier comparisons in this
  /// folder have finished, unless their seed's noise is another by now.
  std::vector<ComparisonRow> rows;
  std::vector<ComparisonPair> pairs;  ///< all pairs of one seed, if they were asked for; empty until all is finished
};

struct ComparisonStarted {
  std::filesystem::path folder;
  std::string caseName;
  std::vector<double> cfgs;  ///< without those that are merged
  std::vector<std::int64_t> seeds;
  double reference = 1;
  std::vector<MergedValue> merged;
  std::vector<std::int64_t> mergedSeeds;
};

/// The table that was in the folder cannot be read. Its values come from the runs that are still there; which of them
/// was the reference, and which seed none had finished, is not known.
struct TableDamaged {
  std::filesystem::path file;
  std::string text;  ///< one English sentence
};

/// About the case and the model: reading, preflight, warnings.
struct CaseEvent {
  RunEvent event;
};

struct ValueStarted {
  ComparedValue value;
  int number = 1;  ///< of `count`, from 1
  int count = 1;
};

/// What a single run would tell: progress, steps, stage pictures, warnings.
struct ValueEvent {
  ComparedValue value;
  RunEvent event;
  double overall = 0;  ///< 0 to 1 over all values known now; falls when values are added
  std::optional<double> secondsLeft;
};

struct ValueFinished {
  std::shared_ptr<const ComparisonRow> row;
};

/// Taken out while it ran.
struct ValueRemoved {
  ComparedValue value;
};

using ComparisonEvent =
    std::variant<ComparisonStarted, TableDamaged, CaseEvent, ValueStarted, ValueEvent, ValueFinished, ValueRemoved>;

/// Called on the thread that compares. Must return quickly; may be empty.
using ComparisonObserver = std::function<void(const ComparisonEvent&)>;

enum class ComparisonEnd { Finished, Cancelled, Failed };

/// However it ended, the finished values are in the table and on disk.
struct ComparisonOutcome {
  ComparisonEnd end = ComparisonEnd::Finished;
  std::optional<Error> error;    ///< of ComparisonEnd::Failed
  std::filesystem::path folder;  ///< empty if it ended before there was one
  ComparisonTable table;
};

}  // namespace hipwright
