// Where the sources are: the only object that knows, so that all others are the same in every folder (for ccache).
#include "support/files.hpp"

namespace gongkai::testing {

std::string source_folder() {
  return GONGKAI_SOURCE_DIR;
}

}  // namespace gongkai::testing
