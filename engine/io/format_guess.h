// Saying what a file that is not a CT of ours seems to be.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace hipwright {

/// A clause for an error sentence, for example "it seems to be a DICOM file", from the first bytes of the content
/// (352 or more, fewer if there are no more). Any thread.
std::string seemsToBe(std::span<const std::byte> start);

}  // namespace hipwright
