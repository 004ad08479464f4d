// What stands on disk beside terms and entries: the format's version, the analyzers' fingerprint, names of files and
// of metadata.
#pragma once
#include <string>
#include <string_view>

namespace timso {

// Raised whenever an index written before would be read wrongly. Do not renumber.
inline constexpr int kFormatVersion = 2;

// A hash of all embedded analyzer data and of kAnalysisVersion: the same text gives the same terms and facts only
// under the same fingerprint.
std::string AnalyzerFingerprint();

// Raised by hand when the analyzers' code (not their data) changes what it makes of a text.
inline constexpr int kAnalysisVersion = 1;

// Files of an index. Do not rename.
namespace file_name {
inline constexpr std::string_view kCurrent = "CURRENT";  // one line: the name of the generation in force
inline constexpr std::string_view kLock = "LOCK";        // locked (OFD) by the writer; holds "pid host"
inline constexpr std::string_view kGenerationPrefix = "gen-";
inline constexpr std::string_view kDocuments = "documents";
inline constexpr std::string_view kFacts = "facts";
inline constexpr std::string_view kInUse = "IN_USE";  // in a generation: readers hold a shared flock on it
}  // namespace file_name

// Xapian metadata of both databases. Do not rename.
namespace metadata {
inline constexpr std::string_view kVersion = "timso_format_version";
inline constexpr std::string_view kFingerprint = "timso_analyzer_fingerprint";
// Decimal; the two databases agree when it is the same in both. Readers compare it, a writer repairs by it.
inline constexpr std::string_view kCommit = "timso_commit";
// In both databases: the ids that the last commit touched, each followed by a zero byte, in order.
inline constexpr std::string_view kBatch = "timso_batch";
inline constexpr std::string_view kUpdated = "timso_updated";  // of documents/: ISO time of the last commit, UTC
}  // namespace metadata

}  // namespace timso
