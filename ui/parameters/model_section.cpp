#include "ui/parameters/model_section.h"

#include "engine/core/platform.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/icon_label.h"
#include "ui/parameters/setting_row.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kBesideFields = 24;          // px that the form keeps free beside its fields for reset marks
constexpr const char* kChoose = "choose";  // data of the entry that opens a dialog

QHBoxLayout* valueRow(const QString& label, QWidget* value, QWidget* parent) {
  auto* row = new QHBoxLayout;
  row->setSpacing(space::kTight);
  auto* text = makeLabel(label, "label", parent);
  text->setFixedWidth(kSettingLabelWidth);
  row->addWidget(text);
  row->addWidget(value, 1);
  return row;
}

}  // namespace

ModelSection::ModelSection(QWidget* parent)
    : QWidget(parent),
      m_sets(new QComboBox(this)),
      m_about(new ElidedLabel("secondary", this)),
      m_save(new ElidedLabel("body", this)),
      m_time(makeLabel({}, "body", this)),
      m_memory(new ElidedLabel("body", this)),
      m_memoryBar(new QProgressBar(this)),
      m_forecast(new QWidget(this)) {
  m_sets->setAccessibleName(tr("Model set"));
  m_sets->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_sets->setMinimumContentsLength(8);
  m_memoryBar->setTextVisible(false);
  m_memoryBar->setFixedHeight(space::kTight);
  m_memoryBar->setAccessibleName(tr("Memory a run needs, of what is free"));
  auto* browse = makeIconButton(IconName::Folder, tr("Choose where runs are saved"), this);
  auto* save = valueRow(tr("Saved in"), m_save, this);
  save->addWidget(browse);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(space::kUnit);
  column->addWidget(makeRule(this));
  column->addWidget(makeLabel(tr("Model"), "heading", this));
  auto* sets = new QHBoxLayout;
  sets->setContentsMargins(0, 0, kBesideFields, 0);
  sets->addWidget(m_sets);
  column->addLayout(sets);
  column->addWidget(m_about);
  column->addLayout(save);
  fillForecast();
  connect(m_sets, &QComboBox::activated, this, [this](int index) {
    if (m_sets->itemData(index).toString() == kChoose)
      chooseModel();
    else
      emit folderChosen(toPath(m_sets->itemData(index).toString()));
  });
  connect(browse, &QToolButton::clicked, this, &ModelSection::chooseSaveFolder);
  showForecast(std::nullopt);
}

void ModelSection::fillForecast() {
  m_forecast->setProperty("surface", "panel");
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(kSettingLabelWidth + space::kTight, 0, 0, 0);
  bar->addWidget(m_memoryBar);
  auto* column = new QVBoxLayout(m_forecast);
  column->setContentsMargins(space::kPanel, space::kUnit, space::kPanel, space::kRow);
  column->setSpacing(space::kUnit);
  column->addWidget(makeLabel(tr("Forecast"), "heading", m_forecast));
  column->addLayout(valueRow(tr("Time"), m_time, m_forecast));
  column->addLayout(valueRow(tr("Memory"), m_memory, m_forecast));
  column->addLayout(bar);
}

void ModelSection::setEntries(const std::vector<ModelEntry>& entries) {
  m_sets->clear();
  for (const ModelEntry& entry : entries)
    m_sets->addItem(entry.isDemo ? tr("%1 (demo)").arg(entry.name) : entry.name, fromPath(entry.folder));
  m_sets->addItem(tr("Choose a model set…"), kChoose);
  setFolder(m_folder);
}

void ModelSection::setFolder(const std::filesystem::path& folder) {
  m_folder = folder;
  const int known = m_sets->findData(fromPath(folder));
  if (known < 0) m_sets->insertItem(0, fromPath(folder.filename()), fromPath(folder));
  m_sets->setCurrentIndex(std::max(0, known));
}

void ModelSection::showDescription(const ModelDescription& model) {
  setLook(m_about, "state", "");
  m_about->setFullText(tr("%1, %2, window %3")
                           .arg(QString::fromStdString(model.profile.name), bytesText(model.bytes),
                                sizeText(model.profile.window.size)));
}

void ModelSection::showProblem(const QString& problem) {
  setLook(m_about, "state", "warning");
  m_about->setFullText(problem);
}

void ModelSection::setSaveFolder(const std::filesystem::path& folder) {
  m_saveFolder = folder;
  m_save->setFullText(fromPath(folder));
}

void ModelSection::showForecast(const std::optional<RunForecast>& forecast) {
  m_memoryBar->setVisible(forecast.has_value());
  m_time->setText(forecast ? tr("About %1").arg(durationText(forecast->seconds)) : tr("Open a CT first"));
  m_memory->setFullText(QString(QChar(0x2013)));
  m_forecastText.clear();
  if (!forecast) return;
  const auto free = platform::availableMemory();
  const auto needed = static_cast<std::uint64_t>(forecast->peak());
  m_memory->setFullText(tr("%1 of %2").arg(bytesText(needed), bytesText(free)));
  m_forecastText = tr("%1, %2 of memory").arg(m_time->text(), bytesText(needed));
  m_memoryBar->setRange(0, 100);
  m_memoryBar->setValue(free == 0 ? 0 : int(std::min<std::uint64_t>(100, needed * 100 / free)));
  const bool tooMuch = free != 0 && forecast->more > static_cast<double>(free);
  setLook(m_memoryBar, "state", tooMuch ? "error" : "");
  setLook(m_memory, "state", tooMuch ? "warning" : "");
}

void ModelSection::chooseModel() {
  setFolder(m_folder);
  auto* dialog = new QFileDialog(window(), tr("Choose a model set"), fromPath(m_folder));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) { emit folderChosen(toPath(path)); });
  dialog->open();
}

void ModelSection::chooseSaveFolder() {
  auto* dialog = new QFileDialog(window(), tr("Choose where runs are saved"), fromPath(m_saveFolder));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& path) { emit saveFolderChosen(toPath(path)); });
  dialog->open();
}

}  // namespace hipwright
