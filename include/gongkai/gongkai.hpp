// The core in one include: the model, its catalogue, and the check. Reading is in read.hpp, words in message.hpp.
//
// Behind this door: all of them.
#pragma once

#include "gongkai/catalog.hpp"
#include "gongkai/check.hpp"
#include "gongkai/model/equation.hpp"
#include "gongkai/model/finding.hpp"
#include "gongkai/model/reading.hpp"
#include "gongkai/model/value.hpp"
#include "gongkai/report.hpp"
#include "gongkai/rule.hpp"
#include "gongkai/rules/rules.hpp"
