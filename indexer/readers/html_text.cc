#include "indexer/readers/html_text.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>

#include "indexer/readers/html_meta.h"
#include "indexer/readers/html_shape.h"

namespace timso {
namespace {

constexpr std::size_t kDeepest = 2000;  // nested elements; gumbo frees its tree by recursion
constexpr std::size_t kMostNodes = 3'000'000;
constexpr std::size_t kLinkWords = 25;  // a line of links alone with fewer words is navigation
constexpr double kLinkShare = 0.8;
constexpr double kMainShare = 0.3;  // an <article> with so much of the page's text is what the page is about

template <std::size_t N>
bool IsOneOf(GumboTag tag, const std::array<GumboTag, N>& tags) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

constexpr std::array kHidden = {GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT, GUMBO_TAG_TEMPLATE, GUMBO_TAG_SVG,
                                GUMBO_TAG_IFRAME, GUMBO_TAG_NAV,      GUMBO_TAG_FOOTER,   GUMBO_TAG_ASIDE,
                                GUMBO_TAG_FORM,   GUMBO_TAG_SELECT,   GUMBO_TAG_BUTTON,   GUMBO_TAG_TEXTAREA,
                                GUMBO_TAG_OBJECT, GUMBO_TAG_VIDEO,    GUMBO_TAG_AUDIO,    GUMBO_TAG_CANVAS};
constexpr std::array kInline = {GUMBO_TAG_A,    GUMBO_TAG_ABBR,  GUMBO_TAG_B,    GUMBO_TAG_BDI,    GUMBO_TAG_BDO,
                                GUMBO_TAG_BIG,  GUMBO_TAG_CITE,  GUMBO_TAG_CODE, GUMBO_TAG_DATA,   GUMBO_TAG_DEL,
                                GUMBO_TAG_DFN,  GUMBO_TAG_EM,    GUMBO_TAG_FONT, GUMBO_TAG_I,      GUMBO_TAG_IMG,
                                GUMBO_TAG_INS,  GUMBO_TAG_KBD,   GUMBO_TAG_MARK, GUMBO_TAG_Q,      GUMBO_TAG_S,
                                GUMBO_TAG_SAMP, GUMBO_TAG_SMALL, GUMBO_TAG_SPAN, GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG,
                                GUMBO_TAG_SUB,  GUMBO_TAG_SUP,   GUMBO_TAG_TIME, GUMBO_TAG_TT,     GUMBO_TAG_U,
                                GUMBO_TAG_VAR,  GUMBO_TAG_WBR,   GUMBO_TAG_TD,   GUMBO_TAG_TH,     GUMBO_TAG_LABEL};
constexpr std::array kParagraphs = {GUMBO_TAG_P,  GUMBO_TAG_H1,   GUMBO_TAG_H2,         GUMBO_TAG_H3,
                                    GUMBO_TAG_H4, GUMBO_TAG_UL,   GUMBO_TAG_BLOCKQUOTE, GUMBO_TAG_FIGURE,
                                    GUMBO_TAG_OL, GUMBO_TAG_TABLE};

bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// Builds the text, closing a line at each block element's edge.
class Builder {
 public:
  explicit Builder(HtmlPage& page) : page_(page) {}

  void AddText(std::string_view text, bool link) {
    for (const char c : text) {
      if (IsSpace(c)) {
        space_ = true;
        continue;
      }
      if (LineSize() > 0 && space_) page_.text += ' ';
      space_ = false;
      page_.text += c;
      if (link) ++linked_;
    }
  }

  void Cell() {
    if (LineSize() > 0) AddText(" | ", false);
    space_ = true;
  }

  void EndLine(LineHint hint) {
    if (LineSize() > 0) {
      PageLine line{line_begin_, page_.text.size(), hint};
      if (hint == LineHint::kUnknown && IsNavigation()) line.hint = LineHint::kFurniture;
      page_.lines.push_back(line);
      page_.text += '\n';
    }
    line_begin_ = page_.text.size();
    linked_ = 0;
    space_ = false;
  }

  void EndParagraph() {
    if (page_.text.size() >= 2 && !page_.text.ends_with("\n\n")) page_.text += '\n';
    line_begin_ = page_.text.size();
  }

 private:
  std::size_t LineSize() const { return page_.text.size() - line_begin_; }

  bool IsNavigation() const {
    const std::string_view line = std::string_view(page_.text).substr(line_begin_);
    const auto words = static_cast<std::size_t>(std::count(line.begin(), line.end(), ' ')) + 1;
    const auto spaces = static_cast<double>(words - 1);
    return words < kLinkWords &&
           static_cast<double>(linked_) >= kLinkShare * (static_cast<double>(line.size()) - spaces);
  }

  HtmlPage& page_;
  std::size_t line_begin_ = 0;
  std::size_t linked_ = 0;  // bytes of the line that are a link's words
  bool space_ = false;
};

// Walks the parsed page with a stack of its own: pages nest deeper than a thread's stack allows.
class Walker {
 public:
  explicit Walker(HtmlPage& page) : page_(page), builder_(page) {}

  void Run(const GumboNode* root) {
    main_ = FindMain(root);
    const LineHint outside = main_ != nullptr && main_ != root ? LineHint::kFurniture : LineHint::kUnknown;
    std::vector<Frame> stack{{root, 0, outside, false}};
    while (!stack.empty()) {
      Frame& frame = stack.back();
      const GumboVector& children = frame.node->v.element.children;
      if (frame.next == children.length) {
        Leave(frame);
        stack.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children.data[frame.next++]);
      Visit(child, stack);
    }
    builder_.EndLine(LineHint::kUnknown);
  }

 private:
  struct Frame {
    const GumboNode* node;
    unsigned next;
    LineHint hint;
    bool link;
  };

  void Visit(const GumboNode* node, std::vector<Frame>& stack) {
    const Frame& parent = stack.back();
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE || node->type == GUMBO_NODE_CDATA) {
      builder_.AddText(node->v.text.text, parent.link);
      return;
    }
    if (node->type != GUMBO_NODE_ELEMENT) return;
    const GumboElement& element = node->v.element;
    if (element.tag == GUMBO_TAG_META) return TakeMeta(element, page_);
    if (element.tag == GUMBO_TAG_TITLE) return TakeTitle(element);
    if (element.tag == GUMBO_TAG_SCRIPT) return TakeScript(element);
    if (IsHidden(element)) return;
    if (element.tag == GUMBO_TAG_TIME) TakeTime(element, page_);
    Enter(element.tag, parent.hint);
    stack.push_back({node, 0, HintOf(node, parent.hint), parent.link || element.tag == GUMBO_TAG_A});
  }

  // A block element closes the line of its parent that stands before it.
  void Enter(GumboTag tag, LineHint parent) {
    if (tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH) builder_.Cell();
    if (!IsOneOf(tag, kInline)) builder_.EndLine(parent);
    if (IsOneOf(tag, kParagraphs)) builder_.EndParagraph();
  }

  void Leave(const Frame& frame) {
    const GumboTag tag = TagOf(frame);
    if (!IsOneOf(tag, kInline)) builder_.EndLine(frame.hint);
    if (IsOneOf(tag, kParagraphs)) builder_.EndParagraph();
  }

  static GumboTag TagOf(const Frame& frame) {
    return frame.node->type == GUMBO_NODE_ELEMENT ? frame.node->v.element.tag : GUMBO_TAG_UNKNOWN;
  }

  static bool IsHidden(const GumboElement& element) {
    if (IsOneOf(element.tag, kHidden)) return true;
    if (gumbo_get_attribute(&element.attributes, "hidden") != nullptr) return true;
    const std::string_view style = AttributeOf(element, "style");
    return style.find("display:none") != std::string_view::npos ||
           style.find("display: none") != std::string_view::npos;
  }

  // Every <h1> is taken for a title at first, see MarkTitle.
  LineHint HintOf(const GumboNode* node, LineHint parent) const {
    const GumboTag tag = node->v.element.tag;
    if (node == main_) return LineHint::kUnknown;
    if (tag == GUMBO_TAG_H1) return LineHint::kTitle;
    if (parent != LineHint::kUnknown) return parent;
    return tag == GUMBO_TAG_FIGCAPTION || tag == GUMBO_TAG_CAPTION ? LineHint::kCaption : LineHint::kUnknown;
  }

  // The <article> or <main> that holds most of the page's text; null when none holds enough of it.
  static const GumboNode* FindMain(const GumboNode* root) {
    const GumboNode* best = nullptr;
    std::size_t best_size = 0;
    const std::size_t all = TextSize(root, &best, &best_size);
    return static_cast<double>(best_size) >= kMainShare * static_cast<double>(all) ? best : nullptr;
  }

  static std::size_t TextSize(const GumboNode* root, const GumboNode** best, std::size_t* best_size);

  void TakeTitle(const GumboElement& element) {
    for (unsigned i = 0; i < element.children.length && page_title_.empty(); ++i) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[i]);
      if (child->type == GUMBO_NODE_TEXT) page_title_ = child->v.text.text;
    }
  }

  void TakeScript(const GumboElement& element) {
    if (AttributeOf(element, "type") != "application/ld+json" || element.children.length == 0) return;
    const auto* child = static_cast<const GumboNode*>(element.children.data[0]);
    if (child->type == GUMBO_NODE_TEXT) TakeJsonLd(child->v.text.text, page_);
  }

 public:
  const std::string& page_title() const { return page_title_; }

 private:
  HtmlPage& page_;
  Builder builder_;
  const GumboNode* main_ = nullptr;
  std::string page_title_;
};

// Bytes of text below the root; on the way, the largest article.
std::size_t Walker::TextSize(const GumboNode* root, const GumboNode** best, std::size_t* best_size) {
  struct Sum {
    const GumboNode* node;
    unsigned next;
    std::size_t size;
  };
  std::vector<Sum> stack{{root, 0, 0}};
  while (true) {
    Sum& sum = stack.back();
    const GumboElement& element = sum.node->v.element;
    if (sum.next < element.children.length) {
      const auto* child = static_cast<const GumboNode*>(element.children.data[sum.next++]);
      if (child->type == GUMBO_NODE_TEXT) sum.size += std::string_view(child->v.text.text).size();
      if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag != GUMBO_TAG_SCRIPT &&
          !IsHidden(child->v.element)) {
        stack.push_back({child, 0, 0});
      }
      continue;
    }
    const bool article = element.tag == GUMBO_TAG_ARTICLE || element.tag == GUMBO_TAG_MAIN;
    if (article && sum.size > *best_size) {
      *best = sum.node;
      *best_size = sum.size;
    }
    const std::size_t size = sum.size;
    stack.pop_back();
    if (stack.empty()) return size;
    stack.back().size += size;
  }
}

// What stands between the tags, a line each; entities stay as they are.
void StripTags(std::string_view html, HtmlPage& page) {
  Builder builder(page);
  while (!html.empty()) {
    const std::size_t open = std::min(html.find('<'), html.size());
    builder.AddText(html.substr(0, open), false);
    html.remove_prefix(open);
    if (html.empty()) break;
    builder.EndLine(LineHint::kUnknown);
    html.remove_prefix(std::min(html.find('>'), html.size() - 1) + 1);
  }
  builder.EndLine(LineHint::kUnknown);
}

// "Headline | Paper" and "Headline - Paper" → "Headline".
std::string WithoutSite(std::string title) {
  for (const std::string_view bar : {" | ", " - ", " – ", " — "}) {
    const std::size_t at = title.rfind(bar);
    if (at != std::string::npos && at > title.size() / 3) return title.substr(0, at);
  }
  return title;
}

std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    if (!IsSpace(c)) {
      line += c;
    } else if (!line.empty() && line.back() != ' ') {
      line += ' ';
    }
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

// Of all headings the one that the page's title repeats, else the last one before the longest paragraph; the others
// are the site's. Without headings, the line that is the title.
void MarkTitle(HtmlPage& page) {
  const auto text = [&page](const PageLine& line) {
    return std::string_view(page.text).substr(line.begin, line.end - line.begin);
  };
  std::size_t chosen = page.lines.size();
  std::size_t longest = 0;
  std::size_t heading = page.lines.size();
  for (std::size_t i = 0; i < page.lines.size(); ++i) {
    const bool same = !page.title.empty() && page.title.starts_with(text(page.lines[i]));
    if (page.lines[i].hint == LineHint::kTitle) heading = i;
    if (same && (page.lines[i].hint == LineHint::kTitle || text(page.lines[i]) == page.title)) {
      chosen = i;
      break;
    }
    if (text(page.lines[i]).size() > longest) {
      longest = text(page.lines[i]).size();
      chosen = heading;
    }
  }
  for (PageLine& line : page.lines) {
    if (line.hint == LineHint::kTitle) line.hint = LineHint::kUnknown;
  }
  if (chosen == page.lines.size()) return;
  page.lines[chosen].hint = LineHint::kTitle;
  if (page.title.empty()) page.title = text(page.lines[chosen]);
}

}  // namespace

HtmlPage ReadHtml(std::string_view html) {
  HtmlPage page;
  const HtmlShape shape = ShapeOfHtml(html);
  if (shape.depth > kDeepest || shape.nodes > kMostNodes) {
    StripTags(html, page);
    return page;
  }
  const GumboOptions& options = kGumboDefaultOptions;
  const std::unique_ptr<GumboOutput, void (*)(GumboOutput*)> output(
      gumbo_parse_with_options(&options, html.data(), html.size()),
      [](GumboOutput* parsed) { gumbo_destroy_output(&kGumboDefaultOptions, parsed); });
  Walker walker(page);
  walker.Run(output->root);
  page.title = OneLine(WithoutSite(page.title.empty() ? walker.page_title() : page.title));
  MarkTitle(page);
  return page;
}

}  // namespace timso
