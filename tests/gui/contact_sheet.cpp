// Draws every icon and the usual controls in both themes into PNG files, to be looked at: contact_sheet FOLDER.
#include "ui/controls/real_slider.h"
#include "ui/theme/appearance.h"
#include "ui/theme/icons.h"
#include "ui/theme/parts.h"
#include "ui/theme/scheme_menu.h"
#include "ui/theme/type_scale.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QMessageBox>
#include <QPainter>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStatusBar>
#include <QTabWidget>
#include <QTableWidget>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace hipwright;

namespace {

constexpr std::array kSizes = {16, 20, 24, 32};

QWidget* iconPage() {
  auto* page = new QWidget;
  page->setProperty("surface", "panel");
  auto* grid = new QGridLayout(page);
  int index = 0;
  for (const IconName name : allIcons()) {
    auto* cell = new QHBoxLayout;
    for (const int side : kSizes) {
      auto* label = new QLabel;
      label->setPixmap(iconOf(name).pixmap(side));
      cell->addWidget(label);
    }
    auto* off = new QLabel;
    off->setPixmap(iconOf(name).pixmap(20, QIcon::Disabled));
    auto* on = new QLabel;
    on->setPixmap(iconOf(name).pixmap(20, QIcon::Normal, QIcon::On));
    cell->addWidget(off);
    cell->addWidget(on);
    cell->addWidget(makeLabel(iconFile(name), "secondary"), 1);
    grid->addLayout(cell, index / 4, index % 4);
    ++index;
  }
  return page;
}

QToolButton* toolButton(IconName name, const QString& text, const QString& kind) {
  auto* button = new QToolButton;
  setIconBeside(button, name, kind == "primary" ? Tint::OnAccent : kind == "danger" ? Tint::Error : Tint::Text);
  if (text.isEmpty()) button->setIconSize({20, 20});
  button->setText(text);
  button->setToolButtonStyle(text.isEmpty() ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
  if (!kind.isEmpty()) button->setProperty("kind", kind);
  return button;
}

QToolBar* toolBar() {
  auto* bar = new QToolBar;
  bar->setMovable(false);
  auto* acts = new QWidget;
  auto* line = new QHBoxLayout(acts);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(space::kTight);
  auto* disabled = toolButton(IconName::Generate, "Generate", "primary");
  disabled->setEnabled(false);
  auto* compare = toolButton(IconName::Compare, "Compare CFG", "");
  compare->setEnabled(false);
  for (QToolButton* each :
       {toolButton(IconName::OpenCt, "Open CT", ""), toolButton(IconName::OpenRun, "Open run", ""),
        toolButton(IconName::Generate, "Generate", "primary"), toolButton(IconName::Stop, "Stop", "danger"), disabled,
        compare, toolButton(IconName::Export, "Export", "")})
    line->addWidget(each);
  bar->addWidget(acts);
  bar->addSeparator();
  auto* group = new QWidget;
  auto* row = new QHBoxLayout(group);
  row->setContentsMargins(0, 0, 0, 0);
  row->setSpacing(0);
  const IconName layouts[] = {IconName::LayoutPlanning, IconName::LayoutGrid, IconName::LayoutSlices,
                              IconName::Layout3D};
  for (int i = 0; i < 4; ++i) {
    auto* button = toolButton(layouts[i], "", i == 0 ? "group-first" : i == 3 ? "group-last" : "group-middle");
    button->setCheckable(true);
    button->setChecked(i == 0);
    row->addWidget(button);
  }
  bar->addWidget(group);
  auto* linked = toolButton(IconName::Link, "", "");
  linked->setCheckable(true);
  linked->setChecked(true);
  bar->addWidget(linked);
  bar->addWidget(toolButton(IconName::Crosshair, "", ""));
  return bar;
}

QWidget* pills() {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  row->setContentsMargins(0, 0, 0, 0);
  row->addWidget(new Pill(IconName::Passed, "Ready", "ok"));
  row->addWidget(new Pill(IconName::Failed, "1 failed", "error"));
  row->addWidget(new Pill(IconName::Warning, "Look", "warning"));
  row->addWidget(new Pill(IconName::Note, "Same as run 14:32", "accent"));
  row->addWidget(new Pill(IconName::Lock, "Locked while running", ""));
  row->addStretch();
  return box;
}

QWidget* form() {
  auto* panel = new QWidget;
  auto* form = new QFormLayout(panel);
  auto* preset = new QComboBox;
  preset->addItems({"Recommended", "Quick look", "High fidelity"});
  auto* seed = new QLineEdit("42");
  auto* cfg = new QDoubleSpinBox;
  cfg->setValue(3);
  cfg->setAlignment(Qt::AlignRight);
  auto* slider = new RealSlider;
  slider->setRealRange(0, 15, 1);
  slider->setRealBand(3, 7);
  slider->setRealValue(5);
  auto* off = new QComboBox;
  off->addItem("Locked");
  off->setEnabled(false);
  auto* wrong = new QLineEdit("0");
  wrong->setProperty("state", "error");
  auto* lockedSlider = new QSlider(Qt::Horizontal);
  lockedSlider->setValue(30);
  lockedSlider->setEnabled(false);
  form->addRow(makeLabel("Preset", "form-label"), preset);
  form->addRow(makeLabel("Seed", "form-label"), seed);
  form->addRow(makeLabel("Guidance", "form-label"), cfg);
  form->addRow(makeLabel("Guidance", "form-label"), slider);
  form->addRow(makeLabel("Locked", "form-label"), off);
  form->addRow(makeLabel("Locked", "form-label"), lockedSlider);
  form->addRow(makeLabel("Invalid", "form-label"), wrong);
  form->addRow(makeLabel("预设", "form-label"), new QLineEdit("推荐 3 至 7，超过 10 会失真"));
  auto* tiled = new QCheckBox("Tiled encode and decode");
  tiled->setChecked(true);
  auto* partly = new QCheckBox("Partly");
  partly->setCheckState(Qt::PartiallyChecked);
  auto* locked = new QCheckBox("Locked");
  locked->setChecked(true);
  locked->setEnabled(false);
  auto* stl = new QRadioButton("STL binary");
  stl->setChecked(true);
  for (QWidget* each : {static_cast<QWidget*>(tiled), static_cast<QWidget*>(new QCheckBox("Mixed precision")),
                        static_cast<QWidget*>(partly), static_cast<QWidget*>(locked), static_cast<QWidget*>(stl),
                        static_cast<QWidget*>(new QRadioButton("3MF"))})
    form->addRow(each);
  return panel;
}

QWidget* buttons() {
  auto* box = new QWidget;
  auto* row = new QHBoxLayout(box);
  const auto add = [&](const QString& text, const QString& kind) {
    auto* button = new QPushButton(text);
    if (!kind.isEmpty()) button->setProperty("kind", kind);
    row->addWidget(button);
    return button;
  };
  add("Cancel", "");
  auto* primary = add("Export STL", "primary");
  setIconBeside(primary, IconName::Export, Tint::OnAccent);
  add("Stop", "danger");
  setIconBeside(add("Try the demo", "accent"), IconName::Generate, Tint::Accent);
  add("Show in 3-D", "link");
  add("Off", "")->setEnabled(false);
  row->addStretch();
  return box;
}

QWidget* table() {
  auto* table = new QTableWidget(4, 3);
  table->setHorizontalHeaderLabels({"Check", "Found", "Needed"});
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(size::kTableRow);
  table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table->setShowGrid(false);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  const char* names[] = {"Open edges", "Self-intersections", "Smallest wall", "Overhang beyond 45°"};
  const IconName icons[] = {IconName::Passed, IconName::Passed, IconName::Failed, IconName::Note};
  const Tint tints[] = {Tint::Success, Tint::Success, Tint::Error, Tint::Hint};
  for (int i = 0; i < 4; ++i) {
    table->setItem(i, 0, new QTableWidgetItem(iconOf(icons[i], tints[i]), names[i]));
    table->setItem(i, 1, new QTableWidgetItem("0"));
    table->setItem(i, 2, new QTableWidgetItem("0"));
  }
  table->selectRow(2);
  return table;
}

QWidget* controlPage() {
  auto* page = new QWidget;
  auto* column = new QVBoxLayout(page);
  column->addWidget(makeLabel("Plan a hip implant from a CT", "start-title"));
  column->addWidget(makeLabel("The LDM checkpoint does not fit", "title"));
  column->addWidget(makeLabel("hip_0412_R", "name"));
  column->addWidget(makeLabel("hip_0412_R.nii.gz · 214 MB", "secondary"));
  column->addWidget(makeRule());
  column->addWidget(makeLabel("Memory and speed", "heading"));
  column->addWidget(pills());
  column->addWidget(buttons());
  auto* progress = new QProgressBar;
  progress->setRange(0, 50);
  progress->setValue(31);
  column->addWidget(progress);
  auto* tabs = new QTabWidget;
  tabs->addTab(table(), "Not expected 50");
  tabs->addTab(new QWidget, "Missing 0");
  tabs->addTab(new QWidget, "Wrong shape 0");
  column->addWidget(tabs, 1);
  auto* log = new QPlainTextEdit("12:03:11 Reading hip_0412_R.nii.gz");
  log->setMaximumHeight(70);
  column->addWidget(log);
  return page;
}

void fillWindow(QMainWindow& window, Appearance& appearance) {
  QMenu* file = window.menuBar()->addMenu("File");
  file->addAction(iconOf(IconName::OpenCt), "Open CT…", QKeySequence("Ctrl+O"), [] {});
  file->addSeparator();
  file->addMenu(makeSchemeMenu(appearance, file));
  for (const char* name : {"Edit", "View", "Run", "Tools", "Help"}) window.menuBar()->addMenu(name);
  QToolBar* bar = toolBar();
  bar->addAction(new SchemeAction(appearance, bar));
  window.addToolBar(bar);
  auto* right = new QDockWidget("Settings");
  right->setWidget(form());
  window.addDockWidget(Qt::RightDockWidgetArea, right);
  auto* left = new QDockWidget("Case");
  auto* runs = new QListWidget;
  runs->setProperty("kind", "bare");
  runs->addItems({"CFG 3, 200 steps, seed 42", "CFG 3, 50 steps, seed 42", "CFG 7, 50 steps, seed 42"});
  runs->setCurrentRow(0);
  left->setWidget(runs);
  window.addDockWidget(Qt::LeftDockWidgetArea, left);
  window.setCentralWidget(controlPage());
  window.statusBar()->showMessage("R 61.4 A 4.2 S 21.0 mm");
  window.statusBar()->addPermanentWidget(new QLabel("Research use only"));
}

QMenu* fullMenu(QWidget* parent) {
  auto* menu = new QMenu(parent);
  menu->addAction(iconOf(IconName::OpenCt), "Open CT…", QKeySequence("Ctrl+O"), [] {});
  menu->addAction("Off")->setEnabled(false);
  menu->addSeparator();
  QAction* ticked = menu->addAction("Overlay");
  ticked->setCheckable(true);
  ticked->setChecked(true);
  menu->addAction("Crosshair")->setCheckable(true);
  menu->addMenu("Language");
  return menu;
}

QTreeWidget* tree() {
  auto* tree = new QTreeWidget;
  tree->setHeaderLabels({"Key", "File has"});
  auto* open = new QTreeWidgetItem(tree, {"up_blocks.1.attentions.0", "10 keys"});
  for (int i = 0; i < 12; ++i) new QTreeWidgetItem(open, {"norm.weight", "[128]"});
  auto* closed = new QTreeWidgetItem(tree, {"up_blocks.1.attentions.1", "10 keys"});
  new QTreeWidgetItem(closed, {"norm.weight", "[128]"});
  open->setExpanded(true);
  tree->setCurrentItem(open);
  return tree;
}

/// What opens on top of the window.
QWidget* popupPage(QList<QPixmap>& shots) {
  auto* page = new QWidget;
  page->setProperty("surface", "window");
  auto* grid = new QGridLayout(page);
  const auto show = [&](const QPixmap& picture, int row, int column) {
    auto* label = new QLabel;
    label->setPixmap(picture);
    grid->addWidget(label, row, column, Qt::AlignTop | Qt::AlignLeft);
  };
  auto* combo = new QComboBox(page);
  combo->addItems({"Recommended", "Quick look", "High fidelity", "Low memory"});
  combo->resize(180, 32);
  combo->view()->window()->resize(180, 130);
  combo->view()->ensurePolished();
  show(combo->view()->window()->grab(), 0, 0);
  QMenu* menu = fullMenu(page);
  menu->setActiveAction(menu->actions().first());
  show(menu->grab(), 0, 1);
  auto* box = new QMessageBox(QMessageBox::Warning, "Close", "A run is in progress. Stop it and close?",
                              QMessageBox::Close | QMessageBox::Cancel, page);
  box->setInformativeText("What was computed until now is lost.");
  box->ensurePolished();
  show(box->grab(), 1, 0);
  QTreeWidget* keys = tree();
  keys->setFixedSize(380, 220);
  grid->addWidget(keys, 1, 1);
  auto* upright = new QSlider(Qt::Vertical);
  upright->setValue(30);
  upright->setFixedHeight(120);
  grid->addWidget(upright, 0, 2);
  combo->hide();
  box->hide();
  shots << page->grab();
  return page;
}

QPixmap grabbed(QWidget& widget) {
  widget.ensurePolished();
  return widget.grab();
}

}  // namespace

int main(int argc, char** argv) {
  QApplication application(argc, argv);
  if (argc != 2) return 2;
  const QDir folder(QString::fromLocal8Bit(argv[1]));
  Appearance appearance(application);
  for (const SchemeChoice choice : {SchemeChoice::Dark, SchemeChoice::Light}) {
    appearance.setChoice(choice);
    const std::unique_ptr<QWidget> icons(iconPage());
    QMainWindow window;
    fillWindow(window, appearance);
    window.resize(1280, 800);
    window.show();
    QList<QPixmap> shots;
    const std::unique_ptr<QWidget> popups(popupPage(shots));
    shots.first().save(folder.filePath("popups-" + toText(choice) + ".png"));
    const bool saved = grabbed(*icons).save(folder.filePath("icons-" + toText(choice) + ".png")) &&
                       grabbed(window).save(folder.filePath("controls-" + toText(choice) + ".png"));
    if (!saved) return 1;
  }
  return 0;
}
