// What the curves of a chart are: a swatch and a name each, the first at the left, the last at the right.
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>
#include <vector>

namespace hipwright {

enum class Swatch { Solid, Dashed, Block };

struct LegendEntry {
  QString text;
  QString shortText;  ///< used when the long ones do not fit
  Swatch swatch = Swatch::Solid;
  QColor colour;
};

class LegendRow : public QWidget {
  Q_OBJECT

 public:
  explicit LegendRow(QWidget* parent = nullptr);

  void setEntries(std::vector<LegendEntry> entries);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent* event) override;

 private:
  int widthOf(QString LegendEntry::*text) const;

  std::vector<LegendEntry> m_entries;
};

}  // namespace hipwright
