// The surface of a run, read back from its STL in whatever frame it was saved.
#include "engine/io/mesh_file.h"
#include "engine/run/mesh_space.h"
#include "engine/surface/isosurface.h"
#include "engine/surface/mesh_check.h"
#include "tests/unit/surface/shapes.h"
#include "ui/session/stage_files.h"

#include <QTemporaryDir>
#include <QTest>

using namespace hipwright;

class TestStageFiles : public QObject {
  Q_OBJECT

 private slots:
  void everyFrameComesBackToThePatient_data() {
    QTest::addColumn<int>("space");
    QTest::addColumn<int>("pose");
    const auto poses = testing::poses();
    for (const MeshSpace space : {MeshSpace::Lps, MeshSpace::Ras, MeshSpace::Index})
      for (std::size_t i = 0; i < poses.size(); ++i)
        QTest::addRow("%s, %s", nameOf(space), poses[i].name) << int(space) << int(i);
  }

  void everyFrameComesBackToThePatient() {
    QFETCH(int, space);
    QFETCH(int, pose);
    const Volume field = testing::sampled(testing::poses()[static_cast<std::size_t>(pose)].geometry, {17, 19, 15},
                                          testing::sphere({}, 4.2));
    const Mesh saved = extractSurface(field, 0.0F, {});
    const QTemporaryDir folder;
    PastRun run{RunFolder(folder.path().toStdString(), "hip"), {}, false, 0, {}};
    run.record.request.space = static_cast<MeshSpace>(space);
    writeStl(run.folder.surface(), toSpace(saved, field.geometry, run.record.request.space), run.record.request.space);

    const MeshReport before = checkMesh(saved);
    const MeshReport after = checkMesh(*readFinalMesh(run, field.geometry));
    QVERIFY(after.printable());
    QVERIFY(after.volumeMm3 > 0);
    QVERIFY(std::abs(after.volumeMm3 / before.volumeMm3 - 1) < 1e-3);
    for (int axis = 0; axis < 3; ++axis) {
      QVERIFY(std::abs(after.lower[axis] - before.lower[axis]) < 1e-3);
      QVERIFY(std::abs(after.upper[axis] - before.upper[axis]) < 1e-3);
    }
  }
};

QTEST_APPLESS_MAIN(TestStageFiles)
#include "test_stage_files.moc"
