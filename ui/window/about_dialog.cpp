#include "ui/window/about_dialog.h"

#include "engine/core/version.h"
#include "engine/io/library_versions.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QApplication>
#include <QClipboard>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace hipwright {
namespace {

constexpr int kWidth = 520;

struct Library {
  QString name;
  QString version;
  QString licence;
};

std::vector<Library> libraries() {
  std::vector<Library> all = {{"Qt", qVersion(), "LGPL-3.0"}, {"QCustomPlot", "2.1", "GPL-3.0"}};
  for (const auto& [name, version] : imagingLibraryVersions())
    all.push_back({QString::fromStdString(name), QString::fromStdString(version), "BSD / zlib"});
  all.push_back({"LibTorch", {}, "BSD-3-Clause"});
  all.push_back({"nlohmann-json", {}, "MIT"});
  return all;
}

}  // namespace

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent) {
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(tr("About Hipwright"));
  setFixedWidth(kWidth);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(space::kCard, space::kSection, space::kCard, space::kSection);
  column->setSpacing(space::kRow);
  column->addWidget(makeLabel(QString("Hipwright %1").arg(kVersion), "title", this));
  const auto paragraph = [&](const QString& text, const char* role) {
    auto* label = makeLabel(text, role, this);
    label->setWordWrap(true);
    column->addWidget(label);
  };
  paragraph(tr("Proposes a hip implant for a pre-operative CT with a 3-D latent diffusion model."), "body");
  paragraph(tr("Research use only. It is not a medical device, and nothing it produces may decide how a patient is "
               "treated."),
            "strong");
  paragraph(tr("Free software under the GNU General Public License, version 3 or later."), "label");
  column->addWidget(makeRule(this));
  auto* grid = new QGridLayout;
  grid->setHorizontalSpacing(space::kSection);
  grid->setColumnStretch(0, 1);
  QString plain = QString("Hipwright %1\n").arg(kVersion);
  for (const Library& library : libraries()) {
    const int row = grid->rowCount();
    grid->addWidget(makeLabel(library.name, "body", this), row, 0);
    grid->addWidget(makeLabel(library.version, "label", this), row, 1);
    grid->addWidget(makeLabel(library.licence, "secondary", this), row, 2);
    plain += QString("%1 %2\n").arg(library.name, library.version);
  }
  column->addLayout(grid);
  auto* buttons = new QHBoxLayout;
  auto* copy = new QPushButton(tr("Copy versions"), this);
  auto* shut = new QPushButton(tr("Close"), this);
  buttons->addWidget(copy);
  buttons->addStretch(1);
  buttons->addWidget(shut);
  column->addLayout(buttons);
  connect(copy, &QPushButton::clicked, this, [plain] { QApplication::clipboard()->setText(plain); });
  connect(shut, &QPushButton::clicked, this, &QDialog::accept);
}

}  // namespace hipwright
