// The viewer: three linked slices and a place for the 3-D view, in four layouts, any one of them maximised.
#pragma once

#include "ui/slices/pane_layout.h"
#include "ui/slices/slice_scene.h"
#include "ui/slices/slice_view.h"

#include <QWidget>

namespace hipwright {

class ViewHead;

/// Views keep their places in the widget tree whatever the layout, so that the 3-D view never loses its context. What
/// the slices show is in scene(); the functions here are its front door. GUI thread.
class SlicePanel : public QWidget {
  Q_OBJECT

 public:
  explicit SlicePanel(QWidget* parent = nullptr);

  SliceScene& scene() { return m_scene; }
  const SliceScene& scene() const { return m_scene; }
  SliceView& view(Plane plane) const { return *m_views[static_cast<std::size_t>(plane)]; }

  /// Null for none. The crosshair goes to the middle of the case.
  void setCase(std::shared_ptr<const Volume> ct) { m_scene.setCase(std::move(ct)); }
  /// Positive inside the implant; null for none. Any geometry.
  void setImplant(std::shared_ptr<const Volume> sdf) { m_scene.setImplant(std::move(sdf)); }
  void setCrosshair(const Vec3& point) { m_scene.setCrosshair(point); }

  /// The 3-D view, and what stands in its head and below it (either may be null). Takes them.
  void setFourth(QWidget* view, QWidget* tools, QWidget* foot);

  ViewLayout layoutKind() const { return m_layout; }
  void setLayoutKind(ViewLayout layout);
  void maximise(std::optional<Pane> pane);  ///< nothing: all views of the layout
  std::optional<Pane> maximised() const { return m_maximised; }

  /// Layout and borders as a string for the settings file; a text that makes no sense is ignored.
  QString layoutText() const;
  void restoreLayout(const QString& text);

  /// All views as shown, for pictures in reports. A 3-D view paints itself through its own screenshot.
  QRect paneArea(Pane pane) const;

 signals:
  void crosshairMoved(const hipwright::Vec3& point);
  void pointed(const hipwright::Vec3& point, std::optional<float> hu);
  void pointerLeft();
  void layoutKindChanged(hipwright::ViewLayout layout);

 protected:
  void resizeEvent(QResizeEvent* event) override;
  void paintEvent(QPaintEvent* event) override;
  void changeEvent(QEvent* event) override;

 private:
  struct Place {
    QWidget* widget = nullptr;
    ViewHead* head = nullptr;
  };

  void addSlice(Plane plane);
  Place& place(Pane pane) { return m_places[static_cast<std::size_t>(pane)]; }
  void arrange();
  void arrangeBorders();
  void showPlaces();
  void showWords();

  SliceScene m_scene;
  std::array<SliceView*, 3> m_views{};
  std::array<Place, kPaneCount> m_places;
  std::array<PaneShares, kLayoutCount> m_shares;
  std::vector<QWidget*> m_borders;
  ViewLayout m_layout = ViewLayout::Planning;
  std::optional<Pane> m_maximised;
};

}  // namespace hipwright
