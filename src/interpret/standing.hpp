// Level and kind of a body as its name says them.
#pragma once

#include <string_view>

#include "gongkai/model/reading.hpp"

namespace gongkai {

/// 市 alone does not tell a prefecture from a city of county rank; the names of the prefectures do.
Standing standing_of(std::string_view authority);

}  // namespace gongkai
