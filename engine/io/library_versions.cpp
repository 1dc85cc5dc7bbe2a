#include "engine/io/library_versions.h"

#include <vtkVersion.h>
#include <zlib.h>

namespace hipwright {

std::map<std::string, std::string> imagingLibraryVersions() {
  return {{"VTK", vtkVersion::GetVTKVersion()}, {"zlib", zlibVersion()}};
}

}  // namespace hipwright
