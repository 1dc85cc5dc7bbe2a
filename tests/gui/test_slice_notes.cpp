// What stands beside the picture in a slice: where there is little room, too, and how its numbers are written.
#include "ui/slices/slice_notes.h"
#include "ui/slices/slice_panel.h"

#include <QTest>

namespace hipwright {

class TestSliceNotes : public QObject {
  Q_OBJECT

 private slots:
  void narrowViewsKeepTheBriefNote();
  void numbersHaveATrueMinus();
};

/// What must never be missing stands in the narrowest view, and the rest where it has room.
void TestSliceNotes::narrowViewsKeepTheBriefNote() {
  SliceScene scene;
  const Geometry grid{{40, 40, 40}, {1, 1, 1}, {-20, -20, -20}, kIdentity3};
  scene.setCase(std::make_shared<const Volume>(Volume{grid, std::vector<float>(40 * 40 * 40, 0)}));
  scene.setSide("Right hip");
  SliceView view(Plane::Axial, scene);
  const QString note = "Stage: step 31, approximate   DEMO";
  const auto at = [&](int width, const QString& text, const QString& brief) {
    view.resize(width, 200);
    scene.setNote(text, brief);
    return view.picture();
  };
  for (const int width : {120, 186, 240, 259}) {
    QCOMPARE(at(width, note, "DEMO"), at(width, "DEMO", "DEMO"));
    QVERIFY(at(width, note, "DEMO") != at(width, "", ""));
  }
  QVERIFY(at(186, note, "") == at(186, "", ""));
  QVERIFY(at(600, note, "DEMO") != at(600, "DEMO", "DEMO"));
}

void TestSliceNotes::numbersHaveATrueMinus() {
  QCOMPARE(wholeText(-68.4), QString(QChar(0x2212)) + "68");
  QCOMPARE(wholeText(1500), QString("1500"));
}

}  // namespace hipwright

QTEST_MAIN(hipwright::TestSliceNotes)
#include "test_slice_notes.moc"
