// The reasons inside errors in the language of the application. The engine says them in English, with numbers and names
// filled in; here they are recognised and worded again.
#pragma once

#include <QString>

namespace hipwright {

/// As it is if nobody translated it. GUI thread.
QString reasonText(const QString& english);

}  // namespace hipwright
