// The dock at the left: what CT is open, whether the model can take it, how it sees its values, and its runs.
#pragma once

#include "ui/session/preflight.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QVBoxLayout;

namespace hipwright {

class ElidedLabel;
class HuHistogram;
class Pill;
class RunList;

class CasePanel : public QWidget {
  Q_OBJECT

 public:
  explicit CasePanel(QWidget* parent = nullptr);

  void showCase(const OpenedCase& opened);

  /// The lines for this case under a model, and how that model maps HU.
  void showPreflight(const std::vector<PreflightLine>& lines, const InputProfile& input);

  /// There is no model: one line says so.
  void showNoModel(const QString& problem);
  void showRunCount(int count);

  RunList& runs() { return *m_runs; }
  HuHistogram& histogram() { return *m_histogram; }

 private:
  ElidedLabel* addFact(QGridLayout* facts, const QString& name);
  void addLine(const PreflightLine& line);
  void clearLines();

  ElidedLabel* m_name;
  ElidedLabel* m_file;
  ElidedLabel* m_side = nullptr;
  ElidedLabel* m_size = nullptr;
  ElidedLabel* m_spacing = nullptr;
  ElidedLabel* m_orientation = nullptr;
  Pill* m_ready;
  QVBoxLayout* m_lines;
  HuHistogram* m_histogram;
  QLabel* m_runCount;
  QLabel* m_noRuns;
  RunList* m_runs;
};

}  // namespace hipwright
