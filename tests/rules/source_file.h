// A file of the project as the rules see it: its lines as written, and the same lines as code alone.
#pragma once

#include <QString>
#include <QStringList>
#include <QVector>
#include <filesystem>

namespace hipwright::rules {

struct SourceFile {
  QString path;       ///< from the repository's root, with forward slashes
  QByteArray bytes;   ///< as it lies on the disk
  QStringList lines;  ///< as written
  QStringList code;   ///< comments removed and string contents blanked; as many entries as `lines`

  bool isHeader() const { return path.endsWith(".h"); }
  bool isSource() const { return path.endsWith(".cpp"); }
  bool isCode() const { return isHeader() || isSource(); }
  QString fileName() const { return path.section('/', -1); }
  QString folder() const { return path.section('/', 0, -2); }
};

/// What a rule found, ready to be printed as file:line: rule: advice.
struct Finding {
  QString path;
  int line = 0;  ///< from 1; 0 concerns the whole file
  QString rule;
  QString advice;

  QString text() const { return QString("%1:%2: %3: %4").arg(path).arg(line).arg(rule, advice); }
};
using Findings = QVector<Finding>;

SourceFile sourceFile(const QString& path, const QByteArray& bytes);

/// The file without comments and with blanked strings, line by line.
QStringList codeOnly(const QString& text);

/// Every text file the project owns below `root`, sorted by path. Reference data, builds and the licence are left out.
QVector<SourceFile> readTree(const std::filesystem::path& root);

}  // namespace hipwright::rules
