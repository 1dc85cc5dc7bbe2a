#include "ui/start/recent_cases.h"

#include "ui/text/wording.h"

#include <QSettings>

#include <algorithm>
#include <system_error>

namespace hipwright {
namespace {

constexpr std::size_t kMost = 8;
constexpr const char* kGroup = "recent";

}  // namespace

std::vector<RecentCase> RecentCases::list() const {
  std::vector<RecentCase> cases;
  const int count = m_settings.beginReadArray(kGroup);
  for (int i = 0; i < count; ++i) {
    m_settings.setArrayIndex(i);
    RecentCase c;
    c.path = toPath(m_settings.value("path").toString());
    c.series = m_settings.value("series").toString().toStdString();
    c.name = m_settings.value("name").toString();
    c.facts = m_settings.value("facts").toString();
    c.opened = m_settings.value("opened").toDateTime();
    c.thumbnail = m_settings.value("thumbnail").toByteArray();
    std::error_code ignored;
    c.exists = std::filesystem::exists(c.path, ignored);
    if (!c.path.empty()) cases.push_back(std::move(c));
  }
  m_settings.endArray();
  return cases;
}

void RecentCases::write(const std::vector<RecentCase>& cases) {
  m_settings.remove(kGroup);
  m_settings.beginWriteArray(kGroup, int(cases.size()));
  for (std::size_t i = 0; i < cases.size(); ++i) {
    m_settings.setArrayIndex(int(i));
    m_settings.setValue("path", fromPath(cases[i].path));
    m_settings.setValue("series", QString::fromStdString(cases[i].series));
    m_settings.setValue("name", cases[i].name);
    m_settings.setValue("facts", cases[i].facts);
    m_settings.setValue("opened", cases[i].opened);
    m_settings.setValue("thumbnail", cases[i].thumbnail);
  }
  m_settings.endArray();
}

void RecentCases::add(const RecentCase& opened) {
  std::vector<RecentCase> cases = list();
  std::erase_if(cases, [&](const RecentCase& c) { return c.path == opened.path; });
  cases.insert(cases.begin(), opened);
  if (cases.size() > kMost) cases.resize(kMost);
  write(cases);
}

void RecentCases::replace(const std::filesystem::path& old, const std::filesystem::path& now) {
  std::vector<RecentCase> cases = list();
  for (RecentCase& c : cases)
    if (c.path == old) c.path = now;
  write(cases);
}

void RecentCases::clear() { write({}); }

}  // namespace hipwright
