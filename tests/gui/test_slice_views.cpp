// The slice views as the user meets them: pointer, wheel, keys, layouts.
#include "ui/slices/slice_panel.h"
#include "ui/slices/slice_picture.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QWheelEvent>
#include <cmath>

namespace hipwright {
namespace {

constexpr double kStep = 2;  // mm between axial slices

VolumePtr hip() {
  Volume volume{{{60, 50, 40}, {1, 1, kStep}, {-29.5, -24.5, -39}, kIdentity3}, {}};
  for (std::int64_t i = 0; i < product(volume.geometry.size); ++i)
    volume.voxels.push_back(static_cast<float>(i % 60));  // HU says how far left
  return std::make_shared<const Volume>(std::move(volume));
}

void turnWheel(SliceView& view, int notches, Qt::KeyboardModifiers modifiers) {
  const QPointF at = QRectF(view.rect()).center();
  QWheelEvent event(at, view.mapToGlobal(at), {}, {0, 120 * notches}, Qt::NoButton, modifiers, Qt::NoScrollPhase,
                    false);
  QApplication::sendEvent(&view, &event);
}

}  // namespace

class TestSliceViews : public QObject {
  Q_OBJECT

 private slots:
  void init();
  void cleanup();
  void clickMovesTheCrosshairInAllViews();
  void crosshairStaysInTheCase();
  void wheelAndKeysStepThroughSlices();
  void wheelZoomsAroundThePointer();
  void dragChangesTheWindow();
  void middleDragPans();
  void rightClickOpensTheMenuAndRightDragZooms();
  void linkedViewsZoomTogether();
  void unlinkedViewsHaveAWindowOfTheirOwn();
  void lettersChooseWindowsAndLayers();
  void unknownKeysGoToTheWindow();
  void pointerReportsHu();
  void rulerIsDrawnMovedAndRemoved();
  void escapeLeavesTheTool();
  void doubleClickMaximises();
  void layoutsShowTheirViews();
  void layoutsAreRemembered();
  void brokenLayoutTextsAreIgnored();
  void fourthViewIsPlaced();
  void newCaseStartsOver();
  void aRegionBeyondTheCaseHasRoom();
  void emptyViewsDoNothing();
  void aThinFieldShowsInItsOwnPlane();

 private:
  SliceView& axial() { return m_panel->view(Plane::Axial); }

  std::unique_ptr<SlicePanel> m_panel;
};

void TestSliceViews::init() {
  m_panel = std::make_unique<SlicePanel>();
  m_panel->resize(900, 600);
  m_panel->setLayoutKind(ViewLayout::Grid);
  m_panel->setCase(hip());
  m_panel->show();
  QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
}

void TestSliceViews::cleanup() { m_panel.reset(); }

void TestSliceViews::clickMovesTheCrosshairInAllViews() {
  QSignalSpy moved(m_panel.get(), &SlicePanel::crosshairMoved);
  const QPoint at(100, 120);
  const Vec3 expected = axial().frame().toPatient(at);
  QTest::mouseClick(&axial(), Qt::LeftButton, {}, at);
  QCOMPARE(moved.count(), 1);
  QVERIFY(length(moved[0][0].value<Vec3>() - expected) < 1e-9);
  QCOMPARE(m_panel->view(Plane::Sagittal).frame().centre[0], expected[0]);
  QCOMPARE(m_panel->view(Plane::Coronal).frame().centre[1], expected[1]);
  m_panel->setCrosshair(expected);
  QCOMPARE(moved.count(), 1);  // nothing moved
}

void TestSliceViews::crosshairStaysInTheCase() {
  m_panel->setCrosshair({500, 3, -500});
  QCOMPARE(m_panel->scene().crosshair(), (Vec3{30, 3, -40}));
}

void TestSliceViews::wheelAndKeysStepThroughSlices() {
  const auto depth = [&] { return m_panel->scene().crosshair()[2]; };
  const double start = depth();
  turnWheel(axial(), 1, Qt::NoModifier);
  QCOMPARE(depth(), start + kStep);
  turnWheel(axial(), -1, Qt::ShiftModifier);
  QCOMPARE(depth(), start - 9 * kStep);
  QTest::keyClick(&axial(), Qt::Key_PageUp);
  QTest::keyClick(&axial(), Qt::Key_Down);
  QTest::keyClick(&axial(), Qt::Key_Down);
  QCOMPARE(depth(), start - kStep);
  QTest::keyClick(&axial(), Qt::Key_Up, Qt::ShiftModifier);
  QCOMPARE(depth(), start + 9 * kStep);
  QTest::keyClick(&axial(), Qt::Key_Left, Qt::AltModifier);
  QCOMPARE(m_panel->scene().crosshair()[0], -1.0);  // towards the patient's right
}

void TestSliceViews::wheelZoomsAroundThePointer() {
  const double before = axial().frame().mmPerPixel;
  const Vec3 middle = axial().frame().toPatient(QRectF(axial().rect()).center());
  turnWheel(axial(), 2, Qt::ControlModifier);
  QVERIFY(axial().frame().mmPerPixel < 0.8 * before);
  QVERIFY(length(axial().frame().toPatient(QRectF(axial().rect()).center()) - middle) < 1e-9);
  QTest::keyClick(&axial(), Qt::Key_0);
  QCOMPARE(axial().frame().mmPerPixel, before);
  QTest::keyClick(&axial(), Qt::Key_Plus);
  QTest::keyClick(&axial(), Qt::Key_Minus);
  QVERIFY(std::abs(axial().frame().mmPerPixel - before) < 1e-9);
}

void TestSliceViews::dragChangesTheWindow() {
  const Vec3 crosshair = m_panel->scene().crosshair();
  QTest::mousePress(&axial(), Qt::LeftButton, {}, {100, 100});
  QTest::mouseMove(&axial(), {140, 100});
  QTest::mouseMove(&axial(), {140, 80});
  QTest::mouseRelease(&axial(), Qt::LeftButton, {}, {140, 80});
  QVERIFY(m_panel->scene().window().width > 1500);
  QVERIFY(m_panel->scene().window().level > 300);
  QCOMPARE(m_panel->scene().crosshair(), crosshair);  // a drag is no click
}

void TestSliceViews::middleDragPans() {
  const Vec3 grabbed = axial().frame().toPatient({100, 100});
  QTest::mousePress(&axial(), Qt::MiddleButton, {}, {100, 100});
  QTest::mouseMove(&axial(), {130, 90});
  QTest::mouseRelease(&axial(), Qt::MiddleButton, {}, {130, 90});
  QVERIFY(length(axial().frame().toPatient({130, 90}) - grabbed) < 1e-9);
}

void TestSliceViews::rightClickOpensTheMenuAndRightDragZooms() {
  const double before = axial().frame().mmPerPixel;
  QTest::mousePress(&axial(), Qt::RightButton, {}, QPoint(60, 60));
  QVERIFY(axial().findChild<QMenu*>() == nullptr);
  QTest::mouseRelease(&axial(), Qt::RightButton, {}, QPoint(60, 60));
  auto* menu = axial().findChild<QMenu*>();
  QVERIFY(menu != nullptr);
  menu->close();
  QTest::mouseMove(&axial(), QPoint(70, 140));
  QCOMPARE(axial().frame().mmPerPixel, before);
  QTRY_VERIFY(axial().findChild<QMenu*>() == nullptr);
  QTest::mousePress(&axial(), Qt::RightButton, {}, QPoint(60, 100));
  QMouseEvent move(QEvent::MouseMove, QPointF(60, 60), axial().mapToGlobal(QPointF(60, 60)), Qt::NoButton,
                   Qt::RightButton, Qt::NoModifier);
  QApplication::sendEvent(&axial(), &move);
  QTest::mouseRelease(&axial(), Qt::RightButton, {}, QPoint(60, 60));
  QVERIFY(axial().frame().mmPerPixel < before);
  QVERIFY(axial().findChild<QMenu*>() == nullptr);
}

void TestSliceViews::linkedViewsZoomTogether() {
  SliceView& coronal = m_panel->view(Plane::Coronal);
  m_panel->setCrosshair({5, 3, -7});
  const double share = axial().frame().mmPerPixel / coronal.frame().mmPerPixel;
  const double before = coronal.frame().mmPerPixel;
  const QPointF crosshair = coronal.frame().toPixel({5, 3, -7});
  turnWheel(axial(), 3, Qt::ControlModifier);
  QVERIFY(coronal.frame().mmPerPixel < 0.7 * before);
  QVERIFY(std::abs(axial().frame().mmPerPixel / coronal.frame().mmPerPixel - share) < 1e-9);
  const QPointF moved = coronal.frame().toPixel({5, 3, -7}) - crosshair;
  QVERIFY(std::hypot(moved.x(), moved.y()) < 1e-6);
  QTest::keyClick(&coronal, Qt::Key_0);
  QCOMPARE(coronal.frame().mmPerPixel, before);
  QVERIFY(std::abs(axial().frame().mmPerPixel / before - share) < 1e-9);
  m_panel->scene().setLinked(false);
  turnWheel(axial(), 3, Qt::ControlModifier);
  QCOMPARE(coronal.frame().mmPerPixel, before);
}

void TestSliceViews::unlinkedViewsHaveAWindowOfTheirOwn() {
  SliceScene& scene = m_panel->scene();
  SliceView& coronal = m_panel->view(Plane::Coronal);
  scene.setLinked(false);
  QTest::keyClick(&axial(), Qt::Key_B);
  QCOMPARE(axial().shownWindow(), windowOf(WindowPreset::Bone));
  QCOMPARE(coronal.shownWindow(), windowOf(WindowPreset::Default));
  QCOMPARE(scene.window(), windowOf(WindowPreset::Default));
  QVERIFY(axial().picture() != coronal.picture());
  scene.setWindow(windowOf(WindowPreset::Metal));  // chosen in the toolbar: for all
  QCOMPARE(axial().shownWindow(), windowOf(WindowPreset::Metal));
  QTest::keyClick(&axial(), Qt::Key_B);
  scene.setLinked(true);
  QCOMPARE(axial().shownWindow(), windowOf(WindowPreset::Metal));
}

void TestSliceViews::lettersChooseWindowsAndLayers() {
  QTest::keyClick(&axial(), Qt::Key_B);
  QCOMPARE(m_panel->scene().window(), windowOf(WindowPreset::Bone));
  QTest::keyClick(&axial(), Qt::Key_T);
  QCOMPARE(m_panel->scene().window(), windowOf(WindowPreset::SoftTissue));
  QTest::keyClick(&axial(), Qt::Key_M);
  QCOMPARE(m_panel->scene().window(), windowOf(WindowPreset::Metal));
  QTest::keyClick(&axial(), Qt::Key_D);
  QCOMPARE(m_panel->scene().window(), windowOf(WindowPreset::Default));
  QTest::keyClick(&axial(), Qt::Key_X);
  QVERIFY(!m_panel->scene().isShown(SliceLayer::Crosshair));
  QTest::keyClick(&axial(), Qt::Key_O);
  QVERIFY(!m_panel->scene().isShown(SliceLayer::Overlay));
  QTest::keyClick(&axial(), Qt::Key_R);
  QVERIFY(!m_panel->scene().isShown(SliceLayer::Region));
}

void TestSliceViews::unknownKeysGoToTheWindow() {
  QKeyEvent save(QEvent::KeyPress, Qt::Key_S, Qt::ControlModifier);
  QApplication::sendEvent(&axial(), &save);
  QVERIFY(!save.isAccepted());
  QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
  QApplication::sendEvent(&axial(), &escape);
  QVERIFY(!escape.isAccepted());
}

void TestSliceViews::pointerReportsHu() {
  QSignalSpy pointed(m_panel.get(), &SlicePanel::pointed);
  QTest::mouseMove(&axial(), axial().frame().toPixel({10.5, 0, 0}).toPoint());
  QVERIFY(!pointed.isEmpty());
  const auto point = pointed.last()[0].value<Vec3>();
  const auto hu = pointed.last()[1].value<std::optional<float>>();
  QVERIFY(hu.has_value());
  QCOMPARE(*hu, static_cast<float>(std::floor(point[0] + 30)));
}

void TestSliceViews::rulerIsDrawnMovedAndRemoved() {
  m_panel->scene().setTool(SliceTool::Ruler);
  const QPoint from = axial().frame().toPixel({-10, 0, 0}).toPoint();
  const QPoint to = axial().frame().toPixel({10, 0, 0}).toPoint();
  QTest::mousePress(&axial(), Qt::LeftButton, {}, from);
  QTest::mouseMove(&axial(), to);
  QTest::mouseRelease(&axial(), Qt::LeftButton, {}, to);
  const auto& list = m_panel->scene().measurements();
  QCOMPARE(list.size(), std::size_t{1});
  QVERIFY(std::abs(valueOf(list[0]).value() - 20) < 2 * axial().frame().mmPerPixel);
  QCOMPARE(m_panel->scene().tool(), SliceTool::Navigate);
  QTest::mousePress(&axial(), Qt::LeftButton, {}, to);
  QTest::mouseMove(&axial(), to + QPoint(0, 40));
  QTest::mouseRelease(&axial(), Qt::LeftButton, {}, to + QPoint(0, 40));
  QVERIFY(valueOf(list[0]).value() > 21);
  turnWheel(axial(), 1, Qt::NoModifier);
  QTest::keyClick(&axial(), Qt::Key_Delete);
  QCOMPARE(list.size(), std::size_t{1});  // it lies on another slice
  turnWheel(axial(), -1, Qt::NoModifier);
  QTest::keyClick(&axial(), Qt::Key_Delete);
  QVERIFY(list.empty());
}

void TestSliceViews::escapeLeavesTheTool() {
  m_panel->scene().setTool(SliceTool::Angle);
  QTest::mouseClick(&axial(), Qt::LeftButton, {}, {50, 50});
  QTest::keyClick(&axial(), Qt::Key_Escape);
  QCOMPARE(m_panel->scene().tool(), SliceTool::Navigate);
  QVERIFY(m_panel->scene().measurements().empty());
}

void TestSliceViews::doubleClickMaximises() {
  QTest::mouseDClick(&axial(), Qt::LeftButton, {}, {80, 80});
  QCOMPARE(m_panel->maximised(), std::optional(Pane::Axial));
  QCOMPARE(m_panel->paneArea(Pane::Axial), m_panel->rect());
  QVERIFY(m_panel->paneArea(Pane::Coronal).isEmpty());
  QTest::keyClick(&axial(), Qt::Key_F);
  QVERIFY(!m_panel->maximised());
  QVERIFY(!m_panel->paneArea(Pane::Coronal).isEmpty());
}

void TestSliceViews::layoutsShowTheirViews() {
  m_panel->setLayoutKind(ViewLayout::Slices);
  QVERIFY(m_panel->paneArea(Pane::Volume).isEmpty());
  QVERIFY(!m_panel->paneArea(Pane::Sagittal).isEmpty());
  m_panel->setLayoutKind(ViewLayout::Volume);
  QCOMPARE(m_panel->paneArea(Pane::Volume), m_panel->rect());
  m_panel->setLayoutKind(ViewLayout::Planning);
  QVERIFY(m_panel->paneArea(Pane::Volume).width() > m_panel->paneArea(Pane::Axial).width());
}

void TestSliceViews::layoutsAreRemembered() {
  m_panel->setLayoutKind(ViewLayout::Slices);
  const QString text = m_panel->layoutText();
  SlicePanel other;
  other.restoreLayout(text);
  QCOMPARE(other.layoutKind(), ViewLayout::Slices);
  QCOMPARE(other.layoutText(), text);
}

void TestSliceViews::brokenLayoutTextsAreIgnored() {
  const QString before = m_panel->layoutText();
  for (const char* text :
       {"", "grid", "grid 1 2 3", "castle 0.3 0.7 0.5 0.5 0.5 0.3 0.6", "grid nan 0.7 0.5 0.5 0.5 0.3 0.6"}) {
    m_panel->restoreLayout(text);
    QCOMPARE(m_panel->layoutText(), before);
  }
}

void TestSliceViews::fourthViewIsPlaced() {
  auto* view = new QWidget;
  auto* foot = new QWidget;
  foot->setFixedHeight(32);
  m_panel->setFourth(view, new QWidget, foot);
  QTRY_VERIFY(view->isVisible() && view->height() > 100);
  QWidget* parent = view->parentWidget();
  m_panel->setLayoutKind(ViewLayout::Planning);
  m_panel->maximise(Pane::Volume);
  QCOMPARE(view->parentWidget(), parent);  // never re-parented: a 3-D view keeps its context
}

void TestSliceViews::newCaseStartsOver() {
  m_panel->scene().addMeasurement({MeasurementKind::Ruler, Plane::Axial, {{0, 0, 0}, {1, 0, 0}}});
  m_panel->setImplant(hip());
  m_panel->setCrosshair({5, 5, 5});
  m_panel->setCase(hip());
  QVERIFY(m_panel->scene().measurements().empty());
  QVERIFY(!m_panel->scene().implant());
  QCOMPARE(m_panel->scene().crosshair(), (Vec3{0, 0, 0}));
}

void TestSliceViews::aRegionBeyondTheCaseHasRoom() {
  SliceScene& scene = m_panel->scene();
  scene.setRegionFree(true);
  const Box region{{-20, -20, -90}, {10, 10, 30}};  // far below the case, as where a femur is cut
  scene.setRegion(region);
  for (const Plane plane : {Plane::Coronal, Plane::Sagittal}) {
    SliceView& view = m_panel->view(plane);
    const SliceFrame frame = view.frame();
    const QPointF lower = frame.toPixel({0, 0, region.lower[2]});
    QVERIFY(lower.y() < view.height() - 2 && lower.y() > view.height() / 2);
    QVERIFY(frame.toPixel({0, 0, 39}).y() > 0);  // and the case is still whole
    // The edge can be taken hold of, and the picture stays still while it is.
    const QPoint at(qRound(frame.toPixel({-15, -15, 0}).x()), qRound(lower.y()));
    QTest::mousePress(&view, Qt::LeftButton, {}, at);
    QTest::mouseMove(&view, at - QPoint(0, 10));
    QTest::mouseMove(&view, at - QPoint(0, 20));
    QVERIFY(scene.isRegionPulled() && scene.region()->lower[2] > region.lower[2] + 5);
    QCOMPARE(view.frame().mmPerPixel, frame.mmPerPixel);
    QTest::mouseRelease(&view, Qt::LeftButton, {}, at - QPoint(0, 20));
    scene.setRegion(region);
  }
  const double wide = m_panel->view(Plane::Sagittal).frame().mmPerPixel;
  scene.setRegion(std::nullopt);
  QVERIFY(m_panel->view(Plane::Sagittal).frame().mmPerPixel < wide);
  m_panel->view(Plane::Sagittal).zoomBy(2, {10, 10});
  const double zoomed = m_panel->view(Plane::Sagittal).frame().mmPerPixel;
  scene.setRegion(region);
  QCOMPARE(m_panel->view(Plane::Sagittal).frame().mmPerPixel, zoomed);  // a view that was zoomed stays as it is
}

void TestSliceViews::emptyViewsDoNothing() {
  m_panel->setCase(nullptr);
  QTest::mouseClick(&axial(), Qt::LeftButton, {}, {50, 50});
  QTest::keyClick(&axial(), Qt::Key_Up);
  turnWheel(axial(), 1, Qt::NoModifier);
  QVERIFY(!axial().picture().isNull());
}

void TestSliceViews::aThinFieldShowsInItsOwnPlane() {
  Volume thin{m_panel->scene().ct()->geometry, {}};
  thin.geometry.origin = thin.geometry.indexToPatient({0, 25, 0});
  thin.geometry.size[1] = 1;
  thin.voxels.assign(static_cast<std::size_t>(product(thin.geometry.size)), -1);
  for (std::int64_t x = 20; x < 40; ++x)
    for (std::int64_t z = 10; z < 30; ++z) thin.at(x, 0, z) = 1;
  m_panel->setCrosshair(thin.geometry.indexToPatient({30, 0, 20}));
  m_panel->setImplant(std::make_shared<const Volume>(std::move(thin)));
  for (const Plane plane : kPlanes) {
    const SliceView& view = m_panel->view(plane);
    SlicePicture picture;
    picture.update(view.frame(), 1, m_panel->scene(), view.shownWindow());
    QCOMPARE(picture.outline().isEmpty(), plane != Plane::Coronal);
  }
}

}  // namespace hipwright

QTEST_MAIN(hipwright::TestSliceViews)
#include "test_slice_views.moc"
