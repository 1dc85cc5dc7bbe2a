// What the programs share that walk the window through its states and save a picture of each: PROGRAM MODEL_DIR CT
// OUT_DIR [LANGUAGE].
#pragma once

#include "tests/gui/torch_loader.h"
#include "ui/parameters/settings_panel.h"
#include "ui/text/language.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QPainter>
#include <QSurfaceFormat>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>
#include <functional>

namespace hipwright::test {

inline constexpr QSize kLargeWindow(1600, 1000);
inline constexpr QSize kSmallWindow(1280, 800);

struct PhotoStand {
  std::filesystem::path model;
  std::filesystem::path ct;
  QDir out;
  QTemporaryDir data;
};

inline bool waitForLong(const std::function<bool()>& done) {
  constexpr int kPatienceMs = 900'000;
  return QTest::qWaitFor(done, kPatienceMs);
}

/// A dialog stands in the middle of the darkened window.
inline void savePicture(QWidget& window, const PhotoStand& stand, const QString& name) {
  constexpr int kSettledMs = 700;
  QTest::qWait(kSettledMs);
  QDialog* dialog = window.findChild<QDialog*>();
  QPixmap picture = window.grab();
  if (dialog != nullptr && dialog->isVisible()) {
    QPainter painter(&picture);
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 120));
    const QPixmap front = dialog->grab();
    painter.drawPixmap((picture.width() - front.width()) / 2, (picture.height() - front.height()) / 2, front);
  }
  picture.save(stand.out.filePath(name + ".png"));
  std::printf("%s\n", qPrintable(name));
  std::fflush(stdout);
}

inline WindowSetup setupOf(const PhotoStand& stand) {
  WindowSetup setup;
  setup.loader = torchLoader();
  setup.search = {stand.model, {stand.model}};
  setup.dataFolder = toPath(stand.data.path());
  setup.presetFolder = HIPWRIGHT_SOURCE_DIR "/resources/presets";
  setup.saveFolder = toPath(stand.data.filePath("runs"));
  setup.devices = [] {
    std::vector<DeviceOption> options;
    for (const DeviceInfo& device : listDevices())
      options.push_back({DeviceChoice::Cpu, QString::fromStdString(device.name)});
    return options;
  };
  return setup;
}

/// The settings as the window has them, with a known seed; HIPWRIGHT_SHOT_STEPS shortens the walk.
inline RunRequest seededRequest(MainWindow& window) {
  RunRequest request = window.settingsPanel().form().request();
  request.seed = 42;
  if (const QByteArray given = qgetenv("HIPWRIGHT_SHOT_STEPS"); !given.isEmpty()) request.ts = given.toInt();
  return request;
}

/// The body of such a program.
inline int photograph(int argc, char** argv, const char* program,
                      const std::function<void(PhotoStand&, Appearance&, Language&)>& walk) {
  QSurfaceFormat format;
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  QSurfaceFormat::setDefaultFormat(format);
  QApplication application(argc, argv);
  if (argc < 4) {
    std::printf("%s MODEL_DIR CT OUT_DIR [LANGUAGE]\n", program);
    return 2;
  }
  PhotoStand stand{std::filesystem::absolute(argv[1]), std::filesystem::absolute(argv[2]), QDir(argv[3]), {}};
  stand.out.mkpath(".");
  Language language(application, argc > 4 ? argv[4] : "en");
  Appearance appearance(application, SchemeChoice::Dark);
  walk(stand, appearance, language);
  return 0;
}

}  // namespace hipwright::test
