// Comparisons of the small reference networks: how they are called, and what they leave.
#pragma once

#include "tests/cli/cli_process.h"

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

namespace hipwright::test {

inline const QStringList kSteps = {"--ts", "3", "--no-amp"};

/// Against the value 1 where it is one of them. Ends with the seed, so that more can follow.
inline QStringList compareGolden(const QString& name, const QString& save, const QStringList& cfgs,
                                 const QStringList& steps = kSteps) {
  QStringList call = inferGolden(name, save);
  call[0] = "compare";
  if (cfgs.contains("1"))
    call << "--reference"
         << "1";
  return call + steps + QStringList{"--cfgs"} + cfgs + QStringList{"--seeds", "5"};
}

inline QByteArray contentOf(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline QStringList filesBelow(const QString& folder, const QString& ending = {}) {
  QStringList files;
  for (QDirIterator it(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();)
    if (it.next().endsWith(ending)) files << it.filePath();
  files.sort();
  return files;
}

inline QList<QJsonObject> eventsOf(const CliResult& result) {
  QList<QJsonObject> events;
  for (const QString& line : result.out.split('\n', Qt::SkipEmptyParts))
    events << QJsonDocument::fromJson(line.toUtf8()).object();
  return events;
}

/// The one comparison below a folder.
class Comparison {
 public:
  explicit Comparison(const QString& save) {
    const QStringList found = filesBelow(save, "comparison.json");
    if (found.size() == 1) m_folder = QFileInfo(found.front()).path();
  }

  QString folder() const { return m_folder; }
  QByteArray strip() const { return contentOf(m_folder + "/comparison.png"); }
  QStringList csv() const { return QString::fromUtf8(contentOf(m_folder + "/comparison.csv")).trimmed().split('\n'); }
  QJsonObject json() const { return QJsonDocument::fromJson(contentOf(m_folder + "/comparison.json")).object(); }

 private:
  QString m_folder;
};

}  // namespace hipwright::test
