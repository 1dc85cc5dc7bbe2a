#include "app/gui/networks.h"

#include "engine/core/error.h"
#include "engine/core/platform.h"
#include "engine/core/version.h"
#include "ui/text/wording.h"

#include <QLibrary>

#include <string_view>

namespace hipwright {
namespace {

[[noreturn]] void refuse(const QLibrary& library, const std::string& reason) {
  throw Error(ErrorCode::FileUnreadable, {{"path", library.fileName().toStdString()}, {"reason", reason}});
}

}  // namespace

const Networks& LateNetworks::get() {
  const std::lock_guard lock(m_guard);
  if (m_networks != nullptr) return *m_networks;
  QLibrary library(fromPath(m_module));
  const auto entry = reinterpret_cast<NetworksEntry>(library.resolve(kNetworksEntry));
  if (entry == nullptr) refuse(library, library.errorString().toStdString());
  const Networks* networks = entry();
  if (networks->version != std::string_view(kVersion)) refuse(library, "it belongs to another version");
  m_networks = networks;
  return *m_networks;
}

}  // namespace hipwright
