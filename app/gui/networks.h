// The networks as a part that is loaded when it is first needed: LibTorch and what it brings along take longer to load
// than everything else together, and the first window needs none of it.
#pragma once

#include "engine/torch/torch_model.h"

#include <filesystem>
#include <mutex>

namespace hipwright {

/// What the module offers: the functions of torch_model.h.
struct Networks {
  const char* version = nullptr;  ///< kVersion of the module
  decltype(&loadTorchModel) load = nullptr;
  decltype(&listDevices) devices = nullptr;
};

extern "C" {
using NetworksEntry = const Networks* (*)();
}
inline constexpr const char* kNetworksEntry = "hipwrightNetworks";

class LateNetworks {
 public:
  /// `module` without the ending that libraries have on this system.
  explicit LateNetworks(std::filesystem::path module) : m_module(std::move(module)) {}

  /// Loads the module at the first call, which takes a second or more; it stays until the program ends. Throws
  /// Error(FileUnreadable). Any thread.
  const Networks& get();

 private:
  std::filesystem::path m_module;
  std::mutex m_guard;
  const Networks* m_networks = nullptr;
};

}  // namespace hipwright
