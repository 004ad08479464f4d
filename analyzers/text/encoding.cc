#include "analyzers/text/encoding.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "analyzers/data/table.h"
#include "analyzers/text/characters.h"
#include "analyzers/text/known_syllables.h"
#include "analyzers/text/normalizer.h"
#include "analyzers/text/utf8.h"

namespace timso {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// Windows-1252 at 80–9F, where the legacy encodings have its quotes and dashes.
constexpr std::array<char16_t, 32> kWindowsSigns = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                                    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

// What the bytes of one legacy encoding stand for, alone and after a letter.
struct LegacyTable {
  std::array<std::string, 256> single;
  std::unordered_map<std::uint16_t, std::string> pairs;
};

std::uint16_t PairKey(unsigned char first, unsigned char second) {
  return static_cast<std::uint16_t>(first << 8 | second);
}

LegacyTable BuildTable(std::string_view name) {
  LegacyTable table;
  for (std::size_t byte = 0x80; byte < 0x100; ++byte) {
    const char32_t code_point = byte < 0xA0 ? kWindowsSigns[byte - 0x80] : static_cast<char32_t>(byte);
    if (code_point != 0) AppendCodePoint(table.single[byte], code_point);
  }
  for (const std::vector<std::string_view>& row : ReadTable("legacy_encodings.tsv", 3)) {
    if (row[0] != name) continue;
    const auto bytes = static_cast<unsigned>(std::stoul(std::string(row[1]), nullptr, 16));
    if (row[1].size() == 2) {
      table.single[bytes] = row[2];
    } else {
      table.pairs[static_cast<std::uint16_t>(bytes)] = row[2];
    }
  }
  return table;
}

const LegacyTable& TableOf(Encoding encoding) {
  static const LegacyTable windows = BuildTable("windows1258");
  static const LegacyTable tcvn3 = BuildTable("tcvn3");
  static const LegacyTable vni = BuildTable("vni");
  return encoding == Encoding::kWindows1258 ? windows : encoding == Encoding::kTcvn3 ? tcvn3 : vni;
}

// UTF-8 as it is, malformed sequences as U+FFFD and counted; `marked` counts well-formed ones beyond ASCII.
std::string RepairUtf8(std::string_view bytes, std::size_t& malformed, std::size_t& marked) {
  std::string text;
  text.reserve(bytes.size());
  std::size_t copied = 0;
  for (std::size_t pos = 0; pos < bytes.size();) {
    const std::size_t begin = pos;
    if (static_cast<unsigned char>(bytes[pos]) < 0x80) {
      ++pos;
      continue;
    }
    const char32_t c = DecodeCodePoint(bytes, pos);
    if (c != kReplacementCharacter || bytes.substr(begin, pos - begin) == kReplacement) {
      ++marked;
      continue;
    }
    ++malformed;
    text.append(bytes, copied, begin - copied).append(kReplacement);
    copied = pos;
  }
  return text.append(bytes, copied, bytes.size() - copied);
}

// UTF-16 without its mark; a lone surrogate and an odd last byte become U+FFFD.
DecodedText DecodeUtf16(std::string_view bytes, bool little_endian) {
  DecodedText decoded{"", Encoding::kUtf16, true, bytes.size() % 2};
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(little_endian ? second << 8 | first : first << 8 | second);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c <= 0xDFFF) {
      const char32_t low = at + 3 < bytes.size() ? unit(at + 2) : 0;
      const bool pair = c < 0xDC00 && low >= 0xDC00 && low <= 0xDFFF;
      decoded.malformed += pair ? 0 : 1;
      c = pair ? 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00) : kReplacementCharacter;
      at += pair ? 2 : 0;
    }
    AppendCodePoint(decoded.text, c);
  }
  if (bytes.size() % 2 != 0) decoded.text += kReplacement;
  decoded.certain = decoded.malformed == 0;
  return decoded;
}

// How Vietnamese a reading is: of the different words with letters beyond ASCII, how many are syllables in use.
struct Score {
  std::size_t words = 0;
  std::size_t known = 0;
  double Share() const { return words == 0 ? 0.0 : static_cast<double>(known) / static_cast<double>(words); }
};

Score ScoreReading(std::string_view bytes, Encoding encoding) {
  constexpr std::size_t kSample = 1 << 16;  // enough words to decide, whatever the file's length
  const std::string text = Normalize(DecodeLegacy(bytes.substr(0, kSample), encoding)).text;
  Score score;
  std::size_t begin = 0;
  bool marked = false;
  for (std::size_t pos = 0; pos <= text.size();) {
    std::size_t next = pos;
    const bool end = pos == text.size();
    const char32_t c = end ? U' ' : DecodeCodePoint(text, next);
    // Signs of Latin-1 inside words (§, ¬, ¶) are no letters, yet they are what a wrong reading is full of.
    const bool in_word = !end && (IsLetter(c) || (c >= 0xA1 && c <= 0xBF) || c == 0xD7 || c == 0xF7);
    if (in_word) {
      marked = marked || c >= 0x80;
    } else {
      if (marked) {
        ++score.words;
        score.known += IsKnownSyllable(std::string_view(text).substr(begin, pos - begin)) ? 1 : 0;
      }
      marked = false;
      begin = next;
    }
    if (end) break;
    pos = next;
  }
  return score;
}

}  // namespace

std::string_view EncodingName(Encoding encoding) {
  constexpr std::array<std::string_view, 6> kNames = {"UTF-8",       "UTF-16", "Windows-1258",
                                                      "TCVN3 (ABC)", "VNI",    "unknown"};
  return kNames[static_cast<std::size_t>(encoding)];
}

std::string DecodeLegacy(std::string_view bytes, Encoding encoding) {
  const LegacyTable& table = TableOf(encoding);
  std::string text;
  text.reserve(bytes.size() + bytes.size() / 2);
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = static_cast<unsigned char>(bytes[at]);
    const auto next = static_cast<unsigned char>(at + 1 < bytes.size() ? bytes[at + 1] : 0);
    if (next >= 0xC0 && !table.pairs.empty()) {
      auto pair = table.pairs.find(PairKey(byte, next));
      // A capital with a small mark: only the first letter of the word is one.
      if (pair == table.pairs.end() && next >= 0xE0) {
        pair = table.pairs.find(PairKey(byte, static_cast<unsigned char>(next - 0x20)));
      }
      if (pair != table.pairs.end()) {
        text += pair->second;
        ++at;
        continue;
      }
    }
    if (byte < 0x80) {
      text.push_back(bytes[at]);
    } else {
      text += table.single[byte].empty() ? kReplacement : std::string_view(table.single[byte]);
    }
  }
  return text;
}

DecodedText DecodeToUtf8(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return DecodeUtf16(bytes.substr(2), true);
  if (bytes.starts_with("\xFE\xFF")) return DecodeUtf16(bytes.substr(2), false);
  const bool mark = bytes.starts_with("\xEF\xBB\xBF");
  if (mark) bytes.remove_prefix(3);
  DecodedText decoded;
  std::size_t marked = 0;
  decoded.text = RepairUtf8(bytes, decoded.malformed, marked);
  // A file cut short or with a stray byte is still UTF-8.
  constexpr std::size_t kFew = 50;
  if (mark || decoded.malformed * kFew <= marked) {
    decoded.certain = decoded.malformed == 0;
    return decoded;
  }
  struct Reading {
    Encoding encoding;
    Score score;
  };
  std::array<Reading, 3> readings = {{{Encoding::kWindows1258, {}}, {Encoding::kTcvn3, {}}, {Encoding::kVni, {}}}};
  for (Reading& reading : readings) reading.score = ScoreReading(bytes, reading.encoding);
  std::sort(readings.begin(), readings.end(),
            [](const Reading& a, const Reading& b) { return a.score.Share() > b.score.Share(); });
  constexpr double kLikely = 0.6;
  constexpr double kSure = 0.85;
  constexpr double kMargin = 0.3;
  constexpr std::size_t kFewestWords = 3;
  constexpr std::size_t kEnoughWords = 8;
  const Reading& best = readings[0];
  const double margin = best.score.Share() - readings[1].score.Share();
  if (best.score.known < kFewestWords || best.score.Share() < kLikely || margin < kMargin) {
    decoded.encoding = Encoding::kUnknown;
    decoded.certain = false;
    return decoded;
  }
  const bool sure = best.score.Share() >= kSure && best.score.words >= kEnoughWords;
  DecodedText legacy{DecodeLegacy(bytes, best.encoding), best.encoding, sure, 0};
  return legacy;
}

}  // namespace timso
