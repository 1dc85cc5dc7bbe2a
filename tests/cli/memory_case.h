// One run of the command line in its own process: the memory it said it would need, and the memory it took.
#pragma once

#include "engine/io/volume_file.h"
#include "tests/cli/cli_process.h"
#include "tests/support/dicom_writer.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <filesystem>

namespace hipwright::test {

struct MemoryCase {
  Index3 size{};
  QString model;  ///< folder of the set
  bool tiled = true;
  bool amp = false;  ///< bf16 where the processor has it
  QStringList more;  ///< further flags
  Vec3 spacing = {1, 1, 1};
  bool dicom = false;  ///< a folder of slices instead of a NIfTI file
};

struct MemoryOutcome {
  QString problem;                    ///< empty if the run came to its end
  double forecast = 0, measured = 0;  ///< bytes
  QString phase, precision;
  double seconds = 0;

  double deviation() const { return forecast / measured - 1; }
};

/// A bone-like ball half in soft tissue, half in air: a case without a hip, which every model takes as it is.
inline Volume ballCt(const Index3& size, const Vec3& spacing) {
  Volume ct{{size, spacing, {0, 0, 0}, kIdentity3}, std::vector<float>(static_cast<std::size_t>(product(size)))};
  const double radius = static_cast<double>(std::min({size[0], size[1], size[2]})) / 4;
  const Vec3 centre =
      0.5 * Vec3{static_cast<double>(size[0]), static_cast<double>(size[1]), static_cast<double>(size[2])};
  for (std::int64_t z = 0; z < size[2]; ++z)
    for (std::int64_t y = 0; y < size[1]; ++y)
      for (std::int64_t x = 0; x < size[0]; ++x) {
        const Vec3 place{static_cast<double>(x), static_cast<double>(y), static_cast<double>(z)};
        ct.at(x, y, z) = length(place - centre) < radius ? 600.0F : 2 * y < size[1] ? -1000.0F : 40.0F;
      }
  return ct;
}

inline QJsonObject recordBelow(const QString& folder) {
  for (QDirIterator it(folder, {"run.json"}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();) {
    QFile file(it.next());
    if (file.open(QIODevice::ReadOnly)) return QJsonDocument::fromJson(file.readAll()).object();
  }
  return {};
}

inline QString writtenBall(const MemoryCase& each, const QString& folder) {
  const Volume ball = ballCt(each.size, each.spacing);
  const QString path = folder + (each.dicom ? "/ball" : "/ball.nii");
  if (each.dicom)
    writeDicomFolder(path.toStdString(), dicomPictures(ball));
  else
    writeNifti(path.toStdString(), ball, {});
  return path;
}

/// `folder` exists and is empty.
inline MemoryOutcome measuredRun(const MemoryCase& each, const QString& folder) {
  const QString ct = writtenBall(each, folder);
  QStringList arguments = {"infer",
                           "--cond",
                           ct,
                           "--save",
                           folder + "/runs",
                           "--model",
                           each.model,
                           "--seed",
                           "1",
                           "--ts",
                           "1",
                           "--cfg",
                           "3",
                           each.tiled ? "--tiled" : "--no-tiled",
                           each.amp ? "--amp" : "--no-amp"};
  if (!each.more.contains("--grid"))
    arguments << "--grid"
              << "as-is";
  const CliResult run = runCli(arguments + each.more, folder);
  MemoryOutcome out;
  if (run.exitCode != 0) out.problem = run.err;
  const QJsonObject record = recordBelow(folder);
  const QJsonObject memory = record["memory"].toObject(), timing = record["timing"].toObject();
  out.forecast = memory["forecast_bytes"].toDouble();
  out.phase = memory["forecast_phase"].toString();
  out.measured = timing["peak_memory_bytes"].toDouble();
  out.precision = record["model"].toObject()["precision"].toString();
  for (const QJsonValue& seconds : timing["seconds"].toObject()) out.seconds += seconds.toDouble();
  return out;
}

}  // namespace hipwright::test
