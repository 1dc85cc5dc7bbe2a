// The 3-D view: implant, bone and slices in patient space, drawn by VTK inside a Qt widget of our own.
#pragma once

#include "engine/core/mesh.h"
#include "engine/core/volume.h"
#include "ui/slices/window_level.h"
#include "ui/viewport/camera_pose.h"
#include "ui/viewport/marked_part.h"
#include "ui/viewport/volume_scene.h"

#include <QOpenGLWidget>
#include <QTimer>
#include <memory>
#include <optional>

class QLabel;

namespace hipwright {

class OrientationMarker;
class ViewportWindow;
class VolumeBadge;

/// What is shown survives hiding, re-docking and a lost context. Every setter only asks for a new picture; large meshes
/// are made ready on a thread of the pool and appear when they are. Make it through makeViewport(), which asks the
/// machine first. GUI thread.
class Viewport : public QOpenGLWidget {
  Q_OBJECT

 public:
  explicit Viewport(QWidget* parent = nullptr);
  ~Viewport() override;

  /// LPS mm; null for none. Until the user moves the camera it shows all of the bone, or the implant alone.
  void setImplant(std::shared_ptr<const Mesh> mesh);
  void setBone(std::shared_ptr<const Mesh> mesh);
  /// What the slices in space are cut from; null for none. A new case shows the whole scene again.
  void setCase(std::shared_ptr<const Volume> ct);

  /// Colours a part of the implant, a fault for instance, and flies to it; nothing takes the mark away.
  void mark(const std::optional<MarkedPart>& part);

  void setImplantShown(bool shown);
  void setBoneShown(bool shown);
  void setBoneOpacity(double opacity);  ///< 0 to 1, where the implant is behind the bone; 0.35 at first
  void setSlicesShown(bool shown);
  void setWindow(const WindowLevel& window);
  /// Cuts the bone at the crosshair and shows the slice there.
  void setCut(std::optional<Plane> plane);
  std::optional<Plane> cut() const { return m_cut; }
  void setCrosshair(const Vec3& point);
  void setCrosshairShown(bool shown);
  void setRegion(const std::optional<Box>& region);  ///< LPS mm, as a box of lines; none at first

  /// Otherwise the theme's, with its background following light and dark.
  void setColours(const ViewportColours& colours);

  void look(AnatomicalView from);
  void resetView();
  const CameraPose& camera() const { return m_pose; }
  void setCamera(const CameraPose& pose);
  /// Whether the user moved the camera in this case, so that what comes leaves it where it is.
  bool isSteered() const { return m_steered; }
  /// As if the user had moved it there.
  void holdCamera(const CameraPose& pose);

  /// The picture with the orientation marker, at the screen's resolution. Draws now.
  QImage screenshot();

  VolumeBadge& badge() { return *m_badge; }
  void setSide(const QString& text);  ///< "Right hip", in the lower right corner, clear of the badge

  bool isReady() const;  ///< no mesh is still being made ready, and the camera rests

 signals:
  void picked(const hipwright::Vec3& point);  ///< a click on something
  void cameraChanged(const hipwright::CameraPose& pose);
  void cutChanged(std::optional<hipwright::Plane> plane);
  void slicesShownChanged(bool shown);
  void surfaceShown();  ///< a mesh given to setImplant or setBone is in the scene
  void maximiseWanted();

 protected:
  void initializeGL() override;
  void paintGL() override;
  void resizeGL(int width, int height) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void mouseDoubleClickEvent(QMouseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  void setMesh(SurfaceRole role, std::shared_ptr<const Mesh> mesh);
  void showSurface(SurfaceRole role, int turn, ShownSurfacePtr surface);
  void showSlices();
  void showColours(const ViewportColours& colours);
  void applyTheme();
  void frameScene();
  void steer(const CameraPose& pose);
  void flyTo(const CameraPose& pose);
  void beginMoving();
  void endMoving();
  void pick();
  void syncSize();
  void placeSide();
  void releaseContext();
  bool handleKey(int key, Qt::KeyboardModifiers modifiers);
  double aspect() const;

  std::unique_ptr<ViewportWindow> m_window;
  OrientationMarker* m_marker;
  VolumeBadge* m_badge;
  QLabel* m_side;
  CameraPose m_pose;
  VolumePtr m_ct;
  std::array<int, 3> m_turn{0, 0, 0};  ///< of the last mesh given, by role: an older one that comes late is dropped
  std::array<bool, 3> m_waiting{false, false, false};
  WindowLevel m_windowLevel;
  Vec3 m_crosshair{0, 0, 0};
  std::optional<Plane> m_cut;
  bool m_crosshairShown = true;
  bool m_slicesShown = false;
  QTimer m_resting;        ///< runs while the camera moves
  bool m_steered = false;  ///< the user has moved the camera since the case was opened
  bool m_ownColours = false;
  std::optional<QPointF> m_pickAt;
  QPointF m_pressedAt;
  QPointF m_lastAt;
};

}  // namespace hipwright
