// The module of the networks: the one door through which the window's program reaches LibTorch.
#include "app/gui/networks.h"
#include "engine/core/version.h"

#ifdef _WIN32
#define HIPWRIGHT_EXPORT __declspec(dllexport)
#else
#define HIPWRIGHT_EXPORT __attribute__((visibility("default")))
#endif

extern "C" HIPWRIGHT_EXPORT const hipwright::Networks* hipwrightNetworks() {
  static constexpr hipwright::Networks kNetworks{hipwright::kVersion, &hipwright::loadTorchModel,
                                                 &hipwright::listDevices};
  return &kNetworks;
}
