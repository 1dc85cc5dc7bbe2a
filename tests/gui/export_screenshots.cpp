// Saves pictures of the export dialog in its states, with a procedural hip's implant: export_screenshots OUT_DIR
// [LANGUAGE]. Not a test.
#include "engine/phantom/phantom.h"
#include "engine/phantom/phantom_grid.h"
#include "engine/surface/isosurface.h"
#include "tests/gui/export_scene.h"
#include "ui/export/export_form.h"
#include "ui/export/part_preview.h"
#include "ui/export/print_report_view.h"
#include "ui/export/printer_row.h"
#include "ui/export/repair_panel.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"

#include <QApplication>
#include <QDir>
#include <QPushButton>
#include <QSettings>
#include <QTest>

#include <cstdio>
#include <functional>

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr std::uint64_t kSeed = 4003;
constexpr int kPatienceMs = 60'000;

Mesh implant() {
  const PhantomParameters parameters = drawParameters(kSeed);
  return extractSurface(sampleImplant(parameters, ImplantPart::Metal, standardGrid(parameters), {}), 0, {});
}

void waitUntil(const std::function<bool()>& done) {
  if (!QTest::qWaitFor(done, kPatienceMs)) std::puts("  not ready");
}

void waitForReport(ExportDialog& dialog) {
  waitUntil([&] { return dialog.implant().kept() && !dialog.implant().isBusy(); });
}

void save(ExportDialog& dialog, const QDir& out, const char* name) {
  waitUntil([&] { return dialog.preview().isReady(); });
  QTest::qWait(200);
  dialog.grab().save(out.filePath(QString("%1.png").arg(name)));
  std::printf("%s\n", name);
}

/// A printer that cannot make the implant's thinnest wall.
void demandThickWalls(ExportDialog& dialog, ExportScene& scene) {
  QSettings settings(fromPath(scene.root() / "settings.ini"), QSettings::IniFormat);
  PrintOptions limits = dialog.implant().kept()->report.options;
  limits.thinnestWallMm = *dialog.implant().kept()->report.wall.smallestMm + 0.3;
  dialog.findChild<PrinterRow*>()->setLimits(limits);
  dialog.implant().setOptions(limits);
}

void markFirstFault(ExportDialog& dialog) {
  PrintTable& table = dialog.findChild<PrintReportView*>()->table();
  for (std::size_t row = 0; row < table.rows().size(); ++row)
    if (table.rows()[row].verdict == Verdict::Fail) return table.toggleRow(int(row));
}

void tryRepair(ExportDialog& dialog) {
  auto* panel = dialog.findChild<RepairPanel*>();
  RepairOptions options;
  options.smoothMm = 0.05;
  options.decimateMm = 0.05;
  panel->setOptions(options);
  dialog.repairButton().click();
  dialog.implant().tryRepair(options);
  waitUntil([&] { return dialog.implant().trial() != nullptr; });
}

void walk(const QDir& out, Appearance& appearance) {
  ExportScene scene(implant());
  ExportDialog* dialog = scene.open();
  dialog->setFile("exports/hip_0412_R_seed_42_cfg_3.stl");
  save(*dialog, out, "export-checking");
  waitForReport(*dialog);
  save(*dialog, out, "export-passed");
  appearance.setChoice(SchemeChoice::Light);
  save(*dialog, out, "export-light");
  appearance.setChoice(SchemeChoice::Dark);
  demandThickWalls(*dialog, scene);
  waitForReport(*dialog);
  markFirstFault(*dialog);
  save(*dialog, out, "export-failed");
  appearance.setChoice(SchemeChoice::Light);
  save(*dialog, out, "export-failed-light");
  appearance.setChoice(SchemeChoice::Dark);
  tryRepair(*dialog);
  save(*dialog, out, "export-repair");
  delete dialog;
  dialog = scene.open();
  waitForReport(*dialog);
  dialog->form().setFormat(MeshFormat::ThreeMf);
  dialog->setFile(scene.root() / "implant.3mf");
  dialog->exportButton().click();
  QTest::qWait(1500);
  save(*dialog, out, "export-saved");
  delete dialog;
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc < 2) {
    std::puts("export_screenshots OUT_DIR [LANGUAGE]");
    return 2;
  }
  const QDir out(argv[1]);
  out.mkpath(".");
  Language language(application, argc > 2 ? argv[2] : "en");
  Appearance appearance(application, SchemeChoice::Dark);
  walk(out, appearance);
  return 0;
}
