// Changing a surface for printing, each step on request and with its deviation from the raw surface.
#pragma once

#include "engine/core/mesh.h"
#include "engine/print/deviation.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

/// The most that a default repair may move the surface, mm.
inline constexpr double kDefaultRepairMm = 0.1;

/// Steps run in this order. The default does what printing needs: it only removes triangles that are no surface.
struct RepairOptions {
  std::optional<int> keepParts;      ///< keeps this many largest parts, with their cavities; at least 1
  bool clean = true;                 ///< removes degenerate and duplicate triangles
  std::optional<double> smoothMm;    ///< smooths without shrinking; the most a vertex moves, (0, 10]
  std::optional<double> decimateMm;  ///< fewer triangles within this error, (0, 10]

  /// All problems, as half sentences; empty if the options can be used.
  std::vector<std::string> check() const;
};

enum class RepairStepKind { KeepParts, Clean, Smooth, Decimate };

struct DroppedShell {
  std::int64_t triangles = 0;
  double volumeMm3 = 0;
  Vec3 lower{};  ///< bounding box, mm
  Vec3 upper{};
};

struct RepairStep {
  RepairStepKind kind = RepairStepKind::Clean;
  std::int64_t trianglesBefore = 0;
  std::int64_t trianglesAfter = 0;
  Deviation deviation;                ///< from the raw surface, without the shells that were dropped on request
  std::vector<DroppedShell> dropped;  ///< KeepParts alone
  std::string note;                   ///< why a step did nothing; empty if it ran
};

struct Repaired {
  Mesh mesh;
  std::vector<RepairStep> steps;  ///< one per step asked for
  Mesh dropped;                   ///< the shells that KeepParts took away
};

/// Throws Error(BadRequest) with what check() says, Error(Internal) as checkMesh, Cancelled. Any thread.
Repaired repair(const Mesh& raw, const RepairOptions& options, const std::stop_token& stop);

/// The steps that changed something in a few words, for a file's metadata: "keep parts (1 shell, 17.46 ml dropped),
/// smooth (0.049 mm)"; "none" if none did.
std::string summaryOf(const std::vector<RepairStep>& steps);

/// "keep parts", "clean", "smooth", "decimate".
const char* nameOf(RepairStepKind kind);

}  // namespace hipwright
