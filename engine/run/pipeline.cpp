#include "engine/run/pipeline.h"

#include "engine/run/comparison_run.h"
#include "engine/run/pipeline_run.h"
#include "engine/run/stage_decoding.h"

#include <new>
#include <optional>
#include <utility>

namespace hipwright {
namespace {

/// The edge of a run: whatever is thrown becomes an Error; nothing for Cancelled and for work that ended well.
struct Ending {
  bool cancelled = false;
  std::optional<Error> error;
};

template <class Work>
Ending atTheEdge(Work&& work) {
  try {
    work();
    return {};
  } catch (const Cancelled&) {
    return {true, std::nullopt};
  } catch (const Error& error) {
    return {false, error};
  } catch (const std::bad_alloc&) {
    return {false, Error(ErrorCode::OutOfMemory, {{"phase", "this run"}})};
  } catch (const std::filesystem::filesystem_error& error) {
    return {false, Error(ErrorCode::FileUnwritable,
                         {{"path", platform::toUtf8(error.path1())}, {"reason", error.code().message()}})};
  } catch (const std::exception& error) {
    return {false, Error(ErrorCode::Internal, {{"reason", error.what()}})};
  }
}

/// Starting a run again that ran out of memory would draw another seed: what to do is to go on where it is kept.
Error namingWhatIsKept(const Error& error, const std::optional<PipelineRun>& run) {
  const auto folder = run ? run->kept() : std::nullopt;
  if (!folder) return error;
  Error::Values values = error.values();
  values["folder"] = platform::toUtf8(*folder);
  ErrorCode code = error.code();
  if (code == ErrorCode::MemoryForProcessor) code = ErrorCode::MemoryForProcessorKept;
  if (code == ErrorCode::OutOfMemory) code = ErrorCode::OutOfMemoryKept;
  return Error(code, std::move(values));
}

}  // namespace

Pipeline::Pipeline(ModelLoader loader, ModelSearch search) : m_model(std::move(loader)), m_search(std::move(search)) {}

Volume Pipeline::decodeStage(const PastRun& run, int step, const Volume& ct, const std::stop_token& stop) {
  return hipwright::decodeStage({run, step, ct}, m_search, m_model, stop);
}

RunOutcome Pipeline::run(const RunRequest& request, const RunObserver& observer, const std::stop_token& stop) {
  RunResult result;
  SharedCase shared;
  std::optional<PipelineRun> run;
  const Ending ending = atTheEdge([&] {
    run.emplace(request, RunControl{observer, stop}, m_model, shared);
    result = run->execute(m_search);
  });
  if (ending.cancelled) return RunCancelled{};
  if (ending.error) return RunFailed{namingWhatIsKept(*ending.error, run)};
  return result;
}

ComparisonOutcome Pipeline::compare(const ComparisonRequest& request, ComparedCfgs& cfgs,
                                    const ComparisonObserver& observer, const std::stop_token& stop) {
  ComparisonRun run(request, cfgs, {observer, stop}, m_model);
  const Ending ending = atTheEdge([&] { run.execute(m_search); });
  ComparisonOutcome outcome{ComparisonEnd::Finished, ending.error, run.folder(), run.takeTable()};
  if (ending.cancelled) outcome.end = ComparisonEnd::Cancelled;
  if (ending.error) outcome.end = ComparisonEnd::Failed;
  return outcome;
}

}  // namespace hipwright
