#include "ui/filmstrip/plane_chooser.h"

#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>

namespace hipwright {
namespace {

constexpr int kRest = 150;  // ms without a move before the frames are cut anew
constexpr int kSliderWidth = 120;

}  // namespace

PlaneChooser::PlaneChooser(QWidget* parent)
    : QWidget(parent),
      m_name(makeLabel({}, "label", this)),
      m_slider(new QSlider(Qt::Horizontal, this)),
      m_value(makeLabel({}, "body", this)) {
  m_slider->setFixedWidth(kSliderWidth);
  m_slider->setPageStep(5);
  m_name->setBuddy(m_slider);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(space::kUnit);
  for (QWidget* part : std::initializer_list<QWidget*>{m_name, m_slider, m_value}) row->addWidget(part);
  m_value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRest);
  connect(m_slider, &QSlider::valueChanged, this, [this] {
    showWords();
    m_rest.start();
  });
  connect(&m_rest, &QTimer::timeout, this, [this] { emit planeChosen(plane()); });
  showWords();
}

void PlaneChooser::setPlanes(std::int64_t count, Words words) {
  const QSignalBlocker quiet(m_slider);
  m_words = std::move(words);
  m_slider->setRange(0, static_cast<int>(count) - 1);
  const auto width = [this](std::int64_t at) { return m_value->fontMetrics().horizontalAdvance(m_words(at)); };
  m_value->setFixedWidth(std::max(width(0), width(count - 1)) + space::kTight);
  showWords();
}

void PlaneChooser::setPlane(std::int64_t plane) {
  if (m_rest.isActive()) return;
  const QSignalBlocker quiet(m_slider);
  m_slider->setValue(static_cast<int>(plane));
  showWords();
}

std::int64_t PlaneChooser::plane() const { return m_slider->value(); }

void PlaneChooser::showWords() {
  m_name->setText(tr("Plane"));
  m_slider->setAccessibleName(tr("Plane of the stages"));
  m_slider->setToolTip(tr("The coronal plane that the pictures of the stages show"));
  m_value->setText(m_words ? m_words(plane()) : QString());
}

void PlaneChooser::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) showWords();
}

}  // namespace hipwright
