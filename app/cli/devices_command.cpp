// hipwright-cli devices: what this build can compute on.
#include "app/cli/command.h"
#include "engine/core/platform.h"
#include "engine/core/version.h"
#include "engine/torch/torch_model.h"

#include <CLI/CLI.hpp>

#include <cstdio>

namespace hipwright::cli {
namespace {

double gibibytes(std::uint64_t bytes) { return static_cast<double>(bytes) / (1024.0 * 1024.0 * 1024.0); }

int listAll() {
  std::printf("Hipwright %s, %s\n", kVersion, torchVersion().c_str());
  for (const DeviceInfo& device : listDevices())
    std::printf("%-8s %-40s %6.1f GiB  --amp uses %s\n", device.id.c_str(), device.name.c_str(),
                gibibytes(device.memory), device.precision.c_str());
  std::printf("%d processors, %.1f GiB of memory free\n", platform::processorCount(),
              gibibytes(platform::availableMemory()));
  return kOk;
}

}  // namespace

Command addDevices(CLI::App& app) {
  app.add_subcommand("devices", "List the devices this build can compute on");
  return [](const std::stop_token&) { return listAll(); };
}

}  // namespace hipwright::cli
