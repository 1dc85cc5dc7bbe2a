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
  std::optional<std::int64_t> framePlane;  ///< of the frames; none: that of pointShowingImplant()
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
  std::vector<StageFrame> frames;  ///< stages that the run saved, and the final one
  std::int64_t framePlane = 0;     ///< that they are cut in, of the CT
  bool hasImplant = false;
  bool isOutside = false;  ///< a part of the implant lies beside the grid: its numbers would be wrong
};

/// Throws what reading the run's files throws, Cancelled. Any thread.
ReadColumn readColumn(const ColumnOrder& order, const std::stop_token& stop);

/// The same frames of a run in another plane of the CT. Throws what reading the run's files throws, Cancelled. Any
/// thread.
std::vector<StageFrame> readFrames(const PastRun& run, const Volume& ct, std::int64_t plane,
                                   const std::stop_token& stop);

/// LPS mm, in the coronal plane that shows the implant well, in the middle of its box otherwise; none without an
/// implant. Any thread.
std::optional<Vec3> pointShowingImplant(const Volume& field);

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
