// No torch exception leaves this folder: they become Error(OutOfMemory), Error(DeviceFailed) or Error(Internal).
#pragma once

#include "engine/core/error.h"

#include <functional>
#include <string>

namespace hipwright::nets {

/// Where work happens, for the messages: a phase ("encoding") and a device ("cpu", "cuda:0").
struct WorkPlace {
  std::string phase;
  std::string device;
};

/// Runs `work`; hipwright::Error and Cancelled pass, everything torch throws is translated.
void translatingFailures(const WorkPlace& place, const std::function<void()>& work);

}  // namespace hipwright::nets
