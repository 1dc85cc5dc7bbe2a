// What a reader noticed about a CT or adapted: a code, named values and one sentence, never an identifier of a patient.
#pragma once

#include "engine/core/case_note_list.h"
#include "engine/core/sentence.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace hipwright {

/// Adapted: read exactly or with the error that is named. Doubtful: a person should look at it.
enum class NoteLevel { Adapted, Doubtful };

enum class NoteCode {
#define HIPWRIGHT_CASE_NOTE_ENUM(name, level, text) name,
  HIPWRIGHT_CASE_NOTE_LIST(HIPWRIGHT_CASE_NOTE_ENUM)
#undef HIPWRIGHT_CASE_NOTE_ENUM
};

struct CaseNote {
  NoteCode code{};
  std::map<std::string, std::string> values;  ///< those the sentence names

  NoteLevel level() const;
  Sentence sentence() const;
  std::string text() const { return sentence().text(); }  ///< in English
  bool operator==(const CaseNote&) const = default;
};

using CaseNotes = std::vector<CaseNote>;

/// The enumerator's name, for JSON.
std::string_view noteName(NoteCode code);

/// The sentence with {name} where a value goes, for translations.
std::string_view noteTemplate(NoteCode code);

/// Every code, in the order of the list: for tests and translations.
const std::vector<NoteCode>& allNoteCodes();

}  // namespace hipwright
