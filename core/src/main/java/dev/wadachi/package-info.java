/// The front door: open a store, run a goal, ask what would run and why.
@NullMarked
package dev.wadachi;

import org.jspecify.annotations.NullMarked;
