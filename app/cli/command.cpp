#include "app/cli/command.h"

#include "app/cli/terminal_text.h"

#include <cstdio>

namespace hipwright::cli {

int explain(const Error& error) {
  std::fprintf(stderr, "hipwright-cli: %s\n  %s\n", forTerminal(error.what()).c_str(),
               forTerminal(error.remedy()).c_str());
  switch (error.kind()) {
    case ErrorKind::Input: return kBadInput;
    case ErrorKind::Resources: return kOutOfResources;
    case ErrorKind::Bug: break;
  }
  return kBug;
}

}  // namespace hipwright::cli
