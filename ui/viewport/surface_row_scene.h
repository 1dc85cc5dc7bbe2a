// The VTK side of a row of surfaces side by side: one render window, one renderer per cell. VTK stays in the source
// file.
#pragma once

#include "ui/viewport/camera_pose.h"
#include "ui/viewport/volume_scene.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace hipwright {

/// Red, green and blue for each vertex.
using VertexColours = std::shared_ptr<const std::vector<std::uint8_t>>;

/// Cells of equal width from left to right, two pixels apart. The thread that owns the OpenGL context.
class SurfaceRowScene {
 public:
  explicit SurfaceRowScene(vtkRenderWindow& window);
  ~SurfaceRowScene();
  SurfaceRowScene(const SurfaceRowScene&) = delete;
  SurfaceRowScene& operator=(const SurfaceRowScene&) = delete;

  void setCount(int cells);
  int count() const;
  void setSurface(int cell, ShownSurfacePtr surface);  ///< null for none
  /// Of the surface and of its rough one; null: the neutral colour.
  void setColours(int cell, const VertexColours& colours, const VertexColours& rough);
  /// Fewer triangles and rough edges until it rests again.
  void setMoving(bool moving);
  void setCamera(int cell, const CameraPose& pose);
  void setBackground(const QColor& top, const QColor& bottom, const QColor& between);
  void setSmoothEdges(bool smooth);

  /// All surfaces; nothing if there are none.
  std::optional<Box> bounds() const;

  /// Draws into a window of `width` device pixels, with its context current.
  void render(int width);

 private:
  struct Parts;
  std::unique_ptr<Parts> m;
};

}  // namespace hipwright
