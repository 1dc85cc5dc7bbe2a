// The one style sheet: resources/style/hipwright.qss with the tokens of a theme filled in.
#pragma once

#include "ui/theme/theme.h"

#include <QString>
#include <QStringList>

namespace hipwright {

QString styleSheetOf(const Theme& theme);

/// Replaces @name by the token's value. Names that no token has stay, and are added to `unknown` if it is not null.
QString filledTokens(const QString& text, const Theme& theme, QStringList* unknown = nullptr);

}  // namespace hipwright
