// A picture of the interactive screen, as SVG or text: the screen's own frames, without a terminal.
//   screenshot INDEX ROWSxCOLUMNS svg|text QUESTION [KEYS]
// KEYS are bytes as a terminal sends them, after the question was answered; \r and \e stand for Enter and Escape.
#include <cstdio>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "searcher/terminal/app.h"
#include "searcher/terminal/memory_screen.h"
#include "searcher/terminal/serve.h"

namespace timso::terminal {
namespace {

constexpr int kCellWidth = 8;
constexpr int kCellHeight = 17;
constexpr int kMargin = 10;

// On a dark ground, as most terminals are.
const char* ColourOf(Role role) {
  switch (role) {
    case Role::kFaint:
    case Role::kBorder:
    case Role::kHint:
      return "#8a8f98";
    case Role::kMark:
    case Role::kBound:
      return "#e5c07b";
    case Role::kPlace:
    case Role::kBar:
      return "#56b6c2";
    case Role::kMeasure:
      return "#98c379";
    case Role::kPeriod:
    case Role::kWarning:
      return "#c678dd";
    case Role::kWords:
      return "#61afef";
    default:
      return "#e6e6e6";
  }
}

bool IsBold(Role role) { return role == Role::kStrong || role == Role::kMark || role == Role::kWarning; }

std::string Escaped(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    escaped += c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : std::string(1, c);
  }
  return escaped;
}

// Cells of one style in a row are one piece of text, stretched to its columns whatever font there is.
void WriteRow(const Frame& frame, int row, std::ostream& out) {
  const int columns = frame.size().columns;
  for (int column = 0; column < columns;) {
    const Style style = frame.At(row, column).style;
    std::string text;
    int end = column;
    while (end < columns && frame.At(row, end).style == style) text += frame.At(row, end++).text;
    const int x = kMargin + column * kCellWidth;
    const int y = kMargin + row * kCellHeight;
    const int width = (end - column) * kCellWidth;
    if (style.selected) {
      out << "<rect x='" << x << "' y='" << y << "' width='" << width << "' height='" << kCellHeight
          << "' fill='#e6e6e6'/>\n";
    }
    if (text.find_first_not_of(' ') != std::string::npos) {
      out << "<text x='" << x << "' y='" << y + 13 << "' textLength='" << width << "' fill='"
          << (style.selected ? "#1e2127" : ColourOf(style.role)) << "'"
          << (IsBold(style.role) ? " font-weight='bold'" : "") << ">" << Escaped(text) << "</text>\n";
    }
    column = end;
  }
}

void WriteSvg(const Frame& frame, std::ostream& out) {
  const int width = frame.size().columns * kCellWidth + 2 * kMargin;
  const int height = frame.size().rows * kCellHeight + 2 * kMargin;
  out << "<svg xmlns='http://www.w3.org/2000/svg' width='" << width << "' height='" << height << "' viewBox='0 0 "
      << width << ' ' << height << "'>\n<rect width='100%' height='100%' rx='6' fill='#1e2127'/>\n"
      << "<g font-family='DejaVu Sans Mono, Menlo, Consolas, monospace' font-size='13' xml:space='preserve' "
         "style='white-space: pre'>\n";
  for (int row = 0; row < frame.size().rows; ++row) WriteRow(frame, row, out);
  if (frame.cursor) {
    out << "<rect x='" << kMargin + frame.cursor->column * kCellWidth << "' y='"
        << kMargin + frame.cursor->row * kCellHeight << "' width='" << kCellWidth << "' height='" << kCellHeight
        << "' fill='#e6e6e6' opacity='0.7'/>\n";
  }
  out << "</g>\n</svg>\n";
}

std::string Keys(const std::string& written) {
  std::string keys;
  for (std::size_t at = 0; at < written.size(); ++at) {
    const bool escape = written[at] == '\\' && at + 1 < written.size();
    keys += !escape ? written[at] : written[at + 1] == 'r' ? '\r' : written[at + 1] == 'e' ? '\x1b' : written[at + 1];
    if (escape) ++at;
  }
  return keys;
}

// The screen with its requests answered at once.
class Picture {
 public:
  Picture(const std::string& index, Size size)
      : searcher_(index),
        screen_(size),
        app_(OptionsOf(index), [this](Request request) { Take(std::move(request)); }) {}

  const Frame& Take(const std::string& question, const std::string& keys) {
    app_.Start();
    Answer();
    Type(question);
    for (const char key : keys) Type(std::string(1, key));
    return screen_.frame();
  }

 private:
  static AppOptions OptionsOf(const std::string& index) {
    AppOptions options;
    options.index = index;
    return options;
  }
  void Take(Request request) { waiting_.push_back(std::move(request)); }

  void Type(const std::string& bytes) {
    std::vector<KeyEvent> events;
    decoder_.Feed(bytes, events);
    app_.Handle(events);
    Answer();
  }

  void Answer() {
    while (!waiting_.empty()) {
      const std::vector<Request> requests = std::exchange(waiting_, {});
      for (const Request& request : requests) {
        Serve(
            searcher_, request, [](auto) { return false; }, [this](Reply reply) { app_.Receive(reply); });
      }
    }
    screen_.Show(app_.Draw(screen_.size()));
  }

  Searcher searcher_;
  MemoryScreen screen_;
  KeyDecoder decoder_;
  std::vector<Request> waiting_;
  App app_;
};

}  // namespace
}  // namespace timso::terminal

int main(int argc, char** argv) {
  timso::terminal::Size size;
  if (argc < 5 || std::sscanf(argv[2], "%dx%d", &size.rows, &size.columns) != 2) {
    std::cerr << "screenshot INDEX ROWSxCOLUMNS svg|text QUESTION [KEYS]\n";
    return 2;
  }
  try {
    timso::terminal::Picture picture(argv[1], size);
    const timso::terminal::Frame& frame = picture.Take(argv[4], timso::terminal::Keys(argc > 5 ? argv[5] : ""));
    if (std::string(argv[3]) == "svg") {
      timso::terminal::WriteSvg(frame, std::cout);
    } else {
      std::cout << frame.Text();
    }
  } catch (const std::exception& error) {
    std::cerr << "screenshot: " << error.what() << '\n';
    return 2;
  }
  return 0;
}
