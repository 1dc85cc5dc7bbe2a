#include "ui/viewport/surface_row.h"

#include "ui/theme/theme.h"
#include "ui/viewport/camera_gestures.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/viewport/orientation_marker.h"
#include "ui/viewport/vtk_canvas.h"

#include <QMouseEvent>
#include <QOpenGLContext>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kRest = 200;  // ms without a move before edges are smooth again

CameraPose standardPose() {
  CameraPose pose;
  pose.orientation = orientationOf(AnatomicalView::Anterior);
  return pose;
}

}  // namespace

SurfaceRow::SurfaceRow(QWidget* parent)
    : QOpenGLWidget(parent),
      m_canvas(std::make_unique<VtkCanvas>(*this)),
      m_scene(std::make_unique<SurfaceRowScene>(m_canvas->window())),
      m_marker(new OrientationMarker(this)) {
  setFormat(viewportFormat());
  setFocusPolicy(Qt::StrongFocus);
  setAccessibleName(tr("Implants in 3-D, coloured by their distance to the reference"));
  m_resting.setSingleShot(true);
  m_resting.setInterval(kRest);
  connect(&m_resting, &QTimer::timeout, this, [this] {
    m_scene->setMoving(false);
    update();
  });
  m_marker->setOrientation(standardPose());
  applyTheme();
}

SurfaceRow::~SurfaceRow() {
  if (context() != nullptr) disconnect(context(), nullptr, this, nullptr);
  releaseContext();
}

void SurfaceRow::releaseContext() {
  if (context() == nullptr) return;
  makeCurrent();
  m_canvas->release();
  doneCurrent();
}

void SurfaceRow::initializeGL() {
  connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, &SurfaceRow::releaseContext, Qt::DirectConnection);
  m_software = m_canvas->adopt();
  m_scene->setSmoothEdges(m_software);
  m_canvas->resize(size(), devicePixelRatioF());
}

void SurfaceRow::resizeGL(int /*width*/, int /*height*/) { m_canvas->resize(size(), devicePixelRatioF()); }

void SurfaceRow::paintGL() {
  const int width = static_cast<int>(this->width() * devicePixelRatioF());
  m_canvas->draw(defaultFramebufferObject(), [this, width] { m_scene->render(width); });
  m_canvas->close(defaultFramebufferObject());
}

void SurfaceRow::resizeEvent(QResizeEvent* event) {
  QOpenGLWidget::resizeEvent(event);
  m_marker->move(0, height() - m_marker->height());
  frameAll();
}

double SurfaceRow::aspect() const {
  const int cells = std::max(m_scene->count(), 1);
  return height() > 0 ? static_cast<double>(width()) / cells / height() : 1;
}

void SurfaceRow::setCount(int cells) {
  if (cells == 0) {
    m_steered = false;
    m_marker->setOrientation(standardPose());
  }
  m_poses.resize(static_cast<std::size_t>(cells), m_poses.empty() ? standardPose() : m_poses.front());
  m_cell = std::clamp(m_cell, 0, std::max(cells - 1, 0));
  m_scene->setCount(cells);
  for (int cell = 0; cell < cells; ++cell) m_scene->setCamera(cell, camera(cell));
  m_marker->setVisible(cells > 0);
  frameAll();
  update();
}

void SurfaceRow::setSurface(int cell, ShownSurfacePtr surface) {
  m_scene->setSurface(cell, std::move(surface));
  frameAll();
  update();
}

void SurfaceRow::setColours(int cell, const VertexColours& colours, const VertexColours& rough) {
  m_scene->setColours(cell, colours, rough);
  update();
}

void SurfaceRow::setLinked(bool linked) {
  m_linked = linked;
  if (linked && !m_poses.empty()) steer(m_poses[static_cast<std::size_t>(m_cell)]);
}

void SurfaceRow::frameAll() {
  const std::optional<Box> box = m_scene->bounds();
  if (!box || m_steered) return;
  for (std::size_t cell = 0; cell < m_poses.size(); ++cell) {
    m_poses[cell] = fitted(m_poses[cell], *box, aspect());
    m_scene->setCamera(static_cast<int>(cell), m_poses[cell]);
  }
}

void SurfaceRow::steer(const CameraPose& pose) {
  m_steered = true;
  beginMoving();
  for (std::size_t cell = 0; cell < m_poses.size(); ++cell) {
    if (!m_linked && static_cast<int>(cell) != m_cell) continue;
    m_poses[cell] = pose;
    m_scene->setCamera(static_cast<int>(cell), pose);
  }
  if (!m_poses.empty()) m_marker->setOrientation(m_poses.front());
  update();
}

void SurfaceRow::beginMoving() {
  m_scene->setMoving(true);
  m_resting.start();
}

void SurfaceRow::look(AnatomicalView from) {
  CameraPose pose = camera(m_cell);
  pose.orientation = orientationOf(from);
  steer(pose);
}

void SurfaceRow::resetView() {
  for (CameraPose& pose : m_poses) pose = standardPose();
  m_steered = false;
  m_marker->setOrientation(standardPose());
  frameAll();
  update();
}

void SurfaceRow::useCellAt(QPointF at) {
  if (m_poses.empty() || width() <= 0) return;
  const auto cell = static_cast<int>(at.x() * static_cast<double>(m_poses.size()) / width());
  m_cell = std::clamp(cell, 0, static_cast<int>(m_poses.size()) - 1);
  emit cellUsed(m_cell);
}

void SurfaceRow::mousePressEvent(QMouseEvent* event) {
  m_lastAt = event->position();
  useCellAt(m_lastAt);
  event->accept();
}

void SurfaceRow::mouseMoveEvent(QMouseEvent* event) {
  if (m_poses.empty()) return;
  const QPointF by = event->position() - m_lastAt;
  m_lastAt = event->position();
  if (const std::optional<CameraPose> pose = dragged(camera(m_cell), *event, by, height())) steer(*pose);
}

void SurfaceRow::mouseDoubleClickEvent(QMouseEvent* /*event*/) { resetView(); }

void SurfaceRow::wheelEvent(QWheelEvent* event) {
  if (m_poses.empty() || event->angleDelta().y() == 0) return event->ignore();
  useCellAt(event->position());
  steer(wheeled(camera(m_cell), *event));
  event->accept();
}

void SurfaceRow::keyPressEvent(QKeyEvent* event) {
  const bool known = !m_poses.empty() && handleKey(event->key(), chosenModifiers(event->modifiers()));
  if (!known) QOpenGLWidget::keyPressEvent(event);
}

bool SurfaceRow::handleKey(int key, Qt::KeyboardModifiers modifiers) {
  if (const std::optional<AnatomicalView> view = viewOfKey(key, modifiers)) return look(*view), true;
  if (modifiers != Qt::NoModifier) return false;
  if (key == Qt::Key_0) return resetView(), true;
  const std::optional<CameraPose> pose = steeredBy(key, camera(m_cell));
  if (pose) steer(*pose);
  return pose.has_value();
}

void SurfaceRow::applyTheme() {
  const Theme theme = themeOf(palette());
  m_scene->setBackground(theme.viewTop, theme.viewBottom, theme.line);
  m_marker->setBackground(theme.viewBottom);
  update();
}

void SurfaceRow::changeEvent(QEvent* event) {
  QOpenGLWidget::changeEvent(event);
  if (event->type() == QEvent::PaletteChange) applyTheme();
}

}  // namespace hipwright
