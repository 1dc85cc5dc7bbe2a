#include "engine/core/case_note.h"

#include <array>

namespace hipwright {
namespace {

struct Row {
  NoteCode code;
  NoteLevel level;
  std::string_view name;
  std::string_view text;
};

constexpr std::array kRows = {
#define HIPWRIGHT_CASE_NOTE_ROW(name, level, text) Row{NoteCode::name, NoteLevel::level, #name, text},
    HIPWRIGHT_CASE_NOTE_LIST(HIPWRIGHT_CASE_NOTE_ROW)
#undef HIPWRIGHT_CASE_NOTE_ROW
};

const Row& rowOf(NoteCode code) { return kRows[static_cast<std::size_t>(code)]; }

}  // namespace

NoteLevel CaseNote::level() const { return rowOf(code).level; }
Sentence CaseNote::sentence() const { return {rowOf(code).text, values}; }
std::string_view noteName(NoteCode code) { return rowOf(code).name; }
std::string_view noteTemplate(NoteCode code) { return rowOf(code).text; }

const std::vector<NoteCode>& allNoteCodes() {
  static const std::vector<NoteCode> codes = [] {
    std::vector<NoteCode> all;
    for (const Row& row : kRows) all.push_back(row.code);
    return all;
  }();
  return codes;
}

}  // namespace hipwright
