package dev.wadachi.digest;

import java.io.IOException;
import java.nio.file.Path;

/// Tells what files and folders contain, as digests.
///
/// Whoever remembers digests reads a file again only when its [FileState] changed. The engine lends its memory to
/// everything that a source's `stamp` calls: see [#current()].
public interface Contents {

    /// The digest of a file's bytes.
    ///
    /// @throws IOException if there is no such file, or it cannot be read
    Digest ofFile(Path file) throws IOException;

    /// The files of a folder and of all folders in it.
    ///
    /// A link to a file counts as that file.
    ///
    /// @throws IOException if there is no such folder, a file cannot be read, or a link leads to a folder
    FolderListing ofFolder(Path folder) throws IOException;

    /// What a folder comes to. Whoever remembers digests need not list and hash its names again while they stay the
    /// same.
    ///
    /// @throws IOException as [#ofFolder(Path)] does
    default FolderTotal totalOf(Path folder) throws IOException {
        return FolderTotal.of(ofFolder(folder));
    }

    /// Reads everything, remembers nothing.
    static Contents reading() {
        return new ReadContents();
    }

    /// What was lent to this thread; without a lender, all is read.
    static Contents current() {
        return Lent.CONTENTS.orElse(reading());
    }

    /// Lends a memory to what a computation calls.
    static <T, X extends Throwable> T lend(Contents contents, ScopedValue.CallableOp<? extends T, X> computation)
            throws X {
        return ScopedValue.where(Lent.CONTENTS, contents).call(computation);
    }
}
