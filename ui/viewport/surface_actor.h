// One surface as VTK draws it. The arrays stay where they are; VTK only points at them.
#pragma once

#include "ui/viewport/shown_surface.h"

#include <QColor>
#include <memory>

class vtkActor;
class vtkPlane;

namespace hipwright {

struct Shine {
  double specular = 0;  ///< 0 to 1
  double power = 1;
};

class SurfaceActor {
 public:
  SurfaceActor();
  ~SurfaceActor();
  SurfaceActor(const SurfaceActor&) = delete;
  SurfaceActor& operator=(const SurfaceActor&) = delete;

  vtkActor* actor();
  bool isEmpty() const;

  void setSurface(std::shared_ptr<const ShownSurface> surface);  ///< null for none
  void share(const SurfaceActor& other);                         ///< shows the same arrays
  /// Red, green and blue for each vertex of the surface and of its rough one; null for one colour. A new surface has
  /// one colour.
  using Colours = std::shared_ptr<const std::vector<std::uint8_t>>;
  void setVertexColours(const Colours& colours, const Colours& rough);
  /// While the camera moves the rough surface is drawn, if there is one.
  void setMoving(bool moving);
  void setColour(const QColor& colour);
  void setShine(const Shine& shine);
  /// Below 1 the surface is mixed in, and still hides what is behind it.
  void setOpacity(double opacity);
  /// Nothing that was drawn before hides it.
  void drawThrough();
  void setCut(vtkPlane* plane);  ///< keeps what its normal points to; null for all

 private:
  struct Parts;
  std::unique_ptr<Parts> m;
};

}  // namespace hipwright
