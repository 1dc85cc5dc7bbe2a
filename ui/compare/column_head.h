// The head of a column: which value it is, how far its run is, the star that picks it, and what can be done with it.
#pragma once

#include "ui/compare/compared_column.h"

#include <QWidget>

class QAction;
class QFrame;
class QLabel;
class QMenu;
class QToolButton;

namespace hipwright {

class ElidedLabel;

class ColumnHead : public QWidget {
  Q_OBJECT

 public:
  explicit ColumnHead(int id, QWidget* parent = nullptr);

  struct Shown {
    bool isReference = false;
    bool isWinner = false;
    QString whyKept;  ///< empty if it can be removed
  };
  void show(const ComparedColumn& column, const Shown& shown);

  int id() const { return m_id; }
  QMenu& menu() { return *m_menu; }
  QToolButton& star() { return *m_star; }

 signals:
  void starred(int id, bool picked);
  void referenceWanted(int id);
  void exportWanted(int id);
  void openWanted(int id);
  void folderWanted(int id);
  void removeWanted(int id);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void makeMenu();
  void arrange();

  int m_id;
  QLabel* m_title;
  ElidedLabel* m_note;   ///< beside the title
  ElidedLabel* m_below;  ///< the same below it, where the mark of the reference stands beside it
  QFrame* m_reference;
  QToolButton* m_star;
  QToolButton* m_more;
  QMenu* m_menu;
  QAction* m_makeReference = nullptr;
  QAction* m_export = nullptr;
  QAction* m_open = nullptr;
  QAction* m_folder = nullptr;
  QAction* m_remove = nullptr;
  QString m_words;  ///< of the note
  bool m_isReference = false;
  bool m_isJoined = false;
  double m_share = -1;  ///< of a run that is going, else negative
};

}  // namespace hipwright
