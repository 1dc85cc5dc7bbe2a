#include "ui/slices/slice_scene.h"

#include "ui/slices/slice_sampler.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>
#include <algorithm>
#include <utility>

namespace hipwright {
namespace {

constexpr std::size_t kReadAtOnce = 4'000'000;  // voxels; a few milliseconds

}  // namespace

void SliceScene::setCase(VolumePtr ct) {
  m_ct = std::move(ct);
  m_implant.reset();
  m_implantBox.reset();
  m_region.reset();
  m_regionPulled = false;
  m_measurements.clear();
  m_note.clear();
  m_briefNote.clear();
  m_bounds = m_ct ? boundingBox(m_ct->geometry) : Box{};
  m_crosshair = m_bounds.centre();
  emit caseChanged();
  emit regionChanged();
  emit crosshairMoved(m_crosshair);
  emit measurementsChanged();
  emit changed();
}

void SliceScene::setImplant(VolumePtr sdf) {
  if (sdf == m_implant) return;
  m_implant = std::move(sdf);
  m_implantBox = m_implant ? std::optional(boundingBox(m_implant->geometry)) : std::nullopt;
  emit changed();
  if (!m_implant) return;
  if (m_implant->voxels.size() <= kReadAtOnce) return keepImplantBox(m_implant, boundsAbove(*m_implant, 0));
  QObject* application = QCoreApplication::instance();
  QThreadPool::globalInstance()->start([application, self = QPointer(this), field = m_implant] {
    QMetaObject::invokeMethod(application, [self, field, box = boundsAbove(*field, 0)] {
      if (self) self->keepImplantBox(field, box);
    });
  });
}

void SliceScene::keepImplantBox(const VolumePtr& of, const std::optional<Box>& box) {
  if (of == m_implant) m_implantBox = box;
}

void SliceScene::setCrosshair(const Vec3& point) {
  Vec3 kept = point;
  for (int a = 0; a < 3; ++a) kept[a] = std::clamp(point[a], m_bounds.lower[a], m_bounds.upper[a]);
  if (kept == m_crosshair) return;
  m_crosshair = kept;
  emit crosshairMoved(m_crosshair);
  emit changed();
}

void SliceScene::setWindow(const WindowLevel& window) {
  if (window == m_window) return;
  m_window = window;
  emit windowChanged(window);
  emit changed();
}

void SliceScene::setRegion(const std::optional<Box>& region) {
  if (m_regionPulled) return;  // what the pointer holds is newer
  m_region = region;
  emit regionChanged();
  emit changed();
}

void SliceScene::setRegionFree(bool free) { m_regionFree = free; }

void SliceScene::pullRegion(const Box& region) {
  m_regionPulled = true;
  m_region = region;
  emit regionChanged();
  emit changed();
}

void SliceScene::keepPulledRegion() {
  if (!std::exchange(m_regionPulled, false) || !m_region) return;
  emit regionPulled(*m_region);
}

void SliceScene::setTool(SliceTool tool) {
  if (tool == m_tool) return;
  m_tool = tool;
  emit toolChanged(tool);
  emit changed();
}

void SliceScene::setLinked(bool linked) {
  if (linked == m_linked) return;
  m_linked = linked;
  emit linkedChanged(linked);
}

void SliceScene::tellZoom(Plane from, double factor) {
  if (m_linked) emit zoomed(from, factor);
}

void SliceScene::tellReset(Plane from) {
  if (m_linked) emit viewReset(from);
}

void SliceScene::toggle(SliceLayer layer) {
  bool& shown = m_shown[static_cast<std::size_t>(layer)];
  shown = !shown;
  emit layersChanged();
  emit changed();
}

void SliceScene::setSide(const QString& text) {
  if (text == m_side) return;
  m_side = text;
  emit sideChanged(text);
  emit changed();
}

void SliceScene::setNote(const QString& text, const QString& brief) {
  m_note = text;
  m_briefNote = brief;
  emit changed();
}

void SliceScene::addMeasurement(Measurement measurement) {
  m_measurements.push_back(std::move(measurement));
  emit measurementsChanged();
  emit changed();
}

void SliceScene::moveMeasurementPoint(MeasurementPoint which, const Vec3& to) {
  m_measurements.at(which.measurement).points.at(which.point) = to;
  emit measurementsChanged();
  emit changed();
}

void SliceScene::removeMeasurement(std::size_t index) {
  if (index >= m_measurements.size()) return;
  m_measurements.erase(m_measurements.begin() + static_cast<std::ptrdiff_t>(index));
  emit measurementsChanged();
  emit changed();
}

void SliceScene::removeMeasurements() {
  m_measurements.clear();
  emit measurementsChanged();
  emit changed();
}

}  // namespace hipwright
