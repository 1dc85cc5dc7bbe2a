#include "engine/run/warm_model.h"

#include "engine/core/platform.h"
#include "engine/run/memory_shortage.h"

namespace hipwright {
namespace {

ComputeOptions onProcessor(ComputeOptions options) {
  options.device = DeviceChoice::Cpu;
  return options;
}

std::string keyOf(const ModelSet& set, const ComputeOptions& options) {
  return set.hash() + toText(options.device) + (options.amp ? " amp " : " exact ") + std::to_string(options.threads) +
         (options.plainOperations ? " plain" : "");
}

}  // namespace

FallbackModel& WarmModel::get(const ModelSet& set, const ComputeOptions& options, const MemoryWatch& watch,
                              const std::stop_token& stop) {
  const std::string key = keyOf(set, options);
  if (!m_model || key != m_key || m_model->moved()) {
    drop();  // two sets of weights at once would double the memory
    load(set, options, watch, stop);
    m_key = m_elsewhere ? "" : key;  // the next run tries the device again
  }
  m_model->takeBatches();
  m_model->watch(watch);
  m_model->setProcessorLoader([this, &set, options, stop] { return m_loader(set, onProcessor(options), stop); });
  return *m_model;
}

void WarmModel::load(const ModelSet& set, const ComputeOptions& options, const MemoryWatch& watch,
                     const std::stop_token& stop) {
  ComputeOptions chosen = options;
  m_elsewhere = false;
  const auto build = [&] { m_model = std::make_unique<FallbackModel>(m_loader(set, chosen, stop)); };
  const std::string phase = "loading the model";
  bool ranOut = false;
  withSecondTry(build, [&] {
    ranOut = true;
    m_elsewhere = options.device != DeviceChoice::Cpu;
    if (m_elsewhere && watch.allowProcessor) watch.allowProcessor(phase);
    chosen = onProcessor(options);
    platform::returnFreeMemory();
  });
  if (ranOut && watch.told) watch.told({m_elsewhere ? MemoryRung::Processor : MemoryRung::Freed, phase});
}

void WarmModel::drop() {
  m_model.reset();
  m_key.clear();
}

}  // namespace hipwright
