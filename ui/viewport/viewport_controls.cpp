#include "ui/viewport/viewport_controls.h"

#include "ui/slices/slice_menu.h"
#include "ui/theme/parts.h"
#include "ui/theme/theme.h"
#include "ui/theme/type_scale.h"
#include "ui/viewport/bone_surface.h"
#include "ui/viewport/viewport.h"

#include <QActionGroup>
#include <QCursor>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSlider>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

namespace hipwright {
namespace {

constexpr int kButton = 24;           // px
constexpr int kToolCount = 3;         // beside the anatomical views
constexpr int kRoomForNumbers = 320;  // px
constexpr int kRest = 250;            // ms without a move before the bone is extracted again
constexpr int kLeastHu = 50;
constexpr int kMostHu = 1200;

struct ViewButton {
  AnatomicalView view;
  const char* letter;
  const char* words;
  const char* key;
};

constexpr std::array<ViewButton, 6> kViewButtons = {
    {{AnatomicalView::Anterior, "A", QT_TRANSLATE_NOOP("hipwright::ViewportTools", "From the front"), "A"},
     {AnatomicalView::Posterior, "P", QT_TRANSLATE_NOOP("hipwright::ViewportTools", "From behind"), "P"},
     {AnatomicalView::Right, "R", QT_TRANSLATE_NOOP("hipwright::ViewportTools", "From the patient's right"), "Alt+R"},
     {AnatomicalView::Left, "L", QT_TRANSLATE_NOOP("hipwright::ViewportTools", "From the patient's left"), "L"},
     {AnatomicalView::Superior, "S", QT_TRANSLATE_NOOP("hipwright::ViewportTools", "From above"), "Alt+S"},
     {AnatomicalView::Inferior, "I", QT_TRANSLATE_NOOP("hipwright::ViewportTools", "From below"), "I"}}};

QMenu* makeCutMenu(Viewport& viewport, QWidget* parent) {
  auto* menu = new QMenu(parent);
  auto* group = new QActionGroup(menu);
  const auto add = [&](const QString& name, std::optional<Plane> plane) {
    QAction* action = menu->addAction(name);
    action->setCheckable(true);
    action->setChecked(viewport.cut() == plane);
    group->addAction(action);
    QObject::connect(action, &QAction::triggered, &viewport, [&viewport, plane] { viewport.setCut(plane); });
  };
  add(ViewportTools::tr("No cut"), std::nullopt);
  for (const Plane plane : kPlanes) add(planeName(plane), plane);
  return menu;
}

QSlider* makeSlider(int low, int high, int value) {
  auto* slider = new QSlider(Qt::Horizontal);
  slider->setRange(low, high);
  slider->setValue(value);
  slider->setMinimumWidth(40);
  slider->setMaximumWidth(120);
  return slider;
}

QLabel* makeValue(const QString& longest) {
  QLabel* label = makeLabel({}, "value");
  label->setFixedWidth(label->fontMetrics().horizontalAdvance(longest) + space::kTight);
  label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  return label;
}

}  // namespace

ViewportTools::ViewportTools(Viewport& viewport, QWidget* parent) : QWidget(parent), m_viewport(viewport) {
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  for (const ViewButton& entry : kViewButtons) {
    QToolButton* button = addButton();
    button->setText(entry.letter);
    m_views << button;
    connect(button, &QToolButton::clicked, this, [this, view = entry.view] { m_viewport.look(view); });
  }
  m_allViews = addButton();
  m_allViews->setIcon(iconOf(IconName::Layout3D, Tint::Secondary));
  m_allViews->hide();
  connect(m_allViews, &QToolButton::clicked, this, &ViewportTools::showViewMenu);
  row->addSpacing(space::kTight);
  m_slices = addButton();
  m_slices->setIcon(iconOf(IconName::Overlay, Tint::Secondary));
  m_slices->setCheckable(true);
  connect(m_slices, &QToolButton::toggled, &m_viewport, &Viewport::setSlicesShown);
  connect(&m_viewport, &Viewport::slicesShownChanged, m_slices, &QToolButton::setChecked);
  m_cut = addButton();
  m_cut->setIcon(iconOf(IconName::Cut, Tint::Secondary));
  connect(m_cut, &QToolButton::clicked, this, [this] {
    QMenu* menu = makeCutMenu(m_viewport, this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(m_cut->mapToGlobal(QPoint(0, m_cut->height())));
  });
  m_camera = addButton();
  m_camera->setIcon(iconOf(IconName::Camera, Tint::Secondary));
  connect(m_camera, &QToolButton::clicked, this, &ViewportTools::screenshotWanted);
  showWords();
}

QToolButton* ViewportTools::addButton() {
  auto* button = new QToolButton(this);
  button->setAutoRaise(true);
  button->setProperty("kind", "small");
  button->setIconSize({size::kSmallIcon, size::kSmallIcon});
  button->setFixedSize(kButton, kButton);
  layout()->addWidget(button);
  return button;
}

QSize ViewportTools::sizeHint() const {
  return {kButton * (int(kViewButtons.size()) + kToolCount) + space::kTight, kButton};
}

QSize ViewportTools::minimumSizeHint() const { return {kButton * (1 + kToolCount) + space::kTight, kButton}; }

void ViewportTools::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  const bool roomy = width() >= sizeHint().width();
  for (QToolButton* button : m_views) button->setVisible(roomy);
  m_allViews->setVisible(!roomy);
}

void ViewportTools::showViewMenu() {
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  for (const ViewButton& entry : kViewButtons)
    menu->addAction(tr(entry.words), this, [this, view = entry.view] { m_viewport.look(view); });
  menu->popup(m_allViews->mapToGlobal(QPoint(0, m_allViews->height())));
}

void ViewportTools::showWords() {
  for (int i = 0; i < m_views.size(); ++i)
    setWords(m_views[i], tr(kViewButtons[static_cast<std::size_t>(i)].words),
             kViewButtons[static_cast<std::size_t>(i)].key);
  setWords(m_allViews, tr("Look from another side"));
  setWords(m_slices, tr("Show the slices in space"));
  setWords(m_cut, tr("Cut the bone open at the crosshair"));
  setWords(m_camera, tr("Save a picture of this view"));
}

void ViewportTools::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) showWords();
}

namespace {

void showAtPointer(const QSlider& slider, const QLabel& number) {
  if (slider.isSliderDown() && number.isHidden()) QToolTip::showText(QCursor::pos(), number.text());
}

}  // namespace

ViewportFoot::ViewportFoot(Viewport& viewport, QWidget* parent)
    : QWidget(parent),
      m_viewport(viewport),
      m_boneName(makeLabel({}, "label", this)),
      m_bone(makeSlider(kLeastHu, kMostHu, static_cast<int>(kBoneThreshold))),
      m_boneValue(makeValue("1200 HU")),
      m_opacityName(makeLabel({}, "label", this)),
      m_opacity(makeSlider(0, 100, 35)),
      m_opacityValue(makeValue("100 %")) {
  setFixedHeight(32);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(12, 0, 12, 0);
  row->setSpacing(space::kUnit);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_boneName), static_cast<QWidget*>(m_bone), static_cast<QWidget*>(m_boneValue)})
    row->addWidget(widget);
  row->addStretch();
  row->addSpacing(space::kUnit);
  for (QWidget* widget :
       {static_cast<QWidget*>(m_opacityName), static_cast<QWidget*>(m_opacity), static_cast<QWidget*>(m_opacityValue)})
    row->addWidget(widget);
  auto* rest = new QTimer(this);
  rest->setSingleShot(true);
  rest->setInterval(kRest);
  connect(m_bone, &QSlider::valueChanged, this, [this, rest] {
    showWords();
    showAtPointer(*m_bone, *m_boneValue);
    rest->start();
  });
  connect(rest, &QTimer::timeout, this, [this] { emit boneThresholdChanged(m_bone->value()); });
  connect(m_opacity, &QSlider::valueChanged, this, [this](int percent) {
    showWords();
    showAtPointer(*m_opacity, *m_opacityValue);
    m_viewport.setBoneOpacity(percent / 100.0);
  });
  showWords();
}

int ViewportFoot::boneThreshold() const { return m_bone->value(); }

void ViewportFoot::showWords() {
  m_boneName->setText(tr("Bone"));
  m_bone->setAccessibleName(tr("Bone threshold"));
  m_bone->setToolTip(tr("Voxels brighter than this are drawn as bone"));
  m_boneValue->setText(tr("%1 HU").arg(m_bone->value()));
  m_opacityName->setText(tr("Opacity"));
  m_opacity->setAccessibleName(tr("Opacity of the bone in front of the implant"));
  const QString percent = tr("%1 %").arg(m_opacity->value());
  m_opacityValue->setText(percent);
  m_opacity->setToolTip(tr("How much of the bone is seen where the implant is behind it") +
                        QString(" (%1)").arg(percent));
}

void ViewportFoot::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // Where there is no room for the numbers, a number stands at the pointer while its slider is pulled.
  m_boneValue->setVisible(width() >= kRoomForNumbers);
  m_opacityValue->setVisible(width() >= kRoomForNumbers);
}

void ViewportFoot::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) showWords();
}

void ViewportFoot::paintEvent(QPaintEvent* /*event*/) {
  const Theme theme = themeOf(palette());
  QPainter painter(this);
  painter.fillRect(rect(), theme.panel);
  painter.fillRect(QRect(0, 0, width(), 1), theme.line);
}

}  // namespace hipwright
