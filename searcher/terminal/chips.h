// How the question was read, as pieces that can be seen and taken away one by one.
#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "searcher/query/query.h"
#include "searcher/terminal/frame.h"

namespace timso::terminal {

struct Chip {
  std::string text;  // in the field syntax: level:district
  Role role = Role::kWords;
};

// One for each clause of the query, in its order.
std::vector<Chip> ChipsOf(const Query& query);

// The question that is left without the clause: its words cut out of what was typed; when that would be read otherwise
// than as the rest of it, all other clauses in the field syntax. `understand` reads a question.
// REQUIRES: clause < query.clauses.size().
std::string WithoutClause(const Query& query, std::size_t clause,
                          const std::function<Query(const std::string&)>& understand);

// The question with one more condition: `question field:value`, the value quoted when it must be.
std::string WithField(const std::string& question, const std::string& field, const std::string& value);

// Where the chips were drawn: one rectangle each, empty when there was no room.
std::vector<Rect> DrawChips(Frame& frame, const Rect& rect, const std::vector<Chip>& chips,
                            std::size_t selected_or_none);
inline constexpr std::size_t kNoChip = static_cast<std::size_t>(-1);

}  // namespace timso::terminal
