#include "ui/window/export_dialog.h"

#include "ui/controls/icon_label.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kWidth = 760;

QString sizeMm(const MeshReport& mesh) {
  const Vec3 extent = mesh.upper - mesh.lower;
  return QString("%1 × %2 × %3 mm").arg(numberText(extent[0], 0), numberText(extent[1], 0), numberText(extent[2], 0));
}

}  // namespace

ExportDialog::ExportDialog(const PastRun& run, std::shared_ptr<const OpenedCase> opened, RunController& controller,
                           QWidget* parent)
    : QDialog(parent), m_run(run), m_case(std::move(opened)), m_controller(controller) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowModality(Qt::WindowModal);
  setWindowTitle(tr("Export implant"));
  setMinimumWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kSection, space::kSection, space::kSection, space::kPanel);
  column->setSpacing(space::kRow);
  column->addWidget(makeTitle());
  column->addWidget(makeChoices());
  column->addWidget(makeRule(this));
  column->addWidget(makeReport());
  column->addStretch(1);
  column->addWidget(makeRule(this));
  m_although = new QCheckBox(tr("Export although %n check(s) failed", nullptr, m_failedChecks), this);
  m_although->setVisible(m_failedChecks > 0);
  m_status = makeLabel({}, "label", this);
  m_close = new QPushButton(tr("Cancel"), this);
  m_export = new QPushButton(tr("Export STL"), this);
  m_export->setProperty("kind", "primary");
  m_export->setDefault(true);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_although);
  foot->addWidget(m_status, 1);
  foot->addWidget(m_close);
  foot->addWidget(m_export);
  column->addLayout(foot);
  connect(m_although, &QCheckBox::toggled, this, &ExportDialog::applyState);
  connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::applyState);
  connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
  applyState();
  m_export->setFocus();
}

QWidget* ExportDialog::makeTitle() {
  auto* box = new QWidget(this);
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(makeLabel(tr("Export implant"), "title", box), 1);
  if (m_run.record.demoModel)
    row->addWidget(new Pill(IconName::Warning, tr("Made with the DEMO model"), "warning", box));
  return box;
}

QWidget* ExportDialog::makeChoices() {
  auto* box = new QWidget(this);
  auto* form = new QGridLayout(box);
  form->setContentsMargins(0, 0, 0, 0);
  form->setHorizontalSpacing(space::kPanel);
  form->setVerticalSpacing(space::kUnit);
  form->setColumnStretch(1, 1);
  const auto row = [&](const QString& name, QWidget* content) {
    const int at = form->rowCount();
    form->addWidget(makeLabel(name, "label", box), at, 0);
    form->addWidget(content, at, 1, 1, content == m_file ? 1 : 2);
  };
  m_space = new QComboBox(box);
  m_space->addItems({tr("LPS, patient, as DICOM"), tr("RAS, as 3D Slicer's scene"), tr("Voxel index")});
  m_space->setCurrentIndex(int(m_run.record.request.space));
  m_space->setAccessibleName(tr("Frame"));
  row(tr("Frame"), m_space);
  row(tr("Unit"), makeLabel(tr("mm. STL holds no unit: choose millimetres in the slicer."), "body", box));
  auto* also = new QWidget(box);
  auto* boxes = new QHBoxLayout(also);
  boxes->setContentsMargins(0, 0, 0, 0);
  m_fused = new QCheckBox(tr("Fused CT"), also);
  m_field = new QCheckBox(tr("SDF"), also);
  m_pictures = new QCheckBox(tr("Pictures"), also);
  m_bone = new QCheckBox(tr("Bone surface"), also);
  std::error_code ignored;
  m_pictures->setEnabled(std::filesystem::exists(m_run.folder.strip(), ignored));
  for (QCheckBox* each : {m_fused, m_field, m_pictures, m_bone}) boxes->addWidget(each);
  boxes->addStretch(1);
  row(tr("Also save"), also);
  m_file = new QLineEdit(box);
  m_file->setAccessibleName(tr("File"));
  m_file->setText(fromPath(m_run.folder.path() / "export" / m_run.folder.surface().filename()));
  row(tr("File"), m_file);
  auto* choose = new QPushButton(tr("Browse…"), box);
  form->addWidget(choose, form->rowCount() - 1, 2);
  connect(choose, &QPushButton::clicked, this, &ExportDialog::browse);
  return box;
}

QWidget* ExportDialog::makeReport() {
  const MeshReport& mesh = m_run.record.mesh;
  auto* box = new QWidget(this);
  auto* grid = new QGridLayout(box);
  grid->setContentsMargins(0, 0, 0, 0);
  grid->setHorizontalSpacing(space::kPanel);
  grid->setVerticalSpacing(space::kTight);
  grid->setColumnStretch(1, 1);
  grid->addWidget(makeLabel(tr("Surface"), "strong", box), 0, 0, 1, 3);
  const auto fact = [&](const QString& name, const QString& value) {
    const int row = grid->rowCount();
    grid->addWidget(makeLabel(name, "label", box), row, 1);
    grid->addWidget(makeLabel(value, "body", box), row, 2, Qt::AlignRight);
  };
  fact(tr("Size"), sizeMm(mesh));
  fact(tr("Volume"), tr("%1 cm³").arg(numberText(mesh.volumeMm3 / 1000, 1)));
  fact(tr("Triangles"), QLocale(QLocale::English).toString(qlonglong(mesh.triangles)));
  fact(tr("Shells"), QString::number(mesh.shells));
  addCheck(grid, tr("Open edges"), mesh.openEdges);
  addCheck(grid, tr("Non-manifold edges and vertices"), mesh.nonManifoldEdges + mesh.nonManifoldVertices);
  addCheck(grid, tr("Flipped edges"), mesh.flippedEdges);
  addCheck(grid, tr("Degenerate triangles"), mesh.degenerateTriangles);
  addCheck(grid, tr("Inside out"), mesh.volumeMm3 > 0 ? 0 : 1);
  return box;
}

void ExportDialog::addCheck(QGridLayout* grid, const QString& name, std::int64_t found) {
  const bool passed = found == 0;
  m_failedChecks += passed ? 0 : 1;
  const int row = grid->rowCount();
  QWidget* box = grid->parentWidget();
  grid->addWidget(new IconLabel(passed ? IconName::Passed : IconName::Failed, passed ? Tint::Success : Tint::Error,
                                size::kSmallIcon, box),
                  row, 0);
  grid->addWidget(makeLabel(name, "body", box), row, 1);
  grid->addWidget(makeLabel(QString::number(found), "body", box), row, 2, Qt::AlignRight);
}

void ExportDialog::setFile(const std::filesystem::path& file) { m_file->setText(fromPath(file)); }

void ExportDialog::browse() {
  auto* dialog = new QFileDialog(this, tr("Export implant"), m_file->text(), tr("STL surfaces (*.stl)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix("stl");
  connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
  dialog->open();
}

void ExportDialog::applyState() {
  const bool allowed = m_failedChecks == 0 || m_although->isChecked();
  m_export->setEnabled(!m_busy && allowed && !m_file->text().trimmed().isEmpty());
  m_export->setText(m_busy ? tr("Exporting…") : tr("Export STL"));
}

void ExportDialog::start() {
  ExportPlan plan;
  plan.surface = toPath(m_file->text().trimmed());
  plan.space = static_cast<MeshSpace>(m_space->currentIndex());
  plan.fused = m_fused->isChecked();
  plan.field = m_field->isChecked();
  plan.pictures = m_pictures->isChecked();
  plan.bone = m_bone->isChecked();
  m_busy = true;
  applyState();
  using Files = std::vector<std::filesystem::path>;
  m_controller.background(
      [run = m_run, opened = m_case, plan](const std::stop_token& stop) { return exportRun(run, *opened, plan, stop); },
      [self = QPointer<ExportDialog>(this)](Answer<Files>&& answer) {
        if (self.isNull()) return;
        self->m_busy = false;
        if (const auto* error = std::get_if<Error>(&answer)) {
          setLook(self->m_status, "state", "error");
          self->m_status->setText(whatText(*error));
        } else {
          self->finish(std::get<Files>(answer));
        }
        self->applyState();
      });
}

void ExportDialog::finish(const std::vector<std::filesystem::path>& files) {
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(files.front(), ignored);
  setLook(m_status, "state", "ok");
  m_status->setText(tr("Saved and checked, %1").arg(bytesText(bytes)));
  m_close->setText(tr("Close"));
  for (const std::filesystem::path& file : files) emit exported(tr("Exported %1").arg(fromPath(file)));
}

}  // namespace hipwright
