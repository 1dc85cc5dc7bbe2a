// Saving the implant for others: what it looks like and measures, whether it prints, in which format and where.
#pragma once

#include "ui/export/export_plan.h"

#include <QDialog>

#include <array>
#include <memory>
#include <optional>

class QCheckBox;
class QLabel;
class QPushButton;
class QSettings;
class QStackedWidget;
class QVBoxLayout;

namespace hipwright {

class ElidedLabel;
class ExportForm;
class PartPreview;
class PrinterRow;
class PrintReportView;
class RepairPanel;

/// Reads the run's surface and makes its print report as soon as it is there; nothing waits for it. GUI thread.
class ExportDialog : public QDialog {
  Q_OBJECT

 public:
  /// `controller` outlives the dialog.
  ExportDialog(const PastRun& run, std::shared_ptr<const OpenedCase> opened, RunController& controller,
               QWidget* parent = nullptr);
  ~ExportDialog() override;

  /// Where the printer's limits are kept from one start to the next; outlives the dialog.
  void useSettings(QSettings& settings);

  /// Fills the file's field as typing would.
  void setFile(const std::filesystem::path& file);
  QPushButton& exportButton() { return *m_export; }
  QPushButton& repairButton() { return *m_repair; }
  ExportForm& form() { return *m_form; }
  PrintableImplant& implant() { return *m_implant; }
  PartPreview& preview() { return *m_preview; }

 signals:
  /// A sentence for the log.
  void exported(const QString& what);

 private:
  QWidget* makeTitle();
  QWidget* makePartSide();
  QWidget* makeChoices();
  QWidget* makeFoot();
  void connectParts();
  void showImplant();
  void showFacts(const CheckedImplant* implant);
  void showMarks(const std::vector<std::uint32_t>& triangles);
  void fail(const Error& error);
  void say(const QString& text, const char* state);
  void openRepair();
  void closeRepair();
  void applyState();
  void start();
  void finish(const std::vector<std::filesystem::path>& files);

  /// What is looked at: a repair on trial, else what would be exported; null before the first report.
  CheckedImplantPtr shown() const;

  PastRun m_run;
  std::shared_ptr<const OpenedCase> m_case;
  RunController& m_controller;
  QSettings* m_settings = nullptr;
  PrintableImplant* m_implant;
  PartPreview* m_preview = nullptr;
  std::array<QLabel*, 4> m_facts{};   ///< size, volume, triangles, bytes of the file
  ElidedLabel* m_repaired = nullptr;  ///< what the repairs did to what is shown
  ExportForm* m_form = nullptr;
  PrinterRow* m_printer = nullptr;
  QStackedWidget* m_pages = nullptr;
  PrintReportView* m_report = nullptr;
  RepairPanel* m_repairPanel = nullptr;
  QCheckBox* m_although = nullptr;
  QPushButton* m_repair = nullptr;
  QPushButton* m_undo = nullptr;
  ElidedLabel* m_status = nullptr;
  QPushButton* m_folder = nullptr;
  QPushButton* m_close = nullptr;
  QPushButton* m_export = nullptr;
  CheckedImplantPtr m_reported;  ///< whose report is shown
  std::stop_source m_job{std::nostopstate};
  std::optional<ExportPlan> m_saved;  ///< what was exported last
  std::uintmax_t m_savedBytes = 0;    ///< of its surface
  bool m_exporting = false;
  bool m_hasFailed = false;  ///< the surface cannot be read or checked
};

}  // namespace hipwright
