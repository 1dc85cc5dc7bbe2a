// Prints what one redraw of a plane costs on a large CT; not a test, because a busy machine is not a mistake.
#include "ui/slices/slice_picture.h"

#include <QElapsedTimer>
#include <QGuiApplication>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <vector>

namespace hipwright {
namespace {

Geometry largeGrid(double turn) {
  Geometry g{{512, 512, 400}, {0.78, 0.78, 0.8}, {-200, -200, -160}, kIdentity3};
  const double c = std::cos(turn);
  const double s = std::sin(turn);
  g.direction = {Vec3{c, 0, s}, Vec3{0, 1, 0}, Vec3{-s, 0, c}};
  return g;
}

VolumePtr largeVolume(const Geometry& g) {
  Volume volume{g, std::vector<float>(static_cast<std::size_t>(product(g.size)))};
  for (std::size_t i = 0; i < volume.voxels.size(); ++i) volume.voxels[i] = static_cast<float>(i * 2654435761U % 2000);
  return std::make_shared<const Volume>(std::move(volume));
}

VolumePtr largeImplant() {
  Volume volume{{{160, 160, 200}, {1, 1, 1}, {-80, -80, -100}, kIdentity3}, {}};
  for (std::int64_t i = 0; i < product(volume.geometry.size); ++i) {
    const double x = static_cast<double>(i % 160) - 80;
    const double y = static_cast<double>(i / 160 % 160) - 80;
    volume.voxels.push_back(static_cast<float>(30 + 3 * std::sin(0.5 * x) - std::hypot(x, y)));
  }
  return std::make_shared<const Volume>(std::move(volume));
}

template <typename Work>
double median(Work&& work) {
  std::vector<double> ms;
  for (int i = 0; i < 21; ++i) {
    QElapsedTimer timer;
    timer.start();
    work(i);
    ms.push_back(static_cast<double>(timer.nsecsElapsed()) * 1e-6);
  }
  std::nth_element(ms.begin(), ms.begin() + 10, ms.end());
  return ms[10];
}

void measure(const char* name, SliceScene& scene, QSize size) {
  constexpr std::array<const char*, 3> kNames = {"axial", "coronal", "sagittal"};
  for (const Plane plane : kPlanes) {
    SlicePicture picture;
    SliceFrame frame{plane, scene.bounds().centre(), fittingScale(scene.bounds(), plane, size), size};
    const double moved = median([&](int i) {
      frame.centre[static_cast<std::size_t>(normalAxis(plane))] += i % 2 == 0 ? 1 : -1;
      picture.update(frame, 1, scene, scene.window());
    });
    const double windowed = median([&](int i) {
      scene.setWindow({1500.0 + i, 300});
      picture.update(frame, 1, scene, scene.window());
    });
    std::printf("%-8s %-9s %4d x %-4d  new slice %5.2f ms, new window %5.2f ms\n", name,
                kNames[static_cast<std::size_t>(plane)], size.width(), size.height(), moved, windowed);
  }
}

}  // namespace
}  // namespace hipwright

int main(int argc, char** argv) {
  using namespace hipwright;
  QGuiApplication application(argc, argv);
  SliceScene scene;
  scene.setCase(largeVolume(largeGrid(0)));
  measure("straight", scene, {640, 700});
  scene.setImplant(largeImplant());
  measure("implant", scene, {640, 700});
  scene.setCase(largeVolume(largeGrid(0.2)));
  measure("oblique", scene, {640, 700});
  measure("oblique", scene, {1400, 1400});
  return 0;
}
