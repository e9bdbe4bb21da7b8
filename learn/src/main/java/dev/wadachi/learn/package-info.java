/// Learners, splits and metrics.
@NullMarked
package dev.wadachi.learn;

import org.jspecify.annotations.NullMarked;
