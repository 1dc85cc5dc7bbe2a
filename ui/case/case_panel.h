// The dock at the left: what CT is open, whether the model can take it, how it sees its values, and its runs.
#pragma once

#include "engine/core/model_profile.h"
#include "ui/case/side_text.h"
#include "ui/session/opened_case.h"

#include <QWidget>

#include <optional>

class QGridLayout;
class QLabel;
class QScrollArea;
class QToolButton;

namespace hipwright {

class ElidedLabel;
class HipChooser;
class HuHistogram;
class Pill;
class PreflightList;
class RunList;

class CasePanel : public QWidget {
  Q_OBJECT

 public:
  explicit CasePanel(QWidget* parent = nullptr);

  void showCase(const OpenedCase& opened);

  /// How the model that is chosen maps HU.
  void showModel(const InputProfile& input);

  /// What will be done with the case, or nothing before that was found out for the first time.
  void showPlan(const std::optional<CasePlan>& plan);

  /// It is being found out anew; what is shown stays until then.
  void showChecking();

  /// There can be no plan: one line says why.
  void showProblem(const QString& title, const QString& detail);

  void showSide(const KnownSide& known);
  void showRunCount(int count);

  HipChooser& hips() { return *m_hips; }
  RunList& runs() { return *m_runs; }
  HuHistogram& histogram() { return *m_histogram; }

 protected:
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  QWidget* makeRuns();
  void fitChart();
  ElidedLabel* addFact(QGridLayout* facts, const QString& name);

  ElidedLabel* m_name;
  ElidedLabel* m_file;
  ElidedLabel* m_side = nullptr;
  ElidedLabel* m_size = nullptr;
  ElidedLabel* m_spacing = nullptr;
  ElidedLabel* m_orientation = nullptr;
  HipChooser* m_hips;
  Pill* m_ready;
  PreflightList* m_preflight;
  HuHistogram* m_histogram;
  QScrollArea* m_scroll = nullptr;
  QToolButton* m_chartToggle = nullptr;
  std::optional<bool> m_chartWanted;  ///< by the user
  QLabel* m_runCount;
  QLabel* m_noRuns;
  RunList* m_runs;
};

}  // namespace hipwright
