// A localisation in words: where the faults of a report may lie, told so that a clerk can follow, in both languages.
//
// Behind this door: localize/, through localize.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gongkai/localize.hpp"
#include "gongkai/message.hpp"

namespace gongkai {

/// What the cell may hold instead, in words.
std::string suggestion(const Suspect& suspect, Language language);

/// One suspect in one line: the cell, its value, the value that fits, the kind of slip, what else agrees, and where.
std::string message(const Suspect& suspect, const About& about, Language language);

/// A fault as lines of text: what part of the form it is in, how many cells must change at least, and the answers, of
/// which no more than `most` are told (the rest are counted).
std::vector<std::string> story(const Fault& fault, const About& about, Language language, std::size_t most = 5);

/// The equations that cannot be decided, as lines of text: each with the cells that are blank or unread, no more than
/// `most`; those in which nothing is written are counted. Nothing where all are decided.
std::vector<std::string> open_story(const Dossier& dossier, BlankPolicy blanks, Language language,
                                    std::size_t most = 10);

}  // namespace gongkai

#ifndef GONGKAI_COMPILED
#include "gongkai/inline/why.hpp"
#endif
