/// Completion: which word may come next on a command line, for bash, zsh and fish.
///
/// A process of Java's takes longer to start than a person waits for a tab. So all that completion needs to know is
/// kept in lines of text, and read by a small program for `sh` and `awk` (`words.sh`, `words.awk`) that each
/// shell's script carries: what `wadachi` itself knows, within the script; what a project knows ([ProjectWords]),
/// in its folder `.wadachi/completion`, written anew in the background where a source is newer; tasks that have
/// results and runs, as the names of the store's folders.
///
/// Start with [Shell], [ProjectWords] and [Word].
///
/// ```java
/// Shell.BASH.script(List.of(new Word.Command("", "run", "Runs what is not there yet.")))
/// ```
@NullMarked
package dev.wadachi.cli.completion;

import org.jspecify.annotations.NullMarked;
