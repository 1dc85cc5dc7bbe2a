// How numbers, times, phases and errors read in the window, in the language of the application.
#pragma once

#include "engine/core/error.h"
#include "engine/core/events.h"
#include "engine/core/geometry.h"

#include <QString>

#include <filesystem>

namespace hipwright {

QString fromPath(const std::filesystem::path& path);
std::filesystem::path toPath(const QString& text);

/// "1 min 24 s", "4.1 s", "2 h 05 min".
QString durationText(double seconds);

/// "512 × 512 × 418".
QString sizeText(const Index3& size);

/// "0.78 × 0.78 × 0.80 mm".
QString spacingText(const Vec3& spacing);

/// "LPS", or "LPS, 2.1° oblique": the letters each index grows towards, and how far the grid is turned.
QString orientationText(const Geometry& geometry);

/// "214 MB", "1.2 GB".
QString bytesText(std::uint64_t bytes);

/// At most `decimals` digits after the point, true minus sign.
QString numberText(double value, int decimals);

QString phaseText(Phase phase);

/// What happened and what to do, worded from the code and its values.
QString whatText(const Error& error);
QString remedyText(const Error& error);

/// Code, values, versions: plain text for a report.
QString detailsText(const Error& error);

QString warningText(const RunWarning& warning);

}  // namespace hipwright
