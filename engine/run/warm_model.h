// Keeps the networks of the last run, so that the next one with the same model starts at once.
#pragma once

#include "engine/run/fallback_model.h"
#include "engine/run/model_set.h"

#include <memory>
#include <stop_token>
#include <string>

namespace hipwright {

class WarmModel {
 public:
  explicit WarmModel(ModelLoader loader) : m_loader(std::move(loader)) {}

  /// The networks of this set on this device, built unless the last call asked for the same. Where they do not fit into
  /// the device's memory the processor gets them, if the watch allows it, and the watch hears of it; it stays the
  /// model's. `set` must live as long as the model is used for this run. Throws what loader and watch throw.
  FallbackModel& get(const ModelSet& set, const ComputeOptions& options, const MemoryWatch& watch,
                     const std::stop_token& stop);

  /// Frees the networks.
  void drop();

 private:
  void load(const ModelSet& set, const ComputeOptions& options, const MemoryWatch& watch, const std::stop_token& stop);

  ModelLoader m_loader;
  std::unique_ptr<FallbackModel> m_model;
  std::string m_key;
  bool m_elsewhere = false;  ///< the model did not fit where it was asked for
};

}  // namespace hipwright
