#include "indexer/readers/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <vector>

namespace timso {
namespace {

constexpr std::size_t kBuffer = std::size_t{128} << 10;

class GzipSource : public ByteSource {
 public:
  explicit GzipSource(std::unique_ptr<ByteSource> compressed) : compressed_(std::move(compressed)), buffer_(kBuffer) {
    if (inflateInit2(&stream_, 15 + 16) != Z_OK) throw InputError("can't be decompressed: no memory");
  }
  ~GzipSource() override { inflateEnd(&stream_); }

  std::size_t Read(char* to, std::size_t size) override {
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = static_cast<uInt>(size);
    while (stream_.avail_out == size) {
      if (stream_.avail_in == 0 && !Fill()) {
        if (in_member_) throw InputError("is cut short (gzip); what came before the cut was read");
        return 0;
      }
      in_member_ = true;
      const int result = inflate(&stream_, Z_NO_FLUSH);
      if (result == Z_STREAM_END) {
        in_member_ = false;
        inflateReset(&stream_);
      } else if (result != Z_OK && result != Z_BUF_ERROR) {
        throw InputError("is damaged or no gzip file");
      }
    }
    return size - stream_.avail_out;
  }

 private:
  bool Fill() {
    stream_.next_in = reinterpret_cast<Bytef*>(buffer_.data());
    stream_.avail_in = static_cast<uInt>(compressed_->Read(buffer_.data(), buffer_.size()));
    return stream_.avail_in > 0;
  }

  std::unique_ptr<ByteSource> compressed_;
  std::vector<char> buffer_;
  z_stream stream_{};
  bool in_member_ = false;
};

class ZstdSource : public ByteSource {
 public:
  explicit ZstdSource(std::unique_ptr<ByteSource> compressed)
      : compressed_(std::move(compressed)), buffer_(kBuffer), stream_(ZSTD_createDStream(), ZSTD_freeDStream) {
    if (stream_ == nullptr) throw InputError("can't be decompressed: no memory");
  }

  std::size_t Read(char* to, std::size_t size) override {
    ZSTD_outBuffer out{to, size, 0};
    while (out.pos == 0) {
      if (in_.pos == in_.size && !Fill()) {
        if (in_frame_) throw InputError("is cut short (zstd); what came before the cut was read");
        return 0;
      }
      const std::size_t result = ZSTD_decompressStream(stream_.get(), &out, &in_);
      if (ZSTD_isError(result) != 0) throw InputError("is damaged or no zstd file");
      in_frame_ = result != 0;
    }
    return out.pos;
  }

 private:
  bool Fill() {
    in_ = {buffer_.data(), compressed_->Read(buffer_.data(), buffer_.size()), 0};
    return in_.size > 0;
  }

  std::unique_ptr<ByteSource> compressed_;
  std::vector<char> buffer_;
  std::unique_ptr<ZSTD_DStream, std::size_t (*)(ZSTD_DStream*)> stream_;
  ZSTD_inBuffer in_{nullptr, 0, 0};
  bool in_frame_ = false;
};

}  // namespace

std::unique_ptr<ByteSource> Gunzip(std::unique_ptr<ByteSource> compressed) {
  return std::make_unique<GzipSource>(std::move(compressed));
}
std::unique_ptr<ByteSource> Unzstd(std::unique_ptr<ByteSource> compressed) {
  return std::make_unique<ZstdSource>(std::move(compressed));
}

}  // namespace timso
