/// The commands that keep data files beside the code: `data add`, `status`, `diff` and `checkout`.
///
/// - [DataAddCommand] puts bytes into the store and leaves a pointer for git; the other three compare and bring back.
@NullMarked
package dev.wadachi.cli.data;

import org.jspecify.annotations.NullMarked;
