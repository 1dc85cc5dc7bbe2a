// Where this machine keeps model sets: the places to look for one when a request names none.
#pragma once

#include "engine/run/model_set.h"

namespace hipwright {

/// First the working folder. Then the user's own set: the folder that the environment variable HIPWRIGHT_MODEL names,
/// or else hipwright/model in the user's data folder (platform::userDataFolder) if there is one. Last the demo set that
/// comes with the program, in share/hipwright/models/demo beside the program's bin folder.
ModelSearch usualModelSearch();

}  // namespace hipwright
