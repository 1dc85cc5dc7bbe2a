// Walks the window through its states and saves a picture of each: screenshots MODEL_DIR CT OUT_DIR [LANGUAGE]. The
// last ones are in Chinese. Not a test.
#include "engine/core/atomic_file.h"
#include "engine/weights/profile_file.h"
#include "tests/gui/photo_stand.h"
#include "ui/filmstrip/stages_panel.h"
#include "ui/session/plan_session.h"
#include "ui/window/plan_flow.h"
#include "ui/window/window_actions.h"

using namespace hipwright;
using namespace hipwright::test;

namespace {

constexpr int kDrawnMs = 4000;       // after which everything has been drawn, in 3-D too
constexpr double kShownShare = 0.6;  // of the steps, when the running window is photographed

/// A set that nobody can run: its profile says another network than its weights are of.
std::filesystem::path misfit(const PhotoStand& stand) {
  const std::filesystem::path folder = toPath(stand.data.filePath("misfit"));
  std::filesystem::copy(stand.model, folder);
  ModelProfile profile = readProfile(folder / "profile.json");
  profile.unet.attentionLevels = {false, true, true};
  writeAtomically(folder / "profile.json", profileToJson(profile));
  return folder;
}

void openCase(MainWindow& window, const std::filesystem::path& path) {
  window.open(path);
  waitForLong([&] { return window.session().openedCase() != nullptr && window.planFlow().plan(); });
  QTest::qWait(kDrawnMs);
}

void waitForResult(MainWindow& window) {
  waitForLong([&] { return !window.controller().isBusy() && window.session().shownStage().step == kFinalStage; });
  QTest::qWait(kDrawnMs);
}

void closeDialogs(MainWindow& window) {
  for (QDialog* dialog : window.findChildren<QDialog*>()) dialog->reject();
  QTest::qWait(100);
}

void generate(MainWindow& window, const PhotoStand& stand) {
  const RunRequest request = seededRequest(window);
  window.settingsPanel().form().setRequest(request);
  int steps = 0;
  QObject listening;
  QObject::connect(&window.controller(), &RunController::stepFinished, &listening,
                   [&](const StepMetrics&) { ++steps; });
  window.actions().generate->trigger();
  waitForLong([&] { return steps >= kShownShare * request.ts || !window.controller().isBusy(); });
  savePicture(window, stand, "generating");
  waitForResult(window);
  savePicture(window, stand, "finished");
}

void fail(MainWindow& window, const PhotoStand& stand) {
  emit window.settingsPanel().model().folderChosen(misfit(stand));
  waitForLong([&] { return window.actions().generate->isEnabled(); });
  window.actions().generate->trigger();
  waitForLong([&] { return window.findChild<QDialog*>() != nullptr; });
  savePicture(window, stand, "failure");
  closeDialogs(window);
  emit window.settingsPanel().model().folderChosen(stand.model);
}

void walk(const PhotoStand& stand, Appearance& appearance) {
  MainWindow window(setupOf(stand), appearance);
  window.resize(kLargeWindow);
  window.show();
  QTest::qWait(1500);
  savePicture(window, stand, "empty");
  openCase(window, stand.ct);
  savePicture(window, stand, "open");
  generate(window, stand);
  window.actions().exportResult->trigger();
  savePicture(window, stand, "export");
  closeDialogs(window);
  appearance.setChoice(SchemeChoice::Light);
  savePicture(window, stand, "light");
  appearance.setChoice(SchemeChoice::Dark);
  window.resize(kSmallWindow);
  savePicture(window, stand, "small");
  window.resize(kLargeWindow);
  fail(window, stand);
}

/// The result of the walk again, in a window that speaks Chinese.
void walkInChinese(const PhotoStand& stand, Appearance& appearance) {
  MainWindow window(setupOf(stand), appearance);
  window.resize(kSmallWindow);
  window.show();
  QTest::qWait(1500);
  savePicture(window, stand, "chinese-empty");
  openCase(window, stand.ct);
  waitForLong([&] { return !window.session().runs().empty(); });
  window.session().showRun(PastRun(window.session().runs().front()));
  waitForResult(window);
  savePicture(window, stand, "chinese");
}

}  // namespace

int main(int argc, char** argv) {
  return photograph(argc, argv, "screenshots", [](PhotoStand& stand, Appearance& appearance, Language& language) {
    walk(stand, appearance);
    language.setCode("zh_CN");
    walkInChinese(stand, appearance);
  });
}
