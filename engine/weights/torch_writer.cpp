// Writes checkpoints that Python's torch.load reads, with weights_only too.
#include "engine/core/atomic_file.h"
#include "engine/weights/little_endian.h"
#include "engine/weights/stored_tensor.h"
#include "engine/weights/tensor_check.h"
#include "engine/weights/zip_writer.h"

#include <bit>
#include <ostream>

namespace hipwright {
namespace {

/// The root folder of the archive. torch reads any name; a fixed one keeps file names out of the bytes.
const std::string kRoot = "archive/";

/// Appends the operations of pickle protocol 2 that a checkpoint needs.
class PickleProgram {
 public:
  PickleProgram() { m_program += "\x80\x02"; }

  void raw(std::string_view operations) { m_program += operations; }
  void global(std::string_view module, std::string_view name) {
    m_program.append("c").append(module).append("\n").append(name).append("\n");
  }
  void text(std::string_view utf8) {
    m_program += 'X';
    appendLittle(m_program, static_cast<std::uint32_t>(utf8.size()));
    m_program += utf8;
  }
  void integer(std::int64_t value) {
    if (value == static_cast<std::int32_t>(value)) {
      m_program += 'J';
      appendLittle(m_program, static_cast<std::int32_t>(value));
    } else {
      m_program += "\x8a\x08";
      appendLittle(m_program, value);
    }
  }
  void real(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    m_program += 'G';
    for (int shift = 56; shift >= 0; shift -= 8) m_program += static_cast<char>(bits >> shift & 0xFFU);
  }
  void tuple(const std::vector<std::int64_t>& values) {
    m_program += '(';
    for (const std::int64_t value : values) integer(value);
    m_program += 't';
  }

  const std::string& program() const { return m_program; }

 private:
  std::string m_program;
};

/// One entry of data/ for each tensor, in the order in which the pickle names them.
class TorchCheckpointWriter {
 public:
  TorchCheckpointWriter(std::ostream& out, StoredPrecision precision) : m_zip(out), m_precision(precision) {}

  void write(const NamedTensors& weights, const CheckpointExtras& extras) {
    m_pickle.raw("}(");
    m_pickle.text("state_dict");
    m_pickle.global("collections", "OrderedDict");
    m_pickle.raw(")R");
    tensors(weights);
    if (!extras.ema.empty()) {
      m_pickle.text("ema_state");
      m_pickle.raw("}");
      tensors(extras.ema);
    }
    numbers(extras);
    m_pickle.raw("u.");
    m_zip.add(kRoot + "data.pkl", m_pickle.program());
    m_zip.add(kRoot + "byteorder", "little");
    for (std::size_t i = 0; i < m_stored.size(); ++i)
      m_zip.add(kRoot + "data/" + std::to_string(i), storedBytes(*m_stored[i], m_precision));
    m_zip.add(kRoot + "version", "3\n");
    m_zip.finish();
  }

 private:
  void numbers(const CheckpointExtras& extras) {
    const auto real = [&](const std::string& name, std::optional<double> value) {
      if (!value) return;
      m_pickle.text(name);
      m_pickle.real(*value);
    };
    real("scale_factor", extras.scaleFactor);
    real("global_mean", extras.globalMean);
    if (extras.epoch) {
      m_pickle.text("epoch");
      m_pickle.integer(*extras.epoch);
    }
    for (const auto& [name, value] : extras.metrics) real(name, value);
  }

  /// Fills the dictionary on top of the stack.
  void tensors(const NamedTensors& named) {
    m_pickle.raw("(");
    for (const auto& [name, tensor] : named) {
      m_pickle.text(name);
      describe(tensor);
    }
    m_pickle.raw("u");
  }

  /// _rebuild_tensor_v2(storage, offset 0, shape, strides, no gradient, no hooks).
  void describe(const NamedTensor& tensor) {
    m_pickle.global("torch._utils", "_rebuild_tensor_v2");
    m_pickle.raw("((");
    m_pickle.text("storage");
    m_pickle.global("torch", m_precision == StoredPrecision::Float32 ? "FloatStorage" : "HalfStorage");
    m_pickle.text(std::to_string(m_stored.size()));
    m_pickle.text("cpu");
    m_pickle.integer(static_cast<std::int64_t>(tensor.values.size()));
    m_pickle.raw("tQ");
    m_pickle.integer(0);
    m_pickle.tuple(tensor.shape);
    m_pickle.tuple(denseStrides(tensor.shape));
    m_pickle.raw("\x89");
    m_pickle.global("collections", "OrderedDict");
    m_pickle.raw(")RtR");
    m_stored.push_back(&tensor);
  }

  ZipWriter m_zip;
  StoredPrecision m_precision;
  PickleProgram m_pickle;
  std::vector<const NamedTensor*> m_stored;
};

}  // namespace

void writeTorchCheckpoint(const std::filesystem::path& path, const NamedTensors& weights,
                          const CheckpointExtras& extras, StoredPrecision precision) {
  writeStreamAtomically(path, [&](std::ostream& out) { TorchCheckpointWriter(out, precision).write(weights, extras); });
}

}  // namespace hipwright
