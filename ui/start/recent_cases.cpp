#include "ui/start/recent_cases.h"

#include "ui/text/wording.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

namespace hipwright {
namespace {

constexpr std::size_t kMost = 8;
constexpr const char* kGroup = "recent";

/// As in the settings file, which every language reads.
template <class T>
using Names = std::array<std::pair<T, const char*>, 3>;
constexpr Names<HipSide> kSides{{{HipSide::Unknown, ""}, {HipSide::Left, "left"}, {HipSide::Right, "right"}}};
constexpr Names<SideSource> kSources{
    {{SideSource::Asked, "asked"}, {SideSource::Found, "found"}, {SideSource::Assumed, "assumed"}}};

template <class T>
QString nameOf(T value, const Names<T>& names) {
  for (const auto& [each, name] : names)
    if (each == value) return name;
  return {};
}

template <class T>
T choiceOf(const QString& text, const Names<T>& names) {
  for (const auto& [each, name] : names)
    if (text == name) return each;
  return T{};
}

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
    c.side = choiceOf(m_settings.value("side").toString(), kSides);
    c.sideSource = choiceOf(m_settings.value("side-from").toString(), kSources);
    const QStringList mm = m_settings.value("spacing").toStringList();
    for (std::size_t axis = 0; mm.size() == 3 && axis < 3; ++axis) c.spacing[axis] = mm[qsizetype(axis)].toDouble();
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
    m_settings.setValue("side", nameOf(cases[i].side, kSides));
    m_settings.setValue("side-from", nameOf(cases[i].sideSource, kSources));
    QStringList mm;
    for (const double each : cases[i].spacing) mm << QString::number(each, 'g', 6);
    m_settings.setValue("spacing", mm);
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
