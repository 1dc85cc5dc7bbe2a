// A Hough transform for the sockets of hips: where edges of bone vote for the centre of the sphere they face.
#pragma once

#include "engine/hips/bone_edges.h"

namespace hipwright {

/// How many edges meet at each place of `grid`: each votes for the places 21 to 33 mm away from it on its dark side, as
/// the socket's surface does. Sums over 3 x 3 x 3 places.
Volume socketVotes(const std::vector<BoneEdge>& edges, const Geometry& grid);

/// Where the votes meet: most votes first, at least 9 mm apart, the middle of each peak. LPS mm.
std::vector<Vec3> votedCentres(Volume votes, std::size_t most);

/// The middle of the highest peak within `reachMm` of a place; the place itself if nothing is there.
Vec3 highestNear(const Volume& votes, const Vec3& place, double reachMm);

}  // namespace hipwright
