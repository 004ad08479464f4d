// The generations of an index on disk: which is in force, how a new one takes over, how old ones go.
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace timso {

// Names of the complete generations, oldest first.
std::vector<std::string> Generations(const std::filesystem::path& index);

// An empty folder for a generation in the making ("building-000002"); what an interrupted one left there is removed.
// REQUIRES for this and all below: the caller holds the WriterLock.
std::filesystem::path BeginGeneration(const std::filesystem::path& index);

// Waits until all files below the folder are on disk.
void SyncFiles(const std::filesystem::path& folder);

// Makes a finished building the generation in force: renamed to gen-…, then CURRENT replaced by rename, each step on
// disk before the next. Returns its name.
std::string FinishGeneration(const std::filesystem::path& index, const std::filesystem::path& building);

// Points CURRENT to a complete generation.
void SetCurrent(const std::filesystem::path& index, const std::string& name);

// Removes interrupted buildings and the generations out of force that no reader holds. Returns how many.
std::size_t CleanDebris(const std::filesystem::path& index);

// Bytes of the files in a folder.
std::uint64_t BytesOf(const std::filesystem::path& folder);

}  // namespace timso
