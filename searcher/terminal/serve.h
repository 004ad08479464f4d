// Answers one request of the screen.
#pragma once
#include <chrono>
#include <functional>

#include "searcher/terminal/requests.h"

namespace timso::terminal {

// Says whether a newer request has come; waits for one that long.
using Outdated = std::function<bool(std::chrono::milliseconds patience)>;

// Hands on each part as soon as it is known. Between parts `outdated` is asked, and when it says yes the rest is left
// out. Throws IndexError.
void Serve(Searcher& searcher, const Request& request, const Outdated& outdated,
           const std::function<void(Reply)>& hand_on);

// The facts about the same thing as this one, of any time: one subject, measure, kind and unit.
Query CourseOf(const Fact& fact);

}  // namespace timso::terminal
