#include "indexer/readers/html_shape.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace timso {
namespace {

template <std::size_t N>
using Names = std::array<std::string_view, N>;

// Never have children.
constexpr Names<18> kVoid = {"area", "base",  "br",     "col",   "embed", "hr",    "img",      "input",   "link",
                             "meta", "param", "source", "track", "wbr",   "frame", "basefont", "bgsound", "!doctype"};
// Closed by the next of their kind, so that a page may leave out all end tags.
constexpr Names<13> kSelfClosing = {"p",  "li", "dt",    "dd",    "tr",     "td",      "th",
                                    "rt", "rp", "tbody", "thead", "option", "optgroup"};
// Their end tags reach no further than the block around them.
constexpr Names<22> kInline = {"a",      "b",  "big", "code", "em",   "font", "i",     "nobr", "s",   "small", "strike",
                               "strong", "tt", "u",   "span", "abbr", "cite", "label", "sub",  "sup", "q",     "mark"};
// No end tag but their own and a table's reaches past them.
constexpr Names<10> kScopes = {"table",   "td",     "th",       "caption", "object",
                               "marquee", "applet", "template", "svg",     "math"};

template <std::size_t N>
bool IsOneOf(std::string_view name, const Names<N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

class ShapeCounter {
 public:
  void Start(std::string name) {
    if (IsOneOf(std::string_view(name), kVoid)) return;
    // Two paragraphs beside each other, not in each other.
    shape_.nodes += 1 + lasting_;
    if (!open_.empty() && open_.back() == name && IsOneOf(std::string_view(name), kSelfClosing)) return;
    open_.push_back(std::move(name));
    shape_.depth = std::max(shape_.depth, open_.size());
  }

  // Closes what a browser certainly closes: an end tag that fits nothing open is passed over.
  void End(std::string_view name) {
    const bool inner = IsOneOf(name, kInline);
    const bool table = IsOneOf(name, kScopes) || name == "tr" || name == "tbody" || name == "thead";
    for (std::size_t i = open_.size(), steps = 0; i > 0 && steps < kReach; --i, ++steps) {
      if (open_[i - 1] == name) return CloseTo(i - 1);
      const bool barrier = IsOneOf(std::string_view(open_[i - 1]), kScopes) && !table;
      if (barrier || (inner && !IsOneOf(std::string_view(open_[i - 1]), kInline))) break;
    }
    if (inner && lasting_ > 0) --lasting_;
  }

  const HtmlShape& shape() const { return shape_; }

 private:
  // Inline elements that end with the block around them go on in the next one.
  void CloseTo(std::size_t size) {
    for (std::size_t i = size + 1; i < open_.size(); ++i) {
      if (IsOneOf(std::string_view(open_[i]), kInline)) ++lasting_;
    }
    open_.resize(size);
  }

  static constexpr std::size_t kReach = 200;  // bounds the work; what lies deeper stays open

  std::vector<std::string> open_;
  std::size_t lasting_ = 0;
  HtmlShape shape_;
};

bool IsLetter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

// The tag's name in small letters; a longer one than any that is known keeps its beginning.
std::string NameAt(std::string_view html) {
  constexpr std::size_t kLongest = 12;
  std::string name;
  for (const char c : html.substr(0, kLongest)) {
    if (!IsLetter(c) && (c < '0' || c > '9') && c != '!') break;
    name += static_cast<char>(c >= 'A' && c <= 'Z' ? c | 32 : c);
  }
  return name;
}

}  // namespace

HtmlShape ShapeOfHtml(std::string_view html) {
  ShapeCounter counter;
  for (std::size_t at = html.find('<'); at != std::string_view::npos && at + 1 < html.size();
       at = html.find('<', at + 1)) {
    const std::string_view rest = html.substr(at + 1);
    if (rest.front() == '/') {
      counter.End(NameAt(rest.substr(1)));
    } else if (IsLetter(rest.front())) {
      counter.Start(NameAt(rest));
    }
  }
  return counter.shape();
}

}  // namespace timso
