// Format, frame, companions and file of an export.
#pragma once

#include "ui/export/export_plan.h"

#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QGridLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace hipwright {

class ExportForm : public QWidget {
  Q_OBJECT

 public:
  explicit ExportForm(const PastRun& run, QWidget* parent = nullptr);

  /// The file always ends as its format asks.
  ExportPlan plan() const;

  /// Fill the form as clicking and typing would.
  void setFormat(MeshFormat format);
  void setSpace(MeshSpace space);
  void setFile(const std::filesystem::path& file);
  void setCompanions(const ExportPlan& plan);  ///< its flags alone

  /// Adds a row of its own below.
  void addRow(const QString& name, QWidget* content);

 signals:
  void edited();

 private:
  QWidget* makeFormats();
  QWidget* makeSpaces();
  QWidget* makeCompanions(const PastRun& run);
  QWidget* makeFile(const PastRun& run);
  QCheckBox* addCompanion(QHBoxLayout* row, const QString& name, const QString& tip);
  MeshFormat format() const;
  MeshSpace space() const;
  void takeFormat();
  void takeFile();
  void browse();
  void showState();

  QGridLayout* m_grid;
  QButtonGroup* m_formats;
  QButtonGroup* m_spaces;
  QLabel* m_unit = nullptr;
  QLabel* m_unitHint = nullptr;
  QCheckBox* m_fused = nullptr;
  QCheckBox* m_field = nullptr;
  QCheckBox* m_pictures = nullptr;
  QCheckBox* m_report = nullptr;
  QCheckBox* m_bone = nullptr;
  QLineEdit* m_file = nullptr;
  QLabel* m_fileHint = nullptr;
};

/// "STL", "3MF", "PLY", "OBJ".
QString shortName(MeshFormat format);

}  // namespace hipwright
