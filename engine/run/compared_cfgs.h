// The guidance values of a comparison, which may change while it runs.
#pragma once

#include "engine/run/comparison.h"

#include <mutex>
#include <optional>
#include <stop_token>
#include <vector>

namespace hipwright {

/// Any thread may call anything at any time: a window adds and removes while a worker takes one value after another.
class ComparedCfgs {
 public:
  /// The values of the request, each run once. The request has been checked. Without a reference, 3 is it, which is the
  /// least that is recommended; where it is not among the values 1, the same without guidance; else the lowest above 0
  /// (0 ignores the CT); else the first.
  explicit ComparedCfgs(const ComparisonRequest& request);

  /// The value the others are measured against: it runs first and stays.
  double reference() const { return m_reference; }

  /// Adds a value at the end. If it is the same run as another, gives that one and changes nothing. A comparison that
  /// has already ended does not see it: compare again, which finds what is finished. Throws Error(BadRequest) if a run
  /// would not take it.
  std::optional<double> add(double cfg);

  /// Takes a value out: it does not run, or is stopped, or goes from the table; what is on disk stays. False for the
  /// reference and for values that are not there.
  bool remove(double cfg);

  std::vector<double> all() const;
  std::vector<MergedValue> merged() const;  ///< numbers that are not the same and yet the same run
  bool holds(double cfg) const;

  /// A value's turn to run; `removed` is stopped if it is taken out meanwhile.
  struct Turn {
    double cfg = 1;
    std::stop_token removed;
  };

  /// For the worker: forgets what has run, so that next() gives every value again.
  void restart();

  /// For the worker: the reference first, then in order; nothing when all have had their turn.
  std::optional<Turn> next();

 private:
  struct Entry {
    double cfg = 1;
    bool taken = false;
    std::stop_source removed;
  };
  std::vector<Entry>::iterator find(double cfg);
  std::vector<Entry>::const_iterator find(double cfg) const;
  double usualReference() const;

  mutable std::mutex m_mutex;
  std::vector<Entry> m_entries;
  std::vector<MergedValue> m_merged;
  double m_reference = 1;
};

}  // namespace hipwright
