#include "ui/theme/icons.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <algorithm>
#include <array>

// Q_INIT_RESOURCE must stand outside of namespaces; a static library's resources load only when they are named.
static void loadIconResources() { Q_INIT_RESOURCE(icons); }

namespace hipwright {
namespace {

constexpr std::array kFiles = {
#define HIPWRIGHT_ICON_FILE(name, file) file,
    HIPWRIGHT_ICON_LIST(HIPWRIGHT_ICON_FILE)
#undef HIPWRIGHT_ICON_FILE
};

QColor tintColour(Tint tint, const Theme& theme) {
  switch (tint) {
    case Tint::Secondary: return theme.text2;
    case Tint::Hint: return theme.text3;
    case Tint::Accent: return theme.accent;
    case Tint::OnAccent: return theme.onAccent;
    case Tint::Success: return theme.success;
    case Tint::Warning: return theme.warning;
    case Tint::Error: return theme.error;
    case Tint::Text: break;
  }
  return theme.text;
}

/// Draws the SVG in the colour that fits the moment.
class TintedIcon : public QIconEngine {
 public:
  TintedIcon(QString file, Tint tint) : m_file(std::move(file)), m_tint(tint) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override {
    const qreal ratio = painter->device() != nullptr ? painter->device()->devicePixelRatioF() : 1.0;
    painter->drawPixmap(rect, scaledPixmap(rect.size() * ratio, mode, state, ratio));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
    return scaledPixmap(size, mode, state, 1);
  }

  /// `size` in device pixels.
  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state, qreal scale) override {
    const QColor colour = colourFor(mode, state);
    const QString key = QString("hipwright-icon/%1/%2/%3x%4@%5")
                            .arg(m_file, colour.name())
                            .arg(size.width())
                            .arg(size.height())
                            .arg(scale);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
      pixmap = rendered(size, colour);
      pixmap.setDevicePixelRatio(scale);
      QPixmapCache::insert(key, pixmap);
    }
    return pixmap;
  }

  QIconEngine* clone() const override { return new TintedIcon(*this); }
  QString key() const override { return "hipwright-tinted"; }
  bool isNull() override { return false; }

 private:
  QColor colourFor(QIcon::Mode mode, QIcon::State state) const {
    const Theme theme = themeOf(QGuiApplication::palette());
    if (mode == QIcon::Disabled) return theme.disabled;
    if (state == QIcon::On && m_tint == Tint::Text) return theme.accent;
    return tintColour(m_tint, theme);
  }

  QPixmap rendered(const QSize& size, const QColor& colour) const {
    QFile file(":/icons/" + m_file + ".svg");
    QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    QSvgRenderer renderer(svg.replace("currentColor", colour.name().toUtf8()));
    QPixmap pixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const qreal side = std::min(size.width(), size.height());
    renderer.render(&painter, QRectF(0, (size.height() - side) / 2, side, side));
    return pixmap;
  }

  QString m_file;
  Tint m_tint;
};

}  // namespace

QIcon iconOf(IconName name, Tint tint) {
  loadIconResources();
  return QIcon(new TintedIcon(iconFile(name), tint));
}

const std::vector<IconName>& allIcons() {
  static const std::vector<IconName> names = {
#define HIPWRIGHT_ICON_VALUE(name, file) IconName::name,
      HIPWRIGHT_ICON_LIST(HIPWRIGHT_ICON_VALUE)
#undef HIPWRIGHT_ICON_VALUE
  };
  return names;
}

QString iconFile(IconName name) { return QString::fromLatin1(kFiles[static_cast<std::size_t>(name)]); }

}  // namespace hipwright
