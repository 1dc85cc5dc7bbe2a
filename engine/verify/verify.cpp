#include "engine/verify/verify.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/diffusion/tensor_window.h"
#include "engine/diffusion/tiled.h"
#include "engine/diffusion/window_plan.h"
#include "engine/verify/golden_case.h"
#include "engine/verify/npy.h"
#include "engine/verify/run_check.h"
#include "engine/verify/stage_log.h"
#include "engine/verify/tolerances.h"
#include "engine/weights/network_keys.h"

#include <algorithm>
#include <limits>

namespace hipwright {
namespace {

/// Everything of a case that comes before its runs.
class CaseCheck {
 public:
  CaseCheck(const GoldenCase& golden, StageLog& log, const std::stop_token& stop)
      : m_golden(golden), m_log(log), m_stop(stop), m_ct(readNpyVolume(golden.folder / "ct_loaded.npy")) {}

  void all(const CaseModelLoader& loader) {
    m_prepared = prepareAsIs(m_ct, m_golden.profile);
    m_log.add("preparation", maxAbsDifference(m_prepared.image, array("preprocessed")), kPreparedTolerance);
    checkWindows();
    const std::unique_ptr<DiffusionModel> model = load(loader);
    checkSingleCalls(*model);
    checkEncoding(*model);
    const NoiseSchedule schedule(m_golden.profile.scheduler);
    const Latent condition = array("cond");
    const RunContext context{*model, m_golden, schedule, m_ct, m_prepared, condition, m_stop};
    for (const GoldenRun& run : m_golden.runs) checkRun(context, run, m_log);
  }

 private:
  Tensor4 array(const std::string& name) const { return readNpyTensor(m_golden.folder / (name + ".npy")); }

  double cornerDifference(const std::vector<Index3>& corners, const std::string& name) const {
    std::vector<float> got;
    for (const Index3& c : corners)
      for (const auto v : c) got.push_back(static_cast<float>(v));
    return maxAbsDifference(got, array(name).values);
  }

  void checkWindows() {
    const WindowProfile& window = m_golden.profile.window;
    const int f = m_golden.profile.vae.downsampling();
    const Index3 grid = m_prepared.image.gridSize();
    const Index3 latent{grid[0] / f, grid[1] / f, grid[2] / f};
    const Index3 latentWindow{window.size[0] / f, window.size[1] / f, window.size[2] / f};
    m_log.add("windows of the image",
              cornerDifference(windowCorners(grid, window.size, window.overlap), "geometry/windows_encode"), kExact);
    m_log.add("windows of the latent",
              cornerDifference(windowCorners(latent, latentWindow, window.overlap), "geometry/windows_decode"), kExact);
    m_log.add("weights of an encoded window",
              maxAbsDifference(resampleNearestExact(gaussianWeights(window.size), latentWindow),
                               array("geometry/importance_window_at_latent")),
              kWeightTolerance);
    m_log.add("weights of a latent window",
              maxAbsDifference(gaussianWeights(latentWindow), array("geometry/importance_latent")), kWeightTolerance);
  }

  std::unique_ptr<DiffusionModel> load(const CaseModelLoader& loader) {
    const CaseCheckpoints files{readCheckpoint(m_golden.vaePre), readCheckpoint(m_golden.vaeMetal),
                                readCheckpoint(m_golden.ldm)};
    const ModelProfile& profile = m_golden.profile;
    checkParameters(files.vaePre, autoencoderParameters(profile.vae));
    checkParameters(files.vaeMetal, autoencoderParameters(profile.vae));
    checkParameters(files.ldm, unetParameters(profile.vae, profile.unet));
    std::unique_ptr<DiffusionModel> model = loader(profile, files);
    if (!model) throw Error(ErrorCode::Internal, {{"reason", "no model was loaded for the reference case"}});
    m_log.add("parameters and choice of weights", model->info().emaWeights == files.ldm.ema ? 0 : 1, kExact);
    return model;
  }

  void checkSingleCalls(DiffusionModel& model) {
    const Tensor4 image = array("unit_vae_encode/x");
    m_log.add("encoding one window", onlyDifference(model.encode(std::span(&image, 1), m_stop), "unit_vae_encode/mu"),
              kCallTolerance);
    const Latent z = array("unit_vae_decode/z");
    m_log.add("decoding one window", onlyDifference(model.decode(std::span(&z, 1), m_stop), "unit_vae_decode/out"),
              kCallTolerance);
    checkUnetCalls(model);
  }

  double onlyDifference(const std::vector<Tensor4>& got, const std::string& name) const {
    return got.size() == 1 ? maxAbsDifference(got.front(), array(name)) : std::numeric_limits<double>::infinity();
  }

  /// The case stores a batch of two with different timesteps, latent and condition stacked: two calls here, which also
  /// shows the timestep embedding (a wrong one moves the result by 0.4).
  void checkUnetCalls(DiffusionModel& model) {
    const NpyArray x = readNpy(m_golden.folder / "unit_unet/x.npy");
    const NpyArray timesteps = readNpy(m_golden.folder / "unit_unet/timesteps.npy");
    const std::vector<float> expected = readNpy(m_golden.folder / "unit_unet/eps.npy").floats();
    const std::int64_t channels = m_golden.profile.vae.latentChannels;
    if (x.shape.size() != 5 || x.shape[0] != static_cast<std::int64_t>(timesteps.values.size()) ||
        x.shape[1] != 2 * channels || 2 * expected.size() != x.values.size())
      throw Error(ErrorCode::BadGoldenCase, {{"path", platform::toUtf8(m_golden.folder)},
                                             {"reason", "the arrays of unit_unet do not fit together"}});
    const std::vector<float> stacked = x.floats();
    Latent noisy({channels, x.shape[2], x.shape[3], x.shape[4]}), condition = noisy;
    const std::size_t count = noisy.values.size();
    for (std::size_t i = 0; i < timesteps.values.size(); ++i) {
      std::copy_n(stacked.begin() + static_cast<std::ptrdiff_t>(2 * i * count), count, noisy.values.begin());
      std::copy_n(stacked.begin() + static_cast<std::ptrdiff_t>((2 * i + 1) * count), count, condition.values.begin());
      const Latent* const asked[] = {&condition};
      const int t = static_cast<int>(timesteps.values[i]);
      const std::vector<Latent> got = model.predict(noisy, asked, t, m_stop);
      m_log.add("one UNet pass at t = " + std::to_string(t),
                maxAbsDifference(got.at(0).values, std::span(expected).subspan(i * count, count)), kCallTolerance);
    }
  }

  void checkEncoding(DiffusionModel& model) {
    const Latent z = encodeImage(model, m_prepared.image, m_golden.profile, {true, 1}, {}, m_stop);
    m_log.add("posterior mean of the CT", maxAbsDifference(z, array("z_mean")), kLatentTolerance);
    m_log.add("condition", maxAbsDifference(scaledLatent(z, model.conditionScaling()), array("cond")),
              kLatentTolerance);
  }

  const GoldenCase& m_golden;
  StageLog& m_log;
  const std::stop_token& m_stop;
  Volume m_ct;
  Prepared m_prepared;
};

}  // namespace

std::vector<StageDeviation> verifyCase(const std::filesystem::path& folder, const CaseModelLoader& loader,
                                       const StageObserver& observer, const std::stop_token& stop) {
  const GoldenCase golden = readGoldenCase(folder);
  StageLog log(observer, stop);
  CaseCheck(golden, log, stop).all(loader);
  return log.take();
}

bool allPassed(const std::vector<StageDeviation>& stages) {
  return std::all_of(stages.begin(), stages.end(), [](const StageDeviation& s) { return s.passed(); });
}

}  // namespace hipwright
