#include "ui/window/window_memory.h"

#include "engine/core/error.h"
#include "engine/run/request_json.h"
#include "ui/text/wording.h"

#include <QStandardPaths>

namespace hipwright {

WindowMemory::WindowMemory(const std::filesystem::path& dataFolder)
    : m_settings(fromPath(dataFolder / "settings.ini"), QSettings::IniFormat) {}

void WindowMemory::keepWindow(const QByteArray& geometry, const QByteArray& state) {
  if (geometry != this->geometry()) m_settings.setValue("window/geometry", geometry);
  if (state != this->state()) m_settings.setValue("window/state", state);
}

RunRequest WindowMemory::request(const RunRequest& standard) const {
  const QString json = m_settings.value("run/request").toString();
  if (json.isEmpty()) return standard;
  try {
    return requestFromJson(json.toStdString(), "settings");
  } catch (const Error&) {
    return standard;
  }
}

void WindowMemory::keepRequest(const RunRequest& request) {
  m_settings.setValue("run/request", QString::fromStdString(requestToJson(request)));
}

std::filesystem::path WindowMemory::openFolder() const {
  const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  return nearestFolder(toPath(m_settings.value("window/folder", documents).toString()));
}

std::filesystem::path nearestFolder(std::filesystem::path path) {
  std::error_code ignored;
  while (path.has_relative_path() && !std::filesystem::is_directory(path, ignored)) path = path.parent_path();
  return path;
}

void WindowMemory::keepOpenFolder(const std::filesystem::path& folder) {
  m_settings.setValue("window/folder", fromPath(folder));
}

}  // namespace hipwright
