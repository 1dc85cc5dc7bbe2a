// Reading a finished run back as a column, and comparing two columns: work for the thread of short jobs.
#pragma once

#include "ui/compare/compared_column.h"
#include "ui/filmstrip/stage_frame.h"
#include "ui/session/opened_case.h"

#include <stop_token>

namespace hipwright {

struct ColumnOrder {
  std::filesystem::path folder;            ///< of the run
  std::optional<ComparisonRow> row;        ///< measured already
  std::optional<double> measuredTo;        ///< the value that row->toReference is to
  std::optional<Geometry> grid;            ///< the comparison's; none: that of this run
  std::optional<std::int64_t> framePlane;  ///< of the last frame; none: the one that shows the implant well
  std::shared_ptr<const OpenedCase> opened;
};

struct ReadColumn {
  PastRun run;
  Geometry grid;
  ComparisonRow row;
  std::optional<double> measuredTo;  ///< as in the order
  VolumePtr field;
  std::shared_ptr<const Mesh> mesh;
  std::shared_ptr<const ShownSurface> surface;
  StageFrame last;                  ///< the final frame
  std::vector<StageFrame> earlier;  ///< stages that the run saved
  bool isOutside = false;           ///< a part of the implant lies beside the grid: its numbers would be wrong
};

/// Throws what reading the run's files throws, Cancelled. Any thread.
ReadColumn readColumn(const ColumnOrder& order, const std::stop_token& stop);

/// One column beside the reference.
struct PairOrder {
  ComparisonRow row;
  VolumePtr field;
  std::shared_ptr<const Mesh> mesh;
  std::shared_ptr<const ShownSurface> surface;
  ComparisonRow reference;
  VolumePtr referenceField;
  Geometry grid;
  std::optional<ImplantDifference> known;  ///< computed already
};

struct ComparedPair {
  ImplantDifference difference;
  std::shared_ptr<const std::vector<float>> distances;
  std::shared_ptr<const std::vector<float>> roughDistances;
};

/// Throws Cancelled. Any thread.
ComparedPair comparePair(const PairOrder& order, const std::stop_token& stop);

}  // namespace hipwright
