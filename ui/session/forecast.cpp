#include "ui/session/preflight.h"

#include "engine/diffusion/guidance.h"
#include "engine/diffusion/preview.h"
#include "engine/diffusion/window_plan.h"
#include "engine/prepare/prepare.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

class Preflight {
  Q_DECLARE_TR_FUNCTIONS(Preflight)
};

constexpr double kSpacingTolerance = 0.1;  // share of the spacing the model was trained at
constexpr double kNoteworthyMetalCm3 = 0.5;
constexpr double kThinnestFat = -50;  // HU; a tight crop may hold no air, but every hip holds fat

PreflightLine spacingLine(const Vec3& spacing, const InputProfile& input) {
  double worst = 0;
  for (int axis = 0; axis < 3; ++axis) worst = std::max(worst, std::abs(spacing[axis] / input.spacingMm[axis] - 1));
  const QString wanted = spacingText(input.spacingMm);
  if (worst <= kSpacingTolerance)
    return {CheckState::Passed, Preflight::tr("Spacing fits the model"), Preflight::tr("Model takes %1").arg(wanted)};
  return {CheckState::Warning, Preflight::tr("Spacing differs from the model's"),
          Preflight::tr("Model takes %1; the CT is used as it is").arg(wanted)};
}

PreflightLine gridLine(const Geometry& geometry, const ModelProfile& profile) {
  const Index3 grid = modelGrid(geometry, profile);
  const QString title = grid == geometry.size ? Preflight::tr("Grid used as it is") : Preflight::tr("Padded with air");
  return {CheckState::Passed, title, Preflight::tr("Model grid %1").arg(sizeText(grid))};
}

PreflightLine sideLine(BodySide side, ModelSide takes) {
  if (takes == ModelSide::Any)
    return {CheckState::Passed, Preflight::tr("Either side"), Preflight::tr("Model takes either side")};
  const BodySide wanted = takes == ModelSide::Left ? BodySide::Left : BodySide::Right;
  const QString detail = wanted == BodySide::Left ? Preflight::tr("Model was trained on left hips")
                                                  : Preflight::tr("Model was trained on right hips");
  if (side == wanted) return {CheckState::Passed, Preflight::tr("Side fits the model"), detail};
  const QString title =
      side == BodySide::Unknown ? Preflight::tr("Side not stated") : Preflight::tr("The other side's model");
  return {CheckState::Warning, title, detail};
}

PreflightLine orientationLine(const Geometry& geometry, const InputProfile& input) {
  const QString is = orientationText(geometry).left(3);
  const QString wanted = QString::fromStdString(input.orientation);
  if (wanted == "as-is" || wanted == is)
    return {CheckState::Passed, Preflight::tr("Orientation %1").arg(is), Preflight::tr("Used as it is")};
  return {CheckState::Warning, Preflight::tr("Orientation %1").arg(is),
          Preflight::tr("Model was trained on %1; used as it is").arg(wanted)};
}

double unetCost(const UnetProfile& unet) { return std::pow(unet.channels.front() / 64.0, 2); }
double vaeCost(const VaeProfile& vae) { return std::pow(vae.channels.front() / 32.0, 2); }

}  // namespace

Index3 modelGrid(const Geometry& geometry, const ModelProfile& profile) {
  Index3 grid{};
  for (int axis = 0; axis < 3; ++axis)
    grid[axis] = axisPadding(geometry.size[axis], profile.window.size[axis], profile.input.padMultiple).padded();
  return grid;
}

std::vector<PreflightLine> preflight(const OpenedCase& opened, const ModelDescription& model) {
  const Geometry& geometry = opened.file.ct->geometry;
  std::vector<PreflightLine> lines = {
      spacingLine(geometry.spacing, model.profile.input),
      gridLine(geometry, model.profile),
      orientationLine(geometry, model.profile.input),
      sideLine(opened.side, model.profile.input.side),
  };
  if (opened.metalCm3 > kNoteworthyMetalCm3)
    lines.push_back({CheckState::Warning, Preflight::tr("Metal in the CT"),
                     Preflight::tr("%1 cm³ above %2 HU").arg(numberText(opened.metalCm3, 1)).arg(kMetalHu)});
  if (opened.lowest > kThinnestFat || opened.highest < 300)
    lines.push_back({CheckState::Warning, Preflight::tr("Values unlike a CT"),
                     Preflight::tr("%1 to %2 HU").arg(numberText(opened.lowest, 0), numberText(opened.highest, 0))});
  for (const CaseNote& note : opened.file.notes)
    lines.push_back({CheckState::Note, Preflight::tr("Header adapted"), QString::fromStdString(note.text())});
  return lines;
}

CheckState worstState(const std::vector<PreflightLine>& lines) {
  CheckState worst = CheckState::Passed;
  for (const PreflightLine& line : lines) worst = std::max(worst, line.state);
  return worst;
}

QString sideText(BodySide side) {
  switch (side) {
    case BodySide::Left: return Preflight::tr("Left (from the name)");
    case BodySide::Right: return Preflight::tr("Right (from the name)");
    case BodySide::Unknown: break;
  }
  return Preflight::tr("Not stated");
}

Forecast forecast(const OpenedCase& opened, const ModelProfile& profile, const RunRequest& request, double speed) {
  // Measured with the reference's networks on two processors: seconds and bytes for one window of 128 voxels.
  constexpr double kEncode = 5.2, kDecode = 8.5, kStep = 2.25, kReferenceLatents = 40.0 * 36 * 44;
  constexpr double kDecodeBytes = 1.7e9, kFixedBytes = 0.6e9, kCube = 128.0 * 128 * 128;
  const Index3 grid = modelGrid(opened.file.ct->geometry, profile);
  const double voxels = static_cast<double>(product(grid));
  double windowVoxels = voxels;
  double windows = 1;
  if (request.tiled) {
    windows = static_cast<double>(windowCorners(grid, profile.window.size, profile.window.overlap).size());
    windowVoxels = static_cast<double>(product(profile.window.size));
  }
  const double share = windowVoxels / kCube * vaeCost(profile.vae);
  const double factor = profile.vae.downsampling();
  const double latents = voxels / (factor * factor * factor);
  const double passes = guidanceMode(request.cfg) == GuidanceMode::Guided ? 2 : 1;
  const double decodes = 1 + (request.summary ? static_cast<double>(stageIndices(request.ts).size()) : 0);
  Forecast f;
  f.seconds = windows * share * (kEncode + decodes * kDecode) +
              request.ts * passes * kStep * latents / kReferenceLatents * unetCost(profile.unet);
  f.seconds *= speed;
  f.bytes = kFixedBytes + share * kDecodeBytes + 8.0 * voxels * sizeof(float);
  return f;
}

}  // namespace hipwright
