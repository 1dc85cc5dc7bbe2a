// Starts hipwright-cli and keeps what it printed.
#pragma once

#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace hipwright::test {

struct CliResult {
  int exitCode = -1;
  QString out;
  QString err;
};

inline CliResult collect(QProcess& process) {
  process.waitForFinished(300000);
  return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
          QString::fromUtf8(process.readAllStandardOutput()), QString::fromUtf8(process.readAllStandardError())};
}

inline CliResult runCli(const QStringList& arguments, const QString& folder = {}) {
  QProcess process;
  if (!folder.isEmpty()) process.setWorkingDirectory(folder);
  process.start(HIPWRIGHT_CLI, arguments);
  return collect(process);
}

/// Runs `program` in `folder` as a user would who has configured no model set. `configured` is HIPWRIGHT_MODEL.
inline CliResult runWithoutModels(const QString& program, const QStringList& arguments, const QString& folder,
                                  const QString& configured = {}) {
  QProcess process;
  QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
  for (const char* name : {"XDG_DATA_HOME", "LOCALAPPDATA"}) environment.insert(name, folder);
  environment.remove("HIPWRIGHT_MODEL");
  if (!configured.isEmpty()) environment.insert("HIPWRIGHT_MODEL", configured);
  process.setProcessEnvironment(environment);
  process.setWorkingDirectory(folder);
  process.start(program, arguments);
  return collect(process);
}

/// A file of a golden case.
inline QString golden(const QString& name) { return QStringLiteral(HIPWRIGHT_GOLDEN_DIR "/") + name; }

/// The model and CT of a golden case as infer's flags.
inline QStringList inferGolden(const QString& name, const QString& save) {
  return {"infer", "--cond", golden(name + "/ct.nii.gz"), "--model", golden(name), "--save", save};
}

}  // namespace hipwright::test
