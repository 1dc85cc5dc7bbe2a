// What the slicers' own programs say about a surface file, where they are installed.
#pragma once

#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>

namespace hipwright::testing {

inline bool isInstalled(const QString& program) { return !QStandardPaths::findExecutable(program).isEmpty(); }

inline QString outputOf(const QString& program, const QStringList& arguments) {
  QProcess process;
  process.start(program, arguments);
  const bool ended = process.waitForFinished(120000) && process.exitStatus() == QProcess::NormalExit;
  const QString said = QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
  return ended && process.exitCode() == 0 ? said : program + " failed: " + said;
}

/// Lines of admesh that count a fault or a repair; empty if it accepts the STL as it is. The labels themselves hold
/// numbers, so only what stands behind the colon counts.
inline QStringList admeshComplaints(const QString& stl) {
  static const QRegularExpression fault(
      "^(Facets with|Total disconnected|Degenerate|Edges fixed|Facets (removed|added|reversed)|Backwards|Normals fixed)"
      "[^:]*:.*[1-9]");
  const QString said = outputOf("admesh", {stl});
  if (!said.contains("Normals fixed")) return {said};
  QStringList lines;
  for (const QString& line : said.split('\n'))
    if (fault.match(line).hasMatch()) lines << line;
  return lines;
}

/// Lines of PrusaSlicer that name a fault or a repair; empty if it accepts the file as it is.
inline QStringList prusaComplaints(const QString& file) {
  const QString said = outputOf("prusa-slicer", {"--info", file});
  QStringList lines = said.split('\n').filter(
      QRegularExpression("repair|open_edges|degenerate_facets|edges_fixed|facets_removed|facets_reversed|"
                         "backwards_edges|failed"));
  if (!said.contains("manifold = yes")) lines << said;
  return lines;
}

}  // namespace hipwright::testing
