#include "ui/compare/columns_view.h"

#include "engine/run/output_mark.h"
#include "ui/compare/column_head.h"
#include "ui/compare/distance_colours.h"
#include "ui/compare/number_rows.h"
#include "ui/compare/stage_strip.h"
#include "ui/session/thin_field.h"
#include "ui/slices/slice_sampler.h"
#include "ui/slices/slice_view.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"
#include "ui/viewport/opengl_probe.h"
#include "ui/viewport/surface_row.h"

#include <QEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace hipwright {
namespace {

constexpr int kHead = 40;
constexpr int kStages = 84;
constexpr int kAroundSlice = 4;                    // px: the column ends a little beside its slice
constexpr int kAroundName = 2 * space::kRow + 36;  // px: the style keeps some beside its padding
constexpr double kAround = 14;                     // mm shown around the implants

struct Rows {
  int slices = 0;    ///< top
  int surfaces = 0;  ///< top
};

Rows rowsOf(int height) {
  const int left = std::max(0, height - kHead - kStages);
  return {kHead + kStages, kHead + kStages + left / 2};
}

}  // namespace

ColumnsView::ColumnsView(ComparisonSession& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_links(new LinkedSlices(this)),
      m_scroll(new QScrollArea(this)),
      m_content(new QWidget),
      m_namesWidth(namesWidth()) {
  m_names = makeNames();
  m_scroll->setWidget(m_content);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  m_content->installEventFilter(this);
  m_content->setProperty("surface", "panel");
  makeSurfaces();
  connect(&session, &ComparisonSession::columnsChanged, this, &ColumnsView::showColumns);
  connect(&session, &ComparisonSession::columnChanged, this, &ColumnsView::showColumn);
  connect(&session, &ComparisonSession::referenceChanged, this, &ColumnsView::showReference);
  connect(&session, &ComparisonSession::winnerChanged, this, &ColumnsView::showHeads);
  connect(&session, &ComparisonSession::stateChanged, this, &ColumnsView::showHeads);
  connect(m_links, &LinkedSlices::placeChanged, this, &ColumnsView::showNames);
  showColumns();
}

int ColumnsView::namesWidth() {
  const QFontMetrics metrics(fontOf(TextRole::Secondary));
  int widest = 0;
  for (const NumberId id : kNumberIds) widest = std::max(widest, metrics.horizontalAdvance(rowName(id)));
  QFont heading(fontOf(TextRole::Secondary));
  heading.setWeight(QFont::DemiBold);
  for (const NumberGroup group : kNumberGroups)
    widest = std::max(widest, QFontMetrics(heading).horizontalAdvance(groupName(group)));
  return widest + kAroundName;
}

QWidget* ColumnsView::makeNames() {
  auto* names = new QWidget(this);
  names->setProperty("surface", "panel");
  names->setAttribute(Qt::WA_StyledBackground);
  const auto add = [names](const QString& text, const char* role) {
    QLabel* label = makeLabel(text, role, names);
    label->setWordWrap(true);
    label->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    return label;
  };
  m_stagesName = add(tr("Stages"), "heading");
  m_sliceName = add(tr("Coronal"), "heading");
  m_place = add({}, "note");
  m_surfaceName = add(tr("3-D, distance to the reference"), "heading");
  m_surfaceNote = add(tr("blue inside, orange outside"), "note");
  return names;
}

void ColumnsView::makeSurfaces() {
  const OpenGlAnswer graphics = probeOpenGl();
  if (graphics.usable) {
    m_surfaces = new SurfaceRow(m_content);
    return;
  }
  QLabel* message = makeLabel(graphics.problem + ' ' + tr("Slices and numbers work as usual."), "label", m_content);
  message->setAlignment(Qt::AlignCenter);
  message->setWordWrap(true);
  message->setObjectName("noSurfaces");
  m_message = message;
}

ColumnsView::Parts* ColumnsView::find(int id) {
  const auto at = std::find_if(m_parts.begin(), m_parts.end(), [id](const Parts& parts) { return parts.id == id; });
  return at == m_parts.end() ? nullptr : &*at;
}

SliceView* ColumnsView::slice(int id) const {
  for (const Parts& parts : m_parts)
    if (parts.id == id) return parts.slice;
  return nullptr;
}

ColumnHead* ColumnsView::head(int id) const {
  for (const Parts& parts : m_parts)
    if (parts.id == id) return parts.head;
  return nullptr;
}

QScrollBar* ColumnsView::scrollBar() const { return m_scroll->horizontalScrollBar(); }

ColumnsView::Parts ColumnsView::makeParts(const ComparedColumn& column) {
  Parts parts;
  parts.id = column.id;
  parts.head = new ColumnHead(column.id, m_content);
  parts.strip = new StageStrip(*column.frames, columnName(column), m_content);
  parts.scene = new SliceScene(m_content);
  parts.slice = new SliceView(Plane::Coronal, *parts.scene, m_content);
  parts.scene->setCase(m_session.openedCase()->file.ct);
  parts.slice->setAccessibleName(tr("Coronal slice of %1").arg(columnName(column)));
  if (m_box) showBox(parts);
  m_links->add(parts.scene, parts.slice);
  connect(parts.head, &ColumnHead::starred, &m_session,
          [this](int id, bool picked) { m_session.setWinner(picked ? id : 0); });
  connect(parts.head, &ColumnHead::referenceWanted, &m_session, &ComparisonSession::setReference);
  connect(parts.head, &ColumnHead::removeWanted, &m_session, &ComparisonSession::remove, Qt::QueuedConnection);
  connect(parts.head, &ColumnHead::exportWanted, this, &ColumnsView::exportWanted);
  connect(parts.head, &ColumnHead::openWanted, this, &ColumnsView::openWanted);
  connect(parts.head, &ColumnHead::folderWanted, this, &ColumnsView::folderWanted);
  connect(parts.strip, &StageStrip::framePicked, this,
          [this, id = column.id](const StageFrame& frame) { showFrame(id, frame); });
  connect(parts.slice, &SliceView::pointed, this, &ColumnsView::pointed);
  for (QWidget* part : std::initializer_list<QWidget*>{parts.head, parts.strip, parts.slice}) part->show();
  return parts;
}

/// Keeps the widgets of columns that stay, so that nothing that runs is disturbed.
void ColumnsView::showColumns() {
  if (m_session.columns().empty()) m_box.reset();
  std::vector<Parts> old = std::move(m_parts);
  m_parts.clear();
  for (const ComparedColumn& column : m_session.columns()) {
    const auto kept = std::find_if(old.begin(), old.end(), [&](const Parts& p) { return p.id == column.id; });
    m_parts.push_back(kept == old.end() ? makeParts(column) : *kept);
    if (kept != old.end()) old.erase(kept);
  }
  for (const Parts& gone : old) {
    for (QWidget* part : std::initializer_list<QWidget*>{gone.head, gone.strip}) part->deleteLater();
    delete gone.slice;
    delete gone.scene;
  }
  m_content->setMinimumWidth(static_cast<int>(m_parts.size()) * kNarrowest);
  if (m_surfaces != nullptr) {
    m_surfaces->setCount(static_cast<int>(m_parts.size()));
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
      m_surfaces->setSurface(static_cast<int>(i), m_session.columns()[i].surface);
      showColours(static_cast<int>(i));
    }
  }
  showHeads();
  for (Parts& parts : m_parts) showField(parts, *m_session.column(parts.id));
  place();
}

void ColumnsView::showHeads() {
  for (const Parts& parts : m_parts) {
    const ComparedColumn* column = m_session.column(parts.id);
    if (column == nullptr) continue;
    const bool isReference = column == m_session.reference();
    parts.head->show(*column, {isReference, column == m_session.winner(), m_session.whyKept(parts.id)});
    parts.strip->setReference(isReference);
  }
}

void ColumnsView::showColumn(int id) {
  const ComparedColumn* column = m_session.column(id);
  Parts* parts = find(id);
  if (column == nullptr || parts == nullptr) return;
  parts->head->show(*column, {column == m_session.reference(), column == m_session.winner(), m_session.whyKept(id)});
  if (column->state != ColumnState::Ready) return;
  showField(*parts, *column);
  if (m_surfaces == nullptr) return;
  const int at = static_cast<int>(parts - m_parts.data());
  m_surfaces->setSurface(at, column->surface);
  showColours(at);
}

void ColumnsView::showField(Parts& parts, const ComparedColumn& column) {
  if (column.state != ColumnState::Ready || parts.field == column.field) return;
  parts.field = column.field;
  parts.scene->setImplant(column.field);
  const QString mark = isDemo(column) ? kDemoMark : "";
  parts.scene->setNote(mark, mark);
  if (!m_box) visitImplant(column);
}

/// The first implant that is there decides where the slices go.
void ColumnsView::visitImplant(const ComparedColumn& column) {
  const std::optional<Box> box = boundsAbove(*column.field, 0);
  if (!box) return;
  m_box = Box{box->lower - Vec3{kAround, kAround, kAround}, box->upper + Vec3{kAround, kAround, kAround}};
  for (const Parts& parts : m_parts) {
    showBox(parts);
    parts.scene->setCrosshair(*pointShowingImplant(*column.field));  // its middle may show the head alone
  }
  emit boxChanged(*m_box);
}

void ColumnsView::showBox(const Parts& parts) {
  parts.slice->showBox(*m_box);
  parts.strip->showBox(*m_box, m_session.openedCase()->file.ct->geometry);
}

void ColumnsView::showFrame(int id, const StageFrame& frame) {
  const ComparedColumn* column = m_session.column(id);
  const Parts* parts = find(id);
  if (column == nullptr || parts == nullptr) return;
  if (frame.kind == FrameKind::Final && column->field) return parts->scene->setImplant(column->field);
  const Geometry& geometry = parts->scene->ct()->geometry;
  if (VolumePtr thin = thinField(*frame.picture, geometry)) {
    parts->scene->setImplant(std::move(thin));
    parts->scene->setCrosshair(implantCentreIn(*frame.picture, geometry, parts->scene->crosshair()));
  }
}

void ColumnsView::showReference() {
  showHeads();
  for (std::size_t i = 0; i < m_parts.size(); ++i) showColours(static_cast<int>(i));
}

void ColumnsView::showColours(int place) {
  if (m_surfaces == nullptr) return;
  const ComparedColumn& column = m_session.columns()[static_cast<std::size_t>(place)];
  const auto coloured = [this](const auto& distances) {
    return distances ? distanceColours(*distances, m_range) : VertexColours();
  };
  m_surfaces->setColours(place, coloured(column.distances), coloured(column.roughDistances));
}

void ColumnsView::setRange(double mm) {
  m_range = mm;
  showReference();
}

void ColumnsView::setLinked(bool linked) {
  m_links->setLinked(linked);
  if (m_surfaces != nullptr) m_surfaces->setLinked(linked);
}

void ColumnsView::showNames(const Vec3& point, const WindowLevel& window) {
  m_place->setText(tr("%1 mm").arg(placeText(1, point[1])) + '\n' +
                   tr("W %1 L %2").arg(numberText(window.width, 0), numberText(window.level, 0)));
}

void ColumnsView::setRightMargin(int px) {
  if (std::exchange(m_rightMargin, px) != px) place();
}

std::vector<int> ColumnsView::edges() const {
  std::vector<int> edges = {0};
  const int count = static_cast<int>(m_parts.size());
  const int width = std::max(m_scroll->viewport()->width(), count * kNarrowest);
  for (int i = 1; i <= count; ++i) edges.push_back(i * width / count);
  return edges;
}

void ColumnsView::goTo(int place) {
  if (place < 0 || place >= static_cast<int>(m_parts.size())) return;
  SliceView* slice = m_parts[static_cast<std::size_t>(place)].slice;
  m_scroll->ensureWidgetVisible(slice, kAroundSlice, 0);
  slice->setFocus(Qt::ShortcutFocusReason);
}

void ColumnsView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  place();
}

bool ColumnsView::eventFilter(QObject* object, QEvent* event) {
  if (object == m_content && event->type() == QEvent::Resize) place();
  return QWidget::eventFilter(object, event);
}

void ColumnsView::place() {
  m_names->setGeometry(0, 0, m_namesWidth, height());
  m_scroll->setGeometry(m_namesWidth, 0, width() - m_namesWidth - m_rightMargin, height());
  const Rows rows = rowsOf(height());
  const int text = m_namesWidth - 2 * space::kRow;
  m_stagesName->setGeometry(space::kRow, kHead + space::kRow, text, 20);
  m_sliceName->setGeometry(space::kRow, rows.slices + space::kRow, text, 20);
  m_place->setGeometry(space::kRow, rows.slices + space::kRow + 24, text, 48);
  m_surfaceName->setGeometry(space::kRow, rows.surfaces + space::kRow, text, 36);
  m_surfaceNote->setGeometry(space::kRow, rows.surfaces + space::kRow + 40, text, 48);
  const std::vector<int> at = edges();
  for (std::size_t i = 0; i < m_parts.size(); ++i) {
    const int left = at[i];
    const int wide = at[i + 1] - left;
    m_parts[i].head->setGeometry(left, 0, wide, kHead);
    m_parts[i].strip->setGeometry(left, kHead, wide - 1, kStages);
    m_parts[i].slice->setGeometry(left, rows.slices, wide - 2, rows.surfaces - rows.slices - 2);
  }
  QWidget* below = m_surfaces != nullptr ? static_cast<QWidget*>(m_surfaces) : m_message;
  below->setGeometry(0, rows.surfaces, at.back(), height() - rows.surfaces);
  emit edgesChanged();
}

}  // namespace hipwright
