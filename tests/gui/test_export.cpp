// The export dialog: its report, repair on trial, and every file it writes read back.
#include "tests/gui/export_scene.h"
#include "tests/unit/print/fixtures.h"
#include "ui/export/export_form.h"
#include "ui/export/part_preview.h"
#include "ui/export/print_limits.h"
#include "ui/export/print_report_view.h"
#include "ui/export/printer_row.h"
#include "ui/export/repair_panel.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;
using namespace hipwright::testing;

namespace {

constexpr int kPatienceMs = 60'000;

QByteArray bytesOf(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return QByteArray::fromStdString({std::istreambuf_iterator<char>(in), {}});
}

/// The largest distance between corners of the same triangle.
double apart(const Mesh& a, const Mesh& b) {
  double most = a.triangles.size() == b.triangles.size() ? 0 : 1e9;
  for (std::size_t t = 0; t < std::min(a.triangles.size(), b.triangles.size()); ++t)
    for (std::size_t c = 0; c < 3; ++c)
      most = std::max(most, length(a.vertices[a.triangles[t][c]] - b.vertices[b.triangles[t][c]]));
  return most;
}

QStringList failedRows(const ExportDialog& dialog) {
  QStringList names;
  for (const PrintRow& row : dialog.findChild<PrintReportView*>()->table().rows())
    if (row.verdict == Verdict::Fail) names << row.name;
  return names;
}

QPushButton* button(const QWidget& parent, const QString& name) {
  for (QPushButton* each : parent.findChildren<QPushButton*>())
    if (each->text() == name || each->accessibleName() == name) return each;
  return nullptr;
}

QCheckBox* although(const ExportDialog& dialog) {
  for (QCheckBox* box : dialog.findChildren<QCheckBox*>())
    if (box->text().startsWith("Export although")) return box;
  return nullptr;
}

int pixelsLike(const QImage& image, const QColor& colour) {
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor at = image.pixelColor(x, y);
      const int far = std::abs(at.hue() - colour.hue());
      if (at.saturation() > 90 && std::min(far, 360 - far) < 12) ++count;
    }
  return count;
}

struct Opened {
  ExportDialog* dialog = nullptr;
  explicit Opened(ExportScene& scene) : dialog(scene.open()) {}
  ~Opened() { delete dialog; }
  ExportDialog* operator->() const { return dialog; }
  ExportDialog& operator*() const { return *dialog; }
};

}  // namespace

#define WAIT_REPORT(dialog) \
  QTRY_VERIFY_WITH_TIMEOUT((dialog)->implant().kept() && !(dialog)->implant().isBusy(), kPatienceMs)

class TestExport : public QObject {
  Q_OBJECT

 private slots:
  void everyFormatIsReadBack_data();
  void everyFormatIsReadBack();
  void companionsLieBeside();
  void faultNeedsATick_data();
  void faultNeedsATick();
  void faultIsShownInThePreview();
  void repairIsTriedKeptAndUndone();
  void smoothingShowsItsDeviationFirst();
  void limitsAreCheckedAgainAndRemembered();
  void fileFollowsTheFormat();
  void cancelStopsTheReport();
  void unreadableSurfaceIsSaid();
  void existingFileIsAnnounced();
  void keyboardReachesEverything();
};

void TestExport::everyFormatIsReadBack_data() {
  QTest::addColumn<int>("format");
  QTest::addColumn<int>("space");
  for (const MeshFormat format :
       {MeshFormat::StlBinary, MeshFormat::StlText, MeshFormat::ThreeMf, MeshFormat::Ply, MeshFormat::Obj})
    for (const MeshSpace space : {MeshSpace::Lps, MeshSpace::Ras, MeshSpace::Index})
      if (takesSpace(format, space))
        QTest::addRow("%s %d %s", endingOf(format), int(format), nameOf(space)) << int(format) << int(space);
}

void TestExport::everyFormatIsReadBack() {
  QFETCH(int, format);
  QFETCH(int, space);
  const Mesh mesh = ball({3, 2, 1}, 9);
  ExportScene scene(mesh);
  const Opened dialog(scene);
  dialog->form().setFormat(static_cast<MeshFormat>(format));
  dialog->form().setSpace(static_cast<MeshSpace>(space));
  dialog->setFile(scene.root() / "out" / (std::string("implant") + endingOf(static_cast<MeshFormat>(format))));
  const ExportPlan plan = dialog->form().plan();
  QCOMPARE(int(plan.format), format);
  WAIT_REPORT(dialog);
  QSignalSpy exported(dialog.dialog, &ExportDialog::exported);
  QVERIFY(dialog->exportButton().isEnabled());
  dialog->exportButton().click();
  QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatienceMs);
  const Mesh expected = toSpace(asStored(mesh), scene.geometry(), static_cast<MeshSpace>(space));
  const double off = apart(readMesh(plan.surface), expected);
  QVERIFY2(off < 1e-5, qPrintable(QString::number(off)));
  if (plan.format != MeshFormat::ThreeMf)
    QVERIFY(bytesOf(plan.surface).contains(QByteArray("SPACE=") + nameOf(plan.space)));
  const double size = double(std::filesystem::file_size(plan.surface));
  const double share = double(expectedBytes(mesh, plan.format)) / size;
  QVERIFY2(share > 0.75 && share < 1.33, qPrintable(QString::number(share)));
  QVERIFY(button(*dialog, "Show folder")->isVisible());
}

void TestExport::companionsLieBeside() {
  const Geometry grid{{23, 23, 23}, {1, 1, 1}, {30, -20, 10}, kIdentity3};
  const Volume field = sampled(grid, grid.size, sphere({0, 0, 0}, 9));
  ExportScene scene(extractSurface(field, 0, {}), &field);
  const Opened dialog(scene);
  ExportPlan wanted;
  wanted.fused = wanted.field = wanted.pictures = wanted.report = true;
  dialog->form().setCompanions(wanted);
  dialog->setFile(scene.root() / "out" / "a.b.stl");
  WAIT_REPORT(dialog);
  QSignalSpy exported(dialog.dialog, &ExportDialog::exported);
  dialog->exportButton().click();
  QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 5, kPatienceMs);
  const std::filesystem::path out = scene.root() / "out";
  const RunFolder& folder = scene.run().folder;
  QCOMPARE(bytesOf(out / "a.b_fused.nii.gz"), bytesOf(folder.fused()));
  QCOMPARE(bytesOf(out / "a.b_sdf.nii.gz"), bytesOf(folder.metal()));
  QCOMPARE(bytesOf(out / "a.b_stages.png"), QByteArray("a strip"));
  const auto report = QJsonDocument::fromJson(bytesOf(out / "a.b_print.json")).object();
  QVERIFY(report["passes"].toBool());
  QCOMPARE(report["checks"].toArray().size(), 19);
}

void TestExport::faultNeedsATick_data() {
  QTest::addColumn<int>("which");
  QTest::addColumn<QString>("row");
  QTest::newRow("open") << 0 << "Open edges";
  QTest::newRow("self-intersecting") << 1 << "Self-intersections";
  QTest::newRow("thin") << 2 << "Smallest wall";
  QTest::newRow("inside out") << 3 << "Winding and signed volume";
}

void TestExport::faultNeedsATick() {
  QFETCH(int, which);
  QFETCH(QString, row);
  const std::array<Mesh, 4> meshes = {cubeWithoutItsLid(), ballsThatIntersect(), box({0.3, 40, 50}),
                                      insideOut(box({20, 20, 20}))};
  ExportScene scene(meshes[std::size_t(which)]);
  const Opened dialog(scene);
  QVERIFY(!dialog->exportButton().isEnabled());  // before the report
  QVERIFY(!dialog->exportButton().toolTip().isEmpty());
  WAIT_REPORT(dialog);
  QCOMPARE(failedRows(*dialog), QStringList{row});
  QVERIFY(!dialog->exportButton().isEnabled());
  QCheckBox* tick = although(*dialog);
  QVERIFY(tick->isVisible());
  dialog->setFile(scene.root() / "out.stl");
  tick->setChecked(true);
  QVERIFY(dialog->exportButton().isEnabled());
  QSignalSpy exported(dialog.dialog, &ExportDialog::exported);
  dialog->exportButton().click();
  QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatienceMs);
  QCOMPARE(readStl(scene.root() / "out.stl").triangles.size(), meshes[std::size_t(which)].triangles.size());
  tick->setChecked(false);
  QVERIFY(!dialog->exportButton().isEnabled());
}

void TestExport::faultIsShownInThePreview() {
  ExportScene scene(cubeWithoutItsLid());
  const Opened dialog(scene);
  WAIT_REPORT(dialog);
  PartPreview& preview = dialog->preview();
  QTRY_VERIFY_WITH_TIMEOUT(preview.isReady(), kPatienceMs);
  const QColor fault = themeOf(preview.palette()).error;
  QCOMPARE(pixelsLike(preview.grab().toImage(), fault), 0);
  QPushButton* show = button(*dialog, "Show in 3-D: Open edges");
  QVERIFY(show != nullptr);
  show->click();
  QVERIFY(preview.isMarked());
  QTRY_VERIFY_WITH_TIMEOUT(preview.isReady(), kPatienceMs);
  QVERIFY(pixelsLike(preview.grab().toImage(), fault) > 500);
  show->click();
  QVERIFY(!preview.isMarked());
  QTRY_VERIFY_WITH_TIMEOUT(preview.isReady(), kPatienceMs);
  QCOMPARE(pixelsLike(preview.grab().toImage(), fault), 0);
}

void TestExport::repairIsTriedKeptAndUndone() {
  ExportScene scene(cubeWithADoubledTriangle());
  const Opened dialog(scene);
  WAIT_REPORT(dialog);
  QCOMPARE(failedRows(*dialog), (QStringList{"Non-manifold edges and vertices", "Degenerate or duplicate triangles"}));
  button(*dialog, QString::fromUtf8("Repair…"))->click();
  auto* panel = dialog->findChild<RepairPanel*>();
  QVERIFY(panel->isVisible());
  button(*panel, "Try repair")->click();
  QTRY_VERIFY_WITH_TIMEOUT(dialog->implant().trial() != nullptr, kPatienceMs);
  QCOMPARE(dialog->implant().trial()->mesh->triangles.size(), std::size_t{12});
  QCOMPARE(dialog->implant().kept()->mesh->triangles.size(), std::size_t{13});  // nothing changed yet
  QVERIFY(!dialog->exportButton().isEnabled());
  button(*panel, "Keep repair")->click();
  QVERIFY(failedRows(*dialog).isEmpty());
  QVERIFY(dialog->exportButton().isEnabled());
  dialog->setFile(scene.root() / "repaired.obj");
  QSignalSpy exported(dialog.dialog, &ExportDialog::exported);
  dialog->exportButton().click();
  QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatienceMs);
  QCOMPARE(readMesh(scene.root() / "repaired.obj").triangles.size(), std::size_t{12});
  button(*dialog, "Undo repair")->click();
  WAIT_REPORT(dialog);
  QCOMPARE(failedRows(*dialog).size(), 2);
  QVERIFY(!dialog->exportButton().isEnabled());
}

void TestExport::smoothingShowsItsDeviationFirst() {
  ExportScene scene(ball({0, 0, 0}, 12));
  const Opened dialog(scene);
  WAIT_REPORT(dialog);
  button(*dialog, QString::fromUtf8("Repair…"))->click();
  auto* panel = dialog->findChild<RepairPanel*>();
  RepairOptions options;
  options.smoothMm = 0.05;
  options.clean = false;
  panel->setOptions(options);
  QVERIFY(panel->options().smoothMm == options.smoothMm && !panel->options().clean);
  button(*panel, "Try repair")->click();
  QTRY_VERIFY_WITH_TIMEOUT(dialog->implant().trial() != nullptr, kPatienceMs);
  const Deviation deviation = dialog->implant().trial()->steps.at(0).deviation;
  QVERIFY(deviation.maxMm > 0 && deviation.maxMm <= 0.0501);
  const QString shown = QString("%1 mm").arg(numberText(deviation.maxMm, 3));
  const QList<QLabel*> labels = panel->findChildren<QLabel*>();
  QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text() == shown; }));
  button(*panel, "Back to the report")->click();
  QVERIFY(!dialog->implant().trial() && !dialog->implant().isRepaired());
  QVERIFY(dialog->exportButton().isEnabled());
}

void TestExport::limitsAreCheckedAgainAndRemembered() {
  ExportScene scene(box({5, 40, 50}));
  QSettings settings(fromPath(scene.root() / "settings.ini"), QSettings::IniFormat);
  {
    const Opened dialog(scene);
    dialog->useSettings(settings);
    WAIT_REPORT(dialog);
    QVERIFY(failedRows(*dialog).isEmpty());
    for (QDoubleSpinBox* field : dialog->findChildren<QDoubleSpinBox*>())
      if (field->accessibleName() == "Thinnest wall") field->setValue(5.5);
    QVERIFY(!dialog->exportButton().isEnabled());
    WAIT_REPORT(dialog);
    QCOMPARE(failedRows(*dialog), QStringList{"Smallest wall"});
    for (QDoubleSpinBox* field : dialog->findChildren<QDoubleSpinBox*>())
      if (field->accessibleName() == "Most parts") field->setValue(7);
    WAIT_REPORT(dialog);
  }
  QCOMPARE(rememberedLimits(settings).thinnestWallMm, 5.5);
  QCOMPARE(rememberedLimits(settings).mostParts, 7);
  const Opened again(scene);
  again->useSettings(settings);
  WAIT_REPORT(again);
  QCOMPARE(again->implant().kept()->report.options.thinnestWallMm, 5.5);
  QCOMPARE(again->implant().kept()->report.options.mostParts, 7);
  settings.setValue("print/parts", 1000000);
  QCOMPARE(rememberedLimits(settings).mostParts, PrintOptions{}.mostParts);
  settings.setValue("print/width-mm", "wide");
  QCOMPARE(rememberedLimits(settings).printerMm, PrintOptions{}.printerMm);
}

void TestExport::fileFollowsTheFormat() {
  ExportScene scene(box({20, 20, 20}));
  const Opened dialog(scene);
  ExportForm& form = dialog->form();
  QCOMPARE(fromPath(form.plan().surface.filename()), QString("hip_seed_42_cfg_3.stl"));
  form.setSpace(MeshSpace::Index);
  form.setFormat(MeshFormat::ThreeMf);
  QCOMPARE(fromPath(form.plan().surface.filename()), QString("hip_seed_42_cfg_3.3mf"));
  QVERIFY(form.plan().space == MeshSpace::Lps);  // 3MF has no voxel indices
  for (const QRadioButton* choice : form.findChildren<QRadioButton*>())
    QCOMPARE(choice->isEnabled(), choice->text() != "Voxel index");
  dialog->setFile("other.PLY");
  QVERIFY(form.plan().format == MeshFormat::Ply);
  dialog->setFile("no.ending.3");
  QCOMPARE(fromPath(form.plan().surface), QString("no.ending.3.ply"));
  dialog->setFile("");
  WAIT_REPORT(dialog);
  QVERIFY(!dialog->exportButton().isEnabled());
}

void TestExport::cancelStopsTheReport() {
  ExportScene scene(ball({0, 0, 0}, 40, 0.5));
  QPointer<ExportDialog> dialog = scene.open();
  QVERIFY(dialog->implant().isBusy());
  QElapsedTimer clock;
  clock.start();
  button(*dialog, "Cancel")->click();
  QTRY_VERIFY_WITH_TIMEOUT(dialog.isNull(), kPatienceMs);
  bool next = false;
  scene.controller().survey([](const std::stop_token&) { return 1; }, [&](Answer<int>&&) { next = true; });
  QTRY_VERIFY_WITH_TIMEOUT(next, kPatienceMs);
  std::printf("from Cancel to a free thread: %lld ms\n", static_cast<long long>(clock.elapsed()));
  QVERIFY(clock.elapsed() < 2000);
}

void TestExport::unreadableSurfaceIsSaid() {
  ExportScene scene(box({20, 20, 20}));
  std::filesystem::resize_file(scene.run().folder.surface(), 100);
  const Opened dialog(scene);
  QTRY_VERIFY_WITH_TIMEOUT(!dialog->implant().isBusy(), kPatienceMs);
  QVERIFY(!dialog->exportButton().isEnabled());
  const QList<QLabel*> labels = dialog->findChildren<QLabel*>();
  const QString name = fromPath(scene.run().folder.surface().filename());
  QVERIFY(std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) { return label->text().contains(name); }));
}

void TestExport::existingFileIsAnnounced() {
  ExportScene scene(box({20, 20, 20}));
  const Opened dialog(scene);
  const auto hint = [&] {
    for (const QLabel* label : dialog->form().findChildren<QLabel*>())
      if (label->text().contains("will be replaced")) return label->isVisible();
    return false;
  };
  dialog->setFile(scene.root() / "new.stl");
  QVERIFY(!hint());
  dialog->setFile(scene.run().folder.surface());
  QVERIFY(hint());
}

void TestExport::keyboardReachesEverything() {
  ExportScene scene(cubeWithoutItsLid());
  const Opened dialog(scene);
  WAIT_REPORT(dialog);
  QTRY_VERIFY(button(*dialog, "Show in 3-D: Open edges")->isVisible());
  QSet<QString> reached;
  QWidget* at = dialog->nextInFocusChain();
  for (int i = 0; i < 500 && at != dialog.dialog; ++i, at = at->nextInFocusChain())
    if (at->isVisible() && at->isEnabled() && at->focusProxy() == nullptr && (at->focusPolicy() & Qt::TabFocus) != 0) {
      auto* abstract = qobject_cast<QAbstractButton*>(at);
      reached << (at->accessibleName().isEmpty() && abstract != nullptr ? abstract->text() : at->accessibleName());
    }
  QVERIFY(!reached.contains(QString()));
  for (const char* name :
       {"STL binary", "LPS, patient, as DICOM", "Fused CT", "File", "Thinnest wall", "Most parts",
        "Show in 3-D: Open edges", "Export although 1 check failed", "Cancel", "Preview of the implant"})
    QVERIFY2(reached.contains(name), name);
}

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  Language language(application, "en");
  Appearance appearance(application, SchemeChoice::Dark);
  TestExport test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_export.moc"
