#include "ui/viewport/viewport.h"

#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/viewport/orientation_marker.h"
#include "ui/viewport/viewport_window.h"
#include "ui/viewport/volume_badge.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLabel>
#include <QOpenGLContext>
#include <QPainter>
#include <QPointer>
#include <QThreadPool>
#include <QVariantAnimation>

#include <algorithm>
#include <functional>

namespace hipwright {
namespace {

constexpr std::size_t kAtOnce = 60'000;  // triangles; more are made ready on another thread
constexpr int kFlight = 150;             // ms
constexpr int kRest = 200;               // ms without a move before all triangles are drawn again
constexpr int kBadgeAt = 12;             // px from the corner
constexpr double kSmallestView = 30;     // mm around the middle of a mark, so that one sees where it is

}  // namespace

Viewport::Viewport(QWidget* parent)
    : QOpenGLWidget(parent),
      m_window(std::make_unique<ViewportWindow>(*this)),
      m_marker(new OrientationMarker(this)),
      m_badge(new VolumeBadge(this)),
      m_side(makeLabel({}, "note", this)) {
  setFormat(viewportFormat());
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("3-D view"));
  setMinimumSize(120, 120);
  m_badge->move(kBadgeAt, kBadgeAt);
  m_side->setAttribute(Qt::WA_TransparentForMouseEvents);
  m_pose.orientation = orientationOf(AnatomicalView::Anterior);
  m_resting.setSingleShot(true);
  m_resting.setInterval(kRest);
  connect(&m_resting, &QTimer::timeout, this, &Viewport::endMoving);
  applyTheme();
  setCamera(m_pose);
}

void Viewport::setSide(const QString& text) {
  m_side->setText(text);
  placeSide();
}

void Viewport::placeSide() {
  m_side->adjustSize();
  m_side->move(width() - m_side->width() - kBadgeAt, height() - m_side->height() - kBadgeAt);
}

Viewport::~Viewport() {
  if (context() != nullptr) disconnect(context(), nullptr, this, nullptr);  // it goes after what releaseContext() uses
  releaseContext();
}

void Viewport::releaseContext() {
  if (context() == nullptr) return;
  makeCurrent();
  m_window->release();
  doneCurrent();
}

void Viewport::initializeGL() {
  connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &Viewport::releaseContext, Qt::DirectConnection);
  m_window->adopt();
  syncSize();
}

void Viewport::syncSize() { m_window->resize(size(), devicePixelRatioF()); }

void Viewport::resizeGL(int /*width*/, int /*height*/) { syncSize(); }

void Viewport::paintGL() {
  if (m_pickAt) pick();
  m_window->paint(defaultFramebufferObject());
}

void Viewport::pick() {
  const QPointF at = *std::exchange(m_pickAt, std::nullopt) * devicePixelRatioF();
  const int fromBottom = static_cast<int>(height() * devicePixelRatioF()) - 1 - static_cast<int>(at.y());
  const std::optional<Vec3> point = m_window->pointAt(static_cast<int>(at.x()), fromBottom, defaultFramebufferObject());
  if (!point) return;
  // Whoever listens may ask for a new picture; that waits until this one is drawn.
  QMetaObject::invokeMethod(
      this, [this, p = *point] { emit picked(p); }, Qt::QueuedConnection);
}

void Viewport::setImplant(std::shared_ptr<const Mesh> mesh) { setMesh(SurfaceRole::Implant, std::move(mesh)); }

void Viewport::setBone(std::shared_ptr<const Mesh> mesh) { setMesh(SurfaceRole::Bone, std::move(mesh)); }

void Viewport::mark(const std::optional<MarkedPart>& part) {
  setMesh(SurfaceRole::Mark, part ? part->mesh : nullptr);
  if (!part) return;
  CameraPose pose = m_pose;
  pose.orientation = orientationFacing(part->facing);
  Box box = part->box;
  const double room = std::max(0.0, kSmallestView - part->radiusMm);
  for (int a = 0; a < 3; ++a) {
    box.lower[a] -= room;
    box.upper[a] += room;
  }
  m_steered = true;  // what else is shown now leaves the camera where it is
  flyTo(fitted(pose, box, aspect()));
}

void Viewport::setMesh(SurfaceRole role, std::shared_ptr<const Mesh> mesh) {
  const auto index = static_cast<std::size_t>(role);
  const int turn = ++m_turn[index];
  m_waiting[index] = true;
  if (!mesh) return showSurface(role, turn, nullptr);
  if (mesh->triangles.size() <= kAtOnce)
    return showSurface(role, turn, std::make_shared<const ShownSurface>(surfaceWithRough(*mesh)));
  QObject* application = QCoreApplication::instance();
  QThreadPool::globalInstance()->start([application, self = QPointer(this), role, turn, mesh = std::move(mesh)] {
    auto surface = std::make_shared<const ShownSurface>(surfaceWithRough(*mesh));
    QMetaObject::invokeMethod(application, [self, role, turn, surface = std::move(surface)] {
      if (self) self->showSurface(role, turn, surface);
    });
  });
}

void Viewport::showSurface(SurfaceRole role, int turn, ShownSurfacePtr surface) {
  const auto index = static_cast<std::size_t>(role);
  if (turn != m_turn[index]) return;
  m_waiting[index] = false;
  const bool hasRough = surface && surface->rough;
  m_window->scene().setSurface(role, std::move(surface));
  // The full surface goes to the graphics card in a picture of its own, apart from what else is drawn anew now.
  if (hasRough || m_resting.isActive()) beginMoving();
  if (role == SurfaceRole::Bone || (role == SurfaceRole::Implant && !m_window->scene().hasBone())) frameScene();
  update();
  emit surfaceShown();
}

bool Viewport::isReady() const {
  return std::none_of(m_waiting.begin(), m_waiting.end(), std::identity()) && !m_resting.isActive();
}

void Viewport::setCase(std::shared_ptr<const Volume> ct) {
  m_ct = std::move(ct);
  m_crosshair = m_ct ? boundingBox(m_ct->geometry).centre() : Vec3{0, 0, 0};
  m_steered = false;
  showSlices();
  frameScene();
}

void Viewport::setRegion(const std::optional<Box>& region) {
  m_window->scene().setRegion(region);
  update();
}

void Viewport::setImplantShown(bool shown) {
  m_window->scene().setShown(SurfaceRole::Implant, shown);
  update();
}

void Viewport::setBoneShown(bool shown) {
  m_window->scene().setShown(SurfaceRole::Bone, shown);
  update();
}

void Viewport::setBoneOpacity(double opacity) {
  m_window->scene().setBoneOpacity(opacity);
  update();
}

void Viewport::setSlicesShown(bool shown) {
  if (shown == m_slicesShown) return;
  m_slicesShown = shown;
  showSlices();
  emit slicesShownChanged(shown);
}

void Viewport::setWindow(const WindowLevel& window) {
  m_windowLevel = window;
  showSlices();
}

void Viewport::setCut(std::optional<Plane> plane) {
  if (plane == m_cut) return;
  m_cut = plane;
  showSlices();
  emit cutChanged(plane);
}

void Viewport::setCrosshair(const Vec3& point) {
  m_crosshair = point;
  showSlices();
}

void Viewport::setCrosshairShown(bool shown) {
  m_crosshairShown = shown;
  showSlices();
}

void Viewport::showSlices() {
  VolumeScene& scene = m_window->scene();
  for (const Plane plane : kPlanes) {
    const bool wanted = m_ct && (m_slicesShown || m_cut == plane);
    scene.setSlice(plane, wanted ? std::optional(sliceQuad(*m_ct, plane, m_crosshair, m_windowLevel)) : std::nullopt);
  }
  scene.setCut(m_cut, m_crosshair);
  scene.setCrosshair(m_crosshairShown && m_ct ? std::optional(m_crosshair) : std::nullopt);
  update();
}

void Viewport::setColours(const ViewportColours& colours) {
  m_ownColours = true;
  showColours(colours);
}

void Viewport::showColours(const ViewportColours& colours) {
  m_window->scene().setColours(colours);
  m_marker->setBackground(colours.bottom);
  update();
}

void Viewport::applyTheme() {
  const Theme theme = themeOf(palette());
  showColours({theme.viewTop, theme.viewBottom, QColor::fromRgb(picture::kImplant), QColor::fromRgb(picture::kBone),
               theme.error});
}

void Viewport::changeEvent(QEvent* event) {
  QOpenGLWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange && !m_ownColours) applyTheme();
  if (event->type() == QEvent::LanguageChange) setAccessibleName(tr("3-D view"));
}

double Viewport::aspect() const { return height() > 0 ? static_cast<double>(width()) / height() : 1; }

void Viewport::frameScene() {
  const std::optional<Box> box = m_window->scene().bounds();
  if (box && !m_steered) setCamera(fitted(m_pose, *box, aspect()));
}

void Viewport::beginMoving() {
  m_window->scene().setMoving(true);
  m_resting.start();
}

void Viewport::endMoving() {
  m_resting.stop();
  m_window->scene().setMoving(false);
  update();
}

void Viewport::steer(const CameraPose& pose) {
  m_steered = true;
  beginMoving();
  setCamera(pose);
}

void Viewport::setCamera(const CameraPose& pose) {
  m_pose = pose;
  m_window->scene().setCamera(pose);
  m_marker->setOrientation(pose);
  emit cameraChanged(pose);
  update();
}

void Viewport::holdCamera(const CameraPose& pose) {
  m_steered = true;
  setCamera(pose);
}

void Viewport::look(AnatomicalView from) {
  CameraPose pose = m_pose;
  pose.orientation = orientationOf(from);
  flyTo(pose);
}

void Viewport::resetView() {
  CameraPose pose = m_pose;
  m_steered = false;
  pose.orientation = orientationOf(AnatomicalView::Anterior);
  const std::optional<Box> box = m_window->scene().bounds();
  flyTo(box ? fitted(pose, *box, aspect()) : pose);
}

void Viewport::flyTo(const CameraPose& pose) {
  if (!isVisible()) return setCamera(pose);
  auto* flight = new QVariantAnimation(this);
  flight->setDuration(kFlight);
  flight->setStartValue(0.0);
  flight->setEndValue(1.0);
  flight->setEasingCurve(QEasingCurve::InOutQuad);
  connect(flight, &QVariantAnimation::valueChanged, this, [this, from = m_pose, pose](const QVariant& share) {
    beginMoving();
    setCamera(between(from, pose, share.toDouble()));
  });
  flight->start(QAbstractAnimation::DeleteWhenStopped);
}

QImage Viewport::screenshot() {
  if (m_resting.isActive()) endMoving();
  QImage image = grabFramebuffer().convertToFormat(QImage::Format_RGB32);
  image.setDevicePixelRatio(devicePixelRatioF());
  QPainter painter(&image);
  m_side->render(&painter, m_side->pos(), {}, RenderFlags());
  painter.translate(m_marker->pos());
  m_marker->paintOn(painter);
  return image;
}

}  // namespace hipwright
