// The core in one include: the model, its catalogue, and the check. Reading is in read.hpp, words in message.hpp.
#pragma once

#include "gongkai/catalog.hpp"
#include "gongkai/check.hpp"
#include "gongkai/equation.hpp"
#include "gongkai/finding.hpp"
#include "gongkai/reading.hpp"
#include "gongkai/report.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules.hpp"
#include "gongkai/value.hpp"
