#include "ui/slices/slice_view.h"

#include "ui/slices/slice_menu.h"
#include "ui/slices/slice_notes.h"
#include "ui/slices/slice_sampler.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QContextMenuEvent>
#include <QMenu>
#include <QPainter>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kMargin = 8;       // px
constexpr int kNoteShare = 4;       // a note of at most this part of a narrow view stands there all the same
constexpr int kRoomForNotes = 260;  // px; narrower views show what is theirs alone, and the side
constexpr int kRoomForSide = 140;
constexpr double kRoomMm = 10;  // beyond a region that reaches out of the case

/// The case, and where the region reaches beyond it that too, with room to take hold of its edges.
Box withRegion(Box box, const Box& region) {
  for (std::size_t a = 0; a < 3; ++a) {
    if (region.lower[a] < box.lower[a]) box.lower[a] = region.lower[a] - kRoomMm;
    if (region.upper[a] > box.upper[a]) box.upper[a] = region.upper[a] + kRoomMm;
  }
  return box;
}

bool isWholeIn(const SliceFrame& frame, const Box& region) {
  const QRectF rect = QRectF(frame.toPixel(region.lower), frame.toPixel(region.upper)).normalized();
  return QRectF(QPointF(0, 0), QSizeF(frame.size)).contains(rect);
}

bool isDefault(const WindowLevel& window) { return window == windowOf(WindowPreset::Default); }

}  // namespace

SliceView::SliceView(Plane plane, SliceScene& scene, QWidget* parent)
    : QWidget(parent), m_plane(plane), m_scene(scene), m_camera(plane) {
  setMouseTracking(true);
  setFocusPolicy(Qt::StrongFocus);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setCursor(Qt::CrossCursor);
  setAccessibleName(planeName(plane));
  connect(&scene, &SliceScene::caseChanged, this, [this] {
    m_camera.fit(m_scene.bounds());
    m_gesture.cancel();
    m_hu.reset();
  });
  connect(&scene, &SliceScene::crosshairMoved, this, &SliceView::followCrosshair);
  connect(&scene, &SliceScene::regionChanged, this, &SliceView::makeRoomForRegion);
  connect(&scene, &SliceScene::toolChanged, this, [this] { m_gesture.cancel(); });
  connect(&scene, &SliceScene::changed, this, qOverload<>(&QWidget::update));
  connectLink();
  m_camera.fit(scene.bounds());
}

void SliceView::connectLink() {
  const auto dropOwnWindow = [this] {
    m_ownWindow.reset();
    update();
  };
  connect(&m_scene, &SliceScene::windowChanged, this, dropOwnWindow);  // it was chosen for all views
  connect(&m_scene, &SliceScene::caseChanged, this, dropOwnWindow);
  connect(&m_scene, &SliceScene::linkedChanged, this, dropOwnWindow);
  connect(&m_scene, &SliceScene::zoomed, this, [this](Plane from, double factor) {
    if (from == m_plane || !m_scene.ct()) return;
    m_camera.zoom(factor, frame().toPixel(m_scene.crosshair()), frame());
    update();
  });
  connect(&m_scene, &SliceScene::viewReset, this, [this](Plane from) {
    if (from == m_plane) return;
    m_camera.reset();
    update();
  });
}

void SliceView::chooseWindow(const WindowLevel& window) {
  if (m_scene.isLinked()) return m_scene.setWindow(window);
  m_ownWindow = window;
  update();
}

double SliceView::step() const { return m_scene.ct() ? sliceStep(m_scene.ct()->geometry, m_plane) : 1; }

void SliceView::followCrosshair() {
  if (m_drag == Drag::None && m_camera.reveal(m_scene.crosshair(), frame())) emit cameraMoved();
  setAccessibleDescription(placeText(m_scene.crosshair()));
}

/// Not while the pointer pulls it, and not where all of it can be seen: the picture would flee from the pointer.
void SliceView::makeRoomForRegion() {
  if (m_scene.isRegionPulled()) return;
  const std::optional<Box>& region = m_scene.region();
  if (region && isWholeIn(frame(), *region)) return;
  m_camera.setBox(region ? withRegion(m_scene.bounds(), *region) : m_scene.bounds());
}

QImage SliceView::picture() {
  QImage image(size() * devicePixelRatioF(), QImage::Format_RGB32);
  image.setDevicePixelRatio(devicePixelRatioF());
  render(&image);
  return image;
}

void SliceView::showBox(const Box& box) {
  m_camera.fit(box);
  update();
}

void SliceView::setCamera(const SliceCamera& camera) {
  m_camera = camera;
  update();
}

void SliceView::resetView() {
  m_camera.reset();
  update();
  m_scene.tellReset(m_plane);
  emit cameraMoved();
}

void SliceView::zoomBy(double factor, QPointF anchor) {
  m_camera.zoom(factor, anchor, frame());
  update();
  m_scene.tellZoom(m_plane, factor);
  emit cameraMoved();
}

void SliceView::stepSlices(int slices) {
  m_scene.setCrosshair(m_scene.crosshair() + (slices * step()) * planeAxes(m_plane).normal);
}

void SliceView::moveCrosshair(int right, int down) {
  const PlaneAxes axes = planeAxes(m_plane);
  m_scene.setCrosshair(m_scene.crosshair() + static_cast<double>(right) * axes.right +
                       static_cast<double>(down) * axes.down);
}

void SliceView::paintEvent(QPaintEvent* /*event*/) {
  QPainter painter(this);
  painter.fillRect(rect(), Qt::black);
  if (!m_scene.ct()) return paintEmpty(painter);
  makeRoomForRegion();  // the view may have another shape now
  const SliceFrame shown = frame();
  m_picture.update(shown, devicePixelRatioF(), m_scene, shownWindow());
  const bool exact = m_picture.image().size() == (QSizeF(size()) * devicePixelRatioF()).toSize();
  painter.setRenderHint(QPainter::SmoothPixmapTransform, !exact);
  painter.drawImage(m_picture.area(), m_picture.image());
  paintNotes(painter, shown);
}

void SliceView::paintEmpty(QPainter& painter) {
  painter.setFont(fontOf(TextRole::Body));
  painter.setPen(QColor::fromRgb(picture::kNotes).darker(160));
  painter.drawText(rect().adjusted(16, 16, -16, -16), Qt::AlignCenter | Qt::TextWordWrap,
                   tr("Open a CT to see it here"));
}

void SliceView::paintNotes(QPainter& painter, const SliceFrame& shown) {
  painter.setFont(fontOf(TextRole::Secondary));
  if (m_scene.isShown(SliceLayer::Overlay) && !m_picture.outline().isEmpty()) {
    painter.setRenderHint(QPainter::Antialiasing);
    painter.strokePath(m_picture.outline(), QPen(QColor::fromRgb(picture::kImplant), 1.2));
    painter.setRenderHint(QPainter::Antialiasing, false);
  }
  if (m_scene.region() && m_scene.isShown(SliceLayer::Region)) paintRegion(painter, shown, *m_scene.region());
  if (m_scene.isShown(SliceLayer::Crosshair)) paintCrosshair(painter, shown, m_scene.crosshair());
  for (const Measurement& measurement : m_scene.measurements())
    if (isOn(measurement, shown, step())) paintMeasurement(painter, shown, measurement);
  if (m_gesture.drawn()) paintMeasurement(painter, shown, *m_gesture.drawn());
  paintDirections(painter, shown);
  paintScaleBar(painter, shown);
  const QFontMetricsF metrics(painter.font());
  QPointF corner(kMargin, kMargin);
  if (const QString note = shownNote(metrics); !note.isEmpty()) {
    paintNote(painter, corner, Qt::AlignLeft | Qt::AlignTop, note);
    corner.ry() += std::ceil(metrics.height());
  }
  if (m_ownWindow || !isDefault(shownWindow()))
    paintNote(painter, corner, Qt::AlignLeft | Qt::AlignTop,
              tr("W %1 L %2").arg(wholeText(shownWindow().width), wholeText(shownWindow().level)));
  if (hasRoomForSide()) paintNote(painter, {width() - kMargin, kMargin}, Qt::AlignRight | Qt::AlignTop, m_scene.side());
  if (m_hu)
    paintNote(painter, {kMargin, height() - kMargin + 1}, Qt::AlignLeft | Qt::AlignBottom,
              tr("HU %1").arg(wholeText(*m_hu)));
}

bool SliceView::hasRoomForSide() const { return width() >= kRoomForSide; }

/// All of the note where it stands clear of the side, otherwise what must never be missing.
QString SliceView::shownNote(const QFontMetricsF& metrics) const {
  const double words = metrics.horizontalAdvance(m_scene.note());
  if (kNoteShare * words <= width()) return m_scene.note();
  const double side = hasRoomForSide() ? metrics.horizontalAdvance(m_scene.side()) + kMargin : 0;
  const bool fits = 2 * kMargin + words + side <= width();
  return width() >= kRoomForNotes && fits ? m_scene.note() : m_scene.briefNote();
}

void SliceView::showPointer(QPointF at) {
  if (!m_scene.ct()) return;
  const Vec3 point = frame().toPatient(at);
  const std::optional<float> hu = voxelAt(*m_scene.ct(), point);
  if (hu != m_hu) update();
  m_hu = hu;
  emit pointed(point, hu);
}

void SliceView::take(const std::optional<Measurement>& finished) {
  if (finished) {
    m_scene.addMeasurement(*finished);
    m_scene.setTool(SliceTool::Navigate);
  }
  update();
}

void SliceView::removeMeasurementHere() {
  const auto& list = m_scene.measurements();
  const auto near = pointNear(list, frame(), step(), m_lastAt, 12);
  if (near) return m_scene.removeMeasurement(near->measurement);
  for (std::size_t i = list.size(); i-- > 0;)
    if (isOn(list[i], frame(), step())) return m_scene.removeMeasurement(i);
}

void SliceView::contextMenuEvent(QContextMenuEvent* event) {
  // Some desktops ask when the button goes down; a drag zooms, so that the pointer's menu waits until it goes up.
  if (event->reason() != QContextMenuEvent::Mouse) showMenu(event->globalPos());
}

void SliceView::showMenu(QPoint at) {
  if (!m_scene.ct()) return;
  QMenu* menu = makeSliceMenu(*this, m_scene);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  menu->popup(at);
}

void SliceView::focusInEvent(QFocusEvent* event) {
  QWidget::focusInEvent(event);
  update();
}

void SliceView::focusOutEvent(QFocusEvent* event) {
  QWidget::focusOutEvent(event);
  update();
}

}  // namespace hipwright
