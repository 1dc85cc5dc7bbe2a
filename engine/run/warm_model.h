// Keeps the networks of the last run, so that the next one with the same model starts at once.
#pragma once

#include "engine/run/model_set.h"

#include <memory>
#include <stop_token>
#include <string>

namespace hipwright {

class WarmModel {
 public:
  explicit WarmModel(ModelLoader loader) : m_loader(std::move(loader)) {}

  /// The networks of this set on this device, built unless the last call asked for the same. Throws what the loader
  /// throws.
  DiffusionModel& get(const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop);

  /// Frees the networks.
  void drop();

 private:
  ModelLoader m_loader;
  std::unique_ptr<DiffusionModel> m_model;
  std::string m_key;
};

}  // namespace hipwright
