#include "ui/parameters/settings_panel.h"

#include "ui/controls/head_bar.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QFrame>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kWidth = 272;
constexpr int kRoomForForecast = 520;

}  // namespace

SettingsPanel::SettingsPanel(QWidget* parent)
    : QWidget(parent),
      m_pill(new Pill(this)),
      m_same(new QPushButton(this)),
      m_content(new QWidget(this)),
      m_form(new ParameterForm(this)),
      m_model(new ModelSection(this)) {
  auto* head = new HeadBar(tr("Settings"), this);
  for (QWidget* part : std::initializer_list<QWidget*>{m_pill, m_same}) {
    head->addAtRight(part);
    part->hide();
  }
  setIconBeside(m_same, IconName::Note, Tint::Accent);
  m_same->setProperty("kind", "link");
  m_same->setFlat(true);
  m_same->setObjectName("sameRun");
  showSameRun({});
  connect(m_same, &QPushButton::clicked, this, &SettingsPanel::sameRunClicked);
  m_content->setProperty("surface", "panel");
  auto* inside = new QVBoxLayout(m_content);
  inside->setContentsMargins(space::kPanel, space::kRow, space::kTight, space::kPanel);
  inside->setSpacing(space::kUnit);
  inside->addWidget(m_form);
  inside->addWidget(m_model);
  inside->addStretch(1);
  auto* scroll = new QScrollArea(this);
  scroll->setWidget(m_content);
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(head);
  column->addWidget(scroll, 1);
  column->addWidget(makeRule(this));
  column->addWidget(m_model->forecast());
  setMinimumWidth(kWidth);
}

void SettingsPanel::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // Where there is little room the settings need it; the forecast is in Generate's tooltip too.
  m_model->forecast()->setVisible(height() >= kRoomForForecast);
}

void SettingsPanel::setPresetBar(QWidget* bar) { static_cast<QVBoxLayout*>(m_content->layout())->insertWidget(0, bar); }

void SettingsPanel::setLocked(bool locked) {
  m_locked = locked;
  m_content->setEnabled(!locked);
  m_pill->show(IconName::Lock, tr("Locked while running"), "");
  m_pill->setVisible(locked);
  showSameRun(m_same->text());
}

void SettingsPanel::showSameRun(const QString& text) {
  m_same->setText(text);
  m_same->setAccessibleName(text.isEmpty() ? tr("Open the run of these settings") : text);
  m_same->setToolTip(tr("These settings give this result again. Click to open it."));
  m_same->setVisible(!text.isEmpty() && !m_locked);
}

}  // namespace hipwright
