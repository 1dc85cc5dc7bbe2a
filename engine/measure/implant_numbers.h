// All numbers of one implant in its case, and of two implants beside each other, with their names for tables and
// charts.
#pragma once

#include "engine/measure/canal_fill.h"
#include "engine/measure/implant_measures.h"
#include "engine/measure/surface_distance.h"
#include "engine/measure/tissue_shares.h"

#include <array>
#include <string>
#include <vector>

namespace hipwright {

struct ImplantNumbers {
  double volumeMm3 = 0;
  double surfaceMm2 = 0;
  int components = 0;
  Measured<Vec3> sizeMm;    ///< along the patient's axes L, P and S
  Measured<Vec3> centroid;  ///< LPS mm, of the volume
  Measured<TissueShares> tissue;
  ImplantMeasures measures;
  std::array<Measured<CanalFill>, 3> canal;
};

/// `field` and the pre-operative `ct` in HU lie on one voxel grid; see the headers of the parts for what each number
/// means and how good it is. Throws Error(BadGeometry) if the sizes differ. Any thread; about a second for 100^3
/// voxels.
ImplantNumbers measureInCase(const Volume& field, const Volume& ct);

/// One implant beside another.
struct ImplantDifference {
  Measured<double> dice;
  Measured<SurfaceDistance> surface;
  Measured<double> centreShiftMm;    ///< between the centres of rotation (see joint_centre.h)
  Measured<double> centroidShiftMm;  ///< between the centroids of the volumes
};

/// `a` and `b` are fields on one voxel grid, with their numbers. Not measurable where one of the two is empty or was
/// not measurable itself. Throws Error(BadGeometry) if the sizes differ. Any thread.
struct MeasuredImplant {
  const Volume& field;
  const ImplantNumbers& numbers;
};
ImplantDifference difference(const MeasuredImplant& a, const MeasuredImplant& b);

/// A number as tables, files and charts show it.
struct NamedNumber {
  std::string key;    ///< for files: "cup_inclination_deg"; never changes
  std::string label;  ///< "Cup inclination to the scanner's planes"
  std::string unit;   ///< "mm", or empty
  Measured<double> value;
};

/// Every number, measured or not, always the same ones in the same order.
std::vector<NamedNumber> named(const ImplantNumbers& numbers);
std::vector<NamedNumber> named(const ImplantDifference& difference);

}  // namespace hipwright
