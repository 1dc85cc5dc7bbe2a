#include "ui/theme/control_style.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/icons.h"
#include "ui/theme/type_scale.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QLineEdit>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>
#include <algorithm>

namespace hipwright {
namespace {

constexpr int kIndicator = 18;
constexpr int kFieldPadding = 8;
constexpr int kLeastField = 56;
constexpr int kStepper = 16;  // width of the two steps of a spin box
constexpr int kComboArrow = 24;
constexpr int kInsideCombo = 2;  // that Fusion keeps around the words
constexpr int kToolTipDelayMs = 500;

paint::FieldState fieldState(const QWidget* widget) {
  const bool invalid = widget != nullptr && widget->property("state").toString() == "error";
  return invalid ? paint::FieldState::Invalid : paint::FieldState::Plain;
}

QRectF centredSquare(const QRectF& outer, double side) {
  return {outer.center().x() - side / 2, outer.center().y() - side / 2, side, side};
}

/// A field inside another one (the editor of a spin box) has no frame of its own.
bool isInnerEditor(const QWidget* widget) {
  const QWidget* parent = widget != nullptr ? widget->parentWidget() : nullptr;
  return qobject_cast<const QAbstractSpinBox*>(parent) != nullptr || qobject_cast<const QComboBox*>(parent) != nullptr;
}

bool stepsByWheel(const QObject* widget) {
  return qobject_cast<const QAbstractSpinBox*>(widget) != nullptr || qobject_cast<const QComboBox*>(widget) != nullptr;
}

}  // namespace

ControlStyle::ControlStyle(const Theme& theme) : QProxyStyle(QStyleFactory::create("Fusion")), m_theme(theme) {}

int ControlStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
  switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight: return kIndicator;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing: return space::kUnit;
    case PM_LayoutLeftMargin:
    case PM_LayoutRightMargin:
    case PM_LayoutTopMargin:
    case PM_LayoutBottomMargin: return space::kPanel;
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize: return size::kIcon;
    case PM_SmallIconSize: return size::kSmallIcon;
    case PM_SliderThickness:
    case PM_SliderControlThickness: return 20;
    case PM_SliderLength: return 14;
    case PM_SplitterWidth: return 2;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical: return 0;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
  }
}

int ControlStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* returned) const {
  switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_Widget_Animation_Duration: return 0;
    case SH_ItemView_ShowDecorationSelected: return 1;
    case SH_DialogButtonLayout: return QDialogButtonBox::GnomeLayout;  // the act stands at the right end
    case SH_ToolTip_WakeUpDelay: return kToolTipDelayMs;
    case SH_Slider_AbsoluteSetButtons: return Qt::LeftButton;
    case SH_FormLayoutLabelAlignment: return Qt::AlignLeft | Qt::AlignVCenter;
    default: return QProxyStyle::styleHint(hint, option, widget, returned);
  }
}

QSize ControlStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& size,
                                     const QWidget* widget) const {
  QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
  switch (type) {
    case CT_LineEdit:
      if (!isInnerEditor(widget)) result.setHeight(std::max(result.height(), size::kControl));
      break;
    case CT_ComboBox:
    case CT_SpinBox: result.setHeight(std::max(result.height(), size::kControl)); break;
    case CT_CheckBox:
    case CT_RadioButton: result.setHeight(std::max(result.height(), 24)); break;
    case CT_ProgressBar: result.setHeight(16); break;
    default: break;
  }
  return result;
}

QRect ControlStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
  if (element == SE_LineEditContents && !isInnerEditor(widget))
    return option->rect.adjusted(kFieldPadding, 1, -kFieldPadding, -1);
  if (element == SE_ProgressBarGroove || element == SE_ProgressBarContents) return option->rect;
  return QProxyStyle::subElementRect(element, option, widget);
}

QRect ControlStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const {
  const QRect all = option->rect;
  if (control == CC_ComboBox && part == SC_ComboBoxArrow)
    return {all.right() - kComboArrow + 1, all.top(), kComboArrow, all.height()};
  if (control == CC_ComboBox && part == SC_ComboBoxEditField) return all.adjusted(kFieldPadding, 1, -kComboArrow, -1);
  const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
  if (control != CC_SpinBox || spin == nullptr) return QProxyStyle::subControlRect(control, option, part, widget);
  const int steps = spin->buttonSymbols == QAbstractSpinBox::NoButtons ? 0 : kStepper;
  const int half = all.height() / 2;
  switch (part) {
    case SC_SpinBoxUp: return {all.right() - steps, all.top() + 1, steps, half - 1};
    case SC_SpinBoxDown: return {all.right() - steps, all.top() + half, steps, all.height() - half - 1};
    case SC_SpinBoxEditField: return all.adjusted(kFieldPadding, 1, -std::max(steps + 2, kFieldPadding), -1);
    default: return all;
  }
}

void ControlStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
  const QColor glyph = option->state.testFlag(State_Enabled) ? m_theme.text3 : m_theme.disabled;
  const QRectF arrow = centredSquare(option->rect, 9);
  switch (element) {
    case PE_PanelLineEdit:
      if (!isInnerEditor(widget)) paint::field(*painter, *option, m_theme, fieldState(widget));
      return;
    case PE_FrameLineEdit:
    case PE_FrameFocusRect: return;  // the focus ring stands outside the widget, see focus_ring.h
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck: return paint::checkBox(*painter, *option, m_theme);
    case PE_IndicatorRadioButton: return paint::radioButton(*painter, *option, m_theme);
    case PE_IndicatorMenuCheckMark: return paint::tick(*painter, centredSquare(option->rect, 16), m_theme.accent);
    case PE_IndicatorArrowUp: return paint::chevron(*painter, arrow, paint::Direction::Up, glyph);
    case PE_IndicatorArrowDown: return paint::chevron(*painter, arrow, paint::Direction::Down, glyph);
    case PE_IndicatorArrowLeft: return paint::chevron(*painter, arrow, paint::Direction::Left, glyph);
    case PE_IndicatorArrowRight: return paint::chevron(*painter, arrow, paint::Direction::Right, glyph);
    case PE_IndicatorBranch:
      if (option->state.testFlag(State_Children)) {
        const bool open = option->state.testFlag(State_Open);
        paint::chevron(*painter, arrow, open ? paint::Direction::Down : paint::Direction::Right, glyph);
      }
      return;
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
  }
}

void ControlStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
  const auto* progress = qstyleoption_cast<const QStyleOptionProgressBar*>(option);
  const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
  switch (element) {
    case CE_ProgressBarGroove: return paint::progressGroove(*painter, *option, m_theme);
    case CE_ProgressBarLabel: return;  // the number stands beside the bar
    case CE_ProgressBarContents:
      if (progress != nullptr) paint::progressShare(*painter, *progress, m_theme);
      return;
    case CE_ComboBoxLabel:
      if (combo != nullptr) return drawComboText(*combo, painter, widget);
      return;
    default: QProxyStyle::drawControl(element, option, painter, widget);
  }
}

/// Shortened where it has no room, which Qt does not do.
void ControlStyle::drawComboText(const QStyleOptionComboBox& option, QPainter* painter, const QWidget* widget) const {
  QStyleOptionComboBox shown = option;
  const int room = subControlRect(CC_ComboBox, &option, SC_ComboBoxEditField, widget).width() - kInsideCombo;
  if (!option.editable) shown.currentText = option.fontMetrics.elidedText(option.currentText, Qt::ElideRight, room);
  QProxyStyle::drawControl(CE_ComboBoxLabel, &shown, painter, widget);
}

QIcon ControlStyle::standardIcon(StandardPixmap which, const QStyleOption* option, const QWidget* widget) const {
  switch (which) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_LineEditClearButton:
    case SP_TabCloseButton: return iconOf(IconName::Close, Tint::Hint);
    case SP_TitleBarNormalButton: return iconOf(IconName::Restore, Tint::Hint);
    case SP_MessageBoxInformation: return iconOf(IconName::Note, Tint::Accent);
    case SP_MessageBoxQuestion: return iconOf(IconName::Help, Tint::Accent);
    case SP_MessageBoxWarning: return iconOf(IconName::Warning, Tint::Warning);
    case SP_MessageBoxCritical: return iconOf(IconName::Failed, Tint::Error);
    case SP_ToolBarHorizontalExtensionButton: return iconOf(IconName::More);
    default: return QProxyStyle::standardIcon(which, option, widget);
  }
}

void ControlStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                      const QWidget* widget) const {
  const auto* sliderOption = qstyleoption_cast<const QStyleOptionSlider*>(option);
  if (control == CC_Slider && sliderOption != nullptr) {
    paint::slider(*painter, *sliderOption, subControlRect(CC_Slider, option, SC_SliderHandle, widget), m_theme);
  } else if (control == CC_ComboBox) {
    paint::field(*painter, *option, m_theme, fieldState(widget));
    const QRectF arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const QColor colour = option->state.testFlag(State_Enabled) ? m_theme.text2 : m_theme.disabled;
    paint::chevron(*painter, centredSquare(arrow.translated(-4, 0), 9), paint::Direction::Down, colour);
  } else if (control == CC_SpinBox) {
    drawSpinBox(option, painter, widget);
  } else {
    QProxyStyle::drawComplexControl(control, option, painter, widget);
  }
}

void ControlStyle::drawSpinBox(const QStyleOptionComplex* option, QPainter* painter, const QWidget* widget) const {
  paint::field(*painter, *option, m_theme, fieldState(widget));
  const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
  // The steps show when the field is in use, so that a form at rest shows values and not buttons.
  const bool lively = option->state.testFlag(State_MouseOver) || option->state.testFlag(State_HasFocus);
  if (spin == nullptr || spin->buttonSymbols == QAbstractSpinBox::NoButtons || !lively) return;
  const auto step = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag flag, paint::Direction direction) {
    const bool possible = option->state.testFlag(State_Enabled) && spin->stepEnabled.testFlag(flag);
    const QRectF rect = subControlRect(CC_SpinBox, option, part, widget);
    const bool under = possible && option->activeSubControls.testFlag(part);
    const QColor colour = !possible ? m_theme.disabled : under ? m_theme.accent : m_theme.text2;
    paint::chevron(*painter, centredSquare(rect.translated(-2, 0), 7), direction, colour);
  };
  step(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, paint::Direction::Up);
  step(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, paint::Direction::Down);
}

void ControlStyle::polish(QWidget* widget) {
  QProxyStyle::polish(widget);
  // Qt's own delegate for combo boxes ignores the style sheet's row height.
  if (auto* combo = qobject_cast<QComboBox*>(widget); combo != nullptr && !combo->property("delegated").toBool()) {
    combo->setItemDelegate(new QStyledItemDelegate(combo));
    combo->setProperty("delegated", true);
  }
  // A style sheet on the application keeps Qt from asking sizeFromContents for spin boxes.
  if (qobject_cast<QAbstractSpinBox*>(widget) != nullptr) widget->setMinimumHeight(size::kControl);
  // Qt asks for room for the widest letter of the font, which makes narrow panels wide.
  if (qobject_cast<QLineEdit*>(widget) != nullptr && !isInnerEditor(widget) && widget->minimumWidth() == 0)
    widget->setMinimumWidth(kLeastField);
  const bool hovers = qobject_cast<QComboBox*>(widget) != nullptr ||
                      qobject_cast<QAbstractSpinBox*>(widget) != nullptr ||
                      qobject_cast<QLineEdit*>(widget) != nullptr || widget->inherits("QSlider");
  if (hovers) widget->setAttribute(Qt::WA_Hover);
  if (!stepsByWheel(widget)) return;
  if (widget->focusPolicy() == Qt::WheelFocus) widget->setFocusPolicy(Qt::StrongFocus);
  widget->installEventFilter(this);
}

bool ControlStyle::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Wheel || !stepsByWheel(watched) || static_cast<QWidget*>(watched)->hasFocus())
    return QProxyStyle::eventFilter(watched, event);
  event->ignore();  // goes to the parent
  return true;
}

}  // namespace hipwright
