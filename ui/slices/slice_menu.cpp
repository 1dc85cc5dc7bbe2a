#include "ui/slices/slice_menu.h"

#include "ui/slices/slice_scene.h"
#include "ui/slices/slice_view.h"
#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace hipwright {
namespace {

QString text(const char* source) { return QCoreApplication::translate("SliceView", source); }

/// A key beside the words; the view itself answers to it, so that it acts only where the focus is.
QString withKey(const QString& words, const char* key) { return words + '\t' + QLatin1String(key); }

void addWindows(QMenu& menu, SliceView& view) {
  constexpr std::array<const char*, 4> kKeys = {"D", "B", "T", "M"};
  auto* group = new QActionGroup(&menu);
  for (const WindowPreset preset : kWindowPresets) {
    QAction* action = menu.addAction(withKey(windowName(preset), kKeys[static_cast<std::size_t>(preset)]));
    action->setCheckable(true);
    action->setChecked(view.shownWindow() == windowOf(preset));
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, &view, [&view, preset] { view.chooseWindow(windowOf(preset)); });
  }
}

void addTools(QMenu& menu, SliceScene& scene) {
  QObject::connect(menu.addAction(iconOf(IconName::Ruler), text(QT_TRANSLATE_NOOP("SliceView", "Measure a distance"))),
                   &QAction::triggered, &scene, [&scene] { scene.setTool(SliceTool::Ruler); });
  QObject::connect(menu.addAction(iconOf(IconName::Angle), text(QT_TRANSLATE_NOOP("SliceView", "Measure an angle"))),
                   &QAction::triggered, &scene, [&scene] { scene.setTool(SliceTool::Angle); });
  QAction* clear = menu.addAction(text(QT_TRANSLATE_NOOP("SliceView", "Remove all measurements")));
  clear->setEnabled(!scene.measurements().empty());
  QObject::connect(clear, &QAction::triggered, &scene, &SliceScene::removeMeasurements);
}

void addLayers(QMenu& menu, SliceScene& scene) {
  const auto add = [&](SliceLayer layer, const QString& words, const char* key) {
    QAction* action = menu.addAction(withKey(words, key));
    action->setCheckable(true);
    action->setChecked(scene.isShown(layer));
    QObject::connect(action, &QAction::triggered, &scene, [&scene, layer] { scene.toggle(layer); });
  };
  add(SliceLayer::Crosshair, text(QT_TRANSLATE_NOOP("SliceView", "Crosshair")), "X");
  add(SliceLayer::Overlay, text(QT_TRANSLATE_NOOP("SliceView", "Implant")), "O");
  add(SliceLayer::Region, text(QT_TRANSLATE_NOOP("SliceView", "Region")), "R");
}

}  // namespace

QString planeName(Plane plane) {
  switch (plane) {
    case Plane::Axial: return text(QT_TRANSLATE_NOOP("SliceView", "Axial"));
    case Plane::Coronal: return text(QT_TRANSLATE_NOOP("SliceView", "Coronal"));
    case Plane::Sagittal: break;
  }
  return text(QT_TRANSLATE_NOOP("SliceView", "Sagittal"));
}

QString windowName(WindowPreset preset) {
  switch (preset) {
    case WindowPreset::Default: return text(QT_TRANSLATE_NOOP("SliceView", "Default"));
    case WindowPreset::Bone: return text(QT_TRANSLATE_NOOP("SliceView", "Bone"));
    case WindowPreset::SoftTissue: return text(QT_TRANSLATE_NOOP("SliceView", "Soft tissue"));
    case WindowPreset::Metal: break;
  }
  return text(QT_TRANSLATE_NOOP("SliceView", "Metal"));
}

QMenu* makeSliceMenu(SliceView& view, SliceScene& scene) {
  auto* menu = new QMenu(&view);
  addWindows(*menu, view);
  menu->addSeparator();
  addTools(*menu, scene);
  menu->addSeparator();
  addLayers(*menu, scene);
  menu->addSeparator();
  QObject::connect(menu->addAction(iconOf(IconName::Copy), text(QT_TRANSLATE_NOOP("SliceView", "Copy the picture"))),
                   &QAction::triggered, &view, [&view] { QGuiApplication::clipboard()->setImage(view.picture()); });
  QObject::connect(
      menu->addAction(iconOf(IconName::Reset), withKey(text(QT_TRANSLATE_NOOP("SliceView", "Reset the view")), "0")),
      &QAction::triggered, &view, &SliceView::resetView);
  return menu;
}

}  // namespace hipwright
