// How something stands, for the icon beside it.
#pragma once

namespace hipwright {

enum class CheckState { Passed, Note, Warning, Failed };

}  // namespace hipwright
