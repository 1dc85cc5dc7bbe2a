#include "ui/theme/style_sheet.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

static void loadStyleResources() { Q_INIT_RESOURCE(style); }

namespace hipwright {
namespace {

constexpr double kPrimaryShift = 0.08;  // hover lighter, pressed darker
constexpr double kScrollShare = 0.55;   // the bar stands back behind borders

QHash<QString, QColor> tokensOf(const Theme& t) {
  return {{"window", t.window},
          {"panel", t.panel},
          {"raised", t.raised},
          {"hover", t.hover},
          {"field", t.field},
          {"line", t.line},
          {"outline", t.outline},
          {"text", t.text},
          {"text2", t.text2},
          {"text3", t.text3},
          {"disabled", t.disabled},
          {"accent", t.accent},
          {"accentFill", t.accentFill},
          {"accentFillLight", mixed(t.accentFill, Qt::white, kPrimaryShift)},
          {"accentFillDark", mixed(t.accentFill, Qt::black, kPrimaryShift)},
          {"onAccent", t.onAccent},
          {"accentSoft", t.accentSoft},
          {"success", t.success},
          {"successSoft", t.successSoft},
          {"warning", t.warning},
          {"warningSoft", t.warningSoft},
          {"error", t.error},
          {"errorSoft", t.errorSoft},
          {"implant", t.implant},
          {"scroll", mixed(t.panel, t.outline, kScrollShare)}};
}

}  // namespace

QString filledTokens(const QString& text, const Theme& theme, QStringList* unknown) {
  static const QRegularExpression token("@([a-zA-Z][a-zA-Z0-9]*)");
  const QHash<QString, QColor> tokens = tokensOf(theme);
  QString out;
  qsizetype end = 0;
  for (auto it = token.globalMatch(text); it.hasNext();) {
    const auto match = it.next();
    const auto found = tokens.find(match.captured(1));
    if (found == tokens.end() && unknown != nullptr) *unknown << match.captured(1);
    out += text.mid(end, match.capturedStart() - end) + (found == tokens.end() ? match.captured() : found->name());
    end = match.capturedEnd();
  }
  return out + text.mid(end);
}

QString styleSheetOf(const Theme& theme) {
  loadStyleResources();
  QFile file(":/style/hipwright.qss");
  return file.open(QIODevice::ReadOnly) ? filledTokens(QString::fromUtf8(file.readAll()), theme) : QString();
}

}  // namespace hipwright
