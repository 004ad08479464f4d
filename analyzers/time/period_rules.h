// The rules of periods: each reads one family of forms at a token and refuses by returning nothing.
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

#include "analyzers/time/period_words.h"
#include "analyzers/time/periods.h"

namespace timso {

using PeriodRuleResult = std::optional<PeriodMention>;

struct PeriodRule {
  std::string_view name;
  PeriodRuleResult (*read)(const PeriodWords& words, std::size_t at);
};

// Stretches of the calendar that stand alone or at either end of a span: days, months, quarters, halves, school years,
// years.
std::span<const PeriodRule> CalendarRules();
// "từ … đến …", "tính đến …", "từ đầu năm đến nay", "since 2019".
std::span<const PeriodRule> SpanRules();
// "năm nay", "9 tháng qua", "trong quý", "hiện nay", "nhiệm kỳ qua".
std::span<const PeriodRule> RelativeRules();

// The longest reading of any of the rules at the token; the first of several.
PeriodRuleResult LongestReading(std::span<const PeriodRule> rules, const PeriodWords& words, std::size_t at);

// A mention of tokens [begin, end).
PeriodMention NewMention(std::size_t begin, std::size_t end, const Period& period);

// Calendar rules that others build on.
PeriodRuleResult ReadYears(const PeriodWords& words, std::size_t at);
PeriodRuleResult ReadSchoolYear(const PeriodWords& words, std::size_t at);

}  // namespace timso
