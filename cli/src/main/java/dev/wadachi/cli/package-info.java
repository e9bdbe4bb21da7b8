/// The `wadachi` command.
@NullMarked
package dev.wadachi.cli;

import org.jspecify.annotations.NullMarked;
