#include "indexer/schema/storage.h"

#include <zstd.h>

#include <memory>

// schema/data/*.zdict, see storage_dictionaries.S.
extern "C" const char timso_articles_zdict[];
extern "C" const char timso_articles_zdict_end[];
extern "C" const char timso_facts_zdict[];
extern "C" const char timso_facts_zdict_end[];

namespace timso {
namespace {

// The first byte says how the rest is stored. Do not change; another dictionary gets another letter.
constexpr char kPlain = 'p';
constexpr char kZstd = 'z';
constexpr char kZstdDictionary = 'd';

constexpr int kLevel = 6;
constexpr unsigned long long kLargest = 1ull << 30;  // more is damage

template <typename T>
using Owned = std::unique_ptr<T, std::size_t (*)(T*)>;

std::string_view DictionaryOf(StoredKind kind) {
  const bool article = kind == StoredKind::kArticle;
  const char* begin = article ? timso_articles_zdict : timso_facts_zdict;
  const char* end = article ? timso_articles_zdict_end : timso_facts_zdict_end;
  return {begin, static_cast<std::size_t>(end - begin)};
}

Owned<ZSTD_CDict> DictionaryToWrite(StoredKind kind) {
  const std::string_view bytes = DictionaryOf(kind);
  return {ZSTD_createCDict(bytes.data(), bytes.size(), kLevel), ZSTD_freeCDict};
}

Owned<ZSTD_DDict> DictionaryToRead(StoredKind kind) {
  const std::string_view bytes = DictionaryOf(kind);
  return {ZSTD_createDDict(bytes.data(), bytes.size()), ZSTD_freeDDict};
}

// Neither checksum nor dictionary id: the revision checks the one, the first byte says the other.
Owned<ZSTD_CCtx> MakeContext(const ZSTD_CDict* dictionary) {
  Owned<ZSTD_CCtx> context(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(context.get(), ZSTD_c_dictIDFlag, 0);
  ZSTD_CCtx_refCDict(context.get(), dictionary);
  return context;
}

// One a thread and kind.
ZSTD_CCtx* Encoder(StoredKind kind) {
  static const Owned<ZSTD_CDict> articles = DictionaryToWrite(StoredKind::kArticle);
  static const Owned<ZSTD_CDict> facts = DictionaryToWrite(StoredKind::kFact);
  thread_local const Owned<ZSTD_CCtx> of_articles = MakeContext(articles.get());
  thread_local const Owned<ZSTD_CCtx> of_facts = MakeContext(facts.get());
  return (kind == StoredKind::kArticle ? of_articles : of_facts).get();
}

const ZSTD_DDict* Decoder(StoredKind kind) {
  static const Owned<ZSTD_DDict> articles = DictionaryToRead(StoredKind::kArticle);
  static const Owned<ZSTD_DDict> facts = DictionaryToRead(StoredKind::kFact);
  return (kind == StoredKind::kArticle ? articles : facts).get();
}

std::string DecodedZstd(StoredKind kind, bool dictionary, std::string_view bytes) {
  const unsigned long long size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > kLargest) return {};
  thread_local const Owned<ZSTD_DCtx> context(ZSTD_createDCtx(), ZSTD_freeDCtx);
  std::string plain(size, '\0');
  const std::size_t got = ZSTD_decompress_usingDDict(context.get(), plain.data(), plain.size(), bytes.data(),
                                                     bytes.size(), dictionary ? Decoder(kind) : nullptr);
  return ZSTD_isError(got) != 0 || got != size ? std::string() : plain;
}

}  // namespace

std::string Pack(StoredKind kind, const std::string& plain) {
  std::string data(1 + ZSTD_compressBound(plain.size()), kZstdDictionary);
  const std::size_t size = ZSTD_compress2(Encoder(kind), data.data() + 1, data.size() - 1, plain.data(), plain.size());
  if (ZSTD_isError(size) != 0 || size >= plain.size()) return kPlain + plain;
  data.resize(1 + size);
  data.shrink_to_fit();
  return data;
}

std::string Unpack(StoredKind kind, std::string_view packed) {
  if (packed.empty()) return {};
  const char how = packed.front();
  packed.remove_prefix(1);
  if (how == kPlain) return std::string(packed);
  if (how != kZstd && how != kZstdDictionary) return {};
  return DecodedZstd(kind, how == kZstdDictionary, packed);
}

}  // namespace timso
