// Reads every file of the project and fails on a breach of the architecture or of the style; proves each rule first.
#include "engine/core/error.h"
#include "tests/rules/error_rules.h"
#include "tests/rules/layer_rules.h"
#include "tests/rules/reason_rules.h"
#include "tests/rules/source_file.h"
#include "tests/rules/text_rules.h"
#include "tests/rules/translation_rules.h"

#include <QTest>

using namespace hipwright;
using namespace hipwright::rules;

namespace {

QString print(const Findings& findings) {
  QStringList lines;
  for (const Finding& finding : findings) lines << finding.text();
  return '\n' + lines.join('\n');
}

QString view(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

const QByteArray kGoodHeader = "// A thing.\n#pragma once\n";

}  // namespace

class TestRules : public QObject {
  Q_OBJECT

 private slots:
  void initTestCase();

  void textRuleFires_data();
  void textRuleFires();
  void everyTextRuleIsProven();
  void textRulesLeaveGoodCodeAlone();
  void includeRuleFires_data();
  void includeRuleFires();
  void torchBehindAHeaderIsSeen();
  void linkRuleFires();
  void orphanIsFound();
  void errorRulesFire();
  void translationRuleFires();
  void reasonRuleFires();

  void sourcesKeepTheTextRules();
  void sourcesKeepTheLayers();
  void sourcesAreBuilt();
  void errorsSayWhatToDo();
  void everythingIsTranslated();
  void everyReasonCanBeTranslated();

 private:
  QVector<SourceFile> m_tree;
};

void TestRules::initTestCase() {
  m_tree = readTree(HIPWRIGHT_SOURCE_DIR);
  QVERIFY2(m_tree.size() > 50, "the source tree was not found");
}

void TestRules::textRuleFires_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QByteArray>("bytes");
  const auto header = [](const char* rule, const QByteArray& line) {
    QTest::newRow(rule) << "engine/core/a.h" << QByteArray(kGoodHeader + line + '\n');
  };
  header("tab", "\tint a;");
  header("trailing-blank", "int a; ");
  header("unfinished",
         "// TO"
         "DO: more");
  header("machine-path",
         "// see /ho"
         "me/me/a.txt");
  header("commented-out-code", "// int a = 0;");
  header("using-namespace", "using namespace std;");
  header("nested-event-loop", "inline void f() { QCoreApplication::processEvents(); }");
  header("string-signal", "inline void f() { connect(a, SIGNAL(b())); }");
  header("singleton", "struct A { static A& instance(); };");
  header("empty-name", "class RunManager {};");
  header("guard-macro", "#ifndef A_H");
  header("too-long", QByteArray("int a;\n").repeated(400));
  header("not-utf8", "// caf\xe9");
  QTest::newRow("pragma-once") << "engine/core/a.h" << QByteArray("// A thing.\nint a;\n");
  QTest::newRow("opening") << "engine/core/a.cpp" << QByteArray("#include <vector>\n");
  QTest::newRow("file-name") << "engine/core/CamelCase.h" << kGoodHeader;
  QTest::newRow("empty-file-name") << "engine/core/path_util.h" << kGoodHeader;
  QTest::newRow("last-newline") << "engine/core/a.h" << QByteArray(kGoodHeader + "int a;");
}

void TestRules::textRuleFires() {
  QFETCH(QString, path);
  QFETCH(QByteArray, bytes);
  const Findings findings = textFindings(sourceFile(path, bytes));
  QVERIFY2(findings.size() == 1, qPrintable(print(findings)));
  QCOMPARE(findings.first().rule, QString(QTest::currentDataTag()));
}

void TestRules::everyTextRuleIsProven() {
  // The rows of the test above are read from this file: a rule without a row is a rule nobody has seen fire.
  for (const SourceFile& file : m_tree)
    if (file.path == "tests/rules/test_rules.cpp")
      for (const QString& rule : textRuleNames())
        QVERIFY2(file.bytes.contains("(\"" + rule.toUtf8() + "\""), qPrintable(rule));
}

void TestRules::textRulesLeaveGoodCodeAlone() {
  const QByteArray good =
      "// A thing; \"quoted\".\n#pragma once\n/// Returns the sum; throws nothing.\n"
      "inline const char* f() { return \"using namespace std; SIGNAL(\"; }\n"
      "inline int big() { return 1'000'000; }  // processEvents is not called here\n"
      "struct Options { bool smooth = false; };\ninline bool empty(int a) { return a == 0; }\n"
      "// The loop runs once, if the list (see above) is short;\n";
  const Findings findings = textFindings(sourceFile("engine/core/a.h", good));
  QVERIFY2(findings.isEmpty(), qPrintable(print(findings)));
  QVERIFY(textFindings(sourceFile("engine/core/a.cpp", "#include \"engine/core/a.h\"\n")).isEmpty());
}

void TestRules::includeRuleFires_data() {
  QTest::addColumn<QString>("path");
  QTest::addColumn<QString>("include");
  QTest::addColumn<bool>("allowed");
  const auto row = [](const char* path, const char* include, bool allowed) {
    QTest::addRow("%s: %s", path, include) << path << include << allowed;
  };
  row("engine/core/a.cpp", "<vector>", true);
  row("engine/core/a.cpp", "<cmath>", true);
  row("engine/core/a.cpp", "<unistd.h>", false);
  row("engine/core/platform_posix.cpp", "<unistd.h>", true);
  row("engine/core/platform_posix.cpp", "\"engine/core/error.h\"", true);
  row("engine/core/a.h", "\"engine/run/pipeline.h\"", false);
  row("engine/core/a.h", "\"geometry.h\"", false);
  row("engine/core/a.h", "<unheard_of/thing.h>", false);
  row("engine/io/a.cpp", "<zlib.h>", true);
  row("engine/io/a.h", "<zlib.h>", false);
  row("engine/io/a.cpp", "<vtkPNGWriter.h>", true);
  row("engine/io/a.h", "<vtkPNGWriter.h>", false);
  row("engine/io/a.cpp", "\"engine/weights/checkpoint.h\"", false);
  row("engine/weights/a.cpp", "<nlohmann/json.hpp>", true);
  row("engine/weights/a.h", "<nlohmann/json.hpp>", false);
  row("engine/weights/a.cpp", "<zlib.h>", false);
  row("engine/diffusion/a.cpp", "<torch/torch.h>", false);
  row("engine/diffusion/a.cpp", "<ATen/ATen.h>", false);
  row("engine/diffusion/a.cpp", "<c10/core/Device.h>", false);
  row("engine/torch/a.h", "<ATen/core/Tensor.h>", true);
  row("engine/torch/a.cpp", "\"engine/io/case_file.h\"", false);
  row("engine/run/a.cpp", "\"engine/torch/torch_model.h\"", false);
  row("engine/surface/a.cpp", "<QString>", false);
  row("app/cli/a.cpp", "<CLI/CLI.hpp>", true);
  row("app/cli/a.cpp", "\"engine/torch/torch_model.h\"", true);
  row("app/cli/a.cpp", "<torch/torch.h>", false);
  row("ui/run/a.cpp", "<vtkActor.h>", false);
  row("ui/viewport/a.cpp", "<vtkActor.h>", true);
  row("ui/run/a.cpp", "\"engine/torch/torch_model.h\"", false);
  row("tests/unit/torch/a.cpp", "<torch/torch.h>", true);
  row("tests/unit/run/a.cpp", "<torch/torch.h>", false);
  row("somewhere/a.cpp", "<vector>", false);
}

void TestRules::includeRuleFires() {
  QFETCH(QString, path);
  QFETCH(QString, include);
  QFETCH(bool, allowed);
  const Findings findings = includeFindings(sourceFile(path, "#include " + include.toUtf8() + '\n'));
  QVERIFY2(findings.isEmpty() == allowed, qPrintable(print(findings)));
}

void TestRules::torchBehindAHeaderIsSeen() {
  const QVector<SourceFile> tree = {sourceFile("engine/torch/a.h", "#include <torch/torch.h>\n"),
                                    sourceFile("engine/torch/b.h", "#include \"engine/torch/a.h\"\n"),
                                    sourceFile("engine/torch/c.h", "#include <vector>\n"),
                                    sourceFile("app/cli/bad.cpp", "#include \"engine/torch/b.h\"\n"),
                                    sourceFile("app/cli/good.cpp", "#include \"engine/torch/c.h\"\n")};
  const Findings findings = shownTorchFindings(tree);
  QCOMPARE(findings.size(), 1);
  QCOMPARE(findings.first().path, QString("app/cli/bad.cpp"));
}

void TestRules::linkRuleFires() {
  QCOMPARE(linkFindings(sourceFile("engine/io/CMakeLists.txt", "hipwright_library(io PUBLIC hipwright::run)\n")).size(),
           1);
  QCOMPARE(
      linkFindings(sourceFile("engine/io/CMakeLists.txt", "hipwright_library(io PUBLIC hipwright::core)\n")).size(), 0);
}

void TestRules::orphanIsFound() {
  const auto tree = [](const QByteArray& list) {
    return QVector<SourceFile>{sourceFile("tests/unit/CMakeLists.txt", list),
                               sourceFile("tests/unit/test_a.cpp", "// A.\n")};
  };
  QCOMPARE(orphanFindings(tree("t(SOURCES test_a.cpp)\n")).size(), 0);
  QCOMPARE(orphanFindings(tree("t(SOURCES test_a.cpp.in other_test_a.cpp)\n")).size(), 1);
}

void TestRules::errorRulesFire() {
  QCOMPARE(sentenceFindings("A", "There is no file.", "Check the spelling.").size(), 0);
  QCOMPARE(sentenceFindings("A", "There is no file.", "").size(), 1);
  QCOMPARE(sentenceFindings("A", "failed", "Check the spelling.").size(), 1);
  const auto thrown = [](const QByteArray& code) {
    return missingValueFindings(sourceFile("engine/core/a.cpp", "throw Error(ErrorCode::" + code + ");\n")).size();
  };
  QCOMPARE(thrown("FileUnreadable, {{\"path\", p}, {\"reason\", r}}"), 0);
  QCOMPARE(thrown("FileUnreadable, {{\"path\", p}}"), 1);
  QCOMPARE(thrown("FileUnreadable, values"), 0);
}

void TestRules::translationRuleFires() {
  const auto found = [](const QByteArray& code, const QByteArray& entry) {
    return translationFindings(
               {sourceFile("resources/translations/a_xy.ts", "<source>Save &amp; close</source>\n" + entry + "\n"),
                sourceFile("ui/a/a.cpp", "// A.\n" + code + "\n")})
        .size();
  };
  QCOMPARE(found("f(tr(\"Save \"\n  \"& close\"));", "<translation>x</translation>"), 0);
  QCOMPARE(found("f(tr(\"Save\"));", "<translation>x</translation>"), 1);
  QCOMPARE(found("QT_TRANSLATE_NOOP(\"A\", \"Save\")", "<translation>x</translation>"), 1);
  QCOMPARE(found("f(tr(\"Save & close\"));", "<translation type=\"unfinished\">x</translation>"), 1);
  QCOMPARE(found("f(tr(\"Save & close\"));", "<translation></translation>"), 1);
}

void TestRules::reasonRuleFires() {
  const auto found = [](const QByteArray& code) {
    return reasonFindings({sourceFile("ui/text/reason_list.h",
                                      "// A.\nQT_TRANSLATE_NOOP(\"Reason\", \"it has %1 axes of three\")\n"),
                           sourceFile("engine/io/a.cpp", "// A.\n" + code + "\n")})
        .size();
  };
  QCOMPARE(found("refuse(code, path, \"it has \" + std::to_string(n) + \" axes \"\n  \"of three\");"), 0);
  QCOMPARE(found("refuse(code, path, \"it has \" + std::to_string(n) + \" axes too many\");"), 1);
  QCOMPARE(found("throw Error(code, {{\"path\", \"a b\"}, {\"reason\", \"it is not here\"}});"), 1);
  QCOMPARE(found("throw Error(code, {{\"path\", path}, {\"reason\", reason}});"), 0);
}

void TestRules::sourcesKeepTheTextRules() {
  Findings findings;
  for (const SourceFile& file : m_tree) findings << textFindings(file);
  QVERIFY2(findings.isEmpty(), qPrintable(print(findings)));
}

void TestRules::sourcesKeepTheLayers() {
  Findings findings = shownTorchFindings(m_tree);
  for (const SourceFile& file : m_tree) findings << includeFindings(file) << linkFindings(file);
  QVERIFY2(findings.isEmpty(), qPrintable(print(findings)));
}

void TestRules::sourcesAreBuilt() {
  const Findings findings = orphanFindings(m_tree);
  QVERIFY2(findings.isEmpty(), qPrintable(print(findings)));
}

void TestRules::errorsSayWhatToDo() {
  Findings findings;
  for (const ErrorCode code : allErrorCodes())
    findings << sentenceFindings(view(errorName(code)), view(whatTemplate(code)), view(remedyTemplate(code)));
  for (const SourceFile& file : m_tree) findings << missingValueFindings(file);
  QVERIFY2(findings.isEmpty(), qPrintable(print(findings)));
}

void TestRules::everythingIsTranslated() {
  const Findings findings = translationFindings(m_tree);
  QVERIFY2(findings.isEmpty(), qPrintable(print(findings)));
}

void TestRules::everyReasonCanBeTranslated() {
  const Findings findings = reasonFindings(m_tree);
  QVERIFY2(findings.isEmpty(), qPrintable(print(findings)));
}

QTEST_APPLESS_MAIN(TestRules)
#include "test_rules.moc"
