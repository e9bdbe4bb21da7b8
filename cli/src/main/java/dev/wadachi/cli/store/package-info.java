/// The commands that keep a store in order and share it: `gc` and `store status`, `push`, `pull`, `verify` and `gc`.
///
/// - [RetentionOptions] says what is to be kept, from the command line and from `wadachi.toml`.
/// - [TransferProgress] and [TransferText] tell what moves between this machine and the team's store, and what did.
@NullMarked
package dev.wadachi.cli.store;

import org.jspecify.annotations.NullMarked;
