// One column of a comparison: a guidance value, how far its run is, and what came of it.
#pragma once

#include "engine/core/mesh.h"
#include "engine/run/comparison.h"
#include "engine/run/run_history.h"
#include "ui/viewport/shown_surface.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace hipwright {

class FrameModel;

/// Reading: its files are read back and measured. Ready: everything below is there.
enum class ColumnState { Waiting, Running, Reading, Ready };

struct ComparedColumn {
  int id = 0;  ///< never used again
  double cfg = 1;
  std::vector<double> alsoAsked;  ///< values that are the same run as `cfg`
  std::int64_t seed = 0;
  bool joined = false;  ///< an earlier run, with settings of its own
  ColumnState state = ColumnState::Waiting;
  bool stopped = false;  ///< waits, and nothing runs that would reach it
  double share = 0;      ///< of its run, 0 to 1
  FrameModel* frames = nullptr;

  std::optional<PastRun> run;
  std::optional<ComparisonRow> row;
  std::optional<double> measuredTo;  ///< the value that row->toReference is to
  VolumePtr field;                   ///< the part that holds the implant, on the comparison's grid
  std::shared_ptr<const Mesh> mesh;
  std::shared_ptr<const ShownSurface> surface;

  /// To the reference that is chosen; none for itself and while it is computed.
  std::optional<ImplantDifference> difference;
  std::shared_ptr<const std::vector<float>> distances;       ///< mm for each vertex, negative inside the reference
  std::shared_ptr<const std::vector<float>> roughDistances;  ///< the same for the rough surface, if there is one
};

/// Made with a set of networks to try the program with; false while the run is not there.
bool isDemo(const ComparedColumn& column);

/// "CFG 3"; of an earlier run also what tells it from others, "CFG 3, seed 7".
QString columnName(const ComparedColumn& column);

/// "CFG 3 and 3.00000001", all values that the column stands for.
QString columnTitle(const ComparedColumn& column);

/// What to know about the value: "ignores the CT", "upper limit"; how far it is while it runs.
QString columnNote(const ComparedColumn& column);

}  // namespace hipwright
