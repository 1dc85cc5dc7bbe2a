#include "ui/parameters/parameter_form.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/run/run_folder.h"
#include "ui/controls/icon_label.h"
#include "ui/controls/range_spin.h"
#include "ui/controls/real_slider.h"
#include "ui/parameters/request_member.h"
#include "ui/parameters/request_text.h"
#include "ui/parameters/setting_row.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kLiveFrames = 8;
constexpr double kGuidanceSliderEnd = 15;
constexpr int kStepsSliderEnd = 250;
constexpr int kNumberWidth = 54;
constexpr int kShortestSlider = 48;
constexpr int kBesideListWords = 32;  // px

enum Stages { kPreviewsAndStages, kPreviews, kStages, kNoStages };

Stages stagesOf(const RunRequest& r) {
  if (r.summary) return r.preview > 0 ? kPreviewsAndStages : kStages;
  return r.preview > 0 ? kPreviews : kNoStages;
}

void setStages(RunRequest& r, int stages) {
  r.summary = stages == kPreviewsAndStages || stages == kStages;
  const bool frames = stages == kPreviewsAndStages || stages == kPreviews;
  r.preview = frames ? (r.preview > 0 ? r.preview : kLiveFrames) : 0;
}

RangeSpin* makeSpin(FieldId id, QWidget* parent) {
  const RequestField& field = requestField(id);
  auto* spin = new RangeSpin(parent);
  spin->setRange(int(field.minimum), int(field.maximum));
  spin->setToolTip(meaningText(id));
  spin->setButtonSymbols(QAbstractSpinBox::NoButtons);
  spin->setAlignment(Qt::AlignRight);
  spin->setFixedWidth(kNumberWidth);
  spin->setKeyboardTracking(false);
  return spin;
}

/// A list opens as wide as its words, however narrow the field above it is.
void showListWhole(QComboBox& combo) {
  int widest = 0;
  for (int i = 0; i < combo.count(); ++i)
    widest = std::max(widest, combo.fontMetrics().horizontalAdvance(combo.itemText(i)));
  combo.view()->setMinimumWidth(widest + kBesideListWords);
}

QString plain(double value) { return QString::fromStdString(shortNumber(value)); }

}  // namespace

ParameterForm::ParameterForm(QWidget* parent) : QWidget(parent), m_column(new QVBoxLayout(this)) {
  m_column->setContentsMargins(0, 0, 0, 0);
  m_column->setSpacing(space::kUnit);
  addResultRows();
  addCaseRows();
  addMachineRows();
  m_standard = m_request;
  showRequest();
  fitNarrowPanel();
}

/// Long words are elided where there is no room for them: otherwise the longest would decide how wide the panel is.
void ParameterForm::fitNarrowPanel() {
  for (QComboBox* combo : findChildren<QComboBox*>()) {
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(5);
    showListWhole(*combo);
  }
  for (RealSlider* slider : {m_cfgSlider, m_stepsSlider}) slider->setMinimumWidth(kShortestSlider);
}

SettingRow* ParameterForm::addRow(SettingRow* row, Member member, std::function<QString(const RunRequest&)> valueText) {
  m_column->addWidget(row);
  connect(row, &SettingRow::resetRequested, this,
          [this, member] { edit([&](RunRequest& r) { member(r, m_standard); }); });
  m_rows.push_back({row, std::move(member), std::move(valueText)});
  return row;
}

void ParameterForm::addHeading(const QString& text) {
  m_column->addSpacing(space::kTight);
  m_column->addWidget(makeRule(this));
  m_column->addSpacing(space::kTight);
  m_column->addWidget(makeLabel(text, "heading", this));
}

void ParameterForm::addSeedRow() {
  m_seed = new QLineEdit(this);
  m_seed->setPlaceholderText(tr("random"));
  m_seed->setObjectName("seed");
  m_lock = makeIconButton(IconName::Lock, tr("Keep this seed for the next runs"), this);
  m_lock->setCheckable(true);
  auto* dice = makeIconButton(IconName::Dice, tr("Draw a seed now"), this);
  m_useLast = makeIconButton(IconName::Repeat, tr("Use the seed of the last run"), this);
  m_useLast->setEnabled(false);
  m_seedRow = new SettingRow(tr("Seed"), m_seed, this);
  for (QToolButton* button : {dice, m_useLast, m_lock}) {
    button->setProperty("kind", "small");
    button->setFixedWidth(kMarkWidth);
  }
  // The number gets all of the fields' column; the lock stands where other rows have their mark.
  m_seedRow->addBesideLabel(dice);
  m_seedRow->addBesideLabel(m_useLast);
  m_seedRow->add(m_lock);
  m_seedRow->dropMark();
  m_column->addWidget(m_seedRow);  // not part of a preset, so never "modified"
  const auto draw = [] { return std::int64_t(platform::randomNumber() >> 33); };
  connect(m_seed, &QLineEdit::textEdited, this, &ParameterForm::editSeed);
  connect(m_seed, &QLineEdit::editingFinished, this, [this] {
    if (m_seed->property("state").toString() != "error") showSeed();
  });
  connect(dice, &QToolButton::clicked, this, [this, draw] { edit([&](RunRequest& r) { r.seed = draw(); }); });
  connect(m_lock, &QToolButton::clicked, this, [this, draw](bool locked) {
    edit([&](RunRequest& r) {
      if (locked)
        r.seed = m_lastSeed ? *m_lastSeed : draw();
      else
        r.seed.reset();
    });
  });
  connect(m_useLast, &QToolButton::clicked, this, [this] { edit([this](RunRequest& r) { r.seed = m_lastSeed; }); });
}

void ParameterForm::addGuidanceRow() {
  const RequestField& field = requestField(FieldId::Cfg);
  m_cfgSlider = new RealSlider(this);
  m_cfgSlider->setRealRange(0, kGuidanceSliderEnd, 10);
  m_cfgSlider->setRealBand(3, 7);
  m_cfg = new QDoubleSpinBox(this);
  m_cfg->setRange(field.minimum, field.maximum);
  m_cfg->setDecimals(1);
  m_cfg->setSingleStep(0.5);
  m_cfg->setButtonSymbols(QAbstractSpinBox::NoButtons);
  m_cfg->setAlignment(Qt::AlignRight);
  m_cfg->setFixedWidth(kNumberWidth);
  m_cfg->setKeyboardTracking(false);
  m_cfg->setAccessibleName(tr("Guidance (CFG)"));
  for (QWidget* control : std::initializer_list<QWidget*>{m_cfgSlider, m_cfg})
    control->setToolTip(meaningText(FieldId::Cfg));
  m_cfgRow = new SettingRow(tr("Guidance (CFG)"), m_cfgSlider, this);
  m_cfgRow->add(m_cfg);
  addRow(m_cfgRow, memberOf(&RunRequest::cfg), [](const RunRequest& r) { return plain(r.cfg); });
  const auto change = [this](double value) { edit([value](RunRequest& r) { r.cfg = value; }); };
  connect(m_cfgSlider, &RealSlider::realValueEdited, this, change);
  connect(m_cfg, &QDoubleSpinBox::valueChanged, this, change);
}

void ParameterForm::addStepsRow() {
  m_stepsSlider = new RealSlider(this);
  m_stepsSlider->setRealRange(1, kStepsSliderEnd, 1);
  m_stepsSlider->setToolTip(meaningText(FieldId::Steps));
  m_steps = makeSpin(FieldId::Steps, this);
  m_steps->setAccessibleName(tr("Steps"));
  auto* row = new SettingRow(tr("Steps"), m_stepsSlider, this);
  row->add(m_steps);
  addRow(row, memberOf(&RunRequest::ts), [](const RunRequest& r) { return QString::number(r.ts); });
  connect(m_stepsSlider, &RealSlider::realValueEdited, this,
          [this](double value) { edit([value](RunRequest& r) { r.ts = int(value); }); });
  connect(m_steps, &QSpinBox::valueChanged, this,
          [this](int value) { edit([value](RunRequest& r) { r.ts = value; }); });
  sayRange(*m_steps, *row);
}

/// Until the next change.
void ParameterForm::sayRange(RangeSpin& field, SettingRow& row) {
  connect(&field, &RangeSpin::refused, this, [&field, &row](const QString& typed) {
    row.setHint(tr("%1 to %2; %3 was not taken").arg(field.minimum()).arg(field.maximum()).arg(typed), "warning");
  });
  connect(this, &ParameterForm::edited, &row, [&row] { row.setHint({}); });
}

void ParameterForm::addResultRows() {
  addSeedRow();
  addGuidanceRow();
  addStepsRow();
  m_stages = new QComboBox(this);
  m_stages->addItems({tr("Previews and strip"), tr("Previews only"), tr("Strip only"), tr("None")});
  m_stages->setToolTip(
      tr("Previews are quick approximations while it runs. The strip decodes the saved stages exactly "
         "and can be looked at later; it takes longer."));
  addRow(
      new SettingRow(tr("Stages"), m_stages, this),
      [](RunRequest& to, const RunRequest& from) {
        const bool differed = to.summary != from.summary || to.preview != from.preview;
        to.summary = from.summary;
        to.preview = from.preview;
        return differed;
      },
      [this](const RunRequest& r) { return m_stages->itemText(stagesOf(r)); });
  connect(m_stages, &QComboBox::activated, this,
          [this](int index) { edit([index](RunRequest& r) { setStages(r, index); }); });
}

void ParameterForm::addMachineRows() {
  const auto onOff = [](bool RunRequest::*field) {
    return [field](const RunRequest& r) { return r.*field ? tr("on") : tr("off"); };
  };
  addHeading(tr("Memory and speed"));
  m_tiled = new QCheckBox(tr("Tiled encode and decode"), this);
  m_tiled->setToolTip(tr("Works on overlapping windows: needs far less memory. Off takes the whole volume at once."));
  addRow(new SettingRow({}, m_tiled, this), memberOf(&RunRequest::tiled), onOff(&RunRequest::tiled));
  m_windows = makeSpin(FieldId::WindowBatch, this);
  sayRange(*m_windows, *addRow(new SettingRow(tr("Tiles at once"), m_windows, this), memberOf(&RunRequest::sw),
                               [](const RunRequest& r) { return QString::number(r.sw); }));
  m_amp = new QCheckBox(tr("Mixed precision"), this);
  m_amp->setToolTip(tr("Computes with half precision where this device is faster with it; otherwise exactly."));
  addRow(new SettingRow({}, m_amp, this), memberOf(&RunRequest::amp), onOff(&RunRequest::amp));
  m_device = new QComboBox(this);
  addRow(new SettingRow(tr("Device"), m_device, this), memberOf(&RunRequest::device),
         [](const RunRequest& r) { return QString::fromStdString(toText(r.device)); });
  setDevices({{DeviceChoice::Auto, tr("Automatic")}, {DeviceChoice::Cpu, tr("Processor")}});
  m_threads = makeSpin(FieldId::Threads, this);
  m_threads->setSpecialValueText(tr("all"));
  sayRange(*m_threads,
           *addRow(new SettingRow(tr("Threads"), m_threads, this), memberOf(&RunRequest::threads),
                   [](const RunRequest& r) { return r.threads == 0 ? tr("all") : QString::number(r.threads); }));
  m_rng = new QComboBox(this);
  m_rng->addItems({tr("Processor"), tr("Device")});
  m_rng->setToolTip(tr("Where the starting noise is drawn. The processor's is the same on every machine."));
  addRow(new SettingRow(tr("Noise from"), m_rng, this), memberOf(&RunRequest::rng),
         [](const RunRequest& r) { return r.rng == NoiseSource::Cpu ? tr("Processor") : tr("Device"); });
  m_space = new QComboBox(this);
  m_space->addItems({tr("LPS (as DICOM)"), tr("RAS"), tr("Voxel index")});
  m_space->setToolTip(tr("The frame of the STL's coordinates. LPS is what DICOM and most planning programs use."));
  addRow(new SettingRow(tr("STL frame"), m_space, this), memberOf(&RunRequest::space),
         [](const RunRequest& r) { return QString::fromStdString(toText(r.space)).toUpper(); });

  connect(m_tiled, &QCheckBox::clicked, this, [this](bool on) { edit([on](RunRequest& r) { r.tiled = on; }); });
  connect(m_amp, &QCheckBox::clicked, this, [this](bool on) { edit([on](RunRequest& r) { r.amp = on; }); });
  connect(m_windows, &QSpinBox::valueChanged, this, [this](int n) { edit([n](RunRequest& r) { r.sw = n; }); });
  connect(m_threads, &QSpinBox::valueChanged, this, [this](int n) { edit([n](RunRequest& r) { r.threads = n; }); });
  connect(m_device, &QComboBox::activated, this, [this](int index) {
    edit([&](RunRequest& r) { r.device = static_cast<DeviceChoice>(m_device->itemData(index).toInt()); });
  });
  connect(m_rng, &QComboBox::activated, this,
          [this](int index) { edit([index](RunRequest& r) { r.rng = static_cast<NoiseSource>(index); }); });
  connect(m_space, &QComboBox::activated, this,
          [this](int index) { edit([index](RunRequest& r) { r.space = static_cast<MeshSpace>(index); }); });
}

void ParameterForm::setDevices(const std::vector<DeviceOption>& devices) {
  m_device->clear();
  for (const DeviceOption& device : devices) m_device->addItem(device.text, int(device.choice));
  showListWhole(*m_device);
  showRequest();
}

void ParameterForm::setRequest(const RunRequest& request) {
  m_request = request;
  showRequest();
}

void ParameterForm::setStandard(const RunRequest& standard) {
  m_standard = standard;
  m_standard.grid = GridChoice::Auto;
  m_standard.side = SideChoice::Auto;
  m_standard.roi = {};
  showMarks();
}

bool ParameterForm::isModified() const {
  return std::any_of(m_rows.begin(), m_rows.end(), [](const Row& row) { return row.row->isModified(); });
}

void ParameterForm::resetToStandard() {
  edit([this](RunRequest& r) {
    for (const Row& row : m_rows) row.member(r, m_standard);
  });
}

void ParameterForm::setLastSeed(std::int64_t seed) {
  m_lastSeed = seed;
  m_useLast->setEnabled(true);
  m_useLast->setToolTip(tr("Use the seed of the last run, %1").arg(seed));
}

QStringList ParameterForm::problems() const {
  RunRequest complete = m_request;
  complete.cond = complete.save = "given";
  QStringList problems;
  for (const std::string& problem : complete.check()) problems << QString::fromStdString(problem);
  if (m_seed->property("state").toString() == "error") problems << tr("The seed must be a whole number.");
  return problems;
}

void ParameterForm::edit(const std::function<void(RunRequest&)>& change) {
  if (m_showing) return;
  change(m_request);
  showRequest();
  emit edited();
}

void ParameterForm::editSeed(const QString& text) {
  try {
    const auto seed = text.trimmed().isEmpty() ? std::nullopt : std::optional(parseSeed(text.trimmed().toStdString()));
    setLook(m_seed, "state", "");
    m_seedRow->setHint({});
    m_request.seed = seed;
    m_lock->setChecked(seed.has_value());
    showMarks();
  } catch (const Error&) {
    setLook(m_seed, "state", "error");
    m_seedRow->setHint(tr("A whole number from −2⁶³ to 2⁶⁴ − 1"), "error");
  }
  emit edited();
}

/// The first digits, where it is longer than the field: what Qt shows otherwise reads as another number.
void ParameterForm::showSeed() {
  const QString number = m_request.seed ? QString::number(*m_request.seed) : QString();
  const QString meaning = tr("Decides the starting noise. The same seed and settings give the same implant.");
  m_seed->setText(number);
  m_seed->setCursorPosition(0);
  m_seed->setToolTip(number.isEmpty() ? meaning : number + '\n' + meaning);
}

void ParameterForm::showRequest() {
  if (m_space == nullptr) return;  // still being built
  m_showing = true;
  showSeed();
  setLook(m_seed, "state", "");
  m_seedRow->setHint({});
  m_lock->setChecked(m_request.seed.has_value());
  m_cfg->setDecimals(std::clamp(int(plain(m_request.cfg).section('.', 1).size()), 1, 6));
  m_cfg->setValue(m_request.cfg);
  m_cfgSlider->setRealValue(m_request.cfg);
  m_cfgRow->setHint(guidanceHint(m_request.cfg), m_request.cfg > kStrongGuidance || m_request.cfg < 0 ? "warning" : "");
  m_steps->setValue(m_request.ts);
  m_stepsSlider->setRealValue(m_request.ts);
  m_stages->setCurrentIndex(stagesOf(m_request));
  m_side->setCurrentIndex(int(m_request.side));
  m_region->setCurrentIndex(int(m_request.roi.choice));
  m_boxRow->setVisible(m_request.roi.choice == RegionChoice::Box);
  m_boxRow->setHint({});
  setLook(m_box, "state", "");
  m_box->setText(QString::fromStdString(toText(m_request.roi)).replace(",", ", "));
  m_box->setCursorPosition(0);
  m_grid->setCurrentIndex(int(m_request.grid));
  m_tiled->setChecked(m_request.tiled);
  m_windows->setValue(m_request.sw);
  m_windows->setEnabled(m_request.tiled);
  m_amp->setChecked(m_request.amp);
  m_device->setCurrentIndex(std::max(0, m_device->findData(int(m_request.device))));
  m_threads->setValue(m_request.threads);
  m_rng->setCurrentIndex(int(m_request.rng));
  m_space->setCurrentIndex(int(m_request.space));
  m_showing = false;
  showMarks();
}

void ParameterForm::showMarks() {
  for (const Row& row : m_rows) {
    RunRequest scratch = m_request;
    row.row->setModified(row.member(scratch, m_standard), row.valueText(m_standard));
  }
}

}  // namespace hipwright
