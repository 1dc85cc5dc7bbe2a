// What every command of hipwright-cli shares: how it joins the argument parser, exit codes, and cancelling.
#pragma once

#include "engine/core/error.h"

#include <functional>
#include <stop_token>

namespace CLI {
class App;
}

namespace hipwright::cli {

/// kNotPrintable: the surface was written as asked for, and its print report fails.
enum ExitCode { kOk = 0, kBug = 1, kBadInput = 2, kCancelled = 3, kOutOfResources = 4, kNotPrintable = 5 };

/// Runs a chosen command; the token is stopped by Ctrl-C. Returns an exit code; may throw Error and Cancelled.
using Command = std::function<int(const std::stop_token&)>;

/// Each adds its sub-command to the parser and returns what to run if it is chosen.
Command addCompare(CLI::App& app);
Command addEvaluate(CLI::App& app);
Command addInfer(CLI::App& app);
Command addInspect(CLI::App& app);
Command addMeasure(CLI::App& app);
Command addMesh(CLI::App& app);
Command addPhantom(CLI::App& app);
Command addVerify(CLI::App& app);
Command addDevices(CLI::App& app);
Command addBench(CLI::App& app);
Command addTrain(CLI::App& app);

/// Prints the two sentences to standard error and gives the exit code of the error's kind.
int explain(const Error& error);

}  // namespace hipwright::cli
