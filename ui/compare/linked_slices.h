// Keeps the slices of all columns at the same place: crosshair, window, layers and the part that is shown.
#pragma once

#include "ui/slices/slice_scene.h"

#include <QObject>

#include <vector>

namespace hipwright {

class SliceView;

class LinkedSlices : public QObject {
  Q_OBJECT

 public:
  using QObject::QObject;

  /// Views leave by themselves when they are destroyed. A new one takes the place of the others.
  void add(SliceScene* scene, SliceView* view);

  /// Unlinked, each goes its own way; linked again, all follow the one used last.
  void setLinked(bool linked);
  bool isLinked() const { return m_linked; }

 signals:
  /// Of the view used last.
  void placeChanged(const hipwright::Vec3& point, const hipwright::WindowLevel& window);

 private:
  struct Slice {
    SliceScene* scene = nullptr;
    SliceView* view = nullptr;
  };

  void follow(const SliceScene* scene);
  void take(const Slice& from, const Slice& to);

  std::vector<Slice> m_slices;
  const SliceScene* m_last = nullptr;
  bool m_linked = true;
  bool m_following = false;
};

}  // namespace hipwright
