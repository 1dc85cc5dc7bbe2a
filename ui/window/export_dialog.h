// Saving the implant for others: which files, in which frame, after what the mesh is has been shown.
#pragma once

#include "engine/run/run_history.h"
#include "ui/run/run_controller.h"
#include "ui/session/opened_case.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace hipwright {

/// What to write, and where.
struct ExportPlan {
  std::filesystem::path surface;  ///< the STL; the others lie beside it with its name
  MeshSpace space = MeshSpace::Lps;
  bool fused = false;
  bool field = false;
  bool pictures = false;
  bool bone = false;
  double boneHu = 200;
};

/// Writes the files, reads the STL back and compares it. Gives their paths. Throws what the writers throw, Cancelled.
/// Any thread.
std::vector<std::filesystem::path> exportRun(const PastRun& run, const OpenedCase& opened, const ExportPlan& plan,
                                             const std::stop_token& stop);

class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  ExportDialog(const PastRun& run, std::shared_ptr<const OpenedCase> opened, RunController& controller,
               QWidget* parent = nullptr);

  /// Fills the file's field as typing would.
  void setFile(const std::filesystem::path& file);
  QPushButton& exportButton() { return *m_export; }

 signals:
  /// A sentence for the log.
  void exported(const QString& what);

 private:
  QWidget* makeTitle();
  QWidget* makeChoices();
  QWidget* makeReport();
  void addCheck(QGridLayout* grid, const QString& name, std::int64_t found);
  void applyState();
  void start();
  void finish(const std::vector<std::filesystem::path>& files);
  void browse();

  PastRun m_run;
  std::shared_ptr<const OpenedCase> m_case;
  RunController& m_controller;
  QComboBox* m_space = nullptr;
  QCheckBox* m_fused = nullptr;
  QCheckBox* m_field = nullptr;
  QCheckBox* m_pictures = nullptr;
  QCheckBox* m_bone = nullptr;
  QLineEdit* m_file = nullptr;
  QCheckBox* m_although = nullptr;
  QLabel* m_status = nullptr;
  QPushButton* m_export = nullptr;
  QPushButton* m_close = nullptr;
  int m_failedChecks = 0;
  bool m_busy = false;
};

}  // namespace hipwright
