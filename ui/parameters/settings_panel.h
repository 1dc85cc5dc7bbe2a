// The dock at the right: preset, settings, model and forecast, under a head that says when they are locked or when they
// would repeat a run.
#pragma once

#include "ui/parameters/model_section.h"
#include "ui/parameters/parameter_form.h"

#include <QWidget>

class QPushButton;

namespace hipwright {

class HeadBar;
class Pill;

class SettingsPanel : public QWidget {
  Q_OBJECT

 public:
  explicit SettingsPanel(QWidget* parent = nullptr);

  ParameterForm& form() { return *m_form; }
  ModelSection& model() { return *m_model; }

  /// A widget above the form: the presets.
  void setPresetBar(QWidget* bar);

  /// Settings stay readable but cannot be changed while a run goes.
  void setLocked(bool locked);

  /// Text of the button, for example "Same as run 14:32"; empty for none.
  void showSameRun(const QString& text);

 signals:
  void sameRunClicked();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  Pill* m_pill;
  QPushButton* m_same;
  QWidget* m_content;
  ParameterForm* m_form;
  ModelSection* m_model;
  bool m_locked = false;
};

}  // namespace hipwright
