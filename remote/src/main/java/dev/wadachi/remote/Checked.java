package dev.wadachi.remote;

import java.util.List;

/// What a look through the remote found.
///
/// @param blobs how many blobs were read and compared with their names
/// @param bytes their length
/// @param results how many traces were read
/// @param data how many files and folders that somebody added were looked for
/// @param problems what is wrong, one by one
public record Checked(int blobs, long bytes, int results, int data, List<Problem> problems) {

    /// Keeps an unmodifiable copy.
    public Checked {
        problems = List.copyOf(problems);
    }

    /// Something that is wrong.
    ///
    /// @param name the object
    /// @param what is wrong with it
    /// @param repair whether it was mended
    public record Problem(String name, String what, Repair repair) {}

    /// What became of a problem.
    public enum Repair {
        /// It was mended from this machine's own store.
        MENDED,
        /// It is as it was.
        LEFT
    }
}
