// Where an axis ends and where its numbers stand, so that the numbers are round and the last one stands at the end.
#pragma once

namespace hipwright {

struct NiceAxis {
  double top = 1;
  double step = 1;  ///< between two numbers; `top` is a whole multiple of it
};

/// An axis from 0 that holds `largest` with at most `intervals` (1 or more) steps of 1, 2, 2.5 or 5 times a power of
/// ten. 0 to 1 if `largest` is not a positive number.
NiceAxis niceAxis(double largest, int intervals);

/// An axis that need not begin at 0.
struct NiceSpan {
  double bottom = 0;
  double top = 1;
  double step = 1;  ///< both ends are whole multiples of it
};

/// Holds `lowest` to `largest` with at most `intervals` (1 or more) steps as above. 0 to 1 if they are no numbers or
/// out of order; a step around them if they are equal.
NiceSpan niceSpan(double lowest, double largest, int intervals);

/// Numbers after the point that the steps need: 0 for 5, 1 for 2.5, 2 for 0.25. At most 6.
int decimalsOf(double step);

}  // namespace hipwright
