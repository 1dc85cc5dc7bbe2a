#include "engine/run/warm_model.h"

namespace hipwright {

DiffusionModel& WarmModel::get(const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop) {
  const std::string key = set.hash() + toText(options.device) + (options.amp ? " amp " : " exact ") +
                          std::to_string(options.threads) + (options.plainOperations ? " plain" : "");
  if (!m_model || key != m_key) {
    drop();  // two sets of weights at once would double the memory
    m_model = m_loader(set, options, stop);
    m_key = key;
  }
  return *m_model;
}

void WarmModel::drop() {
  m_model.reset();
  m_key.clear();
}

}  // namespace hipwright
