// What is in a file or folder, in words; content decides, not the name.
#pragma once

#include <filesystem>
#include <stop_token>
#include <string>

namespace hipwright::cli {

enum class InspectDetail { Summary, EveryTensor };
enum class InspectStyle { Text, Json };

struct InspectRequest {
  std::filesystem::path path;
  std::filesystem::path model;  ///< a model set to hold a CT against; empty: the one that infer would find, if any
  std::string series;           ///< of a DICOM folder with several; empty: the only one
  InspectDetail detail = InspectDetail::Summary;
  InspectStyle style = InspectStyle::Text;  ///< Json: one object; of a CT with its preflight in numbers
};

struct Inspection {
  std::string text;
  std::string refusal;  ///< why the CT cannot be used with its model; empty if it can, or there is no model
};

/// A CT with its preflight under the model, a checkpoint, profile, preset, settings file, model set or run folder.
/// Throws Error if it is none of them or cannot be used, and Cancelled.
Inspection inspected(const InspectRequest& request, const std::stop_token& stop);

}  // namespace hipwright::cli
