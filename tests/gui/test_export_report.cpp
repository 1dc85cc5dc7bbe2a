// What the export dialog says of a surface and writes of it: the frame, the deviation, what a repair drops.
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/surface/isosurface.h"
#include "tests/gui/export_scene.h"
#include "tests/unit/print/fixtures.h"
#include "ui/controls/elided_label.h"
#include "ui/export/export_form.h"
#include "ui/export/part_preview.h"
#include "ui/export/print_report_view.h"
#include "ui/export/repair_panel.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;
using namespace hipwright::testing;

namespace {

constexpr int kPatienceMs = 60'000;

QJsonObject jsonOf(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return QJsonDocument::fromJson(QByteArray::fromStdString({std::istreambuf_iterator<char>(in), {}})).object();
}

Vec3 placeOf(const QJsonValue& value) {
  const QJsonArray at = value.toArray();
  return {at[0].toDouble(), at[1].toDouble(), at[2].toDouble()};
}

/// With edges, and as rough as 1 mm voxels make it.
Mesh implant() {
  const PhantomParameters parameters = drawParameters(900001);
  return extractSurface(sampleImplant(parameters, ImplantPart::Metal, standardGrid(parameters), {}), 0, {});
}

void waitForReport(const ExportDialog& dialog) {
  QTRY_VERIFY_WITH_TIMEOUT(
      const_cast<ExportDialog&>(dialog).implant().kept() && !const_cast<ExportDialog&>(dialog).implant().isBusy(),
      kPatienceMs);
}

}  // namespace

class TestExportReport : public QObject {
  Q_OBJECT

 private slots:
  void reportIsInTheFrameOfTheFile_data();
  void reportIsInTheFrameOfTheFile();
  void deviationIsMeasuredAgainstTheField();
  void keepingPartsKeepsTheImplantAndShowsWhatIsDropped();
  void proposedRepairsPassTogether();
  void thinTipsAreNamedInTheirRow();
};

void TestExportReport::reportIsInTheFrameOfTheFile_data() {
  QTest::addColumn<int>("space");
  for (const MeshSpace space : {MeshSpace::Lps, MeshSpace::Ras, MeshSpace::Index})
    QTest::newRow(nameOf(space)) << int(space);
}

void TestExportReport::reportIsInTheFrameOfTheFile() {
  QFETCH(int, space);
  ExportScene scene(movedBy(box({20, 30, 40}), {100, 200, 300}));
  const std::unique_ptr<ExportDialog> dialog(scene.open());
  ExportPlan wanted;
  wanted.report = true;
  dialog->form().setCompanions(wanted);
  dialog->form().setSpace(static_cast<MeshSpace>(space));
  dialog->setFile(scene.root() / "out" / "a.stl");
  waitForReport(*dialog);
  QSignalSpy exported(dialog.get(), &ExportDialog::exported);
  dialog->exportButton().click();
  QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 2, kPatienceMs);
  const MeshReport written = checkMesh(readMesh(scene.root() / "out" / "a.stl"));
  const QString unit = unitOf(static_cast<MeshSpace>(space));
  const QJsonObject report = jsonOf(scene.root() / "out" / "a_print.json");
  QCOMPARE(report["space"].toString(), QString(nameOf(static_cast<MeshSpace>(space))));
  QVERIFY(length(placeOf(report["mesh"].toObject()["lower_" + unit]) - written.lower) < 1e-3);
  QVERIFY(length(placeOf(report["mesh"].toObject()["upper_" + unit]) - written.upper) < 1e-3);
  QVERIFY(length(placeOf(report["mesh"].toObject()["size_mm"]) - Vec3{20, 30, 40}) < 1e-3);
}

void TestExportReport::deviationIsMeasuredAgainstTheField() {
  const Geometry grid{{31, 31, 20}, {1, 1, 1}, {30, -20, 10}, kIdentity3};
  const Volume field = sampled(grid, grid.size, sphere({0, 0, 5}, 9));
  const auto rowOf = [](const ExportDialog& dialog, const QString& name) {
    for (const PrintRow& row : dialog.findChild<PrintReportView*>()->table().rows())
      if (row.name == name) return row;
    return PrintRow{"no such row", {}, {}, {}, Verdict::Fail, {}};
  };
  const QString deviation = "Deviation from the isosurface";
  Mesh mesh = extractSurface(field, 0, {});
  {
    ExportScene scene(mesh, &field);
    const std::unique_ptr<ExportDialog> dialog(scene.open());
    waitForReport(*dialog);
    QCOMPARE(rowOf(*dialog, deviation).found, QString("0.00 mm max"));
    QVERIFY(rowOf(*dialog, deviation).verdict == Verdict::Pass);
    QVERIFY(rowOf(*dialog, "Cut off by the field's edge").verdict == Verdict::Note);
  }
  {
    ExportScene scene(mesh);
    const std::unique_ptr<ExportDialog> dialog(scene.open());
    waitForReport(*dialog);
    QCOMPARE(rowOf(*dialog, deviation).found, QString("not measured"));
    QVERIFY(rowOf(*dialog, deviation).verdict == Verdict::Note);
  }
  const Geometry coarse{{11, 11, 7}, {3, 3, 3}, {30, -20, 10}, kIdentity3};
  const Volume onCase = sampled(coarse, coarse.size, sphere({0, 0, 5}, 9));
  for (const bool kept : {true, false}) {
    ExportScene scene(mesh, &onCase);
    scene.setModelGrid(grid, kept ? &field : nullptr);
    const std::unique_ptr<ExportDialog> dialog(scene.open());
    waitForReport(*dialog);
    QCOMPARE(rowOf(*dialog, deviation).found, QString(kept ? "0.00 mm max" : "not measured"));
    QVERIFY(rowOf(*dialog, deviation).verdict == (kept ? Verdict::Pass : Verdict::Note));
  }
  mesh.triangles.resize(mesh.triangles.size() - 50);
  ExportScene scene(mesh, &field);
  const std::unique_ptr<ExportDialog> dialog(scene.open());
  waitForReport(*dialog);
  QVERIFY2(rowOf(*dialog, deviation).verdict == Verdict::Fail, qPrintable(rowOf(*dialog, deviation).found));
}

/// A cup, a stem and a speck: two parts are proposed, the speck is shown and named, in the dialog and in the file.
void TestExportReport::keepingPartsKeepsTheImplantAndShowsWhatIsDropped() {
  const Mesh implant = together(box({40, 30, 20}), movedBy(box({10, 10, 60}), {60, 0, 0}));
  ExportScene scene(together(implant, movedBy(box({2, 2, 2}), {100, 0, 0})));
  const std::unique_ptr<ExportDialog> dialog(scene.open());
  waitForReport(*dialog);
  dialog->repairButton().click();
  auto* panel = dialog->findChild<RepairPanel*>();
  for (QCheckBox* box : panel->findChildren<QCheckBox*>())
    if (box->text() == "Keep only the largest parts") box->setChecked(true);
  QCOMPARE(panel->options().keepParts.value_or(0), 2);
  QVERIFY(!dialog->preview().showsDropped());
  emit panel->tryWanted(panel->options());
  QTRY_VERIFY_WITH_TIMEOUT(dialog->implant().trial() != nullptr, kPatienceMs);
  QVERIFY(dialog->preview().showsDropped());
  emit panel->keepWanted();
  QCOMPARE(dialog->implant().kept()->mesh->triangles.size(), std::size_t{24});
  dialog->form().setFormat(MeshFormat::Obj);
  dialog->form().setFormat(MeshFormat::ThreeMf);
  dialog->setFile(scene.root() / "kept.3mf");
  QSignalSpy exported(dialog.get(), &ExportDialog::exported);
  dialog->exportButton().click();
  QTRY_COMPARE_WITH_TIMEOUT(exported.size(), 1, kPatienceMs);
  QVERIFY(dialog->preview().showsDropped());
  const auto* note = dynamic_cast<const ElidedLabel*>(dialog->findChild<QLabel*>("repairFact"));
  QVERIFY(note != nullptr && note->isVisible());
  QVERIFY2(note->fullText().startsWith("1 shell dropped, 0.01"), qPrintable(note->fullText()));
}

/// What the panel proposes passes; more than that is obeyed, and its failure is new.
void TestExportReport::proposedRepairsPassTogether() {
  ExportScene scene(implant());
  const std::unique_ptr<ExportDialog> dialog(scene.open());
  waitForReport(*dialog);
  dialog->repairButton().click();
  auto* panel = dialog->findChild<RepairPanel*>();
  const auto tick = [panel](const QString& begin) {
    for (QCheckBox* box : panel->findChildren<QCheckBox*>())
      if (box->text().startsWith(begin)) QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
  };
  const auto type = [panel](const QString& name, const QString& text) {
    for (QDoubleSpinBox* field : panel->findChildren<QDoubleSpinBox*>()) {
      if (field->accessibleName() != name) continue;
      field->selectAll();
      QTest::keyClicks(field, text);
      QTest::keyClick(field, Qt::Key_Tab);
    }
  };
  const auto verdictOfTrial = [&]() -> QString {
    emit panel->tryWanted(panel->options());
    if (!QTest::qWaitFor([&] { return dialog->implant().trial() != nullptr; }, kPatienceMs)) return {};
    for (const QLabel* label : panel->findChildren<QLabel*>())
      if (label->text().contains("fail") || label->text() == "Would pass every check") return label->text();
    return {};
  };
  const QString error = "Error of fewer triangles", most = "Most that smoothing moves a point";
  tick("Smooth");
  tick("Fewer");
  QVERIFY(panel->options().smoothMm && panel->options().decimateMm);
  QCOMPARE(verdictOfTrial(), QString("Would pass every check"));
  const double together = dialog->implant().trial()->steps.back().deviation.maxMm;
  QVERIFY2(together > 0.05 && together <= kDefaultRepairMm, qPrintable(QString::number(together)));
  type(most, "0.08");
  QCOMPARE(panel->options().decimateMm.value_or(0), 0.02);  // what is left
  type(error, "0.05");
  type(most, "0.10");
  QCOMPARE(panel->options().smoothMm.value_or(0), 0.1);
  QCOMPARE(panel->options().decimateMm.value_or(0), 0.05);
  QCOMPARE(verdictOfTrial(), QString("1 check would fail now"));
}

void TestExportReport::thinTipsAreNamedInTheirRow() {
  const Mesh block = box({30, 20, 10});
  ExportScene scene(together(block, movedBy(box({0.3, 1, 0.5}), {0, 0, 20})));
  const std::unique_ptr<ExportDialog> dialog(scene.open());
  waitForReport(*dialog);
  for (const PrintRow& row : dialog->findChild<PrintReportView*>()->table().rows()) {
    if (row.name != "Smallest wall") continue;
    QVERIFY2(row.found.endsWith(", 2 thin tips"), qPrintable(row.found));
    QVERIFY2(row.detail.endsWith("Here they come to 1.0 mm²."), qPrintable(row.detail));
    return;
  }
  QFAIL("no such row");
}

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  Language language(application, "en");
  TestExportReport test;
  return QTest::qExec(&test, argc, argv);
}

#include "test_export_report.moc"
