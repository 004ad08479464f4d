// How the data of entries is stored: compressed with dictionaries of what articles and facts have in common.
#pragma once
#include <string>
#include <string_view>

namespace timso {

enum class StoredKind : unsigned char { kArticle, kFact };

// Never fails; what can't be compressed is kept as it is.
std::string Pack(StoredKind kind, const std::string& plain);

// What Pack was given; empty when the data is damaged.
std::string Unpack(StoredKind kind, std::string_view packed);

}  // namespace timso
