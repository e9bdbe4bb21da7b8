/// The commands that look at what was kept, or take it back: `ls`, `show`, `sql`, `diff`, `export`, `explore`, `du`,
/// `log`, `revoke` and `forget`.
///
/// - [ResultNames] finds what a name such as `Train(lag=1)` or `7f3a:Train` stands for.
/// - [ResultText] and [RunText] tell a result and a run to people.
/// - [Listing] is what `ls` lists: tasks, results of one task, or runs.
@NullMarked
package dev.wadachi.cli.result;

import org.jspecify.annotations.NullMarked;
