// The look: contrast of the tokens, complete icons, a style sheet without gaps, the switch, and the focus ring.
#include "ui/theme/appearance.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/icons.h"
#include "ui/theme/parts.h"
#include "ui/theme/scheme_menu.h"
#include "ui/theme/style_sheet.h"
#include "ui/theme/type_scale.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QFocusEvent>
#include <QFontInfo>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>

using namespace hipwright;

namespace {

double linear(double channel) {
  return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

/// Of WCAG 2.1: 1 to 21.
double contrast(const QColor& a, const QColor& b) {
  const double light = std::max(luminance(a), luminance(b));
  return (light + 0.05) / (std::min(luminance(a), luminance(b)) + 0.05);
}

/// What Qt tells a widget that gets the focus; without a window manager no window is ever active.
void focus(QWidget* widget, Qt::FocusReason reason) {
  QFocusEvent event(QEvent::FocusIn, reason);
  QApplication::sendEvent(widget, &event);
}

using Rgb = std::array<double, 3>;

Rgb times(const std::array<Rgb, 3>& matrix, const Rgb& v) {
  Rgb out{};
  for (std::size_t i = 0; i < 3; ++i)
    for (std::size_t j = 0; j < 3; ++j) out[i] += matrix[i][j] * v[j];
  return out;
}

/// Linear RGB as seen without one kind of cone (Machado, Oliveira and Fernandes 2009, severity 1).
const std::array<std::array<Rgb, 3>, 4> kEyes = {{
    {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}},
    {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}},
    {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}},
    {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}},
}};

/// CIE L*a*b* (D65) of a colour as these eyes see it.
Rgb labOf(const QColor& colour, const std::array<Rgb, 3>& eyes) {
  Rgb seen = times(eyes, {linear(colour.redF()), linear(colour.greenF()), linear(colour.blueF())});
  for (double& channel : seen) channel = std::clamp(channel, 0.0, 1.0);
  const Rgb xyz = times({{{0.4124, 0.3576, 0.1805}, {0.2126, 0.7152, 0.0722}, {0.0193, 0.1192, 0.9505}}}, seen);
  const auto root = [](double t) { return t > 0.008856 ? std::cbrt(t) : 7.787 * t + 16.0 / 116; };
  const double x = root(xyz[0] / 0.9505), y = root(xyz[1]), z = root(xyz[2] / 1.089);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double distance(const QColor& a, const QColor& b, const std::array<Rgb, 3>& eyes) {
  const Rgb p = labOf(a, eyes);
  const Rgb q = labOf(b, eyes);
  return std::hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]);
}

int inkOf(const QPixmap& pixmap) {
  const QImage image = pixmap.toImage();
  int ink = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) ink += qAlpha(image.pixel(x, y)) > 60 ? 1 : 0;
  return ink;
}

}  // namespace

class TestTheme : public QObject {
  Q_OBJECT

  Appearance* m_appearance = nullptr;

 private slots:
  void initTestCase() { m_appearance = new Appearance(*qApp, SchemeChoice::Dark); }
  void init() { m_appearance->setChoice(SchemeChoice::Dark); }

  void textCanBeRead() {
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
      const Theme t = themeOf(scheme);
      for (const QColor& text : {t.text, t.text2, t.text3, t.accent, t.success, t.warning, t.error})
        for (const QColor& ground : {t.window, t.panel, t.raised, t.hover, t.field})
          QVERIFY2(contrast(text, ground) >= 4.4, qPrintable(text.name() + " on " + ground.name()));
      for (const QColor& edge : {t.outline, t.axial, t.coronal, t.sagittal, t.implant})
        QVERIFY2(contrast(edge, t.panel) >= 3, qPrintable(edge.name()));
      QVERIFY(contrast(t.onAccent, t.accentFill) >= 4.5);
      QVERIFY(contrast(t.text, t.accentSoft) >= 4.5);
      QVERIFY(contrast(t.success, t.successSoft) >= 4.5);
      QVERIFY(contrast(t.warning, t.warningSoft) >= 4.5);
      QVERIFY(contrast(t.error, t.errorSoft) >= 4.5);
    }
  }

  void colourBlindEyesTellStatesApart() {
    constexpr double kTellApart = 12;  // CIE76; 2.3 is just noticeable
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
      const Theme t = themeOf(scheme);
      const std::vector<std::vector<QColor>> groups = {{t.success, t.warning, t.error},
                                                       {t.axial, t.coronal, t.sagittal},
                                                       {QColor(picture::kImplant), QColor(picture::kBone)},
                                                       {t.accent, t.implant}};
      for (const auto& group : groups)
        for (std::size_t i = 0; i < group.size(); ++i)
          for (std::size_t j = 0; j < i; ++j)
            for (const auto& eyes : kEyes)
              QVERIFY2(distance(group[i], group[j], eyes) >= kTellApart,
                       qPrintable(QString("%1 and %2: %3")
                                      .arg(group[i].name(), group[j].name())
                                      .arg(distance(group[i], group[j], eyes))));
    }
  }

  void theStyleSheetHasNoGaps() {
    QStringList unknown;
    QCOMPARE(filledTokens("a@panel;@text2,@nothing", themeOf(Scheme::Dark), &unknown),
             QString("a#1b1f25;#b3bcc8,@nothing"));
    QCOMPARE(unknown, QStringList{"nothing"});
    for (const Scheme scheme : {Scheme::Dark, Scheme::Light}) {
      const QString sheet = styleSheetOf(themeOf(scheme));
      QVERIFY(sheet.size() > 1000);
      QVERIFY(!sheet.contains('@'));
    }
    QFile file(":/style/hipwright.qss");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(
        !QString::fromUtf8(file.readAll()).contains(QRegularExpression("#[0-9a-fA-F]{6}\\b")));  // colours are tokens
  }

  void everyIconIsDrawnInOneColour() {
    QSet<QString> files;
    for (const IconName name : allIcons()) {
      QFile file(":/icons/" + iconFile(name) + ".svg");
      QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(file.fileName()));
      const QString svg = QString::fromUtf8(file.readAll());
      QVERIFY2(svg.contains("viewBox=\"0 0 20 20\"") && svg.contains("currentColor"), qPrintable(file.fileName()));
      QVERIFY2(!svg.contains('#') && !svg.contains("rgb"), qPrintable(file.fileName()));
      for (const int side : {16, 20, 24, 32}) {
        const int ink = inkOf(iconOf(name).pixmap(side));
        QVERIFY2(ink > side / 4 && ink < side * side * 3 / 4,
                 qPrintable(QString("%1 at %2").arg(iconFile(name)).arg(side)));
      }
      files << iconFile(name) + ".svg";
    }
    const QStringList resource = QDir(":/icons").entryList();
    QCOMPARE(QSet<QString>(resource.begin(), resource.end()), files);
  }

  void iconsFollowThemeAndState() {
    const QIcon icon = iconOf(IconName::Stop);
    const auto middle = [&](QIcon::Mode mode, QIcon::State state) {
      return icon.pixmap(20, mode, state).toImage().pixelColor(10, 10);
    };
    const Theme dark = themeOf(Scheme::Dark);
    QCOMPARE(middle(QIcon::Normal, QIcon::Off), dark.text);
    QCOMPARE(middle(QIcon::Disabled, QIcon::Off), dark.disabled);
    QCOMPARE(middle(QIcon::Normal, QIcon::On), dark.accent);
    m_appearance->setChoice(SchemeChoice::Light);
    QCOMPARE(middle(QIcon::Normal, QIcon::Off), themeOf(Scheme::Light).text);
    const QImage wide = icon.pixmap(QSize(24, 20)).toImage();  // the icon, then four pixels of nothing
    QCOMPARE(wide.pixelColor(10, 10), themeOf(Scheme::Light).text);
    QCOMPARE(wide.pixelColor(22, 10).alpha(), 0);
  }

  void theSwitchChangesEverythingAtOnce() {
    QPushButton button("x");
    SchemeAction action(*m_appearance, nullptr);
    QSignalSpy themes(m_appearance, &Appearance::themeChanged);
    QSignalSpy choices(m_appearance, &Appearance::choiceChanged);
    action.trigger();
    QCOMPARE(m_appearance->choice(), SchemeChoice::Light);
    QCOMPARE(themes.count(), 1);
    QCOMPARE(choices.count(), 1);
    QCOMPARE(themeOf(QApplication::palette()).scheme, Scheme::Light);
    QCOMPARE(themeOf(button.palette()).scheme, Scheme::Light);
    QVERIFY(qApp->styleSheet().contains("#171c23"));
    action.trigger();
    QCOMPARE(m_appearance->choice(), SchemeChoice::Dark);
    m_appearance->setChoice(SchemeChoice::Dark);  // nothing new
    QCOMPARE(choices.count(), 2);
  }

  void theMenuShowsTheChoice() {
    QWidget parent;
    QMenu* menu = makeSchemeMenu(*m_appearance, &parent);
    QCOMPARE(menu->actions().size(), 3);
    QVERIFY(menu->actions()[1]->isChecked());
    menu->actions()[2]->trigger();
    QCOMPARE(m_appearance->choice(), SchemeChoice::Light);
    m_appearance->setChoice(SchemeChoice::System);
    QVERIFY(menu->actions()[0]->isChecked());
    for (const SchemeChoice choice : {SchemeChoice::System, SchemeChoice::Dark, SchemeChoice::Light})
      QCOMPARE(schemeChoiceFromText(toText(choice)), choice);
    QCOMPARE(schemeChoiceFromText("purple"), SchemeChoice::System);
  }

  void aChangeOfTheSystemIsFollowed() {
    m_appearance->setChoice(SchemeChoice::System);
    const Scheme system = m_appearance->theme().scheme;
    QEvent change(QEvent::ThemeChange);
    QApplication::sendEvent(qApp, &change);
    QCOMPARE(m_appearance->theme().scheme, system);  // this system has not changed, and our palette is back
    QCOMPARE(themeOf(QApplication::palette()).scheme, system);
    QCOMPARE(QApplication::palette().color(QPalette::Window), themeOf(system).panel);
  }

  void fontsShowChinese() {
    const QFontMetrics metrics(fontOf(TextRole::Body));
    QCOMPARE(QFontInfo(fontOf(TextRole::Body)).pixelSize(), 13);
    if (!metrics.inFontUcs4(0x9AA8)) QSKIP("no installed font has Chinese letters");
    QVERIFY(metrics.horizontalAdvance(QString::fromUtf8("骨")) > 8);
  }

  void theRingFollowsTheKeyboard() {
    QWidget window;
    auto* row = new QHBoxLayout(&window);
    auto* first = new QPushButton("first");
    auto* second = new QPushButton("second");
    auto* field = new QLineEdit;
    auto* number = new QSpinBox;
    for (QWidget* each : {static_cast<QWidget*>(first), static_cast<QWidget*>(second), static_cast<QWidget*>(field),
                          static_cast<QWidget*>(number)})
      row->addWidget(each);
    window.show();
    auto* ring = qApp->findChild<FocusRing*>();
    QVERIFY(ring != nullptr);
    focus(first, Qt::TabFocusReason);
    QCOMPARE(ring->target(), first);
    focus(second, Qt::MouseFocusReason);
    QCOMPARE(ring->target(), nullptr);
    focus(field, Qt::MouseFocusReason);
    QCOMPARE(ring->target(), field);
    focus(number, Qt::TabFocusReason);
    QCOMPARE(ring->target(), number);  // not its editor
    delete number;
    QCOMPARE(ring->target(), nullptr);
    focus(first, Qt::TabFocusReason);
    QCOMPARE(ring->target(), first);
  }

  void controlsAreAsHighAsTheGuideSays() {
    QLineEdit line;
    QSpinBox spin;
    QPushButton button("Cancel");
    for (QWidget* each : {static_cast<QWidget*>(&line), static_cast<QWidget*>(&spin), static_cast<QWidget*>(&button)}) {
      each->ensurePolished();
      QCOMPARE(std::max(each->sizeHint().height(), each->minimumHeight()), size::kControl);
    }
  }
};

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
