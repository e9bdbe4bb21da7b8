/// Which bytes, who, and under which inputs: the three identities that everything in Wadachi is kept under.
///
/// - [Digest] names bytes: a 256-bit content hash.
/// - [Key] names a task: its name, significant parameters and upstream keys.
/// - [Fingerprint] names what a result was computed from: a sorted map of named entries, and its total.
///
/// [Contents] tells what files and folders contain; who remembers it goes by their [FileState].
///
/// [Hasher] turns structured values into digests without ambiguity:
///
/// ```java
/// Digest who = Hasher.create().text("Train").number(53).digest(upstream).finish();
/// ```
@NullMarked
package dev.wadachi.digest;

import org.jspecify.annotations.NullMarked;
