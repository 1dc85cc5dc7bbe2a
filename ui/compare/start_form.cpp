#include "ui/compare/start_form.h"

#include "ui/compare/comparison_session.h"
#include "ui/text/wording.h"
#include "ui/theme/parts.h"
#include "ui/theme/type_scale.h"

#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

#include <algorithm>

namespace hipwright {
namespace {

constexpr int kCard = 460;

QStringList wordsOf(const QString& text) {
  static const QRegularExpression between("[\\s,;]+");
  return text.split(between, Qt::SkipEmptyParts);
}

/// What the values come to: those that run, and why the others do not.
struct ReadValues {
  std::vector<double> runs;
  QStringList sentences;
};

ReadValues readingOf(const QStringList& words, const std::vector<double>& values) {
  ReadValues read;
  QStringList first;  // the words of those that run
  for (std::size_t i = 0; i < values.size(); ++i) {
    const auto isSame = [&](double other) { return sameGuidance(values[i], other); };
    const auto same = std::find_if(read.runs.begin(), read.runs.end(), isSame);
    const QString word = words[qsizetype(i)];
    if (same == read.runs.end()) {
      read.runs.push_back(values[i]);
      first << word;
      continue;
    }
    const QString& earlier = first[same - read.runs.begin()];
    read.sentences << (earlier == word ? StartForm::tr("%1 is there more than once.").arg(word)
                                       : StartForm::tr("%1 and %2 are the same run.").arg(earlier, word));
  }
  read.sentences.removeDuplicates();
  return read;
}

/// "3 values: 2, 5, 3", so that a comma that was meant as a decimal sign is seen.
QString told(const ReadValues& read) {
  QStringList numbers;
  for (const double value : read.runs) numbers << QString::number(value, 'g', 10);
  QStringList all = read.sentences;
  all.prepend(StartForm::tr("%n value(s): %1", nullptr, int(read.runs.size())).arg(numbers.join(StartForm::tr(", "))));
  return all.join('\n');
}

}  // namespace

std::optional<std::vector<double>> parseValues(const QString& text) {
  const RequestField& field = requestField(FieldId::Cfg);
  std::vector<double> values;
  for (const QString& word : wordsOf(text)) {
    bool isNumber = false;
    const double value = word.toDouble(&isNumber);
    if (!isNumber || !(value >= field.minimum && value <= field.maximum)) return std::nullopt;
    values.push_back(value);
  }
  return values;
}

StartForm::StartForm(QWidget* parent)
    : QWidget(parent),
      m_values(new QLineEdit("0 1 3 5 7", this)),
      m_problem(makeLabel({}, "secondary", this)),
      m_seed(makeLabel({}, "", this)),
      m_steps(makeLabel({}, "", this)),
      m_time(makeLabel({}, "", this)),
      m_start(new QPushButton(tr("Compare"), this)) {
  setProperty("surface", "window");
  setAttribute(Qt::WA_StyledBackground);
  auto* card = new QFrame(this);
  card->setProperty("surface", "card");
  card->setFixedWidth(kCard);
  auto* column = new QVBoxLayout(card);
  column->setContentsMargins(space::kSection, space::kSection, space::kSection, space::kSection);
  column->setSpacing(space::kRow);
  column->addWidget(makeLabel(tr("Compare guidance values"), "title"));
  QLabel* what = makeLabel(
      tr("Each value runs on this case from the same starting noise, with the settings of the case. The CT is "
         "encoded once."),
      "label");
  what->setWordWrap(true);
  column->addWidget(what);
  m_problem->setWordWrap(true);
  m_values->setMinimumHeight(size::kControl);
  m_values->setAccessibleName(tr("Guidance values"));
  m_values->setToolTip(
      tr("0 ignores the CT, 1 follows it without guidance; 3 to 7 are recommended, above 10 distorts."));
  auto* form = new QGridLayout;
  form->setHorizontalSpacing(space::kPanel);
  form->setVerticalSpacing(space::kUnit);
  form->setColumnStretch(1, 1);
  const auto add = [form](const QString& name, QWidget* value) {
    const int row = form->rowCount();
    if (!name.isEmpty()) form->addWidget(makeLabel(name, "label"), row, 0);
    form->addWidget(value, row, 1);
  };
  add(tr("Values"), m_values);
  add({}, m_problem);
  add(tr("Seed"), m_seed);
  add(tr("Steps"), m_steps);
  add(tr("Time"), m_time);
  column->addLayout(form);
  m_start->setProperty("kind", "primary");
  m_start->setDefault(true);
  column->addWidget(m_start, 0, Qt::AlignLeft);
  auto* page = new QVBoxLayout(this);
  page->addStretch(2);
  auto* middle = new QHBoxLayout;  // a column would ask how high the card is at its own width, where no line wraps
  middle->addStretch(1);
  middle->addWidget(card);
  middle->addStretch(1);
  page->addLayout(middle);
  page->addStretch(3);
  connect(m_values, &QLineEdit::textChanged, this, &StartForm::applyState);
  connect(m_values, &QLineEdit::returnPressed, m_start, &QPushButton::click);
  connect(m_start, &QPushButton::clicked, this, [this] {
    if (const auto values = parseValues(m_values->text()); values && !values->empty()) emit startWanted(*values);
  });
  applyState();
}

void StartForm::setRequest(const RunRequest& request) {
  m_seed->setText(request.seed ? QString::number(*request.seed) : tr("drawn once, the same for all values"));
  m_steps->setText(QString::number(request.ts));
  applyState();
}

void StartForm::setForecast(Forecast forecast) {
  m_forecast = std::move(forecast);
  applyState();
}

void StartForm::setObstacle(const QString& why) {
  m_obstacle = why;
  applyState();
}

void StartForm::applyState() {
  const auto values = parseValues(m_values->text());
  const ReadValues read = values ? readingOf(wordsOf(m_values->text()), *values) : ReadValues();
  QString problem;
  if (!values || values->empty())
    problem = tr("Numbers from %1 to %2 with blanks between.")
                  .arg(requestField(FieldId::Cfg).minimum)
                  .arg(requestField(FieldId::Cfg).maximum);
  else if (static_cast<int>(read.runs.size()) > kMostColumns)
    problem = tr("At most %1 values.").arg(kMostColumns);
  setLook(m_values, "state", problem.isEmpty() ? "" : "error");
  setLook(m_problem, "state", problem.isEmpty() ? "" : "error");
  m_problem->setText(problem.isEmpty() ? told(read) : problem);
  const std::optional<double> seconds = m_forecast && problem.isEmpty() ? m_forecast(read.runs) : std::nullopt;
  m_time->setText(seconds ? tr("About %1").arg(durationText(*seconds)) : QString::fromUtf8("–"));
  m_start->setEnabled(problem.isEmpty() && m_obstacle.isEmpty());
  m_start->setToolTip(plainTip(m_obstacle));
}

}  // namespace hipwright
