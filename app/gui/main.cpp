// hipwright: the window around the pipeline.
#include "app/gui/networks.h"
#include "engine/core/platform.h"
#include "engine/core/version.h"
#include "engine/run/model_places.h"
#include "ui/text/wording.h"
#include "ui/theme/appearance.h"
#include "ui/window/window_host.h"
#include "ui/window/window_memory.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QStandardPaths>
#include <QSurfaceFormat>

namespace hipwright {
namespace {

/// What VTK needs; has to be said before the application is made.
void chooseSurfaceFormat() {
  QSurfaceFormat format;
  format.setVersion(3, 2);
  format.setProfile(QSurfaceFormat::CoreProfile);
  format.setDepthBufferSize(24);
  format.setStencilBufferSize(8);
  QSurfaceFormat::setDefaultFormat(format);
}

/// The 3-D view draws through X11; a Wayland session has it too, and Qt would not take it by itself.
void preferX11() {
#ifdef Q_OS_LINUX
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM") && !qEnvironmentVariableIsEmpty("DISPLAY"))
    qputenv("QT_QPA_PLATFORM", "xcb");
#endif
}

std::vector<DeviceOption> deviceOptions(const Networks& networks) {
  std::vector<DeviceOption> options = {{DeviceChoice::Auto, {}}};
  for (const DeviceInfo& device : networks.devices())
    options.push_back(
        {device.id == "cpu" ? DeviceChoice::Cpu : DeviceChoice::Cuda, QString::fromStdString(device.name)});
  return options;
}

WindowSetup makeSetup() {
  const auto place = [](QStandardPaths::StandardLocation where) {
    return toPath(QStandardPaths::writableLocation(where));
  };
  WindowSetup setup;
  const std::filesystem::path root = platform::executablePath().parent_path().parent_path();
  const auto networks = std::make_shared<LateNetworks>(root / "lib" / "hipwright" / "hipwright_networks");
  setup.loader = [networks](const ModelSet& set, const ComputeOptions& options, const std::stop_token& stop) {
    return networks->get().load(set.profile, set.vaePre, set.vaeMetal, set.ldm, options, stop);
  };
  setup.search = usualModelSearch();
  setup.dataFolder = place(QStandardPaths::AppDataLocation);
  setup.saveFolder = place(QStandardPaths::DocumentsLocation) / "Hipwright";
  setup.presetFolder = root / "share" / "hipwright" / "presets";
  setup.devices = [networks] { return deviceOptions(networks->get()); };
  return setup;
}

void name() {
  QCoreApplication::setApplicationName("hipwright");
  QCoreApplication::setApplicationVersion(hipwright::kVersion);
}

void describe(QCommandLineParser& parser) {
  parser.setApplicationDescription("Proposes a hip implant for a pre-operative CT. Research use only.");
  parser.addHelpOption();
  parser.addVersionOption();
  parser.addPositionalArgument("file",
                               "A CT (.nii, .nii.gz, .nrrd, .nhdr, .mha, .mhd, .dcm), the folder of a DICOM series, or "
                               "the folder of a run.",
                               "[file]");
}

/// Help and version need no display.
void answerQuestions(int argc, char** argv) {
  const QCoreApplication application(argc, argv);
  name();
  QCommandLineParser parser;
  describe(parser);
  parser.parse(QCoreApplication::arguments());  // what only the window's application knows is no error here
  if (parser.isSet("version")) parser.showVersion();
  if (parser.isSet("help") || parser.isSet("help-all")) parser.showHelp();
}

int run(QApplication& application) {
  QCommandLineParser parser;
  describe(parser);
  parser.process(application);
  WindowSetup setup = makeSetup();
  const WindowMemory memory(setup.dataFolder);
  Language language(application, memory.language());
  Appearance appearance(application, schemeChoiceFromText(memory.theme()));
  WindowHost host(std::move(setup), appearance, language);
  const QStringList files = parser.positionalArguments();
  if (!files.isEmpty()) host.window().open(std::filesystem::absolute(toPath(files.first())));
  return QApplication::exec();
}

}  // namespace
}  // namespace hipwright

int main(int argc, char** argv) {
  hipwright::answerQuestions(argc, argv);
  hipwright::preferX11();
  hipwright::chooseSurfaceFormat();
  QApplication application(argc, argv);
  hipwright::name();
  QApplication::setApplicationDisplayName("Hipwright");
  return hipwright::run(application);
}
