// Which imaging libraries this build uses, for run.json.
#pragma once

#include <map>
#include <string>

namespace hipwright {

/// Library name to version, for example "VTK" to "9.1.0".
std::map<std::string, std::string> imagingLibraryVersions();

}  // namespace hipwright
