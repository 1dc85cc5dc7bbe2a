// One setting of a request, to be copied and compared.
#pragma once

#include "engine/run/run_request.h"

namespace hipwright {

/// Copies the field from one request to another; true if it differed.
template <class T>
auto memberOf(T RunRequest::*field) {
  return [field](RunRequest& to, const RunRequest& from) {
    const bool differed = !(to.*field == from.*field);
    to.*field = from.*field;
    return differed;
  };
}

}  // namespace hipwright
