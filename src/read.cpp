// bytes -> Document -> Reading.
#include "gongkai/read.hpp"

namespace gongkai {

Result<Reading> read(std::string_view bytes, const Hints& hints, const Limits& limits) {
  const Result<Document> document = decode(bytes, hints, limits);
  if (!document) {
    return document.error();
  }
  return interpret(document.value(), hints);
}

Result<std::vector<Reading>> read_all(std::string_view bytes, const Hints& hints, const Limits& limits) {
  const Result<Document> document = decode(bytes, hints, limits);
  if (!document) {
    return document.error();
  }
  return interpret_all(document.value(), hints);
}

}  // namespace gongkai
