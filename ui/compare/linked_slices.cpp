#include "ui/compare/linked_slices.h"

#include "ui/slices/slice_view.h"

#include <algorithm>

namespace hipwright {

void LinkedSlices::add(SliceScene* scene, SliceView* view) {
  const Slice added{scene, view};
  if (!m_slices.empty()) take(m_slices.front(), added);
  m_slices.push_back(added);
  connect(view, &QObject::destroyed, this, [this, scene] {
    std::erase_if(m_slices, [scene](const Slice& slice) { return slice.scene == scene; });
    if (m_last == scene) m_last = nullptr;
  });
  const auto followed = [this, scene] { follow(scene); };
  connect(scene, &SliceScene::crosshairMoved, this, followed);
  connect(scene, &SliceScene::windowChanged, this, followed);
  connect(scene, &SliceScene::layersChanged, this, followed);
  connect(view, &SliceView::cameraMoved, this, followed);
}

void LinkedSlices::setLinked(bool linked) {
  m_linked = linked;
  if (linked && !m_slices.empty()) follow(m_last != nullptr ? m_last : m_slices.front().scene);
}

void LinkedSlices::follow(const SliceScene* scene) {
  if (m_following) return;
  m_following = true;
  m_last = scene;
  const auto from = std::find_if(m_slices.begin(), m_slices.end(), [&](const Slice& s) { return s.scene == scene; });
  if (from != m_slices.end()) {
    for (const Slice& to : m_slices)
      if (m_linked && to.scene != scene) take(*from, to);
    emit placeChanged(scene->crosshair(), scene->window());
  }
  m_following = false;
}

void LinkedSlices::take(const Slice& from, const Slice& to) {
  to.scene->setCrosshair(from.scene->crosshair());
  to.scene->setWindow(from.scene->window());
  for (const SliceLayer layer : {SliceLayer::Crosshair, SliceLayer::Overlay, SliceLayer::Region})
    if (to.scene->isShown(layer) != from.scene->isShown(layer)) to.scene->toggle(layer);
  to.view->setCamera(from.view->camera());
}

}  // namespace hipwright
