/// Predictors with named, typed inputs and outputs, in formats that other tools read.
@NullMarked
package dev.wadachi.model;

import org.jspecify.annotations.NullMarked;
