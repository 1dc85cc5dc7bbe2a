#include "ui/export/export_form.h"

#include "engine/core/platform.h"
#include "engine/run/run_folder.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>
#include <array>

namespace hipwright {
namespace fs = std::filesystem;
namespace {

constexpr int kLabelWidth = 96;
constexpr std::array kFormats = {MeshFormat::StlBinary, MeshFormat::StlText, MeshFormat::ThreeMf, MeshFormat::Ply,
                                 MeshFormat::Obj};

fs::path usualFile(const PastRun& run) {
  const RunRecord& record = run.record;
  const std::string name = safeFileName(record.caseName) + "_seed_" + std::to_string(record.seed) + "_cfg_" +
                           shortNumber(record.request.cfg) + ".stl";
  return run.folder.path() / "export" / platform::fromUtf8(name);
}

bool isSurfaceEnding(const fs::path& ending) {
  return std::any_of(kFormats.begin(), kFormats.end(),
                     [&](MeshFormat format) { return fromPath(ending).toLower() == endingOf(format); });
}

QHBoxLayout* makeLine(QWidget* box, int spacing) {
  auto* line = new QHBoxLayout(box);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(spacing);
  return line;
}

}  // namespace

ExportForm::ExportForm(const PastRun& run, QWidget* parent)
    : QWidget(parent),
      m_grid(new QGridLayout(this)),
      m_formats(new QButtonGroup(this)),
      m_spaces(new QButtonGroup(this)) {
  m_grid->setContentsMargins(0, 0, 0, 0);
  m_grid->setHorizontalSpacing(space::kPanel);
  m_grid->setVerticalSpacing(space::kUnit);
  m_grid->setColumnMinimumWidth(0, kLabelWidth);
  m_grid->setColumnStretch(1, 1);
  addRow(tr("Format"), makeFormats());
  addRow(tr("Frame"), makeSpaces());
  auto* unit = new QWidget(this);
  auto* line = makeLine(unit, space::kUnit);
  m_unit = makeLabel({}, "body", unit);
  m_unitHint = makeLabel({}, "label", unit);
  line->addWidget(m_unit);
  line->addWidget(m_unitHint, 1);
  addRow(tr("Unit"), unit);
  addRow(tr("Also save"), makeCompanions(run));
  addRow(tr("File"), makeFile(run));
  m_fileHint = makeLabel(tr("A file of this name is there already and will be replaced."), "secondary", this);
  setLook(m_fileHint, "state", "warning");
  m_grid->addWidget(m_fileHint, m_grid->rowCount(), 1);
  setSpace(run.record.request.space);
  showState();
}

void ExportForm::addRow(const QString& name, QWidget* content) {
  const int row = m_grid->rowCount();
  m_grid->addWidget(makeLabel(name, "label", this), row, 0);
  m_grid->addWidget(content, row, 1);
}

QWidget* ExportForm::makeFormats() {
  auto* box = new QWidget(this);
  auto* line = makeLine(box, space::kSection);
  const std::array<QString, kFormats.size()> names = {tr("STL binary"), tr("STL text"), "3MF", "PLY", "OBJ"};
  for (std::size_t i = 0; i < kFormats.size(); ++i) {
    auto* button = new QRadioButton(names[i], box);
    m_formats->addButton(button, static_cast<int>(kFormats[i]));
    line->addWidget(button);
  }
  line->addStretch(1);
  m_formats->button(0)->setChecked(true);
  connect(m_formats, &QButtonGroup::idToggled, this, [this](int /*id*/, bool checked) {
    if (checked) takeFormat();
  });
  return box;
}

QWidget* ExportForm::makeSpaces() {
  auto* box = new QWidget(this);
  auto* line = makeLine(box, space::kSection);
  const auto add = [&](MeshSpace which, const QString& name, const QString& tip) {
    auto* button = new QRadioButton(name, box);
    button->setToolTip(tip);
    m_spaces->addButton(button, static_cast<int>(which));
    line->addWidget(button);
  };
  add(MeshSpace::Lps, tr("LPS, patient, as DICOM"), tr("x to the patient's left, y to the back, z to the head."));
  add(MeshSpace::Ras, tr("RAS"), tr("x to the patient's right, y to the front, z to the head, as 3D Slicer's scene."));
  add(MeshSpace::Index, tr("Voxel index"), tr("Voxels of the CT instead of millimetres."));
  line->addStretch(1);
  m_spaces->button(0)->setChecked(true);
  connect(m_spaces, &QButtonGroup::idToggled, this, [this](int /*id*/, bool checked) {
    if (!checked) return;
    showState();
    emit edited();
  });
  return box;
}

QCheckBox* ExportForm::addCompanion(QHBoxLayout* row, const QString& name, const QString& tip) {
  auto* box = new QCheckBox(name, row->parentWidget());
  box->setToolTip(tip);
  row->addWidget(box);
  connect(box, &QCheckBox::toggled, this, [this] {
    showState();
    emit edited();
  });
  return box;
}

QWidget* ExportForm::makeCompanions(const PastRun& run) {
  auto* box = new QWidget(this);
  auto* line = makeLine(box, space::kPanel);
  m_fused = addCompanion(line, tr("Fused CT"), tr("The CT with the implant in it, NIfTI."));
  m_field = addCompanion(line, tr("SDF"), tr("The signed distance field of the implant, NIfTI."));
  m_pictures = addCompanion(line, tr("Pictures"), tr("The strip of the stages, PNG."));
  m_report = addCompanion(line, tr("Print report"), tr("The report below with the numbers of the triangles, JSON."));
  m_bone = addCompanion(line, tr("Bone surface"), tr("The bone of the CT at 200 HU, in the same format."));
  line->addStretch(1);
  const auto needs = [](QCheckBox* choice, const fs::path& file) {
    std::error_code ignored;
    choice->setEnabled(fs::exists(file, ignored));
    if (!choice->isEnabled()) choice->setToolTip(tr("This run has not saved it."));
  };
  needs(m_fused, run.folder.fused());
  needs(m_field, run.folder.metal());
  needs(m_pictures, run.folder.strip());
  if (!m_pictures->isEnabled())
    m_pictures->setToolTip(
        tr("This run drew no strip. Choose Strip only or Previews and strip under Stages, and repeat it."));
  return box;
}

QWidget* ExportForm::makeFile(const PastRun& run) {
  auto* box = new QWidget(this);
  auto* line = makeLine(box, space::kUnit);
  m_file = new QLineEdit(box);
  m_file->setAccessibleName(tr("File"));
  m_file->setText(fromPath(usualFile(run)));
  auto* choose = new QPushButton(tr("Browse…"), box);
  choose->setAutoDefault(false);
  line->addWidget(m_file, 1);
  line->addWidget(choose);
  connect(m_file, &QLineEdit::textChanged, this, [this] {
    showState();
    emit edited();
  });
  connect(m_file, &QLineEdit::editingFinished, this, &ExportForm::takeFile);
  connect(choose, &QPushButton::clicked, this, &ExportForm::browse);
  return box;
}

MeshFormat ExportForm::format() const { return static_cast<MeshFormat>(m_formats->checkedId()); }

MeshSpace ExportForm::space() const { return static_cast<MeshSpace>(m_spaces->checkedId()); }

ExportPlan ExportForm::plan() const {
  ExportPlan plan;
  plan.surface = toPath(m_file->text().trimmed());
  plan.format = format();
  plan.space = space();
  if (plan.surface.has_filename()) {
    if (isSurfaceEnding(plan.surface.extension())) plan.surface.replace_extension();
    plan.surface += endingOf(plan.format);
  }
  plan.fused = m_fused->isChecked();
  plan.field = m_field->isChecked();
  plan.pictures = m_pictures->isChecked();
  plan.report = m_report->isChecked();
  plan.bone = m_bone->isChecked();
  return plan;
}

void ExportForm::setFormat(MeshFormat format) { m_formats->button(static_cast<int>(format))->setChecked(true); }

void ExportForm::setSpace(MeshSpace space) { m_spaces->button(static_cast<int>(space))->setChecked(true); }

void ExportForm::setFile(const fs::path& file) {
  m_file->setText(fromPath(file));
  takeFile();
}

void ExportForm::setCompanions(const ExportPlan& plan) {
  m_fused->setChecked(plan.fused);
  m_field->setChecked(plan.field);
  m_pictures->setChecked(plan.pictures);
  m_report->setChecked(plan.report);
  m_bone->setChecked(plan.bone);
}

/// The file takes the format's ending, and voxel indices give way where they cannot be.
void ExportForm::takeFormat() {
  if (!takesSpace(format(), space())) setSpace(MeshSpace::Lps);
  if (!m_file->text().trimmed().isEmpty()) m_file->setText(fromPath(plan().surface));
  showState();
  emit edited();
}

/// The format follows the ending that was typed; an STL stays binary or text.
void ExportForm::takeFile() {
  const QString ending = fromPath(toPath(m_file->text().trimmed()).extension()).toLower();
  if (ending.isEmpty() || ending == endingOf(format())) return;
  for (const MeshFormat each : kFormats)
    if (ending == endingOf(each)) return setFormat(each);
}

void ExportForm::browse() {
  auto* dialog =
      new QFileDialog(this, tr("Export implant"), fromPath(plan().surface), tr("Surfaces (*.stl *.3mf *.ply *.obj)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(QString(endingOf(format())).mid(1));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { setFile(toPath(path)); });
  dialog->open();
}

void ExportForm::showState() {
  if (m_unit == nullptr || m_fileHint == nullptr) return;
  const bool inVoxels = space() == MeshSpace::Index;
  m_unit->setText(inVoxels ? tr("voxels") : QString("mm"));
  switch (format()) {
    case MeshFormat::StlBinary:
    case MeshFormat::StlText:
      m_unitHint->setText(tr("STL holds no unit, choose millimetres in the slicer. 3MF keeps it."));
      break;
    case MeshFormat::ThreeMf: m_unitHint->setText(tr("3MF holds the unit; slicers need not ask.")); break;
    case MeshFormat::Ply:
    case MeshFormat::Obj:
      m_unitHint->setText(tr("%1 holds no unit; ours is in a comment.").arg(shortName(format())));
      break;
  }
  if (inVoxels) m_unitHint->setText(tr("Not for printing: for programs that work on the grid of the CT."));
  QAbstractButton* index = m_spaces->button(static_cast<int>(MeshSpace::Index));
  index->setEnabled(takesSpace(format(), MeshSpace::Index));
  index->setToolTip(index->isEnabled() ? tr("Voxels of the CT instead of millimetres.")
                                       : tr("3MF is always in millimetres."));
  const std::vector<fs::path> files = filesOf(plan());
  m_fileHint->setVisible(std::any_of(files.begin(), files.end(), [](const fs::path& file) {
    std::error_code ignored;
    return fs::is_regular_file(file, ignored);
  }));
}

QString shortName(MeshFormat format) { return QString(endingOf(format)).mid(1).toUpper(); }

}  // namespace hipwright
