// Repair on trial: which steps, what each of them would do and how far it would move the surface, before it is kept.
#pragma once

#include "ui/export/printable_implant.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace hipwright {

class RepairPanel : public QWidget {
  Q_OBJECT

 public:
  explicit RepairPanel(QWidget* parent = nullptr);

  /// Shows the trial of the implant, that one is being made, or that there is none.
  void show(const PrintableImplant& implant);

  RepairOptions options() const;
  /// Fills the fields; nothing is emitted.
  void setOptions(const RepairOptions& options);

 signals:
  void tryWanted(const hipwright::RepairOptions& options);
  void keepWanted();
  void closeWanted();

 private:
  struct Step {
    QCheckBox* wanted = nullptr;
    QWidget* value = nullptr;
  };

  /// Of a trial: checks that fail already, and those that only it would fail.
  struct Failures {
    int still = 0;
    int fresh = 0;
  };
  static Failures failuresOf(const PrintReport& now, const PrintReport& trial);
  static QString verdictText(const Failures& failures);

  void addStep(QGridLayout* grid, const Step& step, const QString& unit);
  QDoubleSpinBox* makeLimit(const QString& name, double mm);
  void showSteps(const std::vector<RepairStep>& steps);
  void applyState();
  void shareLimit();
  void proposeParts(const PrintReport& report);

  QCheckBox* m_parts;
  QSpinBox* m_partCount;
  QCheckBox* m_clean;
  QCheckBox* m_smooth;
  QDoubleSpinBox* m_smoothMm;
  QCheckBox* m_decimate;
  QDoubleSpinBox* m_decimateMm;
  QGridLayout* m_result;
  QLabel* m_verdict;
  QPushButton* m_try;
  QPushButton* m_keep;
  bool m_busy = false;
  bool m_hasOwnError = false;  ///< the user's, of fewer triangles
  bool m_hasProposed = false;  ///< the number of parts; the user's own stays
};

}  // namespace hipwright
