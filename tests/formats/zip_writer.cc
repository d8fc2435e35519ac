#include "formats/zip_writer.h"

#include <zlib.h>

namespace resumelint {

namespace {

void Put(std::string& out, uint64_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) {
    out.push_back(static_cast<char>(value & 0xFF));
    value >>= 8;
  }
}

std::string Deflate(const std::string& in) {
  z_stream stream{};
  deflateInit2(&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, in.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace

std::string WriteZip(const std::vector<ZipPart>& parts) {
  std::string out;
  std::string directory;
  for (const ZipPart& part : parts) {
    const std::string data = part.deflate ? Deflate(part.content) : part.content;
    const auto crc = crc32(0, reinterpret_cast<const Bytef*>(part.content.data()), static_cast<uInt>(part.content.size()));
    const uint64_t size = part.declared_size < 0 ? part.content.size() : static_cast<uint64_t>(part.declared_size);
    const size_t offset = out.size();
    std::string common;  // what the local header and the directory share
    Put(common, 20, 2);
    Put(common, part.encrypted ? 1 : 0, 2);
    Put(common, part.deflate ? 8 : 0, 2);
    Put(common, 0, 4);
    Put(common, crc, 4);
    Put(common, data.size(), 4);
    Put(common, size, 4);
    Put(common, part.name.size(), 2);
    Put(common, 0, 2);
    out += "PK\x03\x04" + common + part.name + data;
    directory += "PK\x01\x02";
    Put(directory, 20, 2);
    directory += common;
    Put(directory, 0, 10);  // comment, disk, attributes
    Put(directory, 0, 0);
    Put(directory, offset, 4);
    directory += part.name;
  }
  const size_t begin = out.size();
  out += directory;
  out += "PK\x05\x06";
  Put(out, 0, 4);
  Put(out, parts.size(), 2);
  Put(out, parts.size(), 2);
  Put(out, directory.size(), 4);
  Put(out, begin, 4);
  Put(out, 0, 2);
  return out;
}

std::string WriteDocx(const std::string& body, const std::string& styles, const std::string& numbering) {
  const std::string names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::vector<ZipPart> parts = {
      {"word/document.xml", head + "<w:document " + names + "><w:body>" + body + "</w:body></w:document>", true}};
  if (!styles.empty()) parts.push_back({"word/styles.xml", head + "<w:styles " + names + ">" + styles + "</w:styles>", true});
  if (!numbering.empty()) {
    parts.push_back({"word/numbering.xml", head + "<w:numbering " + names + ">" + numbering + "</w:numbering>", true});
  }
  return WriteZip(parts);
}

}  // namespace resumelint
