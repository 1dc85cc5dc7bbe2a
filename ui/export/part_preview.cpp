#include "ui/export/part_preview.h"

#include "ui/export/dimension_lines.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr QMarginsF kRoom(56, 32, 32, 56);  // px around the implant, for the dimension lines
constexpr double kNearest = 0.4;            // of the scale that shows all of the implant
constexpr double kNearAll = 0.7;            // above it, all of it may as well be shown
constexpr double kSmallestRing = 14;        // px
constexpr double kKeyTurn = 20;             // px of a drag
constexpr double kZoomStep = 1.2;

Box around(Box a, const Box& b) {
  for (int axis = 0; axis < 3; ++axis) {
    a.lower[axis] = std::min(a.lower[axis], b.lower[axis]);
    a.upper[axis] = std::max(a.upper[axis], b.upper[axis]);
  }
  return a;
}

}  // namespace

PartPreview::PartPreview(QWidget* parent) : QWidget(parent) {
  setFocusPolicy(Qt::StrongFocus);
  setMinimumSize(200, 220);
  setAttribute(Qt::WA_OpaquePaintEvent);
  setAccessibleName(tr("Preview of the implant"));
  setToolTip(tr("Drag or use the arrow keys to turn, the wheel to zoom, 0 to see all of it."));
  m_camera.pose.orientation = orientationOf(AnatomicalView::Anterior);
}

void PartPreview::setSurface(std::shared_ptr<const ShownSurface> surface) {
  if (surface == m_surface) return;
  const bool isFirst = !m_surface;
  m_surface = surface && !surface->isEmpty() ? std::move(surface) : nullptr;
  if (isFirst)
    showAll();
  else
    refresh();
}

void PartPreview::setDropped(std::shared_ptr<const ShownSurface> dropped) {
  if (dropped == m_dropped) return;
  m_dropped = std::move(dropped);
  if (m_surface && !m_marked) return showAll();
  refresh();
}

void PartPreview::setMessage(const QString& text) {
  m_message = text;
  update();
}

void PartPreview::mark(const std::optional<MarkedPart>& part) {
  m_marked = part;
  m_marks = part ? std::make_shared<const ShownSurface>(shownSurface(*part->mesh)) : nullptr;
  if (!part) return showAll();
  if (!m_surface) return;
  PictureCamera camera = wholeFrom(orientationFacing(part->facing));
  const double scale = std::max(1.3 * fittingScale(part->box, camera.pose), kNearest * camera.mmPerPixel);
  if (scale < kNearAll * camera.mmPerPixel) {
    camera.mmPerPixel = scale;
    camera.pose.focus = part->box.centre();
  }
  setCamera(camera);
}

void PartPreview::showAll() {
  if (m_surface) setCamera(wholeFrom(orientationOf(AnatomicalView::Anterior)));
}

PictureCamera PartPreview::wholeFrom(const QQuaternion& orientation) const {
  PictureCamera camera;
  camera.pose.orientation = orientation;
  const Box bounds = m_dropped ? around(m_surface->bounds, m_dropped->bounds) : m_surface->bounds;
  camera.mmPerPixel = fittingScale(bounds, camera.pose);
  const QPointF off((kRoom.left() - kRoom.right()) / 2, (kRoom.top() - kRoom.bottom()) / 2);
  camera.pose.focus = bounds.centre() - (off.x() * camera.mmPerPixel) * camera.pose.right() +
                      (off.y() * camera.mmPerPixel) * camera.pose.up();
  return camera;
}

double PartPreview::fittingScale(const Box& box, const CameraPose& pose) const {
  const Vec3 half = 0.5 * box.size();
  double across = 0, up = 0;
  for (int a = 0; a < 3; ++a) {
    across += std::abs(half[a] * pose.right()[a]);
    up += std::abs(half[a] * pose.up()[a]);
  }
  const double w = std::max(40.0, width() - kRoom.left() - kRoom.right());
  const double h = std::max(40.0, height() - kRoom.top() - kRoom.bottom());
  return std::max({2 * across / w, 2 * up / h, 1e-3});
}

void PartPreview::setCamera(const PictureCamera& camera) {
  m_camera = camera;
  refresh();
}

bool PartPreview::isReady() const { return !m_surface || m_shot.turn == m_turn; }

SurfacePicture PartPreview::wanted() const {
  const Theme theme = themeOf(palette());
  const double ratio = devicePixelRatioF();
  SurfacePicture out;
  const bool coarse = m_turning && m_surface && m_surface->rough;
  out.layers = {{coarse ? m_surface->rough : m_surface, QColor::fromRgb(picture::kImplant)},
                {m_dropped, theme.warning},
                {m_marks, theme.error, kMarkThrough}};
  out.camera = m_camera;
  out.camera.mmPerPixel /= ratio;
  out.size = (QSizeF(size()) * ratio).toSize();
  out.top = theme.viewTop;
  out.bottom = theme.viewBottom;
  return out;
}

/// One picture at a time; what changes meanwhile is in the next.
void PartPreview::refresh() {
  ++m_turn;
  update();
  if (m_painting || !m_surface || size().isEmpty()) return;
  m_painting = true;
  QObject* application = QCoreApplication::instance();
  QThreadPool::globalInstance()->start(
      [application, self = QPointer(this), picture = wanted(), camera = m_camera, turn = m_turn] {
        Shot shot{painted(picture), camera, turn};
        QMetaObject::invokeMethod(application, [self, shot = std::move(shot)] {
          if (self) self->take(shot);
        });
      });
}

void PartPreview::take(Shot shot) {
  m_painting = false;
  shot.image.setDevicePixelRatio(devicePixelRatioF());
  const bool isNewest = shot.turn == m_turn;
  m_shot = std::move(shot);
  update();
  if (isNewest) return;
  --m_turn;
  refresh();
}

void PartPreview::paintEvent(QPaintEvent* /*event*/) {
  const Theme theme = themeOf(palette());
  QPainter painter(this);
  painter.setRenderHint(QPainter::Antialiasing);
  if (!m_surface || m_shot.image.isNull()) {
    QLinearGradient behind(0, 0, 0, height());
    behind.setColorAt(0, theme.viewTop);
    behind.setColorAt(1, theme.viewBottom);
    painter.fillRect(rect(), behind);
    painter.setPen(theme.text2);
    painter.drawText(rect().adjusted(space::kPanel, 0, -space::kPanel, 0), Qt::AlignCenter | Qt::TextWordWrap,
                     m_message);
    return;
  }
  painter.drawImage(QRectF(rect()), m_shot.image);
  drawNotes(painter);
}

void PartPreview::drawNotes(QPainter& painter) const {
  const Theme theme = themeOf(palette());
  painter.setFont(fontOf(TextRole::Secondary));
  for (const DimensionLine& line : dimensionLines(m_surface->bounds, m_shot.camera, size()))
    if (isWithin(line, rect())) drawDimension(painter, line, theme.text2);
  if (!m_marked) return;
  const double radius = std::max(kSmallestRing, m_marked->radiusMm / m_shot.camera.mmPerPixel + 6);
  painter.setPen(QPen(theme.error, 2));
  painter.setBrush(Qt::NoBrush);
  painter.drawEllipse(m_shot.camera.toPixel(m_marked->box.centre(), size()), radius, radius);
}

void PartPreview::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  if (m_marked)
    refresh();
  else
    showAll();
}

void PartPreview::turnBy(QPointF pixels) {
  PictureCamera camera = m_camera;
  camera.pose = orbited(camera.pose, pixels);
  setCamera(camera);
}

void PartPreview::zoomBy(double factor) {
  PictureCamera camera = m_camera;
  camera.mmPerPixel = std::clamp(camera.mmPerPixel / factor, 0.01, 10.0);
  setCamera(camera);
}

void PartPreview::mousePressEvent(QMouseEvent* event) {
  m_lastAt = event->position();
  m_turning = true;
}

void PartPreview::mouseMoveEvent(QMouseEvent* event) {
  turnBy(event->position() - m_lastAt);
  m_lastAt = event->position();
}

void PartPreview::mouseReleaseEvent(QMouseEvent* /*event*/) {
  m_turning = false;
  refresh();
}

void PartPreview::mouseDoubleClickEvent(QMouseEvent* /*event*/) { showAll(); }

void PartPreview::wheelEvent(QWheelEvent* event) { zoomBy(std::pow(kZoomStep, event->angleDelta().y() / 120.0)); }

void PartPreview::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Left: return turnBy({-kKeyTurn, 0});
    case Qt::Key_Right: return turnBy({kKeyTurn, 0});
    case Qt::Key_Up: return turnBy({0, -kKeyTurn});
    case Qt::Key_Down: return turnBy({0, kKeyTurn});
    case Qt::Key_Plus: return zoomBy(kZoomStep);
    case Qt::Key_Minus: return zoomBy(1 / kZoomStep);
    case Qt::Key_0: return showAll();
    default: QWidget::keyPressEvent(event);
  }
}

void PartPreview::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) refresh();
}

}  // namespace hipwright
