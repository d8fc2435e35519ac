#include "formats/zip.h"

#include <fmt/format.h>
#include <minizip/ioapi.h>
#include <minizip/unzip.h>
#include <minizip/zip.h>

#include <algorithm>
#include <cstring>
#include <memory>

namespace resumelint {

namespace {

/// A string that minizip reads and writes as if it were a file.
struct Memory {
  std::string bytes;
  uint64_t at = 0;
};

voidpf Open(voidpf opaque, const void*, int) { return opaque; }

uLong ReadFrom(voidpf, voidpf stream, void* buffer, uLong size) {
  auto& memory = *static_cast<Memory*>(stream);
  const uint64_t left = memory.at < memory.bytes.size() ? memory.bytes.size() - memory.at : 0;
  const uint64_t count = std::min<uint64_t>(size, left);
  if (count > 0) std::memcpy(buffer, memory.bytes.data() + memory.at, count);
  memory.at += count;
  return static_cast<uLong>(count);
}

uLong WriteTo(voidpf, voidpf stream, const void* buffer, uLong size) {
  auto& memory = *static_cast<Memory*>(stream);
  if (memory.at + size > memory.bytes.size()) memory.bytes.resize(memory.at + size);
  if (size > 0) std::memcpy(memory.bytes.data() + memory.at, buffer, size);
  memory.at += size;
  return size;
}

ZPOS64_T Tell(voidpf, voidpf stream) { return static_cast<Memory*>(stream)->at; }

long Seek(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  auto& memory = *static_cast<Memory*>(stream);
  uint64_t base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory.at;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory.bytes.size();
  memory.at = base + offset;
  return 0;
}

int Close(voidpf, voidpf) { return 0; }
int TestError(voidpf, voidpf) { return 0; }

zlib_filefunc64_def Functions(Memory& memory) {
  return {Open, ReadFrom, WriteTo, Tell, Seek, Close, TestError, &memory};
}

struct Unzipper {
  explicit Unzipper(std::string raw) : memory{std::move(raw), 0} {
    auto functions = Functions(memory);
    file = unzOpen2_64("", &functions);
  }
  ~Unzipper() {
    if (file != nullptr) unzClose(file);
  }
  Unzipper(const Unzipper&) = delete;
  Unzipper& operator=(const Unzipper&) = delete;

  Memory memory;
  unzFile file = nullptr;
};

struct Entry {
  std::string name;
  unz_file_info64 info{};
};

bool ReadEntry(unzFile file, Entry& entry) {
  char name[1024] = {};
  if (unzGetCurrentFileInfo64(file, &entry.info, name, sizeof name - 1, nullptr, 0, nullptr, 0) != UNZ_OK) {
    return false;
  }
  entry.name = name;
  return true;
}

/// The current part's bytes; nothing if it is broken or longer than `limit`.
bool ReadCurrent(unzFile file, uint64_t limit, std::string& out) {
  if (unzOpenCurrentFile(file) != UNZ_OK) return false;
  char buffer[1 << 14];
  int got = 0;
  while ((got = unzReadCurrentFile(file, buffer, sizeof buffer)) > 0) {
    out.append(buffer, static_cast<size_t>(got));
    if (out.size() > limit) break;
  }
  const bool whole = got == 0 && unzCloseCurrentFile(file) == UNZ_OK;  // tells of a wrong checksum
  if (got != 0) unzCloseCurrentFile(file);
  return whole;
}

}  // namespace

Result<std::map<std::string, std::string>> ReadZip(const std::string& raw,
                                                   const std::vector<std::string>& wanted,
                                                   const ZipLimits& limits) {
  Unzipper zip(raw);
  if (zip.file == nullptr) {
    return Fail({}, "not a whole ZIP archive, which a DOCX file is", "save or download the file again");
  }
  std::map<std::string, std::string> parts;
  uint64_t total = 0;
  uint32_t count = 0;
  for (int status = unzGoToFirstFile(zip.file); status == UNZ_OK; status = unzGoToNextFile(zip.file)) {
    Entry entry;
    if (!ReadEntry(zip.file, entry)) return Fail({}, "broken ZIP archive", "save or download the file again");
    total += entry.info.uncompressed_size;
    const bool bomb = entry.info.uncompressed_size > (1u << 20) &&
                      entry.info.uncompressed_size / limits.max_ratio > entry.info.compressed_size;
    if (total > limits.max_unpacked || bomb || ++count > limits.max_parts) {
      return Fail({}, fmt::format("unpacks to more than a document holds (limit {} MB)", limits.max_unpacked >> 20),
                  "is this a resume? save it again from the word processor");
    }
    if (std::find(wanted.begin(), wanted.end(), entry.name) == wanted.end()) continue;
    if ((entry.info.flag & 1) != 0) {
      return Fail({}, "protected by a password", "save it without a password");
    }
    if (!ReadCurrent(zip.file, entry.info.uncompressed_size, parts[entry.name])) {
      return Fail({}, fmt::format("part {} of the archive is broken", entry.name), "save or download the file again");
    }
  }
  return parts;
}

Result<std::string> ReplaceInZip(const std::string& raw, const std::string& name, const std::string& content) {
  Unzipper zip(raw);
  if (zip.file == nullptr) return Fail({}, "not a whole ZIP archive");
  Memory out;
  auto functions = Functions(out);
  const zipFile target = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (target == nullptr) return Fail({}, "the archive can't be written");
  bool found = false;
  bool good = true;
  for (int status = unzGoToFirstFile(zip.file); good && status == UNZ_OK; status = unzGoToNextFile(zip.file)) {
    Entry entry;
    good = ReadEntry(zip.file, entry);
    if (!good) break;
    zip_fileinfo info{};
    info.dosDate = entry.info.dosDate;
    info.internal_fa = entry.info.internal_fa;
    info.external_fa = entry.info.external_fa;
    const bool replaced = entry.name == name;
    found = found || replaced;
    int method = 0;
    int level = 0;
    std::string bytes;
    if (!replaced) {
      char buffer[1 << 14];
      int got = 0;
      good = unzOpenCurrentFile2(zip.file, &method, &level, 1) == UNZ_OK;
      while (good && (got = unzReadCurrentFile(zip.file, buffer, sizeof buffer)) > 0) {
        bytes.append(buffer, static_cast<size_t>(got));
      }
      unzCloseCurrentFile(zip.file);
    }
    const std::string& data = replaced ? content : bytes;
    good = good &&
           zipOpenNewFileInZip2_64(target, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                   replaced ? Z_DEFLATED : method, replaced ? Z_DEFAULT_COMPRESSION : level,
                                   replaced ? 0 : 1, 0) == ZIP_OK &&
           zipWriteInFileInZip(target, data.data(), static_cast<unsigned>(data.size())) == ZIP_OK &&
           (replaced ? zipCloseFileInZip(target)
                     : zipCloseFileInZipRaw64(target, entry.info.uncompressed_size, entry.info.crc)) == ZIP_OK;
  }
  good = zipClose(target, nullptr) == ZIP_OK && good;
  if (!good || !found) return Fail({}, fmt::format("part {} of the archive can't be replaced", name));
  return std::move(out.bytes);
}

}  // namespace resumelint
