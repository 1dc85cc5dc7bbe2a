// Versions, licences and the purpose of the program.
#pragma once

#include <QDialog>

namespace hipwright {

class AboutDialog : public QDialog {
  Q_OBJECT

 public:
  explicit AboutDialog(QWidget* parent = nullptr);
};

}  // namespace hipwright
