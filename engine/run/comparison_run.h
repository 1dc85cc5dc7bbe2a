// One comparison from request to table and strip, value by value. Private to engine/run: Pipeline is the door.
#pragma once

#include "engine/core/platform.h"
#include "engine/run/compared_cfgs.h"
#include "engine/run/comparison_folder.h"
#include "engine/run/comparison_progress.h"
#include "engine/run/comparison_table.h"
#include "engine/run/pipeline_run.h"
#include "engine/run/shared_case.h"

#include <map>
#include <optional>
#include <vector>

namespace hipwright {

struct ComparisonControl {
  ComparisonObserver observer;
  std::stop_token stop;
};

class ComparisonRun {
 public:
  ComparisonRun(const ComparisonRequest& request, ComparedCfgs& cfgs, ComparisonControl control, WarmModel& warm);

  /// Throws Cancelled, Error and what the standard library throws; what is finished is written before.
  void execute(const ModelSearch& search);

  std::filesystem::path folder() const { return m_folder ? m_folder->path() : std::filesystem::path(); }

  /// The finished values; once.
  ComparisonTable takeTable() { return std::move(m_table); }

 private:
  /// A value's field on the model's grid, cropped, and the run it is of.
  struct Result {
    ComparisonRow row;
    Volume crop;
  };

  void open(const ModelSearch& search);
  void chooseSeeds();
  void readEarlier();
  void computeAll(const ModelSearch& search);
  void takeTurn(const ComparedCfgs::Turn& turn, const ModelSearch& search);
  void runAgainWhatHadOtherNoise(const ModelSearch& search);
  void compute(const ComparedValue& value, const RunRequest& request, const ComparedCfgs::Turn& turn,
               const ModelSearch& search);
  Result resultOf(const ComparedValue& value, const RunRequest& request, const std::stop_token& stop,
                  const ModelSearch& search);
  std::optional<Volume> foundField(PipelineRun& run, ComparisonRow& row);
  void measure(Result& result);
  void keep(Result result);
  void noteNoise(const ComparisonRow& row);

  double chooseReference() const;
  void measureDifference(Result& result);
  void measureWhatIsLeft();
  void joinEarlier();
  bool wasAsked(double cfg) const;
  bool isWanted(const ComparedValue& earlier) const;
  /// Where a finished run keeps its field on the model's grid.
  std::filesystem::path fieldOf(const RunFolder& run) const;
  std::optional<Volume> earlierField(const EarlierValue& earlier, ComparisonRow& row);
  void arrangeRows();
  void comparePairs();
  void finish();
  void keepFinished() noexcept;

  ComparisonRow rowOf(const ComparedValue& value, const std::filesystem::path& folder) const;
  RunRequest requestFor(const ComparedValue& value) const;
  RunControl controlFor(const ComparedValue& value, const std::stop_token& stop);
  std::filesystem::path cropFile(const std::filesystem::path& run) const { return m_folder->field(run); }
  void tell(const ComparisonEvent& event) const;

  ComparisonRequest m_request;
  ComparedCfgs& m_cfgs;
  ComparisonControl m_control;
  WarmModel& m_warm;
  SharedCase m_shared;
  ComparisonTable m_table;
  std::optional<ComparisonFolder> m_folder;
  std::optional<platform::FolderLock> m_lock;
  ComparisonProgress m_progress;
  std::vector<double> m_taken;                  ///< guidance that has had its turn
  std::vector<EarlierValue> m_earlier;          ///< of the table that was here; shrinks as they join
  std::map<std::int64_t, std::string> m_noise;  ///< hash of the noise of each seed, of runs of this session
};

}  // namespace hipwright
