// The CTs that were opened last, kept with the window's other settings.
#pragma once

#include "engine/plan/case_plan.h"

#include <QDateTime>
#include <QPixmap>
#include <QString>

#include <filesystem>
#include <string>
#include <vector>

class QSettings;

namespace hipwright {

struct RecentCase {
  std::filesystem::path path;
  std::string series;  ///< of a DICOM folder, as it was chosen
  QString name;
  HipSide side = HipSide::Unknown;
  SideSource sideSource = SideSource::Unknown;
  Vec3 spacing{};  ///< mm; 0 of a case that an older version remembered
  QString facts;   ///< "Right, 0.78 mm": worded by whoever shows it, and not kept
  QDateTime opened;
  QByteArray thumbnail;  ///< PNG; may be empty
  bool exists = true;
};

/// At most eight, newest first. Reads and writes the settings given, which outlive it. GUI thread.
class RecentCases {
 public:
  explicit RecentCases(QSettings& settings) : m_settings(settings) {}

  std::vector<RecentCase> list() const;
  void add(const RecentCase& opened);

  /// The file was found elsewhere.
  void replace(const std::filesystem::path& old, const std::filesystem::path& now);
  void clear();

 private:
  void write(const std::vector<RecentCase>& cases);

  QSettings& m_settings;
};

}  // namespace hipwright
