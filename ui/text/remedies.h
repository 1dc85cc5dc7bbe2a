// What to do after an error, where the engine's sentence names a flag of the command line: the window's own control.
#pragma once

#include "engine/core/error.h"

#include <QString>

namespace hipwright {

/// Empty where the engine's sentence serves the window too. GUI thread.
QString windowRemedy(const Error& error);

}  // namespace hipwright
