#include "tests/rules/layer_rules.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <algorithm>

namespace hipwright::rules {
namespace {

struct Library {
  const char* name;
  QRegularExpression headers;  ///< what stands between < and >
};

struct Layer {
  const char* folder;     ///< the longest matching row counts
  QStringList layers;     ///< folders it may include, besides itself
  QStringList inHeaders;  ///< libraries its headers may include, besides std
  QStringList inSources;  ///< libraries its sources may include, besides std and those of its headers
};

const QVector<Library>& libraries() {
  const auto re = [](const char* pattern) { return QRegularExpression(pattern); };
  static const QVector<Library> table = {
      {"std",
       re("^(c(assert|ctype|errno|fenv|float|inttypes|limits|locale|math|setjmp|signal|stdarg|stddef|stdint|stdio|"
          "stdlib|string|time|uchar|wchar|wctype)|[a-bd-z][a-z_]*|charconv|chrono|codecvt|compare|complex|concepts|"
          "condition_variable|coroutine|any|new)$")},
      {"torch", re("^((torch|ATen|c10|caffe2)/|cuda_runtime_api\\.h)")},
      {"itk", re("^(itk|vnl/)")},
      {"gdcm", re("^gdcm")},
      {"openjpeg", re("^openjpeg\\.h$")},
      {"charls", re("^charls/")},
      {"vtk", re("^vtk")},
      {"zlib", re("^zlib\\.h$")},
      {"json", re("^nlohmann/")},
      {"cli11", re("^CLI/")},
      {"qcustomplot", re("^qcustomplot\\.h$")},
      {"qt", re("^Q[A-Z]|^Qt[A-Z]\\w*(/|$)")},
      {"cgal", re("^CGAL/")},
      {"system",
       re("^(unistd|fcntl|sched|pthread|windows|psapi|malloc|bcrypt|io|intrin|cpuid|signal|dlfcn)\\.h$|^sys/")},
      {"simd", re("^immintrin\\.h$")},
  };
  return table;
}

const QStringList kEngine = {"engine/core",     "engine/io",    "engine/weights", "engine/prepare", "engine/diffusion",
                             "engine/surface",  "engine/print", "engine/measure", "engine/verify",  "engine/phantom",
                             "engine/evaluate", "engine/torch", "engine/run",     "engine/hips",    "engine/plan"};

// What the window may look at: values, files and the door to a run; never the networks.
const QStringList kShown = {"engine/core",  "engine/io",      "engine/prepare",   "engine/surface",
                            "engine/print", "engine/measure", "engine/diffusion", "engine/phantom",
                            "engine/run",   "engine/hips",    "engine/plan"};

// The table of the architecture. tests/ may look at everything, but at torch only where torch itself is tested.
const QVector<Layer>& layers() {
  static const QVector<Layer> table = {
      {"engine/core", {}, {}, {}},
      {"engine/core/platform_", {"engine/core"}, {}, {"system"}},
      {"engine/io", {"engine/core"}, {}, {"charls", "gdcm", "openjpeg", "vtk", "zlib"}},
      {"engine/weights", {"engine/core"}, {}, {"json"}},
      {"engine/prepare", {"engine/core"}, {}, {"itk"}},
      {"engine/diffusion", {"engine/core"}, {}, {}},
      {"engine/surface", {"engine/core"}, {}, {}},
      {"engine/print", {"engine/core", "engine/surface"}, {}, {"vtk", "cgal", "json"}},
      {"engine/measure", {"engine/core"}, {}, {}},
      {"engine/phantom", {"engine/core"}, {}, {}},
      {"engine/hips", {"engine/core", "engine/phantom", "engine/prepare"}, {}, {}},
      {"engine/plan", {"engine/core", "engine/hips", "engine/prepare"}, {}, {}},
      {"engine/evaluate",
       {"engine/core", "engine/diffusion", "engine/measure", "engine/phantom", "engine/prepare"},
       {},
       {}},
      {"engine/verify",
       {"engine/core", "engine/diffusion", "engine/prepare", "engine/surface", "engine/weights"},
       {},
       {"json"}},
      {"engine/torch", {"engine/core", "engine/diffusion", "engine/weights"}, {"torch"}, {"torch", "simd"}},
      {"engine/torch/train",
       {"engine/core", "engine/diffusion", "engine/weights", "engine/torch", "engine/phantom", "engine/prepare"},
       {"torch"},
       {"torch"}},
      {"engine/run",
       {"engine/core", "engine/io", "engine/weights", "engine/prepare", "engine/diffusion", "engine/surface",
        "engine/print", "engine/measure", "engine/hips", "engine/plan"},
       {},
       {"json"}},
      {"app/cli", kEngine, {}, {"cli11", "json"}},
      {"ui", kShown + QStringList{"ui"}, {"qt"}, {"qt"}},
      {"ui/theme", {"engine/core"}, {"qt"}, {"qt"}},
      {"ui/slices", kShown + QStringList{"ui/theme"}, {"qt"}, {"qt"}},
      {"ui/viewport", kShown + QStringList{"ui/theme", "ui/slices"}, {"qt"}, {"qt", "vtk"}},
      {"ui/charts", kShown + QStringList{"ui/theme"}, {"qt"}, {"qt", "qcustomplot"}},
      {"ui/presets", kShown + QStringList{"ui/text", "ui/theme"}, {"qt"}, {"qt", "json"}},
      {"ui/run", kShown, {"qt"}, {"qt"}},
      {"ui/export",
       kShown + QStringList{"ui/controls", "ui/run", "ui/session", "ui/text", "ui/theme", "ui/viewport"},
       {"qt"},
       {"qt"}},
      {"ui/compare",
       kShown + QStringList{"ui/theme", "ui/slices", "ui/viewport", "ui/charts", "ui/run", "ui/session", "ui/filmstrip",
                            "ui/controls", "ui/parameters", "ui/runs", "ui/text"},
       {"qt"},
       {"qt"}},
      {"app/gui", kEngine + QStringList{"ui"}, {"qt"}, {"qt"}},
      {"tests",
       kEngine + QStringList{"tests", "app", "ui"},
       {"qt", "json", "zlib"},
       {"qt", "json", "zlib", "vtk", "gdcm"}},
      {"tests/unit/torch", kEngine + QStringList{"tests"}, {"qt", "torch"}, {"qt", "torch", "json", "zlib"}},
      {"tests/bench", kEngine + QStringList{"tests"}, {"qt"}, {"qt", "torch", "vtk"}},
  };
  return table;
}

bool isInside(const QString& path, const QString& folder) {
  return path.startsWith(folder + '/') || (folder.endsWith('_') && path.startsWith(folder));
}

const Layer* layerOf(const QString& path) {
  const Layer* best = nullptr;
  for (const Layer& layer : layers())
    if (isInside(path, layer.folder) && (best == nullptr || qstrlen(layer.folder) > qstrlen(best->folder)))
      best = &layer;
  return best;
}

bool mayIncludeFolder(const Layer& layer, const QString& target) {
  return isInside(target, layer.folder) || std::any_of(layer.layers.begin(), layer.layers.end(),
                                                       [&](const QString& folder) { return isInside(target, folder); });
}

QString libraryOf(const QString& header) {
  for (const Library& library : libraries())
    if (library.headers.match(header).hasMatch()) return library.name;
  return {};
}

QString complaintAboutLibrary(const SourceFile& file, const Layer& layer, const QString& header) {
  const QString library = libraryOf(header);
  if (library.isEmpty()) return "<" + header + "> belongs to no library in the table of tests/rules/layer_rules.cpp";
  if (library == "std") return {};
  if (layer.inHeaders.contains(library) || (file.isSource() && layer.inSources.contains(library))) return {};
  return QString("%1 of %2 may not include %3").arg(file.isHeader() ? "a header" : "a source", layer.folder, library);
}

QString complaintAboutOurs(const Layer& layer, const QString& target) {
  if (!target.contains('/')) return "include by the full path from the root";
  if (!mayIncludeFolder(layer, target))
    return QString("%1 may not know %2").arg(layer.folder, target.section('/', 0, 1));
  return {};
}

struct Include {
  int line = 0;
  bool ours = false;  ///< in quotes
  QString target;
};

QVector<Include> includesOf(const SourceFile& file) {
  static const QRegularExpression include("^\\s*#\\s*include\\s*([<\"])([^>\"]+)[>\"]");
  QVector<Include> found;
  for (int i = 0; i < file.lines.size(); ++i) {
    const auto match = include.match(file.lines[i]);
    const bool generated = match.captured(2).endsWith(".moc");
    if (match.hasMatch() && !generated && !file.code[i].trimmed().isEmpty())
      found << Include{i + 1, match.captured(1) == "\"", match.captured(2)};
  }
  return found;
}

/// Headers that show torch to whoever includes them, directly or through others of ours.
QSet<QString> headersThatShowTorch(const QVector<SourceFile>& tree) {
  QSet<QString> showing;
  for (qsizetype before = -1; before != showing.size();) {
    before = showing.size();
    for (const SourceFile& file : tree) {
      if (!file.isHeader()) continue;
      for (const Include& include : includesOf(file))
        if (include.ours ? showing.contains(include.target) : libraryOf(include.target) == "torch")
          showing << file.path;
    }
  }
  return showing;
}

}  // namespace

Findings includeFindings(const SourceFile& file) {
  Findings findings;
  const Layer* layer = layerOf(file.path);
  if (!file.isCode()) return findings;
  if (layer == nullptr) return {{file.path, 0, "layer", "this folder is not in the table of layers"}};
  for (const Include& include : includesOf(file)) {
    const QString complaint =
        include.ours ? complaintAboutOurs(*layer, include.target) : complaintAboutLibrary(file, *layer, include.target);
    if (!complaint.isEmpty()) findings << Finding{file.path, include.line, "include", complaint};
  }
  return findings;
}

Findings shownTorchFindings(const QVector<SourceFile>& tree) {
  Findings findings;
  const QSet<QString> showing = headersThatShowTorch(tree);
  for (const SourceFile& file : tree) {
    const Layer* layer = layerOf(file.path);
    if (!file.isCode() || layer == nullptr || layer->inSources.contains("torch")) continue;
    for (const Include& include : includesOf(file))
      if (include.ours && showing.contains(include.target))
        findings << Finding{file.path, include.line, "torch",
                            include.target + " shows torch; that stays in engine/torch"};
  }
  return findings;
}

Findings linkFindings(const SourceFile& file) {
  static const QRegularExpression link("hipwright::(\\w+)");
  Findings findings;
  const Layer* layer = layerOf(file.path);
  if (layer == nullptr || file.fileName() != "CMakeLists.txt") return findings;
  for (int i = 0; i < file.lines.size(); ++i)
    for (auto it = link.globalMatch(file.lines[i].section('#', 0, 0)); it.hasNext();) {
      const QString name = it.next().captured(1);
      const QString part = name.startsWith("ui_") ? "ui/" + name.mid(3) : "ui";
      const QString engine = name == "train" ? "engine/torch/train" : "engine/" + name;
      const QString folder = (name.startsWith("ui") ? part : engine) + "/";
      if (!mayIncludeFolder(*layer, folder))
        findings << Finding{file.path, i + 1, "link", QString("%1 may not link %2").arg(layer->folder, name)};
    }
  return findings;
}

Findings orphanFindings(const QVector<SourceFile>& tree) {
  QHash<QString, QString> lists;  // folder -> text of its CMakeLists.txt
  for (const SourceFile& file : tree)
    if (file.fileName() == "CMakeLists.txt") lists[file.folder()] = QString::fromUtf8(file.bytes);
  Findings findings;
  for (const SourceFile& file : tree) {
    if (!file.isSource()) continue;
    bool listed = false;
    for (QString folder = file.folder(); !listed && !folder.isEmpty(); folder = folder.section('/', 0, -2)) {
      const QString relative = QRegularExpression::escape(file.path.mid(folder.size() + 1));
      listed = QRegularExpression("(^|[\\s(/])" + relative + "($|[\\s)])", QRegularExpression::MultilineOption)
                   .match(lists.value(folder))
                   .hasMatch();
    }
    if (!listed) findings << Finding{file.path, 0, "orphan", "name it in the CMakeLists.txt of its folder"};
  }
  return findings;
}

}  // namespace hipwright::rules
