#include "engine/io/format_guess.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace hipwright {
namespace {

using namespace std::string_view_literals;

struct Signature {
  std::size_t offset;
  std::string_view bytes;
  std::string_view what;
};

constexpr std::array kSignatures = {
    Signature{128, "DICM"sv, "a DICOM file inside a gzip file; unpack it first"sv},
    Signature{0, "NRRD000"sv, "a NRRD file inside a gzip file; unpack it first"sv},
    Signature{0, "ObjectType"sv, "a MetaImage header inside a gzip file; unpack it first"sv},
    Signature{0, "\x89HDF"sv, "an HDF5 or MINC file"sv},
    Signature{0, "CDF\x01"sv, "a NetCDF or MINC file"sv},
    Signature{0, "\x89PNG"sv, "a PNG picture"sv},
    Signature{0, "\xff\xd8\xff"sv, "a JPEG picture"sv},
    Signature{0, "II*\0"sv, "a TIFF picture"sv},
    Signature{0, "MM\0*"sv, "a TIFF picture"sv},
    Signature{0, "PK\x03\x04"sv, "a zip archive or a checkpoint"sv},
    Signature{0, "%PDF"sv, "a PDF document"sv},
    Signature{0, "BZh"sv, "a bzip2 archive; unpack it first"sv},
    Signature{0,
              "\xfd"
              "7zXZ"sv,
              "an xz archive; unpack it first"sv},
    Signature{0, "\x28\xb5\x2f\xfd"sv, "a Zstandard archive; unpack it first"sv},
    Signature{0, "7z\xbc\xaf"sv, "a 7-Zip archive; unpack it first"sv},
    Signature{0, "\x1f\x8b"sv, "a gzip file inside a gzip file; unpack it once"sv},
    Signature{0, "\x93NUMPY"sv, "a NumPy array"sv},
    Signature{257, "ustar"sv, "a tar archive; unpack it first"sv},
};

bool isText(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) {
    const auto u = static_cast<unsigned char>(c);
    return u >= 32 || u == '\n' || u == '\r' || u == '\t';
  });
}

bool isAnalyze(std::string_view bytes) {
  return bytes.size() >= 348 && (bytes.substr(0, 4) == "\x5c\x01\0\0"sv || bytes.substr(0, 4) == "\0\0\x01\x5c"sv);
}

bool looksDamaged(std::string_view bytes) {
  return bytes.substr(0, 8).find("n+2") == 4 || (bytes.size() >= 348 && bytes.substr(344, 3) == "n+1");
}

bool isPair(std::string_view bytes) {
  return bytes.substr(0, 8).find("ni2") == 4 || (isAnalyze(bytes) && bytes.substr(344, 3) == "ni1");
}

}  // namespace

std::string seemsToBe(std::span<const std::byte> start) {
  const std::string_view bytes(reinterpret_cast<const char*>(start.data()), start.size());
  if (bytes.empty()) return "it is empty";
  for (const Signature& s : kSignatures)
    if (bytes.size() >= s.offset + s.bytes.size() && bytes.substr(s.offset, s.bytes.size()) == s.bytes)
      return "it seems to be " + std::string(s.what);
  if (isPair(bytes)) return "it is the header of a NIfTI pair (.hdr and .img); save it as one .nii file";
  if (looksDamaged(bytes)) return "it seems to be NIfTI, but the first bytes of its header are damaged";
  if (isAnalyze(bytes)) return "it seems to be an Analyze 7.5 header, which says neither orientation nor side";
  if (isText(bytes)) return "it seems to be a text";
  if (std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == 0; })) return "it holds only zeros";
  return "it does not begin like any CT file";
}

}  // namespace hipwright
