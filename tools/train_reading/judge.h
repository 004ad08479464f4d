// Whether a fact says what its annotation says, field by field.
#pragma once
#include <string>

#include "analyzers/facts/fact.h"
#include "tools/train_reading/annotations.h"

namespace timso::training {

// Empty: nothing is said, though the sentence tells. Of two, the worse is the larger.
enum class Verdict : unsigned char { kRight, kEmpty, kWrong };

struct Verdicts {
  Verdict kind = Verdict::kRight;  // with sign and relation; a number that states no fact is wrong
  Verdict measure = Verdict::kRight;
  Verdict words = Verdict::kRight;
  Verdict subject = Verdict::kRight;
  Verdict period = Verdict::kRight;

  Verdict Worst() const;
};

Verdicts Judge(const Fact& fact, const Annotation& annotation);

// The same where a reader was shown the very fact, or one that says the same in a field: their word decides.
Verdicts Judge(const Fact& fact, const Annotation& annotation, const ShownFact& shown);

// Which part of the words is among the annotation's, 0–1; words that only join don't count. 1 when nothing is left.
double Precision(const std::string& words, const Annotation& annotation);

// Of an open measure's words alone.
Verdict JudgeWords(const std::string& words, const Annotation& annotation);

}  // namespace timso::training
