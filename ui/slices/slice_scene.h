// What all slice views show together: the case, the implant, the crosshair, the window and what was measured.
#pragma once

#include "engine/core/volume.h"
#include "ui/slices/measurement.h"
#include "ui/slices/window_level.h"

#include <QObject>

namespace hipwright {

enum class SliceTool { Navigate, Ruler, Angle };

/// What can be switched off.
enum class SliceLayer { Crosshair, Overlay, Region };

/// The one truth behind the views: they read it, ask it to change, and paint again on changed(). GUI thread.
class SliceScene : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  const VolumePtr& ct() const { return m_ct; }
  const VolumePtr& implant() const { return m_implant; }
  /// A box that holds the implant; nothing if there is none. Larger than need be until a large field was read through.
  const std::optional<Box>& implantBox() const { return m_implantBox; }
  const Box& bounds() const { return m_bounds; }         ///< of the case
  const Vec3& crosshair() const { return m_crosshair; }  ///< LPS mm
  const WindowLevel& window() const { return m_window; }
  const std::optional<Box>& region() const { return m_region; }
  const std::vector<Measurement>& measurements() const { return m_measurements; }
  SliceTool tool() const { return m_tool; }
  /// Zoom and window of one view are those of all.
  bool isLinked() const { return m_linked; }
  bool isShown(SliceLayer layer) const { return m_shown[static_cast<std::size_t>(layer)]; }
  /// The region can be pulled with the pointer.
  bool isRegionFree() const { return m_regionFree; }
  bool isRegionPulled() const { return m_regionPulled; }  ///< the pointer holds it
  const QString& side() const { return m_side; }
  const QString& note() const { return m_note; }
  const QString& briefNote() const { return m_briefNote; }

  /// A new case: the crosshair goes to its middle, implant, region and measurements go. Null for none.
  void setCase(VolumePtr ct);
  /// Positive inside the implant; null for none. A large field is read through on a thread of the pool.
  void setImplant(VolumePtr sdf);
  /// Keeps to the case's box; says crosshairMoved only if it moved.
  void setCrosshair(const Vec3& point);
  void setWindow(const WindowLevel& window);
  void setRegion(const std::optional<Box>& region);
  void setRegionFree(bool free);
  /// As the pointer pulls it; keepPulledRegion() ends that.
  void pullRegion(const Box& region);
  void keepPulledRegion();
  void setTool(SliceTool tool);
  void setLinked(bool linked);
  /// A view has zoomed, or shows the whole case again; the others follow while they are linked.
  void tellZoom(Plane from, double factor);
  void tellReset(Plane from);
  void toggle(SliceLayer layer);
  void setSide(const QString& text);  ///< "Right hip", in the corner of every view
  /// "Stage: final", and what of it has to stand in the narrowest view too: a mark or a word.
  void setNote(const QString& text, const QString& brief = {});

  void addMeasurement(Measurement measurement);
  void moveMeasurementPoint(MeasurementPoint which, const Vec3& to);
  void removeMeasurement(std::size_t index);
  void removeMeasurements();

 signals:
  void changed();
  void caseChanged();
  void crosshairMoved(const hipwright::Vec3& point);
  void windowChanged(const hipwright::WindowLevel& window);
  void toolChanged(hipwright::SliceTool tool);
  void layersChanged();
  void linkedChanged(bool linked);
  void zoomed(hipwright::Plane from, double factor);
  void viewReset(hipwright::Plane from);
  void sideChanged(const QString& text);
  void regionChanged();
  /// The user has put the region elsewhere.
  void regionPulled(const hipwright::Box& region);
  void measurementsChanged();

 private:
  void keepImplantBox(const VolumePtr& of, const std::optional<Box>& box);

  VolumePtr m_ct;
  VolumePtr m_implant;
  std::optional<Box> m_implantBox;
  Box m_bounds;
  Vec3 m_crosshair{0, 0, 0};
  WindowLevel m_window;
  std::optional<Box> m_region;
  bool m_regionFree = false;
  bool m_regionPulled = false;
  std::vector<Measurement> m_measurements;
  SliceTool m_tool = SliceTool::Navigate;
  bool m_linked = true;
  std::array<bool, 3> m_shown{true, true, true};
  QString m_side;
  QString m_note;
  QString m_briefNote;
};

}  // namespace hipwright
