#include "searcher/query/query.h"

namespace timso {

bool NumberRange::IsEmpty() const {
  if (!low || !high) return false;
  return *low > *high || (*low == *high && !(low_included && high_included));
}

std::string_view NameOf(Answer answer) { return answer == Answer::kFacts ? "facts" : "documents"; }

std::string_view NameOf(Order::Key key) {
  switch (key) {
    case Order::Key::kValue:
      return "value";
    case Order::Key::kDate:
      return "date";
    case Order::Key::kPeriod:
      return "period";
    case Order::Key::kSubject:
      return "subject";
    case Order::Key::kMeasure:
      return "measure";
    case Order::Key::kBestFirst:
      break;
  }
  return "best";
}

}  // namespace timso
