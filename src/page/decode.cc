// SPDX-License-Identifier: Apache-2.0
// The only file that knows ICU's converters.
#include "page/decode.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/bytes.h"
#include "base/letters.h"
#include "base/utf8.h"

namespace rasid {
namespace {

using Table = std::array<char32_t, 256>;

unsigned char byte_at(std::string_view bytes, size_t at) {
  return static_cast<unsigned char>(bytes[at]);
}

bool is_control(unsigned char byte) {
  return byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' &&
         byte != '\v' && byte != 0x1B && byte != 0x1A;
}

// What each byte of a one-byte encoding stands for; nothing where ICU has no such encoding.
std::optional<Table> table_of(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(name.c_str(), &status);
  if (U_FAILURE(status)) return std::nullopt;
  std::optional<Table> out;
  if (ucnv_getMaxCharSize(converter) == 1 && ucnv_getMinCharSize(converter) == 1) {
    out.emplace();
    for (int b = 0; b < 256; ++b) {
      const char byte = static_cast<char>(b);
      UChar unit[4];
      UErrorCode done = U_ZERO_ERROR;
      const int32_t length = ucnv_toUChars(converter, unit, 4, &byte, 1, &done);
      (*out)[b] = U_SUCCESS(done) && length == 1 ? unit[0] : kReplacement;
    }
  }
  ucnv_close(converter);
  return out;
}

// How Arabic the bytes read by the table: the share of high bytes that are letters, and how often
// alef is followed by lam, which differs between the encodings.
struct Reading {
  size_t high = 0, letters = 0, articles = 0;
  bool arabic() const { return high > 0 && letters * 10 >= high * 8; }
};

Reading reading_of(std::string_view bytes, const Table& table) {
  Reading out;
  bool alef = false;
  for (const char c : bytes.substr(0, 65536)) {
    const auto byte = static_cast<unsigned char>(c);
    const char32_t point = table[byte];
    if (byte >= 0x80) {
      ++out.high;
      out.letters += letter_info(point).kind != LetterClass::none || point == 0x60C ||
                     point == 0x61F || point == 0xAB || point == 0xBB;
    }
    out.articles += alef && point == 0x644;
    alef = point == 0x627;
  }
  return out;
}

class Writer {
 public:
  Writer(Decoded& out, size_t room) : out_(out) { out.text.reserve(room); }

  // Says that what is written from now on comes from `source`. Pieces of one kind that follow one
  // another are joined where the byte offsets go on side by side.
  void piece(size_t source, bool verbatim) {
    const auto text = static_cast<uint32_t>(out_.text.size());
    if (!out_.source.empty() && verbatim && out_.source.back().verbatim &&
        text - out_.source.back().text_begin == source - out_.source.back().source_begin) {
      return;
    }
    if (!out_.source.empty() && out_.source.back().text_begin == text) out_.source.pop_back();
    out_.source.push_back({text, static_cast<uint32_t>(source), verbatim});
  }
  void put(char32_t point) {
    if (point == 0) {
      ++out_.nulls;
      point = ' ';
    }
    append_utf8(out_.text, point);
  }
  void put_broken() {
    ++out_.broken;
    append_utf8(out_.text, kReplacement);
  }

 private:
  Decoded& out_;
};

struct Shape {
  size_t broken = 0, multi = 0, controls = 0, nulls = 0;
};

// Of bytes that are UTF-8: nothing is broken, so that most of them need no look of their own.
Shape shape_of_whole(std::string_view bytes) {
  Shape out;
  size_t at = 0;
  const auto one = [&](unsigned char byte) {
    out.controls += is_control(byte);
    out.nulls += byte == 0;
    out.multi += byte >= 0xC0;
  };
  for (; at + 8 <= bytes.size(); at += 8) {
    const uint64_t eight = eight_bytes(bytes.data() + at);
    if (bytes_below(eight, 0x20) == 0) {
      out.multi += static_cast<size_t>(count_bytes(eight & (eight << 1) & kHighBits));
    } else {
      for (size_t i = at; i < at + 8; ++i) one(byte_at(bytes, i));
    }
  }
  for (; at < bytes.size(); ++at) one(byte_at(bytes, at));
  return out;
}

Shape shape_of(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return shape_of_whole(bytes);
  Shape out;
  const size_t size = bytes.size();
  for (size_t at = 0; at < size;) {
    const unsigned char byte = byte_at(bytes, at);
    if (byte < 0x80) {
      out.controls += byte < 0x20 && is_control(byte);
      out.nulls += byte == 0;
      ++at;
      continue;
    }
    // Two-byte sequences are nearly all there is in Arabic.
    if (byte >= 0xC2 && byte < 0xE0 && at + 1 < size && (bytes[at + 1] & 0xC0) == 0x80) {
      ++out.multi;
      at += 2;
      continue;
    }
    const CodePoint point = decode(bytes, at);
    ++(point.ok ? out.multi : out.broken);
    at += point.length;
  }
  return out;
}

void decode_utf8(std::string_view bytes, size_t begin, bool clean, Decoded& out) {
  out.encoding = "utf-8";
  if (clean) {
    out.text = bytes.substr(begin);
    if (begin > 0) out.source.push_back({0, static_cast<uint32_t>(begin), true});
    return;
  }
  Writer writer(out, bytes.size());
  writer.piece(begin, true);
  for (size_t at = begin; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (point.ok) {
      writer.put(point.value);
    } else {
      writer.piece(at, false);
      writer.put_broken();
      writer.piece(at + point.length, true);
    }
    at += point.length;
  }
}

void decode_table(std::string_view bytes, const Table& table, std::string_view name, Decoded& out) {
  out.encoding = name;
  Writer writer(out, bytes.size() * 2);
  bool high = false;
  for (size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char byte = byte_at(bytes, at);
    if (at == 0 || high != (byte >= 0x80)) {  // a piece a word
      high = byte >= 0x80;
      writer.piece(at, !high);
    }
    if (table[byte] == kReplacement) {
      writer.put_broken();
    } else {
      writer.put(table[byte]);
    }
  }
}

void decode_utf16(std::string_view bytes, size_t begin, bool little, Decoded& out) {
  out.encoding = little ? "utf-16le" : "utf-16be";
  Writer writer(out, bytes.size());
  const auto unit = [&](size_t at) -> char32_t {
    const unsigned char first = byte_at(bytes, at), second = byte_at(bytes, at + 1);
    return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
  };
  size_t at = begin;
  bool word_ended = true;
  while (at + 1 < bytes.size()) {
    const char32_t lead = unit(at);
    if (word_ended) writer.piece(at, false);
    word_ended = lead <= 0x20;
    if (word_ended) writer.piece(at, false);
    at += 2;
    const bool has_trail = lead >= 0xD800 && lead < 0xDC00 && at + 1 < bytes.size() &&
                           unit(at) >= 0xDC00 && unit(at) < 0xE000;
    if (has_trail) {
      writer.put(0x10000 + ((lead - 0xD800) << 10) + (unit(at) - 0xDC00));
      at += 2;
    } else if (lead >= 0xD800 && lead < 0xE000) {
      writer.put_broken();
    } else {
      writer.put(lead);
    }
  }
  if (at < bytes.size()) {
    writer.piece(at, false);
    writer.put_broken();
  }
}

// UTF-16 without a mark: one byte of each pair is nearly always that of Latin, of Arabic or of
// general punctuation, and some are zero, which no other text has.
enum class Pattern { none, little, big };
Pattern utf16_pattern(std::string_view bytes) {
  if (bytes.substr(0, 4096).find('\0') == std::string_view::npos) return Pattern::none;
  const size_t pairs = std::min<size_t>(bytes.size(), 4096) / 2;
  size_t likely[2] = {}, zero[2] = {};
  for (size_t i = 0; i < pairs; ++i) {
    for (size_t half = 0; half < 2; ++half) {
      const unsigned char byte = byte_at(bytes, 2 * i + half);
      likely[half] += byte == 0 || byte == 6 || byte == 0x20 || byte == 0xFE;
      zero[half] += byte == 0;
    }
  }
  const auto fits = [&](size_t high) {
    return zero[high] > 0 && likely[high] * 20 >= pairs * 19 && likely[1 - high] * 2 < pairs;
  };
  if (pairs < 4) return Pattern::none;
  if (fits(1)) return Pattern::little;
  return fits(0) ? Pattern::big : Pattern::none;
}

const char* known_binary(std::string_view bytes) {
  struct Magic {
    std::string_view bytes;
    const char* name;
  };
  using namespace std::string_view_literals;
  static constexpr Magic kMagics[] = {
      {"%PDF-"sv, "a PDF file"},
      {"\x89PNG"sv, "a picture (PNG)"},
      {"\xFF\xD8\xFF"sv, "a picture (JPEG)"},
      {"GIF8"sv, "a picture (GIF)"},
      {"PK\x03\x04"sv, "an archive (zip)"},
      {"\x1F\x8B"sv, "compressed bytes (gzip)"},
      {"\x7F"
       "ELF"sv,
       "a program"},
      {"\x28\xB5\x2F\xFD"sv, "compressed bytes (zstd)"},
      {"SQLite format 3"sv, "a database"},
      {"{\\rtf"sv, "an RTF file"},
  };
  for (const Magic& magic : kMagics) {
    if (bytes.starts_with(magic.bytes)) return magic.name;
  }
  return nullptr;
}

bool is_utf8_name(std::string_view charset) {
  return charset == "utf-8" || charset == "utf8" || charset.empty();
}

// The one-byte encoding that the bytes read best in.
bool decode_legacy(std::string_view bytes, std::string_view charset, Decoded& out) {
  struct Choice {
    std::string name;
    Table table;
    Reading reading;
  };
  std::vector<Choice> choices;
  for (const char* name : {"windows-1256", "iso-8859-6"}) {
    const auto table = table_of(name);
    if (!table) continue;
    choices.push_back({name, *table, reading_of(bytes, *table)});
  }
  const auto best =
      std::max_element(choices.begin(), choices.end(), [](const Choice& left, const Choice& right) {
        return left.reading.articles * 8 + left.reading.letters <
               right.reading.articles * 8 + right.reading.letters;
      });
  if (best != choices.end() && best->reading.arabic()) {
    decode_table(bytes, best->table, best->name, out);
    return true;
  }
  if (is_utf8_name(charset)) return false;
  const auto named = table_of(std::string(charset));
  if (named) decode_table(bytes, *named, charset, out);
  return named.has_value();
}

// Answers how many control characters the text has.
size_t decode_any(std::string_view bytes, std::string_view charset, Decoded& out) {
  const size_t mark = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  const Pattern pattern = utf16_pattern(bytes);
  const Shape shape = shape_of(bytes);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    decode_utf16(bytes, 2, bytes[0] == '\xFF', out);
  } else if (mark == 0 && pattern != Pattern::none) {
    decode_utf16(bytes, 0, pattern == Pattern::little, out);
  } else if (shape.broken == 0 || mark > 0 || shape.broken * 10 <= shape.multi ||
             !decode_legacy(bytes, charset, out)) {
    // A few broken bytes in UTF-8 are damage; many are another encoding.
    decode_utf8(bytes, mark, shape.broken + shape.nulls == 0, out);
    return shape.controls;
  }
  return shape_of(out.text).controls;
}

}  // namespace

Result<Decoded> decoded(std::string_view bytes, std::string_view charset) {
  if (bytes.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
    return Error{"no text: the input is empty", "", ""};
  }
  if (const char* name = known_binary(bytes)) {
    return Error{std::string("no text: ") + name, "", "give the page's text or HTML"};
  }
  Decoded out;
  const size_t controls = decode_any(bytes, charset, out);
  if ((controls + out.broken + out.nulls) * 10 > out.text.size()) {
    return Error{"no text: the bytes are in no encoding known here", "",
                 "give UTF-8, UTF-16, windows-1256 or ISO-8859-6"};
  }
  return out;
}

uint32_t source_of(const std::vector<SourcePiece>& source, uint32_t byte) {
  const auto after = std::upper_bound(
      source.begin(), source.end(), byte,
      [](uint32_t value, const SourcePiece& piece) { return value < piece.text_begin; });
  if (after == source.begin()) return byte;
  const SourcePiece& piece = *(after - 1);
  return piece.verbatim ? piece.source_begin + (byte - piece.text_begin) : piece.source_begin;
}

}  // namespace rasid
