package dev.wadachi.cli.view;

import dev.wadachi.cli.project.AtomicFiles;
import dev.wadachi.digest.Digest;
import dev.wadachi.store.Output;
import dev.wadachi.store.Store;
import dev.wadachi.task.Blob;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// A kept result as it is stored, copied out of the store.
public final class KeptFile {

    private KeptFile() {}

    /// Copies a result to a file, or, if it has parts, to a new folder with a file for each.
    ///
    /// @return false if its bytes are gone; nothing was written then
    /// @throws FileAlreadyExistsException if a folder is to be made where something is
    public static boolean write(Output output, Store store, Path to) throws IOException {
        if (output.blobs().anyMatch(digest -> store.blobs().find(digest).isEmpty())) {
            return false;
        }
        if (output instanceof Output.Parts && Files.exists(to)) {
            throw new FileAlreadyExistsException(to.toString());
        }
        copy(output, store, to);
        return true;
    }

    /// Names of parts were checked when they were stored and when they were read: none leads out of the folder.
    private static void copy(Output output, Store store, Path to) throws IOException {
        switch (output) {
            case Output.Whole(Digest digest, long _) -> {
                Optional<Blob> blob = store.blobs().find(digest);
                if (blob.isPresent()) {
                    replace(blob.get().file(), to);
                }
            }
            case Output.Parts parts -> {
                Files.createDirectories(to);
                for (Map.Entry<String, Output> part : parts.parts().entrySet()) {
                    Path file = to.resolve(part.getKey());
                    Files.createDirectories(
                            Optional.ofNullable(file.getParent()).orElse(to));
                    copy(part.getValue(), store, file);
                }
            }
        }
    }

    /// The file appears whole or not at all, and may be written to, which the store's own may not.
    private static void replace(Path blob, Path to) throws IOException {
        AtomicFiles.replace(to, fresh -> {
            try (var in = Files.newInputStream(blob);
                    var out = Files.newOutputStream(fresh)) {
                in.transferTo(out);
            }
        });
    }
}
