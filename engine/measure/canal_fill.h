// How much of the femoral canal a stem takes.
#pragma once

#include "engine/measure/implant_measures.h"

#include <array>

namespace hipwright {

struct CanalFill {
  double share = 0;  ///< 0 to 1: area of the stem inside the canal over the area of the canal
  double canalMm2 = 0;
  double stemInCortex = 0;  ///< 0 to 1: share of the stem's section that lies in the cortex
  Vec3 place{};             ///< LPS mm, where the stem's axis meets the section
};

/// The levels as parts of the way from the stem's tip to the neck cut.
inline constexpr std::array kCanalLevels = {0.25, 0.5, 0.75};

/// Fill in sections at right angles to the stem's axis at kCanalLevels, from below. The neck cut is taken where a neck
/// of 135 degrees that ends in the head's centre meets the axis: about the level of the osteotomy, 20 mm above the
/// lesser trochanter, from which the canal is described downwards (Laine, Lehto, Moilanen 2000, J Arthroplasty 15:
/// 86-92, who measure it on CT sections too). The canal is what a closed ring of cortex (kCortexHu, tissue_shares.h)
/// encloses around the stem's section, cancellous bone included, drawn every half millimetre. At 1 mm
/// voxels the scanner's blur makes a canal of 14 mm come out 5 to 10 % smaller in area. A level is not measurable here
/// if the ring is open (the metaphysis of porous bone, a stem that leaves the bone), if the CT ends there, or if there
/// is no stem's axis. `ct` holds HU and covers the same space as `field`, on any grid. Any thread.
std::array<Measured<CanalFill>, 3> canalFill(const Volume& field, const Volume& ct, const StemAxis& stem,
                                             const Vec3& headCentre);

}  // namespace hipwright
