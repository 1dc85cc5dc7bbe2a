#include "ui/filmstrip/run_head.h"

#include "ui/controls/icon_label.h"
#include "ui/filmstrip/plane_chooser.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace hipwright {
namespace {

constexpr int kBarSteps = 1000;
constexpr int kStepsBeforeForecast = 3;

}  // namespace

RunHead::RunHead(QWidget* parent)
    : QFrame(parent),
      m_icon(new IconLabel(IconName::Passed, Tint::Success, size::kSmallIcon, this)),
      m_title(makeLabel({}, "strong", this)),
      m_step(makeLabel({}, "body", this)),
      m_time(makeLabel({}, "label", this)),
      m_bar(new QProgressBar(this)),
      m_left(makeLabel({}, "strong", this)),
      m_elapsed(makeLabel({}, "secondary", this)),
      m_plane(new PlaneChooser(this)) {
  setProperty("surface", "head");
  setFixedHeight(size::kControl);
  m_bar->setRange(0, kBarSteps);
  m_bar->setTextVisible(false);
  m_bar->setFixedHeight(8);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(space::kPanel, 0, space::kPanel, 0);
  row->setSpacing(space::kRow);
  for (QWidget* part : std::initializer_list<QWidget*>{m_icon, m_title, m_step, m_time}) row->addWidget(part);
  row->addWidget(m_bar, 1);
  row->addStretch(0);
  row->addWidget(m_left);
  row->addWidget(m_elapsed);
  row->addWidget(m_plane);
  row->addSpacing(space::kUnit);
  m_follow = addLink(IconName::Generate);
  m_repeat = addLink(IconName::Repeat);
  m_folder = addLink(IconName::Folder);
  m_details = addLink(IconName::Note);
  connect(m_follow, &QPushButton::clicked, this, &RunHead::followRequested);
  connect(m_repeat, &QPushButton::clicked, this, &RunHead::repeatRequested);
  connect(m_folder, &QPushButton::clicked, this, &RunHead::folderRequested);
  connect(m_details, &QPushButton::clicked, this, &RunHead::detailsRequested);
  retranslate();
  showIdle({});
}

QPushButton* RunHead::addLink(IconName name) {
  auto* link = new QPushButton(this);
  setIconBeside(link, name, Tint::Accent);
  link->setProperty("kind", "link");
  link->setFlat(true);
  layout()->addWidget(link);
  return link;
}

void RunHead::retranslate() {
  m_bar->setAccessibleName(tr("Progress of the run"));
  m_follow->setText(tr("Follow"));
  m_follow->setToolTip(tr("Show the newest stage again, and each one that comes"));
  m_repeat->setText(tr("Repeat with other settings"));
  m_folder->setText(tr("Show folder"));
  m_details->setText(tr("Show details"));
}

void RunHead::changeEvent(QEvent* event) {
  if (event->type() == QEvent::LanguageChange) retranslate();
  QFrame::changeEvent(event);
}

void RunHead::showParts(bool running) {
  m_icon->setVisible(!running);
  m_bar->setVisible(running);
  m_time->setVisible(true);
  static_cast<QHBoxLayout*>(layout())->setStretch(5, running ? 0 : 1);
  for (QPushButton* link : {m_follow, m_repeat, m_folder, m_details}) link->hide();
  m_plane->hide();
}

void RunHead::showIdle(const QString& text) {
  showParts(false);
  m_idle = true;
  m_icon->hide();
  m_title->setText(text);
  for (QLabel* label : {m_step, m_time, m_left, m_elapsed}) label->clear();
}

void RunHead::showRunning() {
  showParts(true);
  m_idle = false;
  m_bar->setRange(0, 0);
  m_title->setText(tr("Starting"));
  for (QLabel* label : {m_step, m_time, m_left, m_elapsed}) label->clear();
}

void RunHead::showProgress(const Progress& progress) {
  if (m_title->property("stopping").toBool()) return;
  m_title->setText(phaseText(progress.phase));
  if (progress.overall <= 0) return;
  m_bar->setRange(0, kBarSteps);
  m_bar->setValue(int(progress.overall * kBarSteps));
  const bool known =
      progress.secondsLeft && (progress.phase != Phase::Denoise || progress.done >= kStepsBeforeForecast);
  m_left->setText(known ? tr("%1 left").arg(durationText(*progress.secondsLeft)) : QString());
}

void RunHead::showStep(const StepMetrics& metrics, double elapsed) {
  m_step->setText(tr("Step %1 of %2").arg(metrics.step + 1).arg(metrics.steps));
  m_time->setText(QString("t %1").arg(metrics.timestep));
  m_elapsed->setText(tr("%1 so far, %2 per step").arg(durationText(elapsed), durationText(metrics.seconds)));
}

void RunHead::showStopping(const QString& waitsFor) {
  m_title->setProperty("stopping", true);
  m_title->setText(waitsFor);
  m_left->clear();
}

void RunHead::showViews(Views views) { m_follow->setVisible(views == Views::Held); }

void RunHead::showResult(const Result& result) {
  m_title->setProperty("stopping", false);
  showParts(false);
  m_idle = false;
  m_icon->show();
  m_icon->setIcon(result.icon, result.tint);
  m_title->setText(result.title);
  m_step->setText(result.detail);
  m_time->setText(result.note);
  m_left->clear();
  m_elapsed->clear();
  m_repeat->setVisible(result.hasRun);
  m_folder->setVisible(result.hasRun);
  m_details->setVisible(result.hasDetails);
}

}  // namespace hipwright
