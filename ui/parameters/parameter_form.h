// The settings of a run. The form holds no truth: request() reads it, setRequest() shows one, and the round trip is
// exact.
#pragma once

#include "engine/run/run_request.h"

#include <QWidget>

#include <functional>
#include <optional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace hipwright {

class RangeSpin;
class RealSlider;
class SettingRow;

/// A device the networks can run on, for the list.
struct DeviceOption {
  DeviceChoice choice{};
  QString text;
};

class ParameterForm : public QWidget {
  Q_OBJECT

 public:
  explicit ParameterForm(QWidget* parent = nullptr);

  const RunRequest& request() const { return m_request; }

  /// Shows a request; nothing is emitted. Fields without a control are kept for request().
  void setRequest(const RunRequest& request);

  /// What "modified" is measured against, and what resetting brings back. It says nothing of the case: side, region
  /// and grid go back to automatic.
  void setStandard(const RunRequest& standard);
  bool isModified() const;
  void resetToStandard();

  /// The box to begin with when a region is to be one, LPS mm.
  void setProposedBox(const Box& box) { m_proposedBox = box; }

  /// Offered to "use last".
  void setLastSeed(std::int64_t seed);
  void setDevices(const std::vector<DeviceOption>& devices);

  /// A sentence per problem; empty if the values can be used. CT and folder are not the form's.
  QStringList problems() const;

 signals:
  /// The user changed a setting.
  void edited();

 private:
  using Member = std::function<bool(RunRequest& to, const RunRequest& from)>;  ///< copies a field; true if it differed

  void addResultRows();
  void fitNarrowPanel();
  void addCaseRows();
  void addMachineRows();
  void editBox();
  void chooseRegion(RegionChoice choice);
  void addSeedRow();
  void addGuidanceRow();
  void addStepsRow();
  void addHeading(const QString& text);
  void sayRange(RangeSpin& field, SettingRow& row);
  SettingRow* addRow(SettingRow* row, Member member, std::function<QString(const RunRequest&)> valueText);

  /// Changes the request as the user did, and shows what follows from it.
  void edit(const std::function<void(RunRequest&)>& change);
  void editSeed(const QString& text);
  void showSeed();
  void showRequest();
  void showMarks();

  struct Row {
    SettingRow* row = nullptr;
    Member member;
    std::function<QString(const RunRequest&)> valueText;
  };

  RunRequest m_request;
  RunRequest m_standard;
  std::optional<std::int64_t> m_lastSeed;
  Box m_proposedBox{};
  std::vector<Row> m_rows;
  QVBoxLayout* m_column;
  QLineEdit* m_seed = nullptr;
  QToolButton* m_lock = nullptr;
  QToolButton* m_useLast = nullptr;
  RealSlider* m_cfgSlider = nullptr;
  QDoubleSpinBox* m_cfg = nullptr;
  SettingRow* m_cfgRow = nullptr;
  SettingRow* m_seedRow = nullptr;
  RealSlider* m_stepsSlider = nullptr;
  RangeSpin* m_steps = nullptr;
  QComboBox* m_stages = nullptr;
  QComboBox* m_side = nullptr;
  QComboBox* m_region = nullptr;
  QLineEdit* m_box = nullptr;
  SettingRow* m_boxRow = nullptr;
  QComboBox* m_grid = nullptr;
  QCheckBox* m_tiled = nullptr;
  RangeSpin* m_windows = nullptr;
  QCheckBox* m_amp = nullptr;
  QComboBox* m_device = nullptr;
  RangeSpin* m_threads = nullptr;
  QComboBox* m_space = nullptr;
  QComboBox* m_rng = nullptr;
  bool m_showing = false;
};

}  // namespace hipwright
