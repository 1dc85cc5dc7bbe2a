// A label that takes as many lines as it needs where there is little room.
#pragma once

class QLabel;
class QString;
class QWidget;

namespace hipwright {

/// Otherwise as makeLabel().
QLabel* makeWrapped(const QString& text, const char* role, QWidget* parent = nullptr);

}  // namespace hipwright
