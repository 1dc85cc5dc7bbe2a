// One row of the settings: a label, its control, and a mark that resets the value when it differs from the preset's.
#pragma once

#include <QWidget>

class QLabel;
class QToolButton;
class QHBoxLayout;

namespace hipwright {

class SettingRow : public QWidget {
  Q_OBJECT

 public:
  /// `label` may be empty for a control that says itself what it is (a check box).
  SettingRow(const QString& label, QWidget* control, QWidget* parent = nullptr);

  /// Another control at the right of the first.
  void add(QWidget* control);

  /// A control in the labels' column, at the right of the label.
  void addBesideLabel(QWidget* control);

  /// Gives the mark's place to the controls of a row that no preset sets.
  void dropMark();

  /// A small line below; empty hides it. `state` is "" or "warning".
  void setHint(const QString& hint, const char* state = "");

  /// Shows the mark with what a click would bring back.
  void setModified(bool modified, const QString& presetValue);

  /// Whether the mark is shown.
  bool isModified() const { return m_modified; }

 signals:
  void resetRequested();

 private:
  void addLabel(const QString& label, QWidget& control);

  QHBoxLayout* m_row;
  QHBoxLayout* m_labels = nullptr;  ///< the labels' column
  QLabel* m_hint;
  QToolButton* m_mark;
  bool m_modified = false;
};

/// Width of the place of the mark, in logical pixels.
inline constexpr int kMarkWidth = 20;

/// Width of the labels' column, in logical pixels.
inline constexpr int kSettingLabelWidth = 88;

}  // namespace hipwright
