/// What a pipeline's tests need: temporary stores, and assertions on outcomes.
@NullMarked
package dev.wadachi.testkit;

import org.jspecify.annotations.NullMarked;
