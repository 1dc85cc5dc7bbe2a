// Which CT series of a DICOM folder to open: a picture of each, what it is, and why one cannot be used.
#pragma once

#include "engine/io/dicom_series.h"

#include <QDialog>

#include <filesystem>
#include <vector>

class QListWidget;
class QPushButton;

namespace hipwright {

class SeriesDialog : public QDialog {
  Q_OBJECT

 public:
  /// The largest series that can be used is chosen first.
  SeriesDialog(const std::filesystem::path& folder, const std::vector<SeriesSummary>& series,
               QWidget* parent = nullptr);

  /// Rows in the order of the list; those that cannot be used cannot be chosen.
  QListWidget& list() { return *m_list; }
  QPushButton& openButton() { return *m_open; }

 signals:
  /// Its number, as CaseReading::series takes it.
  void chosen(const std::string& series);

 private:
  void addRow(const SeriesSummary& series);
  void choose();

  QListWidget* m_list;
  QPushButton* m_open;
};

}  // namespace hipwright
