// Files that are wrong, given to the program as a user would give them: each is refused at once, with one sentence that
// names the file and one that says what to do, and costs neither memory nor a crash.
#include "engine/core/platform.h"
#include "tests/cli/cli_process.h"
#include "tests/cli/malformed_files.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace hipwright;
using namespace hipwright::test;

namespace {

#ifdef _WIN32
CliResult runLimited(const QStringList& arguments) { return runCli(arguments); }
#else
/// As runCli(), but within two seconds of processor time and 2.5 GB of addresses, most of which the libraries take.
CliResult runLimited(const QStringList& arguments) {
  const QStringList limits = {"-c", "ulimit -t 2; ulimit -v 2500000; exec \"$0\" \"$@\"", HIPWRIGHT_CLI};
  QProcess process;
  process.start("/bin/sh", limits + arguments);
  return collect(process);
}
#endif

}  // namespace

class TestCliMalformed : public QObject {
  Q_OBJECT

  QTemporaryDir m_dir;
  std::vector<MalformedFile> m_files;
  double m_slowest = 0;
  int m_calls = 0;

  QString path(const MalformedFile& file) const { return m_dir.filePath("in/" + QString::fromStdString(file.name)); }

  /// The ways in which a user can give such a file to the program.
  QList<QStringList> calls(const MalformedFile& file, int place) const {
    const QString p = path(file);
    const QStringList infer = {"infer", "--save", m_dir.filePath("runs"), "--ts", "1"};
    const QStringList ct = {"--cond", golden("case_A/ct.nii.gz")};
    switch (file.kind) {
      case MalformedKind::Ct:
        // All go through one reader: every way is tried now and then. A folder is a run to mesh and measure.
        switch (QFileInfo(p).isDir() ? 0 : place % 3) {
          case 0: return {{"inspect", p}, infer + QStringList{"--cond", p, "--model", golden("case_A")}};
          case 1: return {{"inspect", p}, {"mesh", p, "-o", m_dir.filePath("out.stl")}};
          default: return {{"inspect", p}, {"measure", p}};
        }
      case MalformedKind::Checkpoint:
        return {{"inspect", p}, infer + ct + QStringList{"--vae-pre", p, "--vae-metal", p, "--ldm", p}};
      case MalformedKind::Profile:
        return {{"inspect", p}, infer + ct + QStringList{"--model", golden("case_A"), "--profile", p}};
      case MalformedKind::Preset: return {{"inspect", p}};
      case MalformedKind::Run: break;
    }
    return {{"inspect", p}, {"infer", "--from", p, "--save", m_dir.filePath("runs")}};
  }

  void refused(const MalformedFile& file, const QStringList& call) {
    QElapsedTimer clock;
    clock.start();
    const CliResult got = runLimited(call);
    const QString all = call.first() + " " + QString::fromStdString(file.name) + ": " + got.out + got.err;
    m_slowest = std::max(m_slowest, static_cast<double>(clock.elapsed()) / 1000);
    ++m_calls;
    QVERIFY2(got.exitCode == 2, qPrintable(QString::number(got.exitCode) + ": " + all));
    QVERIFY2(got.out.isEmpty(), qPrintable(all));
    // What happened, with what to do indented below it; a list of slices or keys may stand between.
    static const QRegularExpression shape("^hipwright-cli: [A-Z][^\n]+\\.\n  [A-Z][^\n]+\\.\n$");
    // Libraries keep their own complaints to themselves.
    QVERIFY2(call.first() != "inspect" || got.err.startsWith("hipwright-cli: "), qPrintable(all));
    const QString sentences = got.err.mid(std::max<qsizetype>(got.err.indexOf("hipwright-cli: "), 0));
    QVERIFY2(shape.match(sentences).hasMatch(), qPrintable(all));
    QVERIFY2(sentences.contains(QString::fromStdString(file.says)), qPrintable(all));
    static const QRegularExpression foreign(
        "[\\x00-\\x09\\x0b-\\x1f\\x7f]|json\\.exception|std::|what\\(\\)|gdcm|itk::");
    QVERIFY2(!foreign.match(got.err).hasMatch(), qPrintable(all));
  }

 private slots:
  void initTestCase() {
    QDir(m_dir.path()).mkdir("in");
    m_files = makeMalformedFiles(platform::fromUtf8(m_dir.filePath("in").toStdString()));
    QVERIFY(m_files.size() >= 60);
  }

  void eachIsRefusedAtOnce_data() {
    QTest::addColumn<int>("place");
    for (std::size_t i = 0; i < m_files.size(); ++i) QTest::newRow(m_files[i].name.c_str()) << static_cast<int>(i);
  }

  void eachIsRefusedAtOnce() {
    QFETCH(int, place);
    const MalformedFile& file = m_files[static_cast<std::size_t>(place)];
    for (const QStringList& call : calls(file, place)) refused(file, call);
    if (!QTest::currentTestFailed() && qEnvironmentVariableIsSet("HIPWRIGHT_SHOW_SENTENCES"))
      qInfo("%s", qPrintable(runLimited({"inspect", path(file)}).err));
  }

  void nothingWasLeftBehind() {
    QVERIFY(!QFileInfo::exists(m_dir.filePath("out.stl")));
    QVERIFY(QDir(m_dir.filePath("runs")).entryList(QDir::AllEntries | QDir::NoDotAndDotDot).isEmpty());
  }

  void cleanupTestCase() {
    qInfo("%zu files, %d calls, the slowest %.1f s by the clock", m_files.size(), m_calls, m_slowest);
  }
};

QTEST_GUILESS_MAIN(TestCliMalformed)
#include "test_cli_malformed.moc"
