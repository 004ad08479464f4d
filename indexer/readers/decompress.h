// Sources that decompress another source. Several members or frames in a row are one stream.
#pragma once
#include <memory>

#include "indexer/readers/input.h"

namespace timso {

std::unique_ptr<ByteSource> Gunzip(std::unique_ptr<ByteSource> compressed);
std::unique_ptr<ByteSource> Unzstd(std::unique_ptr<ByteSource> compressed);

}  // namespace timso
