/// Measurements of the engine, and of whole processes.
@NullMarked
package dev.wadachi.bench;

import org.jspecify.annotations.NullMarked;
