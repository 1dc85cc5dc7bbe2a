// hipwright-cli: the pipeline without a window, for batches, servers and tests.
#include "app/cli/command.h"
#include "engine/core/platform.h"
#include "engine/core/stop.h"
#include "engine/core/version.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <filesystem>
#include <new>
#include <stop_token>
#include <string>
#include <vector>

namespace hipwright::cli {
namespace {

/// Stopped by Ctrl-C; lives as long as the process, because the waiting thread does.
std::stop_source& interruption() {
  static std::stop_source source;
  return source;
}

int runCommand(const Command& command) {
  try {
    return command(interruption().get_token());
  } catch (const Cancelled&) {
    std::fputs("hipwright-cli: cancelled.\n", stderr);
    return kCancelled;
  } catch (const Error& error) {
    return explain(error);
  } catch (const std::filesystem::filesystem_error& error) {
    return explain(Error(ErrorCode::FileUnwritable,
                         {{"path", platform::toUtf8(error.path1())}, {"reason", error.code().message()}}));
  } catch (const std::bad_alloc&) {
    return explain(Error(ErrorCode::OutOfMemory, {{"phase", "this command"}}));
  } catch (const std::exception& error) {
    return explain(Error(ErrorCode::Internal, {{"reason", error.what()}}));
  }
}

int parseAndRun(int argc, char** argv) {
  CLI::App app("Proposes a hip implant for a pre-operative CT. Research use only.", "hipwright-cli");
  app.set_version_flag("--version", std::string("Hipwright ") + kVersion);
  app.require_subcommand(1);
  app.footer("hipwright-cli COMMAND --help explains a command.");
  std::vector<Command> commands;
#ifdef HIPWRIGHT_IMAGING
  commands.push_back(addInfer(app));
  commands.push_back(addCompare(app));
  commands.push_back(addInspect(app));
  commands.push_back(addMeasure(app));
  commands.push_back(addMesh(app));
  commands.push_back(addPhantom(app));
#endif
  commands.push_back(addEvaluate(app));
  commands.push_back(addVerify(app));
  commands.push_back(addDevices(app));
  commands.push_back(addBench(app));
  commands.push_back(addTrain(app));
  const auto known = [&](const std::string& name) {
    return !app.get_subcommands([&](const CLI::App* sub) { return sub->get_name() == name; }).empty();
  };
  if (argc > 1 && argv[1][0] != '-' && !known(argv[1])) {
    std::fprintf(stderr, "hipwright-cli: there is no command %s.\n  hipwright-cli --help lists the commands.\n",
                 argv[1]);
    return kBadInput;
  }
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kOk : kBadInput;
  }
  const auto all = app.get_subcommands([](const CLI::App*) { return true; });
  for (std::size_t i = 0; i < all.size(); ++i)
    if (all[i]->parsed()) return runCommand(commands[i]);
  return kBadInput;
}

}  // namespace
}  // namespace hipwright::cli

int main(int argc, char** argv) {
  hipwright::platform::onInterrupt([] { hipwright::cli::interruption().request_stop(); });
  return hipwright::cli::parseAndRun(argc, argv);
}
