// hipwright-cli inspect: says what a file or folder is, and whether Hipwright can use it.
#include "app/cli/command.h"
#include "app/cli/inspection.h"
#include "app/cli/terminal_text.h"
#include "engine/core/platform.h"

#include <CLI/CLI.hpp>

#include <cstdio>
#include <memory>

namespace hipwright::cli {
namespace {

struct InspectOptions {
  std::string path;
  std::string model;
  std::string series;
  bool keys = false;
  bool json = false;
};

int inspect(const InspectOptions& o, const std::stop_token& stop) {
  const InspectRequest request{platform::fromUtf8(o.path), platform::fromUtf8(o.model), o.series,
                               o.keys ? InspectDetail::EveryTensor : InspectDetail::Summary,
                               o.json ? InspectStyle::Json : InspectStyle::Text};
  const Inspection found = inspected(request, stop);
  std::fputs(forTerminal(found.text).c_str(), stdout);
  return found.refusal.empty() ? kOk : explain(Error(ErrorCode::CaseRefused, {{"reasons", found.refusal}}));
}

}  // namespace

Command addInspect(CLI::App& app) {
  CLI::App* sub = app.add_subcommand("inspect", "Say what a CT, checkpoint, profile, model set or run is");
  auto options = std::make_shared<InspectOptions>();
  sub->add_option("path", options->path, "File or folder")->required();
  sub->add_option("--series", options->series, "Of a DICOM folder with several: the number in its list, or the UID")
      ->type_name("N");
  sub->add_flag("--keys", options->keys, "List every tensor of a checkpoint");
  sub->add_option("--model", options->model, "Model set that a CT is held against; default: the one infer would take");
  sub->add_flag("--json", options->json, "Print one JSON object; of a CT with its preflight");
  sub->footer("Exit code 0 if Hipwright can use it, 2 with a sentence if not.");
  return [options](const std::stop_token& stop) { return inspect(*options, stop); };
}

}  // namespace hipwright::cli
