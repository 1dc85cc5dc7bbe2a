#include "engine/core/sentence.h"

#include "engine/core/error.h"

namespace hipwright {

std::string Sentence::text() const { return fillTemplate(pattern, values); }

std::string plainText(const std::vector<Sentence>& sentences) {
  std::string all;
  for (const Sentence& sentence : sentences) {
    if (!all.empty()) all += ' ';
    all += sentence.text();
  }
  return all;
}

}  // namespace hipwright
