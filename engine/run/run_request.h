// Everything that decides a result. The command line, the window, presets and run.json all read and write this one
// struct.
#pragma once

#include "engine/diffusion/diffusion_model.h"
#include "engine/io/mesh_file.h"
#include "engine/plan/case_plan.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

/// Which weights to use. All empty: the reference's file names in the working folder, then the model sets installed.
struct ModelChoice {
  std::filesystem::path set;     ///< folder of a model set
  std::filesystem::path vaePre;  ///< single files; they win over the set's
  std::filesystem::path vaeMetal;
  std::filesystem::path ldm;
  std::filesystem::path profile;
};

struct RunRequest {
  std::filesystem::path cond;  ///< pre-operative CT: a file, or a folder of DICOM slices
  std::string series;          ///< of a DICOM folder: number in its list or series UID; empty: the only one
  std::filesystem::path save;  ///< folder that run folders are made in
  ModelChoice model;
  std::optional<std::int64_t> seed;  ///< none: drawn once and recorded. 2^63 and above wrap, as torch takes them
  double cfg = 1;                    ///< guidance weight
  int ts = 50;                       ///< denoising steps
  bool summary = false;              ///< decode and save every stage
  int preview = 0;                   ///< live frames to draw; 0 for none
  bool tiled = true;
  int sw = 4;  ///< windows per batch; does not change results
  bool amp = true;
  DeviceChoice device = DeviceChoice::Auto;
  int threads = 0;  ///< 0: one per processor
  NoiseSource rng = NoiseSource::Cpu;
  GridChoice grid = GridChoice::Auto;  ///< what the networks work on: the profile's grid, or the file's own voxels
  SideChoice side = SideChoice::Auto;
  RegionWish roi;
  MeshSpace space = MeshSpace::Lps;
  bool force = false;  ///< run again although the result is there

  /// Every problem of the values (not of the files), one sentence each.
  std::vector<std::string> check() const;
};

/// A number of the request with its range: what forms and the command line show and enforce.
struct RequestField {
  std::string_view name;  ///< as in flags and JSON
  double minimum = 0;
  double maximum = 0;
  double standard = 0;  ///< the default
  std::string_view unit;
  std::string_view meaning;  ///< one plain sentence
};

enum class FieldId { Cfg, Steps, WindowBatch, Threads, PreviewFrames };

const RequestField& requestField(FieldId id);

/// A setting of the case that is one of a few words, or a text.
struct RequestChoice {
  std::string_view name;     ///< as in flags and JSON
  std::string_view choices;  ///< what can be given
  std::string_view meaning;  ///< one plain sentence
};

enum class ChoiceId { Grid, Side, Region };

const RequestChoice& requestChoice(ChoiceId id);

/// Guidance above this distorts; a run warns.
inline constexpr double kStrongGuidance = 10;

/// A seed as Python's torch takes it: any integer from -2^63 to 2^64 - 1. Throws Error(BadRequest).
std::int64_t parseSeed(const std::string& text);

/// Names of the choices, in flags and JSON. The parsers throw Error(BadRequest).
std::string toText(DeviceChoice device);
std::string toText(NoiseSource source);
std::string toText(MeshSpace space);
std::string toText(GridChoice grid);        ///< auto or as-is
std::string toText(SideChoice side);        ///< auto, left or right
std::string toText(const RegionWish& roi);  ///< auto, whole, or the two corners x0,y0,z0,x1,y1,z1 in LPS mm
DeviceChoice parseDevice(const std::string& text);
NoiseSource parseNoiseSource(const std::string& text);
MeshSpace parseMeshSpace(const std::string& text);
GridChoice parseGrid(const std::string& text);
SideChoice parseSide(const std::string& text);
RegionWish parseRegion(const std::string& text);

}  // namespace hipwright
