// The VTK side of the 3-D view: surfaces, slices and crosshair in two layers. VTK stays in the source file.
#pragma once

#include "ui/viewport/camera_pose.h"
#include "ui/viewport/shown_surface.h"
#include "ui/viewport/slice_quad.h"

#include <QColor>
#include <memory>
#include <optional>

class vtkRenderWindow;

namespace hipwright {

struct ViewportColours {
  QColor top;  ///< of the background
  QColor bottom;
  QColor implant;
  QColor bone;
  QColor mark;  ///< of triangles that are pointed out

  bool operator==(const ViewportColours&) const = default;
};

enum class SurfaceRole { Bone, Implant, Mark };

using ShownSurfacePtr = std::shared_ptr<const ShownSurface>;

/// Two layers: below, everything with its depth; above, the implant once more through the bone, what is marked on it,
/// and the crosshair.
/// The thread that owns the OpenGL context.
class VolumeScene {
 public:
  explicit VolumeScene(vtkRenderWindow& window);
  ~VolumeScene();
  VolumeScene(const VolumeScene&) = delete;
  VolumeScene& operator=(const VolumeScene&) = delete;

  void setColours(const ViewportColours& colours);
  void setSurface(SurfaceRole role, ShownSurfacePtr surface);  ///< null for none
  void setShown(SurfaceRole role, bool shown);
  /// How much of the bone is seen where the implant is behind it, 0 to 1.
  void setBoneOpacity(double opacity);
  void setSlice(Plane plane, const std::optional<SliceQuad>& quad);
  /// Takes away the bone on the near side of a plane (towards the viewer of that plane's slices).
  void setCut(const std::optional<Plane>& plane, const Vec3& through);
  void setCrosshair(const std::optional<Vec3>& point);
  void setRegion(const std::optional<Box>& region);  ///< LPS mm, as a box of lines; it counts for no bounds
  void setCamera(const CameraPose& pose);
  void setSmoothEdges(bool smooth);
  /// Fewer triangles and rough edges until it rests again.
  void setMoving(bool moving);

  bool hasBone() const;

  /// All surfaces and slices; nothing if there are none.
  std::optional<Box> bounds() const;

  /// Draws, with the window's context current.
  void render();

  /// Draws the lower layer and finds what its pixel shows; device pixels from the lower left.
  std::optional<Vec3> pointAt(int x, int y);

 private:
  struct Parts;
  std::unique_ptr<Parts> m;
};

}  // namespace hipwright
