#include "engine/run/pipeline.h"

#include "engine/run/pipeline_run.h"
#include "engine/run/stage_decoding.h"

#include <new>

namespace hipwright {

Pipeline::Pipeline(ModelLoader loader, ModelSearch search) : m_model(std::move(loader)), m_search(std::move(search)) {}

Volume Pipeline::decodeStage(const PastRun& run, int step, const Volume& ct, const std::stop_token& stop) {
  return hipwright::decodeStage({run, step, ct}, m_search, m_model, stop);
}

RunOutcome Pipeline::run(const RunRequest& request, const RunObserver& observer, const std::stop_token& stop) {
  try {
    SharedCase shared;
    return PipelineRun(request, {observer, stop}, m_model, shared).execute(m_search);
  } catch (const Cancelled&) {
    return RunCancelled{};
  } catch (const Error& error) {
    return RunFailed{error};
  } catch (const std::bad_alloc&) {
    return RunFailed{Error(ErrorCode::OutOfMemory, {{"phase", "this run"}})};
  } catch (const std::filesystem::filesystem_error& error) {
    return RunFailed{Error(ErrorCode::FileUnwritable,
                           {{"path", platform::toUtf8(error.path1())}, {"reason", error.code().message()}})};
  } catch (const std::exception& error) {
    return RunFailed{Error(ErrorCode::Internal, {{"reason", error.what()}})};
  }
}

}  // namespace hipwright
