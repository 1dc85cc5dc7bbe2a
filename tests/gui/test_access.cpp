// Everything that can be worked has a name for screen readers, in every state of the window and in its dialogs.
#include "tests/gui/compare_scene.h"
#include "ui/compare/ab_view.h"
#include "ui/export/export_dialog.h"
#include "ui/parameters/settings_panel.h"
#include "ui/slices/slice_view.h"
#include "ui/viewport/surface_row.h"
#include "ui/viewport/viewport.h"
#include "ui/window/about_dialog.h"
#include "ui/window/failure_dialog.h"
#include "ui/window/window_actions.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollBar>
#include <QSlider>
#include <QTabBar>
#include <QTest>

using namespace hipwright;
using namespace hipwright::test;

namespace {

bool isWorked(const QWidget* widget) {
  const auto is = [widget](auto* type) { return qobject_cast<decltype(type)>(widget) != nullptr; };
  // The insides of a spin box, a combo box or a scroll area speak through what they are part of.
  for (const QWidget* outer = widget->parentWidget(); outer != nullptr; outer = outer->parentWidget())
    if (qobject_cast<const QAbstractSpinBox*>(outer) || qobject_cast<const QComboBox*>(outer)) return false;
  using B = const QAbstractButton;
  return is((B*)nullptr) || is((const QSlider*)nullptr) || is((const QLineEdit*)nullptr) ||
         is((const QAbstractSpinBox*)nullptr) || is((const QComboBox*)nullptr) ||
         is((const QAbstractItemView*)nullptr) || is((const QPlainTextEdit*)nullptr) || is((const QTabBar*)nullptr) ||
         is((const QProgressBar*)nullptr) || is((const SliceView*)nullptr) || is((const Viewport*)nullptr) ||
         is((const SurfaceRow*)nullptr) || is((const AbView*)nullptr);
}

QString pathOf(const QWidget* widget) {
  QStringList path;
  for (const QWidget* at = widget; at != nullptr; at = at->parentWidget())
    path.prepend(at->metaObject()->className() + (at->objectName().isEmpty() ? QString() : '#' + at->objectName()));
  return path.join(" > ");
}

QStringList namelessIn(const QWidget& root) {
  QStringList nameless;
  for (QWidget* widget : root.findChildren<QWidget*>()) {
    if (!isWorked(widget)) continue;
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(widget);
    if (access == nullptr || access->text(QAccessible::Name).trimmed().isEmpty()) nameless << pathOf(widget);
  }
  nameless.removeDuplicates();
  return nameless;
}

void verifyNamed(const QWidget& root) {
  const QStringList nameless = namelessIn(root);
  QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join('\n')));
}

}  // namespace

class TestAccess : public QObject {
  Q_OBJECT

 private slots:
  void seesANamelessControl();
  void namesTheWindow();
  void namesTheComparison();
  void namesTheDialogs();
};

void TestAccess::seesANamelessControl() {
  QWidget parent;
  auto* slider = new QSlider(&parent);
  QCOMPARE(namelessIn(parent).size(), 1);
  slider->setAccessibleName("Bone threshold");
  QVERIFY(namelessIn(parent).isEmpty());
}

void TestAccess::namesTheWindow() {
  WindowScene scene;
  MainWindow& window = scene.start();
  verifyNamed(window);
  window.open(scene.ct());
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().generate->isEnabled(), kPatienceMs);
  RunRequest request = window.settingsPanel().form().request();
  request.ts = 6;
  request.preview = 3;
  window.settingsPanel().form().setRequest(request);
  window.actions().generate->trigger();
  verifyNamed(window);
  QTRY_COMPARE_WITH_TIMEOUT(window.session().shownStage().step, kFinalStage, kPatienceMs);
  QTRY_VERIFY_WITH_TIMEOUT(window.actions().exportResult->isEnabled(), kPatienceMs);
  verifyNamed(window);
  window.actions().exportResult->trigger();
  verifyNamed(*window.findChild<ExportDialog*>());
}

void TestAccess::namesTheComparison() {
  CompareScene s;
  QVERIFY(s.open());
  verifyNamed(*s.window);
  s.start("1 3");
  verifyNamed(*s.window);
  QVERIFY(s.finish());
  verifyNamed(*s.window);
}

void TestAccess::namesTheDialogs() {
  WindowScene scene;
  MainWindow& window = scene.start();
  const Error error(ErrorCode::FileNotFound, {{"path", "a.nii"}});
  FailureDialog failure(error, {"Cannot open the CT", "Nothing was changed."}, &window);
  failure.setAttribute(Qt::WA_DeleteOnClose, false);
  verifyNamed(failure);
  AboutDialog about(&window);
  about.setAttribute(Qt::WA_DeleteOnClose, false);
  verifyNamed(about);
}

QTEST_MAIN(TestAccess)
#include "test_access.moc"
