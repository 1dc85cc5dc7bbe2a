// A sphere case whose comparisons are counted: how often the networks were asked, and with how many conditions.
#pragma once

#include "tests/support/run_scene.h"

#include <QTemporaryDir>

#include <algorithm>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace hipwright::test {

struct Work {
  int loads = 0;
  int encodes = 0;
  int evaluations = 0;  ///< of the diffusion network: conditions, not calls
  int decodes = 0;
  std::function<void(const Work&)> watch;  ///< after each evaluation
};

class CountedModel : public FakeModel {
 public:
  CountedModel(const ModelProfile& profile, std::shared_ptr<Work> work) : FakeModel(profile), m_work(std::move(work)) {}

  std::vector<Latent> encode(std::span<const Tensor4> images, const std::stop_token& stop) override {
    m_work->encodes += static_cast<int>(images.size());
    return FakeModel::encode(images, stop);
  }
  std::vector<Latent> predict(const Latent& noisy, std::span<const Latent* const> conditions, int timestep,
                              const std::stop_token& stop) override {
    m_work->evaluations += static_cast<int>(conditions.size());
    if (m_work->watch) m_work->watch(*m_work);
    return FakeModel::predict(noisy, conditions, timestep, stop);
  }
  std::vector<Tensor4> decode(std::span<const Latent> latents, const std::stop_token& stop) override {
    m_work->decodes += static_cast<int>(latents.size());
    return FakeModel::decode(latents, stop);
  }

 private:
  std::shared_ptr<Work> m_work;
};

struct ComparisonScene {
  explicit ComparisonScene(const Geometry& geometry = RunScene::standardGeometry())
      : scene(dir.path().toStdString(), geometry) {}

  QTemporaryDir dir;
  RunScene scene;
  std::shared_ptr<Work> work = std::make_shared<Work>();

  ComparisonRequest request(std::vector<double> cfgs) const {
    ComparisonRequest r;
    r.run = scene.request();
    r.run.summary = false;
    r.cfgs = std::move(cfgs);
    if (std::find(r.cfgs.begin(), r.cfgs.end(), 1.0) != r.cfgs.end()) r.reference = 1;  // the cheapest is counted first
    return r;
  }

  Pipeline pipeline() {
    const auto load = [counted = work](const ModelSet& set, const ComputeOptions&, const std::stop_token&) {
      ++counted->loads;
      return std::make_unique<CountedModel>(set.profile, counted);
    };
    return Pipeline(load, {dir.path().toStdString(), {}});
  }

  ComparisonOutcome compare(const ComparisonRequest& r, const ComparisonObserver& observer = {},
                            const std::stop_token& stop = {}) {
    *work = {0, 0, 0, 0, work->watch};
    ComparedCfgs cfgs(r);
    return pipeline().compare(r, cfgs, observer, stop);
  }
};

/// Every file below a folder by its name in it, without the records of single runs, which hold timings.
inline std::map<std::string, std::string> contentsBelow(const std::filesystem::path& folder) {
  std::map<std::string, std::string> contents;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().filename() != "run.json")
      contents[entry.path().lexically_relative(folder).generic_string()] = contentOf(entry.path());
  return contents;
}

inline constexpr int kSteps = 12;

inline std::vector<double> cfgsOf(const ComparisonOutcome& outcome) {
  std::vector<double> cfgs;
  for (const ComparisonRow& row : outcome.table.rows) cfgs.push_back(row.value.cfg);
  return cfgs;
}

inline int foundIn(const ComparisonOutcome& outcome) {
  return static_cast<int>(std::count_if(outcome.table.rows.begin(), outcome.table.rows.end(),
                                        [](const ComparisonRow& row) { return row.found; }));
}

inline bool finished(const ComparisonOutcome& outcome) {
  if (outcome.error) qWarning("%s", outcome.error->what());
  return outcome.end == ComparisonEnd::Finished;
}

/// What a comparison shows, without how it came about.
inline std::map<std::string, std::string> shown(const ComparisonOutcome& outcome) {
  std::map<std::string, std::string> files = contentsBelow(outcome.folder);
  std::erase_if(files, [](const auto& file) { return file.first.starts_with("runs/"); });
  return files;
}

}  // namespace hipwright::test
