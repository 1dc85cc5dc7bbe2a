#include "ui/case/hip_chooser.h"

#include "engine/plan/preflight.h"
#include "ui/controls/elided_label.h"
#include "ui/controls/icon_label.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

namespace hipwright {

HipChooser::HipChooser(QWidget* parent)
    : QWidget(parent),
      m_hips(new QWidget(this)),
      m_right(makeHip(HipSide::Right, tr("Right hip"))),
      m_left(makeHip(HipSide::Left, tr("Left hip"))),
      m_region(new ElidedLabel("body", this)),
      m_announcement(makeLabel({}, "secondary", this)),
      m_tools(new QWidget(this)),
      m_box(makeIconButton(IconName::Region, tr("Put a box of the model's size around the crosshair"), m_tools)),
      m_reset(makeIconButton(IconName::Reset, tr("Back to the region the program proposes"), m_tools)) {
  // The patient's right stands at the left, as in the slices.
  auto* hips = new QGridLayout(m_hips);
  hips->setContentsMargins(0, 0, 0, 0);
  hips->setHorizontalSpacing(space::kUnit);
  hips->setVerticalSpacing(2);
  int column = 0;
  for (const Hip* hip : {&m_right, &m_left}) {
    hips->addWidget(hip->button, 0, column);
    hips->addWidget(hip->state, 1, column);
    hips->setColumnStretch(column++, 1);
  }
  auto* region = new QHBoxLayout;
  region->setSpacing(space::kUnit);
  region->addWidget(makeLabel(tr("Region"), "label", this));
  region->addWidget(m_region, 1);
  auto* tools = new QHBoxLayout(m_tools);
  tools->setContentsMargins(0, 0, 0, 0);
  tools->setSpacing(space::kTight);
  for (QToolButton* button : {m_reset, m_box}) {
    button->setProperty("kind", "small");
    tools->addWidget(button);
  }
  auto* all = new QVBoxLayout(this);
  all->setContentsMargins(0, 0, 0, 0);
  all->setSpacing(space::kUnit);
  all->addWidget(m_hips);
  all->addLayout(region);
  m_announcement->setWordWrap(true);
  m_announcement->hide();
  setLook(m_announcement, "state", "warning");
  all->addWidget(m_announcement);
  connect(m_box, &QToolButton::clicked, this, &HipChooser::boxWanted);
  connect(m_reset, &QToolButton::clicked, this, &HipChooser::regionReset);
  show({});
}

HipChooser::Hip HipChooser::makeHip(HipSide side, const QString& name) {
  auto* button = new QPushButton(name, m_hips);
  button->setCheckable(true);
  button->setProperty("kind", "choice");
  auto* state = makeLabel({}, "secondary", m_hips);
  state->setAlignment(Qt::AlignHCenter);
  connect(button, &QPushButton::clicked, this, [this, side] {
    applyState();  // the check follows the plan, not the click
    emit hipChosen(side);
  });
  return {button, state};
}

void HipChooser::show(const Shown& shown) {
  m_shown = shown;
  m_hips->setVisible(shown.search != Search::Useless);
  showHip(m_right, HipSide::Right);
  showHip(m_left, HipSide::Left);
  if (shown.region) {
    const Vec3 size = shown.region->size();
    m_region->setFullText(
        tr("%1 × %2 × %3 mm").arg(numberText(size[0], 0), numberText(size[1], 0), numberText(size[2], 0)));
  } else {
    m_region->setFullText(tr("Whole CT"));
  }
  applyState();
}

void HipChooser::showHip(const Hip& hip, HipSide side) {
  const FoundHip* found = m_shown.hips.on(side);
  setLook(hip.state, "state", "");
  if (m_shown.search == Search::Going) {
    hip.state->setText(tr("looking…"));
  } else if (found == nullptr) {
    hip.state->setText(tr("not found"));
  } else if (found->metalCm3 > kNoteworthyMetalCm3) {
    hip.state->setText(tr("metal, %1 cm³").arg(numberText(found->metalCm3, 1)));
    setLook(hip.state, "state", "warning");
  } else {
    hip.state->setText(tr("found"));
  }
  hip.button->setAccessibleDescription(hip.state->text());
  hip.button->setToolTip(found != nullptr ? tr("Plan this hip: go there, and take the region around it")
                         : m_shown.search == Search::Going
                             ? QString()
                             : tr("It was not found in this CT. A side can be set under Settings."));
}

void HipChooser::announce(const QString& text) {
  m_announcement->setText(text);
  m_announcement->setVisible(!text.isEmpty());
}

void HipChooser::setLocked(bool locked) {
  m_locked = locked;
  applyState();
}

void HipChooser::applyState() {
  for (const HipSide side : {HipSide::Right, HipSide::Left}) {
    button(side).setEnabled(!m_locked && m_shown.hips.on(side) != nullptr);
    button(side).setChecked(m_shown.chosen == side);
  }
  m_box->setEnabled(!m_locked);
  m_reset->setVisible(!m_locked && m_shown.choice != RegionChoice::Auto);
}

}  // namespace hipwright
