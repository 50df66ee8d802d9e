// SPDX-License-Identifier: Apache-2.0
// Weights of the features of likeness, in natural logarithms of odds, one row a feature, one column
// a class of deeds.
#pragma once
#include <array>

#include "join/likeness.h"

namespace rasid {

const FeatureRow& weights_of(Family family);
std::string_view name_of_class(Family family);  // contact, travel, violence, deed, word

}  // namespace rasid
