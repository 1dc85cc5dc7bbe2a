#include "ui/slices/slice_panel.h"

#include "ui/slices/pane_border.h"
#include "ui/slices/slice_menu.h"
#include "ui/slices/slice_notes.h"
#include "ui/slices/view_head.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QPainter>
#include <QStringList>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr std::array<const char*, kLayoutCount> kLayoutNames = {"planning", "grid", "slices", "volume"};

/// A head over a body, without a pixel between.
QWidget* makePlace(ViewHead* head, QWidget* parent) {
  auto* place = new QWidget(parent);
  auto* column = new QVBoxLayout(place);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(head);
  return place;
}

}  // namespace

SlicePanel::SlicePanel(QWidget* parent) : QWidget(parent) {
  for (std::size_t i = 0; i < kLayoutCount; ++i) m_shares[i] = defaultShares(static_cast<ViewLayout>(i));
  for (const Plane plane : kPlanes) addSlice(plane);
  Place& fourth = place(Pane::Volume);
  fourth.head = new ViewHead;
  fourth.widget = makePlace(fourth.head, this);
  connect(&m_scene, &SliceScene::crosshairMoved, this, &SlicePanel::crosshairMoved);
  connect(&m_scene, &SliceScene::crosshairMoved, this, &SlicePanel::showPlaces);
  for (std::size_t i = 0; i < kPaneCount; ++i)
    connect(m_places[i].head, &ViewHead::maximiseWanted, this,
            [this, pane = static_cast<Pane>(i)] { maximise(m_maximised ? std::nullopt : std::optional(pane)); });
  showWords();
}

void SlicePanel::addSlice(Plane plane) {
  auto* view = new SliceView(plane, m_scene);
  m_views[static_cast<std::size_t>(plane)] = view;
  const auto pane = static_cast<Pane>(plane);
  Place& here = place(pane);
  here.head = new ViewHead;
  here.widget = makePlace(here.head, this);
  here.widget->layout()->addWidget(view);
  connect(view, &SliceView::maximiseWanted, here.head, &ViewHead::maximiseWanted);
  connect(view, &SliceView::pointed, this, &SlicePanel::pointed);
  connect(view, &SliceView::pointerLeft, this, &SlicePanel::pointerLeft);
}

void SlicePanel::setFourth(QWidget* view, QWidget* tools, QWidget* foot) {
  Place& fourth = place(Pane::Volume);
  auto* column = static_cast<QVBoxLayout*>(fourth.widget->layout());
  column->addWidget(view, 1);
  if (foot != nullptr) column->addWidget(foot);
  if (tools != nullptr) fourth.head->setTools(tools);
}

void SlicePanel::setLayoutKind(ViewLayout layout) {
  m_layout = layout;
  m_maximised.reset();
  arrange();
  emit layoutKindChanged(layout);
}

void SlicePanel::maximise(std::optional<Pane> pane) {
  m_maximised = pane;
  arrange();
}

QRect SlicePanel::paneArea(Pane pane) const {
  const QWidget* widget = m_places[static_cast<std::size_t>(pane)].widget;
  return widget->isHidden() ? QRect() : widget->geometry();
}

void SlicePanel::arrange() {
  std::array<QRect, kPaneCount> rects = paneRects(m_layout, m_shares[static_cast<std::size_t>(m_layout)], size());
  if (m_maximised) {
    rects.fill(QRect());
    rects[static_cast<std::size_t>(*m_maximised)] = rect();
  }
  for (std::size_t i = 0; i < kPaneCount; ++i) {
    m_places[i].head->showMaximised(m_maximised.has_value());
    if (!rects[i].isEmpty()) m_places[i].widget->setGeometry(rects[i]);
    m_places[i].widget->setVisible(!rects[i].isEmpty());
  }
  arrangeBorders();
}

void SlicePanel::arrangeBorders() {
  PaneShares& shares = m_shares[static_cast<std::size_t>(m_layout)];
  const std::vector<PaneBorder> borders =
      m_maximised ? std::vector<PaneBorder>() : paneBorders(m_layout, shares, size());
  while (m_borders.size() < borders.size()) {
    auto* grip = new PaneBorderGrip(this);
    const std::size_t share = m_borders.size();  // in every layout the borders stand in the order of their shares
    m_borders.push_back(grip);
    connect(grip, &PaneBorderGrip::pulledTo, this, [this, share](QPoint to) {
      PaneShares& mine = m_shares[static_cast<std::size_t>(m_layout)];
      const PaneBorder border = paneBorders(m_layout, mine, size()).at(share);
      const double part = border.moves == Qt::Horizontal ? static_cast<double>(to.x()) / std::max(width(), 1)
                                                         : static_cast<double>(to.y()) / std::max(height(), 1);
      mine = pulled(m_layout, mine, share, part);
      arrange();
    });
    connect(grip, &PaneBorderGrip::resetWanted, this, [this] {
      m_shares[static_cast<std::size_t>(m_layout)] = defaultShares(m_layout);
      arrange();
    });
  }
  for (std::size_t i = 0; i < m_borders.size(); ++i) {
    m_borders[i]->setVisible(i < borders.size());
    if (i >= borders.size()) continue;
    static_cast<PaneBorderGrip*>(m_borders[i])->setDirection(borders[i].moves);
    m_borders[i]->setGeometry(borders[i].area);
    m_borders[i]->raise();
  }
}

void SlicePanel::showPlaces() {
  for (const Plane plane : kPlanes) {
    const int axis = normalAxis(plane);
    const QString text = m_scene.ct() ? placeText(axis, m_scene.crosshair()[axis]) : QString();
    place(static_cast<Pane>(plane)).head->setPlace(text, tr("mm"));
  }
}

void SlicePanel::showWords() {
  const Theme theme = themeOf(palette());
  const std::array<QColor, kPaneCount> dots = {theme.axial, theme.coronal, theme.sagittal, theme.implant};
  for (const Plane plane : kPlanes) place(static_cast<Pane>(plane)).head->setName(planeName(plane));
  place(Pane::Volume).head->setName(tr("3-D"));
  for (std::size_t i = 0; i < kPaneCount; ++i) m_places[i].head->setDot(dots[i]);
  showPlaces();
}

QString SlicePanel::layoutText() const {
  QStringList parts{kLayoutNames[static_cast<std::size_t>(m_layout)]};
  for (const PaneShares& shares : m_shares)
    for (const double share : shares) parts << QString::number(share, 'f', 4);
  return parts.join(' ');
}

void SlicePanel::restoreLayout(const QString& text) {
  const QStringList parts = text.split(' ', Qt::SkipEmptyParts);
  std::array<PaneShares, kLayoutCount> read = m_shares;
  qsizetype next = 1;
  for (std::size_t i = 0; i < kLayoutCount; ++i) {
    PaneShares& shares = read[i];
    shares = defaultShares(static_cast<ViewLayout>(i));
    for (std::size_t j = 0; j < shares.size(); ++j, ++next) {
      bool isNumber = false;
      const double share = parts.value(next).toDouble(&isNumber);
      if (!isNumber || !(share > 0) || !(share < 1)) return;
      shares = pulled(static_cast<ViewLayout>(i), shares, j, share);
    }
  }
  for (std::size_t i = 0; i < kLayoutCount; ++i)
    if (parts.value(0) == QLatin1String(kLayoutNames[i])) {
      m_shares = read;
      setLayoutKind(static_cast<ViewLayout>(i));
    }
}

void SlicePanel::resizeEvent(QResizeEvent* /*event*/) { arrange(); }

void SlicePanel::paintEvent(QPaintEvent* /*event*/) { QPainter(this).fillRect(rect(), themeOf(palette()).line); }

void SlicePanel::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) showWords();
}

}  // namespace hipwright
