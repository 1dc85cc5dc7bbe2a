// What the window remembers from one start to the next: layout, settings, folders, theme and language.
#pragma once

#include "engine/run/run_request.h"

#include <QByteArray>
#include <QSettings>
#include <QString>

#include <filesystem>

namespace hipwright {

/// The path, or the first of the folders around it that is there. File dialogs take a folder that is not for the name
/// of a file.
std::filesystem::path nearestFolder(std::filesystem::path path);

/// Written at once on every change, so that it also survives a crash. GUI thread.
class WindowMemory {
 public:
  /// The file is <dataFolder>/settings.ini.
  explicit WindowMemory(const std::filesystem::path& dataFolder);

  QSettings& settings() { return m_settings; }

  QByteArray geometry() const { return m_settings.value("window/geometry").toByteArray(); }
  QByteArray state() const { return m_settings.value("window/state").toByteArray(); }
  void keepWindow(const QByteArray& geometry, const QByteArray& state);

  QString viewLayout() const { return m_settings.value("window/views").toString(); }
  void keepViewLayout(const QString& text) {
    if (text != viewLayout()) m_settings.setValue("window/views", text);
  }

  bool linked() const { return m_settings.value("window/linked", true).toBool(); }
  void keepLinked(bool linked) { m_settings.setValue("window/linked", linked); }

  /// The settings of the last run that was being prepared; `standard` if there are none that can be read.
  RunRequest request(const RunRequest& standard) const;
  void keepRequest(const RunRequest& request);

  /// SHA-256 of the case that the remembered side and region belong to.
  std::string regionCase() const { return m_settings.value("run/region-case").toString().toStdString(); }
  void keepRegionCase(const std::string& hash) { m_settings.setValue("run/region-case", QString::fromStdString(hash)); }

  /// Where the user opened something last; it is there.
  std::filesystem::path openFolder() const;
  void keepOpenFolder(const std::filesystem::path& folder);

  QString theme() const { return m_settings.value("window/theme", "system").toString(); }
  void keepTheme(const QString& theme) { m_settings.setValue("window/theme", theme); }
  QString language() const { return m_settings.value("window/language").toString(); }
  void keepLanguage(const QString& language) { m_settings.setValue("window/language", language); }

  /// Id of the preset that was chosen; empty before the first choice.
  std::string preset() const { return m_settings.value("run/preset").toString().toStdString(); }
  void keepPreset(const std::string& id) { m_settings.setValue("run/preset", QString::fromStdString(id)); }

  /// How much longer runs took than their forecast, on this machine.
  double speed() const { return m_settings.value("forecast/speed", 1.0).toDouble(); }
  void keepSpeed(double speed) { m_settings.setValue("forecast/speed", speed); }

 private:
  QSettings m_settings;
};

}  // namespace hipwright
