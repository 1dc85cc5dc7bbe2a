#include "ui/viewport/surface_row_scene.h"

#include "ui/theme/theme.h"
#include "ui/viewport/surface_actor.h"

#include <vtkActor.h>
#include <vtkCamera.h>
#include <vtkLightKit.h>
#include <vtkNew.h>
#include <vtkRenderWindow.h>
#include <vtkRenderer.h>

#include <algorithm>

namespace hipwright {
namespace {

constexpr double kGap = 2;  // device pixels between two cells

Box joined(const Box& a, const Box& b) {
  Box all = a;
  for (std::size_t axis = 0; axis < 3; ++axis) {
    all.lower[axis] = std::min(a.lower[axis], b.lower[axis]);
    all.upper[axis] = std::max(a.upper[axis], b.upper[axis]);
  }
  return all;
}

struct Cell {
  vtkNew<vtkRenderer> renderer;
  vtkNew<vtkCamera> camera;
  vtkNew<vtkLightKit> lights;
  SurfaceActor surface;
  ShownSurfacePtr shown;

  Cell() {
    renderer->SetActiveCamera(camera);
    renderer->SetAutomaticLightCreation(0);
    renderer->GradientBackgroundOn();
    renderer->SetBackgroundAlpha(1);
    camera->SetViewAngle(kViewAngle);
    lights->SetKeyLightIntensity(0.68);
    lights->SetKeyLightAngle(35, 20);
    lights->SetKeyToFillRatio(2.2);
    lights->SetKeyToHeadRatio(2.4);
    lights->SetKeyToBackRatio(3.5);
    lights->SetKeyLightWarmth(0.5);
    lights->SetFillLightWarmth(0.5);
    lights->AddLightsToRenderer(renderer);
    surface.setShine({0.10, 20});  // little, so that light is not read as a distance
    surface.setColour(QColor::fromRgb(picture::kDistance[picture::kDistance.size() / 2]));
    renderer->AddActor(surface.actor());
  }
};

void setColour(vtkRenderer& renderer, const QColor& bottom, const QColor& top) {
  renderer.SetBackground(bottom.redF(), bottom.greenF(), bottom.blueF());
  renderer.SetBackground2(top.redF(), top.greenF(), top.blueF());
}

}  // namespace

struct SurfaceRowScene::Parts {
  vtkRenderWindow& window;
  vtkNew<vtkRenderer> behind;  ///< shows between the cells
  std::vector<std::unique_ptr<Cell>> cells;
  QColor top, bottom;
  bool smooth = false;

  explicit Parts(vtkRenderWindow& w) : window(w) {}

  void place(int width) {
    const double count = static_cast<double>(cells.size());
    const double gap = width > 0 ? kGap / width : 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const double left = static_cast<double>(i) / count;
      const double right = static_cast<double>(i + 1) / count - (i + 1 < cells.size() ? gap : 0);
      cells[i]->renderer->SetViewport(left, 0, right, 1);
    }
  }
};

SurfaceRowScene::SurfaceRowScene(vtkRenderWindow& window) : m(std::make_unique<Parts>(window)) {
  m->behind->SetInteractive(0);
  window.AddRenderer(m->behind);
}

SurfaceRowScene::~SurfaceRowScene() {
  setCount(0);
  m->window.RemoveRenderer(m->behind);
}

void SurfaceRowScene::setCount(int cells) {
  while (count() > cells) {
    m->window.RemoveRenderer(m->cells.back()->renderer);
    m->cells.pop_back();
  }
  while (count() < cells) {
    m->cells.push_back(std::make_unique<Cell>());
    setColour(*m->cells.back()->renderer, m->bottom, m->top);
    m->cells.back()->renderer->SetUseFXAA(m->smooth);
    m->window.AddRenderer(m->cells.back()->renderer);
  }
}

int SurfaceRowScene::count() const { return static_cast<int>(m->cells.size()); }

void SurfaceRowScene::setSurface(int cell, ShownSurfacePtr surface) {
  Cell& c = *m->cells[static_cast<std::size_t>(cell)];
  if (surface == c.shown) return;
  c.shown = surface;
  c.surface.setSurface(std::move(surface));
}

void SurfaceRowScene::setColours(int cell, const VertexColours& colours, const VertexColours& rough) {
  Cell& c = *m->cells[static_cast<std::size_t>(cell)];
  const auto fits = [](const VertexColours& each, const ShownSurface* of) {
    return each && of != nullptr && each->size() == of->points.size() ? each : nullptr;
  };
  c.surface.setVertexColours(fits(colours, c.shown.get()), fits(rough, c.shown ? c.shown->rough.get() : nullptr));
}

void SurfaceRowScene::setMoving(bool moving) {
  for (const auto& cell : m->cells) {
    cell->surface.setMoving(moving);
    cell->renderer->SetUseFXAA(m->smooth && !moving);
  }
}

void SurfaceRowScene::setCamera(int cell, const CameraPose& pose) {
  vtkCamera* camera = m->cells[static_cast<std::size_t>(cell)]->camera;
  Vec3 position = pose.position();
  Vec3 focus = pose.focus;
  Vec3 up = pose.up();
  camera->SetPosition(position.data());
  camera->SetFocalPoint(focus.data());
  camera->SetViewUp(up.data());
}

void SurfaceRowScene::setBackground(const QColor& top, const QColor& bottom, const QColor& between) {
  m->top = top;
  m->bottom = bottom;
  m->behind->SetBackground(between.redF(), between.greenF(), between.blueF());
  for (const auto& cell : m->cells) setColour(*cell->renderer, bottom, top);
}

void SurfaceRowScene::setSmoothEdges(bool smooth) {
  m->smooth = smooth;
  for (const auto& cell : m->cells) cell->renderer->SetUseFXAA(smooth);
}

std::optional<Box> SurfaceRowScene::bounds() const {
  std::optional<Box> all;
  for (const auto& cell : m->cells)
    if (cell->shown && !cell->shown->isEmpty()) all = all ? joined(*all, cell->shown->bounds) : cell->shown->bounds;
  return all;
}

void SurfaceRowScene::render(int width) {
  m->place(width);
  for (const auto& cell : m->cells) cell->renderer->ResetCameraClippingRange();
  m->window.Render();
}

}  // namespace hipwright
