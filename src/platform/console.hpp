// The terminal, the standard streams and the command line.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gongkai::platform {

/// Has the standard streams carry bytes as they are, the terminal take UTF-8, and a reader that goes away be an error of
/// writing. Call it first.
void prepare_standard_streams();

/// The command line in UTF-8.
std::vector<std::string> arguments(int argc, char** argv);

bool is_terminal(int descriptor);
std::size_t columns_of_terminal(int descriptor);  ///< 0 where it is none
/// Whether the terminal does what escape sequences say.
bool obeys_escapes(int descriptor);

}  // namespace gongkai::platform
