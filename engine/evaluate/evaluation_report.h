// An evaluation as a CSV for programs and a table for people.
#pragma once

#include "engine/evaluate/evaluation.h"

#include <string>
#include <vector>

namespace hipwright {

/// seed,cfg,ts,dice,dice_cup,dice_stem,assd_mm,hd95_mm,volume_difference_percent,components,centre_of_rotation_mm,
/// stem_axis_deg,cup_inclination_deg,cup_anteversion_deg,seconds: one line per row. What could not be measured is left
/// empty. Swapped: a last column condition_seed says whose CT the model was shown.
std::string evaluationCsv(const std::vector<EvaluationRow>& rows, Conditioning conditioning);

/// A column for each CFG value and step count: the median of each measure and, in brackets, the 95th percentile (for
/// Dice the 5th), of magnitudes. "n=" counts the answers that could be measured, where some could not. Swapped: one
/// such table for the hip that was shown and one for the hip that was not.
std::string evaluationTable(const std::vector<EvaluationRow>& rows, Conditioning conditioning);

/// By linear interpolation between the sorted values (numpy's default); `share` from 0 to 1, values not empty.
double quantile(std::vector<double> values, double share);

}  // namespace hipwright
