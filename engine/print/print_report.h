// Whether a surface can be printed: every fault a slicer would find, with the triangles that show it.
#pragma once

#include "engine/print/deviation.h"
#include "engine/print/field_edge.h"
#include "engine/print/overhang.h"
#include "engine/print/wall_thickness.h"
#include "engine/surface/mesh_check.h"

#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright {

/// A part with less volume is a speck, unless it is the largest, mm3.
inline constexpr double kDustMm3 = 100;

/// The reader may turn the part by quarter turns to fit.
struct PrintOptions {
  Vec3 printerMm{250, 210, 210};  ///< the box the printer can fill, each side positive
  double thinnestWallMm = 0.4;    ///< one line of the usual nozzle
  double narrowestGapMm = 0.4;    ///< likewise: what is narrower grows together
  double mostDeviationMm = 0.1;   ///< from the isosurface, once a repair has changed it
  int mostParts = 2;              ///< a cup and a stem; more are scraps of the field

  bool operator==(const PrintOptions&) const = default;
};

enum class PrintCheck {
  NoSurface,
  OpenEdges,
  NonManifoldEdges,
  NonManifoldVertices,
  FlippedEdges,
  InsideOut,
  DegenerateTriangles,
  DuplicateTriangles,
  SelfIntersections,
  ThinWalls,
  PrinterSize,
  Unit,
  Parts,
  NarrowGaps,
  Overhang,
  Deviation,
  Dust,
  Cavities,
  FieldEdge,
};

/// Note: worth knowing, but nothing to repair.
enum class Verdict { Pass, Note, Fail };

struct PrintFinding {
  PrintCheck check = PrintCheck::NoSurface;
  Verdict verdict = Verdict::Pass;
  std::int64_t count = 0;                ///< of faults; of parts for Parts
  std::vector<std::uint32_t> triangles;  ///< that show the fault, ascending; empty where the whole surface is meant
};

/// Shells of one kind.
struct ShellSum {
  std::int64_t count = 0;
  double volumeMm3 = 0;  ///< never negative
};

struct PrintReport {
  MeshReport mesh;
  PrintOptions options;
  WallThickness wall;
  WallThickness gap;  ///< of the air between walls
  Overhang overhang;
  double cutMm2 = 0;                   ///< of the surface, along the edge of its field; 0 before addFieldEdge()
  ShellSum dust;                       ///< parts below kDustMm3
  ShellSum cavities;                   ///< closed: what fills them while printing stays
  std::optional<Deviation> deviation;  ///< from the isosurface; none before addDeviation()
  Vec3 lower{};  ///< where the surface lies; as all places in the mesh's frame until placeReport()
  Vec3 upper{};
  std::string unit = "mm";             ///< of places
  std::vector<PrintFinding> findings;  ///< one per check, in the order of PrintCheck

  bool passes() const;   ///< no finding fails
  bool isSolid() const;  ///< mesh.printable(), and every shell faces as its place among the others asks
  const PrintFinding& finding(PrintCheck check) const;
};

/// `mesh` is in mm. The check of the deviation is a note until addDeviation() says what was measured. About a second
/// for 100,000 triangles. Throws Error(Internal) as checkMesh, Cancelled. Any thread.
PrintReport reportForPrinting(const Mesh& mesh, const PrintOptions& options, const std::stop_token& stop);

/// Farther than `options` allow, by more than rounding.
bool isTooFar(const Deviation& fromIsosurface, const PrintOptions& options);

/// How far the surface has moved from the isosurface it was made of, which it does not know itself.
void addDeviation(PrintReport& report, const Deviation& fromIsosurface);

/// Where the surface was cut off by its field's edge, which it does not know itself: worth a note.
void addFieldEdge(PrintReport& report, const FieldEdge& edge);

}  // namespace hipwright
