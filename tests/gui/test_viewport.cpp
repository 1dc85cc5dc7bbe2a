// The 3-D view on a real display: its picture, picking, and surviving what windows do to it.
#include "engine/surface/isosurface.h"
#include "ui/viewport/make_viewport.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/viewport/viewport.h"
#include "ui/viewport/viewport_controls.h"

#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <cmath>
#include <memory>

namespace hipwright {
namespace {

const ViewportColours kColours{QColor(12, 14, 17), QColor(38, 44, 53), QColor(64, 200, 224), QColor(246, 236, 218),
                               QColor(255, 138, 112)};

Volume field(std::int64_t n, double (*distance)(const Vec3&)) {
  const double half = 0.5 * static_cast<double>(n - 1);
  Volume volume{{{n, n, n}, {1, 1, 1}, {-half, -half, -half}, kIdentity3}, {}};
  for (std::int64_t z = 0; z < n; ++z)
    for (std::int64_t y = 0; y < n; ++y)
      for (std::int64_t x = 0; x < n; ++x)
        volume.voxels.push_back(static_cast<float>(distance(
            volume.geometry.indexToPatient({static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)}))));
  return volume;
}

/// A block of bone around the patient's right half, and an implant that sticks out of it to the left.
std::shared_ptr<const Mesh> bone() {
  return std::make_shared<const Mesh>(extractSurface(field(64,
                                                           [](const Vec3& p) {
                                                             return 18 - length(p + Vec3{8, 0, 0});
                                                           }),
                                                     0, {}));
}

std::shared_ptr<const Mesh> implant() {
  return std::make_shared<const Mesh>(extractSurface(
      field(64, [](const Vec3& p) { return 7 - std::hypot(p[1], p[2]) - std::max(std::abs(p[0] - 4) - 20, 0.0); }), 0,
      {}));
}

/// Mean difference of the channels, 0 to 255, after both were halved: edges may fall on either side of a pixel.
double difference(const QImage& a, const QImage& b) {
  const QSize half = a.size() / 2;
  const QImage x =
      a.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
  const QImage y =
      b.scaled(half, Qt::IgnoreAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_RGB32);
  double sum = 0;
  for (int v = 0; v < half.height(); ++v)
    for (int u = 0; u < half.width(); ++u) {
      const QRgb p = x.pixel(u, v);
      const QRgb q = y.pixel(u, v);
      sum += std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
    }
  return sum / (3.0 * half.width() * half.height());
}

}  // namespace

class TestViewport : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();
  void init();
  void cleanup();
  void looksAsReviewed_data();
  void looksAsReviewed();
  void opacityMixesBoneAndImplant();
  void clicksPickThePointUnderThem();
  void dragsTurnAndDoNotPick();
  void hidingKeepsThePicture();
  void dockingKeepsThePicture();
  void dyingContextsAreSurvived();
  void lateMeshesDoNotReplaceNewOnes();
  void largeMeshesArriveLater();
  void cutsOpenTheBone();
  void theRegionIsABoxOfLines();
  void buttonsTurnTheCamera();
  void sliderRestsBeforeItSpeaks();
  void hiddenMarksShineThrough();

 private:
  void show(QWidget& widget);
  QImage shot() { return m_view->screenshot(); }

  std::unique_ptr<Viewport> m_view;
};

void TestViewport::initTestCase() {
  const OpenGlAnswer answer = probeOpenGl();
  QVERIFY2(answer.usable, qPrintable(answer.problem));
  qInfo("OpenGL: %s", qPrintable(answer.renderer));
}

void TestViewport::init() {
  m_view = std::make_unique<Viewport>();
  m_view->resize(400, 320);
  m_view->setColours(kColours);
  m_view->setBone(bone());
  m_view->setImplant(implant());
  show(*m_view);
}

void TestViewport::cleanup() { m_view.reset(); }

void TestViewport::show(QWidget& widget) {
  widget.show();
  QVERIFY(QTest::qWaitForWindowExposed(&widget));
}

void TestViewport::looksAsReviewed_data() {
  QTest::addColumn<int>("from");
  QTest::newRow("viewport_anterior") << static_cast<int>(AnatomicalView::Anterior);
  QTest::newRow("viewport_left") << static_cast<int>(AnatomicalView::Left);
}

/// The pictures in baselines/ were looked at. A new one is written beside the test program if it differs; look at it,
/// and copy it there if it is right.
void TestViewport::looksAsReviewed() {
  QFETCH(int, from);
  CameraPose pose{{0, 0, 0}, orientationOf(static_cast<AnatomicalView>(from)), 220};
  m_view->setCamera(orbited(pose, {30, 20}));
  const QImage seen = shot();
  const QString name = QString(QTest::currentDataTag()) + ".png";
  const QString written = QDir(QCoreApplication::applicationDirPath()).filePath(name);
  const QImage reviewed(QDir(HIPWRIGHT_BASELINE_DIR).filePath(name));
  if (reviewed.size() != seen.size() || difference(seen, reviewed) > 2) seen.save(written);
  QVERIFY2(!reviewed.isNull(), qPrintable("look at " + written));
  QCOMPARE(seen.size(), reviewed.size());
  QVERIFY2(difference(seen, reviewed) <= 2, qPrintable("look at " + written));
}

void TestViewport::opacityMixesBoneAndImplant() {
  m_view->setCamera({{-12, 0, 0}, orientationOf(AnatomicalView::Anterior), 220});
  const QPoint middle(200, 160);  // bone in front of the implant
  m_view->setBoneOpacity(1);
  const QColor boneOnly(shot().pixel(middle));
  m_view->setBoneOpacity(0);
  const QColor implantOnly(shot().pixel(middle));
  m_view->setBoneOpacity(0.35);
  const QColor mixed(shot().pixel(middle));
  QVERIFY(boneOnly.red() > boneOnly.blue());        // warm
  QVERIFY(implantOnly.blue() > implantOnly.red());  // cyan
  QVERIFY(std::abs(mixed.red() - (0.35 * boneOnly.red() + 0.65 * implantOnly.red())) < 4);
  QVERIFY(std::abs(mixed.blue() - (0.35 * boneOnly.blue() + 0.65 * implantOnly.blue())) < 4);
}

void TestViewport::clicksPickThePointUnderThem() {
  m_view->setCamera({{-8, 0, 0}, orientationOf(AnatomicalView::Anterior), 220});
  QSignalSpy picked(m_view.get(), &Viewport::picked);
  QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {200, 160});
  QTRY_COMPARE(picked.count(), 1);
  const auto point = picked[0][0].value<Vec3>();
  QVERIFY2(length(point - Vec3{-8, -18, 0}) < 0.6, qPrintable(placeText(point)));  // the front of the ball
  QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, {5, 5});
  QTest::qWait(100);
  QCOMPARE(picked.count(), 1);  // there is nothing
}

void TestViewport::dragsTurnAndDoNotPick() {
  QSignalSpy picked(m_view.get(), &Viewport::picked);
  const Vec3 before = m_view->camera().back();
  QTest::mousePress(m_view.get(), Qt::LeftButton, {}, {200, 160});
  QTest::mouseMove(m_view.get(), {240, 160});
  QTest::mouseRelease(m_view.get(), Qt::LeftButton, {}, {240, 160});
  QVERIFY(length(m_view->camera().back() - before) > 0.1);
  QTest::qWait(50);
  QVERIFY(picked.isEmpty());
}

void TestViewport::hidingKeepsThePicture() {
  const QImage before = shot();
  m_view->hide();
  QTest::qWait(50);
  show(*m_view);
  QVERIFY(difference(shot(), before) < 0.5);
}

void TestViewport::dockingKeepsThePicture() {
  const QImage before = shot();
  QMainWindow window;
  window.resize(700, 500);
  window.setCentralWidget(new QPushButton("centre"));
  auto* dock = new QDockWidget("dock", &window);
  Viewport* view = m_view.release();
  dock->setWidget(view);
  window.addDockWidget(Qt::RightDockWidgetArea, dock);
  view->setFixedSize(400, 320);
  show(window);
  QTRY_COMPARE(view->size(), before.size());
  QVERIFY(difference(view->screenshot(), before) < 0.5);
  for (int i = 0; i < 2; ++i) {  // every change of the top level makes a new context
    dock->setFloating(true);
    QTest::qWait(100);
    QVERIFY(difference(view->screenshot(), before) < 0.5);
    dock->setFloating(false);
    QTest::qWait(100);
    QVERIFY(difference(view->screenshot(), before) < 0.5);
  }
}

void TestViewport::dyingContextsAreSurvived() {
  const QImage before = shot();
  for (int i = 0; i < 3; ++i) {
    auto* parent = new QWidget;
    parent->resize(420, 340);
    m_view->setParent(parent);  // the old context dies, a new one is made
    m_view->resize(400, 320);
    m_view->show();
    show(*parent);
    QVERIFY(difference(shot(), before) < 0.5);
    m_view->setParent(nullptr);
    delete parent;
  }
  show(*m_view);
  QVERIFY(difference(shot(), before) < 0.5);
}

void TestViewport::lateMeshesDoNotReplaceNewOnes() {
  QSignalSpy shown(m_view.get(), &Viewport::surfaceShown);
  auto large = std::make_shared<Mesh>(*bone());
  while (large->triangles.size() < 100'000)
    large->triangles.insert(large->triangles.end(), large->triangles.begin(), large->triangles.begin() + 5000);
  m_view->setBone(large);
  QVERIFY(!m_view->isReady());
  m_view->setBone(nullptr);
  QVERIFY(m_view->isReady());
  QTest::qWait(400);
  QCOMPARE(shown.count(), 1);  // the empty one; the large one came too late
}

void TestViewport::largeMeshesArriveLater() {
  auto large = std::make_shared<Mesh>(*bone());
  while (large->triangles.size() < 100'000)
    large->triangles.insert(large->triangles.end(), large->triangles.begin(), large->triangles.begin() + 5000);
  const QImage before = shot();
  m_view->setBone(nullptr);
  m_view->setBone(large);
  QTRY_VERIFY(m_view->isReady());
  QVERIFY(difference(shot(), before) < 6);
}

void TestViewport::cutsOpenTheBone() {
  m_view->setImplant(nullptr);
  m_view->setCase(std::make_shared<const Volume>(field(64, [](const Vec3&) { return 300.0; })));
  m_view->setCrosshairShown(false);
  m_view->setCrosshair({0, 0, 0});
  m_view->setCamera({{-8, 0, 0}, orientationOf(AnatomicalView::Anterior), 300});
  QSignalSpy cut(m_view.get(), &Viewport::cutChanged);
  m_view->setCut(Plane::Coronal);
  QCOMPARE(cut.count(), 1);
  const QColor slice(shot().pixel(200, 160));
  QVERIFY(std::abs(slice.red() - 127) < 6 && std::abs(slice.blue() - 127) < 6);  // 300 HU is middle grey
  m_view->setCut(std::nullopt);
  const QColor uncut(shot().pixel(200, 160));
  QVERIFY(uncut.red() > uncut.blue() + 5);  // bone again
}

void TestViewport::theRegionIsABoxOfLines() {
  m_view->setCrosshairShown(false);
  m_view->setCamera({{0, 0, 0}, orientationOf(AnatomicalView::Anterior), 300});
  const QImage without = shot();
  m_view->setRegion(Box{{-45, -30, -40}, {45, 30, 40}});
  const QImage with = shot();
  const auto changed = [&](int fromX, int toX) {
    int count = 0;
    for (int y = 0; y < with.height(); ++y)
      for (int x = fromX; x < toX; ++x) count += with.pixel(x, y) != without.pixel(x, y) ? 1 : 0;
    return count;
  };
  QVERIFY(changed(0, 200) > 100 && changed(200, 400) > 100);  // a side of it on either side
  QVERIFY(changed(0, 400) < 6000);                            // lines, no faces
  QColor line;
  for (int x = 0; x < 200; ++x)
    if (QColor(with.pixel(x, 160)).lightness() > line.lightness()) line = QColor(with.pixel(x, 160));
  QVERIFY(line.lightness() > 100);
  m_view->setRegion(std::nullopt);
  QCOMPARE(shot(), without);
}

void TestViewport::buttonsTurnTheCamera() {
  ViewportTools tools(*m_view);
  const auto buttons = tools.findChildren<QAbstractButton*>();
  QVERIFY(buttons.size() >= 9);
  for (const QAbstractButton* button : buttons) QVERIFY(!button->accessibleName().isEmpty());
  const auto find = [&](const QString& text) {
    return *std::find_if(buttons.begin(), buttons.end(), [&](const auto* b) { return b->text() == text; });
  };
  find("L")->click();
  QTRY_VERIFY(length(m_view->camera().back() - Vec3{1, 0, 0}) < 1e-4);
  QTest::keyClick(m_view.get(), Qt::Key_S, Qt::AltModifier);
  QTRY_VERIFY(length(m_view->camera().back() - Vec3{0, 0, 1}) < 1e-4);
  QTest::keyClick(m_view.get(), Qt::Key_0);
  QTRY_VERIFY(length(m_view->camera().back() - Vec3{0, -1, 0}) < 1e-4);
}

/// The far side of the implant, seen from the front; the crosshair stays in front of it.
void TestViewport::hiddenMarksShineThrough() {
  m_view->setBone(nullptr);
  std::vector<std::uint32_t> back;
  const auto mesh = implant();
  for (std::uint32_t t = 0; t < mesh->triangles.size(); ++t) {
    const auto& [a, b, c] = mesh->triangles[t];
    if (mesh->vertices[a][1] > 4 && mesh->vertices[b][1] > 4 && mesh->vertices[c][1] > 4) back.push_back(t);
  }
  const CameraPose front{{0, 0, 0}, orientationOf(AnatomicalView::Anterior), 220};
  m_view->setBoneOpacity(0);
  m_view->setCamera(front);
  const QPoint middle(200, 160);
  const QColor without(shot().pixel(middle));
  m_view->mark(markedPart(*mesh, back));
  QTRY_VERIFY(length(m_view->camera().back() - Vec3{0, 1, 0}) < 1e-4);  // has flown to where it is seen
  const QColor seen(shot().pixel(middle));
  QVERIFY(seen.red() > seen.blue());
  m_view->setCamera(front);
  const QColor through(shot().pixel(middle));
  QVERIFY2(through.red() > without.red() + 30, qPrintable(without.name() + " " + through.name()));
  QVERIFY(through.blue() > seen.blue());
  m_view->mark(std::nullopt);
  m_view->setCamera(front);
  QCOMPARE(QColor(shot().pixel(middle)), without);
}

void TestViewport::sliderRestsBeforeItSpeaks() {
  ViewportFoot foot(*m_view);
  QSignalSpy changed(&foot, &ViewportFoot::boneThresholdChanged);
  auto* slider = foot.findChildren<QSlider*>().first();
  for (int hu = 200; hu <= 300; hu += 10) slider->setValue(hu);
  QVERIFY(changed.isEmpty());
  QTRY_COMPARE(changed.count(), 1);
  QCOMPARE(changed[0][0].toInt(), 300);
}

}  // namespace hipwright

int main(int argc, char** argv) {
  QSurfaceFormat::setDefaultFormat(hipwright::viewportFormat());
  QApplication application(argc, argv);
  hipwright::TestViewport test;
  return QTest::qExec(&test, argc, argv);
}
#include "test_viewport.moc"
