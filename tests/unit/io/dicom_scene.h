// A small CT without symmetry, for tests of DICOM folders.
#pragma once

#include "engine/core/error.h"
#include "engine/io/case_file.h"
#include "tests/support/dicom_writer.h"
#include "tests/support/grids.h"

#include <QTemporaryDir>
#include <algorithm>

namespace hipwright::test {

/// 12 slices of 9 x 7 pixels; every voxel has another value.
inline Volume dicomVolume(const Geometry& geometry) {
  Volume v{geometry, {}};
  v.voxels.resize(static_cast<std::size_t>(product(geometry.size)));
  for (std::size_t i = 0; i < v.voxels.size(); ++i) v.voxels[i] = static_cast<float>(7 * i % 2500) - 1000;
  return v;
}

inline Geometry dicomGeometry() { return {{9, 7, 12}, {0.7, 0.8, 1.25}, {-30, 20, 500}, kIdentity3}; }

/// Slices of a ramp along the patient's axes, so that every interpolation is known: 3x + 5y + 10z HU.
inline Volume dicomRamp(int slices = 60) {
  Volume v{{{20, 16, slices}, {1, 1, 1}, {0, 0, 0}, kIdentity3}, {}};
  for (int z = 0; z < slices; ++z)
    for (int y = 0; y < 16; ++y)
      for (int x = 0; x < 20; ++x) v.voxels.push_back(static_cast<float>(3 * x + 5 * y + 10 * z));
  return v;
}

/// A folder that goes with the object, and what reading it gives.
struct DicomFolder {
  explicit DicomFolder(const std::vector<DicomPicture>& pictures, DicomSyntax syntax = DicomSyntax::ExplicitLittle) {
    writeDicomFolder(path(), pictures, syntax);
  }
  std::filesystem::path path() const { return std::filesystem::path(m_dir.path().toStdString()) / "ct"; }
  CaseFile read(const CaseReading& reading = {}) const { return readCase(path(), reading); }

  /// The error's code and its text; Internal if there is none.
  std::pair<ErrorCode, std::string> refusal(const CaseReading& reading = {}) const {
    try {
      read(reading);
    } catch (const Error& error) {
      return {error.code(), error.what()};
    }
    return {ErrorCode::Internal, "it was read"};
  }

 private:
  QTemporaryDir m_dir;
};

inline bool hasNote(const CaseFile& file, NoteCode code) {
  return std::any_of(file.notes.begin(), file.notes.end(), [&](const CaseNote& n) { return n.code == code; });
}

/// Largest difference of two geometries of one size at their corners, in mm.
inline double cornersApart(const Geometry& a, const Geometry& b) {
  double most = 0;
  for (int corner = 0; corner < 8; ++corner) {
    Vec3 index{};
    for (std::size_t axis = 0; axis < 3; ++axis)
      index[axis] = (corner >> axis & 1) != 0 ? static_cast<double>(a.size[axis] - 1) : 0;
    most = std::max(most, length(a.indexToPatient(index) - b.indexToPatient(index)));
  }
  return most;
}

}  // namespace hipwright::test
