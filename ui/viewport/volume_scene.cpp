#include "ui/viewport/volume_scene.h"

#include "ui/slices/slice_notes.h"
#include "ui/theme/theme.h"
#include "ui/viewport/marked_part.h"
#include "ui/viewport/surface_actor.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkImageData.h>
#include <vtkLightKit.h>
#include <vtkLineSource.h>
#include <vtkNew.h>
#include <vtkOutlineSource.h>
#include <vtkPlane.h>
#include <vtkPlaneSource.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>
#include <vtkTexture.h>

#include <algorithm>
#include <cstring>

namespace hipwright {
namespace {

constexpr double kCrosshairArm = 14;   // mm to each side
constexpr double kBarely = 1.0 / 255;  // writes depth and leaves the colour as it is

struct Slice {
  vtkNew<vtkPlaneSource> source;
  vtkNew<vtkPolyDataMapper> mapper;
  vtkNew<vtkTexture> texture;
  vtkNew<vtkActor> actor;
};

struct Line {
  vtkNew<vtkLineSource> source;
  vtkNew<vtkPolyDataMapper> mapper;
  vtkNew<vtkActor> actor;
};

struct Outline {
  vtkNew<vtkOutlineSource> source;
  vtkNew<vtkPolyDataMapper> mapper;
  vtkNew<vtkActor> actor;
};

vtkSmartPointer<vtkImageData> imageOf(const QImage& picture) {
  auto image = vtkSmartPointer<vtkImageData>::New();
  image->SetDimensions(picture.width(), picture.height(), 1);
  image->AllocateScalars(VTK_UNSIGNED_CHAR, 1);
  for (int y = 0; y < picture.height(); ++y) {
    const auto* row = reinterpret_cast<const QRgb*>(picture.constScanLine(y));
    auto* out = static_cast<unsigned char*>(image->GetScalarPointer(0, picture.height() - 1 - y, 0));
    for (int x = 0; x < picture.width(); ++x) out[x] = static_cast<unsigned char>(qBlue(row[x]));
  }
  return image;
}

void setPoint(const Vec3& p, double out[3]) { std::copy(p.begin(), p.end(), out); }

}  // namespace

struct VolumeScene::Parts {
  vtkRenderWindow& window;
  vtkNew<vtkRenderer> solid;
  vtkNew<vtkRenderer> above;
  vtkNew<vtkCamera> camera;
  vtkNew<vtkLightKit> solidLights;
  vtkNew<vtkLightKit> aboveLights;
  SurfaceActor bone;
  SurfaceActor implant;
  SurfaceActor primer;  ///< gives the seen-through implant its depth, so that only its nearest surface is mixed in
  SurfaceActor ghost;
  SurfaceActor mark;     ///< part of the implant's surface, a hair above it
  SurfaceActor through;  ///< the same where something is in front of it
  std::array<Slice, 3> slices;
  std::array<Line, 3> crosshair;
  Outline region;
  vtkNew<vtkPlane> cut;
  std::array<bool, 3> shown{true, true, true};
  bool smooth = false;

  explicit Parts(vtkRenderWindow& w) : window(w) {}
  void addRenderers();
  void addSlices();
  void addCrosshair();
  void addRegion();
  void showSurfaces();
};

void VolumeScene::Parts::addRenderers() {
  window.SetNumberOfLayers(2);
  for (vtkRenderer* renderer : {solid.Get(), above.Get()}) {
    renderer->SetActiveCamera(camera);
    renderer->SetLayer(renderer == above.Get() ? 1 : 0);
    renderer->SetAutomaticLightCreation(0);
    window.AddRenderer(renderer);
  }
  solid->GradientBackgroundOn();
  solid->SetBackgroundAlpha(1);
  camera->SetViewAngle(kViewAngle);
  for (vtkLightKit* lights : {solidLights.Get(), aboveLights.Get()}) {
    lights->SetKeyLightIntensity(0.68);
    lights->SetKeyLightAngle(35, 20);
    lights->SetKeyToFillRatio(2.6);
    lights->SetKeyToHeadRatio(2.4);
    lights->SetKeyToBackRatio(3.5);
    lights->SetKeyLightWarmth(0.52);
    lights->SetFillLightWarmth(0.48);
  }
  solidLights->AddLightsToRenderer(solid);
  aboveLights->AddLightsToRenderer(above);
  solid->AddActor(bone.actor());
  solid->AddActor(implant.actor());
  above->AddActor(primer.actor());
  above->AddActor(ghost.actor());
  above->AddActor(mark.actor());
}

void VolumeScene::Parts::addSlices() {
  for (Slice& slice : slices) {
    slice.mapper->SetInputConnection(slice.source->GetOutputPort());
    slice.texture->InterpolateOn();
    slice.actor->SetMapper(slice.mapper);
    slice.actor->SetTexture(slice.texture);
    slice.actor->GetProperty()->LightingOff();
    slice.actor->VisibilityOff();
    solid->AddActor(slice.actor);
  }
}

void VolumeScene::Parts::addCrosshair() {
  for (std::size_t i = 0; i < crosshair.size(); ++i) {
    const QColor colour = planeColour(static_cast<Plane>(i));
    Line& line = crosshair[i];
    line.mapper->SetInputConnection(line.source->GetOutputPort());
    line.actor->SetMapper(line.mapper);
    line.actor->GetProperty()->LightingOff();
    line.actor->GetProperty()->SetLineWidth(1.5F);
    line.actor->GetProperty()->SetColor(colour.redF(), colour.greenF(), colour.blueF());
    line.actor->VisibilityOff();
    above->AddActor(line.actor);
  }
}

void VolumeScene::Parts::addRegion() {
  const QColor colour = QColor::fromRgb(picture::kLetters);
  region.mapper->SetInputConnection(region.source->GetOutputPort());
  region.actor->SetMapper(region.mapper);
  region.actor->GetProperty()->LightingOff();
  region.actor->GetProperty()->SetLineWidth(1.5F);
  region.actor->GetProperty()->SetColor(colour.redF(), colour.greenF(), colour.blueF());
  region.actor->UseBoundsOff();
  region.actor->VisibilityOff();
  solid->AddActor(region.actor);
}

void VolumeScene::Parts::showSurfaces() {
  const bool boneSeen = shown[0] && !bone.isEmpty();
  const bool implantSeen = shown[1] && !implant.isEmpty();
  bone.actor()->SetVisibility(boneSeen ? 1 : 0);
  implant.actor()->SetVisibility(implantSeen ? 1 : 0);
  primer.actor()->SetVisibility(implantSeen ? 1 : 0);
  ghost.actor()->SetVisibility(implantSeen ? 1 : 0);
  for (SurfaceActor* marked : {&mark, &through})
    marked->actor()->SetVisibility(implantSeen && !marked->isEmpty() ? 1 : 0);
}

VolumeScene::VolumeScene(vtkRenderWindow& window) : m(std::make_unique<Parts>(window)) {
  m->addRenderers();
  m->addSlices();
  m->addCrosshair();
  m->addRegion();
  m->above->AddActor(m->through.actor());  // the last one: it hides nothing
  m->through.drawThrough();
  m->through.setOpacity(kMarkThrough);
  for (SurfaceActor* metal : {&m->implant, &m->ghost}) metal->setShine({0.34, 26});
  m->bone.setShine({0.06, 12});
  m->primer.setOpacity(kBarely);
  setBoneOpacity(0.35);
  m->showSurfaces();
}

VolumeScene::~VolumeScene() {
  m->window.RemoveRenderer(m->solid);
  m->window.RemoveRenderer(m->above);
}

void VolumeScene::setColours(const ViewportColours& colours) {
  m->solid->SetBackground(colours.bottom.redF(), colours.bottom.greenF(), colours.bottom.blueF());
  m->solid->SetBackground2(colours.top.redF(), colours.top.greenF(), colours.top.blueF());
  m->bone.setColour(colours.bone);
  for (SurfaceActor* metal : {&m->implant, &m->primer, &m->ghost}) metal->setColour(colours.implant);
  for (SurfaceActor* marked : {&m->mark, &m->through}) marked->setColour(colours.mark);
}

void VolumeScene::setSurface(SurfaceRole role, ShownSurfacePtr surface) {
  if (role == SurfaceRole::Bone) {
    m->bone.setSurface(std::move(surface));
  } else if (role == SurfaceRole::Mark) {
    m->mark.setSurface(std::move(surface));
    m->through.share(m->mark);
  } else {
    m->implant.setSurface(std::move(surface));
    m->primer.share(m->implant);
    m->ghost.share(m->implant);
  }
  m->showSurfaces();
}

void VolumeScene::setShown(SurfaceRole role, bool shown) {
  m->shown[static_cast<std::size_t>(role)] = shown;
  m->showSurfaces();
}

void VolumeScene::setBoneOpacity(double opacity) { m->ghost.setOpacity(std::clamp(1 - opacity, kBarely, 1.0)); }

void VolumeScene::setSlice(Plane plane, const std::optional<SliceQuad>& quad) {
  Slice& slice = m->slices[static_cast<std::size_t>(plane)];
  slice.actor->SetVisibility(quad ? 1 : 0);
  if (!quad) return;
  Vec3 lower = quad->corner + quad->down;
  Vec3 lowerRight = lower + quad->right;
  Vec3 upper = quad->corner;
  slice.source->SetOrigin(lower.data());
  slice.source->SetPoint1(lowerRight.data());
  slice.source->SetPoint2(upper.data());
  slice.texture->SetInputData(imageOf(quad->image));
}

void VolumeScene::setCut(const std::optional<Plane>& plane, const Vec3& through) {
  m->bone.setCut(nullptr);
  if (!plane) return;
  const Vec3 normal = planeAxes(*plane).normal;  // into the screen: what lies beyond stays
  double n[3];
  double origin[3];
  setPoint(normal, n);
  setPoint(through, origin);
  m->cut->SetNormal(n);
  m->cut->SetOrigin(origin);
  m->bone.setCut(m->cut);
}

void VolumeScene::setCrosshair(const std::optional<Vec3>& point) {
  for (std::size_t i = 0; i < m->crosshair.size(); ++i) {
    Line& line = m->crosshair[i];
    line.actor->SetVisibility(point ? 1 : 0);
    if (!point) continue;
    const Vec3 arm = kCrosshairArm * planeAxes(static_cast<Plane>(i)).normal;
    Vec3 from = *point - arm;
    Vec3 to = *point + arm;
    line.source->SetPoint1(from.data());
    line.source->SetPoint2(to.data());
  }
}

void VolumeScene::setRegion(const std::optional<Box>& region) {
  m->region.actor->SetVisibility(region ? 1 : 0);
  if (!region) return;
  const Vec3& a = region->lower;
  const Vec3& b = region->upper;
  m->region.source->SetBounds(a[0], b[0], a[1], b[1], a[2], b[2]);
}

void VolumeScene::setCamera(const CameraPose& pose) {
  Vec3 position = pose.position();
  Vec3 focus = pose.focus;
  Vec3 up = pose.up();
  m->camera->SetPosition(position.data());
  m->camera->SetFocalPoint(focus.data());
  m->camera->SetViewUp(up.data());
}

// The upper layer comes last: smoothing it smooths both.
void VolumeScene::setSmoothEdges(bool smooth) {
  m->smooth = smooth;
  m->above->SetUseFXAA(smooth);
}

void VolumeScene::setMoving(bool moving) {
  for (SurfaceActor* actor : {&m->bone, &m->implant, &m->primer, &m->ghost}) actor->setMoving(moving);
  m->above->SetUseFXAA(m->smooth && !moving);
}

bool VolumeScene::hasBone() const { return !m->bone.isEmpty(); }

std::optional<Box> VolumeScene::bounds() const {
  double b[6];
  m->solid->ComputeVisiblePropBounds(b);
  if (b[0] > b[1]) return std::nullopt;
  return Box{{b[0], b[2], b[4]}, {b[1], b[3], b[5]}};
}

void VolumeScene::render() {
  double b[6];
  m->solid->ComputeVisiblePropBounds(b);
  if (b[0] <= b[1]) {
    if (m->region.actor->GetVisibility() != 0) {
      const double* box = m->region.source->GetBounds();
      for (int i = 0; i < 6; ++i) b[i] = i % 2 == 0 ? std::min(b[i], box[i]) : std::max(b[i], box[i]);
    }
    m->solid->ResetCameraClippingRange(b);
  }
  m->window.Render();
}

std::optional<Vec3> VolumeScene::pointAt(int x, int y) {
  m->above->DrawOff();  // the upper layer clears the depth
  render();
  const double depth = m->solid->GetZ(x, y);
  m->above->DrawOn();
  if (!(depth < 1)) return std::nullopt;
  m->solid->SetDisplayPoint(x, y, depth);
  m->solid->DisplayToWorld();
  double world[4];
  m->solid->GetWorldPoint(world);
  return Vec3{world[0] / world[3], world[1] / world[3], world[2] / world[3]};
}

}  // namespace hipwright
